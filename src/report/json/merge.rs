//! What several people answered, as `assess merge --format json` prints it.

use schemars::JsonSchema;
use serde::Serialize;

use super::claim::{Claimed, Exception, NotApplicable, claimed, exceptions, not_applicable};
use super::harmless::write;
use super::header::{ModelName, OutcomesData, Tool};
use super::node_name::NodeName;
use crate::answers::{Answer, Date};
use crate::lang::Text;
use crate::merge::{Agreement, Counts, Disputed, Distance, HeadKey, Merge, Person, PersonAnswer, Tally, Topic};
use crate::model::{Id, Level, Model};

/// What several people answered, and how far they agree.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "Merge")]
pub(super) struct MergeDocument {
    /// Later versions of the program may add keys and words under the same one.
    schema: SchemaId,
    tool: Tool,
    model: ModelName,
    assessment: HeadData,
    /// Who answered, in the order of the files.
    people: Vec<PersonData>,
    /// Merged files that are not compared: everybody in them answers in a file of their own.
    left_out: Vec<PersonData>,
    counts: CountsData,
    /// How far people agree on what stands below a node: the whole first, parents before what is below them.
    nodes: Vec<NodeData>,
    /// Ids of the questions on which people differ, the widest apart first.
    open: Vec<Id>,
    /// Ids of the questions that one alone answers and those behind a merged file left open: nothing is taken of them.
    left_open: Vec<Id>,
    /// Every question in scope, in the model's order.
    questions: Vec<QuestionData>,
}

#[derive(Debug, Serialize, JsonSchema)]
#[schemars(inline)]
enum SchemaId {
    #[serde(rename = "assess.merge/v1")]
    V1,
}

/// What the assessment is of, as far as all files agree; null where they do not, or say nothing.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "Agreed")]
struct HeadData {
    team: Option<String>,
    system: Option<String>,
    owner: Option<String>,
    /// The oldest day on which one of the files was confirmed.
    date: Option<Date>,
    assessors: Vec<String>,
    /// The areas that any of the files assesses; null means all that are not optional.
    scope: Option<Vec<Id>>,
    /// What is measured, where all who measure it say the same; null if there is nothing.
    outcomes: Option<OutcomesData>,
    /// What files say differently.
    disputed: Vec<DisputedData>,
}

#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "Disputed")]
struct DisputedData {
    /// `team`, `system`, `owner`, or the name of an outcome.
    key: String,
    /// What they say, each once.
    #[schemars(length(min = 2))]
    said: Vec<String>,
}

#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "Person")]
struct PersonData {
    /// What the person is called here, unlike everybody else.
    name: String,
    /// The file, as it was named.
    path: String,
    /// Who assessed, as the file says: several in one that was merged already.
    assessors: Vec<String>,
    /// The day on which the file was confirmed.
    date: Option<Date>,
    /// How many questions it answers.
    answered: usize,
}

#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "Counts")]
struct CountsData {
    questions: usize,
    agreed: usize,
    near: usize,
    differ: usize,
    /// Answered by one alone.
    alone: usize,
    /// Answered by nobody.
    nobody: usize,
}

/// A node, and how far people agree on the questions below it.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "Tally")]
struct NodeData {
    #[serde(flatten)]
    node: NodeName,
    counts: CountsData,
}

#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "Question")]
struct QuestionData {
    id: Id,
    name: Text,
    question: Text,
    agreement: Agreement,
    /// How far apart people are; none where they agree.
    apart: Distance,
    /// What each says, in the order of the people.
    said: Vec<PersonAnswerData>,
    /// What is taken of it; null while people differ or it is left open, and where nobody says anything.
    taken: Option<AnswerData>,
}

#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "Said")]
struct PersonAnswerData {
    /// The name of the person.
    person: String,
    /// The level that counts; null where none is claimed, and in a model without levels.
    level: Option<Level>,
    #[serde(flatten)]
    answer: AnswerData,
}

#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "Answer")]
struct AnswerData {
    /// The level or the clauses that are claimed; null where none are.
    answer: Option<Claimed>,
    /// Why the dimension does not apply; null where it does.
    na: Option<NotApplicable>,
    exceptions: Vec<Exception>,
    note: Option<String>,
    evidence: Vec<String>,
}

/// The whole comparison.
#[must_use]
pub fn merge(merge: &Merge<'_>) -> String {
    write(&document(merge))
}

fn document(merge: &Merge<'_>) -> MergeDocument {
    let (head, about) = (&merge.head, &merge.head.assessment);
    let in_scope = merge.topics.iter().filter(|topic| topic.is_in_scope);
    MergeDocument {
        schema: SchemaId::V1,
        tool: Tool::this(),
        model: merge.model.into(),
        assessment: HeadData {
            team: about.team.clone(),
            system: about.system.clone(),
            owner: about.owner.clone(),
            date: about.date,
            assessors: about.assessors.clone(),
            scope: about.scope.clone(),
            outcomes: OutcomesData::of(&head.outcomes),
            disputed: head.disputed.iter().map(disputed).collect(),
        },
        people: merge.people.iter().map(person).collect(),
        left_out: merge.left_out.iter().map(person).collect(),
        counts: counts(&merge.counts()),
        nodes: merge.tallies.iter().map(|tally| node(merge.model, tally)).collect(),
        open: merge.of(Agreement::Differ).iter().map(|topic| topic.dimension.id.clone()).collect(),
        left_open: merge.left_open().into_iter().cloned().collect(),
        questions: in_scope.map(|topic| question(merge, topic)).collect(),
    }
}

fn disputed(it: &Disputed) -> DisputedData {
    let key = match it.key {
        HeadKey::Team => "team".to_owned(),
        HeadKey::System => "system".to_owned(),
        HeadKey::Owner => "owner".to_owned(),
        HeadKey::Outcome(metric) => metric.to_string(),
    };
    DisputedData { key, said: it.said.clone() }
}

fn person(person: &Person) -> PersonData {
    let about = &person.answers.assessment;
    PersonData {
        name: person.name.clone(),
        path: person.path.clone(),
        assessors: about.assessors.clone(),
        date: about.date,
        answered: person.answers.given.values().filter(|answer| answer.claim.is_some()).count(),
    }
}

fn counts(counts: &Counts) -> CountsData {
    let Counts { questions, agreed, near, differ, alone, nobody } = *counts;
    CountsData { questions, agreed, near, differ, alone, nobody }
}

fn node(model: &Model, tally: &Tally<'_>) -> NodeData {
    NodeData { node: NodeName::of(model, tally.node), counts: counts(&tally.counts) }
}

fn question(merge: &Merge<'_>, topic: &Topic<'_>) -> QuestionData {
    QuestionData {
        id: topic.dimension.id.clone(),
        name: topic.dimension.name.clone(),
        question: topic.dimension.question.text.clone(),
        agreement: topic.agreement,
        apart: topic.apart,
        said: topic.said.iter().map(|said| self::said(merge, said)).collect(),
        taken: topic.taken.as_ref().map(|taken| answer(merge.model, taken)),
    }
}

fn said(merge: &Merge<'_>, said: &PersonAnswer) -> PersonAnswerData {
    PersonAnswerData {
        person: merge.people[said.person].name.clone(),
        level: said.level,
        answer: answer(merge.model, &said.answer),
    }
}

fn answer(model: &Model, answer: &Answer) -> AnswerData {
    AnswerData {
        answer: claimed(model, answer),
        na: answer.claim.as_ref().and_then(not_applicable),
        exceptions: exceptions(answer).unwrap_or_default(),
        note: answer.note.clone(),
        evidence: answer.evidence.clone(),
    }
}
