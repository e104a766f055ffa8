//! Keys that lead from question to question, and keys that must not answer anything.

use vt100::Screen;

use crate::support::folder::{FIRST, Folder, SECOND, run, words};
use crate::support::pty::{Terminal, row};

#[test]
fn back_shows_the_answer_and_enter_confirms_it() {
    let folder = Folder::with("greeting = 1");
    let before = folder.text();
    let mut terminal = folder.interview();
    terminal.shows(&["2/2", SECOND]).types("b");
    terminal.shows(&["1/2", FIRST, "1 ✓ Some  Regulars are greeted"]).types("\r");
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
    let mut terminal = folder.begun_interview();
    terminal.shows(&[FIRST]).types("\r\r\x1b[B");
    terminal.shows(&["❯   0", "1/2", "0 answered"]).types("q");
    terminal.ends(0);
    assert_eq!(folder.text(), before);
}

#[test]
fn an_arrow_and_enter_answer() {
    let folder = Folder::with("");
    let mut terminal = folder.begun_interview();
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
    let mut terminal = folder.begun_interview();
    terminal.shows(&[FIRST]).types("/");
    terminal.shows(&["Jump to", "❯ Who is greeted?", "How do people pay?"]).types("付款");
    terminal
        .shows(&["> 付款", "❯ How do people pay?"])
        .waits("one question found", |screen| !screen.contents().contains("greeted"));
    terminal.types("\r").shows(&["2/2", SECOND]).types("g");
    terminal.shows(&["Jump to"]).types("nowhere");
    terminal.shows(&["no question has these words"]).types("\x1b");
    terminal.shows(&["2/2", SECOND]).types("q");
    terminal.ends(0);
}

#[test]
fn words_that_no_question_has_stay_to_be_changed() {
    let folder = Folder::with("");
    let mut terminal = folder.begun_interview();
    terminal.shows(&[FIRST]).types("/paxing\r");
    terminal.says("no question has these words: try others, or fewer", &["> paxing"]).types("\x17paying\r");
    terminal.shows(&[SECOND]).types("/zzz\r").shows(&["> zzz"]).types("\x1b").shows(&[SECOND, "q quit"]).types("q");
    terminal.ends(0);
}

#[test]
fn the_next_unanswered_question_is_one_key_away() {
    let folder = Folder::with("");
    let mut terminal = folder.begun_interview();
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
    let mut terminal = folder.begun_interview();
    terminal.shows(&[FIRST]).types("?");
    terminal.shows(&["0-2  ", "leave; everything is saved", "… more below, ↓ shows it"]).types(&"j".repeat(40));
    terminal.shows(&["A book on shops", "Everyone is thanked", "any other key back"]);
    terminal.waits("the end of the help", |screen| !screen.contents().contains("more below")).types("\x1b");
    terminal.shows(&[FIRST, "q quit", "0 answered"]).types("q");
    terminal.ends(0);
}

#[test]
fn keys_with_ctrl_alt_or_shift_are_no_answers() {
    let folder = Folder::with("");
    let before = folder.text();
    let mut terminal = folder.begun_interview();
    terminal.shows(&[FIRST]).types("\x1b[1;5A").types("\x1b[1;2A").types("\x1b[1;5B").types("\x1b2").types("\x02");
    terminal.types("j").shows(&["❯   0", "1/2", FIRST]).types("q");
    terminal.ends(0);
    assert_eq!(folder.text(), before);
}

#[test]
fn full_width_and_capital_keys_are_keys() {
    let folder = Folder::with("");
    let mut terminal = folder.begun_interview();
    terminal.shows(&[FIRST]).types("２");
    terminal.says("✓ Greeting → 2", &[SECOND]).types("B");
    terminal.shows(&[FIRST]).types("？");
    terminal.shows(&["leave; everything is saved"]).types("ｑ");
    terminal.shows(&[FIRST]).types("Ｑ");
    terminal.ends(0);
    folder.holds(&["greeting = 2"]);
}

#[test]
fn a_paste_answers_nothing() {
    let folder = Folder::with("");
    let before = folder.text();
    let mut terminal = folder.begun_interview();
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
    terminal.shows(&["3 answered", "This was the last question. 1 of 4 are still to be answered."]).types("q");
    terminal.ends(0);
    folder.holds(&["system = 3", "branching = 2", "artifacts = 1"]);
}

