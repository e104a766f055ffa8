//! The workbook, read back by another library: what stands in which cell, and that foreign text is only ever text.
//!
//! Each workbook is left in the folder for temporary files, where `tests/xlsx/run` opens it with other programs.

use std::collections::BTreeSet;
use std::fs;
use std::io::Cursor;
use std::path::Path;

use assess::answers::{Answers, parse};
use assess::diff::{Direction, diff};
use assess::embedded;
use assess::lang::Lang;
use assess::model::{Level, Model};
use assess::plan::{PlanOptions, plan};
use assess::problem::Source;
use assess::report::Comparison;
use assess::report::xlsx::xlsx;
use assess::scoring::{Asked, Outcome, State, score};
use calamine::{Data, DataType as _, Reader as _, Xlsx};
use proptest::prelude::*;

use crate::support;

const LANGS: [Lang; 2] = [Lang::En, Lang::Zh];

/// The rows of a sheet.
type Rows = Vec<Vec<Data>>;

fn read(name: &str, model: &Model) -> Answers {
    let source = Source { name: name.to_owned(), text: fs::read_to_string(name).expect("the file is there") };
    parse(&source, model).unwrap_or_else(|problems| panic!("{problems}"))
}

fn example(name: &str) -> Answers {
    read(&format!("examples/{name}.toml"), embedded::model())
}

fn bytes(outcome: &Outcome<'_>, lang: Lang) -> Vec<u8> {
    xlsx(outcome, &plan(outcome, PlanOptions::default()), None, lang).expect("it fits into a sheet")
}

/// The sheets of a workbook, in which nothing is a formula and nothing a link.
fn sheets(outcome: &Outcome<'_>, lang: Lang) -> [(String, Rows); 4] {
    opened(bytes(outcome, lang))
}

fn opened(bytes: Vec<u8>) -> [(String, Rows); 4] {
    all_of(bytes).try_into().expect("there are four sheets")
}

fn all_of(bytes: Vec<u8>) -> Vec<(String, Rows)> {
    let mut workbook = Xlsx::new(Cursor::new(bytes)).expect("it is a workbook");
    for name in workbook.sheet_names() {
        assert!(workbook.worksheet_formula(&name).expect("it is a sheet").is_empty(), "{name} has formulas");
        assert!(workbook.hyperlinks_by_sheet_name(&name).expect("it is a sheet").is_empty(), "{name} has links");
    }
    let rows = |range: &calamine::Range<Data>| range.rows().map(<[Data]>::to_vec).collect();
    let sheets = workbook.worksheets().into_iter().map(|(name, range)| (name, rows(&range)));
    sheets.collect()
}

/// The sheets of a workbook that is left for other programs.
fn kept(name: &str, outcome: &Outcome<'_>, lang: Lang) -> [(String, Rows); 4] {
    let bytes = bytes(outcome, lang);
    keep(name, &bytes, lang);
    opened(bytes)
}

fn keep(name: &str, bytes: &[u8], lang: Lang) {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("xlsx");
    fs::create_dir_all(&folder).expect("there is room");
    fs::write(folder.join(format!("{name}.{}.xlsx", lang.tag())), bytes).expect("there is room");
}

fn text(words: &str) -> Data {
    Data::String(words.to_owned())
}

fn number(number: impl Into<f64>) -> Data {
    Data::Float(number.into())
}

/// What stands in the column of that name, row by row.
fn column<'r>(rows: &'r Rows, name: &str) -> Vec<&'r Data> {
    let place = rows[0].iter().position(|cell| *cell == text(name)).unwrap_or_else(|| panic!("no column `{name}`"));
    rows[1..].iter().map(|row| &row[place]).collect()
}

#[test]
fn every_example_has_its_sheets_in_both_languages() {
    for name in ["strong", "half-finished", "starting", "chinese"] {
        let answers = example(name);
        let outcome = score(embedded::model(), &answers);
        for (lang, expected) in
            LANGS.into_iter().zip([["Summary", "Heat map", "Answers", "Plan"], ["概览", "热力图", "答案", "改进计划"]])
        {
            assert_eq!(kept(name, &outcome, lang).map(|(name, _)| name), expected);
        }
    }
}

