//! A result as rows, one a node: what a table of one team's answers, or of many teams', is made of.

use schemars::JsonSchema;
use serde::Serialize;

use crate::answers::{Answer, Claim, Date, Grade, Metric, Unit};
use crate::lang::{Lang, Text};
use crate::model::{ClauseId, Id, Level, NodeKind};
use crate::scoring::{Outcome, Score, Scored, State};

/// What follows for one node from one answers file; a list is `None` where the node is no dimension.
///
/// Names as they are written to programs, in this order. Every column has one type in every row of every file: a grade
/// such as `3-` is a number and a yes or no, because some programs read it as -3.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct Row<'a> {
    /// The answers file, as it was named.
    pub path: &'a str,
    /// The team.
    pub team: Option<&'a str>,
    /// The system that is assessed.
    pub system: Option<&'a str>,
    /// Who answers for the assessment.
    pub owner: Option<&'a str>,
    /// When the whole was last confirmed.
    pub date: Option<Date>,
    /// The id of the model.
    pub model: &'a Id,
    /// The version of the model that the result is by: three numbers.
    pub model_version: &'a str,
    /// The id of the node.
    pub id: &'a Id,
    /// The id of the node above it; `None` for the model.
    pub parent: Option<&'a Id>,
    /// What it is.
    pub kind: NodeKind,
    /// Its name in the language asked for.
    pub name: &'a str,
    /// Its name in English.
    pub name_en: &'a str,
    /// Its name in Chinese.
    pub name_zh: &'a str,
    /// How far it is answered.
    pub state: State,
    /// The level, once no open answer can change it.
    pub level: Option<Level>,
    /// The level over what is answered.
    pub best: Option<Level>,
    /// The level if every open answer claimed the floor.
    pub worst: Option<Level>,
    /// Whether some of the next level is met; `None` while open answers decide it.
    pub partial: Option<bool>,
    /// The score; `None` for a dimension.
    pub score: Option<f64>,
    /// How many dimensions claim a level.
    pub answered: usize,
    /// How many do not apply.
    pub not_applicable: usize,
    /// How many clauses are excepted.
    pub excepted: usize,
    /// How many dimensions there are.
    pub total: usize,
    /// The level that the answer claims in full; 2 for the grade `3-`.
    pub claimed: Option<Level>,
    /// Whether the answer claims an unnamed part of the next level.
    pub claimed_part: Option<bool>,
    /// The clauses above the claimed level that are met.
    pub met: Option<Vec<ClauseId>>,
    /// How far single clauses are met, in models that have degrees; `None` in all others.
    pub degrees: Option<Vec<Degree<'a>>>,
    /// The clauses that are not asked, each with its reason.
    pub exceptions: Option<Vec<Exception<'a>>>,
    /// Why the dimension does not apply.
    pub na: Option<&'a str>,
    /// The last day on which that is accepted.
    pub na_until: Option<Date>,
    /// A remark.
    pub note: Option<&'a str>,
    /// Paths and links that show it.
    pub evidence: Option<&'a [String]>,
    /// What the team measures of its delivery, never scored; `None` for what is not the whole.
    pub outcomes: Option<Vec<Measured>>,
}

/// A row of a trend: which point of it, and a row of that.
#[derive(Clone, Copy, Debug, Serialize, JsonSchema)]
pub struct TrendRow<'a> {
    /// The day of the point.
    pub at: Option<Date>,
    /// The commit; `None` for a file.
    pub revision: Option<&'a str>,
    /// What stood there.
    #[serde(flatten)]
    pub row: &'a Row<'a>,
}

impl Row<'_> {
    /// The storey of the node: 0 for the model.
    #[must_use]
    pub fn storey(&self) -> usize {
        self.parent.map_or(0, |_| self.id.storey())
    }
}

/// What a team measures of its delivery.
#[derive(Clone, Debug, Serialize, JsonSchema)]
#[schemars(rename = "RowOutcome")]
pub struct Measured {
    /// What is measured.
    pub metric: Metric,
    /// As it is written: `3/week`.
    pub text: String,
    /// Its number.
    #[schemars(range(min = 0))]
    pub amount: f64,
    /// What that counts.
    pub unit: Unit,
}

/// How far a clause is met.
#[derive(Clone, Debug, Serialize, JsonSchema)]
#[schemars(rename = "RowDegree")]
pub struct Degree<'a> {
    /// The clause.
    pub clause: ClauseId,
    /// The id of the degree.
    pub degree: &'a Id,
}

/// A clause that is not asked of the team.
#[derive(Clone, Debug, Serialize, JsonSchema)]
#[schemars(rename = "RowException")]
pub struct Exception<'a> {
    /// The clause.
    pub clause: ClauseId,
    /// Why not.
    pub reason: &'a str,
    /// The last day on which that is accepted.
    pub until: Option<Date>,
}

