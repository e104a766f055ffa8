//! What a shell asks the program: completions, and the manual page.

use std::process::{Command, Stdio};

/// What may come after these words, as bash is told.
fn completed(words: &[&str]) -> Vec<String> {
    let output = Command::new(env!("CARGO_BIN_EXE_assess"))
        .arg("--")
        .args(words)
        .env("ASSESS_COMPLETE", "bash")
        .env("ASSESS_LANG", "en")
        .env("_CLAP_COMPLETE_INDEX", (words.len() - 1).to_string())
        .env("_CLAP_COMPLETE_COMP_TYPE", "9")
        .env("_CLAP_COMPLETE_SPACE", "true")
        .output()
        .expect("the program runs");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let text = String::from_utf8(output.stdout).expect("it prints text");
    text.lines().map(str::to_owned).collect()
}

fn printed(arguments: &[&str]) -> String {
    let output = Command::new(env!("CARGO_BIN_EXE_assess")).args(arguments).output().expect("the program runs");
    assert!(output.status.success() && output.stderr.is_empty(), "{output:?}");
    String::from_utf8(output.stdout).expect("it prints text")
}

#[test]
fn commands_options_and_ids_are_completed() {
    assert_eq!(completed(&["assess", "sc"]), ["score", "schema"]);
    assert_eq!(completed(&["assess", "check", "--bas"]), ["--baseline"]);
    let dimensions = completed(&["assess", "set", "answers.toml", "delivery.testing.strategy."]);
    assert_eq!(dimensions.len(), 3, "{dimensions:?}");
    assert!(completed(&["assess", "check", "--target", "delivery.test"]).contains(&"delivery.testing=".to_owned()));
    assert_eq!(completed(&["assess", "init", "--scope", "del"]), ["delivery"]);
    assert!(completed(&["assess", "explain", "operations.monitoring"]).len() > 10);
}

#[test]
fn every_shell_gets_a_script() {
    for shell in ["bash", "zsh", "fish", "powershell", "elvish"] {
        let script = printed(&["completions", shell]);
        assert!(script.contains("ASSESS_COMPLETE") && script.contains("assess"), "{shell}: {script}");
    }
}

#[test]
fn bash_takes_its_script() {
    let checked = Command::new("bash").args(["-n", "/dev/stdin"]).stdin(Stdio::piped()).spawn();
    let Ok(mut bash) = checked else { return };
    let script = printed(&["completions", "bash"]);
    std::io::Write::write_all(&mut bash.stdin.take().expect("it is piped"), script.as_bytes()).expect("it is read");
    assert!(bash.wait().expect("it ends").success());
}

#[test]
fn the_manual_names_every_command_and_exit_code() {
    for (language, heading) in [("en", "EXIT STATUS"), ("zh", "退出码")] {
        let page = printed(&["man", "--lang", language]);
        assert!(page.contains(heading), "{language}");
        let head = page.lines().find(|line| line.starts_with(".TH assess 1 20")).expect("a day is in its head");
        let version = concat!(" \"assess ", env!("CARGO_PKG_VERSION"), "\" ");
        assert!(head.contains(version), "the version stands where readers look for it: {language}");
        for command in [
            "interview",
            "init",
            "set",
            "form",
            "import",
            "score",
            "next",
            "check",
            "diff",
            "trend",
            "rollup",
            "merge",
            "explain",
            "model",
            "schema",
        ] {
            assert!(page.contains(&format!("assess {command}")), "{language}: {command}");
        }
        assert_eq!(page.contains(".SH SYNOPSIS"), language == "en", "headings are in the language of the page");
        assert!(
            page.lines().any(|line| line.starts_with("assess \\- ") && !line.contains("\\:")),
            "{language}: `whatis`"
        );
        assert_eq!(page, printed(&["man", "--lang", language]), "the day is not that of the clock");
    }
}

#[test]
fn the_manual_shows_that_the_day_of_date_follows_an_equals_sign() {
    for (language, day) in [("en", "DATE"), ("zh", "日期")] {
        let page = printed(&["man", "--lang", language]).replace("\\:", "");
        let entry = format!("\\fB\\-\\-date\\fR\\fI[={day}]\\fR");
        assert!(page.contains(&entry), "{language}: {entry}");
    }
}
