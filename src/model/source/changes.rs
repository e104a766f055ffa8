//! Reads what the minor versions of a model changed, and holds it to the model as it is.

use std::ops::Range;

use super::{Author, MOST_CHANGES};
use crate::document::{Section, Value};
use crate::lang::Text;
use crate::model::{Fate, Id, Model, Node, Place, Version, VersionChange};
use crate::problem::{Problem, did_you_mean};

/// A change and where it stands.
pub(super) type PlacedChange = (VersionChange, Range<usize>);

impl Author<'_> {
    /// The list `changes`.
    pub(super) fn changes(&mut self, root: &mut Section<'_, '_>) -> Vec<PlacedChange> {
        let values = self.bounded(root, "changes", MOST_CHANGES);
        values.iter().filter_map(|value| self.change(value)).collect()
    }

    fn change(&mut self, value: &Value<'_>) -> Option<PlacedChange> {
        let mut section = self.reader.section(value)?;
        let since = self.require(&mut section, "since").and_then(|(reader, value)| {
            let version = reader.string(value)?.parse::<Version>();
            version.map_err(|refusal| reader.problems.push(refusal.at(value.span()))).ok()
        });
        let (id, clause) = (section.take("id"), section.take("clause"));
        let (to, gone, asks_more) = (section.take("to"), section.take("gone"), section.take("asks-more"));
        let span = section.span();
        section.close(&mut self.reader);
        let place = match (id, clause) {
            (Some(id), None) => self.node_place(id)?,
            (None, Some(clause)) => self.clause_place(clause)?,
            _ => {
                let message = text!("a change is of an `id` or of a `clause`", "变化针对一个 `id` 或一条 `clause`");
                return self.reader.reject(Problem::new(span, message).help(text!("name one of them", "请写其中之一")));
            }
        };
        let fate = match (to, gone, asks_more) {
            (Some(to), None, None) if place.clause.is_some() => Fate::Moved(self.clause_place(to)?),
            (Some(to), None, None) => Fate::Moved(self.node_place(to)?),
            (None, Some(value), None) => self.only_true(value, Fate::Gone)?,
            (None, None, Some(value)) => self.only_true(value, Fate::AsksMore)?,
            _ => {
                let message = text!("it is not said what changed", "未说明发生了什么变化");
                let help = text!(
                    "write one of `to`, `gone = true` and `asks-more = true`",
                    "请写 `to`、`gone = true`、`asks-more = true` 之一"
                );
                return self.reader.reject(Problem::new(span, message).help(help));
            }
        };
        Some((VersionChange { since: since?, place, fate }, span))
    }

    fn node_place(&mut self, value: &Value<'_>) -> Option<Place> {
        let id = self.reader.string(value)?;
        id.split('.').all(|key| self.key(key, value.span()).is_some()).then(|| Place { id: owned(id), clause: None })
    }

    fn clause_place(&mut self, value: &Value<'_>) -> Option<Place> {
        let read = self.reader.string(value)?.parse::<Place>();
        read.map_err(|refusal| self.reader.problems.push(refusal.at(value.span()))).ok()
    }

    /// A word that is said with `true` or not at all.
    fn only_true(&mut self, value: &Value<'_>, fate: Fate) -> Option<Fate> {
        if self.reader.boolean(value)? {
            return Some(fate);
        }
        let message = text!("`false` says nothing here", "此处写 `false` 没有意义");
        self.reader.reject(Problem::new(value.span(), message).help(text!("write `true`", "请写 `true`")))
    }

    /// Notes every change that does not fit the model.
    pub(super) fn check_changes(&mut self, model: &Model, changes: &[PlacedChange]) {
        for (number, (change, span)) in changes.iter().enumerate() {
            // What went away and what is new in its place do not contradict each other.
            let is_contradicted = |(other, _): &&PlacedChange| {
                let fates = [&other.fate, &change.fate];
                (other.since, &other.place) == (change.since, &change.place)
                    && (other.fate == change.fate
                        || !fates.contains(&&Fate::AsksMore)
                            && (fates.contains(&&Fate::Gone) || change.place.clause.is_none()))
            };
            let found = match changes[..number].iter().find(is_contradicted) {
                Some(_) => Some(contradiction(&change.place)),
                None => problem_of(model, change),
            };
            self.reader.problems.extend(found.map(|problem| Problem { span: span.clone(), ..problem }));
        }
    }
}

