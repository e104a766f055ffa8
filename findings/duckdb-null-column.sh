#!/usr/bin/env bash
# DuckDB makes a table of NDJSON in which a key is null everywhere so far, and no value ever goes into that column.
#
# DuckDB 2.0.1 (Python), also 1.5.6, where the type is JSON and the error another. Of `{"id": 1, "note": null, "met": []}`:
#
#     CREATE TABLE rows AS FROM 'monday.ndjson';      -- note: "NULL", met: JSON[]
#     INSERT INTO rows FROM 'tuesday.ndjson';         -- Unimplemented type for cast (VARCHAR -> "NULL")
#
# The type of a column is that of the values seen, and a column of nulls has seen none: it gets the type "NULL", which is
# kept in the table and in Parquet files, and which nothing but null can be cast to. The same rows as CSV make a column of
# text, and both files read together (`read_json([…])`) do too; it is a table that grows day by day that breaks, on the first
# day with a note.
# What helps is to say the types: `read_json(…, columns = {id: 'BIGINT', note: 'VARCHAR', met: 'VARCHAR[]'})`.
set -euo pipefail

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check duckdb==2.0.1
cd "$work"

echo '{"id": 1, "note": null, "met": []}' >monday.ndjson
echo '{"id": 2, "note": "late", "met": ["3.1"]}' >tuesday.ndjson
printf 'id,note\n1,\n' >monday.csv
printf 'id,note\n2,late\n' >tuesday.csv
venv/bin/python - <<'EOF'
import duckdb

database = duckdb.connect()


def types(table):
    return [column[1] for column in database.execute(f"DESCRIBE {table}").fetchall()]


def refuses(statement, message):
    try:
        database.execute(statement)
    except duckdb.Error as error:
        assert message in str(error), f"changed: {error}"
    else:
        raise AssertionError(f"changed: {statement} works")


database.execute("CREATE TABLE rows AS FROM 'monday.ndjson'")
assert types("rows") == ["BIGINT", '"NULL"', "JSON[]"], f"changed: {types('rows')}"
refuses("INSERT INTO rows FROM 'tuesday.ndjson'", 'VARCHAR -> "NULL"')
refuses("INSERT INTO rows VALUES (3, 'late', [])", 'VARCHAR -> "NULL"')
database.execute("COPY rows TO 'rows.parquet'")
assert types("'rows.parquet'")[1] == '"NULL"', "changed: Parquet has another type"

# Neither CSV nor both files at once.
database.execute("CREATE TABLE lines AS FROM 'monday.csv'")
database.execute("INSERT INTO lines FROM 'tuesday.csv'")
database.execute("CREATE TABLE whole AS FROM read_json(['monday.ndjson', 'tuesday.ndjson'])")
assert types("whole")[1:] == ["VARCHAR", "VARCHAR[]"], f"changed: {types('whole')}"
# The way out.
said = "columns = {id: 'BIGINT', note: 'VARCHAR', met: 'VARCHAR[]'}"
database.execute(f"CREATE TABLE said AS FROM read_json('monday.ndjson', {said})")
database.execute("INSERT INTO said FROM 'tuesday.ndjson'")
EOF
echo "as described: a column of nulls takes no value later"
