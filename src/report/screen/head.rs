//! The head of the screen: where we are, how far that is, and what the last key did.

use super::foot::prompt_in_the_head;
use super::opinions;
use super::size::Size;
use crate::interview::{Interview, Sign, Status};
use crate::lang::Text;
use crate::model::Node;
use crate::report::kit::color::level_style;
use crate::report::kit::kinds;
use crate::report::kit::style::Style;
use crate::report::kit::words;
use crate::text::{cut, one_line, pad, width, wrap};

/// The bar takes one column in so many, and at least and at most these.
const PART_OF_BAR: usize = 8;
const LEAST_OF_BAR: usize = 8;
const MOST_OF_BAR: usize = 24;

/// Where we are, how far that is, and what the last key did.
pub(super) fn head(interview: &Interview<'_>, style: &Style, size: Size) -> Vec<String> {
    let (place, count) = interview.position();
    let place =
        if interview.is_done() { format!("{}/{count}", interview.done_count()) } else { format!("{place}/{count}") };
    let room = style.width.saturating_sub(width(&place) + 2);
    let path = pad(&where_we_are(interview, style, room), room);
    let mut lines = vec![format!("{}  {place}", style.colors.bold(&path)), progress(interview, style)];
    lines.extend(status(interview, style, size));
    lines
}

/// What the last key did, and why a question with an answer is asked. Its rows are kept when it is short, so that
/// nothing moves.
fn status(interview: &Interview<'_>, style: &Style, size: Size) -> Vec<String> {
    let written = |status: &Status| one_line(&status.written(style.lang, |sign| written(sign, style))).into_owned();
    let status = interview.status().map(written);
    let why = interview.why_asked().map(|why| one_line(why.get(style.lang)).into_owned());
    if size == Size::Tight {
        if let Some(prompt) = prompt_in_the_head(interview, style, size).filter(|_| status.is_none()) {
            return vec![prompt];
        }
        let both: Vec<_> = status.into_iter().chain(why).collect();
        return vec![cut(&both.join(style.signs().separator), style.width).into_owned()];
    }
    let why = why.map(|why| style.colors.dim(&cut(&why, style.width)));
    let rows = 2 - usize::from(why.is_some());
    let mut wrapped = wrap(&status.unwrap_or_default(), style.width, "", "");
    if wrapped.len() > rows {
        wrapped[rows - 1] = cut(&wrapped[rows - 1..].join(" "), style.width).into_owned();
    }
    wrapped.resize(rows, String::new());
    wrapped.into_iter().chain(why).collect()
}

fn written(sign: Sign, style: &Style) -> String {
    let signs = style.signs();
    match sign {
        Sign::Saved => format!("{} ", signs.met),
        Sign::Arrow => format!(" {} ", signs.arrow),
        Sign::Separator => signs.separator.to_owned(),
    }
}

/// Area, domain and sub-domain, or as many of them from the end as there is room for.
fn where_we_are(interview: &Interview<'_>, style: &Style, room: usize) -> String {
    let sub_domain = interview.sub_domain().filter(|_| !interview.is_done());
    let Some(sub_domain) = sub_domain else {
        return cut(&one_line(interview.model().name.get(style.lang)), room).into_owned();
    };
    let between = style.signs().path;
    let path = words::path(interview.model(), Node::Group(sub_domain), style.lang, style.signs());
    let parts: Vec<_> = path.split(between).collect();
    let paths = (0..parts.len()).map(|from| parts[from..].join(between));
    let fitting = paths.into_iter().find(|path| width(path) <= room);
    fitting.unwrap_or_else(|| cut(parts.last().unwrap_or(&""), room).into_owned())
}

