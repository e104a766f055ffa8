//! How far clauses are met, in a model that knows more than yes and no.

use super::{Answer, Claim};
use crate::lang::{Lang, Text};
use crate::model::counting::{Degree, Fraction, Scoring};
use crate::model::{ClauseId, Dimension, Id};
use crate::text::one_line;

/// The degree to which a clause is met.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DegreeMet {
    /// The id of the degree.
    pub id: Id,
    /// What it counts in a score.
    pub value: Fraction,
    /// Whether it is enough for a level.
    pub is_enough: bool,
}

impl From<&Degree> for DegreeMet {
    fn from(degree: &Degree) -> Self {
        Self { id: degree.id.clone(), value: degree.value, is_enough: degree.is_enough }
    }
}

/// The degrees of a model in one line, each by its id with its name: `no (not at all), half (half of it)`.
#[must_use]
pub fn degrees_named(scoring: &Scoring) -> Text {
    let named = |lang| scoring.degrees.iter().map(move |degree| (&degree.id, one_line(degree.name.get(lang))));
    let en = named(Lang::En).map(|(id, name)| format!("{id} ({name})")).collect::<Vec<_>>().join(", ");
    let zh = named(Lang::Zh).map(|(id, name)| format!("{id}（{name}）")).collect::<Vec<_>>().join("、");
    Text::new(en, zh)
}

impl Answer {
    /// Whether a clause is named as met, or to a degree that is enough for a level. One within the claimed level is not
    /// named, and neither is one that is excepted.
    #[must_use]
    pub fn names(&self, clause: ClauseId) -> bool {
        let is_named = self.claim.as_ref().is_some_and(|claim| claim.names(clause));
        (is_named || self.degrees.get(&clause).is_some_and(|degree| degree.is_enough)) && !self.excepts(clause)
    }

    /// Whether any clause is named, or met to a degree.
    #[must_use]
    pub fn names_any(&self) -> bool {
        !self.degrees.is_empty() || matches!(&self.claim, Some(Claim::Level { met, .. }) if !met.is_empty())
    }

    /// Whether it says nothing of single clauses: none is named, met to a degree or excepted.
    #[must_use]
    pub fn is_plain(&self) -> bool {
        self.except.is_empty() && !self.names_any()
    }

    /// `2 of 3 clauses met, 1 in part`: what it says where results have no levels. Excepted clauses are left out.
    #[must_use]
    pub fn clauses_met(&self, dimension: &Dimension) -> Text {
        let asked: Vec<_> = dimension.all_clauses().map(|(id, _)| id).filter(|id| !self.excepts(*id)).collect();
        let values = || asked.iter().map(|id| self.value_of(*id));
        let met = values().filter(|value| *value == Fraction::ONE).count();
        let parts = values().filter(|value| (Fraction::ZERO < *value) && *value < Fraction::ONE).count();
        let all = asked.len();
        let clauses = if all == 1 { "clause" } else { "clauses" };
        match parts {
            0 => text!("{met} of {all} {clauses} met", "{all} 条要求满足 {met} 条"),
            _ => {
                text!("{met} of {all} {clauses} met, {parts} in part", "{all} 条要求满足 {met} 条，部分满足 {parts} 条")
            }
        }
    }

    /// How far a clause is met, from 0 to 1; 0 for one that is excepted.
    #[must_use]
    pub fn value_of(&self, clause: ClauseId) -> Fraction {
        let is_met = self.claim.as_ref().is_some_and(|claim| claim.covers(clause));
        match self.degrees.get(&clause) {
            _ if self.excepts(clause) => Fraction::ZERO,
            _ if is_met => Fraction::ONE,
            Some(degree) => degree.value,
            None => Fraction::ZERO,
        }
    }
}
