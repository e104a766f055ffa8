//! Many files: which are found, what of them is broken, and that the same comes out however they are read.

use std::fs;
use std::io::{self, Write as _};
use std::os::unix::fs::symlink;
use std::os::unix::process::ExitStatusExt as _;
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::thread;
use std::time::{Duration, Instant};

use crate::streams::folder::{Folder, text};
use crate::support::folder::{answers, make_pipe, names, set_mode};
use crate::support::git::git;

/// A folder with these answers files, and what a rollup of it says.
struct Teams(Folder);

impl Teams {
    fn new(files: &[(&str, &str)]) -> Self {
        let folder = Folder::new();
        fs::remove_file(folder.path().join("answers.toml")).expect("it was there");
        let teams = Self(folder);
        for (name, lines) in files {
            teams.write(name, &answers(lines));
        }
        teams
    }

    fn path(&self, name: &str) -> std::path::PathBuf {
        self.0.path().join(name)
    }

    fn write(&self, name: &str, text: &str) {
        let path = self.path(name);
        fs::create_dir_all(path.parent().expect("it stands in a folder")).expect("there is room");
        fs::write(path, text).expect("there is room");
    }

    /// Exit code, standard output and standard error.
    fn run(&self, arguments: &[&str]) -> (Option<i32>, String, String) {
        let output = self.command(arguments).output().expect("the program runs");
        (output.status.code(), text(&output.stdout), text(&output.stderr))
    }

    fn command(&self, arguments: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_assess"));
        command
            .current_dir(self.0.path())
            .args(["--model", "model", "rollup", "--as-of", "2026-02-28"])
            .args(arguments);
        command.env("ASSESS_LANG", "en").env("RUST_BACKTRACE", "1").stdin(Stdio::null());
        command
    }

    /// The paths of the rows, each once, in their order.
    fn paths(&self, arguments: &[&str]) -> Vec<String> {
        let (_, rows, _) = self.run(&[arguments, &["--format", "ndjson"]].concat());
        let path = |line: &str| {
            let row: serde_json::Value = serde_json::from_str(line).expect("every line is JSON");
            row["path"].as_str().expect("it has a path").to_owned()
        };
        let mut paths: Vec<_> = rows.lines().map(path).collect();
        paths.dedup();
        paths
    }
}

const GOOD: &str = "greeting = 1\npaying = 1";

#[test]
fn a_folder_gives_what_is_called_so_and_neither_hidden_nor_ignored() {
    let teams = Teams::new(&[
        ("b/answers.toml", GOOD),
        ("a.answers.toml", GOOD),
        ("b/deep/er/answers.toml", GOOD),
        ("other.toml", GOOD),
        (".hidden/answers.toml", GOOD),
        ("old/answers.toml", GOOD),
        ("c/.answers.toml", GOOD),
    ]);
    git(teams.0.path(), &["init", "--quiet", "--template="]);
    teams.write(".gitignore", "old/\n");
    let all = ["a.answers.toml", "b/answers.toml", "b/deep/er/answers.toml"];
    assert_eq!(teams.paths(&[]), all);
    assert_eq!(teams.paths(&["."]), all);
    assert_eq!(
        teams.paths(&["b", "other.toml", "old", "b/answers.toml", ".hidden"]),
        ["b/answers.toml", "b/deep/er/answers.toml", "other.toml", "old/answers.toml", ".hidden/answers.toml",]
    );
}

#[test]
fn a_list_names_files_by_lines_or_by_nul() {
    let teams = Teams::new(&[("a/answers.toml", GOOD), ("b b.toml", GOOD), ("c.toml", GOOD)]);
    teams.write("list", "c.toml\r\n\nb b.toml\na\n");
    assert_eq!(teams.paths(&["--files-from", "list"]), ["c.toml", "b b.toml", "a/answers.toml"]);
    teams.write("nul", "c.toml\0b b.toml\0");
    assert_eq!(teams.paths(&["--files-from", "nul", "-0", "a"]), ["a/answers.toml", "c.toml", "b b.toml"]);
    for (list, start) in
        [("", "error: the list `list` names no file"), ("\n\n", "error: the list `list` names no file")]
    {
        teams.write("list", list);
        let (code, stdout, stderr) = teams.run(&["--files-from", "list"]);
        assert!(code == Some(2) && stdout.is_empty() && stderr.starts_with(start), "{stderr}");
    }
    teams.write("list", "nowhere.toml\nc.toml\n");
    let (code, stdout, stderr) = teams.run(&["--files-from", "list", "--format", "csv"]);
    assert_eq!((code, stdout.lines().count()), (Some(2), 5));
    assert!(stderr.starts_with("cannot read `nowhere.toml`: no such file or folder\nerror: 1 of 2 files"), "{stderr}");
}