fn owned(id: &str) -> Id {
    Id(id.to_owned().into())
}

fn contradiction(place: &Place) -> Problem {
    let message = text!("a second change of `{place}` in one version", "同一版本中 `{place}` 的第二项变化");
    Problem::new(0..0, message).help(text!("keep one of them", "请只保留一个"))
}

/// What is wrong with a change in this model; its place is to be filled in.
fn problem_of(model: &Model, change: &VersionChange) -> Option<Problem> {
    let VersionChange { since, place, fate } = change;
    let now = model.answers_version();
    if since.major != now.major || *since > now || since.minor == 0 {
        let message = text!(
            "no change can be told of version `{since}` in this model, which is {now}",
            "该模型的版本为 {now}，不能写版本 `{since}` 的变化"
        );
        let major = now.major;
        let help = if now.minor == 0 {
            text!("remove it: {now} comes before every minor version", "请将其删除：{now} 之前没有次版本")
        } else {
            text!("name a version from {major}.1 to {now}", "请写 {major}.1 到 {now} 之间的版本")
        };
        return Some(Problem::new(0..0, message).help(help));
    }
    let (wanted, before) = match fate {
        Fate::Moved(to) => (Some(to), Some(place)),
        Fate::Gone => (None, Some(place)),
        Fate::AsksMore => (Some(place), None),
    };
    let missing = wanted.and_then(|wanted| {
        let lost = model.places_now(wanted, *since).into_iter().find(|place| !is_there(model, place))?;
        Some(not_there(model, &lost))
    });
    missing.or_else(|| before.and_then(|before| left_behind(model, before, *since)))
}

fn is_there(model: &Model, place: &Place) -> bool {
    match (model.find(place.id.as_str()), place.clause) {
        (Some(Node::Dimension(dimension)), Some(clause)) => dimension.clause(clause).is_some(),
        (Some(_), None) => place.id != model.id,
        _ => false,
    }
}

fn not_there(model: &Model, place: &Place) -> Problem {
    let problem = |message: Text| Problem::new(0..0, message);
    let Some(Node::Dimension(dimension)) = model.find(place.id.as_str()) else {
        let id = &place.id;
        let problem = problem(text!("there is no `{id}` in the model", "模型中没有 `{id}`"));
        let help = did_you_mean(id.as_str(), model.nodes().map(|node| node.id().as_str()));
        let help = help.unwrap_or_else(|| text!("write the full id of what is there", "请写模型中已有内容的完整 id"));
        return problem.help(help);
    };
    let Text { en, zh, .. } = Text::list_words(dimension.all_clauses().map(|(id, _)| id));
    problem(text!("there is no clause `{place}` in the model", "模型中没有要求 `{place}`"))
        .help(text!("the dimension has {en}", "该维度有 {zh}"))
}

/// Why what moved or is gone cannot have, in what stands at its old place now.
fn left_behind(model: &Model, place: &Place, since: Version) -> Option<Problem> {
    let Some(clause) = place.clause else {
        // Ids are never used again.
        return is_there(model, place).then(|| {
            let message = text!("`{place}` is still there", "`{place}` 仍然存在");
            let help = text!("ids are never used again: give the new one another", "id 不会重复使用：请为新的另取 id");
            Problem::new(0..0, message).help(help)
        });
    };
    let Some(Node::Dimension(dimension)) = model.find(place.id.as_str()) else { return None };
    dimension.clause(clause)?;
    let is_named = |change: &VersionChange| match &change.fate {
        Fate::Moved(to) => to == place && change.since >= since,
        Fate::AsksMore => change.place == *place && change.since >= since,
        Fate::Gone => false,
    };
    if model.changes.iter().any(is_named) {
        return None;
    }
    let message = text!(
        "`{place}` is still there, and nothing says what stands there now",
        "`{place}` 仍然存在，却未说明现在是什么"
    );
    let help = text!(
        "say which clause moved there, or write `asks-more = true` for a new one",
        "请写明哪条要求移到了此处；若是新要求，请写 `asks-more = true`"
    );
    Some(Problem::new(0..0, message).help(help))
}
