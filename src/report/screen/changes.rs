//! What has to be written so that one line of a terminal becomes another: a typed character is one character.

use crate::text::width;

/// What ends every color.
const RESET: &str = "\x1b[0m";

/// A part of a line that is written anew.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Change {
    /// Where it stands, in columns from 0.
    pub column: usize,
    /// What is written there, with its own colors.
    pub text: String,
    /// Whether whatever stands after it is to be cleared.
    pub ends_line: bool,
}

/// One character of a line, and how it looks.
#[derive(Clone, Copy, PartialEq, Eq)]
struct Cell<'a> {
    character: char,
    columns: usize,
    /// The sequence that colors it; empty if none does.
    look: &'a str,
}

/// What is to be written where `old` stands so that `new` does; `None` if that is nothing.
///
/// Both hold no control sequence but those for colors.
#[must_use]
pub fn change(old: &str, new: &str) -> Option<Change> {
    if old == new {
        return None;
    }
    let whole = || Some(Change { column: 0, text: new.to_owned(), ends_line: true });
    let (Some(old), Some(new)) = (cells(old), cells(new)) else { return whole() };
    let start = old.iter().zip(&new).take_while(|(old, new)| old == new).count();
    let column = columns(&new[..start]);
    let (old, new) = (&old[start..], &new[start..]);
    if columns(old) != columns(new) {
        return Some(Change { column, text: paint(new), ends_line: true });
    }
    let same_end = old.iter().rev().zip(new.iter().rev()).take_while(|(old, new)| old == new).count();
    Some(Change { column, text: paint(&new[..new.len() - same_end]), ends_line: false })
}

/// The characters of a line; `None` if one has no column of its own, since terminals differ in what they make of that.
fn cells(line: &str) -> Option<Vec<Cell<'_>>> {
    let mut cells = Vec::new();
    let (mut at, mut look) = (0, 0..0);
    while let Some(character) = line[at..].chars().next() {
        if character == '\x1b' {
            let end = at + line[at..].find('m')? + 1;
            look = match &line[at..end] {
                RESET => end..end,
                // Several sequences in a row are one look; none begins within another.
                _ if look.is_empty() || look.end == at => (if look.is_empty() { at } else { look.start })..end,
                _ => return None,
            };
            at = end;
            continue;
        }
        let columns = width(character.encode_utf8(&mut [0; 4]));
        if columns == 0 {
            return None;
        }
        cells.push(Cell { character, columns, look: &line[look.clone()] });
        at += character.len_utf8();
    }
    Some(cells)
}

fn columns(cells: &[Cell<'_>]) -> usize {
    cells.iter().map(|cell| cell.columns).sum()
}

fn paint(cells: &[Cell<'_>]) -> String {
    let mut text = String::new();
    let mut look = "";
    for cell in cells {
        if cell.look != look {
            if !look.is_empty() {
                text.push_str(RESET);
            }
            text.push_str(cell.look);
            look = cell.look;
        }
        text.push(cell.character);
    }
    if !look.is_empty() {
        text.push_str(RESET);
    }
    text
}

#[cfg(test)]
mod tests {
    use super::{Change, change};

    #[expect(clippy::unnecessary_wraps, reason = "compared with what has or has not changed")]
    fn changed(column: usize, text: &str, ends_line: bool) -> Option<Change> {
        Some(Change { column, text: text.to_owned(), ends_line })
    }

    #[test]
    fn only_what_differs_is_written() {
        assert_eq!(change("> ab", "> ab"), None);
        assert_eq!(change("> ab", "> abc"), changed(4, "c", true));
        assert_eq!(change("> 分支 | x", "> 分数 | x"), changed(4, "数", false));
        assert_eq!(change("> a   \x1b[2m│\x1b[0m x", "> ab  \x1b[2m│\x1b[0m x"), changed(3, "b", false));
        assert_eq!(change("> a", "> "), changed(2, "", true));
    }

    #[test]
    fn colors_are_those_of_the_characters() {
        assert_eq!(change("\x1b[1mab\x1b[0m", "\x1b[1mac\x1b[0m"), changed(1, "\x1b[1mc\x1b[0m", false));
        assert_eq!(change("ab", "a\x1b[1m\x1b[31mb\x1b[0m"), changed(1, "\x1b[1m\x1b[31mb\x1b[0m", false));
    }

    #[test]
    fn what_terminals_differ_about_is_written_whole() {
        assert_eq!(change("ae", "ae\u{301}"), changed(0, "ae\u{301}", true));
    }
}
