#!/usr/bin/env bash
# ruamel.yaml reads every later file as YAML 1.1 once one file has said `%YAML 1.1`, and writes it back as such.
#
# ruamel.yaml 0.19.1. It is YAML 1.2 without asking, so that `no` and `1:30` are texts. One `YAML()` reads two files:
#
#     first.yaml        second.yaml        second.yaml, alone                   second.yaml, after first.yaml
#     %YAML 1.1         answer: no         answer='no' id='1:30' n='x'          answer=False id=90 False='x'
#     ---               id: 1:30
#     level: 2          n: x
#
# The directive is of its document, yet the version is kept in the `YAML()`, also where `version = "1.2"` was set there; with
# `typ="safe"` it is the same. What a file says then depends on the files read before it, in the order of a folder. Written
# back, `second.yaml` begins with `%YAML 1.1` and holds `false`, `90` and a key `false`. A file that says `%YAML 1.2` itself
# resets it.
# What helps is a new `YAML()` for each file.
set -euo pipefail

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check ruamel.yaml==0.19.1
cd "$work"

printf '%%YAML 1.1\n---\nlevel: 2\n' >first.yaml
printf 'answer: no\nid: 1:30\nn: x\n' >second.yaml
printf '%%YAML 1.2\n---\nanswer: no\n' >third.yaml
venv/bin/python - <<'EOF'
import io
from pathlib import Path

from ruamel.yaml import YAML

FIRST, SECOND, THIRD = (Path(f"{name}.yaml") for name in ("first", "second", "third"))
TEXTS = {"answer": "no", "id": "1:30", "n": "x"}
OTHERS = {"answer": False, "id": 90, False: "x"}


def same(found, expected):
    assert found == expected and repr(found) == repr(expected), f"changed: {found}, not {expected}"


def written(yaml, value):
    text = io.StringIO()
    yaml.dump(value, text)
    return text.getvalue()


for made in (lambda: YAML(), lambda: YAML(typ="safe", pure=True)):
    yaml = made()
    same(dict(yaml.load(SECOND)), TEXTS)
    yaml.load(FIRST)
    same(dict(yaml.load(SECOND)), OTHERS)
    same(dict(yaml.load(THIRD)), {"answer": "no"})
    same(dict(yaml.load(SECOND)), TEXTS)

asked = YAML()
asked.version = "1.2"
asked.load(FIRST)
same(dict(asked.load(SECOND)), OTHERS)

one = YAML()
one.load(FIRST)
same(written(one, one.load(SECOND)), "%YAML 1.1\n---\nanswer: false\nid: 90\nfalse: x\n")

# The way out.
YAML().load(FIRST)
other = YAML()
same(written(other, other.load(SECOND)), "answer: no\nid: 1:30\nn: x\n")
EOF
echo "as described: a file that says it is YAML 1.1 changes those that are read after it"
