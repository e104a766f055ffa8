//! What holds a part of the model at its level, and the nearest steps: a few lines.

use crate::report::Standing;
use crate::report::kit::lead::{held, name_and_id, step, title};
use crate::report::kit::steps::idle;
use crate::report::kit::style::Style;
use crate::text::wrap;

pub(super) fn lead(standing: &Standing<'_, '_>, style: &Style) -> String {
    let lead = &standing.lead;
    let mut lines = Vec::new();
    if let Some(held) = held(standing.outcome.model, lead, standing.plan, style.signs()) {
        let sentence = wrap(held.sentence.get(style.lang), style.width, "", "  ");
        lines.extend(sentence.iter().map(|line| style.colors.bold(line)));
        for scored in held.nodes {
            lines.extend(wrap(&name_and_id(scored.node, style.lang), style.width, "  ", "    "));
        }
        lines.push(String::new());
    }
    if let Some(words) = idle(standing.plan) {
        lines.extend(wrap(words.get(style.lang), style.width, "", "  "));
    }
    if !lead.nearest.is_empty() {
        lines.push(style.colors.bold(title().get(style.lang)));
    }
    for (number, lift) in (1..).zip(&lead.nearest) {
        lines.extend(wrap(&step(lift, style), style.width, &format!("{number}. "), "   "));
    }
    lines.iter().map(|line| format!("{line}\n")).collect()
}
