//! What is asked before the first question, drawn.

mod choices;
mod welcome;

use super::alone::Screen;
use super::foot::{dimmed, typed};
use super::view;
use crate::interview::Below;
use crate::interview::setup::extent::Extent;
use crate::interview::setup::{Choice, Setup, Start, Step};
use crate::lang::Text;
use crate::report::kit::kinds;
use crate::report::kit::style::{Drawing, Style};
use crate::report::kit::words;
use crate::text::{cut, one_line, pad, width, wrap};
use choices::{asked, numbered, pointed};

/// The screen of one step, on `rows` rows.
pub(super) fn draw(setup: &Setup<'_>, style: &Style, rows: usize) -> Screen {
    let foot = dimmed(keys(setup, style).get(style.lang), style);
    let room = rows.saturating_sub(foot.len());
    let (mut lines, cursor) = match setup.step() {
        Step::Start => (welcome::draw(setup, style, room), None),
        Step::Team => {
            let mut lines = head(setup, style);
            let (line, column) = typed(setup.team(), style);
            lines.push(line);
            let row = lines.len() - 1;
            (lines, Some((row, column)))
        }
        Step::Area | Step::Areas => {
            let mut lines = head(setup, style);
            lines.extend(in_view(areas(setup, style), setup.cursor(), room.saturating_sub(lines.len()), style));
            (lines, None)
        }
    };
    lines.resize(room, String::new());
    lines.extend(foot);
    lines.truncate(rows);
    Screen { lines, cursor, below: Below::Nothing }
}

/// The same as lines to be printed one after the other, and what can be typed.
pub(super) fn lines(setup: &Setup<'_>, style: &Style) -> Vec<String> {
    let style = &Style { drawing: Drawing::Plain, ..*style };
    let asked = wrap(asked(setup.step(), setup.model()).get(style.lang), style.width, "", "");
    let mut lines = match setup.step() {
        Step::Start => welcome::draw(setup, style, usize::MAX),
        Step::Team => asked,
        Step::Area | Step::Areas => {
            asked.into_iter().chain(areas(setup, style).into_iter().map(|(_, line)| line)).collect()
        }
    };
    let last = setup.choices().len().max(setup.starts().len());
    lines.extend(match setup.step() {
        Step::Team => Vec::new(),
        Step::Areas => {
            let words = text!(
                "empty: those with [x]  1,{last} or ids: these alone  back  quit",
                "留空：带 [x] 的各项  1,{last} 或 id：只选这些  返回  退出"
            );
            dimmed(words.get(style.lang), style)
        }
        Step::Start if setup.starts().len() == 1 => {
            dimmed(text!("empty: begin  quit", "留空：开始  退出").get(style.lang), style)
        }
        Step::Start => dimmed(text!("empty: the first  quit", "留空：第一项  退出").get(style.lang), style),
        Step::Area => dimmed(text!("empty: the first  back  quit", "留空：第一项  返回  退出").get(style.lang), style),
    });
    lines
}

/// The model, what the last key did, and what is asked.
fn head(setup: &Setup<'_>, style: &Style) -> Vec<String> {
    let name = one_line(setup.model().name.get(style.lang));
    let status = setup.status().map_or("", |status| status.get(style.lang));
    let status = cut(status, style.width).into_owned();
    let mut lines = vec![style.colors.bold(&cut(&name, style.width)), String::new(), status, String::new()];
    lines.extend(wrap(asked(setup.step(), setup.model()).get(style.lang), style.width, "", ""));
    lines
}

fn keys(setup: &Setup<'_>, style: &Style) -> Text {
    let up_and_down = style.signs().up_and_down;
    let last = if setup.step() == Step::Start { setup.starts().len() } else { setup.choices().len() }.min(9);
    match setup.step() {
        Step::Start if setup.starts().len() == 1 => text!("Enter begin  q leave", "Enter 开始  q 退出"),
        Step::Start => text!(
            "Enter begin with this  {up_and_down} choose  1-{last} begin  q leave",
            "Enter 开始所选  {up_and_down} 选择  1-{last} 直接开始  q 退出"
        ),
        Step::Area => text!(
            "Enter take this  {up_and_down} choose  1-{last} take  Esc back  q leave",
            "Enter 选定  {up_and_down} 选择  1-{last} 选定  Esc 返回  q 退出"
        ),
        Step::Team => {
            let (en, zh) = if setup.has_step_before() { ("  Esc back", "  Esc 返回") } else { ("", "") };
            text!("Enter go on{en}  Ctrl-C leave", "Enter 继续{zh}  Ctrl-C 退出")
        }
        Step::Areas => text!(
            "Space tick  {up_and_down} choose  Enter go on  Esc back  q leave",
            "空格 勾选  {up_and_down} 选择  Enter 继续  Esc 返回  q 退出"
        ),
    }
}

/// A line that the cursor can be at, or one between them.
type Row = (Option<usize>, String);

/// A line for each area, the optional ones apart, and what is asked of those that are ticked.
fn areas(setup: &Setup<'_>, style: &Style) -> Vec<Row> {
    let names: Vec<_> = setup.choices().iter().map(|choice| one_line(choice.area.name.get(style.lang))).collect();
    let columns = names.iter().map(|name| width(name)).max().unwrap_or_default().min(style.width / 2);
    let is_optional = |choice: &Choice<'_>| choice.area.optional;
    let first_optional = setup.choices().iter().position(is_optional).filter(|place| *place > 0);
    let mut rows = Vec::new();
    for (place, (choice, name)) in setup.choices().iter().zip(&names).enumerate() {
        if first_optional == Some(place) {
            let words = text!("optional: count only where they are chosen", "可选：选中才计入");
            rows.push((None, style.colors.dim(&cut(words.get(style.lang), style.width))));
        }
        let tick = match (setup.step(), choice.is_ticked) {
            (Step::Areas, true) => " [x]",
            (Step::Areas, false) => " [ ]",
            _ => "",
        };
        let extent = questions(setup.extent_of(choice.area, style.lang)).into_string(style.lang);
        let line = format!("{}{tick} {}  {extent}", numbered(setup, place, style), pad(&cut(name, columns), columns));
        rows.push((Some(place), pointed(setup, place, &line, style)));
    }
    if setup.step() == Step::Areas {
        let Text { en, zh, .. } = questions(setup.ticked_extent(style.lang));
        let words = match setup.start() {
            Start::FirstPicture => text!("First picture: {en}", "快速概览：{zh}"),
            Start::OneArea | Start::Everything => text!("Together: {en}", "合计：{zh}"),
        };
        rows.push((None, String::new()));
        rows.push((None, cut(words.get(style.lang), style.width).into_owned()));
    }
    rows
}

/// `53 questions, about 45 min`.
fn questions(extent: Extent) -> Text {
    let (count, Text { en, zh, .. }) = (extent.questions, words::about(extent.minutes));
    let asked = kinds::questions(count);
    text!("{asked}, {en}", "{count} 题，{zh}")
}

/// As many of the rows as there is room for, with the one at the cursor in view.
fn in_view(rows: Vec<Row>, cursor: usize, room: usize, style: &Style) -> Vec<String> {
    let at = rows.iter().position(|(place, _)| *place == Some(cursor));
    let rows: Vec<_> = rows.into_iter().map(|(_, line)| vec![line]).collect();
    view::in_view(&rows, at, room, style)
}
