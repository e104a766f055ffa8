-- The questions that hold sub-domains at their level: for how many teams, and for how many of them a question is the only
-- one that does. This needs rows down to the questions: `assess rollup --depth dimension`.
--
-- This is as far as rows go. Which clauses a level still asks, which are replaced by a higher one and which words say the
-- same at several places is in the model, not in the rows: levers.json.sql takes them from `--format json`.
CREATE OR REPLACE VIEW holding AS
SELECT
    dimension.path,
    dimension.id,
    count(*) OVER (PARTITION BY dimension.path, dimension.parent) AS together
FROM rows AS dimension
JOIN rows AS sub_domain ON sub_domain.path = dimension.path AND sub_domain.id = dimension.parent
WHERE dimension.kind = 'dimension'
    AND dimension.best = sub_domain.best
    AND sub_domain.best < 5
    AND (sub_domain.state = 'complete' OR sub_domain.level IS NOT NULL);

SELECT id, count(*) AS teams, count(*) FILTER (together = 1) AS alone
FROM holding
GROUP BY id
ORDER BY alone DESC, teams DESC, id
LIMIT 20;
