//! What the assessment is of, as far as all files agree on it.

use std::collections::BTreeSet;

use super::people::Person;
use crate::answers::{Assessment, Measurement, Metric, Outcomes, empty};
use crate::model::{Id, Model};
use crate::text::one_line;

/// What a file says of the assessment as a whole, and others may say otherwise.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum HeadKey {
    /// The team.
    Team,
    /// The system.
    System,
    /// Who answers for the assessment.
    Owner,
    /// What is measured.
    Outcome(Metric),
}

/// A key of `[assessment]` of which files say different things; the merged file leaves it out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Disputed {
    /// The key.
    pub key: HeadKey,
    /// What they say, each once, in the order of the people.
    pub said: Vec<String>,
}

/// What the assessment is of, as far as all files that say it agree.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Head {
    /// As the head of a file: the oldest of the days, everybody who assessed, the areas that any file assesses in the
    /// model's order, and every dimension that asks something which it did not ask when somebody answered it.
    pub assessment: Assessment,
    /// Whether the files assess different areas.
    pub scopes_differ: bool,
    /// What is measured, where all who measure it say the same.
    pub outcomes: Outcomes,
    /// What they say differently.
    pub disputed: Vec<Disputed>,
}

impl Head {
    /// The head that these people's files agree on.
    pub(super) fn of(model: &Model, people: &[Person]) -> Self {
        let mut disputed = Vec::new();
        let mut one = |key, said: Vec<String>| match said.len() {
            0 | 1 => said.into_iter().next(),
            _ => {
                disputed.push(Disputed { key, said });
                None
            }
        };
        let said = |of: fn(&Assessment) -> &Option<String>| {
            distinct(people.iter().filter_map(|it| of(&it.answers.assessment).clone()))
        };
        let team = one(HeadKey::Team, said(|about| &about.team));
        let system = one(HeadKey::System, said(|about| &about.system));
        let owner = one(HeadKey::Owner, said(|about| &about.owner));
        let mut outcomes = Outcomes::new();
        for metric in Metric::all() {
            let mut measured: Vec<&Measurement> = Vec::new();
            for it in people.iter().filter_map(|it| it.answers.outcomes.get(&metric)) {
                if !measured.iter().any(|other| other.measures_same(it)) {
                    measured.push(it);
                }
            }
            if one(HeadKey::Outcome(metric), measured.iter().map(ToString::to_string).collect()).is_some() {
                outcomes.extend(measured.first().map(|it| (metric, (*it).clone())));
            }
        }
        let (scope, scopes_differ) = scope(model, people);
        let anew = |id: &Id| people.iter().any(|it| it.answers.assessment.ask_again.contains(id));
        let assessment = Assessment {
            team,
            system,
            owner,
            date: people.iter().filter_map(|it| it.answers.assessment.date).min(),
            assessors: distinct(people.iter().flat_map(Person::assessors)),
            scope,
            ask_again: model.dimensions().map(|it| it.id.clone()).filter(anew).collect(),
            ..empty(model).assessment
        };
        Self { assessment, scopes_differ, outcomes, disputed }
    }
}

/// What is said, each once; blanks do not make a difference.
fn distinct(said: impl Iterator<Item = String>) -> Vec<String> {
    let mut seen = BTreeSet::new();
    said.filter(|words| seen.insert(one_line(words).into_owned())).collect()
}

/// The areas that any file covers, `None` if these are all that are not optional; and whether the files cover different
/// ones.
fn scope(model: &Model, people: &[Person]) -> (Option<Vec<Id>>, bool) {
    let mut covered = people.iter().map(|person| model.areas.iter().map(|area| person.answers.covers(area)));
    let first: Vec<_> = covered.next().into_iter().flatten().collect();
    let differ = covered.any(|other| !other.eq(first.iter().copied()));
    let is_covered = |area: &&crate::model::Group| people.iter().any(|it| it.answers.covers(area));
    let union: Vec<_> = model.areas.iter().filter(is_covered).map(|area| area.id.clone()).collect();
    let usual: Vec<_> = model.areas.iter().filter(|area| !area.optional).map(|area| area.id.clone()).collect();
    let is_unsaid = people.iter().any(|it| it.answers.assessment.scope.is_none());
    let is_usual = is_unsaid && union == usual;
    ((!is_usual && !union.is_empty()).then_some(union), differ)
}
