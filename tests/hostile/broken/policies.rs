//! Policies that cannot be read.

use super::File;

/// A policy with these lines as its targets.
fn targets(lines: &str) -> Vec<u8> {
    format!("schema = 1\n\n[target]\n{lines}\n").into_bytes()
}

/// A policy with these lines as its rules.
fn rules(lines: &str) -> Vec<u8> {
    format!("schema = 1\n\n[rules]\n{lines}\n").into_bytes()
}

/// A policy that begins with these lines.
fn root(lines: &str) -> Vec<u8> {
    format!("schema = 1\n{lines}\n").into_bytes()
}

/// Each is a problem by itself, in any order.
fn ids() -> Vec<File> {
    vec![
        ("id-unknown", targets("\"kiosk\" = 1\n\"shop.kiosk\" = 1\n\"defualt\" = 1")),
        ("id-of-the-model", targets("\"tiny\" = 1")),
        ("id-of-a-dimension", targets("\"shop.counter.selling.greeting\" = 1")),
        ("id-without-quotes", targets("shop.counter = 1")),
        ("id-twice", targets("shop = 1\n\"shop\" = 2")),
        ("id-by-case", targets("\"Shop\" = 1\n\"SHOP.counter\" = 1\n\"shop.Counter\" = 1")),
        (
            "id-by-form",
            targets(
                "\"ｓｈｏｐ\" = 1\n\"shо\u{440}\" = 1\n\"sho\\u0301p\" = 1\n\"sh\\u00f3p\" = 1\n\"sh\\u200bop\" = 1",
            ),
        ),
        ("id-as-path", targets("\"shop/counter\" = 1\n\"../shop\" = 1\n\"/\" = 1\n\"shop\\\\counter\" = 1\n\"\" = 1")),
        ("id-of-dots", targets("\"shop.\" = 1\n\".shop\" = 1\n\"shop..counter\" = 1\n\".\" = 1\n\"..\" = 1")),
        ("id-that-acts", targets("\"\\u001b[2J\\u009b1m\\u202e\" = 1\n\"\\n::error::x\\r\\n##[error]y\" = 1")),
        ("id-too-long", targets(&format!("\"{}\" = 1", "shop.".repeat(20_000)))),
        (
            "id-for-a-script",
            targets("\"$(touch pwned)\" = 1\n\"`touch pwned`\" = 1\n\"<script>\" = 1\n\"##vso[x]\" = 1"),
        ),
    ]
}

fn values() -> Vec<File> {
    vec![
        ("target-of-another-kind", targets("default = \"2\"\n\"shop\" = 2.0\n\"shop.counter\" = true")),
        ("target-as-list", targets("default = [2]\n\"shop\" = 2026-11-21\n\"shop.counter\" = {}")),
        ("target-huge", targets(&format!("default = {}\n\"shop\" = 0xffffffffffffffffffffffff", "9".repeat(5_000)))),
        ("target-below", targets("default = -1\n\"shop\" = -9223372036854775809\n\"shop.counter\" = 3")),
        ("target-no-number", targets("default = nan\n\"shop\" = -inf\n\"shop.counter\" = 1e999999")),
        ("targets-no-table", root("target = \"\\u001b[31m\\n::error::x\"\nrules = [1]")),
        ("rule-unknown", rules("max-age = 1\nMax-Age-Days = 1\n\"\\u001b[31m\\n::error::x ##[error]y\" = 1")),
        ("rule-that-acts", rules("incomplete = \"\\u001b[31m\\n::error::x\\r##vso[y]\\u202e\"")),
        ("rule-of-another-kind", rules("incomplete = 1\nevidence-must-exist = 1\nallow-na = \"no\"")),
        ("age-huge", rules("max-age-days = 99999999999999999999\nevidence-from-level = 99999999999999999999")),
        ("age-below", rules("max-age-days = -1\nevidence-from-level = 0")),
        ("age-over", rules("max-age-days = 36501\nevidence-from-level = 3")),
        ("age-no-number", rules("max-age-days = \"180\"\nevidence-from-level = [1]")),
        ("answers-of-another-kind", root("answers = 1")),
        ("answers-as-list", root("answers = [\"answers.toml\", \"\\u001b[31m\"]")),
        ("answers-blank", root("answers = \"\\u3000\\n\\u200b\"")),
        ("answers-too-long", root(&format!("answers = \"{}\"", "字".repeat(10_001)))),
        ("key-that-acts", root("\"\\u001b[2J\" = 1\n\"\\n::error::x\" = 1\n\"##teamcity[x]\" = 1\nAnswers = \"x\"")),
        ("schema-missing", b"[target]\ndefault = 1\n".to_vec()),
        ("schema-of-another-kind", b"schema = \"1\"\n".to_vec()),
        ("schema-huge", b"schema = 99999999999999999999999999\n".to_vec()),
        ("schema-to-come", b"schema = 2\n\"\\u001b[31m\" = 1\n".to_vec()),
    ]
}

fn shapes() -> Vec<File> {
    let deep = 20_000;
    vec![
        ("policy-of-nul", root("answers = \"a\0b\"")),
        ("policy-nested-in-lists", root(&format!("target = {}{}", "[".repeat(deep), "]".repeat(deep)))),
        ("policy-nested-in-tables", root(&format!("target = {}1{}", "{a=".repeat(deep), "}".repeat(deep)))),
        ("policy-nested-in-keys", targets(&format!("{} = 1", vec!["shop"; deep].join(".")))),
        ("policy-nested-in-headings", root(&format!("[target.{}]", vec!["a"; deep].join(".")))),
        (
            "policy-of-a-thousand-problems",
            targets(&(0..1_000).map(|id| format!("\"\\u001b{id}\" = 1\n")).collect::<String>()),
        ),
        ("policy-of-broken-lines", targets(&"::error::x \u{1b}\n".repeat(1_000))),
        (
            "policy-of-answers",
            b"schema = 1\n[assessment]\nmodel = \"\\u001b[31m\"\n[answers.\"\\n::error::x\"]\n".to_vec(),
        ),
    ]
}

pub fn all() -> Vec<File> {
    ids().into_iter().chain(values()).chain(shapes()).collect()
}
