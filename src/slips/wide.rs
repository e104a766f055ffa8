//! Full-width characters and curly quotes where TOML has plain ones, as an input method or a word processor writes them.

use std::ops::Range;

use super::values::{Holder, of_value};
use crate::full_width::narrow;
use crate::problem::Problem;

/// A part of a line of so many bytes is repeated as it should be; of a longer one, only the characters are.
const MOST_REPEATED: usize = 80;

/// So many characters that are not plain are named.
const MOST_NAMED: usize = 8;

/// All of them in a text.
pub struct Wide<'t> {
    text: &'t str,
    pieces: Vec<Piece>,
}

impl<'t> Wide<'t> {
    /// Finds them. The whole text is read for it, since a text in quotes can go over several lines.
    pub fn find(text: &'t str) -> Self {
        Self { text, pieces: pieces(text) }
    }

    /// What is meant by the line of a place; `None` if it has only plain characters outside of its texts and comments.
    pub fn of_line(&self, place: usize) -> Option<Problem> {
        let text = self.text;
        let start = text[..place].rfind('\n').map_or(0, |newline| newline + 1);
        let end = text[place..].find('\n').map_or(text.len(), |newline| place + newline);
        let before = |end: usize| self.pieces.partition_point(|piece| piece.span.start < end);
        let pieces = &self.pieces[before(start)..before(end)];
        let (first, last) = (pieces.first()?, pieces.last()?);
        let is_word = |character: char| character.is_alphanumeric() || "-_.".contains(character);
        let from = start + text[start..first.span.start].trim_end_matches(is_word).len();
        let to = end - text[last.span.end..end].trim_start_matches(is_word).len();
        let wrong = distinct(pieces, |piece| &piece.wide);
        // Nobody sees it in a message.
        if wrong == "\u{3000}" {
            let message = text!("a full-width blank", "全角空格");
            return Some(
                Problem::new(first.span.start..last.span.end, message)
                    .help(text!("type a plain one", "请改用半角空格")),
            );
        }
        let message = text!("plain characters are needed here, not `{wrong}`", "此处须用半角字符，而不是 `{wrong}`");
        let help = if to - from <= MOST_REPEATED {
            let meant = replaced(text, from..to, pieces);
            let slip = Some(&meant).filter(|meant| meant.starts_with(|first: char| first.is_ascii_digit()));
            let help = slip.and_then(|meant| of_value(meant, from..to, Holder::Other)?.help);
            help.unwrap_or_else(|| text!("write `{meant}`", "请写 `{meant}`"))
        } else {
            let plain = distinct(pieces, |piece| &piece.plain);
            text!("write `{plain}` in their place", "请改用 `{plain}`")
        };
        Some(Problem::new(from..to, message).help(help))
    }
}

/// Where plain characters belong.
struct Piece {
    span: Range<usize>,
    /// The characters that are not plain, and the ones to write in their place.
    wide: String,
    plain: String,
    /// All that belongs there.
    instead: String,
}

impl Piece {
    fn one(at: usize, wide: char, plain: char) -> Self {
        let plain = plain.to_string();
        Self { span: at..at + wide.len_utf8(), wide: wide.to_string(), instead: plain.clone(), plain }
    }
}

/// All characters outside of texts and comments that a plain one should stand for; a text in curly quotes is one piece.
fn pieces(text: &str) -> Vec<Piece> {
    let mut pieces = Vec::new();
    let mut at = 0;
    while let Some(character) = text[at..].chars().next() {
        let rest = &text[at..];
        at += match character {
            '#' => rest.find('\n').unwrap_or(rest.len()),
            '"' | '\'' => {
                let (length, curly) = quoted(rest, character);
                pieces.extend(curly.map(|(offset, curly)| Piece {
                    span: at..at + offset + curly.len_utf8(),
                    instead: format!("{}{character}", &rest[..offset]),
                    ..Piece::one(at, curly, character)
                }));
                length
            }
            _ if is_curly(character) => {
                let piece = curly_text(at, rest, character);
                let length = piece.span.len();
                pieces.push(piece);
                length
            }
            _ => {
                let plain = plain(character);
                pieces.extend((plain != character).then(|| Piece::one(at, character, plain)));
                character.len_utf8()
            }
        };
    }
    pieces
}

/// How long a text in plain quotes is, which `rest` begins with; with the curly quote that was to end it, if one was.
fn quoted(rest: &str, quote: char) -> (usize, Option<(usize, char)>) {
    let triple = quote.to_string().repeat(3);
    let is_long = rest.starts_with(&triple);
    let ends = if is_long { triple.as_str() } else { &triple[..1] };
    let mut at = ends.len();
    while let Some(character) = rest[at..].chars().next() {
        if rest[at..].starts_with(ends) {
            return (at + ends.len(), None);
        }
        if character == '\n' && !is_long {
            break;
        }
        at += character.len_utf8();
        if character == '\\' && quote == '"' {
            at += rest[at..].chars().next().filter(|next| *next != '\n').map_or(0, char::len_utf8);
        }
    }
    (at, if is_long { None } else { rest[..at].char_indices().find(|(_, character)| is_curly(*character)) })
}

/// The text in curly quotes that `rest` begins with; only the quote where none ends it on its line.
fn curly_text(at: usize, rest: &str, quote: char) -> Piece {
    let inner = &rest[quote.len_utf8()..];
    let line = inner.lines().next().unwrap_or_default();
    let ends = |character: char| is_curly(character) || matches!(character, '"' | '\'');
    let closing = line.char_indices().find(|(_, character)| ends(*character));
    let Some((length, closing)) = closing.filter(|(_, closing)| !"“‘「".contains(*closing)) else {
        return Piece::one(at, quote, '"');
    };
    let end = quote.len_utf8() + length + closing.len_utf8();
    Piece {
        span: at..at + end,
        wide: [quote, closing].into_iter().filter(|quote| is_curly(*quote)).collect(),
        plain: "\"".to_owned(),
        instead: format!("\"{}\"", &inner[..length]),
    }
}

fn is_curly(character: char) -> bool {
    "“”‘’「」＂＇".contains(character)
}

/// The plain character of TOML that is meant.
fn plain(character: char) -> char {
    match character {
        '【' => '[',
        '】' => ']',
        '、' => ',',
        '。' => '.',
        other => narrow(other),
    }
}

/// What the pieces have, each character once.
fn distinct(pieces: &[Piece], of: impl Fn(&Piece) -> &String) -> String {
    let mut all = Vec::new();
    for character in pieces.iter().flat_map(|piece| of(piece).chars()) {
        if all.len() < MOST_NAMED && !all.contains(&character) {
            all.push(character);
        }
    }
    all.into_iter().collect()
}

/// A part of the text with what belongs there.
fn replaced(text: &str, part: Range<usize>, pieces: &[Piece]) -> String {
    let mut replaced = String::new();
    let mut at = part.start;
    for piece in pieces {
        replaced.push_str(&text[at..piece.span.start]);
        replaced.push_str(&piece.instead);
        at = piece.span.end;
    }
    replaced.push_str(&text[at..part.end]);
    replaced
}
