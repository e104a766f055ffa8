//! The interview without a terminal: what keys do, that nothing shown as answered is missing from the file, and the screens.

mod outcomes;
mod people;
mod quick;
mod scores;
mod terms;

use crate::support::{clauses, market, tiny, tiny_answers};
use assess::answers::{self, Answers, Claim, Date, Update, parse, update};
use assess::embedded;
use assess::interview::command::Command;
use assess::interview::statements::Statement;
use assess::interview::{Effect, Interview, Key, Mode, Pass, Save, Sign, Wish};
use assess::lang::{Lang, Text};
use assess::model::{Id, Kind, Level, Model};
use assess::problem::Source;
use assess::report::screen::{draw, lines};
use assess::report::terminal::levels_so_far;
use assess::report::{Colors, Drawing, Style};
use assess::scoring;
use assess::text::width;
use core::time::Duration;
use proptest::prelude::*;

/// An interview whose saves go to a text, as the program's go to a file.
struct Session<'m> {
    interview: Interview<'m>,
    file: Source,
}

impl<'m> Session<'m> {
    fn new(model: &'m Model, wish: Wish) -> Self {
        let text =
            format!("schema = 1\n[assessment]\nmodel = \"{}\"\nmodel-version = \"{}\"\n", model.id, model.major());
        let file = Source { name: "answers.toml".to_owned(), text };
        let answers = parse(&file, model).expect("an empty file is sound");
        Self { interview: Interview::new(model, answers, wish), file }
    }

    /// The program run again over the same file.
    fn again(&self, wish: Wish) -> Self {
        Self { interview: Interview::new(self.interview.model(), self.on_disk(), wish), file: self.file.clone() }
    }

    fn write(&mut self, save: &Save) {
        let model = self.interview.model();
        let updates = self.interview.updates(save, &self.on_disk(), Date::new(2026, 5, 4));
        self.file.text = update(&self.file, model, &updates).expect("the file is sound").text;
    }

    fn press(&mut self, key: Key) -> Effect {
        let effect = self.interview.press(key);
        if let Effect::Save(save) = effect.clone() {
            self.write(&save);
            self.interview.apply_saved(save, self.on_disk());
        }
        effect
    }

    fn keys(&mut self, keys: &str) -> &mut Self {
        for character in keys.chars() {
            self.press(if character == '\n' { Key::Enter } else { Key::Char(character) });
        }
        self
    }

    fn on_disk(&self) -> Answers {
        parse(&self.file, self.interview.model()).expect("the file is sound")
    }

    fn question(&self) -> &str {
        self.interview.question().map_or("", |question| question.id.key())
    }

    fn said(&self) -> String {
        let sign = |sign| match sign {
            Sign::Saved => "✓ ".to_owned(),
            Sign::Arrow => " → ".to_owned(),
            Sign::Separator => " · ".to_owned(),
        };
        self.interview.status().map_or(String::new(), |status| status.written(Lang::En, sign))
    }

    fn claim(&self, key: &str) -> Option<Claim> {
        let answers = self.on_disk();
        let found = answers.given.into_iter().find(|(id, _)| id.key() == key);
        found.and_then(|(_, answer)| answer.claim)
    }
}

#[expect(clippy::unnecessary_wraps, reason = "compared with what a file has or has not")]
fn level(number: u8) -> Option<Claim> {
    Some(Claim::Level { level: Level(number), met: clauses(&[]) })
}

#[test]
fn one_key_answers_saves_and_goes_on() {
    let model = tiny();
    let mut session = Session::new(&model, Wish::default());
    assert_eq!(session.question(), "greeting");
    session.keys("2");
    assert_eq!((session.question(), session.said().as_str()), ("paying", "✓ Greeting → 2"));
    session.keys("1");
    assert!(session.interview.is_done());
    assert_eq!((session.claim("greeting"), session.claim("paying")), (level(2), level(1)));
}

