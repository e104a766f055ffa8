//! The middle of the screen: the question with its statements, boxes or evidence, or what a search found.

use super::added::added;
use super::figures;
use super::heard;
use super::help;
use super::middle::Body;
use super::picture::picture;
use super::statements::Statements;
use super::view::{around, in_view, range_in_view};
use crate::answers::Claim;
use crate::interview::{Interview, Mode, Part, Prompt};
use crate::model::{Dimension, Node};
use crate::report::kit::style::Style;
use crate::report::kit::words;
use crate::text::{cut, one_line, width, wrap};

/// So many rows the boxes have to themselves, with their title.
const LEAST_OF_BOXES: usize = 7;

/// The middle of a screen of so many rows, in the room that the others leave.
pub(super) fn draw(interview: &Interview<'_>, style: &Style, rows: usize, room: usize) -> Body {
    match (interview.mode(), interview.question()) {
        (Mode::Done, _) if interview.is_picture() => picture(interview, style, room).into(),
        (Mode::Typing(Prompt::Outcome(metric), _), _) => figures::asked(interview, *metric, style).into(),
        (Mode::Done, _) | (_, None) => done(interview, style).into(),
        (Mode::Taking, _) => heard::taking(interview, style).into(),
        (Mode::Heard(from), Some(_)) => heard::draw(interview, *from, style, room),
        (Mode::Help(from), Some(question)) => help::draw(interview, question, *from, style, room),
        (Mode::Typing(Prompt::Jump(chosen), line), _) => found(interview, line.text(), *chosen, style, room).into(),
        (Mode::Part(part) | Mode::Excepting(part, _), Some(question)) => {
            let mut lines = asked(interview, question, style);
            // Where there is no room for both, what is ticked stays.
            if room < lines.len() + LEAST_OF_BOXES {
                lines.clear();
            }
            lines.extend(boxes(interview, part, style, room.saturating_sub(lines.len())));
            lines.into()
        }
        (Mode::Evidence(cursor), Some(question)) => {
            let mut lines = asked(interview, question, style);
            lines.extend(evidence(interview, *cursor, style, room.saturating_sub(lines.len())));
            lines.into()
        }
        (Mode::Asking | Mode::Typing(..), Some(question)) if !interview.model().scoring.has_levels() => {
            let mut lines = asked(interview, question, style);
            let mut kept = kept(interview, style);
            let part = Part { cursor: usize::MAX, ..interview.ticks_above(interview.model().floor) };
            let boxes = boxes(interview, &part, style, room.saturating_sub(lines.len()));
            kept.truncate(room.saturating_sub(lines.len() + boxes.len()));
            lines.extend(boxes.into_iter().chain(kept));
            lines.extend(heard::reasons(interview, style, room.saturating_sub(lines.len())));
            lines.into()
        }
        (Mode::Asking | Mode::Base | Mode::Typing(..), Some(question)) => {
            let mut lines = asked(interview, question, style);
            let mut kept = kept(interview, style);
            let room = room.saturating_sub(lines.len());
            let statements = Statements::of(interview, style, rows);
            // What is kept beside the answer gives way before the question does.
            kept.truncate(room.saturating_sub(statements.height()));
            let Body { lines: fitted, hides_more } = statements.fit(room - kept.len());
            let left = room.saturating_sub(fitted.len() + kept.len());
            lines.extend(fitted);
            lines.extend(kept);
            lines.extend(heard::reasons(interview, style, left));
            Body { lines, hides_more }
        }
    }
}

fn asked(interview: &Interview<'_>, question: &Dimension, style: &Style) -> Vec<String> {
    let lines = wrap(&one_line(question.question.text.get(style.lang)), style.width, "", "");
    let mut lines: Vec<_> = lines.iter().map(|line| style.colors.bold(line)).collect();
    lines.extend(heard::said(interview, style));
    lines.push(String::new());
    lines
}

/// What is kept beside the answer: a part not named, why it does not apply, note and evidence.
fn kept(interview: &Interview<'_>, style: &Style) -> Vec<String> {
    let mut words = Vec::new();
    if interview.is_suggested() && interview.people().is_some() {
        words.push(text!("Enter takes the answer that is there", "按 Enter 采用已有的答案"));
    } else if interview.is_suggested() {
        words.push(text!(
            "answered elsewhere in the same words; Enter takes that answer",
            "别处有相同的问题已作答，按 Enter 采用该答案"
        ));
    }
    if let Some(answer) = interview.answer() {
        let part = match &answer.claim {
            Some(Claim::PartOf(level)) => Some(text!(
                "grade {level}-: a part of level {level} that is not named",
                "等级 {level}-：部分做到级别 {level}，未列明"
            )),
            _ => None,
        };
        words.extend(added(answer, part));
    }
    let lines = words.iter().map(|words| style.colors.dim(&cut(words.get(style.lang), style.width)));
    let mut lines: Vec<_> = lines.collect();
    if !lines.is_empty() {
        lines.insert(0, String::new());
    }
    lines
}

