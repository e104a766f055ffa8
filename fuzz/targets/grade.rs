//! The smallest pieces that people write: grades, clauses, days, locales, lengths of text.

#![no_main]

use std::str::FromStr;

use assess::answers::{Date, Grade};
use assess::lang::Lang;
use assess::model::{ClauseId, Level};
use assess::problem::Refusal;
use assess::text;
use assess_fuzz::held::harmless;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|word: &str| {
    // What is read is what is written: nothing is coerced.
    round_trip::<Grade>(word);
    round_trip::<ClauseId>(word);
    round_trip::<Date>(word);
    round_trip::<Level>(word);
    let _ = Lang::of_locale(word);
    harmless(&text::visible(word));
    let line = text::one_line(word);
    harmless(&line);
    assert!(!line.contains(['\n', '\t']) && line.trim() == line);
    assert_eq!(text::one_line(&line), line);
    assert!(text::width(&text::cut(&line, 20)) <= 20);
    for line in text::wrap(&line, 24, "  ", "    ") {
        harmless(&line);
    }
    assert_eq!(text::inert(&text::inert(word)), text::inert(word));
});

fn round_trip<T: FromStr<Err = Refusal> + ToString>(word: &str) {
    if let Ok(value) = word.parse::<T>() {
        assert_eq!(value.to_string(), word);
    }
}
