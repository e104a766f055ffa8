-- The levers themselves, of `assess rollup -o rollup.json`: the clauses that teams still need for the next level. `alone`:
-- for how many teams it is all that a sub-domain lacks. `perhaps`: how many claim a part of its level, unnamed.
SELECT
    lever.alone,
    lever.teams,
    lever.perhaps,
    lever.text.en AS clause,
    lever.ids[1] AS first_id,
    len(lever.ids) AS places
FROM (
    SELECT unnest(levers) AS lever
    FROM read_json('rollup.json', maximum_object_size = 1_000_000_000, columns = {
        levers: 'STRUCT(ids VARCHAR[], text STRUCT(en VARCHAR, zh VARCHAR), teams INT, perhaps INT, alone INT)[]'
    })
)
LIMIT 20;
