//! Runs that end early: readers that leave, and signals.

use std::fs;
use std::io::{self, Write as _};
use std::os::unix::process::ExitStatusExt as _;
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::thread;
use std::time::{Duration, Instant};

use super::teams::{GOOD, Teams};
use crate::support::folder::{make_pipe, names, text};

#[test]
fn a_reader_that_leaves_early_is_no_error() {
    let names: Vec<_> = (0..400).map(|number| format!("team-{number:03}/answers.toml")).collect();
    let files: Vec<_> = names.iter().map(|name| (name.as_str(), GOOD)).collect();
    let teams = Teams::new(&files);
    let mut program =
        teams.command(&["--format", "ndjson"]).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().expect("it runs");
    drop(program.stdout.take());
    let output = program.wait_with_output().expect("it ends");
    assert_eq!((output.status.code(), text(&output.stderr)), (Some(0), String::new()));
}

#[test]
fn a_reader_that_leaves_is_told_nothing_more_of_what_could_not_be_read() {
    let names: Vec<_> = (0..40).map(|number| format!("team-{number:02}/answers.toml")).collect();
    let files = names.iter().map(|name| (name.as_str(), "greting = 1")).collect::<Vec<_>>();
    let teams = Teams::new(&[&files[..], &[("zz/answers.toml", GOOD)]].concat());
    let (reader, writer) = io::pipe().expect("the system has pipes");
    drop(reader);
    let output = teams.command(&["--format", "csv"]).stdout(writer).stderr(Stdio::piped()).output().expect("it runs");
    let said = text(&output.stderr);
    assert!(output.status.code() == Some(0) && !said.contains("error: "), "{said}");
}

#[test]
fn documents_have_every_team_though_the_reader_of_rows_leaves() {
    let files: Vec<_> = (0..40).map(|number| format!("in/team-{number:02}/answers.toml")).collect();
    let files: Vec<_> = files.iter().map(|name| (name.as_str(), GOOD)).collect();
    let teams = Teams::new(&files);
    let (reader, writer) = io::pipe().expect("the system has pipes");
    drop(reader);
    let arguments = ["in", "--format", "csv", "-o", "all.json", "--reports", "out"];
    let output = teams.command(&arguments).stdout(writer).output().expect("it runs");
    assert_eq!((output.status.code(), text(&output.stderr)), (Some(0), String::new()));
    let all = fs::read_to_string(teams.path("all.json")).expect("it is written");
    let all: serde_json::Value = serde_json::from_str(&all).expect("it is JSON");
    assert_eq!(all["teams"].as_array().map(Vec::len), Some(40));
    let reports = names(&teams.path("out"));
    assert_eq!(reports.iter().filter(|name| name.starts_with("team-")).count(), 40);
}

#[test]
fn a_reader_that_leaves_before_the_first_file_is_no_error() {
    let teams = Teams::new(&[("a/answers.toml", GOOD)]);
    let (reader, writer) = io::pipe().expect("the system has pipes");
    drop(reader);
    let mut command = teams.command(&["--files-from", "-", "--format", "csv"]);
    command.stdin(Stdio::piped()).stdout(writer).stderr(Stdio::piped());
    let mut program = command.spawn().expect("it runs");
    // Long enough for the program to ask whether to go on; were it too short, the file would be read.
    thread::sleep(Duration::from_millis(400));
    program.stdin.take().expect("it is a pipe").write_all(b"a/answers.toml\n").expect("it is read");
    let output = program.wait_with_output().expect("it ends");
    assert_eq!((output.status.code(), text(&output.stderr)), (Some(0), String::new()));
}

#[test]
fn a_signal_leaves_no_half_file() {
    let teams = Teams::new(&[("a/answers.toml", GOOD)]);
    make_pipe(&teams.path("list"));
    let list = endless(&teams.path("list"));
    let mut program = teams.command(&["a", "--files-from", "list", "-o", "rows.csv"]).spawn().expect("it runs");
    wait_until(&mut program, || names(teams.root()).iter().any(|name| name.starts_with(".assess-")));
    interrupt(&mut program);
    drop(list);
    let left: Vec<_> =
        names(teams.root()).into_iter().filter(|name| name.contains("assess-") || name == "rows.csv").collect();
    assert!(left.is_empty(), "{left:?}");
}

#[test]
fn a_signal_leaves_no_report_and_no_passing_name() {
    let files: Vec<_> = (0..40).map(|number| format!("in/team-{number:02}/answers.toml")).collect();
    let files: Vec<_> = files.iter().map(|name| (name.as_str(), GOOD)).collect();
    let teams = Teams::new(&files);
    make_pipe(&teams.path("list"));
    // One by one at first, then in the middle of many.
    for written in [1, 2, 5, 9] {
        let folder = format!("out-{written}");
        let count = || fs::read_dir(teams.path(&folder)).map_or(0, Iterator::count);
        let list = endless(&teams.path("list"));
        let mut program =
            teams.command(&["in", "--files-from", "list", "--reports", &folder]).spawn().expect("it runs");
        wait_until(&mut program, || count() >= written);
        interrupt(&mut program);
        drop(list);
        assert_eq!(names(&teams.path(&folder)), [""; 0], "all of a site are put in their places together");
    }
}

/// A pipe that says nothing and does not end as long as it is held: opened for both, it waits for nobody.
fn endless(pipe: &Path) -> fs::File {
    fs::OpenOptions::new().read(true).write(true).open(pipe).expect("the pipe is there")
}

/// Waits for what a program does while it runs; fails where it ends before, or does not get there.
#[track_caller]
fn wait_until(program: &mut Child, is_done: impl Fn() -> bool) {
    let start = Instant::now();
    while !is_done() {
        if let Some(status) = program.try_wait().expect("it can be asked") {
            panic!("it has ended: {status}");
        }
        if start.elapsed() > Duration::from_secs(60) {
            program.kill().expect("it runs");
            panic!("it does not get there");
        }
        thread::yield_now();
    }
}

/// Ends a run as Ctrl-C does.
fn interrupt(program: &mut Child) {
    let pid = program.id().to_string();
    assert!(Command::new("kill").args(["-INT", &pid]).status().expect("it runs").success());
    let status = program.wait().expect("it ends");
    assert_eq!(status.signal(), Some(2));
}
