//! What many teams measure of their delivery, beside where they stand: in every format, and without a claim of cause.

use std::io::Cursor;

use crate::rollup::{read, rollup};
use crate::support::tiny;
use assess::answers::{Answers, Metric};
use assess::diff::diff;
use assess::lang::Lang;
use assess::model::{Model, Node};
use assess::report::html::{Languages, rollup as page};
use assess::report::rows::rows;
use assess::report::{Colors, Drawing, Style, csv, json, markdown, terminal, xlsx};
use assess::rollup::{Collection, Line, LineInput, Statements, View};
use assess::scoring::score;
use assess::text::width;
use calamine::{Reader as _, Xlsx};
use serde_json::{Value, json as value};

const TITLES: [&str; 2] = ["What was measured", "成效指标"];
const NO_CAUSE: [&str; 2] = ["which does not say that one led to the other", "并不说明两者之间存在因果关系"];

fn measuring(model: &Model, outcomes: &[(Metric, &str)]) -> Answers {
    let mut answers = read(model, "greeting = 2\npaying = 1");
    let given = outcomes.iter().map(|(metric, word)| (*metric, metric.read(word).expect("it is a value")));
    answers.outcomes = given.collect();
    answers
}

fn teams(model: &Model) -> Vec<Answers> {
    let first = [(Metric::LeadTime, "36h"), (Metric::ChangeFailureRate, "8%")];
    vec![measuring(model, &first), measuring(model, &[]), measuring(model, &[(Metric::LeadTime, "3w")])]
}

fn style(lang: Lang, width: usize, drawing: Drawing) -> Style {
    Style { lang, width, colors: Colors::Off, drawing }
}

#[test]
fn documents_show_what_is_measured_and_claim_no_cause() {
    let model = tiny();
    let rollup = rollup(&model, &teams(&model), None);
    assert_eq!(rollup.metrics(), [Metric::LeadTime, Metric::ChangeFailureRate]);
    for (lang, no_cause) in [Lang::En, Lang::Zh].into_iter().zip(NO_CAUSE) {
        let documents = [
            terminal::rollup(&rollup, &style(lang, 80, Drawing::Drawn)),
            terminal::rollup(&rollup, &style(lang, 40, Drawing::Plain)),
            markdown::rollup(&rollup, &style(lang, 80, Drawing::Drawn)),
            article(&page(&rollup, &[], Languages::One(lang))),
        ];
        for text in documents {
            let joined = text.replace("\n  ", if lang == Lang::En { " " } else { "" });
            assert!(joined.contains(no_cause), "{text}");
            let figures = [&text.matches("36h").count(), &text.matches("3w").count(), &text.matches("8%").count()];
            assert_eq!(figures, [&1, &1, &1], "{text}");
        }
    }
}

#[test]
fn five_figures_have_room_beside_whole_names_of_teams() {
    let model = tiny();
    let values = ["1/quarter", "10w", "14%", "40min", "6%"];
    let figures: Vec<_> = Metric::all().zip(values).collect();
    assert_eq!(figures.len(), values.len());
    let mut answers = measuring(&model, &figures);
    answers.assessment.team = Some("catalog and search".to_owned());
    let rollup = rollup(&model, &[answers], None);
    for lang in [Lang::En, Lang::Zh] {
        for columns in [40, 60, 72, 80, 100] {
            let shown = terminal::rollup(&rollup, &style(lang, columns, Drawing::Drawn));
            let fits = |line: &str| width(line) <= columns;
            let start = shown.lines().position(|line| TITLES.contains(&line)).expect("it is shown");
            assert!(shown.lines().skip(start).take(8).all(fits), "{columns}: {shown}");
            assert!(columns < 80 || !shown.contains('…'), "{columns}: {shown}");
        }
    }
}

/// A page without what stands before its contents.
fn article(page: &str) -> String {
    page.split_once("<article").map(|(_, rest)| rest.to_owned()).expect("it has one")
}

