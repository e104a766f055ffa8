//! Why nothing could be judged, as `assess check -o json=FILE` leaves it.

use schemars::JsonSchema;
use serde::Serialize;

use super::harmless::write;
use super::header::{SchemaId, Tool};
use crate::lang::Text;
use crate::report::input::Unjudged;
use crate::report::placed_problem::PlacedProblem;

/// What stands in place of a result where answers, policy or model could not be read.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "Unjudged")]
pub(super) struct UnjudgedDocument {
    schema: SchemaId,
    tool: Tool,
    verdict: NoVerdict,
    /// What is wrong, file by file.
    #[schemars(length(min = 1))]
    problems: Vec<ProblemData>,
}

/// Nothing passes where nothing could be judged.
#[derive(Debug, Serialize, JsonSchema)]
struct NoVerdict {
    pass: Never,
    /// None: what is wrong stands in `problems`.
    #[schemars(length(max = 0))]
    reasons: [Text; 0],
}

/// `false`, and nothing else.
#[derive(Debug)]
struct Never;

impl Serialize for Never {
    fn serialize<S: serde::Serializer>(&self, out: S) -> Result<S::Ok, S::Error> {
        out.serialize_bool(false)
    }
}

impl JsonSchema for Never {
    fn inline_schema() -> bool {
        true
    }

    fn schema_name() -> std::borrow::Cow<'static, str> {
        "Never".into()
    }

    fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
        schemars::json_schema!({ "const": false })
    }
}

/// One thing that is wrong.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "Problem")]
struct ProblemData {
    /// The file, relative to the repository; null if it is in no file.
    file: Option<String>,
    /// Null if it is the file as a whole, as one that is not there.
    #[schemars(range(min = 1))]
    line: Option<usize>,
    /// The column, in characters.
    #[schemars(range(min = 1))]
    column: Option<usize>,
    message: Text,
    help: Option<Text>,
}

/// The problems in place of a result.
#[must_use]
pub fn unjudged(unjudged: &Unjudged<'_>) -> String {
    write(&UnjudgedDocument {
        schema: SchemaId::V1,
        tool: Tool::this(),
        verdict: NoVerdict { pass: Never, reasons: [] },
        problems: unjudged.problems.iter().map(problem).collect(),
    })
}

fn problem(problem: &PlacedProblem) -> ProblemData {
    let (line, column) = problem.position.unzip();
    ProblemData {
        file: problem.file.clone(),
        line,
        column,
        message: problem.message.clone(),
        help: problem.help.clone(),
    }
}
