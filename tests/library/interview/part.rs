//! The boxes of a part: clauses ticked by arrows and by number, excepted, and counted where there is no room.

use super::{Session, listed, screen};
use crate::support::{clauses, tiny};
use assess::answers::Claim;
use assess::interview::{Key, Mode, Wish};
use assess::lang::Lang;
use assess::model::{Level, Model};

/// The tiny model with this many clauses at the first level of its first dimension.
pub(super) fn many_clauses(count: usize) -> Model {
    let mut model = tiny();
    let domain = &mut model.areas.to_mut()[0].groups.to_mut()[0];
    let dimension = &mut domain.groups.to_mut()[0].dimensions.to_mut()[0];
    dimension.cells.change(|cells| cells[1].clauses = vec![cells[1].clauses[0].clone(); count].into());
    model
}

#[test]
fn a_part_is_ticked_clause_by_clause() {
    let model = tiny();
    let mut session = Session::new(&model, Wish::default());
    session.keys("1bp2.2\n");
    let met = Claim::Level { level: Level(1), met: clauses(&["2.2"]) };
    assert_eq!(session.claim("greeting"), Some(met));
    assert_eq!(session.said(), "✓ Greeting → 2-");
    session.keys("bp");
    session.press(Key::Escape);
    assert_eq!(*session.interview.mode(), Mode::Asking, "escape leaves the boxes and nothing else");
}

#[test]
fn a_clause_is_excepted_where_it_would_be_ticked() {
    let model = tiny();
    let mut session = Session::new(&model, Wish::default());
    session.keys("1bp2.2x\n");
    assert!(matches!(session.interview.mode(), Mode::Excepting(..)), "it needs a reason");
    session.keys("we never do\n");
    assert!(matches!(session.interview.mode(), Mode::Part(_)), "and then the boxes are there again");
    session.keys("2.1\n");
    let answer = session.interview.answers().given.values().next().expect("it is saved").clone();
    assert_eq!(answer.claim, Some(Claim::Level { level: Level(1), met: clauses(&["2.1"]) }));
    let excepted: Vec<_> = answer.except.iter().map(|(id, it)| (id.to_string(), it.reason.clone())).collect();
    assert_eq!(excepted, [("2.2".to_owned(), "we never do".to_owned())]);
    session.keys("bp2.2\n");
    let answer = session.interview.answers().given.values().next().expect("it is saved").clone();
    assert!(answer.except.is_empty(), "what is ticked is met, and so no exception");
}

#[test]
fn a_reason_that_was_typed_is_not_dropped_at_the_first_key() {
    let model = tiny();
    let mut session = Session::new(&model, Wish::default());
    session.keys("1bp2.2x\nwe never do\n");
    session.press(Key::Escape);
    assert!(matches!(session.interview.mode(), Mode::Part(_)));
    let told = session.interview.status().map(|it| it.written(Lang::En, |_| String::new())).unwrap_or_default();
    assert!(told.contains("Enter saves it, Esc again drops it"), "{told}");
    session.keys("j");
    session.press(Key::Escape);
    assert!(matches!(session.interview.mode(), Mode::Part(_)), "it is said again after another key");
    session.press(Key::Escape);
    assert_eq!(session.interview.mode(), &Mode::Asking);
    assert!(session.interview.answer().is_some_and(|answer| answer.except.is_empty()), "and then it is gone");
    session.keys("p");
    session.press(Key::Escape);
    assert_eq!(session.interview.mode(), &Mode::Asking, "nothing was typed");
}

