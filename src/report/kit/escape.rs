//! Foreign text made harmless for one format each.

use crate::text::{inert, one_line};

/// Text inside a Markdown paragraph, list or table cell: on one line, and no character of it is markup.
pub(in crate::report) fn markdown(text: &str) -> String {
    let line = one_line(text);
    let mut escaped = String::with_capacity(line.len());
    for character in line.chars() {
        match character {
            '&' => escaped.push_str("&amp;"),
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            // Mathematics, which a backslash does not stop everywhere.
            '$' => escaped.push_str("&#36;"),
            '\\' | '`' | '*' | '_' | '{' | '}' | '[' | ']' | '(' | ')' | '#' | '+' | '!' | '|' | '~' | '@' | ':' => {
                escaped.push('\\');
                escaped.push(character);
            }
            _ => escaped.push(character),
        }
    }
    // A rule, a heading's underline or a list could begin the line.
    if escaped.starts_with(['-', '=']) {
        escaped.insert(0, '\\');
    }
    let digits = escaped.bytes().take_while(u8::is_ascii_digit).count();
    if digits > 0 && (escaped[digits..].starts_with(". ") || &escaped[digits..] == ".") {
        escaped.insert(digits, '\\');
    }
    // Some sites make links of these by themselves.
    escaped.replace("www.", "www&#46;")
}

/// A CSV field that no spreadsheet takes for a formula: such a one is led by an apostrophe.
pub(in crate::report) fn csv(text: &str) -> String {
    const LEADS: &[char] = &['=', '+', '-', '@', '\t', '\r', '＝', '＋', '－', '＠'];
    let line = inert(&one_line(text)).into_owned();
    if line.starts_with(LEADS) || line.starts_with('\'') { format!("'{line}") } else { line }
}

#[cfg(test)]
mod tests {
    use super::{csv, markdown};

    #[test]
    fn markdown_shows_markup_as_text() {
        assert_eq!(markdown("a|b <b> [x](y) `c` *d*"), "a\\|b &lt;b&gt; \\[x\\]\\(y\\) \\`c\\` \\*d\\*");
        assert_eq!(markdown("two\nlines"), "two lines");
        assert_eq!(markdown("$x$ www.evil.example"), "&#36;x&#36; www&#46;evil.example");
        for (text, escaped) in
            [("1. list", "1\\. list"), ("1.", "1\\."), ("3.00 of 5", "3.00 of 5"), ("- x", "\\- x"), ("===", "\\===")]
        {
            assert_eq!(markdown(text), escaped);
        }
    }

    #[test]
    fn csv_fields_are_never_formulas() {
        for formula in ["=1+1", "+1", "-1", "@x", "\t=1", " =1", "＝1"] {
            assert!(csv(formula).starts_with('\''), "{formula}");
        }
        assert_eq!(csv("2026-11-21"), "2026-11-21");
    }
}
