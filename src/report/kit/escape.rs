//! Foreign text made harmless for one format each.

use std::borrow::Cow;

use crate::text::{inert, one_line};

/// Text inside a Markdown paragraph, list or table cell: on one line, and no character of it is markup to any reader.
///
/// What could act is written as a character reference: readers that are not `CommonMark` show the backslash before many
/// signs, and no reader takes a reference for markup.
pub(in crate::report) fn markdown(text: &str) -> String {
    let line = one_line(text);
    let mut escaped = String::with_capacity(line.len());
    let mut rest = line.chars().peekable();
    let mut last = None;
    while let Some(character) = rest.next() {
        let next = rest.peek().copied();
        match character {
            '&' => escaped.push_str("&amp;"),
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            _ if is_markup(last, character, next) => push_reference(&mut escaped, character),
            _ => escaped.push(character),
        }
        last = Some(character);
    }
    // A number begins a list.
    let digits = escaped.bytes().take_while(u8::is_ascii_digit).count();
    if let Some(sign @ ('.' | ')')) = escaped[digits..].chars().next().filter(|_| digits > 0) {
        let after = escaped.split_off(digits + 1);
        if after.is_empty() || after.starts_with(' ') {
            escaped.pop();
            push_reference(&mut escaped, sign);
        }
        escaped.push_str(&after);
    }
    // Some sites make links of these by themselves.
    escaped.replace("www.", "www&#46;")
}

/// Whether a character between two others is markup to some reader of Markdown.
fn is_markup(last: Option<char>, character: char, next: Option<char>) -> bool {
    match character {
        // Emphasis, code, links, headings and names, tables, attributes, mathematics, and what is struck out or raised.
        '\\' | '`' | '*' | '_' | '{' | '}' | '[' | ']' | '#' | '|' | '~' | '@' | '$' | '^' => true,
        // A link or a picture such as `:smile:`; before a blank it only ends a phrase.
        ':' => last.is_none() || next.is_some_and(|next| !next.is_whitespace()),
        // Lists, rules, the lines under headings, notes and folds that some sites know; marked text where doubled.
        '+' | '=' => last.is_none() || next == Some(character) || last == Some(character),
        '-' | '!' | '?' | '/' | '%' | '"' => last.is_none(),
        _ => false,
    }
}

fn push_reference(escaped: &mut String, character: char) {
    escaped.push_str("&#");
    escaped.push_str(&u32::from(character).to_string());
    escaped.push(';');
}

/// A CSV field that no spreadsheet takes for a formula, and no program for a number, a day or an empty field: such a one
/// is led by an apostrophe.
pub(in crate::report) fn csv(text: &str) -> Cow<'_, str> {
    const LEADS: &[char] = &['=', '+', '-', '@', '\t', '\r', '＝', '＋', '－', '＠', '\''];
    if is_plain(text) {
        return Cow::Borrowed(text);
    }
    let line = inert(&one_line(text)).into_owned();
    Cow::Owned(if line.starts_with(LEADS) || is_value(&line) { format!("'{line}") } else { line })
}

/// Whether a text is surely what most names and paths are, told at one glance: a letter and then letters, digits, single
/// blanks and signs that mean nothing to anyone, longer than any word for a value.
fn is_plain(text: &str) -> bool {
    let bytes = text.as_bytes();
    let is_letter = |byte: &u8| byte.is_ascii_alphabetic() && !matches!(byte, b'e' | b'E');
    let is_known = |byte: &u8| byte.is_ascii_alphanumeric() || b" -_./,()".contains(byte);
    bytes.len() > LONGEST_VALUE
        && bytes[0].is_ascii_alphabetic()
        && bytes.iter().all(is_known)
        && bytes.iter().any(is_letter)
        && !bytes.ends_with(b" ")
        && !bytes.windows(2).any(|pair| pair == b"  ")
}

/// The length of the longest of the words that [`is_value`] knows.
const LONGEST_VALUE: usize = "yesterday".len();

