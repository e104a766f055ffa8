//! Questions found by their words.

use super::garden::{garden, watering};
use super::{Session, listed};
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