#[test]
fn the_digits_of_a_level_that_asks_nothing_answer_the_statement_below() {
    let model = tiny();
    let mut session = Session::new(&model, Wish::default());
    session.keys("s2");
    assert_eq!(session.claim("paying"), level(1), "the file says what was claimed");
    assert!(session.said().contains("✓ Paying → 1, which counts as 2: nothing more is asked"), "{}", session.said());
}

#[test]
fn full_width_and_capital_keys_work_like_plain_ones() {
    let model = tiny();
    let mut session = Session::new(&model, Wish::default());
    session.keys("２Ｂ１");
    assert_eq!(session.claim("greeting"), level(1));
}

#[test]
fn a_stray_enter_answers_nothing() {
    let model = tiny();
    let mut session = Session::new(&model, Wish::default());
    session.keys("\n\n");
    assert_eq!((session.question(), session.claim("greeting")), ("greeting", None));
    session.press(Key::Down);
    session.press(Key::Down);
    session.keys("\n");
    assert_eq!(session.claim("greeting"), level(1));
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

/// The tiny model with this many clauses at the first level of its first dimension.
fn many_clauses(count: usize) -> Model {
    let mut model = tiny();
    let domain = &mut model.areas.to_mut()[0].groups.to_mut()[0];
    let dimension = &mut domain.groups.to_mut()[0].dimensions.to_mut()[0];
    let cell = &mut dimension.cells.to_mut()[1];
    cell.clauses = vec![cell.clauses[0].clone(); count].into();
    model
}

/// The lines of a screen that begin with one of these, at a size, without blanks at their ends.
fn listed(session: &Session<'_>, lang: Lang, (width, rows): (usize, usize), begins: &[&str]) -> Vec<String> {
    let style = Style { lang, width, colors: Colors::Off, drawing: Drawing::Drawn };
    let lines = draw(&session.interview, &style, rows).lines;
    assert_eq!(lines.len(), rows);
    lines.iter().filter(|line| begins.iter().any(|begin| line.trim_start().starts_with(begin))).cloned().collect()
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
    assert_eq!(words, ["… 上面还有 3 条", "… 还有 5 条，按 ↓ 查看"], "{middle:#?}");
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
fn what_a_search_found_without_room_is_counted() {
    let model = embedded::model();
    let mut session = Session::new(model, Wish::default());
    session.keys("/data");
    let count = session.interview.search("data").len();
    let shown = listed(&session, Lang::En, (60, 20), &["❯", "…"]);
    let below = shown[1].trim().strip_prefix("… ").and_then(|rest| rest.split(' ').next()).expect("it is counted");
    let below: usize = below.parse().expect("it is a number");
    assert!(shown[0].starts_with('❯') && below > 0 && below < count, "{shown:#?}");
    (0..count).for_each(|_| drop(session.press(Key::Down)));
    let shown = listed(&session, Lang::Zh, (60, 20), &["❯", "…"]);
    assert!(shown[0].trim() == format!("… 上面还有 {below} 条") && shown[1].starts_with('❯'), "{shown:#?}");
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
fn a_reason_is_offered_by_name_to_what_is_asked_beside_its_question() {
    let model = tiny();
    let mut session = Session::new(&model, Wish::default());
    session.keys("xno door\n");
    assert_eq!(session.said(), "✓ Greeting → n/a · a: the same for the other 1 in Selling");
    session.keys("a");
    assert!(session.interview.is_done(), "it is given to the other one too");
    let mut session = Session::new(&model, Wish::default());
    session.keys("s");
    session.keys("xno till\n");
    session.keys("a");
    assert_eq!(session.said(), "✓ 1 more → n/a");
    let only = Some(Id("shop.counter.selling.greeting".into()));
    let mut session = Session::new(&model, Wish { only, ..Wish::default() });
    session.keys("xno door\n");
    assert_eq!(session.said(), "✓ Greeting → n/a", "nothing else is asked");
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
    session.press(Key::Escape);
    assert_eq!((session.claim("greeting"), session.interview.mode()), (None, &Mode::Asking));
    session.keys("p12.1\n");
    assert_eq!(session.claim("greeting"), Some(Claim::Level { level: Level(1), met: clauses(&["2.1"]) }));
    session.keys("s");
    let mut session = Session::new(&model, Wish::default());
    session.keys("jjp");
    assert!(matches!(session.interview.mode(), Mode::Part(part) if part.base == Level(1)), "the highlighted level");
}

#[test]
fn not_applicable_wants_a_reason_and_can_be_given_to_the_rest() {
    let model = tiny();
    let mut session = Session::new(&model, Wish::default());
    session.keys("x\n");
    assert_eq!((session.claim("greeting"), session.said().as_str()), (None, "not applicable needs a reason"));
    session.keys("online only\n");
    assert_eq!(session.question(), "paying");
    session.keys("a");
    let excused = Claim::NotApplicable { reason: "online only".to_owned(), until: None };
    assert_eq!((session.claim("greeting"), session.claim("paying")), (Some(excused.clone()), Some(excused)));
    session.keys("z");
    assert_eq!(session.claim("paying"), None, "what was given to the rest is taken back as one");
}

#[test]
fn clearing_stays_and_undoing_goes_back_to_the_question() {
    let model = tiny();
    let mut session = Session::new(&model, Wish::default());
    session.keys("2bc");
    assert_eq!((session.question(), session.claim("greeting")), ("greeting", None));
    session.keys("z");
    assert_eq!(session.claim("greeting"), level(2));
    session.keys("z");
    assert_eq!((session.question(), session.claim("greeting")), ("greeting", None));
    session.keys("z");
    assert_eq!(session.said(), "nothing to undo");
}

#[test]
fn notes_and_evidence_stay_with_the_question() {
    let model = tiny();
    let mut session = Session::new(&model, Wish::default());
    session.keys("n问候每一位顾客\nvdocs/a.md\nvhttps://wiki.example/a\nb");
    assert_eq!(session.question(), "greeting");
    let answers = session.on_disk();
    let answer = answers.given.values().next().expect("a note is kept without an answer");
    assert_eq!(answer.note.as_deref(), Some("问候每一位顾客"));
    assert_eq!(answer.evidence, ["docs/a.md", "https://wiki.example/a"]);
    assert_eq!(answer.claim, None);
    session.keys("1");
    assert_eq!(
        session.on_disk().given.values().next().and_then(|answer| answer.note.clone()).as_deref(),
        Some("问候每一位顾客")
    );
}

#[test]
fn evidence_is_a_list_to_add_to_change_and_remove_from() {
    let model = tiny();
    let mut session = Session::new(&model, Wish::default());
    let evidence = |session: &Session<'_>| {
        session.on_disk().given.values().flat_map(|answer| answer.evidence.clone()).collect::<Vec<_>>()
    };
    session.keys("va\nvb\nvc\n");
    assert_eq!(
        (evidence(&session), session.interview.mode()),
        (vec!["a".into(), "b".into(), "c".into()], &Mode::Evidence(2))
    );
    session.keys("kk");
    session.press(Key::Enter);
    session.press(Key::Paste("1".to_owned()));
    session.keys("\n");
    assert_eq!((evidence(&session).join(" "), session.interview.mode()), ("a1 b c".to_owned(), &Mode::Evidence(0)));
    session.keys("jcv\n");
    assert_eq!(
        (evidence(&session).join(" "), session.interview.mode()),
        ("a1 c".to_owned(), &Mode::Evidence(1)),
        "an empty line adds nothing"
    );
    session.press(Key::Paste("d 好".to_owned()));
    session.press(Key::Escape);
    assert_eq!(evidence(&session).join(" "), "a1 c", "escape adds nothing");
    session.keys("ccb");
    assert_eq!((evidence(&session).len(), session.interview.mode()), (0, &Mode::Asking));
    assert!(session.on_disk().given.is_empty(), "nothing is said any more");
    session.keys("z");
    assert_eq!(evidence(&session).join(" "), "a1");
}

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
    review.keys("\n");
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
fn a_target_folds_what_lies_above_and_skips_what_asks_nothing() {
    let model = tiny();
    let interview = Session::new(&model, Wish { target: Some(Level(1)), ..Wish::default() }).interview;
    let (offered, folded) = interview.statements();
    assert_eq!((offered.len(), folded.len()), (2, 1));
    let people = Some(Id("agile.process.iterations".into()));
    let wish = Wish { only: people, target: Some(Level(3)), ..Wish::default() };
    let answers = answers::empty(embedded::model());
    let asked = Interview::new(embedded::model(), answers, wish).position().1;
    assert_eq!(asked, 3, "people and tools ask nothing up to level 3");
}

#[test]
fn the_same_words_bring_the_same_answer() {
    let model = embedded::model();
    let mut session = Session::new(model, Wish { only: Some(Id("agile.planning".into())), ..Wish::default() });
    while session.question() != "people" {
        session.keys("2");
    }
    session.keys("p1");
    let Mode::Part(part) = session.interview.mode().clone() else { panic!("boxes are offered") };
    let numbers: Vec<_> = session.interview.boxes(&part).iter().take(2).map(|(id, _)| id.to_string()).collect();
    session.keys(&format!("{}\n", numbers.concat()));
    let first = session.claim("people");
    assert!(matches!(&first, Some(Claim::Level { met, .. }) if met.len() == 2), "{first:?}");
    while session.question() != "people" {
        session.keys("2");
    }
    session.keys("\n");
    let given = session.on_disk().given;
    let people: Vec<_> =
        given.iter().filter(|(id, _)| id.key() == "people").map(|(_, answer)| answer.claim.clone()).collect();
    assert_eq!(people, [first.clone(), first], "Enter takes the answer that is highlighted");
}

#[test]
fn a_clause_met_elsewhere_in_the_same_words_is_ticked_already() {
    let mut model = tiny();
    let dimensions = model.areas.to_mut()[0].groups.to_mut()[0].groups.to_mut()[0].dimensions.to_mut();
    let thanked = dimensions[0].cells[2].clauses[1].clone();
    dimensions[1].cells.to_mut()[1].clauses.to_mut().push(thanked);
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
fn a_question_is_found_by_its_words_in_either_language() {
    let model = embedded::model();
    let mut session = Session::new(model, Wish::default());
    session.keys("/分支 合并\n");
    assert_eq!(session.question(), "branching");
    session.keys("/rollback compat\n");
    assert_eq!(session.interview.question().map(|it| it.id.as_str()), Some("delivery.data.data-change.rollback"));
    session.keys("/brnching\n");
    assert_eq!(session.question(), "branching", "a letter may be missing");
    session.keys("/no such words\n");
    assert_eq!(session.said(), "no question has these words: try others, or fewer");
}

#[test]
fn the_end_of_a_sub_domain_says_what_holds_it_down() {
    let model = tiny();
    let mut session = Session::new(&model, Wish::default());
    session.keys("20");
    assert_eq!(session.said(), "✓ Paying → 0 · Selling: level 0, because of Paying");
}

fn key() -> impl Strategy<Value = Key> {
    let characters = "0123456789apbsxcnvzu/?q \u{ff12}好";
    prop_oneof![
        6 => prop::sample::select(characters.chars().collect::<Vec<_>>()).prop_map(Key::Char),
        2 => Just(Key::Enter),
        1 => Just(Key::Escape),
        1 => prop::sample::select(vec![Key::Up, Key::Down, Key::Left, Key::Right, Key::Backspace, Key::Delete, Key::Home, Key::End]),
        1 => "[a-z\u{4e00}-\u{4e10}\n]{0,6}".prop_map(Key::Paste),
    ]
}

proptest! {
    #[test]
    fn any_keys_keep_screen_and_file_together(keys in prop::collection::vec(key(), 0..60)) {
        let model = tiny();
        let mut session = Session::new(&model, Wish::default());
        for key in keys {
            session.press(key);
            let mut on_screen = session.interview.answers().given.clone();
            let mut on_disk = session.on_disk().given;
            for answer in on_screen.values_mut().chain(on_disk.values_mut()) {
                answer.line = 0;
            }
            prop_assert_eq!(on_screen, on_disk);
            for (columns, rows) in [(80, 24), (40, 12), (120, 40), (20, 5)] {
                let style = Style { lang: Lang::Zh, width: columns, colors: Colors::Off, drawing: Drawing::Drawn };
                let screen = draw(&session.interview, &style, rows);
                prop_assert!(screen.lines.len() <= rows);
                prop_assert!(screen.lines.iter().all(|line| width(line) <= columns), "{:#?}", screen.lines);
                prop_assert!(screen.cursor.is_none_or(|(row, column)| row < rows && column < columns));
            }
        }
    }

    #[test]
    fn back_then_forward_is_where_one_was(keys in prop::collection::vec(key(), 0..40)) {
        let model = tiny();
        let mut session = Session::new(&model, Wish::default());
        for key in keys {
            session.press(key);
        }
        if *session.interview.mode() == Mode::Asking && session.interview.position().0 > 1 {
            let before = session.interview.position();
            session.press(Key::Left);
            session.press(Key::Right);
            prop_assert_eq!(session.interview.position(), before);
        }
    }
}

fn screen(session: &Session<'_>, lang: Lang, columns: usize, rows: usize) -> String {
    let style = Style { lang, width: columns, colors: Colors::Off, drawing: Drawing::Drawn };
    let lines = draw(&session.interview, &style, rows).lines;
    lines.iter().map(|line| format!("{}\n", line.trim_end())).collect()
}

/// The second question of version control, with the first answered.
fn branching() -> Session<'static> {
    let mut session = Session::new(embedded::model(), Wish { only: Some(Id("delivery".into())), ..Wish::default() });
    session.keys("3");
    session
}

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
        let mut session = branching();
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
        ("evidence", "vdocs/branching.md\nvhttps://wiki.example/branching\n"),
        ("boxes", "p13.1"),
        ("excepting", "p13.1x只有一个团队\njx没有"),
        ("help", "?"),
        ("typing", "x静态站点"),
        ("search", "/回滚"),
        ("answered", "2bnlong-lived release branches\n"),
    ];
    for (name, keys) in states {
        let mut session = branching();
        session.keys(keys);
        insta::assert_snapshot!(name, screen(&session, Lang::En, 80, 24));
    }
    let model = tiny();
    let mut session = Session::new(&model, Wish::default());
    session.keys("2s");
    insta::assert_snapshot!("end_with_open_questions", screen(&session, Lang::Zh, 60, 20));
}

