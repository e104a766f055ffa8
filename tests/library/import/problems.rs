//! Problems are told all at once, each with its cell.

use assess::answers::questionnaire::{CellProblem, Unreadable, read};

use super::Content::{Nothing, Number, Text};
use super::{GREETING, HEADER, PAYING, Rows, of_rows, problems};
use crate::support::tiny;

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
