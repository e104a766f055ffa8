//! The columns of the parts that stand beside each other in a table: as many as have room.

use std::ops::RangeInclusive;

use crate::report::kit::style::Style;
use crate::report::kit::words;
use crate::report::terminal::lines::lines;
use crate::text::{cut, width, wrap};

/// The columns of a part at least, so that words above it can be told.
const LEAST: usize = 7;
/// The most columns of a word above it.
const WORD: usize = 14;

/// The columns that a part takes for what stands in them, and for the longest word above.
#[derive(Clone, Copy, Debug)]
pub(super) struct Part {
    cells: usize,
    words: usize,
}

impl Part {
    /// Of its name, and of what stands there.
    pub fn of(name: &str, cells: impl Iterator<Item = String>) -> Self {
        let cells = cells.map(|cell| width(&cell)).max().unwrap_or_default().max(LEAST);
        let words = name.split(' ').map(width).max().unwrap_or_default().clamp(cells, WORD.max(cells));
        Self { cells, words }
    }
}

/// The columns of the names before parts, between the fewest and the most that these take, and of as many parts as have room:
/// first for what stands there, then for whole names, then for whole words above, the shortest first.
pub(super) fn share_out(room: usize, names: RangeInclusive<usize>, parts: &[Part]) -> (usize, Vec<usize>) {
    let (mut name, longest) = names.into_inner();
    let taken = |count: usize| name + parts[..count].iter().map(|part| part.cells + 1).sum::<usize>();
    let shown = (1..=parts.len()).rev().find(|count| taken(*count) <= room).unwrap_or(parts.len().min(1));
    let mut free = room.saturating_sub(taken(shown));
    let mut give = |wanted: usize| {
        let given = wanted.min(free);
        free -= given;
        given
    };
    name += give(longest - name);
    let mut widths: Vec<_> = parts[..shown].iter().map(|part| part.cells).collect();
    let mut places: Vec<_> = (0..shown).collect();
    places.sort_by_key(|place| parts[*place].words - parts[*place].cells);
    for place in places {
        widths[place] += give(parts[place].words - parts[place].cells);
    }
    (name, widths)
}

/// How many parts have room for whole words above them.
pub(super) fn with_whole_words(room: usize, parts: &[Part]) -> usize {
    let taken = |count: usize| parts[..count].iter().map(|part| part.words + 1).sum::<usize>();
    (0..=parts.len()).rev().find(|count| taken(*count) <= room).unwrap_or_default()
}

/// A head in as many lines as it takes, with words that are too long cut.
pub(super) fn head_in(head: &str, columns: usize) -> String {
    let cut_word = |word: &str| cut(word, columns).into_owned();
    let words = head.split(' ').map(cut_word).collect::<Vec<_>>().join(" ");
    wrap(&words, columns.max(8), "", "").join("\n")
}

/// Which parts a terminal is too narrow for; empty where there are none.
pub(super) fn left_out_parts(names: &[String], style: &Style) -> String {
    if names.is_empty() {
        return String::new();
    }
    let names = words::list(names, style.lang);
    let said = text!("Left out for lack of room: {names}", "因宽度不足未显示：{names}");
    lines([said.into_string(style.lang)], style)
}

#[cfg(test)]
mod tests {
    use super::{Part, head_in, share_out, with_whole_words};

    #[test]
    fn parts_that_have_room_for_whole_words_have_them_above() {
        let names = ["Overall", "Agile development", "Continuous delivery"];
        let parts = names.map(|name| Part::of(name, std::iter::once("1 1.74".to_owned())));
        for (room, heads) in [
            (31, &["Overall", "Agile\ndevelopment", "Continuous\ndelivery"][..]),
            (30, &["Overall", "Agile\ndevelopment"]),
            (19, &["Overall"]),
            (4, &["Overall"]),
        ] {
            let count = with_whole_words(room, &parts).max(1);
            let (_, widths) = share_out(room, 0..=0, &parts[..count]);
            let told: Vec<_> = names.iter().zip(&widths).map(|(name, width)| head_in(name, *width)).collect();
            assert_eq!(told, heads, "{room}");
        }
    }
}
