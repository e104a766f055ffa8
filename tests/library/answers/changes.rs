//! What a change to an answer does to the rest of it.

use assess::answers::{Answer, ByClause, Change, Changed, Claim, Clauses, DegreeMet, Exception, Value};
use assess::model::{Level, Model};
use assess::scoring::level_of;

use crate::counting::{DEGREES, with};
use crate::support::{clauses, tiny};

#[test]
fn a_change_keeps_what_it_does_not_name() {
    let old = Answer {
        claim: Some(Claim::Level { level: Level(0), met: clauses(&["1.1", "2.1"]) }),
        note: Some("why".to_owned()),
        evidence: vec!["a.md".to_owned()],
        ..Answer::default()
    };
    let model = tiny();
    let greeting = model.dimensions().next().expect("it has dimensions");
    let apply = |change: Change| change.apply(Some(&old), |claim| level_of(greeting, claim));
    let to = |value| apply(Change { value: Some(value), ..Change::default() }).answer;
    let raised = to(Value::Claim(Claim::Level { level: Level(1), met: clauses(&[]) })).expect("an answer is there");
    assert_eq!(raised.claim, Some(Claim::Level { level: Level(1), met: clauses(&["2.1"]) }));
    assert_eq!((raised.note, raised.evidence), (old.note.clone(), old.evidence.clone()));
    let claim = Claim::NotApplicable { reason: "so".to_owned(), until: None };
    let excused = to(Value::Claim(claim.clone())).expect("an answer is there");
    assert_eq!((excused.claim, excused.note), (Some(claim), old.note.clone()));
    assert_eq!(to(Value::Removed), None);
    let silent = Change { note: Some(String::new()), evidence: Some(Vec::new()), ..Change::default() };
    let silent = apply(silent).answer.expect("the claim is there");
    assert_eq!((silent.note, silent.evidence.len(), silent.claim), (None, 0, old.claim.clone()));
}

/// The claim on greeting after a level is given again, and the clauses dropped.
fn answered_again(old: &Claim, new: Claim) -> (Claim, Clauses) {
    let model = tiny();
    let greeting = model.dimensions().next().expect("it has dimensions");
    let old = Answer { claim: Some(old.clone()), ..Answer::default() };
    let change = Change { value: Some(Value::Claim(new)), ..Change::default() };
    let Changed { answer, dropped } = change.apply(Some(&old), |claim| level_of(greeting, claim));
    (answer.and_then(|answer| answer.claim).expect("a level is claimed"), dropped)
}

#[test]
fn answering_lower_lowers() {
    let named = Claim::Level { level: Level(0), met: clauses(&["2.1", "2.2"]) };
    for level in [0, 1] {
        let (claim, dropped) = answered_again(&named, Claim::at(Level(level)));
        assert_eq!((claim, dropped), (Claim::at(Level(level)), clauses(&["2.1", "2.2"])));
    }
    let partly = Claim::Level { level: Level(1), met: clauses(&["2.1"]) };
    let kept = (Claim::Level { level: Level(0), met: clauses(&["2.1"]) }, clauses(&[]));
    assert_eq!(answered_again(&partly, Claim::at(Level(0))), kept, "they do not make it count higher");
    assert_eq!(answered_again(&named, Claim::at(Level(2))), (Claim::at(Level(2)), clauses(&[])), "they lie within it");
}

#[test]
fn names_given_with_the_level_stay() {
    let old = Claim::at(Level(1));
    let new = Claim::Level { level: Level(0), met: clauses(&["2.1", "2.2"]) };
    assert_eq!(answered_again(&old, new.clone()), (new, clauses(&[])));
}

#[test]
fn a_grade_names_no_clause_and_tells_which_it_drops() {
    let old = Claim::Level { level: Level(1), met: clauses(&["2.1"]) };
    assert_eq!(answered_again(&old, Claim::PartOf(Level(2))), (Claim::PartOf(Level(2)), clauses(&["2.1"])));
}

/// The tiny model with degrees of which `most` is enough for a level.
fn model() -> Model {
    with(&format!("[scoring]\nmet-from = \"most\"\n{DEGREES}")).model.expect("it is sound")
}

/// The answer to greeting in that model after a change, and the clauses dropped.
fn graded(old: &Answer, change: &Change) -> Changed {
    let model = model();
    let greeting = model.dimensions().next().expect("it has dimensions");
    change.apply(Some(old), |answer| level_of(greeting, answer))
}

fn degrees(degrees: &[(&str, &str)]) -> ByClause<DegreeMet> {
    let model = model();
    let degree = |id: &str| model.scoring.degrees.iter().find(|degree| degree.id.as_str() == id).expect("it has it");
    degrees.iter().map(|(clause, id)| (clause.parse().expect("it is a clause"), DegreeMet::from(degree(id)))).collect()
}

#[test]
fn a_clause_is_met_or_met_in_part_as_was_said_last() {
    let met = Claim::Level { level: Level(0), met: clauses(&["2.1", "2.2"]) };
    let half = Change { degrees: Some(degrees(&[("2.1", "half")])), ..Change::default() };
    let answer = graded(&Answer::of(met), &half).answer.expect("it is there");
    assert_eq!(answer.claim, Some(Claim::Level { level: Level(0), met: clauses(&["2.2"]) }));
    let whole = Change { met: Some(clauses(&["2.1"])), ..Change::default() };
    let answer = graded(&answer, &whole).answer.expect("it is there");
    assert_eq!(
        (answer.claim, answer.degrees.len()),
        (Some(Claim::Level { level: Level(0), met: clauses(&["2.1"]) }), 0)
    );
}

#[test]
fn degrees_that_would_count_as_more_are_dropped_by_name() {
    let named = degrees(&[("2.1", "most"), ("2.2", "most")]);
    let old = Answer { degrees: named, ..Answer::of(Claim::at(Level(1))) };
    let lower = Change { value: Some(Value::Claim(Claim::at(Level(0)))), ..Change::default() };
    let Changed { answer, dropped } = graded(&old, &lower);
    assert_eq!(answer, Some(Answer::of(Claim::at(Level(0)))));
    assert_eq!(dropped, clauses(&["2.1", "2.2"]));
}

#[test]
fn what_does_not_apply_has_no_exceptions() {
    let exception = Exception { reason: "so".to_owned(), until: None };
    let mut old = Answer::of(Claim::at(Level(2)));
    old.except.insert(clauses(&["2.1"])[0], exception);
    let na = Claim::NotApplicable { reason: "online".to_owned(), until: None };
    let change = Change { value: Some(Value::Claim(na.clone())), ..Change::default() };
    assert_eq!(graded(&old, &change).answer, Some(Answer::of(na)));
}