#[test]
fn other_words_of_a_search_choose_the_first_found() {
    let mut session = branching();
    let before = session.question().to_owned();
    session.keys("/r");
    for _ in 0..3 {
        session.press(Key::Down);
    }
    session.keys("ollback\n");
    assert_ne!(session.question(), before, "the only hits are there to be chosen");
}

/// Text without its blanks and line breaks.
fn bare(text: &str) -> String {
    text.split_whitespace().collect()
}

/// The clauses and limits of a statement.
fn items(statement: &Statement<'_>, lang: Lang) -> Vec<String> {
    let clauses = statement.clauses.iter().map(|(_, clause)| &clause.text);
    clauses.chain(statement.limits.iter().map(|limit| &limit.text)).map(|text| bare(text.get(lang))).collect()
}

/// What stands on a screen from the digits of a statement on to those of the next one, without blanks.
fn shown_of(digits: &str, screen: &str) -> Option<String> {
    let lead = |line: &str| line.chars().take(6).filter(|it| it.is_ascii_digit() || *it == '–').collect::<String>();
    let lines: Vec<_> = screen.lines().collect();
    // The foot names levels too, and its lines begin at the edge.
    let first = lines.iter().position(|line| lead(line) == digits && line.starts_with([' ', '❯']))?;
    let next = lines[first + 1..].iter().position(|line| !lead(line).is_empty() || !line.starts_with(' '));
    let own = &lines[first..next.map_or(lines.len(), |next| first + 1 + next)];
    Some(own.iter().map(|line| bare(&line.chars().skip(8).collect::<String>())).collect())
}