#[test]
fn a_list_that_cannot_be_read_ends_there() {
    let teams = Teams::new(&[("a/answers.toml", GOOD)]);
    let (code, stdout, stderr) = teams.run(&["--files-from", "a"]);
    let told = "error: `a` is a folder\nhelp: name the file in it: `a/answers.toml`\n";
    assert_eq!((code, stdout.as_str(), stderr.as_str()), (Some(2), "", told));
    // Standard input is looked at when it is read.
    let folder = fs::File::open(teams.path("a")).expect("folders can be opened");
    let mut command = teams.command(&["--files-from", "-", "--format", "csv"]);
    // Without an end it would take all memory there is.
    command.stdin(folder).stdout(Stdio::piped()).stderr(Stdio::piped());
    let output = command.output().expect("it runs");
    let said = text(&output.stderr);
    assert_eq!((output.status.code(), said.matches("cannot read `-`").count()), (Some(2), 1), "{said}");
}

#[test]
fn a_list_without_names_ends_and_is_no_list() {
    let teams = Teams::new(&[("a/answers.toml", GOOD)]);
    teams.write("long", &format!("a\n{}\nb", "x".repeat(40_000)));
    for (options, told) in [
        (
            &["--files-from", "/dev/zero"][..],
            "`/dev/zero` is no list of files: more than 32 KiB without the end of a line",
        ),
        (&["--files-from", "long"], "`long` is no list of files: more than 32 KiB without the end of a line"),
        (&["--files-from", "long", "-0"], "`long` is no list of files: more than 32 KiB without a NUL"),
    ] {
        let (code, _, stderr) = teams.run(&[options, &["--format", "csv"]].concat());
        assert!(code == Some(2) && stderr.contains(told), "{stderr}");
    }
}

#[test]
fn what_cannot_be_read_is_named_and_the_rest_is_done() {
    let teams = Teams::new(&[
        ("a/answers.toml", GOOD),
        ("b/answers.toml", "greting = 1\npaying = 9"),
        ("z/answers.toml", GOOD),
    ]);
    teams.write("c/answers.toml", &"#".repeat(2 << 20));
    teams.write("d/answers.toml", &answers(GOOD).replace("model = \"tiny\"", "model = \"other\""));
    teams.write("e/answers.toml", &answers(GOOD).replace("model-version = \"2\"", "model-version = \"1\""));
    symlink("answers.toml", teams.path("f.answers.toml")).expect("links can be made");
    fs::create_dir(teams.path("g")).expect("there is room");
    for (one, other) in [("answers.toml", "x.answers.toml"), ("x.answers.toml", "answers.toml")] {
        symlink(other, teams.path("g").join(one)).expect("links can be made");
    }
    symlink("..", teams.path("g/round")).expect("links can be made");
    make_pipe(&teams.path("h.answers.toml"));
    fs::write(teams.path("i.answers.toml"), b"schema = \"\xff\"").expect("there is room");

    assert_eq!(teams.paths(&[]), ["a/answers.toml", "z/answers.toml"]);
    let (code, stdout, _) = teams.run(&[]);
    assert_eq!(code, Some(2));
    for place in [
        "b/answers.toml:9:1: unknown id `shop.counter.selling.greting`",
        "`c/answers.toml` is larger than 1 MiB",
        "d/answers.toml:4:9: ",
        "e/answers.toml:5:17: ",
        "cannot read `f.answers.toml`: no such file or folder",
        "cannot read `g/answers.toml`: its links lead round in a circle",
        "cannot read `g/x.answers.toml`: ",
        "`h.answers.toml` is no regular file",
        "i.answers.toml:1:11: not UTF-8",
    ] {
        assert!(stdout.contains(place), "{place}: {stdout}");
    }
    assert!(stdout.contains("9 files could not be read"), "{stdout}");
    let (code, _, stderr) = teams.run(&["--exit-zero", "--format", "ndjson"]);
    assert_eq!((code, stderr.lines().last()), (Some(0), Some("9 of 11 files could not be read")));
    let (_, json, _) = teams.run(&["--format", "json"]);
    let json: serde_json::Value = serde_json::from_str(&json).expect("it is JSON");
    assert_eq!((json["broken"][0]["line"].as_u64(), json["broken"][0]["problems"].as_u64()), (Some(9), Some(2)));
}

