//! What several people answered, as files: which count, what is wrong with them, and what is written.

use std::fs;
use std::os::unix::fs::symlink;

use crate::support::folder::{Folder, MODEL, answers, run, told, words, write};

/// A folder with these people's answers to the tiny model.
fn people(files: &[(&str, &str, &str)]) -> Folder {
    let folder = Folder::empty();
    for (file, name, lines) in files {
        write(folder.path(), file, &text(name, lines));
    }
    folder
}

fn text(name: &str, lines: &str) -> String {
    answers(lines).replace("date =", &format!("assessors = [{name:?}]\ndate ="))
}

/// Exit code, standard output, and standard error in one line.
fn merge(folder: &Folder, arguments: &[&str]) -> (Option<i32>, String, String) {
    let (code, table, errors) = told(&run(folder.path(), &[&["merge", "--model", MODEL], arguments].concat()));
    (code, table, words(&errors))
}

const ANA: (&str, &str, &str) = ("ana.toml", "Ana", "greeting = 2\npaying = 1");
const BO: (&str, &str, &str) = ("bo.toml", "Bo", "greeting = 2\npaying = 0");

#[test]
fn a_file_under_two_names_counts_once_and_that_is_said() {
    let folder = people(&[ANA, BO]);
    symlink("ana.toml", folder.path().join("link.toml")).expect("it can be made");
    fs::hard_link(folder.path().join("ana.toml"), folder.path().join("hard.toml")).expect("it can be made");
    fs::copy(folder.path().join("ana.toml"), folder.path().join("copy.toml")).expect("it can be made");
    for (other, said) in [
        ("ana.toml", "`ana.toml` is named twice and counts once"),
        ("./ana.toml", "are the same file, which counts once"),
        ("link.toml", "`ana.toml` and `link.toml` are the same file, which counts once"),
        ("hard.toml", "are the same file, which counts once"),
        ("copy.toml", "`ana.toml` and `copy.toml` hold the same bytes, which counts once"),
    ] {
        let (code, table, told) = merge(&folder, &["ana.toml", "bo.toml", other]);
        assert!(code == Some(0) && table.contains("2 people") && told.contains(said), "{other}: {told}\n{table}");
        let (code, _, told) = merge(&folder, &["ana.toml", other]);
        assert!(code == Some(2) && told.contains("`ana.toml` is alone"), "{other}: {told}");
    }
}

#[test]
fn files_of_the_same_bytes_that_name_nobody_are_two_people() {
    let folder = Folder::empty();
    write(folder.path(), "one.toml", &answers("greeting = 2"));
    write(folder.path(), "two.toml", &answers("greeting = 2"));
    let (code, table, told) = merge(&folder, &["one.toml", "two.toml"]);
    assert!(code == Some(0) && table.contains("2 people") && table.contains("1 agreed"), "{told}\n{table}");
}

#[test]
fn merging_again_loses_no_agreement_and_writes_over_nothing() {
    let folder = people(&[ANA, BO]);
    assert_eq!(merge(&folder, &["ana.toml", "bo.toml", "-o", "agreed.toml"]).0, Some(0));
    let (code, _, told) = merge(&folder, &["ana.toml", "bo.toml", "-o", "agreed.toml"]);
    assert!(code == Some(0) && told.contains("agreed.toml: 0 answers written, 1 as before; 1 differ"), "{told}");
    let (code, table, told) = merge(&folder, &["agreed.toml", "ana.toml", "bo.toml"]);
    assert!(code == Some(0) && table.contains("1 agreed, 0 near, 1 differ"), "{table}");
    assert!(told.contains("`agreed.toml` is left out: it was merged of Ana, Bo"), "{told}");
    write(folder.path(), "chen.toml", &text("Chen", "paying = 1"));
    let (_, _, told) = merge(&folder, &["agreed.toml", "chen.toml", "-o", "more.toml"]);
    assert!(told.contains("1 question stays open") && told.contains("`agreed.toml` left open:"), "{told}");
    let more = fs::read_to_string(folder.path().join("more.toml")).expect("it is written");
    assert!(!more.contains("paying ="), "{more}");
    write(folder.path(), "agreed.toml", &text("Ana", "greeting = 1\npaying = 0"));
    let (code, _, told) = merge(&folder, &["ana.toml", "bo.toml", "-o", "agreed.toml"]);
    assert!(code == Some(0) && told.contains("greeting: the file says 1, agreed is 2"), "{told}");
    assert!(told.contains("paying: the file says 0, people differ") && told.contains("0 answers written"), "{told}");
    let agreed = fs::read_to_string(folder.path().join("agreed.toml")).expect("it is there");
    assert!(agreed.contains("greeting = 1") && agreed.contains("paying = 0"), "{agreed}");
}

