//! Questionnaires as people and spreadsheet programs leave them: what is read all the same, and what is told.

mod unpacking;
mod versions;

use std::fs;

use assess::answers::questionnaire::{CellProblem, Questionnaire, Unreadable, file_name, read};
use assess::answers::{Claim, Value};
use assess::embedded;
use assess::model::{ClauseId, Id, Level, Model};
use rust_xlsxwriter::{ExcelDateTime, Format, Formula, Workbook, Worksheet};

use crate::support::tiny;

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

#[test]
fn a_level_is_read_however_programs_write_it() {
    for held in [Number(1.0), Text("1"), Text("1.0"), Text(" 1\u{a0}"), Text("１"), Text("\u{200b}1\u{3000}")] {
        assert_eq!(claim(&of_rows(&[HEADER, &[Text(GREETING), held]])), Some(level(1)));
    }
    for (held, part) in [(Text("2-"), 2), (Text("２－"), 2), (Text("2-\n"), 2)] {
        assert_eq!(claim(&of_rows(&[HEADER, &[Text(GREETING), held]])), Some(Claim::PartOf(Level(part))));
    }
}

#[test]
fn nothing_else_is_taken_for_a_level() {
    let refused = |held: Content| problems(&of_rows(&[HEADER, &[Text(GREETING), held]])).join("\n");
    assert_eq!(refused(Number(-2.0)), "Answers!B2: the number -2, which spreadsheets make of `2-`");
    assert_eq!(refused(Number(1.5)), "Answers!B2: `1.5` is no answer");
    assert_eq!(refused(Number(7.0)), "Answers!B2: 7 is not a level of this model");
    assert_eq!(refused(Number(1e300)).split_once(": `1000").map(|(place, _)| place), Some("Answers!B2"));
    assert_eq!(refused(Text("2–")), "Answers!B2: `2–` is no answer");
    assert_eq!(refused(Text("two")), "Answers!B2: `two` is no answer");
    assert_eq!(refused(Text("1-")), "Answers!B2: level 1 has a single clause here, so no part of it can be met");
    assert_eq!(refused(Text("1,0")), "Answers!B2: `1,0` is no answer");
    assert_eq!(refused(Text("all met")), "Answers!B2: `all met` is no answer");
    assert_eq!(
        refused(Day(2026, 3, 4)),
        "Answers!B2: a date (2026-03-04), which spreadsheets make of an entry like `3-4`"
    );
    assert_eq!(refused(Content::Formula("=1+1", "2")), "Answers!B2: a formula, of which no value is taken");
    assert_eq!(refused(Content::Formula("=1/0", "#DIV/0!")), "Answers!B2: a formula, of which no value is taken");
    assert_eq!(refused(Truth(true)), "Answers!B2: true or false stands here");
}

#[test]
fn columns_and_rows_may_stand_anywhere() {
    let rows: Rows<'_> = &[
        &[Text("Our own title")],
        &[],
        &[Nothing, Text("Answer"), Text("our column"), Text("NOTE"), Text(" id\u{a0}")],
        &[Nothing, Number(0.0), Text("ours"), Nothing, Text(PAYING)],
        &[Nothing, Nothing, Text("a heading of ours")],
        &[Nothing, Text("2"), Nothing, Text("so"), Text("\u{a0}shop.counter.selling.greeting ")],
    ];
    let bytes = workbook(&[("Notes of ours", &[&[Text("Id"), Text("Remark")]]), ("My answers", rows)]);
    assert_eq!(claim(&bytes), Some(level(2)));
    let changes = given(&bytes).changes;
    assert_eq!(changes.len(), 2);
    assert_eq!(changes[&Id(GREETING.into())].note.as_deref(), Some("so"));
    let bytes = workbook(&[("My 'own' sheet", &[HEADER, &[Text(GREETING), Text("x")]])]);
    assert_eq!(problems(&bytes), ["'My ''own'' sheet'!B2: `x` is no answer"]);
    let chinese: Rows<'_> =
        &[&[Text("ID"), Text("答案"), Text("不适用的原因")], &[Text(GREETING), Text("不适用"), Text("没有柜台")]];
    let claimed = Claim::NotApplicable { reason: "没有柜台".to_owned(), until: None };
    assert_eq!(claim(&of_rows(chinese)), Some(claimed));
}

