//! Bars for rows of a sheet, as a chart of the spreadsheet's own: it follows the cells.

use rust_xlsxwriter::{ChartAxisLabelPosition, ChartDataLabel, ChartFormat, ChartSolidFill};

use super::super::sheet::Chart;
use super::cells::count;
use super::harmless::harmless;

/// Above and below the chart, in pixels.
pub(super) const MARGIN: u32 = 8;
/// The chart without its bars, a bar with its gap, and the width, in pixels.
const FRAME: u32 = 90;
const BAR: u32 = 19;
const WIDTH: u32 = 760;
/// A row is not higher than 409 points.
const HIGHEST: u32 = 520;
const BLUE: u32 = 0x00_72_B2;

/// The chart of rows in the sheet of that name, and its height.
pub(super) fn bars(chart: &Chart, sheet: &str) -> (rust_xlsxwriter::Chart, u32) {
    let (first, last) = (row(chart.rows.0), row(chart.rows.1));
    let height = (FRAME + BAR * (last - first + 1)).min(HIGHEST);
    let (names, numbers) = chart.columns;
    let mut bars = rust_xlsxwriter::Chart::new_bar();
    bars.add_series()
        .set_categories((sheet, first, names, last, names))
        .set_values((sheet, first, numbers, last, numbers))
        .set_format(ChartFormat::new().set_solid_fill(ChartSolidFill::new().set_color(BLUE)))
        .set_data_label(ChartDataLabel::new().show_value())
        .set_gap(40);
    bars.title().set_name(&harmless(&chart.title));
    bars.legend().set_hidden();
    // The first row at the top, as in the table; the numbers stay below.
    bars.y_axis().set_reverse();
    let (lowest, highest) = chart.bounds;
    if highest - lowest > 1.0 && highest - lowest < 10.0 {
        bars.x_axis().set_major_unit(1.0);
    }
    bars.x_axis().set_min(lowest).set_max(highest).set_label_position(ChartAxisLabelPosition::High);
    bars.set_width(WIDTH).set_height(height).set_alt_text(harmless(&chart.title));
    (bars, height)
}

fn row(place: usize) -> u32 {
    count(place).into()
}
