//! Sheets written as an `.xlsx` file: with its folder the one place that knows how.

mod cells;
mod chart;
mod harmless;
mod looks;
mod page;

use rust_xlsxwriter::{DocProperties, ExcelDateTime, XlsxError};

use super::sheet::Sheet;
use crate::answers::Date;
use crate::lang::{Lang, Text};
use crate::report::kit::ramp::Shade;
use cells::day;
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
    ///
    /// # Errors
    ///
    /// More rows than a sheet can have, and whatever else no workbook can hold.
    pub fn bytes(&self) -> Result<Vec<u8>, Text> {
        self.made().map_err(|error| text!("the workbook cannot be made: {error}", "无法生成工作簿：{error}"))
    }

    fn made(&self) -> Result<Vec<u8>, XlsxError> {
        let mut file = rust_xlsxwriter::Workbook::new();
        let made = self.day.and_then(day).map_or_else(|| ExcelDateTime::from_ymd(2000, 1, 1), Ok)?;
        file.set_properties(&DocProperties::new().set_title(harmless(&self.title)).set_creation_datetime(&made));
        for sheet in &self.sheets {
            page::write(file.add_worksheet(), sheet, &self.shades, Lettering::of(self.lang))?;
        }
        file.save_to_buffer()
    }
}
