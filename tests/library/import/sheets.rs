//! Sheets as people leave them: moved, hidden, joined, or no questionnaire at all.

use std::fs;

use assess::answers::Claim;
use assess::answers::questionnaire::file_name;
use assess::model::Id;
use rust_xlsxwriter::Format;

use super::Content::{Nothing, Number, Text};
use super::{Content, GREETING, HEADER, PAYING, Rows, claim, given, level, made, of_rows, problems, workbook};

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
