//! What several suites share: the fixture model, and models and answers made at random.

use std::fs;
use std::path::Path;

use assess::answers::{self, Answer, Answers, Claim, Clauses, Exception};
use assess::highlights::highlights;
use assess::lang::Text;
use assess::model::counting::Scoring;
use assess::model::source::{self, Loaded};
use assess::model::{
    Cell, Cells, Clause, Dimension, Group, Id, Kind, Level, List, Model, NodeKind, Provenance, Sentence, Texts,
};
use assess::plan::{PlanOptions, lead, plan};
use assess::policy::Judged;
use assess::problem::Source;
use assess::report::html::{Languages, html};
use assess::report::{Comparison, Report};
use assess::scoring::Outcome;
use proptest::prelude::*;

/// Reads the model in a folder of `tests/models`.
pub fn load(folder: &str) -> Loaded {
    load_files(read_files(folder))
}

/// The files of a model, to be changed before they are loaded.
pub fn read_files(folder: &str) -> Vec<Source> {
    let mut files = Vec::new();
    collect(Path::new(folder), "", &mut files);
    files
}

/// Reads a model from these files.
pub fn load_files(files: Vec<Source>) -> Loaded {
    source::load(files)
}

fn collect(folder: &Path, prefix: &str, files: &mut Vec<Source>) {
    for entry in fs::read_dir(folder).expect("the folder is there") {
        let path = entry.expect("it can be listed").path();
        let name = format!("{prefix}{}", path.file_name().expect("it has a name").to_string_lossy());
        if path.is_dir() {
            collect(&path, &format!("{name}/"), files);
        } else {
            files.push(Source { name, text: fs::read_to_string(&path).expect("it is text") });
        }
    }
}

/// The model that mechanism is tested on: floor 0, top 2, one sub-domain with two dimensions.
pub fn tiny() -> Model {
    load("tests/models/tiny").model.expect("the fixture is sound")
}

/// A model with an optional area before one that is not, and a telling dimension in each sub-domain.
pub fn market() -> Model {
    load("tests/models/market").model.expect("the fixture is sound")
}

/// A model whose clauses say more than their text, and that defines terms.
pub fn bakery() -> Model {
    load("tests/models/bakery").model.expect("the fixture is sound")
}

/// An answers file to the tiny model with these lines as its answers.
pub fn tiny_answers(lines: &str) -> Source {
    let text = format!(
        "schema = 1\n\n[assessment]\nmodel = \"tiny\"\nmodel-version = \"2\"\n\n[answers.shop.counter.selling]\n{lines}\n"
    );
    Source { name: "answers.toml".to_owned(), text }
}

/// An answers file to the market with these lines in its head, and these tables.
pub fn market_answers(head: &str, tables: &str) -> Source {
    let about = "[assessment]\nmodel = \"market\"\nmodel-version = \"1.2\"";
    Source { name: "answers.toml".to_owned(), text: format!("schema = 1\n{about}\n{head}\n{tables}\n") }
}

fn words(en: String) -> Text {
    let zh = format!("第{en}");
    Text::new(en, zh)
}

/// A model of any shape that the loader would accept, with at most `MOST` nodes on each step of the tree.
pub fn models() -> impl Strategy<Value = Model> {
    const MOST: usize = 3;
    let cell = (0..4_usize, prop::bool::ANY, 0..2_usize);
    let dimension = prop::collection::vec(cell, 9);
    let sub_domain = prop::collection::vec(dimension, 1..=MOST);
    let domain = prop::collection::vec(sub_domain, 1..=MOST);
    let area = prop::collection::vec(domain, 1..=MOST);
    (0..2_u8, 2..=6_u8, prop::collection::vec(area, 1..=MOST))
        .prop_map(|(floor, count, areas)| model(floor, count, areas))
}

type Shape = (usize, bool, usize);

fn model(floor: u8, count: u8, areas: Vec<Vec<Vec<Vec<Vec<Shape>>>>>) -> Model {
    let levels: Vec<_> = (floor..floor + count).map(|level| words(format!("level {level}"))).collect();
    let areas: Vec<_> = areas
        .into_iter()
        .enumerate()
        .map(|(number, domains)| {
            let id = Id(format!("a{number}").into());
            let domains = numbered(&id, 'd', domains, |id, sub_domains| {
                let sub_domains = numbered(id, 's', sub_domains, |id, dimensions| {
                    let mut dimensions = numbered(id, 'q', dimensions, |id, cells| dimension(id, floor, count, &cells));
                    dimensions[0].telling = true;
                    Group { dimensions: dimensions.into(), ..group(id, NodeKind::SubDomain, "s") }
                });
                Group { groups: sub_domains.into(), ..group(id, NodeKind::Domain, "d") }
            });
            Group { groups: domains.into(), ..group(&id, NodeKind::Area, "a") }
        })
        .collect();
    Model {
        id: Id("random".into()),
        version: "1.0.0".into(),
        languages: vec!["en".into(), "zh".into()].into(),
        texts: Texts::Own,
        asks_outcomes: true,
        name: words("random".into()),
        source: words("random".into()),
        floor: Level(floor),
        levels: levels.into(),
        terms: List::default(),
        tree: List::default(),
        scoring: Scoring::default(),
        areas: areas.into(),
        changes: Vec::new().into(),
    }
}

