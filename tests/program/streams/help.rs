//! Help and version: the same wherever they are asked for, out of nothing but the program, and in either language.

use std::ffi::OsStr;
use std::fs;
use std::os::unix::ffi::OsStrExt as _;
use std::os::unix::fs::PermissionsExt as _;
use std::process::Command;

use assess::text::width;

use super::audit::leaves;
use super::folder::Folder;
use crate::support::folder::text;

/// What a run prints; it succeeds and says nothing else.
#[track_caller]
fn printed(command: &mut Command) -> String {
    let output = command.output().expect("the program runs");
    assert!(output.status.success() && output.stderr.is_empty(), "{command:?}: {}", text(&output.stderr));
    text(&output.stdout)
}

/// Every line that asks for help or the version.
fn questions(folder: &Folder) -> Vec<Vec<String>> {
    let mut commands = leaves(folder);
    commands.extend(["", "model"].map(str::to_owned));
    let words = |command: &str| command.split_whitespace().map(str::to_owned).collect::<Vec<_>>();
    let helps = commands.iter().flat_map(|command| ["--help", "-h"].map(|help| [words(command), words(help)].concat()));
    helps.chain([words("--version"), words("-V")]).collect()
}

#[test]
fn help_needs_no_file_and_leaves_none() {
    let folder = Folder::new();
    let nothing = folder.path().join("nothing");
    fs::create_dir(&nothing).expect("there is room");
    fs::set_permissions(&nothing, fs::Permissions::from_mode(0o555)).expect("they can be set");
    let broken = folder.path().join("bad");
    fs::create_dir(&broken).expect("there is room");
    for name in ["assess.toml", "answers.toml"] {
        fs::write(broken.join(name), "schema = \0").expect("there is room");
    }
    let gone = "mkdir gone && cd gone && rmdir ../gone && exec \"$0\" \"$@\"";
    for question in questions(&folder) {
        let ask = || {
            let mut command = folder.command(env!("CARGO_BIN_EXE_assess"));
            command.args(&question).env_remove("HOME");
            command
        };
        let answer = printed(&mut ask());
        assert_eq!(printed(ask().current_dir(&nothing)), answer, "{question:?} in an empty folder");
        assert_eq!(printed(ask().current_dir(&broken)), answer, "{question:?} beside broken files");
        assert_eq!(printed(ask().args(["--model", "nowhere", "--config", "nowhere"])), answer, "{question:?}");
        let mut shell = folder.command("sh");
        shell.args(["-c", gone, env!("CARGO_BIN_EXE_assess")]).args(&question);
        assert_eq!(printed(&mut shell), answer, "{question:?} in a folder that is gone");
    }
    assert_eq!(fs::read_dir(&nothing).expect("it can be listed").count(), 0);
    assert_eq!(fs::read_dir(&broken).expect("it can be listed").count(), 2);
}

#[test]
fn help_is_in_the_language_of_every_locale() {
    let folder = Folder::new();
    let locales = ["", "C", "POSIX", "C.UTF-8", "en_US.UTF-8", "fr_FR.UTF-8", "nonsense", "_", "zh", "zh_CN.UTF-8"];
    let locales = locales.into_iter().chain(["zh_TW.Big5", "zh_CN.GB18030", "zh-Hans"]).map(OsStr::new);
    for locale in locales.chain([OsStr::from_bytes(b"\xff\xfe")]) {
        let (usage, version) = if locale.to_string_lossy().starts_with("zh") {
            ("用法：assess", "assess ")
        } else {
            ("Usage: assess", "assess ")
        };
        for question in questions(&folder) {
            let mut command = folder.command(env!("CARGO_BIN_EXE_assess"));
            let page = printed(command.args(&question).env_remove("ASSESS_LANG").env("LC_ALL", locale));
            let is_version = question.iter().any(|word| word == "--version" || word == "-V");
            let expected = if is_version { version } else { usage };
            assert!(page.contains(expected), "{locale:?} {question:?}: {page}");
        }
    }
}

#[test]
fn a_chinese_page_has_no_english_headings_and_names() {
    let folder = Folder::new();
    for question in questions(&folder) {
        let page = printed(folder.command(env!("CARGO_BIN_EXE_assess")).args(&question).args(["--lang", "zh"]));
        let heading = page.lines().find(|line| line.ends_with(':') || line.starts_with("Options"));
        assert_eq!(heading, None, "{question:?}");
        let name = ["<FILE", "<DIR", "<DATE", "[FILE"].into_iter().find(|name| page.contains(name));
        assert_eq!(name, None, "{question:?}: {page}");
    }
}

#[test]
fn no_line_of_help_is_wider_than_a_small_terminal() {
    let folder = Folder::new();
    for lang in ["en", "zh"] {
        for question in questions(&folder) {
            let page = printed(
                folder
                    .command(env!("CARGO_BIN_EXE_assess"))
                    .args(&question)
                    .args(["--lang", lang])
                    .env("COLUMNS", "60"),
            );
            let wide = page.lines().find(|line| width(line) > 60);
            assert_eq!(wide, None, "{question:?} {lang}");
        }
    }
}
