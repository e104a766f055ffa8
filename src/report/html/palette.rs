//! The colors of levels: a ramp of seventeen steps in the style sheet, over which a model spreads its levels.

use crate::model::{Level, Model};

/// The classes of the steps of the ramp.
const STEPS: [&str; 17] =
    ["r0", "r1", "r2", "r3", "r4", "r5", "r6", "r7", "r8", "r9", "r10", "r11", "r12", "r13", "r14", "r15", "r16"];

/// The last step.
const LAST: usize = STEPS.len() - 1;

/// The class of a level's colors, `r0` for the lowest to `r16` for the highest.
pub(super) fn class(model: &Model, level: Level) -> &'static str {
    let steps = usize::from(model.top().0.saturating_sub(model.floor.0)).max(1);
    let own = usize::from(level.0.saturating_sub(model.floor.0)).min(steps);
    STEPS[(own * LAST + steps / 2) / steps]
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use super::{LAST, class};
    use crate::embedded;
    use crate::model::{Level, Model};
    use crate::report::html::assets::BASE;
    use crate::report::kit::ramp::between;

    /// Red, green and blue, from 0 to 255.
    type Rgb = [u8; 3];

    fn color(word: &str) -> Rgb {
        let digits = word.strip_prefix('#').expect("colors are written with #");
        let digits =
            if digits.len() == 3 { digits.chars().flat_map(|it| [it, it]).collect() } else { digits.to_owned() };
        [0, 2, 4].map(|at| u8::from_str_radix(&digits[at..at + 2], 16).expect("it is hexadecimal"))
    }

    /// The contrast of two colors, as WCAG 2 defines it.
    fn contrast(one: Rgb, other: Rgb) -> f64 {
        let luminance = |color: Rgb| {
            let linear = color.map(|part| {
                let share = f64::from(part) / 255.0;
                if share <= 0.040_45 { share / 12.92 } else { ((share + 0.055) / 1.055).powf(2.4) }
            });
            0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
        };
        let (one, other) = (luminance(one), luminance(other));
        (one.max(other) + 0.05) / (one.min(other) + 0.05)
    }

    /// The properties that a block of the style sheet sets to colors.
    fn properties(block: &str) -> BTreeMap<&str, Rgb> {
        let declarations = block.split([';', '{', '}']).filter_map(|it| it.trim().split_once(": "));
        declarations.filter(|(_, value)| value.starts_with('#')).map(|(name, value)| (name, color(value))).collect()
    }

    /// Both schemes, and the page as it is printed.
    fn schemes() -> [(&'static str, BTreeMap<&'static str, Rgb>); 3] {
        let mut blocks = BASE.split(":root {").skip(1).map(|block| block.split('}').next().unwrap_or_default());
        let light = properties(blocks.next().expect("the light scheme comes first"));
        let with = |block: &'static str| {
            let mut colors = light.clone();
            colors.extend(properties(block));
            colors
        };
        let (dark, print) =
            (with(blocks.next().expect("the dark one follows")), with(blocks.next().expect("then print")));
        [("light", light), ("dark", dark), ("print", print)]
    }

    #[test]
    fn words_and_signs_stand_out_in_every_scheme() {
        for (scheme, colors) in schemes() {
            let of = |name: &str| colors[name];
            for ground in ["--ground", "--raised"] {
                for words in ["--ink", "--soft", "--link", "--warn"] {
                    let seen = contrast(of(words), of(ground));
                    assert!(seen >= 4.5, "{scheme}: {words} on {ground}: {seen:.2}");
                }
                for graphics in ["--accent", "--warn", "--edge", "--ink"] {
                    let seen = contrast(of(graphics), of(ground));
                    assert!(seen >= 3.0, "{scheme}: {graphics} on {ground}: {seen:.2}");
                }
            }
        }
    }

    #[test]
    fn levels_are_readable_and_framed_in_every_scheme() {
        let steps: Vec<_> = (0..=LAST)
            .map(|step| {
                let block = BASE.split(&format!(".r{step} {{")).nth(1).expect("every step is there");
                properties(block.split('}').next().unwrap_or_default())
            })
            .collect();
        for (step, colors) in steps.iter().enumerate() {
            let seen = contrast(colors["--on"], colors["--fill"]);
            assert!(seen >= 4.5, "step {step}: {seen:.2}");
        }
        // The same colors as those of badges and workbooks.
        let own: Vec<_> = steps.iter().map(|colors| colors["--fill"]).collect();
        let ramp: Vec<_> = (0..=LAST).map(|step| between(4 * step, LAST)).collect();
        assert_eq!(own, ramp);
    }

    #[test]
    fn every_level_of_a_model_has_a_color_of_its_own() {
        for count in 2..=9_u8 {
            let levels: Vec<_> = embedded::model().levels.iter().cycle().take(count.into()).cloned().collect();
            let model = Model { levels: levels.into(), floor: Level(0), ..embedded::model().clone() };
            let mut classes: Vec<_> = model.all_levels().map(|level| class(&model, level)).collect();
            assert_eq!((classes[0], classes[classes.len() - 1]), ("r0", "r16"));
            classes.dedup();
            assert_eq!(classes.len(), usize::from(count), "{classes:?}");
        }
    }
}
