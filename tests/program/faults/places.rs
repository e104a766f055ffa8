//! Places where answers cannot be kept or read: said at once, and nothing is touched.

use std::fs;
use std::os::unix::fs::{MetadataExt as _, chown, symlink};
use std::os::unix::net::UnixListener;
use std::thread;

use rustix::fs::{XattrFlags, getxattr, setxattr};

use super::wrappers::{WITH_THE_FILE_MOUNTED_ALONE, as_anybody, can_mount};
use crate::support::folder::{
    FIRST, Folder, GREETING, INTERVIEW, MODEL, SECOND, make_pipe, run, run_through, set_mode, words,
};
use crate::support::pty::Terminal;

/// Every command that keeps answers in a file refuses this one, with these words, before anything is asked.
#[track_caller]
fn is_refused(folder: &Folder, name: &str, told: &str) {
    let mut terminal = Terminal::start(folder.path(), &["interview", "--model", MODEL, name], &[]);
    let ended = terminal.ends(2).screen.contents();
    assert!(words(&ended).contains(told), "{ended}");
    assert!(!ended.contains("Team"), "it is said before anything is asked:\n{ended}");
    let output = run(folder.path(), &["set", "--model", MODEL, name, GREETING, "1"]);
    let said = words(&String::from_utf8_lossy(&output.stderr));
    assert_eq!(output.status.code(), Some(2), "{said}");
    let first = told.split(" help: ").next().unwrap_or_default();
    assert!(said.contains(first) || said.contains("there is no file"), "{said}");
}

#[test]
fn a_read_only_file_is_refused_at_the_start() {
    let folder = Folder::with("");
    let before = folder.text();
    folder.has_mode(0o444);
    is_refused(&folder, "answers.toml", "error: cannot write `answers.toml`: permission denied");
    assert_eq!(folder.text(), before);
    folder.has_nothing_else();
}

#[test]
fn what_is_no_file_is_refused_at_the_start() {
    let folder = Folder::empty();
    let place = |name: &str| folder.path().join(name);
    fs::create_dir(place("folder.toml")).expect("there is room");
    make_pipe(&place("pipe.toml"));
    let _socket = UnixListener::bind(place("socket.toml")).expect("sockets can be made");
    symlink("folder.toml", place("link-to-folder.toml")).expect("links are supported");
    symlink("nowhere.toml", place("link-to-nothing.toml")).expect("links are supported");
    symlink("link-to-itself.toml", place("link-to-itself.toml")).expect("links are supported");
    let no_file = |name: &str| format!("error: `{name}` is no regular file help: answers are kept in a file");
    let a_folder = |name: &str| format!("error: `{name}` is a folder help: name the file in it");
    is_refused(&folder, "folder.toml", &a_folder("folder.toml"));
    is_refused(&folder, "link-to-folder.toml", &a_folder("link-to-folder.toml"));
    is_refused(&folder, "pipe.toml", &no_file("pipe.toml"));
    is_refused(&folder, "socket.toml", &no_file("socket.toml"));
    is_refused(&folder, "/dev/null", &no_file("/dev/null"));
    let nowhere = "error: `link-to-nothing.toml` is a link that leads nowhere help: remove it, or name another file";
    is_refused(&folder, "link-to-nothing.toml", nowhere);
    is_refused(&folder, "link-to-itself.toml", "error: cannot read `link-to-itself.toml`: ");
    is_refused(&folder, "folder.toml/", "error: `folder.toml/` is a folder");
}

#[test]
fn a_folder_that_is_not_there_is_said_before_anything_is_asked() {
    let folder = Folder::with("");
    is_refused(&folder, "none/answers.toml", "error: cannot write `none/answers.toml`: no such file or folder");
    let inside = "error: cannot read `answers.toml/answers.toml`: a part of the path is no folder";
    is_refused(&folder, "answers.toml/answers.toml", inside);
    let long = format!("{}.toml", "n".repeat(300));
    is_refused(&folder, &long, "the name is too long");
    folder.has_nothing_else();
}

#[test]
fn a_new_file_is_not_begun_over_what_is_there() {
    let folder = Folder::empty();
    let place = |name: &str| folder.path().join(name);
    fs::create_dir(place("folder.toml")).expect("there is room");
    make_pipe(&place("pipe.toml"));
    symlink("nowhere.toml", place("link.toml")).expect("links are supported");
    for (name, why) in [
        ("folder.toml", "is a folder"),
        ("pipe.toml", "is there already"),
        ("link.toml", "is there already"),
        ("/dev/null", "is there already"),
    ] {
        let output = run(folder.path(), &["init", name]);
        let told = String::from_utf8_lossy(&output.stderr).into_owned();
        let said = format!("error: `{name}` {why}");
        assert_eq!((output.status.code(), told.lines().next()), (Some(2), Some(&*said)));
    }
    assert!(!place("nowhere.toml").exists());
}

