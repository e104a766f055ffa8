//! A row of steps for each part: how high it stood at every point, between the lowest and the highest level.

use crate::report::kit::style::Style;
use crate::report::kit::trend as words;
use crate::text::{cut, pad, width};
use crate::trend::Trend;

/// From the lowest to the highest.
const STEPS: [char; 8] = ['▁', '▂', '▃', '▄', '▅', '▆', '▇', '█'];
/// What stands where nothing is known.
const GAP: char = '·';
/// The most columns of a name.
const NAME: usize = 32;

pub(super) fn rows(trend: &Trend<'_>, style: &Style) -> String {
    let signs = style.signs();
    let parts = trend.places(1).into_iter().map(|place| {
        (words::name(trend, place, style.lang), words::heights(trend, place), words::way(trend, place, signs))
    });
    let metrics = trend.metrics().into_iter().map(|metric| {
        let name = metric.name().into_string(style.lang);
        (name, words::measured_heights(trend, metric), words::measured(trend, metric, signs))
    });
    let rows: Vec<_> = parts.chain(metrics).collect();
    let names = rows.iter().map(|(name, ..)| width(name)).max().unwrap_or_default().min(NAME);
    let ways = rows.iter().map(|(.., way)| width(way)).max().unwrap_or_default();
    let room = style.width.saturating_sub(names + ways + 4).max(8);
    let row = |(name, heights, way): &(String, Vec<Option<f64>>, String)| {
        let (name, line) = (pad(&cut(name, names), names), line(heights, room));
        format!("{name}  {line}  {way}\n")
    };
    rows.iter().map(row).collect()
}

/// The last that have room, behind an ellipsis where there are more.
fn line(heights: &[Option<f64>], room: usize) -> String {
    let step = |height: &Option<f64>| match height {
        None => GAP,
        // Never past the ends, since a height is from 0 to 1.
        Some(height) => STEPS
            .into_iter()
            .rev()
            .zip((0..8).rev())
            .find(|(_, at)| height * 7.0 + 0.5 >= f64::from(*at))
            .map_or(STEPS[0], |(step, _)| step),
    };
    if heights.len() <= room {
        return heights.iter().map(step).collect();
    }
    let shown = heights[heights.len() - (room - 1)..].iter().map(step);
    std::iter::once('…').chain(shown).collect()
}

#[cfg(test)]
mod tests {
    use super::line;

    #[test]
    fn steps_rise_with_heights_and_gaps_stay_gaps() {
        assert_eq!(line(&[Some(0.0), None, Some(0.5), Some(1.0)], 8), "▁·▅█");
        assert_eq!(line(&[Some(0.0), Some(0.1), Some(0.2), Some(1.0)], 3), "…▂█");
    }
}
