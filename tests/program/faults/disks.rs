//! Full and read-only disks, and limits: the old file stays whole, and the answer can be given again.

use std::fs;
use std::path::{Path, PathBuf};

use super::wrappers::{ON_A_READ_ONLY_DISK, ON_A_SMALL_DISK, WITH_SMALL_FILES, can_mount};
use crate::support::folder::{FIRST, Folder, GREETING, INTERVIEW, MODEL, SECOND, run, run_through, words};
use crate::support::pty::Terminal;

const SET: &[&str] = &["set", "--model", MODEL, "answers.toml", GREETING, "1"];

/// A file above the limit, as it would have become before there was one.
fn large() -> Folder {
    let folder = Folder::with("");
    folder.write(&format!("{}# {}\n", folder.text(), "x".repeat(20_000)));
    folder
}

#[test]
fn a_limit_on_the_size_of_files_is_no_end() {
    let folder = large();
    let before = folder.text();
    let output = run_through(WITH_SMALL_FILES, folder.path(), SET);
    let told = String::from_utf8_lossy(&output.stderr);
    assert_eq!(
        told,
        "error: cannot write `answers.toml`: no file may be that large here\nhelp: name a file elsewhere\n"
    );
    assert_eq!(output.status.code(), Some(2));
    let output = run_through(WITH_SMALL_FILES, folder.path(), &["init", "new.toml"]);
    let told = String::from_utf8_lossy(&output.stderr);
    assert_eq!(told, "error: cannot write `new.toml`: no file may be that large here\nhelp: name a file elsewhere\n");
    let output = run_through(WITH_SMALL_FILES, folder.path(), &["report", "--model", MODEL, "-o", "html=report.html"]);
    let told = String::from_utf8_lossy(&output.stderr);
    assert_eq!(
        told,
        "error: cannot write `report.html`: no file may be that large here\nhelp: name a file elsewhere\n"
    );
    assert_eq!(folder.text(), before);
    folder.has_nothing_else();
}

#[test]
fn a_limit_on_the_size_of_files_does_not_end_an_interview() {
    let folder = large();
    let before = folder.text();
    let mut terminal = Terminal::start_through(WITH_SMALL_FILES, folder.path(), INTERVIEW);
    terminal.begins_with_everything().shows(&[FIRST]).types("2");
    terminal.says("cannot write `answers.toml`: no file may be that large here", &[FIRST, "0 answered"]).types("q");
    terminal.ends(0);
    assert_eq!(folder.text(), before);
    folder.has_nothing_else();
}

/// The disk of an interview, as it looks from outside its world.
fn disk_of(terminal: &Terminal, folder: &Folder) -> PathBuf {
    let path = folder.path().canonicalize().expect("it is there");
    let inside = path.strip_prefix("/").expect("it is a whole path").join(".disk");
    Path::new("/proc").join(terminal.id().to_string()).join("root").join(inside)
}

/// Writes until nothing more fits.
fn fill(disk: &Path) {
    let mut size = 1 << 16;
    let mut content = Vec::new();
    while size > 0 {
        content.resize(size, b'x');
        let mut number = 0;
        while fs::write(disk.join(format!("filler-{size}-{number}")), &content).is_ok() {
            number += 1;
        }
        fs::remove_file(disk.join(format!("filler-{size}-{number}"))).expect("it was begun");
        size /= 2;
    }
}

#[test]
fn a_full_disk_keeps_the_old_answers_and_takes_new_ones_later() {
    if !can_mount() {
        return;
    }
    let folder = Folder::with("");
    let mut terminal = Terminal::start_through(ON_A_SMALL_DISK, folder.path(), INTERVIEW);
    terminal.begins_with_everything().shows(&[FIRST]).types("1");
    terminal.shows(&[SECOND]);
    let disk = disk_of(&terminal, &folder);
    let text = || fs::read_to_string(disk.join("answers.toml")).expect("it is text");
    let before = text();
    assert!(before.contains("greeting = 1"), "{before}");
    fill(&disk);
    terminal.types("1").says("cannot write `answers.toml`: the disk is full", &[SECOND, "1 answered"]);
    assert_eq!(text(), before);
    for entry in fs::read_dir(&disk).expect("it can be listed") {
        let path = entry.expect("it is there").path();
        let is_ours = path.ends_with("answers.toml") || path.ends_with(".answers.toml.lock");
        assert!(is_ours || path.to_string_lossy().contains("/filler-"), "{path:?} is left behind");
        if !is_ours {
            fs::remove_file(path).expect("it is there");
        }
    }
    terminal.types("1").shows(&["All 2 questions are answered."]);
    assert!(text().contains("paying = 1"), "{}", text());
    terminal.types("q").ends(0);
}

#[test]
fn a_disk_that_is_full_from_the_start_is_said() {
    if !can_mount() {
        return;
    }
    let folder = Folder::with("");
    let full = [ON_A_SMALL_DISK, &["sh", "-c", "cat /dev/zero >filler 2>&1; before=$(cat answers.toml); \"$0\" \"$@\"; code=$?; test \"$before\" = \"$(cat answers.toml)\" || echo torn; rm filler; ls -A; exit $code"]].concat();
    for (arguments, told) in [
        (SET, "error: cannot write `answers.toml`: the disk is full\nhelp: make room, or name a file elsewhere\n"),
        (
            &["init", "new.toml"],
            "error: cannot write `new.toml`: the disk is full\nhelp: make room, or name a file elsewhere\n",
        ),
        (
            &["score", "--model", MODEL, "-o", "csv=new.csv"],
            "error: cannot write `new.csv`: the disk is full\nhelp: make room, or name a file elsewhere\n",
        ),
    ] {
        let output = run_through(&full, folder.path(), arguments);
        assert_eq!(String::from_utf8_lossy(&output.stderr), told);
        assert_eq!(String::from_utf8_lossy(&output.stdout), "answers.toml\n", "nothing is torn or left behind");
        assert_eq!(output.status.code(), Some(2));
        fs::remove_dir(folder.path().join(".disk")).expect("it is there");
    }
}

#[test]
fn a_read_only_disk_is_refused_at_the_start() {
    if !can_mount() {
        return;
    }
    let folder = Folder::with("");
    let told = "error: cannot write `answers.toml`: the file system is read-only\nhelp: name a file elsewhere";
    let mut terminal = Terminal::start_through(ON_A_READ_ONLY_DISK, folder.path(), INTERVIEW);
    let ended = terminal.ends(2).screen.contents();
    assert!(words(&ended).contains(&words(told)) && !ended.contains(FIRST), "{ended}");
    fs::remove_dir(folder.path().join(".disk")).expect("it is there");
    let output = run_through(ON_A_READ_ONLY_DISK, folder.path(), SET);
    assert_eq!((String::from_utf8_lossy(&output.stderr).trim_end(), output.status.code()), (told, Some(2)));
}

#[test]
fn a_full_device_takes_no_document() {
    let folder = Folder::with("greeting = 1\npaying = 1");
    for target in ["csv=/dev/full", "json=/dev/full"] {
        let output = run(folder.path(), &["score", "--model", MODEL, "-o", target]);
        let told = String::from_utf8_lossy(&output.stderr);
        assert_eq!(
            (&*told, output.status.code()),
            ("error: cannot write `/dev/full`: the disk is full\nhelp: make room, or name a file elsewhere\n", Some(2))
        );
    }
}
