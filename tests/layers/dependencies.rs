//! docs/dependencies.md says of every direct dependency why it is there, and of nothing else.

use std::collections::BTreeSet;
use std::fs;

/// The names in a table of Cargo.toml.
fn named_in_manifest(table: &str) -> BTreeSet<String> {
    let manifest = fs::read_to_string("Cargo.toml").expect("it is text");
    let manifest: toml_edit::DocumentMut = manifest.parse().expect("cargo reads it too");
    let table = manifest[table].as_table().expect("it is a table");
    table.iter().map(|(name, _)| name.to_owned()).collect()
}

/// The names in backticks that a section of the page is about: in the first column of its table or, without one, in its text.
fn named_on_page(heading: &str) -> BTreeSet<String> {
    let page = fs::read_to_string("docs/dependencies.md").expect("it is text");
    let (_, section) = page.split_once(&format!("\n## {heading}\n")).expect("the section is there");
    let section = section.split("\n## ").next().expect("it is not empty");
    let rows = section.lines().filter(|line| line.starts_with("| `"));
    let about: Vec<_> = match rows.clone().next() {
        Some(_) => rows.map(|row| row.split('|').nth(1).expect("it has a first column")).collect(),
        None => vec![section],
    };
    let names = about.into_iter().flat_map(|text| text.split('`').skip(1).step_by(2));
    names.filter(|name| !name.contains('.')).map(str::to_owned).collect()
}

#[test]
fn each_has_its_reason_on_one_page() {
    for (table, heading) in
        [("dependencies", "In the program"), ("build-dependencies", "To build it"), ("dev-dependencies", "To test it")]
    {
        let (needed, told) = (named_in_manifest(table), named_on_page(heading));
        assert!(needed.len() > 2);
        let (untold, gone): (Vec<_>, Vec<_>) = (needed.difference(&told).collect(), told.difference(&needed).collect());
        assert!(untold.is_empty() && gone.is_empty(), "docs/dependencies.md: without a row {untold:?}, gone {gone:?}");
    }
}
