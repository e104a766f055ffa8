//! Which question comes next, how far along it is, and what the levels are by then.

use super::garden::{garden, watering};
use super::{Session, screen};
use crate::support::tiny;
use assess::answers;
use assess::interview::{Interview, Wish};
use assess::lang::Lang;
use assess::model::{Id, Level};
use assess::report::terminal::levels_so_far;
use assess::report::{Colors, Drawing, Style};
use assess::scoring;
use assess::text::width;
use core::time::Duration;

#[test]
fn a_target_folds_what_lies_above_and_skips_what_asks_nothing() {
    let model = tiny();
    let interview = Session::new(&model, Wish { target: Some(Level(1)), ..Wish::default() }).interview;
    let (offered, folded) = interview.statements();
    assert_eq!((offered.len(), folded.len()), (2, 1));
    let part = Some(Id("beds.vegetables.watering".into()));
    let wish = Wish { only: part, target: Some(Level(2)), ..Wish::default() };
    let asked = Interview::new(garden(), answers::empty(garden()), wish).position().1;
    assert_eq!(asked, 2, "people are asked nothing up to level 2");
}

#[test]
fn the_end_of_a_sub_domain_says_what_holds_it_down() {
    let model = tiny();
    let mut session = Session::new(&model, Wish::default());
    session.keys("20");
    assert_eq!(session.said(), "✓ Paying → 0 · Selling: level 0, because of Paying");
}

#[test]
fn the_time_left_follows_the_teams_own_pace() {
    let mut session = watering();
    assert_eq!((session.interview.minutes_left(Lang::En), session.interview.sub_domain_position()), (Some(15), (1, 6)));
    let mut record = |seconds: &[u64]| {
        for seconds in seconds {
            session.interview.record_pace(Duration::from_secs(*seconds));
        }
        session.interview.minutes_left(Lang::En)
    };
    assert_eq!(record(&[20, 20, 3600, 20]), Some(15), "four answers are no pace yet");
    assert_eq!(record(&[20]), Some(5), "14 questions at 20 seconds; a break is no pace");
    assert_eq!(record(&[2; 15]), Some(1), "only the last answers count");
    let shown = screen(&session, Lang::En, 80, 24);
    assert!(shown.contains("sub-domain 1 of 6 · about 1 min · 1 answered · level 1–3"), "{shown}");
    assert!(screen(&session, Lang::Zh, 80, 24).contains("子域 1/6 · 约 1 分钟 · 已回答 1 · 级别 1–3"));
    let narrow = screen(&session, Lang::En, 40, 12);
    assert!(narrow.contains("1 answered · level 1–3") && !narrow.contains("sub-domain"), "{narrow}");
}

#[test]
fn who_resumes_goes_on_after_the_last_answer_and_then_from_the_start() {
    let model = garden();
    let wish = Wish { only: Some(Id("beds.vegetables.watering".into())), ..Wish::default() };
    let again = |keys: &str| {
        let mut session = Session::new(model, wish.clone());
        session.keys(keys);
        let resumed = Interview::new(model, session.on_disk(), wish.clone());
        (resumed.position().0, resumed.is_done())
    };
    assert_eq!(again(""), (1, false));
    assert_eq!(again("s3"), (3, false), "the first was skipped and comes later");
    assert_eq!(again("s33"), (1, false), "nothing is open behind the last answer");
    assert!(again("333").1, "nothing is open");
}

#[test]
fn the_levels_so_far_stand_on_one_screen() {
    let mut session = Session::new(garden(), Wish::default());
    session.keys(&"2".repeat(20));
    let style = Style { lang: Lang::En, width: 60, colors: Colors::Off, drawing: Drawing::Drawn };
    let answers = session.on_disk();
    let outcome = scoring::score(garden(), &answers);
    for (rows, first, count) in [(40, "Watering", 8..9), (6, "Vegetables", 4..5), (2, "Beds", 2..3)] {
        let text = levels_so_far(&outcome, None, &style, rows);
        assert!(text.starts_with(first) && count.contains(&text.lines().count()), "{rows}:\n{text}");
        assert!(text.lines().all(|line| width(line) <= 60), "{text}");
    }
    let nothing = answers::empty(garden());
    assert_eq!(levels_so_far(&scoring::score(garden(), &nothing), None, &style, 40), "");
    for (only, expected) in
        [("beds.flowers.watering", "Watering 2\n"), ("beds.flowers.watering.people", "Watering 2\n"), ("glass", "")]
    {
        let only = garden().find(only).expect("the model has it").id();
        let text = levels_so_far(&outcome, Some(only), &style, 40);
        let words = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
        assert_eq!(words(&text), words(expected), "{only}: nothing outside the part");
    }
}

#[test]
fn what_does_not_apply_is_no_answer_in_any_count() {
    let model = tiny();
    let mut session = Session::new(&model, Wish::default());
    session.keys("xonly online\n");
    let shown = screen(&session, Lang::En, 80, 24);
    assert!(shown.contains(" · 0 answered, 1 n/a"), "{shown}");
    let mut again = session.again(Wish::default());
    again.interview.greet();
    assert_eq!(again.said(), "0 of 2 answered, 1 n/a; going on");
    let on_disk = session.on_disk();
    let outcome = scoring::score(&model, &on_disk);
    let tally = session.interview.tally();
    assert_eq!((tally.answered, tally.not_applicable, tally.total), (0, 1, 2));
    assert_eq!((outcome.overall.answered, outcome.overall.not_applicable, outcome.overall.total), (0, 1, 2));
}
