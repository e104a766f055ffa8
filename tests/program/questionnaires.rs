//! `assess import`: what a questionnaire does to answers that are there, and what is said of it.

use std::fs;
use std::path::Path;
use std::process::{Command, Stdio};

use assess::embedded;

use crate::support::folder::{names, words};

const HEAD: &str = "[assessment]\nmodel = \"tiny\"\nmodel-version = \"2.0\"\n";
const ANSWERED: &str = "[answers.shop.counter.selling]\ngreeting = 1\npaying = 1\n";

/// What the program writes to standard error; it ends well.
fn import(folder: &Path, questionnaire: &str, target: &str) -> String {
    import_to("tests/models/tiny", folder, questionnaire, target)
}

fn import_to(model: &str, folder: &Path, questionnaire: &str, target: &str) -> String {
    fs::write(folder.join("filled.csv"), questionnaire).expect("there is room");
    let model = fs::canonicalize(model).expect("the fixture is there");
    let mut command = Command::new(env!("CARGO_BIN_EXE_assess"));
    command.current_dir(folder).env("ASSESS_LANG", "en").env("COLUMNS", "200").stdin(Stdio::null());
    command.arg("--model").arg(model).args(["import", "filled.csv", "-o", target]);
    let output = command.output().expect("the program runs");
    let said = String::from_utf8_lossy(&output.stderr).into_owned();
    assert_eq!(output.status.code(), Some(0), "{said}");
    // However wide it is shown.
    words(&said)
}

fn text(folder: &Path, name: &str) -> String {
    fs::read_to_string(folder.join(name)).expect("it is written")
}

#[test]
fn answers_of_another_person_are_replaced_aloud() {
    let folder = tempfile::tempdir().expect("there is room");
    let chen = format!("schema = 1\n{HEAD}team = \"payments\"\ndate = 2024-02-29\nassessors = [\"Chen\"]\n{ANSWERED}");
    fs::write(folder.path().join("chen.toml"), &chen).expect("there is room");
    let wu =
        "Your name,Wu,Your team,search\nId,Answer\nshop.counter.selling.greeting,2\nshop.counter.selling.paying,\n";
    let said = import(folder.path(), wu, "chen.toml");
    assert!(said.contains("chen.toml: 1 answer written, 1 in place of another answer"), "{said}");
    assert!(said.contains("1 answer stays, of which the questionnaire says nothing"), "{said}");
    assert!(said.contains("of team `search`, `chen.toml` of team `payments`, which stays"), "{said}");
    assert!(said.contains("the questionnaire is of `Wu`, added to those who assessed `chen.toml`"), "{said}");
    let now = text(folder.path(), "chen.toml");
    for kept in ["team = \"payments\"", "date = 2024-02-29", "paying = 1"] {
        assert!(now.contains(kept), "{kept}: {now}");
    }
    assert!(now.contains("greeting = 2") && now.contains("\"Chen\", \"Wu\""), "{now}");
    let again = import(folder.path(), wu, "chen.toml");
    assert!(again.contains("0 answers written, 1 as before"), "{again}");
    assert!(!again.contains("added to") && !again.contains("in place"), "{again}");
    let none = import(folder.path(), "Id,Answer\nshop.counter.selling.greeting,none\n", "chen.toml");
    assert!(none.contains("chen.toml: 0 answers written, 1 removed"), "{none}");
    assert!(!text(folder.path(), "chen.toml").contains("greeting"));
}

#[test]
fn what_import_is_not_for_is_refused_with_the_way_to_it() {
    let folder = tempfile::tempdir().expect("there is room");
    let refused = |arguments: &[&str], told: &str| {
        let mut command = Command::new(env!("CARGO_BIN_EXE_assess"));
        let model = fs::canonicalize("tests/models/tiny").expect("the fixture is there");
        command.current_dir(&folder).env("ASSESS_LANG", "en").env("COLUMNS", "200").stdin(Stdio::null());
        let output =
            command.arg("--model").arg(model).arg("import").args(arguments).output().expect("the program runs");
        let said = String::from_utf8_lossy(&output.stderr);
        assert_eq!(output.status.code(), Some(2), "{said}");
        assert!(said.contains(told), "{said}");
    };
    for (name, level) in [("one.csv", 1), ("two.csv", 2)] {
        let rows = format!("Id,Answer\nshop.counter.selling.greeting,{level}\n");
        fs::write(folder.path().join(name), rows).expect("there is room");
    }
    refused(&["one.csv", "two.csv", "-o", "both.toml"], "2 questionnaires become 2 files");
    assert!(!folder.path().join("both.toml").exists(), "neither a file nor a folder");
    fs::write(folder.path().join("page.html"), "<!DOCTYPE html>\n<html></html>\n").expect("there is room");
    refused(&["page.html"], "save the answers there");
}

