//! Who stands behind files: people of one name, and files that were merged before.

use assess::answers::{self, parse};
use assess::lang::Lang;
use assess::merge::{Agreement, Merge, Person, Voice, merge};
use assess::report::{Drawing, Style, json, markdown, terminal};

use super::{by, heard, said, style, taken};
use crate::support::{tiny, tiny_answers};

#[test]
fn people_of_one_name_are_told_apart_by_their_files() {
    let model = tiny();
    let voice = |path: &str, name: &str| {
        let mut answers = answers::empty(&model);
        answers.assessment.assessors = if name.is_empty() { vec![] } else { vec![name.to_owned()] };
        Voice { path: path.to_owned(), answers }
    };
    let voices = vec![
        voice("ana-1.answers.toml", "Ana"),
        voice("x/ana-2.toml", "Ana"),
        voice("x/bo.toml", ""),
        voice("y/bo.toml", ""),
        voice("z/answers.toml", ""),
    ];
    let merged = merge(&model, voices);
    let names: Vec<_> = merged.people.iter().map(|person| person.name.as_str()).collect();
    assert_eq!(names, ["Ana (ana-1)", "Ana (ana-2)", "bo (x/bo.toml)", "bo (y/bo.toml)", "z"]);
    assert_eq!(merged.head.assessment.assessors, names);
}

#[test]
fn a_merged_file_counts_as_one_and_nobody_in_it_twice() {
    let model = tiny();
    let lines = [
        "greeting = { level = 2, note = \"A: by the door; B: gladly\" }\npaying = 0",
        "greeting = { level = 2, note = \"by the door\" }\npaying = 1",
    ];
    let mut all: Vec<_> =
        lines.iter().map(|lines| parse(&tiny_answers(lines), &model).expect("they are sound")).collect();
    all[0].assessment.assessors = vec!["A".to_owned(), "B".to_owned()];
    all[1].assessment.assessors = vec!["A".to_owned()];
    let merged = heard(&model, all.clone());
    let greeting = &merged.topics[0];
    assert_eq!(greeting.agreement, Agreement::Alone, "she agrees with herself");
    assert_eq!(greeting.taken.as_ref().and_then(|it| it.note.as_deref()), Some("A: by the door; B: gladly"));
    assert_eq!(merged.topics[1].agreement, Agreement::Differ, "she has thought again");
    assert_eq!(merged.head.assessment.assessors, ["A", "B"]);
    let again: Vec<_> = merged.again().into_iter().map(|it| (it.name, it.own, it.merged)).collect();
    assert_eq!(again, [("A".to_owned(), "b.answers.toml".to_owned(), "a.answers.toml".to_owned())]);
    all[1].assessment.assessors = vec!["C".to_owned()];
    let with_another = heard(&model, all);
    assert_eq!(with_another.topics[0].agreement, Agreement::Agreed);
    assert_eq!(with_another.head.assessment.assessors, ["A", "B", "C"]);
}

/// Whether documents for people say this once, each in its language.
fn shows_everywhere(merged: &Merge<'_>, [en, zh]: [&str; 2]) {
    for (lang, words) in [(Lang::En, en), (Lang::Zh, zh)] {
        for drawing in [Drawing::Drawn, Drawing::Plain] {
            let text = terminal::merge(merged, &Style { drawing, ..style(lang, 120) });
            assert_eq!(text.matches(words).count(), 1, "{words}\n{text}");
        }
        let text = markdown::merge(merged, &style(lang, 80)).replace('\\', "");
        assert_eq!(text.matches(words).count(), 1, "{words}\n{text}");
    }
}

