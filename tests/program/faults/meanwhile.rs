//! What others do to the file while an interview runs over it: nobody's answer is lost.

use std::fs;
use std::os::unix::fs::symlink;

use crate::support::folder::{FIRST, Folder, GREETING, MODEL, PAYING, SECOND, make_pipe, words};
use crate::support::pty::Terminal;

/// An interview over the first question, during which somebody else answers the second.
#[track_caller]
fn answered_by_two(folder: &Folder, mut terminal: Terminal) {
    terminal.shows(&[FIRST]);
    folder.set(PAYING, &["1"]);
    terminal.types("2").shows(&["All 2 questions are answered."]).types("q");
    terminal.ends(0);
    folder.holds(&["greeting = 2", "paying = 1"]);
}

#[test]
fn another_answer_changed_meanwhile_is_kept() {
    let folder = Folder::with("paying = 0");
    answered_by_two(&folder, folder.interview());
}

#[test]
fn the_date_moves_when_others_answered_the_rest() {
    let folder = Folder::with("");
    answered_by_two(&folder, folder.begun_interview());
    folder.lacks("date = 2026-01-31");
}

/// An interview that finds its answer to the first question changed by somebody else.
fn contested(folder: &Folder) -> Terminal {
    let mut terminal = folder.begun_interview();
    terminal.shows(&[FIRST]);
    folder.set(GREETING, &["1"]);
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
    terminal.types("n").says("kept what is in the file", &[FIRST, "1 ✓ Some  Regulars are greeted"]).types("q");
    terminal.ends(0);
    folder.holds(&["greeting = 1"]);
}

#[test]
fn a_file_broken_meanwhile_is_not_overwritten() {
    told_of(|folder| folder.write(&(folder.text() + "paying = = 1\n")), "not saved: answers.toml, line 10: ");
}

#[test]
fn what_to_do_about_a_broken_file_is_not_cut_off() {
    let folder = Folder::with("");
    let mut terminal = folder.begun_interview();
    terminal.shows(&[FIRST]);
    folder.write(&format!("{}paying = = 1\n", folder.text()));
    terminal.types("2").shows(&["not saved: answers.toml, line 10: "]);
    terminal.waits("what to do", |screen| words(&screen.contents()).contains("then answer again")).types("q");
    terminal.ends(0);
}

#[test]
fn a_file_removed_meanwhile_is_not_begun_anew() {
    told_of(|folder| fs::remove_file(folder.file()).expect("it is there"), "there is no file `answers.toml`");
}

#[test]
fn a_note_added_meanwhile_survives_our_level() {
    let folder = Folder::with("");
    let mut terminal = folder.begun_interview();
    terminal.shows(&[FIRST]);
    folder.set(GREETING, &["1", "--note", "theirs"]);
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
    folder.set(GREETING, &["1", "--note", "theirs"]);
    terminal.types("ours\r").shows(&["meanwhile", "theirs", "ours"]).types("n");
    terminal.says("kept what is in the file", &[FIRST]).types("q");
    terminal.ends(0);
    folder.says_of("greeting", &["level = 1", "note = \"theirs\""]);
}

#[test]
fn a_file_removed_meanwhile_is_written_again_on_consent() {
    let folder = Folder::with("# ours\ngreeting = 1");
    let mut terminal = folder.interview_with(&["--review"], &[]);
    terminal.shows(&[FIRST]).types("2");
    terminal.shows(&[SECOND]);
    let before = folder.text();
    fs::remove_file(folder.file()).expect("it is there");
    terminal.types("1").says("there is no file `answers.toml` any more; y writes it again", &[SECOND]).types("y");
    terminal.shows(&["All 2 answers are confirmed."]).types("q");
    terminal.ends(0);
    assert!(before.contains("# ours\ngreeting = 2\n"), "{before}");
    folder.holds(&["# ours", "greeting = 2", "paying = 1"]);
}

#[test]
fn a_file_that_stays_away_is_said_at_the_end() {
    let folder = Folder::with("");
    let mut terminal = folder.begun_interview();
    terminal.shows(&[FIRST]).types("2");
    terminal.shows(&[SECOND]);
    fs::remove_file(folder.file()).expect("it is there");
    terminal.types("q").says("`answers.toml` is gone: y writes it again with all answers", &[SECOND]);
    terminal.types("s").shows(&["still to be answered"]).types("q").says("`answers.toml` is gone", &[]).types("q");
    let told = words(&terminal.ends(2).screen.contents());
    assert!(
        told.contains("error: `answers.toml` is gone, and every answer with it help: bring the file back"),
        "{told}"
    );
    assert!(!folder.file().exists());
}

