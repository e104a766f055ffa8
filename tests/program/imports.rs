//! `assess model import`: a folder that is whole or not there, and what is said of what cannot be read.

use std::fs;
use std::path::Path;

use assess::yaml;
use serde_json::Value;

use crate::support::folder::{names, run, said};

/// A folder with a copy of the fixture of SAMM.
fn copy() -> tempfile::TempDir {
    let folder = tempfile::tempdir().expect("there is room");
    fs::create_dir_all(folder.path().join("core/model")).expect("there is room");
    for entry in fs::read_dir("tests/frameworks/samm/model").expect("the fixture is there") {
        let path = entry.expect("it can be listed").path();
        let name = path.file_name().expect("it has a name");
        fs::copy(&path, folder.path().join("core/model").join(name)).expect("there is room");
    }
    fs::copy("tests/frameworks/samm/license.txt", folder.path().join("core/license.txt")).expect("there is room");
    folder
}

const SAMM: [&str; 6] = ["model", "import", "samm", "core/model", "--model-version", "2.1"];

#[test]
fn a_model_is_written_that_every_command_reads() {
    let folder = copy();
    let output = run(folder.path(), &[&SAMM[..], &["-o", "garden"]].concat());
    assert_eq!((output.status.code(), output.stdout.as_slice()), (Some(0), &b""[..]), "{}", said(&output));
    assert!(said(&output).contains("License: Free to copy, free to change"), "{}", said(&output));
    assert_eq!(names(folder.path()), ["core", "garden"]);
    assert_eq!(names(&folder.path().join("garden")), ["harvest.toml", "model.toml", "watering.toml"]);
    let lint = run(folder.path(), &["--model", "garden", "model", "lint"]);
    let listed = String::from_utf8_lossy(&lint.stdout).into_owned();
    assert!(lint.status.success() && listed.contains("no findings"), "{listed}");
    for command in
        [&["set", "a.toml", "s-apple", "0", "--degree", "1.1=half"][..], &["score", "a.toml"], &["next", "a.toml"]]
    {
        run(folder.path(), &["--model", "garden", "init", "a.toml"]);
        let output = run(folder.path(), &[&["--model", "garden"], command].concat());
        assert_eq!(output.status.code(), Some(0), "{command:?}: {}", said(&output));
    }
}

#[test]
fn without_a_folder_nothing_is_written_and_all_is_told() {
    let folder = copy();
    let output = run(folder.path(), &[&SAMM[..], &["--format", "json"]].concat());
    assert_eq!(names(folder.path()), ["core"]);
    let told: Value = serde_json::from_str(&said(&output)).expect("it is JSON alone");
    assert_eq!(told["schema"], "assess.import/v1");
    assert_eq!(told["framework"], "samm");
    assert_eq!(told["model"]["version"], "2.1.0");
    assert_eq!(told["license"], "Free to copy, free to change (made for the tests of assess)");
    assert_eq!(told["parts"][6], serde_json::json!({"kind": "question", "found": 7, "written": 7}));
    assert_eq!(told["lost"][0]["file"], "core/model/levels.yml");
    fs::remove_file(folder.path().join("core/license.txt")).expect("it was there");
    let output = run(folder.path(), &SAMM);
    assert!(said(&output).contains("License: none was found"), "{}", said(&output));
}

#[test]
fn what_cannot_be_imported_writes_nothing() {
    let folder = copy();
    let refused = |arguments: &[&str], words: &str| {
        let output = run(folder.path(), arguments);
        assert_eq!(output.status.code(), Some(2), "{}", said(&output));
        assert!(said(&output).contains(words), "{arguments:?}: {}", said(&output));
    };
    fs::create_dir(folder.path().join("there")).expect("there is room");
    refused(&[&SAMM[..], &["-o", "there"]].concat(), "`there` is there already");
    assert_eq!(names(&folder.path().join("there")), Vec::<String>::new());
    refused(&[&SAMM[..], &["-o", "nowhere/garden"]].concat(), "cannot write");
    refused(&["model", "import", "samm", "core/model", "-o", "garden"], "--model-version");
    refused(&["model", "import", "samm", "core/model", "--model-version", "two"], "is not a version");
    refused(
        &["model", "import", "foo", "core/model"],
        "error: unknown framework `foo`\nhelp: one of `samm`, `dsomm`, `ciso`",
    );
    refused(&["model", "import", "samm", "core/none", "--model-version", "2"], "no such file");
    refused(&["model", "import", "samm", "there", "--model-version", "2", "-o", "garden"], "no YAML file in `there`");
    fs::write(folder.path().join("core/model/large.yml"), "x".repeat(yaml::YAML_LIMIT + 1)).expect("there is room");
    refused(&[&SAMM[..], &["-o", "garden"]].concat(), "is larger than 8 MiB");
    fs::write(folder.path().join("core/model/large.yml"), [0xff]).expect("there is room");
    refused(&[&SAMM[..], &["-o", "garden"]].concat(), "not UTF-8");
    fs::write(folder.path().join("core/model/large.yml"), "a: 1\na: 2\n").expect("there is room");
    refused(&[&SAMM[..], &["-o", "garden"]].concat(), "large.yml:2:1");
    fs::write(folder.path().join("list.yaml"), "a: 1\n").expect("there is room");
    refused(
        &["model", "import", "dsomm", "list.yaml", "-o", "garden"],
        "help: is it a file that the framework publishes?",
    );
    fs::remove_file(folder.path().join("list.yaml")).expect("it is there");
    assert_eq!(names(folder.path()), ["core", "there"], "no folder, and no temporary one");
}