#[test]
fn a_folder_that_cannot_be_entered_is_named() {
    let teams = Teams::new(&[("a/answers.toml", GOOD), ("b/answers.toml", GOOD)]);
    set_mode(&teams.path("b"), 0o000);
    let is_root = fs::read_dir(teams.path("b")).is_ok();
    let (code, stdout, stderr) = teams.run(&["--format", "csv"]);
    set_mode(&teams.path("b"), 0o755);
    if !is_root {
        assert_eq!((code, stdout.lines().count()), (Some(2), 5));
        assert!(stderr.starts_with("cannot read `b`: permission denied\n"), "{stderr}");
    }
}

#[test]
fn without_any_answers_there_is_nothing_to_show() {
    let teams = Teams::new(&[]);
    for arguments in [&[][..], &["model"], &["model", "untidy"]] {
        let (code, stdout, stderr) = teams.run(arguments);
        assert!(
            code == Some(2) && stdout.is_empty() && stderr.starts_with("error: there are no answers in"),
            "{stderr}"
        );
    }
}

#[test]
fn the_same_comes_out_whatever_the_number_of_threads() {
    let names: Vec<_> = (0..60).map(|number| format!("team-{number:02}/answers.toml")).collect();
    let lines: Vec<_> = (0..60)
        .map(|number| match number % 7 {
            0 => "greeting = 9".to_owned(),
            1 => "greeting = \"2-\"\npaying = 0".to_owned(),
            rest => format!("greeting = {}\npaying = {}", rest % 3, rest % 2),
        })
        .collect();
    let files: Vec<_> = names.iter().map(String::as_str).zip(lines.iter().map(String::as_str)).collect();
    let teams = Teams::new(&files);
    for format in ["table", "json", "csv", "ndjson", "markdown", "html"] {
        let [one, two, many] = ["1", "2", "16"]
            .map(|threads| teams.run(&["--format", format, "--threads", threads, "--depth", "dimension"]));
        assert!(one.0 == Some(2) && one.1.contains("team-01"), "{}", one.2);
        assert_eq!((&one, &one), (&two, &many), "{format}");
    }
}

#[test]
fn rows_are_those_of_a_report_of_each_file() {
    let teams =
        Teams::new(&[("a.answers.toml", GOOD), ("b.answers.toml", "paying = { na = \"free\", until = 2026-01-31 }")]);
    teams.write("b.answers.toml", &answers("paying = { na = { reason = \"free\", until = 2026-03-31 } }"));
    let (_, rows, _) = teams.run(&["--depth", "dimension", "--format", "csv"]);
    let report = |name: &str| {
        let arguments = ["--model", "model", "report", "--format", "csv", name];
        let mut command = Command::new(env!("CARGO_BIN_EXE_assess"));
        command.current_dir(teams.0.path()).args(arguments).env("ASSESS_LANG", "en").stdin(Stdio::null());
        text(&command.output().expect("the program runs").stdout)
    };
    let both = report("a.answers.toml") + report("b.answers.toml").split_once('\n').expect("it has a header").1;
    assert_eq!(rows, both);
    let (_, rows, _) = teams.run(&["--only", "paying", "--format", "csv"]);
    assert_eq!(rows.lines().count(), 3, "{rows}");
    let (_, late, _) = teams.run(&["--only", "paying", "--format", "csv", "--as-of", "2026-04-01"]);
    assert!(rows.contains("not-applicable") && !late.contains("not-applicable"), "{late}");
}