#[test]
fn numbers_are_numbers() {
    let answers = example("strong");
    let outcome = score(embedded::model(), &answers);
    let [_, (_, heat_map), ..] = sheets(&outcome, Lang::En);
    let scored: Vec<_> = outcome.overall.sub_domains().map(|(_, scored)| scored).collect();
    assert!(scored.iter().all(|scored| scored.state == State::Complete), "the example is complete");
    let level = |level: Option<Level>| number(level.expect("it is answered").0);
    let expected: Vec<_> = scored.iter().map(|scored| level(scored.level)).collect();
    assert!(column(&heat_map, "Level").into_iter().eq(&expected));
    let expected: Vec<_> =
        scored.iter().map(|scored| number(scored.score.as_ref().expect("it has one").rounded())).collect();
    assert!(column(&heat_map, "Score").into_iter().eq(&expected));
}

#[test]
fn what_is_incomplete_is_a_range_and_said_to_be_provisional() {
    let answers = example("half-finished");
    let outcome = score(embedded::model(), &answers);
    let [(_, summary), (_, heat_map), ..] = sheets(&outcome, Lang::En);
    let delivery = summary.iter().find(|row| row[0] == text("Continuous delivery")).expect("it has a row");
    assert_eq!(delivery[1..3], [Data::Empty, text("1–2")]);
    assert_eq!(delivery[4], number(2.32));
    assert_eq!(delivery[9], text("provisional: 31 unanswered"));
    assert!(summary.iter().any(|row| matches!(&row[1], Data::String(words) if words.contains("is provisional"))));
    let states = column(&heat_map, "State").into_iter().zip(column(&heat_map, "Range"));
    for (state, range) in states {
        let (Data::String(state), range) = (state, range.to_string()) else { panic!("a state is words") };
        assert_eq!(state.starts_with("provisional"), range.contains('–'), "{state}: {range}");
    }
}

#[test]
fn the_heat_map_has_the_share_met_of_every_level() {
    let answers = example("half-finished");
    let outcome = score(embedded::model(), &answers);
    let [_, (_, heat_map), ..] = sheets(&outcome, Lang::En);
    for (level, name) in [(2, "2 Repeatable: met"), (5, "5 Optimizing: met")] {
        for ((_, scored), cell) in outcome.overall.sub_domains().zip(column(&heat_map, name)) {
            let share = scored.shares().into_iter().find(|share| share.level == Level(level));
            let met = share.filter(|share| share.asked != Asked::Nothing).map(|share| share.met.rounded());
            assert_eq!(cell, &met.map_or(Data::Empty, number), "{name}");
        }
    }
}

#[test]
fn a_workbook_with_an_earlier_assessment_shows_what_moved() {
    let model = embedded::model();
    let (then, now) = (example("half-finished"), example("strong"));
    let (old, new) = (score(model, &then), score(model, &now));
    let diff = diff(&old, &new);
    let comparison = Comparison { old: &old, new: &new, diff: &diff, model: None };
    for lang in LANGS {
        let bytes =
            xlsx(&new, &plan(&new, PlanOptions::default()), Some(&comparison), lang).expect("it fits into a sheet");
        keep("compared", &bytes, lang);
        let all = all_of(bytes);
        let [(_, summary), (_, heat_map), (title, moved), _, _] = &all[..] else { panic!("{} sheets", all.len()) };
        if lang == Lang::Zh {
            assert_eq!(title, "变化");
            continue;
        }
        assert_eq!(title, "What moved");
        let field = |name: &str| summary.iter().find(|row| row[0] == text(name)).map(|row| row[1].clone());
        assert_eq!(field("Compared with"), Some(text("data pipelines, 2026-11-16")));
        let expected: Vec<_> = old.overall.sub_domains().map(|(_, it)| it.level.filter(|_| it.is_certain())).collect();
        let expected = expected.into_iter().map(|level| level.map_or(Data::Empty, |level| number(level.0)));
        assert!(column(heat_map, "Earlier level").into_iter().eq(&expected.collect::<Vec<_>>()));
        let ids: Vec<_> = column(moved, "Id").into_iter().filter_map(|cell| cell.get_string()).collect();
        let all_moved = diff.nodes.iter().map(|shift| shift.node.id().to_string());
        let all_moved = all_moved.chain(diff.dimensions.iter().map(|it| it.dimension.id.to_string()));
        let set = |ids: Vec<String>| ids.into_iter().collect::<BTreeSet<_>>();
        assert_eq!(set(ids.iter().map(ToString::to_string).collect()), set(all_moved.collect()));
        let ups = column(moved, "Moved").into_iter().filter(|cell| **cell == text("▲ up")).count();
        let shifts_up = diff.nodes.iter().filter(|shift| shift.direction == Direction::Up).count();
        assert_eq!(ups, shifts_up + diff.count(Direction::Up));
    }
}

