//! The head of the screen: where we are, how far that is, and what the last key did.

use super::heard;
use super::size::Size;
use crate::interview::{Interview, Sign, Status};
use crate::model::Node;
use crate::report::kit::color::level_style;
use crate::report::kit::kinds;
use crate::report::kit::style::Style;
use crate::report::kit::words;
use crate::text::{cut, one_line, pad, width, wrap};

/// The columns of the bar.
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
fn progress(interview: &Interview<'_>, style: &Style) -> String {
    let (_, count) = interview.position();
    let done = match interview.confirmed_count() {
        Some(confirmed) => text!("{confirmed} confirmed", "已确认 {confirmed}"),
        None => interview.tally().so_far(),
    };
    let level = interview.level_now().filter(|_| !interview.is_done());
    let range = style.signs().range;
    let now = match level {
        Some((worst, level)) if worst < level => {
            text!("level now {worst}{range}{level}", "当前级别 {worst}{range}{level}")
        }
        Some((_, level)) => text!("level now {level}", "当前级别 {level}"),
        None => match interview.sub_domain().and_then(|it| interview.score_of_sub_domain(it)) {
            Some(score) if !interview.is_done() => text!("score now {score}", "当前得分 {score}"),
            _ => text!("", ""),
        },
    };
    let (place, count_of_them) = interview.sub_domain_position();
    let mut parts = vec![done, now];
    if !interview.is_done() {
        let left = interview.minutes_left(style.lang).map(words::about);
        let model = interview.model();
        let storey = model.sub_domain_storey();
        // The number stands apart from the name anyway.
        let (en, zh) = (kinds::within(model, storey).en, kinds::heading(model, storey).zh);
        let left: Vec<_> = left.into_iter().collect();
        parts = match interview.stage() {
            Some(stage) => [left, vec![heard::stage(stage)], parts].concat(),
            None => {
                [vec![text!("{en} {place} of {count_of_them}", "{zh} {place}/{count_of_them}")], left, parts].concat()
            }
        };
    }
    // What is left out where it does not fit stands in this order.
    let mut words: Vec<_> = parts.iter().map(|part| part.get(style.lang)).filter(|part| !part.is_empty()).collect();
    let separator = style.signs().separator;
    while words.len() > 2 && width(&words.join(separator)) + LEAST_OF_BAR + 2 > style.width {
        words.remove(0);
    }
    let words = format!("  {}", words.join(separator));
    let columns = style.width.saturating_sub(width(&words)).min(MOST_OF_BAR);
    let filled = (columns * interview.done_count()).checked_div(count).unwrap_or_default();
    let bar = style.colors.paint(bar_style(), &"━".repeat(filled));
    let rest = style.colors.dim(&"─".repeat(columns - filled));
    match level {
        Some((_, level)) => {
            format!("{bar}{rest}{}", style.colors.paint(level_style(interview.model(), level), &words))
        }
        None => format!("{bar}{rest}{words}"),
    }
}

/// A blue that is readable on black and on white, whatever the terminal calls blue.
fn bar_style() -> anstyle::Style {
    anstyle::Style::new().fg_color(Some(anstyle::Ansi256Color(31).into()))
}