#[test]
fn boxes_without_room_are_counted_and_none_is_cut_in_two() {
    let model = many_clauses(12);
    let mut session = Session::new(&model, Wish::default());
    session.keys("p0");
    let first = listed(&session, Lang::En, (60, 16), &["[", "❯", "…"]);
    assert_eq!(first.last().map(|line| line.trim()), Some("… 8 more, ↓ shows them"), "{first:#?}");
    assert_eq!(first.len() - 1 + 8, 14, "{first:#?}");
    session.keys(&"j".repeat(8));
    let middle = listed(&session, Lang::Zh, (60, 16), &["[", "❯", "…"]);
    let words: Vec<_> = [&middle[0], &middle[middle.len() - 1]].map(|line| line.trim()).to_vec();
    assert_eq!(words, ["… 上面还有 4 条", "… 还有 5 条，按 ↓ 查看"], "{middle:#?}");
    assert!(middle[middle.len() - 2].starts_with('❯'), "{middle:#?}");
    session.keys("jjjjj");
    let last = listed(&session, Lang::En, (60, 16), &["[", "❯", "…"]);
    assert!(last[0].ends_with("more above") && last.last().is_some_and(|line| line.starts_with('❯')), "{last:#?}");
    let all = listed(&session, Lang::En, (60, 30), &["[", "❯", "…"]);
    assert_eq!(all.len(), 14, "{all:#?}");
    let small = listed(&session, Lang::En, (40, 12), &["❯"]);
    assert_eq!(small.len(), 1, "in the smallest window what is ticked stays in view: {small:#?}");
}

#[test]
fn a_clause_is_ticked_by_the_number_it_is_printed_with() {
    let model = many_clauses(12);
    let met = |typed: &str| {
        let mut session = Session::new(&model, Wish::default());
        session.keys("p0");
        session.keys(typed);
        match session.interview.mode() {
            Mode::Part(part) => part.met.iter().map(ToString::to_string).collect::<Vec<_>>(),
            other => panic!("{other:?} after {typed:?}"),
        }
    };
    for (typed, ticked) in [
        ("1.2", vec!["1.2"]),
        ("12", vec!["1.2"]),
        ("１．２", vec!["1.2"]),
        ("1.1", vec![]),
        ("1.1 ", vec!["1.1"]),
        ("11\n", vec!["1.1"]),
        ("1.10", vec!["1.10"]),
        ("11222", vec!["1.12", "2.2"]),
        ("2.12.2", vec!["2.1", "2.2"]),
        ("3", vec![]),
        ("2.9", vec![]),
    ] {
        assert_eq!(met(typed), ticked, "{typed:?}");
    }
    let mut session = Session::new(&model, Wish::default());
    session.keys("p02.9");
    assert_eq!(session.said(), "there is no clause 2.9 here");
    session.press(Key::Paste("1.10, 2.1".to_owned()));
    session.keys("\n");
    assert_eq!(session.claim("greeting"), Some(Claim::Level { level: Level(0), met: clauses(&["1.10", "2.1"]) }));
    session.keys("bp");
    session.press(Key::Paste("1.10 7.1".to_owned()));
    assert_eq!(session.said(), "there is no clause 7.1 here");
    session.keys("\n");
    assert_eq!(session.claim("greeting"), Some(Claim::Level { level: Level(0), met: clauses(&["1.10", "2.1"]) }));
}

#[test]
fn a_number_that_is_begun_can_be_taken_back_and_holds_other_keys_off() {
    let model = tiny();
    let mut session = Session::new(&model, Wish::default());
    session.keys("p02");
    let typed = |session: &Session<'_>| match session.interview.mode() {
        Mode::Part(part) => (part.typed.clone(), part.met.len()),
        mode => panic!("{mode:?}"),
    };
    assert_eq!(typed(&session), ("2".to_owned(), 0), "2.1 or 2.2");
    session.press(Key::Backspace);
    assert_eq!(typed(&session), (String::new(), 0), "the boxes stay");
    session.keys("2x");
    assert_eq!(typed(&session), ("2".to_owned(), 0), "no box is pointed at by half a number");
    session.keys(" ");
    assert_eq!((typed(&session), session.said().as_str()), ((String::new(), 0), "there is no clause 2 here"));
}

#[test]
fn above_the_highest_level_there_is_nothing_to_tick() {
    let model = tiny();
    let mut session = Session::new(&model, Wish::default());
    session.keys("2bp");
    assert_eq!((session.interview.mode(), session.said().as_str()), (&Mode::Asking, "nothing is asked above level 2"));
}

