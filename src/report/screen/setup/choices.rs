//! What the steps before the first question have in common: what is asked, and a line that can be chosen.

use crate::interview::setup::{Setup, Step};
use crate::lang::Text;
use crate::report::kit::style::Style;
use crate::text::cut;

/// What is asked.
pub(super) fn asked(step: Step) -> Text {
    match step {
        Step::Start => text!("How to begin?", "怎么开始？"),
        Step::Area => text!("Which area?", "哪个领域？"),
        Step::Team => text!("Team (may stay empty)", "团队（可留空）"),
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
