//! A team's answers: what each dimension claims, and what the assessment is of.

mod by_clause;
mod carry;
mod change;
mod compose;
mod date;
mod degree;
mod edit;
mod except;
mod given;
mod gone;
mod migrate;
mod offset;
mod outcomes;
mod parse;
pub mod questionnaire;
mod schema;
mod schema_line;
mod template;
mod without;

use std::fmt;
use std::str::FromStr;

pub use by_clause::{ByClause, Clauses};
pub use carry::{Carried, CarriedAnswer, GoneAnswers};
pub use change::{Change, Changed, Value, no_longer_named};
pub use compose::{Filled, bring, compose, fill};
pub use date::Date;
pub use degree::{DegreeMet, degrees_named};
pub use edit::{HEAD, Saved, Update, UpdateError, update};
pub use except::{Exception, excepted};
pub use given::Given;
pub use migrate::{Migration, migrate};
pub use offset::{FileText, Offset};
pub use outcomes::{Measurement, Metric, Outcomes, Unit};
pub use parse::{parse, read_claim, read_degree};
pub use schema::schema;
pub use schema_line::with_schema;
pub use template::{Detail, Template, template};
pub use without::Private;

use serde::{Serialize, Serializer};

use crate::embedded;
use crate::lang::Text;
use crate::model::{Group, Id, Level, Model, Node, Version};
use crate::problem::Refusal;

/// The most characters that a note, a reason or a piece of evidence may have.
pub const NOTE_LIMIT: usize = crate::document::TEXT_LIMIT;

/// A whole answers file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Answers {
    /// What the assessment is of.
    pub assessment: Assessment,
    /// The answers by the id of their dimension; a dimension that is not here is unanswered.
    pub given: Given,
    /// What the team measures of its delivery; no level or score depends on it.
    pub outcomes: Outcomes,
    /// How they were brought to this version of the model; `None` if the file names this version.
    pub carried: Option<Carried>,
    /// The text of the file, to tell lines by.
    pub file: FileText,
}

/// How to name the model that answers are to, where another one is used.
fn where_model_is(id: &str) -> Text {
    if id == embedded::model().id.as_str() {
        return text!(
            "that is the embedded model: leave out `--model`, and the `model` of the policy",
            "这是内置模型：请去掉 `--model` 以及策略中的 `model`"
        );
    }
    text!("name the folder of that model with `--model DIR`", "请用 `--model 目录` 指定该模型所在的目录")
}

impl Answers {
    /// The answers as they count on a day: what is not applicable past its last day is unanswered, and clauses excepted
    /// past theirs are asked again.
    #[must_use]
    pub fn on(mut self, day: Date, model: &Model) -> Self {
        for (id, answer) in &mut self.given {
            if answer.is_expired(day) {
                answer.claim = None;
            }
            if answer.except.values().any(|exception| exception.is_expired(day))
                && let Some(Node::Dimension(dimension)) = model.find(id.as_str())
            {
                answer.ask_again(dimension, |exception| exception.is_expired(day));
            }
        }
        self
    }

    /// Whether anything that is said is past the last day on which it counts.
    #[must_use]
    pub fn has_expired(&self, day: Date) -> bool {
        let is_past = |answer: &Answer| answer.except.values().any(|exception| exception.is_expired(day));
        self.given.values().any(|answer| answer.is_expired(day) || is_past(answer))
    }

    /// Whether an area is assessed: the scope names it, or names none and the model does not call it optional.
    #[must_use]
    pub fn covers(&self, area: &Group) -> bool {
        self.assessment.scope.as_ref().map_or(!area.optional, |scope| scope.contains(&area.id))
    }

    /// The areas that the scope leaves out, in the model's order. What is optional is never missed.
    pub fn left_out<'m>(&self, model: &'m Model) -> impl Iterator<Item = &'m Group> {
        model.areas.iter().filter(|area| !area.optional && !self.covers(area))
    }

    /// The sub-domains that are assessed, in the model's order.
    pub fn sub_domains_in_scope<'m>(&self, model: &'m Model) -> impl Iterator<Item = &'m Group> {
        model.areas.iter().filter(|area| self.covers(area)).flat_map(Group::sub_domains)
    }

    /// The areas out of scope that have answers all the same, with how many, in the model's order.
    #[must_use]
    pub fn out_of_scope<'m>(&self, model: &'m Model) -> Vec<(&'m Group, usize)> {
        let areas = model.areas.iter().filter(|area| !self.covers(area));
        let count = |area: &Group| self.given.keys().filter(|id| id.is_within(&area.id)).count();
        areas.map(|area| (area, count(area))).filter(|(_, count)| *count > 0).collect()
    }
}

