//! One assessment over time: which points are taken, what moved between them, and what stands beside them.

use assess::answers::{Answers, Date, Metric, parse};
use assess::diff::moves;
use assess::embedded;
use assess::lang::Lang;
use assess::model::{Model, Node};
use assess::problem::Source;
use assess::report::rows::{TrendRow, rows};
use assess::report::{Colors, Drawing, Style, html, json, terminal};
use assess::rollup::{Standing, View};
use assess::scoring::score;
use assess::text;
use assess::text::width;
use assess::trend::{DimensionMoves, Every, Gap, PointInput, Stamp, Trend};
use serde_json::Value;

use crate::support::{market, tiny, tiny_answers};

fn day(word: &str) -> Date {
    word.parse().expect("it is a day")
}

fn stamp(at: &str, revision: Option<&str>) -> Stamp {
    let word = revision.map(|revision| format!("git:{}:answers.toml", &revision[..8]));
    Stamp { at: Some(day(at)), revision: revision.map(str::to_owned), path: "answers.toml".to_owned(), word }
}

fn read(model: &Model, lines: &str, outcomes: &str) -> Answers {
    let mut source = tiny_answers(lines);
    source.text = format!("{}[outcomes]\n{outcomes}\n", source.text);
    parse(&source, model).unwrap_or_else(|problems| panic!("{problems}"))
}

/// Three points and a gap before the last.
pub fn example(model: &Model) -> Trend<'_> {
    let view = View::new(model, Node::Model(model), model.storeys(), None);
    let mut trend = Trend::new(view);
    let points = [
        ("2026-01-31", "aaaaaaaaaaaa", read(model, "greeting = 0\npaying = 0", "")),
        ("2026-02-28", "bbbbbbbbbbbb", read(model, "greeting = 2\npaying = 0", "lead-time = \"2w\"")),
        ("2026-04-01", "cccccccccccc", read(model, "greeting = 1\npaying = 1", "lead-time = \"36h\"")),
    ];
    for (number, (at, revision, answers)) in points.iter().enumerate() {
        if number == 2 {
            let message = text!("not for this program", "不适用于本程序");
            trend.leave_gap(Gap { stamp: stamp("2026-03-31", Some("dddddddddddd")), message, help: None });
        }
        let outcome = score(model, answers);
        let before = number.checked_sub(1).map(|before| score(model, &points[before].2));
        let moved = before.as_ref().map(|before| moves(before, &outcome));
        trend.add(stamp(at, Some(revision)), PointInput { outcome: &outcome, moved: moved.as_deref() });
    }
    trend
}

fn style(lang: Lang, width: usize, drawing: Drawing) -> Style {
    Style { lang, width, colors: Colors::Off, drawing }
}

#[test]
fn the_last_of_each_span_is_taken() {
    let days = ["2025-12-31", "2026-01-01", "2026-01-04", "2026-01-05", "2026-03-31", "2026-04-01"].map(day);
    assert_eq!(Every::Commit.last_of_each(&days), [0, 1, 2, 3, 4, 5]);
    assert_eq!(Every::Week.last_of_each(&days), [2, 3, 5], "2026-01-05 is a Monday, 2026-03-31 a Tuesday");
    assert_eq!(Every::Month.last_of_each(&days), [0, 3, 4, 5]);
    assert_eq!(Every::Quarter.last_of_each(&days), [0, 4, 5]);
    let years = ["2024-01-31", "2025-01-31", "2026-01-30"].map(day);
    for every in [Every::Week, Every::Month, Every::Quarter] {
        assert_eq!(every.last_of_each(&years), [0, 1, 2], "{every:?}: one of each year");
    }
}

#[test]
fn of_days_out_of_order_the_last_of_the_history_counts() {
    let days = ["2026-01-31", "2026-02-10", "2026-01-05"].map(day);
    assert_eq!(Every::Month.last_of_each(&days), [1, 2]);
}

#[test]
fn what_moved_is_counted_since_the_point_before_whatever_lies_between() {
    let model = tiny();
    let trend = example(&model);
    let moved: Vec<_> = trend.points().map(|point| point.moved).collect();
    let of = |up, down| Some(DimensionMoves { up, down, changed: 0 });
    assert_eq!(moved, [None, of(1, 0), of(1, 1)]);
    assert_eq!(trend.gaps().count(), 1);
    assert_eq!(trend.metrics(), [Metric::LeadTime]);
    let course: Vec<_> = trend.course(0).map(|it| it.and_then(Standing::level).map(|level| level.0)).collect();
    assert_eq!(course, [Some(0), Some(0), None, Some(1)], "as low as the lowest");
}

