//! The README: every console block is run, and its pictures are drawn from the real program.
//!
//! `TRYCMD=overwrite SNAPSHOTS=overwrite cargo test --test readme` brings both up to date.

#[path = "support/picture.rs"]
mod picture;

use std::process::Command;

#[test]
fn console_blocks() {
    let cases = trycmd::TestCases::new();
    cases.insert_var("[VERSION]", env!("CARGO_PKG_VERSION")).expect("it is no word of the README");
    cases.env("ASSESS_LANG", "en").case("README.md").case("README.zh.md");
}

/// The table of an example as a terminal with colours shows it, from its heading on.
fn picture(arguments: &[&str], heading: &str) -> String {
    let program = Command::new(env!("CARGO_BIN_EXE_assess"))
        .args(["--color", "always"])
        .args(arguments)
        .env_remove("ASSESS_LANG")
        .env("LC_ALL", "C")
        .output()
        .expect("the program runs");
    let text = String::from_utf8(program.stdout).expect("it prints text");
    let lines: Vec<_> = text.lines().skip_while(|line| !line.contains(heading)).collect();
    assert!(lines.len() > 10, "the heading is there: {text}");
    format!("$ assess {}\n\n{}\n", arguments.join(" "), lines.join("\n"))
}

/// Compares a picture with the file in `examples`, or writes it there.
fn check(file: &str, picture: &str) {
    let drawn = picture::svg(picture, 80);
    let path = format!("examples/{file}");
    if std::env::var_os("SNAPSHOTS").is_some_and(|action| action == "overwrite") {
        std::fs::write(&path, &drawn).expect("the picture can be written");
    }
    let kept = std::fs::read_to_string(&path).unwrap_or_default();
    assert!(kept == drawn, "{path} is not what the program shows; SNAPSHOTS=overwrite draws it again");
}

#[test]
fn pictures() {
    check("score.svg", &picture(&["score", "examples/strong.toml"], "payments"));
    check("score.zh.svg", &picture(&["score", "examples/chinese.toml", "--lang", "zh"], "会员中心"));
}
