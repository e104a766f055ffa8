//! What the middle of the screen shows, and whether that is all of it.

use crate::interview::Below;
use crate::report::kit::style::Style;
use crate::text::cut;

/// The middle of the screen.
#[derive(Default)]
pub(super) struct Body {
    /// At most as many lines as there is room.
    pub lines: Vec<String>,
    /// Whether more of what an arrow points at, or of the help, lies below.
    pub below: Below,
    /// The note and the evidence, where only the head may have room for them.
    pub left_out: Option<String>,
}

impl Body {
    /// Lines from one on, as far as there is room; where more lie below, that is said.
    pub(super) fn scrolled(mut lines: Vec<String>, from: usize, room: usize, style: &Style) -> Self {
        let last = lines.len().saturating_sub(room);
        let mut lines = lines.split_off(from.min(last));
        let below = if lines.len() > room { Below::More } else { Below::Nothing };
        if below == Below::More {
            lines.truncate(room.saturating_sub(1));
            let down = style.signs().down;
            let more = text!("… more below, {down} shows it", "… 下面还有内容，按 {down} 查看");
            lines.push(style.colors.dim(&cut(more.get(style.lang), style.width)));
        }
        Self { lines, below, left_out: None }
    }
}

impl From<Vec<String>> for Body {
    fn from(lines: Vec<String>) -> Self {
        Self { lines, ..Self::default() }
    }
}
