"""Judges one output of `assess` where no ready-made validator does: `judge.py KIND FILE [MORE]`.

Prints what is wrong, a line each, and exits 1 if anything is. Knows nothing of how assess works.
"""

import csv
import json
import re
import subprocess
import sys
from collections import Counter
from html import unescape
from pathlib import Path
from urllib.parse import unquote

HOSTILE = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]")


def junit(path, schema):
    """The XML follows the schema of the Jenkins plug-in, and its counts are those of its cases."""
    from lxml import etree

    document = etree.parse(path)
    rules = etree.XMLSchema(etree.parse(schema))
    rules.validate(document)
    yield from (str(error) for error in rules.error_log)
    for suite in [*document.iter("testsuites"), *document.iter("testsuite")]:
        cases = list(suite.iter("testcase"))
        counted = {"tests": len(cases)}
        counted |= {f"{kind}s" if kind != "skipped" else kind: sum(case.find(kind) is not None for case in cases)
                    for kind in ("failure", "error", "skipped")}
        for name, number in counted.items():
            if suite.get(name) is not None and int(suite.get(name)) != number:
                yield f"<{suite.tag} {name}={suite.get(name)}>, but there are {number}"
    names = Counter((case.get("classname"), case.get("name")) for case in document.iter("testcase"))
    yield from (f"the case {name} is there {count} times" for name, count in names.items() if count > 1)
    yield from hostile("".join(document.getroot().itertext()))


def gitlab(path):
    """Beyond the schema: fingerprints are unique, else GitLab drops findings."""
    prints = Counter(finding["fingerprint"] for finding in json.loads(Path(path).read_text("utf-8")))
    yield from (f"the fingerprint {name} is there {count} times" for name, count in prints.items() if count > 1)


def github(path):
    """Each line is one workflow command, escaped as the runner undoes it, about a line that exists."""
    known = {"title", "file", "line", "endLine", "col", "endColumn"}
    for number, line in enumerate(Path(path).read_text("utf-8").split("\n")[:-1], 1):
        command = re.fullmatch(r"::(error|warning|notice)(?: ([^:]*))?::(.+)", line)
        if not command:
            yield f"{number}: no workflow command: {line!r}"
            continue
        properties = dict(part.partition("=")[::2] for part in (command[2] or "").split(",") if part)
        if properties.keys() - known:
            yield f"{number}: unknown properties {properties.keys() - known}"
        if re.search("%(?!25|0D|0A)", command[3]) or re.search("%(?!25|0D|0A|3A|2C)", command[2] or ""):
            yield f"{number}: a percent sign that is not escaped: {line!r}"
        yield from hostile(line)
        yield from place(number, unquote(properties.get("file", "")), properties.get("line"))


def place(number, file, line):
    """A file and line that an annotation points to."""
    if not file:
        return
    if file.startswith("/") or not Path(file).is_file():
        yield f"{number}: no such file from here: {file}"
    elif line and not 1 <= int(line) <= len(Path(file).read_text("utf-8").splitlines()):
        yield f"{number}: {file} has no line {line}"


def sarif_places(path):
    """Every place of a SARIF file is a line that exists, relative to where it was written."""
    for result in json.loads(Path(path).read_text("utf-8"))["runs"][0]["results"]:
        for location in result.get("locations", []):
            physical = location.get("physicalLocation", {})
            uri = physical.get("artifactLocation", {}).get("uri", "")
            yield from place(result["ruleId"], unquote(uri), physical.get("region", {}).get("startLine"))


def sarif_identities(path):
    """As GitHub counts: results of one rule at one path with one primaryLocationLineHash are one alert."""
    results = json.loads(Path(path).read_text("utf-8"))["runs"][0]["results"]
    alerts = Counter()
    for result in results:
        uri = result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"]
        alerts[result["ruleId"], uri, result.get("partialFingerprints", {}).get("primaryLocationLineHash")] += 1
    for (rule, uri, identity), count in alerts.items():
        if not identity:
            yield f"{rule} at {uri}: no primaryLocationLineHash"
        elif count > 1:
            yield f"{rule} at {uri}: {count} results are one alert: {identity}"


def sarif_rules(path):
    """The findings that the multitool wrote about a SARIF file, each rule once with its first place."""
    report = json.loads(Path(path).read_text("utf-8"))["runs"][0]
    rules = {rule["id"]: rule for rule in report["tool"]["driver"].get("rules", [])}
    told = set()
    for result in report["results"]:
        # A result without a level has that of its rule, and a rule's is "warning" by default.
        level, message = result.get("level", "warning"), result["message"]
        # The tool has no home page to name.
        if result["ruleId"] == "SARIF2005" and message.get("id") == "Warning_ProvideToolnformationUri":
            continue
        if level in ("error", "warning") and (result["ruleId"], message.get("id")) not in told:
            told.add((result["ruleId"], message.get("id")))
            text = rules.get(result["ruleId"], {}).get("messageStrings", {}).get(message.get("id"), message).get("text", "")
            for number, argument in enumerate(message.get("arguments", [])):
                text = text.replace(f"{{{number}}}", argument)
            yield f"{level} {result['ruleId']} {text}"


