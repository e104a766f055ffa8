//! What texts name without a link: source files in the guides of developers, and sections of `docs/design.md` in the source.

use std::fs;
use std::path::Path;

use super::files;

fn read(path: &str) -> String {
    fs::read_to_string(path).expect("it is text")
}

/// Whether a word names a source file, and is no sentence that ends with one.
fn is_source_file(word: &str) -> bool {
    Path::new(word).extension().is_some_and(|ending| ending == "rs") && !word.contains(char::is_whitespace)
}

#[test]
fn source_files_that_guides_name_are_there() {
    let files: Vec<_> =
        ["src", "tests", "fuzz"].into_iter().flat_map(files).map(|(path, _)| format!("/{path}")).collect();
    let mut count = 0;
    for guide in ["CONTRIBUTING.md", "docs/design.md", "docs/dependencies.md"] {
        let text = read(guide);
        for name in text.split('`').filter(|word| is_source_file(word)) {
            count += 1;
            assert!(files.iter().any(|file| file.ends_with(&format!("/{name}"))), "{guide} names `{name}`");
        }
    }
    assert!(count > 20, "they are found");
}

#[test]
fn sections_of_the_design_that_the_source_names_are_there() {
    let design = read("docs/design.md");
    let mut count = 0;
    for (path, text) in ["src", "tests"].into_iter().flat_map(files) {
        // The name of a section may stand on the next line of the comment.
        let comments: Vec<_> = text.lines().filter_map(|line| line.trim_start().strip_prefix("//")).collect();
        let comments = comments.join(" ").replace(" / ", " ").replace(" ! ", " ");
        for named in comments.split("`docs/design.md`, ").skip(1) {
            let mut rest = named.trim_start_matches(['/', '!', ' ']);
            while let Some((section, after)) = rest.strip_prefix('"').and_then(|rest| rest.split_once('"')) {
                count += 1;
                assert!(design.contains(&format!("\n## {section}\n")), "{path} names \"{section}\"");
                rest = after.strip_prefix(" and ").unwrap_or_default();
            }
        }
    }
    assert!(count > 8, "they are found");
}