fn group(id: &Id, kind: NodeKind, name: &str) -> Group {
    Group::new(id.clone(), kind, words(name.into()), words(name.into()))
}

fn numbered<S, T>(parent: &Id, letter: char, shapes: Vec<S>, make: impl Fn(&Id, S) -> T) -> Vec<T> {
    shapes
        .into_iter()
        .enumerate()
        .map(|(number, shape)| make(&parent.child(&format!("{letter}{number}")), shape))
        .collect()
}

fn dimension(id: &Id, floor: u8, count: u8, shapes: &[Shape]) -> Dimension {
    let levels = floor..floor + count;
    let cells: Vec<_> = levels.clone().zip(shapes).map(|(level, shape)| cell(level, level == floor, *shape)).collect();
    Dimension {
        id: id.clone(),
        place: 0,
        name: words("q".into()),
        question: words("q?".into()).into(),
        source: None,
        weight: 1,
        reference: None,
        telling: false,
        cells: Cells::new(Level(floor), cells.into()),
    }
}

fn cell(level: u8, is_floor: bool, (clauses, states, limits): Shape) -> Cell {
    let clauses: Vec<Clause> =
        (1..=clauses).filter(|_| !is_floor).map(|number| words(format!("{level}.{number}")).into()).collect();
    let kind = match (clauses.is_empty(), states) {
        (true, true) if !is_floor => Kind::Same,
        (true, _) => Kind::None,
        (false, true) => Kind::States,
        (false, false) => Kind::Adds,
    };
    let limits: Vec<Sentence> = (0..limits).map(|number| words(format!("limit {number}")).into()).collect();
    Cell { kind, provenance: Provenance::Project, basis: None, clauses: clauses.into(), limits: limits.into() }
}

/// Any answer that an answers file could hold for this dimension, or none.
pub fn answer(dimension: &Dimension, top: Level) -> impl Strategy<Value = Option<Answer>> + use<> {
    let floor = dimension.floor();
    let clauses: Vec<_> = dimension.all_clauses().map(|(id, _)| id).collect();
    let parts: Vec<_> = floor.next().up_to(top).filter(|level| dimension.clauses(*level).len() >= 2).collect();
    let (count, own) = (clauses.len(), dimension.clone());
    let picks = prop::collection::vec(prop::bool::ANY, count);
    let excuses = prop::collection::vec(prop::bool::weighted(0.2), count);
    let claim = (0..10_u8, floor.0..=top.0, picks, excuses, prop::sample::Index::arbitrary());
    claim.prop_map(move |(kind, level, picks, excuses, part)| {
        let met = clauses.iter().zip(picks).filter(|(id, picked)| *picked && id.level.0 > level).map(|(id, _)| *id);
        let claim = match kind {
            0 => return None,
            1 => Claim::NotApplicable { reason: "so".to_owned(), until: None },
            2 | 3 if !parts.is_empty() => Claim::PartOf(parts[part.index(parts.len())]),
            4 => Claim::Level { level: Level(level), met: Clauses::new() },
            _ => Claim::Level { level: Level(level), met: met.collect() },
        };
        let plain = Answer::of(claim);
        let mut answer = plain.clone();
        for (id, _) in clauses.iter().zip(excuses).filter(|(_, excused)| *excused && kind % 2 == 0) {
            answer.except.insert(*id, Exception { reason: "so".to_owned(), until: None });
        }
        let fits = answer.except.len() < count
            && match &plain.claim {
                Some(Claim::Level { met, .. }) => !answer.except.keys().any(|id| met.contains(id)),
                Some(Claim::PartOf(level)) => answer.count_asked(&own, *level) >= 2,
                _ => false,
            };
        Some(if fits { answer } else { plain })
    })
}

/// A model and answers to it.
pub fn assessments() -> impl Strategy<Value = (Model, Answers)> {
    models().prop_flat_map(|model| (Just(model.clone()), answers_to(model)))
}

/// A model and twice answers to it, which have nothing to do with each other.
pub fn pairs() -> impl Strategy<Value = (Model, Answers, Answers)> {
    models().prop_flat_map(|model| (Just(model.clone()), answers_to(model.clone()), answers_to(model)))
}

fn answers_to(model: Model) -> impl Strategy<Value = Answers> {
    let top = model.top();
    let given: Vec<_> = model.dimensions().map(|dimension| answer(dimension, top)).collect();
    given.prop_map(move |given| {
        let mut answers = answers::empty(&model);
        let ids: Vec<_> = model.dimensions().map(|dimension| dimension.id.clone()).collect();
        answers.given = ids.into_iter().zip(given).filter_map(|(id, answer)| Some((id, answer?))).collect();
        answers
    })
}

/// The clauses of a dimension as a set.
pub fn clauses(ids: &[&str]) -> Clauses {
    ids.iter().map(|id| id.parse().expect("it is a clause id")).collect()
}

/// The page of a report: held to these targets, and beside how the answers stood earlier.
pub fn report_page<'m>(
    outcome: &Outcome<'m>,
    targets: &[Judged<'m>],
    earlier: Option<Comparison<'_, 'm>>,
    languages: Languages,
) -> String {
    let plan = plan(outcome, PlanOptions::default());
    let report = Report {
        outcome,
        plan: &plan,
        highlights: &highlights(outcome),
        lead: &lead(&outcome.overall, &plan),
        targets,
        earlier,
        trend: None,
    };
    html(&report, languages)
}