/// The number before a word.
fn number_before(word: &str, text: &str) -> usize {
    let before = text.split(word).next().unwrap_or_default();
    let digits: String = before.chars().rev().take_while(char::is_ascii_digit).collect();
    digits.chars().rev().collect::<String>().parse().expect("a number stands there")
}

#[test]
fn what_does_not_fit_is_counted() {
    let mut cut_count = 0;
    for (columns, rows) in [(60, 20), (40, 12)] {
        for lang in [Lang::En, Lang::Zh] {
            let mut session = Session::new(embedded::model(), Wish::default());
            while *session.interview.mode() == Mode::Asking {
                let screen = screen(&session, lang, columns, rows);
                for statement in session.interview.statements().0 {
                    let digits = statement.digits();
                    let Some(shown) = shown_of(&digits, &screen) else {
                        let last = screen.lines().rfind(|line| line.trim_end().ends_with("   …"));
                        assert!(last.is_some(), "nothing stands for {digits}:\n{screen}");
                        continue;
                    };
                    let items = items(&statement, lang);
                    let whole = items.iter().filter(|item| shown.contains(*item)).count();
                    if whole < items.len() && !shown.ends_with("   …") && !items.is_empty() {
                        cut_count += 1;
                        let word = if lang == Lang::En { "more" } else { "条" };
                        let (_, sign) =
                            shown.split_once("…").unwrap_or_else(|| panic!("{digits} has no sign:\n{screen}"));
                        if !sign.is_empty() {
                            assert_eq!(number_before(word, sign), items.len() - whole, "{digits} {items:?}:\n{screen}");
                        }
                    }
                }
                session.keys("s");
            }
        }
    }
    assert!(cut_count > 100, "the sizes cut something");
}

