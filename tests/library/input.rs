//! What a terminal sends, as keys: what is no key answers nothing, and no key is lost behind it.

use assess::interview::Key;
use assess::interview::input::{Decoder, Input};
use proptest::prelude::*;

fn keys(bytes: &str) -> Vec<Input> {
    Decoder::default().feed(bytes.as_bytes())
}

fn key(key: Key) -> Vec<Input> {
    vec![Input::Key(key)]
}

fn character(character: char) -> Input {
    Input::Key(Key::Char(character))
}

/// What terminals send that is no key of an interview.
const NO_KEYS: &[&str] = &[
    // Keys with Alt, Ctrl, Shift: of xterm, rxvt and the Linux console; and those that have none of ours.
    "\x1b\x1b[C",
    "\x1b\x1b[3~",
    "\x1b\x1bOC",
    "\x1b2",
    "\x1bc",
    "\x1b\r",
    "\x1b\x7f",
    "\x1b[1;5A",
    "\x1b[1;3C",
    "\x1b[1;2B",
    "\x1b[3;3~",
    "\x1b[3;5~",
    "\x1b[3^",
    "\x1b[3@",
    "\x1b[a",
    "\x1bO5C",
    "\x1b中",
    "\x1bé",
    "\x1b😀",
    "\x1b[[A",
    "\x1b[[C",
    "\x1bOP",
    "\x1b[15~",
    "\x1b[24~",
    "\x1b[2~",
    "\x1b[5~",
    "\x1b[6~",
    "\x1b[Z",
    "\t",
    "\n",
    "\0",
    "\x02",
    "\x04",
    "\x0b",
    // The protocols of newer terminals: with Alt, let go, keys alone, Ctrl and a digit.
    "\x1b[99;3u",
    "\x1b[51;5u",
    "\x1b[51;1:3u",
    "\x1b[57441;2u",
    "\x1b[27;5;51~",
    "\x1b[1;1:3C",
    "\x1b[9u",
    "\x1b[u",
    // Replies and reports.
    "\x1b[>41;354;0c",
    "\x1b[?62;22;52c",
    "\x1b[0n",
    "\x1b[?997;1n",
    "\x1b[3;1R",
    "\x1b[48;24;80;480;800t",
    "\x1b[8;24;80t",
    "\x1b[?2026;2$y",
    "\x1b[?1u",
    "\x1b[I",
    "\x1b[O",
    "\x1b]11;rgb:1e1e/1e1e/2e2e\x07",
    "\x1b]10;rgb:cdcd/d6d6/f4f4\x1b\\",
    "\x1b]52;c;MTIz\x1b\\",
    "\x1bP>|XTerm(354)\x1b\\",
    "\x1bP1+r544e=787465726d\x1b\\",
    "\x1b_Gi=31;OK\x1b\\",
    "\u{9b}>41;354;0c",
    "\u{9d}11;rgb:1e1e/1e1e/2e2e\x1b\\",
    // The mouse, as it is told in four ways.
    "\x1b[M !!",
    "\x1b[M312",
    "\x1b[<0;12;3M",
    "\x1b[<0;12;3m",
    "\x1b[32;12;3M",
];

#[test]
fn what_nobody_pressed_is_no_key_and_hides_none() {
    for bytes in NO_KEYS {
        assert_eq!(keys(bytes), [], "{bytes:?}");
        assert_eq!(keys(&format!("{bytes}3")), [character('3')], "after {bytes:?}");
        assert_eq!(keys(&format!("{bytes}\x03")), [Input::Interrupt], "after {bytes:?}");
    }
    let raw = [&b"\x9b>41;354;0c"[..], b"\x1b[M \xe9\xf1", b"\xff\xfe\x80", b"\xe4\xb8"];
    for bytes in raw {
        assert_eq!(Decoder::default().feed(&[bytes, b"3"].concat()), [character('3')], "{bytes:?}");
    }
}

