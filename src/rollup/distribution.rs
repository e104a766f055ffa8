//! How many teams stand where.

use std::cmp::Reverse;
use std::collections::HashMap;

use super::line::Line;
use super::peers::Peers;
use super::standing::Standing;
use super::view::View;
use crate::diff::Direction;
use crate::model::{Group, Id, Level, Node};
use crate::scoring::{Score, State};

/// How many teams have which level and score at one node.
#[derive(Clone, Debug)]
pub struct Distribution<'m> {
    /// The node.
    pub node: Node<'m>,
    /// The areas that the whole is made of, for these teams; `None` for every other node, which is the same for all.
    pub scope: Option<Vec<&'m Id>>,
    /// How many teams have it in their scope.
    pub teams: usize,
    /// For every level of the model, how many teams have it for certain; empty without levels.
    pub levels: Vec<(Level, usize)>,
    /// How many have open answers that decide about the level; without levels, open answers.
    pub unknown: usize,
    /// How many teams answered all of it as not applicable.
    pub not_applicable: usize,
    /// The median of the levels that are certain, the lower of two; `None` if no level is.
    pub median: Option<Level>,
    /// The lowest of them.
    pub lowest: Option<Level>,
    /// The median of the scores that no open answer can change, the lower of two; `None` if there are none.
    pub median_score: Option<Score>,
    /// The lowest of them.
    pub lowest_score: Option<Score>,
    /// How many teams have a sub-domain there below its target; `None` if nothing there has a target.
    pub below: Option<usize>,
    /// How many other teams have a sub-domain there of which open answers decide whether it is below its target.
    pub undecided: Option<usize>,
    /// Which way teams went; `None` if nothing was compared.
    pub moved: Option<TeamMoves>,
}

/// How many teams went which way at a node since they were assessed before.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct TeamMoves {
    /// How many went up.
    pub up: usize,
    /// How many went down.
    pub down: usize,
    /// How many went neither way, though an answer changed.
    pub changed: usize,
    /// How many are as they were.
    pub same: usize,
    /// How many have no earlier answers to compare with.
    pub new: usize,
}

/// A sub-domain that holds teams at their level.
#[derive(Clone, Copy, Debug)]
pub struct Holding<'m> {
    /// The sub-domain.
    pub sub_domain: &'m Group,
    /// How many teams it holds there.
    pub teams: usize,
    /// How many of these teams no other sub-domain holds there.
    pub alone: usize,
}

/// The distribution at every node that is shown. Wholes are compared among peers only: there is one for each scope, in
/// their order.
pub(super) fn distributions<'m>(
    lines: &[Line<'m>],
    peers: &[Peers<'m>],
    view: &View<'m>,
    compared: Compared,
) -> Vec<Distribution<'m>> {
    let mut all = Vec::new();
    for (place, node) in view.nodes().iter().enumerate() {
        if !matches!(node, Node::Model(_)) {
            all.push(distribution(*node, place, lines.iter(), view, compared));
            continue;
        }
        for peers in peers {
            let own = peers.lines.iter().map(|place| &lines[*place]);
            let scope = Some(peers.scope.clone());
            all.push(Distribution { scope, ..distribution(*node, place, own, view, compared) });
        }
    }
    all
}

/// Whether earlier answers were asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Compared {
    Yes,
    No,
}

fn distribution<'a, 'm: 'a>(
    node: Node<'m>,
    place: usize,
    lines: impl Iterator<Item = &'a Line<'m>>,
    view: &View<'m>,
    compared: Compared,
) -> Distribution<'m> {
    let lines: Vec<_> = lines.filter(|line| line.standings[place].is_some()).collect();
    let standings: Vec<&Standing> = lines.iter().filter_map(|line| line.standings[place].as_ref()).collect();
    let mut certain: Vec<_> = standings.iter().filter_map(|standing| standing.level()).collect();
    certain.sort();
    let whole = standings.iter().filter(|standing| standing.state == State::Complete);
    let mut scores: Vec<_> = whole.filter_map(|standing| standing.score.clone()).collect();
    scores.sort();
    let known = if view.model.scoring.has_levels() { certain.len() } else { scores.len() };
    let not_applicable = standings.iter().filter(|standing| standing.state == State::NotApplicable).count();
    let held: Vec<_> = standings.iter().filter_map(|standing| standing.held).collect();
    let of_target = |count: usize| (!held.is_empty()).then_some(count);
    Distribution {
        node,
        scope: None,
        teams: standings.len(),
        levels: view
            .levels()
            .into_iter()
            .map(|level| (level, certain.iter().filter(|own| **own == level).count()))
            .collect(),
        unknown: standings.len() - known - not_applicable,
        not_applicable,
        median: certain.len().checked_sub(1).map(|last| certain[last / 2]),
        lowest: certain.first().copied(),
        median_score: scores.len().checked_sub(1).map(|last| scores[last / 2].clone()),
        lowest_score: scores.first().cloned(),
        below: of_target(held.iter().filter(|held| held.below > 0).count()),
        undecided: of_target(held.iter().filter(|held| held.below == 0 && held.unknown > 0).count()),
        moved: (compared == Compared::Yes).then(|| moved(&lines, place)),
    }
}

fn moved(lines: &[&Line<'_>], place: usize) -> TeamMoves {
    let mut moved = TeamMoves::default();
    for line in lines {
        let before = line.earlier.as_ref().filter(|earlier| earlier.standings[place].is_some());
        let count = match before.map(|earlier| earlier.directions[place]) {
            None => &mut moved.new,
            Some(None) => &mut moved.same,
            Some(Some(Direction::Up)) => &mut moved.up,
            Some(Some(Direction::Down)) => &mut moved.down,
            Some(Some(Direction::Changed)) => &mut moved.changed,
        };
        *count += 1;
    }
    moved
}

/// The sub-domains that hold teams at their level: those that hold most first, then those that do so alone for most.
pub(super) fn holding<'m>(lines: &[Line<'m>], view: &View<'m>) -> Vec<Holding<'m>> {
    let mut counts: HashMap<&Id, (usize, usize)> = HashMap::new();
    for line in lines {
        for sub_domain in &line.holding {
            let (teams, alone) = counts.entry(&sub_domain.id).or_default();
            *teams += 1;
            *alone += usize::from(line.holding.len() == 1);
        }
    }
    let holding = |sub_domain: &'m Group| {
        let (teams, alone) = *counts.get(&sub_domain.id)?;
        Some(Holding { sub_domain, teams, alone })
    };
    let mut all: Vec<_> = view.model.sub_domains().filter_map(holding).collect();
    // A stable sort: the model's order where the numbers are equal.
    all.sort_by_key(|holding| Reverse((holding.teams, holding.alone)));
    all
}
