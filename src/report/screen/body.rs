//! The middle of the screen: the question with its statements, boxes or evidence, or what a search found.

use super::annotations::{Annotations, Fitted};
use super::boxes::boxes;
use super::figures;
use super::found;
use super::help;
use super::middle::Body;
use super::opinions;
use super::picture::picture;
use super::statements::Statements;
use super::view::in_view;
use crate::interview::{Interview, Mode, Part, Prompt};
use crate::model::Dimension;
use crate::report::kit::style::Style;
use crate::text::{cut, one_line, wrap};

/// So many rows the boxes have to themselves, with their title.
const LEAST_OF_BOXES: usize = 7;

/// The middle of a screen of so many rows, in the room that the others leave.
pub(super) fn draw(interview: &Interview<'_>, style: &Style, rows: usize, room: usize) -> Body {
    match (interview.mode(), interview.question()) {
        (Mode::Done, _) if interview.is_picture() => picture(interview, style, room).into(),
        (Mode::Typing(Prompt::Outcome(metric), _), _) => figures::asked(interview, *metric, style).into(),
        (Mode::Done, _) | (_, None) => done(interview, style).into(),
        (Mode::Taking, _) => opinions::taking(interview, style).into(),
        (Mode::Opinions(from), Some(_)) => opinions::draw(interview, *from, style, room),
        (Mode::Help(from), Some(question)) => help::draw(interview, question, *from, style, room),
        (Mode::Typing(Prompt::Jump(chosen), _), _) if room == usize::MAX => {
            found::lines(interview, *chosen, style).into()
        }
        (Mode::Typing(Prompt::Jump(chosen), _), _) => found::draw(interview, *chosen, style, room).into(),
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
            let annotations = Annotations::of(interview, style);
            let part = Part { cursor: usize::MAX, ..interview.ticks_above(interview.model().floor) };
            lines.extend(boxes(interview, &part, style, room.saturating_sub(lines.len() + annotations.least())));
            let Fitted { lines: annotations, left_out } = annotations.fit(room.saturating_sub(lines.len()));
            lines.extend(annotations);
            lines.extend(opinions::reasons(interview, style, room.saturating_sub(lines.len())));
            Body { left_out, ..lines.into() }
        }
        (Mode::Asking | Mode::Base | Mode::Typing(..), Some(question)) => {
            let mut lines = asked(interview, question, style);
            let annotations = Annotations::of(interview, style);
            let room = room.saturating_sub(lines.len());
            let statements = Statements::of(interview, style, rows);
            // What is kept beside the answer gives way before the question does.
            let Fitted { lines: annotations, left_out } =
                annotations.fit(room.saturating_sub(statements.height()).max(annotations.least()).min(room));
            let Body { lines: fitted, below, .. } = statements.fit(room - annotations.len());
            let left = room.saturating_sub(fitted.len() + annotations.len());
            lines.extend(fitted);
            lines.extend(annotations);
            lines.extend(opinions::reasons(interview, style, left));
            Body { lines, below, left_out }
        }
    }
}

fn asked(interview: &Interview<'_>, question: &Dimension, style: &Style) -> Vec<String> {
    let lines = wrap(&one_line(question.question.text.get(style.lang)), style.width, "", "");
    let mut lines: Vec<_> = lines.iter().map(|line| style.colors.bold(line)).collect();
    lines.extend(opinions::said(interview, style));
    lines.push(String::new());
    lines
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
