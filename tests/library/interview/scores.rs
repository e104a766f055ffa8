//! The interview of a model without levels: a question is answered by its clauses, and degrees are keys.

use std::fmt::Write as _;

use super::Session;
use crate::counting::{DEGREES, checklist, with};
use assess::interview::{Key, Mode, Wish};
use assess::lang::Lang;
use assess::model::Model;
use assess::report::screen::draw;
use assess::report::{Colors, Drawing, Style};

fn list() -> Model {
    let said = format!("levels = false\nscore = \"share\"\nshown = {{ digits = 0, of = 100 }}\n{DEGREES}");
    checklist(&said).model.expect("it is sound")
}

/// The answers in the file, a line each.
fn lines(session: &Session<'_>) -> Vec<String> {
    let lines = session.file.text.lines().filter(|line| line.starts_with("one = ") || line.starts_with("two = "));
    lines.map(str::to_owned).collect()
}

#[test]
fn numbers_tick_clauses_and_enter_saves_them() {
    let model = list();
    let mut session = Session::new(&model, Wish::default());
    session.keys("1.1");
    assert!(matches!(session.interview.mode(), Mode::Part(part) if part.met.len() == 1));
    session.keys("\n");
    assert_eq!(lines(&session), ["one = { met = [\"1.1\"] }"]);
    // The second question has one clause: Enter opens it, Enter again says that it is not met.
    session.keys("\n\n");
    assert_eq!(lines(&session), ["one = { met = [\"1.1\"] }", "two = \"none\""]);
    assert!(session.interview.is_done());
}

#[test]
fn an_arrow_opens_the_boxes_where_there_are_no_levels_to_point_at() {
    let model = list();
    for key in [Key::Down, Key::Up, Key::Char('j'), Key::Enter] {
        let mut session = Session::new(&model, Wish::default());
        session.press(key.clone());
        assert!(matches!(session.interview.mode(), Mode::Part(_)), "{key:?}: {:?}", session.interview.mode());
    }
}

#[test]
fn plus_and_minus_go_through_the_degrees() {
    let model = list();
    let mut session = Session::new(&model, Wish::default());
    session.keys("+\n");
    assert_eq!(lines(&session), ["one = { degrees = { \"1.1\" = \"half\" } }"]);
    session.keys("++++\n");
    assert_eq!(lines(&session)[1], "two = \"all\"", "the highest degree is met");
    session.keys("bb");
    session.keys("p+ \n");
    assert_eq!(lines(&session)[0], "one = { met = [\"1.1\"] }", "a tick takes the place of a degree");
    session.keys("b");
    session.keys("p-\n");
    assert_eq!(lines(&session)[0], "one = { degrees = { \"1.1\" = \"most\" } }");
    session.keys("b");
    session.keys("p---\n");
    assert_eq!(lines(&session)[0], "one = { met = \"none\" }");
}

#[test]
fn degrees_are_keys_above_a_level_too() {
    let model = with(&format!("[scoring]\nmet-from = \"most\"\n{DEGREES}")).model.expect("it is sound");
    let mut session = Session::new(&model, Wish::default());
    session.keys("p1++\n");
    let answer = session.file.text.lines().find(|line| line.starts_with("greeting")).map(str::to_owned);
    assert_eq!(answer.as_deref(), Some("greeting = { level = 1, degrees = { \"2.1\" = \"most\" } }"));
}

#[test]
fn no_screen_speaks_of_levels() {
    let model = list();
    for lang in [Lang::En, Lang::Zh] {
        let style = Style { lang, width: 120, colors: Colors::Off, drawing: Drawing::Drawn };
        let mut session = Session::new(&model, Wish::default());
        for keys in ["", "p", "+", "\n", "b", "?", "q", "2", "\u{1b}", "s", "\n", "\n"] {
            let key = |character| match character {
                '\n' => Key::Enter,
                '\u{1b}' => Key::Escape,
                character => Key::Char(character),
            };
            keys.chars().for_each(|character| drop(session.press(key(character))));
            for (width, rows) in [(120, 30), (80, 24), (60, 20)] {
                let style = Style { width, ..style };
                let text = draw(&session.interview, &style, rows).lines.join("\n");
                let lower = text.to_lowercase();
                let found = ["level", "grade", "weakest", "1-3"].into_iter().find(|word| lower.contains(word));
                assert_eq!(found, None, "after {keys:?}:\n{text}");
                let found = ["级", "等级", "受限"].into_iter().find(|word| text.contains(word));
                assert_eq!(found, None, "after {keys:?}:\n{text}");
            }
        }
    }
}

#[test]
fn screens_of_a_model_without_levels() {
    let model = list();
    let mut said = String::new();
    for (lang, width, rows) in [(Lang::En, 80, 16), (Lang::Zh, 60, 16)] {
        let style = Style { lang, width, colors: Colors::Off, drawing: Drawing::Drawn };
        let mut session = Session::new(&model, Wish::default());
        for keys in ["", "p+", "\n"] {
            session.keys(keys);
            let screen = draw(&session.interview, &style, rows).lines.join("\n");
            let _ = writeln!(said, "== after {keys:?}\n{screen}");
        }
    }
    insta::assert_snapshot!(said);
}
