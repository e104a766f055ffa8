//! Many teams: what is counted where, which wholes are compared, and what is a lever for whom.

mod documents;
mod levers;
mod order;

use std::collections::BTreeMap;

use assess::answers::{self, Answer, Answers, Claim, Date, Metric, parse};
use assess::diff::diff;
use assess::embedded;
use assess::lang::Lang;
use assess::model::{Level, Model, Node};
use assess::plan::{PlanOptions, goals};
use assess::policy::{Origin, Target, Targets};
use assess::report::rows::rows;
use assess::report::{Colors, Drawing, Style, json, terminal, xlsx};
use assess::rollup::{Collection, Counted, Line, LineInput, Rollup, Statements, View};
use assess::scoring::{State, score};
use assess::text::width;
use proptest::prelude::*;

use crate::support::{assessments, market, tiny, tiny_answers};

pub fn read(model: &Model, lines: &str) -> Answers {
    parse(&tiny_answers(lines), model).unwrap_or_else(|problems| panic!("{problems}"))
}

pub fn rollup<'m>(model: &'m Model, teams: &[Answers], targets: Option<Targets>) -> Rollup<'m> {
    rollup_of(View::new(model, Node::Model(model), model.storeys(), targets), teams)
}

/// The same over what a view shows.
pub fn rollup_of<'m>(view: View<'m>, teams: &[Answers]) -> Rollup<'m> {
    let (statements, mut collection) = (Statements::of(view.model), Collection::default());
    for (number, answers) in teams.iter().enumerate() {
        let outcome = score(view.model, answers);
        let path = format!("{number}.toml");
        collection.add(Line::new(LineInput { path: &path, outcome: &outcome, earlier: None }, &view, &statements));
    }
    collection.finish(view, &statements, day(), None)
}

/// The day on which all of them are counted.
fn day() -> Date {
    "2026-11-21".parse().expect("it is a day")
}

/// Teams with a text for everything that people write.
fn of_text(model: &Model, text: &str) -> Vec<Answers> {
    let mut answers = read(model, "greeting = \"2-\"\npaying = 0");
    let about = &mut answers.assessment;
    (about.team, about.system, about.owner) = (Some(text.into()), Some(text.into()), Some(text.into()));
    vec![answers; 3]
}

#[test]
fn levels_are_counted_where_they_are_certain() {
    let model = tiny();
    let teams = ["greeting = 2\npaying = 1", "greeting = 1\npaying = 1", "paying = 0", "greeting = 2", ""];
    let teams = teams.map(|lines| read(&model, lines));
    let targets = Targets(vec![Target { id: None, value: Level(1).into(), origin: Origin::Flag }]);
    let rollup = rollup(&model, &teams, Some(targets));
    let whole = &rollup.distributions[0];
    assert_eq!(whole.levels, [(Level(0), 1), (Level(1), 1), (Level(2), 1)]);
    assert_eq!((whole.teams, whole.unknown, whole.not_applicable), (5, 2, 0));
    assert_eq!((whole.median, whole.lowest), (Some(Level(1)), Some(Level(0))));
    assert_eq!((whole.below, whole.undecided), (Some(1), Some(2)));
    let holding: Vec<_> = rollup.holding.iter().map(|it| (it.teams, it.alone)).collect();
    assert_eq!(holding, [(2, 2)], "those at 0 and 1; nothing holds what is at the top, or unanswered");
}

