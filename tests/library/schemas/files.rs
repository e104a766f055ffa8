//! The schemas of the files people write: what the program refuses for its type or its word, they refuse too.
//!
//! One thing they cannot: to JSON Schema `2.0` is the whole number 2.

mod answers;
mod models;
mod policies;

use serde_json::Value;

use super::{as_json, findings, validator};

/// Texts that differ from a sound one in one line, which is replaced.
fn changed(text: &str, line: &str, others: &[&str]) -> Vec<String> {
    assert!(text.contains(&format!("{line}\n")), "no line `{line}` in {text}");
    others.iter().map(|other| text.replace(&format!("{line}\n"), &format!("{other}\n"))).collect()
}

/// Holds schema and program to the same judgment of every text.
fn judged_alike(schema: &Value, texts: &[String], is_sound: bool, reads: impl Fn(&str) -> bool) {
    let schema = validator(schema);
    for text in texts {
        assert_eq!(reads(text), is_sound, "the program on\n{text}");
        assert_eq!(findings(&schema, &as_json(text)).is_empty(), is_sound, "the schema on\n{text}");
    }
}
