//! One assessment over time, as `assess trend --format json` prints it.

use schemars::JsonSchema;
use serde::Serialize;

use super::harmless::write;
use super::header::{ModelName, OutcomesData, Tool};
use super::rollup::{StandingData, standing};
use crate::answers::Date;
use crate::lang::Text;
use crate::model::Id;
use crate::trend::{DimensionMoves, Entry, Gap, Point, Stamp, Trend};

/// One assessment over time. Levels and outcomes stand side by side; nothing says that one led to the other.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "Trend")]
pub(super) struct TrendDocument {
    /// Later versions of the program may add keys and words under the same one.
    schema: SchemaId,
    tool: Tool,
    model: ModelName,
    /// The part of the model that is looked at; the model's own id for the whole.
    only: Id,
    /// Whether all points assess the same areas; if not, wholes say different things.
    same_scope: bool,
    /// The points, the earliest first.
    points: Vec<PointData>,
    /// What could not be read, the earliest first.
    gaps: Vec<GapData>,
}

#[derive(Debug, Serialize, JsonSchema)]
#[schemars(inline)]
enum SchemaId {
    #[serde(rename = "assess.trend/v1")]
    V1,
}

#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "Point")]
struct PointData {
    /// The day of the revision or, of a file, on which the answers were confirmed.
    at: Option<Date>,
    /// The commit; null for a file.
    revision: Option<String>,
    /// The file, as it was called then.
    path: String,
    team: Option<String>,
    /// The day the whole was last confirmed.
    date: Option<Date>,
    /// The areas that are assessed.
    scope: Vec<Id>,
    /// How many dimensions moved since the point before; null at the first.
    moved: Option<MovedData>,
    /// What was measured of the delivery; null where nothing was given.
    outcomes: Option<OutcomesData>,
    /// What is looked at, then what is below it; those out of scope are left out.
    nodes: Vec<StandingData>,
}

#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "MovedDimensions")]
struct MovedData {
    up: usize,
    down: usize,
    changed: usize,
}

#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "Gap")]
struct GapData {
    at: Option<Date>,
    revision: Option<String>,
    path: String,
    message: Text,
    help: Option<Text>,
}

/// The whole trend.
#[must_use]
pub fn trend(trend: &Trend<'_>) -> String {
    write(&TrendDocument {
        schema: SchemaId::V1,
        tool: Tool::this(),
        model: trend.view.model.into(),
        only: trend.view.top.id().clone(),
        same_scope: !trend.changes_scope(),
        points: trend.points().map(|it| point(trend, it)).collect(),
        gaps: trend.entries.iter().filter_map(gap).collect(),
    })
}

fn point(trend: &Trend<'_>, it: &Point<'_>) -> PointData {
    let Stamp { at, revision, path, .. } = it.stamp.clone();
    let nodes = trend.view.nodes().iter().zip(&it.standings);
    PointData {
        at,
        revision,
        path,
        team: it.team.clone(),
        date: it.date,
        scope: it.scope.iter().map(|id| (*id).clone()).collect(),
        moved: it.moved.map(|DimensionMoves { up, down, changed }| MovedData { up, down, changed }),
        outcomes: OutcomesData::of(&it.outcomes),
        nodes: nodes.filter_map(|(node, own)| Some(standing(*node, own.as_ref()?))).collect(),
    }
}

fn gap(entry: &Entry<'_>) -> Option<GapData> {
    let Entry::Gap(Gap { stamp, message, help }) = entry else { return None };
    let Stamp { at, revision, path, .. } = stamp.clone();
    Some(GapData { at, revision, path, message: message.clone(), help: help.clone() })
}
