//! Where documents go: what a prefix and an ending say, what standard output is left with, and what is refused.

mod unreadable;

use std::fs;
use std::os::unix::fs::symlink;

use crate::streams::folder::Folder;
use crate::support::folder::names;
use crate::support::folder::text;

const MARK: &[u8] = "\u{feff}".as_bytes();

#[track_caller]
fn refuses(folder: &Folder, line: &str, start: &str) {
    let before = names(folder.path());
    let output = folder.run(&line.split(' ').collect::<Vec<_>>());
    let said = text(&output.stderr);
    assert!(output.status.code() == Some(2) && said.starts_with(start), "assess {line}: {said}");
    assert_eq!(names(folder.path()), before, "assess {line} writes nothing");
}

/// What stands on standard output and in a file after a run that is as it should be.
#[track_caller]
fn written(line: &str, file: &str) -> (String, Vec<u8>) {
    let folder = Folder::new();
    let output = folder.run(&line.split(' ').collect::<Vec<_>>());
    assert!(output.status.code().is_some_and(|code| code < 2), "assess {line}: {}", text(&output.stderr));
    let file = fs::read(folder.path().join(file)).unwrap_or_else(|_| panic!("assess {line} writes {file}"));
    (text(&output.stdout), file)
}

#[test]
fn a_prefix_or_an_ending_says_the_format() {
    for (line, file, start) in [
        ("score -o a.json", "a.json", "{\n  \"schema\""),
        ("score -o a.JSON", "a.JSON", "{\n  \"schema\""),
        ("score -o a.md", "a.md", "# corner shop"),
        ("score -o a.svg", "a.svg", "<svg "),
        ("score -o a.txt --format json", "a.txt", "corner shop"),
        ("score -o a.csv", "a.csv", "\u{feff}path,"),
        ("score -o csv=a.json", "a.json", "\u{feff}path,"),
        ("score -o ./json=a.md", "json=a.md", "# corner shop"),
        ("score -o a --format csv", "a", "\u{feff}path,"),
        ("score -o a.b --format json", "a.b", "{\n  \"schema\""),
        ("report -o a.xlsx", "a.xlsx", "PK\u{3}\u{4}"),
        ("report -o a.md", "a.md", "# corner shop"),
        ("report -o a.htm", "a.htm", "<!DOCTYPE html>"),
        ("report -o report", "report", "<!DOCTYPE html>"),
        ("check --target 1 -o a.xml", "a.xml", "<?xml"),
        ("check --target 1 -o a.sarif", "a.sarif", "{\n  \"$schema\""),
        ("check --target 1 -o a.SARIF.json", "a.SARIF.json", "{\n  \"$schema\""),
        ("check --target 1 -o a.json", "a.json", "{\n  \"schema\""),
        ("next -o a.csv", "a.csv", "title,"),
    ] {
        let (_, written) = written(line, file);
        assert!(written.starts_with(start.as_bytes()), "assess {line}: {:.60}", text(&written));
    }
}

#[test]
fn standard_output_has_what_no_file_has() {
    for (line, file, start) in [
        ("score -o a.json", "a.json", ""),
        ("score -o a.json --format json", "a.json", ""),
        ("score -o a.json --format csv", "a.json", "path,"),
        ("score -o a --format csv", "a", ""),
        ("score -o a.json -o -", "a.json", "corner shop"),
        ("score -o a.json -o csv=-", "a.json", "path,"),
        ("report -o a.md -o b.xlsx", "a.md", ""),
        ("check --target 2 -o a.json", "a.json", "failed: "),
        ("check --target 2 -o a.txt", "a.txt", "failed: "),
        ("check --target 2 -o a.json --format github", "a.json", "::error "),
        ("check --target 2 -o a.json --format json", "a.json", ""),
        ("check --target 2 -o a.json -o junit=-", "a.json", "<?xml"),
    ] {
        let (printed, _) = written(line, file);
        let holds = printed.starts_with(start) && printed.is_empty() == start.is_empty();
        assert!(holds, "assess {line}: {printed:.60}");
    }
}

#[test]
fn files_of_rows_for_people_begin_with_a_mark() {
    let folder = Folder::new();
    assert!(folder.run(&["set", "answers.toml", "--date=2026-01-31"]).status.success());
    fs::copy(folder.path().join("answers.toml"), folder.path().join("later.toml")).expect("it is copied");
    for command in ["rollup", "trend answers.toml later.toml"] {
        let mut line: Vec<_> = command.split(' ').collect();
        line.extend(["-o", "rows.csv"]);
        assert!(folder.run(&line).status.success(), "{command}");
        let rows = fs::read(folder.path().join("rows.csv")).expect("it is written");
        assert!(rows.starts_with(b"path,") || rows.starts_with(b"at,"), "{command}");
    }
    for command in ["score", "report"] {
        let file = folder.path().join("rows.csv");
        let output = folder.run(&[command, "-o", "rows.csv"]);
        assert!(output.status.success());
        assert!(fs::read(&file).expect("it is written").starts_with(MARK), "{command}");
        for line in [[command, "--format", "csv"], [command, "-o", "csv=-"], [command, "-o", "csv=/dev/stdout"]] {
            assert!(folder.run(&line).stdout.starts_with(b"path,"), "{line:?}");
        }
    }
}

