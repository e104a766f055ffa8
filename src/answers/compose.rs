//! Answers that did not come out of a file, written into one: into a new one, or into one that says something already.

use super::change::{Change, Value};
use super::edit::{Saved, Update, UpdateError, first_of, update};
use super::template::{Detail, Template, template};
use super::{Answer, Answers, Claim, parse};
use crate::lang::Lang;
use crate::model::Model;
use crate::problem::{Refusal, Source};

/// A whole new file, called `name` in messages, that says these answers as an interview would have written them; its
/// comments are in one language.
///
/// # Errors
///
/// The first problem that the file would have, such as an answer that a level does not allow.
pub fn compose(name: &str, model: &Model, answers: &Answers, lang: Lang) -> Result<Saved, Refusal> {
    let about = &answers.assessment;
    let options = Template {
        lang,
        date: about.date,
        scope: about.scope.as_deref().unwrap_or_default(),
        schema: None,
        team: about.team.as_deref(),
        detail: Detail::Headings,
    };
    let empty = template(name, model, options)?;
    let source = Source { name: name.to_owned(), text: empty.text };
    bring(&source, model, answers).map_err(|error| match error {
        UpdateError::Input(refusal) => refusal,
        UpdateError::File(problems) => first_of(problems),
    })
}

/// Has a file say what these answers say. What they say nothing of stays: other answers, a note where they have none,
/// comments.
///
/// # Errors
///
/// The problems of the file as it is; else the first problem that it would have afterwards.
pub fn bring(source: &Source, model: &Model, answers: &Answers) -> Result<Saved, UpdateError> {
    let now = parse(source, model).map_err(UpdateError::File)?;
    let about = &answers.assessment;
    let mut updates = Vec::new();
    updates.extend(about.team.clone().map(Update::Team));
    updates.extend(about.system.clone().map(Update::System));
    updates.extend(about.owner.clone().map(Update::Owner));
    updates.extend(about.date.map(Update::Date));
    if !about.assessors.is_empty() {
        updates.push(Update::Assessors(about.assessors.clone()));
    }
    updates.extend(about.scope.clone().map(Update::Scope));
    for (id, answer) in &answers.given {
        // All that is said of clauses is replaced, so no level depends on what was there.
        let changed = Change::bringing(answer).apply(now.given.get(id), |_| None);
        updates.push(Update::Answer(id.clone(), changed.answer));
        if answer.claim.is_some() {
            updates.push(Update::Confirmed(id.clone()));
        }
    }
    updates.extend(about.ask_again.iter().cloned().map(Update::AskAgain));
    let outcomes = answers.outcomes.iter();
    updates.extend(outcomes.map(|(metric, measured)| Update::Outcome(*metric, Some(measured.clone()))));
    update(source, model, &updates)
}

impl Change {
    /// The change that has an answer say all that another one says: its claim whole, with the clauses it names; note and
    /// evidence where it has them.
    #[must_use]
    pub fn bringing(answer: &Answer) -> Self {
        let is_claim = answer.claim.is_some();
        let met = match &answer.claim {
            Some(Claim::Level { met, .. }) => Some(met.clone()),
            _ => None,
        };
        Self {
            value: answer.claim.clone().map(Value::Claim),
            met,
            degrees: is_claim.then(|| answer.degrees.clone()),
            except: is_claim.then(|| answer.except.clone()),
            note: answer.note.clone(),
            evidence: Some(answer.evidence.clone()).filter(|evidence| !evidence.is_empty()),
        }
    }
}
