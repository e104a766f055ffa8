//! The keys, each with what it does.

use super::super::size::Size;
use super::entries::{dimmed, with_who};
use crate::interview::{Interview, Mode, Part};
use crate::lang::{Lang, Text};
use crate::report::kit::style::Style;
use crate::report::kit::words;

/// The keys that do something now.
pub(super) fn keys(interview: &Interview<'_>, style: &Style, size: Size) -> Vec<String> {
    let up_and_down = style.signs().up_and_down;
    let (floor, top) = (interview.model().floor, interview.model().top());
    let keys = match interview.mode() {
        Mode::Base => text!(
            "Which level holds in full? {floor}-{top} or {up_and_down} and Enter  Esc back",
            "哪一级已完整达到？ {floor}-{top}，或 {up_and_down} 后按 Enter  Esc 返回"
        ),
        Mode::Part(part) if part.typed.is_empty() => return keys_of_boxes(interview, part, style),
        Mode::Part(Part { typed, .. }) => {
            text!("clause {typed}_  Enter tick it  Esc back", "要求 {typed}_  Enter 勾选  Esc 返回")
        }
        Mode::Evidence(_) => text!(
            "v add  {up_and_down} choose  Enter change  c remove  b back",
            "v 添加  {up_and_down} 选择  Enter 修改  c 删除  b 返回"
        ),
        Mode::Taking => {
            text!("Enter take them and begin  s begin without  q leave", "Enter 采用并开始  s 不采用，直接开始  q 退出")
        }
        Mode::Help(_) | Mode::Opinions(_) => {
            text!("{up_and_down} scroll  any other key back", "{up_and_down} 滚动  其他键返回")
        }
        Mode::Done => of_end(interview, style.lang),
        _ => return keys_of_question(interview, style, size),
    };
    dimmed(keys.get(style.lang), style)
}

/// The keys of a question, whatever is open.
pub(super) fn keys_of_question(interview: &Interview<'_>, style: &Style, size: Size) -> Vec<String> {
    let (floor, top) = (interview.model().floor, interview.model().top());
    let keys = match (interview.model().scoring.has_levels(), size) {
        (false, Size::Tight) => text!("Enter answer  s skip  ? help  q quit", "Enter 作答  s 跳过  ? 帮助  q 退出"),
        (false, Size::Roomy) => text!(
            "Enter or 1.1 answer  b back  s skip  x n/a  n note  v evidence  z undo  / jump  ? help  q quit",
            "Enter 或 1.1 作答  b 上一题  s 跳过  x 不适用  n 备注  v 证据  z 撤销  / 跳转  ? 帮助  q 退出"
        ),
        (true, Size::Tight) => {
            text!("{floor}-{top} answer  s skip  ? help  q quit", "{floor}-{top} 作答  s 跳过  ? 帮助  q 退出")
        }
        (true, Size::Roomy) => {
            let not_applicable = if floor.0 == 1 { "0" } else { "x" };
            text!(
                "{floor}-{top} answer  p part  b back  s skip  {not_applicable} n/a  n note  v evidence  z undo  / jump  ? help  q quit",
                "{floor}-{top} 作答  p 部分  b 上一题  s 跳过  {not_applicable} 不适用  n 备注  v 证据  z 撤销  / 跳转  ? 帮助  q 退出"
            )
        }
    };
    with_who(interview, keys, text!("  w who said what", "  w 谁说了什么"), style)
}

/// The keys among boxes.
pub(super) fn keys_of_boxes(interview: &Interview<'_>, part: &Part, style: &Style) -> Vec<String> {
    let up_and_down = style.signs().up_and_down;
    let example = interview.boxes(part).first().map_or_else(String::new, |(id, _)| id.to_string());
    let has_degrees = !interview.model().scoring.degrees.is_empty();
    let (en, zh) = if has_degrees { ("  + - degree", "  + - 程度") } else { ("", "") };
    let keys = text!(
        "{example} or Space tick{en}  x not asked here  {up_and_down} choose  Enter done  Esc back",
        "{example} 或空格 勾选{zh}  x 不作要求  {up_and_down} 选择  Enter 完成  Esc 返回"
    );
    dimmed(keys.get(style.lang), style)
}

/// The keys where nothing more is asked.
fn of_end(interview: &Interview<'_>, lang: Lang) -> Text {
    if interview.is_picture() {
        let Text { en, zh, .. } = the_rest(interview, lang);
        return text!("Enter {en}  b back  z undo  q leave", "Enter {zh}  b 上一题  z 撤销  q 退出");
    }
    if interview.offers_outcomes() {
        return text!(
            "Enter go on to these figures  b back  z undo  q finish",
            "Enter 填写这些数字  b 上一题  z 撤销  q 完成"
        );
    }
    done(interview)
}

/// The keys at the end.
pub(super) fn done(interview: &Interview<'_>) -> Text {
    let Text { en, zh, .. } = match (interview.left_count(), interview.confirmed_count()) {
        (0, _) => text!("", ""),
        (_, None) => text!("u next unanswered  ", "u 下一个未回答  "),
        (_, Some(_)) => text!("u next to confirm  ", "u 下一个待确认  "),
    };
    let Text { en: figures_en, zh: figures_zh, .. } =
        if interview.model().asks_outcomes { text!("o figures  ", "o 成效数字  ") } else { text!("", "") };
    text!("{en}{figures_en}b back  z undo  q finish", "{zh}{figures_zh}b 上一题  z 撤销  q 完成")
}

/// What goes on after a first picture, and how long that is.
pub(super) fn the_rest(interview: &Interview<'_>, lang: Lang) -> Text {
    let open = interview.open_count();
    let Text { en, zh, .. } = words::about(interview.minutes_for_open(lang).unwrap_or_default());
    text!("go on with the other {open} ({en})", "继续回答其余 {open} 题（{zh}）")
}