def markdown(path):
    """No text of others has become markup: no HTML but folding, no images, no links but plain ones, whole tables."""
    from markdown_it import MarkdownIt

    text = Path(path).read_text("utf-8")
    yield from hostile(text)
    tokens = MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"]).parse(text)
    for token in (inner for outer in tokens for inner in [outer, *(outer.children or [])]):
        if token.type.startswith("html") and not re.fullmatch(
            r"(\s|</?(details|summary|sub|b)>|<br ?/?>|[^<>])*", token.content
        ):
            yield f"HTML: {token.content!r}"
        if token.type == "image" or token.type == "link_open" and not token.attrGet("href").startswith("https://"):
            yield f"{token.type}: {token.attrs}"


def markdown_readers(path):
    """Readers that are not CommonMark show no signs of escaping: no backslash, no character by its number."""
    import markdown as python_markdown
    import markdown2

    text = Path(path).read_text("utf-8")
    pages = {
        "Python-Markdown": python_markdown.markdown(text, extensions=["tables", "fenced_code"]),
        "markdown2": markdown2.markdown(text, extras=["tables", "strike", "cuddled-lists"]),
    }
    for reader, page in pages.items():
        # What the program makes visible, as \\u{202e}, has a backslash of its own.
        shown = re.sub(r"\\u\{[0-9a-f]+\}", "", unescape(re.sub("<[^>]*>", "", page)))
        for sign in ("\\", "&#", "&amp;", "&lt;"):
            at = shown.find(sign)
            if at >= 0:
                yield f"{reader} shows {sign}: {shown[max(0, at - 60):at + 40]!r}"


NUMBERS = {"level", "best", "worst", "score", "answered", "not_applicable", "excepted", "total", "claimed", "step", "from", "to", "clause", "clauses"}
DAYS = {"date", "na_until"}
YES_OR_NO = {"partial", "claimed_part"}


def csv_types(path):
    """csvkit, which guesses a type for each column from all its values, guesses right, and keeps texts as they are."""
    with open(path, encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    run = lambda *command: subprocess.run([*command, "--snifflimit", "0", path], capture_output=True, text=True, check=True).stdout
    guesses = dict(re.fullmatch(r" *\d+\. (.*): (\w+)", line).groups() for line in run("csvstat", "--type").splitlines())
    if guesses.keys() != rows[0].keys():
        yield f"the columns are {list(guesses)}"
    for name, guess in guesses.items():
        values = {row[name] for row in rows} - {""}
        due = "Number" if name in NUMBERS else "Date" if name in DAYS else "Boolean" if name in YES_OR_NO else "Text"
        # A column without values, and one of nothing but 0 and 1, is yes or no to csvkit (findings/csvkit-types.sh).
        free = not values or due == "Number" and values <= {"0", "1"}
        if guess != due and not (free and guess == "Boolean"):
            yield f"{name} is {guess}, not {due}: {sorted(values)[:5]}"
    texts = [name for name, guess in guesses.items() if guess == "Text"]
    for number, (row, read) in enumerate(zip(rows, json.loads(run("csvjson")), strict=True), 1):
        yield from (f"row {number}: {name} is {read[name]!r}, not {row[name]!r}" for name in texts if (read[name] or "") != row[name])


def plain(path):
    """Text as a CI log shows it: nothing in it is obeyed by a terminal or by the runners of GitHub and Azure."""
    text = Path(path).read_text("utf-8")
    yield from hostile(text)
    for number, line in enumerate(text.splitlines(), 1):
        if line.lstrip().startswith("::") or "##[" in line or "##vso[" in line:
            yield f"{number}: a runner obeys this line: {line!r}"


def badge(path):
    """A well-formed SVG that runs and loads nothing."""
    from lxml import etree

    root = etree.parse(path, etree.XMLParser(resolve_entities=False)).getroot()
    if root.tag != "{http://www.w3.org/2000/svg}svg":
        yield f"the root is {root.tag}"
    for element in root.iter():
        name = str(element.tag).rpartition("}")[2]
        if name in ("script", "foreignObject", "image", "use") or any("href" in key or key.startswith("on") for key in element.keys()):
            yield f"<{name} {dict(element.attrib)}>"


def hostile(text):
    """Control and reordering characters that should have been made visible."""
    yield from (f"the character U+{ord(found):04X}" for found in sorted(set(HOSTILE.findall(text))))


def main():
    """Runs the judge of that name over the file."""
    kind, *arguments = sys.argv[1:]
    findings = list(globals()[kind.replace("-", "_")](*arguments))
    print("\n".join(findings))
    return 1 if findings else 0


if __name__ == "__main__":
    sys.exit(main())
