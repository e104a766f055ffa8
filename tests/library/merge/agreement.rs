//! How far people agree on a question, and what is taken of it.

use std::collections::BTreeSet;

use assess::answers::{self, Answer, Answers, Claim, Clauses};
use assess::lang::Lang;
use assess::merge::{Agreement, Distance};
use assess::model::{Level, Model};
use assess::report::terminal;
use assess::scoring::{level_of, score};
use proptest::prelude::*;

use super::{greeting, heard, people, said, style, taken};
use crate::counting::{DEGREES, with};
use crate::storeys;
use crate::support::{answer, load, models, tiny};

#[test]
fn the_same_is_agreed_however_it_is_written() {
    assert_eq!(greeting(&["2", "2"]), (Agreement::Agreed, taken("2")));
    let by_clauses = "{ level = 0, met = [\"2.1\", \"2.2\"] }";
    assert_eq!(greeting(&["2", by_clauses]), (Agreement::Agreed, taken("0 2.1 2.2")), "who says least is taken");
    assert_eq!(greeting(&[by_clauses, "{ level = 1, met = [\"2.1\", \"2.2\"] }"]).0, Agreement::Agreed);
    assert_eq!(greeting(&["\"2-\"", "\"2-\""]), (Agreement::Agreed, taken("2-")));
    assert_eq!(
        greeting(&["{ na = \"no door\" }", "{ na = \" no door \" }"]),
        (Agreement::Agreed, taken("n/a no door"))
    );
}

#[test]
fn one_level_with_other_clauses_is_near_and_takes_what_all_name() {
    assert_eq!(greeting(&["1", "{ level = 1, met = [\"2.1\"] }"]), (Agreement::Near, taken("1")));
    assert_eq!(greeting(&["\"2-\"", "1"]), (Agreement::Near, taken("1")), "a part that nobody names");
    assert_eq!(greeting(&["\"2-\"", "{ level = 1, met = [\"2.1\"] }"]), (Agreement::Near, taken("1")));
    let one = "{ level = 1, met = [\"2.1\"] }";
    assert_eq!(greeting(&[one, "{ level = 0, met = [\"1.1\", \"2.1\"] }", "1"]), (Agreement::Near, taken("0 1.1")));
}

#[test]
fn other_levels_or_exceptions_or_whether_it_applies_are_open() {
    for lines in [
        ["1", "2"],
        ["2", "{ level = 2, except = { \"2.1\" = \"so\" } }"],
        ["{ na = \"no door\" }", "0"],
        ["{ level = 0, met = [\"2.1\"] }", "\"2-\""],
    ] {
        assert_eq!(greeting(&lines), (Agreement::Differ, None), "{lines:?}");
    }
}

#[test]
fn one_alone_is_taken_and_counted_as_such() {
    let model = tiny();
    let merged = people(&model, &["greeting = { level = 1, note = \"mostly\" }", "", ""]);
    assert_eq!(merged.topics[0].agreement, Agreement::Alone);
    assert_eq!(merged.topics[0].taken.as_ref().map(said), taken("1 (A: mostly)"));
    let counts = merged.counts();
    assert_eq!((counts.questions, counts.alone, counts.nobody), (2, 1, 1));
    assert_eq!(merged.answers().given.len(), 1);
}

#[test]
fn a_note_without_an_answer_is_no_answer_and_is_kept() {
    let model = tiny();
    let merged = people(&model, &["greeting = { note = \"who knows\" }", "paying = 1"]);
    assert_eq!(merged.topics[0].agreement, Agreement::Nobody);
    assert_eq!(merged.topics[0].taken.as_ref().map(said), taken("- (A: who knows)"));
    let beside = people(&model, &["greeting = { note = \"who knows\" }", "greeting = 1"]);
    assert_eq!(beside.topics[0].agreement, Agreement::Alone);
    assert_eq!(beside.topics[0].taken.as_ref().map(said), taken("1 (A: who knows)"));
}

