//! The same in words, a line a part: for screen readers and for terminals too narrow for a table.

use crate::merge::Merge;
use crate::report::kit::merge as words;
use crate::report::kit::style::Style;
use crate::text::wrap;

pub(super) fn counts(merge: &Merge<'_>, style: &Style) -> String {
    let lines = words::tallies(merge).into_iter().flat_map(|tally| {
        let (name, said) = (words::node(tally, style.lang), words::message(&tally.counts).into_string(style.lang));
        wrap(text!("{name}: {said}", "{name}：{said}").get(style.lang), style.width, "", "  ")
    });
    lines.map(|line| line + "\n").collect()
}
