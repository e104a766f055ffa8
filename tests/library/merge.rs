//! What several people answered: what is agreed, near, open, said by one alone; who said what; and what is taken of it.

mod documents;
mod people;

use std::collections::BTreeSet;

use assess::answers::{self, Answer, Answers, Claim, Date, parse};
use assess::lang::Lang;
use assess::merge::{Agreement, Cut, Distance, HeadKey, Merge, Voice, merge};
use assess::model::{Id, Level, Model};
use assess::problem::Source;
use assess::report::{Colors, Drawing, Style, terminal};
use assess::scoring::{level_of, score};
use proptest::prelude::*;

use crate::storeys;
use crate::support::{answer, load, market, models, tiny, tiny_answers};

/// People called by their letters, with these answers to the tiny model.
fn people<'m>(model: &'m Model, lines: &[&str]) -> Merge<'m> {
    heard(model, lines.iter().map(|lines| parse(&tiny_answers(lines), model).expect("they are sound")).collect())
}

fn heard(model: &Model, all: Vec<Answers>) -> Merge<'_> {
    let names = "abcdefghijklmnopqrstuvwxyz".chars();
    let voices = all.into_iter().zip(names).map(|(mut answers, name)| {
        if answers.assessment.assessors.is_empty() {
            answers.assessment.assessors = vec![name.to_uppercase().to_string()];
        }
        Voice { path: format!("{name}.answers.toml"), answers }
    });
    merge(model, voices.collect())
}

/// What becomes of one question that these people answer, in few words: how far they agree, and what is taken of it.
fn greeting(lines: &[&str]) -> (Agreement, Option<String>) {
    let model = tiny();
    let lines: Vec<_> = lines.iter().map(|line| format!("greeting = {line}")).collect();
    let merged = people(&model, &lines.iter().map(String::as_str).collect::<Vec<_>>());
    let topic = &merged.topics[0];
    (topic.agreement, topic.taken.as_ref().map(said))
}

fn said(answer: &Answer) -> String {
    let claim = match &answer.claim {
        None => "-".to_owned(),
        Some(Claim::PartOf(level)) => format!("{level}-"),
        Some(Claim::NotApplicable { reason, until }) => match until {
            Some(until) => format!("n/a {reason} until {until}"),
            None => format!("n/a {reason}"),
        },
        Some(Claim::Level { level, met }) => {
            let met: Vec<_> = met.iter().map(ToString::to_string).collect();
            format!("{level} {}", met.join(" ")).trim_end().to_owned()
        }
    };
    let except = answer.except.iter().map(|(id, it)| format!(" but {id} {}", it.reason));
    let note = answer.note.iter().map(|note| format!(" ({note})"));
    claim + &except.chain(note).collect::<String>()
}

#[expect(clippy::unnecessary_wraps, reason = "compared with what is taken or not")]
fn taken(words: &str) -> Option<String> {
    Some(words.to_owned())
}

/// Answers of these assessors.
fn by(model: &Model, assessors: &[&str], lines: &str) -> Answers {
    let mut answers = parse(&tiny_answers(lines), model).expect("they are sound");
    answers.assessment.assessors = assessors.iter().map(|&name| name.to_owned()).collect();
    answers
}

fn style(lang: Lang, width: usize) -> Style {
    Style { lang, width, colors: Colors::Off, drawing: Drawing::Drawn }
}

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
fn reasons_of_several_stay_with_who_gave_them() {
    let na = [
        "{ na = { reason = \"no door\", until = 2027-01-01 } }",
        "{ na = { reason = \"no shop\", until = 2026-01-01 } }",
    ];
    assert_eq!(greeting(&na), (Agreement::Agreed, taken("n/a A: no door; B: no shop until 2026-01-01")));
    let except =
        ["{ level = 2, except = { \"2.1\" = \"self-service\" } }", "{ level = 2, except = { \"2.1\" = \"online\" } }"];
    assert_eq!(greeting(&except), (Agreement::Agreed, taken("2 but 2.1 A: self-service; B: online")));
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
        (first.dimension.id.key(), first.apart.levels),
        ("greeting", 2),
        "whether it applies is as wide as can be"
    );
}