#[test]
fn hidden_rows_and_columns_count() {
    let bytes = made(&[("Answers", &[HEADER, &[Text(GREETING), Text("1")]])], |sheet| {
        sheet.set_row_hidden(1).expect("there is one");
        sheet.set_column_hidden(0).expect("there is one");
    });
    assert_eq!(claim(&bytes), Some(level(1)));
}

#[test]
fn a_row_without_answer_changes_nothing_and_none_removes() {
    let rows: Rows<'_> = &[
        HEADER,
        &[Text(GREETING), Text(" \u{a0}")],
        &[Text(PAYING), Text("NONE"), Nothing, Nothing, Nothing, Nothing, Text("x")],
    ];
    let changes = given(&of_rows(rows)).changes;
    assert_eq!(changes.len(), 1);
    assert_eq!(changes[&Id(PAYING.into())].value, Some(Value::Removed));
}

#[test]
fn every_problem_is_told_with_its_cell() {
    let rows: Rows<'_> = &[
        HEADER,
        &[Text("shop.counter.selling.greting"), Text("1")],
        &[
            Text(GREETING),
            Text("1"),
            Text("so"),
            Number(46_000.0),
            Text("2.7, 2.1"),
            Text("once"),
            Number(3.0),
            Nothing,
        ],
        &[Text(PAYING), Text("n/a"), Nothing, Text("1/2/2027"), Nothing, Nothing, Text("x")],
        &[Nothing, Text("2")],
        &[Text(PAYING), Text("1")],
        &[Text("shop.counter"), Text("1")],
    ];
    insta::assert_snapshot!(problems(&of_rows(rows)).join("\n"), @r"
    Answers!A2: unknown id `shop.counter.selling.greting`
    Answers!C3: this goes with the answer N/A alone
    Answers!D3: `46000` is not a date
    Answers!E3: no clause `2.7` in this dimension
    Answers!F3: an excepted clause needs its number and a reason
    Answers!G3: a number where text is expected
    Answers!C4: not applicable needs a reason
    Answers!D4: `1/2/2027` is not a date
    Answers!A5: an answer without the id of its question
    Answers!A6: a second answer to `shop.counter.selling.paying`: the first is at Answers!A4
    Answers!A7: unknown id `shop.counter`
    ");
}

#[test]
fn a_reason_that_has_no_column_is_missed_at_the_answer() {
    let told = read(b"Id,Answer\nshop.counter.selling.greeting,N/A\n", &tiny());
    let Err(Unreadable::Cells(problems)) = told else { panic!("{told:?}") };
    let [problem] = &problems[..] else { panic!("{problems:?}") };
    assert_eq!((problem.place.as_str(), &*problem.message.en), ("B2", "not applicable needs a reason"));
    let help = problem.help.as_ref().map(|help| (&*help.en, &*help.zh));
    let wanted = ("add a column `Why not applicable` and say it there", "请添加“不适用的原因”列并在其中说明");
    assert_eq!(help, Some(wanted));
}

#[test]
fn clauses_are_read_as_people_list_them() {
    let met = |text| match claim(&of_rows(&[HEADER, &[Text(GREETING), Number(0.0), Nothing, Nothing, Text(text)]])) {
        Some(Claim::Level { met, .. }) => met.iter().map(ClauseId::to_string).collect::<Vec<_>>(),
        other => panic!("{other:?}"),
    };
    for text in ["1.1, 2.1", "1.1 2.1", "1.1;2.1", "１.１，２．１", "2.1、1.1\n", "1.1,, 2.1,"] {
        assert_eq!(met(text), ["1.1", "2.1"], "{text}");
    }
    let row: &[Content] = &[Text(GREETING), Text("1"), Nothing, Nothing, Text("1.1, 2.1")];
    let named = claim(&of_rows(&[HEADER, row]));
    assert!(matches!(named, Some(Claim::Level { met, .. }) if met.len() == 1), "what a level holds is met with it");
    let row: &[Content] = &[Text(GREETING), Nothing, Nothing, Nothing, Text("2.1")];
    assert_eq!(problems(&of_rows(&[HEADER, row])), ["Answers!E2: clauses are named, and no answer is given"]);
    let row: &[Content] = &[Text(GREETING), Text("0"), Nothing, Nothing, Number(2.1)];
    assert_eq!(problems(&of_rows(&[HEADER, row])), ["Answers!E2: a number where text is expected"]);
}

