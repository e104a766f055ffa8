//! The questions that are not agreed: who said what, and why.

use crate::merge::{Agreement, Merge, Side, Topic};
use crate::report::kit::merge as words;
use crate::report::kit::style::Style;
use crate::text::{blanks, cut, pad, width, wrap};

/// The most columns of what a side says, where the names follow on the same line.
const SAID: usize = 24;
/// The most lines of what somebody adds.
const LINES: usize = 3;

/// The questions of one kind under their title; empty if there are none.
pub(super) fn list(merge: &Merge<'_>, agreement: Agreement, style: &Style) -> String {
    let topics = merge.of(agreement);
    if topics.is_empty() {
        return String::new();
    }
    let title = words::title(agreement);
    let title = wrap(title.get(style.lang), style.width, "", "  ");
    let mut lines: Vec<_> = title.iter().map(|line| style.colors.bold(line)).collect();
    for (number, topic) in (1..).zip(topics) {
        lines.extend(match agreement {
            Agreement::Nobody => wrap(&path(merge, topic, style), style.width, "  ", "    "),
            Agreement::Alone => alone(merge, topic, style),
            _ => sides(merge, number, topic, style),
        });
    }
    lines.join("\n")
}

fn path(merge: &Merge<'_>, topic: &Topic<'_>, style: &Style) -> String {
    words::path(merge, topic, style.lang, style.signs())
}

/// The question, how wide people are apart, and a line for all who say the same.
fn sides(merge: &Merge<'_>, number: usize, topic: &Topic<'_>, style: &Style) -> Vec<String> {
    let (path, apart) = (path(merge, topic, style), words::apart(topic).into_string(style.lang));
    let head = text!("{path}: {apart}", "{path}：{apart}").into_string(style.lang);
    let mut lines = vec![String::new()];
    lines.extend(wrap(&head, style.width, &format!("{number:>2}. "), "    "));
    let said: Vec<_> = topic.sides.iter().map(|side| words::side(topic, side, style.lang)).collect();
    let columns = said.iter().map(|said| width(said)).max().unwrap_or_default().min(SAID);
    for (side, said) in topic.sides.iter().zip(&said) {
        lines.extend(side_lines(merge, topic, side, (said, columns), style));
    }
    if topic.agreement == Agreement::Near {
        let taken = words::taken(topic, style.lang).into_iter();
        lines.extend(taken.flat_map(|taken| wrap(&taken, style.width, "    ", "      ")));
    }
    let id = topic.dimension.id.to_string();
    lines.extend(wrap(&id, style.width, "    ", "    ").iter().map(|line| style.colors.dim(line)));
    lines
}

/// What a side says and who does; below it what each of them adds.
fn side_lines(
    merge: &Merge<'_>,
    topic: &Topic<'_>,
    side: &Side,
    (said, columns): (&str, usize),
    style: &Style,
) -> Vec<String> {
    let names = words::names(merge, &side.people, style.lang);
    let lead = format!("    {}  ", pad(said, columns));
    let mut lines = wrap(&names, style.width, &lead, &blanks(width(&lead).min(style.width / 2)));
    lines.extend(added(merge, topic, side, style));
    lines
}

/// What those on a side add, each in a few lines; what is left out is marked.
fn added(merge: &Merge<'_>, topic: &Topic<'_>, side: &Side, style: &Style) -> Vec<String> {
    let mut lines = Vec::new();
    for words in words::added(merge, topic, side, style.lang) {
        let mut own = wrap(&words, style.width, "      ", "        ");
        if own.len() > LINES {
            let rest = own.split_off(LINES - 1);
            let last = rest.iter().map(|line| line.trim()).collect::<Vec<_>>().join(" ");
            own.push(cut(&format!("        {last}"), style.width).into_owned());
        }
        lines.extend(own.iter().map(|line| style.colors.dim(line)));
    }
    lines
}

/// The question, who alone answered it, and how.
fn alone(merge: &Merge<'_>, topic: &Topic<'_>, style: &Style) -> Vec<String> {
    let path = path(merge, topic, style);
    let Some(side) = topic.sides.first() else { return Vec::new() };
    let (said, name) = (words::side(topic, side, style.lang), words::names(merge, &side.people, style.lang));
    let words = text!("{path}: {said}, {name}", "{path}：{said}，{name}").into_string(style.lang);
    let mut lines = wrap(&words, style.width, "  ", "    ");
    lines.extend(added(merge, topic, side, style));
    let left_open = words::left_open(topic, style.lang).into_iter();
    lines.extend(left_open.flat_map(|words| wrap(&words, style.width, "      ", "      ")));
    lines
}
