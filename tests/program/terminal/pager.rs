//! What is longer than the screen is shown by the user's own pager, and nothing else is.

use std::fs;
use std::path::Path;

use crate::support::folder::{Folder, MODEL, set_mode};
use crate::support::pty::Terminal;

/// A folder with a pager that keeps what it is given, and says so.
fn folder() -> Folder {
    let folder = Folder::with("greeting = 1");
    let script = "#!/bin/sh\ncat >paged\necho \"paged by $0 $*\"\n";
    fs::write(folder.path().join("pager"), script).expect("there is room");
    set_mode(&folder.path().join("pager"), 0o755);
    folder
}

fn paged(folder: &Path) -> Option<String> {
    fs::read_to_string(folder.join("paged")).ok()
}

/// What the terminal shows of a run, and what the pager was given.
#[track_caller]
fn run(arguments: &[&str], variables: &[(&str, &str)], code: u32) -> (String, Option<String>) {
    let folder = folder();
    let variables = [&[("ASSESS_PAGER", "./pager -x")], variables].concat();
    let shown = Terminal::start(folder.path(), arguments, &variables).ends(code).bytes;
    (String::from_utf8_lossy(&shown).into_owned(), paged(folder.path()))
}

#[test]
fn what_is_longer_than_the_screen_goes_through_the_pager() {
    for line in ["model list", "model show", "explain delivery", "score --help", "help"] {
        let (shown, paged) = run(&line.split(' ').collect::<Vec<_>>(), &[], 0);
        assert_eq!(shown, "paged by ./pager -x\r\n", "{line}");
        assert!(paged.is_some_and(|text| text.lines().count() > 20), "{line}");
    }
    for line in ["score long.toml", "next long.toml", "diff long.toml other.toml"] {
        let folder = folder();
        for (name, example) in [("long.toml", "examples/strong.toml"), ("other.toml", "examples/starting.toml")] {
            fs::copy(example, folder.path().join(name)).expect("the example is there");
        }
        let arguments: Vec<_> = line.split(' ').collect();
        let shown = Terminal::start(folder.path(), &arguments, &[("ASSESS_PAGER", "./pager")]).ends(0).bytes;
        assert!(String::from_utf8_lossy(&shown).starts_with("paged by ./pager \r\n"), "{line}");
        assert!(paged(folder.path()).is_some_and(|text| text.contains('\u{1b}')), "{line} keeps its colors");
    }
}

#[test]
fn what_goes_to_standard_error_is_said_after_the_pager() {
    let (shown, _) = run(&["model", "list", "-v", "--model", MODEL], &[], 0);
    assert!(shown.starts_with("model: "), "what fits is not paged: {shown}");
    let (shown, paged) = run(&["explain", "delivery", "-v"], &[], 0);
    assert!(paged.is_some() && shown.starts_with("paged by"), "{shown}");
    let (shown, _) = run(&["explain", "nowhere"], &[], 2);
    assert!(shown.contains("unknown id `nowhere`"), "{shown}");
}

#[test]
fn nothing_is_paged_where_nobody_turns_pages() {
    let list = ["model", "list"];
    for (more, variables) in [
        (&["--no-pager"][..], &[][..]),
        (&["-q"], &[]),
        (&["-qo", "list"], &[]),
        (&["--quiet"], &[]),
        (&["--plain"], &[]),
        (&[], &[("TERM", "dumb")]),
        (&[], &[("CI", "true")]),
        (&[], &[("ASSESS_PLAIN", "1")]),
        (&[], &[("ASSESS_PAGER", "")]),
        (&[], &[("ASSESS_PAGER", "cat")]),
        (&[], &[("ASSESS_PAGER", "no-such-pager -F")]),
        (&[], &[("ASSESS_PAGER", "./no-such-pager")]),
        (&[], &[("ASSESS_PAGER", "  "), ("PAGER", "./pager")]),
    ] {
        let line = if more.contains(&"-qo") { &["model", "show"] } else { &list };
        let (shown, paged) = run(&[line, more].concat(), variables, 0);
        assert_eq!(paged, None, "{more:?} {variables:?}");
        assert!(shown.lines().count() > 24 || more.contains(&"-qo"), "{more:?} {variables:?}: {shown}");
    }
    let (_, paged) = run(&["model", "show", "-o", "-"], &[], 0);
    assert_eq!(paged, None, "what `-o` names is for files and programs");
    let (shown, paged) = run(&["schema", "answers"], &[], 0);
    assert!(paged.is_none() && shown.lines().count() > 24, "it is for programs");
}

#[test]
fn nothing_is_paged_without_a_terminal_on_both_ends() {
    for redirection in [">out", "2>err", ">out 2>err"] {
        let folder = folder();
        let script = format!("\"$0\" model list {redirection}");
        let program = env!("CARGO_BIN_EXE_assess");
        let pager = [("ASSESS_PAGER", "./pager")];
        Terminal::start_program("sh", folder.path(), &["-c", &script, program], &pager).ends(0);
        assert_eq!(paged(folder.path()), None, "{redirection}");
    }
}

#[test]
fn the_pager_of_other_programs_serves_where_none_is_set_for_this_one() {
    let folder = folder();
    let program = env!("CARGO_BIN_EXE_assess");
    let script = "unset ASSESS_PAGER; \"$0\" model list";
    let shown = Terminal::start_program("sh", folder.path(), &["-c", script, program], &[("PAGER", "A=b ./pager")]);
    assert_eq!({ shown }.ends(0).bytes, b"paged by ./pager \r\n");
}

#[test]
fn a_pager_that_is_left_early_or_fails_changes_no_exit_code() {
    for pager in ["head -n 1", "sh -c 'exit 3'", "true"] {
        let folder = folder();
        let mut run = Terminal::start(folder.path(), &["model", "show"], &[("ASSESS_PAGER", pager)]);
        let shown = run.ends(0).bytes;
        assert!(shown.len() < 100, "{pager}: {}", String::from_utf8_lossy(&shown));
    }
}

#[test]
fn ctrl_c_is_for_the_pager() {
    let folder = folder();
    let script = "#!/bin/sh\ntrap 'echo interrupted; exit' INT\necho reading\nsleep 60 & wait\n";
    fs::write(folder.path().join("slow"), script).expect("there is room");
    set_mode(&folder.path().join("slow"), 0o755);
    let mut run = Terminal::start(folder.path(), &["model", "list"], &[("ASSESS_PAGER", "./slow")]);
    run.shows(&["reading"]).types("\x03").shows(&["interrupted"]).ends(0);
}