#[test]
fn who_leaves_while_the_file_is_gone_is_offered_to_write_it_again() {
    for (options, end) in [(&[][..], ""), (&["--plain"][..], "\r")] {
        let (quit, yes) = (format!("q{end}"), format!("y{end}"));
        let folder = Folder::with("");
        let mut terminal = folder.begun_interview_with(options, &[]);
        terminal.shows(&[FIRST]).types(&format!("2{end}")).shows(&[SECOND]);
        fs::remove_file(folder.file()).expect("it is there");
        terminal.types(&quit).shows(&["`answers.toml` is gone"]).types(&yes);
        assert!(words(&terminal.ends(0).screen.contents()).contains("1 of 2 answered"));
        folder.holds(&["greeting = 2", "date = 2026-01-31"]);
        // The answer that could not be saved is kept too.
        let folder = Folder::with("");
        let mut terminal = folder.begun_interview_with(options, &[]);
        terminal.shows(&[FIRST]).types(&format!("1{end}")).shows(&[SECOND]);
        fs::remove_file(folder.file()).expect("it is there");
        terminal.types(&format!("0{end}")).shows(&["there is no file `answers.toml` any more"]);
        terminal.types(&quit).shows(&["`answers.toml` is gone"]).types(&yes);
        terminal.ends(0);
        folder.holds(&["greeting = 1", "paying = 0"]);
    }
}

#[test]
fn ctrl_c_while_the_file_is_gone_asks_once_too() {
    let folder = Folder::with("");
    let mut terminal = folder.begun_interview();
    terminal.shows(&[FIRST]).types("2").shows(&[SECOND]);
    fs::remove_file(folder.file()).expect("it is there");
    terminal.types("\x03").says("`answers.toml` is gone", &[SECOND]).types("\x03");
    terminal.ends(2);
    assert!(!folder.file().exists());
}

#[test]
fn a_folder_moved_away_meanwhile_is_waited_for() {
    let folder = Folder::with("");
    let [here, away] = ["here", "away"].map(|name| folder.path().join(name));
    fs::create_dir(&here).expect("there is room");
    fs::rename(folder.file(), here.join("answers.toml")).expect("it can be moved");
    let mut terminal = Terminal::start(folder.path(), &["interview", "--model", MODEL, "here/answers.toml"], &[]);
    terminal.begins_with_everything().shows(&[FIRST]);
    fs::rename(&here, &away).expect("it can be moved");
    terminal.types("2").says("there is no file `here/answers.toml` any more", &[FIRST]).types("y");
    terminal.says("cannot write `here/answers.toml`: no such file or folder", &[FIRST, "0 answered"]);
    assert!(!here.exists(), "nothing is begun anew");
    fs::rename(&away, &here).expect("it can be moved");
    terminal.types("2").says("✓ Greeting → 2", &[SECOND]).types("q");
    terminal.ends(0);
    let text = fs::read_to_string(here.join("answers.toml")).expect("it is text");
    assert!(text.contains("greeting = 2"), "{text}");
    assert_eq!(fs::read_dir(here).expect("it can be listed").count(), 1, "nothing is left behind");
}

#[test]
fn a_folder_removed_meanwhile_is_said() {
    let folder = Folder::with("");
    let here = folder.path().join("here");
    fs::create_dir(&here).expect("there is room");
    fs::rename(folder.file(), here.join("answers.toml")).expect("it can be moved");
    let mut terminal = Terminal::start(&here, &["interview", "--model", MODEL], &[]);
    terminal.begins_with_everything().shows(&[FIRST]);
    fs::remove_dir_all(&here).expect("it is there");
    terminal.types("2").says("there is no file `answers.toml` any more", &[FIRST, "0 answered"]).types("q");
    terminal.says("`answers.toml` is gone: y writes it again", &[FIRST]).types("q");
    let told = terminal.ends(2).screen.contents();
    assert!(told.contains("error: `answers.toml` is gone"), "{told}");
}

/// An interview that finds something else in place of its file, says this, and goes on when the file is back.
#[track_caller]
fn told_of(replace: impl FnOnce(&Folder), told: &str) {
    let folder = Folder::with("");
    let sound = folder.text();
    let mut terminal = folder.begun_interview();
    terminal.shows(&[FIRST]);
    replace(&folder);
    // A pipe would have to be written before it can be read.
    let content = || folder.file().is_file().then(|| fs::read(folder.file()).expect("it can be read"));
    let replaced = content();
    terminal.types("2").says(told, &[FIRST, "0 answered"]);
    assert_eq!(content(), replaced, "it is left alone");
    let _ = fs::remove_dir(folder.file()).or_else(|_| fs::remove_file(folder.file()));
    folder.write(&sound);
    terminal.types("2").says("✓ Greeting → 2", &[SECOND]).types("q");
    terminal.ends(0);
    folder.holds(&["greeting = 2"]);
    folder.has_nothing_else();
}