#[test]
fn every_answer_is_there_as_it_was_given() {
    let answers = example("strong");
    let outcome = score(embedded::model(), &answers);
    let [_, _, (_, rows), _] = sheets(&outcome, Lang::En);
    assert_eq!((rows.len(), rows[0].len()), (outcome.overall.total + 1, 22));
    let given: Vec<_> = outcome.overall.dimensions().map(|(_, own)| own.answer.expect("it is complete")).collect();
    let notes = given.iter().map(|answer| answer.note.as_deref().map_or(Data::Empty, text));
    assert!(column(&rows, "Note").into_iter().eq(&notes.collect::<Vec<_>>()));
    let evidence = given.iter().map(|answer| match &answer.evidence[..] {
        [] => Data::Empty,
        entries => text(&entries.join("\n")),
    });
    assert!(column(&rows, "Evidence").into_iter().eq(&evidence.collect::<Vec<_>>()));
    let days = column(&rows, "Until").into_iter().filter(|cell| matches!(cell, Data::DateTime(_))).count();
    assert_eq!(days, 1, "the one day that the example names is a day");
}

#[test]
fn the_plan_has_a_row_for_all_that_is_needed() {
    for name in ["strong", "half-finished"] {
        let answers = example(name);
        let outcome = score(embedded::model(), &answers);
        let plan = plan(&outcome, PlanOptions::default());
        let needed: usize = plan.goals.iter().map(|goal| goal.requirements.len() + goal.unanswered.len()).sum();
        let [.., (_, rows)] = sheets(&outcome, Lang::En);
        assert_eq!(rows.len(), needed + 1);
        let steps = column(&rows, "Step").into_iter().map(|cell| cell.as_f64().unwrap_or(f64::INFINITY));
        assert!(steps.is_sorted(), "in the order of the steps, and what is in none last");
        for name in ["State", "Owner", "Due"] {
            assert!(column(&rows, name).into_iter().all(|cell| *cell == Data::Empty), "{name} is to be filled in");
        }
        let in_step = |place: u32| column(&rows, "Step").into_iter().filter(|cell| **cell == number(place)).count();
        for (place, step) in (1..).zip(&plan.steps) {
            assert_eq!(in_step(place), step.clauses * step.lifts.len(), "step {place}");
        }
    }
}

#[test]
fn every_column_holds_values_of_one_type() {
    for name in ["strong", "half-finished", "starting", "chinese"] {
        let answers = example(name);
        for (title, rows) in &sheets(&score(embedded::model(), &answers), Lang::En)[1..] {
            for (place, header) in rows[0].iter().enumerate() {
                let kinds = rows[1..].iter().filter_map(|row| match &row[place] {
                    Data::Empty => None,
                    Data::String(_) => Some("text"),
                    Data::DateTime(_) => Some("day"),
                    _ => Some("number"),
                });
                let kinds: BTreeSet<_> = kinds.collect();
                assert!(kinds.len() <= 1, "{name}, {title}, {header}: {kinds:?}");
            }
        }
    }
}

#[test]
fn every_row_of_every_sheet_has_its_id() {
    let answers = example("half-finished");
    let outcome = score(embedded::model(), &answers);
    let is_known = |cell: &Data| matches!(cell, Data::String(id) if outcome.overall.find(id).is_some());
    let [(_, summary), rest @ ..] = sheets(&outcome, Lang::En);
    for (title, rows) in &rest {
        assert!(column(rows, "Id").into_iter().all(is_known), "{title}");
    }
    assert!(summary.iter().filter(|row| is_known(&row[10])).count() > 10);
}

#[test]
fn what_holds_a_sub_domain_is_all_named() {
    let answers = example("strong");
    let outcome = score(embedded::model(), &answers);
    let [_, (_, heat_map), ..] = sheets(&outcome, Lang::En);
    for ((_, scored), cell) in outcome.overall.sub_domains().zip(column(&heat_map, "Weakest dimensions")) {
        let names: Vec<_> = scored.limiting().into_iter().map(|dimension| dimension.name.get(Lang::En)).collect();
        assert_eq!(cell, &text(&names.join(", ")));
    }
}

