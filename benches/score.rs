//! What a run spends inside the process: reading, scoring, judging, each way of showing it, and a save.

use std::fs;

use assess::answers::{self, Answer, Answers, Claim, Date, Update, parse};
use assess::commands::Commands;
use assess::embedded;
use assess::highlights::highlights;
use assess::lang::Lang;
use assess::model::source::{ROOT, load};
use assess::model::{Level, Model};
use assess::plan::{PlanOptions, lead, plan};
use assess::policy::{self, Case, Evidence, judge};
use assess::problem::Source;
use assess::report::Report;
use assess::report::html::{Languages, html};
use assess::report::rows::rows;
use assess::report::{Check, Colors, Drawing, Standing, Style, badge, ci, csv, json, markdown, terminal, xlsx};
use assess::scoring;

fn main() {
    divan::main();
}

const STYLE: Style = Style { lang: Lang::En, width: 80, colors: Colors::On, drawing: Drawing::Drawn };

/// A full answers file with notes and evidence.
fn source() -> Source {
    Source { name: "strong.toml".to_owned(), text: include_str!("../examples/strong.toml").to_owned() }
}

fn policy_source() -> Source {
    Source { name: "assess.toml".to_owned(), text: include_str!("../examples/assess.toml").to_owned() }
}

fn model() -> &'static Model {
    embedded::model()
}

fn full() -> Answers {
    parse(&source(), model()).expect("the example is sound")
}

#[divan::bench]
fn open_embedded_model() -> usize {
    model().nodes().count()
}

#[divan::bench]
fn read_answers(bencher: divan::Bencher<'_, '_>) {
    let source = source();
    bencher.bench(|| assert!(parse(&source, model()).is_ok()));
}

/// The embedded model is compiled in; any other is read like this one here, from its folder.
#[divan::bench]
fn read_model(bencher: divan::Bencher<'_, '_>) {
    let domains = model().areas.iter().flat_map(|area| area.groups.iter());
    let names = domains.map(|domain| format!("{}.toml", domain.id.as_str().replace('.', "/")));
    let read =
        |name: String| Source { text: fs::read_to_string(format!("model/{name}")).expect("a domain has a file"), name };
    let files: Vec<_> = std::iter::once(ROOT.to_owned()).chain(names).map(read).collect();
    bencher.with_inputs(|| files.clone()).bench_values(|files| assert!(load(files).model.is_ok()));
}

#[divan::bench]
fn read_policy(bencher: divan::Bencher<'_, '_>) {
    let source = policy_source();
    bencher.bench(|| assert!(policy::parse(&source, model()).is_ok()));
}

#[divan::bench]
fn score_answers(bencher: divan::Bencher<'_, '_>) {
    let answers = full();
    bencher.bench(|| scoring::score(model(), &answers).overall.level);
}

#[divan::bench]
fn plan_steps(bencher: divan::Bencher<'_, '_>) {
    let answers = full();
    let outcome = scoring::score(model(), &answers);
    bencher.bench(|| plan(&outcome, PlanOptions::default()).steps.len());
}

#[divan::bench(args = ["table", "json", "markdown", "csv", "badge", "next", "html", "xlsx"])]
fn show(bencher: divan::Bencher<'_, '_>, format: &str) {
    let answers = full();
    let outcome = &scoring::score(model(), &answers);
    let plan = &plan(outcome, PlanOptions::default());
    let standing =
        Standing { outcome, plan, lead: lead(&outcome.overall, plan), depth: outcome.model.sub_domain_storey() };
    bencher.bench(|| match format {
        "table" => terminal::score(&standing, &STYLE).into_bytes(),
        "json" => json::result(outcome).into_bytes(),
        "markdown" => markdown::score(&standing, &STYLE).into_bytes(),
        "csv" => csv::rows(&rows(outcome, "answers.toml", STYLE.lang)).into_bytes(),
        "badge" => badge::badge(outcome, &STYLE).into_bytes(),
        "next" => terminal::next(outcome, plan, &STYLE).into_bytes(),
        "html" => html(
            &Report {
                outcome,
                plan,
                highlights: &highlights(outcome),
                lead: &lead(&outcome.overall, plan),
                targets: &[],
                earlier: None,
                trend: None,
            },
            Languages::Both { first: Lang::En },
        )
        .into_bytes(),
        _ => xlsx::xlsx(outcome, plan, None, Lang::En).expect("it fits a workbook"),
    });
}

fn judged<T>(see: impl FnOnce(Case<'_, '_>) -> T) -> T {
    let written = full();
    let policy = policy::parse(&policy_source(), model()).expect("the example is sound");
    let outcome = &scoring::score(model(), &written);
    see(Case {
        outcome,
        written: &written,
        targets: &policy.targets,
        rules: &policy.rules,
        day: Date::after_epoch(20_000).expect("it is a day"),
        since: None,
        may_drop: &[],
        evidence: &|_| Evidence::Found,
    })
}

#[divan::bench]
fn judge_answers(bencher: divan::Bencher<'_, '_>) {
    judged(|case| bencher.bench_local(|| judge(case).passes()));
}

#[divan::bench(args = ["table", "json", "markdown", "junit", "sarif", "github", "gitlab"])]
fn show_check(bencher: divan::Bencher<'_, '_>, format: &str) {
    judged(|case| {
        let verdict = &judge(case);
        let check = &Check {
            outcome: case.outcome,
            verdict,
            file: "strong.toml",
            baseline: None,
            commands: &Commands::default(),
        };
        bencher.bench_local(|| match format {
            "table" => terminal::check(check, &STYLE),
            "json" => json::check(check),
            "markdown" => markdown::check(check, &STYLE),
            "junit" => ci::junit(check, &STYLE),
            "sarif" => ci::sarif(check, &STYLE),
            "github" => ci::github(check, &STYLE),
            _ => ci::gitlab(check, &STYLE),
        });
    });
}

/// What a save does: the text edited at the last answer, of which most of the file stands before, and read again.
fn save(bencher: divan::Bencher<'_, '_>, answer: Option<&Answer>) {
    let source = source();
    let last = model().dimensions().last().expect("the model has dimensions");
    bencher.bench(|| {
        let update = Update::Answer(last.id.clone(), answer.cloned());
        assert!(answers::update(&source, model(), &[update]).is_ok());
    });
}

#[divan::bench]
fn save_answer(bencher: divan::Bencher<'_, '_>) {
    let claim = Some(Claim::PartOf(Level(3)));
    save(bencher, Some(&Answer { claim, note: Some("new".to_owned()), ..Answer::default() }));
}

#[divan::bench]
fn save_cleared_answer(bencher: divan::Bencher<'_, '_>) {
    save(bencher, None);
}
