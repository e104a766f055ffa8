//! How cells look: type, alignment, rules and the shades of the levels.

use rust_xlsxwriter::{
    ConditionalFormat2ColorScale, ConditionalFormatCell, ConditionalFormatCellRule, ConditionalFormatType, Format,
    FormatAlign, FormatBorder,
};

use super::super::sheet::{Decimal, Kind, Part, Value, Weight};
use crate::lang::Lang;
use crate::report::kit::ramp::Shade;

const NAVY: u32 = 0x00_22_4E;
const WHITE: u32 = 0xFF_FF_FF;
const GREY: u32 = 0x6B_6B_6B;
const RULE: u32 = 0xD0_D4_DC;
const EDGE: u32 = 0x76_76_76;
/// What can be filled in.
const PAPER: u32 = 0xFF_FB_E6;
/// The ends of a scale: one hue, told apart by every kind of eye, on which black is readable everywhere.
const SCALE: (u32, u32) = (0xF7_FB_FF, 0x56_B4_E9);
const DAY: &str = "yyyy-mm-dd";

/// The letters of a whole workbook.
#[derive(Clone, Copy, Debug)]
pub(super) struct Lettering {
    /// The font, where it is not the program's own.
    pub font: Option<&'static str>,
    /// The height of a line, in points.
    pub line: f64,
}

impl Lettering {
    /// Chinese is set in a font that has both kinds of letters, so that they stand on one line.
    pub fn of(lang: Lang) -> Self {
        match lang {
            Lang::En => Self { font: None, line: 15.0 },
            Lang::Zh => Self { font: Some("Microsoft YaHei"), line: 17.0 },
        }
    }
}

pub(super) fn title() -> Format {
    Format::new().set_bold().set_font_size(18).set_font_color(NAVY).set_align(FormatAlign::VerticalCenter)
}

pub(super) fn heading() -> Format {
    Format::new().set_bold().set_font_size(13).set_font_color(NAVY).set_align(FormatAlign::VerticalCenter)
}

pub(super) fn paragraph() -> Format {
    Format::new().set_text_wrap().set_align(FormatAlign::Top)
}

pub(super) fn label() -> Format {
    Format::new().set_font_color(GREY)
}

pub(super) fn header(kind: Kind) -> Format {
    let format = Format::new().set_bold().set_text_wrap().set_background_color(NAVY).set_font_color(WHITE);
    aligned(format, kind).set_align(FormatAlign::VerticalCenter)
}

/// A cell of a table, by what it holds, by its column and by its row.
pub(super) fn cell(value: &Value, kind: Kind, weight: Weight) -> Format {
    let format = Format::new().set_border_bottom(FormatBorder::Thin).set_border_bottom_color(RULE);
    let format = match weight {
        Weight::Normal => format,
        Weight::Strong => format.set_bold(),
    };
    let format = match kind {
        Kind::Form => framed(format),
        Kind::FormDay => framed(format).set_num_format(DAY),
        Kind::Entry => framed(entry(format)),
        Kind::EntryDay => framed(entry(format)).set_num_format(DAY),
        Kind::Ruled => format.set_border_right(FormatBorder::Thin).set_border_right_color(RULE),
        Kind::Quiet => format.set_font_color(GREY).set_font_size(8),
        _ => format,
    };
    valued(aligned(format, kind), value)
}

/// A cell that can be changed where others cannot; a text format keeps `3-` and `3.1` from being taken for numbers.
fn entry(format: Format) -> Format {
    format.set_unlocked().set_num_format("@").set_background_color(PAPER)
}

/// What is to be filled in above the questions.
pub(super) fn piece(part: Part) -> Format {
    let format = match part {
        Part::Label => Format::new().set_font_color(GREY).set_align(FormatAlign::Right),
        Part::Fixed => Format::new(),
        Part::Entry => framed(entry(Format::new())),
    };
    format.set_align(FormatAlign::VerticalCenter)
}

fn framed(format: Format) -> Format {
    format.set_border(FormatBorder::Thin).set_border_color(EDGE)
}

/// The value of a field, across several columns.
pub(super) fn field(value: &Value) -> Format {
    valued(Format::new().set_align(FormatAlign::Left).set_text_wrap(), value)
}

/// In a row of one line letters of several fonts stand level; in a higher one all begin at the top.
pub(super) fn standing(format: Format, lines: usize) -> Format {
    format.set_align(if lines > 1 { FormatAlign::Top } else { FormatAlign::VerticalCenter })
}

fn valued(format: Format, value: &Value) -> Format {
    match value {
        Value::Score(own) => format.set_num_format(decimals(*own)),
        Value::Provisional(own) => format.set_num_format(format!("\"~\"{}", decimals(*own))).set_italic(),
        Value::Day(_) => format.set_num_format(DAY),
        Value::Share(_) => format.set_num_format("0%"),
        Value::Repeated(_) => format.set_font_color(GREY),
        Value::Indented(_) => format.set_indent(1),
        Value::Blank | Value::Number(_) | Value::Text(_) => format,
    }
}

/// `0.00`: how a number is written with its decimals.
fn decimals(number: Decimal) -> String {
    format!("0.{}", "0".repeat(number.decimals.into()))
}

fn aligned(format: Format, kind: Kind) -> Format {
    match kind {
        Kind::Words | Kind::Ruled | Kind::Form | Kind::FormDay | Kind::Entry | Kind::EntryDay => {
            format.set_align(FormatAlign::Left).set_text_wrap()
        }
        Kind::Quiet => format.set_align(FormatAlign::Left),
        Kind::Number | Kind::Level | Kind::Scale(..) => format.set_align(FormatAlign::Center),
    }
}

/// A level's number stands on the level's shade.
pub(super) fn shaded(shade: Shade) -> ConditionalFormatCell {
    let [fill, ink] = [shade.fill, shade.ink].map(|[red, green, blue]| u32::from_be_bytes([0, red, green, blue]));
    let format = Format::new().set_background_color(fill).set_font_color(ink);
    let format = format.set_border(FormatBorder::Thin).set_border_color(EDGE);
    ConditionalFormatCell::new().set_rule(ConditionalFormatCellRule::EqualTo(shade.level.0)).set_format(format)
}

/// A number stands on a shade of one hue: the nearer the greatest there can be, the darker.
pub(super) fn scaled(least: f64, most: f64) -> ConditionalFormat2ColorScale {
    ConditionalFormat2ColorScale::new()
        .set_minimum(ConditionalFormatType::Number, least)
        .set_maximum(ConditionalFormatType::Number, most)
        .set_minimum_color(SCALE.0)
        .set_maximum_color(SCALE.1)
}
