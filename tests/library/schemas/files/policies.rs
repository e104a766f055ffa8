//! Policies: what `assess schema policy` holds them to.

use assess::keyword;
use assess::lang::Lang;
use assess::policy;
use assess::problem::Source;

use super::{changed, judged_alike};
use crate::support::tiny;

const POLICY: &str = r#"schema = 1
answers = "a.toml"
[target]
default = 1
"shop.counter" = 2
[rules]
incomplete = "warn"
max-age-days = 180
evidence-from-level = 2
evidence-must-exist = true
allow-na = false
"#;

fn policies_judged_alike(texts: &[String], is_sound: bool) {
    let model = tiny();
    let reads = |text: &str| policy::parse(&Source { name: "assess.toml".into(), text: text.into() }, &model).is_ok();
    judged_alike(&policy::schema(&model, Lang::En), texts, is_sound, reads);
}

#[test]
fn what_the_program_refuses_in_a_policy_the_schema_refuses() {
    let mut sound = vec![POLICY.to_owned(), "schema = 1\n".to_owned()];
    sound.extend(changed(POLICY, "\"shop.counter\" = 2", &["\"shop\" = 0", "\"shop.counter.selling\" = 1"]));
    sound.extend(
        keyword::words::<policy::Incomplete>()
            .iter()
            .flat_map(|word| changed(POLICY, "incomplete = \"warn\"", &[&format!("incomplete = \"{word}\"")])),
    );
    policies_judged_alike(&sound, true);
    for (line, others) in [
        ("schema = 1", &["", "schema = 2", "schema = \"1\""][..]),
        (
            "answers = \"a.toml\"",
            &["answers = 1", "answers = \"\"", "answers = \" \"", "answers = [\"a.toml\"]", "anwsers = \"a.toml\""],
        ),
        (
            "default = 1",
            &["default = 3", "default = -1", "default = \"1\"", "default = true", "default = 1.5", "default = [1]"],
        ),
        (
            "\"shop.counter\" = 2",
            &[
                "shop.counter = 2",
                "\"tiny\" = 2",
                "\"shop.stall\" = 2",
                "\"shop.counter.selling.paying\" = 2",
                "\"shop.counter\" = \"2\"",
            ],
        ),
        (
            "incomplete = \"warn\"",
            &["incomplete = \"fial\"", "incomplete = true", "incomplete = \"Warn\"", "incomplete = \"\""],
        ),
        (
            "max-age-days = 180",
            &[
                "max-age-days = -1",
                "max-age-days = 36501",
                "max-age-days = \"180\"",
                "max-age-days = 1.5",
                "max-age = 1",
            ],
        ),
        (
            "evidence-from-level = 2",
            &[
                "evidence-from-level = 0",
                "evidence-from-level = 3",
                "evidence-from-level = \"2\"",
                "evidence-from-level = true",
            ],
        ),
        ("evidence-must-exist = true", &["evidence-must-exist = 1", "evidence-must-exist = \"true\""]),
        ("allow-na = false", &["allow-na = 0", "allow-na = \"no\""]),
        ("[target]", &["[targets]"]),
        ("[rules]", &["[rule]"]),
    ] {
        policies_judged_alike(&changed(POLICY, line, others), false);
    }
    policies_judged_alike(&["schema = 1\ntarget = 2\n", "schema = 1\nrules = []\n"].map(str::to_owned), false);
}
