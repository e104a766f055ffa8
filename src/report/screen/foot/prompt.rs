//! What a line is typed for.

use crate::answers::Metric;
use crate::interview::line::Line;
use crate::interview::{Interview, Mode, Part, Prompt};
use crate::lang::Text;
use crate::report::kit::style::Style;

/// What is asked for, and the keys while it is typed.
pub(super) struct PromptText {
    pub what: Text,
    pub keys: Text,
}

/// What is asked for, and what is typed so far; `None` if no line is being typed.
pub(super) fn prompt_text<'i>(interview: &'i Interview<'_>, style: &Style) -> Option<(PromptText, &'i Line)> {
    match interview.mode() {
        Mode::Typing(prompt, line) => Some((of_prompt(*prompt, style), line)),
        Mode::Excepting(part, line) => Some((PromptText { what: why_excepted(interview, part), keys: keys() }, line)),
        _ => None,
    }
}

fn keys() -> Text {
    text!("Enter done  Esc cancel", "Enter 完成  Esc 取消")
}

fn of_prompt(prompt: Prompt, style: &Style) -> PromptText {
    let up_and_down = style.signs().up_and_down;
    let (what, keys) = match prompt {
        Prompt::Reason => (text!("Why does this not apply?", "为什么不适用？"), keys()),
        Prompt::Note => (text!("Note (empty removes it)", "备注（留空则删除）"), keys()),
        Prompt::Evidence(_) => (text!("Evidence: a path or a link", "证据：路径或链接"), keys()),
        Prompt::Outcome(metric) => (measured_as(metric), text!("Enter next  Esc finish", "Enter 下一项  Esc 结束")),
        Prompt::Jump(_) => (
            text!("Jump to a question with these words", "跳转到包含这些文字的问题"),
            text!("{up_and_down} choose  Enter jump  Esc cancel", "{up_and_down} 选择  Enter 跳转  Esc 取消"),
        ),
    };
    PromptText { what, keys }
}

/// How a figure is written.
fn measured_as(metric: Metric) -> Text {
    let (example, units) = (metric.example(), units(metric));
    text!(
        "A number and a unit ({units}), as {example}; empty: not given",
        "数字加单位（{units}），如 {example}；留空表示不填"
    )
}

/// What may stand behind the number of a figure.
pub(super) fn units(metric: Metric) -> String {
    metric.units().iter().map(ToString::to_string).collect::<Vec<_>>().join(" ")
}

/// Why the clause at the cursor is not asked.
pub(super) fn why_excepted(interview: &Interview<'_>, part: &Part) -> Text {
    let clause = interview.boxes(part).get(part.cursor).map_or_else(String::new, |(id, _)| id.to_string());
    text!("Why is {clause} not asked of this team?", "为什么不要求本团队做到 {clause}？")
}
