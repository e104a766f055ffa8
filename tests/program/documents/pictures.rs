//! The pictures of the READMEs and guides, drawn from the real program.

use std::process::Command;

use assess::answers;
use assess::embedded;
use assess::interview::{Effect, Interview, Key, Wish};
use assess::lang::Lang;
use assess::model::Id;
use assess::report::screen;
use assess::report::{Colors, Drawing, Style};

use crate::support::picture;

/// What an example says first, as a terminal with colors shows it: the paragraphs that are whole on one screen.
fn picture(arguments: &[&str], heading: &str) -> String {
    let program = Command::new(env!("CARGO_BIN_EXE_assess"))
        .args(["--color", "always"])
        .args(arguments)
        .env_remove("ASSESS_LANG")
        .env("LC_ALL", "C")
        .output()
        .expect("the program runs");
    let text = String::from_utf8(program.stdout).expect("it prints text");
    let screen: Vec<_> = text.lines().take(24).collect();
    let end = screen.iter().rposition(|line| line.is_empty()).expect("it has paragraphs");
    let lines = &screen[..end];
    assert!(lines.len() > 10 && lines[0].contains(heading), "{text}");
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
    assert!(kept == drawn, "{path} is not what the program shows; tests/update draws it again");
}

/// The second question of version control in an interview, as the program draws it.
fn question(lang: Lang) -> String {
    let model = embedded::model();
    let only = Some(Id("delivery".into()));
    let mut interview = Interview::new(model, answers::empty(model), Wish { only, ..Wish::default() });
    if let Effect::Save(save) = interview.press(Key::Char('3')) {
        let on_disk = interview.answers().clone();
        interview.apply_saved(save, on_disk);
    }
    for _ in 0..3 {
        interview.press(Key::Down);
    }
    let style = Style { lang, width: 80, colors: Colors::On, drawing: Drawing::Drawn };
    screen::draw(&interview, &style, 22).lines.join("\n")
}

#[test]
fn every_picture_is_what_the_program_shows() {
    check("interview.svg", &question(Lang::En));
    check("interview.zh.svg", &question(Lang::Zh));
    check("score.svg", &picture(&["score", "examples/strong.toml"], "payments"));
    check("score.zh.svg", &picture(&["score", "examples/chinese.toml", "--lang", "zh"], "会员中心"));
}
