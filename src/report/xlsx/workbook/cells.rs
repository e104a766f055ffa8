//! Values as the format takes them.

use rust_xlsxwriter::ExcelDateTime;

use crate::answers::Date;

/// A day as spreadsheets count it; those before 1900 they do not know.
pub(super) fn day(date: Date) -> Option<ExcelDateTime> {
    let first = Date::new(1900, 1, 1)?;
    ExcelDateTime::parse_from_str(&date.to_string()).ok().filter(|_| date >= first)
}

/// A count as the format takes it; nothing of this kind comes near the bound.
pub(super) fn count(count: usize) -> u16 {
    u16::try_from(count).unwrap_or(u16::MAX)
}
