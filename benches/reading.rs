//! What it costs to read and to score one full answers file, beside a bare parse of the same bytes.
//!
//! `cargo bench --bench reading` times it; with three arguments, `STEP FILE ROUNDS`, the program does one step so often and
//! nothing else, for `benches/rollup/instructions` to count.

use std::hint::black_box;
use std::{env, fs};

use assess::answers::{Answers, parse};
use assess::embedded;
use assess::problem::Source;
use assess::scoring::score;
use divan::Bencher;
use toml::de::DeTable;

fn main() {
    let arguments: Vec<_> = env::args().skip(1).collect();
    match &arguments[..] {
        [step, file, rounds] => {
            let text = fs::read_to_string(file).expect("the file can be read");
            let case = Case::of(Source { name: file.clone(), text });
            for _ in 0..rounds.parse().expect("the rounds are a number") {
                case.run(step);
            }
        }
        _ => divan::main(),
    }
}

/// A file, and its answers for the step that only scores them.
struct Case {
    source: Source,
    answers: Answers,
}

impl Case {
    fn of(source: Source) -> Self {
        let answers = read(&source);
        Self { source, answers }
    }

    fn run(&self, step: &str) {
        let model = embedded::model();
        match step {
            "toml" => drop(black_box(DeTable::parse(black_box(&self.source.text)).expect("the file is TOML"))),
            "read" => drop(black_box(read(black_box(&self.source)))),
            "score" => drop(black_box(score(model, black_box(&self.answers)))),
            "both" => drop(black_box(score(model, &read(black_box(&self.source))))),
            _ => panic!("no step is called {step}: toml, read, score, both"),
        }
    }
}

fn read(source: &Source) -> Answers {
    parse(source, embedded::model()).expect("the file holds answers")
}

#[divan::bench(args = ["toml", "read", "score", "both"])]
fn step(bencher: Bencher<'_, '_>, step: &str) {
    let text = include_str!("../examples/strong.toml").to_owned();
    let case = Case::of(Source { name: "strong.toml".to_owned(), text });
    bencher.bench_local(|| case.run(step));
}
