//! The report of every team, in a folder with a page that links them.

use std::fs;

use super::teams::{GOOD, Teams};
use crate::support::folder::{answers, names, set_mode};

#[test]
fn the_report_of_every_team_is_written_and_linked() {
    let teams = Teams::new(&[
        ("in/pay ments/answers.toml", GOOD),
        ("in/Pay-ments.answers.toml", GOOD),
        ("in/index.answers.toml", GOOD),
        ("in/answers.toml", GOOD),
        ("in/broken.answers.toml", "greting = 1"),
        ("in/团队/answers.toml", GOOD),
    ]);
    let (code, _, stderr) = teams.run(&["in", "--reports", "out/a b", "-o", "page.html"]);
    assert_eq!(code, Some(2), "{stderr}");
    let written = names(&teams.path("out/a b"));
    let reports = ["Pay-ments.html", "answers.html", "index-2.html", "index.html", "pay-ments-2.html", "团队.html"];
    assert_eq!(written, reports);
    let read = |name: &str| fs::read_to_string(teams.path(name)).expect("it is text");
    assert!(read("out/a b/index.html").contains("<a href=\"%E5%9B%A2%E9%98%9F.html\">"));
    assert!(read("page.html").contains("<a href=\"out/a%20b/index-2.html\">"));
    assert!(read("out/a b/answers.html").contains("Selling"), "it is the report of a team");
    let (_, _, _) = teams.run(&["in", "--without", "names", "--reports", "private"]);
    let written = names(&teams.path("private"));
    assert_eq!(written, ["file-1.html", "file-2.html", "file-4.html", "file-5.html", "file-6.html", "index.html"]);
}

#[test]
fn reports_leave_files_of_others_alone_and_take_away_their_own_that_are_gone() {
    let teams = Teams::new(&[("in/one.answers.toml", GOOD), ("in/two.answers.toml", GOOD)]);
    let reports = ["in", "--reports", "out"];
    for foreign in ["two.html", "index.html"] {
        teams.write(&format!("out/{foreign}"), "mine\n");
        let (code, _, stderr) = teams.run(&reports);
        assert_eq!(code, Some(2), "{stderr}");
        let start =
            format!("error: `out/{foreign}` was not written by `--reports`, and would be overwritten\nhelp: remove");
        assert!(stderr.starts_with(&start), "{stderr}");
        assert_eq!(names(&teams.path("out")), [foreign], "nothing is written before");
        assert_eq!(fs::read_to_string(teams.path("out").join(foreign)).expect("it is there"), "mine\n");
        fs::remove_file(teams.path("out").join(foreign)).expect("it is there");
    }
    teams.write("out/notes.html", "mine\n");
    let (code, _, stderr) = teams.run(&reports);
    assert_eq!((code, stderr.as_str()), (Some(0), ""), "a page of another name is in nobody's way");
    fs::copy(teams.path("out/one.html"), teams.path("out/one-of-2026.html")).expect("there is room");
    fs::remove_file(teams.path("in/two.answers.toml")).expect("it is there");
    let (code, _, stderr) = teams.run(&reports);
    assert_eq!((code, stderr.as_str()), (Some(0), "removed from `out`, being of an earlier run: two.html\n"));
    assert_eq!(names(&teams.path("out")), ["index.html", "notes.html", "one-of-2026.html", "one.html"]);
    let (code, _, stderr) = teams.run(&["in", "--reports", "out", "--without", "names"]);
    assert_eq!(code, Some(0), "{stderr}");
    let left = ["file-1.html", "index.html", "notes.html", "one-of-2026.html"];
    assert_eq!(names(&teams.path("out")), left, "no name is left that is not to be known");
}

#[test]
fn reports_are_all_written_or_none() {
    let teams = Teams::new(&[("in/one.answers.toml", GOOD), ("in/two.answers.toml", GOOD)]);
    let run = || teams.run(&["in", "--reports", "out", "-o", "rows.csv", "-o", "all.md"]);
    assert_eq!(run().0, Some(0));
    let places = ["out/index.html", "out/one.html", "out/two.html", "rows.csv", "all.md"];
    let texts = || places.map(|place| fs::read_to_string(teams.path(place)).expect("it is there"));
    let before = texts();
    for name in ["in/one.answers.toml", "in/two.answers.toml"] {
        teams.write(name, &answers("greeting = 0\npaying = 0"));
    }
    set_mode(&teams.path("out/two.html"), 0o444);
    let (code, _, stderr) = run();
    assert!(code == Some(2) && stderr.contains("cannot write `out/two.html`"), "{stderr}");
    assert!(texts() == before, "nothing is another than before");
    assert_eq!(names(&teams.path("out")), ["index.html", "one.html", "two.html"], "nothing else is left");
    set_mode(&teams.path("out/two.html"), 0o644);
    assert_eq!(run().0, Some(0));
    assert!(texts().iter().zip(&before).all(|(now, before)| now != before));
}

#[test]
fn reports_need_a_folder() {
    let teams = Teams::new(&[("in/one.answers.toml", GOOD)]);
    teams.write("file", "mine\n");
    for reports in ["file", "file/below"] {
        let (code, _, stderr) = teams.run(&["in", "--reports", reports]);
        assert_eq!((code, stderr.as_str()), (Some(2), "error: `file` is no folder\nhelp: name a folder\n"));
    }
}

#[test]
fn no_document_takes_the_place_of_a_page_among_the_reports() {
    let teams = Teams::new(&[("in/one.answers.toml", GOOD)]);
    for target in ["out/index.html", "markdown=out/one.html", "./out/x.HTML"] {
        let (code, _, stderr) = teams.run(&["in", "--reports", "out", "-o", target]);
        assert_eq!(code, Some(2), "{stderr}");
        let stderr = stderr.split_whitespace().collect::<Vec<_>>().join(" ");
        assert!(stderr.contains("could be one of the pages that `--reports out` writes"), "{stderr}");
    }
    let (code, _, stderr) = teams.run(&["in", "--reports", "out", "-o", "out/all.json"]);
    assert_eq!(code, Some(0), "{stderr}");
}