#[test]
fn without_a_figure_nothing_is_said_of_them() {
    let model = tiny();
    let rollup = rollup(&model, &[measuring(&model, &[])], None);
    let documents = [
        terminal::rollup(&rollup, &style(Lang::En, 80, Drawing::Drawn)),
        markdown::rollup(&rollup, &style(Lang::En, 80, Drawing::Drawn)),
        page(&rollup, &[], Languages::One(Lang::En)),
    ];
    for text in documents {
        assert!(!text.contains("What was measured") && !text.contains(NO_CAUSE[0]), "{text}");
    }
}

#[test]
fn programs_are_told_numbers_and_units() {
    let model = tiny();
    let teams = teams(&model);
    let told: Value = serde_json::from_str(&json::rollup(&rollup(&model, &teams, None))).expect("it is JSON");
    assert_eq!(told["teams"][0]["outcomes"]["lead_time"], value!({ "text": "36h", "amount": 36.0, "unit": "h" }));
    assert_eq!(told["teams"][1]["outcomes"], Value::Null);
    let outcome = score(&model, &teams[0]);
    let rows = rows(&outcome, "a.toml", Lang::En);
    let line = |line: &str| serde_json::from_str::<Value>(line).expect("it is JSON")["outcomes"].clone();
    let lines: Vec<_> = json::rows(&rows).lines().map(line).collect();
    let expected = value!([
        { "metric": "lead-time", "text": "36h", "amount": 36.0, "unit": "h" },
        { "metric": "change-failure-rate", "text": "8%", "amount": 8.0, "unit": "%" },
    ]);
    assert_eq!(lines[0], expected, "the row of the whole");
    assert!(lines[1..].iter().all(Value::is_null), "no other");
    let mut table = csv_reader(&csv::rows(&rows));
    assert_eq!(serde_json::from_str::<Value>(&table.remove(0)).expect("it is JSON"), expected);
    assert!(table.iter().all(String::is_empty));
}

/// The last column, without its head.
fn csv_reader(text: &str) -> Vec<String> {
    let mut reader = ::csv::Reader::from_reader(text.as_bytes());
    let last = reader.headers().expect("it has heads").iter().position(|head| head == "outcomes").expect("it is there");
    reader.records().map(|record| record.expect("it is a record")[last].to_owned()).collect()
}

#[test]
fn a_workbook_has_them_as_numbers_to_sort_by() {
    let model = tiny();
    let bytes = xlsx::rollup(&rollup(&model, &teams(&model), None), Lang::En).expect("it fits into a sheet");
    let mut book: Xlsx<_> = Xlsx::new(Cursor::new(bytes)).expect("it is a workbook");
    let sheet = book.worksheet_range("Teams").expect("it is there");
    let heads: Vec<_> = sheet.rows().next().expect("it has heads").iter().map(ToString::to_string).collect();
    let at = heads.iter().position(|head| head == "Lead time for changes").expect("it is a column");
    assert_eq!(heads[at + 1], "Lead time for changes: minutes");
    let column: Vec<_> = sheet.rows().skip(1).map(|row| [row[at].to_string(), row[at + 1].to_string()]).collect();
    assert_eq!(column, [["36h", "2160"], ["", ""], ["3w", "30240"]]);
}

#[test]
fn what_was_measured_before_stands_before_what_is() {
    let model = tiny();
    let (old, new) = (measuring(&model, &[(Metric::LeadTime, "3w")]), measuring(&model, &[(Metric::LeadTime, "36h")]));
    let (before, after) = (score(&model, &old), score(&model, &new));
    let moved = diff(&before, &after);
    let view = View::new(&model, Node::Model(&model), model.sub_domain_storey(), None);
    let (statements, mut collection) = (Statements::of(&model), Collection::default());
    let input = LineInput { path: "a.toml", outcome: &after, earlier: Some((&before, &moved)) };
    collection.add(Line::new(input, &view, &statements));
    let day = "2026-11-21".parse().expect("it is a day");
    let rollup = collection.finish(view, &statements, day, Some("git:v1".into()));
    assert!(markdown::rollup(&rollup, &style(Lang::En, 80, Drawing::Drawn)).contains("| 3w → 36h |"));
    let told: Value = serde_json::from_str(&json::rollup(&rollup)).expect("it is JSON");
    assert_eq!(told["teams"][0]["earlier_outcomes"]["lead_time"]["unit"], "w");
}