#[test]
fn evidence_is_named_from_the_folder_of_what_is_written() {
    let folder = Folder::empty();
    let shown = "greeting = { level = 2, evidence = [\"a.md#top\", \"gone.md\", \"https://wiki.example/a\"] }";
    write(folder.path(), "in/ana.toml", &text("Ana", shown));
    write(folder.path(), "in/a.md", "so");
    write(folder.path(), "bo.toml", &text("Bo", "greeting = { level = 2, evidence = [\"in/a.md#top\"] }"));
    write(folder.path(), "out/here.md", "so");
    let (code, _, told) = merge(&folder, &["in/ana.toml", "bo.toml", "-o", "out/agreed.toml"]);
    let agreed = fs::read_to_string(folder.path().join("out/agreed.toml")).expect("it is written");
    assert!(code == Some(0) && told.contains("stays as it is written: gone.md"), "{told}");
    let united = words(&agreed).replace(", ]", " ]");
    assert_eq!(united.matches("a.md#top").count(), 1, "{united}");
    assert!(united.contains("\"../in/a.md#top\"") && united.contains("\"https://wiki.example/a\""), "{united}");
}

#[test]
fn two_of_one_name_and_a_merged_file_are_said() {
    let folder = people(&[ANA, ("other.toml", "Ana", "greeting = 1\npaying = 1")]);
    let (code, table, told) = merge(&folder, &["ana.toml", "other.toml"]);
    assert!(code == Some(0) && table.contains("Ana (ana), Ana (other)"), "{table}");
    assert!(told.contains("2 files are of somebody called Ana: Ana (ana), Ana (other)"), "{told}");
    let (code, ..) = merge(&folder, &["ana.toml", "other.toml", "-o", "agreed.toml"]);
    assert_eq!(code, Some(0));
    write(folder.path(), "chen.toml", &text("Chen", "greeting = 2\npaying = 1"));
    let (code, table, told) = merge(&folder, &["agreed.toml", "chen.toml"]);
    assert!(code == Some(0) && table.contains("agreed, Chen"), "{table}");
    assert!(told.contains("`agreed.toml` is merged already, of Ana (ana), Ana (other); it counts as one"), "{told}");
    let merged = text("x", "greeting = 2").replace("[\"x\"]", "[\"Ana\", \"Bo\"]");
    write(folder.path(), "merged.toml", &merged);
    let (_, table, told) = merge(&folder, &["merged.toml", "ana.toml"]);
    assert!(told.contains("Ana answered in `ana.toml` and stands behind `merged.toml`"), "{told}");
    assert!(
        table.contains("0 agreed, 0 near, 0 differ, 2 answered by one alone"),
        "nobody agrees with herself: {table}"
    );
}

#[test]
fn all_problems_of_all_files_are_said_at_once() {
    let folder = people(&[ANA, ("bo.toml", "Bo", "greeting = 7"), ("chen.toml", "Chen", "greting = 1")]);
    let (code, table, told) = merge(&folder, &["ana.toml", "bo.toml", "chen.toml", "-o", "agreed.toml"]);
    assert!(code == Some(2) && table.is_empty(), "{table}");
    assert!(
        told.contains("bo.toml") && told.contains("chen.toml") && told.contains("did you mean `greeting`"),
        "{told}"
    );
    assert!(!folder.path().join("agreed.toml").exists());
    write(
        folder.path(),
        "old.toml",
        &text("Old", "greeting = 1").replace("model-version = \"2", "model-version = \"1"),
    );
    let (code, _, told) = merge(&folder, &["ana.toml", "old.toml"]);
    assert!(code == Some(2) && told.contains("shows what changed and keeps"), "{told}");
}

#[test]
fn answers_to_an_older_minor_version_are_carried_over() {
    const MARKET: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/models/market");
    let folder = Folder::empty();
    let head = |name: &str, version: &str| {
        format!(
            "schema = 1\n[assessment]\nmodel = \"market\"\nmodel-version = \"{version}\"\nassessors = [\"{name}\"]\n"
        )
    };
    let questions = "[answers.shop.counter.selling]\n";
    write(
        folder.path(),
        "old.toml",
        &format!("{}{questions}paying = {{ level = 2, met = [\"3.1\"] }}\nqueue = 2\n", head("Old", "1.0")),
    );
    write(folder.path(), "new.toml", &format!("{}{questions}queue = 2\n", head("New", "1.2")));
    let output = run(folder.path(), &["merge", "--model", MARKET, "old.toml", "new.toml", "-o", "agreed.toml"]);
    let told = words(&String::from_utf8_lossy(&output.stderr));
    assert!(output.status.success() && told.contains("`old.toml`:") && told.contains("names 3.2 now"), "{told}");
    let agreed = fs::read_to_string(folder.path().join("agreed.toml")).expect("it is written");
    assert!(agreed.contains("model-version = \"1.2\"") && agreed.contains("met = [\"3.2\"]"), "{agreed}");
    assert!(
        agreed.contains("ask-again = [\"shop.counter.selling.queue\"]"),
        "what asks more is still asked anew: {agreed}"
    );
}

