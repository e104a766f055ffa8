//! Wordings about what teams measure of their delivery, and what that does not say.

use super::signs::Signs;
use crate::answers::{Measurement, Metric};
use crate::lang::Text;
use crate::model::Model;
use crate::rollup::{Line, Rollup};

/// The head of what was measured.
pub(in crate::report) fn title() -> Text {
    text!("What was measured", "成效指标")
}

/// That outcomes prove nothing.
pub(in crate::report) fn no_cause(model: &Model) -> Text {
    if model.scoring.has_levels() {
        return text!(
            "Outcomes are the team's own figures. They stand beside the levels, which does not say that one led to the other.",
            "成效指标由团队自己填写，与级别并列显示，并不说明两者之间存在因果关系。"
        );
    }
    text!(
        "Outcomes are the team's own figures. They stand beside the scores, which does not say that one led to the other.",
        "成效指标由团队自己填写，与得分并列显示，并不说明两者之间存在因果关系。"
    )
}

/// How many of the teams measure anything, and that this proves nothing.
pub(in crate::report) fn remark(rollup: &Rollup<'_>) -> Text {
    let (some, all) = (rollup.measuring().count(), rollup.lines.len());
    let Text { en, zh, .. } = no_cause(rollup.view.model);
    text!("{some} of {all} teams give figures. {en}", "{all} 个团队中有 {some} 个填写了数字。{zh}")
}

/// What a team measures, after what it was where that is another: `2d`, `9d → 2d`; empty without both.
pub(in crate::report) fn measured(line: &Line<'_>, metric: Metric, signs: &Signs) -> String {
    let now = line.outcomes.get(&metric);
    let said = |it: Option<&Measurement>| it.map_or_else(|| signs.none.to_owned(), ToString::to_string);
    match line.earlier.as_ref().map(|earlier| earlier.outcomes.get(&metric)) {
        Some(before) if before != now => format!("{} {} {}", said(before), signs.arrow, said(now)),
        _ => now.map(ToString::to_string).unwrap_or_default(),
    }
}