/// The `[assessment]` table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Assessment {
    /// The id of the model.
    pub model: String,
    /// The model's version when the answers were given.
    pub model_version: Version,
    /// The team.
    pub team: Option<String>,
    /// The system that is assessed.
    pub system: Option<String>,
    /// Who answers for the assessment.
    pub owner: Option<String>,
    /// When the whole was last confirmed.
    pub date: Option<Date>,
    /// Who assessed.
    pub assessors: Vec<String>,
    /// The areas assessed; `None` means all that are not optional.
    pub scope: Option<Vec<Id>>,
    /// The dimensions that ask something which they did not ask when they were answered.
    pub ask_again: Vec<Id>,
    /// A review that goes on over several sessions; `None` if none was interrupted.
    pub review: Option<Review>,
    /// Where the table begins in the file.
    pub offset: Offset,
}

/// A review of all answers that has not reached its end.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Review {
    /// The day it began.
    pub since: Date,
    /// The dimension up to which every answer was confirmed, in the model's order.
    pub until: Id,
}

/// What is said about one dimension.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Answer {
    /// The level claimed, or why there is none; `None` when only a note or evidence is kept.
    pub claim: Option<Claim>,
    /// How far single clauses above the level are met, where the model knows more than yes and no.
    pub degrees: ByClause<DegreeMet>,
    /// The clauses that are not asked of this team; only beside a level.
    pub except: ByClause<Exception>,
    /// A remark.
    pub note: Option<String>,
    /// Paths and links that show it.
    pub evidence: Vec<String>,
    /// Where it begins in the file; [`FileText::line`] tells the line.
    pub offset: Offset,
}

impl Answer {
    /// Whether it says that the dimension does not apply, and is past the last day on which that is accepted.
    #[must_use]
    pub fn is_expired(&self, day: Date) -> bool {
        matches!(self.claim, Some(Claim::NotApplicable { until: Some(until), .. }) if until < day)
    }
}

/// What an answer claims.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Claim {
    /// All of a level, and possibly single clauses above it.
    Level {
        /// The level claimed in full.
        level: Level,
        /// Clauses above it that are true already.
        met: Clauses,
    },
    /// The grade `3-`: all of the level below, and an unnamed part of this one.
    PartOf(Level),
    /// The dimension does not apply.
    NotApplicable {
        /// Why not.
        reason: String,
        /// The last day on which that is accepted.
        until: Option<Date>,
    },
}

/// A level as people of the standard write it: `3`, or `3-` for the level below and a part of 3.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Grade {
    /// All of the level.
    Full(Level),
    /// The level below, and some of this one.
    PartOf(Level),
}

impl FromStr for Grade {
    type Err = Refusal;

    /// Reads `3` or `3-`; nothing else is a grade.
    fn from_str(word: &str) -> Result<Self, Refusal> {
        let grade = match word.strip_suffix('-') {
            Some(level) => level.parse().map(Self::PartOf),
            None => word.parse().map(Self::Full),
        };
        grade.map_err(|_| {
            Refusal::new(text!("`{word}` is neither a level nor a grade", "`{word}` 既不是级别也不是等级"))
                .help(text!("write a level like `3`, or a grade like `3-`", "请写 `3` 这样的级别，或 `3-` 这样的等级"))
        })
    }
}

impl fmt::Display for Grade {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Full(level) => write!(out, "{level}"),
            Self::PartOf(level) => write!(out, "{level}-"),
        }
    }
}

impl Serialize for Grade {
    /// As it is written: `3-`.
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

/// No answers yet, for a model.
#[must_use]
pub fn empty(model: &Model) -> Answers {
    let assessment = Assessment {
        model: model.id.to_string(),
        model_version: model.answers_version(),
        team: None,
        system: None,
        owner: None,
        date: None,
        assessors: Vec::new(),
        scope: None,
        ask_again: Vec::new(),
        review: None,
        offset: Offset::NONE,
    };
    let (given, outcomes) = (Given::default(), Outcomes::new());
    Answers { assessment, given, outcomes, file: FileText::default(), carried: None }
}
