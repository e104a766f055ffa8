#!/usr/bin/env bash
# LibreOffice takes the grade `2-` of a CSV file for minus two as soon as the command line names the separator.
#
# LibreOffice 7.4.7.2. Of the values `2-`, `3+`, `1/2`, `1:30` and `TRUE` in a column:
#
#     soffice --headless --convert-to fods grades.csv                                    five texts
#     soffice --headless --infilter=CSV:44,34,76 --convert-to fods grades.csv            -2, 3, a day, a time, true
#     soffice --headless --infilter=CSV:44,34,76,1,,0,, --convert-to fods grades.csv     five texts
#
# 44, 34 and 76 are the comma, the quote and UTF-8, which are what it takes without being told. The eighth option of that list
# is "detect special numbers", described as off where it is not given. It is off where the list is not given, and where its
# place is there and empty; a list that ends before it turns it on. Two commas at the end decide whether a column of grades is
# text. `2027-06-30` is a day and `3.10` is 3.1 each time.
# What helps is a list that is long enough to say so, `44,34,76,1,,0,false,false`, or to call the column text: `…,1,2/2`.
set -euo pipefail
version=$(soffice --version 2>/dev/null | cut -d ' ' -f 2) || true
[ "$version" = 7.4.7.2 ] || {
    echo "LibreOffice 7.4.7.2 is missing, this is '${version:-none}': install it (Debian 12: libreoffice-calc) and run this again" >&2
    exit 1
}

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
printf 'id,grade\na,2-\nb,3+\nc,1/2\nd,1:30\ne,TRUE\nf,2027-06-30\ng,3.10\n' >grades.csv

# `types EXPECTED OPTION...`: with these options, the values below `grade` are of these types.
types() {
    local expected=$1 found
    shift
    rm -f grades.fods
    LC_ALL=C.UTF-8 soffice "-env:UserInstallation=file://$work/profile" --headless "$@" --convert-to fods grades.csv >/dev/null 2>&1
    # A row has its id first: every second cell is a grade, and the first of them is the head.
    found=$(grep -o '<table:table-cell[^>]*office:value-type="[a-z]*"[^>]*>' grades.fods |
        sed -E 's/.*office:value-type="([a-z]*)".*/\1/' | awk 'NR % 2 == 0 && NR > 2' | paste -sd ' ')
    [ "$found" = "$expected" ] || { printf 'changed: %s\n%s\n' "$*" "$found"; exit 1; }
}

text='string string string string string date float'
guessed='float float date time boolean date float'
types "$text"
types "$guessed" --infilter=CSV:44,34,76
grep -q 'office:value="-2"' grades.fods || { echo "changed: 2- is no longer -2"; exit 1; }
types "$guessed" --infilter=CSV:44,34,76,1,,0
types "$text" --infilter=CSV:44,34,76,1,,0,,
# The ways out.
types "$text" --infilter=CSV:44,34,76,1,,0,false,false
types 'string string string string string string string' --infilter=CSV:44,34,76,1,2/2
echo "as described: a list of options that stops early turns on the detection of special numbers"
