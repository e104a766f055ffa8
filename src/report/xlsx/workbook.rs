//! Sheets written as an `.xlsx` file: with its folder the one place that knows how.

mod harmless;
mod looks;
mod page;

use rust_xlsxwriter::{DocProperties, ExcelDateTime, XlsxError};

use super::sheet::Sheet;
use crate::answers::Date;
use crate::lang::Lang;
use crate::report::kit::ramp::Shade;
use harmless::harmless;
use looks::Lettering;

/// A whole workbook, as plain data.
#[derive(Debug)]
pub(super) struct Workbook {
    pub title: String,
    /// The day that the file says it was made on; a fixed one where there is none.
    pub day: Option<Date>,
    pub lang: Lang,
    pub shades: Vec<Shade>,
    pub sheets: Vec<Sheet>,
}

impl Workbook {
    /// The bytes of the file.
    pub fn bytes(&self) -> Result<Vec<u8>, XlsxError> {
        let mut file = rust_xlsxwriter::Workbook::new();
        let made = self.day.and_then(day).map_or_else(|| ExcelDateTime::from_ymd(2000, 1, 1), Ok)?;
        file.set_properties(&DocProperties::new().set_title(harmless(&self.title)).set_creation_datetime(&made));
        for sheet in &self.sheets {
            page::write(file.add_worksheet(), sheet, &self.shades, Lettering::of(self.lang))?;
        }
        file.save_to_buffer()
    }
}

/// A day as spreadsheets count it; those before 1900 they do not know.
fn day(date: Date) -> Option<ExcelDateTime> {
    let first = Date::new(1900, 1, 1)?;
    ExcelDateTime::parse_from_str(&date.to_string()).ok().filter(|_| date >= first)
}

/// A count as the format takes it; nothing of this kind comes near the bound.
fn count(count: usize) -> u16 {
    u16::try_from(count).unwrap_or(u16::MAX)
}
