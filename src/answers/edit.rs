//! Changes what an answers file says and leaves every other byte of it as it is; the new text is proved by reading it.
//!
//! How, and why it is not left to a library: `docs/design.md`, "Editing in place" and "Saves".

mod fields;
mod lines;
mod sequence;
mod value;
mod wish;

use std::cell::OnceCell;
use std::collections::HashMap;

use super::{Answer, Answers, Carried, Date, Measurement, Metric, Review, carry, parse};
use crate::document;
use crate::model::{Id, Model};
use crate::problem::{Problems, Refusal, Source};
use fields::FIELDS;
pub(super) use fields::put_answer;
pub(super) use lines::rewrite;
use value::Rank;
use wish::Fields;
pub(super) use wish::{Wish, key, string};

/// One thing that an answers file is to say.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Update {
    /// The answer to a dimension; `None` removes it.
    Answer(Id, Option<Answer>),
    /// The answer to a dimension holds, also where it was to be asked anew.
    Confirmed(Id),
    /// The dimension is to be asked anew.
    AskAgain(Id),
    /// How far a review is; `None` if none is under way.
    Review(Option<Review>),
    /// The day the whole was last confirmed.
    Date(Date),
    /// The areas that are assessed.
    Scope(Vec<Id>),
    /// The team.
    Team(String),
    /// The system that is assessed.
    System(String),
    /// Who answers for the assessment.
    Owner(String),
    /// Who assessed.
    Assessors(Vec<String>),
    /// What is measured of the delivery; `None` removes it.
    Outcome(Metric, Option<Measurement>),
}

/// The text of an answers file, and the answers that were read from that very text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Saved {
    /// The whole text.
    pub text: String,
    /// What it says.
    pub answers: Answers,
    /// What was brought to this version of the model on the way; `None` if the file named it already.
    pub carried: Option<Carried>,
}

/// Why a file cannot be changed as it was asked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum UpdateError {
    /// The file has problems already.
    File(Problems),
    /// The file would have this problem afterwards.
    Input(Refusal),
}

impl std::error::Error for UpdateError {}

impl std::fmt::Display for UpdateError {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::File(problems) => problems.fmt(out),
            Self::Input(refusal) => refusal.fmt(out),
        }
    }
}

/// Makes a file say all of `updates`, and what it said before of everything else.
///
/// What is new stands where the model puts it. What says the same as before keeps its bytes; comments, order,
/// formatting, byte order mark and line ends stay.
///
/// # Errors
///
/// The problems of the file as it is; else the problem that it would have with the updates.
///
/// # Examples
///
/// ```
/// use assess::answers::{Update, UpdateError, update};
/// use assess::embedded;
/// use assess::problem::Source;
///
/// let text = "\
/// schema = 1
/// [assessment]
/// model = 'devops'          # ours
/// model-version = '1.1'
/// ";
/// let file = Source { name: "answers.toml".to_owned(), text: text.to_owned() };
/// let saved = update(&file, embedded::model(), &[Update::Team("payments".to_owned())])?;
/// assert!(saved.text.contains("model = 'devops'          # ours\n"));
/// assert_eq!(saved.answers.assessment.team.as_deref(), Some("payments"));
/// # Ok::<(), UpdateError>(())
/// ```
pub fn update(source: &Source, model: &Model, updates: &[Update]) -> Result<Saved, UpdateError> {
    let mut wanted = parse(source, model).map_err(UpdateError::File)?;
    let carried = wanted.carried.take();
    let renewed = carried.as_ref().map(|carried| carry::renew(&source.text, model, &wanted, carried));
    let source = match renewed {
        Some(text) => &Source { name: source.name.clone(), text },
        None => source,
    };
    wanted.assessment.model_version = model.answers_version();
    let mut wishes = Vec::new();
    for update in updates {
        wish_for(update, model, &wanted, &mut wishes);
        update.apply(&mut wanted);
    }
    let order = order(model);
    sort(&mut wishes, &mut Vec::new(), &order);
    let (mark, text) = document::split_mark(&source.text);
    let text = format!("{mark}{}", rewrite(text, &wishes, &order));
    let saved = prove(&source.name, text, model).map_err(UpdateError::Input)?;
    if !says_the_same(&saved.answers, &wanted) {
        let message = text!("this change cannot be written into the file", "无法将此更改写入该文件");
        let help = text!("make it by hand, in an editor", "请在编辑器中手工修改");
        return Err(UpdateError::Input(Refusal::new(message).help(help)));
    }
    Ok(Saved { carried, ..saved })
}

