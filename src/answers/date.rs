//! A day of the calendar.

use std::fmt;
use std::str::FromStr;

use serde::{Serialize, Serializer};

use crate::full_width;
use crate::problem::Refusal;

/// A day, written `2026-11-21`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Date {
    year: u16,
    month: u8,
    day: u8,
}

impl Date {
    /// The form of a day as text, for JSON Schemas; the calendar has fewer days than it allows.
    pub const PATTERN: &str = "^[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$";

    /// The day; `None` if the calendar does not have it, or its year has more than four digits, for which no TOML
    /// date has room.
    #[must_use]
    pub fn new(year: u16, month: u8, day: u8) -> Option<Self> {
        let exists = year <= 9999 && (1..=12).contains(&month) && (1..=days_in(year, month)).contains(&day);
        exists.then_some(Self { year, month, day })
    }

    /// The day that many days after 1 January 1970, by the Gregorian calendar; `None` past the year 9999.
    #[must_use]
    pub fn after_epoch(days: u64) -> Option<Self> {
        let mut rest = days;
        let mut year = 1970;
        while rest >= days_of_year(year) {
            rest -= days_of_year(year);
            year = (year < 9999).then_some(year + 1)?;
        }
        let mut month = 1;
        while rest >= u64::from(days_in(year, month)) {
            rest -= u64::from(days_in(year, month));
            month += 1;
        }
        Self::new(year, month, u8::try_from(rest + 1).ok()?)
    }

    /// The ends of the quarters after this day, four of them where the calendar has as many.
    pub fn next_quarter_ends(self) -> impl Iterator<Item = Self> {
        let years = self.year..=self.year.saturating_add(1);
        let ends = years.flat_map(|year| (3..=12).step_by(3).map(move |month| (year, month)));
        let ends = ends.filter_map(|(year, month)| Self::new(year, month, days_in(year, month)));
        ends.filter(move |end| *end > self).take(4)
    }

    /// The day that many days earlier; the first one there is when that is too many.
    #[must_use]
    pub fn days_before(self, days: u32) -> Self {
        let mut date = self;
        let mut rest = days;
        while rest >= u32::from(date.day) {
            rest -= u32::from(date.day);
            (date.year, date.month) = match (date.year, date.month) {
                (0, 1) => return Self { year: 0, month: 1, day: 1 },
                (year, 1) => (year - 1, 12),
                (year, month) => (year, month - 1),
            };
            date.day = days_in(date.year, date.month);
        }
        date.day -= u8::try_from(rest).unwrap_or_default();
        date
    }

    /// How many days went by since an earlier day; `None` if that is a later one.
    #[must_use]
    pub fn days_since(self, earlier: Self) -> Option<u32> {
        self.number().checked_sub(earlier.number())
    }

    /// The number of its week, counted from the first Monday on; weeks begin on Monday.
    #[must_use]
    pub fn weeks(self) -> u32 {
        // 1 January of the year 0 is a Saturday.
        (self.number() + 5) / 7
    }

    /// The number of its month, counted from the year 0 on.
    #[must_use]
    pub fn months(self) -> u32 {
        u32::from(self.year) * 12 + u32::from(self.month) - 1
    }

    /// How many days it is after 1 January of the year 0.
    fn number(self) -> u32 {
        let years = u32::from(self.year);
        let leap_days = match years.checked_sub(1) {
            Some(last) => last / 4 - last / 100 + last / 400 + 1,
            None => 0,
        };
        let months = (1..self.month).map(|month| u32::from(days_in(self.year, month)));
        years * 365 + leap_days + months.sum::<u32>() + u32::from(self.day) - 1
    }
}

impl FromStr for Date {
    type Err = Refusal;

