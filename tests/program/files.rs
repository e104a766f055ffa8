//! What happens to files: links and permissions stay, writers do not lose each other's answers, streams behave.

use std::fs;
use std::io::Write as _;
use std::os::unix::fs::{PermissionsExt as _, symlink};
use std::path::Path;
use std::process::{Command, Stdio};

use crate::support::folder::{Folder, MODEL, names, run, said};

const SYSTEM: &str = "delivery.configuration.version-control.system";

fn assess(folder: &Path, arguments: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_assess"));
    command.current_dir(folder).args(arguments).env("ASSESS_LANG", "en").stdin(Stdio::null());
    command
}

/// A folder with an example as its answers.
fn folder() -> tempfile::TempDir {
    let folder = tempfile::tempdir().expect("there is room");
    fs::copy("examples/starting.toml", folder.path().join("answers.toml")).expect("the example is there");
    folder
}

#[test]
fn a_symbolic_link_stays_one() {
    let folder = folder();
    let (real, link) = (folder.path().join("answers.toml"), folder.path().join("link.toml"));
    symlink("answers.toml", &link).expect("links are supported");
    assert!(run(folder.path(), &["set", "link.toml", SYSTEM, "4"]).status.success());
    assert!(fs::symlink_metadata(&link).expect("it is there").is_symlink());
    assert!(fs::read_to_string(real).expect("it is text").contains("system = { level = 4"));
    assert_eq!(names(folder.path()), ["answers.toml", "link.toml"], "nothing is left behind");
}

#[test]
fn a_link_that_leads_nowhere_is_called_one_by_every_command() {
    let folder = folder();
    symlink("gone.toml", folder.path().join("link.toml")).expect("links are supported");
    for line in ["score link.toml", "diff link.toml answers.toml", "merge answers.toml link.toml", "import link.toml"] {
        let output = run(folder.path(), &line.split(' ').collect::<Vec<_>>());
        let told = "error: `link.toml` is a link that leads nowhere\nhelp: remove it, or name another file\n";
        assert_eq!((output.status.code(), said(&output).as_str()), (Some(2), told), "{line}");
    }
}

#[test]
fn permissions_stay() {
    let folder = folder();
    let path = folder.path().join("answers.toml");
    fs::set_permissions(&path, fs::Permissions::from_mode(0o640)).expect("they can be set");
    assert!(run(folder.path(), &["set", "answers.toml", SYSTEM, "4"]).status.success());
    assert_eq!(fs::metadata(&path).expect("it is there").permissions().mode() & 0o777, 0o640);
}

#[test]
fn a_read_only_file_is_refused_and_kept() {
    let folder = folder();
    let path = folder.path().join("answers.toml");
    fs::set_permissions(&path, fs::Permissions::from_mode(0o444)).expect("they can be set");
    let before = fs::read(&path).expect("it can be read");
    let output = run(folder.path(), &["set", "answers.toml", SYSTEM, "4"]);
    assert_eq!(output.status.code(), Some(2));
    assert_eq!(
        said(&output),
        "error: cannot write `answers.toml`: permission denied\n\
         help: make the file and its folder writable, or name another one\n"
    );
    assert_eq!(fs::read(&path).expect("it can be read"), before);
}

#[test]
fn a_new_file_can_be_read_by_others() {
    let folder = tempfile::tempdir().expect("there is room");
    assert!(run(folder.path(), &["init", "--schema"]).status.success());
    assert_eq!(names(folder.path()), ["answers.schema.json", "answers.toml"]);
    let text = fs::read_to_string(folder.path().join("answers.toml")).expect("it is text");
    assert!(text.starts_with("#:schema ./answers.schema.json\n"));
    let mode = fs::metadata(folder.path().join("answers.toml")).expect("it is there").permissions().mode();
    assert_ne!(mode & 0o044, 0, "the mask is the user's, not that of a temporary file");
    assert!(run(folder.path(), &["score"]).status.success(), "answers.toml is the default");
}

#[test]
fn answers_that_are_there_get_a_schema_too() {
    let folder = Folder::with("greeting = 1 # kept\npaying = 1");
    let before = fs::read_to_string(folder.file()).expect("it is there");
    let schema = "written: answers.schema.json\n";
    for written in [format!("written: answers.toml\n{schema}"), schema.to_owned()] {
        let output = run(folder.path(), &["--model", MODEL, "init", "--schema"]);
        assert!(output.status.success());
        assert_eq!(said(&output), written, "what says the same is not written again");
        let text = fs::read_to_string(folder.file()).expect("it is there");
        assert_eq!(text, format!("#:schema ./answers.schema.json\n{before}"));
        assert_eq!(names(folder.path()), ["answers.schema.json", "answers.toml"]);
    }
    let broken = before.replace("greeting = 1", "greeting = 9");
    fs::write(folder.file(), &broken).expect("there is room");
    fs::remove_file(folder.path().join("answers.schema.json")).expect("it is there");
    assert_eq!(run(folder.path(), &["--model", MODEL, "init", "--schema"]).status.code(), Some(2));
    assert_eq!(fs::read_to_string(folder.file()).expect("it is there"), broken);
    assert_eq!(names(folder.path()), ["answers.toml"], "nothing is written beside what cannot be read");
}

