-- How many teams have which level for certain, node by node. `open`: open answers decide it. `median` is the lower of two.
-- The whole is shown once for every scope, since a level over two areas is none over three.
CREATE OR REPLACE VIEW levels AS
SELECT
    rows.id,
    any_value(rows.name) AS name,
    CASE WHEN rows.kind = 'model' THEN teams.scope END AS scope,
    count(*) AS teams,
    count(*) FILTER (rows.level = 1) AS "1",
    count(*) FILTER (rows.level = 2) AS "2",
    count(*) FILTER (rows.level = 3) AS "3",
    count(*) FILTER (rows.level = 4) AS "4",
    count(*) FILTER (rows.level = 5) AS "5",
    count(*) FILTER (rows.level IS NULL AND rows.state <> 'not-applicable') AS open,
    count(*) FILTER (rows.state = 'not-applicable') AS "n/a",
    quantile_disc(rows.level, 0.5) AS median,
    min(rows.level) AS lowest
FROM rows
JOIN teams USING (path)
WHERE rows.kind <> 'dimension'
GROUP BY rows.id, rows.kind, CASE WHEN rows.kind = 'model' THEN teams.scope END;

SELECT
    coalesce(id || ' (' || array_to_string(scope, ', ') || ')', id) AS part,
    * EXCLUDE (id, name, scope)
FROM levels
ORDER BY scope IS NULL, CASE WHEN scope IS NOT NULL THEN -teams END, id;
