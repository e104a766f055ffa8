//! One assessment over time: where it stood at each point, what moved in between, and what was measured beside it.
//!
//! Nothing here says that one led to the other: levels and outcomes stand side by side.

use std::collections::HashSet;

use crate::answers::{Date, Measurement, Metric, Outcomes};
use crate::commands::Commands;
use crate::diff::{Direction, Move};
use crate::lang::Text;
use crate::model::{Id, Node};
use crate::rollup::{Standing, View, standings};
use crate::scoring::Outcome;

/// One assessment over time.
#[derive(Clone, Debug)]
pub struct Trend<'m> {
    /// The part of the model that is looked at, and how far down.
    pub view: View<'m>,
    /// The points and gaps, the earliest first.
    pub entries: Vec<Entry<'m>>,
    /// What the commands that show what moved need besides.
    pub commands: Commands,
}

/// One of the places of a trend.
#[derive(Clone, Debug)]
pub enum Entry<'m> {
    /// Answers that could be read.
    Point(Box<Point<'m>>),
    /// Answers that could not be read.
    Gap(Gap),
}

/// Which answers, and of when.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stamp {
    /// The day: that of the revision, or on which the answers were confirmed.
    pub at: Option<Date>,
    /// The commit; `None` for a file.
    pub revision: Option<String>,
    /// The file, as it was called then.
    pub path: String,
    /// What a command line calls them: `git:1a2b3c4d:answers.toml`, or the file; `None` where no plain word does, and where
    /// names are left out.
    pub word: Option<String>,
}

/// Where it stood at one point.
#[derive(Clone, Debug)]
pub struct Point<'m> {
    /// Which answers, and of when.
    pub stamp: Stamp,
    /// The team.
    pub team: Option<String>,
    /// The day on which the whole was last confirmed.
    pub date: Option<Date>,
    /// The areas that are assessed, in the model's order.
    pub scope: Vec<&'m Id>,
    /// Where it stood, in the order of [`View::nodes`]; `None` for what was out of scope.
    pub standings: Vec<Option<Standing>>,
    /// What was measured.
    pub outcomes: Outcomes,
    /// How many dimensions moved since the point before; `None` at the first.
    pub moved: Option<DimensionMoves>,
}

/// How many dimensions went which way.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct DimensionMoves {
    /// Up.
    pub up: usize,
    /// Down.
    pub down: usize,
    /// Neither, and yet an answer changed.
    pub changed: usize,
}

impl DimensionMoves {
    fn of(moves: &[Move<'_>]) -> Self {
        let count = |way| moves.iter().filter(|it| it.direction == way).count();
        Self { up: count(Direction::Up), down: count(Direction::Down), changed: count(Direction::Changed) }
    }
}

/// Answers that could not be read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Gap {
    /// Which answers, and of when.
    pub stamp: Stamp,
    /// Why they could not be read.
    pub message: Text,
    /// What to do about it.
    pub help: Option<Text>,
}

/// What a point is made of.
#[derive(Clone, Copy, Debug)]
pub struct PointInput<'a, 'o> {
    /// What follows from the answers.
    pub outcome: &'a Outcome<'o>,
    /// What moved since the point before; `None` at the first.
    pub moved: Option<&'a [Move<'o>]>,
}

impl<'m> Trend<'m> {
    /// A trend without points.
    #[must_use]
    pub fn new(view: View<'m>) -> Self {
        Self { view, entries: Vec::new(), commands: Commands::default() }
    }

    /// Adds a point behind the others.
    pub fn add(&mut self, stamp: Stamp, input: PointInput<'_, '_>) {
        let PointInput { outcome, moved } = input;
        let about = &outcome.answers.assessment;
        let point = Point {
            stamp,
            team: about.team.clone(),
            date: about.date,
            scope: self.view.scope(outcome.answers),
            standings: standings(outcome, &self.view),
            outcomes: outcome.answers.outcomes.clone(),
            moved: moved.map(DimensionMoves::of),
        };
        self.entries.push(Entry::Point(Box::new(point)));
    }

