//! A score, and how it is written.

use std::fmt;

use super::exact::Exact;
use crate::model::Level;
use crate::model::counting::{Shown, Unit};

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

    /// Whether the score is at least `level`.
    #[must_use]
    pub fn reaches(&self, level: Level) -> bool {
        self.exact >= Exact::whole(level.0.into())
    }

    /// The score with so many digits behind the point, rounded as the model says.
    #[must_use]
    pub fn with_digits(&self, digits: u8) -> String {
        let parts = 10_u128.pow(digits.into());
        let number = self.exact.in_parts(parts * u128::from(self.shown.unit.of()), self.shown.rounding);
        let (whole, rest, width) = (number / parts, number % parts, usize::from(digits));
        let decimals = if digits > 0 { format!(".{rest:0width$}") } else { String::new() };
        let sign = match self.shown.unit {
            Unit::Score => "",
            Unit::Percent => "%",
        };
        format!("{whole}{decimals}{sign}")
    }
}

impl fmt::Display for Score {
    /// As the model shows it: `2.61`, `67%`.
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.pad(&self.with_digits(self.shown.digits))
    }
}
