//! Streams that are full, closed, or left by their reader: what was asked for is written, or it is said that it was not.

use std::fs::{self, File, OpenOptions};
use std::io::{self, Read as _};
use std::process::{Command, Output, Stdio};

use super::cases::{CASES, Case, usual};
use super::folder::Folder;
use super::{no_faults, say};
use crate::support::folder::text;

/// Runs every case with a stream changed, and compares what comes of it with what usually does.
#[track_caller]
fn compare(change: impl Fn(&mut Command), judge: impl Fn(&Case, &Output, &Output) -> bool) {
    no_faults(usual().iter().filter_map(|(case, usual)| {
        let changed = case.run(&change);
        let (code, said) = (changed.status.code(), text(&changed.stderr));
        (!judge(case, usual, &changed)).then(|| format!("assess {}: {code:?}, {said:?}", case.line))
    }));
}

/// The device that never has room; nothing on systems without it.
fn full() -> Option<File> {
    let full = OpenOptions::new().write(true).open("/dev/full").ok();
    if full.is_none() {
        say("skipped: this system has no /dev/full");
    }
    full
}

/// A pipe that nobody reads.
fn left() -> io::PipeWriter {
    let (_, writer) = io::pipe().expect("the system has pipes");
    writer
}

/// Whether the document that was asked for is missed, and nothing else has changed.
fn is_missed(usual: &Output, changed: &Output, message: &str) -> bool {
    let (code, more) = if usual.stdout.is_empty() { (usual.status.code(), "") } else { (Some(2), message) };
    changed.status.code() == code && changed.stderr == [&usual.stderr, more.as_bytes()].concat()
}

const FULL: &str = "error: cannot write to standard output: the disk is full\n";

#[test]
fn a_document_that_finds_no_room_is_an_error() {
    let Some(full) = full() else { return };
    let to_full = |command: &mut Command| {
        command.stdout(full.try_clone().expect("it is open"));
    };
    compare(to_full, |_, usual, changed| is_missed(usual, changed, FULL));
}

#[test]
fn a_document_that_nothing_takes_is_an_error() {
    let readable = File::open("/dev/null").expect("it is there");
    let to_readable = |command: &mut Command| {
        command.stdout(readable.try_clone().expect("it is open"));
    };
    let message = "error: cannot write to standard output: it is not open for writing\n";
    compare(to_readable, |_, usual, changed| is_missed(usual, changed, message));
}

#[test]
fn a_reader_that_leaves_changes_neither_the_verdict_nor_what_is_said() {
    let to_nobody = |command: &mut Command| {
        command.stdout(left());
    };
    compare(to_nobody, |case, usual, changed| {
        changed.status.code() == Some(case.code) && changed.stderr == usual.stderr
    });
}

#[test]
fn a_document_comes_whoever_hears_the_messages() {
    let same = |case: &Case, usual: &Output, changed: &Output| {
        changed.status.code() == Some(case.code) && changed.stdout == usual.stdout
    };
    let to_nobody = |command: &mut Command| {
        command.stderr(left());
    };
    compare(to_nobody, same);
    let Some(full) = full() else { return };
    let to_full = |command: &mut Command| {
        command.stderr(full.try_clone().expect("it is open"));
    };
    compare(to_full, same);
}

#[test]
fn a_file_that_finds_no_room_is_an_error_in_every_format() {
    if full().is_none() {
        return;
    }
    let folder = Folder::with_history();
    let documents = CASES.iter().filter(|case| case.line.contains(" --format ") && case.code < 2);
    let mut lines: Vec<_> = documents.map(|case| case.line.replace(" --format ", " -o/dev/full --format ")).collect();
    lines.extend(["score", "next", "check --target 1", "report"].map(|line| format!("{line} -o /dev/full")));
    lines.extend(["github-summary", "json"].map(|format| format!("check --target 1 -o {format}=/dev/full")));
    no_faults(lines.iter().filter_map(|line| {
        let output = folder.run(&line.split(' ').collect::<Vec<_>>());
        let said = text(&output.stderr);
        let is_said = said.ends_with(
            "error: cannot write `/dev/full`: the disk is full\nhelp: make room, or name a file elsewhere\n",
        );
        let holds = output.status.code() == Some(2) && output.stdout.is_empty() && is_said;
        (!holds).then(|| format!("assess {line}: {:?}, {said:?}", output.status.code()))
    }));
}

