//! The columns of a questionnaire and the words that may stand in the column of answers, in both languages.

use crate::answers::Grade;
use crate::lang::{Lang, Text};
use crate::model::{Dimension, Level, Model};

/// What a column of a questionnaire holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Field {
    /// The id of the dimension that a row is about.
    Id,
    /// A level, a grade, or a [`Word`].
    Answer,
    /// Why the question does not apply.
    Reason,
    /// The last day on which that is accepted.
    Until,
    /// Clauses that are met above the level.
    Met,
    /// How far single clauses are met; only where the model has degrees.
    Degrees,
    /// Clauses that are not asked of the team, with the reasons.
    Except,
    /// A remark.
    Note,
    /// Paths and links that show it.
    Evidence,
}

impl Field {
    /// All, in the order in which they stand side by side.
    pub const ALL: [Self; 9] = [
        Self::Id,
        Self::Answer,
        Self::Reason,
        Self::Until,
        Self::Met,
        Self::Degrees,
        Self::Except,
        Self::Note,
        Self::Evidence,
    ];

    /// What is filled in beside the answer in a questionnaire of this model.
    pub fn beside_answer(model: &Model) -> impl Iterator<Item = Self> {
        let has_degrees = !model.scoring.degrees.is_empty();
        let beside = Self::ALL.into_iter().skip(2);
        beside.filter(move |field| has_degrees || *field != Self::Degrees)
    }

    /// The name at the head of its column.
    #[must_use]
    pub fn name(self) -> Text {
        match self {
            Self::Id => text!("Id", "ID"),
            Self::Answer => text!("Answer", "答案"),
            Self::Reason => text!("Why not applicable", "不适用的原因"),
            Self::Until => text!("Until", "有效期至"),
            Self::Met => text!("Clauses met", "已满足的要求"),
            Self::Degrees => text!("Degrees", "程度"),
            Self::Except => text!("Clauses excepted", "例外的要求"),
            Self::Note => text!("Note", "备注"),
            Self::Evidence => text!("Evidence", "证据"),
        }
    }

    /// The column with this name in either language, however its letters are written.
    #[must_use]
    pub fn named(name: &str) -> Option<Self> {
        let name = name.to_lowercase();
        Self::ALL.into_iter().find(|field| {
            let Text { en, zh, .. } = field.name();
            [en, zh].iter().any(|own| own.to_lowercase() == name)
        })
    }
}

/// An answer that is no level.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Word {
    /// The question does not apply.
    NotApplicable,
    /// Every clause is met; where the model has no levels.
    All,
    /// No clause is met; where the model has no levels.
    Nothing,
    /// The answer that is there is to be removed.
    Removed,
}

impl Word {
    const ALL: [Self; 4] = [Self::NotApplicable, Self::All, Self::Nothing, Self::Removed];

    /// How it is written.
    #[must_use]
    pub fn name(self) -> Text {
        match self {
            Self::NotApplicable => text!("N/A", "不适用"),
            Self::All => text!("all met", "全部满足"),
            Self::Nothing => text!("none met", "均未满足"),
            Self::Removed => text!("none", "删除"),
        }
    }

    /// The one written so in either language, in capitals or not.
    #[must_use]
    pub fn named(word: &str) -> Option<Self> {
        let word = word.to_lowercase();
        Self::ALL.into_iter().find(|own| {
            let Text { en, zh, .. } = own.name();
            en.to_lowercase() == word || zh == word
        })
    }
}

/// What can be chosen as an answer to some question of a model, the lowest first: `1`, `2-`, `2`, …, `N/A`; `none` only
/// where there are answers to remove. The same for every question, so that sorted rows keep it.
#[must_use]
pub fn choices(model: &Model, has_answers: bool, lang: Lang) -> Vec<String> {
    let mut words = Vec::new();
    if model.scoring.has_levels() {
        for level in model.all_levels() {
            if level > model.floor && model.dimensions().any(|dimension| has_part(dimension, level)) {
                words.push(Grade::PartOf(level).to_string());
            }
            words.push(Grade::Full(level).to_string());
        }
    } else {
        words.extend([Word::All, Word::Nothing].map(|word| word.name().into_string(lang)));
    }
    words.push(Word::NotApplicable.name().into_string(lang));
    if has_answers {
        words.push(Word::Removed.name().into_string(lang));
    }
    words
}

/// Whether a part of a level can be met: of one clause there is no part.
fn has_part(dimension: &Dimension, level: Level) -> bool {
    dimension.clauses(level).len() >= 2
}
