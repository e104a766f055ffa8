//! The foot of the screen: the keys, or the line being typed.

use std::borrow::Cow;
use std::collections::BTreeSet;

use super::size::Size;
use super::statements::begin_of;
use crate::answers::Metric;
use crate::interview::line::Line;
use crate::interview::{Interview, Mode, Part, Prompt};
use crate::lang::{Lang, Text};
use crate::report::kit::style::Style;
use crate::report::kit::{terms as wording, words};
use crate::text::{cut, flow, one_line, visible, width, wrap};

/// The keys, or the line being typed with its cursor.
pub(super) fn foot(interview: &Interview<'_>, style: &Style, size: Size) -> (Vec<String>, Option<(usize, usize)>) {
    let typing = match interview.mode() {
        Mode::Typing(prompt, line) => Some((asked(*prompt, style), line)),
        Mode::Excepting(part, line) => Some((excepting(interview, part), line)),
        _ => None,
    };
    if let Some(((asked, keys), line)) = typing {
        let mut lines: Vec<_> = wrap(asked.get(style.lang), style.width, "", "");
        let (typed, column) = typed(line, style);
        lines.push(typed);
        let row = lines.len() - 1;
        lines.extend(dimmed(keys.get(style.lang), style));
        return (lines, Some((row, column)));
    }
    let mut lines: Vec<_> = terms(interview, style).filter(|_| size == Size::Roomy).into_iter().collect();
    let who = text!("  w who said what", "  w 谁说了什么");
    lines.extend(dimmed(&with_who(interview, keys(interview, size, style), who, style.lang), style));
    (lines, None)
}

/// What the texts on the screen rely on, in one line: what the terms mean, or their names where `?` explains them better.
pub(super) fn terms(interview: &Interview<'_>, style: &Style) -> Option<String> {
    let terms = interview.terms()?;
    let explained = terms.iter().map(|term| wording::explained(term, style.lang)).collect::<Vec<_>>().join("  ");
    let is_asking = matches!(interview.mode(), Mode::Asking);
    let words = if is_asking && terms.len() > 1 {
        let mut names: Vec<_> = terms.iter().map(|term| one_line(term.name.get(style.lang))).collect();
        let mut seen = BTreeSet::new();
        names.retain(|name| seen.insert(name.clone()));
        names_that_fit(&names, style)
    } else {
        explained
    };
    if width(&words) <= style.width || !is_asking {
        return Some(style.colors.dim(&cut(&words, style.width)));
    }
    // Enough of it to know what it is about, and where the rest is.
    let more = text!("… ? shows it", "… 按 ? 查看").into_string(style.lang);
    let begin = begin_of(&words, style.width.saturating_sub(width(&more) + 1));
    Some(style.colors.dim(&format!("{begin} {more}")))
}

