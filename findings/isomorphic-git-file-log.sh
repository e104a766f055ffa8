#!/usr/bin/env bash
# isomorphic-git's history of a file names commits that never touched it, and leaves out some that did, once branches met.
#
# isomorphic-git 1.44.19, Node.js 20. On `main` a level is raised to 2 and lowered to 1 again; meanwhile a branch changes
# another file, and is merged at the end:
#
#     git log -- level                       log({ filepath: "level" })
#     main: lower the level                  side: change the other file
#     main: raise the level                  main: raise the level
#     main: begin                            main: begin
#
# It puts the commits of all branches in one line by their dates, and takes one for a change if the file differs in the next
# of that line, whichever branch that is on. So what was done on one branch is said of a commit on the other, with its author
# and day, and two that agree by chance hide the change between them. A history without merges is right.
# What helps is to take `log` without `filepath` and to compare each commit with its own parents.
set -euo pipefail
for needed in git node npm; do
    command -v "$needed" >/dev/null || { echo "$needed is missing: install it and run this again" >&2; exit 1; }
done

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
export GIT_CONFIG_NOSYSTEM=1 GIT_CONFIG_GLOBAL=/dev/null
export GIT_AUTHOR_NAME=A GIT_AUTHOR_EMAIL=a@example.org GIT_COMMITTER_NAME=A GIT_COMMITTER_EMAIL=a@example.org
npm install --silent --no-audit --no-fund isomorphic-git@1.44.19 >/dev/null
day=0

# `next COMMAND...`: runs git on the next day.
next() {
    day=$((day + 1))
    GIT_AUTHOR_DATE="2026-01-0${day}T12:00:00Z" GIT_COMMITTER_DATE="2026-01-0${day}T12:00:00Z" git -C project "$@"
}

# `change FILE TEXT MESSAGE`: a commit in which this file has this text.
change() {
    echo "$2" >"project/$1"
    git -C project add "$1"
    next commit --quiet --message "$3"
}

git init --quiet --initial-branch=main project
echo "first" >project/other
git -C project add other
change level 1 "main: begin"
git -C project branch side
change level 2 "main: raise the level"
git -C project checkout --quiet side
change other second "side: change the other file"
git -C project checkout --quiet main
change level 1 "main: lower the level"
next merge --quiet --message "main: merge side" side

cat >read.mjs <<'EOF'
import fs from "node:fs";
import git from "isomorphic-git";

const here = { fs, dir: "project" };
const named = await git.log({ ...here, filepath: "level" });

// The way out.
const idOfLevel = async (oid) => (await git.readBlob({ ...here, oid, filepath: "level" })).oid;
const touched = [];
for (const entry of await git.log(here)) {
    const id = await idOfLevel(entry.oid);
    const before = await Promise.all(entry.commit.parent.map(idOfLevel));
    if (!before.includes(id)) touched.push(entry);
}
const titles = (entries) => entries.map((entry) => entry.commit.message.trim()).join("\n");
console.log(titles(process.argv[2] === "named" ? named : touched));
EOF

# `says EXPECTED COMMAND...`: the command prints exactly this.
says() {
    local expected=$1 said
    shift
    said=$("$@")
    [ "$said" = "$expected" ] || { printf 'changed: %s\n%s\n' "$*" "$said"; exit 1; }
}

says $'main: lower the level\nmain: raise the level\nmain: begin' git -C project log --format=%s -- level
says $'side: change the other file\nmain: raise the level\nmain: begin' node read.mjs named
says $'main: lower the level\nmain: raise the level\nmain: begin' node read.mjs touched
echo "as described: a commit that changed another file stands for one that changed this one"