#[test]
fn exceptions_may_have_reasons_of_several_lines_and_a_last_day() {
    let cell = "2.1 until 2027-06-30 = one team\n so far\n2.2：no room\nyet\n 1.1 = no clause";
    let row: &[Content] = &[Text(GREETING), Number(1.0), Nothing, Nothing, Nothing, Text(cell)];
    let except = given(&of_rows(&[HEADER, row])).changes[&Id(GREETING.into())].except.clone().expect("some are named");
    let told: Vec<_> = except.iter().map(|(id, it)| (id.to_string(), it.reason.as_str(), it.until.is_some())).collect();
    assert_eq!(
        told,
        [("2.1".to_owned(), "one team\nso far", true), ("2.2".to_owned(), "no room\nyet\n1.1 = no clause", false)]
    );
}

#[test]
fn a_day_is_read_from_a_date_or_a_text() {
    for held in [Day(2027, 6, 30), Text("2027-06-30"), Text("２０２７-06-30 "), Text("2027/06/30"), Text("2027/6/30")]
    {
        let row: &[Content] = &[Text(GREETING), Text("N/A"), Text("so"), held];
        let Some(Claim::NotApplicable { until, .. }) = claim(&of_rows(&[HEADER, row])) else { panic!("it is not") };
        assert_eq!(until.map(|day| day.to_string()).as_deref(), Some("2027-06-30"));
    }
    let row: &[Content] = &[Text(GREETING), Text("N/A"), Text("so"), Moment(46_568.5)];
    assert_eq!(problems(&of_rows(&[HEADER, row])).len(), 1);
}

#[test]
fn one_cell_over_several_rows_is_told() {
    let bytes = made(&[("Answers", &[HEADER, &[Text(GREETING)], &[Text(PAYING)]])], |sheet| {
        sheet.merge_range(1, 1, 2, 1, "1", &Format::new()).expect("there is room");
    });
    assert_eq!(problems(&bytes), ["Answers!B2: one cell over several rows"]);
    let bytes = made(&[("Answers", &[HEADER, &[Text(GREETING)], &[Text(PAYING), Text("y")]])], |sheet| {
        sheet.merge_range(1, 1, 1, 2, "x", &Format::new()).expect("there is room");
        sheet.merge_range(3, 1, 4, 1, "z", &Format::new()).expect("there is room");
        sheet.write_string(3, 0, GREETING).expect("there is room");
    });
    // What is told of a merged cell is all that is told of it.
    let told = problems(&bytes);
    assert_eq!(told.iter().filter(|it| it.starts_with("Answers!B4")).count(), 1, "{told:?}");
    assert!(told.contains(&"Answers!B2: `x` is no answer".to_owned()), "{told:?}");
    assert!(told.contains(&"Answers!B3: `y` is no answer".to_owned()), "{told:?}");
    let bytes = made(&[("Answers", &[&[], HEADER, &[Text(GREETING), Text("1")]])], |sheet| {
        sheet.merge_range(0, 0, 0, 4, "a title", &Format::new()).expect("there is room");
    });
    assert_eq!(claim(&bytes), Some(level(1)));
}