/// Reads a text that is about to be written.
///
/// # Errors
///
/// The first problem of the text: that of what was put into it.
pub(super) fn prove(name: &str, text: String, model: &Model) -> Result<Saved, Refusal> {
    document::check_size(name, text.len())?;
    let source = Source { name: name.to_owned(), text };
    match parse(&source, model) {
        Ok(answers) => Ok(Saved { text: source.text, answers, carried: None }),
        Err(problems) => Err(first_of(problems)),
    }
}

/// The first problem of a text that is about to be written, which says nothing of a place in it.
pub(super) fn first_of(problems: Problems) -> Refusal {
    let first = problems.0.into_iter().flat_map(|file| file.problems).next();
    let first = first.map(|problem| Refusal { message: problem.message, help: problem.help });
    first.unwrap_or_else(|| Refusal::new(text!("the file would be unreadable", "文件将无法读取")))
}

impl Update {
    fn apply(&self, answers: &mut Answers) {
        match self {
            Self::Answer(id, Some(answer)) => drop(answers.given.insert(id.clone(), answer.clone())),
            Self::Answer(id, None) => drop(answers.given.remove(id)),
            Self::Confirmed(id) => answers.assessment.ask_again.retain(|other| other != id),
            Self::AskAgain(id) => {
                if !answers.assessment.ask_again.contains(id) {
                    answers.assessment.ask_again.push(id.clone());
                }
            }
            Self::Review(review) => answers.assessment.review.clone_from(review),
            Self::Date(date) => answers.assessment.date = Some(*date),
            Self::Scope(scope) => answers.assessment.scope = Some(scope.clone()),
            Self::Team(team) => answers.assessment.team = Some(team.clone()),
            Self::System(system) => answers.assessment.system = Some(system.clone()),
            Self::Owner(owner) => answers.assessment.owner = Some(owner.clone()),
            Self::Assessors(names) => answers.assessment.assessors.clone_from(names),
            Self::Outcome(metric, Some(measured)) => drop(answers.outcomes.insert(*metric, measured.clone())),
            Self::Outcome(metric, None) => drop(answers.outcomes.remove(metric)),
        }
    }
}

/// Adds what an update changes of what `now` says.
fn wish_for(update: &Update, model: &Model, now: &Answers, wishes: &mut Fields) {
    match update {
        Update::Answer(id, None) => put(wishes, &path_of(id), Wish::Removed),
        Update::Answer(id, Some(new)) => {
            put_answer(wishes, model, id, &now.given.get(id).cloned().unwrap_or_default(), new);
        }
        Update::Date(date) => put(wishes, &["assessment", "date"], Wish::Date(*date)),
        Update::Scope(scope) => put(wishes, &["assessment", "scope"], set_of(scope)),
        Update::Team(team) => put(wishes, &["assessment", "team"], Wish::Text(team.clone())),
        Update::System(system) => put(wishes, &["assessment", "system"], Wish::Text(system.clone())),
        Update::Owner(owner) => put(wishes, &["assessment", "owner"], Wish::Text(owner.clone())),
        Update::Assessors(names) => put(wishes, &["assessment", "assessors"], Wish::List(names.clone())),
        Update::Outcome(metric, measured) => {
            let wish = measured.as_ref().map_or(Wish::Removed, |measured| Wish::Text(measured.to_string()));
            put(wishes, &["outcomes", &metric.to_string()], wish);
        }
        Update::Confirmed(id) => {
            let others = now.assessment.ask_again.iter().filter(|other| *other != id);
            put(wishes, &["assessment", "ask-again"], set_of(others));
        }
        Update::AskAgain(id) => {
            let others = now.assessment.ask_again.iter().filter(|other| *other != id);
            put(wishes, &["assessment", "ask-again"], set_of(others.chain([id])));
        }
        Update::Review(review) => put(wishes, &["assessment", "review"], wish_for_review(review.as_ref())),
    }
}

