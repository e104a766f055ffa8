//! Control sequences as keys, of xterm and those like it, of the Linux console, of rxvt, and of the kitty protocol.

use super::event::{CTRL_C, CTRL_Z, Input};
use super::token::Csi;
use crate::interview::key::Key;

/// What a whole control sequence means.
pub(super) enum Meaning {
    /// No key of ours.
    Nothing,
    Input(Input),
    /// Pasted text follows.
    Paste,
    /// So many bytes follow that belong to it.
    Followed(u8),
}

/// What a control sequence means.
pub(super) fn of_csi(csi: &Csi) -> Meaning {
    let has_params = csi.params.iter().any(|parts| parts.iter().any(|part| *part != 0));
    let (first, second) = (csi.number(0, 0), modifier(csi, 1));
    let input = match (csi.last, first) {
        _ if csi.is_marked => None,
        // The Linux console has F1 as `ESC [ [ A`; an old mouse reports a button and a place as bytes.
        ('[', 0) if !has_params => return Meaning::Followed(1),
        ('M', 0) if !has_params => return Meaning::Followed(3),
        ('~', 200) => return Meaning::Paste,
        ('~', 27) => of_code(u32::from(csi.number(2, 0)), None, second),
        ('u', code) => of_code(u32::from(code), Some(csi), second),
        _ if second != Modifier::None => None,
        ('A'..='H', 0 | 1) => of_letter(csi.last as u8).map(Input::Key),
        ('~', 1 | 7) => Some(Input::Key(Key::Home)),
        ('~', 3) => Some(Input::Key(Key::Delete)),
        ('~', 4 | 8) => Some(Input::Key(Key::End)),
        _ => None,
    };
    input.map_or(Meaning::Nothing, Meaning::Input)
}

/// The keys that have a letter of their own.
pub(super) fn of_letter(letter: u8) -> Option<Key> {
    Some(match letter {
        b'A' => Key::Up,
        b'B' => Key::Down,
        b'C' => Key::Right,
        b'D' => Key::Left,
        b'F' => Key::End,
        b'H' => Key::Home,
        _ => return None,
    })
}

/// Keys with Ctrl as a terminal sends them: one byte. Those of a shell's line are keys, the others are not.
pub(super) fn of_control(control: u8) -> Option<Input> {
    let key = match control {
        0x01 => Key::Home,
        CTRL_C => return Some(Input::Interrupt),
        0x05 => Key::End,
        0x08 => Key::Backspace,
        0x0c => return Some(Input::Redraw),
        b'\r' => Key::Enter,
        0x15 => Key::DeleteLine,
        0x17 => Key::DeleteWord,
        CTRL_Z => return Some(Input::Suspend),
        _ => return None,
    };
    Some(Input::Key(key))
}

/// What is held while a key is pressed.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Modifier {
    None,
    Shift,
    Ctrl,
    /// Any other, several, or a key that is let go.
    Other,
}

/// The modifier that a parameter tells: one more than the sum of its bits, after a colon what happens to the key.
fn modifier(csi: &Csi, param: usize) -> Modifier {
    const RELEASE: u16 = 3;
    // Caps lock and num lock change no key.
    const LOCKS: u16 = 64 | 128;
    match csi.number(param, 0).saturating_sub(1) & !LOCKS {
        _ if csi.number(param, 1) == RELEASE => Modifier::Other,
        0 => Modifier::None,
        1 => Modifier::Shift,
        4 => Modifier::Ctrl,
        _ => Modifier::Other,
    }
}

/// A key by the code of its character, as newer terminals can be told to send every key.
fn of_code(code: u32, alternates: Option<&Csi>, modifier: Modifier) -> Option<Input> {
    let alternate = |part| alternates.map(|csi| csi.number(0, part)).filter(|code| *code != 0).map(u32::from);
    let character = match modifier {
        Modifier::None => char::from_u32(code)?,
        Modifier::Shift => char::from_u32(alternate(1).unwrap_or(code))?.to_uppercase().next()?,
        // On other keyboards than the Latin one the key that stands there is told too.
        Modifier::Ctrl => char::from_u32(alternate(2).unwrap_or(code))?.to_ascii_lowercase(),
        Modifier::Other => return None,
    };
    match (modifier, character) {
        (Modifier::Ctrl, 'a'..='z') => of_control(character as u8 & 0x1f),
        (Modifier::None, '\r') => Some(Input::Key(Key::Enter)),
        (Modifier::None, '\x1b') => Some(Input::Key(Key::Escape)),
        (Modifier::None, '\x08' | '\x7f') => Some(Input::Key(Key::Backspace)),
        // Keys without a character have codes of private use.
        (Modifier::Ctrl, _) | (_, '\u{e000}'..='\u{f8ff}') => None,
        (_, character) if character.is_control() => None,
        (_, character) => Some(Input::Key(Key::Char(character))),
    }
}
