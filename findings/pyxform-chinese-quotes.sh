#!/usr/bin/env bash
# pyxform writes ASCII quotes for the Chinese “ and ”, in the text of a question, its choices, its default, without a word.
#
# pyxform 4.5.0 with openpyxl 3.1.5, Python 3.11. Of a questionnaire as a workbook (XLSForm), in the form that it makes:
#
#     测试“左移”了吗？‘是’吗      测试"左移"了吗？'是'吗
#     heißt „fertig“              heißt „fertig"
#     指「左移」                  指「左移」
#
# In an expression, curly quotes are a slip of an office program: `${level} = ‘3’` means nothing until they are straight. pyxform
# straightens them in the cells of all sheets, before it knows what the cell is, so that a language whose quotes these are
# loses them: opening and closing are the same sign then, half as wide, and of the German pair one of two is changed. A default
# value is changed as well and no longer equals the text that it was copied from. `warnings` of the result is empty.
# What helps is 「 and 」, or to put the texts of the translations (`itext`) into the form afterwards.
set -euo pipefail

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check pyxform==4.5.0 openpyxl==3.1.5
cd "$work"

venv/bin/python - <<'EOF'
import xml.etree.ElementTree as ElementTree

import openpyxl
from pyxform.xls2xform import convert

SHEETS = {
    "survey": [
        ["type", "name", "label::中文 (zh)", "hint::中文 (zh)", "default"],
        ["text", "shift", "测试“左移”了吗？‘是’吗", "指「左移」", "“左移”"],
        ["select_one kinds", "kind", "heißt „fertig“", "《一》", None],
    ],
    "choices": [["list_name", "name", "label::中文 (zh)"], ["kinds", "one", "“左移”"]],
    "settings": [["form_title", "form_id"], ["“左移”的问题", "shift"]],
}
book = openpyxl.Workbook()
book.remove(book.active)
for name, rows in SHEETS.items():
    sheet = book.create_sheet(name)
    for row in rows:
        sheet.append(row)
book.save("shift.xlsx")

form = convert("shift.xlsx")
assert form.warnings == [], f"changed: {form.warnings}"
texts = {(element.text or "").strip() for element in ElementTree.fromstring(form.xform).iter()}
for expected in ('测试"左移"了吗？\'是\'吗', '"左移"', 'heißt „fertig"', '"左移"的问题', "指「左移」", "《一》"):
    assert expected in texts, f"changed: {expected} is not among {texts}"
assert not any(quote in text for text in texts for quote in "“”‘’"), f"changed: {texts}"
EOF
echo "as described: Chinese quotes become ASCII quotes"