/// How far a review is; gone if none is under way.
pub(super) fn wish_for_review(review: Option<&Review>) -> Wish {
    let Some(Review { since, until }) = review else { return Wish::Removed };
    let fields = [("since", Wish::Date(*since)), ("until", Wish::Text(until.to_string()))];
    Wish::Value { short: "since", fields: fields.map(|(field, wish)| (field.to_owned(), wish)).into() }
}

/// These ids in any order; gone if there are none.
pub(super) fn set_of<'i>(ids: impl IntoIterator<Item = &'i Id>) -> Wish {
    let ids: Vec<_> = ids.into_iter().map(ToString::to_string).collect();
    if ids.is_empty() { Wish::Removed } else { Wish::Set(ids) }
}

fn path_of(id: &Id) -> Vec<&str> {
    ["answers"].into_iter().chain(id.as_str().split('.')).collect()
}

/// Puts a wish into the tree of all; a later one for the same key counts.
pub(super) fn put(wishes: &mut Fields, path: &[&str], wish: Wish) {
    let [name, rest @ ..] = path else { return };
    let found = wishes.iter().position(|(key, _)| key == name);
    let at = found.unwrap_or_else(|| {
        wishes.push(((*name).to_owned(), Wish::Part(Vec::new())));
        wishes.len() - 1
    });
    match (rest, &mut wishes[at].1) {
        ([], old) => *old = wish,
        (rest, Wish::Part(below)) => put(below, rest, wish),
        (_, _) => {}
    }
}

/// Puts all that is new into the order of the model.
pub(super) fn sort(wishes: &mut Fields, path: &mut Vec<String>, order: &Rank<'_>) {
    wishes.sort_by_cached_key(|(name, _)| {
        order(&path.iter().map(String::as_str).chain([name.as_str()]).collect::<Vec<_>>())
    });
    for (name, wish) in wishes {
        if let Wish::Part(below) = wish {
            path.push(name.clone());
            sort(below, path, order);
            path.pop();
        }
    }
}

/// The keys of `[assessment]`, in the order in which they are written.
pub const HEAD: [&str; 10] =
    ["model", "model-version", "team", "system", "owner", "date", "assessors", "scope", "ask-again", "review"];

/// Tells the place of a key in its table, or of a header in the file: that of its node in the model.
pub(super) fn order(model: &Model) -> impl Fn(&[&str]) -> usize {
    // Most updates change what is there, and ask for no place.
    let places = OnceCell::new();
    move |path| {
        let nodes = || model.nodes().zip(0..).map(|(node, place)| (node.id().as_str(), place));
        let place_of = |id: &str| places.get_or_init(|| nodes().collect::<HashMap<_, usize>>()).get(id).copied();
        let among = |keys: &[&str]| keys.iter().position(|key| path.last() == Some(key)).unwrap_or(keys.len());
        match path {
            ["assessment"] => 0,
            ["answers"] => 1,
            ["outcomes"] => 2,
            ["outcomes", name] => Metric::all().position(|metric| metric.to_string() == *name).unwrap_or(HEAD.len()),
            ["answers", parts @ ..] => place_of(&parts.join(".")).unwrap_or_else(|| among(&FIELDS)),
            _ => among(&HEAD),
        }
    }
}

/// Whether two files say the same, wherever in them it stands.
fn says_the_same(one: &Answers, other: &Answers) -> bool {
    let in_order = |answers: &Answers| {
        let mut answers = answers.clone();
        answers.assessment.ask_again.sort();
        if let Some(scope) = &mut answers.assessment.scope {
            scope.sort();
        }
        answers
    };
    in_order(one) == in_order(other)
}
