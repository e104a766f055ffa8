//! What a terminal sends, as keys: bytes in, keys out, whatever pieces the bytes come in.
//!
//! A terminal sends more than keys: replies to what an editor asked it, reports of its colors, focus, mouse and size,
//! text that is pasted. None of that may answer a question, and none may keep a key from being heard. So every byte
//! belongs to what was begun before it, and only time ends what is never finished: [`Decoder::patience`] says how long
//! to wait, [`Decoder::time_out`] is told that nothing came. This module reads no clock and no terminal.

mod event;
mod paste;
mod sequence;
mod token;

use core::time::Duration;

use vte::Parser;

use super::key::Key;
use event::{CTRL_C, CTRL_Z};
use paste::{Paste, Pasted};
use sequence::Meaning;
use token::Token;

pub use event::Input;

/// How long an Escape waits for what would make it the begin of a sequence. Slow lines send bytes 50 ms apart.
const ESCAPE: Duration = Duration::from_millis(100);
/// How long any other sequence waits for its next byte.
const SEQUENCE: Duration = Duration::from_secs(1);
/// How long a paste waits for its next byte: what came after that would be taken for keys.
const PASTE: Duration = Duration::from_secs(3);

const BELL: u8 = 0x07;
const ESC: u8 = 0x1b;

/// Makes keys of bytes, and remembers what is begun.
#[derive(Default)]
pub struct Decoder {
    parser: Parser,
    begun: Begun,
}

/// What the bytes so far have begun.
#[derive(Default)]
enum Begun {
    #[default]
    Nothing,
    /// ESC.
    Escape(Lead),
    /// ESC `[`: parameters, then one final byte.
    Csi(Lead),
    /// ESC `O`: one byte, the arrows of some terminals.
    Ss3(Lead),
    /// A string for programs, as in replies: until ESC `\` or BEL.
    String,
    /// The ESC that ends a string.
    StringEnd,
    /// So many more bytes that are no keys.
    Rest(u8),
    /// Pasted text.
    Paste(Paste),
}

/// What stands before a sequence.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Lead {
    /// One ESC: a key may come of it.
    Escape,
    /// Two, as terminals send for Alt; or what makes it no key of ours.
    Alt,
    /// One that was given up waiting for, and was a key itself.
    Late,
}

impl Decoder {
    /// The keys that these bytes finish, in their order.
    pub fn feed(&mut self, bytes: &[u8]) -> Vec<Input> {
        bytes.iter().filter_map(|byte| self.take(*byte)).collect()
    }

    /// How long to wait for the next byte; `None` if nothing is begun.
    #[must_use]
    pub fn patience(&self) -> Option<Duration> {
        match self.begun {
            Begun::Nothing => None,
            Begun::Escape(Lead::Escape | Lead::Alt) | Begun::Ss3(_) => Some(ESCAPE),
            Begun::Paste(_) => Some(PASTE),
            _ => Some(SEQUENCE),
        }
    }

    /// Nothing came for as long as [`Self::patience`] says: an Escape alone is a key, anything else is given up.
    pub fn time_out(&mut self) -> Option<Input> {
        if let Begun::Escape(Lead::Escape | Lead::Alt) = self.begun {
            // Its rest may still be on the way, and must not be taken for keys.
            self.begun = Begun::Escape(Lead::Late);
            return Some(Input::Key(Key::Escape));
        }
        self.forget();
        None
    }

    fn forget(&mut self) {
        *self = Self::default();
    }

    fn take(&mut self, byte: u8) -> Option<Input> {
        if byte == CTRL_C {
            self.forget();
            return Some(Input::Interrupt);
        }
        match &mut self.begun {
            Begun::Nothing if byte == ESC => self.begin(Lead::Escape),
            Begun::Nothing => self.text(byte),
            Begun::Escape(lead) => {
                let lead = *lead;
                self.after_escape(lead, byte)
            }
            Begun::Csi(lead) => {
                let lead = *lead;
                self.in_csi(lead, byte)
            }
            Begun::Ss3(lead) => {
                let lead = *lead;
                self.in_ss3(lead, byte)
            }
            Begun::String => self.in_string(byte),
            Begun::StringEnd if byte == b'\\' => self.drop_sequence(byte),
            Begun::StringEnd => self.after_escape(Lead::Escape, byte),
            Begun::Rest(1) => self.drop_sequence(byte),
            Begun::Rest(count) => {
                *count -= 1;
                None
            }
            Begun::Paste(paste) => {
                let text = match paste.take(byte) {
                    Pasted::Some => return None,
                    Pasted::Text(text) => Some(text),
                    Pasted::TooMuch => None,
                };
                self.forget();
                text.map(|text| Input::Key(Key::Paste(text)))
            }
        }
    }

