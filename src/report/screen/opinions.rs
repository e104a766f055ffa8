//! What people answered by themselves, on the screen of a question and before the first one.

use super::annotations::annotations;
use super::middle::Body;
use crate::answers::Answer;
use crate::interview::{Interview, Stage};
use crate::lang::Text;
use crate::merge::{Agreement, Merge, Topic};
use crate::report::kit::style::{Drawing, Style};
use crate::report::kit::{kinds, merge as words};
use crate::text::{cut, one_line, width, wrap};

/// So many people are named one by one; more are named by what they say.
const ONE_BY_ONE: usize = 8;

/// `Ana 3 · Bo 2 · Chen n/a`, in one line whatever was said, so that nothing moves; `None` if nobody is heard.
pub(super) fn said(interview: &Interview<'_>, style: &Style) -> Option<String> {
    let merge = interview.people()?;
    let parts = interview.topic().map(|topic| parts(merge, topic, style)).unwrap_or_default();
    if parts.is_empty() {
        return Some(text!("nobody has answered this", "无人作答").into_string(style.lang));
    }
    // What is said may hold a comma.
    let separator = if style.drawing == Drawing::Plain { "; " } else { style.signs().separator };
    let whole = parts.join(separator);
    if width(&whole) <= style.width {
        return Some(whole);
    }
    // As many as fit beside the key that shows the others.
    let lines = (1..parts.len()).rev().map(|shown| {
        let (begin, more) = (parts[..shown].join(separator), parts.len() - shown);
        text!("{begin}{separator}… {more} more, w", "{begin}{separator}… 另有 {more}，按 w").into_string(style.lang)
    });
    let fitting = lines.clone().find(|line| width(line) <= style.width);
    Some(fitting.unwrap_or_else(|| cut(&whole, style.width).into_owned()))
}

/// What each says; of many, who says what.
fn parts(merge: &Merge<'_>, topic: &Topic<'_>, style: &Style) -> Vec<String> {
    let lang = style.lang;
    let answered = topic.said.iter().filter(|said| said.answer.claim.is_some()).count();
    if answered <= ONE_BY_ONE {
        let sides = topic.said.iter().filter_map(|said| Some((said.person, topic.side_of(said.person)?)));
        let part = |(person, side)| format!("{} {}", words::name(merge, person), topic.words(side).get(lang));
        return sides.map(part).collect();
    }
    let part = |side: &crate::merge::Side| {
        let (said, names) = (topic.words(side).into_string(lang), words::names(merge, &side.people, lang));
        text!("{said}: {names}", "{said}：{names}").into_string(lang)
    };
    topic.sides.iter().map(part).collect()
}

/// Why they say it, a line each, as far as there is room; what is left out is said.
pub(super) fn reasons(interview: &Interview<'_>, style: &Style, room: usize) -> Vec<String> {
    let (Some(merge), Some(topic)) = (interview.people(), interview.topic()) else { return Vec::new() };
    let all: Vec<_> = topic.sides.iter().flat_map(|side| words::added(merge, topic, side, style.lang)).collect();
    // A blank line stands before them.
    let room = room.saturating_sub(1);
    if all.is_empty() || room == 0 {
        return Vec::new();
    }
    let shown = if all.len() > room { room - 1 } else { all.len() };
    let mut lines = vec![String::new()];
    lines.extend(all[..shown].iter().map(|words| style.colors.dim(&cut(words, style.width))));
    if shown < all.len() {
        let more = all.len() - shown;
        let words = text!("… {more} more, w shows them", "… 另有 {more} 条，按 w 查看").into_string(style.lang);
        lines.push(style.colors.dim(&cut(&words, style.width)));
    }
    lines
}

