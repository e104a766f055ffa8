//! The rows of a result as CSV: each column of one type in every file, whatever people write.

use std::fs;

use assess::answers::{self, Answers, parse};
use assess::embedded;
use assess::lang::Lang;
use assess::model::{Model, NodeKind};
use assess::problem::Source;
use assess::report::csv;
use assess::report::rows::rows;
use assess::scoring::score;

use crate::support;

/// The columns that are numbers in every row, or empty.
const NUMBERS: &[&str] =
    &["level", "best", "worst", "score", "answered", "not_applicable", "excepted", "total", "claimed"];
/// The columns that are `true` or `false`, or empty.
const FLAGS: &[&str] = &["partial", "claimed_part"];
/// The columns that are days, or empty.
const DAYS: &[&str] = &["date", "na_until"];
/// The columns that are JSON, or empty.
const LISTS: &[&str] = &["met", "degrees", "exceptions", "evidence"];

/// A row as columns and what stands in them.
type Record = Vec<(String, String)>;

fn records(model: &Model, answers: &Answers) -> Vec<Record> {
    let outcome = score(model, answers);
    let text = csv::rows(&rows(&outcome, "teams/answers.toml", Lang::Zh));
    let mut reader = ::csv::Reader::from_reader(text.as_bytes());
    let header = reader.headers().expect("it has a header").clone();
    let record = |row: ::csv::StringRecord| {
        header.iter().zip(row.iter()).map(|(name, field)| (name.into(), field.into())).collect()
    };
    reader.records().map(|row| record(row.expect("it is CSV"))).collect()
}

fn field<'r>(record: &'r Record, name: &str) -> &'r str {
    &record.iter().find(|(column, _)| column == name).unwrap_or_else(|| panic!("no column `{name}`")).1
}

fn assert_types(records: &[Record]) {
    for (name, field) in records.iter().flatten().filter(|(_, field)| !field.is_empty()) {
        let name = name.as_str();
        let is_day = field.len() == 10 && field.split('-').all(|part| part.parse::<u32>().is_ok());
        let is_right = match name {
            _ if NUMBERS.contains(&name) => field.parse::<f64>().is_ok_and(f64::is_finite),
            _ if FLAGS.contains(&name) => ["true", "false"].contains(&field.as_str()),
            _ if DAYS.contains(&name) => is_day,
            _ if LISTS.contains(&name) => serde_json::from_str::<Vec<serde_json::Value>>(field).is_ok(),
            _ => field.parse::<f64>().is_err() && field.parse::<bool>().is_err() && !is_day,
        };
        assert!(is_right, "{name}: {field}");
    }
}

#[test]
fn the_columns_are_the_fields_of_a_row_in_their_order() {
    let tiny = support::tiny();
    let answers = answers::empty(&tiny);
    let outcome = score(&tiny, &answers);
    let all = rows(&outcome, "answers.toml", Lang::En);
    let row = serde_json::to_string(&all[0]).expect("it is plain data");
    let text = csv::rows(&all);
    let columns: Vec<_> = text.lines().next().expect("it has a header").split(',').collect();
    let places: Vec<_> = columns.iter().map(|name| row.find(&format!("\"{name}\":"))).collect();
    assert!(places.iter().all(Option::is_some) && places.is_sorted(), "{row}");
    assert_eq!(row.matches("\":").count(), columns.len(), "{row}");
    assert_eq!(text.lines().count(), all.len() + 1);
}

#[test]
fn every_column_has_one_type_in_every_file() {
    for name in ["strong", "half-finished", "starting", "chinese"] {
        let name = format!("examples/{name}.toml");
        let source = Source { text: fs::read_to_string(&name).expect("the file is there"), name };
        let answers = parse(&source, embedded::model()).unwrap_or_else(|problems| panic!("{problems}"));
        let records = records(embedded::model(), &answers);
        let dimensions = records.iter().filter(|record| field(record, "kind") == "dimension").count();
        assert_eq!(dimensions, score(embedded::model(), &answers).overall.total);
        assert_types(&records);
    }
}