#[test]
fn what_is_no_questionnaire_is_told() {
    let row: &[Content] = &[Text(GREETING), Text("1")];
    let twice = workbook(&[("Answers", &[HEADER, row]), ("Answers (2)", &[HEADER, row])]);
    assert_eq!(problems(&twice), ["two sheets with answers: `Answers` and `Answers (2)`"]);
    let columns = of_rows(&[&[Text("Id"), Text("Answer"), Text("answer")], row]);
    assert_eq!(problems(&columns), ["Answers!C1: a second column `Answer`"]);
    assert_eq!(problems(&of_rows(&[row])), ["no row names the columns `Id` and `Answer` of a questionnaire"]);
    assert_eq!(problems(b""), ["no row names the columns `Id` and `Answer` of a questionnaire"]);
    assert_eq!(
        problems(b"\xd0\xcf\x11\xe0"),
        ["an old (.xls) or encrypted workbook, and no workbook in the format .xlsx"]
    );
    // Text in GBK.
    assert_eq!(problems(b"ID,\xb4\xf0\xb0\xb8\n"), ["neither a workbook nor text in UTF-8"]);
    // Text in UTF-16, as `Unicode text` is saved.
    let wide: Vec<u8> = "Id\tAnswer\n".encode_utf16().flat_map(u16::to_le_bytes).collect();
    assert_eq!(problems(&[b"\xff\xfe".to_vec(), wide].concat()), ["neither a workbook nor text in UTF-8"]);
    assert!(problems(b"PK\x03\x04 and no more")[0].starts_with("the workbook cannot be read: "));
}

#[test]
fn a_questionnaire_of_another_model_or_version_is_told() {
    let to = |said| of_rows(&[&[Text("Model and version"), Text(said)], HEADER, &[Text(GREETING), Text("1")]]);
    assert_eq!(problems(&to("devops 1.1")), ["Answers!B1: this questionnaire is to model `devops`, not to `tiny`"]);
    let other = |version: &str| {
        format!("Answers!B1: this questionnaire is to version {version} of model `tiny`; this is version 2.0")
    };
    assert_eq!(problems(&to("tiny 1.0")), [other("1.0")]);
    assert_eq!(problems(&to("tiny 2.7")), [other("2.7")]);
    assert_eq!(problems(&to("tiny")), ["Answers!B1: the version of the model is missing"]);
    assert_eq!(claim(&to("tiny 2.0")), Some(level(1)));
    let beside: Rows<'_> = &[&[Text("模型与版本"), Text("tiny 3.0")]];
    let bytes = workbook(&[("Answers", &[HEADER, &[Text(GREETING), Text("1")]]), ("填写说明", beside)]);
    assert_eq!(problems(&bytes).len(), 1, "it may stand on another sheet");
}

#[test]
fn who_filled_it_in_is_read() {
    let head: &[Content] = &[
        Nothing,
        Text("Your name"),
        Text("Li\u{a0}"),
        Text("Your team"),
        Text("payments"),
        Text("Areas assessed"),
        Text("shop"),
    ];
    let about = given(&of_rows(&[head, HEADER, &[Text(GREETING), Text("1")]])).about;
    assert_eq!((about.assessors, about.team.as_deref()), (vec!["Li".to_owned()], Some("payments")));
    assert_eq!(about.scope, Some(vec![Id("shop".into())]));
    let head: &[Content] =
        &[Nothing, Text("Your name"), Nothing, Text("Your team"), Nothing, Text("Areas assessed"), Text("shoop")];
    assert_eq!(problems(&of_rows(&[head, HEADER])), ["Answers!G1: unknown id `shoop`"]);
}

#[test]
fn a_cell_of_the_head_that_cannot_be_read_is_told() {
    let problem = |cells: &[Content]| problems(&of_rows(&[cells, HEADER, &[Text(GREETING), Text("1")]]));
    let formula = Content::Formula("=A1", "payments");
    assert_eq!(
        problem(&[Text("Your team"), formula]),
        ["Answers!B1: a formula, of which no value is taken"],
        "whatever it comes to"
    );
    assert_eq!(problem(&[Text("Your name"), Number(7.0)]), ["Answers!B1: a number where text is expected"]);
    let missing = ["Answers!B1: the model and its version are missing"];
    assert_eq!(problem(&[Text("Model and version")]), missing);
    assert_eq!(problem(&[Text("Model and version"), Text("Your team"), Text("payments")]), missing);
    assert_eq!(problem(&[Text("Date of the answers"), Text("soon")]), ["Answers!B1: `soon` is not a date"]);
    // Both may be empty.
    let unnamed = given(&of_rows(&[&[Text("Your name"), Text("Your team")], HEADER, &[Text(GREETING), Text("1")]]));
    assert_eq!((unnamed.about.assessors.len(), unnamed.about.team), (0, None));
}