#[test]
fn what_a_team_said_is_written_beside_the_model() {
    let folder = tempfile::tempdir().expect("there is room");
    for name in ["model.yaml", "overlay.yaml", "meta.yaml", "team-progress.yaml"] {
        fs::copy(Path::new("tests/frameworks/dsomm").join(name), folder.path().join(name)).expect("there is room");
    }
    let of_team = ["--meta", "meta.yaml", "--answers", "team-progress.yaml", "--team", "Early", "-o", "kitchen/"];
    let dsomm = [&["model", "import", "dsomm", "model.yaml"][..], &of_team].concat();
    let output = run(folder.path(), &dsomm);
    assert_eq!(output.status.code(), Some(0), "{}", said(&output));
    assert!(names(folder.path()).contains(&"kitchen.answers.toml".to_owned()), "{:?}", names(folder.path()));
    let output = run(folder.path(), &["--model", "kitchen", "score", "kitchen.answers.toml", "--depth", "sub-domain"]);
    let table = String::from_utf8_lossy(&output.stdout).into_owned();
    assert!(table.contains("75.00%"), "{table}");
    fs::remove_dir_all(folder.path().join("kitchen")).expect("it was there");
    let output = run(folder.path(), &dsomm);
    assert_eq!(output.status.code(), Some(2));
    assert!(said(&output).contains("`kitchen.answers.toml` is there already"), "{}", said(&output));
    assert!(!folder.path().join("kitchen").exists(), "nothing is written");
    let output = run(folder.path(), &["model", "import", "dsomm", "model.yaml", "--answers", "team-progress.yaml"]);
    assert_eq!(output.status.code(), Some(2));
    assert!(said(&output).contains("--meta") && said(&output).contains("--team"), "{}", said(&output));
}

#[test]
fn a_library_without_a_scale_is_refused_with_commands_that_work() {
    let folder = tempfile::tempdir().expect("there is room");
    let text = fs::read_to_string("tests/frameworks/ciso/library.yaml").expect("the fixture is there");
    let bare = text.replace("    min_score: 0\n    max_score: 3\n    scores_definition:", "    unread:");
    let bare = bare.replace("      min_score: 0\n      max_score: 1\n", "");
    fs::write(folder.path().join("a.yaml"), bare).expect("there is room");
    let ciso = ["model", "import", "ciso", "a.yaml", "-o", "choir"];
    let output = run(folder.path(), &ciso);
    assert_eq!(output.status.code(), Some(2));
    assert!(said(&output).contains("`--scale 0-4` asks on another one"), "{}", said(&output));
    assert_eq!(names(folder.path()), ["a.yaml"]);
    let output = run(folder.path(), &[&ciso[..], &["--scale", "0-4"]].concat());
    assert_eq!(output.status.code(), Some(0), "{}", said(&output));
    let output = run(folder.path(), &["--model", "choir", "explain", "A.1"]);
    assert!(String::from_utf8_lossy(&output.stdout).contains("Voices are warmed up"), "{}", said(&output));
    for (arguments, words) in [
        (&["--scale", "0-100"][..], "is no scale to ask on"),
        (&["--method", "sum"], "`--method average` tells the same"),
        (&["--met-from", "2"], "add `--levels groups`"),
        (&["--framework", "other"], "no framework `other`"),
    ] {
        let output = run(folder.path(), &[&["model", "import", "ciso", "a.yaml"][..], arguments].concat());
        assert_eq!(output.status.code(), Some(2));
        assert!(said(&output).contains(words), "{}", said(&output));
    }
}
