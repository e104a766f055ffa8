//! The JSON Schema of an answers file: ids, levels and clauses of one model, for completion in editors.

use serde_json::{Map, Value, json};

use crate::answers::{Date, Metric};
use crate::document::{NOT_BLANK, TEXT_LIMIT};
use crate::lang::Lang;
use crate::model::{Dimension, Model, Node};

/// The schema (draft-07) of answers to `model`, described in `lang`.
#[must_use]
pub fn schema(model: &Model, lang: Lang) -> Value {
    let areas: Vec<_> = model.areas.iter().map(|area| area.id.as_str()).collect();
    let now = model.answers_version();
    let minors = (0..=now.minor).map(|minor| format!("{}.{minor}", now.major));
    let versions: Vec<_> = std::iter::once(now.major.to_string()).chain(minors).collect();
    let dimensions: Vec<_> = model.dimensions().map(|dimension| dimension.id.as_str()).collect();
    let words = json!({ "type": "string", "pattern": NOT_BLANK, "maxLength": TEXT_LIMIT });
    let date = json!({ "type": "string", "pattern": Date::PATTERN });
    json!({
        "$schema": "http://json-schema.org/draft-07/schema#",
        "title": text!("Answers of a maturity self-assessment", "成熟度自评估的答案").get(lang),
        "type": "object",
        "additionalProperties": false,
        "required": ["schema", "assessment"],
        "properties": {
            "schema": { "const": 1 },
            "assessment": {
                "type": "object",
                "additionalProperties": false,
                "required": ["model", "model-version"],
                "properties": {
                    "model": { "const": model.id.as_str() },
                    "model-version": { "enum": versions },
                    "team": words,
                    "system": words,
                    "owner": words,
                    "date": { "$ref": "#/definitions/date", "description": text!("when the whole assessment was last confirmed", "整份评估最近一次确认的日期").get(lang) },
                    "assessors": { "type": "array", "items": words },
                    "scope": { "type": "array", "minItems": 1, "uniqueItems": true, "items": { "enum": areas } },
                    "ask-again": {
                        "description": text!(
                            "kept by the program: dimensions that ask more than when they were answered",
                            "由程序维护：要求比作答时更多的维度"
                        ).get(lang),
                        "type": "array", "uniqueItems": true, "items": { "enum": dimensions },
                    },
                    "review": {
                        "description": text!(
                            "kept by the program: how far a review is that was interrupted",
                            "由程序维护：已中断的复核进行到何处"
                        ).get(lang),
                        "type": "object",
                        "additionalProperties": false,
                        "required": ["since", "until"],
                        "properties": { "since": { "$ref": "#/definitions/date" }, "until": { "enum": dimensions } },
                    },
                },
            },
            "answers": node(Node::Model(model), model, lang),
            "outcomes": outcomes(lang),
        },
        "definitions": {
            "date": date,
            "note": words,
            "evidence": { "type": "array", "items": words },
            "something": {
                "description": text!("an answer says something", "答案须有内容").get(lang),
                "type": "object",
                "anyOf": something(model),
            },
            "na": { "oneOf": [words, {
                "type": "object",
                "additionalProperties": false,
                "required": ["reason"],
                "properties": { "reason": words, "until": { "$ref": "#/definitions/date" } },
            }] },
        },
    })
}

/// What a team measures of its delivery.
fn outcomes(lang: Lang) -> Value {
    let of = |metric: Metric| {
        let (name, question) = (metric.name(), metric.question());
        let value = json!({
            "title": name.get(lang), "description": question.get(lang), "type": "string", "pattern": metric.pattern(),
        });
        (metric.to_string(), value)
    };
    json!({
        "description": text!(
            "what the team measures of its delivery; never scored, shown beside the levels",
            "成效指标，由团队自己度量：不计分，与级别并列显示"
        ).get(lang),
        "type": "object",
        "additionalProperties": false,
        "properties": Metric::all().map(of).collect::<Map<_, _>>(),
    })
}

/// What makes a table an answer. Validators that are strict want a key described where it is required.
fn something(model: &Model) -> Vec<Value> {
    let mut keys = if model.scoring.has_levels() { vec!["level"] } else { vec!["met"] };
    if !model.scoring.has_levels() && !model.scoring.degrees.is_empty() {
        keys.push("degrees");
    }
    keys.extend(["na", "note"]);
    let evidence =
        json!({ "required": ["evidence"], "properties": { "evidence": { "type": "array", "minItems": 1 } } });
    keys.into_iter().map(|key| json!({ "required": [key], "properties": { key: true } })).chain([evidence]).collect()
}

