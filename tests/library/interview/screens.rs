//! The screens as they are drawn, in both languages and several sizes.

use super::garden::{garden, watering};
use super::part::many_clauses;
use super::{Session, screen};
use crate::support::tiny;
use assess::interview::{Below, Interview, Key, Mode, Wish};
use assess::lang::{Lang, Text};
use assess::model::{Kind, Level};
use assess::report::screen::{draw, lines};
use assess::report::{Colors, Drawing, Style};
use assess::text::width;

#[test]
fn a_question_on_three_sizes_in_two_languages() {
    for (lang, columns, rows) in [
        (Lang::En, 80, 24),
        (Lang::Zh, 80, 24),
        (Lang::En, 60, 20),
        (Lang::Zh, 60, 20),
        (Lang::En, 120, 40),
        (Lang::Zh, 120, 40),
    ] {
        let mut session = watering();
        session.press(Key::Down);
        session.press(Key::Down);
        session.press(Key::Down);
        let name = format!("question_{}_{columns}x{rows}", lang.tag());
        insta::assert_snapshot!(name, screen(&session, lang, columns, rows));
    }
}

#[test]
fn boxes_help_typing_search_and_the_end() {
    let states: [(&str, &str); 7] = [
        ("evidence", "vdocs/rain.md\nvhttps://wiki.example/rain\n"),
        ("boxes", "p12.1"),
        ("excepting", "p12.1x只有一个屋顶\njx没有"),
        ("help", "?"),
        ("typing", "x都在室内"),
        ("search", "/雨水"),
        ("answered", "2bnthe barrel leaks\n"),
    ];
    for (name, keys) in states {
        let mut session = watering();
        session.keys(keys);
        session.interview.time_out();
        insta::assert_snapshot!(name, screen(&session, Lang::En, 80, 24));
    }
    let model = tiny();
    let mut session = Session::new(&model, Wish::default());
    session.keys("2s");
    insta::assert_snapshot!("end_with_open_questions", screen(&session, Lang::Zh, 60, 20));
}

#[test]
fn a_note_and_evidence_are_seen_where_statements_take_all_the_room_below() {
    let model = many_clauses(40);
    let mut session = Session::new(&model, Wish::default());
    session.keys("2bnthe barrel leaks\nvdocs/rain.md\n");
    session.press(Key::Escape);
    session.interview.time_out();
    for (keys, said) in [
        ("", "\nnote: the barrel leaks · evidence: docs/rain.md\n"),
        ("n, and it has leaked since the winter before the one before last\n", ": note saved\n"),
        ("", "… · evidence: docs/rain.md\n"),
    ] {
        session.keys(keys);
        let shown = screen(&session, Lang::En, 80, 24);
        assert!(shown.contains(said), "{said:?}\n{shown}");
        assert!(shown.lines().all(|line| width(line) <= 80), "{shown}");
        session.interview.time_out();
    }
}

#[test]
fn an_answer_above_the_fold_is_shown() {
    let model = tiny();
    let mut session = Session::new(&model, Wish { target: Some(Level(1)), ..Wish::default() });
    assert!(screen(&session, Lang::En, 80, 24).contains("2 folded away"));
    session.keys("2b");
    let shown = screen(&session, Lang::En, 80, 24);
    assert!(shown.contains("2 ✓ All   Everyone is greeted") && !shown.contains("folded"), "{shown}");
    let mut before = Session::new(&model, Wish::default());
    before.keys("p02.1\n");
    let wish = Wish { target: Some(Level(1)), ..Wish::default() };
    let mut session = Session { interview: Interview::new(&model, before.on_disk(), wish), file: before.file };
    session.keys("b");
    let shown = screen(&session, Lang::En, 80, 24);
    assert!(shown.contains("✓ Everyone is greeted"), "a clause named above the fold is shown too:\n{shown}");
}