    fn begin(&mut self, lead: Lead) -> Option<Input> {
        self.parser = Parser::default();
        self.parser.advance(&mut Token::Nothing, &[ESC]);
        self.begun = Begun::Escape(lead);
        None
    }

    /// Characters, and keys with Ctrl.
    fn text(&mut self, byte: u8) -> Option<Input> {
        let mut token = Token::Nothing;
        self.parser.advance(&mut token, &[byte]);
        match token {
            // What is no UTF-8, and a C1 control, which is ESC and a letter in one.
            Token::Char(char::REPLACEMENT_CHARACTER) if (0x80..0xa0).contains(&byte) => self.control_of_c1(byte),
            Token::Char(control @ '\u{80}'..'\u{a0}') => self.control_of_c1(control as u8),
            Token::Control(control @ 0x80..0xa0) => self.control_of_c1(control),
            Token::Char(char::REPLACEMENT_CHARACTER) | Token::Nothing | Token::Csi(_) => None,
            Token::Char('\x7f') => Some(Input::Key(Key::Backspace)),
            Token::Char(character) => Some(Input::Key(Key::Char(character))),
            Token::Control(control) => sequence::of_control(control),
        }
    }

    fn control_of_c1(&mut self, control: u8) -> Option<Input> {
        self.begin(Lead::Escape);
        self.after_escape(Lead::Escape, control - 0x40)
    }

    fn after_escape(&mut self, lead: Lead, byte: u8) -> Option<Input> {
        match byte {
            ESC if lead == Lead::Late => self.begin(Lead::Escape),
            ESC => self.begin(Lead::Alt),
            b'[' => {
                self.begin(lead);
                self.parser.advance(&mut Token::Nothing, b"[");
                self.begun = Begun::Csi(lead);
                None
            }
            b'O' => {
                self.begun = Begun::Ss3(lead);
                None
            }
            // The Escape was a key, and so is this.
            _ if lead == Lead::Late => {
                self.forget();
                self.text(byte)
            }
            b'P' | b'X' | b']' | b'^' | b'_' => {
                self.begun = Begun::String;
                None
            }
            // A character of several bytes, with Alt.
            0xc2..=0xdf => self.skip(1),
            0xe0..=0xef => self.skip(2),
            0xf0..=0xf4 => self.skip(3),
            // A key with Alt.
            _ => self.drop_sequence(byte),
        }
    }

    fn in_csi(&mut self, lead: Lead, byte: u8) -> Option<Input> {
        let mut token = Token::Nothing;
        match byte {
            ESC => return self.begin(Lead::Escape),
            0x20..=0x7e => self.parser.advance(&mut token, &[byte]),
            0x80.. => {
                self.forget();
                return self.text(byte);
            }
            _ => return self.drop_sequence(byte),
        }
        if byte < 0x40 {
            return None;
        }
        self.forget();
        let Token::Csi(csi) = token else { return None };
        match sequence::of_csi(&csi) {
            Meaning::Input(input) if lead == Lead::Escape => Some(input),
            Meaning::Input(_) | Meaning::Nothing => None,
            Meaning::Paste => {
                self.begun = Begun::Paste(Paste::default());
                None
            }
            Meaning::Followed(count) => self.skip(count),
        }
    }

    fn in_ss3(&mut self, lead: Lead, byte: u8) -> Option<Input> {
        match byte {
            ESC => self.begin(Lead::Escape),
            // A modifier, as some terminals write it.
            b'0'..=b'9' | b';' => {
                self.begun = Begun::Ss3(Lead::Alt);
                None
            }
            b'A'..=b'Z' if lead == Lead::Escape => {
                self.forget();
                sequence::of_letter(byte).map(Input::Key)
            }
            _ => self.drop_sequence(byte),
        }
    }

    fn in_string(&mut self, byte: u8) -> Option<Input> {
        match byte {
            ESC => {
                self.begun = Begun::StringEnd;
                None
            }
            // No reply holds a control character: it is none, or was cut.
            BELL | 0x00..0x20 => self.drop_sequence(byte),
            _ => None,
        }
    }

    fn skip(&mut self, count: u8) -> Option<Input> {
        self.parser = Parser::default();
        self.begun = Begun::Rest(count);
        None
    }

    /// Ends what is begun, with its last byte. Ctrl-Z is a key wherever it stands.
    fn drop_sequence(&mut self, byte: u8) -> Option<Input> {
        self.forget();
        (byte == CTRL_Z).then_some(Input::Suspend)
    }
}
