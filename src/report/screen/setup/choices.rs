//! What the steps before the first question have in common: what is asked, and a line that can be chosen.

use crate::interview::setup::{Setup, Step};
use crate::lang::Text;
use crate::model::Model;
use crate::report::kit::kinds;
use crate::report::kit::style::Style;
use crate::text::cut;

/// What is asked.
pub(super) fn asked(step: Step, model: &Model) -> Text {
    let Text { en, zh, .. } = kinds::within(model, 1);
    match step {
        Step::Start => text!("How to begin?", "怎么开始？"),
        Step::Area => text!("Which {en}?", "哪个{zh}？"),
        Step::Team => text!("Team (may stay empty)", "团队（可留空）"),
        Step::Areas if model.has_own_kinds() => text!("{en}: which to assess?", "{zh}：评估哪些？"),
        Step::Areas => text!("Areas to assess", "要评估的领域"),
    }
}

/// The pointer where the cursor is, and the number.
pub(super) fn numbered(setup: &Setup<'_>, place: usize, style: &Style) -> String {
    let pointer = if place == setup.cursor() { style.signs().pointer } else { " " };
    format!("{pointer} {}", place + 1)
}

/// The line as it stands at its place: what the cursor is at stands out.
pub(super) fn pointed(setup: &Setup<'_>, place: usize, line: &str, style: &Style) -> String {
    let line = cut(line, style.width);
    if place == setup.cursor() { style.colors.bold(&line) } else { line.into_owned() }
}
