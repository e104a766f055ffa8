//! Terms in the interview: one line at the foot of a question that relies on them, and all about them under `?`.

use super::Session;
use crate::support::{bakery, tiny};
use assess::interview::{Interview, Key, Wish};
use assess::lang::Lang;
use assess::report::screen::{draw, lines};
use assess::report::{Colors, Drawing, Style};

fn style(lang: Lang, width: usize) -> Style {
    Style { lang, width, colors: Colors::Off, drawing: Drawing::Drawn }
}

/// The line above the keys, of a screen of 80 × 24.
fn foot(interview: &Interview<'_>, lang: Lang) -> String {
    let lines = draw(interview, &style(lang, 80), 24).lines;
    let keys = lines.iter().rposition(|line| line.contains("1-4") || line.contains("2.1")).expect("the keys are there");
    lines[keys - 1].clone()
}

fn terms(interview: &Interview<'_>) -> Vec<String> {
    interview.terms().unwrap_or_default().into_iter().map(|term| term.id.to_string()).collect()
}

#[test]
fn the_foot_explains_what_an_arrow_points_at_and_else_names_all() {
    let model = bakery();
    let mut session = Session::new(&model, Wish::default());
    assert_eq!(foot(&session.interview, Lang::En), "? explains fresh, waste");
    assert_eq!(foot(&session.interview, Lang::Zh), "按 ? 查看含义：新鲜、损耗");
    session.press(Key::Up);
    assert_eq!(terms(&session.interview), ["fresh"], "the fourth level relies on one");
    assert_eq!(foot(&session.interview, Lang::En), "fresh: Baked on the day it is sold.");
    assert_eq!(foot(&session.interview, Lang::Zh), "新鲜：当天烘焙、当天出售。");
    session.press(Key::Up);
    assert_eq!(terms(&session.interview), ["fresh", "waste"], "in the model's order");
    session.keys("s");
    assert_eq!(session.interview.terms(), None, "no text of the second question relies on any");
    assert_eq!(foot(&session.interview, Lang::En), "");
}

#[test]
fn names_without_room_are_left_out_whole_and_counted() {
    let mut model = bakery();
    let named = |model: &mut assess::model::Model, names: [&str; 2]| {
        for (term, name) in model.terms.to_mut().iter_mut().zip(names) {
            (term.name.en, term.name.zh) = (name.to_owned().into(), name.to_owned().into());
        }
    };
    let long = "What is baked and sold within the same day of the week";
    named(&mut model, [long, "What is baked and is not sold"]);
    let session = Session::new(&model, Wish::default());
    assert_eq!(foot(&session.interview, Lang::En), format!("? explains {long} and 1 more"));
    assert_eq!(foot(&session.interview, Lang::Zh), format!("按 ? 查看含义：{long}，另有 1 项"));
    let mut model = bakery();
    named(&mut model, ["Answers", "Answers"]);
    assert_eq!(foot(&Session::new(&model, Wish::default()).interview, Lang::En), "? explains Answers");
    let mut model = bakery();
    named(&mut model, [&long.repeat(2), &long.repeat(3)]);
    assert_eq!(foot(&Session::new(&model, Wish::default()).interview, Lang::En), "? explains 2 terms");
}

#[test]
fn statements_folded_away_need_no_explanation() {
    let model = bakery();
    let session = Session::new(&model, Wish { target: Some("1".parse().expect("a level")), ..Wish::default() });
    assert_eq!(terms(&session.interview), [""; 0], "nothing up to level 1 is asked");
    let session = Session::new(&model, Wish { target: Some("2".parse().expect("a level")), ..Wish::default() });
    assert_eq!(terms(&session.interview), ["fresh", "waste"]);
}

#[test]
fn boxes_keep_a_line_for_the_terms_of_the_one_at_the_cursor() {
    let model = bakery();
    let mut session = Session::new(&model, Wish::default());
    session.keys("p1");
    assert_eq!(foot(&session.interview, Lang::En), "", "2.1 relies on none, and the line stays free");
    session.press(Key::Down);
    assert_eq!(foot(&session.interview, Lang::En), "fresh: Baked on the day it is sold.");
    session.press(Key::Down);
    let both = "fresh: Baked on the day it is sold.  waste: Bread that is baked and not sold, …";
    assert_eq!(foot(&session.interview, Lang::En), both);
}

#[test]
fn a_line_for_terms_moves_nothing_above_it() {
    let (model, without) = (bakery(), {
        let mut model = bakery();
        model.terms = Vec::new().into();
        model
    });
    for (columns, rows) in [(80, 24), (60, 20), (60, 15)] {
        let mut pair = [Session::new(&model, Wish::default()), Session::new(&without, Wish::default())];
        for key in [Key::Up, Key::Up, Key::Escape, Key::Char('p'), Key::Char('1'), Key::Down] {
            let [with, without] = pair.each_mut().map(|session| {
                session.press(key.clone());
                draw(&session.interview, &style(Lang::En, columns), rows).lines
            });
            let moved: Vec<_> = with.iter().zip(&without).filter(|(one, other)| one != other).collect();
            assert!(moved.iter().all(|(_, other)| other.is_empty()) && moved.len() <= 1, "{moved:?}");
            assert!(rows >= 16 || moved.is_empty(), "a small window has no room for it");
        }
    }
}

#[test]
fn help_says_what_terms_mean_and_search_does_not_find_them() {
    let model = bakery();
    let mut session = Session::new(&model, Wish::default());
    session.keys("?");
    let all = draw(&session.interview, &style(Lang::En, 80), 60).lines.join("\n");
    for line in ["\nTerms\n", "\n  fresh: Baked on the day it is sold.\n", "\n  waste: Bread that is baked"] {
        assert!(all.contains(line), "{all}");
    }
    assert!(session.interview.search("baked").is_empty(), "words are never searched for terms, nor terms for words");
    let tiny = tiny();
    assert_eq!(Session::new(&tiny, Wish::default()).interview.terms(), None);
}

#[test]
fn printed_lines_name_the_terms_below_the_question() {
    let model = bakery();
    let session = Session::new(&model, Wish::default());
    let said = lines(&session.interview, &Style { drawing: Drawing::Plain, ..style(Lang::En, 80) });
    assert!(said.contains(&"? explains fresh, waste".to_owned()), "{said:#?}");
}