#[test]
fn a_merged_file_beside_all_its_people_takes_no_agreement_away() {
    let model = tiny();
    let own = [by(&model, &["A"], "greeting = 2\npaying = 0"), by(&model, &["B"], "greeting = 2\npaying = 1")];
    let together = by(&model, &["A", "B"], "greeting = 2");
    let merged = heard(&model, [vec![together.clone()], own.to_vec()].concat());
    assert_eq!((merged.counts().agreed, merged.counts().differ, merged.people.len()), (1, 1, 2));
    let left_out: Vec<_> = merged.left_out.iter().map(|it| it.path.as_str()).collect();
    assert_eq!(left_out, ["a.answers.toml"]);
    shows_everywhere(
        &merged,
        [
            "left out, merged of people who each answer in a file of their own: a.answers.toml (A, B)",
            "未参与比较，因其评估人各有自己的文件：a.answers.toml（A、B）",
        ],
    );
    let parsed: serde_json::Value = serde_json::from_str(&json::merge(&merged)).expect("it is JSON");
    let left_out = &parsed["left_out"][0];
    let behind = serde_json::json!(["A", "B"]);
    assert_eq!((left_out["path"].as_str(), &left_out["assessors"]), (Some("a.answers.toml"), &behind));
    assert_eq!(parsed["left_open"], serde_json::json!([]));
    // One of its people is missing: what the others agree on is agreed still.
    let partly = by(&model, &["A", "B", "C"], "greeting = 2");
    let merged = heard(&model, [vec![partly], own.to_vec()].concat());
    assert_eq!((merged.counts().agreed, merged.counts().differ), (1, 1));
    assert!(merged.left_out.is_empty() && merged.left_open().is_empty());
}

#[test]
fn what_a_merged_file_left_open_is_not_taken_from_one_alone() {
    let model = tiny();
    let merged =
        heard(&model, vec![by(&model, &["A", "B"], "greeting = 2"), by(&model, &["C"], "greeting = 2\npaying = 1")]);
    let paying = &merged.topics[1];
    assert_eq!((paying.agreement, &paying.taken), (Agreement::Alone, &None));
    assert_eq!(merged.left_open(), [&paying.dimension.id]);
    shows_everywhere(&merged, ["not taken: it was left open in a merged file", "未采用：此题在合并文件中仍未决"]);
    let parsed: serde_json::Value = serde_json::from_str(&json::merge(&merged)).expect("it is JSON");
    let paying = paying.dimension.id.as_str();
    assert_eq!((&parsed["left_open"], &parsed["left_out"]), (&serde_json::json!([paying]), &serde_json::json!([])));
    assert_eq!(merged.topics[0].taken.as_ref().map(said), taken("2"));
}

#[test]
fn notes_of_two_merged_files_are_joined_once() {
    let model = tiny();
    let merged = heard(
        &model,
        vec![
            by(&model, &["A", "B"], "greeting = { level = 2, note = \"A: gladly; and often; B: yes; and often\" }"),
            by(&model, &["A", "C"], "greeting = { level = 2, note = \"A: gladly; and often; C: no\" }"),
        ],
    );
    assert_eq!(merged.topics[0].taken.as_ref().map(said), taken("2 (A: gladly; and often; B: yes; and often; C: no)"));
}

#[test]
fn a_note_that_grew_in_a_merged_file_stands_there_alone() {
    let model = tiny();
    let own = by(&model, &["A"], "greeting = { level = 2, note = \"gladly\" }");
    let together = by(&model, &["A", "B"], "greeting = { level = 2, note = \"A: gladly; and often; B: yes\" }");
    for all in [vec![own.clone(), together.clone()], vec![together, own]] {
        let merged = heard(&model, all);
        assert_eq!(merged.topics[0].taken.as_ref().map(said), taken("2 (A: gladly; and often; B: yes)"));
    }
}

#[test]
fn a_merged_file_is_left_out_beside_people_of_one_name() {
    let model = tiny();
    let own = [by(&model, &["Ana"], "greeting = 2"), by(&model, &["Ana"], "greeting = 1"), by(&model, &["Bo"], "")];
    let together = by(&model, &["Ana", "Bo"], "greeting = 2");
    let merged = heard(&model, [own.to_vec(), vec![together]].concat());
    let names = |people: &[Person]| people.iter().map(|person| person.name.clone()).collect::<Vec<_>>();
    assert_eq!(names(&merged.people), ["Ana (a)", "Ana (b)", "Bo"]);
    assert_eq!(names(&merged.left_out), ["d"]);
}
