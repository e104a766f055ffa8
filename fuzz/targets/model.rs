//! Models: `model.toml`, a line `%%`, and the one domain file `shop/counter.toml`.

#![no_main]

use assess::answers::{self, Detail, Template, template};
use assess::model::source::load;
use assess::policy::{Rules, Targets};
use assess::problem::Problems;
use assess::report::terminal::problems::{Weight, render};
use assess_fuzz::documents::{Pick, Subject, hold_documents, style};
use assess_fuzz::fixture::{day, file};
use assess_fuzz::held::{Kind, hold};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| {
    let style = style(u8::try_from(text.len() % 32).unwrap_or_default());
    let (root, domain) = text.split_once("\n%%\n").unwrap_or((text, ""));
    let loaded = load(vec![file("model.toml", root), file("shop/counter.toml", domain)]);
    let findings = Problems(loaded.findings);
    hold(Kind::Text, style.colors, &render(&findings, Weight::Finding, &style));
    hold(Kind::Text, style.colors, &render(&Problems(loaded.warnings), Weight::Warning, &style));
    let model = match loaded.model {
        Ok(model) => model,
        Err(problems) => {
            hold(Kind::Text, style.colors, &render(&problems, Weight::Error, &style));
            return;
        }
    };
    let options = Template {
        lang: style.lang,
        date: Some(day()),
        scope: &[],
        schema: Some("./answers.schema.json"),
        team: Some(&text[..text.floor_char_boundary(20)]).filter(|team| !team.trim().is_empty()),
        detail: Detail::Levels,
    };
    let begun = template("answers.toml", &model, options).map(|saved| saved.answers);
    // A model may be so large that a file of all its texts is too large.
    let begun = begun.unwrap_or_else(|_| answers::empty(&model));
    let none = answers::empty(&model);
    let (targets, rules) = (Targets::default(), Rules::default());
    let subject = Subject {
        model: &model,
        answers: &begun,
        earlier: &none,
        targets: &targets,
        rules: &rules,
        day: day(),
        file: "answers.toml",
        style,
    };
    hold_documents(&subject, Pick::All);
    let schema = answers::schema(&model, style.lang);
    assert!(serde_json::to_string(&schema).is_ok());
});