    /// Adds a gap behind the other entries.
    pub fn leave_gap(&mut self, gap: Gap) {
        self.entries.push(Entry::Gap(gap));
    }

    /// The points, the earliest first.
    #[must_use]
    pub fn points(&self) -> impl DoubleEndedIterator<Item = &Point<'m>> {
        self.entries.iter().filter_map(|entry| match entry {
            Entry::Point(point) => Some(&**point),
            Entry::Gap(_) => None,
        })
    }

    /// The gaps, the earliest first.
    pub fn gaps(&self) -> impl Iterator<Item = &Gap> {
        self.entries.iter().filter_map(|entry| match entry {
            Entry::Gap(gap) => Some(gap),
            Entry::Point(_) => None,
        })
    }

    /// Where one node stood at each place; `None` at gaps and where it was out of scope.
    pub fn course(&self, place: usize) -> impl Iterator<Item = Option<&Standing>> {
        self.entries.iter().map(move |entry| match entry {
            Entry::Point(point) => point.standings[place].as_ref(),
            Entry::Gap(_) => None,
        })
    }

    /// What was measured of one metric at each place; `None` at gaps and where nothing was given.
    pub fn measured(&self, metric: Metric) -> impl Iterator<Item = Option<&Measurement>> {
        self.entries.iter().map(move |entry| match entry {
            Entry::Point(point) => point.outcomes.get(&metric),
            Entry::Gap(_) => None,
        })
    }

    /// The metrics of which anything was measured.
    #[must_use]
    pub fn metrics(&self) -> Vec<Metric> {
        Metric::all().filter(|metric| self.measured(*metric).any(|measured| measured.is_some())).collect()
    }

    /// The places of [`View::nodes`] that were in scope at any point, from what is looked at down to `storeys` below it.
    #[must_use]
    pub fn places(&self, storeys: usize) -> Vec<usize> {
        let storey = self.view.top.storey() + storeys;
        let is_there = |place: &usize| self.course(*place).any(|standing| standing.is_some());
        let nodes = self.view.nodes();
        let places: Vec<_> =
            (0..nodes.len()).filter(|place| nodes[*place].storey() <= storey).filter(is_there).collect();
        // A whole of one area alone is that area.
        match places[..] {
            [0, ref rest @ ..] if is_single_area(nodes, rest) => rest.to_vec(),
            _ => places,
        }
    }

    /// Whether the areas that are assessed are not the same at all points: wholes then say different things.
    #[must_use]
    pub fn changes_scope(&self) -> bool {
        let mut scopes = self.points().map(|point| &point.scope);
        scopes.next().is_some_and(|first| scopes.any(|scope| scope != first))
    }
}

fn is_single_area(nodes: &[Node<'_>], places: &[usize]) -> bool {
    matches!(nodes[0], Node::Model(_)) && places.iter().filter(|place| nodes[**place].storey() == 1).count() == 1
}

impl Point<'_> {
    /// Where the top of what is looked at stood; `None` if it was out of scope.
    #[must_use]
    pub fn top(&self) -> Option<&Standing> {
        self.standings.first().and_then(Option::as_ref)
    }
}

/// How many points are taken: the last of each span of time.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Every {
    /// Every commit.
    #[default]
    Commit,
    /// The last of a week, from Monday on.
    Week,
    /// The last of a month.
    Month,
    /// The last of a quarter.
    Quarter,
}

impl Every {
    /// The places of the days that are taken, of days in the order of the history.
    ///
    /// A day may be earlier than the one before it: the last in the order counts, and not the latest.
    #[must_use]
    pub fn last_of_each(self, days: &[Date]) -> Vec<usize> {
        let span = |day: Date| match self {
            Self::Commit => None,
            Self::Week => Some(day.weeks()),
            Self::Month => Some(day.months()),
            Self::Quarter => Some(day.months() / 3),
        };
        let mut seen = HashSet::new();
        let is_last = |place: &usize| span(days[*place]).is_none_or(|span| seen.insert(span));
        let mut last: Vec<_> = (0..days.len()).rev().filter(is_last).collect();
        last.reverse();
        last
    }
}