fn node(node: Node<'_>, model: &Model, lang: Lang) -> Value {
    if let Node::Dimension(dimension) = node {
        return answer(dimension, model, lang);
    }
    let below = node.children().into_iter().map(|child| (child.id().key().to_owned(), self::node(child, model, lang)));
    json!({
        "type": "object",
        "title": node.name().get(lang),
        "description": node.about().get(lang),
        "additionalProperties": false,
        "properties": below.collect::<Map<_, _>>(),
    })
}

fn answer(dimension: &Dimension, model: &Model, lang: Lang) -> Value {
    let levels = dimension.cells.iter().zip(dimension.floor().0..);
    let grades: Vec<_> =
        levels.clone().filter(|(cell, _)| cell.clauses.len() >= 2).map(|(_, level)| format!("{level}-")).collect();
    let numbers: Vec<_> = levels.map(|(_, level)| level).collect();
    let clauses: Vec<_> = dimension.all_clauses().map(|(id, _)| id.to_string()).collect();
    let texts = dimension.all_clauses().map(|(id, clause)| format!("{id} {}", clause.text.get(lang)));
    let description = std::iter::once(dimension.question.text.get(lang).to_owned()).chain(texts).collect::<Vec<_>>();
    let except: Map<_, _> = clauses.iter().map(|id| (id.clone(), json!({ "$ref": "#/definitions/na" }))).collect();
    let met = json!({ "type": "array", "uniqueItems": true, "items": { "enum": clauses } });
    let claims: Vec<Value> =
        numbers.iter().map(|number| json!(number)).chain(grades.iter().map(|grade| json!(grade))).collect();
    let mut properties = json!({
        "level": { "enum": claims },
        "met": met,
        "except": {
            "description": text!("clauses that are not asked of this team, each with the reason", "不要求本团队做到的要求，并注明原因").get(lang),
            "type": "object",
            "additionalProperties": false,
            "properties": except,
        },
        "na": { "$ref": "#/definitions/na" },
        "note": { "$ref": "#/definitions/note" },
        "evidence": { "$ref": "#/definitions/evidence" },
    });
    let level = json!({ "enum": numbers });
    let mut dependencies = json!({
        "met": { "required": ["level"], "properties": { "level": level } },
        "except": { "required": ["level"], "properties": { "level": true } },
        "na": not_beside(&["level", "except"]),
    });
    if !model.scoring.degrees.is_empty() {
        let ids: Vec<_> = model.scoring.degrees.iter().map(|degree| degree.id.as_str()).collect();
        let of_clauses: Map<_, _> = clauses.iter().map(|id| (id.clone(), json!({ "enum": ids }))).collect();
        properties["degrees"] = json!({
            "description": text!("how far clauses are met", "各要求满足的程度").get(lang),
            "type": "object",
            "additionalProperties": false,
            "properties": of_clauses,
        });
        dependencies["degrees"] = dependencies["met"].clone();
    }
    let mut bare = claims;
    if !model.scoring.has_levels() {
        let whole = json!(["all", "none"]);
        properties["met"] = json!({ "anyOf": [met, { "enum": whole }] });
        bare = vec![json!("all"), json!("none")];
        let has_degrees = !model.scoring.degrees.is_empty();
        let beside = if has_degrees { vec!["met", "degrees"] } else { vec!["met"] };
        let needs: Vec<_> =
            beside.iter().map(|key| json!({ "required": [key], "properties": { *key: true } })).collect();
        let others: Vec<_> = beside.into_iter().chain(["except"]).collect();
        dependencies = json!({ "except": { "anyOf": needs }, "na": not_beside(&others) });
        properties.as_object_mut().map(|properties| properties.remove("level"));
    }
    json!({
        "title": dimension.name.get(lang),
        "description": description.join("\n"),
        "oneOf": [
            { "enum": bare },
            {
                "type": "object",
                "additionalProperties": false,
                "allOf": [{ "$ref": "#/definitions/something" }],
                "properties": properties,
                "dependencies": dependencies,
            },
        ],
    })
}

/// Refuses each of these keys beside another.
fn not_beside(keys: &[&str]) -> Value {
    let keys: Vec<_> = keys.iter().map(|key| json!({ "required": [key], "properties": { *key: true } })).collect();
    json!({ "not": { "anyOf": keys } })
}
