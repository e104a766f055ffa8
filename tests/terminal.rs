//! The interview as people have it: the whole program in a terminal, keys typed, the screen and the file read.
#![cfg(unix)]

#[path = "support/pty.rs"]
mod pty;

use std::fs;
use std::os::unix::fs::PermissionsExt as _;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

use pty::{Terminal, row};

const MODEL: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/models/tiny");
const FIRST: &str = "Who is greeted?";
const SECOND: &str = "How do people pay?";
const GREETING: &str = "shop.counter.selling.greeting";
const PAYING: &str = "shop.counter.selling.paying";

/// A folder for one test, with `answers.toml` in it unless it is to be begun.
struct Folder(tempfile::TempDir);

impl Folder {
    fn empty() -> Self {
        Self(tempfile::tempdir().expect("there is room"))
    }

    /// With these lines as the answers to the tiny model, last confirmed some time ago.
    fn with(lines: &str) -> Self {
        let folder = Self::empty();
        folder.write(&answers(lines));
        folder
    }

    fn path(&self) -> &Path {
        self.0.path()
    }

    fn file(&self) -> PathBuf {
        self.path().join("answers.toml")
    }

    fn write(&self, text: &str) {
        fs::write(self.file(), text).expect("it can be written");
    }

    fn text(&self) -> String {
        fs::read_to_string(self.file()).expect("it is text")
    }

    /// An interview over `answers.toml`.
    fn interview(&self) -> Terminal {
        self.interview_with(&[], &[])
    }

    fn interview_with(&self, options: &[&str], variables: &[(&str, &str)]) -> Terminal {
        let arguments = [&["interview", "--model", MODEL, "answers.toml"], options].concat();
        Terminal::start(self.path(), &arguments, variables)
    }

    /// Another program's change to one answer.
    fn set(&self, id: &str, value: &str) {
        let output = run(self.path(), &["set", "--model", MODEL, "answers.toml", id, value]);
        assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    }

    #[track_caller]
    fn holds(&self, lines: &[&str]) {
        let text = self.text();
        for line in lines {
            assert!(text.lines().any(|own| own == *line), "`{line}` is not in the file:\n{text}");
        }
    }

    /// The line of one answer has all of these in it.
    #[track_caller]
    fn says_of(&self, key: &str, parts: &[&str]) {
        let text = self.text();
        let line = text.lines().find(|line| line.starts_with(&format!("{key} = ")));
        assert!(
            line.is_some_and(|line| parts.iter().all(|part| line.contains(part))),
            "{key} lacks {parts:?}:\n{text}"
        );
    }

    #[track_caller]
    fn lacks(&self, words: &str) {
        let text = self.text();
        assert!(!text.contains(words), "`{words}` is in the file:\n{text}");
    }
}

fn answers(lines: &str) -> String {
    let head = "[assessment]\nmodel = \"tiny\"\nmodel-version = \"2\"\ndate = 2026-01-31\n";
    format!("schema = 1\n\n{head}\n[answers.shop.counter.selling]\n{lines}\n")
}

fn run(folder: &Path, arguments: &[&str]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_assess"));
    command.current_dir(folder).args(arguments).env("ASSESS_LANG", "en").stdin(Stdio::null());
    command.output().expect("the program runs")
}

