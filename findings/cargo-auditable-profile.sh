#!/usr/bin/env bash
# A profile taken of a program that `cargo build` made is not used by `cargo auditable build` for the package itself.
#
# Cargo 1.95.0 with cargo-auditable 0.7.7. A profile (`-C profile-generate`, then `-C profile-use`) names functions as the
# linker does, and in each such name is a hash. Cargo takes care that flags do not change it, so that the second build finds
# what the first one counted. cargo-auditable has the crates of the workspace compiled through a wrapper, and a wrapper does
# change it. How often `main` ran is known, or not:
#
#     profile of          used by                  main ran
#     cargo build         cargo build              once
#     cargo build         cargo auditable build    unknown
#     cargo auditable     cargo auditable build    once
#
# There is no warning: a function that a profile does not name is compiled without one. Crates from a registry have no
# wrapper, so their part of the profile is used, the program gets faster by that, and it looks as if all had worked.
# What helps is to take the profile of a program that was built the same way.
set -euo pipefail
folder=$(rustc --print sysroot)/lib/rustlib/$(rustc -vV | sed -n 's/^host: //p')/bin
[ -x "$folder/llvm-profdata" ] ||
    { echo "llvm-profdata is missing: \`rustup component add llvm-tools\` and run this again" >&2; exit 1; }

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
unset RUSTFLAGS CARGO_TARGET_DIR RUSTC_WRAPPER RUSTC_WORKSPACE_WRAPPER
cargo install --quiet --locked --root "$work/tools" cargo-auditable@0.7.7
export PATH=$work/tools/bin:$PATH
mkdir -p "$work/counter/src"
cd "$work/counter"
printf '[package]\nname = "counter"\nversion = "0.1.0"\nedition = "2024"\n' > Cargo.toml
cat > src/main.rs <<'RUST'
fn main() {
    let vowels = std::env::args().flat_map(|word| word.chars().collect::<Vec<_>>()).filter(|it| "aeiou".contains(*it));
    println!("{}", vowels.count());
}
RUST

# `profile NAME COMMAND...`: takes a profile of what this builds.
profile() {
    local name=$1
    shift
    RUSTFLAGS="-C profile-generate" "$@" rustc --quiet --release --target-dir "$work/$name" -- --emit llvm-ir,link
    LLVM_PROFILE_FILE=$work/$name.profraw "$work/$name/release/counter" one two >/dev/null
    "$folder/llvm-profdata" merge -o "$work/$name.profdata" "$work/$name.profraw"
}

# `uses NAME COMMAND...`: how often `main` ran, by the profile, for what this builds with it.
uses() {
    local name=$1 code main
    shift
    rm -rf "$work/with"
    RUSTFLAGS="-C profile-use=$work/$name.profdata" "$@" rustc --quiet --release --target-dir "$work/with" -- \
        --emit llvm-ir,link 2> "$work/said"
    [ ! -s "$work/said" ] || { echo "changed: it warns"; cat "$work/said"; exit 1; }
    code=$(echo "$work"/with/release/deps/counter-*.ll)
    main=$(sed -n 's/^define .*@_ZN7counter4main.* !prof \(![0-9]*\).*/\1/p' "$code")
    if [ -n "$main" ]; then sed -n "s/^$main = .*\"function_entry_count\", i64 \([0-9]*\)}.*/\1/p" "$code"; else echo unknown; fi
}

# `expect WHAT EXPECTED SAID`
expect() {
    echo "$1: $3"
    [ "$2" = "$3" ] || { echo "changed: it was $2"; exit 1; }
}
profile plain cargo
profile audited cargo auditable
expect "profile of cargo build, used by cargo build" 1 "$(uses plain cargo)"
expect "profile of cargo build, used by cargo auditable build" unknown "$(uses plain cargo auditable)"
expect "profile of cargo auditable build, used by itself" 1 "$(uses audited cargo auditable)"
