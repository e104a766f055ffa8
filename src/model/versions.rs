//! What minor versions of a model changed: where a clause or an id of an earlier version stands now.

use std::fmt;
use std::str::FromStr;

use serde::Serialize;

use super::{ClauseId, Id, Model, Node};
use crate::problem::Refusal;

/// A version as answers name it, `major.minor`; `"1"` reads as `1.0`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Version {
    /// Another one may have other ids.
    pub major: u32,
    /// A higher one carries over what answers to a lower one say.
    pub minor: u32,
}

impl FromStr for Version {
    type Err = Refusal;

    /// Reads numbers without leading zeros: `1.1`, or `1` for `1.0`.
    fn from_str(word: &str) -> Result<Self, Refusal> {
        let number = |part: &str| part.parse().ok().filter(|number: &u32| number.to_string() == part);
        let (major, minor) = word.split_once('.').unwrap_or((word, "0"));
        let version = number(major).zip(number(minor)).map(|(major, minor)| Self { major, minor });
        version.ok_or_else(|| {
            Refusal::new(text!("`{word}` is not a version", "`{word}` 不是版本号"))
                .help(text!("write major and minor number, as `1.0`", "请写主版本号和次版本号，如 `1.0`"))
        })
    }
}

impl fmt::Display for Version {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "{}.{}", self.major, self.minor)
    }
}

impl Serialize for Version {
    /// As it is written: `1.1`.
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

/// One entry of `[[changes]]`: what became of a node or a clause in a version.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct VersionChange {
    /// The first version with this change.
    pub since: Version,
    /// The node or clause: by its place since then where it asks more, else by its place before.
    pub place: Place,
    /// What became of it.
    pub fate: Fate,
}

/// A node, or a clause of a dimension.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Place {
    /// The id of the node.
    pub id: Id,
    /// The clause of that dimension; `None` for the node itself.
    pub clause: Option<ClauseId>,
}

impl FromStr for Place {
    type Err = Refusal;

    /// Reads a clause by its full name: the id of its dimension, a dot, its place.
    fn from_str(word: &str) -> Result<Self, Refusal> {
        let mut parts = word.rsplitn(3, '.');
        let (number, level, id) = (parts.next(), parts.next(), parts.next());
        let place = || {
            let clause = format!("{}.{}", level?, number?).parse().ok()?;
            Some(Self { id: Id(id?.to_owned().into()), clause: Some(clause) })
        };
        place().ok_or_else(|| {
            Refusal::new(text!("`{word}` is not the full name of a clause", "`{word}` 不是要求的完整名称")).help(text!(
                "write the id of the dimension and the place, as `area.domain.sub-domain.dimension.3.1`",
                "请写维度的 id 和位置，如 `area.domain.sub-domain.dimension.3.1`"
            ))
        })
    }
}

impl fmt::Display for Place {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.clause {
            Some(clause) => write!(out, "{}.{clause}", self.id),
            None => self.id.fmt(out),
        }
    }
}

/// What became of a node or a clause.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Fate {
    /// It stands elsewhere. One place may move to several, and several to one.
    Moved(Place),
    /// It is no longer asked.
    Gone,
    /// It is new, or asks more than before.
    AsksMore,
}

/// What an id of an earlier version is by this one.
#[derive(Clone, Copy, Debug)]
pub enum Became<'m> {
    /// It is called otherwise now.
    Moved(Node<'m>),
    /// It is no longer asked.
    Gone,
    /// It was never there.
    Unknown,
}

/// Where a clause stood in an earlier version.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Origin {
    /// All that it was made of; empty for a new clause.
    pub places: Vec<Place>,
    /// Whether it asks something that was not asked then.
    pub asks_more: bool,
}

impl Model {
    /// The version that answers to this model name.
    #[must_use]
    pub fn answers_version(&self) -> Version {
        let mut numbers = self.version.split('.').map(|number| number.parse().unwrap_or_default());
        let mut next = || numbers.next().unwrap_or_default();
        Version { major: next(), minor: next() }
    }

