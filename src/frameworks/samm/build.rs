//! The model that the things of SAMM make.

use std::collections::{BTreeMap, BTreeSet};

use super::links::{Links, StreamQuestion};
use super::options::Samm;
use super::parts::{NamedThing, Parts, Thing};
use crate::frameworks::account::{Account, Counted, Part, Renamed};
use crate::frameworks::draft::Draft;
use crate::frameworks::keys::{Keys, key_of};
use crate::frameworks::reading::{Place, Reading};
use crate::frameworks::wording::{self, LANGUAGE, cell, words};
use crate::lang::Text;
use crate::model::counting::{Degree, Fraction, ScoreRule, Scoring};
use crate::model::source::{MOST_DEGREES, MOST_TERMS};
use crate::model::{
    Cell, Cells, Clause, Dimension, Group, Id, Kind, Level, List, Model, NodeKind, Sentence, Term, Texts,
};

/// What the model is called.
const NAME: &str = "OWASP SAMM";
const ID: &str = "owasp-samm";

/// The most levels above the floor.
const MOST_LEVELS: i64 = 8;

pub(super) fn build(reading: &mut Reading<'_>, parts: &Parts, links: &Links<'_>, options: &Samm) -> Option<Draft> {
    let top = top(reading, parts)?;
    let degrees = degrees(reading, parts)?;
    let mut builder = Builder {
        links,
        top,
        version: options.version.to_string(),
        terms: Vec::new(),
        answers: BTreeMap::new(),
        renamed: Vec::new(),
    };
    let areas = builder.areas(reading);
    if !reading.is_sound() {
        return None;
    }
    let Builder { terms, renamed, version, .. } = builder;
    let license = options.license.clone();
    let scoring = Scoring { score: ScoreRule::Levels, unanswered: options.unanswered, degrees, ..Scoring::default() };
    let model = Model {
        id: Id(ID.into()),
        source: words(wording::source(&format!("{NAME} {version}"), license.as_ref())),
        version: version.into(),
        languages: List::Owned(vec![LANGUAGE.into()]),
        texts: Texts::Quoted,
        // They are none of the framework's questions.
        asks_outcomes: false,
        name: words(NAME.to_owned()),
        floor: Level(0),
        levels: Level(0).up_to(top).map(|level| words(format!("Level {level}"))).collect(),
        scoring,
        terms: terms.into(),
        tree: ["Business function", "Security practice", "Stream"].map(|kind| words(kind.to_owned())).to_vec().into(),
        areas: areas.into(),
        changes: List::default(),
    };
    let license = license.map(|license| license.line);
    let parts = counted(parts, links);
    Some(Draft { model, account: Account { license, parts, lost: Vec::new(), renamed } })
}

/// How many of each kind there are, and how many the model says something of.
fn counted(parts: &Parts, links: &Links<'_>) -> Vec<Counted> {
    let streams = || links.functions.iter().flat_map(|it| links.below(it)).flat_map(|it| links.below(it));
    let asked = || streams().flat_map(|stream| links.asked(stream));
    let activities = asked().map(|it| it.question.own.activity.as_str()).collect::<BTreeSet<_>>().len();
    let levels = asked().map(|it| it.level).collect::<BTreeSet<_>>().len();
    let sets = asked().map(|it| it.answers.id.as_str()).collect::<BTreeSet<_>>().len();
    let counted = parts.counts().into_iter().map(|(kind, found)| {
        let written = match kind {
            Part::Question => asked().count(),
            Part::Activity => activities,
            Part::AnswerSet => sets,
            Part::MaturityLevel => levels,
            // It says at which level an activity stands, and nothing else of it is kept.
            _ => found,
        };
        Counted { kind, found, written }
    });
    counted.collect()
}