/// Escapes several lines in one field.
pub(in crate::report) fn csv_lines(lines: &[String]) -> String {
    let (first, rest) =
        lines.split_first().map_or((String::new(), &lines[..0]), |(first, rest)| (csv(first).into_owned(), rest));
    rest.iter().fold(first, |text, line| text + "\n" + &inert(&one_line(line)))
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
    let has_letter = || text.chars().any(|it| it.is_alphabetic() && !matches!(it, 'e' | 'E'));
    let has_digit = || text.chars().any(char::is_numeric);
    (has_digit() && !has_letter()) || WORDS.iter().any(|word| text.eq_ignore_ascii_case(word))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use pulldown_cmark::{Event, Options, Parser};

    use super::{csv, csv_lines, is_plain, is_value, markdown};
    use crate::text::{inert, one_line};

    #[test]
    fn markdown_leaves_alone_what_is_no_markup() {
        for text in ["Step 1: 1 clause", "Tests (monitoring), again!", "a/b-c = 3.00 of 5", "第 1 步：1 条要求"] {
            assert_eq!(markdown(text), text);
        }
    }

    #[test]
    fn markdown_shows_markup_as_text() {
        assert_eq!(markdown("a|b <b> [x](y) `c`"), "a&#124;b &lt;b&gt; &#91;x&#93;(y) &#96;c&#96;");
        assert_eq!(markdown("two\nlines"), "two lines");
        assert_eq!(markdown("$x$ www.evil.example"), "&#36;x&#36; www&#46;evil.example");
        assert_eq!(markdown("https://evil.example a@b.example"), "https&#58;//evil.example a&#64;b.example");
        for (text, escaped) in [
            ("1. list", "1&#46; list"),
            ("1)", "1&#41;"),
            ("3.00 of 5", "3.00 of 5"),
            ("- x", "&#45; x"),
            ("!!! note", "&#33;!! note"),
        ] {
            assert_eq!(markdown(text), escaped);
        }
    }

    /// All that readers may do, but for typographic quotes, which are what was written all the same.
    const READERS: Options = Options::all().difference(Options::ENABLE_SMART_PUNCTUATION);

    /// The text that a reader sees, and the structure around it.
    fn shown(document: &str) -> (String, Vec<String>) {
        let (mut text, mut structure) = (String::new(), Vec::new());
        for event in Parser::new_ext(document, READERS) {
            match event {
                Event::Text(words) => text.push_str(&words),
                other => structure.push(format!("{other:?}")),
            }
        }
        (text, structure)
    }

    proptest! {
        #[test]
        fn markdown_is_read_as_it_was_written(
            text in "([-+=*_~`^!?/%:|#@$&<>(){}\\[\\]\\\\\"'.0-9 a-c]|\\PC|1\\. |:-|\\[x\\]|&amp;|https://){1,12}",
        ) {
            let expected = one_line(&text);
            prop_assume!(!expected.is_empty());
            for (before, after) in [("", "\n"), ("- ", "\n"), ("# ", "\n"), ("- [ ] ", "\n"), ("| a |\n|---|\n| ", " |\n")] {
                let plain = shown(&format!("{before}word{after}"));
                let (said, structure) = shown(&format!("{before}{}{after}", markdown(&text)));
                prop_assert_eq!(&structure, &plain.1, "{}{}", before, markdown(&text));
                prop_assert_eq!(said, plain.0.replace("word", &expected));
            }
        }
    }

    #[test]
    fn csv_fields_are_never_formulas() {
        for formula in ["=1+1", "+1", "-1", "@x", "\t=1", " =1", "＝1"] {
            assert!(csv(formula).starts_with('\''), "{formula}");
        }
    }

    proptest! {
        /// What is told at one glance is what a closer look says.
        #[test]
        fn plain_text_is_a_csv_field_as_it_is(text in "[a-zA-Z0-9 ./,()_'=:#-]{0,14}") {
            if is_plain(&text) {
                let line = one_line(&text);
                prop_assert_eq!(&text, &inert(&line));
                prop_assert!(!is_value(&text));
            }
        }
    }

    #[test]
    fn several_lines_in_a_field_begin_like_one() {
        let lines = ["=1+1", "", "- [ ] a\nb"].map(str::to_owned);
        assert_eq!(csv_lines(&lines), format!("{}\n\n{}", csv("=1+1"), one_line("- [ ] a\nb")));
    }

    #[test]
    fn csv_texts_are_never_numbers() {
        for text in ["007", "3.1", "1 000", "50%", "1e5", "２", "2026-11-21", "NaN", "n/a", "Yes", "12:30"] {
            assert_eq!(csv(text), format!("'{text}"));
        }
        for text in ["team 7", "3rd", "no idea", "é1", "七"] {
            assert_eq!(csv(text), text);
        }
    }
}
