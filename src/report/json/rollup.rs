//! Many teams, as `assess rollup --format json` prints them: dates, never ages.

use schemars::JsonSchema;
use serde::Serialize;

use super::harmless::write;
use super::header::{ModelName, OutcomesData, Tool};
use super::node_name::NodeName;
use crate::answers::Date;
use crate::lang::Text;
use crate::model::{ClauseId, Id, Level, Model, Node};
use crate::rollup::{Broken, Distribution, Lever, Line, Rollup, Standing, TeamMoves};
use crate::scoring::{Score, State};

/// Many teams, and what follows from them together.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "Rollup")]
pub(super) struct RollupDocument {
    /// Later versions of the program may add keys and words under the same one.
    schema: SchemaId,
    tool: Tool,
    model: ModelName,
    /// The part of the model that is looked at; the model's own id for the whole.
    only: Id,
    /// The earlier answers that are compared with, as they were named; null if none are.
    compared: Option<String>,
    /// How many teams do not assess what is looked at, and are not counted.
    outside: usize,
    /// One entry a file, in the order of the files.
    teams: Vec<TeamData>,
    /// How many teams stand where; the whole once for every scope that occurs, that of most teams first.
    nodes: Vec<NodeData>,
    /// The sub-domains that hold teams at their level, what holds most first.
    holding: Vec<HoldingData>,
    /// The statements that teams still need: first those that are all that is missing for most.
    levers: Vec<LeverData>,
    /// The files that could not be read, in their order.
    broken: Vec<BrokenData>,
}

#[derive(Debug, Serialize, JsonSchema)]
#[schemars(inline)]
enum SchemaId {
    #[serde(rename = "assess.rollup/v1")]
    V1,
}

#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "Team")]
struct TeamData {
    /// The answers file, as it was named.
    path: String,
    team: Option<String>,
    system: Option<String>,
    owner: Option<String>,
    /// The day the whole was last confirmed.
    date: Option<Date>,
    /// The areas that are assessed.
    scope: Vec<Id>,
    /// What is looked at, then the parts right below it; those out of scope are left out.
    nodes: Vec<StandingData>,
    /// Ids of the sub-domains whose level is that of what is looked at.
    holding: Vec<Id>,
    /// What it measures of its delivery, never scored; null if it says nothing of it.
    outcomes: Option<OutcomesData>,
    /// What the file was called then, from the root of its repository; null if it was not renamed.
    earlier_path: Option<String>,
    /// The day the earlier answers were confirmed; null without any.
    earlier_date: Option<Date>,
    /// What they had measured; null without any.
    earlier_outcomes: Option<OutcomesData>,
    /// Whether there is anything to compare with; null if nothing is compared.
    has_earlier: Option<bool>,
}

#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "Standing")]
pub(super) struct StandingData {
    id: Id,
    state: State,
    /// The level, once no open answer can change it.
    level: Option<Level>,
    /// The level over what is answered.
    best: Option<Level>,
    /// The level if every open answer claimed the lowest.
    worst: Option<Level>,
    /// The mean score, two decimals.
    #[schemars(range(min = 0, max = 9))]
    score: Option<f64>,
    answered: usize,
    not_applicable: usize,
    total: usize,
}

/// A node, and how the teams stand there.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "Spread")]
struct NodeData {
    #[serde(flatten)]
    node: NodeName,
    /// For the whole, the areas that these teams assess; null for every other node.
    scope: Option<Vec<Id>>,
    /// How many teams have it in their scope.
    teams: usize,
    /// How many have which level for certain.
    levels: Vec<LevelCount>,
    /// The level in the middle of those that are certain, the lower of two.
    median: Option<Level>,
    lowest: Option<Level>,
    /// The score in the middle of those that no open answer can change, the lower of two.
    #[schemars(range(min = 0))]
    median_score: Option<f64>,
    #[schemars(range(min = 0))]
    lowest_score: Option<f64>,
    /// How many have a sub-domain there below its target; null without a target.
    below: Option<usize>,
    /// For how many others open answers decide whether they have one.
    undecided: Option<usize>,
    /// For how many open answers decide about the level.
    unknown: usize,
    not_applicable: usize,
    /// How many went which way; null if nothing is compared.
    moved: Option<MovedData>,
}

#[derive(Debug, Serialize, JsonSchema)]
struct LevelCount {
    level: Level,
    teams: usize,
}

#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "Moved")]
struct MovedData {
    up: usize,
    down: usize,
    changed: usize,
    same: usize,
    new: usize,
}

#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "Holding")]
struct HoldingData {
    id: Id,
    teams: usize,
    /// For how many of them no other sub-domain does.
    alone: usize,
}

