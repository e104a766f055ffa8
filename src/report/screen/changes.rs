//! What has to be written so that one line of a terminal becomes another: a typed character is one character.

use crate::text::width;

/// What ends every color, as lines hold it, and shorter.
const RESET: &str = "\x1b[0m";
const SHORT_RESET: &str = "\x1b[m";
/// Clears the rest of the line.
const CLEAR_TO_END: &str = "\x1b[K";
/// About as many bytes as a move within the line takes, plain and in a color: as many that stand already are written
/// anew instead.
const BYTES_OF_A_MOVE: (usize, usize) = (5, 12);
/// From so many blanks on, clearing them and moving on takes fewer bytes.
const LONG: usize = 12;

/// A part of a line that is written anew.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Change {
    /// Where it stands, in columns from 0.
    pub column: usize,
    /// What is written there, with its own colors; what it only clears leaves the cursor where it was.
    pub text: String,
    /// Where the cursor stands then; `None` if terminals differ about that.
    pub end: Option<usize>,
}

/// The color that a terminal writes in, kept from one change to the next: no color is said twice.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Pen {
    look: String,
}

impl Pen {
    /// What ends the color.
    pub fn reset(&mut self) -> &'static str {
        if std::mem::take(&mut self.look).is_empty() { "" } else { SHORT_RESET }
    }

    /// What makes this the color.
    fn take(&mut self, look: &str) -> String {
        if self.look == look {
            return String::new();
        }
        let was = std::mem::replace(&mut self.look, look.to_owned());
        match (was.as_str(), look) {
            (_, "") => SHORT_RESET.to_owned(),
            ("", new) => new.to_owned(),
            (_, new) => new.replacen("\x1b[", "\x1b[0;", 1),
        }
    }

    /// What makes a blank written or cleared now look like one.
    fn blank(&mut self) -> &'static str {
        if is_ink(&self.look) { "" } else { self.reset() }
    }
}

/// One column of a line, and how it looks.
#[derive(Clone, Copy, PartialEq, Eq)]
struct Cell<'a> {
    character: char,
    /// Whether this is not the first column of its character.
    goes_on: bool,
    /// The sequences that color it; empty if none does, or it could not be seen.
    look: &'a str,
}

const BLANK: Cell<'_> = Cell { character: ' ', goes_on: false, look: "" };

/// What is to be written where `old` stands so that `new` does, from left to right; nothing where they look the same.
///
/// Both hold no control sequence but those for colors.
#[must_use]
pub fn changes(old: &str, new: &str, pen: &mut Pen) -> Vec<Change> {
    if old == new {
        return Vec::new();
    }
    let (Some(mut old), Some(mut new)) = (cells(old), cells(new)) else {
        return vec![Change { column: 0, text: format!("{}{CLEAR_TO_END}{new}", pen.reset()), end: None }];
    };
    let columns = old.len().max(new.len());
    old.resize(columns, BLANK);
    new.resize(columns, BLANK);
    let end = columns - new.iter().rev().take_while(|cell| **cell == BLANK).count();
    let mut changes = Vec::new();
    let mut at = 0;
    while let Some(start) = (at..end).find(|column| old[*column] != new[*column]) {
        at = stretch_end(&old[..end], &new[..end], start);
        changes.extend(written(start, &new[start..at], pen));
    }
    if let Some(column) = (end..columns).find(|column| old[*column] != BLANK) {
        let text = format!("{}{CLEAR_TO_END}", pen.blank());
        match changes.last_mut() {
            Some(last) if at == end && !last.text.ends_with('X') => last.text.push_str(&text),
            _ => changes.push(Change { column, text, end: Some(column) }),
        }
    }
    changes
}

/// Where what is written from a column on ends: what stands already and is short is written with it.
fn stretch_end(old: &[Cell<'_>], new: &[Cell<'_>], start: usize) -> usize {
    let mut end = start + 1;
    while let Some(next) = (end..new.len()).find(|column| old[*column] != new[*column]) {
        let between = &new[end..next];
        let look = new[end - 1].look;
        let is_alike = between.iter().all(|cell| *cell == BLANK || cell.look == look);
        let most = if look.is_empty() { BYTES_OF_A_MOVE.0 } else { BYTES_OF_A_MOVE.1 };
        if !is_alike || bytes(between) > most {
            break;
        }
        end = next + 1;
    }
    end
}

/// These cells from a column on: written, and long blanks cleared.
fn written(column: usize, cells: &[Cell<'_>], pen: &mut Pen) -> Vec<Change> {
    let mut changes = Vec::new();
    let (mut from, mut at) = (0, 0);
    while at < cells.len() {
        let blanks = cells[at..].iter().take_while(|cell| **cell == BLANK).count();
        if blanks >= LONG {
            if from < at {
                changes.push(painted(column + from, &cells[from..at], pen));
            }
            let text = format!("{}\x1b[{blanks}X", pen.blank());
            changes.push(Change { column: column + at, text, end: Some(column + at) });
            from = at + blanks;
        }
        at += blanks.max(1);
    }
    if from < cells.len() {
        changes.push(painted(column + from, &cells[from..], pen));
    }
    changes
}

/// These cells from a column on, all written.
fn painted(column: usize, cells: &[Cell<'_>], pen: &mut Pen) -> Change {
    Change { column, text: paint(cells, pen), end: Some(column + cells.len()) }
}

/// The columns of a line; `None` if a character has none of its own, since terminals differ in what they make of that.
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
        let look = &line[look.clone()];
        let look = if character == ' ' && is_ink(look) { "" } else { look };
        cells.extend((0..columns).map(|column| Cell { character, goes_on: column > 0, look }));
        at += character.len_utf8();
    }
    Some(cells)
}

