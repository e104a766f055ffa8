//! JSON that no terminal and no build server obeys: control and bidirectional characters are escaped, and so is `##`.

use std::io;

use serde::Serialize;
use serde_json::ser::{CharEscape, CompactFormatter, Formatter, PrettyFormatter};

use crate::text::is_hostile;

/// Any JSON document as text: indented, one newline at the end, hostile characters escaped.
#[must_use]
pub fn write<T: Serialize>(document: &T) -> String {
    text(document, PrettyFormatter::new()) + "\n"
}

/// Any JSON value on one line, without a newline, hostile characters escaped.
#[must_use]
pub fn write_line<T: Serialize>(value: &T) -> String {
    text(value, CompactFormatter)
}

/// JSON values, each on a line of its own, hostile characters escaped.
#[must_use]
pub fn write_lines<T: Serialize>(values: impl Iterator<Item = T>) -> String {
    let mut bytes = Vec::new();
    for value in values {
        add(&mut bytes, &value, CompactFormatter);
        bytes.push(b'\n');
    }
    String::from_utf8(bytes).unwrap_or_default()
}

fn text<T: Serialize>(value: &T, formatter: impl Formatter) -> String {
    let mut bytes = Vec::new();
    add(&mut bytes, value, formatter);
    String::from_utf8(bytes).unwrap_or_default()
}

fn add<T: Serialize>(bytes: &mut Vec<u8>, value: &T, formatter: impl Formatter) {
    let mut serializer = serde_json::Serializer::with_formatter(bytes, Harmless(formatter));
    // Plain structs with string keys always serialize, and a vector takes every byte.
    let done = value.serialize(&mut serializer);
    debug_assert!(done.is_ok(), "{done:?}");
}

/// Whether a text holds nothing but printable ASCII without `#`: what most text is, and quickly told.
fn is_plain(text: &str) -> bool {
    text.bytes().all(|byte| matches!(byte, b' '..=b'~') && byte != b'#')
}

/// Writes control and bidirectional characters as `\uXXXX`, so that no terminal that shows the JSON obeys them, and the
/// second of two `#`, which begin a command in the logs of some build servers.
struct Harmless<F>(F);

impl<F: Formatter> Formatter for Harmless<F> {
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

    fn write_char_escape<W: ?Sized + io::Write>(&mut self, out: &mut W, escape: CharEscape) -> io::Result<()> {
        self.0.write_char_escape(out, escape)
    }

    fn begin_array<W: ?Sized + io::Write>(&mut self, out: &mut W) -> io::Result<()> {
        self.0.begin_array(out)
    }

    fn end_array<W: ?Sized + io::Write>(&mut self, out: &mut W) -> io::Result<()> {
        self.0.end_array(out)
    }

    fn begin_array_value<W: ?Sized + io::Write>(&mut self, out: &mut W, first: bool) -> io::Result<()> {
        self.0.begin_array_value(out, first)
    }

    fn end_array_value<W: ?Sized + io::Write>(&mut self, out: &mut W) -> io::Result<()> {
        self.0.end_array_value(out)
    }

    fn begin_object<W: ?Sized + io::Write>(&mut self, out: &mut W) -> io::Result<()> {
        self.0.begin_object(out)
    }

    fn end_object<W: ?Sized + io::Write>(&mut self, out: &mut W) -> io::Result<()> {
        self.0.end_object(out)
    }

    fn begin_object_key<W: ?Sized + io::Write>(&mut self, out: &mut W, first: bool) -> io::Result<()> {
        self.0.begin_object_key(out, first)
    }

    fn begin_object_value<W: ?Sized + io::Write>(&mut self, out: &mut W) -> io::Result<()> {
        self.0.begin_object_value(out)
    }

    fn end_object_value<W: ?Sized + io::Write>(&mut self, out: &mut W) -> io::Result<()> {
        self.0.end_object_value(out)
    }
}
