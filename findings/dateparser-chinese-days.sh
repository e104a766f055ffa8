#!/usr/bin/env bash
# dateparser reads 11月21日, a Chinese day without a year, in the year 2011, and 10月1日 as a day of January 2010.
#
# dateparser 1.5.0, Python 3.11, with 28 November 2026 for today:
#
#     3月5日       2026-03-05               11月21日           2011-11-21
#     9月30日      2026-09-30               12月3日            2012-03-28
#     10月1日      2010-01-28               12月31日           None
#
# Days of January to September are right, and so are those with a year. None of it is Chinese: with `languages=["zh"]` every
# line above is None, as 日 is left over behind the month and the day. Without it, Japanese is tried as well, which makes 11-21
# of it and has the year first: 11 is a year where no month may be 21, 10-1 is January of 2010 on the day that today is, and
# 12-31 is nothing. A month of one digit is taken for no year. So a deadline is years ago from October on, and tests that were
# written in spring pass.
# What helps is `settings={"DATE_ORDER": "MDY"}` without a language, or to say the format: `date_formats=["%m月%d日"]`.
set -euo pipefail

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check dateparser==1.5.0
cd "$work"

venv/bin/python - <<'EOF'
from datetime import datetime

import dateparser

TODAY = {"RELATIVE_BASE": datetime(2026, 11, 28)}


def reads(expected, text, settings=None, **options):
    found = dateparser.parse(text, settings=TODAY | (settings or {}), **options)
    found = found and found.date().isoformat()
    assert found == expected, f"changed: {text} is {found}"


RIGHT = {"3月5日": "2026-03-05", "9月30日": "2026-09-30"}
WRONG = {"10月1日": "2010-01-28", "11月21日": "2011-11-21", "12月3日": "2012-03-28", "12月31日": None}
MEANT = {"10月1日": "2026-10-01", "11月21日": "2026-11-21", "12月3日": "2026-12-03", "12月31日": "2026-12-31"}

for text, day in (RIGHT | WRONG).items():
    reads(day, text)
    reads(day, text, languages=["ja"])
    reads(None, text, languages=["zh"])
# With a year all is well, in Chinese too.
reads("2026-11-21", "2026年11月21日", languages=["zh"])
# The ways out.
for text, day in (RIGHT | MEANT).items():
    reads(day, text, settings={"DATE_ORDER": "MDY"})
    reads(day, text, date_formats=["%m月%d日"])
EOF
echo "as described: Chinese days from October on are read in the years 2010 to 2012"
