//! A score, and how it is written.

use std::fmt;

use super::exact::Exact;
use crate::model::counting::{Rounding, ScoreRule, Shown, Unit};
use crate::model::{Level, Model};

/// The most digits that a score is told from its target by; what differs less looks the same.
const MOST_DIGITS: u8 = 18;

/// An exact score, as a model counts it: from its floor to its top, or a share from 0 to 1.
///
/// Exact for every model: beyond what a machine word holds, it is kept in numbers of any length.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Score {
    pub(super) exact: Exact,
    shown: Shown,
}

impl Score {
    pub(super) fn new(exact: Exact, shown: Shown) -> Self {
        Self { exact, shown }
    }

    /// Both together; more than a model can give.
    #[must_use]
    pub fn plus(&self, other: &Self) -> Self {
        Self::new(self.exact.plus(&other.exact), self.shown)
    }

    /// How much more it is than another one; 0 where it is less.
    #[must_use]
    pub fn minus(&self, other: &Self) -> Self {
        Self::new(self.exact.minus(&other.exact), self.shown)
    }

    /// The score in hundredths, rounded as the model shows it: 2.605 gives 261.
    #[must_use]
    pub fn hundredths(&self) -> u128 {
        self.exact.in_parts(100, self.shown.rounding)
    }

    /// The number that is shown, in the unit and with the digits of the model.
    #[must_use]
    pub fn rounded(&self) -> f64 {
        let Shown { digits, rounding, unit } = self.shown;
        let parts = 10_u32.pow(digits.into());
        let number = self.exact.in_parts(u128::from(parts) * u128::from(unit.of()), rounding);
        // At most 100 with six digits, which a float holds exactly; the division gives the nearest number to the decimals.
        f64::from(u32::try_from(number).unwrap_or(u32::MAX)) / f64::from(parts)
    }

    /// The lowest and the highest score that a model can give.
    #[must_use]
    pub fn bounds(model: &Model) -> (Self, Self) {
        let of = |number: u8| Self::new(Exact::whole(number.into()), Shown { digits: 0, ..model.scoring.shown });
        match model.scoring.score {
            ScoreRule::Share => (of(0), of(1)),
            ScoreRule::Levels | ScoreRule::Value => (of(model.floor.0), of(model.top().0)),
        }
    }

    /// A score as people write it, in the unit in which it is shown: `2.5`, at most nine digits on either side.
    #[must_use]
    pub fn read(word: &str, shown: Shown) -> Option<Self> {
        let (whole, decimals) = word.split_once('.').unwrap_or((word, "0"));
        let number = |digits: &str| {
            let is_plain = (1..=9).contains(&digits.len()) && digits.bytes().all(|byte| byte.is_ascii_digit());
            digits.parse::<u128>().ok().filter(|_| is_plain)
        };
        let (whole, rest) = (number(whole)?, number(decimals)?);
        let parts = 10_u128.pow(u32::try_from(decimals.len()).ok()?);
        let exact = Exact::new(whole * parts + rest, parts * u128::from(shown.unit.of()));
        Some(Self::new(exact, shown))
    }

    /// The highest number with the digits that are shown that the score reaches: a target that it holds.
    #[must_use]
    pub fn to_target(&self) -> String {
        let shown = Shown { rounding: Rounding::Down, ..self.shown };
        let down = Self::new(self.exact.clone(), shown).with_digits(shown.digits);
        down.trim_end_matches('%').to_owned()
    }

    /// As it is shown, with more digits as long as these hide that it is another than `target`.
    #[must_use]
    pub fn beside(&self, target: &Self) -> String {
        self.with_digits(self.digits_beside([target]))
    }

    /// The digits behind the point that tell it from each of `others`: those that are shown, and as many more as these hide
    /// a difference.
    #[must_use]
    pub fn digits_beside<'a>(&self, others: impl IntoIterator<Item = &'a Self>) -> u8 {
        let Shown { digits: shown, .. } = self.shown;
        let needed = |other: &Self| {
            let differs = |digits: &u8| self.with_digits(*digits) != other.with_digits(*digits);
            (shown..MOST_DIGITS).find(differs).filter(|_| self.exact != other.exact)
        };
        others.into_iter().filter_map(needed).max().unwrap_or(shown)
    }

    /// The part of the way from the lowest score to the highest, in thousandths.
    #[must_use]
    pub fn thousandths(&self, model: &Model) -> u16 {
        let (lowest, highest) = Self::bounds(model);
        let all = |score: &Self| score.exact.in_parts(1000, Rounding::Down);
        let (low, high, own) = (all(&lowest), all(&highest), all(self));
        u16::try_from(own.saturating_sub(low) * 1000 / high.saturating_sub(low).max(1)).unwrap_or(1000)
    }

    /// Whether the score is at least `level`.
    #[must_use]
    pub fn reaches(&self, level: Level) -> bool {
        self.exact >= Exact::whole(level.0.into())
    }

    /// As the model shows it, with as many more digits, up to six, as keep a small score from being shown as 0.
    #[must_use]
    pub fn above_zero(&self) -> String {
        let is_above = |words: &String| words.bytes().any(|byte| (b'1'..=b'9').contains(&byte));
        let longer = (self.shown.digits..=6).map(|digits| self.with_digits(digits));
        longer.into_iter().find(is_above).unwrap_or_else(|| self.to_string())
    }

    /// The score with so many digits behind the point, rounded as the model says.
    #[must_use]
    pub fn with_digits(&self, digits: u8) -> String {
        let parts = 10_u128.pow(digits.into());
        let number = self.exact.in_parts(parts * u128::from(self.shown.unit.of()), self.shown.rounding);
        // Words are written faster than long numbers, and hold either part: the one is 100 at most, the other has the digits.
        let [whole, rest] = [number / parts, number % parts].map(|part| u64::try_from(part).unwrap_or(u64::MAX));
        let sign = match self.shown.unit {
            Unit::Score => "",
            Unit::Percent => "%",
        };
        match usize::from(digits) {
            0 => format!("{whole}{sign}"),
            width => format!("{whole}.{rest:0width$}{sign}"),
        }
    }
}

impl fmt::Display for Score {
    /// As the model shows it: `2.61`, `67%`.
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.pad(&self.with_digits(self.shown.digits))
    }
}
