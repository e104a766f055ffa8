#!/usr/bin/env bash
# csvkit takes a column of nothing but 0 and 1 for true and false, and one of lists like `3.1 3.2` for days.
#
# csvkit 2.2.0 with agate 1.14.2 and parsedatetime 2.6, Python 3.11. Of counts, and of lists joined by blanks:
#
#     $ csvstat --type counts.csv        $ csvjson lists.csv
#       2. count: Boolean                [{"id": "a", "clauses": "2001-03-02"}, {"id": "b", "clauses": "2001-02-02"}]
#       3. more: Number
#
# agate tries types from the strictest to text and takes the first that every value of the column fits. `Boolean` comes
# first, and its words include 0 and 1: the type of a count depends on the data of the day, and one 2 anywhere changes it.
# `Date` asks parsedatetime, which finds a day in `3.1 3.2`. Quotes around values change neither. What helps the writer is
# what no day is written like, as `["3.1","3.2"]`; what helps the reader is `--no-inference`.
set -euo pipefail

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check csvkit==2.2.0 agate==1.14.2 parsedatetime==2.6
cd "$work"
export PATH=$work/venv/bin:$PATH

# `shows EXPECTED COMMAND...`: the command prints exactly this.
shows() {
    local expected=$1 said
    shift
    said=$("$@" 2>/dev/null)
    [ "$said" = "$expected" ] || { printf 'changed: %s\n%s\n' "$*" "$said"; exit 1; }
}

printf 'id,count,more\na,0,0\nb,1,1\nc,0,2\n' >counts.csv
shows $'  1. id: Text\n  2. count: Boolean\n  3. more: Number' csvstat --type counts.csv
printf '"id","count"\n"a","0"\n"b","1"\n' >quoted.csv
shows $'  1. id: Text\n  2. count: Boolean' csvstat --type quoted.csv

printf 'id,clauses\na,3.1 3.2\nb,2.1 2.2\n' >lists.csv
shows '[{"id": "a", "clauses": "2001-03-02"}, {"id": "b", "clauses": "2001-02-02"}]' csvjson lists.csv
# The ways out: no guessing, or a list that is written like no day.
shows '[{"id": "a", "clauses": "3.1 3.2"}, {"id": "b", "clauses": "2.1 2.2"}]' csvjson --no-inference lists.csv
printf 'id,clauses\na,"[""3.1"",""3.2""]"\nb,"[""2.1""]"\n' >json.csv
shows $'  1. id: Text\n  2. clauses: Text' csvstat --type json.csv
echo "as described: csvkit takes counts for true and false, and lists for days"
