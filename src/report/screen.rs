//! The interview drawn: a function from state, size and language to lines.

mod alone;
mod annotations;
mod body;
mod boxes;
mod changes;
mod figures;
mod foot;
mod found;
mod head;
mod help;
mod middle;
mod opinions;
mod panel;
mod picture;
mod redraw;
mod setup;
mod size;
mod statements;
mod view;

use crate::interview::setup::Setup;
use crate::interview::{Below, Interview};
use crate::report::kit::style::{Drawing, Style};
use crate::text::wrap;
use alone::alone;
use foot::{commands, terms};
use head::head;
use size::Size;

pub use alone::Screen;
pub use changes::{Change, Pen, changes};
pub use picture::picture;
pub use redraw::redraw;

/// Smaller windows have no room for a question.
const LEAST: (usize, usize) = (40, 12);
/// From this width on every sub-domain's level stands beside the question.
const PANEL: usize = 110;

/// Whether a window has room for a question.
#[must_use]
pub fn fits(columns: usize, rows: usize) -> bool {
    columns >= LEAST.0 && rows >= LEAST.1
}

/// Draws the state on a screen of `style.width` columns and `rows` rows.
#[must_use]
pub fn draw(interview: &Interview<'_>, style: &Style, rows: usize) -> Screen {
    if !fits(style.width, rows) {
        return too_small(style, rows);
    }
    if style.width >= PANEL && !interview.is_done() {
        return panel::beside(interview, style, rows);
    }
    alone(interview, style, rows)
}

/// Draws what is asked before the first question.
#[must_use]
pub fn draw_setup(asked: &Setup<'_>, style: &Style, rows: usize) -> Screen {
    if fits(style.width, rows) { setup::draw(asked, style, rows) } else { too_small(style, rows) }
}

/// What is asked before the first question, as lines to be printed one after the other.
#[must_use]
pub fn setup_lines(asked: &Setup<'_>, style: &Style) -> Vec<String> {
    setup::lines(asked, style)
}

fn too_small(style: &Style, rows: usize) -> Screen {
    let (columns, least) = LEAST;
    let words = text!(
        "the window is too small: at least {columns} × {least}; q leaves",
        "窗口太小：至少 {columns} × {least}；按 q 退出"
    );
    let lines = wrap(words.get(style.lang), style.width, "", "");
    Screen { lines: lines.into_iter().take(rows).collect(), cursor: None, below: Below::Nothing }
}

/// The question as lines to be printed one after the other, in ASCII: nothing is drawn over anything.
#[must_use]
pub fn lines(interview: &Interview<'_>, style: &Style) -> Vec<String> {
    let style = &Style { drawing: Drawing::Plain, ..*style };
    let mut lines = head(interview, style, Size::Roomy);
    // The bar says nothing that the words beside it do not.
    let words = lines[1].trim_start_matches(['━', '─', ' ']).to_owned();
    lines[1] = words;
    lines.extend(body::draw(interview, style, usize::MAX, usize::MAX).lines);
    lines.extend(terms(interview, style));
    lines.extend(commands(interview, style));
    lines
}