/// The highest level.
fn top(reading: &mut Reading<'_>, parts: &Parts) -> Option<Level> {
    let mut numbers: Vec<_> = parts.maturity_levels.iter().map(|it| it.own).collect();
    numbers.sort_unstable();
    let last = numbers.last().copied().unwrap_or_default();
    if numbers.iter().copied().eq(1..=last) && (1..=MOST_LEVELS).contains(&last) {
        return u8::try_from(last).ok().map(Level);
    }
    let place = parts.maturity_levels.first().map(|it| it.place.clone());
    let place = place.unwrap_or(Place { file: 0, span: 0..0 });
    let message = match numbers.as_slice() {
        [] => text!("no maturity level of SAMM is here", "此处没有 SAMM 的成熟度级别"),
        numbers => {
            let listed = numbers.iter().map(i64::to_string).collect::<Vec<_>>();
            let Text { en, zh, .. } = Text::list(&listed);
            text!(
                "the maturity levels are numbered {en}: not from 1 without gaps to {MOST_LEVELS} at most",
                "成熟度级别的编号为 {zh}：应从 1 开始连续编号，最多到 {MOST_LEVELS}"
            )
        }
    };
    reading.problem(&place, message, None);
    None
}

/// How far a question can be answered with yes: every value that answers have.
fn degrees(reading: &mut Reading<'_>, parts: &Parts) -> Option<List<Degree>> {
    let values: BTreeSet<_> = parts.answer_sets.iter().flat_map(|set| &set.own).map(|answer| answer.value).collect();
    let is_scale = values.first() == Some(&Fraction::ZERO) && values.last() == Some(&Fraction::ONE);
    if !is_scale || values.len() > MOST_DEGREES {
        let place = parts.answer_sets.first().map(|it| it.place.clone());
        let place = place.unwrap_or(Place { file: 0, span: 0..0 });
        let message = text!(
            "the values of the answers are no scale of two to nine steps from 0 to 1",
            "各答案的 value 应构成 0 到 1 之间二至九档的刻度"
        );
        reading.problem(&place, message, None);
        return None;
    }
    Some(values.into_iter().map(degree).collect())
}

fn degree(value: Fraction) -> Degree {
    let known = match (value.parts, value.whole) {
        (0, _) => Some(("no", "no (0)")),
        (1, 4) => Some(("quarter", "a quarter (0.25)")),
        (1, 2) => Some(("half", "half (0.5)")),
        (3, 4) => Some(("three-quarters", "three quarters (0.75)")),
        (1, 1) => Some(("full", "in full (1)")),
        _ => None,
    };
    let (id, name) = known.map_or_else(
        || (format!("of-{}-{}", value.parts, value.whole), value.to_string()),
        |(id, name)| (id.to_owned(), name.to_owned()),
    );
    Degree { id: Id(id.into()), value, name: words(name), is_enough: value == Fraction::ONE }
}

struct Builder<'l, 'p> {
    links: &'l Links<'p>,
    top: Level,
    version: String,
    terms: Vec<Term>,
    /// The terms for sets of answers, by the ids of these.
    answers: BTreeMap<String, Id>,
    renamed: Vec<Renamed>,
}

impl Builder<'_, '_> {
    fn areas(&mut self, reading: &mut Reading<'_>) -> Vec<Group> {
        let mut keys = Keys::of_areas(ID);
        let functions = self.links.functions.iter();
        functions
            .map(|function| {
                let id = keys.take(None, &[&function.own.name, &function.id], &mut self.renamed);
                let mut below = Keys::default();
                let practices = self.links.below(function).iter();
                let practices = practices.map(|practice| {
                    let id = below.take(Some(&id), &[&practice.own.name, &practice.id], &mut self.renamed);
                    self.practice(reading, id, practice)
                });
                let groups: Vec<_> = practices.collect();
                must_hold(reading, function, groups.len());
                Group { groups: groups.into(), ..group(id, NodeKind::Area, function) }
            })
            .collect()
    }

    fn practice(&mut self, reading: &mut Reading<'_>, id: Id, practice: &Thing<NamedThing>) -> Group {
        let mut keys = Keys::default();
        let mut dimensions = Vec::new();
        for stream in self.links.below(practice) {
            let id = keys.take(Some(&id), &[&stream.own.name, &stream.id], &mut self.renamed);
            must_hold(reading, stream, self.links.asked(stream).len());
            dimensions.push(self.stream(reading, id, stream));
        }
        must_hold(reading, practice, dimensions.len());
        if let Some(first) = dimensions.first_mut() {
            first.telling = true;
        }
        Group { dimensions: dimensions.into(), ..group(id, NodeKind::SubDomain, practice) }
    }

