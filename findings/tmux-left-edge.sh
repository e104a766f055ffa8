#!/usr/bin/env bash
# tmux keeps a Chinese character whose right half was written over, if it stands at the left edge, and the line moves by one.
#
# tmux 3.3a (Debian 12). A character of two columns is written, then a letter onto its second column:
#
#     printf '版本\033[2Gx'          ` x本` in terminals and in tmux's own rule, `版x本` in tmux
#     printf ' 版本\033[3Gx'         `  x本`, one column further to the right
#
# Half a character cannot be shown: the one that is hit goes, and blanks take its place. tmux looks for it to the left of the
# cursor and stops before column 0, so that one at the edge stays, and all behind it stands one column too far right, on the
# screen and in `capture-pane`. Programs that redraw only what changed write like this, and text begins at the edge more often
# than not. Sources of 2026 look at column 0, too. Where half a character is erased (`CSI X`), or a blank put before that half
# (`CSI @`), the whole one stays at any column; terminals drop it.
# What helps is to write over it from its first column.
set -euo pipefail
version=$(tmux -V 2>/dev/null) || true
[ "$version" = "tmux 3.3a" ] || {
    echo "tmux 3.3a is missing, this is '${version:-none}': install it (Debian 12) and run this again" >&2
    exit 1
}

work=$(mktemp -d)
export TMUX_TMPDIR=$work LC_ALL=C.UTF-8
unset TMUX
trap 'tmux -L left-edge kill-server 2>/dev/null || true; rm -rf "$work"' EXIT

# A server goes with its last session: this one stays.
tmux -u -L left-edge -f /dev/null new-session -d -s stay -x 30 -y 5 'sleep 600'

# `draws EXPECTED TEXT`: after a program wrote this text, the first line is this.
draws() {
    local tries screen=
    tmux -L left-edge new-session -d -s draw -x 30 -y 5 "printf '$2\\nend'; sleep 60"
    for ((tries = 0; tries < 100; tries++)); do
        screen=$(tmux -L left-edge capture-pane -p -t draw)
        [[ $screen == *end* ]] && break
        sleep 0.1
    done
    tmux -L left-edge kill-session -t draw
    [ "${screen%%$'\n'*}" = "$1" ] || { printf 'changed: %s\n%s\n' "$2" "$screen"; exit 1; }
}

draws '版本' '版本'
draws '版x本' '版本\033[2Gx'
draws '版===号' '版本号\033[2G==='
draws '  x本' ' 版本\033[3Gx'
draws '版 x' '版本\033[4Gx'
draws '版 本' '版本\033[2G\033[1X'
draws ' 版 本' ' 版本\033[3G\033[1X'
draws ' 版 本' ' 版本\033[3G\033[1@'
# The way out.
draws 'x 本' '版本\033[1Gx'
draws ' x本' '版本\033[1G x'
echo "as described: half a character at the left edge stays whole"
