//! The scale on which requirements are scored.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;
use std::str::FromStr;

use super::texts::LibraryText;
use crate::frameworks::fields::Fields;
use crate::frameworks::reading::{Place, Reading};
use crate::problem::Refusal;
use crate::yaml::{Node, Value};

/// The lowest and the highest score.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ScaleRange {
    /// The score of what is not done at all.
    pub min: i64,
    /// The highest score.
    pub max: i64,
}

impl ScaleRange {
    /// What a framework has that says nothing.
    pub(super) const UNSAID: Self = Self { min: 0, max: 100 };

    /// How many steps there are from the lowest to the highest score.
    pub(super) fn steps(self) -> i64 {
        self.max.saturating_sub(self.min)
    }

    /// Whether its scores can be the levels of a model: two to nine, from 0 or 1 on.
    pub(super) fn can_be_levels(self) -> bool {
        (0..=1).contains(&self.min) && self.max <= 9 && (1..=8).contains(&self.steps())
    }
}

impl FromStr for ScaleRange {
    type Err = Refusal;

    /// Reads `0-5`, a scale that levels can be made of.
    fn from_str(word: &str) -> Result<Self, Refusal> {
        let range = || {
            let (min, max) = word.split_once('-')?;
            Some(Self { min: min.trim().parse().ok()?, max: max.trim().parse().ok()? })
        };
        range().filter(|range| range.can_be_levels()).ok_or_else(|| {
            Refusal::new(text!("`{word}` is no scale to ask on", "`{word}` 不能作为提问的刻度")).help(text!(
                "write two to nine scores from 0 or 1 on, as `0-5`",
                "请写从 0 或 1 开始的二至九档，如 `0-5`"
            ))
        })
    }
}

impl fmt::Display for ScaleRange {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "{}-{}", self.min, self.max)
    }
}

/// What a score is called and means.
#[derive(Clone, Debug)]
pub(super) struct Entry {
    pub(super) score: i64,
    pub(super) name: Option<LibraryText>,
    pub(super) description: Option<LibraryText>,
}

/// All that a framework says of its scores.
#[derive(Clone, Debug)]
pub(super) struct Scale {
    /// What the library says; `None` if nothing.
    pub(super) range: Option<ScaleRange>,
    /// What its scores are called.
    pub(super) entries: Vec<Entry>,
    /// The same for requirements that name another list.
    pub(super) others: BTreeMap<String, Vec<Entry>>,
    pub(super) place: Place,
}

impl Scale {
    pub(super) fn read(reading: &mut Reading<'_>, fields: &mut Fields<'_>) -> Self {
        let place = fields.place.clone();
        let min = fields.number(reading, "min_score");
        let max = fields.number(reading, "max_score");
        let mut scale = Self { range: None, entries: Vec::new(), others: BTreeMap::new(), place };
        if let Some(node) = fields.take("scores_definition") {
            scale.place = fields.place_of(node);
            // A bare list, or the list with others beside it.
            let list = if matches!(node.value, Value::List(_)) { Some(node) } else { node.get("scale") };
            scale.entries = list.map(|list| entries(reading, fields.place.file, list)).unwrap_or_default();
            for other in node.get("alternatives").map(Node::entries).unwrap_or_default() {
                let list = entries(reading, fields.place.file, &other.node);
                scale.others.insert(other.key.clone(), list);
            }
        }
        let scores = || scale.entries.iter().map(|entry| entry.score);
        let min = min.or_else(|| scores().min());
        let max = max.or_else(|| scores().max());
        scale.range = min.zip(max).map(|(min, max)| ScaleRange { min, max });
        if let Some(range) = scale.range.filter(|range| range.steps() < 1) {
            let message = text!("a scale that does not rise: {range}", "刻度没有上升：{range}");
            reading.problem(&scale.place, message, None);
        }
        scale
    }

    /// What the scores of a requirement are called.
    pub(super) fn entry<'s>(&'s self, other: Option<&str>, score: i64) -> Option<&'s Entry> {
        let list = other.and_then(|name| self.others.get(name)).unwrap_or(&self.entries);
        list.iter().find(|entry| entry.score == score)
    }

    /// What a score of a requirement is called: its number where it has no name.
    pub(super) fn name(&self, other: Option<&str>, score: i64) -> LibraryText {
        let name = self.entry(other, score).and_then(|entry| entry.name.clone());
        name.unwrap_or_else(|| LibraryText::same(score.to_string()))
    }
}

fn entries(reading: &mut Reading<'_>, file: usize, node: &Node) -> Vec<Entry> {
    let Value::List(nodes) = &node.value else {
        let place = Place { file, span: node.span.clone() };
        reading.problem(&place, text!("expected a list of scores", "此处应为分数列表"), None);
        return Vec::new();
    };
    let (mut entries, mut scores) = (Vec::new(), BTreeSet::new());
    for node in nodes {
        let Some(mut fields) = Fields::of(reading, file, node, "score") else { continue };
        let translations = fields.take("translations");
        let score = fields.number(reading, "score");
        let name = LibraryText::of(reading, &mut fields, "name", translations);
        let description = LibraryText::of(reading, &mut fields, "description", translations);
        let place = fields.place.clone();
        fields.close(reading);
        match score {
            None => reading.problem(&place, text!("this score has no `score`", "此分数缺少 `score`"), None),
            Some(score) if !scores.insert(score) => {
                reading.problem(&place, text!("the score {score} stands twice", "分数 {score} 出现了两次"), None);
            }
            Some(score) => entries.push(Entry { score, name, description }),
        }
    }
    entries.sort_by_key(|entry: &Entry| entry.score);
    entries
}
