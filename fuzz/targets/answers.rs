//! Answers files: either every problem is told, or there are levels, and every document of them holds.

#![no_main]

use assess::answers::parse;
use assess::policy::{Rules, Targets};
use assess::report::terminal::problems::{Weight, render};
use assess_fuzz::documents::{Pick, Subject, hold_documents, style};
use assess_fuzz::fixture::{answers_to, day, file, model_of, tiny};
use assess_fuzz::held::{Kind, hold};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| {
    let model = model_of(text);
    let style = style(u8::try_from(text.len() % 32).unwrap_or_default());
    match parse(&file("answers.toml", text), model) {
        Err(problems) => {
            assert!(problems.0.iter().all(|file| !file.problems.is_empty()));
            assert!(!problems.to_string().is_empty());
            hold(Kind::Text, style.colors, &render(&problems, Weight::Error, &style));
        }
        Ok(answers) => {
            let (targets, rules) = (Targets::default(), Rules::default());
            let earlier = answers_to(model);
            let subject = Subject {
                model,
                answers: &answers,
                earlier,
                targets: &targets,
                rules: &rules,
                day: day(),
                file: "answers.toml",
                style,
            };
            let pick = if std::ptr::eq(model, tiny()) { Pick::All } else { Pick::One(text.len()) };
            hold_documents(&subject, pick);
        }
    }
});