    fn stream(&mut self, reading: &mut Reading<'_>, id: Id, stream: &Thing<NamedThing>) -> Dimension {
        let NamedThing { name, about, .. } = &stream.own;
        let asked = self.links.asked(stream);
        let mut cells = vec![cell(Kind::None, Vec::new())];
        for level in Level(1).up_to(self.top) {
            let here = asked.iter().filter(|it| it.level == i64::from(level.0));
            let clauses: Vec<_> = here.map(|it| self.clause(reading, &id, it)).collect();
            let has_before = cells.iter().any(|cell: &Cell| !cell.clauses.is_empty());
            let kind = match (clauses.is_empty(), has_before) {
                (false, _) => Kind::Adds,
                (true, true) => Kind::Same,
                (true, false) => Kind::None,
            };
            cells.push(cell(kind, clauses));
        }
        Dimension {
            id,
            place: 0,
            name: words(name.clone()),
            question: Sentence::from(words(about.clone().unwrap_or_else(|| name.clone()))),
            source: Some(words(format!("{NAME} {}", self.version))),
            weight: 1,
            reference: Some(stream.id.clone().into()),
            telling: false,
            cells: Cells::new(Level(0), cells.into()),
        }
    }

    /// A question, with what it takes to answer it: its criteria, and the words of its answers.
    fn clause(&mut self, reading: &mut Reading<'_>, stream: &Id, asked: &StreamQuestion<'_>) -> Clause {
        let level = asked.level;
        let key = key_of(&format!("{} {level}", stream.as_str()));
        let own = criteria(asked).and_then(|means| {
            let name = format!("What level {level} takes");
            self.term(&key, name, means).or_else(|| {
                reading.lose("question.quality", &asked.question.place);
                None
            })
        });
        let terms = own.into_iter().chain(self.answers(reading, asked)).collect();
        let reference = Some(asked.question.id.clone().into());
        Clause { terms, reference, ..Clause::from(words(asked.question.own.text.clone())) }
    }

    /// The term that gives the answers of a set with what they count.
    fn answers(&mut self, reading: &mut Reading<'_>, asked: &StreamQuestion<'_>) -> Option<Id> {
        let set = asked.answers;
        if let Some(id) = self.answers.get(set.id.as_str()) {
            return Some(id.clone());
        }
        let each = set.own.iter().map(|answer| format!("{} ({})", answer.text, answer.value));
        let means = each.collect::<Vec<_>>().join("; ");
        let key = format!("answers-{}", self.answers.len() + 1);
        let id = self.term(&key, "Answers".to_owned(), means);
        match &id {
            Some(id) => drop(self.answers.insert(set.id.clone(), id.clone())),
            None => reading.lose("answerSet.values", &set.place),
        }
        id
    }

    /// Adds a term, under `key` or that with a number; `None` if the model can hold no more.
    fn term(&mut self, key: &str, name: String, means: String) -> Option<Id> {
        if self.terms.len() >= MOST_TERMS {
            return None;
        }
        let is_taken = |key: &str| self.terms.iter().any(|term| term.id.as_str() == key);
        let numbered = (2..).map(|number| format!("{key}-{number}"));
        let key = std::iter::once(key.to_owned()).chain(numbered).find(|key| !is_taken(key))?;
        let id = Id(key.into());
        self.terms.push(Term { id: id.clone(), name: words(name), means: words(means) });
        Some(id)
    }
}

/// What an activity is, and what must hold for a yes.
fn criteria(asked: &StreamQuestion<'_>) -> Option<String> {
    let activity = [&asked.activity.title, &asked.activity.about];
    let about = activity.into_iter().flatten().cloned().collect::<Vec<_>>().join(": ");
    let quality = asked.question.own.quality.join("; ");
    let parts: Vec<_> = [about, quality].into_iter().filter(|part| !part.is_empty()).collect();
    (!parts.is_empty()).then(|| parts.join(" — "))
}

fn group(id: Id, kind: NodeKind, thing: &Thing<NamedThing>) -> Group {
    let NamedThing { name, about, .. } = &thing.own;
    let about = about.clone().unwrap_or_else(|| name.clone());
    Group { reference: Some(thing.id.clone().into()), ..Group::new(id, kind, words(name.clone()), words(about)) }
}

/// Notes a node with nothing below it.
fn must_hold(reading: &mut Reading<'_>, thing: &Thing<NamedThing>, count: usize) {
    if count == 0 {
        let name = &thing.own.name;
        let message = text!("nothing belongs to `{name}`", "没有内容属于 `{name}`");
        reading.problem(&thing.place, message, None);
    }
}