#[test]
fn answers_are_read_from_a_pipe() {
    let folder = Folder::with("greeting = 1\npaying = 1");
    let pipe = folder.path().join("pipe");
    make_pipe(&pipe);
    let text = folder.text();
    thread::scope(|scope| {
        scope.spawn(|| fs::write(&pipe, text).expect("it is read"));
        let output = run(folder.path(), &["score", "--model", MODEL, "--format", "json", "pipe"]);
        assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
        assert_eq!(output.stdout, run(folder.path(), &["score", "--model", MODEL, "--format", "json"]).stdout);
    });
}

#[test]
fn documents_are_written_through_what_is_no_file() {
    let folder = Folder::with("greeting = 1\npaying = 1");
    let pipe = folder.path().join("pipe");
    make_pipe(&pipe);
    let read = thread::scope(|scope| {
        let reader = scope.spawn(|| fs::read(&pipe).expect("it is written"));
        let output = run(folder.path(), &["score", "--model", MODEL, "-o", "csv=pipe"]);
        assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
        reader.join().expect("it is read")
    });
    assert_eq!(read, run(folder.path(), &["score", "--model", MODEL, "--format", "csv"]).stdout);
    assert!(!fs::symlink_metadata(&pipe).expect("it is there").is_file(), "the pipe is still one");
}

#[test]
fn a_document_begins_the_file_that_a_link_leads_to() {
    let folder = Folder::with("greeting = 1\npaying = 1");
    symlink("levels.csv", folder.path().join("link.csv")).expect("links are supported");
    let output = run(folder.path(), &["score", "--model", MODEL, "-o", "csv=link.csv"]);
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    assert!(fs::symlink_metadata(folder.path().join("link.csv")).expect("it is there").is_symlink());
    assert!(folder.path().join("levels.csv").is_file());
}

#[test]
fn an_interview_keeps_links_permissions_and_group() {
    let folder = Folder::with("");
    folder.has_mode(0o660);
    // Only an administrator may give a file to anybody.
    let given = chown(folder.file(), Some(65_534), Some(12_345)).is_ok();
    let before = fs::metadata(folder.file()).expect("it is there");
    symlink("answers.toml", folder.path().join("one.toml")).expect("links are supported");
    symlink("one.toml", folder.path().join("two.toml")).expect("links are supported");
    let mut terminal = Terminal::start(folder.path(), &["interview", "--model", MODEL, "two.toml"], &[]);
    terminal.begins_with_everything().shows(&[FIRST]).types("1");
    terminal.shows(&[SECOND]).types("q");
    terminal.ends(0);
    let after = fs::metadata(folder.file()).expect("it is there");
    assert_ne!(after.ino(), before.ino(), "it was replaced");
    assert_eq!((after.mode(), after.uid(), after.gid()), (before.mode(), before.uid(), before.gid()));
    assert!(!given || after.gid() == 12_345);
    for link in ["one.toml", "two.toml"] {
        assert!(fs::symlink_metadata(folder.path().join(link)).expect("it is there").is_symlink());
    }
    folder.holds(&["greeting = 1"]);
}

#[test]
fn a_file_mounted_alone_is_refused_at_the_start() {
    if !can_mount() {
        return;
    }
    let folder = Folder::with("");
    let before = folder.text();
    let why = "error: cannot write `answers.toml`: it is mounted alone, and a save puts a new file in place of the old \
               one help: mount the folder that it lies in instead";
    let mut terminal = Terminal::start_through(WITH_THE_FILE_MOUNTED_ALONE, folder.path(), INTERVIEW);
    let told = words(&terminal.ends(2).screen.contents());
    assert!(told.contains(why) && !told.contains(FIRST), "{told}");
    let set = ["set", "--model", MODEL, "answers.toml", GREETING, "1"];
    let output = run_through(WITH_THE_FILE_MOUNTED_ALONE, folder.path(), &set);
    let told = words(&String::from_utf8_lossy(&output.stderr));
    assert!(output.status.code() == Some(2) && told.contains(why), "{told}");
    assert_eq!(folder.text(), before);
    folder.has_nothing_else();
}

