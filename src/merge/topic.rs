//! One dimension: who said what about it, and what becomes of that.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::agreed::{Agreed, agreed};
use super::distance::Distance;
use super::notes::{Joined, joined_notes, united_evidence};
use super::people::Person;
use super::position::Position;
use super::side::{Placed, Side, is_about_applying, sides};
use crate::answers::{Answer, Claim, Grade, excepted};
use crate::lang::Text;
use crate::model::{Dimension, Group, Level, Model};

/// How far people agree on a dimension.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Agreement {
    /// All who answered say the same, however they write it.
    Agreed,
    /// The same level with the same exceptions, and other clauses met.
    Near,
    /// Different levels, other clauses excepted, or not applicable to some and applicable to others.
    Differ,
    /// One alone answered.
    Alone,
    /// Nobody answered.
    Nobody,
}

impl Agreement {
    /// All of them, in the order in which they are counted.
    pub const ALL: [Self; 5] = [Self::Agreed, Self::Near, Self::Differ, Self::Alone, Self::Nobody];
}

/// The answer of one person.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PersonAnswer {
    /// Their place among the people.
    pub person: usize,
    /// The answer.
    pub answer: Answer,
    /// The level that counts; `None` where none is claimed, and in a model without levels.
    pub level: Option<Level>,
}

/// One dimension, and what people say about it.
#[derive(Clone, Debug)]
pub struct Topic<'m> {
    /// The dimension.
    pub dimension: &'m Dimension,
    /// Whether anybody has it in scope.
    pub is_in_scope: bool,
    /// How far people agree on it.
    pub agreement: Agreement,
    /// How far apart they are; none where they agree.
    pub apart: Distance,
    /// What each says, in the order of the people; a note without an answer too.
    pub said: Vec<PersonAnswer>,
    /// Those who say the same together: the highest level first, last that it does not apply.
    pub sides: Vec<Side>,
    /// Whether those behind a merged file have it open, and one alone answers it.
    pub is_left_open: bool,
    /// The answer to write: what is agreed, or what one alone said, with the notes of all; `None` while it is open.
    pub taken: Option<Answer>,
    /// The notes of all, each with who wrote it.
    pub notes: Option<String>,
    /// The evidence of all, each entry once.
    pub evidence: Vec<String>,
    /// The texts that were cut.
    pub cut: Vec<Cut>,
}

/// A text of several people that was cut, since together it is longer than a text may be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Cut {
    /// The notes.
    Notes,
    /// The reasons that are taken: why the dimension does not apply, or clauses are excepted.
    Reasons,
}

impl<'m> Topic<'m> {
    /// What these people say about a dimension of an area, which is in scope or not.
    pub(super) fn of(
        model: &Model,
        dimension: &'m Dimension,
        people: &[Person],
        (area, is_in_scope): (&Group, bool),
    ) -> Self {
        let answers = people.iter().enumerate();
        let answers = answers.filter_map(|(at, person)| Some((at, person.answers.given.of(dimension)?)));
        let answers: Vec<_> = answers.collect();
        let positions: Vec<_> =
            answers.iter().filter_map(|(at, answer)| Some((*at, *answer, Position::of(dimension, answer)?))).collect();
        let sides = sides(model, dimension, people, &positions);
        let agreement = agreement(model, people, &positions, &sides);
        let apart = match agreement {
            Agreement::Near | Agreement::Differ => Distance::of(model, dimension, &sides),
            _ => Distance::default(),
        };
        let Joined { notes, is_cut } = joined_notes(people, &answers);
        let evidence = united_evidence(&answers);
        let leaves_open = |person: &Person| {
            let claims = person.answers.given.of(dimension).is_some_and(|answer| answer.claim.is_some());
            person.is_merged() && person.answers.covers(area) && !claims
        };
        let is_left_open = agreement == Agreement::Alone && people.iter().any(leaves_open);
        let is_open = is_left_open || agreement == Agreement::Differ;
        let claimed: Vec<_> = positions.iter().map(|(at, answer, _)| (*at, *answer)).collect();
        let agreed = if is_open { None } else { agreed(dimension, people, &claimed) };
        let Agreed { answer, is_reason_cut } = agreed.unwrap_or_default();
        let taken = (!is_open).then(|| Answer { note: notes.clone(), evidence: evidence.clone(), ..answer });
        let cut = [(is_cut, Cut::Notes), (is_reason_cut, Cut::Reasons)].into_iter();
        let said = answers.iter().map(|(at, answer)| {
            let place = positions.binary_search_by_key(at, |(other, ..)| *other).ok();
            let level = place.and_then(|place| positions[place].2.level());
            PersonAnswer { person: *at, answer: (*answer).clone(), level: level.filter(|_| model.scoring.has_levels()) }
        });
        Self {
            dimension,
            is_in_scope,
            agreement,
            apart,
            said: said.collect(),
            sides: sides.into_iter().map(|(side, _)| side).collect(),
            is_left_open,
            taken: taken.filter(Answer::says_something),
            notes,
            evidence,
            cut: cut.filter_map(|(is_cut, what)| is_cut.then_some(what)).collect(),
        }
    }

    /// `3-`, `2, counts as 5`, `3, 1 clause excepted`, `2 of 3 clauses met`, `n/a`: what a side says, in a few words.
    #[must_use]
    pub fn words(&self, side: &Side) -> Text {
        self.words_of(&side.answer, side.grade)
    }

    /// What an answer that counts as this grade says, in a few words.
    pub(super) fn words_of(&self, answer: &Answer, grade: Option<Grade>) -> Text {
        if let None | Some(Claim::NotApplicable { .. }) = answer.claim {
            return text!("n/a", "不适用");
        }
        let claimed = answer.claim.as_ref().and_then(Claim::level);
        let names_nothing = matches!(&answer.claim, Some(Claim::Level { met, .. }) if met.is_empty());
        let Text { en, zh, .. } = match (grade, claimed) {
            (Some(Grade::Full(level)), Some(claimed)) if claimed != level && names_nothing => {
                text!("{claimed}, counts as {level}", "{claimed}，计为 {level}")
            }
            (Some(grade), _) => Text::same(grade.to_string()),
            (None, _) => answer.clauses_met(self.dimension),
        };
        match excepted(answer.except.len()) {
            None => Text::new(en, zh),
            Some(Text { en: excepted_en, zh: excepted_zh, .. }) => text!("{en}, {excepted_en}", "{zh}，{excepted_zh}"),
        }
    }

    /// Whether some say that the question applies, and others that it does not.
    #[must_use]
    pub fn is_about_applying(&self) -> bool {
        is_about_applying(self.sides.iter())
    }

    /// The side that somebody is on; `None` if they claim nothing, or what a merged file says already.
    #[must_use]
    pub fn side_of(&self, person: usize) -> Option<&Side> {
        self.sides.iter().find(|side| side.people.contains(&person))
    }
}

fn agreement(model: &Model, people: &[Person], positions: &[Placed<'_>], sides: &[(Side, Position)]) -> Agreement {
    // Two who answer for themselves agree, whether a merged file says it for them or not.
    let singles = || positions.iter().filter(|(at, ..)| !people[*at].is_merged()).count();
    match sides {
        [] => Agreement::Nobody,
        [(side, _)] if side.people.len() == 1 && singles() < 2 => Agreement::Alone,
        [_] => Agreement::Agreed,
        // Without levels there is none to agree on: other clauses are another result.
        [(_, first), rest @ ..] if model.scoring.has_levels() && rest.iter().all(|(_, other)| first.is_near(other)) => {
            Agreement::Near
        }
        _ => Agreement::Differ,
    }
}