#[test]
fn notes_are_joined_and_evidence_is_united() {
    let model = tiny();
    let merged = people(
        &model,
        &[
            "greeting = { level = 2, note = \"by the door\", evidence = [\"a.md\", \"b.md\"] }",
            "greeting = { level = 2, evidence = [\"b.md\", \"c.md\"] }",
            "greeting = { level = 2, note = \"C: always\" }",
        ],
    );
    let taken = merged.topics[0].taken.as_ref().expect("it is agreed");
    assert_eq!(taken.note.as_deref(), Some("A: by the door; C: always"));
    assert_eq!(taken.evidence, ["a.md", "b.md", "c.md"]);
}

#[test]
fn notes_that_are_too_long_together_are_cut_and_that_is_known() {
    let model = tiny();
    let long = format!("greeting = {{ level = 2, note = \"{}\" }}", "w".repeat(6_000));
    let merged = people(&model, &[&long, &long.replace('w', "很"), ""]);
    let note = merged.topics[0].taken.as_ref().and_then(|it| it.note.clone()).expect("there is one");
    assert_eq!((note.chars().count(), note.ends_with('…')), (10_000, true));
    assert_eq!(merged.cut(Cut::Notes), [&Id("shop.counter.selling.greeting".into())]);
    answers::compose("agreed.toml", &model, &merged.answers(), Lang::En).expect("it can be written");
}

#[test]
fn reasons_that_are_too_long_together_are_cut_and_that_is_known() {
    let model = tiny();
    let said =
        ["greeting = { na = \"w\" }\npaying = 0", "greeting = { level = 2, except = { \"2.2\" = \"w\" } }\npaying = 0"];
    for said in said {
        let long = |letter: &str| said.replace("\"w\"", &format!("\"{}\"", letter.repeat(6_000)));
        let merged = people(&model, &[&long("w"), &long("很")]);
        let taken = merged.topics[0].taken.as_ref().expect("it is agreed");
        let reason = match &taken.claim {
            Some(Claim::NotApplicable { reason, .. }) => reason,
            _ => &taken.except.values().next().expect("a clause is excepted").reason,
        };
        assert_eq!((reason.chars().count(), reason.ends_with('…')), (10_000, true));
        assert_eq!(merged.cut(Cut::Reasons), [&Id("shop.counter.selling.greeting".into())]);
        answers::compose("agreed.toml", &model, &merged.answers(), Lang::En).expect("it can be written");
        let same = people(&model, &[&long("w"), &long("w")]);
        assert!(same.cut(Cut::Reasons).is_empty(), "the same reason is said once, whole");
    }
}

#[test]
fn a_note_that_is_too_long_with_what_is_there_is_cut_and_that_is_known() {
    let model = tiny();
    let note = |letter: &str| format!("greeting = {{ level = 2, note = \"{}\" }}", letter.repeat(6_000));
    let merged = people(&model, &[&note("w"), "greeting = 2"]);
    let there = |text: &str| parse(&tiny_answers(text), &model).expect("they are sound");
    let onto = merged.onto(&there(&note("很")));
    let kept = onto.answers.given.values().next().and_then(|answer| answer.note.clone()).expect("there is a note");
    assert!(kept.starts_with('很') && kept.ends_with('…') && kept.chars().count() == 10_000);
    assert_eq!(onto.cut_notes, [Id("shop.counter.selling.greeting".into())]);
    assert!(merged.onto(&there("greeting = 2")).cut_notes.is_empty());
}