#[test]
fn a_new_file_is_as_old_as_the_answers_in_it() {
    let folder = tempfile::tempdir().expect("there is room");
    let rows = "Id,Answer\nshop.counter.selling.greeting,1\n";
    import(folder.path(), &format!("Date of the answers,2024-02-29\n{rows}"), "carried.toml");
    assert!(text(folder.path(), "carried.toml").contains("\ndate = 2024-02-29\n"));
    import(folder.path(), rows, "new.toml");
    assert!(text(folder.path(), "new.toml").contains("\ndate = 2"));
    import(folder.path(), "Id,Answer\nshop.counter.selling.greeting,\n", "blank.toml");
    assert!(!text(folder.path(), "blank.toml").contains("\ndate = "), "nobody answered anything");
}

/// What is written to standard error by an import of these files into `out`; it is refused.
fn refused(folder: &Path, shell: &str) -> String {
    let mut command = Command::new("sh");
    command
        .current_dir(folder)
        .env("ASSESS_LANG", "en")
        .env("ASSESS", env!("CARGO_BIN_EXE_assess"))
        .stdin(Stdio::null());
    let output = command.args(["-c", shell]).output().expect("there is a shell");
    let said = String::from_utf8_lossy(&output.stderr).into_owned();
    assert_eq!(output.status.code(), Some(2), "{said}");
    said
}

#[test]
fn of_several_questionnaires_all_are_written_or_none() {
    let folder = tempfile::tempdir().expect("there is room");
    let said_by = |name: &str, long: usize| {
        let note = "é".repeat(long);
        let rows = embedded::model().dimensions().map(|it| format!("{},2,{note}\n", it.id)).collect::<String>();
        let text = format!("Your name,{name}\nId,Answer,Note\n{rows}");
        fs::write(folder.path().join(format!("{name}.csv")), text).expect("there is room");
    };
    said_by("Ann", 1);
    // Each of its notes is allowed; together they are more than a file of answers may hold.
    said_by("Bo", 5000);
    let import = "\"$ASSESS\" import Ann.csv Bo.csv -o out/team";
    let said = refused(folder.path(), import);
    assert!(said.contains("`out/team/Bo.answers.toml` would become larger than 1 MiB"), "{said}");
    assert_eq!(names(folder.path()), ["Ann.csv", "Bo.csv"], "not even a folder");
    // What the second takes is more than the disk gives: blocks of 512 bytes.
    said_by("Bo", 400);
    let full = format!("ulimit -f 150; exec {import}");
    let said = refused(folder.path(), &full);
    assert!(said.contains("Bo.answers.toml"), "{said}");
    assert_eq!(names(folder.path()), ["Ann.csv", "Bo.csv"], "not even a folder");
    fs::create_dir_all(folder.path().join("out/team")).expect("there is room");
    refused(folder.path(), &full);
    assert_eq!(names(&folder.path().join("out/team")), Vec::<String>::new(), "and nothing in one that is there");
    assert!(
        Command::new("sh")
            .current_dir(folder.path())
            .env("ASSESS", env!("CARGO_BIN_EXE_assess"))
            .args(["-c", import])
            .status()
            .expect("there is a shell")
            .success()
    );
    assert_eq!(names(&folder.path().join("out/team")), ["Ann.answers.toml", "Bo.answers.toml"]);
}

#[test]
fn of_several_files_of_one_questionnaire_all_are_written_or_none() {
    let folder = tempfile::tempdir().expect("there is room");
    let row = embedded::model().dimensions().next().expect("it asks something").id.to_string();
    fs::write(folder.path().join("a.csv"), format!("Id,Answer\n{row},2\n")).expect("there is room");
    fs::write(folder.path().join("broken.toml"), "schema = 1\nnonsense\n").expect("there is room");
    for last in ["broken.toml", "nowhere/b.toml", "new.toml"] {
        refused(folder.path(), &format!("\"$ASSESS\" import a.csv -o new.toml -o {last}"));
        assert_eq!(names(folder.path()), ["a.csv", "broken.toml"], "{last}");
    }
    let import = "\"$ASSESS\" import a.csv -o new.toml -o other.toml -o -";
    let mut shell = Command::new("sh");
    shell.current_dir(folder.path()).env("ASSESS", env!("CARGO_BIN_EXE_assess"));
    let output = shell.args(["-c", import]).output().expect("there is a shell");
    assert!(output.status.success() && output.stdout.starts_with(b"#"), "{output:?}");
    assert_eq!(names(folder.path()), ["a.csv", "broken.toml", "new.toml", "other.toml"]);
}

#[test]
fn what_is_not_asked_any_more_is_left_out_and_said_so() {
    let folder = tempfile::tempdir().expect("there is room");
    let rows =
        "Model and version,market 1.0\nId,Answer\nshop.counter.selling.bowing,1\nshop.counter.selling.greeting,2\n";
    let said = import_to("tests/models/market", folder.path(), rows, "new.toml");
    assert!(said.contains("shop.counter.selling.bowing: not asked any more, left out"), "{said}");
    assert!(!text(folder.path(), "new.toml").contains("bowing"));
}