/// Who said what about the question and why, in full, from this line on.
pub(super) fn draw(interview: &Interview<'_>, from: usize, style: &Style, room: usize) -> Body {
    let (Some(merge), Some(topic)) = (interview.people(), interview.topic()) else { return Body::default() };
    let mut lines = Vec::new();
    for said in &topic.said {
        let name = words::name(merge, said.person);
        let what = topic.side_of(said.person).map(|side| words::side(topic, side, style.lang)).unwrap_or_default();
        let head = format!("{name} {what}");
        lines.extend(wrap(head.trim_end(), style.width, "", "  ").iter().map(|line| style.colors.bold(line)));
        for reason in full(&said.answer) {
            lines.extend(wrap(reason.get(style.lang), style.width, "  ", "  "));
        }
    }
    let has_said = |person: &usize| topic.said.iter().any(|said| said.person == *person);
    let silent: Vec<_> = (0..merge.people.len()).filter(|person| !has_said(person)).collect();
    if !silent.is_empty() {
        let names = words::names(merge, &silent, style.lang);
        let words = text!("not answered by {names}", "未作答：{names}");
        lines.extend(wrap(words.get(style.lang), style.width, "", "  "));
    }
    Body::scrolled(lines, from, room, style)
}

/// All that somebody adds: reasons, note and evidence.
fn full(answer: &Answer) -> Vec<Text> {
    let excepted = answer.except.iter().map(|(id, it)| {
        let reason = one_line(&it.reason);
        text!("{id} not asked: {reason}", "{id} 不作要求：{reason}")
    });
    annotations(answer, excepted)
}

/// What people agree on and what they do not, before the first question.
pub(super) fn taking(interview: &Interview<'_>, style: &Style) -> Vec<String> {
    let Some(merge) = interview.people() else { return Vec::new() };
    let counts = merge.counts();
    let message = words::message(&counts).into_string(style.lang);
    let mut lines = wrap(&words::everybody(merge, style.lang), style.width, "", "  ");
    lines.extend(wrap(&message, style.width, "", "  ").iter().map(|line| style.colors.bold(line)));
    lines.push(String::new());
    let offered = interview.offered_count();
    let answers = if offered == 1 { "answer" } else { "answers" };
    let mut said = vec![text!(
        "{offered} {answers} on which all agree are taken as they are. Then come:",
        "一致的 {offered} 个答案直接采用，随后依次是："
    )];
    for agreement in [Agreement::Differ, Agreement::Alone, Agreement::Nobody] {
        let (count, bullet) = (interview.left_of(agreement), style.signs().bullet);
        let questions = kinds::questions(count);
        said.extend((count > 0).then(|| match agreement {
            Agreement::Differ => {
                text!(
                    "{bullet} {questions} on which they differ, the widest apart first",
                    "{bullet} 意见不同的 {count} 题，差距最大的在前"
                )
            }
            Agreement::Alone => {
                text!(
                    "{bullet} {questions} that one alone answered: Enter takes that",
                    "{bullet} 仅一人作答的 {count} 题：按 Enter 采用"
                )
            }
            _ => text!("{bullet} {questions} that nobody answered", "{bullet} 无人作答的 {count} 题"),
        }));
    }
    said.push(text!(
        "What you agree on is kept, with a note of who said something else.",
        "达成一致的答案会保存，并在备注中写明谁有不同意见。"
    ));
    lines.extend(said.iter().flat_map(|words| wrap(words.get(style.lang), style.width, "", "  ")));
    lines
}

/// `to talk about 3 of 18`: where the question stands among those of its kind.
pub(super) fn stage(stage: Stage) -> Text {
    let Stage { agreement, place, count } = stage;
    match agreement {
        Agreement::Differ => text!("to talk about {place} of {count}", "待讨论 {place}/{count}"),
        Agreement::Alone => text!("by one alone {place} of {count}", "仅一人作答 {place}/{count}"),
        Agreement::Nobody => text!("by nobody {place} of {count}", "无人作答 {place}/{count}"),
        Agreement::Near => text!("near {place} of {count}", "相近 {place}/{count}"),
        Agreement::Agreed => text!("agreed {place} of {count}", "一致 {place}/{count}"),
    }
}
