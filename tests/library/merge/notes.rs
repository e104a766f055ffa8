//! What people wrote beside their answers: joined, each with its author, and cut where it is too long.

use assess::answers::{self, Answer, Claim, parse};
use assess::lang::Lang;
use assess::merge::{Agreement, Cut};
use assess::model::{Id, Level};

use super::{greeting, people, taken};
use crate::support::{tiny, tiny_answers};

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
fn notes_are_cut_behind_the_last_character_that_has_room() {
    let model = tiny();
    let note = |note: &str| {
        let merged = people(&model, &[&format!("greeting = {{ level = 2, note = \"{note}\" }}"), ""]);
        let note = merged.topics[0].taken.as_ref().and_then(|it| it.note.clone()).expect("there is one");
        (note, merged.cut(Cut::Notes).len())
    };
    let whole = "w".repeat(10_000 - "A: ".len());
    assert_eq!(note(&whole), (format!("A: {whole}"), 0), "as many as there may be");
    let (cut, count) = note(&format!("{} ww", "w".repeat(10_000 - "A:  …".chars().count())));
    assert!(count == 1 && cut.ends_with("w…"), "no blank before what is left out: {}", &cut[cut.len() - 9..]);
}

#[test]
fn a_note_that_only_begins_or_ends_like_another_is_another() {
    let model = tiny();
    let with_note = |note: &str| format!("greeting = {{ level = 2, note = \"{note}\" }}");
    let merged = people(&model, &[&with_note("yes"), "greeting = 2"]);
    for there in ["A: yesterday", "said by A: yes", "A: yes, B: yes"] {
        let onto = merged.onto(&parse(&tiny_answers(&with_note(there)), &model).expect("they are sound"));
        let note = onto.answers.given.values().next().and_then(|answer| answer.note.clone());
        assert_eq!(note, Some(format!("{there}; A: yes")));
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
