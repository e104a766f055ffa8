//! The clauses of a question as boxes to tick.

use super::view::in_view;
use crate::interview::{Interview, Part};
use crate::lang::Text;
use crate::model::{Clause, ClauseId};
use crate::report::kit::style::Style;
use crate::report::kit::words;
use crate::text::{blanks, one_line, width, wrap};

/// What is asked, where ticks come from, and the boxes, as many as there is room for.
pub(super) fn boxes(interview: &Interview<'_>, part: &Part, style: &Style, room: usize) -> Vec<String> {
    let mut lines = wrap(title(interview, part).get(style.lang), style.width, "", "");
    lines.extend(ticked_by(interview, part, style));
    let all = interview.boxes(part);
    let cursor = Some(part.cursor).filter(|cursor| *cursor < all.len());
    let blocks: Vec<_> = all
        .into_iter()
        .enumerate()
        .map(|(place, clause)| {
            let is_at_cursor = cursor == Some(place);
            let pointer = if is_at_cursor { style.signs().pointer } else { " " };
            let lines = block(interview, part, clause, pointer, style);
            if is_at_cursor { lines.iter().map(|line| style.colors.bold(line)).collect() } else { lines }
        })
        .collect();
    lines.extend(in_view(&blocks, cursor, room.saturating_sub(lines.len()), style));
    lines
}

fn title(interview: &Interview<'_>, part: &Part) -> Text {
    let base = part.base;
    if interview.model().scoring.has_levels() {
        text!(
            "Level {base} is met in full. What above it is true already?",
            "级别 {base} 已完整达到。更高级别的要求，哪些已经做到？"
        )
    } else {
        text!("What of this is true already?", "以下哪些已经做到？")
    }
}

/// One box with its clause, how far that is met, and why it is not asked.
fn block(
    interview: &Interview<'_>,
    part: &Part,
    (id, clause): (ClauseId, &Clause),
    pointer: &str,
    style: &Style,
) -> Vec<String> {
    let tick = match (part.met.contains(&id), part.except.contains_key(&id)) {
        (true, _) => "x",
        (false, true) => style.signs().none,
        (false, false) if part.degrees.contains_key(&id) => "~",
        (false, false) => " ",
    };
    let first = format!("{pointer} [{tick}] {id} ");
    let rest = blanks(width(&first));
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
    block
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
