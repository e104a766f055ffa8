#!/usr/bin/env bash
# Allure 3 shows the names and messages of a JUnit file as they are escaped there: `R&amp;D` for R&D, `&#25903;` for 支.
#
# allure 3.18.0 with @allurereport/reader 3.18.0, Node.js 20. Of one file, in the page as in CSV and `allure log`:
#
#     <testcase classname="R&amp;D" name="3 &lt; 4">       R&amp;D.3 &lt; 4
#     <testcase classname="a" name="&#25903;&#20184;">     a.&#25903;&#20184;
#     <failure message="say &quot;no&quot;">               say &quot;no&quot;
#     <failure …>below &amp; late</failure>               below &amp; late
#     <failure …><![CDATA[below &amp; late]]></failure>   below &amp; late
#
# Its XML parser is told to leave entities alone (`processEntities: false`), and nothing takes them out of the values later. A test
# is known by the escaped name: of two runs by two writers, of which one escapes `>` and the other does not, each test counts as
# two. Chinese is hit where a writer stays within ASCII, as `ElementTree.write` of Python does unless it is told the encoding: no
# name is readable then. The fourth line and the fifth are different texts in the file and the same in the report.
# What helps is CDATA for texts, an encoding that needs no numbers, and names without `&`, `<` and quotes.
set -euo pipefail
for needed in node npm python3; do
    command -v "$needed" >/dev/null || { echo "$needed is missing: install it and run this again" >&2; exit 1; }
done

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --silent --no-audit --no-fund allure@3.18.0 @allurereport/reader@3.18.0 >/dev/null

mkdir results
cat >results/gate.xml <<'XML'
<?xml version="1.0" encoding="UTF-8"?>
<testsuites>
  <testsuite name="R&amp;D" tests="5" failures="3">
    <testcase classname="R&amp;D" name="3 &lt; 4"/>
    <testcase classname="a" name="&#25903;&#20184;"/>
    <testcase classname="a" name="quotes"><failure message="say &quot;no&quot;"/></testcase>
    <testcase classname="a" name="text"><failure message="m">below &amp; late</failure></testcase>
    <testcase classname="a" name="data"><failure message="m"><![CDATA[below &amp; late]]></failure></testcase>
  </testsuite>
</testsuites>
XML
export NO_COLOR=1
node_modules/.bin/allure csv results --output report.csv >/dev/null
node_modules/.bin/allure log results >log

python3 - <<'EOF'
import csv
import xml.etree.ElementTree as ElementTree
from pathlib import Path

# What the file says.
tests = list(ElementTree.parse("results/gate.xml").iter("testcase"))
said = {f"{test.get('classname')}.{test.get('name')}" for test in tests}
assert said == {"R&D.3 < 4", "a.支付", "a.quotes", "a.text", "a.data"}, said
assert [test[0].text for test in tests[-2:]] == ["below & late", "below &amp; late"]

# What is reported of it.
with open("report.csv", newline="", encoding="utf-8") as file:
    rows = {row["Full Name"]: row for row in csv.DictReader(file)}
expected = {"R&amp;D.3 &lt; 4", "a.&#25903;&#20184;", "a.quotes", "a.text", "a.data"}
assert set(rows) == expected, f"changed: {set(rows)}"
assert {row["Suite"] for row in rows.values()} == {"R&amp;D"}, f"changed: {rows}"
assert rows["a.quotes"]["Error"] == "say &quot;no&quot;", f"changed: {rows['a.quotes']}"
for name in ("a.text", "a.data"):
    assert rows[name]["Stack Trace"] == "below &amp; late", f"changed: {rows[name]}"
log = Path("log").read_text(encoding="utf-8")
for text in ("R&amp;D", "3 &lt; 4", "&#25903;&#20184;", "say &quot;no&quot;"):
    assert text in log, f"changed: {text} is not in {log}"
EOF

# `counts EXPECTED NAME...`: files with a test of each of these names have so many tests in all.
counts() {
    local expected=$1 name number=0 said
    shift
    rm -rf runs
    mkdir runs
    for name; do
        number=$((number + 1))
        echo "<testsuite name='gate'><testcase classname='a' name='$name'/></testsuite>" >"runs/$number.xml"
    done
    said=$(node_modules/.bin/allure log runs | grep '^Total tests')
    [ "$said" = "Total tests: $expected" ] || { echo "changed: $* are $said"; exit 1; }
}
counts 1 '4 > 3' '4 > 3'
counts 2 '4 > 3' '4 &gt; 3'
echo "as described: the entities of a JUnit file stay in the report"