#[test]
fn wholes_are_compared_among_equal_scopes_only() {
    let model = market();
    let of = |scope: Option<&[usize]>, team: &str| {
        let mut answers = answers::empty(&model);
        answers.assessment.scope = scope.map(|places| places.iter().map(|at| model.areas[*at].id.clone()).collect());
        answers.assessment.team = Some(team.to_owned());
        answers
    };
    let optional = model.areas.iter().position(|area| area.optional).expect("the fixture has one");
    let other = (optional + 1) % model.areas.len();
    let teams = [of(Some(&[optional]), "a"), of(None, "b"), of(None, "c"), of(Some(&[other]), "b")];
    let rollup = rollup(&model, &teams, None);
    let wholes: Vec<_> = rollup.distributions.iter().filter(|it| it.scope.is_some()).map(|it| it.teams).collect();
    assert_eq!(wholes.iter().sum::<usize>(), 4);
    assert_eq!(wholes.len(), rollup.peers.len());
    assert!(wholes.is_sorted_by(|one, other| one >= other), "{wholes:?}");
    let area = rollup.distributions.iter().find(|it| it.node.id() == &model.areas[optional].id).expect("it is shown");
    assert_eq!(area.teams, 1, "out of scope is not unanswered");
    assert_eq!(rollup.optional, [(&model.areas[optional].id, 1)]);
    assert_eq!(rollup.repeated, [("b".to_owned(), 2)]);
}

#[test]
fn parts_are_compared_whatever_else_is_assessed() {
    let model = embedded::model();
    let teams = [&["delivery"][..], &["agile", "delivery", "organization"]].map(|scope| {
        let areas = model.areas.iter().filter(|area| scope.contains(&area.id.as_str()));
        let mut answers = answers::empty(model);
        answers.assessment.scope = Some(areas.map(|area| area.id.clone()).collect());
        answers
    });
    for part in ["delivery", "delivery.testing.automation"] {
        let view = View::new(model, model.find(part).expect("it is there"), model.storeys(), None);
        let rollup = rollup_of(view, &teams);
        assert_eq!((rollup.lines.len(), rollup.peers.len(), rollup.optional.len()), (2, 1, 0), "{part}");
        let style = Style { lang: Lang::En, width: 80, colors: Colors::Off, drawing: Drawing::Drawn };
        let told = terminal::rollup(&rollup, &style);
        assert!(!told.contains("different areas") && !told.contains("Optional"), "{told}");
    }
}

#[test]
fn wholes_are_called_by_what_they_have_or_lack() {
    let model = embedded::model();
    let scopes: [&[&str]; 6] = [
        &["agile", "delivery", "operations"],
        &["agile", "delivery", "operations", "architecture"],
        &["agile", "delivery"],
        &["delivery"],
        &["architecture"],
        &["delivery", "operations", "organization"],
    ];
    let teams = scopes.map(|scope| {
        let mut answers = answers::empty(model);
        answers.assessment.scope = Some(
            scope
                .iter()
                .map(|id| model.areas.iter().find(|area| area.id.as_str() == *id).expect("it is there").id.clone())
                .collect(),
        );
        answers
    });
    let rollup = rollup(model, &teams, None);
    let style = |lang| Style { lang, width: 120, colors: Colors::Off, drawing: Drawing::Drawn };
    let of = |lang| terminal::rollup(&rollup, &style(lang));
    for (lang, names) in [
        (
            Lang::En,
            [
                "Overall: all areas but optional ones  ",
                "Overall with Application architecture  ",
                "Overall without Technical operations  ",
                "Overall: Continuous delivery  ",
                "Overall: Application architecture  ",
                "Overall: Continuous delivery, Technical operations, Organization  ",
            ],
        ),
        (
            Lang::Zh,
            [
                "总体：可选以外的所有领域  ",
                "总体（含应用架构）  ",
                "总体（不含技术运营）  ",
                "总体：持续交付  ",
                "总体：应用架构  ",
                "总体：持续交付、技术运营、组织结构  ",
            ],
        ),
    ] {
        let text = of(lang);
        for name in names {
            assert!(text.lines().any(|line| line.starts_with(name)), "{name}: {text}");
        }
    }
}

