//! Full-width characters, as an input method that was left on types them, and the plain ones that they stand for.

use crate::problem::Refusal;

/// The plain character that a full-width one stands for; others as they are.
#[must_use]
pub fn narrow(character: char) -> char {
    match character {
        '\u{ff01}'..='\u{ff5e}' => char::from_u32(u32::from(character) - 0xfee0).unwrap_or(character),
        '\u{3000}' => ' ',
        other => other,
    }
}

/// The text with plain characters in place of full-width ones.
#[must_use]
pub fn narrowed(text: &str) -> String {
    text.chars().map(narrow).collect()
}

/// Refuses a word for its full-width characters, where it would be right with plain ones; `None` for any other.
pub fn refuse(word: &str, is_right: impl FnOnce(&str) -> bool) -> Option<Refusal> {
    if word.is_ascii() {
        return None;
    }
    let meant = narrowed(word);
    (meant != word && is_right(&meant)).then(|| {
        Refusal::new(text!("`{word}` has full-width characters", "`{word}` 中有全角字符"))
            .help(text!("write `{meant}`", "请写 `{meant}`"))
    })
}
