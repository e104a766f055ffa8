//! The lines of all teams, taken one by one, and what follows from them together.

use std::collections::BTreeMap;

use super::age::{AgeBand, bands};
use super::broken::Broken;
use super::distribution::{Compared, Distribution, Holding, distributions, holding};
use super::lever::{Lever, Tally};
use super::line::Line;
use super::peers::{Peers, peers};
use super::statement::Statements;
use super::view::View;
use crate::answers::{Date, Metric};
use crate::model::{Id, Node};

/// Many teams, and what follows from them together.
#[derive(Clone, Debug)]
pub struct Rollup<'m> {
    /// What of the model is shown.
    pub view: View<'m>,
    /// The day that ages count to, and on which exceptions end.
    pub day: Date,
    /// The earlier answers that are compared with, as they were named; `None` if none are.
    pub compared: Option<String>,
    /// The name of the earlier answers, if no file had any to compare with; then `compared` is `None`.
    pub compared_in_vain: Option<String>,
    /// How many teams do not assess what is looked at, and are not counted.
    pub outside: usize,
    /// One line a team, in the order of the files.
    pub lines: Vec<Line<'m>>,
    /// The teams of each scope that occurs, the scope of most teams first: places in `lines`, the highest whole first.
    pub peers: Vec<Peers<'m>>,
    /// How old the answers are, the youngest first.
    pub ages: Vec<AgeBand>,
    /// How many teams have which level, node by node.
    pub distributions: Vec<Distribution<'m>>,
    /// The sub-domains that hold teams at their level, first those that hold most teams.
    pub holding: Vec<Holding<'m>>,
    /// The levers, first those that are the only thing missing for most teams.
    pub levers: Vec<Lever<'m>>,
    /// The files that could not be read, in their order.
    pub broken: Vec<Broken>,
    /// The teams that several files name, each with how many, in the order of their names.
    pub repeated: Vec<(String, usize)>,
    /// The optional areas in the scope of any team, each with the number of these teams, in the model's order.
    pub optional: Vec<(&'m Id, usize)>,
}

impl<'m> Rollup<'m> {
    /// What any team measures, in the order in which it is written.
    #[must_use]
    pub fn metrics(&self) -> Vec<Metric> {
        Metric::all().filter(|metric| self.lines.iter().any(|line| line.measures(*metric))).collect()
    }

    /// Where teams stand at what is looked at and right below it.
    pub fn first(&self) -> impl Iterator<Item = &Distribution<'m>> {
        let top = self.view.top;
        let below = top.children();
        let is_first = move |it: &&Distribution<'_>| {
            it.node.id() == top.id() || below.iter().any(|node| node.id() == it.node.id())
        };
        self.distributions.iter().filter(is_first)
    }

    /// The teams that measure anything: those of the scope that most have first, in each the highest whole first.
    pub fn measuring(&self) -> impl Iterator<Item = &Line<'m>> {
        let all = self.peers.iter().flat_map(|peers| &peers.lines).map(|place| &self.lines[*place]);
        all.filter(|line| Metric::all().any(|metric| line.measures(metric)))
    }
}

/// Collects the lines of teams one by one, in the order of the files.
#[derive(Clone, Debug, Default)]
pub struct Collection<'m> {
    lines: Vec<Line<'m>>,
    broken: Vec<Broken>,
    outside: usize,
    tally: Tally,
}

/// Whether a team is counted in a rollup.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Counted {
    /// It is counted.
    In,
    /// It is not counted: the part that is looked at is out of its scope.
    Out,
}

impl<'m> Collection<'m> {
    /// Adds the next team, unless the part that is looked at is out of its scope.
    pub fn add(&mut self, mut line: Line<'m>) -> Counted {
        if line.top().is_none() {
            self.outside += 1;
            return Counted::Out;
        }
        self.tally.add(&std::mem::take(&mut line.needs));
        self.lines.push(line);
        Counted::In
    }

    /// Adds the next file that could not be read.
    pub fn add_broken(&mut self, broken: Broken) {
        self.broken.push(broken);
    }

    /// What follows from all teams, with the day on which they counted and what they were compared with.
    #[must_use]
    pub fn finish(
        self,
        view: View<'m>,
        statements: &Statements<'m>,
        day: Date,
        compared: Option<String>,
    ) -> Rollup<'m> {
        let (lines, broken, outside) = (self.lines, self.broken, self.outside);
        let has_earlier = lines.iter().any(|line| line.earlier.is_some());
        let (compared, compared_in_vain) = if has_earlier { (compared, None) } else { (None, compared) };
        let is_compared = if compared.is_some() { Compared::Yes } else { Compared::No };
        let peers = peers(&lines, &view);
        Rollup {
            ages: bands(&lines, day),
            distributions: distributions(&lines, &peers, &view, is_compared),
            holding: holding(&lines, &view),
            levers: self.tally.levers(statements),
            repeated: repeated(&lines),
            optional: optional(&lines, &view),
            peers,
            view,
            day,
            compared,
            compared_in_vain,
            outside,
            lines,
            broken,
        }
    }
}

fn repeated(lines: &[Line<'_>]) -> Vec<(String, usize)> {
    let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
    for team in lines.iter().filter_map(|line| line.team.as_deref()) {
        *counts.entry(team).or_default() += 1;
    }
    let several = counts.into_iter().filter(|(_, count)| *count > 1);
    several.map(|(team, count)| (team.to_owned(), count)).collect()
}

fn optional<'m>(lines: &[Line<'m>], view: &View<'m>) -> Vec<(&'m Id, usize)> {
    if view.area().is_some() {
        return Vec::new();
    }
    let areas = Node::Model(view.model).children().into_iter();
    let is_optional = |node: &Node<'m>| node.area().is_some_and(|area| area.optional);
    let count = |id: &Id| lines.iter().filter(|line| line.scope.contains(&id)).count();
    let counted = areas.filter(is_optional).map(|node| (node.id(), count(node.id())));
    counted.filter(|(_, count)| *count > 0).collect()
}
