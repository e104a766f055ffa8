//! What is asked before the first question, drawn.

use super::alone::Screen;
use super::foot::{dimmed, typed};
use crate::interview::setup::{Choice, Setup, Step};
use crate::lang::Text;
use crate::report::kit::style::Style;
use crate::text::{cut, one_line, wrap};

/// The screen of the team or the areas, on `rows` rows.
pub(super) fn draw(setup: &Setup<'_>, style: &Style, rows: usize) -> Screen {
    let name = one_line(setup.model().name.get(style.lang));
    let mut lines =
        vec![style.colors.bold(&cut(&name, style.width)), String::new(), status(setup, style), String::new()];
    let (asked, keys) = words(setup, style);
    lines.extend(wrap(asked.get(style.lang), style.width, "", ""));
    let foot = dimmed(keys.get(style.lang), style);
    let room = rows.saturating_sub(lines.len() + foot.len());
    let cursor = match setup.step() {
        Step::Team => {
            let (line, column) = typed(setup.team(), style);
            lines.push(line);
            Some((lines.len() - 1, column))
        }
        Step::Areas => {
            lines.extend(areas(setup, style, room));
            None
        }
    };
    lines.resize(rows.saturating_sub(foot.len()), String::new());
    lines.extend(foot);
    lines.truncate(rows);
    Screen { lines, cursor, hides_more: false }
}

fn status(setup: &Setup<'_>, style: &Style) -> String {
    let status = setup.status().map_or("", |status| status.get(style.lang));
    cut(status, style.width).into_owned()
}

/// What is asked, and the keys.
fn words(setup: &Setup<'_>, style: &Style) -> (Text, Text) {
    let up_and_down = style.signs().up_and_down;
    match setup.step() {
        Step::Team => (
            text!("Team (may stay empty)", "团队（可留空）"),
            text!("Enter go on  Ctrl-C leave", "Enter 继续  Ctrl-C 退出"),
        ),
        Step::Areas => (
            text!("Areas to assess", "要评估的领域"),
            text!(
                "Space tick  {up_and_down} choose  Enter go on  Esc back  q leave",
                "空格 勾选  {up_and_down} 选择  Enter 继续  Esc 返回  q 退出"
            ),
        ),
    }
}

/// A line for each area, the one at the cursor in view.
fn areas(setup: &Setup<'_>, style: &Style, room: usize) -> Vec<String> {
    let from = (setup.cursor() + 1).saturating_sub(room);
    let line = |(place, choice): (usize, &Choice<'_>)| {
        let is_pointed = place == setup.cursor();
        let pointer = if is_pointed { style.signs().pointer } else { " " };
        let tick = if choice.is_ticked { "x" } else { " " };
        let name = one_line(choice.area.name.get(style.lang));
        let name = if choice.area.optional {
            text!("{name} (optional)", "{name}（可选）").into_string(style.lang)
        } else {
            name
        };
        let line = cut(&format!("{pointer} [{tick}] {name}"), style.width).into_owned();
        if is_pointed { style.colors.bold(&line) } else { line }
    };
    setup.choices().iter().enumerate().skip(from).take(room).map(line).collect()
}