#[test]
fn what_is_agreed_is_written_and_nothing_is_taken_away() {
    let folder = people(&[ANA, BO]);
    let (code, printed, _) = merge(&folder, &["ana.toml", "bo.toml", "--format", "answers"]);
    let (_, nothing, told) = merge(&folder, &["ana.toml", "bo.toml", "-o", "agreed.toml"]);
    let agreed = fs::read_to_string(folder.path().join("agreed.toml")).expect("it is written");
    assert_eq!((code, printed.as_str(), nothing.as_str()), (Some(0), agreed.as_str(), ""));
    assert!(agreed.contains("greeting = 2") && !agreed.contains("paying ="), "{agreed}");
    assert!(agreed.contains("assessors = [\"Ana\", \"Bo\"]"), "{agreed}");
    assert!(told.contains("agreed.toml: 1 answer written; 1 differ, 0 nobody answered"), "{told}");
    write(folder.path(), "agreed.toml", &(answers("paying = 2 # we talked") + "# the end\n"));
    assert_eq!(merge(&folder, &["ana.toml", "bo.toml", "-o", "agreed.toml"]).0, Some(0));
    let agreed = fs::read_to_string(folder.path().join("agreed.toml")).expect("it is there");
    assert!(agreed.contains("paying = 2 # we talked") && agreed.contains("# the end"), "{agreed}");
    assert!(agreed.contains("greeting = 2"), "{agreed}");
    // Without an ending too.
    assert_eq!(merge(&folder, &["ana.toml", "bo.toml", "-o", "room"]).0, Some(0));
    assert!(fs::read_to_string(folder.path().join("room")).expect("it is written").contains("greeting = 2"));
    assert_eq!(merge(&folder, &["ana.toml", "bo.toml", "-o", "ana.toml"]).0, Some(2));
    assert_eq!(merge(&folder, &["ana.toml", "-o", "out.toml"]).0, Some(2));
}

#[test]
fn what_files_say_differently_as_a_whole_is_left_out_and_said() {
    let folder = people(&[ANA, BO]);
    let with = |head: &str, (_, name, lines): (&str, &str, &str)| {
        text(name, lines).replace("date =", &format!("{head}\ndate ="))
    };
    write(folder.path(), "ana.toml", &with("team = \"us\"", ANA));
    write(folder.path(), "bo.toml", &with("owner = \"me\"\nteam = \"them\"\nscope = [\"shop\"]", BO));
    let (code, _, told) = merge(&folder, &["ana.toml", "bo.toml", "-o", "agreed.toml"]);
    assert!(code == Some(0) && told.contains("the team is left out, they name "), "{told}");
    let agreed = fs::read_to_string(folder.path().join("agreed.toml")).expect("it is written");
    assert!(agreed.contains("owner = \"me\"") && !agreed.contains("\nteam = "), "{agreed}");
}

#[test]
fn those_who_judge_and_read_are_told_that_several_assessed() {
    let folder = people(&[ANA, BO]);
    assert_eq!(merge(&folder, &["ana.toml", "bo.toml", "-o", "agreed.toml"]).0, Some(0));
    let said = |arguments: &[&str]| {
        let output = run(folder.path(), &[&["--model", MODEL], arguments].concat());
        String::from_utf8_lossy(&output.stdout).into_owned()
    };
    for line in [
        &["check", "agreed.toml", "--target", "1"][..],
        &["check", "agreed.toml", "--target", "1", "--format", "markdown"],
        &["check", "agreed.toml", "--target", "1", "--format", "github-summary"],
        &["score", "agreed.toml", "--format", "markdown"],
        &["report", "agreed.toml", "--format", "markdown"],
    ] {
        assert!(said(line).contains("assessed together by Ana, Bo"), "{line:?}: {}", said(line));
        let one: Vec<_> = line.iter().map(|word| if *word == "agreed.toml" { "ana.toml" } else { word }).collect();
        assert!(!said(&one).contains("assessed together"), "{one:?}");
    }
    let check = said(&["check", "agreed.toml", "--target", "1", "--lang", "zh"]);
    assert!(check.contains("由Ana、Bo共同评估"), "{check}");
    let json = said(&["check", "agreed.toml", "--target", "1", "--format", "json"]);
    assert!(words(&json).contains("\"assessors\": [ \"Ana\", \"Bo\" ]"), "{json}");
    let private = said(&["report", "agreed.toml", "--format", "markdown", "--without", "names"]);
    assert!(!private.contains("Ana"), "{private}");
}
