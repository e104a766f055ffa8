//! The part of a list that there is room for, with the entry at the cursor in view; what is left out is counted.

use std::ops::Range;

use crate::report::kit::style::Style;
use crate::text::cut;

/// Entries of some lines each, as many as there is room for; a line above and one below say how many are left out. `None`
/// for a cursor that is nowhere begins with the first.
pub(super) fn in_view(entries: &[Vec<String>], cursor: Option<usize>, room: usize, style: &Style) -> Vec<String> {
    let heights: Vec<_> = entries.iter().map(Vec::len).collect();
    let shown = range_in_view(&heights, cursor, room);
    let lines = entries[shown.clone()].concat();
    around(lines, shown, entries.len(), room, style)
}

/// The entries that are shown, by how many lines each takes.
pub(super) fn range_in_view(heights: &[usize], cursor: Option<usize>, room: usize) -> Range<usize> {
    let count = heights.len();
    if heights.iter().sum::<usize>() <= room {
        return 0..count;
    }
    let cursor = cursor.unwrap_or_default().min(count - 1);
    for from in 0..=cursor {
        let mut left = room.saturating_sub(usize::from(from > 0));
        let mut to = from;
        while to < count && heights[to] + usize::from(to + 1 < count) <= left {
            left -= heights[to];
            to += 1;
        }
        if cursor < to {
            return from..to;
        }
    }
    // It alone is higher than the room.
    cursor..cursor + 1
}

/// Lines of the entries that are shown, and how many are left out above and below; of one that is higher than the room its
/// first lines.
pub(super) fn around(
    mut lines: Vec<String>,
    shown: Range<usize>,
    count: usize,
    room: usize,
    style: &Style,
) -> Vec<String> {
    let (above, below) = (shown.start, count - shown.end);
    if lines.len() + usize::from(above > 0) + usize::from(below > 0) > room {
        lines.truncate(room);
        if let [_, .., last] = &mut lines[..] {
            "…".clone_into(last);
        }
        return lines;
    }
    if above > 0 {
        let words = text!("… {above} more above", "… 上面还有 {above} 条");
        lines.insert(0, cut(words.get(style.lang), style.width).into_owned());
    }
    if below > 0 {
        lines.push(cut(&more(below, style), style.width).into_owned());
    }
    lines
}

/// `… 2 more, ↓ shows them`.
pub(super) fn more(missing: usize, style: &Style) -> String {
    let (down, it) = (style.signs().down, if missing == 1 { "it" } else { "them" });
    text!("… {missing} more, {down} shows {it}", "… 还有 {missing} 条，按 {down} 查看").into_string(style.lang)
}
