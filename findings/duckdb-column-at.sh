#!/usr/bin/env bash
# DuckDB reads no column called `at` unless it is quoted, and the error points at what stands behind it.
#
# DuckDB 2.0.1 (Python), also 1.5.6. In PostgreSQL and SQLite `at` is an ordinary name, as `date` is:
#
#     SELECT at, id FROM points            syntax error at or near ","
#     SELECT max(at) FROM points           syntax error at or near ")"
#     FROM points ORDER BY at              syntax error at or near "at"
#     read_csv('points.csv', types = {at: 'DATE'})      syntax error at or near "at"
#
# `AT (VERSION => …)` asks for a table as it was, and so the word is no column's name any more: `duckdb_keywords()` has it
# under `type_function`, next to `asof`. Where a table stands before it (`points.at`) or it is text (`{'at': 'DATE'}`) it is
# taken; `SELECT *` and files with such a column are fine, which is why one finds out late. The way out is `"at"`.
set -euo pipefail

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check duckdb==2.0.1
cd "$work"

printf 'at,id\n2026-11-21,1\n' >points.csv
venv/bin/python - <<'EOF'
import sqlite3

import duckdb

database = duckdb.connect()
database.execute("CREATE TABLE points AS FROM 'points.csv'")


def refuses(statement, near):
    try:
        database.execute(statement)
    except duckdb.ParserException as error:
        assert f'at or near "{near}"' in str(error), f"changed: {error}"
    else:
        raise AssertionError(f"changed: {statement} works")


refuses("SELECT at, id FROM points", ",")
refuses("SELECT max(at) FROM points", ")")
refuses("SELECT id FROM points WHERE at > '2026-01-01'", ">")
refuses("FROM points ORDER BY at", "at")
refuses("FROM read_csv('points.csv', types = {at: 'DATE'})", "at")
refuses("CREATE TABLE others(at DATE)", "at")
kinds = database.execute("SELECT keyword_category FROM duckdb_keywords() WHERE keyword_name = 'at'").fetchall()
assert kinds == [("type_function",)], f"changed: {kinds}"

# The ways out, and what never was a problem.
for statement in ['SELECT "at", id FROM points', "SELECT points.at FROM points", "FROM points", "SELECT id AS at FROM points",
                  "FROM read_csv('points.csv', types = {'at': 'DATE'})"]:
    database.execute(statement).fetchall()
other = sqlite3.connect(":memory:")
other.execute("CREATE TABLE points(at TEXT, id INT)")
other.execute("SELECT max(at), id FROM points ORDER BY at")
EOF
echo "as described: at is a column only within quotes"
