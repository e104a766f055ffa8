//! The JSON Schema of a policy: ids, levels and rules, for completion in editors.

use serde_json::{Map, Value, json};

use super::parse::LONGEST_AGE;
use super::rules::Incomplete;
use super::target::Targets;
use crate::document::{NOT_BLANK, TEXT_LIMIT};
use crate::keyword;
use crate::lang::{Lang, Text};
use crate::model::{Model, Node};

/// The schema (draft-07) of policies for answers to `model`, described in `lang`.
#[must_use]
pub fn schema(model: &Model, lang: Lang) -> Value {
    let value = if model.scoring.has_levels() {
        json!({ "enum": model.all_levels().map(|level| level.0).collect::<Vec<_>>() })
    } else {
        json!({ "type": "string", "pattern": r"^[0-9]{1,9}(\.[0-9]{1,9})?$" })
    };
    let targeted = model.nodes().filter(|node| Targets::id(model, node.id().as_str()).is_ok());
    let targets = targeted.map(|node| (node.id().to_string(), target(node, &value, lang)));
    let default = text!("every sub-domain without a target of its own", "没有单独设置目标的每个子域");
    let default = ("default".to_owned(), described(&value, &[("description", default.get(lang))]));
    let said = |text: Text| text.into_string(lang);
    json!({
        "$schema": "http://json-schema.org/draft-07/schema#",
        "title": said(text!("What a maturity self-assessment is held to", "成熟度自评估的达标要求")),
        "type": "object",
        "additionalProperties": false,
        "required": ["schema"],
        "properties": {
            "schema": { "const": 1 },
            "answers": {
                "type": "string", "pattern": NOT_BLANK, "maxLength": TEXT_LIMIT,
                "description": said(text!("the answers file that commands read when none is named, relative to this file", "命令未指定文件时读取的答案文件，相对于本文件")),
            },
            "model": {
                "type": "string", "pattern": NOT_BLANK, "maxLength": TEXT_LIMIT,
                "description": said(text!("the folder of the model to use instead of the embedded one, relative to this file", "代替内置模型的模型目录，相对于本文件")),
            },
            "target": {
                "type": "object",
                "additionalProperties": false,
                "description": said(text!("levels or scores to hold; the most specific id counts", "应达到的级别或得分，最具体的 id 优先")),
                "properties": std::iter::once(default).chain(targets).collect::<Map<_, _>>(),
            },
            "rules": {
                "type": "object",
                "additionalProperties": false,
                "properties": rules(model, lang),
            },
        },
    })
}

/// The rules: with levels, one of them is for evidence.
fn rules(model: &Model, lang: Lang) -> Value {
    let said = |text: Text| text.into_string(lang);
    let above_floor: Vec<_> = model.levels_above_floor().map(|level| level.0).collect();
    let mut rules = json!({
        "incomplete": { "enum": keyword::words::<Incomplete>(), "description": said(text!("a sub-domain whose missing answers decide about its target", "是否达标取决于未回答问题的子域如何处理")) },
        "max-age-days": { "type": "integer", "minimum": 0, "maximum": LONGEST_AGE, "description": said(text!("the most days since `date` of the assessment", "评估的 `date` 距今最多多少天")) },
        "evidence-from-level": { "enum": above_floor, "description": said(text!("claiming a clause at or above this level needs evidence", "声明满足该级别及以上的要求时须提供证据")) },
        "evidence-must-exist": { "type": "boolean", "description": said(text!("evidence that is a path must be there, inside the repository; an empty folder and what lies in .git are none", "作为路径的证据必须存在且位于代码库之内；空目录和 .git 中的内容不算证据")) },
        "allow-na": { "type": "boolean", "description": said(text!("whether a dimension may be said not to apply", "是否允许维度填写“不适用”")) },
        "na-needs-until": { "type": "boolean", "description": said(text!("what does not apply needs `until`, a day to look again", "“不适用”必须写明 `until`，即重新审视的日期")) },
        "require-baseline": { "type": "boolean", "description": said(text!("there must be earlier answers to compare with", "必须有可供比较的更早答案")) },
    });
    if let (Some(rules), false) = (rules.as_object_mut(), model.scoring.has_levels()) {
        rules.remove("evidence-from-level");
    }
    rules
}

fn target(node: Node<'_>, value: &Value, lang: Lang) -> Value {
    described(value, &[("title", node.name().get(lang)), ("description", node.about().get(lang))])
}

/// A schema with words for people.
fn described(schema: &Value, words: &[(&str, &str)]) -> Value {
    let mut described = schema.clone();
    for (key, words) in words {
        described[*key] = json!(words);
    }
    described
}
