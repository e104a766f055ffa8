//! The same in words, a line a part: for screen readers and for terminals too narrow for a table.

use crate::merge::Merge;
use crate::report::kit::merge as words;
use crate::report::kit::scores::name;
use crate::report::kit::style::Style;
use crate::text::wrap;

pub(super) fn counts(merge: &Merge<'_>, style: &Style) -> String {
    let lines = words::tallies(merge).into_iter().flat_map(|tally| {
        let (called, said) = (name(tally.node, style.lang), words::message(&tally.counts).into_string(style.lang));
        wrap(text!("{called}: {said}", "{called}：{said}").get(style.lang), style.width, "", "  ")
    });
    lines.map(|line| line + "\n").collect()
}