#[test]
fn where_nothing_moved_that_is_known() {
    let model = tiny();
    let answers = read(&model, "greeting = 1\npaying = 1", "");
    let outcome = score(&model, &answers);
    let mut trend = Trend::new(View::new(&model, Node::Model(&model), model.storeys(), None));
    trend.add(stamp("2026-01-31", None), PointInput { outcome: &outcome, moved: None });
    trend.add(stamp("2026-02-28", None), PointInput { outcome: &outcome, moved: Some(&moves(&outcome, &outcome)) });
    let moved: Vec<_> = trend.points().map(|point| point.moved).collect();
    assert_eq!(moved, [None, Some(DimensionMoves::default())]);
}

#[test]
fn nodes_are_those_in_scope_at_any_point_down_to_a_storey() {
    let model = market();
    let mut trend = Trend::new(View::new(&model, Node::Model(&model), model.storeys(), None));
    let shown = |trend: &Trend<'_>, storeys| {
        let nodes = trend.places(storeys).into_iter().map(|place| trend.view.nodes()[place].id().as_str());
        nodes.map(str::to_owned).collect::<Vec<_>>()
    };
    let mut answers = assess::answers::empty(&model);
    trend.add(stamp("2026-01-01", None), PointInput { outcome: &score(&model, &answers), moved: None });
    assert_eq!(shown(&trend, 2), ["shop", "shop.counter"], "a whole of one area is that area");
    answers.assessment.scope = Some(vec![model.areas[0].id.clone()]);
    trend.add(stamp("2026-02-01", None), PointInput { outcome: &score(&model, &answers), moved: None });
    assert_eq!(shown(&trend, 1), ["market", "stall", "shop"]);
    assert_eq!(shown(&trend, 0), ["market"]);
}

/// A trend with the three areas of the model, of one point.
fn many_parts(model: &Model) -> Trend<'_> {
    let mut trend = Trend::new(View::new(model, Node::Model(model), model.sub_domain_storey(), None));
    let source =
        Source { name: "answers.toml".to_owned(), text: include_str!("../../examples/strong.toml").to_owned() };
    let answers = parse(&source, model).expect("the example is sound");
    let outcome = score(model, &answers);
    trend.add(stamp("2026-11-21", Some("aaaaaaaaaaaa")), PointInput { outcome: &outcome, moved: None });
    trend
}

#[test]
fn how_many_do_not_apply_gives_way_to_an_area() {
    let model = embedded::model();
    let mut trend = many_parts(model);
    let text = include_str!("../../examples/half-finished.toml").to_owned();
    let answers = parse(&Source { name: "answers.toml".to_owned(), text }, model).expect("the example is sound");
    let outcome = score(model, &answers);
    trend.add(stamp("2026-11-22", Some("bbbbbbbbbbbb")), PointInput { outcome: &outcome, moved: None });
    for (lang, area, left_out) in
        [(Lang::En, " operations ", "Left out for lack of room: N/A\n"), (Lang::Zh, " 技术运营", "")]
    {
        let shown = terminal::trend(&trend, &style(lang, 80, Drawing::Drawn));
        assert!(shown.contains(area) && shown.contains(left_out), "{shown}");
        assert!(shown.lines().all(|line| width(line) <= 80 || line.starts_with("  assess ")), "{shown}");
    }
    let shown = terminal::trend(&trend, &style(Lang::En, 100, Drawing::Drawn));
    assert!(shown.contains(" N/A ") && !shown.contains("Left out"), "{shown}");
}

#[test]
fn files_of_one_folder_are_told_apart_in_a_narrow_column() {
    let model = tiny();
    let mut trend = Trend::new(View::new(&model, Node::Model(&model), model.storeys(), None));
    let answers = read(&model, "greeting = 0", "");
    for (number, name) in ["2025", "2026"].iter().enumerate() {
        let path = format!("teams/of/the/shop/{name}/answers.toml");
        let stamp = Stamp { path, ..stamp(&format!("2026-01-0{}", number + 1), None) };
        trend.add(stamp, PointInput { outcome: &score(&model, &answers), moved: None });
    }
    let table = terminal::trend(&trend, &style(Lang::En, 80, Drawing::Drawn));
    assert!(table.contains("2025/answers.toml") && table.contains("2026/answers.toml"), "{table}");
}