/// The names of terms that `?` explains, or as many from the first as there is room for and how many more there are.
fn names_that_fit(names: &[Cow<'_, str>], style: &Style) -> String {
    let written = |shown: usize| {
        let (first, more) = (words::list(&names[..shown], style.lang), names.len() - shown);
        match more {
            0 => text!("? explains {first}", "按 ? 查看含义：{first}"),
            _ => text!("? explains {first} and {more} more", "按 ? 查看含义：{first}，另有 {more} 项"),
        }
        .into_string(style.lang)
    };
    let fitting = (1..=names.len()).rev().map(written).find(|words| width(words) <= style.width);
    fitting.unwrap_or_else(|| {
        let count = names.len();
        text!("? explains {count} terms", "按 ? 查看 {count} 个术语的含义").into_string(style.lang)
    })
}

/// The keys, and after them the one that shows what people said about the question, where there is something to show.
fn with_who(interview: &Interview<'_>, keys: Text, who: Text, lang: Lang) -> String {
    let is_shown = *interview.mode() == Mode::Asking && interview.people().is_some();
    let who = if is_shown { who.into_string(lang) } else { String::new() };
    keys.into_string(lang) + &who
}

/// The line being typed, and the column of its cursor.
pub(super) fn typed(line: &Line, style: &Style) -> (String, usize) {
    let (before, after) = line.halves();
    let room = style.width.saturating_sub(4);
    let before = cut_front(&one_line_keeping_blanks(before), room.saturating_sub(1));
    let after = cut(&one_line_keeping_blanks(after), room.saturating_sub(width(&before))).into_owned();
    (format!("> {before}{after}"), 2 + width(&before))
}

fn one_line_keeping_blanks(text: &str) -> String {
    visible(text).replace(['\n', '\t'], " ")
}

/// Keys, each with what it does, in as many lines as they take.
pub(super) fn dimmed(words: &str, style: &Style) -> Vec<String> {
    let entries: Vec<_> = words.split("  ").collect();
    flow(&entries, style.width).iter().map(|line| style.colors.dim(line)).collect()
}

/// What is asked for, and the keys while it is typed.
fn asked(prompt: Prompt, style: &Style) -> (Text, Text) {
    let up_and_down = style.signs().up_and_down;
    let keys = text!("Enter done  Esc cancel", "Enter 完成  Esc 取消");
    match prompt {
        Prompt::Reason => (text!("Why does this not apply?", "为什么不适用？"), keys),
        Prompt::Note => (text!("Note (empty removes it)", "备注（留空则删除）"), keys),
        Prompt::Evidence(_) => (text!("Evidence: a path or a link", "证据：路径或链接"), keys),
        Prompt::Outcome(metric) => (measured_as(metric), text!("Enter next  Esc finish", "Enter 下一项  Esc 结束")),
        Prompt::Jump(_) => (
            text!("Jump to a question with these words", "跳转到包含这些文字的问题"),
            text!("{up_and_down} choose  Enter jump  Esc cancel", "{up_and_down} 选择  Enter 跳转  Esc 取消"),
        ),
    }
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
fn units(metric: Metric) -> String {
    metric.units().iter().map(ToString::to_string).collect::<Vec<_>>().join(" ")
}

/// Why the clause at the cursor is not asked, and the keys while that is typed.
fn excepting(interview: &Interview<'_>, part: &Part) -> (Text, Text) {
    let clause = interview.boxes(part).get(part.cursor).map_or_else(String::new, |(id, _)| id.to_string());
    let asked = text!("Why is {clause} not asked of this team?", "为什么不要求本团队做到 {clause}？");
    (asked, text!("Enter done  Esc cancel", "Enter 完成  Esc 取消"))
}

/// What can be typed, where lines are typed instead of keys.
pub(super) fn commands(interview: &Interview<'_>, style: &Style) -> Vec<String> {
    let (floor, top) = (interview.model().floor, interview.model().top());
    let words = match interview.mode() {
        Mode::Typing(Prompt::Reason, _) => {
            text!("Why does this not apply? (empty: not now)", "为什么不适用？（留空则返回）")
        }
        Mode::Typing(Prompt::Note, _) => {
            text!("Note (empty: as it was; `none` removes it)", "备注（留空则不变，输入“无”则删除）")
        }
        Mode::Typing(Prompt::Evidence(_), _) => {
            text!("Evidence: a path or a link (empty: no more)", "证据：路径或链接（留空结束）")
        }
        Mode::Typing(Prompt::Outcome(metric), _) => {
            let (example, units) = (metric.example(), units(*metric));
            text!(
                "A number and a unit ({units}), as {example} (empty: as it is; `none` removes it)  q finish",
                "数字加单位（{units}），如 {example}（留空则不变，输入“无”则删除）  q 完成"
            )
        }
        Mode::Typing(Prompt::Jump(_), _) => {
            text!("Jump to a question with these words (empty: stay)", "跳转到包含这些文字的问题（留空则不跳）")
        }
        Mode::Excepting(part, _) => excepting(interview, part).0,
        Mode::Base => text!("Which level holds in full? {floor}-{top}  back", "哪一级已完整达到？ {floor}-{top}  返回"),
        Mode::Part(part) => {
            let example = interview.boxes(part).first().map_or_else(String::new, |(id, _)| id.to_string());
            text!(
                "{example} and others  x {example} and why: not asked  empty: done  back",
                "{example} 等编号  x {example} 加原因：不作要求  留空：完成  返回"
            )
        }
        Mode::Evidence(_) => text!("v add  c 1 remove the first  back", "v 添加  c 1 删除第一项  返回"),
        Mode::Done if interview.is_picture() => {
            let Text { en, zh, .. } = the_rest(interview, style.lang);
            text!("empty: {en}  b back  z undo  q leave", "留空：{zh}  b 上一题  z 撤销  q 退出")
        }
        Mode::Done if interview.offers_outcomes() => {
            text!(
                "empty: go on to these figures  b back  z undo  q finish",
                "留空：填写这些数字  b 上一题  z 撤销  q 完成"
            )
        }
        Mode::Done => done(),
        Mode::Help(_) | Mode::Heard(_) => return Vec::new(),
        Mode::Taking => text!(
            "empty: take them and begin  s begin without  q leave",
            "留空：采用并开始  s 不采用，直接开始  q 退出"
        ),
        Mode::Asking if !interview.model().scoring.has_levels() => text!(
            "1.1 and others: met  p clauses  b back  s skip  x n/a  n note  v evidence  c clear  z undo  u next open  / jump  ? help  q quit",
            "1.1 等编号：已满足  p 逐条  b 上一题  s 跳过  x 不适用  n 备注  v 证据  c 清除  z 撤销  u 下一个未回答  / 跳转  ? 帮助  q 退出"
        ),
        Mode::Asking => {
            let Text { en, zh, .. } = match interview.level_in_part() {
                Some(level) => text!("  {level}- part of {level}", "  {level}- 部分做到 {level}"),
                None => text!("", ""),
            };
            text!(
                "{floor}-{top} answer{en}  p clauses  b back  s skip  x n/a  n note  v evidence  c clear  z undo  u next open  / jump  ? help  q quit",
                "{floor}-{top} 作答{zh}  p 逐条  b 上一题  s 跳过  x 不适用  n 备注  v 证据  c 清除  z 撤销  u 下一个未回答  / 跳转  ? 帮助  q 退出"
            )
        }
    };
    let who = text!("  who said what", "  谁说了什么");
    dimmed(&with_who(interview, words, who, style.lang), style)
}

fn keys(interview: &Interview<'_>, size: Size, style: &Style) -> Text {
    let up_and_down = style.signs().up_and_down;
    let (floor, top) = (interview.model().floor, interview.model().top());
    match interview.mode() {
        Mode::Base => text!(
            "Which level holds in full? {floor}-{top} or {up_and_down} and Enter  Esc back",
            "哪一级已完整达到？ {floor}-{top}，或 {up_and_down} 后按 Enter  Esc 返回"
        ),
        Mode::Part(part) if !part.typed.is_empty() => {
            let typed = &part.typed;
            text!("clause {typed}_  Enter tick it  Esc back", "要求 {typed}_  Enter 勾选  Esc 返回")
        }
        Mode::Part(part) if !interview.model().scoring.degrees.is_empty() => {
            let example = interview.boxes(part).first().map_or_else(String::new, |(id, _)| id.to_string());
            text!(
                "{example} or Space tick  + - degree  x not asked here  {up_and_down} choose  Enter done  Esc back",
                "{example} 或空格 勾选  + - 程度  x 不作要求  {up_and_down} 选择  Enter 完成  Esc 返回"
            )
        }
        Mode::Part(part) => {
            let example = interview.boxes(part).first().map_or_else(String::new, |(id, _)| id.to_string());
            text!(
                "{example} or Space tick  x not asked here  {up_and_down} choose  Enter done  Esc back",
                "{example} 或空格 勾选  x 不作要求  {up_and_down} 选择  Enter 完成  Esc 返回"
            )
        }
        Mode::Evidence(_) => text!(
            "v add  {up_and_down} choose  Enter change  c remove  b back",
            "v 添加  {up_and_down} 选择  Enter 修改  c 删除  b 返回"
        ),
        Mode::Taking => {
            text!("Enter take them and begin  s begin without  q leave", "Enter 采用并开始  s 不采用，直接开始  q 退出")
        }
        Mode::Help(_) | Mode::Heard(_) => {
            text!("{up_and_down} scroll  any other key back", "{up_and_down} 滚动  其他键返回")
        }
        Mode::Done if interview.is_picture() => {
            let Text { en, zh, .. } = the_rest(interview, style.lang);
            text!("Enter {en}  b back  z undo  q leave", "Enter {zh}  b 上一题  z 撤销  q 退出")
        }
        Mode::Done if interview.offers_outcomes() => {
            text!(
                "Enter go on to these figures  b back  z undo  q finish",
                "Enter 填写这些数字  b 上一题  z 撤销  q 完成"
            )
        }
        Mode::Done => done(),
        _ if !interview.model().scoring.has_levels() && size == Size::Tight => {
            text!("Enter answer  s skip  ? help  q quit", "Enter 作答  s 跳过  ? 帮助  q 退出")
        }
        _ if !interview.model().scoring.has_levels() => text!(
            "Enter or 1.1 answer  b back  s skip  x n/a  n note  v evidence  z undo  / jump  ? help  q quit",
            "Enter 或 1.1 作答  b 上一题  s 跳过  x 不适用  n 备注  v 证据  z 撤销  / 跳转  ? 帮助  q 退出"
        ),
        _ if size == Size::Tight => {
            text!("{floor}-{top} answer  s skip  ? help  q quit", "{floor}-{top} 作答  s 跳过  ? 帮助  q 退出")
        }
        _ if floor.0 == 1 => text!(
            "{floor}-{top} answer  p part  b back  s skip  0 n/a  n note  v evidence  z undo  / jump  ? help  q quit",
            "{floor}-{top} 作答  p 部分  b 上一题  s 跳过  0 不适用  n 备注  v 证据  z 撤销  / 跳转  ? 帮助  q 退出"
        ),
        _ => text!(
            "{floor}-{top} answer  p part  b back  s skip  x n/a  n note  v evidence  z undo  / jump  ? help  q quit",
            "{floor}-{top} 作答  p 部分  b 上一题  s 跳过  x 不适用  n 备注  v 证据  z 撤销  / 跳转  ? 帮助  q 退出"
        ),
    }
}

/// The keys at the end.
fn done() -> Text {
    text!(
        "u next unanswered  o figures  b back  z undo  q finish",
        "u 下一个未回答  o 成效数字  b 上一题  z 撤销  q 完成"
    )
}

/// What goes on after a first picture, and how long that is.
fn the_rest(interview: &Interview<'_>, lang: Lang) -> Text {
    let open = interview.open_count();
    let Text { en, zh, .. } = words::about(interview.minutes_for_open(lang).unwrap_or_default());
    text!("go on with the other {open} ({en})", "继续回答其余 {open} 题（{zh}）")
}

/// The text without its beginning where it does not fit: the end says where we are.
fn cut_front(text: &str, columns: usize) -> String {
    if width(text) <= columns {
        return text.to_owned();
    }
    let kept: String = text
        .chars()
        .rev()
        .scan(1, |taken, character| {
            *taken += width(character.encode_utf8(&mut [0; 4]));
            (*taken <= columns).then_some(character)
        })
        .collect();
    format!("…{}", kept.chars().rev().collect::<String>())
}
