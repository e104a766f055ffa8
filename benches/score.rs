//! What a run of `assess score` spends inside the process: reading, scoring, and each way of showing it.

use assess::answers::{self, Answers, parse};
use assess::embedded;
use assess::lang::Lang;
use assess::model::Model;
use assess::problem::Source;
use assess::report::{Colour, Drawing, Style, json, score};
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
fn edit_answer(bencher: divan::Bencher<'_, '_>) {
    let source = source();
    let answers = full();
    let last = model().dimensions().last();
    bencher.bench(|| {
        last.map(|dimension| answers::set(&source, model(), dimension, answers.given.get(&dimension.id)).is_ok())
    });
}
