//! Baselines of a git history in which names and contents are hostile.

use std::ffi::{OsStr, OsString};
use std::fs;
use std::os::unix::ffi::OsStrExt as _;
use std::path::Path;
use std::process::Command;

use crate::arguments::NAMES;
use crate::broken::{self, refused};
use crate::checks::Fault;
use crate::corpus;
use crate::documents::{faults_of, skeletons};
use crate::lines::{FEW_STYLES, Line, TEXTS, VERDICTS, line};
use crate::runs::{Coloring, Made, Run, run};
use crate::{in_parallel, no_faults, say};

/// Every command that reads a revision.
const LINES: &[Line] = &[
    line(&["check", "-v", "--as-of", "2026-11-21", "--baseline", "git:HEAD"], VERDICTS),
    line(&["diff", "-v", "git:HEAD", "answers.toml"], TEXTS),
];

/// What a branch may be called.
const BRANCHES: &[&[u8]] = &[
    "\u{9b}31m\u{202e}kcab\u{85}x\u{2028}y\u{feff}".as_bytes(),
    b"\x9b31m\xff\xfe",
    b"--upload-pack=touch${IFS}pwned",
    b"-c",
    b"$(touch${IFS}pwned)",
    b"`touch${IFS}pwned`;touch${IFS}pwned|touch${IFS}pwned",
    b"%0A%1B<script>&amp;\"'",
    b"##vso##error",
    b"=cmd|'!A0",
    b"{name}{0}%s$x$|a|b|_c_`d`",
    b"a@b#1",
    "分支👩‍👩‍👧".as_bytes(),
    &[b'w'; 200],
];

/// Runs git on a repository, as somebody who is nobody.
fn git<S: AsRef<OsStr>>(folder: &Path, arguments: &[S]) {
    let output = Command::new("git")
        .current_dir(folder)
        .args(["-c", "user.name=n", "-c", "user.email=e", "-c", "init.defaultBranch=main", "-c", "core.autocrlf=false"])
        .args(arguments)
        .output()
        .expect("git is there");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
}

fn commit_all(folder: &Path) {
    git(folder, &["init", "--quiet"]);
    git(folder, &["add", "--all"]);
    git(folder, &["commit", "--quiet", "--message", "\u{1b}[31m\n::error::x"]);
}

fn run_git(folder: &Path, line: &[OsString]) -> Run {
    let options = ["--model", "model", "--color", "always", "-v"].map(OsString::from);
    run(folder, &[&options, line].concat()).with(Coloring::Some)
}

#[test]
fn texts_of_the_past_stay_texts() {
    let repository = tempfile::tempdir().expect("there is room");
    let place = |name: &str| repository.path().join(name);
    let mut texts = corpus::texts();
    texts.retain(|text| !text.is_long() && text.benign() == "word");
    let folders = texts.iter().map(|text| (text.name.as_str(), text.text.as_str())).chain([("word", "word")]);
    for (name, text) in folders.clone() {
        corpus::write(&place(name), text);
    }
    commit_all(repository.path());
    for (name, _) in folders {
        fs::copy(place(name).join("before.toml"), place(name).join("answers.toml")).expect("there is room");
    }
    let made = |name: &str, number: usize| {
        let folder = place(name);
        let made = Made::of_lines(&folder, &FEW_STYLES[number % FEW_STYLES.len()], LINES);
        (made.runs, made.documents)
    };
    let benign = [0, 1].map(|number| skeletons(&made("word", number).1));
    no_faults(in_parallel(texts.iter().enumerate().collect(), |(number, text)| {
        let (runs, documents) = made(&text.name, number);
        let faults = faults_of(&runs, &documents, &benign[number % 2]);
        faults.into_iter().map(|fault| format!("{}: {fault}", text.name)).collect()
    }));
}

#[test]
fn names_in_a_history_are_repeated_and_not_obeyed() {
    let folder = tempfile::tempdir().expect("there is room");
    corpus::write(folder.path(), "word");
    let names: Vec<_> = { NAMES.iter().map(|name| OsStr::from_bytes(name)) }
        .filter(|name| fs::copy(folder.path().join("answers.toml"), folder.path().join(name)).is_ok())
        .collect();
    commit_all(folder.path());
    let branches: Vec<_> = BRANCHES.iter().map(|name| OsStr::from_bytes(name)).collect();
    for branch in &branches {
        let name = OsString::from_iter([OsStr::new("refs/heads/"), branch]);
        git(folder.path(), &[OsStr::new("update-ref"), &name, OsStr::new("HEAD")]);
    }
    let of_names = names.iter().map(|name| (OsString::from("git:HEAD"), OsString::from_iter([OsStr::new("./"), name])));
    let of_branches = branches.iter().map(|branch| OsString::from_iter([OsStr::new("git:"), branch]));
    let pairs: Vec<_> = of_names.chain(of_branches.map(|branch| (branch, OsString::from("answers.toml")))).collect();
    say(&format!("{} hostile names in a history", pairs.len()));
    no_faults(in_parallel(pairs, |(revision, file)| {
        let words = |line: &[&str]| -> Vec<OsString> {
            let own = line.iter().map(|word| match *word {
                "@" => revision.clone(),
                "." => file.clone(),
                word => OsString::from(word),
            });
            own.collect()
        };
        let lines: &[&[&str]] = &[
            &["diff", "@", "."],
            &["report", "--compare", "@", "--format", "markdown", "."],
            &["check", "--baseline", "@", "."],
            &["check", "--baseline", "@", "--format", "markdown", "."],
            &["check", "--baseline", "@", "--format", "junit", "."],
            &["check", "--baseline", "@", "--format", "sarif", "."],
        ];
        let is_text = revision.to_str().is_some();
        let fault = |line: &&[&str]| {
            let run = run_git(folder.path(), &words(line));
            let fault = run.is_harmless().err();
            let is_wrong = (run.code == Some(2)) == is_text;
            let fault = fault.or_else(|| is_wrong.then(|| String::from_utf8_lossy(&run.stderr).into()));
            Some(format!("{}: {}", run.what, fault?))
        };
        lines.iter().filter_map(fault).collect()
    }));
    assert!(!folder.path().join("pwned").exists());
}

#[test]
fn a_past_that_cannot_be_read_is_said_and_not_obeyed() {
    let folder = tempfile::tempdir().expect("there is room");
    let files: Vec<_> = broken::answers::raw().into_iter().chain(broken::answers::meant_badly()).collect();
    let place = |name: &str| folder.path().join(format!("{name}.toml"));
    for (name, bytes) in &files {
        fs::write(place(name), bytes).expect("there is room");
    }
    std::os::unix::fs::symlink("/etc/passwd", place("link")).expect("there is room");
    commit_all(folder.path());
    fs::remove_file(place("link")).expect("it is there");
    let names = files.iter().map(|(name, _)| *name).chain(["link"]).collect::<Vec<_>>();
    for name in &names {
        fs::write(place(name), broken::answers::answers("greeting = 1")).expect("there is room");
    }
    no_faults(in_parallel(names, |name| {
        let file = format!("{name}.toml");
        let lines: [&[&str]; 2] = [&["diff", "git:HEAD", &file], &["check", "--baseline", "git:HEAD", &file]];
        let fault = |line: &&[&str]| -> Option<Fault> {
            let arguments = [&["--model", broken::MODEL, "--color", "always"], *line].concat();
            let fault = refused(&run(folder.path(), &arguments).with(Coloring::Some)).err()?;
            Some(format!("{}: {fault:.600}", line.join(" ")))
        };
        lines.iter().filter_map(fault).collect()
    }));
}
