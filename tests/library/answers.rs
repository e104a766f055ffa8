//! The answers file: what an edit gives back, and that it leaves everything else as it was.

mod changes;
mod edits;
mod properties;
mod whole;

use assess::answers::{Answer, Claim, Date, Update, UpdateError, update};
use assess::model::{Dimension, Level, Model};
use assess::problem::Source;

use crate::support::{clauses, tiny};

/// The text after one dimension is answered anew.
fn set(source: &Source, model: &Model, dimension: &Dimension, answer: Option<&Answer>) -> Result<String, UpdateError> {
    update(source, model, &[Update::Answer(dimension.id.clone(), answer.cloned())]).map(|saved| saved.text)
}

fn set_date(source: &Source, model: &Model, date: Date) -> Result<String, UpdateError> {
    update(source, model, &[Update::Date(date)]).map(|saved| saved.text)
}

fn named(text: &str) -> Source {
    Source { name: "answers.toml".to_owned(), text: text.to_owned() }
}

fn dimension<'m>(model: &'m Model, key: &str) -> &'m Dimension {
    model.dimensions().find(|dimension| dimension.id.key() == key).expect("it is in the fixture")
}

fn level(number: u8) -> Answer {
    Answer { claim: Some(Claim::Level { level: Level(number), met: clauses(&[]) }), ..Answer::default() }
}

/// The text after `greeting` is set to level 2.
fn edited(text: &str) -> String {
    let model = tiny();
    set(&named(text), &model, dimension(&model, "greeting"), Some(&level(2))).expect("the text is sound")
}

const HEAD: &str = "schema = 1\n[assessment]\nmodel = \"tiny\"\nmodel-version = \"2\"\n";