#[test]
fn keys_typed_ahead_of_the_first_question_count() {
    let folder = Folder::empty();
    let mut terminal = folder.interview();
    terminal.begins_with_everything().shows(&["Team"]).types("支付团队\r21q");
    terminal.ends(0);
    folder.holds(&["team = \"支付团队\"", "greeting = 2", "paying = 1"]);
}

#[test]
fn the_screen_follows_the_window() {
    let folder = Folder::with("");
    let mut terminal = folder.begun_interview();
    let fits = |columns: usize| {
        move |screen: &Screen| {
            let first = row(screen, 0);
            first.starts_with("Shop › Counter › Selling") && first.chars().count() == columns && first.ends_with("1/2")
        }
    };
    terminal.shows(&[FIRST, "q quit"]).waits("80 columns", fits(80));
    terminal.becomes(60, 20).shows(&[FIRST, "q quit"]).waits("60 columns", fits(60));
    terminal.becomes(120, 40).shows(&[FIRST, "q quit", "1/2", "│ Selling"]);
    terminal.becomes(30, 8).waits("words about the window alone", |screen| {
        let contents = screen.contents();
        words(&contents) == "the window is too small: at least 40 × 12; q leaves"
    });
    terminal.becomes(80, 24).shows(&[FIRST, "q quit"]).waits("80 columns", fits(80)).types("q");
    terminal.ends(0);
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
fn a_terminal_that_says_no_size_is_taken_as_eighty_by_twenty_four() {
    let folder = Folder::with("");
    let mut terminal = folder.begun_interview();
    terminal.shows(&[FIRST]).draws_after(Terminal::says_no_size).shows(&[FIRST, "q quit"]);
    terminal.types("2").shows(&[SECOND, "1 answered"]).types("q");
    terminal.ends(0);
    folder.holds(&["greeting = 2"]);
}

#[test]
fn a_window_too_small_for_a_question_takes_no_answer() {
    let folder = Folder::with("");
    let before = folder.text();
    let mut terminal = folder.begun_interview();
    terminal.shows(&[FIRST]).becomes(30, 8).shows(&["too small"]).presses("2");
    assert_eq!(folder.text(), before);
    terminal.becomes(80, 24).shows(&[FIRST, "0 answered"]);
    terminal.becomes(30, 8).shows(&["too small", "q leaves"]).types("q");
    terminal.ends(0);
    let mut terminal = folder.begun_interview();
    terminal.shows(&[FIRST]).becomes(30, 8).shows(&["too small"]).types("\x03");
    terminal.ends(130);
}

#[test]
fn the_arrow_down_scrolls_what_has_no_room() {
    let folder = Folder::with("");
    let mut terminal = folder.begun_interview();
    terminal.shows(&[FIRST]).becomes(60, 20).types("?");
    terminal.shows(&["answer with that level", "… more below, ↓ shows it"]).types("\x1b[B");
    terminal.waits("the first line to be gone", |screen| !screen.contents().contains("answer with that level"));
    terminal.types(&"\x1b[B".repeat(60)).waits("the end", |screen| !screen.contents().contains("more below"));
    terminal.types("b").shows(&[FIRST, "q quit"]).types("q");
    terminal.ends(0);
}

#[test]
fn the_arrow_down_shows_a_statement_in_full_and_scrolls_it_where_it_is_too_long() {
    let folder = Folder::empty();
    let line = ["interview", "--only", "delivery.testing", "answers.toml"];
    let mut terminal = Terminal::start(folder.path(), &line, &[]);
    terminal.shows(&["Team"]).types("\r");
    terminal.shows(&["1/11", "q quit"]).becomes(60, 20).types("j");
    terminal.shows(&["❯   1", "Core modules have unit tests … 1 more, ↓ shows it"]).types("\x1b[B");
    terminal.shows(&["❯   2   Every module", "Basic performance tests are run"]).becomes(40, 12);
    let begins = |screen: &Screen| screen.contents().contains("❯   2   Every module");
    terminal.waits("level 2 from its beginning", begins).types("\x1b[B");
    terminal.waits("level 2 scrolled", move |screen| screen.contents().contains("❯   2") && !begins(screen));
    terminal.types("q");
    terminal.ends(0);
}
