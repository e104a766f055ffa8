//! Signals, stops, and a terminal that is gone: what was answered is saved, and the terminal is as it was.

use crate::support::folder::{FIRST, Folder, INTERVIEW, SECOND};
use crate::support::pty::Terminal;

/// Before the program: a terminal in which the end of input has no key.
const WITHOUT_END: &[&str] = &["sh", "-c", "stty eof undef; exec \"$0\" \"$@\""];

#[test]
fn ctrl_c_leaves_with_everything_saved() {
    let folder = Folder::with("");
    let mut terminal = folder.begun_interview();
    terminal.shows(&[FIRST]).types("1");
    terminal.shows(&[SECOND]).types("\x03");
    let left = terminal.ends(130).screen.contents();
    assert!(left.contains("saved in answers.toml"), "{left}");
    folder.holds(&["greeting = 1"]);
}

#[track_caller]
fn a_signal_ends_with(signal: &str, code: u32) {
    let folder = Folder::with("");
    let mut terminal = folder.begun_interview();
    terminal.shows(&[FIRST]).types("1");
    terminal.shows(&[SECOND]).gets(signal);
    terminal.ends(code);
    folder.holds(&["greeting = 1"]);
    folder.has_nothing_else();
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
fn a_signal_before_the_first_question_begins_nothing() {
    for (signal, code) in [("TERM", 143), ("HUP", 129), ("INT", 130)] {
        let folder = Folder::empty();
        let mut terminal = folder.interview();
        terminal.begins_with_everything().shows(&["Team"]).gets(signal);
        terminal.ends(code);
        assert!(!folder.file().exists());
        folder.has_nothing_else();
    }
}

/// An interview line by line that something ends with this code: what was answered is saved, and no sequence is sent.
#[track_caller]
fn plain_lines_end_with(code: u32, end: impl FnOnce(&mut Terminal) -> &mut Terminal) {
    let folder = Folder::with("");
    let mut terminal = folder.begun_interview_with(&["--plain"], &[]);
    terminal.shows(&[FIRST]).types("1\r");
    let bytes = end(terminal.shows(&[SECOND])).ends(code).bytes;
    assert!(!bytes.contains(&0x1b), "{}", String::from_utf8_lossy(&bytes).escape_debug());
    folder.holds(&["greeting = 1"]);
    folder.has_nothing_else();
}

#[test]
fn plain_lines_stay_plain_to_the_end() {
    for (signal, code) in [("TERM", 143), ("HUP", 129), ("INT", 130)] {
        plain_lines_end_with(code, |terminal| terminal.gets(signal));
    }
}

#[test]
fn ctrl_c_leaves_plain_lines_too() {
    plain_lines_end_with(130, |terminal| terminal.types("\x03"));
}

#[test]
fn the_end_of_plain_input_is_an_end() {
    let folder = Folder::with("");
    let mut terminal = folder.begun_interview_with(&["--plain"], &[]);
    terminal.shows(&[FIRST]).types("1\r");
    terminal.shows(&[SECOND]).types("\x04");
    let left = terminal.ends(0).screen.contents();
    assert!(left.contains("1 of 2 answered; go on with"), "{left}");
    folder.holds(&["greeting = 1"]);
}

#[test]
fn a_terminal_that_is_gone_ends_the_interview() {
    for options in [&[][..], &["--plain"]] {
        let folder = Folder::with("");
        let arguments = [INTERVIEW, options].concat();
        let mut terminal = Terminal::start_through(WITHOUT_END, folder.path(), &arguments);
        terminal.begins_with_everything().shows(&[FIRST]).types("1\r");
        terminal.shows(&[SECOND]);
        terminal.hangs_up(129);
        folder.holds(&["greeting = 1"]);
        folder.has_nothing_else();
    }
}

#[test]
fn a_terminal_that_is_gone_before_the_first_question_begins_nothing() {
    let folder = Folder::empty();
    let mut terminal = Terminal::start_through(WITHOUT_END, folder.path(), INTERVIEW);
    terminal.begins_with_everything().shows(&["Team"]);
    terminal.hangs_up(129);
    assert!(!folder.file().exists());
    folder.has_nothing_else();
}

fn is_given_back(screen: &vt100::Screen) -> bool {
    !screen.alternate_screen() && !screen.hide_cursor()
}

fn asks_again(screen: &vt100::Screen) -> bool {
    screen.alternate_screen() && screen.hide_cursor() && screen.contents().contains(SECOND)
}

/// An interview suspended by its key: the shell has a terminal as it was, and one key later it goes on.
#[track_caller]
fn is_suspended_by_its_key(mut terminal: Terminal) {
    terminal.begins_with_everything().shows(&[FIRST]).types("1");
    terminal.shows(&[SECOND]).types("\x1a").stops().waits("a terminal for the shell", is_given_back);
    terminal.goes_on().waits("the question again", asks_again);
    terminal.types("1").shows(&["All 2 questions are answered."]).types("q");
    terminal.ends(0);
}

#[test]
fn who_is_suspended_goes_on_where_it_was() {
    let folder = Folder::with("");
    is_suspended_by_its_key(Terminal::start_from_shell(folder.path(), INTERVIEW, &[]));
}

#[test]
fn whoever_waits_for_the_interview_is_suspended_with_it() {
    let folder = Folder::with("");
    let wrapper = ["sh", "-c", "\"$0\" \"$@\"; exit $?"];
    is_suspended_by_its_key(Terminal::start_from_shell_through(&wrapper, folder.path(), INTERVIEW));
}

#[test]
fn who_is_stopped_from_elsewhere_draws_again() {
    for signal in ["STOP", "TSTP"] {
        let folder = Folder::with("");
        let mut terminal = Terminal::start_from_shell(folder.path(), INTERVIEW, &[]);
        terminal.begins_with_everything().shows(&[FIRST]).types("1");
        terminal.shows(&[SECOND]).gets(signal).stops();
        terminal.draws_after(Terminal::goes_on).waits("the question again", asks_again);
        // One key is an answer: no line is waited for.
        terminal.types("1").shows(&["All 2 questions are answered."]).types("q");
        terminal.ends(0);
    }
}

#[test]
fn nothing_stops_where_nobody_could_let_it_go_on() {
    let folder = Folder::with("");
    let mut terminal = folder.begun_interview();
    terminal.shows(&[FIRST]).presses("\x1a").types("1");
    terminal.shows(&[SECOND]).types("q");
    terminal.ends(0);
}

#[test]
fn the_choice_of_areas_outlives_a_stop_and_a_new_size() {
    let folder = Folder::empty();
    let mut terminal = Terminal::start_from_shell(folder.path(), &["interview"], &[]);
    terminal.begins_with_everything().shows(&["Team"]).gets("STOP").stops().goes_on().types("\r");
    terminal.shows(&["Areas", "[x]"]).gets("STOP").stops().goes_on().becomes(60, 20).types(" jj \r");
    terminal.shows(&["1/"]).types("q");
    terminal.ends(0);
    folder.holds(&["scope = [\"delivery\"]"]);
}

/// An interview over a note, with an editor that waits for its end. It reads no keys: one that is about to stop could
/// still take what is meant for the shell.
fn in_an_editor(folder: &Folder) -> Terminal {
    // An interrupt before it sleeps is heard after that.
    let editor = folder.has_editor("trap 'exit 1' INT\necho editing\nwhile :; do sleep 0.1; done");
    let mut terminal = Terminal::start_from_shell(folder.path(), INTERVIEW, &[("EDITOR", editor)]);
    terminal.shows(&[SECOND]).types("b");
    terminal.shows(&[FIRST]).types("e");
    terminal.shows(&["editing"]);
    terminal
}

/// Only the editor is interrupted, and the note is as it was.
#[track_caller]
fn interrupts_the_editor(folder: &Folder, mut terminal: Terminal) {
    terminal.types("\x03");
    terminal.says("the editor did not end well; the note is as it was", &[FIRST, "note: since May"]).types("q");
    terminal.ends(0);
    folder.holds(&["greeting = { level = 1, note = \"since May\" }"]);
}

#[test]
fn an_interrupt_in_the_editor_is_the_editors() {
    let folder = Folder::with("greeting = { level = 1, note = \"since May\" }");
    let terminal = in_an_editor(&folder);
    interrupts_the_editor(&folder, terminal);
}

#[test]
fn an_interrupt_in_the_editor_after_a_stop_is_the_editors_too() {
    let folder = Folder::with("greeting = { level = 1, note = \"since May\" }");
    let mut terminal = in_an_editor(&folder);
    terminal.types("\x1a").stops().goes_on();
    interrupts_the_editor(&folder, terminal);
}
