"""Opens every workbook of a folder and says whether it is as promised: text is text, lists are lists, levels have shades.

The second folder has the same workbooks as LibreOffice saved them, which keep all that people rely on.
"""

import pathlib
import sys
import warnings
import zipfile
from xml.etree import ElementTree

from openpyxl import load_workbook
from openpyxl.cell import Cell

from outcome import check, end

warnings.simplefilter("error")
RAMP = ["440154", "3B528B", "21918C", "5EC962", "FDE725"]


def parts(path):
    """Every part is XML that can be read; none points outside, none holds a formula, a link or code."""
    archive = zipfile.ZipFile(path)
    names = archive.namelist()
    trees = [ElementTree.fromstring(archive.read(name)) for name in names]
    # A chart names the cells that it shows, within the file.
    charts = [name.startswith("xl/charts/") for name in names]
    tags = {e.tag.rsplit("}")[-1] for tree, is_chart in zip(trees, charts) if not is_chart for e in tree.iter()}
    outside = [e for tree in trees for e in tree.iter() if e.get("TargetMode") == "External"]
    check(f"{path.name}: no formula and no link in any part", not tags & {"f", "hyperlink"})
    check(f"{path.name}: nothing points outside", not outside)
    check(f"{path.name}: no code", not [name for name in names if "vba" in name.lower() or name.endswith(".bin")])


def properties(path, book):
    about = book.properties
    check(f"{path.name}: it has a title and no author", bool(about.title) and not about.creator and not about.lastModifiedBy)
    check(f"{path.name}: it is made on the day of the assessment", about.created.hour == about.created.minute == 0)


def values(path, book):
    known = (str, int, float, type(None))
    cells = [cell for sheet in book for row in sheet.iter_rows() for cell in row if isinstance(cell, Cell)]
    days = [cell for cell in cells if cell.is_date]
    others = [cell for cell in cells if not cell.is_date]
    check(f"{path.name}: a cell is a number, a day, text or empty", all(isinstance(cell.value, known) for cell in others))
    check(f"{path.name}: days show as days", all(cell.number_format == "yyyy-mm-dd" for cell in days))
    check(f"{path.name}: no cell is a formula or an error", not [cell for cell in cells if cell.data_type in "fe"])
    check(f"{path.name}: no cell is a link", not [cell for cell in cells if cell.hyperlink])
    texts = [cell.value for cell in cells if isinstance(cell.value, str)]
    check(f"{path.name}: no cell holds more than one can", all(len(text.encode("utf-16-le")) <= 2 * 32767 for text in texts))
    hidden = [text for text in texts for sign in text if (sign < " " and sign not in "\n\t") or sign in "\x7f\u202e\u2066"]
    check(f"{path.name}: no hidden character", not hidden)
    leads = [cell for cell in cells if isinstance(cell.value, str) and cell.value[:1] in tuple("=+-@＝＋－＠'")]
    check(f"{path.name}: what begins like a formula stays text when edited", all(cell.quotePrefix for cell in leads))


def lists(path, book):
    for sheet in book.worksheets[1:]:
        what = f"{path.name}: {sheet.title}"
        header = [cell.value for cell in sheet[1]]
        check(f"{what}: every column has a name of its own", all(header) and len(set(header)) == len(header))
        check(f"{what}: the header stays in view and filters", sheet.freeze_panes == "A2" and sheet.auto_filter.ref == sheet.dimensions)
        check(f"{what}: the header is printed on every page", sheet.print_title_rows == "$1:$1")
        widths = [sheet.column_dimensions[cell.column_letter].width for cell in sheet[1]]
        check(f"{what}: columns are neither hidden nor endless", all(3 <= width <= 80 for width in widths))