#[test]
fn no_document_goes_over_what_is_read() {
    let teams = Teams::new(&[("a/answers.toml", GOOD)]);
    for line in [["csv=a/answers.toml", "a"], ["json=a/answers.toml", "."], ["json=a/answers.toml", "a/answers.toml"]] {
        let (code, _, stderr) = teams.run(&["-o", line[0], line[1]]);
        assert!(code == Some(2) && stderr.contains("is what was read, and would be overwritten"), "{line:?}: {stderr}");
        assert_eq!(fs::read_to_string(teams.path("a/answers.toml")).expect("it is there"), answers(GOOD));
    }
    let (code, stdout, _) = teams.run(&["-o", "rows.csv", "-o", "all.json", "-o", "rows.ndjson", "-o", "all.txt"]);
    assert_eq!((code, stdout.as_str()), (Some(0), ""));
    assert!(
        fs::read_to_string(teams.path("rows.csv")).expect("it is written").starts_with("path,team,"),
        "without a mark"
    );
    assert!(fs::read_to_string(teams.path("all.txt")).expect("it is written").starts_with("1 team"));
}

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
    wait_until(&mut program, || names(teams.0.path()).iter().any(|name| name.starts_with(".assess-")));
    interrupt(&mut program);
    drop(list);
    let left: Vec<_> =
        names(teams.0.path()).into_iter().filter(|name| name.contains("assess-") || name == "rows.csv").collect();
    assert!(left.is_empty(), "{left:?}");
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

#[test]
fn a_legend_puts_no_article_before_a_name_of_the_model() {
    let arguments = ["--model", "tests/models/two", "rollup", "tests/answers/two-storeys.toml", "--target", "1"];
    for format in ["table", "markdown"] {
        let mut command = Command::new(env!("CARGO_BIN_EXE_assess"));
        command.args(arguments).args(["--format", format, "--as-of", "2026-11-21"]).env("ASSESS_LANG", "en");
        let output = command.output().expect("the program runs");
        let said = text(&output.stdout);
        assert!(said.contains("Below: targets missed, counted by Topic"), "{said}{}", text(&output.stderr));
    }
}

#[test]
fn answers_that_the_policy_names_and_that_are_missing_are_said() {
    let teams = Teams::new(&[("a/answers.toml", GOOD)]);
    let said = "`answers` of `assess.toml` names a file that is not there: `gone.toml`";
    teams.write("assess.toml", "schema = 1\nanswers = \"gone.toml\"\n");
    let (code, _, stderr) = teams.run(&["a"]);
    assert!(code == Some(0) && stderr.contains(said), "{stderr}");
    let (_, _, stderr) = teams.run(&["a", "--lang", "zh"]);
    assert!(stderr.contains("`assess.toml` 的 `answers` 所指的文件不存在：`gone.toml`"), "{stderr}");
    teams.write("gone.toml", &answers(GOOD));
    let (_, _, stderr) = teams.run(&["a"]);
    assert!(!stderr.contains("gone.toml"), "{stderr}");
}

#[test]
fn names_are_left_out_of_everything() {
    let teams = Teams::new(&[("secret/answers.toml", GOOD), ("secrecy.answers.toml", "greting = 1")]);
    let text = answers(GOOD)
        .replace("[assessment]\n", "[assessment]\nteam = \"secret\"\nsystem = \"secret\"\nowner = \"secret\"\n");
    teams.write("secret/answers.toml", &text);
    for format in ["table", "json", "csv", "ndjson", "markdown", "html"] {
        let (_, stdout, _) = teams.run(&["--without", "names", "--format", format]);
        assert!(!stdout.contains("secre") && stdout.contains("file-2"), "{format}: {stdout}");
    }
}

#[test]
fn the_report_of_every_team_is_written_and_linked() {
    let teams = Teams::new(&[
        ("in/pay ments/answers.toml", GOOD),
        ("in/Pay-ments.answers.toml", GOOD),
        ("in/index.answers.toml", GOOD),
        ("in/answers.toml", GOOD),
        ("in/broken.answers.toml", "greting = 1"),
        ("in/团队/answers.toml", GOOD),
    ]);
    let (code, _, stderr) = teams.run(&["in", "--reports", "out/a b", "-o", "page.html"]);
    assert_eq!(code, Some(2), "{stderr}");
    let written = names(&teams.path("out/a b"));
    let reports = ["Pay-ments.html", "answers.html", "index-2.html", "index.html", "pay-ments-2.html", "团队.html"];
    assert_eq!(written, reports);
    let read = |name: &str| fs::read_to_string(teams.path(name)).expect("it is text");
    assert!(read("out/a b/index.html").contains("<a href=\"%E5%9B%A2%E9%98%9F.html\">"));
    assert!(read("page.html").contains("<a href=\"out/a%20b/index-2.html\">"));
    assert!(read("out/a b/answers.html").contains("Selling"), "it is the report of a team");
    let (_, _, _) = teams.run(&["in", "--without", "names", "--reports", "private"]);
    let written = names(&teams.path("private"));
    assert_eq!(written, ["file-1.html", "file-2.html", "file-4.html", "file-5.html", "file-6.html", "index.html"]);
}