#[test]
fn a_table_fits_in_both_languages_and_says_that_nothing_proves_a_cause() {
    let model = tiny();
    let trend = example(&model);
    for (lang, said) in
        [(Lang::En, "does not say that one led to the other"), (Lang::Zh, "并不说明两者之间存在因果关系")]
    {
        for (columns, drawing) in [
            (120, Drawing::Drawn),
            (80, Drawing::Drawn),
            (60, Drawing::Drawn),
            (40, Drawing::Drawn),
            (80, Drawing::Plain),
        ] {
            let shown = terminal::trend(&trend, &style(lang, columns, drawing));
            let is_copied = |line: &str| line.trim_start().starts_with("assess ");
            assert!(shown.lines().all(|line| width(line) <= columns || is_copied(line)), "{columns}: {shown}");
            let joined = shown.replace("\n  ", if lang == Lang::En { " " } else { "" });
            assert!(joined.contains(said), "{shown}");
            assert!(shown.contains("dddddddd"), "the gap is named: {shown}");
            assert!(shown.contains("assess diff git:bbbbbbbb:answers.toml git:cccccccc:answers.toml"), "{shown}");
        }
    }
    let many = many_parts(embedded::model());
    let shown = terminal::trend(&many, &style(Lang::En, 80, Drawing::Drawn));
    assert!(shown.contains(" Technical ") && shown.contains(" operations "), "four parts have room: {shown}");
    let shown = terminal::trend(&many, &style(Lang::En, 60, Drawing::Drawn));
    let left_out = "Left out for lack of room: Continuous delivery, Technical operations";
    assert!(shown.replace("\n  ", " ").contains(left_out), "{shown}");
    for (lang, moved) in [(Lang::En, "Moved: dimensions up (+), down (-)"), (Lang::Zh, "变化：上升（+）、下降（-）")]
    {
        let [drawn, plain] =
            [Drawing::Drawn, Drawing::Plain].map(|drawing| terminal::trend(&trend, &style(lang, 80, drawing)));
        assert!(drawn.contains(moved) && !plain.contains(moved), "{drawn}{plain}");
    }
    insta::assert_snapshot!("trend_en", terminal::trend(&trend, &style(Lang::En, 80, Drawing::Drawn)));
    insta::assert_snapshot!("trend_plain_zh", terminal::trend(&trend, &style(Lang::Zh, 80, Drawing::Plain)));
}

#[test]
fn the_page_has_steps_in_both_languages_and_says_that_nothing_proves_a_cause() {
    let model = tiny();
    let page = html::trend(&example(&model), html::Languages::Both { first: Lang::En });
    assert_eq!(
        page.matches("<svg class=\"steps\"").count(),
        2 * (1 + 1 + 1),
        "an area, a domain, and what was measured"
    );
    assert_eq!(page.matches("does not say that one led to the other").count(), 1);
    assert_eq!(page.matches("并不说明两者之间存在因果关系").count(), 1);
    assert!(page.contains("<title>2026-02-28 bbbbbbbb: 0 "), "resting on a point says what stood there");
    let caption = "<figcaption>Lead time for changes <span class=\"way\">2w → 36h</span></figcaption>";
    assert!(page.contains(caption), "from where to where is seen beside the name: {page}");
    assert!(
        page.contains("assess diff git:aaaaaaaa:answers.toml git:bbbbbbbb:answers.toml") && page.contains("dddddddd"),
        "{page}"
    );
    let ids: Vec<_> = page.split(" id=\"").skip(1).filter_map(|rest| rest.split('"').next()).collect();
    let distinct: std::collections::BTreeSet<_> = ids.iter().collect();
    assert_eq!(ids.len(), distinct.len(), "every id is there once");
}

