//! Colors for a terminal: always beside a number or a sign, never alone.

use anstyle::{Ansi256Color, Effects, Style};

use crate::model::{Level, Model};

/// Whether colors may be used.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Colors {
    /// Escape sequences may be written.
    On,
    /// The text alone.
    Off,
}

impl Colors {
    /// The words in a style, when colors may be used.
    #[must_use]
    pub fn paint(self, style: Style, words: &str) -> String {
        match self {
            Self::On => format!("{style}{words}{style:#}"),
            Self::Off => words.to_owned(),
        }
    }

    /// The words in bold, when colors may be used.
    #[must_use]
    pub fn bold(self, words: &str) -> String {
        self.paint(Style::new().bold(), words)
    }

    /// The words dimmed, when colors may be used.
    #[must_use]
    pub fn dim(self, words: &str) -> String {
        self.paint(Style::new().effects(Effects::DIMMED), words)
    }
}

/// From the lowest level to the highest: red-brown, ochre, green, blue, violet, each readable on black and on white.
const RAMP: [u8; 5] = [166, 136, 65, 31, 63];

/// The color of a level, spread over the levels that the model has.
#[must_use]
pub fn level_color(model: &Model, level: Level) -> Ansi256Color {
    let steps = usize::from((model.top().0 - model.floor.0).max(1));
    let own = usize::from(level.0.saturating_sub(model.floor.0)).min(steps);
    Ansi256Color(RAMP[own * (RAMP.len() - 1) / steps])
}

/// The style of what belongs to a level.
#[must_use]
pub fn level_style(model: &Model, level: Level) -> Style {
    Style::new().fg_color(Some(level_color(model, level).into()))
}

#[cfg(test)]
mod tests {
    use super::RAMP;

    /// The relative luminance of a color of the 6 × 6 × 6 cube, as WCAG 2 defines it.
    fn luminance(index: u8) -> f64 {
        let steps = [0.0, 95.0, 135.0, 175.0, 215.0, 255.0];
        let place = usize::from(index - 16);
        let linear = |step: usize| {
            let share: f64 = steps[step] / 255.0;
            if share <= 0.040_45 { share / 12.92 } else { ((share + 0.055) / 1.055).powf(2.4) }
        };
        0.2126 * linear(place / 36) + 0.7152 * linear(place / 6 % 6) + 0.0722 * linear(place % 6)
    }

    #[test]
    fn levels_are_readable_on_black_and_on_white() {
        for index in RAMP {
            let own = luminance(index);
            let (on_black, on_white) = ((own + 0.05) / 0.05, 1.05 / (own + 0.05));
            assert!(on_black >= 3.0 && on_white >= 3.0, "{index}: {on_black:.2} on black, {on_white:.2} on white");
        }
    }
}
