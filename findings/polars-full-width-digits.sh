#!/usr/bin/env bash
# Polars takes full-width digits such as `１２` for a number when it guesses the types of a CSV file, and then cannot read them.
#
# Polars 2.1.0, Python 3.11. Of a column `note` in which somebody typed a number with a Chinese input method:
#
#     id,note        pl.read_csv(file)                         could not parse `１２` as dtype `i128` at column 'note'
#     a,１２         pl.read_csv(file, ignore_errors=True)     note: null, and no word about it
#     b,
#
# Guessing knows the digits of every script (a regular expression with `\d` and Unicode), reading those of ASCII alone. One text
# among the values is enough for the column to be text, so that it depends on the rows of the day; `１.５` is a float in the same
# way, while a day in such digits stays text. Advice in the message, to look at more rows, is of no use: it is the guess. Quotes
# around the value do not help either. pandas 3.1.1 reads text.
# What helps is the type (`schema_overrides={"note": pl.String}`), no guessing (`infer_schema=False`), or NDJSON.
set -euo pipefail

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check polars==2.1.0 pandas==3.1.1
cd "$work"

venv/bin/python - <<'EOF'
import io

import pandas
import polars as pl


def column(*values):
    return ("id,note\n" + "".join(f"{number},{value}\n" for number, value in enumerate(values))).encode()


def refuses(value, kind, file, **options):
    try:
        found = pl.read_csv(file, **options)
    except pl.exceptions.ComputeError as error:
        assert str(error).startswith(f"could not parse `{value}` as dtype `{kind}` at column 'note'"), f"changed: {error}"
    else:
        raise AssertionError(f"changed: {found}")


def reads(kind, values, file, **options):
    found = pl.read_csv(file, **options)["note"]
    assert found.dtype == kind and found.to_list() == values, f"changed: {found}"


refuses("１２", "i128", column("１２", ""))
refuses("１２", "i128", column("7", "１２"))
refuses('"１２"', "i128", column('"１２"'))
refuses("１２", "i128", column("１２"), infer_schema_length=None)
refuses("१२", "i128", column("१२"))
refuses("１.５", "f64", column("１.５"))
reads(pl.Int128, [None, None], column("１２", ""), ignore_errors=True)
reads(pl.Int64, [7, 12], column("7", "12"))
# A text among them, or what is no number in any script.
reads(pl.String, ["later", "１２"], column("later", "１２"))
reads(pl.String, ["２０２６-１１-２１"], column("２０２６-１１-２１"), try_parse_dates=True)
# The ways out.
reads(pl.String, ["１２"], column("１２"), schema_overrides={"note": pl.String})
reads(pl.String, ["１２"], column("１２"), infer_schema=False)
rows = pl.read_ndjson(io.BytesIO('{"id": 0, "note": "１２"}\n'.encode()))
assert rows["note"].to_list() == ["１２"], f"changed: {rows}"
rows = pandas.read_csv(io.BytesIO(column("１２")))
assert rows["note"].tolist() == ["１２"], f"changed: {rows}"
EOF
echo "as described: full-width digits are a number until they are read"
