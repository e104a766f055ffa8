//! A measured number with its unit: how it is written, and what it comes to beside others of its metric.

use std::fmt;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::lang::Text;

/// What a number counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub enum Unit {
    /// Times a day.
    #[serde(rename = "/day")]
    PerDay,
    /// Times a week.
    #[serde(rename = "/week")]
    PerWeek,
    /// Times a month.
    #[serde(rename = "/month")]
    PerMonth,
    /// Times a quarter.
    #[serde(rename = "/quarter")]
    PerQuarter,
    /// Times a year.
    #[serde(rename = "/year")]
    PerYear,
    /// Minutes.
    #[serde(rename = "min")]
    Minutes,
    /// Hours.
    #[serde(rename = "h")]
    Hours,
    /// Days.
    #[serde(rename = "d")]
    Days,
    /// Weeks.
    #[serde(rename = "w")]
    Weeks,
    /// Of a hundred.
    #[serde(rename = "%")]
    Percent,
}

/// A decimal number that is not negative, and what it counts: `3/week`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Measurement {
    /// As it was written.
    pub(super) number: String,
    /// What it counts.
    pub unit: Unit,
}

impl Measurement {
    /// The number, as near as a program's number comes to it.
    #[must_use]
    pub fn amount(&self) -> f64 {
        self.number.parse().unwrap_or_default()
    }

    /// The number in the smallest of its units, so that values of one metric can be compared: times a year, minutes, or
    /// percent. A month is the twelfth of a year, a quarter the fourth, a week 7 days, a year 365.
    #[must_use]
    pub fn in_least_unit(&self) -> f64 {
        self.amount()
            * match self.unit {
                Unit::PerDay => 365.0,
                Unit::PerWeek => 365.0 / 7.0,
                Unit::PerMonth => 12.0,
                Unit::PerQuarter => 4.0,
                Unit::PerYear | Unit::Minutes | Unit::Percent => 1.0,
                Unit::Hours => 60.0,
                Unit::Days => 24.0 * 60.0,
                Unit::Weeks => 7.0 * 24.0 * 60.0,
            }
    }

    /// Whether another value of the same metric says the same, in whatever unit: `2d` is `48h`.
    #[must_use]
    pub fn measures_same(&self, other: &Self) -> bool {
        let (one, other) = (self.in_least_unit(), other.in_least_unit());
        // Far finer than the six places that can be written, far coarser than the rounding of a product.
        (one - other).abs() <= one.max(other) * 1e-12
    }
}

impl fmt::Display for Measurement {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "{}{}", self.number, self.unit)
    }
}

impl fmt::Display for Unit {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.serialize(out)
    }
}

/// A number that is written as people write them, and not as programs read them: what is wrong with it, and how it is
/// written if there is no doubt.
pub(super) fn slip(word: &str) -> Option<(Text, Option<String>)> {
    if !word.starts_with(|letter: char| letter.is_ascii_digit()) {
        return None;
    }
    if word.contains(char::is_whitespace) {
        let tidy = word.split_whitespace().collect::<String>().replace(',', ".");
        return Some((text!("`{word}` has a blank in it", "`{word}` 中有空格"), Some(tidy)));
    }
    if let Some((whole, part)) = word.split_once(',') {
        // Three digits may as well be thousands.
        let digits = part.find(|letter: char| !letter.is_ascii_digit()).unwrap_or(part.len());
        let tidy = (digits != 3).then(|| format!("{whole}.{part}"));
        return Some((text!("`{word}` has a comma in its number", "`{word}` 的数中有逗号"), tidy));
    }
    let (_, rest) = word.split_once(['e', 'E'])?;
    let is_exponent = rest.starts_with(|letter: char| letter.is_ascii_digit() || matches!(letter, '+' | '-'));
    is_exponent.then(|| (text!("`{word}` has an exponent", "`{word}` 中有指数"), None))
}

/// Whether a word is a decimal number that is not negative: `3`, `0.5`.
pub(super) fn is_decimal(word: &str) -> bool {
    let (whole, part) = word.split_once('.').unwrap_or((word, "0"));
    let is_digits = |digits: &str, most| (1..=most).contains(&digits.len()) && !digits.contains('.');
    is_digits(whole, 9) && is_digits(part, 6)
}