/// Answers with this head to the market.
fn of_market(model: &Model, head: &str, rest: &str) -> Answers {
    let text = format!("schema = 1\n[assessment]\nmodel = \"market\"\nmodel-version = \"1.2\"\n{head}\n{rest}\n");
    parse(&Source { name: "answers.toml".to_owned(), text }, model).unwrap_or_else(|problems| panic!("{problems}"))
}

#[test]
fn what_the_assessment_is_of_must_agree_or_is_left_out() {
    let model = market();
    let head =
        |team: &str, date: &str, scope: &str| format!("team = \"{team}\"\nowner = \"me\"\ndate = {date}\n{scope}");
    let measured = "[outcomes]\nlead-time = \"2d\"\nrecovery-time = \"4h\"";
    let merged = heard(
        &model,
        vec![
            of_market(&model, &head("us", "2026-11-02", "scope = [\"shop\"]"), measured),
            of_market(&model, &head("them", "2026-11-01", ""), &measured.replace("4h", "5h")),
            of_market(&model, "", ""),
        ],
    );
    let head = &merged.head;
    assert_eq!((&head.assessment.team, head.assessment.owner.as_deref()), (&None, Some("me")));
    assert_eq!(head.assessment.date, "2026-11-01".parse::<Date>().ok());
    assert_eq!(head.assessment.assessors, ["A", "B", "C"]);
    assert_eq!(head.outcomes.len(), 1);
    let disputed: Vec<_> = head.disputed.iter().map(|it| (it.key, it.said.len())).collect();
    assert_eq!(disputed.len(), 2, "{disputed:?}");
    assert_eq!(disputed[0], (HeadKey::Team, 2));
}

#[test]
fn the_scope_is_that_of_all_together() {
    let model = market();
    let scope = |words: &str| of_market(&model, words, "");
    let optional = model.areas.iter().find(|area| area.optional).expect("the fixture has one").id.clone();
    let others: Vec<_> = model.areas.iter().filter(|area| !area.optional).map(|area| area.id.clone()).collect();
    let both = heard(&model, vec![scope(&format!("scope = [\"{optional}\"]")), scope("")]);
    let all: Vec<_> = model.areas.iter().map(|area| area.id.clone()).collect();
    assert_eq!((both.head.assessment.scope.as_ref(), both.head.scopes_differ), (Some(&all), true));
    let none = heard(&model, vec![scope(""), scope("")]);
    assert_eq!((none.head.assessment.scope, none.head.scopes_differ), (None, false));
    let said = heard(&model, vec![scope(&format!("scope = [\"{}\"]", others[0])); 2]);
    assert_eq!((said.head.assessment.scope.as_deref(), said.head.scopes_differ), (Some(&others[..1]), false));
}

#[test]
fn answers_that_nobody_has_in_scope_are_kept_and_told() {
    let model = market();
    let optional = model.areas.iter().find(|area| area.optional).expect("the fixture has one");
    let question = optional.sub_domains().next().expect("it has one").dimensions[0].id.clone();
    let (above, key) = (question.parent().expect("it stands below others"), question.key());
    let answers = of_market(&model, "", &format!("[answers.{above}]\n{key} = 2"));
    let merged = heard(&model, vec![answers.clone(), answers]);
    assert_eq!(
        merged.out_of_scope.iter().map(|(area, count)| (&area.id, *count)).collect::<Vec<_>>(),
        [(&optional.id, 1)]
    );
    assert!(merged.answers().given.contains_key(&question), "nothing is lost");
    assert_eq!(merged.counts().agreed, 0, "and nothing of it is counted");
}

