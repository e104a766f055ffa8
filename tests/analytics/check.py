"""Holds the numbers of examples/analytics against those of `assess`: `tests/analytics/run` calls it in its environment."""

import json
import os
import shutil
import subprocess
import sys
from collections import Counter
from pathlib import Path

import duckdb

ROOT = Path(__file__).parents[2]
SQL = ROOT / "examples/analytics"
sys.path.insert(0, str(ROOT / "benches/rollup"))
import generate  # noqa: E402
import history  # noqa: E402

DAY = f"--as-of={generate.DAY}"
LEVELS = range(1, 6)


def assess(*arguments, folder):
    return subprocess.run(["assess", *arguments], cwd=folder, check=True, capture_output=True, text=True).stdout


def run_sql(name, database, folder):
    """Runs a file of SQL as the folder's own, and gives the rows of its last statement by name."""
    here = os.getcwd()
    os.chdir(folder)
    try:
        return query(database, (SQL / f"{name}.sql").read_text())
    finally:
        os.chdir(here)


def query(database, statements):
    """The rows of the last statement by name."""
    database.execute(statements)
    columns = [column[0] for column in database.description]
    return [dict(zip(columns, row)) for row in database.fetchall()]


def check(name, ours, theirs):
    """Both must be equal, and not empty."""
    assert ours, f"{name}: nothing to compare"
    if ours != theirs:
        pairs = [(one, other) for one, other in zip(ours, theirs) if one != other]
        raise AssertionError(f"{name}: {len(ours)} and {len(theirs)}; the first that differ: {pairs[:1]}")
    print(f"ok    {name}: {len(ours)} equal")


def spread(node):
    """What a node of the JSON of a rollup says of its teams, as the queries name it."""
    return {
        "id": node["id"],
        "scope": sorted(node["scope"]) if node["scope"] else None,
        "teams": node["teams"],
        "levels": [level["teams"] for level in node["levels"]],
        "open": node["unknown"],
        "n/a": node["not_applicable"],
        "median": node["median"],
        "lowest": node["lowest"],
    }


def in_order(nodes):
    return sorted(nodes, key=lambda node: (node["id"], node["scope"] or []))


def spreads(document):
    return in_order(spread(node) for node in document["nodes"] if node["kind"] != "dimension")


def levels(database, name, document):
    counts = ", ".join(f'"{level}"' for level in LEVELS)
    rows = query(database, f'SELECT id, scope, teams, [{counts}] AS levels, open, "n/a", median, lowest FROM levels')
    check(f"{name}: levels", spreads(document), in_order(rows))


def lowest(database, name, document, folder):
    rows = run_sql("lowest", database, folder)
    counted = sorted((row["team"], row["how many"]) for row in rows)
    named = lambda team: team["team"] or team["system"] or team["path"]
    due = sorted((named(team), len(team["holding"])) for team in document["teams"] if team["holding"])
    check(f"{name}: what holds teams", due, counted)
    lowest = {(row["team"], row["lowest"]) for row in rows}
    assert all(any((named(team), id) in lowest for id in team["holding"]) for team in document["teams"] if team["holding"])


def below(database, name, document, folder):
    rows = run_sql("below", database, folder)
    due = [node for node in document["nodes"] if node["kind"] == "sub-domain" and node["below"] + node["undecided"] > 0]
    due = [(node["id"], node["teams"], node["below"], node["undecided"]) for node in due]
    check(f"{name}: below target", sorted(due), sorted((row["id"], row["teams"], row["below"], row["undecided"]) for row in rows))


def levers(database, name, document, folder):
    rows = run_sql("levers.json", database, folder)
    due = [(it["alone"], it["teams"], it["perhaps"], it["text"]["en"], it["ids"][0]) for it in document["levers"][:20]]
    check(f"{name}: levers", due, [tuple(row.values())[:5] for row in rows])


def holding(database, name, document, folder):
    """The questions that hold sub-domains, by the `limiting` of every single result."""
    run_sql("levers", database, folder)
    teams, alone = Counter(), Counter()
    for team in document["teams"]:
        result = json.loads(assess("score", team["path"], "--format=json", folder=folder))
        domains = [domain for area in result["areas"] for domain in area["domains"]]
        for node in (node for domain in domains for node in domain["sub_domains"]):
            if node["level"] is None or node["level"] == 5 or not (node["state"] == "complete" or node["certain"]):
                continue
            teams.update(node["limiting"])
            alone.update(node["limiting"] if len(node["limiting"]) == 1 else [])
    found = database.sql("SELECT id, count(*), count(*) FILTER (together = 1) FROM holding GROUP BY id").fetchall()
    check(f"{name}: questions that hold", sorted((id, teams[id], alone[id]) for id in teams), sorted(found))


