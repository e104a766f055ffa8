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

impl Paste {
    /// Takes one byte. At the end of the paste its text, or `None` in it if that is too long to be kept.
    pub(super) fn take(&mut self, byte: u8) -> Option<Option<String>> {
        self.bytes.push(byte);
        if self.bytes.ends_with(END) {
            self.bytes.truncate(self.bytes.len() - END.len());
            return Some((!self.is_too_long).then(|| String::from_utf8_lossy(&self.bytes).into_owned()));
        }
        if self.bytes.len() > MOST + END.len() {
            self.is_too_long = true;
            self.bytes.drain(..MOST);
        }
        None
    }
}
