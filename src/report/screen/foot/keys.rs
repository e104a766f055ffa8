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
        Mode::Base if size == Size::Tight => {
            text!("Which holds in full? {floor}-{top}  Esc back", "哪一级已完整达到？ {floor}-{top}  Esc 返回")
        }
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

/// The keys of a question, whatever is open. They take as many rows whether Enter confirms anything or not: in a review
/// it is always named then, else where there is room.
pub(super) fn keys_of_question(interview: &Interview<'_>, style: &Style, size: Size) -> Vec<String> {
    let lines = |confirms| {
        let keys = if size == Size::Tight { few(interview, confirms) } else { all(interview, confirms) };
        with_who(interview, keys, text!("  w who said what", "  w 谁说了什么"), style)
    };
    let (plain, confirming) = (lines(false), lines(true));
    let is_review = interview.confirmed_count().is_some();
    let rows = if is_review { plain.len().max(confirming.len()) } else { plain.len() };
    let mut shown = if interview.can_confirm() && confirming.len() <= rows { confirming } else { plain };
    shown.resize(rows, String::new());
    shown
}

/// As many of the keys as fit the smallest window.
fn few(interview: &Interview<'_>, confirms: bool) -> Text {
    let (floor, top) = (interview.model().floor, interview.model().top());
    match (interview.model().scoring.has_levels(), confirms) {
        (true, false) => {
            text!("{floor}-{top} answer  s skip  ? help  q quit", "{floor}-{top} 作答  s 跳过  ? 帮助  q 退出")
        }
        (true, true) => {
            text!("Enter confirm  {floor}-{top} answer  ? help", "Enter 确认  {floor}-{top} 作答  ? 帮助")
        }
        (false, false) => text!("Enter answer  s skip  ? help  q quit", "Enter 作答  s 跳过  ? 帮助  q 退出"),
        (false, true) => text!("Enter confirm  s skip  ? help  q quit", "Enter 确认  s 跳过  ? 帮助  q 退出"),
    }
}

fn all(interview: &Interview<'_>, confirms: bool) -> Text {
    let (floor, top) = (interview.model().floor, interview.model().top());
    let Text { en, zh, .. } = match (interview.model().scoring.has_levels(), confirms) {
        (true, false) => text!("{floor}-{top} answer  p part", "{floor}-{top} 作答  p 部分"),
        (true, true) => text!("Enter confirm  {floor}-{top} answer  p part", "Enter 确认  {floor}-{top} 作答  p 部分"),
        (false, false) => text!("Enter or 1.1 answer", "Enter 或 1.1 作答"),
        (false, true) => text!("Enter confirm  1.1 answer", "Enter 确认  1.1 作答"),
    };
    let not_applicable = if interview.model().scoring.has_levels() && floor.0 == 1 { "0" } else { "x" };
    text!(
        "{en}  b back  s skip  {not_applicable} n/a  n note  v evidence  z undo  / jump  ? help  q quit",
        "{zh}  b 上一题  s 跳过  {not_applicable} 不适用  n 备注  v 证据  z 撤销  / 跳转  ? 帮助  q 退出"
    )
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
        if interview.model().asks_outcomes { text!("o figures  ", "o 成效指标  ") } else { text!("", "") };
    text!("{en}{figures_en}b back  z undo  q finish", "{zh}{figures_zh}b 上一题  z 撤销  q 完成")
}

/// What goes on after a first picture, and how long that is.
pub(super) fn the_rest(interview: &Interview<'_>, lang: Lang) -> Text {
    let open = interview.open_count();
    let Text { en, zh, .. } = words::about(interview.minutes_for_open(lang).unwrap_or_default());
    text!("go on with the other {open} ({en})", "继续回答其余 {open} 题（{zh}）")
}
