//! What is agreed, set in a file that has answers already.

use assess::answers::parse;
use assess::merge::Cut;
use assess::model::Id;

use super::{people, said};
use crate::support::{tiny, tiny_answers};

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
fn what_is_agreed_is_set_where_a_file_has_no_more_than_a_note() {
    let model = tiny();
    let merged =
        people(&model, &["greeting = { level = 1, met = [\"2.1\"] }", "greeting = { level = 1, met = [\"2.1\"] }"]);
    let onto =
        merged.onto(&parse(&tiny_answers("greeting = { note = \"to be asked\" }"), &model).expect("it is sound"));
    let set: Vec<_> = onto.answers.given.values().map(said).collect();
    assert_eq!((set, onto.kept.len()), (vec!["1 2.1".to_owned()], 0));
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

#[test]
fn a_note_that_was_cut_as_it_was_joined_is_not_named_again() {
    let model = tiny();
    let note = |letter: &str| format!("greeting = {{ level = 2, note = \"{}\" }}", letter.repeat(6_000));
    let merged = people(&model, &[&note("w"), &note("v")]);
    let there = parse(&tiny_answers("greeting = { level = 2, note = \"we met\" }"), &model).expect("they are sound");
    assert_eq!((merged.cut(Cut::Notes).len(), merged.onto(&there).cut_notes), (1, vec![]));
}

#[test]
fn evidence_is_added_to_what_is_there_each_piece_once() {
    let model = tiny();
    let with = |evidence: &str| format!("greeting = {{ level = 2, evidence = [{evidence}] }}");
    let merged = people(&model, &[&with("\"a.md\", \"b.md\""), "greeting = 2"]);
    let onto = merged.onto(&parse(&tiny_answers(&with("\"c.md\", \"a.md\"")), &model).expect("they are sound"));
    let evidence: Vec<_> = onto.answers.given.values().flat_map(|answer| &answer.evidence).collect();
    assert_eq!(evidence, ["c.md", "a.md", "b.md"]);
}