#[test]
fn keys_are_read_as_terminals_send_them() {
    for (bytes, is) in [
        ("\x1b[A", Key::Up),
        ("\x1b[1;1B", Key::Down),
        ("\x1bOC", Key::Right),
        ("\x1b[D", Key::Left),
        ("\x1b[1~", Key::Home),
        ("\x1b[7~", Key::Home),
        ("\x1b[H", Key::Home),
        ("\x01", Key::Home),
        ("\x1bOF", Key::End),
        ("\x1b[4~", Key::End),
        ("\x05", Key::End),
        ("\x1b[3~", Key::Delete),
        ("\x7f", Key::Backspace),
        ("\x08", Key::Backspace),
        ("\r", Key::Enter),
        ("\x15", Key::DeleteLine),
        ("\x17", Key::DeleteWord),
        ("好", Key::Char('好')),
        ("３", Key::Char('３')),
        ("\x1b[13u", Key::Enter),
        ("\x1b[27u", Key::Escape),
        ("\x1b[127u", Key::Backspace),
        ("\x1b[51u", Key::Char('3')),
        ("\x1b[51;129u", Key::Char('3')),
        ("\x1b[98;2u", Key::Char('B')),
        ("\x1b[49:33;2u", Key::Char('!')),
        ("\x1b[117;5u", Key::DeleteLine),
        ("\x1b[1;129C", Key::Right),
        ("\x1b[200~2\n1\x1b[3~\x1b[201~", Key::Paste("2\n1\x1b[3~".to_owned())),
    ] {
        assert_eq!(keys(bytes), key(is), "{bytes:?}");
    }
    for interrupt in ["\x03", "\x1b[99;5u", "\x1b[99;69u", "\x1b[1089::99;5u", "\x1b[27;5;99~"] {
        assert_eq!(keys(interrupt), [Input::Interrupt], "{interrupt:?}");
    }
    for suspend in ["\x1a", "\x1b[122;5u", "\x1b\x1a", "\x1b]\x1a"] {
        assert_eq!(keys(suspend), [Input::Suspend], "{suspend:?}");
    }
    assert_eq!(keys("\x0c"), [Input::Redraw]);
}

/// Lets the time that is waited for a byte pass.
fn waits(decoder: &mut Decoder) -> Vec<Input> {
    let mut told = Vec::new();
    while decoder.patience().is_some() {
        told.extend(decoder.time_out());
    }
    told
}

#[test]
fn an_escape_alone_is_a_key_and_what_comes_late_of_its_sequence_is_none() {
    let mut decoder = Decoder::default();
    assert_eq!(decoder.feed(b"\x1b"), []);
    assert_eq!(decoder.time_out(), Some(Input::Key(Key::Escape)));
    assert_eq!(decoder.feed(b"[C"), [], "the rest of an arrow");
    assert_eq!(decoder.feed(b"\x1b"), []);
    assert_eq!(decoder.time_out(), Some(Input::Key(Key::Escape)));
    assert_eq!(decoder.feed(b"3"), [character('3')], "a key after Escape");
    assert_eq!(decoder.feed(b"\x1b\x1b"), []);
    assert_eq!(waits(&mut decoder), key(Key::Escape));
    assert_eq!(decoder.feed(b"[3"), [character('['), character('3')], "much later");
}

#[test]
fn a_paste_that_begins_late_is_a_paste() {
    let mut decoder = Decoder::default();
    decoder.feed(b"\x1b");
    decoder.time_out();
    assert_eq!(decoder.feed(b"[200~3q\x1b[201~"), key(Key::Paste("3q".to_owned())));
    assert_eq!(keys("\x1b\x1b[200~3q\x1b[201~"), key(Key::Paste("3q".to_owned())));
}

