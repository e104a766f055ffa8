//! Every document that the program makes of an assessment, and what is true of its levels.

use assess::answers::{Answers, Date};
use assess::commands::Commands;
use assess::diff::{diff, moves};
use assess::highlights::highlights;
use assess::lang::{Lang, Text};
use assess::model::{Id, Model, Node};
use assess::plan::{PlanOptions, lead, plan};
use assess::policy::{Case, Evidence, Rules, Targets, judge};
use assess::report::Report;
use assess::report::html::{Languages, form as form_page, html, rollup as rollup_page, trend as trend_page};
use assess::report::rows::{TrendRow, rows};
use assess::report::xlsx::xlsx;
use assess::report::{
    Baseline, BaselineFile, Check, Colors, Comparison, Drawing, Form, ModelChange, Standing, Style, badge, ci, csv,
    json, markdown, terminal,
};

use assess::rollup::{Collection, Line, LineInput, Rollup, Statements, View};
use assess::scoring::{self, Outcome};
use assess::trend::{Gap, PointInput, Stamp, Trend};

use crate::held::{Kind, hold};

/// An assessment, and what it is held to and compared with.
#[derive(Clone, Copy, Debug)]
pub struct Subject<'a> {
    /// The model.
    pub model: &'a Model,
    /// The answers.
    pub answers: &'a Answers,
    /// Earlier answers.
    pub earlier: &'a Answers,
    /// The levels to hold.
    pub targets: &'a Targets,
    /// What else must be true.
    pub rules: &'a Rules,
    /// The day of judgement.
    pub day: Date,
    /// The name of the answers file.
    pub file: &'a str,
    /// How documents look.
    pub style: Style,
}

/// Which documents are made.
#[derive(Clone, Copy, Debug)]
pub enum Pick {
    /// All of them.
    All,
    /// One, by any number: for a model of which all would take too long.
    One(usize),
}

type Document<'a> = (Kind, Box<dyn Fn() -> String + 'a>);

/// Makes documents, and holds each to what its kind promises.
pub fn hold_documents(subject: &Subject<'_>, pick: Pick) {
    let outcome = scoring::score(subject.model, subject.answers);
    hold_levels(&outcome);
    let counted = subject.answers.clone().on(subject.day, subject.model);
    let on_day = scoring::score(subject.model, &counted);
    let before = scoring::score(subject.model, subject.earlier);
    let made = (documents(&outcome, subject), judged(&on_day, &before, subject), compared(&before, &outcome, subject));
    let made = made.0.into_iter().chain(made.1).chain(made.2).chain(of_many(&before, &outcome, subject));
    let made = made.chain(over_time(&before, &outcome, subject));
    let all: Vec<_> = made.collect();
    let wanted = match pick {
        Pick::All => &all[..],
        Pick::One(number) => &all[number % all.len()..][..1],
    };
    for (kind, make) in wanted {
        hold(*kind, subject.style.colors, &make());
    }
}

/// The levels stand in the order that the rules of scoring promise.
fn hold_levels(outcome: &Outcome<'_>) {
    let (floor, top) = (outcome.model.floor, outcome.model.top());
    for scored in outcome.overall.walk() {
        assert!(scored.answered + scored.not_applicable <= scored.total);
        assert!(scored.level.is_none_or(|level| (floor..=top).contains(&level)));
        assert!(scored.level.is_none_or(|level| scored.worst.is_some_and(|worst| worst <= level)));
        assert_eq!(scored.level.is_some(), scored.answered > 0);
        if let (Some(level), Some(score)) = (scored.level, &scored.score) {
            assert!(score.reaches(level) && score.hundredths() <= u128::from(top.0) * 100);
        }
    }
}

