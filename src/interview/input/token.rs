//! What the parser of control sequences makes of one byte.

use vte::{Params, Perform};

/// What one byte has finished.
pub(super) enum Token {
    Nothing,
    Char(char),
    Control(u8),
    Csi(Csi),
}

/// A control sequence: `ESC [ 1 ; 5 C` has the parameters `1` and `5`, and ends with `C`.
pub(super) struct Csi {
    /// Each with what stands after colons in it.
    pub params: Vec<Vec<u16>>,
    /// Whether a mark stands in it that replies and reports have, and no key.
    pub is_marked: bool,
    pub last: char,
}

impl Csi {
    /// A parameter, or what stands after so many colons in it; 0 where nothing stands.
    pub(super) fn number(&self, param: usize, part: usize) -> u16 {
        self.params.get(param).and_then(|parts| parts.get(part)).copied().unwrap_or_default()
    }
}

impl Perform for Token {
    fn print(&mut self, character: char) {
        *self = Self::Char(character);
    }

    fn execute(&mut self, byte: u8) {
        *self = Self::Control(byte);
    }

    fn csi_dispatch(&mut self, params: &Params, intermediates: &[u8], ignore: bool, action: char) {
        let params = params.iter().map(<[u16]>::to_vec).collect();
        *self = Self::Csi(Csi { params, is_marked: ignore || !intermediates.is_empty(), last: action });
    }
}
