//! Models without levels: targets that are scores, what raises a score, what moved, and documents that speak of no level.

mod documents;
mod moved;
mod targets;

use assess::answers::{Answers, parse};
use assess::model::Model;
use assess::policy::{Case, Evidence, Judgement, Measure, Origin, Rules, Target, Targets, Verdict, judge};
use assess::scoring::{Outcome, score};

use crate::counting::{DEGREES, checklist};
use crate::support::tiny_answers;

/// Two dimensions of two clauses and of one, scored in percent without digits.
fn percent() -> Model {
    let said = format!("levels = false\nscore = \"share\"\nshown = {{ digits = 0, of = 100 }}\n{DEGREES}");
    checklist(&said).model.expect("it is sound")
}

fn answers(model: &Model, lines: &str) -> Answers {
    parse(&tiny_answers(lines), model).unwrap_or_else(|problems| panic!("{problems}"))
}

fn target(model: &Model, word: &str) -> Targets {
    let value = Measure::read(model, word).unwrap_or_else(|refusal| panic!("{refusal}"));
    Targets(vec![Target { id: None, value, origin: Origin::Flag }])
}

fn judged<'m>(outcome: &Outcome<'m>, targets: &Targets) -> Verdict<'m> {
    judge(Case {
        outcome,
        written: outcome.answers,
        targets,
        rules: &Rules::default(),
        day: "2026-11-21".parse().expect("it is a day"),
        since: None,
        may_drop: &[],
        evidence: &|_| Evidence::Missing,
    })
}

/// How the only sub-domain stands to a target, and why.
fn verdict(lines: &str, word: &str) -> (Judgement, String) {
    let model = percent();
    let answers = answers(&model, lines);
    let outcome = score(&model, &answers);
    let verdict = judged(&outcome, &target(&model, word));
    let message = verdict.reasons.last().map(|reason| reason.message.en.to_string()).unwrap_or_default();
    (verdict.judged[0].judgement, message)
}