#[test]
fn a_format_that_the_command_does_not_write_is_refused() {
    let folder = Folder::new();
    for line in ["report -o xslx=b.xlsx", "report -o json=r.json", "check --target 1 -o junt=x.xml", "next -o a-b=c"] {
        refuses(&folder, line, "error: `--output`: `");
    }
    for line in
        ["report -o a.json", "report -o a.txt", "score -o a.xlsx", "check --target 1 -o a.html", "next -o a.XML"]
    {
        refuses(&folder, line, "error: `a.");
    }
    for line in ["score -o a.pdf", "report -o a.PDF", "check --target 1 -o a.yaml", "next -o a.docx", "rollup -o a.yml"]
    {
        refuses(&folder, line, "error: `a.");
    }
    for line in
        ["diff before.toml -o a.pdf", "trend -o a.pdf", "merge answers.toml before.toml -o a.yaml", "form -o a.pdf"]
    {
        refuses(&folder, line, "error: `a.");
    }
    let output = folder.run(&["report", "-o", "xslx=b.xlsx"]);
    let help = "help: did you mean `xlsx`? there are `html`, `markdown`, `csv`, `xlsx`\n";
    assert!(text(&output.stderr).ends_with(help), "{}", text(&output.stderr));
}

#[test]
fn of_several_documents_all_are_written_or_none() {
    let folder = Folder::new();
    for line in [
        "score -o a.json -o no/such/b.md",
        "check --target 1 -o a.json -o summary.md --format github-summary -o no/such/b.xml",
        "diff before.toml -o a.json -o no/such/b.md",
        "merge answers.toml before.toml -o new.toml -o a.json -o no/such/b.md",
        "merge answers.toml before.toml -o new.toml -o no/such/b.toml",
        "rollup -o a.csv -o b.ndjson -o no/such/b.md",
    ] {
        refuses(&folder, line, "error: cannot write `no/such/b.");
    }
    // What a full device refuses keeps the files beside it from being replaced, too.
    for line in ["score -o a.json -o markdown=/dev/full", "rollup -o a.csv -o a.json -o markdown=/dev/full"] {
        refuses(&folder, line, "error: cannot write `/dev/full`");
    }
}

#[test]
fn one_place_takes_one_document() {
    let folder = Folder::new();
    let link = |to: &str, name: &str| symlink(to, folder.path().join(name)).expect("links can be made");
    link("new.json", "link");
    link("answers.toml", "input");
    for line in [
        "score -o a.json -o a.json",
        "score -o json=a -o csv=./a",
        "score -o json=model/../a -o csv=a",
        "score -o new.json -o csv=link",
        "check --target 1 -o a.json -o github-summary=a.json",
    ] {
        refuses(&folder, line, "error: two documents for the file `");
    }
    refuses(&folder, "score -o - -o json=-", "error: two documents for standard output");
    for line in [
        "score -o json=answers.toml",
        "score -o new.json -o json=input",
        "check --target 1 -o new.json -o github-summary=answers.toml",
        "check broken.toml --target 1 -o new.json -o github-summary=broken.toml",
        "check --target 1 --config policy.toml -o new.json -o json=policy.toml",
        "check --baseline before.toml -o new.json -o json=before.toml",
        "report --compare before.toml -o new.html -o markdown=before.toml",
        "score -o new.json -o csv=model/model.toml",
    ] {
        refuses(&folder, line, "error: `");
    }
}

#[test]
fn a_summary_is_put_behind_what_is_there_while_it_can_be_shown() {
    let folder = Folder::new();
    let file = folder.path().join("summary.md");
    let check = || folder.run(&["check", "--target", "1", "-o", "github-summary=summary.md"]);
    for (before, start) in [("", "## ✅"), ("others\n", "others\n## ✅"), ("others", "others\n## ✅")] {
        fs::write(&file, before).expect("there is room");
        assert!(check().status.success());
        let written = fs::read_to_string(&file).expect("it is text");
        assert!(written.starts_with(start), "{before:?}: {written:.40}");
    }
    fs::write(&file, vec![b'x'; 1 << 20]).expect("there is room");
    let output = check();
    assert_eq!(output.status.code(), Some(0));
    assert!(
        text(&output.stderr).starts_with("`summary.md` would become larger than 1 MiB"),
        "{}",
        text(&output.stderr)
    );
    assert_eq!(fs::metadata(&file).expect("it is there").len(), 1 << 20);
}
