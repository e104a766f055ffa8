//! Questions found by their words.

use super::garden::{garden, watering};
use super::{Session, listed};
use crate::support::tiny;
use assess::interview::{Key, Wish};
use assess::lang::Lang;

#[test]
fn a_question_is_found_by_its_words_in_either_language() {
    let model = garden();
    let mut session = Session::new(model, Wish::default());
    session.keys("/雨水 利用\n");
    assert_eq!(session.question(), "rain");
    session.keys("/trees shrubs\n");
    assert_eq!(session.interview.question().map(|it| it.id.as_str()), Some("beds.vegetables.pruning.shears"));
    session.keys("/becmes\n");
    assert_eq!(session.question(), "rain", "a letter may be missing");
    session.keys("/no such words\n");
    assert_eq!(session.said(), "no question has these words: try others, or fewer");
    session.press(Key::Backspace);
    assert_eq!(session.said(), "", "of other words it is not said");
    session.press(Key::Escape);
    session.keys("p9");
    assert_eq!(session.said(), "levels are 1 to 5");
    session.press(Key::Escape);
    assert_eq!(session.said(), "", "what was asked is over");
}

/// These stand above every question, in the language of the reader.
#[test]
fn questions_are_found_by_the_names_of_what_they_are_part_of() {
    let model = tiny();
    let session = Session::new(&model, Wish::default());
    let found = |words| session.interview.search(words).iter().map(|(_, it)| it.id.key()).collect::<Vec<_>>();
    assert_eq!(found("柜台"), ["greeting", "paying"]);
    assert_eq!(found("销售 问候"), ["greeting"]);
    assert_eq!(found("ＷＨＯ"), ["greeting"], "an input method was left on");
}

#[test]
fn other_words_of_a_search_choose_the_first_found() {
    let mut session = watering();
    let before = session.question().to_owned();
    session.keys("/w");
    for _ in 0..3 {
        session.press(Key::Down);
    }
    session.keys("atered\n");
    assert_ne!(session.question(), before, "the only hits are there to be chosen");
}

#[test]
fn what_a_search_found_without_room_is_counted() {
    let model = garden();
    let mut session = Session::new(model, Wish::default());
    session.keys("/What");
    session.interview.time_out();
    let count = session.interview.search("What").len();
    let shown = listed(&session, Lang::En, (60, 20), &["❯", "…"]);
    let below = shown[1].trim().strip_prefix("… ").and_then(|rest| rest.split(' ').next()).expect("it is counted");
    let below: usize = below.parse().expect("it is a number");
    assert!(shown[0].starts_with('❯') && below > 0 && below < count, "{shown:#?}");
    (0..count).for_each(|_| drop(session.press(Key::Down)));
    let shown = listed(&session, Lang::En, (60, 20), &["❯", "…"]);
    assert!(shown[0].trim() == format!("… {below} more above") && shown[1].starts_with('❯'), "{shown:#?}");
    let shown = listed(&session, Lang::Zh, (60, 20), &["❯", "…"]);
    assert!(shown[0].trim().starts_with("… 上面还有 ") && shown[1].starts_with('❯'), "{shown:#?}");
}

#[test]
fn the_list_follows_once_nobody_types() {
    let mut session = watering();
    session.keys("/");
    let all = session.interview.listed().len();
    assert_eq!(session.interview.patience(), None, "there is nothing to wait for");
    session.keys("rain");
    let is_to_wait = session.interview.patience().is_some();
    assert!(is_to_wait && session.interview.listed().len() == all, "the words stand there, the list is as it was");
    session.interview.time_out();
    assert_eq!(session.interview.listed().len(), session.interview.search("rain").len());
    assert_eq!(session.interview.patience(), None);
    session.press(Key::Left);
    assert_eq!(session.interview.patience(), None, "the words are the same");
    session.press(Key::Escape);
    session.keys("n some words");
    assert_eq!(session.interview.patience(), None, "a note finds nothing");
}

#[test]
fn who_does_not_wait_for_the_list_chooses_from_it_all_the_same() {
    let model = garden();
    let mut session = Session::new(model, Wish::default());
    session.keys("/What");
    session.interview.time_out();
    session.press(Key::Down);
    session.keys(" ");
    session.press(Key::Backspace);
    session.keys("\n");
    let second = session.interview.search("What")[1].1;
    assert_eq!(session.question(), second.id.key(), "the words are those of the list again");
    session.keys("/What");
    session.press(Key::Down);
    session.keys("\n");
    assert_eq!(session.question(), second.id.key(), "an arrow chooses among what is typed");
    session.keys("/What");
    session.interview.time_out();
    session.press(Key::Down);
    session.keys(" gardeners\n");
    let first = session.interview.search("What gardeners")[0].1;
    assert_eq!(session.question(), first.id.key(), "of other words it is the first");
}

#[test]
fn questions_in_the_same_words_are_told_apart_by_their_names() {
    let mut session = watering();
    session.keys("/becomes");
    session.interview.time_out();
    let shown = listed(&session, Lang::En, (80, 24), &["❯", "Watering"]);
    assert!(session.interview.listed().len() > 1 && shown.len() > 2, "{shown:#?}");
    assert!(shown[0] == "❯ Watering › Rain water", "{shown:#?}");
}

#[test]
fn a_question_without_room_is_cut_and_one_that_is_a_paragraph_is_named() {
    let shown = |question: &str, size| {
        let mut model = garden().clone();
        let group = &mut model.areas.to_mut()[0].groups.to_mut()[0].groups.to_mut()[0];
        group.dimensions.to_mut()[0].question.text.en = question.to_owned().into();
        let name = group.dimensions[0].name.en.to_string();
        let mut session = Session::new(&model, Wish::default());
        session.keys("/evening");
        session.interview.time_out();
        (listed(&session, Lang::En, size, &["❯"]).remove(0), name)
    };
    let question = "Is it watered in the morning or in the evening?";
    assert_eq!(shown(question, (80, 24)).0, format!("❯ {question}"));
    assert_eq!(shown(question, (40, 12)).0, "❯ Is it watered in the morning or in th…");
    let (line, name) = shown(&[question, question, question].join(" "), (80, 24));
    assert!(line.ends_with(&name), "{line:?} is not called {name:?}");
}
