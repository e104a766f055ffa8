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

/// A CSV field that no spreadsheet takes for a formula, and no program for a number, a day or an empty field: such a one
/// is led by an apostrophe.
pub(in crate::report) fn csv(text: &str) -> String {
    const LEADS: &[char] = &['=', '+', '-', '@', '\t', '\r', '＝', '＋', '－', '＠', '\''];
    let line = inert(&one_line(text)).into_owned();
    if line.starts_with(LEADS) || is_value(&line) { format!("'{line}") } else { line }
}

/// Whether a program that guesses types takes the text for anything but text: digits without a letter, as in `007` and
/// `1 000 %`, powers such as `1e5`, and the words for yes, no and nothing.
fn is_value(text: &str) -> bool {
    const WORDS: &[&str] = &[
        "true",
        "false",
        "yes",
        "no",
        "y",
        "n",
        "t",
        "f",
        "null",
        "none",
        "nan",
        "na",
        "n/a",
        "inf",
        "infinity",
        "nil",
        "#n/a",
        ".",
        "today",
        "tomorrow",
        "yesterday",
        "now",
    ];
    let has_letter = || text.chars().any(|it| it.is_alphabetic() && !matches!(it, 'e' | 'E' | 'x' | 'X'));
    let has_digit = || text.chars().any(char::is_numeric);
    (has_digit() && !has_letter()) || WORDS.iter().any(|word| text.eq_ignore_ascii_case(word))
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
    }

    #[test]
    fn csv_texts_are_never_numbers() {
        for text in ["007", "3.1", "1 000", "50%", "1e5", "0x1F", "２", "2026-11-21", "NaN", "n/a", "Yes", "12:30"] {
            assert_eq!(csv(text), format!("'{text}"));
        }
        for text in ["team 7", "3rd", "no idea", "é1", "七"] {
            assert_eq!(csv(text), text);
        }
    }
}
