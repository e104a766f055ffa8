#!/usr/bin/env bash
# sarif-tools reports a new issue, and fails its check, because one of the old ones was mended.
#
# sarif-tools 3.0.5, Python 3.11. The first of three findings of one rule is gone, the others stand as they were:
#
#     below-target answers.toml:5     Agile: planning is at level 2
#     below-target answers.toml:9     Delivery: build is at level 1
#     below-target answers.toml:14    Delivery: tests are at level 2
#
#     $ sarif --check error diff old.sarif new.sarif
#     error level: +1 -1
#       New issue "below-target Delivery:  ..." (2 occurrences)
#       Eliminated issue "below-target ..."
#     Check: exiting with return code 1 due to increase in issues at or above error severity
#
# An issue is a rule and what the messages of all its findings begin with, worked out for each file by itself, letter by letter.
# The fewer findings there are, the longer is that beginning, and of one that is left it is the whole message. So the findings
# that stayed have another name in the new file: one name is gone, one is new. That `ruleId`, place and `partialFingerprints` are
# the same in both does not count. Where all messages of a rule are alike, or begin with different letters to the last, nothing
# of this is seen.
# What helps is to compare by rule and fingerprint instead, as `match-results-forward` of the SARIF Multitool does.
set -euo pipefail

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check sarif-tools==3.0.5
cd "$work"
export PATH=$work/venv/bin:$PATH

venv/bin/python - <<'EOF'
import json

AGILE, BUILD, TESTS = (
    {
        "ruleId": "below-target",
        "level": "error",
        "message": {"text": text},
        "locations": [{"physicalLocation": {"artifactLocation": {"uri": "answers.toml"}, "region": {"startLine": line}}}],
        "partialFingerprints": {"reason/v1": f"below-target:{line}"},
    }
    for line, text in (
        (5, "Agile: planning is at level 2"),
        (9, "Delivery: build is at level 1"),
        (14, "Delivery: tests are at level 2"),
    )
)
DRIVER = {"driver": {"name": "gate", "rules": [{"id": "below-target"}]}}
FILES = {"old": [AGILE, BUILD, TESTS], "new": [BUILD, TESTS], "last": [TESTS], "other": [AGILE, TESTS]}
for name, results in FILES.items():
    with open(f"{name}.sarif", "w") as file:
        json.dump({"version": "2.1.0", "runs": [{"tool": DRIVER, "results": results}]}, file)
EOF

# `compares OLD NEW CODE LINE...`: the comparison ends with this exit code and has these lines about issues.
compares() {
    local old=$1 new=$2 code=$3 said found=0
    shift 3
    said=$(sarif --check error diff "$old.sarif" "$new.sarif" 2>/dev/null) || found=$?
    said=$(grep -E '^  [A-Z]' <<<"$said" || true)
    [ "$found $said" = "$code $(printf '%s\n' "$@")" ] || { printf 'changed: %s %s %s\n%s\n' "$old" "$new" "$found" "$said"; exit 1; }
}

compares old new 1 '  New issue "below-target Delivery:  ..." (2 occurrences)' '  Eliminated issue "below-target ..."'
compares new last 1 '  New issue "below-target Delivery: tests are at level 2" (1 occurrence)' \
    '  Eliminated issue "below-target Delivery:  ..."'
# The beginning is the same as before: an issue less, as one would expect.
compares old other 0 '  Number of occurrences 3 -> 2 (-1) for issue "below-target ..."'
echo "as described: what was mended makes the rest a new issue"
