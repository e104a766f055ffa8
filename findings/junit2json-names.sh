#!/usr/bin/env bash
# junit2json makes numbers of names: the tests `3.1` and `3.10` become one, `1e3` becomes 1, and a commit `77e1234` null.
#
# junit2json 4.0.0 with xml2js 0.6.2, Node.js 20. Names, classes and messages of a JUnit file, in the JSON:
#
#     <testcase name="3.1"/>     3.1           <testcase name="007"/>        7
#     <testcase name="3.10"/>    3.1           <testcase name="1e3"/>        1
#     <testcase name=""/>        null          <testcase name="77e1234"/>    null
#
# Its types call `name` a text. Each attribute goes through xml2js's `parseNumbers`, meant for `time` and `tests`: what
# JavaScript takes for a number becomes one, and whole ones are read by `parseInt`, which stops at the `e` of 1e3 where the test
# before it did not. Digits with an `e` among them, as a short name of a commit can be, are too large for a number, and what
# is infinite is null in JSON. A text below an element stays as it is. Who counts tests by name counts fewer.
# What helps the writer is a name that is no number, as "clause 3.10"; what helps the reader is a second argument, `{}`, by
# which all attributes stay texts.
set -euo pipefail
for needed in node npm; do
    command -v "$needed" >/dev/null || { echo "$needed is missing: install it and run this again" >&2; exit 1; }
done

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --silent --no-audit --no-fund junit2json@4.0.0 xml2js@0.6.2 >/dev/null

cat >clauses.xml <<'EOF'
<testsuites name="2026">
  <testsuite name="1.10" tests="7">
    <testcase classname="4.10" name="3.1"/>
    <testcase classname="4.10" name="3.10"><failure message="3.10">3.10</failure></testcase>
    <testcase classname="4.10" name="007"/>
    <testcase classname="4.10" name="1e3"/>
    <testcase classname="4.10" name="77e1234"/>
    <testcase classname="4.10" name=""/>
    <testcase classname="4.10" name="clause 3.10"/>
  </testsuite>
</testsuites>
EOF
cat >read.mjs <<'EOF'
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { parse } from "junit2json";

const xml = readFileSync("clauses.xml", "utf8");
const read = async (...options) => JSON.parse(JSON.stringify(await parse(xml, ...options)));
const names = (all) => all.testsuite[0].testcase.map((test) => test.name);

const plain = await read();
assert.deepEqual(names(plain), [3.1, 3.1, 7, 1, null, null, "clause 3.10"]);
assert.deepEqual([plain.name, plain.testsuite[0].name, plain.testsuite[0].testcase[0].classname], [2026, 1.1, 4.1]);
assert.deepEqual(plain.testsuite[0].testcase[1].failure, [{ inner: "3.10", message: 3.1 }]);

// The way out.
const texts = await read({});
assert.deepEqual(names(texts), ["3.1", "3.10", "007", "1e3", "77e1234", "", "clause 3.10"]);
assert.equal(texts.testsuite[0].tests, "7");
EOF
node read.mjs
echo "as described: names that look like numbers become numbers"
