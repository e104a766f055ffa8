//! One sheet, row by row. Whatever is text goes through [`harmless`] and is written as text alone.

use rust_xlsxwriter::{DataValidation, Format, IgnoreError, ProtectionOptions, Worksheet, XlsxError};

use super::super::sheet::{Alert, Chart, Choices, Column, Entry, Kind, Piece, Row, Sheet, Value, Weight};
use super::cells::{count, day};
use super::chart;
use super::harmless::{harmless, looks_like_a_formula};
use super::looks::{self, Lettering};
use crate::report::kit::ramp::Shade;
use crate::text::wrap;

/// The lines of text that a row shows at most; the rest is in the cell all the same.
const TALLEST: usize = 20;
/// The characters that fit side by side on a printed page and can still be read.
const PRINTED: usize = 320;
const A4: u8 = 9;

/// A sheet on its way into the file.
struct SheetWriter<'a> {
    paper: &'a mut Worksheet,
    columns: &'a [Column],
    /// The characters that each column is wide.
    widths: Vec<usize>,
    lettering: Lettering,
}

/// Writes a sheet to a page of the file.
pub(super) fn write(
    paper: &mut Worksheet,
    sheet: &Sheet,
    shades: &[Shade],
    lettering: Lettering,
) -> Result<(), XlsxError> {
    // A space on either side, and bold letters are a little wider.
    let widths: Vec<_> = sheet.widths().into_iter().map(|width| width + width / 10 + 2).collect();
    let pages = count(widths.iter().sum::<usize>().div_ceil(PRINTED));
    let (last_row, last_column) = (sheet.rows.len().saturating_sub(1), count(widths.len().saturating_sub(1)));
    // A sheet of that many rows is refused below, when the first row too many is written.
    let last_row = u32::try_from(last_row).unwrap_or(u32::MAX);
    paper.set_name(&sheet.name)?.set_paper_size(A4);
    paper.set_footer("&L&A&R&P / &N").set_screen_gridlines(false);
    let mut page = SheetWriter { paper, columns: &sheet.columns, widths, lettering };
    for (column, width) in (0..).zip(&page.widths) {
        page.paper.set_column_width(column, count(*width))?;
    }
    for (place, row) in (0..).zip(&sheet.rows) {
        page.row(place, row)?;
    }
    let header = sheet.header().and_then(|header| u32::try_from(header).ok());
    if let Some(header) = header {
        let in_view = sheet.entry.as_ref().map_or(0, |entry| count(entry.in_view));
        paper.set_freeze_panes(header + 1, in_view)?.set_repeat_rows(header, header)?;
        paper.autofilter(header, 0, last_row.max(header), last_column)?;
        paper.set_landscape().set_print_fit_to_pages(pages, 0);
    } else {
        paper.set_portrait().set_print_fit_to_pages(1, 0);
    }
    if let Some(entry) = &sheet.entry {
        protect(paper, entry)?;
    }
    // A grade like `3-` and a clause like `3.1` look like numbers and are none.
    paper.ignore_error_range(0, 0, last_row, last_column, IgnoreError::NumberStoredAsText)?;
    shade_numbers(paper, sheet, shades)?;
    let first = header.unwrap_or_default() + 1;
    for choices in sheet.choices.iter().filter(|_| last_row >= first) {
        let column = count(choices.column);
        paper.add_data_validation(first, column, last_row, column, &offered(choices)?)?;
    }
    Ok(())
}

/// Colors levels and scores by their values, also those that are typed later.
fn shade_numbers(paper: &mut Worksheet, sheet: &Sheet, shades: &[Shade]) -> Result<(), XlsxError> {
    for (column, about) in (0_u16..).zip(&sheet.columns) {
        for (first, last) in filled(sheet, column) {
            match about.kind {
                Kind::Level => {
                    for shade in shades {
                        paper.add_conditional_format(first, column, last, column, &looks::shaded(*shade))?;
                    }
                }
                Kind::Scale(least, most) => {
                    paper.add_conditional_format(first, column, last, column, &looks::scaled(least, most))?;
                }
                _ => {}
            }
        }
    }
    Ok(())
}