#[test]
fn a_number_that_no_box_has_is_not_passed_over_by_enter() {
    let model = tiny();
    // Who types 1.1 on a fresh question has named level 1 as met in full.
    for typed in ["p11", "p1.1"] {
        let mut session = Session::new(&model, Wish::default());
        session.keys(typed);
        assert_eq!(session.said(), "1.1 is within level 1, met in full; Esc, then p for a lower level", "{typed:?}");
        session.keys("\n");
        assert_eq!(session.said(), "nothing is ticked; Enter again saves that");
        assert_eq!(session.claim("greeting"), None, "nothing is saved yet");
        session.keys("\n");
        assert_eq!(session.claim("greeting"), Some(Claim::at(Level(1))));
    }
    let mut session = Session::new(&model, Wish::default());
    session.keys("p17");
    assert_eq!(session.said(), "there is no clause 7 here");
    session.keys("2.1\n");
    let named = Claim::Level { level: Level(1), met: clauses(&["2.1"]) };
    assert_eq!(session.claim("greeting"), Some(named), "what is ticked since is saved at once");
}

#[test]
fn a_fresh_question_is_asked_which_level_holds_before_its_parts() {
    let model = tiny();
    let mut session = Session::new(&model, Wish::default());
    session.keys("p");
    assert_eq!(*session.interview.mode(), Mode::Base);
    session.keys("7");
    assert_eq!((session.said().as_str(), session.interview.mode()), ("levels are 0 to 2", &Mode::Base));
    session.keys("x");
    assert_eq!(session.said(), "first the level that holds in full, 0 to 2; then the clauses above it");
    session.press(Key::Down);
    assert_eq!(session.said(), "", "an arrow is no such key");
    session.press(Key::Escape);
    assert_eq!((session.claim("greeting"), session.interview.mode()), (None, &Mode::Asking));
    let mut session = Session::new(&model, Wish::default());
    session.keys("p12.1\n");
    assert_eq!(session.claim("greeting"), Some(Claim::Level { level: Level(1), met: clauses(&["2.1"]) }));
    session.keys("s");
    let mut session = Session::new(&model, Wish::default());
    session.keys("jjp");
    assert!(matches!(session.interview.mode(), Mode::Part(part) if part.base == Level(1)), "the highlighted level");
}

#[test]
fn a_clause_met_elsewhere_in_the_same_words_is_ticked_already() {
    let mut model = tiny();
    let dimensions = model.areas.to_mut()[0].groups.to_mut()[0].groups.to_mut()[0].dimensions.to_mut();
    let thanked = dimensions[0].cells[2].clauses[1].clone();
    dimensions[1].cells.change(|cells| cells[1].clauses.to_mut().push(thanked));
    let mut session = Session::new(&model, Wish::default());
    session.keys("p02.2\n");
    assert_eq!(session.question(), "paying");
    session.keys("p0");
    let shown = screen(&session, Lang::En, 80, 24);
    assert!(shown.contains("ticked: met in the same words in shop.counter.selling.greeting"), "{shown}");
    assert!(shown.contains("[x] 1.3") && shown.contains("[ ] 1.1"), "{shown}");
    assert_eq!(session.claim("paying"), None, "nothing is claimed before somebody agrees");
    session.keys("\n");
    let met = Claim::Level { level: Level(0), met: clauses(&["1.3"]) };
    assert_eq!(session.claim("paying"), Some(met));
}

#[test]
fn what_was_ticked_is_not_dropped_at_the_first_key() {
    let model = tiny();
    let mut session = Session::new(&model, Wish::default());
    session.keys("1bp2.2");
    session.press(Key::Escape);
    assert!(matches!(session.interview.mode(), Mode::Part(_)));
    assert_eq!(session.said(), "not saved yet: Enter saves it, Esc again drops it");
    session.press(Key::Escape);
    assert_eq!((session.interview.mode(), session.said()), (&Mode::Asking, String::new()));
    session.keys("p2.22.2");
    session.press(Key::Escape);
    assert_eq!(session.interview.mode(), &Mode::Asking, "what is ticked is what was");
}