#[test]
fn teams_are_compared_with_what_they_were() {
    let model = tiny();
    let (old, new) = (read(&model, "greeting = 1\npaying = 1"), read(&model, "greeting = 2\npaying = 1"));
    let (before, after) = (score(&model, &old), score(&model, &new));
    let view = View::new(&model, Node::Model(&model), model.sub_domain_storey(), None);
    let (statements, mut collection) = (Statements::of(&model), Collection::default());
    let mut add = |before, outcome| {
        let moved = before;
        let input = LineInput { path: "a.toml", outcome, earlier: moved };
        collection.add(Line::new(input, &view, &statements));
    };
    let (up, down, same) = (diff(&before, &after), diff(&after, &before), diff(&after, &after));
    add(Some((&before, &up)), &after);
    add(Some((&after, &down)), &before);
    add(Some((&after, &same)), &after);
    add(None, &after);
    let rollup = collection.finish(view.clone(), &statements, day(), Some("git:v1".into()));
    for it in &rollup.distributions {
        let moved = it.moved.expect("it is compared");
        assert_eq!((moved.up, moved.down, moved.changed, moved.same, moved.new), (1, 1, 0, 1, 1), "{}", it.node.id());
    }
}

#[test]
fn what_was_measured_before_alone_is_shown_too() {
    let model = tiny();
    let (mut old, new) = (read(&model, "paying = 1"), read(&model, "paying = 1"));
    let days = Metric::LeadTime.read("2d").expect("it is a time");
    old.outcomes.insert(Metric::LeadTime, days);
    let (before, after) = (score(&model, &old), score(&model, &new));
    let view = View::new(&model, Node::Model(&model), model.storeys(), None);
    let (statements, mut collection) = (Statements::of(&model), Collection::default());
    let moved = diff(&before, &after);
    let input = LineInput { path: "a.toml", outcome: &after, earlier: Some((&before, &moved)) };
    collection.add(Line::new(input, &view, &statements));
    let rollup = collection.finish(view, &statements, day(), Some("git:v1".to_owned()));
    assert_eq!((rollup.metrics(), rollup.measuring().count()), (vec![Metric::LeadTime], 1));
}

#[test]
fn what_programs_read_is_what_the_schema_says() {
    let model = tiny();
    let teams = of_text(&model, "a");
    let schema = jsonschema::draft7::new(&json::rollup_schema()).expect("the schema is a schema");
    let outcome = score(&model, &teams[0]);
    let lines = json::rows(&rows(&outcome, "a.toml", Lang::En));
    let documents = lines.lines().map(str::to_owned).chain([json::rollup(&rollup(&model, &teams, None))]);
    for text in documents {
        let mut value = serde_json::from_str::<serde_json::Value>(&text).expect("it is JSON");
        let findings: Vec<_> = schema.iter_errors(&value).map(|error| error.to_string()).collect();
        assert!(findings.is_empty(), "{findings:?}");
        value["more"] = 1.into();
        assert!(!schema.is_valid(&value), "it is closed");
    }
}

#[test]
fn ages_are_counted_in_bands_up_to_their_last_day() {
    let model = tiny();
    let mut teams: Vec<_> = [0, 90, 91, 180, 181, 365, 366, 5000]
        .map(|days| {
            let mut answers = answers::empty(&model);
            answers.assessment.date = Some(day().days_before(days));
            answers
        })
        .into();
    teams.push(answers::empty(&model));
    let all = rollup(&model, &teams, None);
    let bands =
        |rollup: &Rollup<'_>| rollup.ages.iter().map(|band| (band.from, band.to, band.teams)).collect::<Vec<_>>();
    let expected = [
        (Some(0), Some(90), 2),
        (Some(91), Some(180), 2),
        (Some(181), Some(365), 2),
        (Some(366), None, 2),
        (None, None, 1),
    ];
    assert_eq!(bands(&all), expected);
    let dated = rollup(&model, &teams[..8], None);
    assert_eq!(bands(&dated), expected[..4], "no band of those without a date, where all have one");
}