#[test]
fn writers_at_the_same_time_lose_nothing() {
    let folder = folder();
    let keys = ["branching", "artifacts", "single-source", "system"];
    let writers: Vec<_> = keys
        .iter()
        .map(|key| {
            let id = format!("delivery.configuration.version-control.{key}");
            assess(folder.path(), &["-q", "set", "answers.toml", &id, "3"]).spawn().expect("the program runs")
        })
        .collect();
    for mut writer in writers {
        assert!(writer.wait().expect("it ends").success());
    }
    let text = fs::read_to_string(folder.path().join("answers.toml")).expect("it is text");
    for key in ["branching = 3", "artifacts = 3", "single-source = 3", "system = { level = 3"] {
        assert!(text.contains(key), "{key} is lost:\n{text}");
    }
}

#[test]
fn answers_come_from_standard_input() {
    let folder = folder();
    let mut program = assess(folder.path(), &["score", "-", "--format", "csv"])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .expect("the program runs");
    let text = fs::read(folder.path().join("answers.toml")).expect("it can be read");
    program.stdin.take().expect("it is piped").write_all(&text).expect("it reads");
    let piped = program.wait_with_output().expect("it ends");
    assert!(piped.status.success());
    // The first column is the name of the file.
    let rest = |printed: &[u8]| {
        let lines = String::from_utf8_lossy(printed).into_owned();
        lines.lines().map(|line| line.split_once(',').expect("it has columns").1.to_owned()).collect::<Vec<_>>()
    };
    assert_eq!(rest(&piped.stdout), rest(&run(folder.path(), &["score", "--format", "csv"]).stdout));
}

#[test]
fn several_documents_are_written_in_one_run() {
    let folder = folder();
    let output =
        run(folder.path(), &["score", "-o", "json=a.json", "-o", "A.MD", "-o", "./not=a.format", "--format", "csv"]);
    assert!(output.status.success(), "{}", said(&output));
    assert!(output.stdout.is_empty(), "a file has the form of --format already");
    assert_eq!(names(folder.path()), ["A.MD", "a.json", "answers.toml", "not=a.format"]);
    let csv = fs::read(folder.path().join("not=a.format")).expect("it is there");
    let printed = run(folder.path(), &["score", "--format", "csv"]).stdout;
    assert_eq!(csv, ["\u{feff}".as_bytes(), &printed].concat(), "a file of rows begins with a mark");
}

#[test]
fn the_same_input_gives_the_same_bytes() {
    let folder = folder();
    for format in ["table", "json", "markdown", "csv"] {
        let output = || run(folder.path(), &["score", "--format", format]).stdout;
        assert_eq!(output(), output());
    }
}

#[test]
fn a_reader_that_leaves_is_no_error() {
    let folder = folder();
    let mut program = assess(folder.path(), &["model", "show"])
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("the program runs");
    drop(program.stdout.take());
    let output = program.wait_with_output().expect("it ends");
    assert_eq!((output.status.code(), said(&output).as_str()), (Some(0), ""));
}

#[test]
fn a_full_disk_is_said() {
    let Ok(full) = fs::OpenOptions::new().write(true).open("/dev/full") else { return };
    let folder = folder();
    let output = assess(folder.path(), &["score"]).stdout(full).output().expect("the program runs");
    assert_eq!(output.status.code(), Some(2));
    assert_eq!(said(&output), "error: cannot write to standard output: the disk is full\n");
}

#[test]
fn a_file_too_large_is_refused() {
    let folder = folder();
    fs::write(folder.path().join("big.toml"), "# ".repeat(1 << 20)).expect("there is room");
    let output = run(folder.path(), &["score", "big.toml"]);
    assert_eq!(output.status.code(), Some(2));
    assert!(said(&output).starts_with("error: `big.toml` is larger than 1 MiB\n"));
}

