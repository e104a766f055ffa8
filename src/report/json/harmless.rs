//! JSON that no terminal and no build server obeys: control and bidirectional characters are escaped, and so is `##`.

use std::fmt::Write as _;
use std::io;

use memchr::memmem;
use serde::Serialize;
use serde_json::ser::Formatter;

use crate::text::{has_hostile_beyond_c0, is_hostile};

/// Any JSON document as text: indented, one newline at the end, hostile characters escaped.
#[must_use]
pub fn write<T: Serialize>(document: &T) -> String {
    text(document, Layout::Indented { depth: 0, is_empty: true }) + "\n"
}

/// Any JSON value on one line, without a newline, hostile characters escaped.
#[must_use]
pub fn write_line<T: Serialize>(value: &T) -> String {
    text(value, Layout::OneLine)
}

/// JSON values, each on a line of its own, hostile characters escaped.
#[must_use]
pub fn write_lines<T: Serialize>(values: impl Iterator<Item = T>) -> String {
    let mut bytes = Vec::new();
    for value in values {
        add(&mut bytes, &value, Layout::OneLine);
        bytes.push(b'\n');
    }
    harmless(bytes)
}

fn text<T: Serialize>(value: &T, layout: Layout) -> String {
    let mut bytes = Vec::new();
    add(&mut bytes, value, layout);
    harmless(bytes)
}

fn add<T: Serialize>(bytes: &mut Vec<u8>, value: &T, layout: Layout) {
    let mut serializer = serde_json::Serializer::with_formatter(Pieces(bytes), layout);
    // Plain structs with string keys always serialize, and a vector takes every byte.
    let done = value.serialize(&mut serializer);
    debug_assert!(done.is_ok(), "{done:?}");
}

/// The same JSON with control and bidirectional characters as `\uXXXX`, so that no terminal that shows it obeys them, and the
/// second of two `#`, which begin a command in the logs of some build servers.
///
/// All of these stand within strings. They are looked for in the finished text, since most of its strings are too short to
/// look for anything in each of them.
fn harmless(json: Vec<u8>) -> String {
    let json = String::from_utf8(json).unwrap_or_default();
    if memmem::find(json.as_bytes(), b"##").is_none() && !has_hostile_beyond_c0(&json) {
        return json;
    }
    let mut harmless = String::with_capacity(json.len() + 8);
    let mut last = ' ';
    for character in json.chars() {
        if is_hostile(character) || (last, character) == ('#', '#') {
            let _ = write!(harmless, "\\u{:04x}", u32::from(character));
        } else {
            harmless.push(character);
        }
        last = character;
    }
    harmless
}

/// Takes what is written piece by piece, nearly always a sign or two: a vector would copy each as if it were long.
struct Pieces<'a>(&'a mut Vec<u8>);

impl io::Write for Pieces<'_> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.write_all(bytes).map(|()| bytes.len())
    }

    #[inline]
    fn write_all(&mut self, bytes: &[u8]) -> io::Result<()> {
        match bytes {
            [sign] => self.0.push(*sign),
            [first, second] => {
                self.0.push(*first);
                self.0.push(*second);
            }
            _ => self.0.extend_from_slice(bytes),
        }
        Ok(())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

/// Where values stand.
#[derive(Clone, Copy)]
enum Layout {
    /// All on one line, without blanks.
    OneLine,
    /// Each on a line of its own, two blanks further in for each list or object that it stands in.
    Indented {
        /// In how many.
        depth: usize,
        /// Whether the innermost has no value yet.
        is_empty: bool,
    },
}

/// The end of a line and the blanks before the next one: written as one piece, since half of a document is blanks.
const LINE_BREAK: &[u8; 65] = b"\n                                                                ";

impl Layout {
    fn open(&mut self) {
        if let Self::Indented { depth, is_empty } = self {
            *depth += 1;
            *is_empty = true;
        }
    }

    fn close<W: ?Sized + io::Write>(&mut self, out: &mut W) -> io::Result<()> {
        let Self::Indented { depth, is_empty } = self else { return Ok(()) };
        *depth -= 1;
        if *is_empty { Ok(()) } else { break_line(out, *depth) }
    }

    fn before_value<W: ?Sized + io::Write>(self, out: &mut W, first: bool) -> io::Result<()> {
        if !first {
            out.write_all(b",")?;
        }
        match self {
            Self::OneLine => Ok(()),
            Self::Indented { depth, .. } => break_line(out, depth),
        }
    }

    fn after_value(&mut self) {
        if let Self::Indented { is_empty, .. } = self {
            *is_empty = false;
        }
    }
}

fn break_line<W: ?Sized + io::Write>(out: &mut W, depth: usize) -> io::Result<()> {
    let blanks = 2 * depth;
    match LINE_BREAK.get(..=blanks) {
        Some(all) => out.write_all(all),
        None => write!(out, "\n{:blanks$}", ""),
    }
}

impl Formatter for Layout {
    fn begin_array<W: ?Sized + io::Write>(&mut self, out: &mut W) -> io::Result<()> {
        self.open();
        out.write_all(b"[")
    }

    fn end_array<W: ?Sized + io::Write>(&mut self, out: &mut W) -> io::Result<()> {
        self.close(out)?;
        out.write_all(b"]")
    }

    fn begin_array_value<W: ?Sized + io::Write>(&mut self, out: &mut W, first: bool) -> io::Result<()> {
        self.before_value(out, first)
    }

    fn end_array_value<W: ?Sized + io::Write>(&mut self, _: &mut W) -> io::Result<()> {
        self.after_value();
        Ok(())
    }

    fn begin_object<W: ?Sized + io::Write>(&mut self, out: &mut W) -> io::Result<()> {
        self.open();
        out.write_all(b"{")
    }

    fn end_object<W: ?Sized + io::Write>(&mut self, out: &mut W) -> io::Result<()> {
        self.close(out)?;
        out.write_all(b"}")
    }

    fn begin_object_key<W: ?Sized + io::Write>(&mut self, out: &mut W, first: bool) -> io::Result<()> {
        self.before_value(out, first)
    }

    fn begin_object_value<W: ?Sized + io::Write>(&mut self, out: &mut W) -> io::Result<()> {
        out.write_all(match self {
            Self::OneLine => b":",
            Self::Indented { .. } => b": ",
        })
    }

    fn end_object_value<W: ?Sized + io::Write>(&mut self, _: &mut W) -> io::Result<()> {
        self.after_value();
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::{write, write_line};
    use crate::text::inert;

    proptest! {
        #[test]
        fn a_terminal_and_a_build_server_find_nothing_to_obey(texts in prop::collection::vec("[a分:#\\[\n\r\u{1b} ]{0,9}", 1..4)) {
            for json in [write(&texts), write_line(&texts)] {
                prop_assert!(!json.contains('\u{1b}'), "{}", json);
                prop_assert_eq!(inert(&json), &*json);
                prop_assert_eq!(&serde_json::from_str::<Vec<String>>(&json).expect("it is JSON"), &texts);
            }
        }
    }
}