fn boxes(interview: &Interview<'_>, part: &Part, style: &Style, room: usize) -> Vec<String> {
    let base = part.base;
    let title = if interview.model().scoring.has_levels() {
        text!(
            "Level {base} is met in full. What above it is true already?",
            "级别 {base} 已完整达到。其上哪些已经做到？"
        )
    } else {
        text!("What of this is true already?", "以下哪些已经做到？")
    };
    let mut lines = wrap(title.get(style.lang), style.width, "", "");
    lines.extend(ticked_by(interview, part, style));
    let mut blocks = Vec::new();
    for (number, (id, clause)) in interview.boxes(part).into_iter().enumerate() {
        let (pointer, tick) = (
            if number == part.cursor { style.signs().pointer } else { " " },
            match (part.met.contains(&id), part.except.contains_key(&id)) {
                (true, _) => "x",
                (false, true) => style.signs().none,
                (false, false) if part.degrees.contains_key(&id) => "~",
                (false, false) => " ",
            },
        );
        let first = format!("{pointer} [{tick}] {id} ");
        let rest = " ".repeat(width(&first));
        let mut block = wrap(&words::asked(clause, style.lang), style.width, &first, &rest);
        let degree = part.degrees.get(&id).and_then(|degree| interview.model().scoring.degree(degree.id.as_str()));
        if let Some(degree) = degree {
            block.extend(wrap(&one_line(degree.name.get(style.lang)), style.width, &rest, &rest));
        }
        if let Some(exception) = part.except.get(&id) {
            let reason = one_line(&exception.reason);
            let words = text!("not asked: {reason}", "不作要求：{reason}");
            block.extend(wrap(words.get(style.lang), style.width, &rest, &rest));
        }
        blocks.push(if number == part.cursor {
            block.iter().map(|line| style.colors.bold(line)).collect()
        } else {
            block
        });
    }
    let cursor = Some(part.cursor).filter(|cursor| *cursor < blocks.len());
    lines.extend(in_view(&blocks, cursor, room.saturating_sub(lines.len()), style));
    lines
}

/// Where what is ticked already was met; nothing if nobody but the team ticked anything.
fn ticked_by(interview: &Interview<'_>, part: &Part, style: &Style) -> Vec<String> {
    let places = interview.ticked_by(part);
    let Some(first) = places.first().map(|place| place.id.to_string()) else { return Vec::new() };
    let words = match places.len() {
        1 => text!("ticked: met in the same words in {first}", "已勾选：{first} 中相同的要求已做到"),
        places => {
            let more = places - 1;
            text!(
                "ticked: met in the same words in {first} and {more} more",
                "已勾选：{first} 等 {places} 处相同的要求已做到"
            )
        }
    };
    wrap(words.get(style.lang), style.width, "", "").iter().map(|line| style.colors.dim(line)).collect()
}

fn evidence(interview: &Interview<'_>, cursor: usize, style: &Style, room: usize) -> Vec<String> {
    let mut lines = vec![text!("Evidence", "证据").into_string(style.lang)];
    let list = interview.answer().map(|answer| &answer.evidence[..]).unwrap_or_default();
    let entry = |(number, entry): (usize, &String)| {
        let pointer = if number == cursor { style.signs().pointer } else { " " };
        let entry = one_line(entry);
        let line = cut(&format!("{pointer} {entry}"), style.width).into_owned();
        vec![if number == cursor { style.colors.bold(&line) } else { line }]
    };
    let entries: Vec<_> = list.iter().enumerate().map(entry).collect();
    lines.extend(in_view(&entries, Some(cursor), room.saturating_sub(lines.len()), style));
    lines
}

fn found(interview: &Interview<'_>, query: &str, chosen: usize, style: &Style, room: usize) -> Vec<String> {
    let found = interview.search(query);
    if found.is_empty() {
        return vec![text!("no question has these words", "没有问题包含这些文字").into_string(style.lang)];
    }
    let between = style.signs().path;
    let line = |(number, (_, dimension)): (usize, &(usize, &Dimension))| {
        let pointer = if number == chosen { style.signs().pointer } else { " " };
        let path = words::path(interview.model(), Node::Dimension(dimension), style.lang, style.signs());
        let name = path.rsplit(between).take(2).collect::<Vec<_>>().into_iter().rev().collect::<Vec<_>>().join(between);
        let question = one_line(dimension.question.text.get(style.lang));
        let words = text!("{pointer} {name}: {question}", "{pointer} {name}：{question}");
        let line = cut(words.get(style.lang), style.width).into_owned();
        if number == chosen { style.colors.bold(&line) } else { line }
    };
    let shown = range_in_view(&vec![1; found.len()], Some(chosen), room);
    let lines = found.iter().enumerate().take(shown.end).skip(shown.start).map(line).collect();
    around(lines, shown, found.len(), room, style)
}

fn done(interview: &Interview<'_>, style: &Style) -> Vec<String> {
    let (left, count) = (interview.left_count(), interview.question_count());
    let words = match (count, left, interview.confirmed_count()) {
        (0, ..) => text!("There is nothing to ask here.", "这里没有需要回答的问题。"),
        (1, 0, None) => text!("The one question is answered.", "唯一的问题已回答。"),
        (1, 0, Some(_)) => text!("The one answer is confirmed.", "唯一的答案已确认。"),
        (_, 0, None) => text!("All {count} questions are answered.", "{count} 个问题已全部回答。"),
        (_, _, None) => text!(
            "This was the last question. {left} of {count} are still to be answered.",
            "已是最后一题，{count} 个问题中还有 {left} 个待回答。"
        ),
        (_, 0, Some(_)) => text!("All {count} answers are confirmed.", "{count} 个答案已全部确认。"),
        (_, _, Some(_)) => text!(
            "This was the last question. {left} of {count} are still to be confirmed.",
            "已是最后一题，{count} 个问题中还有 {left} 个待确认。"
        ),
    };
    let mut lines = wrap(words.get(style.lang), style.width, "", "");
    if interview.offers_outcomes() {
        lines.push(String::new());
        lines.extend(figures::offer(style));
    }
    lines
}