/// A list to choose from; what is typed instead is refused where there is something to say about it.
fn offered(choices: &Choices) -> Result<DataValidation, XlsxError> {
    let list = DataValidation::new().allow_list_strings(&choices.words)?;
    match &choices.refusal {
        None => Ok(list.show_error_message(false)),
        Some(Alert { title, message }) => list.set_error_title(title)?.set_error_message(message),
    }
}

/// Keeps all but what is to be filled in from being changed by mistake; without a password, so that whoever means to
/// change something can.
fn protect(paper: &mut Worksheet, entry: &Entry) -> Result<(), XlsxError> {
    let allowed = ProtectionOptions {
        format_columns: true,
        format_rows: true,
        sort: true,
        use_autofilter: true,
        ..ProtectionOptions::default()
    };
    paper.protect_with_options(&allowed);
    paper.set_repeat_columns(0, count(entry.in_view.saturating_sub(1)))?;
    Ok(())
}

impl SheetWriter<'_> {
    fn row(&mut self, place: u32, row: &Row) -> Result<(), XlsxError> {
        match row {
            Row::Blank => Ok(()),
            Row::Title(words) => {
                self.height(place, 2)?;
                self.text(place, 0, words, looks::title())
            }
            Row::Heading(words) => {
                self.height(place, 2)?;
                self.text(place, 0, words, looks::heading())
            }
            Row::Paragraph(words) => self.across(place, 0, words, looks::paragraph()),
            Row::Field(name, value) => {
                let words = value.words().unwrap_or_default();
                let lines = self.lines(words, 1, self.widths.len());
                let format = looks::standing(looks::field(value), lines);
                self.text(place, 0, name, looks::standing(looks::label(), lines))?;
                self.across(place, 1, words, format.clone())?;
                match value {
                    Value::Day(_) => self.value(place, 1, value, format),
                    _ => Ok(()),
                }
            }
            Row::Header(names) => self.header(place, names),
            Row::Cells(weight, values) => self.cells(place, *weight, values),
            Row::Pieces(pieces) => self.pieces(place, pieces),
            Row::Chart(chart) => self.chart(place, chart),
        }
    }

    fn pieces(&mut self, place: u32, pieces: &[Piece]) -> Result<(), XlsxError> {
        /// A line and room around it, to write in.
        const HEIGHT: f64 = 1.5;
        self.paper.set_row_height(place, HEIGHT * self.lettering.line)?;
        pieces.iter().try_for_each(|it| self.text(place, it.column, &it.words, looks::piece(it.part)))
    }

    fn header(&mut self, place: u32, names: &[String]) -> Result<(), XlsxError> {
        let mut tallest = 1;
        for ((column, name), about) in (0..).zip(names).zip(self.columns) {
            self.text(place, column, name, looks::header(about.kind))?;
            tallest = tallest.max(self.lines(name, column.into(), 1));
        }
        let height = (f64::from(count(tallest)) + 0.5) * self.lettering.line;
        self.paper.set_row_height(place, height).map(|_| ())
    }

    fn cells(&mut self, place: u32, weight: Weight, values: &[Value]) -> Result<(), XlsxError> {
        let is_wrapped = |column: &usize| self.columns.get(*column).is_none_or(|about| about.kind != Kind::Quiet);
        let words = values.iter().enumerate().filter_map(|(column, value)| Some((column, value.words()?)));
        let words = words.filter(|(column, _)| is_wrapped(column));
        let tallest = words.map(|(column, words)| self.lines(words, column, 1)).max().unwrap_or(1);
        for ((column, value), about) in (0..).zip(values).zip(self.columns) {
            self.value(place, column, value, looks::standing(looks::cell(value, about.kind, weight), tallest))?;
        }
        // Not every program makes a row as high as its text by itself.
        if tallest > 1 { self.height(place, tallest) } else { Ok(()) }
    }

    /// A chart as high as its row.
    fn chart(&mut self, place: u32, chart: &Chart) -> Result<(), XlsxError> {
        let (bars, height) = chart::bars(chart, &self.paper.name());
        self.paper.set_row_height_pixels(place, height + 2 * chart::MARGIN)?;
        self.paper.insert_chart_with_offset(place, 0, &bars, 0, chart::MARGIN)?;
        Ok(())
    }

    /// Words over all columns from `first` on.
    fn across(&mut self, place: u32, first: u16, words: &str, format: Format) -> Result<(), XlsxError> {
        self.height(place, self.lines(words, first.into(), self.widths.len()))?;
        let words = harmless(words);
        let format = self.set(&words, format);
        let last = count(self.widths.len().saturating_sub(1));
        if first == last {
            self.paper.write_string_with_format(place, first, words, &format)?;
        } else {
            self.paper.merge_range(place, first, place, last, &words, &format)?;
        }
        Ok(())
    }

    fn value(&mut self, place: u32, column: u16, value: &Value, format: Format) -> Result<(), XlsxError> {
        if let Some(words) = value.words() {
            return self.text(place, column, words, format);
        }
        let format = self.set("", format);
        match value {
            Value::Number(number) => self.paper.write_number_with_format(place, column, *number, &format)?,
            Value::Score(own) | Value::Provisional(own) => {
                self.paper.write_number_with_format(place, column, own.number, &format)?
            }
            Value::Share(number) => self.paper.write_number_with_format(place, column, *number, &format)?,
            Value::Day(date) => match day(*date) {
                Some(day) => self.paper.write_datetime_with_format(place, column, day, &format)?,
                None => self.paper.write_string_with_format(place, column, date.to_string(), &format)?,
            },
            _ => self.paper.write_blank(place, column, &format)?,
        };
        Ok(())
    }

    fn text(&mut self, place: u32, column: u16, words: &str, format: Format) -> Result<(), XlsxError> {
        let words = harmless(words);
        let format = self.set(&words, format);
        self.paper.write_string_with_format(place, column, words, &format)?;
        Ok(())
    }

    /// The format in this sheet's letters; a text that begins like a formula stays text when someone edits the cell.
    fn set(&self, words: &str, format: Format) -> Format {
        let format = match self.lettering.font {
            Some(font) => format.set_font_name(font),
            None => format,
        };
        if looks_like_a_formula(words) { format.set_quote_prefix() } else { format }
    }

    fn height(&mut self, place: u32, lines: usize) -> Result<(), XlsxError> {
        let height = f64::from(count(lines.min(TALLEST))) * self.lettering.line;
        self.paper.set_row_height(place, height).map(|_| ())
    }

    /// The lines that a text takes in so many columns from `first` on.
    fn lines(&self, words: &str, first: usize, columns: usize) -> usize {
        let widths = self.widths.iter().skip(first).take(columns);
        // A digit is 7 pixels wide, a column 5 more than its digits; Chinese characters are a little wider than two.
        let room = widths.map(|width| width * 7 + 5).sum::<usize>() * 19 / 20 / 7;
        words.lines().map(|line| wrap(line, room, "", "").len()).sum::<usize>().max(1)
    }
}

/// The cells of a column that hold something, as runs from a first to a last row: an empty one would be taken for 0.
fn filled(sheet: &Sheet, column: u16) -> Vec<(u32, u32)> {
    let mut runs: Vec<(u32, u32)> = Vec::new();
    for (place, row) in (0..).zip(&sheet.rows) {
        let Row::Cells(_, values) = row else { continue };
        if matches!(values.get(usize::from(column)), None | Some(Value::Blank)) {
            continue;
        }
        match runs.last_mut() {
            Some((_, end)) if *end + 1 == place => *end = place,
            _ => runs.push((place, place)),
        }
    }
    runs
}
