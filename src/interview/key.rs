//! What was typed, as far as an interview knows it.

use crate::full_width::narrow;
use crate::lang::Text;

/// What was typed. Keys with a modifier other than Shift are none of these, but those that edit a line as in a shell.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Key {
    /// A character.
    Char(char),
    /// A whole text at once.
    Paste(String),
    /// Enter.
    Enter,
    /// Escape: closes what is open.
    Escape,
    /// Backspace.
    Backspace,
    /// Delete.
    Delete,
    /// Ctrl-W: removes the word before the cursor.
    DeleteWord,
    /// Ctrl-U: removes all before the cursor.
    DeleteLine,
    /// The arrow up.
    Up,
    /// The arrow down.
    Down,
    /// The arrow left.
    Left,
    /// The arrow right.
    Right,
    /// Home.
    Home,
    /// End.
    End,
}

/// The plain character behind a full-width one, in lower case: an input method left on answers too.
pub(super) fn plain(character: char) -> char {
    match narrow(character) {
        '、' => '/',
        '。' => '.',
        other => other.to_ascii_lowercase(),
    }
}

/// What is said of a character that does nothing.
pub(super) fn without_use(character: char) -> Text {
    text!("`{character}` does nothing; keys are below", "`{character}` 不起作用；可用的键见下方")
}

/// Whether this is the key that leaves an interview.
#[must_use]
pub fn is_quit(key: &Key) -> bool {
    matches!(key, Key::Char(character) if plain(*character) == 'q')
}