#[test]
fn a_shell_that_asks_what_may_come_next_is_told_whole_or_not_at_all() {
    let folder = Folder::new();
    for shell in ["bash", "zsh", "fish", "powershell", "elvish"] {
        for words in [&["--", "assess", "scor"][..], &[]] {
            let ask = |stdout: Stdio| {
                let mut command = folder.command(env!("CARGO_BIN_EXE_assess"));
                command.args(words).env("ASSESS_COMPLETE", shell).env("_CLAP_COMPLETE_INDEX", "1").stdout(stdout);
                let output = command.output().expect("the program runs");
                (output.status.code(), text(&output.stderr))
            };
            assert_eq!(ask(left().into()), (Some(0), String::new()), "{shell} {words:?}");
            if let Some(full) = full() {
                assert_eq!(ask(full.into()), (Some(2), FULL.to_owned()), "{shell} {words:?}");
            }
        }
    }
}

/// The program, run by a shell that closes some of its streams, in a folder with the answers.
fn closing(folder: &Folder, streams: &str, line: &str) -> Output {
    let mut shell = folder.command("sh");
    let script = format!("\"$ASSESS\" --model model {line} {streams}");
    shell.args(["-c", &script]).env("ASSESS", env!("CARGO_BIN_EXE_assess")).output().expect("there is a shell")
}

#[test]
fn closed_streams_neither_lose_a_verdict_nor_end_up_in_a_file() {
    let folder = Folder::new();
    let files = "-o json=out.json -o table=out.txt";
    for streams in ["2>&-", "<&-", "<&- 2>&-"] {
        let output = closing(&folder, streams, "check --target 2");
        assert_eq!((output.status.code(), output.stdout), (Some(1), folder.run(&["check", "--target", "2"]).stdout));
    }
    for streams in [">&-", ">&- 2>&-", "<&- >&- 2>&-"] {
        for (line, code) in [("check --target 2", 1), ("check --target 1", 0), ("check --target 9", 2)] {
            let output = closing(&folder, streams, &format!("{line} {files}"));
            assert_eq!(output.status.code(), Some(code), "{line} {streams}");
        }
        let table = fs::read(folder.path().join("out.txt")).expect("it is written");
        assert_eq!(table, folder.run(&["check", "--target", "1"]).stdout, "{streams}");
    }
    let closed = closing(&folder, "<&-", "score -");
    assert_eq!((closed.status.code(), closed.stdout.len()), (Some(2), 0));
    assert!(text(&closed.stderr).starts_with("error: `schema` is missing"), "closed is empty");
}

/// A limit of the platform, here so that nobody takes it for a promise: the Rust runtime, like git, opens `/dev/null`
/// in place of a standard stream that is closed, before any of our code runs. That keeps other files from its number,
/// but nothing tells it from a `/dev/null` that is wanted: programs that start others open it for reading and writing too.
#[test]
fn a_closed_standard_output_is_taken_for_one_that_nobody_wants() {
    let folder = Folder::new();
    let output = closing(&folder, ">&-", "score");
    assert_eq!((output.status.code(), text(&output.stderr).as_str()), (Some(0), ""));
    let unread = OpenOptions::new().read(true).write(true).open("/dev/null").expect("it is there");
    let unread = folder.assess(&["score"]).stdout(unread).output().expect("the program runs");
    assert_eq!((unread.status.code(), unread.stderr.len()), (Some(0), 0), "as Python and Node do it");
}

#[test]
fn a_pipe_that_is_left_half_way_is_no_error() {
    // The embedded model is larger than any pipe.
    let folder = Folder::new();
    let (mut reader, writer) = io::pipe().expect("the system has pipes");
    let mut show = folder.command(env!("CARGO_BIN_EXE_assess"));
    show.args(["model", "show"]).stdout(writer).stderr(Stdio::piped());
    let started = show.spawn().expect("the program runs");
    // The command has an end of the pipe of its own.
    drop(show);
    reader.read_exact(&mut [0; 100]).expect("there is that much");
    drop(reader);
    let output = started.wait_with_output().expect("it ends");
    assert_eq!((output.status.code(), text(&output.stderr).as_str()), (Some(0), ""));
}