#[test]
fn the_arrow_down_shows_everything_on_every_size() {
    for (columns, rows) in [(60, 20), (40, 12)] {
        for lang in [Lang::En, Lang::Zh] {
            let style = Style { lang, width: columns, colors: Colors::Off, drawing: Drawing::Drawn };
            let text = |line: &String| line.chars().skip(8).collect::<String>().trim().to_owned();
            let mut session =
                Session::new(embedded::model(), Wish { only: Some(Id("delivery".into())), ..Wish::default() });
            while *session.interview.mode() == Mode::Asking {
                let count = session.interview.statements().0.len();
                let whole = draw(&session.interview, &style, 200).lines;
                let mut wanted: Vec<_> = whole.iter().skip(6).take_while(|line| !line.is_empty()).map(text).collect();
                let mut presses = 0;
                while session.interview.highlight() != Some(count - 1) || session.interview.more_below() {
                    session.press(Key::Down);
                    let screen = draw(&session.interview, &style, rows);
                    session.interview.set_more_below(screen.hides_more);
                    wanted.retain(|wanted| !screen.lines.iter().any(|line| text(line) == *wanted));
                    presses += 1;
                    assert!(presses < 60, "the last statement is never reached");
                }
                assert!(wanted.is_empty(), "{columns}×{rows}: {wanted:?} is never shown");
                session.keys("s");
            }
        }
    }
}

