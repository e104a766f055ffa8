//! The documents of SAMM's core repository, each a thing of one type with an id of its own.

use crate::frameworks::account::Part;
use crate::frameworks::fields::Fields;
use crate::frameworks::reading::{Place, Reading};
use crate::model::counting::Fraction;
use crate::yaml::Node;

/// What every thing has.
pub(super) struct Thing<T> {
    pub(super) id: String,
    pub(super) place: Place,
    pub(super) own: T,
}

/// A business function, a practice or a stream: what has a name, and a place among its siblings.
pub(super) struct NamedThing {
    /// The id of what it belongs to; `None` for a business function.
    pub(super) parent: Option<String>,
    pub(super) name: String,
    pub(super) about: Option<String>,
    pub(super) order: i64,
}

pub(super) struct PracticeLevel {
    pub(super) practice: String,
    pub(super) maturity_level: String,
}

pub(super) struct Activity {
    pub(super) stream: String,
    pub(super) level: String,
    pub(super) title: Option<String>,
    pub(super) about: Option<String>,
}

pub(super) struct Question {
    pub(super) activity: String,
    pub(super) answer_set: String,
    pub(super) text: String,
    pub(super) order: i64,
    pub(super) quality: Vec<String>,
}

/// What a question can be answered with, and what that counts.
pub(super) struct Answer {
    pub(super) text: String,
    pub(super) value: Fraction,
}

/// All things of a copy of SAMM.
#[derive(Default)]
pub(super) struct Parts {
    /// What the business functions call the model they belong to, and where.
    pub(super) models: Vec<(String, Place)>,
    pub(super) functions: Vec<Thing<NamedThing>>,
    pub(super) practices: Vec<Thing<NamedThing>>,
    pub(super) streams: Vec<Thing<NamedThing>>,
    pub(super) maturity_levels: Vec<Thing<i64>>,
    pub(super) practice_levels: Vec<Thing<PracticeLevel>>,
    pub(super) activities: Vec<Thing<Activity>>,
    pub(super) questions: Vec<Thing<Question>>,
    pub(super) answer_sets: Vec<Thing<Vec<Answer>>>,
}

impl Parts {
    /// The things in all files, in their order.
    pub(super) fn read(reading: &mut Reading<'_>) -> Self {
        let mut parts = Self::default();
        for (file, documents) in reading.documents() {
            for document in documents.iter().filter(|document| !document.is_blank()) {
                parts.document(reading, file, document);
            }
        }
        parts
    }

    /// How many there are of each kind.
    pub(super) fn counts(&self) -> [(Part, usize); 8] {
        [
            (Part::BusinessFunction, self.functions.len()),
            (Part::SecurityPractice, self.practices.len()),
            (Part::Stream, self.streams.len()),
            (Part::MaturityLevel, self.maturity_levels.len()),
            (Part::PracticeLevel, self.practice_levels.len()),
            (Part::Activity, self.activities.len()),
            (Part::Question, self.questions.len()),
            (Part::AnswerSet, self.answer_sets.len()),
        ]
    }

    fn document(&mut self, reading: &mut Reading<'_>, file: usize, document: &Node) -> Option<()> {
        let kind = document.get("type").and_then(Node::text).unwrap_or_default();
        match kind {
            "Function" => {
                let mut fields = Fields::of(reading, file, document, "function")?;
                if let Some(node) = fields.take("model") {
                    let place = fields.place_of(node);
                    self.models.extend(node.text().map(|text| (text.to_owned(), place)));
                }
                let function = thing(reading, fields, |reading, fields| named(reading, fields, None, "description"));
                self.functions.extend(function);
            }
            "Practice" => {
                let fields = Fields::of(reading, file, document, "practice")?;
                let practice =
                    thing(reading, fields, |reading, it| named(reading, it, Some("function"), "shortDescription"));
                self.practices.extend(practice);
            }
            "Stream" => {
                let fields = Fields::of(reading, file, document, "stream")?;
                let stream = thing(reading, fields, |reading, it| named(reading, it, Some("practice"), "description"));
                self.streams.extend(stream);
            }
            "MaturityLevel" => {
                let fields = Fields::of(reading, file, document, "maturityLevel")?;
                let level = thing(reading, fields, maturity_level);
                self.maturity_levels.extend(level);
            }
            "PracticeLevel" => {
                let fields = Fields::of(reading, file, document, "practiceLevel")?;
                self.practice_levels.extend(thing(reading, fields, practice_level));
            }
            "Activity" => {
                let fields = Fields::of(reading, file, document, "activity")?;
                self.activities.extend(thing(reading, fields, activity));
            }
            "Question" => {
                let fields = Fields::of(reading, file, document, "question")?;
                self.questions.extend(thing(reading, fields, question));
            }
            "AnswerSet" => {
                let fields = Fields::of(reading, file, document, "answerSet")?;
                self.answer_sets.extend(thing(reading, fields, answers));
            }
            _ => {
                let place = Place { file, span: document.span.start..document.span.start };
                let field = if kind.is_empty() { "document without `type`".to_owned() } else { format!("type {kind}") };
                reading.lose(&field, &place);
            }
        }
        Some(())
    }
}

