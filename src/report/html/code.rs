//! What is typed: commands and ids within words.

use maud::{Markup, html};

/// Words in which what is typed stands between backticks.
pub(super) fn with_code(words: &str) -> Markup {
    html! {
        @for (number, part) in words.split('`').enumerate() {
            @if number % 2 == 1 { code { (part) } } @else { (part) }
        }
    }
}

/// An id, which may be broken before its last name, with the number of a clause behind it; not within a word.
pub(super) fn id(id: &str) -> Markup {
    let names = id.trim_end_matches(|letter: char| letter.is_ascii_digit() || letter == '.');
    let (front, last) = id.split_at(names.rfind('.').unwrap_or_default());
    html! { code { (front) @if !front.is_empty() { wbr; } (last) } }
}

#[cfg(test)]
mod tests {
    use super::with_code;

    #[test]
    fn what_is_typed_is_told_apart_and_escaped() {
        assert_eq!(
            with_code("run `a <b>`, then `c`").into_string(),
            "run <code>a &lt;b&gt;</code>, then <code>c</code>"
        );
        assert_eq!(with_code("as it is").into_string(), "as it is");
    }

    #[test]
    fn an_id_is_broken_before_its_last_name() {
        for (id, code) in [("a.b.c-d.2.1", "a.b<wbr>.c-d.2.1"), ("a.b", "a<wbr>.b"), ("shop", "shop"), ("1.1", "1.1")] {
            assert_eq!(super::id(id).into_string(), format!("<code>{code}</code>"));
        }
    }
}
