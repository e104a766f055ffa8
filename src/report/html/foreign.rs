//! Text from answers and models: shown as it is, never obeyed.

use maud::{Markup, html};

use crate::text::{is_hostile, one_line, visible};

/// Words of unknown language and direction, kept to themselves.
pub(super) fn words(text: &str) -> Markup {
    let text = one_line(text);
    html! { bdi lang=(language(&text)) { (text) } }
}

/// A text of several lines.
pub(super) fn passage(text: &str) -> Markup {
    let unified = text.replace("\r\n", "\n");
    let text = visible(unified.trim());
    html! { bdi .passage lang=(language(&text)) { (text) } }
}

/// A piece of evidence: a link where it is one to the web, else text.
pub(super) fn evidence(entry: &str) -> Markup {
    match web(entry) {
        Some(address) => html! {
            a href=(address) rel="noopener noreferrer nofollow" { (words(address)) }
        },
        None => words(entry),
    }
}

/// The entry, when it is an address of the web without anything that could be read as something else.
fn web(entry: &str) -> Option<&str> {
    let entry = entry.trim();
    let is_web = ["https://", "http://"].iter().any(|scheme| {
        entry.len() > scheme.len() && entry.get(..scheme.len()).is_some_and(|own| own.eq_ignore_ascii_case(scheme))
    });
    let is_clean = !entry.chars().any(|character| is_hostile(character) || character.is_whitespace());
    (is_web && is_clean).then_some(entry)
}

/// Chinese where there is a Chinese character; else it is not known.
fn language(text: &str) -> &'static str {
    let is_chinese = |character| matches!(character, '\u{3400}'..='\u{9fff}' | '\u{20000}'..='\u{3ffff}');
    if text.contains(is_chinese) { "zh" } else { "" }
}

#[cfg(test)]
mod tests {
    use super::{evidence, passage, words};

    #[test]
    fn markup_and_hidden_characters_are_shown() {
        assert_eq!(words("<b>\u{202e}x").into_string(), "<bdi lang=\"\">&lt;b&gt;\\u{202e}x</bdi>");
        assert_eq!(words("支付 \"a\"").into_string(), "<bdi lang=\"zh\">支付 &quot;a&quot;</bdi>");
        assert_eq!(passage("a\r\nb\u{1b}").into_string(), "<bdi class=\"passage\" lang=\"\">a\nb\\u{1b}</bdi>");
    }

    #[test]
    fn only_addresses_of_the_web_are_links() {
        for link in ["https://wiki.example/a?b=1&c", "http://wiki.example", "HTTPS://WIKI.EXAMPLE"] {
            assert!(evidence(link).into_string().starts_with("<a href=\"htt") || link.starts_with('H'), "{link}");
            assert!(evidence(link).into_string().contains("rel=\"noopener noreferrer nofollow\""), "{link}");
        }
        for text in [
            "javascript:alert(1)",
            "data:text/html,x",
            "docs/branching.md",
            "https://",
            "https://a b",
            "https://a\u{202e}b",
            "//wiki.example",
            "ftp://x",
            "x https://y",
            "",
        ] {
            assert!(!evidence(text).into_string().contains("<a "), "{text}");
        }
        let quoted = evidence("https://x/\"onmouseover=\"alert(1)").into_string();
        assert!(quoted.contains("href=\"https://x/&quot;onmouseover=&quot;alert(1)\""), "{quoted}");
    }
}
