//! Exact fractions without bounds: in machine words as long as they fit, which is nearly always, and beyond them in
//! whole numbers of any length.
//!
//! A sub-domain of 200 dimensions with up to 200 clauses each has shares whose common denominator has some ninety
//! digits; a word holds 38. Why not always numbers of any length: they take several times as long.

use std::cmp::Ordering;

use num_bigint::BigUint;
use num_rational::Ratio;
use num_traits::{CheckedAdd, CheckedDiv, ToPrimitive};

/// A fraction that is not negative.
#[derive(Clone, Debug)]
pub(super) enum Exact {
    /// One that fits.
    Small(Ratio<u128>),
    /// Any other.
    Large(Box<Ratio<BigUint>>),
}

impl Exact {
    /// The fraction of two whole numbers; `divisor` is not 0.
    pub(super) fn new(number: usize, divisor: usize) -> Self {
        Self::Small(Ratio::new(number as u128, divisor as u128))
    }

    pub(super) fn whole(number: u128) -> Self {
        Self::Small(Ratio::from_integer(number))
    }

    pub(super) fn plus(&self, other: &Self) -> Self {
        if let (Self::Small(one), Self::Small(other)) = (self, other)
            && let Some(sum) = one.checked_add(other)
        {
            return Self::Small(sum);
        }
        Self::Large(Box::new(self.large() + other.large()))
    }

    /// The fraction divided by a whole number that is not 0.
    pub(super) fn divided_by(&self, divisor: u128) -> Self {
        if let Self::Small(one) = self
            && let Some(quotient) = one.checked_div(&Ratio::from_integer(divisor))
        {
            return Self::Small(quotient);
        }
        Self::Large(Box::new(self.large() / BigUint::from(divisor)))
    }

    /// As many hundredths, rounded half up.
    pub(super) fn hundredths(&self) -> u128 {
        if let Self::Small(one) = self
            && let (Some(number), Some(half)) = (one.numer().checked_mul(200), one.denom().checked_mul(2))
            && let Some(number) = number.checked_add(*one.denom())
        {
            return number / half;
        }
        let one = self.large();
        let rounded = (one.numer() * 200_u8 + one.denom()) / (one.denom() * 2_u8);
        rounded.to_u128().unwrap_or(u128::MAX)
    }

    fn large(&self) -> Ratio<BigUint> {
        match self {
            // What is in lowest terms already stays in them.
            Self::Small(one) => Ratio::new_raw((*one.numer()).into(), (*one.denom()).into()),
            Self::Large(one) => (**one).clone(),
        }
    }
}

impl Ord for Exact {
    fn cmp(&self, other: &Self) -> Ordering {
        match (self, other) {
            (Self::Small(one), Self::Small(other)) => one.cmp(other),
            _ => self.large().cmp(&other.large()),
        }
    }
}

impl PartialOrd for Exact {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl PartialEq for Exact {
    fn eq(&self, other: &Self) -> bool {
        self.cmp(other) == Ordering::Equal
    }
}

impl Eq for Exact {}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sum_that_no_word_holds_is_exact() {
        let sum = |parts: std::ops::RangeInclusive<usize>| {
            parts.map(|part| Exact::new(1, part)).fold(Exact::whole(0), |sum, part| sum.plus(&part))
        };
        let (all, most) = (sum(1..=200), sum(1..=199));
        assert!(matches!(all, Exact::Large(_)), "its denominator has 89 digits");
        assert_eq!(all, most.plus(&Exact::new(1, 200)));
        assert!(most < all && all < Exact::whole(6));
        assert_eq!(all.hundredths(), 588);
        assert_eq!(all.divided_by(200).hundredths(), 3);
    }

    #[test]
    fn half_a_hundredth_is_rounded_up() {
        assert_eq!(Exact::new(521, 200).hundredths(), 261);
        let large = Exact::Large(Box::new(Exact::new(521, 200).large()));
        assert_eq!((large.hundredths(), large), (261, Exact::new(521, 200)));
    }
}
