//! What is asked, checked and said before the first question.

use crate::support::folder::{Folder, MODEL, SECOND, answers, run};
use crate::support::pty::Terminal;

#[test]
fn without_a_terminal_other_ways_are_named() {
    let folder = Folder::empty();
    let output = run(folder.path(), &["interview"]);
    assert_eq!(output.status.code(), Some(2));
    let told = String::from_utf8_lossy(&output.stderr);
    assert!(told.starts_with("error: an interview needs a terminal\nhelp: `assess init answers.toml` "), "{told}");
    assert!(told.contains("`assess set answers.toml ID VALUE`"), "{told}");
    assert!(output.stdout.is_empty());
    assert!(!folder.file().exists(), "nothing is begun");
    std::fs::write(folder.path().join("our answers.toml"), "").expect("there is room");
    let output = run(folder.path(), &["interview", "our answers.toml"]);
    let told = String::from_utf8_lossy(&output.stderr);
    assert!(told.contains("help: `assess set 'our answers.toml' ID VALUE`"), "nothing to begin: {told}");
}

#[test]
fn areas_are_chosen_for_a_new_file() {
    let folder = Folder::empty();
    let mut terminal = Terminal::start(folder.path(), &["interview"], &[]);
    terminal.begins_with_everything().shows(&["Team"]).types("\r");
    terminal.shows(&["Areas", "[x]"]).types(" jj \r");
    terminal.says("every answer is saved at once", &["1/"]).types("q");
    terminal.ends(0);
    folder.holds(&["scope = [\"delivery\"]"]);
}

const MARKET: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/models/market");

#[test]
fn an_optional_area_is_offered_apart_and_without_a_tick() {
    for (keys, scope) in [("\r", None), ("j \r", Some("scope = [\"stall\", \"shop\"]"))] {
        let folder = Folder::empty();
        let mut terminal = Terminal::start(folder.path(), &["init", "--model", MARKET], &[]);
        terminal.shows(&["[x] Shop", "[ ] Stall (optional)"]).types(keys);
        terminal.ends(0);
        match scope {
            Some(scope) => folder.holds(&[scope, "# cover =", "# paying ="]),
            None => folder.lacks("# cover ="),
        }
    }
    let folder = Folder::empty();
    let mut terminal = Terminal::start(folder.path(), &["init", "--plain", "--model", MARKET], &[]);
    terminal.shows(&["Areas, of shop (Shop); empty for all of these; optional: stall (Stall):"]).types("stall\r");
    terminal.ends(0);
    folder.holds(&["scope = [\"stall\"]"]);
}

#[test]
fn a_file_to_fill_in_asks_for_its_areas_too() {
    let folder = Folder::empty();
    let mut terminal = Terminal::start(folder.path(), &["init"], &[]);
    terminal.shows(&["Areas", "[x]"]).types(" jj \r");
    terminal.ends(0);
    folder.holds(&["scope = [\"delivery\"]", "# branching ="]);
}

#[test]
fn what_names_its_areas_or_wants_quiet_is_asked_nothing() {
    for arguments in [["init", "--scope=delivery"], ["-q", "init"]] {
        let folder = Folder::empty();
        let told = Terminal::start(folder.path(), &arguments, &[]).ends(0).screen.contents();
        assert!(!told.contains("Areas"), "{told}");
        assert!(folder.file().exists());
    }
}

#[test]
fn a_file_that_is_there_is_written_over_on_consent_alone() {
    let folder = Folder::with("greeting = 1");
    let before = folder.text();
    let start = |more: &[&str]| {
        let arguments = [&["init", "--model", MODEL], more].concat();
        let mut terminal = Terminal::start(folder.path(), &arguments, &[]);
        terminal.shows(&["`answers.toml` is there already", "Write over it, and lose its answers?"]);
        terminal
    };
    for no in ["n", "\r"] {
        let told = start(&[]).types(no).ends(2).screen.contents();
        assert!(told.contains("help: name another file, or remove it first"), "{told}");
        assert_eq!(folder.text(), before, "{no:?}");
    }
    start(&["--plain"]).types("\r").ends(2);
    assert_eq!(folder.text(), before);
    start(&[]).types("\x03").ends(130);
    assert_eq!(folder.text(), before);
    start(&[]).types("y").ends(0);
    assert!(!folder.text().contains("\ngreeting = 1"), "{}", folder.text());
    folder.holds(&["# greeting ="]);
}

