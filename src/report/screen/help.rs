//! All about a question: the keys first, then its levels in full.

use super::middle::Body;
use crate::interview::Interview;
use crate::lang::Text;
use crate::model::{Dimension, Node};
use crate::report::kit::kinds;
use crate::report::kit::style::{Drawing, Style};
use crate::report::terminal;
use crate::text::{blanks, pad, wrap};

/// From this line on; where it ends with more below, that is said.
pub(super) fn draw(interview: &Interview<'_>, question: &Dimension, from: usize, style: &Style, room: usize) -> Body {
    let mut lines = Vec::new();
    let digits = format!("{}-{}", interview.model().floor, interview.model().top());
    for (key, does) in all_keys(interview, &digits, style.drawing) {
        lines.extend(wrap(does.get(style.lang), style.width, &pad(&style.signs().spell(key), 12), &blanks(12)));
    }
    lines.push(String::new());
    let text = terminal::explain(interview.model(), Node::Dimension(question), None, &[], style);
    lines.extend(text.lines().map(str::to_owned));
    Body::scrolled(lines, from, room, style)
}

/// Every key of a question with what it does; `digits` are those that answer.
fn all_keys<'k>(interview: &Interview<'_>, digits: &'k str, drawing: Drawing) -> Vec<(&'k str, Text)> {
    let model = interview.model();
    let Text { en: part, zh: part_zh, .. } = kinds::within(model, model.sub_domain_storey());
    // Where 0 is a level, or the beginning of a clause's number, it cannot say this too.
    let not_applicable = if model.scoring.has_levels() && model.floor.0 == 1 { "x 0" } else { "x" };
    let mut keys = if model.scoring.has_levels() {
        vec![
            (digits, text!("answer with that level, save, go on", "按级别作答、保存并继续")),
            (
                "p",
                text!(
                    "a part of a level: tick clauses above it; there x on one says why it is not asked here",
                    "部分做到：勾选更高级别中已做到的要求；在某条上按 x 说明为何列为例外"
                ),
            ),
            ("↑ ↓ j k", text!("point at a statement; Enter chooses it", "指向某一级，Enter 选定")),
        ]
    } else {
        vec![
            (
                "Enter p",
                text!(
                    "tick what is met, Enter saves it; there x on one says why it is not asked here",
                    "勾选已满足的要求，Enter 保存；在其中按 x 可说明某条为何不作要求"
                ),
            ),
            ("1.1", text!("tick that clause", "勾选该要求")),
        ]
    };
    if !model.scoring.degrees.is_empty() {
        keys.push(("+ -", text!("among the ticks: met to a higher or lower degree", "勾选时：满足的程度升高或降低")));
    }
    keys.extend([
        ("b ←", text!("the question before", "上一题")),
        ("s Space →", text!("skip; it stays unanswered", "跳过，仍为未回答")),
        (
            not_applicable,
            text!(
                "not applicable, with a reason; a then gives it to what is unanswered in the {part}",
                "不适用并说明原因；随后按 a 用于该{part_zh}其余未回答的问题"
            ),
        ),
        ("c / z", text!("clear this answer / undo the last save", "清除本题答案 / 撤销上次保存")),
        ("n / e", text!("note in place / in your editor", "就地写备注 / 用编辑器写")),
        ("v", text!("evidence: a list of paths and links", "证据：路径和链接的列表")),
        ("u", text!("next unanswered question", "下一个未回答的问题")),
        ("/ g", text!("jump to a question by its words", "按文字跳转")),
        ("q Ctrl-C", text!("leave; everything is saved", "退出，答案均已保存")),
    ]);
    if interview.people().is_some() {
        keys.push(("w", text!("who said what, and why", "谁说了什么，以及原因")));
    }
    // Where lines are typed there is nothing to point with.
    if drawing == Drawing::Plain {
        keys.retain(|(key, _)| !key.starts_with('↑'));
        for (key, _) in &mut keys {
            *key = key.split(' ').next().filter(|_| key.contains(['←', '→'])).unwrap_or(key);
        }
    }
    keys
}