#[test]
fn reports_leave_files_of_others_alone_and_take_away_their_own_that_are_gone() {
    let teams = Teams::new(&[("in/one.answers.toml", GOOD), ("in/two.answers.toml", GOOD)]);
    let reports = ["in", "--reports", "out"];
    for foreign in ["two.html", "index.html"] {
        teams.write(&format!("out/{foreign}"), "mine\n");
        let (code, _, stderr) = teams.run(&reports);
        assert_eq!(code, Some(2), "{stderr}");
        let start =
            format!("error: `out/{foreign}` was not written by `--reports`, and would be overwritten\nhelp: remove");
        assert!(stderr.starts_with(&start), "{stderr}");
        assert_eq!(names(&teams.path("out")), [foreign], "nothing is written before");
        assert_eq!(fs::read_to_string(teams.path("out").join(foreign)).expect("it is there"), "mine\n");
        fs::remove_file(teams.path("out").join(foreign)).expect("it is there");
    }
    teams.write("out/notes.html", "mine\n");
    let (code, _, stderr) = teams.run(&reports);
    assert_eq!((code, stderr.as_str()), (Some(0), ""), "a page of another name is in nobody's way");
    fs::copy(teams.path("out/one.html"), teams.path("out/one-of-2026.html")).expect("there is room");
    fs::remove_file(teams.path("in/two.answers.toml")).expect("it is there");
    let (code, _, stderr) = teams.run(&reports);
    assert_eq!((code, stderr.as_str()), (Some(0), "removed from `out`, being of an earlier run: two.html\n"));
    assert_eq!(names(&teams.path("out")), ["index.html", "notes.html", "one-of-2026.html", "one.html"]);
    let (code, _, stderr) = teams.run(&["in", "--reports", "out", "--without", "names"]);
    assert_eq!(code, Some(0), "{stderr}");
    let left = ["file-1.html", "index.html", "notes.html", "one-of-2026.html"];
    assert_eq!(names(&teams.path("out")), left, "no name is left that is not to be known");
}

#[test]
fn reports_are_all_written_or_none() {
    let teams = Teams::new(&[("in/one.answers.toml", GOOD), ("in/two.answers.toml", GOOD)]);
    let run = || teams.run(&["in", "--reports", "out", "-o", "rows.csv", "-o", "all.md"]);
    assert_eq!(run().0, Some(0));
    let places = ["out/index.html", "out/one.html", "out/two.html", "rows.csv", "all.md"];
    let texts = || places.map(|place| fs::read_to_string(teams.path(place)).expect("it is there"));
    let before = texts();
    for name in ["in/one.answers.toml", "in/two.answers.toml"] {
        teams.write(name, &answers("greeting = 0\npaying = 0"));
    }
    set_mode(&teams.path("out/two.html"), 0o444);
    let (code, _, stderr) = run();
    assert!(code == Some(2) && stderr.contains("cannot write `out/two.html`"), "{stderr}");
    assert!(texts() == before, "nothing is another than before");
    assert_eq!(names(&teams.path("out")), ["index.html", "one.html", "two.html"], "nothing else is left");
    set_mode(&teams.path("out/two.html"), 0o644);
    assert_eq!(run().0, Some(0));
    assert!(texts().iter().zip(&before).all(|(now, before)| now != before));
}

#[test]
fn reports_need_a_folder() {
    let teams = Teams::new(&[("in/one.answers.toml", GOOD)]);
    teams.write("file", "mine\n");
    for reports in ["file", "file/below"] {
        let (code, _, stderr) = teams.run(&["in", "--reports", reports]);
        assert_eq!((code, stderr.as_str()), (Some(2), "error: `file` is no folder\nhelp: name a folder\n"));
    }
}

