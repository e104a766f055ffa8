//! Which characters a text holds: those that change what is shown around them, told without looking at each of all.

use memchr::{memchr2_iter, memchr3_iter};

/// Whether a character can change what a terminal shows around it: C0 but newline and tab, C1, DEL, and what
/// reorders text or hides in it; also the two that no XML may hold.
#[inline]
#[must_use]
pub fn is_hostile(character: char) -> bool {
    match character {
        // Nearly all there is, told first: ASCII that is shown, and the scripts of East Asia.
        ' '..='~' | '\n' | '\t' | '\u{2e80}'..='\u{fefe}' | '\u{ff00}'..='\u{fffd}' => false,
        '\u{061c}'
        | '\u{200e}'
        | '\u{200f}'
        | '\u{2028}'..='\u{202e}'
        | '\u{2066}'..='\u{2069}'
        | '\u{feff}'
        | '\u{fffe}'
        | '\u{ffff}' => true,
        _ => character.is_control(),
    }
}

/// Each byte of eight.
const EACH: u64 = 0x0101_0101_0101_0101;

/// Whether a text is nothing but printable ASCII without `#`: what most text is, and quickly told. Each byte of it takes
/// one column, and nothing in it does anything anywhere.
#[must_use]
pub fn is_plain(text: &str) -> bool {
    // Eight bytes at a time: the highest bit of each that is not ASCII, below a blank, above a tilde or `#` is set in a term.
    let are_plain = |eight: &[u8; 8]| {
        let bytes = u64::from_ne_bytes(*eight);
        let (no_control, no_delete) = (bytes.wrapping_sub(EACH * u64::from(b' ')), bytes.wrapping_add(EACH));
        let no_sign = (bytes ^ (EACH * u64::from(b'#'))).wrapping_sub(EACH);
        (bytes | no_control | no_delete | no_sign) & (EACH << 7) == 0
    };
    let (eights, rest) = text.as_bytes().as_chunks();
    eights.iter().all(are_plain) && rest.iter().all(|byte| matches!(byte, b' '..=b'~') && *byte != b'#')
}

/// Whether a text holds a control character of C0: a newline, a tab or another.
#[must_use]
pub fn has_c0(text: &str) -> bool {
    // The highest bit of a byte that is ASCII gets set only where taking a blank from it goes below zero.
    let has_one = |eight: &[u8; 8]| {
        let bytes = u64::from_ne_bytes(*eight);
        bytes.wrapping_sub(EACH * u64::from(b' ')) & !bytes & (EACH << 7) != 0
    };
    let (eights, rest) = text.as_bytes().as_chunks();
    eights.iter().any(has_one) || rest.iter().any(|byte| *byte < b' ')
}

/// Whether a text holds a hostile character that is not of C0: only where one can begin is looked at, which few texts have.
#[must_use]
pub fn has_hostile_beyond_c0(text: &str) -> bool {
    let bytes = text.as_bytes();
    // The first bytes of all of them.
    let mut beginnings = memchr3_iter(0x7f, 0xc2, 0xd8, bytes).chain(memchr2_iter(0xe2, 0xef, bytes));
    beginnings.any(|at| text[at..].starts_with(is_hostile))
}

#[cfg(test)]
mod tests {
    use super::{has_c0, has_hostile_beyond_c0, is_hostile, is_plain};

    /// Texts of twenty characters around another, each with how it is without.
    fn around(other: &str) -> impl Iterator<Item = (String, String)> {
        let text = move |before: usize, other| format!("{}{other}{}", "~ ".repeat(before), "!".repeat(20 - before));
        (0..20).map(move |before| (text(before, other), text(before, "")))
    }

    #[test]
    fn what_is_not_plain_is_told_wherever_it_stands() {
        for other in ["\u{1f}", "\u{7f}", "\n", "é", "\u{0}", "分", "#"] {
            for (text, without) in around(other) {
                assert!(!is_plain(&text), "{text:?}");
                assert!(is_plain(&without), "{without:?}");
            }
        }
    }

    #[test]
    fn control_characters_are_told_wherever_they_stand() {
        for control in ["\u{0}", "\t", "\n", "\u{1f}"] {
            for (text, without) in around(control) {
                assert!(has_c0(&text) && has_c0(&format!("分{text}")), "{text:?}");
                assert!(!has_c0(&without) && !has_c0(&format!("分\u{7f}#{without}，é")), "{without:?}");
            }
        }
    }

    #[test]
    fn every_hostile_character_is_told() {
        for character in ' '..=char::MAX {
            let text = ['分', '，', character, '…'].iter().collect::<String>();
            assert_eq!(has_hostile_beyond_c0(&text), is_hostile(character), "{character:?}");
        }
    }
}