def shades(path, book):
    fills, wrong, scales = [], [], {}
    for sheet in book:
        for area in sheet.conditional_formatting:
            if area.rules[0].type == "colorScale":
                scales.setdefault(sheet.title, []).extend(rule.colorScale for rule in area.rules)
                places = [place for piece in area.cells.ranges for row in piece.rows for place in row]
                wrong += [place for place in places if sheet.cell(*place).value is None]
                continue
            rules = sorted(area.rules, key=lambda rule: int(rule.formula[0]))
            fills.append([(rule.dxf.fill.bgColor.rgb or "")[-6:] for rule in rules])
            places = [place for piece in area.cells.ranges for row in piece.rows for place in row]
            wrong += [place for place in places if sheet.cell(*place).value is None]
    check(f"{path.name}: levels have shades", bool(fills) and all(fill[0] == RAMP[0] and fill[-1] == RAMP[-1] for fill in fills))
    if all(len(fill) == len(RAMP) for fill in fills):
        check(f"{path.name}: five levels have the five shades", all(fill == RAMP for fill in fills))
    check(f"{path.name}: no empty cell is shaded as level 0", not wrong)
    heat = scales.get(book.worksheets[1].title, [])
    bounds = {tuple(float(end.val) for end in scale.cfvo) for scale in heat}
    check(f"{path.name}: the heat map has scales of scores and of shares", len(bounds) == 2 and (0.0, 1.0) in bounds or not fills)
    check(f"{path.name}: black is readable on every scale", all(brightness(color.rgb) > 0.3 for scale in heat for color in scale.color))


def brightness(color):
    """Relative luminance, as WCAG 2 defines it."""
    shares = [int(color[-6:][at:at + 2], 16) / 255 for at in (0, 2, 4)]
    linear = [share / 12.92 if share <= 0.04045 else ((share + 0.055) / 1.055) ** 2.4 for share in shares]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def charts(path, book):
    """One chart of the spreadsheet's own, of the scores in the summary."""
    summary, *others = book.worksheets
    check(f"{path.name}: there is one chart", len(summary._charts) == 1 and not any(sheet._charts for sheet in others))
    series = summary._charts[0].series
    check(f"{path.name}: it has one series", len(series) == 1)
    names, numbers = (ref.split("!")[1].replace("$", "") for ref in (series[0].cat.strRef.f, series[0].val.numRef.f))
    scores = [row[0].value for row in summary[numbers]]
    check(f"{path.name}: its bars are scores", any(isinstance(score, (int, float)) for score in scores) or "hostile" in path.name)
    check(f"{path.name}: each bar has a name", all(row[0].value for row in summary[names]))


def choices(path, book):
    """State, owner and due of the plan are chosen from a list, or typed."""
    plan = book.worksheets[-1]
    heads = {cell.column_letter: cell.value for cell in plan[1]}
    offered = {}
    for rule in plan.data_validations.dataValidation:
        letter = str(rule.sqref).split(":")[0].rstrip("0123456789")
        check(f"{path.name}: {heads[letter]}: a list that refuses nothing", rule.type == "list" and not rule.showErrorMessage)
        check(f"{path.name}: {heads[letter]}: no choice looks like a formula", not any(
            word[:1] in tuple("=+-@＝＋－＠") for word in rule.formula1.strip('"').split(",")))
        offered[heads[letter]] = rule.formula1.strip('"').split(",")
    english = "State" in heads.values()
    check(f"{path.name}: a state is chosen", offered.get("State" if english else "状态") in (["open", "in progress", "done"], ["未开始", "进行中", "已完成"]))
    due = offered.get("Due" if english else "期限", [])
    dated = any(getattr(cell, "is_date", False) for row in book.worksheets[0].iter_rows() for cell in row)
    check(f"{path.name}: due is the end of a quarter", len(due) == 4 * dated and all(day[5:] in ("03-31", "06-30", "09-30", "12-31") for day in due))
    if path.name.startswith("strong"):
        check(f"{path.name}: owners are those who are named", "payments lead" in offered["Owner" if english else "负责人"])


def kinds(sheet):
    """What stands in each column of a list: the types of its cells, by the name of the column."""
    columns = {}
    for row in sheet.iter_rows(min_row=2):
        for header, cell in zip(sheet[1], row):
            if cell.value is not None:
                kind = "day" if cell.is_date else "text" if isinstance(cell.value, str) else "number"
                columns.setdefault(header.value, set()).add(kind)
    return columns


