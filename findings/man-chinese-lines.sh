#!/usr/bin/env bash
# `man` breaks no line of a Chinese manual page, though groff beside it knows how: a paragraph is one line, however long.
#
# man-db 2.11.2 with groff 1.22.4, of Debian 12. At a width of 60, the same page:
#
#     $ man -l tool.1
#            每个开发者每天至少提交一次，合并顺利：冲突少，而且总是以同样的方式解决。版本控制系统保存… (167 columns)
#     $ MANROFFOPT=-mzh man -l tool.1
#            每个开发者每天至少提交一次，合并顺利：冲突少，而且
#            总是以同样的方式解决。版本控制系统保存所有的源代
#            码、配置、脚本与文档。任何人都可以从一个来源重建任
#
# Without blanks there is nothing to break at unless groff is told which characters may stand at an end: `zh.tmac` tells it,
# the macros that groff brings for Chinese, and keeps `，` and `。` from the start of a line. `man` knows the language of a page,
# from the folder `zh_CN` and from the locale, and does not ask for them, there nor in the locale zh_CN.UTF-8. English words
# in the text hide it, as a line breaks at each blank.
# What helps who reads is `MANROFFOPT=-mzh`, and who writes `.mso zh.tmac` as the first line of the page; mandoc skips that line
# and breaks none either.
set -euo pipefail
man_db=$(man --version 2>/dev/null | cut -d ' ' -f 2) || true
groff=$(groff --version 2>/dev/null | sed -n '1s/.* //p') || true
[ "$man_db $groff" = "2.11.2 1.22.4" ] || {
    echo "man-db 2.11.2 and groff 1.22.4 are missing, these are '$man_db' and '$groff': run this on Debian 12 with both installed" >&2
    exit 1
}

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
export LC_ALL=C.UTF-8 MANWIDTH=60

mkdir -p pages/man1 pages/zh_CN/man1 told
cat >pages/zh_CN/man1/tool.1 <<'EOF'
.TH TOOL 1
.SH 名称
tool \- 成熟度自评
.SH 说明
每个开发者每天至少提交一次，合并顺利：冲突少，而且总是以同样的方式解决。版本控制系统保存所有的源代码、配置、脚本与文档。任何人都可以从一个来源重建任何一个版本。
EOF
{ echo '.mso zh.tmac'; cat pages/zh_CN/man1/tool.1; } >told/tool.1

# `paragraph EXPECTED COMMAND...`: the page is shown with these lines from 说明 to the next empty one.
paragraph() {
    local expected=$1 shown
    shift
    shown=$("$@" 2>/dev/null | sed -n '/^说明/,/^$/p' | sed '1d;/^$/d;s/^ *//')
    [ "$shown" = "$expected" ] || { printf 'changed: %s\n%s\n' "$*" "$shown"; exit 1; }
}

whole=$(tail -n 1 pages/zh_CN/man1/tool.1)
broken='每个开发者每天至少提交一次，合并顺利：冲突少，而且
总是以同样的方式解决。版本控制系统保存所有的源代
码、配置、脚本与文档。任何人都可以从一个来源重建任
何一个版本。'
paragraph "$whole" man -l pages/zh_CN/man1/tool.1
paragraph "$whole" env MANPATH="$work/pages" man -L zh_CN tool
# The ways out.
paragraph "$broken" env MANROFFOPT=-mzh man -l pages/zh_CN/man1/tool.1
paragraph "$broken" man -l told/tool.1
echo "as described: a Chinese paragraph is one line unless groff is told that it is Chinese"
