//! The foot of the screen: the keys, or the line being typed. It takes the same rows whatever is open for a question, so
//! that nothing moves when something opens.

mod commands;
mod entries;
mod keys;
mod prompt;
mod terms;

use super::size::Size;
use crate::interview::line::Line;
use crate::interview::{Interview, Mode, Prompt};
use crate::report::kit::style::Style;
use crate::text::{cut, flow, visible, width, wrap};
use prompt::{PromptText, prompt_text};

pub(super) use commands::commands;
pub(super) use entries::dimmed;
pub(super) use terms::terms;

/// The rows of a line being typed, with what is asked for above it.
const LEAST: usize = 2;

/// The keys, or the line being typed with the place of its cursor.
pub(super) fn foot(interview: &Interview<'_>, style: &Style, size: Size) -> (Vec<String>, Option<(usize, usize)>) {
    let mut lines: Vec<_> = terms(interview, style).filter(|_| size == Size::Roomy).into_iter().collect();
    let least = lines.len() + kept_rows(interview, style, size).unwrap_or_default();
    let mut cursor = None;
    match prompt_text(interview, style) {
        None => lines.extend(keys::keys(interview, style, size)),
        Some((text, line)) => {
            let mut prompt = prompt_lines(&text, style);
            if let Some(rows) = kept_rows(interview, style, size) {
                prompt.truncate(rows.saturating_sub(1));
            }
            lines.extend(prompt);
            let (typed, column) = typed(line, style);
            cursor = Some((lines.len(), column));
            lines.push(typed);
        }
    }
    lines.resize(lines.len().max(least), String::new());
    (lines, cursor)
}

/// What is asked for, where the foot has a row for the line alone: it is said where else stands what the last key did.
pub(super) fn prompt_in_the_head(interview: &Interview<'_>, style: &Style, size: Size) -> Option<String> {
    let (text, _) = prompt_text(interview, style)?;
    kept_rows(interview, style, size).filter(|rows| *rows < LEAST)?;
    prompt_lines(&text, style).into_iter().next()
}

/// The rows that the keys of a question take, which whatever is opened for it takes too; `None` where the question is
/// not on the screen.
fn kept_rows(interview: &Interview<'_>, style: &Style, size: Size) -> Option<usize> {
    match interview.mode() {
        Mode::Typing(Prompt::Outcome(_) | Prompt::Jump(_), _)
        | Mode::Help(_)
        | Mode::Opinions(_)
        | Mode::Taking
        | Mode::Done => return None,
        Mode::Asking | Mode::Base | Mode::Part(_) | Mode::Excepting(..) | Mode::Evidence(_) | Mode::Typing(..) => {}
    }
    let mut rows = keys::keys_of_question(interview, style, size).len();
    if let Mode::Part(part) | Mode::Excepting(part, _) = interview.mode() {
        rows = rows.max(keys::keys_of_boxes(interview, part, style).len());
    }
    Some(match size {
        Size::Tight => rows,
        Size::Roomy => rows.max(LEAST),
    })
}

/// What is asked for, and behind it the keys while it is typed.
fn prompt_lines(PromptText { what, keys }: &PromptText, style: &Style) -> Vec<String> {
    let mut lines = wrap(what.get(style.lang), style.width, "", "");
    let keys: Vec<_> = keys.get(style.lang).split("  ").collect();
    let columns = lines.last().map_or(0, |last| width(last));
    // As many keys as fit on its last row; the others have rows of their own.
    let fitting = (0..=keys.len()).rev().find(|count| columns + 2 + width(&keys[..*count].join("  ")) <= style.width);
    let (beside, below) = keys.split_at(fitting.unwrap_or_default());
    if let Some(last) = lines.last_mut().filter(|_| !beside.is_empty()) {
        let beside = style.colors.dim(&beside.join("  "));
        last.push_str("  ");
        last.push_str(&beside);
    }
    lines.extend(flow(below, style.width).iter().map(|line| style.colors.dim(line)));
    lines
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