#[test]
fn the_way_up_scrolls_back() {
    let mut session = branching();
    let style = Style { lang: Lang::En, width: 40, colors: Colors::Off, drawing: Drawing::Drawn };
    let down = |session: &mut Session<'_>| {
        session.interview.set_more_below(draw(&session.interview, &style, 12).hides_more);
        session.press(Key::Down);
        (session.interview.highlight(), session.interview.scroll())
    };
    let seen: Vec<_> = (0..12).map(|_| down(&mut session)).collect();
    assert!(seen.iter().any(|(_, scroll)| *scroll > 0), "{seen:?}");
    assert_eq!(seen.last(), Some(&(Some(4), seen[11].1)));
    for _ in 0..12 {
        session.press(Key::Up);
    }
    assert_eq!((session.interview.highlight(), session.interview.scroll()), (Some(0), 0));
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
    let cells = domain.groups.to_mut()[0].dimensions.to_mut()[0].cells.to_mut();
    (cells[1].kind, cells[1].clauses, cells[1].limits) = (Kind::None, Vec::new().into(), Vec::new().into());
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
        let mut session = branching();
        for _ in 0..30 {
            let shown = screen(&session, lang, columns, rows);
            let name = match lang {
                Lang::En => "2   Repeatable",
                Lang::Zh => "2   可重复的",
            };
            let has_level = session.interview.statements().0.iter().any(|statement| statement.digits() == "2");
            assert_eq!(shown.contains(name), is_named && has_level, "{columns}×{rows}:\n{shown}");
            session.keys("s");
        }
    }
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