#[test]
fn a_grade_with_clauses_is_the_level_below_with_them() {
    let met = |held, clauses| {
        let bytes = of_rows(&[HEADER, &[Text(GREETING), held, Nothing, Nothing, Text(clauses)]]);
        claim(&bytes).expect("it is an answer")
    };
    assert_eq!(met(Text("2-"), "2.1"), met(Number(1.0), "2.1"));
    assert_eq!(met(Text("2-"), "1.1, 2.1"), met(Number(1.0), "2.1"), "what a level holds is met with it");
    assert_eq!(met(Text("2-"), "1.1"), Claim::PartOf(Level(2)));
    let model = embedded::model();
    let (top, below) = (model.top(), Level(model.top().0 - 1));
    let id = &model.dimensions().find(|it| it.clauses(top).len() > 1).expect("there is one").id;
    let text = format!("Id,Answer,Clauses met\n{id},{below}-,{top}.1\n");
    let said = problems_to(text.as_bytes(), model);
    assert_eq!(said, [format!("C2: `{top}.1` beside `{below}-`, and no statement of level {below}")]);
}

#[test]
fn the_ids_that_may_be_meant_are_looked_for_a_few_times_only() {
    let rows: String = (0..40).map(|row| format!("shop.counter.selling.greetin{row},1\n")).collect();
    let Err(Unreadable::Cells(told)) = read(format!("Id,Answer\n{rows}").as_bytes(), &tiny()) else {
        panic!("no such questions are asked");
    };
    assert_eq!(told.len(), 40);
    let meant =
        |it: &&CellProblem| it.help.as_ref().is_some_and(|help| help.en == format!("did you mean `{GREETING}`?"));
    assert_eq!(told.iter().take_while(meant).count(), 20);
    assert_eq!(told.iter().filter(meant).count(), 20);
}

/// The page of a questionnaire is held to the same list in `tests/browser/form.mjs`.
#[test]
fn a_file_is_called_by_who_filled_it_in_as_every_system_takes_it() {
    let list = fs::read_to_string("tests/forms/names.json").expect("the list is there");
    let list: Vec<(String, String)> = serde_json::from_str(&list).expect("it is a list of pairs");
    for (name, called) in list {
        let made = file_name(&name).unwrap_or_else(|| "form.answers.toml".to_owned());
        assert_eq!(made, called, "{name:?}");
        assert!(made.len() <= 255, "{made}");
    }
}

#[test]
fn csv_is_read_with_the_separators_of_every_country() {
    for separator in [",", ";", "\t"] {
        for mark in ["", "\u{feff}"] {
            let text = format!("{mark}Id;Answer;Note\r\n{GREETING};2;\"two\r\nlines, and more\"\r\n{PAYING};;\r\n");
            let text = if separator == ";" { text } else { text.replace(';', separator) };
            let text = text.replace("lines\t", "lines,").replace("lines;", "lines,");
            assert_eq!(claim(text.as_bytes()), Some(level(2)), "{text:?}");
            let note = given(text.as_bytes()).changes.remove(&Id(GREETING.into())).and_then(|change| change.note);
            assert_eq!(note.as_deref(), Some("two\nlines, and more"));
        }
    }
    let text = format!("Id,Answer\n{GREETING},7\n\n{PAYING},x\n");
    for text in [text.replace('\n', "\r\n"), text] {
        assert_eq!(problems(text.as_bytes()), ["B2: 7 is not a level of this model", "B4: `x` is no answer"]);
    }
}