#[test]
fn the_page_draws_no_level_where_nothing_is_answered() {
    let model = tiny();
    let page = |trend: &Trend<'_>| html::trend(trend, html::Languages::Both { first: Lang::En });
    assert!(page(&example(&model)).contains("class=\"shape earlier\""), "a level is drawn");
    let answers = assess::answers::empty(&model);
    let outcome = score(&model, &answers);
    let mut trend = Trend::new(View::new(&model, Node::Model(&model), 2, None));
    for day in ["2026-01-01", "2026-02-01"] {
        trend.add(stamp(day, None), PointInput { outcome: &outcome, moved: None });
    }
    assert!(!page(&trend).contains("class=\"shape earlier\""), "{}", page(&trend));
}

#[test]
fn programs_are_told_points_and_gaps() {
    let model = tiny();
    let told: Value = serde_json::from_str(&json::trend(&example(&model))).expect("it is JSON");
    assert_eq!(told["schema"], "assess.trend/v1");
    assert_eq!(told["points"].as_array().map(Vec::len), Some(3));
    assert_eq!(told["points"][0]["outcomes"], Value::Null);
    assert_eq!(told["points"][2]["outcomes"]["lead_time"]["amount"], 36.0);
    assert_eq!(told["points"][1]["moved"]["up"], 1);
    assert_eq!(told["gaps"][0]["revision"], "dddddddddddd");
    assert_eq!(told["points"][1]["nodes"][0]["id"], "tiny");
}

#[test]
fn wholes_of_other_areas_are_said_to_be_others() {
    let model = market();
    let mut answers = assess::answers::empty(&model);
    let view = || View::new(&model, Node::Model(&model), 1, None);
    let mut trend = Trend::new(view());
    trend.add(stamp("2026-01-01", None), PointInput { outcome: &score(&model, &answers), moved: None });
    assert!(!trend.changes_scope());
    answers.assessment.scope = Some(model.areas.iter().map(|area| area.id.clone()).collect());
    trend.add(stamp("2026-02-01", None), PointInput { outcome: &score(&model, &answers), moved: None });
    assert!(trend.changes_scope());
    let shown = terminal::trend(&trend, &style(Lang::En, 80, Drawing::Drawn));
    assert!(shown.contains("The areas that are assessed changed on the way"), "{shown}");
}

#[test]
fn what_is_written_is_what_the_schema_says() {
    let model = tiny();
    let schema = jsonschema::draft7::new(&json::rollup_schema()).expect("the schema is a schema");
    let trend = example(&model);
    let mut value: Value = serde_json::from_str(&json::trend(&trend)).expect("it is JSON");
    let findings: Vec<_> = schema.iter_errors(&value).map(|error| error.to_string()).collect();
    assert!(findings.is_empty(), "{findings:?}");
    value["points"][0]["more"] = 1.into();
    assert!(!schema.is_valid(&value), "it is closed");
    let answers = read(&model, "greeting = 1\npaying = { na = \"so\" }", "lead-time = \"2d\"");
    let outcome = score(&model, &answers);
    let rows = rows(&outcome, "answers.toml", Lang::En);
    let rows = rows.iter().map(|row| TrendRow { at: Some(day("2026-01-31")), revision: Some("aaaa"), row });
    for line in json::trend_rows(rows).lines() {
        assert!(schema.is_valid(&serde_json::from_str(line).expect("it is JSON")), "{line}");
    }
}

#[test]
fn a_trend_of_a_part_shows_that_part_and_what_is_right_below_it() {
    let model = tiny();
    let answers = read(&model, "greeting = 1\npaying = 1", "");
    for (id, names) in [
        ("shop.counter", &["Counter", "Selling"][..]),
        ("shop.counter.selling", &["Selling", "Greeting"]),
        ("shop.counter.selling.paying", &["Paying"]),
    ] {
        let view = View::new(&model, model.find(id).expect("it is there"), model.storeys(), None);
        let mut trend = Trend::new(view);
        trend.add(stamp("2026-01-31", None), PointInput { outcome: &score(&model, &answers), moved: None });
        let shown = terminal::trend(&trend, &style(Lang::En, 80, Drawing::Drawn));
        let page = html::trend(&trend, html::Languages::One(Lang::En));
        for name in names {
            assert!(shown.lines().any(|line| line.starts_with(name)), "a row of steps of {name}: {shown}");
            assert!(page.contains(&format!("<figcaption>{name} <span class=\"way\">")), "{name}");
        }
        let head = shown.lines().find(|line| line.starts_with("Day")).expect("it has heads");
        assert!(head.contains(names[0]), "its level has a column: {head}");
    }
}
