//! Two programs over one file: one interview at a time, one save at a time, and what the lock file may be.

use std::fs::{self, File};
use std::os::unix::fs::symlink;
use std::thread;
use std::time::Duration;

use crate::support::folder::{FIRST, Folder, MODEL, PAYING, SECOND, make_pipe, run, words};
use crate::support::pty::Terminal;

const LOCK: &str = ".answers.toml.lock";

/// A second interview under a name of the file, which is told of the first.
#[track_caller]
fn is_told(folder: &Folder, first: &Terminal, name: &str) {
    let mut second = Terminal::start(folder.path(), &["interview", "--model", MODEL, name], &[]);
    let told = words(&second.ends(2).screen.contents());
    let process = format!("another interview over `{name}` is running (process {})", first.id());
    assert!(told.contains(&process), "{told}");
}

#[test]
fn a_second_interview_is_told_of_the_first() {
    let folder = Folder::with("");
    symlink("answers.toml", folder.path().join("link.toml")).expect("links are supported");
    let mut first = folder.begun_interview();
    first.shows(&[FIRST]);
    is_told(&folder, &first, "answers.toml");
    is_told(&folder, &first, "link.toml");
    is_told(&folder, &first, "./answers.toml");
    first.types("1").shows(&[SECOND]).types("q");
    first.ends(0);
    folder.holds(&["greeting = 1"]);
    let mut third = folder.interview();
    third.shows(&[SECOND]).types("q");
    third.ends(0);
    assert!(!folder.path().join(LOCK).exists(), "the lock file is taken away");
}

#[test]
fn a_second_interview_that_begins_the_same_file_is_told_too() {
    let folder = Folder::empty();
    let mut first = folder.interview();
    first.begins_with_everything().shows(&["Team"]);
    is_told(&folder, &first, "answers.toml");
    first.types("\r").shows(&[FIRST]).types("q");
    first.ends(0);
    folder.has_nothing_else();
}

#[test]
fn a_lock_file_that_was_left_behind_is_no_lock() {
    let folder = Folder::with("");
    fs::write(folder.path().join(LOCK), "1").expect("there is room");
    let mut terminal = folder.begun_interview();
    terminal.shows(&[FIRST]);
    let holder = fs::read_to_string(folder.path().join(LOCK)).expect("it is text");
    assert_eq!(holder, terminal.id().to_string());
    terminal.types("q").ends(0);
    folder.has_nothing_else();
}

#[test]
fn a_lock_file_of_another_interview_is_not_taken_away() {
    let folder = Folder::with("");
    let mut first = folder.begun_interview();
    first.shows(&[FIRST]);
    // As `git clean` does.
    fs::remove_file(folder.path().join(LOCK)).expect("it is there");
    let mut second = folder.begun_interview();
    second.shows(&[FIRST]);
    first.types("q").ends(0);
    is_told(&folder, &second, "answers.toml");
    second.types("q").ends(0);
    folder.has_nothing_else();
}

/// An interview that finds something else in place of its lock file refuses to begin.
#[track_caller]
fn refuses_a_lock(make: impl FnOnce(&Folder)) {
    let folder = Folder::with("");
    fs::write(folder.path().join("precious"), "kept").expect("there is room");
    make(&folder);
    let told = words(&folder.interview().ends(2).screen.contents());
    assert!(
        told.contains(&format!("error: `./{LOCK}` is no regular file"))
            || told.contains(&format!("/{LOCK}` is no regular file")),
        "{told}"
    );
    assert_eq!(fs::read_to_string(folder.path().join("precious")).expect("it is text"), "kept");
}

#[test]
fn a_lock_file_leads_to_no_other_file() {
    refuses_a_lock(|folder| symlink("precious", folder.path().join(LOCK)).expect("links are supported"));
    refuses_a_lock(|folder| symlink("nowhere", folder.path().join(LOCK)).expect("links are supported"));
    refuses_a_lock(|folder| make_pipe(&folder.path().join(LOCK)));
    refuses_a_lock(|folder| fs::create_dir(folder.path().join(LOCK)).expect("there is room"));
}

#[test]
fn a_save_waits_for_another() {
    let folder = Folder::with("");
    let held = File::open(folder.path()).expect("it is there");
    held.lock().expect("folders can be locked");
    thread::scope(|scope| {
        let save = scope.spawn(|| folder.set(PAYING, &["1"]));
        thread::sleep(Duration::from_millis(50));
        folder.lacks("paying");
        held.unlock().expect("it is locked");
        save.join().expect("the save is done");
    });
    folder.holds(&["paying = 1"]);
}

#[test]
fn a_save_that_another_keeps_waiting_says_so() {
    let folder = Folder::with("");
    let before = folder.text();
    let held = File::open(folder.path()).expect("it is there");
    held.lock().expect("folders can be locked");
    let output = run(folder.path(), &["set", "--model", MODEL, "answers.toml", PAYING, "1"]);
    let told = String::from_utf8_lossy(&output.stderr);
    assert_eq!(output.status.code(), Some(2), "{told}");
    assert!(told.starts_with("error: another program is saving beside `answers.toml`\nhelp: "), "{told}");
    assert_eq!(folder.text(), before);
}
