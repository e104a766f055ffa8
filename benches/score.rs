//! What a run spends inside the process: reading, scoring, each way of showing it, and the edit of a save.

use std::fs;

use assess::answers::{self, Answer, Answers, Claim, parse};
use assess::embedded;
use assess::lang::Lang;
use assess::model::source::{ROOT, load};
use assess::model::{Level, Model};
use assess::plan::{Wish, plan};
use assess::problem::Source;
use assess::report::html::{Languages, Report, html};
use assess::report::{Colour, Drawing, Style, json, next, score, xlsx};
use assess::scoring::{self, Outcome};

fn main() {
    divan::main();
}

const STYLE: Style = Style { lang: Lang::En, width: 80, colour: Colour::On, drawing: Drawing::Drawn };

/// A full answers file with notes and evidence.
fn source() -> Source {
    Source { name: "strong.toml".to_owned(), text: include_str!("../examples/strong.toml").to_owned() }
}

fn model() -> &'static Model {
    embedded::model()
}

fn full() -> Answers {
    parse(&source(), model()).unwrap_or_else(|_| answers::empty(model()))
}

#[divan::bench]
fn read_answers(bencher: divan::Bencher<'_, '_>) {
    let source = source();
    bencher.bench(|| parse(&source, model()).is_ok());
}

/// The embedded model is compiled in; any other is read like this one here, from its folder.
#[divan::bench]
fn read_model(bencher: divan::Bencher<'_, '_>) {
    let domains = model().areas.iter().flat_map(|area| area.domains.iter());
    let names = domains.map(|domain| format!("{}.toml", domain.id.as_str().replace('.', "/")));
    let read = |name: String| Source { text: fs::read_to_string(format!("model/{name}")).unwrap_or_default(), name };
    let files: Vec<_> = std::iter::once(ROOT.to_owned()).chain(names).map(read).collect();
    bencher.with_inputs(|| files.clone()).bench_values(|files| load(files).model.is_ok());
}

#[divan::bench]
fn score_answers(bencher: divan::Bencher<'_, '_>) {
    let answers = full();
    bencher.bench(|| scoring::score(model(), &answers).overall.level);
}

fn show(bencher: divan::Bencher<'_, '_>, document: impl Fn(&Outcome<'_>) -> String + Sync) {
    let answers = full();
    let outcome = scoring::score(model(), &answers);
    bencher.bench(|| document(&outcome));
}

#[divan::bench]
fn show_table(bencher: divan::Bencher<'_, '_>) {
    show(bencher, |outcome| score::table(outcome, &STYLE));
}

#[divan::bench]
fn show_json(bencher: divan::Bencher<'_, '_>) {
    show(bencher, json::result);
}

#[divan::bench]
fn show_markdown(bencher: divan::Bencher<'_, '_>) {
    show(bencher, |outcome| score::markdown(outcome, &STYLE));
}

#[divan::bench]
fn show_csv(bencher: divan::Bencher<'_, '_>) {
    show(bencher, |outcome| score::csv(outcome, &STYLE));
}

#[divan::bench]
fn show_html(bencher: divan::Bencher<'_, '_>) {
    show(bencher, |outcome| {
        let report = Report { outcome, plan: &plan(outcome, Wish::default()), earlier: None };
        html(&report, Languages::Both { first: Lang::En })
    });
}

#[divan::bench]
fn show_plan(bencher: divan::Bencher<'_, '_>) {
    show(bencher, |outcome| next::table(outcome, &plan(outcome, Wish::default()), &STYLE));
}

#[divan::bench]
fn show_workbook(bencher: divan::Bencher<'_, '_>) {
    let answers = full();
    let outcome = scoring::score(model(), &answers);
    bencher.bench(|| xlsx::xlsx(&outcome, &plan(&outcome, Wish::default()), Lang::En).map(|bytes| bytes.len()));
}

/// What a save does to the text of the file: the last answer, of which most of the file stands before.
fn edit(bencher: divan::Bencher<'_, '_>, answer: Option<&Answer>) {
    let source = source();
    let last = model().dimensions().last();
    bencher.bench(|| last.map(|dimension| answers::set(&source, model(), dimension, answer).is_ok()));
}

#[divan::bench]
fn edit_answer(bencher: divan::Bencher<'_, '_>) {
    let claim = Some(Claim::PartOf(Level(3)));
    edit(bencher, Some(&Answer { claim, note: Some("new".to_owned()), ..Answer::default() }));
}

#[divan::bench]
fn clear_answer(bencher: divan::Bencher<'_, '_>) {
    edit(bencher, None);
}