#[test]
fn the_locale_decides_the_language() {
    let folder = folder();
    let first_line = |variables: &[(&str, &str)]| {
        let mut command = assess(folder.path(), &["score", "nowhere.toml"]);
        for name in ["ASSESS_LANG", "LC_ALL", "LC_MESSAGES", "LANG", "LANGUAGE"] {
            command.env_remove(name);
        }
        let output = command.envs(variables.iter().copied()).output().expect("the program runs");
        said(&output).lines().next().unwrap_or_default().to_owned()
    };
    let (english, chinese) = ("error: there is no file `nowhere.toml`", "错误：文件 `nowhere.toml` 不存在");
    assert_eq!(first_line(&[]), english);
    assert_eq!(first_line(&[("LANG", "zh_CN.UTF-8")]), chinese);
    assert_eq!(first_line(&[("LC_ALL", "C"), ("LANG", "zh_CN.UTF-8"), ("LANGUAGE", "zh_CN")]), english);
    assert_eq!(first_line(&[("ASSESS_LANG", "zh"), ("LC_ALL", "C")]), chinese);
}

#[test]
fn hidden_files_of_a_model_are_passed_over() {
    let folder = tempfile::tempdir().expect("there is room");
    let model = folder.path().join("model");
    fs::create_dir_all(model.join("shop")).expect("there is room");
    for name in ["model.toml", "shop/counter.toml"] {
        fs::copy(Path::new("tests/models/tiny").join(name), model.join(name)).expect("the fixture is there");
    }
    for name in ["._model.toml", ".DS_Store", "shop/._counter.toml", "shop/.counter.toml", "shop/.DS_Store"] {
        fs::write(model.join(name), b"\x00\x05\x16\x07\xff").expect("there is room");
    }
    fs::create_dir(model.join(".git")).expect("there is room");
    fs::write(model.join(".git/a.toml"), "x").expect("there is room");
    let output = run(folder.path(), &["--model", "model", "model", "list"]);
    assert!(output.status.success(), "{}", said(&output));
}

#[test]
fn a_model_of_more_than_16_mib_is_refused_while_it_is_read() {
    let folder = tempfile::tempdir().expect("there is room");
    fs::write(folder.path().join("model.toml"), "").expect("there is room");
    for number in 0..17 {
        let text = format!("# {}\n", "x".repeat((1 << 20) - 3));
        fs::write(folder.path().join(format!("{number}.toml")), text).expect("there is room");
    }
    let output = run(folder.path(), &["--model", ".", "model", "list"]);
    assert_eq!(output.status.code(), Some(2));
    assert!(said(&output).contains("with this file, the model is larger than 16 MiB"), "{}", said(&output));
}

#[test]
fn a_report_to_pass_on_holds_no_notes_evidence_and_names() {
    let folder = tempfile::tempdir().expect("there is room");
    let head = "schema = 1\n[assessment]\nmodel = \"tiny\"\nmodel-version = \"2.0\"\nteam = \"secret-team\"\nsystem = \"secret-system\"\nowner = \"secret-owner\"\nassessors = [\"secret-assessor\"]\n";
    let lines = "[answers.shop.counter.selling]\ngreeting = { level = 1, note = \"secret-note\", evidence = [\"secret-evidence.md\"] }\n";
    fs::write(folder.path().join("answers.toml"), format!("{head}{lines}")).expect("there is room");
    fs::write(folder.path().join("then.toml"), format!("{head}{}", lines.replace("level = 1", "level = 2")))
        .expect("there is room");
    let model = fs::canonicalize("tests/models/tiny").expect("it is there");
    let model = model.to_str().expect("it is UTF-8");
    for format in ["html", "markdown", "csv"] {
        let report = ["--model", model, "report", "--format", format, "--compare", "then.toml"];
        let whole = run(folder.path(), &report);
        assert!(String::from_utf8_lossy(&whole.stdout).contains("secret-team"), "{format}: {}", said(&whole));
        let passed_on = run(folder.path(), &[&report[..], &["--without", "notes,evidence,names"]].concat());
        assert!(passed_on.status.success(), "{format}: {}", said(&passed_on));
        assert!(!String::from_utf8_lossy(&passed_on.stdout).contains("secret"), "{format}");
    }
}

#[test]
fn a_model_with_errors_is_not_said_to_have_no_findings() {
    let folder = tempfile::tempdir().expect("there is room");
    for name in ["model.toml", "shop/counter.toml"] {
        let text = fs::read_to_string(Path::new("tests/models/uneven").join(name)).expect("the fixture is there");
        fs::create_dir_all(folder.path().join(name).parent().expect("it stands in a folder")).expect("there is room");
        let unknown = if name == "model.toml" { "unknown = 1\n" } else { "" };
        fs::write(folder.path().join(name), format!("{unknown}{text}")).expect("there is room");
    }
    let output = run(folder.path(), &["--model", ".", "model", "lint"]);
    let told = String::from_utf8_lossy(&output.stdout);
    assert_eq!(output.status.code(), Some(1), "{told}");
    assert!(told.contains("error: ") && told.contains("warning: ") && !told.contains("no findings"), "{told}");
}
