//! An answer as it stands in the columns of a questionnaire.

use super::field::{Field, Word};
use crate::answers::{Answer, Claim, Date, Exception};
use crate::lang::Lang;
use crate::model::{ClauseId, Dimension, Model};

/// What stands in the columns that are filled in; empty where nothing does.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Entry {
    answer: String,
    reason: String,
    /// The last day on which a reason is accepted.
    pub until: Option<Date>,
    met: String,
    degrees: String,
    except: String,
    note: String,
    evidence: String,
}

impl Entry {
    /// How an answer is written, its words in one language.
    #[must_use]
    pub fn of(answer: &Answer, dimension: &Dimension, model: &Model, lang: Lang) -> Self {
        let mut entry = Self {
            degrees: lines(answer.degrees.iter().map(|(id, degree)| format!("{id} = {}", degree.id))),
            except: lines(answer.except.iter().map(|(id, exception)| excepted(*id, exception))),
            note: answer.note.clone().unwrap_or_default(),
            evidence: lines(answer.evidence.iter().cloned()),
            ..Self::default()
        };
        match &answer.claim {
            None => {}
            Some(Claim::NotApplicable { reason, until }) => {
                entry.answer = Word::NotApplicable.name().into_string(lang);
                entry.reason.clone_from(reason);
                entry.until = *until;
            }
            Some(claim) if !model.scoring.has_levels() => entry.say_clauses(answer, claim, dimension, lang),
            Some(claim) => {
                entry.answer = claim.grade().map(|grade| grade.to_string()).unwrap_or_default();
                if let Claim::Level { met, .. } = claim {
                    entry.met = listed(met);
                }
            }
        }
        entry
    }

    /// Without levels an answer is the clauses that are met, in one word where nothing else is said of any of them.
    fn say_clauses(&mut self, answer: &Answer, claim: &Claim, dimension: &Dimension, lang: Lang) {
        let met: Vec<_> = claim.covered(dimension).collect();
        let is_alone = answer.degrees.is_empty() && answer.except.is_empty();
        if met.is_empty() {
            self.answer = Word::Nothing.name().into_string(lang);
        } else if is_alone && met.len() == dimension.all_clauses().count() {
            self.answer = Word::All.name().into_string(lang);
        } else {
            self.met = listed(&met);
        }
    }

    /// What stands in a column as text; empty for the id and for the day.
    #[must_use]
    pub fn text(&self, field: Field) -> &str {
        match field {
            Field::Id | Field::Until => "",
            Field::Answer => &self.answer,
            Field::Reason => &self.reason,
            Field::Met => &self.met,
            Field::Degrees => &self.degrees,
            Field::Except => &self.except,
            Field::Note => &self.note,
            Field::Evidence => &self.evidence,
        }
    }
}

/// `3.2 = there is only one team`, or `3.2 until 2027-06-30 = …`; further lines of a reason are set in by a blank.
fn excepted(id: ClauseId, exception: &Exception) -> String {
    let until = exception.until.map(|until| format!(" until {until}")).unwrap_or_default();
    let reason = exception.reason.lines().collect::<Vec<_>>().join("\n ");
    format!("{id}{until} = {reason}")
}

fn listed<'i>(clauses: impl IntoIterator<Item = &'i ClauseId>) -> String {
    clauses.into_iter().map(ToString::to_string).collect::<Vec<_>>().join(", ")
}

fn lines(lines: impl Iterator<Item = String>) -> String {
    lines.collect::<Vec<_>>().join("\n")
}
