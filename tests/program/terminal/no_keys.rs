//! What a terminal sends that nobody pressed: it answers nothing, clears nothing, and no key is lost behind it.

use std::thread;
use std::time::Duration;

use crate::support::folder::{FIRST, Folder, SECOND};
use crate::support::pty::Terminal;

/// What was sent has been read, nothing is answered by it, and the next key works.
#[track_caller]
fn answers_nothing(sent: &[&str]) {
    let folder = Folder::with("greeting = 1\npaying = 1");
    let before = folder.text();
    let mut terminal = folder.interview_with(&["--review"], &[]);
    terminal.shows(&[FIRST]);
    for sent in sent {
        terminal.types(sent);
        thread::sleep(Duration::from_millis(50));
    }
    terminal.types("?").shows(&["the question before"]).types("q");
    terminal.shows(&[FIRST, "1/2", "0 confirmed"]).types("q");
    terminal.ends(0);
    assert_eq!(folder.text(), before, "{sent:?}");
}

#[test]
fn keys_with_alt_as_other_terminals_send_them() {
    answers_nothing(&["\x1b\x1b[C", "\x1b\x1b[3~", "\x1bOP", "\x1b[[C"]);
}

#[test]
fn keys_whose_bytes_come_one_by_one() {
    answers_nothing(&["\x1b", "[", "3", ";", "5", "~"]);
    answers_nothing(&["\x1b", "[", "[", "C"]);
}

#[test]
fn reports_and_replies() {
    answers_nothing(&["\x1b[?997;1n", "\x1b[48;24;80;480;800t", "\x1b[>41;354;0c", "\x1b[I"]);
    answers_nothing(&["\x1b]11;rgb:1e1e/1e1e/2e2e\x07", "\x1bP>|XTerm(354)\x1b\\", "\x1b_Gi=31;OK\x1b\\"]);
    answers_nothing(&["\x1b]11;rgb:1e1e", "/3333/2222\x1b", "\\", "\x1b[M 3", "2"]);
}

#[test]
fn an_escape_long_before_the_rest_of_its_sequence() {
    let folder = Folder::with("greeting = 1");
    let before = folder.text();
    let mut terminal = folder.interview();
    terminal.shows(&[SECOND]).types("b");
    terminal.shows(&[FIRST]).presses("\x1b").types("[C").types("?");
    terminal.shows(&["the question before"]).types("q");
    terminal.shows(&[FIRST]).types("q");
    terminal.ends(0);
    assert_eq!(folder.text(), before);
}

#[test]
fn a_paste_without_an_end() {
    let folder = Folder::with("");
    let before = folder.text();
    let mut terminal = folder.begun_interview();
    terminal.shows(&[FIRST]).types("\x1b[200~2\r1\r");
    thread::sleep(Duration::from_secs(4));
    terminal.types("j").shows(&["❯   0", FIRST, "0 answered"]).types("\x1b[200~2\x03");
    terminal.ends(130);
    assert_eq!(folder.text(), before);
}

#[test]
fn ctrl_c_as_newer_terminals_send_it() {
    let folder = Folder::with("");
    let mut terminal = folder.begun_interview();
    terminal.shows(&[FIRST]).types("\x1b[?997;1n\x1b[?9").types("\x1b[99;5u");
    terminal.ends(130);
}

#[test]
fn what_was_sent_while_an_editor_ran() {
    let folder = Folder::with("greeting = 1");
    let editor = folder.has_editor("touch ready; until [ -e sent ]; do sleep 0.01; done; printf ', 每天' >>\"$1\"");
    let mut terminal = folder.interview_with(&[], &[("EDITOR", editor)]);
    terminal.shows(&[SECOND]).types("e");
    let ready = folder.path().join("ready");
    while !ready.exists() {
        thread::sleep(Duration::from_millis(10));
    }
    terminal.types("\x1b[>41;354;0c\x1b[>41;2").types("2");
    std::fs::write(folder.path().join("sent"), "").expect("there is room");
    terminal.shows(&["note: , 每天", SECOND]).types(";0c").types("q");
    terminal.ends(0);
    folder.holds(&["paying = { note = \", 每天\" }", "greeting = 1"]);
}

#[test]
fn nothing_pasted_at_the_first_question_runs_on() {
    let folder = Folder::empty();
    let mut terminal = Terminal::start(folder.path(), &["interview"], &[]);
    terminal.begins_with_everything().shows(&["Team"]).types("\x1b[200~支付\n2\nq\n\x1b[201~").presses("\x1b");
    terminal.shows(&["> 支付 2 q"]).types("\x7f\x7f\x7f组");
    terminal.shows(&["> 支付 2 组"]).becomes(60, 20).types("\r");
    terminal.shows(&["Areas", "[x]"]).types("\x1b[200~ \n\x1b[201~ j ");
    terminal.types("q");
    let left = terminal.ends(0).screen.contents();
    assert!(left.contains("nothing was begun"), "{left}");
    assert!(!folder.file().exists());
    folder.has_nothing_else();
}

#[test]
fn no_area_is_no_area() {
    let folder = Folder::empty();
    let mut terminal = Terminal::start(folder.path(), &["interview"], &[]);
    terminal.begins_with_everything().shows(&["Team"]).types("x\r");
    terminal.shows(&["Areas", "[x]"]).types(" j j \r");
    terminal.says("nothing is ticked", &["Areas", "[ ]"]).types(" \r");
    terminal.says("every answer is saved at once", &["1/"]).types("q");
    terminal.ends(0);
    folder.holds(&["team = \"x\"", "scope = [\"operations\"]"]);
}