#[test]
#[expect(clippy::print_stderr, reason = "what was not tested is said")]
fn extended_attributes_are_kept() {
    let folder = Folder::with("");
    if setxattr(folder.file(), "user.team", "支付".as_bytes(), XattrFlags::CREATE).is_err() {
        eprintln!("skipped: no extended attribute can be set here");
        return;
    }
    setxattr(folder.file(), "user.empty", b"", XattrFlags::CREATE).expect("another one can be set");
    folder.set(GREETING, &["1"]);
    let mut terminal = folder.interview();
    terminal.shows(&[SECOND]).types("1");
    terminal.shows(&["All 2 questions are answered."]).types("q");
    terminal.ends(0);
    let mut value = [0; 64];
    let length = getxattr(folder.file(), "user.team", &mut value[..]).expect("it is still there");
    assert_eq!(&value[..length], "支付".as_bytes());
    assert_eq!(getxattr(folder.file(), "user.empty", &mut value[..]), Ok(0));
}

#[test]
fn other_names_of_a_file_are_said() {
    let folder = Folder::with("");
    fs::hard_link(folder.file(), folder.path().join("other.toml")).expect("links are supported");
    let said = "`answers.toml` has another name (hard link)";
    let mut terminal = folder.begun_interview();
    terminal.says(said, &[FIRST]).types("q");
    terminal.ends(0);
    let output = run(folder.path(), &["set", "--model", MODEL, "answers.toml", GREETING, "1"]);
    let told = words(&String::from_utf8_lossy(&output.stderr));
    assert!(output.status.success() && told.contains(said), "{told}");
    assert!(!fs::read_to_string(folder.path().join("other.toml")).expect("it is there").contains("greeting"));
    let output = run(folder.path(), &["set", "--model", MODEL, "answers.toml", GREETING, "2"]);
    assert!(!String::from_utf8_lossy(&output.stderr).contains("hard link"), "it has one name by now");
}

/// An interview of somebody who is held to permissions.
fn interview_as_anybody(folder: &Folder) -> Terminal {
    Terminal::start_through(&as_anybody(), folder.path(), INTERVIEW)
}

#[test]
fn a_read_only_folder_is_refused_at_the_start() {
    let folder = Folder::with("");
    let before = folder.text();
    set_mode(folder.path(), 0o555);
    let told = words(&interview_as_anybody(&folder).ends(2).screen.contents());
    let why =
        "error: cannot write `answers.toml`: permission denied help: a save puts a new file in place of the old one";
    assert!(told.contains(why), "{told}");
    let set = ["set", "--model", MODEL, "answers.toml", GREETING, "1"];
    let output = run_through(&as_anybody(), folder.path(), &set);
    let told = words(&String::from_utf8_lossy(&output.stderr));
    assert!(output.status.code() == Some(2) && told.contains(why), "{told}");
    assert_eq!(folder.text(), before);
    set_mode(folder.path(), 0o755);
    folder.has_nothing_else();
}

#[test]
fn a_folder_made_read_only_meanwhile_is_waited_for() {
    let folder = Folder::with("");
    let mut terminal = interview_as_anybody(&folder);
    terminal.begins_with_everything().shows(&[FIRST]);
    set_mode(folder.path(), 0o555);
    terminal.types("2").says("cannot write `answers.toml`: permission denied", &[FIRST, "0 answered"]);
    set_mode(folder.path(), 0o755);
    terminal.types("2").says("✓ Greeting → 2", &[SECOND]).types("q");
    terminal.ends(0);
    folder.holds(&["greeting = 2"]);
    folder.has_nothing_else();
}

#[test]
fn a_file_that_may_not_be_read_is_said() {
    let folder = Folder::with("");
    for mode in [0o000, 0o200] {
        folder.has_mode(mode);
        let told = interview_as_anybody(&folder).ends(2).screen.contents();
        assert!(told.contains("`answers.toml`: permission denied"), "{told}");
        for line in [&["score"][..], &["set", "answers.toml", GREETING, "1"], &["report"], &["check", "--target", "1"]]
        {
            let output = run_through(&as_anybody(), folder.path(), &[&["--model", MODEL], line].concat());
            let told = String::from_utf8_lossy(&output.stderr);
            assert!(told.starts_with("error: cannot read `answers.toml`: permission denied\n"), "{line:?}: {told}");
            assert_eq!((output.status.code(), output.stdout.len()), (Some(2), 0));
        }
    }
    folder.has_mode(0o644);
    folder.has_nothing_else();
}
