//! Answers written into a new file, and into one that says something already.

use assess::answers::{Answer, Claim, Date, Metric, Update, bring, compose, parse, update};
use assess::lang::Lang;
use assess::model::{Id, Level};
use assess::problem::Source;
use proptest::prelude::*;

use crate::settings::varied;
use crate::support::{assessments, clauses, market, tiny, tiny_answers};

fn named(text: &str) -> Source {
    Source { name: "answers.toml".to_owned(), text: text.to_owned() }
}

fn greeting() -> Id {
    Id("shop.counter.selling.greeting".into())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]

    #[test]
    fn a_new_file_says_what_it_was_made_of((model, answers) in assessments()) {
        let saved = compose("a.toml", &model, &answers, Lang::En).expect("these answers can be given");
        prop_assert_eq!(saved.answers.clone(), answers);
        let read = parse(&named(&saved.text), &model).expect("what is written can be read");
        prop_assert_eq!(read, saved.answers);
    }

    #[test]
    fn it_says_it_of_models_that_count_in_other_ways_too((model, answers, _) in varied()) {
        let saved = compose("a.toml", &model, &answers, Lang::Zh).expect("these answers can be given");
        prop_assert_eq!(saved.answers, answers);
    }

    #[test]
    fn bringing_the_same_again_changes_no_byte((model, answers) in assessments()) {
        let saved = compose("a.toml", &model, &answers, Lang::En).expect("these answers can be given");
        let again = bring(&named(&saved.text), &model, &answers).expect("they are there already");
        prop_assert_eq!(again.text, saved.text);
    }
}

#[test]
fn a_new_file_is_that_of_an_interview() {
    let model = tiny();
    let mut answers = assess::answers::empty(&model);
    let about = &mut answers.assessment;
    about.team = Some("payments \"east\"".to_owned());
    about.system = Some("ledger".to_owned());
    about.owner = Some("Li".to_owned());
    about.assessors = vec!["Li".to_owned(), "Bo".to_owned()];
    about.date = Date::new(2026, 11, 21);
    about.ask_again = vec![greeting()];
    let claim = Claim::Level { level: Level(1), met: clauses(&["2.1"]) };
    let answer = Answer { note: Some("two\nlines".to_owned()), ..Answer::of(claim) };
    answers.given.insert(greeting(), answer);
    let rate = Metric::all().nth(2).expect("there are more");
    let measured = rate.read("8%").expect("it can be");
    answers.outcomes.insert(rate, measured);
    let saved = compose("a.toml", &model, &answers, Lang::En).expect("these answers can be given");
    insta::assert_snapshot!(saved.text);
    assert_eq!(saved.answers, answers);
}

#[test]
fn what_is_brought_is_set_and_nothing_else_goes() {
    let model = tiny();
    let text = "schema = 1 # ours\n[assessment]\nmodel = \"tiny\"\nmodel-version = \"2\"\nteam = 'payments'\n\
                ask-again = [\"shop.counter.selling.greeting\"]\n\
                [answers.shop.counter.selling]\n# why\npaying = { na = \"free\" }\n\
                greeting = { level = 0, met = [\"1.1\"], note = \"kept\", evidence = [\"a.md\"] } # line\n";
    let mut answers = assess::answers::empty(&model);
    answers.given.insert(greeting(), Answer::of(Claim::at(Level(1))));
    let saved = bring(&named(text), &model, &answers).expect("it can be");
    let expected = text
        .replace("level = 0, met = [\"1.1\"], note", "level = 1, note")
        .replace("ask-again = [\"shop.counter.selling.greeting\"]\n", "");
    assert_eq!(saved.text, expected);
    let note = Answer { note: Some("new".to_owned()), ..Answer::default() };
    answers.given.insert(greeting(), note);
    let saved = bring(&named(text), &model, &answers).expect("it can be");
    assert_eq!(saved.text, text.replace("\"kept\"", "\"new\""));
}

#[test]
fn a_note_that_is_brought_leaves_what_is_claimed_and_excepted() {
    let model = tiny();
    let said = "greeting = { level = 1, except = { \"2.1\" = \"no door\" } }";
    let text = tiny_answers(said).text;
    let mut answers = assess::answers::empty(&model);
    answers.given.insert(greeting(), Answer { note: Some("by the door".to_owned()), ..Answer::default() });
    let saved = bring(&named(&text), &model, &answers).expect("it can be");
    let with_note = "greeting = { level = 1, except = { \"2.1\" = \"no door\" }, note = \"by the door\" }";
    assert_eq!(saved.text, text.replace(said, with_note));
}

#[test]
fn a_scope_only_grows_and_a_day_only_becomes_older() {
    let model = market();
    let day = |word: &str| word.parse::<Date>().expect("it is a day");
    let head = |lines: &str| format!("schema = 1\n[assessment]\nmodel = \"market\"\nmodel-version = \"1.2\"\n{lines}");
    let after = |lines: &str, scope: &[&str], date: &str| {
        let mut answers = assess::answers::empty(&model);
        answers.assessment.scope = Some(scope.iter().map(|id| Id((*id).to_owned().into())).collect());
        answers.assessment.date = Some(day(date));
        bring(&named(&head(lines)), &model, &answers).expect("it can be").answers.assessment
    };
    let areas = |scope: Option<Vec<Id>>| scope.map(|ids| ids.iter().map(ToString::to_string).collect::<Vec<_>>());
    let both = Some(vec!["stall".to_owned(), "shop".to_owned()]);
    let said = after("scope = [\"stall\"]\ndate = 2026-11-02\n", &["shop"], "2026-11-20");
    assert_eq!((areas(said.scope), said.date), (both.clone(), Some(day("2026-11-02"))));
    let said = after("date = 2026-11-02\n", &["stall"], "2026-01-20");
    assert_eq!((areas(said.scope), said.date), (both, Some(day("2026-01-20"))));
    assert_eq!(after("", &["shop"], "2026-01-20").scope, None, "it is all that is not optional already");
    let dateless = after("[answers.shop.counter.selling]\ngreeting = 1\n", &["shop"], "2026-01-20");
    assert_eq!(dateless.date, None, "nobody knows how old the other answers are");
}

#[test]
fn answers_that_cannot_be_given_are_written_nowhere() {
    let model = tiny();
    let mut answers = assess::answers::empty(&model);
    answers.given.insert(greeting(), Answer::of(Claim::at(Level(7))));
    let refusal = compose("a.toml", &model, &answers, Lang::En).expect_err("there is no such level");
    assert_eq!(refusal.message.en, "7 is not a level of this model");
}

#[test]
fn an_area_that_is_not_in_scope_gets_its_section_where_the_model_puts_it() {
    let model = market();
    let optional = model.areas.iter().find(|area| area.optional).expect("it has one");
    let dimension = model.dimensions().find(|it| it.id.is_within(&optional.id)).expect("it asks something");
    let mut answers = assess::answers::empty(&model);
    answers.given.insert(dimension.id.clone(), Answer::of(Claim::at(model.floor)));
    let saved = compose("a.toml", &model, &answers, Lang::En).expect("these answers can be given");
    let headers: Vec<_> = saved.text.lines().filter_map(|line| line.strip_prefix("[answers.")).collect();
    assert!(headers[0].starts_with(optional.id.as_str()), "{headers:?}");
    let one_by_one = update(
        &named(&compose("a.toml", &model, &assess::answers::empty(&model), Lang::En).expect("it is empty").text),
        &model,
        &[Update::Answer(dimension.id.clone(), answers.given.get(&dimension.id).cloned())],
    );
    assert_eq!(one_by_one.expect("it can be").text, saved.text);
}