/// The bar, how many are answered, and the level of the sub-domain now.
///
/// The bar is as wide on every question, so that the words beside it stay where they are.
fn progress(interview: &Interview<'_>, style: &Style) -> String {
    let columns = (style.width / PART_OF_BAR).clamp(LEAST_OF_BAR, MOST_OF_BAR);
    let words = format!("  {}", words_of_progress(interview, style, style.width.saturating_sub(columns + 2)));
    // What cannot be left out comes first.
    let columns = columns.min(style.width.saturating_sub(width(&words)));
    let (_, count) = interview.position();
    let filled = (columns * interview.done_count()).checked_div(count).unwrap_or_default();
    let bar = style.colors.paint(bar_style(), &"━".repeat(filled));
    let rest = style.colors.dim(&"─".repeat(columns - filled));
    match interview.level_now().filter(|_| !interview.is_done()) {
        Some((_, level)) => {
            format!("{bar}{rest}{}", style.colors.paint(level_style(interview.model(), level), &words))
        }
        None => format!("{bar}{rest}{words}"),
    }
}

/// How far the interview is; where there is no room for all of it, without what stands first. A level has its room before
/// there is one, so that nothing is left out in the middle of a sub-domain.
fn words_of_progress(interview: &Interview<'_>, style: &Style, room: usize) -> String {
    let done = match interview.confirmed_count() {
        Some(confirmed) => text!("{confirmed} confirmed", "已确认 {confirmed}"),
        None => interview.tally().so_far(),
    };
    let separator = style.signs().separator;
    let mut parts = if interview.is_done() { Vec::new() } else { where_and_how_long(interview, style) };
    parts.push(done);
    let mut words: Vec<_> = parts.iter().map(|part| part.get(style.lang)).collect();
    let reserved = widest_level(interview, style).map_or(0, |level| width(separator) + width(level.get(style.lang)));
    while words.len() > 1 && width(&words.join(separator)) + reserved > room {
        words.remove(0);
    }
    let now = level_now(interview, style);
    words.extend(now.as_ref().map(|now| now.get(style.lang)));
    words.join(separator)
}

/// The sub-domain among the others, and how long the rest takes.
fn where_and_how_long(interview: &Interview<'_>, style: &Style) -> Vec<Text> {
    let left = interview.minutes_left(style.lang).map(words::about);
    let Some(stage) = interview.stage() else {
        let (place, count) = interview.sub_domain_position();
        let model = interview.model();
        let storey = model.sub_domain_storey();
        // The number stands apart from the name anyway.
        let (en, zh) = (kinds::within(model, storey).en, kinds::heading(model, storey).zh);
        return [text!("{en} {place} of {count}", "{zh} {place}/{count}")].into_iter().chain(left).collect();
    };
    left.into_iter().chain([opinions::stage(stage)]).collect()
}

/// The level of the sub-domain, or its score where there are no levels; `None` where it has neither.
fn level_now(interview: &Interview<'_>, style: &Style) -> Option<Text> {
    if interview.is_done() {
        return None;
    }
    let range = style.signs().range;
    if let Some((worst, level)) = interview.level_now() {
        let levels = if worst < level { format!("{worst}{range}{level}") } else { level.to_string() };
        return Some(text!("level {levels}", "级别 {levels}"));
    }
    let score = interview.score_of_sub_domain(interview.sub_domain()?)?;
    Some(text!("score {score}", "得分 {score}"))
}

/// The widest that [`level_now`] says of any sub-domain of the model; `None` where it says nothing at the end.
fn widest_level(interview: &Interview<'_>, style: &Style) -> Option<Text> {
    if interview.is_done() {
        return None;
    }
    let (range, floor, top) = (style.signs().range, interview.model().floor, interview.model().top());
    if interview.model().scoring.has_levels() {
        return Some(text!("level {floor}{range}{top}", "级别 {floor}{range}{top}"));
    }
    level_now(interview, style)
}

/// A blue that is readable on black and on white, whatever the terminal calls blue.
fn bar_style() -> anstyle::Style {
    anstyle::Style::new().fg_color(Some(anstyle::Ansi256Color(31).into()))
}
