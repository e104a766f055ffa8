//! The model that the activities of DSOMM make.

use std::collections::{BTreeMap, BTreeSet};

use super::activities::{Activities, Activity};
use super::options::Dsomm;
use super::states::States;
use crate::frameworks::account::{Account, Counted, Part, Renamed};
use crate::frameworks::draft::Draft;
use crate::frameworks::keys::Keys;
use crate::frameworks::reading::{Place, Reading};
use crate::frameworks::version::ModelVersion;
use crate::frameworks::wording::{self, LANGUAGE, checklist, words};
use crate::lang::Text;
use crate::model::counting::{Degree, Fraction, Levels, Mean, ScoreRule, Scoring, Shown, Unanswered, Unit};
use crate::model::source::MOST_TERMS;
use crate::model::{Clause, Dimension, Group, Id, Level, List, Model, NodeKind, Sentence, Term, Texts};

const NAME: &str = "DSOMM";
const ID: &str = "dsomm";

/// The highest level of an activity: one digit.
const MOST_LEVELS: i64 = 9;

/// The model, in which the `ref` of a dimension is the uuid of its activity.
pub(super) fn build(
    reading: &mut Reading<'_>,
    activities: &Activities,
    states: Option<&States>,
    options: &Dsomm,
) -> Option<Draft> {
    let version = version(reading, activities, options);
    check(reading, activities);
    if !reading.is_sound() {
        return None;
    }
    let version = version?.to_string();
    let source = format!("{NAME} {version}");
    let mut builder = Builder { states, source, terms: Vec::new(), renamed: Vec::new() };
    let areas = builder.areas(reading, &activities.all);
    let parts = builder.counted(activities, &areas);
    let Builder { source, terms, renamed, .. } = builder;
    let license = options.license.clone();
    let degrees = states.map(|states| states.all.iter().map(|it| degree(&it.id, &it.title, it.score)).collect());
    let model = Model {
        id: Id(ID.into()),
        version: version.into(),
        languages: List::Owned(vec![LANGUAGE.into()]),
        texts: Texts::Quoted,
        // They are none of the framework's questions.
        asks_outcomes: false,
        name: words("DevSecOps Maturity Model".to_owned()),
        source: words(origin(&source, activities, options)),
        floor: Level(0),
        levels: [0, 1].map(|level| Text::same(level.to_string())).to_vec().into(),
        scoring: Scoring {
            levels: Levels::None,
            score: ScoreRule::Share,
            mean: Mean::Leaves,
            unanswered: Unanswered::Lowest,
            shown: Shown { unit: Unit::Percent, ..Shown::default() },
            degrees: degrees.unwrap_or_default(),
            ..Scoring::default()
        },
        terms: terms.into(),
        tree: ["Dimension", "Sub-dimension", "Level", "Activity"].map(|kind| words(kind.to_owned())).to_vec().into(),
        areas: areas.into(),
        changes: List::default(),
    };
    let license = license.map(|license| license.line);
    Some(Draft { model, account: Account { license, parts, lost: Vec::new(), renamed } })
}

fn origin(name: &str, activities: &Activities, options: &Dsomm) -> String {
    let by = activities.publisher.as_ref().map(|publisher| format!(" ({publisher})")).unwrap_or_default();
    wording::source(&format!("{name}{by}"), options.license.as_ref())
}

fn degree(id: &str, title: &str, value: Fraction) -> Degree {
    Degree { id: Id(id.to_owned().into()), value, name: words(title.to_owned()), is_enough: value == Fraction::ONE }
}

/// The version that is asked for, else that of the files.
fn version(reading: &mut Reading<'_>, activities: &Activities, options: &Dsomm) -> Option<ModelVersion> {
    if options.version.is_some() {
        return options.version;
    }
    let help = text!("say it: `--model-version 4.0.0`", "请指定，如 `--model-version 4.0.0`");
    let Some((version, place)) = &activities.version else {
        let message = text!("these files name no version", "这些文件没有写明版本");
        reading.problem(&Place { file: 0, span: 0..0 }, message, Some(help));
        return None;
    };
    version.parse().map_err(|refusal: crate::problem::Refusal| reading.problem(place, refusal.message, Some(help))).ok()
}

/// Every activity has a level of its own, and there is one at all.
fn check(reading: &mut Reading<'_>, activities: &Activities) {
    if activities.all.is_empty() {
        let message = text!("no activity of DSOMM is here", "此处没有 DSOMM 的活动");
        let help = text!("name the `model.yaml` of a copy of DSOMM", "请指定 DSOMM 副本的 `model.yaml`");
        reading.problem(&Place { file: 0, span: 0..0 }, message, Some(help));
    }
    for activity in &activities.all {
        let message = match activity.level {
            Some(level) if (1..=MOST_LEVELS).contains(&level) => continue,
            Some(level) => {
                text!("level {level}: 1 to {MOST_LEVELS} are allowed", "级别为 {level}，应为 1 到 {MOST_LEVELS}")
            }
            None => text!("this activity has no `level`", "此活动缺少 `level`"),
        };
        reading.problem(&activity.place, message, None);
    }
}