/// A row a node in scope, parents first.
#[must_use]
pub fn rows<'a>(outcome: &'a Outcome<'_>, path: &'a str, lang: Lang) -> Vec<Row<'a>> {
    rows_where(outcome, path, lang, |_| true)
}

/// The rows of the nodes that are wanted, parents first; a row that is not wanted is not worked out.
#[must_use]
pub fn rows_where<'a>(
    outcome: &'a Outcome<'_>,
    path: &'a str,
    lang: Lang,
    is_wanted: impl Fn(&Id) -> bool,
) -> Vec<Row<'a>> {
    let mut wanted = Vec::new();
    add_wanted(&mut wanted, None, &outcome.overall, &is_wanted);
    wanted.into_iter().map(|(parent, scored)| row(outcome, path, parent, scored, lang)).collect()
}

/// A node and the one above it.
type NodeAndParent<'a, 'm> = (Option<&'a Id>, &'a Scored<'m>);

fn add_wanted<'a, 'm>(
    wanted: &mut Vec<NodeAndParent<'a, 'm>>,
    parent: Option<&'a Id>,
    scored: &'a Scored<'m>,
    is_wanted: &impl Fn(&Id) -> bool,
) {
    let id = scored.node.id();
    if is_wanted(id) {
        wanted.push((parent, scored));
    }
    for child in &scored.children {
        add_wanted(wanted, Some(id), child, is_wanted);
    }
}

fn is_part(grade: Grade) -> bool {
    matches!(grade, Grade::PartOf(_))
}

/// The clauses that the claim names.
fn met(claim: Option<&Claim>) -> Vec<ClauseId> {
    match claim {
        Some(Claim::Level { met, .. }) => met.iter().copied().collect(),
        _ => Vec::new(),
    }
}

fn degrees(answer: Option<&Answer>) -> Vec<Degree<'_>> {
    let degrees = answer.into_iter().flat_map(|answer| &answer.degrees);
    degrees.map(|(id, degree)| Degree { clause: *id, degree: &degree.id }).collect()
}

/// What was measured beside the answers.
fn measured(outcome: &Outcome<'_>) -> Vec<Measured> {
    let outcomes = outcome.answers.outcomes.iter();
    let measured = outcomes.map(|(metric, it)| Measured {
        metric: *metric,
        text: it.to_string(),
        amount: it.amount(),
        unit: it.unit,
    });
    measured.collect()
}

/// The clauses that are not asked, in the order of their numbers.
fn exceptions(answer: &Answer) -> impl Iterator<Item = Exception<'_>> {
    let except = answer.except.iter();
    except.map(|(id, exception)| Exception { clause: *id, reason: &exception.reason, until: exception.until })
}

fn row<'a>(
    outcome: &'a Outcome<'_>,
    path: &'a str,
    parent: Option<&'a Id>,
    scored: &'a Scored<'_>,
    lang: Lang,
) -> Row<'a> {
    let (model, about, name): (_, _, &'a Text) = (outcome.model, &outcome.answers.assessment, scored.node.name());
    let (answer, claim, kind) = (scored.answer, scored.claim(), scored.node.kind());
    let (is_dimension, has_levels) = (kind == NodeKind::Dimension, model.scoring.has_levels());
    let (na, na_until) = match claim {
        Some(Claim::NotApplicable { reason, until }) => (Some(reason.as_str()), *until),
        _ => (None, None),
    };
    let claimed = claim.filter(|_| has_levels);
    Row {
        path,
        team: about.team.as_deref(),
        system: about.system.as_deref(),
        owner: about.owner.as_deref(),
        date: about.date,
        model: &model.id,
        model_version: &model.version,
        id: scored.node.id(),
        parent,
        kind,
        name: name.get(lang),
        name_en: &name.en,
        name_zh: &name.zh,
        state: scored.state,
        level: scored.level.filter(|_| scored.is_certain()),
        best: scored.level,
        worst: scored.worst,
        partial: scored.grade.map(is_part),
        score: scored.score.as_ref().map(Score::rounded),
        answered: scored.answered,
        not_applicable: scored.not_applicable,
        excepted: scored.excepted,
        total: scored.total,
        claimed: claimed.and_then(Claim::level),
        claimed_part: claimed.and_then(Claim::grade).map(is_part),
        met: is_dimension.then(|| met(claim)),
        degrees: (is_dimension && !model.scoring.degrees.is_empty()).then(|| degrees(answer)),
        exceptions: is_dimension.then(|| answer.into_iter().flat_map(exceptions).collect()),
        na,
        na_until,
        note: answer.and_then(|answer| answer.note.as_deref()),
        evidence: is_dimension.then(|| answer.map(|answer| &answer.evidence[..]).unwrap_or_default()),
        outcomes: (kind == NodeKind::Model).then(|| measured(outcome)),
    }
}
