//! Answers: what `assess schema answers` holds them to.

use assess::answers;
use assess::lang::Lang;
use assess::problem::Source;

use super::{changed, judged_alike};
use crate::support::tiny;

const ANSWERS: &str = r#"schema = 1
[assessment]
model = "tiny"
model-version = "2"
team = "us"
date = 2026-11-21
assessors = ["me"]
scope = ["shop"]
[answers.shop.counter.selling]
greeting = 1
paying = { level = 1, note = "in cash", evidence = ["a.md"] }
"#;

fn answers_judged_alike(texts: &[String], is_sound: bool) {
    let model = tiny();
    let reads = |text: &str| answers::parse(&Source { name: "answers.toml".into(), text: text.into() }, &model).is_ok();
    judged_alike(&answers::schema(&model, Lang::En), texts, is_sound, reads);
}

#[test]
fn sound_answers_follow_the_schema() {
    let mut texts = vec![ANSWERS.to_owned()];
    texts.extend(changed(ANSWERS, "scope = [\"shop\"]", &["", "system = \"till\"\nowner = \"she\""]));
    let paying = "paying = { level = 1, note = \"in cash\", evidence = [\"a.md\"] }";
    let answers = [
        "paying = \"1-\"",
        "paying = { level = 0, met = [\"1.1\"] }",
        "paying = { level = 0, met = [] }",
        "paying = { na = \"free\" }",
        "paying = { na = { reason = \"free\", until = 2026-12-31 }, note = \"so far\" }",
        "paying = { note = \"to be asked\" }",
        "paying = { evidence = [\"a.md\"] }",
    ];
    texts.extend(changed(ANSWERS, paying, &answers));
    answers_judged_alike(&texts, true);
}

#[test]
fn what_the_program_refuses_in_the_head_of_answers_the_schema_refuses() {
    for (line, others) in [
        ("schema = 1", &["", "schema = 2", "schema = \"1\"", "schema = true", "schema = [1]"][..]),
        ("model = \"tiny\"", &["", "model = 1", "model = \"teeny\"", "model = [\"tiny\"]"]),
        ("model-version = \"2\"", &["", "model-version = 2", "model-version = \"3\"", "model-version = \"two\""]),
        (
            "team = \"us\"",
            &[
                "team = 1",
                "team = \"\"",
                "team = \"  \"",
                "team = \"\\u200b\\u00ad\"",
                "team = [\"us\"]",
                "teem = \"us\"",
            ],
        ),
        (
            "date = 2026-11-21",
            &["date = \"soon\"", "date = 20261121", "date = 2026-11-21T10:00:00Z", "date = 10:00:00"],
        ),
        (
            "assessors = [\"me\"]",
            &["assessors = \"me\"", "assessors = [1]", "assessors = [\" \"]", "assessors = [[\"me\"]]"],
        ),
        (
            "scope = [\"shop\"]",
            &["scope = \"shop\"", "scope = []", "scope = [\"shop\", \"shop\"]", "scope = [\"stall\"]", "scope = [1]"],
        ),
    ] {
        answers_judged_alike(&changed(ANSWERS, line, others), false);
    }
    let texts = ["", "schema = 1\n", "schema = 1\nassessment = 1\n", "schema = 1\nassessment = []\n"];
    answers_judged_alike(&texts.map(str::to_owned), false);
    answers_judged_alike(
        &changed(
            ANSWERS,
            "[answers.shop.counter.selling]",
            &["[answer.shop.counter.selling]", "[answers.shop.stall.selling]"],
        ),
        false,
    );
}

#[test]
fn what_the_program_refuses_as_an_answer_the_schema_refuses() {
    let answers = [
        "greeting = \"1\"",
        "greeting = true",
        "greeting = 3",
        "greeting = -1",
        "greeting = 1.5",
        "greeting = []",
        "greeting = 2026-11-21",
        "greeting = \"n/a\"",
        "greeting = \"0-\"",
        "greeting = \"1-\"",
        "greeting = \"3-\"",
        "greeting = {}",
        "greeting = { levle = 1 }",
        "greeting = { level = \"1\" }",
        "greeting = { level = { level = 1 } }",
        "greeting = { level = 3 }",
        "greeting = { met = [\"2.1\"] }",
        "greeting = { level = \"2-\", met = [\"2.1\"] }",
        "greeting = { level = 1, met = \"2.1\" }",
        "greeting = { level = 1, met = [2.1] }",
        "greeting = { level = 1, met = [\"2.3\"] }",
        "greeting = { level = 1, met = [\"2.1\", \"2.1\"] }",
        "greeting = { na = \"\" }",
        "greeting = { na = true }",
        "greeting = { na = {} }",
        "greeting = { na = { reason = 1 } }",
        "greeting = { na = { until = 2026-12-31 } }",
        "greeting = { na = { reason = \"free\", until = \"soon\" } }",
        "greeting = { na = { reason = \"free\", till = 2026-12-31 } }",
        "greeting = { na = \"free\", level = 1 }",
        "greeting = { na = \"free\", met = [\"2.1\"] }",
        "greeting = { level = 1, note = 1 }",
        "greeting = { level = 1, note = \" \" }",
        "greeting = { level = 1, evidence = \"a.md\" }",
        "greeting = { level = 1, evidence = [1] }",
        "greeting = { level = 1, evidence = [\"\"] }",
        "greeting = { evidence = [] }",
        "greting = 1",
    ];
    answers_judged_alike(&changed(ANSWERS, "greeting = 1", &answers), false);
    let long = format!("greeting = {{ level = 1, note = \"{}\" }}", "n".repeat(10_001));
    answers_judged_alike(&changed(ANSWERS, "greeting = 1", &[&long]), false);
}
