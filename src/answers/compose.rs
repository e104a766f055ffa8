//! Answers that did not come out of a file, written into one: into a new one, or into one that says something already.

use std::collections::BTreeMap;

use super::change::Change;
use super::edit::{Saved, Update, UpdateError, first_of, update};
use super::questionnaire::Questionnaire;
use super::template::{Detail, Template, template};
use super::{Answer, Answers, Assessment, Clauses, Date, parse};
use crate::lang::Lang;
use crate::model::{Dimension, Group, Id, Level, Model};
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
/// comments. Its scope may grow, and its day may only become older, for what it said before is as old as it was.
///
/// # Errors
///
/// The problems of the file as it is; else the first problem that it would have afterwards.
pub fn bring(source: &Source, model: &Model, answers: &Answers) -> Result<Saved, UpdateError> {
    let now = parse(source, model).map_err(UpdateError::File)?;
    let about = &answers.assessment;
    let mut updates = updates_of_head(about, &now);
    updates.extend(day_of_both(&now, about.date).map(Update::Date));
    updates.extend(about.scope.as_deref().and_then(|scope| scope_of_both(model, &now, scope)).map(Update::Scope));
    for (id, answer) in &answers.given {
        // All that is said of clauses is replaced, so no level depends on what was there.
        let change = Change::bringing(answer);
        updates.extend(updates_of(id, &change, change.apply(now.given.get(id), |_| None).answer));
    }
    updates.extend(about.ask_again.iter().cloned().map(Update::AskAgain));
    let outcomes = answers.outcomes.iter();
    updates.extend(outcomes.map(|(metric, measured)| Update::Outcome(*metric, Some(measured.clone()))));
    update(source, model, &updates)
}

/// The day on which all of a file was confirmed, once answers of another day are in it; `None` if it stays as it is.
fn day_of_both(now: &Answers, brought: Option<Date>) -> Option<Date> {
    match now.assessment.date {
        Some(day) => brought.filter(|brought| *brought < day),
        None if now.given.is_empty() => brought,
        None => None,
    }
}

/// The areas of a file and those that are brought, in the order of the model; `None` if its scope stays as it is.
fn scope_of_both(model: &Model, now: &Answers, brought: &[Id]) -> Option<Vec<Id>> {
    let is_brought = |area: &Group| brought.contains(&area.id);
    model.areas.iter().any(|area| is_brought(area) && !now.covers(area)).then(|| {
        let areas = model.areas.iter().filter(|area| now.covers(area) || is_brought(area));
        areas.map(|area| area.id.clone()).collect()
    })
}

/// A file with what a questionnaire changed, and what that led to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Filled {
    /// The file.
    pub saved: Saved,
    /// The dimensions whose answers are others than before.
    pub changed: Vec<Id>,
    /// Those of them in which another answer stood before.
    pub replaced: Vec<Id>,
    /// Those of them whose answer was taken away; a note or evidence may be left.
    pub removed: Vec<Id>,
    /// The dimensions that had an answer, and of which the questionnaire asks and says nothing: theirs stay.
    pub kept: Vec<Id>,
    /// The team of the questionnaire, where the file names another one, which stays.
    pub other_team: Option<String>,
    /// Who joined those who are named as assessors already.
    pub joined: Vec<String>,
    /// Clauses that were named before and are not any more, though nobody said so.
    pub dropped: BTreeMap<Id, Clauses>,
}

/// Has a file say what was filled in; its scope, its day and its team stay. `level_of` is the level that an answer gives; see
/// [`crate::scoring::level_of`].
///
/// # Errors
///
/// The problems of the file as it is; else the first problem that it would have afterwards.
pub fn fill(
    source: &Source,
    model: &Model,
    questionnaire: &Questionnaire,
    level_of: impl Fn(&Dimension, &Answer) -> Option<Level>,
) -> Result<Filled, UpdateError> {
    let now = parse(source, model).map_err(UpdateError::File)?;
    let team = now.assessment.team.as_ref();
    let other_team = questionnaire.about.team.clone().filter(|other| team.is_some_and(|team| team != other));
    let about = Assessment { team: team.or(questionnaire.about.team.as_ref()).cloned(), ..questionnaire.about.clone() };
    let mut updates = updates_of_head(&about, &now);
    let (mut changed, mut replaced, mut removed) = (Vec::new(), Vec::new(), Vec::new());
    let mut dropped = BTreeMap::new();
    for dimension in model.dimensions() {
        let Some(change) = questionnaire.changes.get(&dimension.id) else { continue };
        let old = now.given.of(dimension);
        let made = change.apply(old, |answer| level_of(dimension, answer));
        let new = made.answer;
        if new.as_ref() != old {
            changed.push(dimension.id.clone());
            let claim = old.and_then(|old| old.claim.as_ref());
            let new_claim = new.as_ref().and_then(|new| new.claim.as_ref());
            match claim {
                Some(_) if new_claim.is_none() => removed.push(dimension.id.clone()),
                Some(old) if new_claim != Some(old) => replaced.push(dimension.id.clone()),
                _ => {}
            }
        }
        if !made.dropped.is_empty() {
            dropped.insert(dimension.id.clone(), made.dropped);
        }
        updates.extend(updates_of(&dimension.id, change, new));
    }
    updates.extend(questionnaire.about.ask_again.iter().cloned().map(Update::AskAgain));
    let is_answered = |id: &Id| now.given.get(id).is_some_and(|answer| answer.claim.is_some());
    let kept = questionnaire.empty.iter().filter(|id| is_answered(id)).cloned().collect();
    let is_new = |name: &&String| !now.assessment.assessors.is_empty() && !now.assessment.assessors.contains(*name);
    let joined = about.assessors.iter().filter(is_new).cloned().collect();
    let saved = update(source, model, &updates)?;
    Ok(Filled { saved, changed, replaced, removed, kept, other_team, joined, dropped })
}

/// Sets the names that are said; who assessed joins those who did.
fn updates_of_head(about: &Assessment, now: &Answers) -> Vec<Update> {
    let mut updates = Vec::new();
    updates.extend(about.team.clone().map(Update::Team));
    updates.extend(about.system.clone().map(Update::System));
    updates.extend(about.owner.clone().map(Update::Owner));
    let mut assessors = now.assessment.assessors.clone();
    for name in &about.assessors {
        if !assessors.contains(name) {
            assessors.push(name.clone());
        }
    }
    if assessors != now.assessment.assessors {
        updates.push(Update::Assessors(assessors));
    }
    updates
}

/// Sets an answer; one that says where the dimension stands is no longer to be asked anew.
fn updates_of(id: &Id, change: &Change, answer: Option<Answer>) -> impl Iterator<Item = Update> + use<> {
    let confirmed = change.value.is_some().then(|| Update::Confirmed(id.clone()));
    std::iter::once(Update::Answer(id.clone(), answer)).chain(confirmed)
}