/// The text with every run of blanks and line breaks as one blank.
fn words(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[test]
fn a_team_finishes_a_new_file() {
    let folder = Folder::empty();
    let mut terminal = folder.interview();
    terminal.shows(&["Team"]).types("支付团队\r");
    terminal.says("every answer is saved at once", &["1/2", FIRST, "0 answered"]).types("2");
    terminal.says("✓ Greeting → 2", &["2/2", SECOND, "1 answered", "level now 0–2"]).types("1");
    terminal.shows(&["All 2 questions are answered.", "2 answered"]).types("q");
    let left = terminal.ends(0).screen.contents();
    for words in ["Selling", "2.00", "assess next answers.toml"] {
        assert!(left.contains(words), "`{words}` is not shown at the end:\n{left}");
    }
    folder.holds(&["team = \"支付团队\"", "greeting = 2", "paying = 1"]);
    assert!(folder.text().lines().any(|line| line.starts_with("date = 20")));
}

#[test]
fn who_stops_goes_on_at_the_next_open_question() {
    let folder = Folder::with("");
    let mut terminal = folder.interview();
    terminal.shows(&[FIRST]).types("1");
    terminal.shows(&[SECOND]).types("q");
    let left = words(&terminal.ends(0).screen.contents());
    assert!(left.contains("1 of 2 answered; go on with `assess interview"), "{left}");
    folder.holds(&["greeting = 1", "date = 2026-01-31"]);
    let mut again = folder.interview();
    again.says("1 of 2 answered; going on", &["2/2", SECOND]).types("q");
    again.ends(0);
}

#[test]
fn the_date_moves_with_the_last_open_question() {
    let folder = Folder::with("greeting = 1");
    let mut terminal = folder.interview();
    terminal.shows(&[SECOND]).types("1");
    terminal.shows(&["All 2 questions are answered."]).types("q");
    terminal.ends(0);
    folder.lacks("date = 2026-01-31");
}

#[test]
fn ctrl_c_leaves_with_everything_saved() {
    let folder = Folder::with("");
    let mut terminal = folder.interview();
    terminal.shows(&[FIRST]).types("1");
    terminal.shows(&[SECOND]).types("\x03");
    let left = terminal.ends(130).screen.contents();
    assert!(left.contains("saved in answers.toml"), "{left}");
    folder.holds(&["greeting = 1"]);
}

#[test]
fn not_applicable_needs_a_reason() {
    let folder = Folder::with("");
    let mut terminal = folder.interview();
    terminal.shows(&[FIRST]).types("x");
    terminal.shows(&["Why does this not apply?"]).types("\r");
    terminal.says("not applicable needs a reason", &["Why does this not apply?"]);
    folder.lacks("na");
    terminal.types("只有网店\r");
    terminal.says("✓ Greeting → n/a", &[SECOND]).types("q");
    terminal.ends(0);
    folder.holds(&["greeting = { na = \"只有网店\" }"]);
    folder.lacks("paying");
}

#[test]
fn a_reason_is_given_to_the_rest() {
    let folder = Folder::with("");
    let mut terminal = folder.interview();
    terminal.shows(&[FIRST]).types("x");
    terminal.shows(&["Why does this not apply?"]).types("no shop\r");
    terminal.says("✓ Greeting → n/a", &[SECOND]).types("a");
    terminal.shows(&["All 2 questions are answered."]).types("q");
    terminal.ends(0);
    folder.holds(&["greeting = { na = \"no shop\" }", "paying = { na = \"no shop\" }"]);
}

#[test]
fn ticked_clauses_make_a_part_of_a_level() {
    let folder = Folder::with("");
    let mut terminal = folder.interview();
    terminal.shows(&[FIRST]).types("jj");
    terminal.shows(&["❯   1"]).types("p");
    terminal.shows(&["Level 1 is met in full", "[ ] 1  2.1 Everyone is greeted", "[ ] 2  2.2"]).types("2");
    terminal.shows(&["❯ [x] 2  2.2 Everyone is thanked", "[ ] 1  2.1"]).types("\r");
    terminal.says("✓ Greeting → 2-", &[SECOND]).types("q");
    terminal.ends(0);
    folder.holds(&["greeting = { level = 1, met = [\"2.2\"] }"]);
}

#[test]
fn a_tick_can_be_taken_back() {
    let folder = Folder::with("greeting = { level = 1, met = [\"2.2\"] }");
    let mut terminal = folder.interview();
    terminal.shows(&[SECOND]).types("b");
    terminal.shows(&[FIRST]).types("p");
    terminal.shows(&["[x] 2  2.2"]).types("2");
    terminal.shows(&["[ ] 2  2.2"]).types("\r");
    terminal.says("✓ Greeting → 1", &[SECOND]).types("q");
    terminal.ends(0);
    folder.holds(&["greeting = 1"]);
}

#[test]
fn a_chinese_note_is_edited_in_the_middle() {
    let folder = Folder::with("");
    let mut terminal = folder.interview();
    terminal.shows(&[FIRST]).types("n");
    terminal.shows(&["Note"]).types("只问候老客户");
    let stands_at = |column| move |screen: &vt100::Screen| screen.cursor_position().1 == column;
    terminal.shows(&["> 只问候老客户"]).waits("the cursor after six characters", stands_at(14));
    terminal.types("\x1b[D\x1b[D").waits("the cursor after four characters", stands_at(10));
    terminal.types("\x7f新").shows(&["> 只问候新客户"]);
    terminal.waits("a cursor to be seen", |screen| !screen.hide_cursor() && stands_at(10)(screen));
    terminal.types("\r").shows(&[FIRST, "note: 只问候新客户"]).types("2");
    terminal.says("✓ Greeting → 2", &[SECOND]).types("q");
    terminal.ends(0);
    folder.says_of("greeting", &["level = 2", "note = \"只问候新客户\""]);
}

#[test]
fn escape_leaves_a_note_as_it_was() {
    let folder = Folder::with("greeting = 1");
    let before = folder.text();
    let mut terminal = folder.interview();
    terminal.shows(&[SECOND]).types("n");
    terminal.shows(&["Note"]).types("weg");
    terminal.shows(&["> weg"]).types("\x1b");
    terminal.waits("no line to type in", |screen| !screen.contents().contains("> weg")).types("q");
    terminal.ends(0);
    assert_eq!(folder.text(), before);
}

#[test]
fn a_note_is_written_in_an_editor() {
    let folder = Folder::with("greeting = { level = 1, note = \"since May\" }");
    let editor = folder.path().join("editor");
    fs::write(&editor, "#!/bin/sh\nprintf ', 每天' >>\"$1\"\n").expect("it can be written");
    fs::set_permissions(&editor, fs::Permissions::from_mode(0o755)).expect("they can be set");
    let mut terminal = folder.interview_with(&[], &[("EDITOR", "./editor")]);
    terminal.shows(&[SECOND]).types("b");
    terminal.shows(&[FIRST]).types("e");
    terminal.shows(&[FIRST, "note: since May, 每天"]).types("q");
    terminal.ends(0);
    folder.holds(&["greeting = { level = 1, note = \"since May, 每天\" }"]);
}

#[test]
fn evidence_is_kept_with_the_answer() {
    let folder = Folder::with("");
    let mut terminal = folder.interview();
    terminal.shows(&[FIRST]).types("v");
    terminal.shows(&["Evidence"]).types("docs/问候.md\r");
    terminal.shows(&["evidence: docs/问候.md"]).presses("\r").types("2");
    terminal.says("✓ Greeting → 2", &[SECOND]).types("q");
    terminal.ends(0);
    folder.says_of("greeting", &["level = 2", "evidence = [\"docs/问候.md\"]"]);
}

#[test]
fn evidence_is_typed_one_by_one_until_a_line_is_empty() {
    let folder = Folder::with("");
    let mut terminal = folder.interview();
    terminal.shows(&[FIRST]).types("v");
    terminal.shows(&["Evidence"]).types("a.md\r");
    terminal.shows(&["Evidence", "evidence: a.md"]).types("b.md\r");
    terminal.shows(&["Evidence", "evidence: a.md, b.md"]).types("\r");
    terminal.shows(&["q quit", "evidence: a.md, b.md"]).types("q");
    terminal.ends(0);
    folder.holds(&["greeting = { evidence = [\"a.md\", \"b.md\"] }"]);
}

#[test]
fn an_answer_is_cleared() {
    let folder = Folder::with("greeting = 2");
    let mut terminal = folder.interview();
    terminal.shows(&[SECOND]).types("b");
    terminal.shows(&[FIRST]).types("c");
    terminal.says("Greeting: no answer", &[FIRST, "0 answered"]).types("q");
    terminal.ends(0);
    folder.lacks("greeting");
}

#[test]
fn saves_are_undone_one_after_the_other() {
    let folder = Folder::with("greeting = { level = 0, note = \"kept\" }");
    let before = folder.text();
    let mut terminal = folder.interview();
    terminal.shows(&[SECOND]).types("b");
    terminal.shows(&[FIRST]).types("2");
    terminal.shows(&[SECOND]).types("1");
    terminal.shows(&["All 2 questions are answered."]).types("z");
    terminal.says("undone", &[SECOND, "1 answered"]).types("z");
    terminal.says("undone", &[FIRST, "level now 0"]).types("z");
    terminal.says("nothing to undo", &[FIRST]).types("q");
    terminal.ends(0);
    let undated = |text: &str| text.lines().filter(|line| !line.starts_with("date")).collect::<Vec<_>>().join("\n");
    assert_eq!(undated(&folder.text()), undated(&before));
}

#[test]
fn a_reason_given_to_the_rest_is_one_save_to_undo() {
    let folder = Folder::empty();
    assert!(run(folder.path(), &["init"]).status.success());
    let part = "delivery.configuration.version-control";
    let mut terminal = Terminal::start(folder.path(), &["interview", "--only", part], &[]);
    terminal.shows(&["1/4"]).types("0");
    terminal.shows(&["Why does this not apply?"]).types("nothing is built\r");
    terminal.shows(&["2/4"]).types("a");
    terminal.shows(&["All 4 questions are answered."]).types("z");
    terminal.says("undone", &["1 answered"]).types("q");
    terminal.ends(0);
}

#[test]
fn back_shows_the_answer_and_enter_confirms_it() {
    let folder = Folder::with("greeting = 1");
    let before = folder.text();
    let mut terminal = folder.interview();
    terminal.shows(&["2/2", SECOND]).types("b");
    terminal.shows(&["1/2", FIRST, "1 ✓ Regulars are greeted"]).types("\r");
    terminal.shows(&["2/2", SECOND]).types("\x1b[D");
    terminal.shows(&["1/2", FIRST]).types("b");
    terminal.says("this is the first question", &[FIRST]).types("q");
    terminal.ends(0);
    assert_eq!(folder.text(), before);
}

#[test]
fn a_stray_enter_answers_nothing() {
    let folder = Folder::with("");
    let before = folder.text();
    let mut terminal = folder.interview();
    terminal.shows(&[FIRST]).types("\r\r\x1b[B");
    terminal.shows(&["❯   0", "1/2", "0 answered"]).types("q");
    terminal.ends(0);
    assert_eq!(folder.text(), before);
}

#[test]
fn an_arrow_and_enter_answer() {
    let folder = Folder::with("");
    let mut terminal = folder.interview();
    terminal.shows(&[FIRST]).types("\x1b[A");
    terminal.shows(&["❯   2"]).types("k");
    terminal.shows(&["❯   1"]).types("\r");
    terminal.says("✓ Greeting → 1", &[SECOND]).types("q");
    terminal.ends(0);
    folder.holds(&["greeting = 1"]);
}

#[test]
fn words_lead_to_a_question() {
    let folder = Folder::with("");
    let mut terminal = folder.interview();
    terminal.shows(&[FIRST]).types("/");
    terminal.shows(&["Jump to", "❯ Selling › Greeting", "Paying"]).types("付款");
    terminal
        .shows(&["> 付款", "❯ Selling › Paying"])
        .waits("one question found", |screen| !screen.contents().contains("Greeting"));
    terminal.types("\r").shows(&["2/2", SECOND]).types("g");
    terminal.shows(&["Jump to"]).types("nowhere");
    terminal.shows(&["no question has these words"]).types("\x1b");
    terminal.shows(&["2/2", SECOND]).types("q");
    terminal.ends(0);
}

#[test]
fn the_next_unanswered_question_is_one_key_away() {
    let folder = Folder::with("");
    let mut terminal = folder.interview();
    terminal.shows(&[FIRST]).types("u");
    terminal.shows(&[SECOND]).types("u");
    terminal.shows(&[FIRST]).types("2");
    terminal.shows(&[SECOND]).types("b");
    terminal.shows(&[FIRST]).types("u");
    terminal.shows(&[SECOND]).types("1");
    terminal.shows(&["All 2 questions are answered."]).types("u");
    terminal.says("everything is answered", &[]).types("q");
    terminal.ends(0);
}

#[test]
fn help_tells_the_source_and_every_key() {
    let folder = Folder::with("");
    let mut terminal = folder.interview();
    terminal.shows(&[FIRST]).types("?");
    terminal.shows(&["A book on shops", "Everyone is thanked", "any other key back"]).types(&"j".repeat(40));
    terminal.shows(&["leave; everything is saved"]).types("\x1b");
    terminal.shows(&[FIRST, "q quit", "0 answered"]).types("q");
    terminal.ends(0);
}

#[test]
fn keys_with_ctrl_alt_or_shift_are_no_answers() {
    let folder = Folder::with("");
    let before = folder.text();
    let mut terminal = folder.interview();
    terminal.shows(&[FIRST]).types("\x1b[1;5A").types("\x1b[1;2A").types("\x1b[1;5B").types("\x1b2").types("\x02");
    terminal.types("j").shows(&["❯   0", "1/2", FIRST]).types("q");
    terminal.ends(0);
    assert_eq!(folder.text(), before);
}

#[test]
fn full_width_and_capital_keys_are_keys() {
    let folder = Folder::with("");
    let mut terminal = folder.interview();
    terminal.shows(&[FIRST]).types("２");
    terminal.says("✓ Greeting → 2", &[SECOND]).types("B");
    terminal.shows(&[FIRST]).types("？");
    terminal.shows(&["A book on shops"]).types("ｑ");
    terminal.shows(&[FIRST]).types("Ｑ");
    terminal.ends(0);
    folder.holds(&["greeting = 2"]);
}

#[test]
fn a_paste_answers_nothing() {
    let folder = Folder::with("");
    let before = folder.text();
    let mut terminal = folder.interview();
    terminal.shows(&[FIRST]).types("\x1b[200~2\n1\nq\x1b[201~");
    terminal.types("j").shows(&["❯   0", "1/2", "0 answered"]);
    assert_eq!(folder.text(), before);
    terminal.types("n").shows(&["Note"]).types("\x1b[200~two\nlines\x1b[201~");
    terminal.shows(&["> two lines"]).types("\r");
    terminal.shows(&["note: two lines"]).types("q");
    terminal.ends(0);
    folder.holds(&["greeting = { note = \"two lines\" }"]);
}

#[test]
fn keys_typed_ahead_answer_one_question_each() {
    let folder = Folder::empty();
    let part = "delivery.configuration.version-control";
    assert!(run(folder.path(), &["init"]).status.success());
    let mut terminal = Terminal::start(folder.path(), &["interview", "--only", part], &[]);
    terminal.shows(&["1/4"]).types("321s");
    terminal.shows(&["3 answered", "This was the last question. 1 of 4 are still unanswered."]).types("q");
    terminal.ends(0);
    folder.holds(&["system = 3", "branching = 2", "artifacts = 1"]);
}

#[test]
fn keys_typed_ahead_of_the_first_question_count() {
    let folder = Folder::empty();
    let mut terminal = folder.interview();
    terminal.shows(&["Team"]).types("支付团队\r21q");
    terminal.ends(0);
    folder.holds(&["team = \"支付团队\"", "greeting = 2", "paying = 1"]);
}

#[test]
fn the_screen_follows_the_window() {
    let folder = Folder::with("");
    let mut terminal = folder.interview();
    let fits = |columns: usize| {
        move |screen: &vt100::Screen| {
            let first = row(screen, 0);
            first.starts_with("Shop › Counter › Selling") && first.chars().count() == columns && first.ends_with("1/2")
        }
    };
    terminal.shows(&[FIRST, "q quit"]).waits("80 columns", fits(80));
    terminal.becomes(60, 20).shows(&[FIRST, "q quit"]).waits("60 columns", fits(60));
    terminal.becomes(120, 40).shows(&[FIRST, "q quit", "1/2", "│ Selling"]);
    terminal.becomes(30, 8).waits("words about the window alone", |screen| {
        let contents = screen.contents();
        words(&contents) == "the window is too small: at least 40 × 12"
    });
    terminal.becomes(80, 24).shows(&[FIRST, "q quit"]).waits("80 columns", fits(80)).types("q");
    terminal.ends(0);
}

#[track_caller]
fn a_signal_ends_with(signal: &str, code: u32) {
    let folder = Folder::with("");
    let mut terminal = folder.interview();
    terminal.shows(&[FIRST]).types("1");
    terminal.shows(&[SECOND]).gets(signal);
    terminal.ends(code);
    folder.holds(&["greeting = 1"]);
    let mut again = folder.interview();
    again.says("1 of 2 answered", &[SECOND]).types("q");
    again.ends(0);
}

#[test]
fn a_request_to_end_is_obeyed() {
    a_signal_ends_with("TERM", 143);
}

#[test]
fn a_line_that_is_cut_ends_the_interview() {
    a_signal_ends_with("HUP", 129);
}

#[test]
fn an_interrupt_from_elsewhere_ends_the_interview() {
    a_signal_ends_with("INT", 130);
}

#[test]
fn who_is_suspended_goes_on_where_it_was() {
    let folder = Folder::with("");
    let mut terminal = folder.interview();
    terminal.shows(&[FIRST]).types("1");
    terminal.shows(&[SECOND]).types("\x1a");
    terminal.waits("a terminal for the shell", |screen| !screen.alternate_screen() && !screen.hide_cursor());
    terminal.stops().gets("CONT").waits("the question again", |screen| {
        screen.alternate_screen() && screen.hide_cursor() && screen.contents().contains(SECOND)
    });
    terminal.types("q").ends(0);
}

#[test]
fn a_second_interview_is_told_of_the_first() {
    let folder = Folder::with("");
    let mut first = folder.interview();
    first.shows(&[FIRST]);
    let mut second = folder.interview();
    let told = words(&second.ends(2).screen.contents());
    let process = format!("another interview over `answers.toml` is running (process {})", first.id());
    assert!(told.contains(&process), "{told}");
    first.types("1").shows(&[SECOND]).types("q");
    first.ends(0);
    folder.holds(&["greeting = 1"]);
    let mut third = folder.interview();
    third.shows(&[SECOND]).types("q");
    third.ends(0);
}

#[test]
fn another_answer_changed_meanwhile_is_kept() {
    let folder = Folder::with("paying = 0");
    let mut terminal = folder.interview();
    terminal.shows(&[FIRST]);
    folder.set(PAYING, "1");
    terminal.types("2").shows(&["All 2 questions are answered."]).types("q");
    terminal.ends(0);
    folder.holds(&["greeting = 2", "paying = 1"]);
}

#[test]
fn the_date_moves_when_others_answered_the_rest() {
    let folder = Folder::with("");
    let mut terminal = folder.interview();
    terminal.shows(&[FIRST]);
    folder.set(PAYING, "1");
    terminal.types("2").shows(&["All 2 questions are answered."]).types("q");
    terminal.ends(0);
    folder.holds(&["greeting = 2", "paying = 1"]);
    folder.lacks("date = 2026-01-31");
}

/// An interview that finds its answer to the first question changed by somebody else.
fn contested(folder: &Folder) -> Terminal {
    let mut terminal = folder.interview();
    terminal.shows(&[FIRST]);
    folder.set(GREETING, "1");
    terminal.types("2").says("the file says level 1 meanwhile; y writes level 2", &[FIRST]);
    folder.holds(&["greeting = 1"]);
    terminal
}

#[test]
fn the_same_answer_changed_meanwhile_is_overwritten_on_consent() {
    let folder = Folder::with("");
    let mut terminal = contested(&folder);
    terminal.types("y").says("✓ Greeting → 2", &[SECOND]).types("q");
    terminal.ends(0);
    folder.holds(&["greeting = 2"]);
}

#[test]
fn the_same_answer_changed_meanwhile_is_else_kept() {
    let folder = Folder::with("");
    let mut terminal = contested(&folder);
    terminal.types("n").says("kept what is in the file", &[FIRST, "1 ✓ Regulars are greeted"]).types("q");
    terminal.ends(0);
    folder.holds(&["greeting = 1"]);
}

#[test]
fn a_file_broken_meanwhile_is_not_overwritten() {
    let folder = Folder::with("");
    let sound = folder.text();
    let mut terminal = folder.interview();
    terminal.shows(&[FIRST]);
    let broken = format!("{sound}paying = = 1\n");
    folder.write(&broken);
    terminal.types("2").says("not saved: answers.toml, line 10: ", &[FIRST, "0 answered"]);
    assert_eq!(folder.text(), broken);
    folder.write(&sound);
    terminal.types("2").says("✓ Greeting → 2", &[SECOND]).types("q");
    terminal.ends(0);
    folder.holds(&["greeting = 2"]);
}

#[test]
fn what_to_do_about_a_broken_file_is_not_cut_off() {
    let folder = Folder::with("");
    let mut terminal = folder.interview();
    terminal.shows(&[FIRST]);
    folder.write(&format!("{}paying = = 1\n", folder.text()));
    terminal.types("2").shows(&["not saved: answers.toml, line 10: ", "answer again"]).types("q");
    terminal.ends(0);
}

#[test]
fn a_read_only_file_is_refused_at_the_start() {
    let folder = Folder::with("");
    let before = folder.text();
    fs::set_permissions(folder.file(), fs::Permissions::from_mode(0o444)).expect("they can be set");
    let mut terminal = folder.interview();
    let ended = terminal.ends(2);
    let told = ended.screen.contents();
    assert!(told.contains("error: cannot write `answers.toml`: permission denied"), "{told}");
    assert!(!told.contains(FIRST));
    assert_eq!(folder.text(), before);
}

#[test]
fn without_a_terminal_other_ways_are_named() {
    let folder = Folder::empty();
    let output = run(folder.path(), &["interview"]);
    assert_eq!(output.status.code(), Some(2));
    let told = String::from_utf8_lossy(&output.stderr);
    assert!(told.starts_with("error: an interview needs a terminal\nhelp: `assess init` "), "{told}");
    assert!(told.contains("`assess set`"), "{told}");
    assert!(output.stdout.is_empty());
    assert!(!folder.file().exists(), "nothing is begun");
}

/// Answers the tiny model line by line; all that was written to the terminal.
fn line_by_line(options: &[&str], variables: &[(&str, &str)]) -> String {
    let folder = Folder::empty();
    let mut terminal = folder.interview_with(options, variables);
    terminal.shows(&["Team"]).types("支付团队\r");
    terminal.shows(&[FIRST, "1/2"]).types("n 每天\r");
    terminal.shows(&["note: 每天"]).types("p 12\r");
    terminal.shows(&["Greeting -> 2-", SECOND, "2/2"]).types("x nobody pays\r");
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
    terminal.shows(&["Team"]).types("\r");
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
fn a_plain_line_answers_one_question() {
    let folder = Folder::with("greeting = 1\npaying = 1");
    let mut terminal = folder.interview_with(&["--plain", "--review"], &[]);
    terminal.shows(&[FIRST, "0 confirmed"]).types("22\r");
    terminal.shows(&[SECOND, "1 confirmed"]).types("q\r");
    terminal.ends(0);
    folder.holds(&["date = 2026-01-31"]);
}

#[test]
fn escape_never_leaves() {
    let folder = Folder::with("greeting = 1");
    let mut terminal = folder.interview();
    terminal.shows(&[SECOND]).presses("\x1b").types("1");
    terminal.shows(&["All 2 questions are answered."]).presses("\x1b").types("z");
    terminal.says("undone", &[SECOND]).types("q");
    terminal.ends(0);
}

#[test]
fn a_window_too_small_for_a_question_takes_no_answer() {
    let folder = Folder::with("");
    let before = folder.text();
    let mut terminal = folder.interview();
    terminal.shows(&[FIRST]).becomes(30, 8).shows(&["too small"]).presses("2");
    assert_eq!(folder.text(), before);
    terminal.becomes(80, 24).shows(&[FIRST, "0 answered"]).types("q");
    terminal.ends(0);
}

#[test]
fn a_file_removed_meanwhile_is_not_begun_anew() {
    let folder = Folder::with("");
    let text = folder.text();
    let mut terminal = folder.interview();
    terminal.shows(&[FIRST]);
    fs::remove_file(folder.file()).expect("it is there");
    terminal.types("2").says("there is no file `answers.toml`", &[FIRST, "0 answered"]);
    assert!(!folder.file().exists());
    folder.write(&text);
    terminal.types("2").says("✓ Greeting → 2", &[SECOND]).types("q");
    terminal.ends(0);
    folder.holds(&["greeting = 2"]);
}

#[test]
fn a_note_added_meanwhile_survives_our_level() {
    let folder = Folder::with("");
    let mut terminal = folder.interview();
    terminal.shows(&[FIRST]);
    let theirs = ["set", "--model", MODEL, "answers.toml", GREETING, "1", "--note", "theirs"];
    assert!(run(folder.path(), &theirs).status.success());
    terminal.types("2").says("y writes level 2", &[FIRST]).types("y");
    terminal.says("✓ Greeting → 2", &[SECOND]).types("q");
    terminal.ends(0);
    folder.says_of("greeting", &["level = 2", "note = \"theirs\""]);
}

#[test]
fn both_notes_are_shown_when_one_was_changed_meanwhile() {
    let folder = Folder::with("greeting = 1");
    let mut terminal = folder.interview();
    terminal.shows(&[SECOND]).types("b");
    terminal.shows(&[FIRST]).types("n").shows(&["Note"]);
    let theirs = ["set", "--model", MODEL, "answers.toml", GREETING, "1", "--note", "theirs"];
    assert!(run(folder.path(), &theirs).status.success());
    terminal.types("ours\r").shows(&["meanwhile", "theirs", "ours"]).types("n");
    terminal.says("kept what is in the file", &[FIRST]).types("q");
    terminal.ends(0);
    folder.says_of("greeting", &["level = 1", "note = \"theirs\""]);
}

#[test]
fn areas_are_chosen_for_a_new_file() {
    let folder = Folder::empty();
    let mut terminal = Terminal::start(folder.path(), &["interview"], &[]);
    terminal.shows(&["Team"]).types("\r");
    terminal.shows(&["Areas", "[x]"]).types(" jj \r");
    terminal.says("every answer is saved at once", &["1/"]).types("q");
    terminal.ends(0);
    folder.holds(&["scope = [\"delivery\"]"]);
}

#[test]
fn who_interrupts_the_choice_of_areas_keeps_a_sane_terminal() {
    let folder = Folder::empty();
    let mut terminal = Terminal::start(folder.path(), &["interview"], &[]);
    terminal.shows(&["Team"]).types("\r");
    terminal.shows(&["Areas", "[x]"]).types("\x03");
    terminal.ends(130);
    assert!(!folder.file().exists(), "nothing is begun");
}

#[test]
fn a_simple_terminal_chooses_areas_without_moving_the_cursor() {
    let folder = Folder::empty();
    let mut terminal = Terminal::start(folder.path(), &["interview", "--plain"], &[("TERM", "dumb")]);
    terminal.shows(&["Team"]).types("\r");
    terminal.shows(&["Areas"]).types("\r");
    terminal.shows(&["1/181"]).types("q\r");
    let bytes = terminal.ends(0).bytes;
    assert!(!bytes.contains(&0x1b), "{}", String::from_utf8_lossy(&bytes).escape_debug());
}

#[test]
fn the_same_in_chinese() {
    let folder = Folder::with("");
    let mut terminal = folder.interview_with(&[], &[("ASSESS_LANG", "zh")]);
    terminal.says("每个答案都会立即保存", &["店铺 › 柜台 › 销售", "向谁问候？", "已回答 0"]).types("2");
    terminal.says("✓ 问候 → 2", &["如何付款？", "当前级别 0–2"]).types("1");
    terminal.shows(&["2 个问题已全部回答。"]).types("q");
    let left = terminal.ends(0).screen.contents();
    assert!(left.contains("已保存到 answers.toml"), "{left}");
}

#[test]
fn a_whole_file_is_gone_over_and_confirmed() {
    let folder = Folder::with("greeting = 2\npaying = 1");
    let mut terminal = folder.interview_with(&["--review"], &[]);
    terminal.says("last confirmed on 2026-01-31", &[FIRST, "0 confirmed"]).types("\r");
    terminal.shows(&[SECOND, "1 confirmed"]).types("\r");
    terminal.shows(&["2 confirmed"]).types("q");
    terminal.ends(0);
    folder.holds(&["greeting = 2", "paying = 1"]);
    folder.lacks("date = 2026-01-31");
}

#[test]
fn comments_order_and_mode_are_kept() {
    let folder = Folder::empty();
    let text = "# ours\nschema = 1\n\n[assessment]\nmodel = \"tiny\" # the small one\nmodel-version = \"2\"\n                date=2026-01-31\n\n# asked in May\n[answers.shop.counter.selling]\n                paying    =  0   # soon more\n\n# the end\n";
    folder.write(text);
    fs::set_permissions(folder.file(), fs::Permissions::from_mode(0o640)).expect("they can be set");
    let mut terminal = folder.interview();
    terminal.shows(&[FIRST]).types("s");
    terminal.shows(&[SECOND]).types("1");
    terminal.says("✓ Paying → 1 (nothing more is asked)", &["1 of 2 are still unanswered"]).types("q");
    terminal.ends(0);
    assert_eq!(folder.text(), text.replace("paying    =  0 ", "paying    =  1 "));
    assert_eq!(fs::metadata(folder.file()).expect("it is there").permissions().mode() & 0o777, 0o640);
    let names = fs::read_dir(folder.path()).expect("it can be listed").count();
    assert_eq!(names, 1, "nothing is left behind");
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
    folder.holds(&["model-version = \"2\"", "greeting = 1", "# shop.counter.selling.bowing = 2"]);
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
