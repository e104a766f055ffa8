-- The same table of `assess rollup -o rows.ndjson`: lists are lists there, and no text has a sign before it that keeps
-- spreadsheets from taking it for a formula. Read these rows where notes and reasons are to be searched.
CREATE OR REPLACE TABLE rows AS
FROM read_json('rows.ndjson', format = 'newline_delimited', columns = {
    path: 'VARCHAR', team: 'VARCHAR', system: 'VARCHAR', owner: 'VARCHAR', date: 'DATE',
    model: 'VARCHAR', model_version: 'VARCHAR', id: 'VARCHAR', parent: 'VARCHAR', kind: 'VARCHAR',
    name: 'VARCHAR', name_en: 'VARCHAR', name_zh: 'VARCHAR', state: 'VARCHAR',
    level: 'TINYINT', best: 'TINYINT', worst: 'TINYINT', partial: 'BOOLEAN', score: 'DECIMAL(4, 2)',
    answered: 'SMALLINT', not_applicable: 'SMALLINT', excepted: 'SMALLINT', total: 'SMALLINT',
    claimed: 'TINYINT', claimed_part: 'BOOLEAN', met: 'VARCHAR[]', degrees: 'JSON', exceptions: 'JSON',
    na: 'VARCHAR', na_until: 'DATE', note: 'VARCHAR', evidence: 'VARCHAR[]', outcomes: 'JSON'
});
