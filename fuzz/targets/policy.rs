//! Policies: either every problem is told, or an assessment is judged by them in every format.

#![no_main]

use assess::policy::parse;
use assess::report::terminal::problems::{Weight, render};
use assess::{answers, embedded};
use assess_fuzz::documents::{Pick, Subject, hold_documents, style};
use assess_fuzz::fixture::{answers_to, day, file, tiny};
use assess_fuzz::held::{Kind, hold};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| {
    let style = style(u8::try_from(text.len() % 32).unwrap_or_default());
    let source = file("assess.toml", text);
    let (model, pick) = if text.contains("shop") || text.contains("default") {
        (tiny(), Pick::All)
    } else {
        (embedded::model(), Pick::One(text.len()))
    };
    match parse(&source, model) {
        Err(problems) => hold(Kind::Text, style.colors, &render(&problems, Weight::Error, &style)),
        Ok(policy) => {
            let none = answers::empty(model);
            let subject = Subject {
                model,
                answers: answers_to(model),
                earlier: &none,
                targets: &policy.targets,
                rules: &policy.rules,
                day: day(),
                file: "answers.toml",
                style,
            };
            hold_documents(&subject, pick);
        }
    }
});