fn many() -> impl Strategy<Value = (Model, Vec<Answers>)> {
    assessments().prop_flat_map(|(model, answers)| {
        let level = model.floor.0..=model.top().0;
        let claims = prop::collection::vec(prop::collection::btree_map(0..40_usize, level, 0..40), 0..6);
        (Just(model), Just(answers), claims).prop_map(|(model, first, claims)| {
            let ids: Vec<_> = model.dimensions().map(|dimension| dimension.id.clone()).collect();
            let team = |levels: BTreeMap<usize, u8>| {
                let mut answers = answers::empty(&model);
                let given = levels.into_iter().filter_map(|(at, level)| Some((ids.get(at)?.clone(), level)));
                let answer = |level| Answer::of(Claim::at(Level(level)));
                answers.given = given.map(|(id, level)| (id, answer(level))).collect();
                answers
            };
            let teams = std::iter::once(first).chain(claims.into_iter().map(team)).collect();
            (model, teams)
        })
    })
}

proptest! {
    /// Every team stands somewhere, and the levers are what plans ask for, team by team.
    #[test]
    fn everything_is_counted_once((model, teams) in many()) {
        let rollup = rollup(&model, &teams, None);
        for it in &rollup.distributions {
            let counted: usize = it.levels.iter().map(|(_, teams)| teams).sum();
            prop_assert_eq!(counted + it.unknown + it.not_applicable, it.teams);
            prop_assert_eq!(it.lowest.is_some(), counted > 0);
            prop_assert!(it.lowest <= it.median);
        }
        let mut needed = 0;
        for answers in &teams {
            let outcome = score(&model, answers);
            for goal in goals(&outcome, PlanOptions::default()) {
                let own = outcome.overall.find(goal.sub_domain.id.as_str()).expect("it has a goal");
                if own.state == State::Complete || own.is_certain() {
                    needed += goal.requirements.len();
                }
            }
        }
        let levers: usize = rollup.levers.iter().map(|lever| lever.teams + lever.perhaps).sum();
        prop_assert!(levers <= needed, "a statement needed at several places counts once");
        prop_assert_eq!(levers == 0, needed == 0);
        for lever in &rollup.levers {
            prop_assert!(lever.alone <= lever.teams && lever.teams + lever.perhaps <= teams.len());
        }
        let places: usize = rollup.peers.iter().map(|group| group.lines.len()).sum();
        prop_assert_eq!(places, teams.len());
    }

    #[test]
    fn no_line_is_wider_than_the_terminal((model, teams) in many(), columns in 60_usize..130) {
        let rollup = rollup(&model, &teams, None);
        for lang in [Lang::En, Lang::Zh] {
            let text = terminal::rollup(&rollup, &Style { lang, width: columns, colors: Colors::Off, drawing: Drawing::Drawn });
            let wide: Vec<_> = text.lines().filter(|line| width(line) > columns).collect();
            prop_assert!(wide.is_empty(), "{columns}: {wide:?}");
        }
        let is_json = serde_json::from_str::<serde_json::Value>(&json::rollup(&rollup)).is_ok();
        prop_assert!(is_json && xlsx::rollup(&rollup, Lang::Zh).is_ok());
    }
}

#[test]
fn a_team_without_the_part_that_is_looked_at_is_not_counted() {
    let model = market();
    let area = model.areas.iter().position(|area| area.optional).expect("it has one");
    let node = model.find(model.areas[area].id.as_str()).expect("it is there");
    let view = View::new(&model, node, model.sub_domain_storey(), None);
    let (statements, mut collection) = (Statements::of(&model), Collection::default());
    let mut answers = answers::empty(&model);
    let mut add = |answers: &Answers, path| {
        let outcome = score(&model, answers);
        collection.add(Line::new(LineInput { path, outcome: &outcome, earlier: None }, &view, &statements))
    };
    assert_eq!(add(&answers, "out.toml"), Counted::Out);
    answers.assessment.scope = Some(model.areas.iter().map(|area| area.id.clone()).collect());
    assert_eq!(add(&answers, "in.toml"), Counted::In);
    let rollup = collection.finish(view, &statements, day(), None);
    assert_eq!((rollup.lines.len(), rollup.outside), (1, 1));
    let style = Style { lang: Lang::En, width: 80, colors: Colors::Off, drawing: Drawing::Drawn };
    let table = terminal::rollup(&rollup, &style);
    assert!(table.starts_with("1 team · ") && table.contains("1 team does not assess it"), "{table}");
}
