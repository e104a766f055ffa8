//! What a terminal sends, as far as an interview knows it.

use crate::interview::key::Key;

pub(super) const CTRL_C: u8 = 0x03;
pub(super) const CTRL_Z: u8 = 0x1a;

/// What a terminal sent, as far as an interview knows it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Input {
    /// A key.
    Key(Key),
    /// Ctrl-C.
    Interrupt,
    /// Ctrl-Z.
    Suspend,
    /// Ctrl-L: draw everything again.
    Redraw,
}
