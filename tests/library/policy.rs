//! Targets and rules: which one counts, how a sub-domain stands to it, and every format of the verdict.

mod documents;
mod reasons;
mod regressions;
mod targets;

use assess::lang::Lang;
use assess::model::{Level, Model};
use assess::policy::{self, Case, Evidence, Origin, Policy, Rules, Target, Targets, Verdict, judge};
use assess::problem::Source;
use assess::report::{Colors, Drawing, Style};
use assess::scoring::Outcome;

const STYLE: Style = Style { lang: Lang::En, width: 80, colors: Colors::Off, drawing: Drawing::Drawn };

fn read(model: &Model, text: &str) -> Policy {
    let source = Source { name: "assess.toml".to_owned(), text: text.to_owned() };
    policy::parse(&source, model).expect("the policy is sound")
}

fn default(level: Level) -> Targets {
    Targets(vec![Target { id: None, value: level.into(), origin: Origin::Flag }])
}

fn case<'a, 'm>(outcome: &'a Outcome<'m>, targets: &'a Targets, rules: &'a Rules) -> Case<'a, 'm> {
    Case {
        outcome,
        written: outcome.answers,
        targets,
        rules,
        day: "2026-11-21".parse().expect("it is a day"),
        since: None,
        may_drop: &[],
        evidence: &|_| Evidence::Missing,
    }
}

fn judged<'m>(outcome: &Outcome<'m>, targets: &Targets, rules: &Rules) -> Verdict<'m> {
    judge(case(outcome, targets, rules))
}