/// Whether a look is that of letters alone (bold, dimmed, a color), and so not seen on a blank.
fn is_ink(look: &str) -> bool {
    let mut sequences = look.split_terminator('m').map(|it| it.strip_prefix("\x1b[").unwrap_or(it));
    sequences.all(|it| matches!(it, "1" | "2") || it.starts_with("38;5;") || it.len() == 2 && it.starts_with('3'))
}

fn bytes(cells: &[Cell<'_>]) -> usize {
    cells.iter().filter(|cell| !cell.goes_on).map(|cell| cell.character.len_utf8()).sum()
}

fn paint(cells: &[Cell<'_>], pen: &mut Pen) -> String {
    let mut text = String::new();
    for cell in cells.iter().filter(|cell| !cell.goes_on) {
        if *cell == BLANK {
            text.push_str(pen.blank());
        } else {
            text.push_str(&pen.take(cell.look));
        }
        text.push(cell.character);
    }
    text
}

#[cfg(test)]
mod tests {
    use super::{Change, Pen, changes};

    fn changed(old: &str, new: &str) -> Vec<(usize, String)> {
        changes(old, new, &mut Pen::default()).into_iter().map(|Change { column, text, .. }| (column, text)).collect()
    }

    fn these(changes: &[(usize, &str)]) -> Vec<(usize, String)> {
        changes.iter().map(|(column, text)| (*column, (*text).to_owned())).collect()
    }

    #[test]
    fn only_what_differs_is_written() {
        assert_eq!(changed("> ab", "> ab"), []);
        assert_eq!(changed("> ab", "> abc"), these(&[(4, "c")]));
        assert_eq!(changed("> 分支 | x", "> 分数 | x"), these(&[(4, "数")]));
        assert_eq!(changed("> a   \x1b[2m│\x1b[0m x", "> ab  \x1b[2m│\x1b[0m x"), these(&[(3, "b")]));
        assert_eq!(changed("> a", "> "), these(&[(2, "\x1b[K")]));
        assert_eq!(changed("> a long way", "> b  "), these(&[(2, "b\x1b[K")]));
    }

    #[test]
    fn what_stands_between_is_left_where_a_move_is_shorter() {
        let (old, new) = ("level now 1, the rest is the same 1", "level now 2, the rest is the same 2");
        assert_eq!(changed(old, new), these(&[(10, "2"), (34, "2")]));
        assert_eq!(changed("1 of 5", "2 of 6"), these(&[(0, "2 of 6")]));
    }

    #[test]
    fn a_character_of_two_columns_is_never_left_in_half() {
        assert_eq!(changed("分支a", "x支a"), these(&[(0, "x支a\x1b[K")]));
        assert_eq!(changed("分ab", "x ab"), these(&[(0, "x ")]));
        assert_eq!(changed("xyab", "分ab"), these(&[(0, "分")]));
    }

    #[test]
    fn long_blanks_are_cleared_and_not_written() {
        let (old, new) = (format!("{}|", "word ".repeat(5)), format!("a{}|", " ".repeat(24)));
        assert_eq!(changed(&old, &new), these(&[(0, "a"), (1, "\x1b[23X")]));
    }

    #[test]
    fn colors_are_those_of_the_characters() {
        assert_eq!(changed("\x1b[1mab\x1b[0m", "\x1b[1mac\x1b[0m"), these(&[(1, "\x1b[1mc")]));
        assert_eq!(changed("ab", "a\x1b[1m\x1b[31mb\x1b[0m"), these(&[(1, "\x1b[1m\x1b[31mb")]));
        assert_eq!(changed("", "\x1b[1ma b\x1b[0m\x1b[2mc\x1b[0m"), these(&[(0, "\x1b[1ma b\x1b[0;2mc")]));
        assert_eq!(changed("a", "\x1b[7ma \x1b[0m"), these(&[(0, "\x1b[7ma ")]));
    }

    #[test]
    fn no_color_is_said_twice() {
        let mut pen = Pen::default();
        let mut text = |new| changes("", new, &mut pen).remove(0).text;
        let dim = ["a b", "c"].map(|word| format!("\x1b[2m{word}\x1b[0m"));
        assert_eq!(dim.each_ref().map(|line| text(line)), ["\x1b[2ma b", "c"]);
        assert_eq!(text("  d"), "\x1b[md");
        assert_eq!(pen.reset(), "");
    }

    #[test]
    fn what_terminals_differ_about_is_written_whole() {
        assert_eq!(changed("ae", "ae\u{301}"), these(&[(0, "\x1b[Kae\u{301}")]));
    }
}
