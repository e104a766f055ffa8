//! Exact fractions without bounds: as so many parts of one fixed size as long as they fit, which is nearly always, and
//! beyond that as fractions of whole numbers of any length.
//!
//! Means of means of shares have denominators that are products of small numbers. One size of part that all of these divide
//! makes every sum an addition and every mean a division that leaves nothing: no common divisor is looked for on the way.
//! Why not always numbers of any length: a sub-domain of 200 dimensions can have shares whose common denominator has some
//! ninety digits, where a word holds 38, but hardly any has, and they take many times as long.

use std::cmp::Ordering;

use num_bigint::BigUint;
use num_rational::Ratio;
use num_traits::ToPrimitive;

use crate::model::counting::Rounding;

/// How many parts make 1: a number that most products of numbers up to 64 divide, the smaller of them several times over.
///
/// It leaves room for a hundred million times as much in a word of 128 bits: weights and counts of what a mean is over.
const PARTS: u128 = {
    let small = 2_u128.pow(10) * 3_u128.pow(6) * 5_u128.pow(3) * 7_u128.pow(2);
    small * 11 * 13 * 17 * 19 * 23 * 29 * 31 * 37 * 41 * 43 * 47 * 53 * 59 * 61
};

/// A fraction that is not negative.
#[derive(Clone, Debug)]
pub(super) enum Exact {
    /// So many of the parts of which [`PARTS`] make 1.
    Fixed(u128),
    /// Any other.
    Large(Box<Ratio<BigUint>>),
}

impl Exact {
    pub(super) const ZERO: Self = Self::Fixed(0);
    pub(super) const ONE: Self = Self::Fixed(PARTS);

    /// The fraction of two whole numbers; `divisor` is not 0.
    pub(super) fn new(number: u128, divisor: u128) -> Self {
        Self::whole(number).divided_by(divisor)
    }

    pub(super) fn whole(number: u128) -> Self {
        match number.checked_mul(PARTS) {
            Some(parts) => Self::Fixed(parts),
            None => Self::Large(Box::new(Ratio::from_integer(number.into()))),
        }
    }

    /// Adds another one so many times.
    #[inline]
    pub(super) fn add(&mut self, other: &Self, times: u128) {
        if let (Self::Fixed(sum), Self::Fixed(other)) = (&mut *self, other) {
            // Nearly everything counts once: a product of 128 bits takes many times as long as the sum.
            let product = if times == 1 { Some(*other) } else { other.checked_mul(times) };
            if let Some(more) = product.and_then(|product| sum.checked_add(product)) {
                *sum = more;
                return;
            }
        }
        self.add_large(other, times);
    }

    #[cold]
    fn add_large(&mut self, other: &Self, times: u128) {
        *self = Self::Large(Box::new(self.large() + other.large() * BigUint::from(times)));
    }

    pub(super) fn plus(&self, other: &Self) -> Self {
        let mut sum = self.clone();
        sum.add(other, 1);
        sum
    }

    /// What is left when another is taken away; 0 where that is more.
    pub(super) fn minus(&self, other: &Self) -> Self {
        if let (Self::Fixed(one), Self::Fixed(other)) = (self, other) {
            return Self::Fixed(one.saturating_sub(*other));
        }
        if self <= other {
            return Self::ZERO;
        }
        Self::Large(Box::new(self.large() - other.large()))
    }

    /// The fraction divided by a whole number that is not 0.
    pub(super) fn divided_by(&self, divisor: u128) -> Self {
        if let Self::Fixed(parts) = self {
            let quotient = parts / divisor;
            if quotient * divisor == *parts {
                return Self::Fixed(quotient);
            }
        }
        Self::Large(Box::new(self.large() / BigUint::from(divisor)))
    }

    /// As many parts of which `parts` make 1, rounded as it is said.
    pub(super) fn in_parts(&self, parts: u128, rounding: Rounding) -> u128 {
        let halves = match rounding {
            Rounding::HalfUp => 1_u8,
            Rounding::Down => 0,
        };
        if let Self::Fixed(number) = self
            && let Some(number) = number.checked_mul(parts).and_then(|number| number.checked_mul(2))
            && let Some(number) = number.checked_add(PARTS * u128::from(halves))
        {
            return number / (2 * PARTS);
        }
        let one = self.large();
        let rounded = (one.numer() * parts * 2_u8 + one.denom() * halves) / (one.denom() * 2_u8);
        rounded.to_u128().unwrap_or(u128::MAX)
    }

    fn large(&self) -> Ratio<BigUint> {
        match self {
            Self::Fixed(parts) => Ratio::new((*parts).into(), PARTS.into()),
            Self::Large(one) => (**one).clone(),
        }
    }
}

impl Default for Exact {
    fn default() -> Self {
        Self::ZERO
    }
}

impl Ord for Exact {
    fn cmp(&self, other: &Self) -> Ordering {
        match (self, other) {
            (Self::Fixed(one), Self::Fixed(other)) => one.cmp(other),
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
        let many = Exact::whole(u128::MAX / PARTS);
        let mut product = Exact::ZERO;
        product.add(&many, 6);
        assert!(matches!((&many, &product), (Exact::Fixed(_), Exact::Large(_))));
        assert_eq!(product.divided_by(6), many);
    }

    #[test]
    fn a_fraction_that_no_number_of_parts_holds_is_exact() {
        let part = Exact::new(1, 67);
        assert!(matches!(part, Exact::Large(_)));
        let mut whole = Exact::ZERO;
        whole.add(&part, 67);
        assert_eq!(whole, Exact::ONE);
        assert!(Exact::new(1, 68) < part && part < Exact::new(1, 66));
    }
}
