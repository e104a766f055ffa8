//! Text that is pasted: until the terminal says that it ends.

/// What a terminal sends after pasted text.
const END: &[u8] = b"\x1b[201~";
/// Longer texts are no note and no reason, and are not kept.
const MOST: usize = 64 * 1024;

/// Text being pasted.
#[derive(Default)]
pub(super) struct Paste {
    bytes: Vec<u8>,
    is_too_long: bool,
}

/// How far a paste is.
pub(super) enum Pasted {
    /// More follows.
    Some,
    /// This is the whole text.
    Text(String),
    /// It has ended, and is too long to be kept.
    TooMuch,
}

impl Paste {
    /// Takes one byte.
    pub(super) fn take(&mut self, byte: u8) -> Pasted {
        self.bytes.push(byte);
        if self.bytes.ends_with(END) {
            self.bytes.truncate(self.bytes.len() - END.len());
            let text = || String::from_utf8_lossy(&self.bytes).into_owned();
            return if self.is_too_long { Pasted::TooMuch } else { Pasted::Text(text()) };
        }
        if self.bytes.len() > MOST + END.len() {
            self.is_too_long = true;
            self.bytes.drain(..MOST);
        }
        Pasted::Some
    }
}
