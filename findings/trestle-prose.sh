#!/usr/bin/env bash
# compliance-trestle loses code that ends a text, and puts what follows a list before it, from a catalog to Markdown and back.
#
# compliance-trestle 5.2.0, Python 3.11. Of the prose of four controls, after `author catalog-generate` and `catalog-assemble`
# with no change between them, and without a word:
#
#     Run:                  Each release:             -5 degrees             Each release:
#     ```                   - is signed               or less                * is signed
#     check --strict        - can be undone                                  * can be undone
#     ```                   Else it waits.                                   Else it waits.
#
#     "Run:"                "Each release: Else       "or less" and          as it was
#                           it waits." and two        a part "5 degrees"
#                           parts
#
# The prose of OSCAL is Markdown, in which `-` and `*` are the same. Trestle reads the page of a control for what it wrote
# itself: there a line that begins with `-` is a part of its own, whose id (`c2_smt.a`) and label it makes up, and parts stand
# after the prose. The catalog is valid before and after, and `trestle validate` finds nothing. A heading is lost with what is
# below it, but that is said.
# What helps is `*` for lists, text after code, and a diff of both catalogs before the first one goes.
set -euo pipefail

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check compliance-trestle==5.2.0
cd "$work"
trestle=$work/venv/bin/trestle
mkdir workspace
cd workspace
"$trestle" init --local >/dev/null

cat >../prose.py <<'EOF'
import json
import sys

PROSE = {
    "c1": "Run:\n\n```\ncheck --strict\n```",
    "c2": "Each release:\n\n- is signed\n- can be undone\n\nElse it waits.",
    "c3": "-5 degrees\nor less",
    "c4": "Each release:\n\n* is signed\n* can be undone\n\nElse it waits.",
}


def item(control, label, text):
    return {"id": f"{control}_smt.{label}", "name": "item", "props": [{"name": "label", "value": label}], "prose": text}


AFTER = {
    "c1": {"prose": "Run:"},
    "c2": {"prose": "Each release:\n\nElse it waits.", "parts": [item("c2", "a", "is signed"), item("c2", "b", "can be undone")]},
    "c3": {"prose": "or less", "parts": [item("c3", "a", "5 degrees")]},
    "c4": {"prose": PROSE["c4"]},
}


if sys.argv[1] == "make":
    controls = [{"id": name, "title": name, "parts": [{"id": f"{name}_smt", "name": "statement", "prose": prose}]}
                for name, prose in PROSE.items()]
    metadata = {"title": "Tiny", "last-modified": "2026-11-28T00:00:00Z", "version": "1", "oscal-version": "1.2.1"}
    print(json.dumps({"catalog": {"uuid": "1f0a3c1e-6b0a-4a53-9d0c-6f3a1f0c2d11", "metadata": metadata,
                                  "groups": [{"id": "g1", "title": "Group", "controls": controls}]}}))
else:
    with open("catalogs/after/catalog.json") as file:
        controls = json.load(file)["catalog"]["groups"][0]["controls"]
    for control in controls:
        part = control["parts"][0]
        found = {key: part[key] for key in ("prose", "parts") if key in part}
        assert len(control["parts"]) == 1 and found == AFTER[control["id"]], f"changed: {control}"
    assert len(controls) == len(AFTER)
EOF

../venv/bin/python ../prose.py make >../catalog.json
"$trestle" import --file ../catalog.json --output before >/dev/null
"$trestle" validate --file catalogs/before/catalog.json >/dev/null
"$trestle" author catalog-generate --name before --output pages >/dev/null
"$trestle" author catalog-assemble --name before --markdown pages --output after >../said 2>&1
[ ! -s ../said ] || { cat ../said; echo "changed: something is said"; exit 1; }
"$trestle" validate --file catalogs/after/catalog.json >/dev/null
../venv/bin/python ../prose.py compare
echo "as described: code at the end is lost, and text after a list stands before it"
