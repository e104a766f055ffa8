//! The first line of an answers file that tells editors where its schema is.

use crate::document::split_mark;

/// What such a line begins with, as editors know it.
pub(super) const BEGINNING: &str = "#:schema ";

/// The text of an answers file with `#:schema REFERENCE` as its first line, in place of one that is there already;
/// every other byte stays.
#[must_use]
pub fn with_schema(text: &str, reference: &str) -> String {
    let (mark, unmarked) = split_mark(text);
    let end = if unmarked.contains("\r\n") { "\r\n" } else { "\n" };
    let rest = match unmarked.split_once('\n') {
        Some((first, rest)) if first.starts_with(BEGINNING) => rest,
        None if unmarked.starts_with(BEGINNING) => "",
        _ => unmarked,
    };
    format!("{mark}{BEGINNING}{reference}{end}{rest}")
}

#[cfg(test)]
mod tests {
    use super::with_schema;

    #[test]
    fn the_first_line_alone_is_written() {
        for (text, expected) in [
            ("schema = 1\n", "#:schema ./s.json\nschema = 1\n"),
            ("schema = 1\r\n", "#:schema ./s.json\r\nschema = 1\r\n"),
            ("\u{feff}# ours\n", "\u{feff}#:schema ./s.json\n# ours\n"),
            ("#:schema ./old.json\nschema = 1", "#:schema ./s.json\nschema = 1"),
            ("#:schema ./old.json\r\nschema = 1\r\n", "#:schema ./s.json\r\nschema = 1\r\n"),
            ("#:schema ./s.json\nschema = 1\n", "#:schema ./s.json\nschema = 1\n"),
        ] {
            assert_eq!(with_schema(text, "./s.json"), expected, "{text:?}");
        }
    }
}