#[test]
fn each_file_is_compared_with_what_it_was() {
    let teams = Teams::new(&[
        ("a/answers.toml", "greeting = 0\npaying = 1"),
        ("old/a/answers.toml", "greeting = 2\npaying = 1"),
    ]);
    git(teams.0.path(), &["init", "--quiet", "--template="]);
    git(teams.0.path(), &["add", "a"]);
    git(teams.0.path(), &["commit", "--quiet", "-m", "all"]);
    teams.write("a/answers.toml", &answers("greeting = 1\npaying = 1"));
    teams.write("a/new/answers.toml", &answers(GOOD));
    let moved = |arguments: &[&str]| {
        let (code, json, stderr) = teams.run(&[arguments, &["--format", "json"]].concat());
        let json: serde_json::Value = serde_json::from_str(&json).unwrap_or_else(|_| panic!("{stderr}"));
        (code, json["nodes"][0]["moved"].to_string())
    };
    let up = r#"{"changed":0,"down":0,"new":1,"same":0,"up":1}"#.to_owned();
    assert_eq!(moved(&["a", "--compare", "git:HEAD"]), (Some(0), up));
    let down = r#"{"changed":0,"down":1,"new":1,"same":0,"up":0}"#.to_owned();
    assert_eq!(moved(&["a", "--compare", "old/a"]), (Some(0), down));
    let (code, _, stderr) = teams.run(&["a", "--compare", "git:nowhere"]);
    assert!(code == Some(2) && stderr.contains("error: there is no revision `nowhere`"), "{stderr}");
    for (word, start) in [
        ("nowhere", "error: there is no folder `nowhere`"),
        ("a/answers.toml", "error: `a/answers.toml` is no folder"),
        ("a", "error: `a` would be compared"),
    ] {
        let (code, _, stderr) = teams.run(&["a", "--compare", word]);
        assert!(code == Some(2) && stderr.starts_with(start), "{stderr}");
    }
}

#[test]
fn a_file_that_was_renamed_is_compared_with_what_it_was() {
    let of_team =
        |team: &str, lines: &str| answers(lines).replace("[assessment]", &format!("[assessment]\nteam = \"{team}\""));
    let teams = Teams::new(&[]);
    for (name, team) in [("a/answers.toml", "a"), ("b/answers.toml", "b"), ("gone/answers.toml", "gone")] {
        teams.write(name, &of_team(team, "greeting = 0\npaying = 1"));
    }
    git(teams.0.path(), &["init", "--quiet", "--template="]);
    git(teams.0.path(), &["add", "."]);
    git(teams.0.path(), &["commit", "--quiet", "-m", "all"]);
    git(teams.0.path(), &["mv", "a", "shop"]);
    teams.write("shop/answers.toml", &of_team("a", "greeting = 1\npaying = 1"));
    git(teams.0.path(), &["rm", "--quiet", "-r", "gone"]);
    teams.write("new/answers.toml", &of_team("new", "greeting = 0\npaying = 1"));
    git(teams.0.path(), &["add", "new"]);
    let json = |arguments: &[&str]| {
        let (code, json, stderr) = teams.run(&[&["--compare", "git:HEAD", "--format", "json"], arguments].concat());
        assert_eq!(code, Some(0), "{stderr}");
        serde_json::from_str::<serde_json::Value>(&json).unwrap_or_else(|_| panic!("{stderr}"))
    };
    let told = json(&["."]);
    let before: Vec<_> = told["teams"]
        .as_array()
        .expect("it is a list")
        .iter()
        .map(|team| {
            (team["path"].as_str().unwrap_or_default(), team["has_earlier"].as_bool(), team["earlier_path"].as_str())
        })
        .collect();
    assert_eq!(
        before,
        [
            ("b/answers.toml", Some(true), None),
            ("new/answers.toml", Some(false), None),
            ("shop/answers.toml", Some(true), Some("a/answers.toml")),
        ],
        "another team's file that git takes for its own is none of it"
    );
    assert_eq!(told["nodes"][0]["moved"]["up"], 1, "it counts as it moved");
    let private = json(&[".", "--without", "names"]);
    assert!(private["teams"].as_array().is_some_and(|teams| teams.iter().all(|team| team["earlier_path"].is_null())));
    for format in ["table", "markdown", "html"] {
        let (_, document, _) = teams.run(&[".", "--compare", "git:HEAD", "--format", format]);
        let joined = document.replace("\n  ", " ");
        assert!(joined.contains("shop/answers.toml (a/answers.toml)"), "{format}: {document}");
    }
}

