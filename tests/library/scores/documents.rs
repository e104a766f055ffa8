//! Documents of a model without levels speak of none.

use std::io::Cursor;

use assess::answers::Answers;
use assess::commands::Commands;
use assess::diff::diff;
use assess::lang::Lang;
use assess::model::{Model, Node};
use assess::plan::{PlanOptions, lead, plan};
use assess::policy::{Case, Evidence, Rules, judge};
use assess::report::html::Languages;
use assess::report::rows::rows;
use assess::report::{
    Check, Colors, Comparison, Drawing, Standing, Style, badge, ci, csv, html, json, markdown, terminal, xlsx,
};
use assess::rollup::{Collection, Line, LineInput, Statements, View};
use assess::scoring::score;
use assess::trend::{PointInput, Stamp, Trend};
use calamine::{Reader as _, Xlsx};

use super::{answers, percent, target};
use crate::outline::words;

use crate::support::report_page;

const STYLE: Style = Style { lang: Lang::En, width: 80, colors: Colors::Off, drawing: Drawing::Drawn };

/// Every document of an assessment, and of what moved since another.
fn documents(model: &Model, before: &Answers, now: &Answers, lang: Lang) -> Vec<(&'static str, String)> {
    let (old, new) = (score(model, before), score(model, now));
    let moved = diff(&old, &new);
    let comparison = Comparison { old: &old, new: &new, diff: &moved, model: None };
    let targets = target(model, "90");
    let rules = Rules { allow_na: false, ..Rules::default() };
    let verdict = judge(Case {
        outcome: &new,
        written: now,
        targets: &targets,
        rules: &rules,
        day: "2026-11-21".parse().expect("it is a day"),
        since: Some(&moved),
        may_drop: &[],
        evidence: &|_| Evidence::Missing,
    });
    let check = &Check {
        outcome: &new,
        verdict: &verdict,
        file: "answers.toml",
        baseline: None,
        commands: &Commands::default(),
    };
    let planned = plan(&new, PlanOptions::default());
    let first = lead(&new.overall, &planned);
    let standing = &Standing { outcome: &new, plan: &planned, lead: first, depth: model.storeys() };
    let (plain, narrow) = (Style { lang, drawing: Drawing::Plain, ..STYLE }, Style { lang, width: 45, ..STYLE });
    let style = &Style { lang, ..STYLE };
    let dimension = model.dimensions().next().expect("it has dimensions");
    let node = model.find(dimension.id.as_str()).expect("it is there");
    let area = Node::Group(&model.areas[0]);
    let result = |node: Node<'_>| new.overall.find(node.id().as_str()).map(|result| (result, &new.answers.file));
    let page = report_page(&new, &verdict.judged, Some(comparison), Languages::One(lang));
    vec![
        ("score", terminal::score(standing, style)),
        ("score in lines", terminal::score(standing, &plain)),
        ("score on a narrow terminal", terminal::score(standing, &narrow)),
        ("summary", terminal::summary(&new, style)),
        ("so far", terminal::levels_so_far(&new, None, style, 40)),
        ("next", terminal::next(&new, &planned, style)),
        ("check", terminal::check(check, style)),
        ("targets", terminal::targets(&new, &targets, "assess.toml", style)),
        ("diff", terminal::diff(&comparison, style)),
        ("explain a dimension", terminal::explain(model, node, result(node), &[], style)),
        ("explain an area", terminal::explain(model, area, result(area), &[], style)),
        ("markdown score", markdown::score(standing, style)),
        ("markdown next", markdown::next(&new, &planned, style)),
        ("markdown check", markdown::check(check, style)),
        ("markdown diff", markdown::diff(&comparison, style)),
        ("markdown model", markdown::model(model, style)),
        ("csv next", csv::next(&new, &planned, style)),
        ("csv rows", csv::rows(&rows(&new, "answers.toml", lang))),
        ("badge", badge::badge(&new, style)),
        ("shields", badge::shields(&new, style)),
        ("junit", ci::junit(check, style)),
        ("sarif", ci::sarif(check, style)),
        ("github", ci::github(check, style)),
        ("gitlab", ci::gitlab(check, style)),
        ("json score", json::result(&new)),
        ("json check", json::check(check)),
        ("json next", json::plan(&new, &planned)),
        ("json diff", json::diff(&comparison)),
        ("html", words(body(&page))),
        ("xlsx", workbook(&xlsx::xlsx(&new, &planned, Some(&comparison), lang).expect("it fits"))),
    ]
}