#[test]
fn a_paste_without_an_end_answers_nothing() {
    let mut decoder = Decoder::default();
    assert_eq!(decoder.feed(b"\x1b[200~3\r2\r"), []);
    assert_eq!(waits(&mut decoder), []);
    assert_eq!(decoder.feed(b"3"), [character('3')]);
    let endless = format!("\x1b[200~{}", "3\r".repeat(100_000));
    assert_eq!(decoder.feed(endless.as_bytes()), []);
    assert_eq!(decoder.feed(b"\x1b[201~3"), [character('3')], "too long to be a note");
    assert_eq!(decoder.feed(b"\x1b[200~3\x03"), [Input::Interrupt]);
}

#[test]
fn what_is_never_finished_blocks_nothing() {
    for begun in
        ["\x1b[", "\x1b[3", "\x1b[?997;1", "\x1b[3$", "\x1bO", "\x1b]11;rgb", "\x1bPabc", "\x1b_G", "\x1b[M!", "\x1b[["]
    {
        let mut decoder = Decoder::default();
        assert_eq!(decoder.feed(begun.as_bytes()), [], "{begun:?}");
        assert_eq!(waits(&mut decoder), [], "{begun:?}");
        assert_eq!(decoder.feed(b"3"), [character('3')], "{begun:?}");
        assert_eq!(keys(&format!("{begun}\x03")), [Input::Interrupt], "{begun:?}");
    }
}

/// Bytes with the inputs that they are, none where they are none.
fn piece() -> impl Strategy<Value = (Vec<u8>, Vec<Input>)> {
    let bytes = |text: &str| text.as_bytes().to_vec();
    let no_key = prop::sample::select(NO_KEYS).prop_map(move |text| (bytes(text), Vec::new()));
    let report = ("[?>=<][0-9;:]{0,12}[@-Z\\\\^-~]", Just(()))
        .prop_map(|(text, ())| (format!("\x1b[{text}").into_bytes(), vec![]));
    let string = "[P^_\\]X][ -~]{0,40}".prop_map(|text| (format!("\x1b{text}\x1b\\").into_bytes(), vec![]));
    let paste = "[ -~一-龥\r\n]{0,20}"
        .prop_map(|text| (format!("\x1b[200~{text}\x1b[201~").into_bytes(), key(Key::Paste(text))));
    let typed = prop::char::any()
        .prop_filter("no control", |it| !it.is_control() && *it != char::REPLACEMENT_CHARACTER)
        .prop_map(|typed| (typed.to_string().into_bytes(), vec![character(typed)]));
    let arrow = Just((bytes("\x1b[C"), key(Key::Right)));
    prop_oneof![3 => no_key, 2 => report, 2 => string, 1 => paste, 3 => typed, 1 => arrow]
}

proptest! {
    /// Nothing but keys is heard, each of them, wherever the bytes are cut.
    #[test]
    fn keys_alone_are_heard_wherever_bytes_are_cut(pieces in prop::collection::vec(piece(), 0..12), cuts in prop::collection::vec(1_usize..9, 1..9)) {
        let stream: Vec<u8> = pieces.iter().flat_map(|(bytes, _)| bytes.clone()).collect();
        let expected: Vec<_> = pieces.into_iter().flat_map(|(_, inputs)| inputs).collect();
        let mut decoder = Decoder::default();
        let mut heard = Vec::new();
        let mut rest = &stream[..];
        for cut in cuts.iter().cycle() {
            if rest.is_empty() { break }
            let (now, later) = rest.split_at((*cut).min(rest.len()));
            heard.extend(decoder.feed(now));
            rest = later;
        }
        prop_assert_eq!(heard, expected);
        prop_assert_eq!(decoder.patience(), None);
    }

    /// Whatever was sent, once nothing more comes the keyboard works, and Ctrl-C before that.
    #[test]
    fn the_keyboard_works_after_anything(bytes in prop::collection::vec(any::<u8>(), 0..64)) {
        let mut decoder = Decoder::default();
        decoder.feed(&bytes);
        prop_assert!(decoder.feed(&[3]).ends_with(&[Input::Interrupt]));
        decoder.feed(&bytes);
        waits(&mut decoder);
        prop_assert_eq!(decoder.feed(b"3"), [character('3')]);
    }
}
