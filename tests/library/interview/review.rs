//! Going over answers that are there: what is confirmed, where it stopped, when the whole is.

use super::{Session, screen};
use crate::support::{market, tiny};
use assess::answers::{Date, Update, update};
use assess::interview::{Effect, Interview, Key, Pass, Wish};
use assess::lang::Lang;
use assess::model::Id;

impl Session<'_> {
    /// Where the file says that a review is.
    fn reviewed_until(&self) -> Option<String> {
        self.on_disk().assessment.review.map(|review| review.until.key().to_owned())
    }
}

fn whole_review() -> Wish {
    Wish { pass: Pass::Review, ..Wish::default() }
}

#[test]
fn a_review_confirms_what_is_there() {
    let model = tiny();
    let mut session = Session::new(&model, Wish::default());
    session.keys("21");
    let given = session.on_disk().given;
    let mut review = session.again(whole_review());
    assert_eq!(review.question(), "greeting");
    review.keys("\n");
    assert_eq!((review.question(), review.interview.confirmed_count()), ("paying", Some(1)));
    assert_eq!(review.said(), "✓ Greeting → 2", "the sub-domain goes on");
    review.keys("\n");
    assert!(review.said().contains(" · Selling: level 2"), "{}", review.said());
    assert!(review.interview.is_done() && review.interview.is_whole());
    assert_eq!(review.on_disk().given, given, "confirming changes no answer");
}

#[test]
fn a_review_goes_on_over_sessions_until_all_is_confirmed() {
    let model = market();
    let mut session = Session::new(&model, Wish::default());
    session.keys("222");
    let day = session.on_disk().assessment.date;
    let mut review = session.again(whole_review());
    // A skipped question ends the run: what comes after it is gone over again.
    review.keys("s\n");
    assert_eq!((review.reviewed_until(), review.question()), (None, "queue"));
    review.keys("bb\n");
    assert_eq!((review.reviewed_until().as_deref(), review.question()), (Some("paying"), "queue"));
    review.keys("z");
    assert_eq!((review.reviewed_until(), review.question()), (None, "greeting"), "an undo takes it back");
    review.keys("\n");
    let next = review.again(whole_review());
    assert_eq!((next.question(), next.interview.confirmed_count()), ("queue", Some(2)));
    assert_eq!(next.on_disk().assessment.date, day, "the whole is not confirmed yet");
    // Asked in between, without a review, nothing of it is lost.
    let mut between = next.again(Wish::default());
    between.keys("bbbc");
    assert_eq!(between.reviewed_until().as_deref(), Some("paying"));
    let mut last = between.again(whole_review());
    assert_eq!((last.question(), last.interview.confirmed_count()), ("greeting", Some(1)), "removed since");
    last.keys("3\n");
    assert!(last.interview.is_done());
    assert_eq!((last.reviewed_until(), last.on_disk().assessment.review), (None, None));
    assert_eq!(last.on_disk().assessment.date, Date::new(2026, 5, 4));
}

#[test]
fn the_next_open_question_of_a_review_is_one_that_is_not_confirmed() {
    let model = tiny();
    let mut session = Session::new(&model, Wish::default());
    session.keys("21u");
    assert_eq!(session.said(), "everything is answered");
    let mut review = session.again(whole_review());
    review.keys("su");
    assert_eq!(review.question(), "greeting", "from the beginning again");
    review.keys(" u");
    assert_eq!((review.question(), review.interview.confirmed_count()), ("paying", Some(1)), "Space confirms");
    review.keys(" u");
    assert_eq!((review.said().as_str(), review.interview.is_done()), ("everything is confirmed", true));
}

#[test]
fn what_was_gone_back_to_is_left_as_it_is_by_enter() {
    let model = tiny();
    let mut session = Session::new(&model, Wish::default());
    session.keys("2b");
    let file = session.file.text.clone();
    assert_eq!(session.press(Key::Enter), Effect::None, "the file knows that answer");
    assert_eq!((session.question(), &session.file.text), ("paying", &file));
}

#[test]
fn a_review_of_a_part_keeps_no_place() {
    let model = market();
    let mut session = Session::new(&model, Wish::default());
    session.keys("222");
    let only = Some(Id("shop.counter.selling.paying".into()));
    let wish = Wish { only, pass: Pass::Review, ..Wish::default() };
    session.interview = Interview::new(&model, session.on_disk(), wish);
    let before = session.file.text.clone();
    session.keys("\n");
    assert_eq!(session.file.text, before);
}

#[test]
fn a_question_asked_anew_says_why_and_an_undo_asks_it_anew() {
    let model = market();
    let mut session = Session::new(&model, Wish::default());
    session.keys("222");
    let queue = Id("shop.counter.selling.queue".into());
    let updates = [Update::AskAgain(queue.clone())];
    session.file.text = update(&session.file, &model, &updates).expect("the file is sound").text;
    let mut again = session.again(Wish::default());
    assert_eq!(again.question(), "queue");
    assert!(screen(&again, Lang::En, 80, 24).contains("asked anew: it asks more than when it was answered"));
    assert!(screen(&again, Lang::Zh, 40, 12).contains("重新询问"));
    again.keys("\n");
    assert!(again.interview.is_done() && again.on_disk().assessment.ask_again.is_empty());
    assert!(again.interview.is_whole());
    again.keys("z");
    assert_eq!((again.question(), again.on_disk().assessment.ask_again), ("queue", vec![queue]));
    assert!(!again.interview.is_whole(), "one question is open");
}

#[test]
fn the_whole_is_confirmed_by_the_last_open_answer_in_scope() {
    let model = tiny();
    let mut session = Session::new(&model, Wish::default());
    session.keys("2");
    assert!(!session.interview.is_whole());
    session.keys("1");
    assert!(session.interview.is_whole());
    let only = Some(Id("shop.counter.selling.paying".into()));
    let mut part = Session::new(&model, Wish { only, ..Wish::default() });
    part.keys("1");
    assert!(!part.interview.is_whole(), "a part is not the whole");
}

#[test]
fn a_review_offers_enter_where_there_is_something_to_confirm() {
    let model = tiny();
    let session = |keys: &str| {
        let mut session = Session::new(&model, Wish::default());
        session.keys(keys);
        let mut again = session.again(Wish { pass: Pass::Review, ..Wish::default() });
        again.interview.greet();
        again.said()
    };
    assert_eq!(session("2"), "Enter confirms the answer that is there");
    assert_eq!(session("s1"), "a review: what has no answer is asked too");
}

#[test]
fn the_keys_name_enter_where_it_confirms_and_take_as_many_rows_where_it_does_not() {
    let model = tiny();
    let mut session = Session::new(&model, Wish::default());
    session.keys("2");
    for (columns, rows) in [(40, 12), (40, 16), (60, 20), (80, 24)] {
        for (lang, confirm) in [(Lang::En, "Enter confirm"), (Lang::Zh, "Enter 确认")] {
            let mut review = session.again(whole_review());
            let keys = |review: &Session<'_>| {
                let shown = screen(review, lang, columns, rows);
                let first =
                    shown.lines().position(|line| line.contains("? ") || line.contains("1-") || line.contains("0-"));
                (first, shown)
            };
            let (answered, shown) = keys(&review);
            assert!(shown.contains(confirm), "{columns}×{rows}\n{shown}");
            review.keys("s");
            let (open, shown) = keys(&review);
            assert!(!shown.contains(confirm) && open == answered, "{columns}×{rows}\n{shown}");
        }
    }
}