/// What `score`, `next`, `explain` and `report` write.
fn documents<'a>(outcome: &'a Outcome<'a>, subject: &'a Subject<'a>) -> Vec<Document<'a>> {
    let (style, model) = (&subject.style, subject.model);
    let plan = move || plan(outcome, PlanOptions::default());
    let node = outcome.overall.walk().last().map_or(Node::Model(model), |scored| scored.node);
    let result = move || outcome.overall.find(node.id().as_str());
    let with_file = move || result().map(|result| (result, &outcome.answers.file));
    vec![
        (Kind::Text, Box::new(move || standing(outcome, &|it| terminal::score(it, style)))),
        (Kind::Text, Box::new(move || standing(outcome, &|it| markdown::score(it, style)))),
        (Kind::Csv, Box::new(|| csv::rows(&rows(outcome, "answers.toml", style.lang)))),
        (Kind::Json, Box::new(|| json::result(outcome))),
        (Kind::Xml, Box::new(|| badge::badge(outcome, style))),
        (Kind::Json, Box::new(|| badge::shields(outcome, style))),
        (Kind::Text, Box::new(move || terminal::next(outcome, &plan(), style))),
        (Kind::Text, Box::new(move || markdown::next(outcome, &plan(), style))),
        (Kind::Csv, Box::new(move || csv::next(outcome, &plan(), style))),
        (Kind::Json, Box::new(move || json::plan(outcome, &plan()))),
        (Kind::Text, Box::new(move || terminal::explain(model, node, with_file(), &[], style))),
        (Kind::Text, Box::new(move || markdown::explain(model, node, with_file(), &[], style))),
        (Kind::Json, Box::new(move || json::explanation(model, node, result(), &[]))),
        (Kind::Html, Box::new(move || page(outcome, None, subject))),
        (Kind::Html, Box::new(move || questionnaire(subject))),
        (Kind::Text, Box::new(move || workbook(outcome, style.lang))),
        (Kind::Text, Box::new(|| terminal::model(subject.model, style))),
        (Kind::Text, Box::new(|| markdown::model(subject.model, style))),
        (Kind::Json, Box::new(|| json::model(subject.model))),
    ]
}

fn standing(outcome: &Outcome<'_>, write: &dyn Fn(&Standing<'_, '_>) -> String) -> String {
    let plan = &plan(outcome, PlanOptions::default());
    write(&Standing { outcome, plan, lead: lead(&outcome.overall, plan), depth: outcome.model.storeys() })
}

fn page(outcome: &Outcome<'_>, earlier: Option<Comparison<'_, '_>>, subject: &Subject<'_>) -> String {
    let plan = plan(outcome, PlanOptions::default());
    html(
        &Report {
            outcome,
            plan: &plan,
            highlights: &highlights(outcome),
            lead: &lead(&outcome.overall, &plan),
            targets: &[],
            earlier,
            trend: None,
        },
        Languages::One(subject.style.lang),
    )
}

fn questionnaire(subject: &Subject<'_>) -> String {
    let form = Form { model: subject.model, answers: subject.answers, part: Node::Model(subject.model) };
    form_page(&form, Languages::Both { first: subject.style.lang })
}

/// The workbook is no text: that it is made is all that is held.
fn workbook(outcome: &Outcome<'_>, lang: Lang) -> String {
    let bytes = xlsx(outcome, &plan(outcome, PlanOptions::default()), None, lang).expect("it fits into a sheet");
    assert!(bytes.starts_with(b"PK"));
    String::new()
}

/// What `check` writes.
fn judged<'a>(outcome: &'a Outcome<'a>, before: &'a Outcome<'a>, subject: &'a Subject<'a>) -> Vec<Document<'a>> {
    let style = &subject.style;
    let with = move |write: &dyn Fn(&Check<'_, '_>) -> String| {
        let since = diff(before, outcome);
        let may_drop: [Id; 0] = [];
        let verdict = judge(Case {
            outcome,
            written: subject.answers,
            targets: subject.targets,
            rules: subject.rules,
            day: subject.day,
            since: Some(&since),
            may_drop: &may_drop,
            evidence: &found,
        });
        let baseline = Some(Baseline { name: subject.file, file: &BaselineFile::Removed(subject.file.to_owned()) });
        write(&Check { outcome, verdict: &verdict, file: subject.file, baseline, commands: &Commands::default() })
    };
    vec![
        (Kind::Text, Box::new(move || with(&|it| terminal::check(it, style)))),
        (Kind::Text, Box::new(move || with(&|it| markdown::check(it, style)))),
        (Kind::Json, Box::new(move || with(&json::check))),
        (Kind::Xml, Box::new(move || with(&|it| ci::junit(it, style)))),
        (Kind::Json, Box::new(move || with(&|it| ci::sarif(it, style)))),
        (Kind::Json, Box::new(move || with(&|it| ci::gitlab(it, style)))),
        (Kind::Commands, Box::new(move || with(&|it| ci::github(it, style)))),
        (Kind::Text, Box::new(move || terminal::targets(outcome, subject.targets, subject.file, style))),
    ]
}

/// Whether evidence is there, as some file system might have it.
fn found(entry: &str) -> Evidence {
    match entry.len() % 4 {
        0 => Evidence::Link,
        1 => Evidence::Found,
        2 => Evidence::Missing,
        _ => Evidence::Outside,
    }
}