    /// Reads `2026-11-21`; nothing else is a date.
    fn from_str(word: &str) -> Result<Self, Refusal> {
        let shape = |(at, byte): (usize, u8)| if matches!(at, 4 | 7) { byte == b'-' } else { byte.is_ascii_digit() };
        let has_shape = word.len() == 10 && word.bytes().enumerate().all(shape);
        let parts = || {
            let word = Some(word).filter(|_| has_shape)?;
            Self::new(word[..4].parse().ok()?, word[5..7].parse().ok()?, word[8..].parse().ok()?)
        };
        parts().ok_or_else(|| {
            if let Some(refusal) = full_width::refuse(word, |meant| meant.parse::<Self>().is_ok()) {
                return refusal;
            }
            let message = if has_shape {
                text!("the calendar has no day `{word}`", "日历上没有 `{word}` 这一天")
            } else {
                text!("`{word}` is not a date", "`{word}` 不是日期")
            };
            Refusal::new(message).help(text!("write it as `2026-11-21`", "请写成 `2026-11-21`"))
        })
    }
}

impl fmt::Display for Date {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "{:04}-{:02}-{:02}", self.year, self.month, self.day)
    }
}

impl Serialize for Date {
    /// As it is written: `2026-11-21`.
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

fn is_leap(year: u16) -> bool {
    year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400))
}

fn days_of_year(year: u16) -> u64 {
    if is_leap(year) { 366 } else { 365 }
}

fn days_in(year: u16, month: u8) -> u8 {
    match month {
        2 if is_leap(year) => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    }
}

#[cfg(test)]
mod tests {
    use super::Date;

    #[test]
    fn only_days_of_the_calendar_are_dates() {
        for word in ["2026-11-21", "2024-02-29", "2000-02-29", "1970-01-01", "9999-12-31"] {
            assert_eq!(word.parse::<Date>().map(|date| date.to_string()).as_deref(), Ok(word));
        }
        for word in ["2026-02-29", "1900-02-29", "2026-13-01", "2026-00-10", "2026-1-1", "21.11.2026", "2026-11-2é", ""]
        {
            assert!(word.parse::<Date>().is_err(), "{word}");
        }
    }

    #[test]
    fn quarters_end_after_a_day() {
        let ends = |word: &str| {
            let date: Date = word.parse().expect("it is a day");
            date.next_quarter_ends().map(|end| end.to_string()).collect::<Vec<_>>()
        };
        assert_eq!(ends("2026-11-02"), ["2026-12-31", "2027-03-31", "2027-06-30", "2027-09-30"]);
        assert_eq!(ends("2026-06-30")[0], "2026-09-30");
        assert_eq!(ends("9999-12-30"), ["9999-12-31"]);
    }

    #[test]
    fn days_count_backwards() {
        let before = |word: &str, days| word.parse().ok().map(|date: Date| date.days_before(days).to_string());
        for (word, days, earlier) in [
            ("2026-11-21", 0, "2026-11-21"),
            ("2026-11-21", 20, "2026-11-01"),
            ("2026-11-21", 21, "2026-10-31"),
            ("2024-03-01", 1, "2024-02-29"),
            ("2026-03-01", 1, "2026-02-28"),
            ("2026-11-21", 365, "2025-11-21"),
            ("2026-11-21", 180, "2026-05-25"),
            ("2026-11-21", u32::MAX, "0000-01-01"),
        ] {
            assert_eq!(before(word, days).as_deref(), Some(earlier), "{days} days before {word}");
        }
    }

    #[test]
    fn days_since_an_earlier_day_are_those_that_lead_back_to_it() {
        let day = |word: &str| word.parse::<Date>().expect("it is a day");
        for days in [0, 1, 28, 365, 366, 1461, 36_524, 146_097, 400_000] {
            for late in ["2026-11-21", "2024-03-01", "2000-12-31", "1996-02-29"] {
                assert_eq!(day(late).days_since(day(late).days_before(days)), Some(days), "{days} before {late}");
            }
        }
        assert_eq!(day("2026-11-21").days_since(day("2026-11-22")), None);
        assert_eq!(day("0001-01-01").days_since(day("0000-01-01")), Some(366));
    }

    #[test]
    fn days_count_from_1970() {
        let day = |days| Date::after_epoch(days).map(|date| date.to_string());
        assert_eq!(day(0).as_deref(), Some("1970-01-01"));
        assert_eq!(day(11_016).as_deref(), Some("2000-02-29"));
        assert_eq!(day(20_778).as_deref(), Some("2026-11-21"));
        assert_eq!(day(2_932_896).as_deref(), Some("9999-12-31"));
        assert_eq!(day(2_932_897), None);
        assert_eq!(day(u64::MAX), None);
    }
}
