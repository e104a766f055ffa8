#!/usr/bin/env bash
# tomlkit writes a new table empty where the table around it stands in the file in two places, though reading it back shows all.
#
# tomlkit 0.15.2. `answers.delivery` has another table between its parts, as TOML allows:
#
#     [answers.delivery.build]           delivery = document["answers"]["delivery"]
#     speed = 3                          delivery["release"] = {}
#     [answers.agile.planning]           delivery["release"]["plan"] = 2
#     story = 1                          delivery["release"]             {'plan': 2}
#     [answers.delivery.data]            dumps(document)                 [answers.delivery.release], and nothing below it
#     change = 2
#
# `delivery.setdefault("release", {})["plan"] = 2` loses it as well, and lists are written `[]`. Of such a scattered table one
# gets a stand-in (`OutOfOrderTableProxy`), in which the dict that is put in becomes a table twice: one that the document
# writes and one that the stand-in hands out. In a file whose tables stand together the same lines are right, so that the
# order of somebody's file decides whether a script that fills it in works.
# What helps is to put in what is full already, to put in `tomlkit.table()` and not a dict, or to ask the document anew.
set -euo pipefail

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check tomlkit==0.15.2 tomli==2.4.0
cd "$work"

venv/bin/python - <<'EOF'
import tomli
import tomlkit

BUILD, PLANNING, DATA = (
    f"[answers.{table}]\n{line}\n" for table, line in
    (("delivery.build", "speed = 3"), ("agile.planning", "story = 1"), ("delivery.data", "change = 2"))
)
SCATTERED = BUILD + PLANNING + DATA
TOGETHER = BUILD + DATA + PLANNING
assert tomli.loads(SCATTERED) == tomli.loads(TOGETHER)


def assigned(delivery):
    delivery["release"] = {}
    delivery["release"]["plan"] = 2
    assert delivery["release"] == {"plan": 2}, "changed: what was put in is not shown"


def by_default(delivery):
    delivery.setdefault("release", {})["plan"] = 2
    assert delivery["release"] == {"plan": 2}, "changed: what was put in is not shown"


def listed(delivery):
    delivery["release"] = []
    delivery["release"].append(2)
    assert delivery["release"] == [2], "changed: what was put in is not shown"


def full(delivery):
    delivery["release"] = {"plan": 2}


def made(delivery):
    delivery["release"] = tomlkit.table()
    delivery["release"]["plan"] = 2


def written(text, change):
    document = tomlkit.parse(text)
    change(document["answers"]["delivery"])
    return tomli.loads(tomlkit.dumps(document))["answers"]["delivery"]["release"]


for change, lost, meant in [(assigned, {}, {"plan": 2}), (by_default, {}, {"plan": 2}), (listed, [], [2]),
                            (full, {"plan": 2}, {"plan": 2}), (made, {"plan": 2}, {"plan": 2})]:
    for text, expected in [(SCATTERED, lost), (TOGETHER, meant)]:
        found = written(text, change)
        assert found == expected, f"changed: {change.__name__} writes {found}, not {expected}"

# The other way out.
document = tomlkit.parse(SCATTERED)
document["answers"]["delivery"]["release"] = {}
document["answers"]["delivery"]["release"]["plan"] = 2
assert tomli.loads(tomlkit.dumps(document))["answers"]["delivery"]["release"] == {"plan": 2}
EOF
echo "as described: a table put into a scattered one is written empty"
