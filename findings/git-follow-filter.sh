#!/usr/bin/env bash
# `git log --follow` forgets the old name of a file where the commit that renamed it is not among those asked for.
#
# Git 2.47.3, also 2.39.5. Ann wrote `old`, Bob renamed it to `new`, Ann went on:
#
#     $ git log --format='%an: %s' --follow -- new       $ git log --format='%an: %s' --follow --author=Ann -- new
#     Ann: change new                                    Ann: change new
#     Bob: rename old to new
#     Ann: change old
#     Ann: add old
#
# Three of the four are Ann's. Git learns of the rename when it compares that commit with its parent, which it does only for
# commits that it shows: `--author`, `--committer`, `--grep`, `--until` and `--skip` drop it before, and from there on down
# nothing is called `new`. The history does not look cut off, it looks short; with `--skip=2`, page two of a list, it is empty.
# `--reverse` shows the rename and nothing else.
# What helps is to follow without a filter and to choose afterwards, or to name the old names: `--author=Ann -- new old`.
set -euo pipefail
command -v git >/dev/null || { echo "git is missing: install it and run this again" >&2; exit 1; }

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
export GIT_CONFIG_NOSYSTEM=1 GIT_CONFIG_GLOBAL=/dev/null
day=0

# `commits NAME MESSAGE`: a commit of everything, a day after the one before it.
commits() {
    day=$((day + 1))
    git add --all
    GIT_AUTHOR_NAME=$1 GIT_AUTHOR_EMAIL=$1@example.org GIT_AUTHOR_DATE="2026-01-0${day}T12:00:00Z" \
        GIT_COMMITTER_NAME=$1 GIT_COMMITTER_EMAIL=$1@example.org GIT_COMMITTER_DATE="2026-01-0${day}T12:00:00Z" \
        git commit --quiet --message "$2"
}

# `shows EXPECTED OPTION...`: this is the history, with these options.
shows() {
    local expected=$1 said
    shift
    said=$(git log --format='%an: %s' "$@")
    [ "$said" = "$expected" ] || { printf 'changed: git log %s\n%s\n' "$*" "$said"; exit 1; }
}

git init --quiet .
seq 20 >old
commits Ann "add old"
seq 21 >old
commits Ann "change old"
git mv old new
commits Bob "rename old to new"
seq 22 >new
commits Ann "change new"

shows $'Ann: change new\nBob: rename old to new\nAnn: change old\nAnn: add old' --follow -- new
shows 'Ann: change new' --follow --author=Ann -- new
shows 'Ann: change new' --follow --committer=Ann -- new
shows 'Ann: change new' --follow --grep=change -- new
shows 'Bob: rename old to new' --follow --author=Bob -- new
shows 'Bob: rename old to new' --follow --reverse -- new
# Pages: the rename may be on this one, or on a later one.
shows $'Bob: rename old to new\nAnn: change old' --follow --skip=1 --max-count=2 -- new
shows '' --follow --skip=2 --max-count=2 -- new
shows '' --follow --until=2026-01-02T18:00:00Z -- new

# The ways out.
whole=$'Ann: change new\nAnn: change old\nAnn: add old'
shows "$whole" --author=Ann -- new old
[ "$(git log --follow --format='%an: %s' -- new | grep '^Ann: ')" = "$whole" ] || { echo "changed: choosing afterwards"; exit 1; }
echo "as described: a filter makes git forget the old name ($(git --version))"
