-- The rows of `assess rollup -o rows.csv` as a table. Types are said, not guessed: what DuckDB guesses of a column that is
-- empty today (`na_until`) is another type tomorrow. An empty field is NULL. Lists are JSON text.
CREATE OR REPLACE TABLE rows AS
SELECT * REPLACE (
    met::JSON AS met, degrees::JSON AS degrees, exceptions::JSON AS exceptions, evidence::JSON AS evidence,
    outcomes::JSON AS outcomes
)
FROM read_csv('rows.csv', header = true, delim = ',', quote = '"', escape = '"', types = {
    path: 'VARCHAR', team: 'VARCHAR', system: 'VARCHAR', owner: 'VARCHAR', date: 'DATE',
    model: 'VARCHAR', model_version: 'VARCHAR', id: 'VARCHAR', parent: 'VARCHAR', kind: 'VARCHAR',
    name: 'VARCHAR', name_en: 'VARCHAR', name_zh: 'VARCHAR', state: 'VARCHAR',
    level: 'TINYINT', best: 'TINYINT', worst: 'TINYINT', partial: 'BOOLEAN', score: 'DECIMAL(4, 2)',
    answered: 'SMALLINT', not_applicable: 'SMALLINT', excepted: 'SMALLINT', total: 'SMALLINT',
    claimed: 'TINYINT', claimed_part: 'BOOLEAN', met: 'VARCHAR', degrees: 'VARCHAR', exceptions: 'VARCHAR',
    na: 'VARCHAR', na_until: 'DATE', note: 'VARCHAR', evidence: 'VARCHAR', outcomes: 'VARCHAR'
});

-- What the queries below call a team: a file, as two files of one team both count.
CREATE OR REPLACE VIEW teams AS
SELECT path, coalesce(team, system, path) AS team, date, level, best, worst, score, answered, total,
    (SELECT list(areas.id ORDER BY areas.id) FROM rows AS areas WHERE areas.path = whole.path AND areas.kind = 'area')
        AS scope
FROM rows AS whole
WHERE kind = 'model';