#[test]
fn the_widest_apart_come_first() {
    let model = tiny();
    let merged = people(&model, &["greeting = 1\npaying = 0", "greeting = 2\npaying = 1"]);
    let open: Vec<_> = merged.of(Agreement::Differ).iter().map(|it| (it.dimension.id.key(), it.apart)).collect();
    // Paying 1 counts as 2, greeting 1 and 2 differ in what level 2 asks.
    assert_eq!(
        open,
        [("paying", Distance { levels: 2, clauses: 2 }), ("greeting", Distance { levels: 1, clauses: 3 })]
    );
    let sides: Vec<_> =
        merged.of(Agreement::Differ)[0].sides.iter().map(|side| (side.level, side.people.clone())).collect();
    assert_eq!(sides, [(Some(Level(2)), vec![1]), (Some(Level(0)), vec![0])]);
    let applies = people(&model, &["greeting = 0\npaying = 0", "greeting = { na = \"so\" }\npaying = 1"]);
    let first = applies.of(Agreement::Differ)[0];
    assert_eq!(
        (first.dimension.id.key(), first.apart),
        ("greeting", Distance { levels: 2, clauses: 3 }),
        "whether it applies is as wide as can be"
    );
    let excepted = people(&model, &["greeting = 2", "greeting = { level = 2, except = { \"2.1\" = \"so\" } }"]);
    assert_eq!(excepted.topics[0].apart, Distance { levels: 0, clauses: 1 }, "one asks what the other does not");
    let unmet = people(&model, &["greeting = 1", "greeting = { level = 1, except = { \"2.1\" = \"so\" } }"]);
    assert_eq!(unmet.topics[0].apart, Distance { levels: 0, clauses: 1 }, "nor does it where the clause is not met");
}

#[test]
fn sides_stand_from_the_highest_down_each_in_a_few_words() {
    let model = tiny();
    let lines = [
        "{ na = \"no door\" }",
        "1",
        "\"2-\"",
        "{ level = 0, met = [\"2.1\", \"2.2\"] }",
        "{ level = 0, met = [\"2.1\"] }",
    ];
    let lines = lines.map(|line| format!("greeting = {line}"));
    let merged = people(&model, &lines.each_ref().map(String::as_str));
    let topic = &merged.topics[0];
    let words: Vec<_> = topic.sides.iter().map(|side| (side.people[0], topic.words(side).en.to_string())).collect();
    let expected = [(3, "2"), (2, "2-"), (1, "1"), (4, "0"), (0, "n/a")];
    assert_eq!(words, expected.map(|(person, words)| (person, words.to_owned())));
    let paying = people(&model, &["paying = 1", "paying = 0"]);
    let side = &paying.topics[1].sides[0];
    assert_eq!(paying.topics[1].words(side).en, "1, counts as 2", "nothing more is asked, and nothing named");
}

#[test]
fn of_clauses_met_in_part_the_least_is_taken() {
    let said = format!("[scoring]\nmet-from = \"most\"\n{DEGREES}");
    let model = with(&said).model.expect("it is sound");
    let of = |degree: &str| format!("greeting = {{ level = 1, degrees = {{ \"2.1\" = \"{degree}\" }} }}");
    let (half, most) = (of("half"), of("most"));
    let merged = people(&model, &[&most, &half]);
    let topic = &merged.topics[0];
    let taken = topic.taken.as_ref().expect("both are at level 1");
    let degrees: Vec<_> = taken.degrees.iter().map(|(id, it)| (id.to_string(), it.id.to_string())).collect();
    assert_eq!((topic.agreement, degrees), (Agreement::Near, vec![("2.1".to_owned(), "half".to_owned())]));
    let none = people(&model, &[&most, &of("not")]);
    let taken = none.topics[0].taken.as_ref().expect("both are at level 1");
    assert!(taken.degrees.is_empty(), "a clause of which one says that it is not met: {taken:?}");
}

