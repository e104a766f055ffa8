-- The areas of one team by quarters, of `assess trend -o trend.csv`: the last point of each, and the way since the one
-- before. A level that open answers decide is empty; the score is shown all the same.
CREATE OR REPLACE TABLE points AS
SELECT row_number() OVER () AS place, "at", id, kind, level, score, answered, not_applicable, total
FROM read_csv('trend.csv', header = true, delim = ',', quote = '"', escape = '"', types = {
    "at": 'DATE', id: 'VARCHAR', kind: 'VARCHAR', level: 'TINYINT', score: 'DECIMAL(4, 2)',
    answered: 'SMALLINT', not_applicable: 'SMALLINT', total: 'SMALLINT'
});

WITH last AS (
    SELECT *, date_trunc('quarter', "at") AS quarter
    FROM points
    WHERE kind IN ('model', 'area')
    -- Several points of one day stand in the order of the file.
    QUALIFY row_number() OVER (PARTITION BY id, quarter ORDER BY "at" DESC, place DESC) = 1
)
SELECT
    id,
    strftime(quarter, '%Y') || ' Q' || quarter(quarter) AS quarter,
    level,
    score,
    score - lag(score) OVER (PARTITION BY id ORDER BY last.quarter) AS since,
    answered + not_applicable || '/' || total AS answered
FROM last
ORDER BY kind <> 'model', id, last.quarter;