#[test]
fn where_nothing_is_missing_the_plan_says_so() {
    let model = support::tiny();
    let source = support::tiny_answers("greeting = 2\npaying = 2");
    let answers = parse(&source, &model).expect("it is sound");
    let [.., (_, rows)] = sheets(&score(&model, &answers), Lang::En);
    assert_eq!(
        column(&rows, "What is needed"),
        [&text(
            "Nothing is missing: everything here is at level 2, the highest. `assess check --target 2` watches that it stays there."
        )]
    );
}

#[test]
fn hostile_text_is_text() {
    let model = support::tiny();
    let answers = read("tests/xlsx/hostile.toml", &model);
    let outcome = score(&model, &answers);
    kept("hostile", &outcome, Lang::Zh);
    let [(_, summary), _, (_, rows), _] = kept("hostile", &outcome, Lang::En);
    let field = |name: &str| summary.iter().find(|row| row[0] == text(name)).map(|row| row[1].clone());
    assert_eq!(field("Team"), Some(text("=HYPERLINK(\"https://example.com\", \"payments\")")));
    assert_eq!(field("System"), Some(text("<r></si><si><t>not the system</t></r> ")));
    assert_eq!(field("Owner"), Some(text("@SUM(1+1)*cmd|' /C calc'!A0")));
    assert_eq!(field("Assessors"), Some(text("+1, -1, _x0041_, \\u{1b}[31mred, \\u{202e}back")));
    assert_eq!(column(&rows, "Note")[0], &text("=1+1\n<b>&amp;</b>\nthird\ttab\\u{0}\\u{7}\\u{ffff}"));
    let evidence = "https://example.com\nfile:///etc/passwd\n=A1\nmailto:a@example.com";
    assert_eq!(column(&rows, "Evidence")[0], &text(evidence));
    assert_eq!(column(&rows, "Why not applicable")[1], &text("\"internal:Sheet1!A1\""));
    assert_eq!(column(&rows, "Until")[1], &text("1899-12-31"), "a day that spreadsheets do not know is text");
}

#[test]
fn more_evidence_than_a_cell_holds_is_cut() {
    let model = support::tiny();
    let entry = format!("\"{}\"", "证据🙂".repeat(3_000));
    let source = support::tiny_answers(&format!("greeting = {{ level = 1, evidence = [{entry}, {entry}, {entry}] }}"));
    let answers = parse(&source, &model).expect("it is sound");
    let outcome = score(&model, &answers);
    let [_, _, (_, rows), _] = kept("long", &outcome, Lang::En);
    let Data::String(shown) = column(&rows, "Evidence")[0] else { panic!("evidence is text") };
    assert!(shown.ends_with('…') && (32_760..=32_767).contains(&shown.encode_utf16().count()));
}

#[test]
fn the_same_result_gives_the_same_bytes() {
    let mut answers = example("chinese");
    for lang in LANGS {
        let outcome = score(embedded::model(), &answers);
        assert!(bytes(&outcome, lang) == bytes(&outcome, lang));
        answers.assessment.date = None;
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn any_result_is_a_workbook((model, answers) in support::assessments()) {
        let outcome = score(&model, &answers);
        let [_, (_, heat_map), (_, rows), _] = sheets(&outcome, Lang::Zh);
        let sub_domains = outcome.overall.walk().filter(|it| it.node.sub_domain().is_some()).count();
        prop_assert_eq!(heat_map.len(), sub_domains + 1);
        prop_assert_eq!(rows.len(), outcome.overall.total + 1);
    }
}

#[test]
fn the_summary_lists_what_is_asked_anew() {
    let model = support::market();
    let answers = read("tests/answers/older.toml", &model);
    let outcome = score(&model, &answers);
    let asked: Vec<_> = outcome.asked_anew().iter().map(|scored| scored.node.name().en.to_string()).collect();
    assert!(asked.contains(&"Greeting".to_owned()), "{asked:?}");
    for (lang, title) in [(Lang::En, "Asked anew"), (Lang::Zh, "重新询问")] {
        let [(_, summary), ..] = sheets(&outcome, lang);
        let row = summary.iter().find(|row| row.iter().any(|cell| cell.get_string() == Some(title)));
        let listed =
            row.unwrap_or_else(|| panic!("{title} is not in {summary:?}")).iter().filter_map(|it| it.get_string());
        let names = outcome.asked_anew().iter().map(|scored| scored.node.name().get(lang)).collect::<Vec<_>>();
        let listed = listed.collect::<String>();
        assert!(names.iter().all(|name| listed.contains(name)), "{listed}");
    }
}
