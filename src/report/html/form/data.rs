//! What the script reads: the answers that are there, what they are of, and the words it says.

use serde_json::{Map, Value, json};

use super::page::FormPage;
use super::words::words;
use crate::answers::{Answer, Claim, Date};
use crate::interview::seconds_alone;
use crate::interview::statements::same_questions_among;
use crate::lang::{Lang, Text};
use crate::model::{Dimension, Level, same_words_among};
use crate::report::json::write_line;
use crate::text::one_line;

/// All of it, as JSON on one line.
pub(super) fn data(page: &FormPage<'_>) -> String {
    let (model, answers) = (page.form.model, page.form.answers);
    let about = &answers.assessment;
    let given = page.questions().filter_map(|it| Some((it.id.to_string(), answer(answers.given.of(it)?, it, page))));
    let asked_anew: Vec<_> = page.questions().map(|it| &it.id).filter(|id| about.ask_again.contains(id)).collect();
    let seconds = page.questions().map(|it| [Lang::En, Lang::Zh].map(|lang| seconds_alone(model, it, lang)));
    let levels = model.all_levels().map(|level| (level.to_string(), name(model.level_name(level))));
    let degrees = model.scoring.degrees.iter().map(|degree| json!([degree.id.as_str(), name(Some(&degree.name))]));
    write_line(&json!({
        "model": model.id,
        "version": model.answers_version().to_string(),
        "has_levels": model.scoring.has_levels(),
        "levels": levels.collect::<Map<_, _>>(),
        "degrees": degrees.collect::<Vec<_>>(),
        "team": about.team,
        "system": about.system,
        "owner": about.owner,
        "scope": about.scope,
        "ask_again": asked_anew,
        "outcomes": answers.outcomes.iter().map(|(metric, it)| json!([metric.to_string(), it.to_string()])).collect::<Vec<_>>(),
        "seconds": seconds.collect::<Vec<_>>(),
        "answers": given.collect::<Map<_, _>>(),
        "same": {
            "questions": same_questions_among(page.questions()),
            "clauses": same_words_among(page.questions()),
        },
        "words": words().into_iter().map(|(key, text)| (key.to_owned(), name(Some(&text)))).collect::<Map<_, _>>(),
    }))
}

/// Words in English and Chinese.
fn name(text: Option<&Text>) -> Value {
    text.map(|text| json!([one_line(&text.en), one_line(&text.zh)])).unwrap_or_default()
}

/// An answer as the script has it: only what is said is there.
fn answer(answer: &Answer, dimension: &Dimension, page: &FormPage<'_>) -> Value {
    let mut fields = Map::new();
    match &answer.claim {
        Some(Claim::NotApplicable { reason, until }) => drop(fields.insert("na".to_owned(), excuse(reason, *until))),
        Some(Claim::PartOf(level)) => drop(fields.insert("part".to_owned(), json!(level.0))),
        Some(claim) if !page.form.model.scoring.has_levels() => {
            let met = claim.covered(dimension).map(|id| id.to_string());
            fields.insert("met".to_owned(), json!(met.collect::<Vec<_>>()));
        }
        Some(Claim::Level { level: Level(level), met }) => {
            fields.insert("level".to_owned(), json!(level));
            fields.insert("met".to_owned(), json!(met.iter().map(ToString::to_string).collect::<Vec<_>>()));
        }
        None => {}
    }
    let degrees = answer.degrees.iter().map(|(id, degree)| (id.to_string(), json!(degree.id.as_str())));
    let except = answer.except.iter().map(|(id, it)| (id.to_string(), excuse(&it.reason, it.until)));
    fields.insert("degrees".to_owned(), Value::Object(degrees.collect()));
    fields.insert("except".to_owned(), Value::Object(except.collect()));
    fields.insert("note".to_owned(), json!(answer.note.as_deref().unwrap_or_default()));
    fields.insert("evidence".to_owned(), json!(answer.evidence));
    Value::Object(fields)
}

/// A reason, and the last day on which it is accepted; no day is an empty one.
fn excuse(reason: &str, until: Option<Date>) -> Value {
    json!({ "reason": reason, "until": until.map(|day| day.to_string()).unwrap_or_default() })
}
