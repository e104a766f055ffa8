//! What one team adds to a rollup.

use std::collections::HashMap;

use super::lever::{Need, needs};
use super::standing::{HeldBelow, Standing, standing};
use super::statement::Statements;
use super::view::View;
use crate::answers::{Date, Metric, Outcomes};
use crate::diff::{Diff, Direction};
use crate::model::{Group, Id, Node};
use crate::plan::holding;
use crate::scoring::{Outcome, Scored};

/// What one team adds to a rollup: as much as a table of many teams shows of it.
#[derive(Clone, Debug)]
pub struct Line<'m> {
    /// The answers file, as it was named.
    pub path: String,
    /// The team.
    pub team: Option<String>,
    /// The system that is assessed.
    pub system: Option<String>,
    /// Who answers for the assessment.
    pub owner: Option<String>,
    /// When the whole was last confirmed.
    pub date: Option<Date>,
    /// The areas that are assessed, in the model's order.
    pub scope: Vec<&'m Id>,
    /// Where it stands, in the order of [`View::nodes`]; `None` for what is out of its scope.
    pub standings: Vec<Option<Standing>>,
    /// The sub-domains whose level is that of the top node, in the model's order; empty at the highest level.
    pub holding: Vec<&'m Group>,
    /// What it measures of its delivery.
    pub outcomes: Outcomes,
    /// Where it stood before; `None` if there is nothing to compare with.
    pub earlier: Option<Earlier>,
    pub(super) needs: Vec<Need>,
}

/// Where a team stood before.
#[derive(Clone, Debug)]
pub struct Earlier {
    /// What its file was called then, from the root of the repository, if it was renamed.
    pub was_called: Option<String>,
    /// When the whole had last been confirmed.
    pub date: Option<Date>,
    /// Where it stood, in the order of [`View::nodes`]; `None` for what was out of its scope.
    pub standings: Vec<Option<Standing>>,
    /// What had been measured.
    pub outcomes: Outcomes,
    /// Which way each node went, in the order of [`View::nodes`]; `None` where nothing moved, for dimensions, and for what is
    /// out of scope on one side.
    pub directions: Vec<Option<Direction>>,
}

/// What a line is made of.
#[derive(Clone, Copy, Debug)]
pub struct LineInput<'a, 'o> {
    /// The answers file, as it was named.
    pub path: &'a str,
    /// What follows from the answers, as they count on the day.
    pub outcome: &'a Outcome<'o>,
    /// What followed from earlier ones, and what moved since.
    pub earlier: Option<(&'a Outcome<'o>, &'a Diff<'o>)>,
}

impl<'m> Line<'m> {
    /// What one team adds.
    #[must_use]
    pub fn new(input: LineInput<'_, '_>, view: &View<'m>, statements: &Statements<'_>) -> Self {
        let outcome = input.outcome;
        let about = &outcome.answers.assessment;
        Self {
            path: input.path.to_owned(),
            team: about.team.clone(),
            system: about.system.clone(),
            owner: about.owner.clone(),
            date: about.date,
            scope: view.scope(outcome.answers),
            standings: standings(outcome, view),
            holding: held_by(outcome, view),
            outcomes: outcome.answers.outcomes.clone(),
            earlier: input.earlier.map(|(before, moved)| earlier(before, moved, view)),
            needs: needs(outcome, view, statements),
        }
    }

    /// Where it stands at the top node; `None` if that is out of its scope.
    #[must_use]
    pub fn top(&self) -> Option<&Standing> {
        self.standings.first().and_then(Option::as_ref)
    }

    /// Whether it measures this, or did before.
    #[must_use]
    pub fn measures(&self, metric: Metric) -> bool {
        let before = self.earlier.as_ref().map(|earlier| &earlier.outcomes);
        [Some(&self.outcomes), before].into_iter().flatten().any(|outcomes| outcomes.contains_key(&metric))
    }

    /// The name of the team, else that of the system, else that of the file.
    #[must_use]
    pub fn name(&self) -> &str {
        self.team.as_deref().or(self.system.as_deref()).unwrap_or(&self.path)
    }
}

/// Where a team stands at every node that is shown, in their order; `None` for what is out of its scope.
#[must_use]
pub fn standings(outcome: &Outcome<'_>, view: &View<'_>) -> Vec<Option<Standing>> {
    let held = HeldBelow::new(outcome, view.targets.as_ref());
    let mut shown = Vec::with_capacity(view.nodes().len());
    add_shown(&outcome.overall, view, &mut shown);
    // Both are in the model's order, and what is out of scope is missing in one.
    let mut shown = shown.into_iter().peekable();
    let of_node = |node: &Node<'_>| {
        let own = shown.next_if(|own| own.node.id() == node.id())?;
        Some(standing(own, held.at(own.node)))
    };
    view.nodes().iter().map(of_node).collect()
}

/// The nodes that are shown, without a look at what stands below them all.
fn add_shown<'a, 'm>(scored: &'a Scored<'m>, view: &View<'_>, shown: &mut Vec<&'a Scored<'m>>) {
    if view.shows(scored.node.id()) {
        shown.push(scored);
    }
    if view.shows_below(scored.node) {
        scored.children.iter().for_each(|child| add_shown(child, view, shown));
    }
}

/// The sub-domains that hold the top node at its level; none where there is no higher one.
fn held_by<'m>(outcome: &Outcome<'_>, view: &View<'m>) -> Vec<&'m Group> {
    let top = match view.top {
        Node::Model(_) => Some(&outcome.overall),
        _ => outcome.overall.find(view.top.id().as_str()),
    };
    let Some(top) = top else { return Vec::new() };
    if top.level == Some(outcome.model.top()) {
        return Vec::new();
    }
    let in_model = |id: &Id| view.model.find(id.as_str()).and_then(Node::sub_domain);
    holding(top).filter_map(|(sub_domain, _)| in_model(&sub_domain.id)).collect()
}

fn earlier(before: &Outcome<'_>, moved: &Diff<'_>, view: &View<'_>) -> Earlier {
    let directions: HashMap<_, _> = moved.nodes.iter().map(|shift| (shift.node.id(), shift.direction)).collect();
    Earlier {
        was_called: None,
        date: before.answers.assessment.date,
        standings: standings(before, view),
        outcomes: before.answers.outcomes.clone(),
        directions: view.nodes().iter().map(|node| directions.get(node.id()).copied()).collect(),
    }
}
