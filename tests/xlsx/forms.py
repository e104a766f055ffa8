"""Opens every questionnaire of some folders and says whether it can be filled in as it was made.

The first folder has them as they were made, the others as LibreOffice and Gnumeric saved them.
"""

import pathlib
import sys
import warnings

from openpyxl import load_workbook

from outcome import check, end

warnings.simplefilter("ignore")


def look(path):
    sheet, explanation, *others = load_workbook(path).worksheets
    what = f"{path.parent.name}/{path.name}"
    check(f"{what}: there are two sheets", not others)
    header = next(row for row in sheet.iter_rows() if row[0].value in ("Id", "ID"))
    names = {cell.value: cell.column_letter for cell in header}
    answer = names.get("Answer") or names["答案"]
    first, last = header[0].row + 1, sheet.max_row
    rules = [rule for rule in sheet.data_validations.dataValidation if f"{answer}{first}" in rule.sqref]
    check(f"{what}: an answer is chosen from a list", len(rules) == 1 and rules[0].type == "list")
    words = rules[0].formula1.strip('"').split(",")
    check(f"{what}: the list has levels and grades", words[0] == "1" and {"3", "3-"} <= set(words))
    check(f"{what}: nothing else is taken", rules[0].showErrorMessage and bool(rules[0].error))
    check(f"{what}: the last row has the list too", f"{answer}{last}" in rules[0].sqref)
    check(f"{what}: the sheet is protected, without a password", sheet.protection.sheet and not sheet.protection.password)
    rows = range(first, last + 1)
    check(f"{what}: answers can be filled in", not any(sheet[f"{answer}{row}"].protection.locked for row in rows))
    check(f"{what}: ids cannot be changed", all(sheet[f"A{row}"].protection.locked for row in rows))
    check(f"{what}: answers are text", all(sheet[f"{answer}{row}"].number_format == "@" for row in rows))
    check(f"{what}: texts are wrapped", all(sheet.cell(row, header[-1].column - 7).alignment.wrap_text for row in rows))


for folder in sys.argv[1:]:
    paths = sorted(pathlib.Path(folder).glob("*.xlsx"))
    check(f"{folder}: there are questionnaires", len(paths) >= 3)
    for path in paths:
        look(path)
end()