def types(path, book):
    for sheet in book.worksheets[1:]:
        mixed = {name: found for name, found in kinds(sheet).items() if len(found) > 1}
        # A day before 1900, which no spreadsheet knows, is text.
        check(f"{path.name}: {sheet.title}: a column has one type, not {mixed}", not mixed or path.name.startswith("hostile"))


def ids(path, book):
    """The last column has the id of what a row is about; what has no level of its own has its range as text."""
    for sheet in book.worksheets[1:]:
        rows = [{head.value: cell.value for head, cell in zip(sheet[1], row)} for row in sheet.iter_rows(min_row=2)]
        last = sheet[1][-1].value
        found = [row[last] for row in rows]
        # A plan without anything to do says so in a row of its own.
        known = [it for it in found if it]
        check(f"{path.name}: {sheet.title}: ids stand in the last column", last in ("Id", "ID") and len(known) >= len(found) - 1)
        check(f"{path.name}: {sheet.title}: ids are ids", all(set(it) <= set("abcdefghijklmnopqrstuvwxyz0123456789.-") for it in known))
        if sheet is not book.worksheets[-1]:
            check(f"{path.name}: {sheet.title}: a row for each id", len(set(known)) == len(found))
        ranges = [(row[level], row[name]) for row in rows for level, name in
                  (("Level", "Range"), ("级别", "区间"), ("Level of sub-domain", "Range of sub-domain"), ("子域级别", "子域区间"))
                  if name in row]
        moved = sheet.title in ("What moved", "变化")
        check(f"{path.name}: {sheet.title}: there are ranges", moved or bool(ranges) == bool(rows))
        check(f"{path.name}: {sheet.title}: a level or a range, never both", all(level is None or text is None for level, text in ranges))


def fills(sheet):
    """The color of each level, by the cells that have it."""
    return {
        place: sorted((rule.formula[0], rule.dxf.fill.bgColor.rgb[-6:]) for rule in area.rules if rule.formula)
        for area in sheet.conditional_formatting
        for piece in area.cells.ranges
        for row in piece.rows
        for place in row
    }


def scales(sheet):
    """How often there is a scale between two colors."""
    found = [rule.colorScale for area in sheet.conditional_formatting for rule in area.rules if rule.colorScale]
    return sorted([color.rgb[-6:] for color in scale.color] for scale in found)


def round_trip(path, book, again):
    check(f"{path.name}: LibreOffice keeps the sheets", book.sheetnames == again.sheetnames)
    for sheet, other in zip(book.worksheets, again.worksheets):
        what = f"{path.name}: {sheet.title}: LibreOffice keeps"
        values = [[cell.value for cell in row] for row in sheet.iter_rows()]
        check(f"{what} every value", values == [[cell.value for cell in row] for row in other.iter_rows(max_row=sheet.max_row, max_col=sheet.max_column)])
        # The header in view belongs to the window, of which a conversion has none.
        check(f"{what} the shades of levels", fills(sheet) == fills(other))
        check(f"{what} the scales", scales(sheet) == scales(other))
        check(f"{what} charts and choices", [len(sheet._charts), len(sheet.data_validations.dataValidation)] == [len(other._charts), len(other.data_validations.dataValidation)])
        if sheet is not book.worksheets[0]:
            check(f"{what} the types of columns", kinds(sheet) == kinds(other))
            check(f"{what} the filter", sheet.auto_filter.ref == other.auto_filter.ref)
            formats = lambda it: [cell.number_format.replace("\\", "") for row in it.iter_rows(min_row=2) for cell in row if cell.is_date]
            check(f"{what} days as days", formats(sheet) == formats(other))


paths = sorted(pathlib.Path(sys.argv[1]).glob("*.xlsx"))
check("there are workbooks", len(paths) >= 10)
for path in paths:
    book = load_workbook(path)
    check(f"{path.name}: it has its sheets", len(book.worksheets) == (5 if path.name.startswith("compared") else 4))
    for look in (values, properties, lists, types, ids, shades, charts, choices):
        look(path, book)
    parts(path)
    with warnings.catch_warnings():
        # LibreOffice writes a style of its own that openpyxl wonders about.
        warnings.simplefilter("ignore")
        round_trip(path, book, load_workbook(pathlib.Path(sys.argv[2], path.name)))
end()