#[test]
fn the_time_left_follows_the_teams_own_pace() {
    let mut session = branching();
    assert_eq!(
        (session.interview.minutes_left(Lang::En), session.interview.sub_domain_position()),
        (Some(55), (1, 15))
    );
    let mut record = |seconds: &[u64]| {
        for seconds in seconds {
            session.interview.record_pace(Duration::from_secs(*seconds));
        }
        session.interview.minutes_left(Lang::En)
    };
    assert_eq!(record(&[20, 20, 3600, 20]), Some(55), "four answers are no pace yet");
    assert_eq!(record(&[20]), Some(20), "51 questions at 20 seconds; a break is no pace");
    assert_eq!(record(&[2; 15]), Some(2), "only the last answers count");
    let shown = screen(&session, Lang::En, 80, 24);
    assert!(shown.contains("sub-domain 1 of 15 · about 2 min · 1 answered · level now 1–3"), "{shown}");
    assert!(screen(&session, Lang::Zh, 80, 24).contains("子域 1/15 · 约 2 分钟 · 已回答 1 · 当前级别 1–3"));
    let narrow = screen(&session, Lang::En, 40, 12);
    assert!(narrow.contains("1 answered · level now 1–3") && !narrow.contains("sub-domain"), "{narrow}");
}

#[test]
fn who_resumes_goes_on_after_the_last_answer_and_then_from_the_start() {
    let model = embedded::model();
    let wish = Wish { only: Some(Id("delivery.configuration.version-control".into())), ..Wish::default() };
    let again = |keys: &str| {
        let mut session = Session::new(model, wish.clone());
        session.keys(keys);
        let resumed = Interview::new(model, session.on_disk(), wish.clone());
        (resumed.position().0, resumed.is_done())
    };
    assert_eq!(again(""), (1, false));
    assert_eq!(again("s3"), (3, false), "the first was skipped and comes later");
    assert_eq!(again("s333"), (1, false), "nothing is open behind the last answer");
    assert!(again("3333").1, "nothing is open");
}

#[test]
fn the_levels_so_far_stand_on_one_screen() {
    let mut session = Session::new(embedded::model(), Wish::default());
    session.keys(&"2".repeat(60));
    let style = Style { lang: Lang::En, width: 60, colors: Colors::Off, drawing: Drawing::Drawn };
    let answers = session.on_disk();
    let outcome = scoring::score(embedded::model(), &answers);
    for (rows, first, count) in
        [(40, "Requirements collection", 12..20), (8, "Requirements management", 2..9), (2, "Agile development", 1..3)]
    {
        let text = levels_so_far(&outcome, None, &style, rows);
        assert!(text.starts_with(first) && count.contains(&text.lines().count()), "{rows}:\n{text}");
        assert!(text.lines().all(|line| width(line) <= 60), "{text}");
    }
    let nothing = answers::empty(embedded::model());
    assert_eq!(levels_so_far(&scoring::score(embedded::model(), &nothing), None, &style, 40), "");
    for (only, expected) in [
        ("agile.requirements.analysis", "Requirements analysis     2\n"),
        ("agile.requirements.analysis.people", "Requirements analysis     2\n"),
        ("operations", ""),
    ] {
        let only = embedded::model().find(only).expect("the model has it").id();
        let text = levels_so_far(&outcome, Some(only), &style, 40);
        let words = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
        assert_eq!(words(&text), words(expected), "{only}: nothing outside the part");
    }
}

