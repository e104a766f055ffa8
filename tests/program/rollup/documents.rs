//! Rows and documents over many teams: the same however they are read, and never over what is read.

use std::fs;
use std::path::Path;

use super::teams::{GOOD, Teams};
use crate::support::folder::{MODEL, answers, run, text, told};

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
    let free = "paying = { na = { reason = \"free\", until = 2026-03-31 } }";
    let teams = Teams::new(&[("a.answers.toml", GOOD), ("b.answers.toml", free)]);
    let (_, rows, _) = teams.run(&["--depth", "dimension", "--format", "csv"]);
    let report = |name: &str| {
        let arguments = ["--model", MODEL, "report", "--format", "csv", name];
        text(&run(teams.root(), &arguments).stdout)
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
fn a_legend_puts_no_article_before_a_name_of_the_model() {
    let arguments = ["--model", "tests/models/two", "rollup", "tests/answers/two-storeys.toml", "--target", "1"];
    for format in ["table", "markdown"] {
        let line = [&arguments[..], &["--format", format, "--as-of", "2026-11-21"]].concat();
        let (_, shown, errors) = told(&run(Path::new("."), &line));
        assert!(shown.contains("Below: targets missed, counted by Topic"), "{shown}{errors}");
    }
}

#[test]
fn names_are_left_out_of_everything() {
    let teams = Teams::new(&[("secrecy.answers.toml", "greting = 1")]);
    let text = answers(GOOD)
        .replace("[assessment]\n", "[assessment]\nteam = \"secret\"\nsystem = \"secret\"\nowner = \"secret\"\n");
    teams.write("secret/answers.toml", &text);
    for format in ["table", "json", "csv", "ndjson", "markdown", "html"] {
        let (_, stdout, _) = teams.run(&["--without", "names", "--format", format]);
        assert!(!stdout.contains("secre") && stdout.contains("file-2"), "{format}: {stdout}");
    }
}
