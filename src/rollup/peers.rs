//! The teams that assess the same areas.

use std::cmp::Reverse;

use super::line::Line;
use super::view::View;
use crate::model::Id;

/// The teams of one scope, whose wholes can be compared.
#[derive(Clone, Debug)]
pub struct Peers<'m> {
    /// The areas that are assessed, in the model's order.
    pub scope: Vec<&'m Id>,
    /// Places in the lines of the rollup: the highest level first, then the highest score, then the order of the files.
    pub lines: Vec<usize>,
}

/// The scopes that occur, that of most teams first; those of as many by their areas, in the model's order. Where a part of
/// the model is looked at, that is its area, for all teams.
pub(super) fn peers<'m>(lines: &[Line<'m>], view: &View<'m>) -> Vec<Peers<'m>> {
    let mut all: Vec<Peers<'m>> = Vec::new();
    for (place, line) in lines.iter().enumerate() {
        // Of a part it makes no difference what else is assessed.
        let scope = view.area().map_or_else(|| line.scope.clone(), |area| vec![area]);
        match all.iter_mut().find(|peers| peers.scope == scope) {
            Some(peers) => peers.lines.push(place),
            None => all.push(Peers { scope, lines: vec![place] }),
        }
    }
    for peers in &mut all {
        let top = |place: &usize| lines[*place].top().map(|top| (top.best, top.score.clone()));
        peers.lines.sort_by_cached_key(|place| Reverse(top(place)));
    }
    let place = |id: &&Id| view.model.nodes().position(|node| node.id() == *id);
    all.sort_by_cached_key(|peers| (Reverse(peers.lines.len()), peers.scope.iter().map(place).collect::<Vec<_>>()));
    all
}