#[test]
fn no_arrow_is_said_to_show_what_stands_above_the_highlight() {
    let mut cut = 0;
    for question in 0..20 {
        let mut session = Session::new(embedded::model(), Wish::default());
        session.keys(&"s".repeat(question));
        session.keys("jjjj");
        for rows in 16..24 {
            let shown = screen(&session, Lang::En, 60, rows);
            let (above, _) = shown.split_once('❯').unwrap_or_else(|| panic!("nothing is highlighted:\n{shown}"));
            assert!(!above.contains("↓ shows"), "{rows}:\n{shown}");
            cut += usize::from(above.contains(" more"));
        }
    }
    assert!(cut > 0, "something is cut above");
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
fn a_level_with_words_behind_it_is_no_answer() {
    let tiny = tiny();
    let session = Session::new(&tiny, Wish::default());
    assert_eq!(session.interview.read_command("0"), Ok(Command::Keys(vec![Key::Char('0')])));
    assert!(session.interview.read_command("0 because nobody comes").is_err(), "0 is a level of this model");
    let session = Session::new(embedded::model(), Wish::default());
    assert!(
        matches!(session.interview.read_command("0 we have none"), Ok(Command::Keys(keys)) if keys[0] == Key::Char('x'))
    );
    assert!(session.interview.read_command("2 mostly").is_err());
}

#[test]
fn a_part_is_offered_of_a_level_that_has_several_clauses_here() {
    let model = tiny();
    let mut session = Session::new(&model, Wish::default());
    let typed = |session: &Session<'_>, lang| {
        let style = Style { lang, width: 80, colors: Colors::Off, drawing: Drawing::Plain };
        lines(&session.interview, &style).join(" ")
    };
    let asked = typed(&session, Lang::En);
    assert!(asked.contains("0-2 answer  2- part of 2  p clauses"), "{asked}");
    session.keys("2");
    let asked = typed(&session, Lang::Zh);
    assert!(asked.contains("0-2 作答  1- 部分做到 1  p 逐条"), "nothing is asked at level 2: {asked}");
    let refused = session.interview.read_command("much").expect_err("it is no word of the list");
    assert!(refused.en.contains("a grade such as `1-`"), "{refused:?}");
    let there = "greeting = { level = 0, except = { \"2.2\" = \"so\" } }";
    let answers = parse(&tiny_answers(there), &model).expect("they are sound");
    let mut interview = Interview::new(&model, answers, Wish::default());
    interview.press(Key::Char('b'));
    assert_eq!(interview.question().map(|question| question.id.key()), Some("greeting"));
    assert_eq!(interview.level_in_part(), None, "one clause that is asked has no parts");
}

#[test]
fn help_begins_with_the_keys_and_says_that_more_follows() {
    let mut session = branching();
    session.keys("?");
    let style = Style { lang: Lang::En, width: 80, colors: Colors::Off, drawing: Drawing::Drawn };
    let first = draw(&session.interview, &style, 24);
    assert!(first.lines[4].starts_with("1-5 ") && first.hides_more);
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
        session.interview.set_more_below(screen.hides_more);
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
fn every_question_of_the_model_fits_the_smallest_common_screens() {
    for (lang, columns, rows) in [(Lang::En, 80, 24), (Lang::Zh, 80, 24), (Lang::En, 60, 20), (Lang::Zh, 60, 20)] {
        let mut session = Session::new(embedded::model(), Wish::default());
        while *session.interview.mode() == Mode::Asking {
            let shown = screen(&session, lang, columns, rows);
            let (offered, _) = session.interview.statements();
            for statement in &offered {
                let digits = format!(" {} ", statement.digits());
                assert!(shown.contains(&digits), "{} is not to be seen:\n{shown}", statement.digits());
            }
            session.keys("s");
        }
    }
}