#[test]
fn a_file_keeps_what_it_says_otherwise_and_its_notes_once() {
    let model = tiny();
    let merged =
        people(&model, &["greeting = { level = 2, note = \"gladly\" }\npaying = 0", "greeting = 2\npaying = 1"]);
    let onto = |lines: &str| merged.onto(&parse(&tiny_answers(lines), &model).expect("they are sound"));
    let words = |onto: &assess::merge::Onto| {
        let all = onto.kept.iter();
        all.map(|it| (it.id.key().to_owned(), it.there.en.to_string(), it.agreed.as_ref().map(|it| it.en.to_string())))
            .collect::<Vec<_>>()
    };
    let other = onto("greeting = 1\npaying = 0");
    let greeting = ("greeting".to_owned(), "1".to_owned(), Some("2".to_owned()));
    assert_eq!(words(&other), [greeting, ("paying".to_owned(), "0".to_owned(), None)]);
    assert!(other.answers.given.is_empty());
    let same = onto("greeting = { level = 2, note = \"we met; A: gladly\" }");
    assert!(same.kept.is_empty());
    let note = same.answers.given.iter().next().and_then(|(_, answer)| answer.note.clone());
    assert_eq!(note.as_deref(), Some("we met; A: gladly"));
    let added = onto("greeting = { level = 2, note = \"we met\" }");
    let added: Vec<_> = added.answers.given.iter().map(|(_, answer)| said(answer)).collect();
    assert_eq!(added, ["- (we met; A: gladly)"]);
}

#[test]
fn what_measures_the_same_in_other_units_is_the_same() {
    let model = market();
    let measured = |value: &str| of_market(&model, "", &format!("[outcomes]\nlead-time = \"{value}\""));
    let same = heard(&model, vec![measured("2d"), measured("48h"), measured("2880min")]);
    assert_eq!((same.head.outcomes.len(), same.head.disputed.len()), (1, 0));
    let other = heard(&model, vec![measured("2d"), measured("48.000001h")]);
    assert_eq!((other.head.outcomes.len(), other.head.disputed.len()), (0, 1));
    assert!(same.onto(&measured("47h")).answers.outcomes.is_empty());
    assert_eq!(same.onto(&measured("47h")).kept_outcomes.len(), 1);
    assert!(same.onto(&measured("48h")).kept_outcomes.is_empty());
}

#[test]
fn without_levels_other_clauses_are_another_result() {
    let model = load("examples/models/ten-practices").model.expect("the example is sound");
    assert!(!model.scoring.has_levels());
    let question = model.dimensions().find(|it| it.all_clauses().count() > 1).expect("one has several clauses");
    let ids: Vec<_> = question.all_clauses().map(|(id, _)| id).collect();
    let of = |met: &[usize]| {
        let mut answers = answers::empty(&model);
        let met: BTreeSet<_> = met.iter().map(|at| ids[*at]).collect();
        answers.given.insert(question.id.clone(), Answer::of(Claim::Level { level: model.floor, met }));
        answers
    };
    let differ = heard(&model, vec![of(&[0]), of(&[1])]);
    let topic = differ.topic(&question.id).expect("it is asked");
    assert_eq!((topic.agreement, topic.apart), (Agreement::Differ, Distance { levels: 0, clauses: 2 }));
    assert!(topic.sides.iter().all(|side| side.level.is_none() && side.grade.is_none()));
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

#[test]
fn the_note_of_a_room_keeps_who_said_something_else() {
    let model = tiny();
    let merged = people(
        &model,
        &["greeting = { level = 2, note = \"gladly\" }", "greeting = 1", "greeting = { na = \"no door\" }"],
    );
    let topic = &merged.topics[0];
    let note = |level, lang| {
        let note = merged.note_of_room(topic, &Answer::of(Claim::at(Level(level))), lang);
        note.filter(|note| !note.is_cut).map(|note| note.text)
    };
    assert_eq!(note(2, Lang::En).as_deref(), Some("differed: B 1, C n/a: no door; A: gladly"));
    assert_eq!(note(0, Lang::Zh).as_deref(), Some("意见不同：A 2、B 1、C 不适用：no door; A: gladly"));
    let agreed = people(&model, &["greeting = 2", "greeting = 2"]);
    assert_eq!(agreed.note_of_room(&agreed.topics[0], &Answer::of(Claim::at(Level(2))), Lang::En), None);
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
