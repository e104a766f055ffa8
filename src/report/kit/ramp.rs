//! The shades of the levels: violet for the floor over blue and green to yellow for the top, told apart by every kind of eye.

use crate::model::{Level, Model};

/// The shades of a model with five levels, each as red, green and blue.
const STOPS: [[u8; 3]; 5] =
    [[0x44, 0x01, 0x54], [0x3b, 0x52, 0x8b], [0x21, 0x91, 0x8c], [0x5e, 0xc9, 0x62], [0xfd, 0xe7, 0x25]];
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
pub(in crate::report) fn between(place: usize, steps: usize) -> [u8; 3] {
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

    /// How far apart two colors are to an eye, by CIE 1976.
    fn apart(one: [f64; 3], other: [f64; 3]) -> f64 {
        let lab = |[red, green, blue]: [f64; 3]| {
            let share = |of: [f64; 3], white: f64| {
                let value = (of[0] * red + of[1] * green + of[2] * blue) / white;
                if value > 0.008_856 { value.cbrt() } else { 7.787 * value + 16.0 / 116.0 }
            };
            let x = share([0.4124, 0.3576, 0.1805], 0.950_47);
            let y = share([0.2126, 0.7152, 0.0722], 1.0);
            let z = share([0.0193, 0.1192, 0.9505], 1.088_83);
            [116.0 * y - 16.0, 500.0 * (x - y), 200.0 * (y - z)]
        };
        let (one, other) = (lab(one), lab(other));
        (0..3).map(|at| (one[at] - other[at]).powi(2)).sum::<f64>().sqrt()
    }

    /// What every kind of eye makes of red, green and blue in linear light (Machado, Oliveira and Fernandes, 2009).
    const EYES: [(&str, [[f64; 3]; 3]); 4] = [
        ("all cones", [[1.0, 0.0, 0.0], [0.0, 1.0, 0.0], [0.0, 0.0, 1.0]]),
        (
            "no red",
            [
                [0.152_286, 1.052_583, -0.204_868],
                [0.114_503, 0.786_281, 0.099_216],
                [-0.003_882, -0.048_116, 1.051_998],
            ],
        ),
        (
            "no green",
            [[0.367_322, 0.860_646, -0.227_968], [0.280_085, 0.672_501, 0.047_413], [-0.011_82, 0.042_94, 0.968_881]],
        ),
        (
            "no blue",
            [[1.255_528, -0.076_749, -0.178_779], [-0.078_411, 0.930_809, 0.147_602], [0.004_733, 0.691_367, 0.3039]],
        ),
    ];

    #[test]
    fn five_levels_are_told_apart_by_every_kind_of_eye() {
        let linear = |channel: u8| {
            let share = f64::from(channel) / 255.0;
            if share <= 0.040_45 { share / 12.92 } else { ((share + 0.055) / 1.055).powf(2.4) }
        };
        for (eye, rows) in EYES {
            let seen = STOPS.map(|color| {
                let light = color.map(linear);
                rows.map(|row| (0..3).map(|at| row[at] * light[at]).sum::<f64>().clamp(0.0, 1.0))
            });
            for (one, other) in (0..5).flat_map(|one| (one + 1..5).map(move |other| (one, other))) {
                let distance = apart(seen[one], seen[other]);
                assert!(distance >= 17.9, "{eye}: levels {} and {}: {distance:.1}", one + 1, other + 1);
            }
        }
    }

    #[test]
    fn no_level_is_grey() {
        for [red, green, blue] in STOPS {
            let (most, least) = (red.max(green).max(blue), red.min(green).min(blue));
            assert!(most - least >= 80, "{red} {green} {blue}");
        }
    }
}