/// The number of a maturity level.
fn maturity_level(reading: &mut Reading<'_>, fields: &mut Fields<'_>) -> Option<i64> {
    let number = fields.number(reading, "number");
    if number.is_none() {
        let message = text!("this maturity level has no `number`", "此成熟度级别缺少 `number`");
        reading.problem(&fields.place, message, None);
    }
    number
}

/// A thing with its id; `read` takes its own fields, and the rest are counted as lost.
fn thing<T>(
    reading: &mut Reading<'_>,
    mut fields: Fields<'_>,
    read: impl FnOnce(&mut Reading<'_>, &mut Fields<'_>) -> Option<T>,
) -> Option<Thing<T>> {
    let id = fields.required(reading, "id");
    let place = fields.place.clone();
    let own = read(reading, &mut fields);
    fields.skip(&["type"]);
    fields.close(reading);
    Some(Thing { id: id?, place, own: own? })
}

fn named(
    reading: &mut Reading<'_>,
    fields: &mut Fields<'_>,
    parent: Option<&'static str>,
    about: &'static str,
) -> Option<NamedThing> {
    let parent = match parent {
        None => None,
        Some(key) => Some(fields.required(reading, key)?),
    };
    let name = fields.required(reading, "name");
    let about = fields.text(reading, about);
    let order = fields.number(reading, "order").unwrap_or_default();
    Some(NamedThing { parent, name: name?, about, order })
}

fn practice_level(reading: &mut Reading<'_>, fields: &mut Fields<'_>) -> Option<PracticeLevel> {
    let practice = fields.required(reading, "practice");
    let maturity_level = fields.required(reading, "maturityLevel");
    Some(PracticeLevel { practice: practice?, maturity_level: maturity_level? })
}

fn activity(reading: &mut Reading<'_>, fields: &mut Fields<'_>) -> Option<Activity> {
    let stream = fields.required(reading, "stream");
    let level = fields.required(reading, "level");
    let title = fields.text(reading, "title");
    let about = fields.text(reading, "shortDescription");
    Some(Activity { stream: stream?, level: level?, title, about })
}

fn question(reading: &mut Reading<'_>, fields: &mut Fields<'_>) -> Option<Question> {
    let activity = fields.required(reading, "activity");
    let answer_set = fields.required(reading, "answerSet");
    let text = fields.required(reading, "text");
    let order = fields.number(reading, "order").unwrap_or_default();
    let mut quality = Vec::new();
    for node in fields.list(reading, "quality") {
        let place = fields.place_of(node);
        match node.text() {
            Some(text) => quality.push(reading.words("question.quality", text, &place)),
            None if node.is_blank() => {}
            None => reading.problem(&place, text!("a criterion that is no text", "质量标准不是文本"), None),
        }
    }
    Some(Question { activity: activity?, answer_set: answer_set?, text: text?, order, quality })
}

/// Answers in rising order of what they count, which is their `value`: their `weight` is 1 everywhere.
fn answers(reading: &mut Reading<'_>, fields: &mut Fields<'_>) -> Option<Vec<Answer>> {
    let mut answers = Vec::new();
    for node in fields.list(reading, "values") {
        let mut fields = Fields::of(reading, fields.place.file, node, "answer")?;
        let text = fields.required(reading, "text");
        let value = fields.required(reading, "value");
        let place = fields.place.clone();
        if fields.take("weight").is_some_and(|node| node.text().is_none_or(|weight| weight.trim() != "1")) {
            reading.lose("answer.weight", &place);
        }
        fields.skip(&["order"]);
        fields.close(reading);
        let (Some(text), Some(value)) = (text, value) else { continue };
        match value.parse() {
            Ok(value) => answers.push(Answer { text, value }),
            Err(refusal) => {
                let refusal: crate::problem::Refusal = refusal;
                reading.problem(&place, refusal.message, None);
            }
        }
    }
    answers.sort_by_key(|answer| answer.value);
    if answers.len() < 2 {
        let message = text!("a set of fewer than two answers", "答案集少于两个答案");
        reading.problem(&fields.place, message, None);
        return None;
    }
    Some(answers)
}