/// What `diff` and `report --compare` write, forwards and backwards.
fn compared<'a>(before: &'a Outcome<'a>, after: &'a Outcome<'a>, subject: &'a Subject<'a>) -> Vec<Document<'a>> {
    let style = &subject.style;
    let change = move || ModelChange {
        from: subject.file.to_owned(),
        to: subject.model.answers_version().to_string(),
        gone: vec![subject.file.to_owned()],
    };
    let with = move |old: &Outcome<'_>, new: &Outcome<'_>, write: &dyn Fn(&Comparison<'_, '_>) -> String| {
        write(&Comparison { old, new, diff: &diff(old, new), model: Some(&change()) })
    };
    vec![
        (Kind::Text, Box::new(move || with(before, after, &|it| terminal::diff(it, style)))),
        (Kind::Text, Box::new(move || with(after, before, &|it| markdown::diff(it, style)))),
        (Kind::Json, Box::new(move || with(before, after, &json::diff))),
        (Kind::Json, Box::new(move || with(after, before, &json::diff))),
        (Kind::Html, Box::new(move || with(before, after, &|it| page(after, Some(*it), subject)))),
    ]
}

/// What `rollup` writes of two teams, one of which was assessed before.
fn of_many<'a>(before: &'a Outcome<'a>, after: &'a Outcome<'a>, subject: &'a Subject<'a>) -> Vec<Document<'a>> {
    let style = &subject.style;
    let with = move |write: &dyn Fn(&Rollup<'_>) -> String| {
        let model = subject.model;
        let targets = Some(subject.targets.clone()).filter(|targets| !targets.0.is_empty());
        let view = View::new(model, Node::Model(model), model.storeys(), targets);
        let (statements, mut collection) = (Statements::of(model), Collection::default());
        let moved = diff(before, after);
        for (outcome, earlier) in [(before, None), (after, Some((before, &moved)))] {
            let input = LineInput { path: subject.file, outcome, earlier };
            collection.add(Line::new(input, &view, &statements));
        }
        write(&collection.finish(view, &statements, subject.day, Some(subject.file.to_owned())))
    };
    vec![
        (Kind::Text, Box::new(move || with(&|it| terminal::rollup(it, style)))),
        (Kind::Json, Box::new(move || with(&json::rollup))),
        (Kind::Text, Box::new(move || with(&|it| markdown::rollup(it, style)))),
        (Kind::Html, Box::new(move || with(&|it| rollup_page(it, &[], Languages::One(style.lang))))),
        (Kind::Csv, Box::new(move || csv::row_header() + &csv::more_rows(&rows(after, subject.file, style.lang)))),
    ]
}

/// What `trend` writes of two points, and of one that cannot be read.
fn over_time<'a>(before: &'a Outcome<'a>, after: &'a Outcome<'a>, subject: &'a Subject<'a>) -> Vec<Document<'a>> {
    let style = &subject.style;
    let stamp = |revision: Option<&str>| Stamp {
        at: Some(subject.day),
        revision: revision.map(str::to_owned),
        path: subject.file.to_owned(),
        word: None,
    };
    let with = move |write: &dyn Fn(&Trend<'_>) -> String| {
        let view = View::new(subject.model, Node::Model(subject.model), subject.model.storeys(), None);
        let mut trend = Trend::new(view);
        trend.add(stamp(Some("0123456789abcdef")), PointInput { outcome: before, moved: None });
        let message = Text::same(subject.file.to_owned());
        trend.leave_gap(Gap { stamp: stamp(None), message: message.clone(), help: Some(message) });
        trend.add(stamp(None), PointInput { outcome: after, moved: Some(&moves(before, after)) });
        write(&trend)
    };
    let csv = move || {
        let rows = rows(after, subject.file, style.lang);
        let rows = rows.iter().map(|row| TrendRow { at: Some(subject.day), revision: Some("0123"), row });
        csv::trend_row_header() + &csv::more_trend_rows(rows)
    };
    vec![
        (Kind::Text, Box::new(move || with(&|it| terminal::trend(it, style)))),
        (Kind::Text, Box::new(move || with(&|it| markdown::trend(it, style)))),
        (Kind::Html, Box::new(move || with(&|it| trend_page(it, Languages::Both { first: style.lang })))),
        (Kind::Json, Box::new(move || with(&json::trend))),
        (Kind::Csv, Box::new(csv)),
    ]
}

/// One of the ways in which documents can look.
#[must_use]
pub fn style(number: u8) -> Style {
    Style {
        lang: if number & 1 == 0 { Lang::En } else { Lang::Zh },
        width: [80, 40, 20, 120][usize::from(number >> 1 & 3)],
        colors: if number & 8 == 0 { Colors::Off } else { Colors::On },
        drawing: if number & 16 == 0 { Drawing::Drawn } else { Drawing::Plain },
    }
}
