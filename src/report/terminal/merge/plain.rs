//! The same in words, a line a part: for screen readers and for terminals too narrow for a table.

use crate::merge::Merge;
use crate::report::kit::merge as words;
use crate::report::kit::scores::name;
use crate::report::kit::style::Style;
use crate::report::terminal::lines::lines;

pub(super) fn counts(merge: &Merge<'_>, style: &Style) -> String {
    let told = words::tallies(merge).into_iter().map(|tally| {
        let (called, said) = (name(tally.node, style.lang), words::message(&tally.counts).into_string(style.lang));
        text!("{called}: {said}", "{called}：{said}").into_string(style.lang)
    });
    lines(told, style)
}
