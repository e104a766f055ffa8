//! What a search found, as a short list of questions. On a slow line a typed character carries all of the list that changes,
//! so it holds no more than one reads before typing on.

use std::ops::Range;

use super::view::{around, range_in_view};
use crate::interview::Interview;
use crate::model::{Dimension, Node};
use crate::report::kit::style::Style;
use crate::report::kit::words;
use crate::text::{cut, one_line, width};

/// The rows of the list at most; what is left out is counted on one or two of them.
const ROWS: usize = 8;
/// The bytes of the list at most, where it is to begin anew: see design, "The terminal".
const BYTES: usize = 200;
/// The bytes that say where a row begins and ends.
const PLACE: usize = 10;
/// Wider rows are not read at a glance.
const COLUMNS: usize = 80;
/// A wider question is no sentence that one knows by its beginning.
const PARAGRAPH: usize = 100;

/// The questions listed, with this one of them chosen.
pub(super) fn draw(interview: &Interview<'_>, chosen: usize, style: &Style, room: usize) -> Vec<String> {
    let found = interview.listed();
    if found.is_empty() {
        return nothing(style);
    }
    let entry = |number: usize| {
        let pointer = if number == chosen { style.signs().pointer } else { " " };
        let columns = style.width.min(COLUMNS);
        cut(&format!("{pointer} {}", brief(interview, &found, number, style)), columns).into_owned()
    };
    let list = |rows| -> (usize, Range<usize>, Vec<_>) {
        let shown = range_in_view(&vec![1; found.len()], Some(chosen), rows);
        (rows, shown.clone(), shown.map(entry).collect())
    };
    // The one that is chosen, and a row for those left out on either side.
    let least = if chosen == 0 { 2 } else { 3 };
    let is_small = |entries: &[String]| entries.iter().map(|it| it.len() + PLACE).sum::<usize>() <= BYTES;
    let small = (least..=ROWS.min(room)).rev().map(list).find(|(.., entries)| is_small(entries));
    let (rows, shown, entries) = small.unwrap_or_else(|| list(least.min(room)));
    around(entries, shown, found.len(), rows, style)
}

/// All that was found, each by name and question, where lines are printed and nothing is redrawn.
pub(super) fn lines(interview: &Interview<'_>, chosen: usize, style: &Style) -> Vec<String> {
    let line = |(number, (_, dimension)): (usize, (usize, &Dimension))| {
        let pointer = if number == chosen { style.signs().pointer } else { " " };
        let (name, question) = (name(interview, dimension, style), one_line(dimension.question.text.get(style.lang)));
        let words = text!("{pointer} {name}: {question}", "{pointer} {name}：{question}");
        cut(words.get(style.lang), style.width).into_owned()
    };
    let lines: Vec<_> = interview.listed().into_iter().enumerate().map(line).collect();
    if lines.is_empty() { nothing(style) } else { lines }
}

fn nothing(style: &Style) -> Vec<String> {
    vec![text!("no question has these words", "没有问题包含这些文字").into_string(style.lang)]
}

/// What is asked; the name where that is asked of several things, or is a paragraph, as in models made of other frameworks.
fn brief(interview: &Interview<'_>, found: &[(usize, &Dimension)], number: usize, style: &Style) -> String {
    let dimension = found[number].1;
    let question = dimension.question.text.get(style.lang);
    let is_unique = found.iter().filter(|(_, other)| other.question.text.get(style.lang) == question).count() == 1;
    let question = one_line(question);
    if is_unique && width(&question) <= PARAGRAPH { question.into_owned() } else { name(interview, dimension, style) }
}

/// The name, and that of what it is right below.
fn name(interview: &Interview<'_>, dimension: &Dimension, style: &Style) -> String {
    let between = style.signs().path;
    let path = words::path(interview.model(), Node::Dimension(dimension), style.lang, style.signs());
    path.rsplit(between).take(2).collect::<Vec<_>>().into_iter().rev().collect::<Vec<_>>().join(between)
}