#[test]
fn answers_to_something_else_in_place_of_the_file_are_left_alone() {
    let other =
        |from: &'static str, to: &'static str| move |folder: &Folder| folder.write(&folder.text().replace(from, to));
    told_of(other("\"tiny\"", "\"large\""), "not saved: answers.toml, line 4: ");
    told_of(other("model-version = \"2\"", "model-version = \"1\""), "not saved: answers.toml, line 5: ");
    told_of(other("schema = 1", "schema = 2"), "not saved: answers.toml, line 1: ");
    told_of(|folder| folder.write("not TOML at all"), "not saved: answers.toml, line 1: ");
    told_of(
        |folder| fs::write(folder.file(), b"\xff\xfe").expect("there is room"),
        "not saved: answers.toml, line 1: ",
    );
    told_of(|folder| folder.write(&"#".repeat(1 << 21)), "`answers.toml` is larger than 1 MiB");
}

#[test]
fn what_is_no_file_in_place_of_the_file_is_left_alone() {
    let replaced = |make: fn(&std::path::Path)| {
        move |folder: &Folder| {
            fs::remove_file(folder.file()).expect("it is there");
            make(&folder.file());
        }
    };
    told_of(replaced(|path| fs::create_dir(path).expect("there is room")), "`answers.toml` is a folder");
    told_of(replaced(make_pipe), "`answers.toml` is no regular file");
    told_of(
        replaced(|path| symlink("nowhere", path).expect("links are supported")),
        "`answers.toml` is a link that leads nowhere",
    );
}

#[test]
fn a_file_made_read_only_meanwhile_is_kept() {
    let folder = Folder::with("");
    let before = folder.text();
    let mut terminal = folder.begun_interview();
    terminal.shows(&[FIRST]);
    folder.has_mode(0o444);
    terminal.types("2").says("cannot write `answers.toml`: permission denied", &[FIRST, "0 answered"]);
    assert_eq!(folder.text(), before);
    folder.has_mode(0o644);
    terminal.types("2").says("✓ Greeting → 2", &[SECOND]).types("q");
    terminal.ends(0);
    folder.holds(&["greeting = 2"]);
}

#[test]
fn a_save_that_would_make_the_file_too_large_is_refused() {
    let folder = Folder::with("");
    folder.write(&format!("{}#{}\n", folder.text(), "x".repeat((1 << 20) - folder.text().len() - 10)));
    let before = folder.text();
    let mut terminal = folder.begun_interview();
    terminal.shows(&[FIRST]).types("2");
    terminal.says("`answers.toml` would become larger than 1 MiB", &[FIRST, "0 answered"]).types("q");
    terminal.ends(0);
    assert_eq!(folder.text(), before);
}

#[test]
fn what_was_typed_stays_until_it_is_saved() {
    let folder = Folder::with("");
    let mut terminal = folder.begun_interview();
    let refused = "cannot write `answers.toml`: permission denied";
    terminal.shows(&[FIRST]).types("n");
    terminal.shows(&["Note"]).types("每天早上");
    folder.has_mode(0o444);
    terminal.types("\r").says(refused, &["> 每天早上"]);
    folder.has_mode(0o644);
    terminal.types("\r").shows(&["note: 每天早上"]).types("x");
    terminal.shows(&["Why does this not apply?"]).types("only online");
    folder.has_mode(0o444);
    terminal.types("\r").says(refused, &["> only online"]);
    folder.has_mode(0o644);
    terminal.types("\r").says("✓ Greeting → n/a", &[SECOND]).types("b");
    terminal.shows(&[FIRST]).types("p01.1");
    folder.has_mode(0o444);
    terminal.types("\r").says(refused, &["[x] 1.1"]);
    folder.has_mode(0o644);
    terminal.types("\r").says("✓ Greeting → 0, which counts as 1 by the clauses named", &[SECOND]).types("q");
    terminal.ends(0);
    folder.says_of("greeting", &["level = 0", "met = [\"1.1\"]", "note = \"每天早上\""]);
}

#[test]
fn a_plain_line_that_was_not_saved_is_given_anew() {
    let folder = Folder::with("");
    let mut terminal = folder.begun_interview_with(&["--plain"], &[]);
    terminal.shows(&[FIRST]);
    folder.has_mode(0o444);
    terminal.types("n each day\r").shows(&["cannot write `answers.toml`: permission denied"]);
    folder.has_mode(0o644);
    terminal.types("n each day\r").shows(&["note: each day"]).types("q\r");
    terminal.ends(0);
    folder.holds(&["greeting = { note = \"each day\" }"]);
}