#[test]
fn texts_that_look_like_something_else_are_texts() {
    let tiny = support::tiny();
    for word in ["007", "3.1", "-3", "1e5", "NaN", "inf", "true", "2026-11-21", "=1+1", "3.1 3.3", "１２"] {
        let mut source = support::tiny_answers(&format!("greeting = {{ na = {word:?}, note = {word:?} }}"));
        let of_team = format!("team = {word:?}\nsystem = {word:?}\nowner = {word:?}\n\n[answers.shop");
        source.text = source.text.replacen("\n[answers.shop", &of_team, 1);
        let answers = parse(&source, &tiny).unwrap_or_else(|problems| panic!("{problems}"));
        let records = records(&tiny, &answers);
        assert_types(&records);
        for record in &records {
            assert_eq!(field(record, "team"), format!("'{word}"));
        }
    }
}

#[test]
fn a_row_says_what_is_known_and_what_could_be() {
    let tiny = support::tiny();
    let read = |lines| parse(&support::tiny_answers(lines), &tiny).unwrap_or_else(|problems| panic!("{problems}"));
    let wanted = |records: &[Record], id: &str, names: &[&str]| {
        let record = records.iter().find(|record| field(record, "id") == id).expect("it has a row").clone();
        names.iter().map(|name| field(&record, name).to_owned()).collect::<Vec<_>>()
    };
    let (sub_domain, greeting) = ("shop.counter.selling", "shop.counter.selling.greeting");

    let open = records(&tiny, &read("greeting = \"2-\""));
    let levels = ["parent", "kind", "state", "level", "best", "worst", "partial"];
    assert_eq!(wanted(&open, sub_domain, &levels), ["shop.counter", "sub-domain", "incomplete", "", "1", "0", ""]);
    let claim = ["level", "partial", "score", "claimed", "claimed_part", "met"];
    assert_eq!(wanted(&open, greeting, &claim), ["1", "true", "", "1", "true", "[]"]);
    let nothing = ["state", "level", "claimed", "claimed_part", "met", "note", "evidence"];
    let paying = "shop.counter.selling.paying";
    assert_eq!(wanted(&open, paying, &nothing), ["unanswered", "", "", "", "[]", "", "[]"]);

    let done = records(
        &tiny,
        &read(
            "greeting = { level = 1, met = [\"2.1\"], evidence = [\"a, b\", \"##[c]\"] }\npaying = { na = { reason = \"free\", until = 2030-01-31 } }",
        ),
    );
    assert_eq!(wanted(&done, sub_domain, &levels), ["shop.counter", "sub-domain", "complete", "1", "1", "1", "true"]);
    assert_eq!(wanted(&done, greeting, &claim), ["1", "true", "", "1", "false", "[\"2.1\"]"]);
    assert_eq!(wanted(&done, greeting, &["evidence"]), ["[\"a, b\",\"#\\u0023[c]\"]"]);
    let except =
        records(&tiny, &read("paying = { level = 0, except = { \"1.2\" = { reason = \"=1\", until = 2030-01-31 } } }"));
    let excepted = ["1", "[{\"clause\":\"1.2\",\"reason\":\"=1\",\"until\":\"2030-01-31\"}]"];
    assert_eq!(wanted(&except, paying, &["excepted", "exceptions"]), excepted);
    assert_eq!(wanted(&except, "tiny", &["excepted", "exceptions"]), ["1", ""]);
    assert_eq!(wanted(&done, paying, &["na", "na_until", "level"]), ["free", "2030-01-31", ""]);
    assert_eq!(wanted(&done, "tiny", &["parent", "kind", "not_applicable", "total"]), ["", "model", "1", "2"]);
    let kinds = rows(&score(&tiny, &read("paying = 1")), "-", Lang::En).iter().map(|row| row.kind).collect::<Vec<_>>();
    assert_eq!(kinds.first(), Some(&NodeKind::Model));
}
