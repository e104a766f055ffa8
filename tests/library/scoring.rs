//! Levels, grades and scores: the rules by example, and what holds for every model and all answers.

mod exceptions;
mod levels;
mod needed;
mod properties;

use assess::answers::{Answer, Answers, Claim, parse};
use assess::model::{Id, Model};
use assess::problem::Source;
use assess::scoring::{Outcome, Scored, score};
use proptest::sample::Index;

use crate::support::{tiny, tiny_answers};

fn answered(model: &Model, lines: &str) -> Answers {
    parse(&tiny_answers(lines), model).expect("the answers are sound")
}

fn selling<'a>(outcome: &'a Outcome<'_>) -> &'a Scored<'a> {
    outcome.overall.find("shop.counter.selling").expect("it is in the model")
}

/// Level, grade and score of the only sub-domain.
fn result(lines: &str) -> (String, String, String) {
    let model = tiny();
    let answers = answered(&model, lines);
    let outcome = score(&model, &answers);
    let at = selling(&outcome);
    let word = |value: Option<String>| value.unwrap_or_else(|| "-".to_owned());
    (
        word(at.level.map(|level| level.to_string())),
        word(at.grade.map(|grade| grade.to_string())),
        word(at.score.as_ref().map(ToString::to_string)),
    )
}

fn words(level: &str, grade: &str, score: &str) -> (String, String, String) {
    (level.to_owned(), grade.to_owned(), score.to_owned())
}

/// The answers as a file, one full id a line, the lines turned round by some places.
fn written(model: &Model, answers: &Answers, turn: Index) -> Source {
    let grade = |claim: &Claim| match claim {
        Claim::Level { level, met } => {
            let met: Vec<_> = met.iter().map(|id| format!("\"{id}\"")).collect();
            format!("{{ level = {level}, met = [{}] }}", met.join(", "))
        }
        Claim::PartOf(level) => format!("\"{level}-\""),
        Claim::NotApplicable { reason, .. } => format!("{{ na = \"{reason}\" }}"),
    };
    let except = |answer: &Answer| {
        let except = answer.except.iter().map(|(id, it)| format!("\"{id}\" = \"{}\"", it.reason));
        Some(format!("except = {{ {} }}", except.collect::<Vec<_>>().join(", "))).filter(|_| !answer.except.is_empty())
    };
    let line = |(id, answer): (&Id, &Answer)| {
        let grade = grade(answer.claim.as_ref()?);
        Some(match (except(answer), grade.strip_suffix(" }")) {
            (None, _) => format!("answers.{id} = {grade}\n"),
            (Some(except), Some(open)) => format!("answers.{id} = {open}, {except} }}\n"),
            (Some(except), None) => format!("answers.{id} = {{ level = {grade}, {except} }}\n"),
        })
    };
    let mut lines: Vec<_> = answers.given.iter().filter_map(line).collect();
    let places = turn.index(lines.len() + 1);
    lines.rotate_left(places);
    let (id, version) = (&model.id, model.major());
    let head = format!("schema = 1\nassessment.model = \"{id}\"\nassessment.model-version = \"{version}\"\n");
    Source { name: "answers.toml".to_owned(), text: head + &lines.concat() }
}
