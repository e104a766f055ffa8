//! Cells as people and programs write them: levels, clauses, exceptions, days.

use assess::answers::{Claim, Value};
use assess::embedded;
use assess::model::{ClauseId, Id, Level};

use super::Content::{Day, Moment, Nothing, Number, Text, Truth};
use super::{Content, GREETING, HEADER, PAYING, Rows, claim, given, level, of_rows, problems, problems_to};

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
