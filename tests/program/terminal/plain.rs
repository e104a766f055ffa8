//! The same questions as lines, for screen readers and simple terminals: no control sequence at all.

use crate::support::folder::{FIRST, Folder, SECOND};

/// Answers the tiny model line by line; all that was written to the terminal.
fn line_by_line(options: &[&str], variables: &[(&str, &str)]) -> String {
    let folder = Folder::empty();
    let mut terminal = folder.interview_with(options, variables);
    terminal.begins_with_everything().shows(&["Team"]).types("支付团队\r");
    terminal.shows(&[FIRST, "1/2"]).types("n 每天\r");
    terminal.shows(&["note: 每天"]).types("p\r");
    terminal.shows(&["Which level holds in full?"]).types("0\r");
    terminal.shows(&["[ ] 1.1", "[ ] 2.1"]).types("1.1 2.1\r");
    terminal
        .shows(&["Greeting -> 0, which counts as 1 by the clauses named (2-)", SECOND, "2/2"])
        .types("x nobody pays\r");
    terminal.shows(&["All 2 questions are answered."]).types("q\r");
    let ended = terminal.ends(0);
    folder.holds(&["team = \"支付团队\"", "paying = { na = \"nobody pays\" }"]);
    folder.says_of("greeting", &["level = 0", "met = [\"1.1\", \"2.1\"]", "note = \"每天\""]);
    let text = String::from_utf8(ended.bytes).expect("it is text");
    assert!(!text.contains('\x1b'), "an escape sequence:\n{}", text.escape_debug());
    text
}

#[test]
fn plain_lines_ask_the_same() {
    line_by_line(&["--plain"], &[]);
}

#[test]
fn a_variable_asks_for_plain_lines_too() {
    line_by_line(&[], &[("ASSESS_PLAIN", "1")]);
}

#[test]
fn a_simple_terminal_gets_plain_lines() {
    line_by_line(&[], &[("TERM", "dumb")]);
}

#[test]
fn plain_digits_finish_a_new_file() {
    let folder = Folder::empty();
    let mut terminal = folder.interview_with(&["--plain"], &[]);
    terminal.begins_with_everything().shows(&["Team"]).types("\r");
    terminal.shows(&[FIRST]).types("2\r");
    terminal.shows(&[SECOND]).types("1\r");
    terminal.shows(&["All 2 questions are answered."]).types("q\r");
    let ended = terminal.ends(0);
    assert!(ended.screen.contents().contains("2.00"), "{}", ended.screen.contents());
    assert!(!ended.bytes.contains(&0x1b), "{}", String::from_utf8_lossy(&ended.bytes).escape_debug());
    folder.holds(&["greeting = 2", "paying = 1"]);
    folder.lacks("\nteam");
}

#[test]
fn a_plain_note_is_replaced_and_removed() {
    let folder = Folder::with("paying = { level = 1, note = \"old\" }");
    let mut terminal = folder.interview_with(&["--plain", "--review"], &[]);
    terminal.shows(&[FIRST]).types("s\r");
    terminal.shows(&[SECOND, "note: old"]).types("n new\r");
    terminal.shows(&["note: new"]).types("q\r");
    terminal.ends(0);
    folder.holds(&["paying = { level = 1, note = \"new\" }"]);
}

#[test]
fn a_plain_line_is_read_as_a_whole() {
    let folder = Folder::with("greeting = 1\npaying = 1");
    let before = folder.text();
    let mut terminal = folder.interview_with(&["--plain", "--review"], &[]);
    terminal.shows(&[FIRST, "0 confirmed"]);
    for unknown in ["22", "12", "hello", "quitte", "skipped", "s 2", "3-", "7", "1\u{1b}[C"] {
        terminal.types(&format!("{unknown}\r"));
    }
    terminal.types("\r").shows(&[SECOND, "1 confirmed"]).types("BACK\r").shows(&[FIRST]).types("q\r");
    let text = String::from_utf8(terminal.ends(0).bytes).expect("it is text");
    let is_kept = |line: &&str| !line.starts_with("review = { since = ");
    assert!(folder.text().lines().filter(is_kept).eq(before.lines()), "{}", folder.text());
    assert_eq!(text.matches("is not known here").count(), 9, "{text}");
    let told = text.lines().filter(|line| line.contains("is not known here"));
    // What is typed ahead is echoed before, and leaves its answer beside the prompt.
    let mut told = told.map(|line| line.trim_start_matches("> "));
    assert!(told.all(|line| line.chars().count() <= 80), "lines wider than the terminal:\n{text}");
    assert!(!text.contains(['↑', '↓', '←', '→']) && !text.contains("Esc"), "keys that no line has:\n{text}");
}

#[test]
fn plain_words_and_grades_are_answers() {
    let folder = Folder::with("");
    let mut terminal = folder.begun_interview_with(&["--plain"], &[]);
    terminal.shows(&[FIRST]).types("skip\r").shows(&[SECOND]).types("back\r");
    terminal.types("?\r").shows(&["A book on shops", FIRST]).types("２-\r");
    terminal.shows(&["Greeting -> 2-", SECOND]).types("n/a 没有收银台\r");
    terminal.shows(&["All 2 questions are answered."]).types("3\r").shows(&["`3` is not known here"]).types("quit\r");
    let text = String::from_utf8(terminal.ends(0).bytes).expect("it is text");
    assert!(!text.contains(['↑', '↓', '←', '→']), "{text}");
    folder.holds(&["greeting = \"2-\"", "paying = { na = \"没有收银台\" }"]);
}

#[test]
fn a_plain_line_that_is_no_text_is_asked_again() {
    let folder = Folder::with("");
    let mut terminal = folder.begun_interview_with(&["--plain"], &[]);
    terminal.shows(&[FIRST]).types_bytes(b"\xff\xfe2\r").shows(&["that line is not UTF-8 text"]);
    terminal.types("2\r").shows(&[SECOND, "1 answered"]).types("q\r");
    terminal.ends(0);
    folder.holds(&["greeting = 2"]);
}

#[test]
fn plain_input_that_ends_too_early_begins_nothing() {
    let folder = Folder::empty();
    let mut terminal = folder.interview_with(&["--plain"], &[]);
    terminal.begins_with_everything().shows(&["Team"]).types("\x04");
    let told = terminal.ends(2).screen.contents();
    assert!(told.contains("error: the input ended before the first question"), "{told}");
    assert!(!folder.file().exists());
    folder.has_nothing_else();
}