#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "Lever")]
struct LeverData {
    /// The full names of the clauses that say it and are needed: the id of the dimension, a dot, the place.
    #[schemars(length(min = 1))]
    ids: Vec<String>,
    /// The place of the first of them in its dimension.
    clause: Option<ClauseId>,
    text: Text,
    /// How many teams need it.
    teams: usize,
    /// How many more may: they claim a part of its level without saying which.
    perhaps: usize,
    /// For how many of `teams` it is all that a sub-domain lacks.
    alone: usize,
    /// In a model without levels, what it adds to the scores of these teams together; null in all others.
    #[schemars(range(min = 0))]
    added: Option<f64>,
}

#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "Broken")]
struct BrokenData {
    path: String,
    line: Option<usize>,
    column: Option<usize>,
    /// Its first problem.
    message: Text,
    help: Option<Text>,
    /// How many problems it has.
    problems: usize,
}

/// The whole rollup.
#[must_use]
pub fn rollup(rollup: &Rollup<'_>) -> String {
    write(&document(rollup))
}

fn document(rollup: &Rollup<'_>) -> RollupDocument {
    RollupDocument {
        schema: SchemaId::V1,
        tool: Tool::this(),
        model: rollup.view.model.into(),
        only: rollup.view.top.id().clone(),
        compared: rollup.compared.as_ref().or(rollup.compared_in_vain.as_ref()).cloned(),
        outside: rollup.outside,
        teams: rollup.lines.iter().map(|line| team(rollup, line)).collect(),
        nodes: rollup.distributions.iter().map(|it| node(rollup.view.model, it)).collect(),
        holding: rollup
            .holding
            .iter()
            .map(|it| HoldingData { id: it.sub_domain.id.clone(), teams: it.teams, alone: it.alone })
            .collect(),
        levers: rollup.levers.iter().map(lever).collect(),
        broken: rollup.broken.iter().map(broken).collect(),
    }
}

fn team(rollup: &Rollup<'_>, line: &Line<'_>) -> TeamData {
    let nodes = rollup.view.nodes();
    let places = std::iter::once(0).chain(rollup.view.parts());
    let standings = places.filter_map(|place| Some((nodes[place], line.standings[place].as_ref()?)));
    TeamData {
        path: line.path.clone(),
        team: line.team.clone(),
        system: line.system.clone(),
        owner: line.owner.clone(),
        date: line.date,
        scope: line.scope.iter().map(|id| (*id).clone()).collect(),
        nodes: standings.map(|(node, it)| standing(node, it)).collect(),
        holding: line.holding.iter().map(|sub_domain| sub_domain.id.clone()).collect(),
        outcomes: OutcomesData::of(&line.outcomes),
        earlier_outcomes: line.earlier.as_ref().and_then(|earlier| OutcomesData::of(&earlier.outcomes)),
        earlier_path: line.earlier.as_ref().and_then(|earlier| earlier.was_called.clone()),
        earlier_date: line.earlier.as_ref().and_then(|earlier| earlier.date),
        has_earlier: rollup.compared.as_ref().or(rollup.compared_in_vain.as_ref()).map(|_| line.earlier.is_some()),
    }
}

pub(super) fn standing(node: Node<'_>, it: &Standing) -> StandingData {
    StandingData {
        id: node.id().clone(),
        state: it.state,
        level: it.level(),
        best: it.best,
        worst: it.worst,
        score: it.score.as_ref().map(Score::rounded),
        answered: it.answered,
        not_applicable: it.not_applicable,
        total: it.total,
    }
}

fn node(model: &Model, it: &Distribution<'_>) -> NodeData {
    let moved = |TeamMoves { up, down, changed, same, new }| MovedData { up, down, changed, same, new };
    NodeData {
        node: NodeName::of(model, it.node),
        scope: it.scope.as_ref().map(|scope| scope.iter().map(|id| (*id).clone()).collect()),
        teams: it.teams,
        levels: it.levels.iter().map(|(level, teams)| LevelCount { level: *level, teams: *teams }).collect(),
        median: it.median,
        lowest: it.lowest,
        median_score: it.median_score.as_ref().map(Score::rounded),
        lowest_score: it.lowest_score.as_ref().map(Score::rounded),
        below: it.below,
        undecided: it.undecided,
        unknown: it.unknown,
        not_applicable: it.not_applicable,
        moved: it.moved.map(moved),
    }
}

fn lever(lever: &Lever<'_>) -> LeverData {
    LeverData {
        ids: lever.places.iter().map(|(dimension, clause)| format!("{}.{clause}", dimension.id)).collect(),
        clause: lever.places.first().map(|(_, clause)| *clause),
        text: lever.text.clone(),
        teams: lever.teams,
        perhaps: lever.perhaps,
        alone: lever.alone,
        added: lever.added.as_ref().map(Score::rounded),
    }
}

fn broken(it: &Broken) -> BrokenData {
    BrokenData {
        path: it.path.clone(),
        line: it.position.map(|(line, _)| line),
        column: it.position.map(|(_, column)| column),
        message: it.message.clone(),
        help: it.help.clone(),
        problems: it.count,
    }
}
