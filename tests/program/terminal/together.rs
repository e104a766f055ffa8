//! A room that has heard what people answered by themselves: consent, differences first, what is kept, and how it goes on.

use std::fs;

use crate::support::folder::{Folder, MODEL, SECOND, answers, run, words};
use crate::support::pty::Terminal;

/// What the file says of what they differed about.
const NOTED: &str =
    "paying = { level = 1, note = \"differed: ana 0, chen n/a: all is free; ana: the till is broken\" }";

/// A folder with what three people said: they agree on greeting and differ on payment.
fn three() -> Folder {
    let folder = Folder::empty();
    for (name, lines) in [
        ("ana", "greeting = 2\npaying = { level = 0, note = \"the till is broken\" }"),
        ("bo", "greeting = { level = 0, met = [\"2.1\", \"2.2\"] }\npaying = 1"),
        ("chen", "greeting = 2\npaying = { na = \"all is free\" }"),
    ] {
        let text = answers(lines).replace("date =", &format!("assessors = [\"{name}\"]\ndate ="));
        fs::write(folder.path().join(format!("{name}.toml")), text).expect("there is room");
    }
    folder
}

fn line<'l>(options: &[&'l str]) -> Vec<&'l str> {
    [&["interview", "--model", MODEL, "answers.toml"], options, &["--with", "ana.toml", "bo.toml", "chen.toml"]]
        .concat()
}

fn begin(folder: &Folder, options: &[&str]) -> Terminal {
    Terminal::start(folder.path(), &line(options), &[])
}

#[test]
fn a_room_takes_what_is_agreed_and_talks_about_the_rest() {
    let folder = three();
    let mut terminal = begin(&folder, &[]);
    terminal
        .shows(&["2 questions: 1 agreed, 0 near, 1 differ", "1 answer on which all agree", "Enter take them and begin"])
        .types("\r");
    terminal.shows(&[
        SECOND,
        "ana 0 · bo 1, counts as 2 · chen n/a",
        "to talk about 1 of 1",
        "ana: the till is broken",
        "w who",
    ]);
    terminal.types("w").shows(&["chen n/a", "not applicable: all is free", "any other key back"]).types("q");
    terminal.becomes(60, 20).shows(&[SECOND, "ana 0 · bo 1, counts as 2 · chen n/a", "w who"]).becomes(80, 24);
    terminal.shows(&[SECOND]).types("q");
    let told = words(&terminal.ends(0).screen.contents());
    assert!(told.contains("--with ana.toml bo.toml chen.toml`") && told.contains("1 of 2 answered"), "{told}");
    folder.holds(&["assessors = [\"ana\", \"bo\", \"chen\"]"]);
    let mut again = begin(&folder, &[]);
    again.says("1 left, 1 of them on which people differ", &[SECOND]).types("1");
    again.shows(&["All 2 questions are answered."]).types("q");
    again.ends(0);
    folder.holds(&[NOTED]);
}

#[test]
fn a_room_may_begin_without_taking_anything() {
    let folder = three();
    let mut terminal = begin(&folder, &["--lang", "zh"]);
    terminal.shows(&["一致的 1 个答案直接采用", "s 不采用"]).types("s");
    terminal.shows(&["如何付款", "待讨论 1/1", "w 谁说了什么"]).types("q");
    let told = words(&terminal.ends(0).screen.contents());
    assert!(told.contains("--lang zh") && !folder.text().contains("greeting ="), "{told}\n{}", folder.text());
}

#[test]
fn a_room_is_asked_line_by_line_too() {
    let folder = three();
    let mut terminal = begin(&folder, &["--plain"]);
    terminal.shows(&["empty: take them and begin"]).types("\r");
    terminal.shows(&[SECOND, "ana 0; bo 1, counts as 2; chen n/a"]).types("who\r");
    terminal.shows(&["not applicable: all is free"]).types("1\r");
    terminal.shows(&["All 2 questions are answered."]).types("q\r");
    terminal.ends(0);
    folder.holds(&[NOTED, "greeting = { level = 0, met = [\"2.1\", \"2.2\"] }"]);
}

#[test]
fn what_cannot_be_heard_is_said_before_anything_is_asked() {
    let folder = three();
    let refused = |arguments: &[&str]| {
        let output = run(folder.path(), arguments);
        (output.status.code(), words(&String::from_utf8_lossy(&output.stderr)))
    };
    let (code, told) = refused(&line(&["--quick"]));
    assert!(code == Some(2) && told.contains("--with"), "{told}");
    let model = ["--model", MODEL];
    let into_itself = [&["interview", "ana.toml"], &model[..], &["--with", "ana.toml", "bo.toml"]].concat();
    let mut terminal = Terminal::start(folder.path(), &into_itself, &[]);
    terminal.shows(&["is one of those who are heard"]);
    terminal.ends(2);
    let nobody = [&["interview", "answers.toml"], &model[..], &["--with", "nobody.toml"]].concat();
    let mut terminal = Terminal::start(folder.path(), &nobody, &[]);
    terminal.shows(&["there is no file `nobody.toml`"]);
    terminal.ends(2);
    assert!(!folder.file().exists(), "nothing was begun");
}
