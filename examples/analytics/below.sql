-- Who is below a target, and for whom open answers decide it. Rows carry no targets: these are the ones of
-- examples/portfolio/assess.toml. The most specific one wins and is inherited down.
CREATE OR REPLACE TABLE targets AS
FROM (VALUES ('', 2), ('delivery', 3), ('delivery.data', 2), ('operations.security', 3)) AS targets(part, target);

CREATE OR REPLACE VIEW judged AS
SELECT
    rows.path,
    rows.id,
    arg_max(targets.target, length(targets.part)) AS target,
    CASE
        WHEN any_value(rows.state) = 'not-applicable' THEN 'not-applicable'
        WHEN any_value(rows.best) < arg_max(targets.target, length(targets.part)) THEN 'below'
        WHEN any_value(rows.worst) >= arg_max(targets.target, length(targets.part)) THEN 'met'
        ELSE 'unknown'
    END AS judgement
FROM rows
JOIN targets ON targets.part = '' OR rows.id = targets.part OR starts_with(rows.id, targets.part || '.')
WHERE rows.kind = 'sub-domain'
GROUP BY rows.path, rows.id;

SELECT
    id,
    any_value(target) AS target,
    count(*) AS teams,
    count(*) FILTER (judgement = 'below') AS below,
    count(*) FILTER (judgement = 'unknown') AS undecided
FROM judged
GROUP BY id
HAVING below + undecided > 0
ORDER BY below DESC, undecided DESC, id;