struct Builder<'s> {
    states: Option<&'s States>,
    source: String,
    terms: Vec<Term>,
    renamed: Vec<Renamed>,
}

impl Builder<'_> {
    fn areas(&mut self, reading: &mut Reading<'_>, all: &[Activity]) -> Vec<Group> {
        let mut keys = Keys::of_areas(ID);
        split(all, |it| &it.dimension)
            .into_iter()
            .map(|(name, activities)| {
                let id = keys.take(None, &[name], &mut self.renamed);
                let mut below = Keys::default();
                let groups: Vec<_> = split(activities, |it| &it.sub_dimension)
                    .into_iter()
                    .map(|(name, activities)| {
                        let id = below.take(Some(&id), &[name], &mut self.renamed);
                        let levels = self.levels(reading, &id, &activities);
                        let text = words(name.to_owned());
                        Group { groups: levels.into(), ..Group::new(id, NodeKind::Group, text.clone(), text) }
                    })
                    .collect();
                let text = words(name.to_owned());
                Group { groups: groups.into(), ..Group::new(id, NodeKind::Area, text.clone(), text) }
            })
            .collect()
    }

    /// The levels of a sub-dimension at which there are activities: one without any has no percentage at all.
    fn levels(&mut self, reading: &mut Reading<'_>, parent: &Id, activities: &[&Activity]) -> Vec<Group> {
        let numbers: BTreeSet<_> = activities.iter().filter_map(|it| it.level).collect();
        let mut groups = Vec::new();
        for number in numbers {
            let id = parent.child(&format!("level-{number}"));
            let mut keys = Keys::default();
            let mut dimensions = Vec::new();
            for activity in activities.iter().filter(|it| it.level == Some(number)) {
                let names = [activity.name.as_str(), activity.uuid.as_deref().unwrap_or_default()];
                let id = keys.take(Some(&id), &names, &mut self.renamed);
                let telling = dimensions.is_empty();
                dimensions.push(Dimension { telling, ..self.dimension(reading, id, activity) });
            }
            let place = usize::try_from(number - 1).unwrap_or_default();
            let name = format!("Level {number}");
            let about = self.states.and_then(|it| it.levels.get(place)).cloned().unwrap_or_else(|| name.clone());
            let group = Group::new(id, NodeKind::SubDomain, words(name), words(about));
            groups.push(Group { dimensions: dimensions.into(), ..group });
        }
        groups
    }

    fn dimension(&mut self, reading: &mut Reading<'_>, id: Id, activity: &Activity) -> Dimension {
        let Activity { name, uuid, description, risk, measure, assessment, place, .. } = activity;
        let asked: Vec<_> = [description, risk].into_iter().flatten().map(String::as_str).collect();
        let question = if asked.is_empty() { name.clone() } else { asked.join(" ") };
        let term = assessment.as_ref().and_then(|means| self.term(reading, id.as_str(), means, place));
        let clause = Clause::from(words(measure.clone().unwrap_or_else(|| name.clone())));
        Dimension {
            id,
            place: 0,
            name: words(name.clone()),
            question: Sentence::from(words(question)),
            source: Some(words(self.source.clone())),
            weight: 1,
            reference: uuid.clone().map(Into::into),
            telling: false,
            cells: checklist(vec![Clause { terms: term.into_iter().collect(), ..clause }]),
        }
    }

    /// How an activity is assessed, as a term of its clause.
    fn term(&mut self, reading: &mut Reading<'_>, id: &str, means: &str, place: &Place) -> Option<Id> {
        if self.terms.len() >= MOST_TERMS {
            reading.lose("activity.assessment", place);
            return None;
        }
        let id = Id(id.replace('.', "-").into());
        self.terms.push(Term { id: id.clone(), name: words("Assessment".to_owned()), means: words(means.to_owned()) });
        Some(id)
    }

    fn counted(&self, activities: &Activities, areas: &[Group]) -> Vec<Counted> {
        let same = |kind, found| Counted { kind, found, written: found };
        let states = self.states.map_or(0, |states| states.all.len());
        vec![
            same(Part::Dimension, areas.len()),
            same(Part::SubDimension, areas.iter().map(|area| area.groups.len()).sum()),
            Counted { kind: Part::Activity, found: activities.found, written: activities.all.len() },
            same(Part::State, states),
        ]
    }
}

/// Activities by a name of theirs, the names in the order in which they are met.
fn split<'a>(
    activities: impl IntoIterator<Item = &'a Activity>,
    name: impl Fn(&'a Activity) -> &'a str,
) -> Vec<(&'a str, Vec<&'a Activity>)> {
    let mut parts: Vec<(&str, Vec<&Activity>)> = Vec::new();
    let mut places = BTreeMap::new();
    for activity in activities {
        let name = name(activity);
        let place = *places.entry(name).or_insert(parts.len());
        if place == parts.len() {
            parts.push((name, Vec::new()));
        }
        parts[place].1.push(activity);
    }
    parts
}
