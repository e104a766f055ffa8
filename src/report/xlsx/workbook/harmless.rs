//! Foreign text as a cell may hold it.

use crate::text::visible;

/// The most that a cell holds, in UTF-16 units.
const LONGEST: usize = 32_767;

/// The text with hostile characters made visible, cut to what a cell holds, and never taken for markup.
pub(super) fn harmless(text: &str) -> String {
    // A line break of another system is a break, not a character to be shown; XML knows no U+FFFE and U+FFFF.
    let unified = text.replace("\r\n", "\n");
    let mut kept = visible(&unified).replace('\u{fffe}', "\\u{fffe}").replace('\u{ffff}', "\\u{ffff}");
    // The writer takes such a text for formatted text and would copy its markup into the file unescaped.
    if kept.starts_with("<r>") && kept.ends_with("</r>") {
        kept.push(' ');
    }
    if kept.encode_utf16().count() <= LONGEST {
        return kept;
    }
    let mut units = 1;
    let fits = |character: &char| {
        units += character.len_utf16();
        units <= LONGEST
    };
    kept.chars().take_while(fits).chain(['…']).collect()
}

/// Whether a program would take the text for a formula, were it typed.
pub(super) fn looks_like_a_formula(text: &str) -> bool {
    text.starts_with(['=', '+', '-', '@', '＝', '＋', '－', '＠', '\''])
}

#[cfg(test)]
mod tests {
    use super::{LONGEST, harmless};

    #[test]
    fn long_text_is_cut_to_what_a_cell_holds() {
        for character in ["a", "字", "🙂"] {
            let units = character.encode_utf16().count();
            let whole = character.repeat(LONGEST / units);
            assert_eq!(harmless(&whole), whole);
            let cut = harmless(&(whole + character));
            assert!(cut.ends_with('…'));
            let left = LONGEST - cut.encode_utf16().count();
            assert!(left < units, "{left} units are left free");
        }
    }

    #[test]
    fn markup_of_the_format_itself_is_text() {
        assert_eq!(harmless("<r></si></r>"), "<r></si></r> ");
        let long = format!("<r>{}</r>", "a".repeat(LONGEST));
        assert!(!harmless(&long).ends_with("</r>"));
    }

    #[test]
    fn breaks_stay_and_hostile_characters_show() {
        assert_eq!(harmless("a\r\nb\nc\rd\u{1b}\u{202e}"), "a\nb\nc\\u{d}d\\u{1b}\\u{202e}");
    }
}