#[test]
fn a_floor_without_text_says_what_it_counts_as() {
    let mut model = tiny();
    let domain = &mut model.areas.to_mut()[0].groups.to_mut()[0];
    domain.groups.to_mut()[0].dimensions.to_mut()[0].cells.change(|cells| {
        (cells[1].kind, cells[1].clauses, cells[1].limits) = (Kind::None, Vec::new().into(), Vec::new().into());
    });
    let session = Session::new(&model, Wish::default());
    let shown = screen(&session, Lang::En, 80, 24);
    assert!(
        shown.contains("0–1   ") && shown.contains("None of this yet, which counts as 1: level 1 asks nothing more"),
        "{shown}"
    );
    assert!(screen(&session, Lang::Zh, 80, 24).contains("以下均未做到，计为 1"));
    let model = tiny();
    let shown = screen(&Session::new(&model, Wish::default()), Lang::En, 80, 24);
    assert!(shown.contains("None of this yet\n"), "{shown}");
}

#[test]
fn level_names_stand_beside_the_numbers_on_every_question_of_a_screen_or_on_none() {
    let sizes = [
        (Lang::En, 80, 24, false),
        (Lang::En, 80, 30, true),
        (Lang::En, 120, 40, true),
        (Lang::En, 60, 40, false),
        (Lang::Zh, 80, 24, true),
        (Lang::Zh, 60, 20, false),
    ];
    for (lang, columns, rows, is_named) in sizes {
        let mut session = watering();
        while *session.interview.mode() == Mode::Asking {
            let shown = screen(&session, lang, columns, rows);
            let name = match lang {
                Lang::En => "2   Tended",
                Lang::Zh => "2   照看的",
            };
            let has_level = session.interview.statements().0.iter().any(|statement| statement.digits() == "2");
            assert_eq!(shown.contains(name), is_named && has_level, "{columns}×{rows}:\n{shown}");
            session.keys("s");
        }
    }
}

#[test]
fn names_with_signs_of_our_own_are_shown_as_they_are_written() {
    let mut model = tiny();
    let domain = &mut model.areas.to_mut()[0].groups.to_mut()[0];
    let name = "Hello → world – ✓";
    domain.groups.to_mut()[0].dimensions.to_mut()[0].name = Text::same(name.to_owned());
    let mut session = Session::new(&model, Wish::default());
    session.keys("2");
    let style = Style { lang: Lang::En, width: 80, colors: Colors::Off, drawing: Drawing::Plain };
    let shown = lines(&session.interview, &style).join("\n");
    assert!(shown.contains(&format!("[x] {name} -> 2")), "{shown}");
}

#[test]
fn help_begins_with_the_keys_and_says_that_more_follows() {
    let mut session = watering();
    session.keys("?");
    let style = Style { lang: Lang::En, width: 80, colors: Colors::Off, drawing: Drawing::Drawn };
    let first = draw(&session.interview, &style, 24);
    assert!(first.lines[4].starts_with("1-5 ") && first.below == Below::More);
    assert!(first.lines.iter().any(|line| line.starts_with("x 0   ")), "{:#?}", first.lines);
    let model = tiny();
    let mut from_zero = Session::new(&model, Wish::default());
    from_zero.keys("?");
    let lines = draw(&from_zero.interview, &style, 24).lines;
    assert!(lines[4].starts_with("0-2 ") && lines.iter().any(|line| line.starts_with("x     ")), "{lines:#?}");
    assert!(first.lines[22].starts_with("… more below, ↓ shows it"), "{:#?}", first.lines);
    let mut lines = first.lines;
    for _ in 0..200 {
        let screen = draw(&session.interview, &style, 24);
        session.interview.set_below(screen.below);
        lines = screen.lines;
        session.press(Key::Down);
    }
    assert!(!lines.concat().contains("more below"), "{lines:#?}");
    session.press(Key::Up);
    assert_ne!(
        draw(&session.interview, &style, 24).lines,
        lines,
        "what was pressed at the end is not to be taken back"
    );
}

#[test]
fn beside_a_question_stands_what_scores_count_in_columns_of_its_own() {
    let mut session = Session::new(garden(), Wish::default());
    session.keys("xthere is no tap\n2");
    let shown = screen(&session, Lang::En, 120, 40);
    let columns = |name: &str, count: &str| {
        let line = shown.lines().find(|line| line.contains(name) && line.contains('│')).unwrap_or_default();
        let panel = line.split('│').nth(1).unwrap_or_default();
        panel.find(count).map(|place| panel[..place].chars().count())
    };
    let place = columns("Pruning", "0/2");
    assert!(place.is_some() && columns(" Watering  ", "1/3") == place, "{shown}");
}