/// The same of the two as teams, each compared with the other, and as points in time.
fn documents_of_many(model: &Model, before: &Answers, now: &Answers, lang: Lang) -> Vec<(&'static str, String)> {
    let (old, new) = (score(model, before), score(model, now));
    let (up, down) = (diff(&old, &new), diff(&new, &old));
    let day = "2026-11-21".parse().expect("it is a day");
    let (plain, style) = (Style { lang, drawing: Drawing::Plain, ..STYLE }, Style { lang, ..STYLE });
    let mut all = Vec::new();
    for targets in [None, Some(target(model, "90"))] {
        let view = View::new(model, Node::Model(model), model.storeys(), targets);
        let (statements, mut collection) = (Statements::of(model), Collection::default());
        for (outcome, earlier) in [(&new, (&old, &up)), (&old, (&new, &down))] {
            let input = LineInput { path: "a.toml", outcome, earlier: Some(earlier) };
            collection.add(Line::new(input, &view, &statements));
        }
        let rollup = collection.finish(view, &statements, day, Some("git:v1".to_owned()));
        let page = html::rollup(&rollup, &[], Languages::One(lang));
        all.extend([
            ("rollup", terminal::rollup(&rollup, &style)),
            ("rollup in lines", terminal::rollup(&rollup, &plain)),
            ("markdown rollup", markdown::rollup(&rollup, &style)),
            ("json rollup", json::rollup(&rollup)),
            ("html rollup", words(body(&page))),
            ("xlsx rollup", workbook(&xlsx::rollup(&rollup, lang).expect("it fits"))),
        ]);
    }
    let mut trend = Trend::new(View::new(model, Node::Model(model), model.storeys(), None));
    for (outcome, moved) in [(&old, None), (&new, Some(&up.dimensions[..]))] {
        let stamp = Stamp { at: Some(day), revision: None, path: "a.toml".to_owned(), word: None };
        trend.add(stamp, PointInput { outcome, moved });
    }
    let page = html::trend(&trend, Languages::One(lang));
    all.extend([
        ("trend", terminal::trend(&trend, &style)),
        ("trend in lines", terminal::trend(&trend, &plain)),
        ("markdown trend", markdown::trend(&trend, &style)),
        ("json trend", json::trend(&trend)),
        ("html trend", words(body(&page))),
    ]);
    all
}

fn body(page: &str) -> &str {
    let body = page.split_once("<body>").map(|(_, body)| body.split("<script").next().unwrap_or_default());
    body.expect("it has a body")
}

fn workbook(bytes: &[u8]) -> String {
    let mut workbook = Xlsx::new(Cursor::new(bytes)).expect("it is a workbook");
    let sheets = workbook.worksheets().into_iter();
    let cells = sheets.flat_map(|(name, range)| {
        let cells: Vec<_> = range.rows().flatten().map(ToString::to_string).collect();
        [name].into_iter().chain(cells)
    });
    cells.map(|cell| cell + "\n").collect()
}

#[test]
fn no_document_of_a_model_without_levels_speaks_of_levels() {
    /// Keys that every JSON and CSV has, and what other programs call a severity.
    const KEYS: [&str; 15] = [
        "\"levels\": []",
        "\"level\": null",
        "\"level\":null",
        "\"grade\": null",
        "\"grade\":null",
        "\"level\": \"error\"",
        "\"level\": \"warning\"",
        "\"level\": \"note\"",
        "\"level\":\"error\"",
        "\"levels\": [",
        "\"level\": 0",
        "\"level\": 1",
        "\"level\":0",
        "\"level\":1",
        ",level,",
    ];
    let model = percent();
    let before = answers(&model, "one = { met = [\"1.1\"] }\ntwo = \"all\"");
    for lines in [
        "one = { degrees = { \"1.1\" = \"half\" }, note = \"so\" }\ntwo = \"none\"",
        "one = { met = [\"1.2\"], except = { \"1.1\" = \"so\" } }",
        "one = \"all\"\ntwo = { na = \"so\" }",
        "one = \"all\"\ntwo = \"all\"",
        "",
    ] {
        let now = answers(&model, lines);
        for lang in [Lang::En, Lang::Zh] {
            let many = documents_of_many(&model, &before, &now, lang);
            for (name, document) in documents(&model, &before, &now, lang).into_iter().chain(many) {
                let text = KEYS.iter().fold(document.clone(), |text, key| text.replace(key, ""));
                let lower = text.to_lowercase();
                let found =
                    ["level", "grade", "weakest", "range", "at worst"].into_iter().find(|word| lower.contains(word));
                assert_eq!(found, None, "{name} of {lines:?}:\n{document}");
                let found = ["级", "等级", "受限", "区间", "最坏"].into_iter().find(|word| text.contains(word));
                assert_eq!(found, None, "{name} of {lines:?}:\n{document}");
            }
        }
    }
}

#[test]
fn documents_of_a_model_without_levels() {
    let model = percent();
    let before = answers(&model, "one = { met = [\"1.1\"] }\ntwo = \"all\"");
    let now = answers(&model, "one = { met = [\"1.2\"], degrees = { \"1.1\" = \"half\" }, note = \"so\" }");
    for (lang, shown) in [(Lang::En, 17), (Lang::Zh, 13)] {
        let documents = documents(&model, &before, &now, lang);
        let text: String = documents.iter().take(shown).map(|(name, text)| format!("== {name}\n{text}\n")).collect();
        insta::assert_snapshot!(format!("documents_{}", lang.tag()), text);
    }
    let json = documents(&model, &before, &now, Lang::En).into_iter().find(|(name, _)| *name == "json score");
    insta::assert_snapshot!("result_json", json.expect("it is there").1);
}
