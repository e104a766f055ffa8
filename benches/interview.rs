//! How long a team waits: from a key to the next question on the screen, the save included, in a real pseudo-terminal.
//!
//! Prints the median and the slowest tenth over the whole model, at its beginning and at its end, and the same for a
//! file of 1 MB; beside them what writing and syncing a file of that size costs on the same disk.

#![expect(clippy::print_stdout, reason = "what it is for")]

use std::fs;
use std::io::{Read, Write};
use std::path::Path;
use std::time::{Duration, Instant};

use assess::model::Group;
use portable_pty::{CommandBuilder, PtySize, native_pty_system};

/// What ends the drawing of one whole screen.
const DRAWN: &[u8] = b"\x1b[?2026l";
/// How many questions count as the beginning and as the end.
const SOME: usize = 30;
/// The bytes of a large file.
const LARGE: usize = 1_000_000;

fn main() {
    let folder = tempfile::tempdir().expect("there is room");
    let path = folder.path().join("answers.toml");
    let init = std::process::Command::new(env!("CARGO_BIN_EXE_assess")).args(["-q", "init"]).arg(&path).status();
    assert!(init.expect("the program runs").success());
    // Everything is the third way to begin.
    report_all(&path, &interview(&path, &[], b"3", b"2"));
    let text = fs::read_to_string(&path).expect("it is text");
    let count = answered(&text);
    let note = "why it is so: ".repeat((LARGE - text.len()) / count / 14);
    let noted = text.replace(" = 2\n", &format!(" = {{ level = 2, note = \"{note}\" }}\n"));
    fs::write(&path, noted).expect("there is room");
    report_all(&path, &interview(&path, &["--review"], b"", b"3"));
}

/// How many answers a file holds.
fn answered(text: &str) -> usize {
    let values = text
        .lines()
        .filter_map(|line| line.split_once(" = "))
        .filter(|(key, _)| *key != "schema" && !key.starts_with('#'));
    let is_answer = |value: &str| value.starts_with("{ level") || value.len() == 1;
    values.filter(|(_, value)| is_answer(value)).count()
}

fn report_all(path: &Path, waits: &[Duration]) {
    let text = fs::read_to_string(path).expect("it is text");
    let folder = path.parent().expect("it is in a folder");
    let syncs: Vec<_> = (0..100).map(|_| sync(folder, &text)).collect();
    println!("{} answers saved to a file of {} kB", waits.len(), text.len() / 1000);
    report("first questions", &waits[..SOME]);
    report("last questions", &waits[waits.len() - SOME..]);
    report("all questions", waits);
    report("write, sync and rename alone", &syncs);
}

fn report(what: &str, times: &[Duration]) {
    let mut times = times.to_vec();
    times.sort();
    let milliseconds = |place: usize| times[place.min(times.len() - 1)].as_secs_f64() * 1000.0;
    println!(
        "{what:30} median {:6.2} ms   ninth decile {:6.2} ms",
        milliseconds(times.len() / 2),
        milliseconds(times.len() * 9 / 10)
    );
}

/// Answers every question with one key, and how long each took to be saved and the next one drawn.
fn interview(path: &Path, options: &[&str], begin: &[u8], key: &[u8]) -> Vec<Duration> {
    let size = PtySize { rows: 24, cols: 80, ..PtySize::default() };
    let pair = native_pty_system().openpty(size).expect("the system has terminals");
    let mut command = CommandBuilder::new(env!("CARGO_BIN_EXE_assess"));
    command.args(["--lang", "en", "interview"]);
    command.arg(path);
    command.args(options);
    command.env("TERM", "xterm-256color");
    let mut child = pair.slave.spawn_command(command).expect("the program runs");
    drop(pair.slave);
    let mut screen = pair.master.try_clone_reader().expect("it can be read");
    let mut keyboard = pair.master.take_writer().expect("it can be written");
    wait_for_frame(&mut screen);
    if !begin.is_empty() {
        keyboard.write_all(begin).expect("it reads");
        wait_for_frame(&mut screen);
    }
    let mut waits = Vec::new();
    let model = assess::embedded::model();
    let asked = assess::answers::empty(model);
    let areas = model.areas.iter().filter(|area| asked.covers(area));
    for _ in areas.flat_map(Group::sub_domains).flat_map(|it| it.dimensions.iter()) {
        let pressed = Instant::now();
        keyboard.write_all(key).expect("it reads");
        wait_for_frame(&mut screen);
        waits.push(pressed.elapsed());
    }
    keyboard.write_all(b"q").expect("it reads");
    let mut rest = Vec::new();
    // The other end of a terminal that is closed is an error, and the end.
    let _ = screen.read_to_end(&mut rest);
    assert!(child.wait().expect("it ends").success());
    assert_eq!(answered(&fs::read_to_string(path).expect("it is text")), waits.len(), "each press is an answer");
    waits
}

fn wait_for_frame(screen: &mut impl Read) {
    let mut seen = Vec::new();
    let mut chunk = [0; 8192];
    while !seen.windows(DRAWN.len()).any(|window| window == DRAWN) {
        let count = screen.read(&mut chunk).expect("the program goes on");
        seen.extend_from_slice(&chunk[..count]);
    }
}

/// What the disk takes for one save.
fn sync(folder: &Path, text: &str) -> Duration {
    let begun = Instant::now();
    let mut file = tempfile::NamedTempFile::new_in(folder).expect("there is room");
    file.write_all(text.as_bytes()).expect("there is room");
    file.as_file().sync_data().expect("it can be synced");
    file.persist(folder.join("copy")).expect("it can be renamed");
    begun.elapsed()
}