#[test]
fn a_file_that_is_reached_twice_counts_once_and_that_is_said() {
    let teams = Teams::new(&[("a/answers.toml", GOOD), ("b.answers.toml", GOOD)]);
    for link in ["0.answers.toml", "c.answers.toml"] {
        symlink("a/answers.toml", teams.path(link)).expect("links can be made");
    }
    assert_eq!(teams.paths(&[]), ["a/answers.toml", "b.answers.toml"]);
    teams.write("list", "b.answers.toml\n./b.answers.toml\n");
    for (arguments, again) in [
        (&[][..], "counted once: c.answers.toml"),
        (&["b.answers.toml", "."], "counted once: b.answers.toml"),
        (&["--files-from", "list"], "counted once: b.answers.toml"),
    ] {
        let (code, _, stderr) = teams.run(arguments);
        assert!(code == Some(0) && stderr.lines().any(|line| line == again), "{arguments:?}: {stderr}");
    }
}

#[test]
fn a_link_is_compared_with_what_its_file_was() {
    let teams = Teams::new(&[("repo/answers.toml", "greeting = 0\npaying = 1")]);
    git(&teams.path("repo"), &["init", "--quiet", "--template="]);
    git(&teams.path("repo"), &["add", "."]);
    git(&teams.path("repo"), &["commit", "--quiet", "-m", "all"]);
    teams.write("repo/answers.toml", &answers(GOOD));
    fs::create_dir(teams.path("links")).expect("there is room");
    symlink("../repo/answers.toml", teams.path("links/shop.answers.toml")).expect("links can be made");
    let (code, json, stderr) = teams.run(&["links", "--compare", "git:HEAD", "--format", "json"]);
    let json: serde_json::Value = serde_json::from_str(&json).unwrap_or_else(|_| panic!("{stderr}"));
    assert_eq!((code, json["nodes"][0]["moved"]["up"].as_u64()), (Some(0), Some(1)), "{stderr}");
}

#[test]
fn an_empty_list_beside_other_names_is_said_and_the_rest_done() {
    let teams = Teams::new(&[("a/answers.toml", GOOD)]);
    teams.write("list", "\n");
    let (code, stdout, stderr) = teams.run(&["a", "--files-from", "list"]);
    assert_eq!(code, Some(2), "{stderr}");
    assert!(stdout.contains("the list `list` names no file") && stdout.starts_with("1 team · "), "{stdout}");
    let (code, stdout, stderr) = teams.run(&["--files-from", "list"]);
    assert!(
        code == Some(2) && stdout.is_empty() && stderr.starts_with("error: the list `list` names no file"),
        "{stderr}"
    );
}

#[test]
fn where_there_is_nothing_to_compare_with_that_is_said_and_not_counted_as_none() {
    let teams = Teams::new(&[("a/answers.toml", GOOD)]);
    fs::create_dir(teams.path("old")).expect("there is room");
    for (format, heads) in [("table", "Up"), ("markdown", "| Up |"), ("html", "Then and now")] {
        let (code, stdout, stderr) = teams.run(&["a", "--compare", "old", "--format", format]);
        assert_eq!(code, Some(0), "{stderr}");
        let joined = stdout.replace("\n  ", " ");
        assert!(joined.contains("There is nothing to compare with") && !joined.contains(heads), "{format}: {joined}");
    }
}

#[test]
fn what_the_system_refuses_is_said_in_the_language_of_the_message() {
    let teams = Teams::new(&[("a/answers.toml", GOOD)]);
    teams.write("list", &format!("{}\na\n", "x".repeat(300)));
    let (code, _, stderr) = teams.run(&["--files-from", "list", "--format", "csv", "--lang", "zh"]);
    assert!(code == Some(2) && stderr.contains("名称过长") && !stderr.contains("os error"), "{stderr}");
}

#[test]
fn no_document_takes_the_place_of_a_page_among_the_reports() {
    let teams = Teams::new(&[("in/one.answers.toml", GOOD)]);
    for target in ["out/index.html", "markdown=out/one.html", "./out/x.HTML"] {
        let (code, _, stderr) = teams.run(&["in", "--reports", "out", "-o", target]);
        assert_eq!(code, Some(2), "{stderr}");
        let stderr = stderr.split_whitespace().collect::<Vec<_>>().join(" ");
        assert!(stderr.contains("could be one of the pages that `--reports out` writes"), "{stderr}");
    }
    let (code, _, stderr) = teams.run(&["in", "--reports", "out", "-o", "out/all.json"]);
    assert_eq!(code, Some(0), "{stderr}");
}