def types(database, name, folder):
    """CSV and NDJSON give the same table: numbers, days, nothing and lists alike."""
    columns = database.sql("DESCRIBE rows").fetchall()
    kinds = {column[0]: column[1] for column in columns}
    assert kinds["date"] == kinds["na_until"] == "DATE" and kinds["partial"] == "BOOLEAN" and kinds["met"] == "JSON", kinds
    # Text that a spreadsheet would take for a formula or a number has a sign before it in CSV alone.
    plain = "* REPLACE (ltrim(note, '''') AS note, ltrim(na, '''') AS na, ltrim(team, '''') AS team, ltrim(path, '''') AS path"
    lists = ", met::JSON AS met, degrees::JSON AS degrees, exceptions::JSON AS exceptions, evidence::JSON AS evidence, outcomes::JSON AS outcomes)"
    ordered = f"SELECT {plain}{lists} FROM rows ORDER BY path, id"
    ours = database.sql(ordered).fetchall()
    other = duckdb.connect()
    run_sql("rows-ndjson", other, folder)
    listed = lambda rows: [tuple(json.loads(it) if str(it)[:1] in "[{" else it for it in row) for row in rows]
    check(f"{name}: rows of CSV and NDJSON", listed(ours), listed(other.sql(ordered).fetchall()))
    [(empty,)] = other.sql("SELECT count(*) FROM rows WHERE note = '' OR na = '' OR team = ''").fetchall()
    assert empty == 0, "what is not there is NULL, never an empty text"
    [(dated,)] = database.sql("SELECT count(*) FROM rows WHERE na_until IS NOT NULL").fetchall()
    print(f"ok    {name}: {dated} days of N/A read as days")


def spark(name, document, folder, files_per_task):
    """The Parquet of the Spark job, by way of DuckDB."""
    listed = sorted(str(path.relative_to(folder)) for path in folder.rglob("*.toml") if path.name.endswith("answers.toml"))
    (folder / "teams.list").write_text("".join(f"{path}\n" for path in listed))
    command = ["spark-submit", "--master", "local[2]", "--conf", "spark.ui.enabled=false", SQL / "spark.py"]
    command += ["teams.list", "out", DAY, "--files-per-task", str(files_per_task)]
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr[-4000:]
    read, broken = len(document["teams"]), len(document["broken"])
    assert f"{read} of {len(listed)} files read, {broken} could not be" in done.stdout, done.stdout[-1000:]
    database = duckdb.connect()
    table = lambda part: f"read_parquet('{folder}/out/{part}/*.parquet')"
    counts = ", ".join(f"level_{level}" for level in LEVELS)
    shown = f'id, scope, teams, [{counts}] AS levels, open, not_applicable AS "n/a", median, lowest'
    rows = query(database, f"SELECT {shown} FROM {table('levels')} WHERE kind <> 'dimension'")
    check(f"{name}: levels by Spark", spreads(document), in_order(rows))
    teams = f"SELECT path, level, score::DOUBLE FROM {table('rows')} WHERE kind = 'model' ORDER BY path"
    due = sorted((team["path"], team["nodes"][0]["level"], team["nodes"][0]["score"]) for team in document["teams"])
    check(f"{name}: teams by Spark", due, database.sql(teams).fetchall())
    found = [path for path, in database.sql(f"SELECT path FROM {table('broken')} ORDER BY path").fetchall()]
    assert found == sorted(entry["path"] for entry in document["broken"]), found


def trend(model, folder):
    history.make(model, folder, 200)
    assess("trend", "answers.toml", "-o", "trend.csv", folder=folder)
    document = json.loads(assess("trend", "answers.toml", "--every=quarter", "--format=json", folder=folder))
    rows = run_sql("trend", duckdb.connect(), folder)
    quarter = lambda day: f"{day[:4]} Q{(int(day[5:7]) + 2) // 3}"
    shown = [(quarter(point["at"]), node) for point in document["points"] for node in point["nodes"]]
    due = [(node["id"], quarter, node["level"], node["score"]) for quarter, node in shown if node["id"].count(".") == 0]
    check("trend by quarters", sorted(due), sorted((row["id"], row["quarter"], row["level"], float(row["score"])) for row in rows))
    first = {}
    for row in rows:
        before = first.get(row["id"])
        assert row["since"] == (None if before is None else row["score"] - before), row
        first[row["id"]] = row["score"]


def many(name, folder, files_per_task):
    outputs = ["-o", "rows.csv", "-o", "rows.ndjson", "-o", "rollup.json"]
    policy = ROOT / "examples/portfolio/assess.toml"
    assess("rollup", "--depth=dimension", f"--config={policy}", "--target=policy", DAY, "--exit-zero", *outputs, folder=folder)
    document = json.loads((folder / "rollup.json").read_text())
    database = duckdb.connect()
    run_sql("rows", database, folder)
    types(database, name, folder)
    run_sql("levels", database, folder)
    levels(database, name, document)
    lowest(database, name, document, folder)
    below(database, name, document, folder)
    levers(database, name, document, folder)
    if len(document["teams"]) < 20:
        holding(database, name, document, folder)
    spark(name, document, folder, files_per_task)


def main(work):
    shutil.copytree(ROOT / "examples/portfolio", work / "portfolio")
    many("portfolio", work / "portfolio", 4)
    model = generate.Model(json.loads(assess("model", "show", "--format=json", folder=work)))
    generate.generate(model, work / "generated", 300, broken_percent=2)
    many("300 generated teams", work / "generated", 50)
    trend(model, work / "repository")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
