//! No circle of files: whoever reads one file has the files it needs below it, never round about above it again.

use std::collections::{BTreeMap, BTreeSet};

use crate::files;
use crate::paths::needs;

/// Parts whose files and the file above them still need each other: this list only becomes shorter.
const STILL_IN_CIRCLES: &[&str] = &["src/answers", "src/model", "src/scoring"];

/// The files that can be reached from a file over those it needs.
fn reached(from: &str, needs: &BTreeMap<String, BTreeSet<String>>) -> BTreeSet<String> {
    let mut reached = BTreeSet::new();
    let mut open: Vec<&String> = needs[from].iter().collect();
    while let Some(file) = open.pop() {
        if reached.insert(file.clone()) {
            open.extend(&needs[file]);
        }
    }
    reached
}

/// Every file that needs itself over others, with those it needs among them.
fn circles(files: &[(String, String)]) -> Vec<String> {
    let needs = needs(files);
    let all: BTreeMap<_, _> = needs.keys().map(|file| (file.clone(), reached(file, &needs))).collect();
    let stands = |file: &String| all[file].contains(file);
    let mut lines = Vec::new();
    for (file, others) in needs.iter().filter(|(file, _)| stands(file)) {
        let others: Vec<_> = others.iter().filter(|other| all[*other].contains(file)).cloned().collect();
        lines.push(format!("{file} needs {}", others.join(", ")));
    }
    lines
}

fn named(files: &[(&str, &str)]) -> Vec<(String, String)> {
    files.iter().map(|(path, text)| ((*path).to_owned(), (*text).to_owned())).collect()
}

#[test]
fn a_circle_is_found_however_it_is_written() {
    let ways = [
        "use super::b::thing;",
        "use crate::a::{c, b::{self, thing}};",
        "fn f() { super::super::a::b::thing() }",
        "mod tests { use super::super::b::thing; }",
        "mod other { fn f() {} } use super::{c::x as y, b::thing};",
    ];
    for way in ways {
        let files = [
            ("src/lib.rs", "mod a;"),
            ("src/a.rs", "mod b; mod c; mod d;"),
            ("src/a/b.rs", "use super::d::it;"),
            ("src/a/c.rs", "// use super::b\nconst C: &str = \"super::b::thing\";"),
            ("src/a/d.rs", way),
        ];
        let found = circles(&named(&files));
        assert_eq!(found, ["src/a/b.rs needs src/a/d.rs", "src/a/d.rs needs src/a/b.rs"], "{way}");
    }
    let parent = [("src/lib.rs", ""), ("src/a.rs", "mod b; pub use b::B;"), ("src/a/b.rs", "use super::A;")];
    assert_eq!(circles(&named(&parent)), ["src/a.rs needs src/a/b.rs", "src/a/b.rs needs src/a.rs"]);
}

#[test]
fn a_use_of_one_way_is_no_circle() {
    let files = [
        ("src/lib.rs", "pub mod a;"),
        ("src/a.rs", "mod b; mod c; pub use c::thing;"),
        ("src/a/b.rs", "pub struct B<'a>(&'a str); const Q: char = '\"';"),
        ("src/a/c.rs", "use super::b::B; use std::a::thing; mod tests { use super::thing; }"),
    ];
    assert!(circles(&named(&files)).is_empty());
}

#[test]
fn no_files_need_each_other() {
    let is_known = |line: &String| STILL_IN_CIRCLES.iter().any(|part| line.starts_with(part));
    let circles: Vec<_> = circles(&files("src")).into_iter().filter(|line| !is_known(line)).collect();
    assert!(circles.is_empty(), "{}", circles.join("\n"));
}