#[test]
fn without_levels_other_clauses_are_another_result() {
    let model = load("examples/models/ten-practices").model.expect("the example is sound");
    assert!(!model.scoring.has_levels());
    let question = model.dimensions().find(|it| it.all_clauses().count() > 1).expect("one has several clauses");
    let ids: Vec<_> = question.all_clauses().map(|(id, _)| id).collect();
    let of = |met: &[usize]| {
        let mut answers = answers::empty(&model);
        let met: Clauses = met.iter().map(|at| ids[*at]).collect();
        answers.given.insert(question.id.clone(), Answer::of(Claim::Level { level: model.floor, met }));
        answers
    };
    let differ = heard(&model, vec![of(&[0]), of(&[1])]);
    let topic = differ.topic(&question.id).expect("it is asked");
    assert_eq!((topic.agreement, topic.apart), (Agreement::Differ, Distance { levels: 0, clauses: 2 }));
    assert!(topic.sides.iter().all(|side| side.level.is_none() && side.grade.is_none()));
    let mut na = of(&[]);
    let reason = Claim::NotApplicable { reason: "so".to_owned(), until: None };
    na.given.insert(question.id.clone(), Answer::of(reason));
    let about_applying = heard(&model, vec![of(&[0]), na]);
    let apart = about_applying.topic(&question.id).map(|it| it.apart);
    assert_eq!(apart, Some(Distance { levels: 0, clauses: ids.len() }), "by all of its clauses, and by no level");
    let same = heard(&model, vec![of(&[0]), of(&[0])]);
    assert_eq!(same.topic(&question.id).map(|it| it.agreement), Some(Agreement::Agreed));
    let text = terminal::merge(&differ, &style(Lang::En, 80));
    assert!(!text.to_lowercase().contains("level"), "{text}");
}

#[test]
fn nodes_of_any_tree_are_counted() {
    for name in ["two", "three", "five", "six"] {
        let model = storeys::model(name);
        let answers = storeys::answered(&model);
        let merged = heard(&model, vec![answers.clone(), answers.clone()]);
        let counts = merged.counts();
        let areas = model.areas.iter().filter(|area| !area.optional);
        let questions: usize = areas.flat_map(assess::model::Group::sub_domains).map(|it| it.dimensions.len()).sum();
        assert_eq!(counts.questions, questions, "{name}");
        assert_eq!(counts.agreed + counts.nobody, counts.questions, "{name}");
        let below: usize =
            merged.tallies.iter().filter(|it| it.node.sub_domain().is_some()).map(|it| it.counts.questions).sum();
        assert_eq!(below, counts.questions, "{name}");
    }
}

/// A model, and what up to four people say of every dimension.
fn rooms() -> impl Strategy<Value = (Model, Vec<Answers>)> {
    models().prop_flat_map(|model| {
        let one = || {
            let top = model.top();
            model.dimensions().map(|it| answer(it, top).boxed()).collect::<Vec<_>>()
        };
        let all: Vec<_> = (0..4).map(|_| one()).collect();
        (Just(model.clone()), all, 2..=4_usize).prop_map(|(model, all, count)| {
            let of = |said: Vec<Option<Answer>>| {
                let mut answers = answers::empty(&model);
                let given = model.dimensions().zip(said).filter_map(|(it, said)| Some((it.id.clone(), said?)));
                answers.given.extend(given);
                answers
            };
            let all = all.into_iter().take(count).map(of).collect();
            (model, all)
        })
    })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 128, ..ProptestConfig::default() })]

    #[test]
    fn what_is_taken_counts_as_what_was_said((model, all) in rooms()) {
        let merged = heard(&model, all.clone());
        let backwards = heard(&model, all.iter().rev().cloned().collect());
        prop_assert_eq!(merged.counts(), backwards.counts(), "the order of files tells nothing");
        let taken = merged.answers();
        for topic in &merged.topics {
            let levels: BTreeSet<_> = topic.said.iter().filter(|it| it.answer.claim.is_some()).map(|it| it.level).collect();
            let own = topic.taken.as_ref().filter(|it| it.claim.is_some());
            match topic.agreement {
                Agreement::Agreed | Agreement::Near | Agreement::Alone => {
                    let own = own.expect("it is taken");
                    prop_assert_eq!(levels, BTreeSet::from([level_of(topic.dimension, own)]));
                }
                Agreement::Differ => prop_assert!(topic.taken.is_none()),
                Agreement::Nobody => prop_assert!(own.is_none()),
            }
        }
        let saved = answers::compose("agreed.toml", &model, &taken, Lang::En);
        let saved = saved.map_err(|refusal| TestCaseError::fail(format!("{refusal:?}")))?;
        // Merged again with itself nothing is new.
        let again = heard(&model, vec![saved.answers.clone(), saved.answers.clone()]);
        prop_assert_eq!(again.counts().differ, 0);
        prop_assert_eq!(score(&model, &again.answers()).overall.level, score(&model, &saved.answers).overall.level);
    }
}