#[test]
fn who_interrupts_the_choice_of_areas_keeps_a_sane_terminal() {
    let folder = Folder::empty();
    let mut terminal = Terminal::start(folder.path(), &["interview"], &[]);
    terminal.begins_with_everything().shows(&["Team"]).types("\r");
    terminal.shows(&["Areas", "[x]"]).types("\x03");
    terminal.ends(130);
    assert!(!folder.file().exists(), "nothing is begun");
}

#[test]
fn a_simple_terminal_chooses_areas_without_moving_the_cursor() {
    let folder = Folder::empty();
    let mut terminal = Terminal::start(folder.path(), &["interview", "--plain"], &[("TERM", "dumb")]);
    terminal.begins_with_everything().shows(&["Team"]).types("\r");
    terminal.shows(&["Areas"]).types("\r");
    terminal.shows(&["1/181"]).types("q\r");
    let bytes = terminal.ends(0).bytes;
    assert!(!bytes.contains(&0x1b), "{}", String::from_utf8_lossy(&bytes).escape_debug());
}

/// A file to the version before, with an answer that is gone since.
fn to_the_version_before() -> (Folder, String) {
    let folder = Folder::empty();
    let text = answers("greeting = 1\nbowing = 2").replace("model-version = \"2\"", "model-version = \"1\"");
    folder.write(&text);
    (folder, text)
}

#[test]
fn answers_to_the_version_before_are_brought_over_on_consent() {
    let (folder, _) = to_the_version_before();
    let mut terminal = folder.interview();
    terminal.shows(&["gone, kept as a comment: shop.counter.selling.bowing", "Write the new version?"]).types("y\r");
    terminal.shows(&[SECOND, "1 answered"]).types("q");
    terminal.ends(0);
    folder.holds(&["model-version = \"2.0\"", "greeting = 1", "# shop.counter.selling.bowing = 2"]);
}

#[test]
fn answers_to_the_version_before_stay_as_they_are_otherwise() {
    let (folder, text) = to_the_version_before();
    let mut terminal = folder.interview();
    terminal.shows(&["Write the new version?"]).types("n\r");
    terminal.ends(2);
    assert_eq!(folder.text(), text);
}

#[test]
fn a_file_with_mistakes_is_shown_and_not_touched() {
    let folder = Folder::with("greting = 1\npaying = 9");
    let before = folder.text();
    let mut terminal = folder.interview();
    let told = terminal.ends(2).screen.contents();
    assert!(told.contains("did you mean `greeting`?") && told.contains("9 is not a level of this model"), "{told}");
    assert_eq!(folder.text(), before);
}

#[test]
fn a_whole_file_has_nothing_more_to_ask() {
    let folder = Folder::with("greeting = 2\npaying = 1");
    let mut terminal = folder.interview();
    terminal.shows(&["All 2 questions are answered."]).types("q");
    let told = terminal.ends(0).screen.contents();
    assert!(told.contains("2.00") && told.contains("assess next answers.toml"), "{told}");
}

#[test]
fn what_is_no_text_to_read_is_not_written_to_a_terminal() {
    for (form, name) in [("html", "HTML"), ("xlsx", "XLSX")] {
        let folder = Folder::with("greeting = 2\npaying = 1");
        let mut terminal = Terminal::start(folder.path(), &["report", "--model", MODEL, "--format", form], &[]);
        let told = terminal.ends(2).screen.contents();
        let help = format!("assess report -o {form}=report.{form}");
        assert!(told.contains(&format!("{name} is not for a terminal")) && told.contains(&help), "{told}");
    }
}
