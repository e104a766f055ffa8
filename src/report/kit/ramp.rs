//! The shades of the levels: dark blue for the floor to yellow for the top, told apart by every kind of eye.

use crate::model::{Level, Model};

/// The shades of a model with five levels, each as red, green and blue.
const STOPS: [[u8; 3]; 5] =
    [[0x00, 0x22, 0x4e], [0x43, 0x4e, 0x6c], [0x7d, 0x7c, 0x78], [0xbc, 0xaf, 0x6f], [0xfe, 0xe8, 0x38]];
const WHITE: [u8; 3] = [0xff; 3];
const BLACK: [u8; 3] = [0; 3];

/// What a level is drawn on, and what its number is written in.
#[derive(Clone, Copy, Debug)]
pub(in crate::report) struct Shade {
    pub level: Level,
    pub fill: [u8; 3],
    pub ink: [u8; 3],
}

/// A shade for every level that the model has, spread over the whole ramp.
pub(in crate::report) fn shades(model: &Model) -> Vec<Shade> {
    let steps = model.all_levels().count().saturating_sub(1).max(1);
    let shade = |(step, level): (usize, Level)| {
        let fill = between(step * (STOPS.len() - 1), steps);
        let ink = if contrast(fill, WHITE) >= contrast(fill, BLACK) { WHITE } else { BLACK };
        Shade { level, fill, ink }
    };
    model.all_levels().enumerate().map(|(step, level)| shade((step, level))).collect()
}

/// The color at `place / steps` of the ramp, mixed from the two stops around it.
fn between(place: usize, steps: usize) -> [u8; 3] {
    let (stop, rest) = (place / steps, place % steps);
    let (low, high) = (STOPS[stop.min(STOPS.len() - 1)], STOPS[(stop + 1).min(STOPS.len() - 1)]);
    let mix = |low: u8, high: u8| (usize::from(low) * (steps - rest) + usize::from(high) * rest) / steps;
    let mixed = [mix(low[0], high[0]), mix(low[1], high[1]), mix(low[2], high[2])];
    mixed.map(|channel| u8::try_from(channel).unwrap_or(u8::MAX))
}

/// How well one color stands out from another, from 1 to 21, as WCAG 2 defines it.
pub(in crate::report) fn contrast(one: [u8; 3], other: [u8; 3]) -> f64 {
    let (one, other) = (luminance(one), luminance(other));
    (one.max(other) + 0.05) / (one.min(other) + 0.05)
}

fn luminance(color: [u8; 3]) -> f64 {
    let [red, green, blue] = color.map(|channel| {
        let share = f64::from(channel) / 255.0;
        if share <= 0.040_45 { share / 12.92 } else { ((share + 0.055) / 1.055).powf(2.4) }
    });
    0.2126 * red + 0.7152 * green + 0.0722 * blue
}

#[cfg(test)]
mod tests {
    use super::{STOPS, contrast, shades};
    use crate::embedded;
    use crate::model::Model;

    fn with_levels(count: usize) -> Model {
        let model = embedded::model();
        let levels = model.levels.iter().cycle().take(count).cloned().collect::<Vec<_>>();
        Model { levels: levels.into(), ..model.clone() }
    }

    #[test]
    fn every_number_is_readable_on_its_shade() {
        for count in 2..=9 {
            for shade in shades(&with_levels(count)) {
                let own = contrast(shade.fill, shade.ink);
                assert!(own >= 4.5, "{own:.2} at level {} of {count}", shade.level);
            }
        }
    }

    #[test]
    fn the_ramp_runs_from_end_to_end_without_repeating_a_shade() {
        for count in 2..=9 {
            let fills: Vec<_> = shades(&with_levels(count)).iter().map(|shade| shade.fill).collect();
            assert_eq!((fills.len(), fills[0], fills[count - 1]), (count, STOPS[0], STOPS[4]));
            assert!(fills.windows(2).all(|pair| contrast(pair[0], pair[1]) > 1.1), "{fills:?}");
        }
    }
}