    /// What changed after a version: to be made once where many places are asked for.
    #[must_use]
    pub fn history(&self, from: Version) -> History<'_> {
        let mut after: Vec<_> = self.changes.iter().filter(|change| change.since > from).collect();
        after.sort_by_key(|change| change.since);
        History { versions: after.chunk_by(|one, other| one.since == other.since).map(<[_]>::to_vec).collect() }
    }

    /// Where a node or clause of version `from` stands now: in more than one place, or in none if it is gone.
    ///
    /// The places need not exist: a place that no change names stays what it is.
    #[must_use]
    pub fn places_now(&self, place: &Place, from: Version) -> Vec<Place> {
        let mut places = vec![place.clone()];
        for changes in self.history(from).versions {
            places = places.iter().flat_map(|place| step_forward(place, &changes)).collect();
        }
        places
    }

    /// What became of an id of version `from` that this version does not have.
    #[must_use]
    pub fn what_became_of(&self, id: &str, from: Version) -> Became<'_> {
        let place = Place { id: Id(id.to_owned().into()), clause: None };
        match self.places_now(&place, from).as_slice() {
            [] => Became::Gone,
            [now, ..] => self.find(now.id.as_str()).map_or(Became::Unknown, Became::Moved),
        }
    }

    /// Whether a clause stood at this place in version `from`, by what changed since: it need not be there now.
    #[must_use]
    pub fn names_earlier(&self, place: &Place, from: Version) -> bool {
        self.changes.iter().any(|change| change.since > from && change.place == *place && change.fate != Fate::AsksMore)
    }

    /// Whether a dimension as a whole asks more than it did in version `from`.
    #[must_use]
    pub fn asks_more(&self, dimension: &Id, from: Version) -> bool {
        let changes = self.changes.iter().filter(|change| change.since > from && change.fate == Fate::AsksMore);
        let mut places = changes
            .filter(|change| change.place.clause.is_none())
            .flat_map(|change| self.places_now(&change.place, change.since));
        places.any(|place| dimension.is_within(&place.id))
    }

    /// Whether anything about the clauses of a dimension changed after version `from`.
    #[must_use]
    pub fn changes_clauses(&self, dimension: &Id, from: Version) -> bool {
        let of = |id: &Id| self.places_now(&Place { id: id.clone(), clause: None }, from);
        let is_own = |place: &Place| {
            let is_it = || place.id == *dimension || of(&place.id).iter().any(|now| now.id == *dimension);
            place.clause.is_some() && is_it()
        };
        let names = |change: &VersionChange| match &change.fate {
            Fate::Moved(to) => is_own(&change.place) || is_own(to),
            Fate::Gone | Fate::AsksMore => is_own(&change.place),
        };
        self.changes.iter().any(|change| change.since > from && names(change))
    }
}

/// What changed in a model after a version.
#[derive(Clone, Debug)]
pub struct History<'m> {
    /// The changes of each version that has any, the oldest first.
    versions: Vec<Vec<&'m VersionChange>>,
}

impl History<'_> {
    /// Where a clause that is there now stood before these changes.
    #[must_use]
    pub fn origin(&self, dimension: &Id, clause: ClauseId) -> Origin {
        let mut origin =
            Origin { places: vec![Place { id: dimension.clone(), clause: Some(clause) }], asks_more: false };
        for changes in self.versions.iter().rev() {
            let mut before = Vec::new();
            for place in &origin.places {
                let names = |change: &&&VersionChange| change.fate == Fate::AsksMore && change.place.holds(place);
                let found = step_back(place, changes);
                origin.asks_more |= found.is_empty() || changes.iter().any(|change| names(&change));
                before.extend(found);
            }
            origin.places = before;
        }
        origin
    }
}

impl Place {
    /// Whether `other` is this or stands in it.
    fn holds(&self, other: &Self) -> bool {
        match self.clause {
            Some(_) => self == other,
            None => other.id.is_within(&self.id),
        }
    }

    /// This place, with the beginning `from` of its id replaced by `to`.
    fn rebased(&self, from: &Id, to: &Id) -> Self {
        let rest = &self.id.as_str()[from.as_str().len()..];
        Self { id: Id(format!("{to}{rest}").into()), clause: self.clause }
    }
}

/// Where a place stands after the changes of one version.
fn step_forward(place: &Place, changes: &[&VersionChange]) -> Vec<Place> {
    let own: Vec<_> = changes.iter().filter(|change| change.place == *place && change.fate != Fate::AsksMore).collect();
    if !own.is_empty() {
        let to = own.iter().filter_map(|change| match &change.fate {
            Fate::Moved(to) => Some(to.clone()),
            Fate::Gone | Fate::AsksMore => None,
        });
        return to.collect();
    }
    match closest(changes, |change| change.place.clause.is_none() && place.id.is_within(&change.place.id)) {
        Some(VersionChange { fate: Fate::Gone, .. }) => Vec::new(),
        Some(VersionChange { fate: Fate::Moved(to), place: from, .. }) => vec![place.rebased(&from.id, &to.id)],
        _ => vec![place.clone()],
    }
}

/// Where a clause stood before the changes of one version; empty if it is new.
fn step_back(place: &Place, changes: &[&VersionChange]) -> Vec<Place> {
    let moved_here = |change: &&&VersionChange| matches!(&change.fate, Fate::Moved(to) if to == place);
    let sources: Vec<_> = changes.iter().filter(moved_here).map(|change| change.place.clone()).collect();
    if !sources.is_empty() {
        return sources;
    }
    // What stood here went away, so that this is something else.
    if changes.iter().any(|change| change.place == *place && change.fate != Fate::AsksMore) {
        return Vec::new();
    }
    let target = |change: &VersionChange| match &change.fate {
        Fate::Moved(to) if to.clause.is_none() => Some(to.id.clone()),
        _ => None,
    };
    let is_above = |change: &VersionChange| target(change).is_some_and(|to| place.id.is_within(&to));
    match closest(changes, is_above) {
        Some(VersionChange { fate: Fate::Moved(to), place: from, .. }) => vec![place.rebased(&to.id, &from.id)],
        _ => vec![place.clone()],
    }
}

/// Of the changes of nodes that hold a place, the one that names it most closely.
fn closest<'c>(changes: &[&'c VersionChange], is_above: impl Fn(&VersionChange) -> bool) -> Option<&'c VersionChange> {
    let above = changes.iter().filter(|change| change.fate != Fate::AsksMore && is_above(change));
    above.max_by_key(|change| change.place.id.as_str().len()).copied()
}
