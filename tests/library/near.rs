//! Two scores side by side, which differ by less than the digits that are shown: every document tells them apart.

use std::io::Cursor;

use assess::answers::{self, Answer, Answers, Claim};
use assess::diff::{Direction, diff};
use assess::embedded;
use assess::lang::Lang;
use assess::model::{ClauseId, Level, Model, Node};
use assess::plan::{PlanOptions, plan};
use assess::report::html::{self, Languages};
use assess::report::{Colors, Comparison, Drawing, Style, markdown, terminal, xlsx};
use assess::rollup::{Collection, Line, LineInput, Statements, View};
use assess::scoring::{Outcome, score};
use assess::trend::{PointInput, Stamp, Trend};
use calamine::{Reader as _, Xlsx};

use crate::support::report_page;

const STYLE: Style = Style { lang: Lang::En, width: 200, colors: Colors::Off, drawing: Drawing::Drawn };
const PLAIN: Style = Style { drawing: Drawing::Plain, ..STYLE };

/// Everything at level 2, and so many clauses of the next one of a single dimension.
fn with_clauses(model: &Model, count: u8) -> Answers {
    let mut answers = answers::empty(model);
    answers.assessment.date = "2026-11-21".parse().ok();
    let met = (1..=count).map(|number| ClauseId { level: Level(3), number }).collect();
    let given = model.dimensions().map(|it| (it.id.clone(), Answer::of(Claim::at(Level(2)))));
    answers.given = given.collect();
    let id = model.find("delivery.configuration.version-control.branching").expect("it is there").id().clone();
    answers.given.insert(id, Answer::of(Claim::Level { level: Level(2), met }));
    answers
}

/// What the whole scored before and now, as it has to be shown: alike in two digits, and not in the next one.
fn told_apart(old: &Outcome<'_>, new: &Outcome<'_>) -> [String; 2] {
    let [old, new] = [old, new].map(|outcome| outcome.overall.score.as_ref().expect("it has a score"));
    assert_eq!(old.to_string(), new.to_string(), "the case is what it is about");
    let told = [old.with_digits(3), new.with_digits(3)];
    assert_ne!(told[0], told[1]);
    told
}

fn documents(old: &Outcome<'_>, new: &Outcome<'_>) -> Vec<(&'static str, String)> {
    let moved = diff(old, new);
    let comparison = Comparison { old, new, diff: &moved, model: None };
    assert_eq!(moved.nodes[0].direction, Direction::Up);
    let plan = plan(new, PlanOptions::default());
    let mut trend = Trend::new(View::new(new.model, Node::Model(new.model), new.model.storeys(), None));
    for (outcome, moved) in [(old, None), (new, Some(&moved.dimensions[..]))] {
        let stamp = Stamp { at: None, revision: None, path: "a.toml".to_owned(), word: None };
        trend.add(stamp, PointInput { outcome, moved });
    }
    let (view, statements) =
        (View::new(new.model, Node::Model(new.model), new.model.storeys(), None), Statements::of(new.model));
    let mut collection = Collection::default();
    collection.add(Line::new(LineInput { path: "a", outcome: new, earlier: Some((old, &moved)) }, &view, &statements));
    let day = "2026-11-21".parse().expect("it is a day");
    let rollup = collection.finish(view, &statements, day, Some("git:v1".to_owned()));
    vec![
        ("diff", terminal::diff(&comparison, &STYLE)),
        ("diff in lines", terminal::diff(&comparison, &PLAIN)),
        ("markdown diff", markdown::diff(&comparison, &STYLE)),
        ("html report", report_page(new, &[], Some(comparison), Languages::One(Lang::En))),
        ("trend", terminal::trend(&trend, &STYLE)),
        ("trend in lines", terminal::trend(&trend, &PLAIN)),
        ("markdown trend", markdown::trend(&trend, &STYLE)),
        ("html trend", html::trend(&trend, Languages::One(Lang::En))),
        ("html rollup", html::rollup(&rollup, &[], Languages::One(Lang::En))),
        ("xlsx diff", numbers(&xlsx::xlsx(new, &plan, Some(&comparison), Lang::En).expect("it fits"))),
    ]
}

/// The cells of a workbook, one a line.
fn numbers(bytes: &[u8]) -> String {
    let mut workbook = Xlsx::new(Cursor::new(bytes)).expect("it is a workbook");
    let cells = workbook
        .worksheets()
        .into_iter()
        .flat_map(|(_, range)| range.rows().flatten().map(ToString::to_string).collect::<Vec<_>>());
    cells.collect::<Vec<_>>().join("\n")
}

#[test]
fn scores_that_look_alike_are_shown_with_the_digits_that_differ() {
    let model = embedded::model();
    let [before, now] = [1, 2].map(|count| with_clauses(model, count));
    let (old, new) = (score(model, &before), score(model, &now));
    for (name, document) in documents(&old, &new) {
        for told in told_apart(&old, &new) {
            assert!(document.contains(&told), "{name} has no {told}:\n{document}");
        }
    }
}

#[test]
fn scores_that_look_different_are_shown_as_ever() {
    let model = embedded::model();
    let before = with_clauses(model, 1);
    let mut now = before.clone();
    now.given.values_mut().for_each(|answer| *answer = Answer::of(Claim::at(Level(3))));
    let (old, new) = (score(model, &before), score(model, &now));
    let three = old.overall.score.as_ref().expect("it has a score").with_digits(3);
    for (name, document) in documents(&old, &new) {
        assert!(!document.contains(&three), "{name} has {three}:\n{document}");
    }
}
