//! What a library says beside its requirements: annotations, questions, descriptions of scores.

use std::fmt::Write as _;

use assess::answers::{Detail, Template, template};
use assess::frameworks::{Ciso, Imported, ciso};
use assess::lang::{Lang, Text};
use assess::model::{Id, Model, Node};

use super::super::{file, files, lost};
use super::{AVERAGE, LADDER};

/// A library like a fixture, changed in one place.
fn changed(path: &str, from: &str, to: &str, options: &Ciso) -> Imported {
    let text = files(&[path]).remove(0).text;
    assert!(text.contains(from), "{from}");
    ciso(&file(&text.replace(from, to)), options).unwrap_or_else(|problems| panic!("{problems}"))
}

/// What terms mean in the default language of the model, each behind its name.
fn terms(model: &Model, ids: &[Id]) -> Vec<String> {
    let base = |text: &Text| text.wordings.as_ref().map_or(text.en.to_string(), |it| it[0].words.to_string());
    model.terms_named(ids).iter().map(|term| format!("{}: {}", base(&term.name), base(&term.means))).collect()
}

#[test]
fn annotation_and_questions_are_a_term_of_what_is_asked() {
    let questions = "questions:
        q:1: { type: unique_choice, text: Lit-on les notes ?, choices: [{ value: Oui }, { value: Non }] }
        q:2: { type: unique_choice, text: Depuis quand ?, depends_on: q:1, choices: [{ value: Hier, add_score: 1, color: red }, { value: Toujours, add_score: 3 }] }
        q:3: { type: text, text: Pourquoi ? }";
    let described = "      description: Chacun connaît sa partie.\n";
    let with = |words: &str| changed("ciso/library.yaml", described, words, &AVERAGE);
    let asked = |imported: &Imported| {
        let parts = imported.model.find("a.a.2").and_then(Node::dimension).expect("it is there");
        (parts.question.text.en.to_string(), terms(&imported.model, &parts.question.terms))
    };
    let imported = with(&format!("{described}      annotation: Par cœur.\n      {questions}\n"));
    let all = "A.2: Par cœur. — Lit-on les notes ?; Depuis quand ? (Hier: 1; Toujours: 3); Pourquoi ?";
    assert_eq!(asked(&imported), ("Chacun connaît sa partie.".to_owned(), vec![all.to_owned()]));
    let told = lost(&imported);
    for field in ["question.choices 1", "question.depends_on 1"] {
        assert!(told.iter().any(|it| it.starts_with(field)), "{field}: {told:?}");
    }
    // One without words of its own is asked the first question, else its annotation.
    let imported = with(&format!("      annotation: Par cœur.\n      {questions}\n"));
    let rest = "A.2: Par cœur. — Depuis quand ? (Hier: 1; Toujours: 3); Pourquoi ?";
    assert_eq!(asked(&imported), ("Lit-on les notes ?".to_owned(), vec![rest.to_owned()]));
    let imported = with("      annotation: Par cœur.\n");
    assert_eq!(asked(&imported), ("Par cœur.".to_owned(), Vec::new()));
}

#[test]
fn questions_by_the_thousand_are_cut_where_a_text_ends() {
    let mut questions = "      description: A\n      questions:\n".to_owned();
    for number in 0..30_000 {
        let _ = writeln!(questions, "        {number}: {{ text: \"{number}?\" }}");
    }
    let imported = changed("ciso/library.yaml", "      description: Chacun connaît sa partie.\n", &questions, &AVERAGE);
    let parts = imported.model.find("a.a.2").and_then(Node::dimension).expect("it is there");
    let help = terms(&imported.model, &parts.question.terms).concat();
    assert!(help.starts_with("A.2: 0?; 1?; 2?") && help.ends_with('…'), "{help}");
    assert!(
        lost(&imported).iter().any(|it| it.starts_with("requirement.annotation (cut) 1 ")),
        "{:?}",
        lost(&imported)
    );
}

#[test]
fn what_is_said_beside_a_heading_is_its_text_or_told_as_lost() {
    let about = |words: &str| {
        let imported =
            changed("ciso/library.yaml", "      name: Salle\n", &format!("      name: Salle\n{words}"), &AVERAGE);
        let hall = imported.model.find("salle").expect("it is there").about().en.to_string();
        (hall, lost(&imported).iter().any(|it| it.starts_with("annotation or questions of a heading 1")))
    };
    assert_eq!(about("      annotation: Grande.\n"), ("Grande.".to_owned(), false));
    assert_eq!(about("      annotation: Grande.\n      description: Là.\n"), ("Là.".to_owned(), true));
}

#[test]
fn a_requirement_that_is_a_clause_has_its_help_beside_it() {
    let drill = "description: There is a drill,";
    let model = changed("ciso/ladder.yaml", drill, &format!("{drill} annotation: On board.,"), &LADDER).model;
    let drill = model.find("crew.1").and_then(Node::dimension).expect("it is there");
    let (_, clause) = drill.all_clauses().next().expect("it asks something");
    assert_eq!(terms(&model, &clause.terms), ["CREW-1a: On board."]);
    assert!(drill.question.terms.is_empty());
}

#[test]
fn the_lowest_score_is_described_as_what_is_typical_of_it() {
    let name = "      name: Pas encore\n";
    let described = format!("{name}      description: Personne ne chante.\n");
    let model = changed("ciso/library.yaml", name, &described, &AVERAGE).model;
    let warming = model.find("a.a.1").and_then(Node::dimension).expect("it is there");
    let limits = &warming.cell(model.floor).expect("it has a floor").limits;
    assert_eq!(limits[0].text.en, "A.1: Not yet");
    assert_eq!(terms(&model, &limits[0].terms), ["Pas encore: Personne ne chante."]);
}

/// A library of so many requirements that are annotated so.
fn annotated(count: usize, words: &str) -> Imported {
    let mut text =
        "locale: en\nversion: 1\nobjects:\n  framework:\n    ref_id: L\n    min_score: 0\n    max_score: 2\n    requirement_nodes:\n"
            .to_owned();
    for number in 0..=count / 400 {
        let _ = writeln!(text, "    - {{ urn: \"p:{number}\", assessable: false, name: P{number} }}");
    }
    for number in 0..count {
        let parent = number / 400;
        let _ = writeln!(
            text,
            "    - {{ urn: \"r:{number}\", parent_urn: \"p:{parent}\", assessable: true, description: A {words}, annotation: {words}{number} }}"
        );
    }
    ciso(&file(&text), &AVERAGE).unwrap_or_else(|problems| panic!("{problems}"))
}

#[test]
fn what_a_model_has_no_room_for_is_told() {
    assert_eq!(lost(&annotated(2_003, "n")), ["explanation beyond the terms of a model 3 a.yaml:2015"]);
    let long = annotated(130, &"long ".repeat(1_900));
    let told = lost(&long);
    assert!(told[0].starts_with("explanation beyond the terms of a model 48 "), "{told:?}");
    assert!(long.files.iter().all(|file| file.text.len() <= 1 << 20));
    // A file to fill in has room for the names alone.
    let options = Template { lang: Lang::En, date: None, scope: &[], schema: None, team: None, detail: Detail::Levels };
    let text = template("a.toml", &long.model, options).expect("it is sound").text;
    let asked = text.lines().filter(|line| line.starts_with("# ") && line.ends_with(" ="));
    assert_eq!(asked.count(), 130, "{text}");
    assert!(!text.contains(&"long ".repeat(20)), "{text}");
}
