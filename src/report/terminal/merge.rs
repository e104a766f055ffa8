//! What several people answered, on a terminal: how far they agree, then who said what, the widest apart first.

mod plain;
mod table;
mod topics;

use crate::merge::{Agreement, Merge};
use crate::report::kit::merge as words;
use crate::report::kit::style::{Drawing, Style};
use crate::text::wrap;

/// Below this many columns a table has no room, and lines are written instead.
const NARROW: usize = 60;

/// For a terminal: the message, the counts by part, then every question that is not agreed.
#[must_use]
pub fn merge(merge: &Merge<'_>, style: &Style) -> String {
    let is_drawn = style.drawing == Drawing::Drawn && style.width >= NARROW;
    let bold = |words: &str| {
        let lines = wrap(words, style.width, "", "  ");
        lines.iter().map(|line| style.colors.bold(line)).collect::<Vec<_>>().join("\n")
    };
    let lines = |words: &str| wrap(words, style.width, "", "  ").join("\n");
    let mut head =
        vec![bold(&words::heading(merge, style.lang, style.signs())), lines(&words::everybody(merge, style.lang))];
    head.extend(words::left_out(merge, style.lang).map(|words| lines(&words)));
    head.push(lines(words::message(&merge.counts()).get(style.lang)));
    let mut parts = vec![head.join("\n")];
    parts.push(if is_drawn { table::counts(merge, style) } else { plain::counts(merge, style) });
    let listed = [Agreement::Differ, Agreement::Near, Agreement::Alone, Agreement::Nobody];
    parts.extend(listed.map(|agreement| topics::list(merge, agreement, style)));
    if let Some(command) = words::command(merge) {
        parts.push(format!("{}\n  {command}", lines(words::command_title().get(style.lang))));
    }
    let parts: Vec<_> = parts.iter().map(|part| part.trim_end()).filter(|part| !part.is_empty()).collect();
    format!("{}\n", parts.join("\n\n"))
}
