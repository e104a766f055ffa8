//! What a terminal sends, cut anywhere and with pauses anywhere: the keys in it do not depend on that, no answer changes
//! but by a key, and the keyboard works whatever came before.

#![no_main]

use assess::answers::Answers;
use assess::interview::input::{Decoder, Input};
use assess::interview::{Effect, Interview, Key, Wish};
use assess_fuzz::fixture::tiny;
use libfuzzer_sys::arbitrary::{self, Arbitrary};
use libfuzzer_sys::fuzz_target;

/// What a terminal sends at once.
#[derive(Arbitrary, Debug)]
enum Piece {
    /// A key of a question, alone.
    Key(Pressed),
    /// A report: a mark that no key has, digits, a final byte.
    Report { mark: u8, digits: Vec<u16>, last: u8 },
    /// A reply as a string.
    Reply { kind: u8, text: Vec<u8>, ends_with_bell: bool },
    /// A key with Alt, as two of ESC and its sequence.
    Alt(u8),
    /// Pasted text.
    Paste(Vec<u8>),
}

#[derive(Arbitrary, Clone, Copy, Debug)]
enum Pressed {
    Digit(u8),
    Skip,
    Back,
    Clear,
}

#[derive(Arbitrary, Debug)]
struct Sent {
    pieces: Vec<Piece>,
    /// Where it is cut, each so many bytes after the last.
    cuts: Vec<u8>,
    /// Bytes of no kind at all, and whether nothing comes for long after each.
    noise: Vec<(u8, bool)>,
}

impl Pressed {
    fn character(self) -> char {
        match self {
            Self::Digit(digit) => char::from(b'0' + digit % 3),
            Self::Skip => 's',
            Self::Back => 'b',
            Self::Clear => 'c',
        }
    }
}

impl Piece {
    fn write(&self, out: &mut Vec<u8>, keys: &mut Vec<char>) {
        let within = |byte: u8, from: u8, to: u8| from + byte % (to - from + 1);
        match self {
            Self::Key(pressed) => {
                out.push(pressed.character() as u8);
                keys.push(pressed.character());
            }
            Self::Report { mark, digits, last } => {
                out.extend([0x1b, b'[', within(*mark, b'<', b'?')]);
                let digits: Vec<_> = digits.iter().map(u16::to_string).collect();
                out.extend(digits.join(";").bytes());
                out.push(within(*last, b'@', b'~'));
            }
            Self::Reply { kind, text, ends_with_bell } => {
                out.extend([0x1b, b"P]_^X"[usize::from(*kind % 5)]]);
                out.extend(text.iter().map(|byte| within(*byte, b' ', b'~')));
                out.extend(if *ends_with_bell { &b"\x07"[..] } else { b"\x1b\\" });
            }
            Self::Alt(last) => out.extend([0x1b, 0x1b, b'[', b'3', within(*last, b'^', b'~')]),
            Self::Paste(text) => {
                out.extend(b"\x1b[200~");
                out.extend(text.iter().filter(|byte| ![0x1b, 0x03].contains(*byte)));
                out.extend(b"\x1b[201~");
            }
        }
    }
}

/// The answers after these keys.
fn answers_after(keys: impl IntoIterator<Item = Key>) -> Answers {
    let mut interview = Interview::new(tiny(), assess_fuzz::fixture::no_answers(), Wish::default());
    for key in keys {
        if let Effect::Save(save) = interview.press(key) {
            let on_disk = interview.answers().clone();
            interview.apply_saved(save, on_disk);
        }
    }
    interview.answers().clone()
}

fn keys(inputs: Vec<Input>) -> Vec<Key> {
    let key = |input| match input {
        Input::Key(key) => Some(key),
        _ => None,
    };
    inputs.into_iter().filter_map(key).collect()
}

fn feed_in_pieces(bytes: &[u8], cuts: &[u8]) -> Vec<Input> {
    let mut decoder = Decoder::default();
    let (mut inputs, mut rest) = (Vec::new(), bytes);
    for cut in cuts {
        let (now, later) = rest.split_at(usize::from(*cut).min(rest.len()));
        inputs.extend(decoder.feed(now));
        rest = later;
    }
    inputs.extend(decoder.feed(rest));
    inputs
}

fuzz_target!(|sent: Sent| {
    let (mut stream, mut pressed) = (Vec::new(), Vec::new());
    for piece in &sent.pieces {
        piece.write(&mut stream, &mut pressed);
    }
    let heard = keys(feed_in_pieces(&stream, &sent.cuts));
    let typed: Vec<_> = heard.iter().filter(|key| !matches!(key, Key::Paste(_))).cloned().collect();
    assert_eq!(typed, pressed.iter().map(|key| Key::Char(*key)).collect::<Vec<_>>());
    assert_eq!(answers_after(heard), answers_after(pressed.into_iter().map(Key::Char)));

    let noise: Vec<_> = sent.noise.iter().map(|(byte, _)| *byte).collect();
    assert_eq!(feed_in_pieces(&noise, &sent.cuts), Decoder::default().feed(&noise));
    let mut decoder = Decoder::default();
    for (byte, pauses) in &sent.noise {
        assert!(decoder.feed(&[*byte]).len() <= 1);
        while *pauses && decoder.patience().is_some() {
            decoder.time_out();
        }
    }
    while decoder.patience().is_some() {
        decoder.time_out();
    }
    assert_eq!(decoder.feed(b"2"), [Input::Key(Key::Char('2'))]);
    decoder.feed(&noise);
    assert!(decoder.feed(&[3]).ends_with(&[Input::Interrupt]));
});
