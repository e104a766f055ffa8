//! The columns of the picture, grouped by area, and on which screens each is seen.

use crate::model::Node;
use crate::report::html::rollup::page::RollupPage;

/// A column of the picture: a place among the nodes that are shown, and where it is seen.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) struct Column {
    pub(super) place: usize,
    pub(super) seen: Seen,
    /// Whether it is the first of its band; what follows on a column for small screens alone is the first below that.
    pub(super) is_first: bool,
}

impl Column {
    pub(super) fn class(self) -> String {
        let first = if self.is_first { " f" } else { "" };
        format!("{}{first}", self.seen.class())
    }
}

/// On which screens a column is seen.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Seen {
    /// Where there is room for all.
    Wide,
    /// Where there is none.
    Narrow,
    Always,
}

impl Seen {
    fn class(self) -> &'static str {
        match self {
            // Most columns are so: what has no class is short.
            Self::Wide => "",
            Self::Narrow => "n",
            Self::Always => "a",
        }
    }
}

/// The columns below one part: an area, or what stands right below the part that is looked at.
pub(super) struct Band<'m> {
    pub(super) node: Node<'m>,
    pub(super) columns: Vec<Column>,
}

impl Band<'_> {
    /// How many columns are seen where those of one kind are not.
    pub(super) fn count_without(&self, hidden: Seen) -> usize {
        self.columns.iter().filter(|column| column.seen != hidden).count()
    }
}

/// The bands and their columns, in the model's order.
pub(super) fn bands<'m>(page: &RollupPage<'_, 'm>) -> Vec<Band<'m>> {
    let view = &page.rollup.view;
    let parts = view.parts();
    let tops = if parts.is_empty() { vec![0] } else { parts };
    let has_teams = |place: &usize| page.rollup.lines.iter().any(|line| line.standings[*place].is_some());
    tops.into_iter().filter(has_teams).map(|place| band(page, place)).collect()
}

fn band<'m>(page: &RollupPage<'_, 'm>, place: usize) -> Band<'m> {
    let view = &page.rollup.view;
    let nodes = view.nodes();
    let own = nodes[place];
    let below = (0..nodes.len()).filter(|at| nodes[*at].id().is_within(own.id()));
    // Dimensions are too many for a picture; what has nothing else below it is a column.
    let is_leaf = |at: &usize| {
        let node = nodes[*at];
        let has_shown =
            node.children().iter().any(|child| child.dimension().is_none() && view.place(child.id()).is_some());
        node.dimension().is_none() && !has_shown
    };
    let leaves: Vec<_> = below.filter(is_leaf).collect();
    let above =
        |at: usize| nodes[at].id().parent().and_then(|id| nodes.iter().position(|node| node.id().as_str() == id));
    let parents: Vec<_> = leaves.iter().map(|at| above(*at).filter(|parent| *parent > place)).collect();
    let mut columns = Vec::new();
    for (number, leaf) in leaves.iter().enumerate() {
        let is_first = number == 0 || parents[number] != parents[number - 1];
        let parent = parents[number].filter(|_| is_first);
        if let Some(parent) = parent {
            columns.push(Column { place: parent, seen: Seen::Narrow, is_first: number == 0 });
        }
        let seen = if parents[number].is_some() { Seen::Wide } else { Seen::Always };
        columns.push(Column { place: *leaf, seen, is_first: is_first && parent.is_none() });
    }
    Band { node: own, columns }
}

/// How many columns are seen where those of one kind are not, with the name, the whole and the days.
pub(super) fn count_all(bands: &[Band<'_>], hidden: Seen) -> usize {
    bands.iter().map(|band| band.count_without(hidden)).sum::<usize>() + 3
}
