//! What can be typed, where lines are typed instead of keys.

use super::entries::{dimmed, with_who};
use super::keys::{done, the_rest};
use super::prompt::{units, why_excepted};
use crate::interview::{Interview, Mode, Part, Prompt};
use crate::lang::Text;
use crate::report::kit::style::Style;

/// What can be typed now.
pub(in crate::report::screen) fn commands(interview: &Interview<'_>, style: &Style) -> Vec<String> {
    let (floor, top) = (interview.model().floor, interview.model().top());
    let words = match interview.mode() {
        Mode::Typing(prompt, _) => of_prompt(*prompt),
        Mode::Excepting(part, _) => why_excepted(interview, part),
        Mode::Base => text!("Which level holds in full? {floor}-{top}  back", "哪一级已完整达到？ {floor}-{top}  返回"),
        Mode::Part(part) => of_boxes(interview, part),
        Mode::Evidence(_) => text!("v add  c 1 remove the first  back", "v 添加  c 1 删除第一项  返回"),
        Mode::Done => of_end(interview, style),
        Mode::Help(_) | Mode::Opinions(_) => return Vec::new(),
        Mode::Taking => text!(
            "empty: take them and begin  s begin without  q leave",
            "留空：采用并开始  s 不采用，直接开始  q 退出"
        ),
        Mode::Asking => return of_question(interview, style),
    };
    dimmed(words.get(style.lang), style)
}

fn of_question(interview: &Interview<'_>, style: &Style) -> Vec<String> {
    let (floor, top) = (interview.model().floor, interview.model().top());
    let words = if interview.model().scoring.has_levels() {
        let Text { en, zh, .. } = match interview.level_in_part() {
            Some(level) => text!("  {level}- part of {level}", "  {level}- 部分做到 {level}"),
            None => text!("", ""),
        };
        text!(
            "{floor}-{top} answer{en}  p clauses  b back  s skip  x n/a  n note  v evidence  c clear  z undo  u next open  / jump  ? help  q quit",
            "{floor}-{top} 作答{zh}  p 逐条  b 上一题  s 跳过  x 不适用  n 备注  v 证据  c 清除  z 撤销  u 下一个未回答  / 跳转  ? 帮助  q 退出"
        )
    } else {
        text!(
            "1.1 and others: met  p clauses  b back  s skip  x n/a  n note  v evidence  c clear  z undo  u next open  / jump  ? help  q quit",
            "1.1 等编号：已满足  p 逐条  b 上一题  s 跳过  x 不适用  n 备注  v 证据  c 清除  z 撤销  u 下一个未回答  / 跳转  ? 帮助  q 退出"
        )
    };
    with_who(interview, words, text!("  who said what", "  谁说了什么"), style)
}

fn of_prompt(prompt: Prompt) -> Text {
    match prompt {
        Prompt::Reason => text!("Why does this not apply? (empty: not now)", "为什么不适用？（留空则返回）"),
        Prompt::Note => text!("Note (empty: as it was; `none` removes it)", "备注（留空则不变，输入“无”则删除）"),
        Prompt::Evidence(_) => text!("Evidence: a path or a link (empty: no more)", "证据：路径或链接（留空结束）"),
        Prompt::Outcome(metric) => {
            let (example, units) = (metric.example(), units(metric));
            text!(
                "A number and a unit ({units}), as {example} (empty: as it is; `none` removes it)  q finish",
                "数字加单位（{units}），如 {example}（留空则不变，输入“无”则删除）  q 完成"
            )
        }
        Prompt::Jump(_) => {
            text!("Jump to a question with these words (empty: stay)", "跳转到包含这些文字的问题（留空则不跳）")
        }
    }
}

fn of_boxes(interview: &Interview<'_>, part: &Part) -> Text {
    let example = interview.boxes(part).first().map_or_else(String::new, |(id, _)| id.to_string());
    text!(
        "{example} and others  x {example} and why: not asked  empty: done  back",
        "{example} 等编号  x {example} 加原因：不作要求  留空：完成  返回"
    )
}

fn of_end(interview: &Interview<'_>, style: &Style) -> Text {
    if interview.is_picture() {
        let Text { en, zh, .. } = the_rest(interview, style.lang);
        return text!("empty: {en}  b back  z undo  q leave", "留空：{zh}  b 上一题  z 撤销  q 退出");
    }
    if interview.offers_outcomes() {
        return text!(
            "empty: go on to these figures  b back  z undo  q finish",
            "留空：填写这些数字  b 上一题  z 撤销  q 完成"
        );
    }
    done(interview)
}
