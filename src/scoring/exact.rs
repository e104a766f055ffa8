//! Exact fractions without bounds: in machine words as long as they fit, which is nearly always, and beyond them in
//! whole numbers of any length.
//!
//! A sub-domain of 200 dimensions with up to 200 clauses each has shares whose common denominator has some ninety
//! digits; a word holds 38. Why not always numbers of any length: they take several times as long.

use std::cmp::Ordering;

use num_bigint::BigUint;
use num_rational::Ratio;
use num_traits::{CheckedAdd, CheckedDiv, CheckedMul, ToPrimitive};

use crate::model::counting::Rounding;

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
    pub(super) fn new(number: u128, divisor: u128) -> Self {
        Self::Small(Ratio::new(number, divisor))
    }

    pub(super) fn whole(number: u128) -> Self {
        Self::Small(Ratio::from_integer(number))
    }

    pub(super) fn plus(&self, other: &Self) -> Self {
        if let (Self::Small(one), Self::Small(other)) = (self, other)
            && one.is_integer()
            && other.is_integer()
            && let Some(sum) = one.numer().checked_add(other.numer())
        {
            // Nothing to bring to lowest terms.
            return Self::Small(Ratio::from_integer(sum));
        }
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

    pub(super) fn times(&self, factor: u128) -> Self {
        if factor == 1 {
            return self.clone();
        }
        if let Self::Small(one) = self
            && let Some(product) = one.checked_mul(&Ratio::from_integer(factor))
        {
            return Self::Small(product);
        }
        Self::Large(Box::new(self.large() * BigUint::from(factor)))
    }

    /// As many parts of which `parts` make 1, rounded as it is said.
    pub(super) fn in_parts(&self, parts: u128, rounding: Rounding) -> u128 {
        let halves = match rounding {
            Rounding::HalfUp => 1_u8,
            Rounding::Down => 0,
        };
        if let Self::Small(one) = self
            && let (number, divisor) = (*one.numer(), *one.denom())
            && let Some(number) = number.checked_mul(parts).and_then(|number| number.checked_mul(2))
            && let Some(half) = divisor.checked_mul(2)
            && let Some(number) = number.checked_add(divisor * u128::from(halves))
        {
            return number / half;
        }
        let one = self.large();
        let rounded = (one.numer() * parts * 2_u8 + one.denom() * halves) / (one.denom() * 2_u8);
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

    fn hundredths(exact: &Exact) -> u128 {
        exact.in_parts(100, Rounding::HalfUp)
    }

    #[test]
    fn a_sum_that_no_word_holds_is_exact() {
        let sum = |parts: std::ops::RangeInclusive<usize>| {
            parts.map(|part| Exact::new(1, part as u128)).fold(Exact::whole(0), |sum, part| sum.plus(&part))
        };
        let (all, most) = (sum(1..=200), sum(1..=199));
        assert!(matches!(all, Exact::Large(_)), "its denominator has 89 digits");
        assert_eq!(all, most.plus(&Exact::new(1, 200)));
        assert!(most < all && all < Exact::whole(6));
        assert_eq!(hundredths(&all), 588);
        assert_eq!(hundredths(&all.divided_by(200)), 3);
    }

    #[test]
    fn half_a_hundredth_is_rounded_as_it_is_said() {
        let small = Exact::new(521, 200);
        let large = Exact::Large(Box::new(small.large()));
        assert_eq!((hundredths(&small), hundredths(&large)), (261, 261));
        assert_eq!((small.in_parts(100, Rounding::Down), large.in_parts(100, Rounding::Down)), (260, 260));
        assert_eq!(large, small);
    }

    #[test]
    fn a_product_that_no_word_holds_is_exact() {
        let third = Exact::new(u128::MAX / 3, 1);
        let product = third.times(6);
        assert!(matches!(product, Exact::Large(_)));
        assert_eq!(product.divided_by(6), third);
    }
}
