//! JSON that no terminal and no build server obeys: control and bidirectional characters are escaped, and so is `##`.

use std::io;

use serde::Serialize;
use serde_json::ser::Formatter;

use crate::text::{is_hostile, is_plain};

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
    String::from_utf8(bytes).unwrap_or_default()
}

fn text<T: Serialize>(value: &T, layout: Layout) -> String {
    let mut bytes = Vec::new();
    add(&mut bytes, value, layout);
    String::from_utf8(bytes).unwrap_or_default()
}

fn add<T: Serialize>(bytes: &mut Vec<u8>, value: &T, layout: Layout) {
    let mut serializer = serde_json::Serializer::with_formatter(Pieces(bytes), Harmless(layout));
    // Plain structs with string keys always serialize, and a vector takes every byte.
    let done = value.serialize(&mut serializer);
    debug_assert!(done.is_ok(), "{done:?}");
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

/// Writes control and bidirectional characters as `\uXXXX`, so that no terminal that shows the JSON obeys them, and the
/// second of two `#`, which begin a command in the logs of some build servers.
struct Harmless(Layout);

impl Formatter for Harmless {
    fn write_string_fragment<W: ?Sized + io::Write>(&mut self, out: &mut W, fragment: &str) -> io::Result<()> {
        if is_plain(fragment) || !fragment.contains(|it| it == '#' || is_hostile(it)) {
            return out.write_all(fragment.as_bytes());
        }
        let mut written = 0;
        let mut last = ' ';
        for (at, character) in fragment.char_indices() {
            if is_hostile(character) || (last, character) == ('#', '#') {
                out.write_all(&fragment.as_bytes()[written..at])?;
                write!(out, "\\u{:04x}", u32::from(character))?;
                written = at + character.len_utf8();
            }
            last = character;
        }
        out.write_all(&fragment.as_bytes()[written..])
    }

    fn begin_array<W: ?Sized + io::Write>(&mut self, out: &mut W) -> io::Result<()> {
        self.0.open();
        out.write_all(b"[")
    }

    fn end_array<W: ?Sized + io::Write>(&mut self, out: &mut W) -> io::Result<()> {
        self.0.close(out)?;
        out.write_all(b"]")
    }

    fn begin_array_value<W: ?Sized + io::Write>(&mut self, out: &mut W, first: bool) -> io::Result<()> {
        self.0.before_value(out, first)
    }

    fn end_array_value<W: ?Sized + io::Write>(&mut self, _: &mut W) -> io::Result<()> {
        self.0.after_value();
        Ok(())
    }

    fn begin_object<W: ?Sized + io::Write>(&mut self, out: &mut W) -> io::Result<()> {
        self.0.open();
        out.write_all(b"{")
    }

    fn end_object<W: ?Sized + io::Write>(&mut self, out: &mut W) -> io::Result<()> {
        self.0.close(out)?;
        out.write_all(b"}")
    }

    fn begin_object_key<W: ?Sized + io::Write>(&mut self, out: &mut W, first: bool) -> io::Result<()> {
        self.0.before_value(out, first)
    }

    fn begin_object_value<W: ?Sized + io::Write>(&mut self, out: &mut W) -> io::Result<()> {
        out.write_all(match self.0 {
            Layout::OneLine => b":",
            Layout::Indented { .. } => b": ",
        })
    }

    fn end_object_value<W: ?Sized + io::Write>(&mut self, _: &mut W) -> io::Result<()> {
        self.0.after_value();
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
