//! Labels in pictures: broken into lines, and measured so that nothing collides or is cut off.

use std::rc::Rc;

use maud::{Markup, html};

use super::frame::{Frame, LETTER, LINE, px};
use crate::text::{cut, one_line, width, wrap};

/// The columns after which a name is broken; a Chinese character takes two.
const COLUMNS: usize = 14;
/// How much wider bold letters are.
pub(super) const BOLD: f64 = 1.09;
/// The most lines of a name.
const LINES: usize = 3;

/// Which point of a label stands at its place.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Anchor {
    Start,
    Middle,
    End,
}

impl Anchor {
    fn word(self) -> &'static str {
        match self {
            Self::Start => "start",
            Self::Middle => "middle",
            Self::End => "end",
        }
    }
}

/// A name over several lines, with its value below.
#[derive(Clone)]
pub(super) struct Label {
    lines: Rc<[String]>,
    said: Rc<str>,
    width: f64,
    x: f64,
    top: f64,
    anchor: Anchor,
}

impl Label {
    /// A label that has no place yet.
    pub(super) fn new(lines: Vec<String>, said: &str) -> Self {
        let names = lines.iter().map(|line| BOLD * measure(line));
        let width = names.chain([measure(said)]).fold(0.0, f64::max);
        Self { lines: lines.into(), said: said.into(), width, x: 0.0, top: 0.0, anchor: Anchor::Start }
    }

    /// The same with the anchor at a place across, and the top at one down.
    pub(super) fn at(self, (x, top): (f64, f64), anchor: Anchor) -> Self {
        Self { x, top, anchor, ..self }
    }

    pub(super) fn height(&self) -> f64 {
        LINE * f64::from(u8::try_from(self.lines.len() + 1).unwrap_or(u8::MAX))
    }

    pub(super) fn frame(&self) -> Frame {
        let left = match self.anchor {
            Anchor::Start => self.x,
            Anchor::Middle => self.x - self.width / 2.0,
            Anchor::End => self.x - self.width,
        };
        Frame { left, top: self.top, right: left + self.width, bottom: self.top + self.height() }
    }

    pub(super) fn draw(&self) -> Markup {
        let lines = self.lines.iter().map(|line| ("name", line.as_str())).chain([("said", &*self.said)]);
        let baselines = (0_u8..).map(|line| self.top + LINE * f64::from(line) + LETTER);
        html! {
            @for ((class, line), baseline) in lines.zip(baselines) {
                text .(class) x=(px(self.x)) y=(px(baseline)) text-anchor=(self.anchor.word()) { (line) }
            }
        }
    }
}

/// A name in lines; what does not fit in the last of them is left out, with an ellipsis.
pub(super) fn lines(name: &str) -> Vec<String> {
    let mut lines = wrap(&cut(&one_line(name), COLUMNS * (LINES + 1)), COLUMNS, "", "");
    if lines.len() > LINES {
        lines.truncate(LINES);
        if let Some(last) = lines.last_mut() {
            *last = format!("{}…", last.trim_end());
        }
    }
    lines
}

/// How wide a line of plain letters is at most, in units of the picture: fonts differ, so wide ones are reckoned with.
pub(super) fn measure(line: &str) -> f64 {
    let em = |character: char| match character {
        'i' | 'j' | 'l' | '.' | ',' | ':' | ';' | '\'' | '|' | ' ' | '·' => 0.36,
        'm' | 'w' | 'M' | 'W' | '—' | '@' | '%' => 0.98,
        'A'..='Z' | '~' | '–' => 0.78,
        _ if width(character.encode_utf8(&mut [0; 4])) > 1 => 1.0,
        _ => 0.64,
    };
    line.chars().map(em).sum::<f64>() * LETTER
}

#[cfg(test)]
mod tests {
    use super::{LINES, lines, measure};

    #[test]
    fn names_are_broken_and_long_ones_end_in_an_ellipsis() {
        assert_eq!(lines("Requirements management"), ["Requirements", "management"]);
        assert_eq!(lines("数据管理"), ["数据管理"]);
        let long = lines(&"word ".repeat(100));
        assert_eq!(long.len(), LINES);
        assert!(long[LINES - 1].ends_with('…'), "{long:?}");
        assert!(lines(&"x".repeat(10_000)).iter().all(|line| measure(line) < 200.0));
    }
}
