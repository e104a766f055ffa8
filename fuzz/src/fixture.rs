//! The models and answers that targets work with: the tiny model of the tests, and the embedded one.

use std::sync::OnceLock;

use assess::answers::{self, Answers, Date};
use assess::embedded;
use assess::model::{Model, source};
use assess::problem::Source;

/// A day on which some of the answers are out of date.
#[must_use]
pub fn day() -> Date {
    Date::new(2026, 11, 21).expect("the calendar has it")
}

/// A file of that text.
#[must_use]
pub fn file(name: &str, text: &str) -> Source {
    Source { name: name.to_owned(), text: text.to_owned() }
}

/// The model of the tests: one sub-domain, so that every document of it is made in no time.
#[must_use]
pub fn tiny() -> &'static Model {
    static TINY: OnceLock<Model> = OnceLock::new();
    TINY.get_or_init(|| {
        let root = file("model.toml", include_str!("../../tests/models/tiny/model.toml"));
        let domain = file("shop/counter.toml", include_str!("../../tests/models/tiny/shop/counter.toml"));
        source::load(vec![root, domain]).model.expect("the fixture is sound")
    })
}

/// The model that a file seems to be for.
#[must_use]
pub fn model_of(text: &str) -> &'static Model {
    if text.contains("\"devops\"") { embedded::model() } else { tiny() }
}

/// Answers to a model, some of them old, not applicable, or with notes and evidence.
#[must_use]
pub fn answers_to(model: &'static Model) -> &'static Answers {
    static TINY: OnceLock<Answers> = OnceLock::new();
    static EMBEDDED: OnceLock<Answers> = OnceLock::new();
    let (answers, text) = if std::ptr::eq(model, tiny()) {
        (&TINY, include_str!("../../tests/answers/judged.toml"))
    } else {
        (&EMBEDDED, include_str!("../../examples/half-finished.toml"))
    };
    answers.get_or_init(|| answers::parse(&file("answers.toml", text), model).expect("the fixture is sound"))
}

/// A file to the tiny model in which nothing is answered.
#[must_use]
pub fn no_answers() -> Answers {
    let text = "schema = 1\n[assessment]\nmodel = \"tiny\"\nmodel-version = \"2\"\n";
    answers::parse(&file("answers.toml", text), tiny()).expect("the fixture is sound")
}
