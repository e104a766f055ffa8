//! Questionnaires as people and spreadsheet programs leave them: what is read all the same, and what is told.

mod cells;
mod problems;
mod sheets;
mod unpacking;
mod versions;

use crate::support::tiny;
use assess::answers::questionnaire::{Questionnaire, Unreadable, read};
use assess::answers::{Claim, Value};
use assess::model::{Id, Level, Model};
use rust_xlsxwriter::{ExcelDateTime, Format, Formula, Workbook, Worksheet};

const GREETING: &str = "shop.counter.selling.greeting";

const COVER: &str = "stall.awning.rain.cover";

const PAYING: &str = "shop.counter.selling.paying";

/// What a cell is made to hold.
#[derive(Clone, Copy)]
enum Content {
    Nothing,
    Text(&'static str),
    Number(f64),
    Day(u16, u8, u8),
    Moment(f64),
    Formula(&'static str, &'static str),
    Truth(bool),
}

use Content::{Day, Moment, Nothing, Number, Text, Truth};

type Rows<'a> = &'a [&'a [Content]];

fn fill(sheet: &mut Worksheet, rows: Rows<'_>) {
    let day = Format::new().set_num_format("yyyy-mm-dd");
    let moment = Format::new().set_num_format("yyyy-mm-dd hh:mm");
    for (row, cells) in (0..).zip(rows) {
        for (column, held) in (0..).zip(*cells) {
            let written = match held {
                Nothing => continue,
                Text(text) => sheet.write_string(row, column, *text),
                Number(number) => sheet.write_number(row, column, *number),
                Truth(truth) => sheet.write_boolean(row, column, *truth),
                Moment(serial) => sheet.write_number_with_format(row, column, *serial, &moment),
                Content::Formula(formula, result) => {
                    sheet.write_formula(row, column, Formula::new(*formula).set_result(*result))
                }
                Day(year, month, date) => {
                    let date = ExcelDateTime::from_ymd(*year, *month, *date).expect("the calendar has it");
                    sheet.write_datetime_with_format(row, column, date, &day)
                }
            };
            written.expect("there is room");
        }
    }
}

fn workbook(sheets: &[(&str, Rows<'_>)]) -> Vec<u8> {
    made(sheets, |_| {})
}

fn made(sheets: &[(&str, Rows<'_>)], change: impl Fn(&mut Worksheet)) -> Vec<u8> {
    let mut workbook = Workbook::new();
    for (name, rows) in sheets {
        let sheet = workbook.add_worksheet().set_name(*name).expect("it can be called so");
        fill(sheet, rows);
        change(sheet);
    }
    workbook.save_to_buffer().expect("there is room")
}

fn of_rows(rows: Rows<'_>) -> Vec<u8> {
    workbook(&[("Answers", rows)])
}

fn given(bytes: &[u8]) -> Questionnaire {
    read(bytes, &tiny()).unwrap_or_else(|unreadable| panic!("{unreadable}"))
}

/// What is said of `greeting`.
fn claim(bytes: &[u8]) -> Option<Claim> {
    match given(bytes).changes.remove(&Id(GREETING.into()))?.value {
        Some(Value::Claim(claim)) => Some(claim),
        _ => None,
    }
}

fn level(level: u8) -> Claim {
    Claim::at(Level(level))
}

/// Every problem with its cell, and the advice.
fn problems_to(bytes: &[u8], model: &Model) -> Vec<String> {
    match read(bytes, model).expect_err("something is wrong with it") {
        Unreadable::Whole(refusal) => vec![refusal.message.en.into_owned()],
        Unreadable::Cells(problems) => problems.iter().map(|it| format!("{}: {}", it.place, it.message.en)).collect(),
    }
}

fn problems(bytes: &[u8]) -> Vec<String> {
    problems_to(bytes, &tiny())
}

const HEADER: &[Content] = &[
    Text("Id"),
    Text("Answer"),
    Text("Why not applicable"),
    Text("Until"),
    Text("Clauses met"),
    Text("Clauses excepted"),
    Text("Note"),
    Text("Evidence"),
];
