//! The requirement nodes of a library.

use super::questions::questions;
use super::texts::LibraryText;
use crate::frameworks::fields::Fields;
use crate::frameworks::reading::{Place, Reading};
use crate::model::source::MOST_WEIGHT;
use crate::yaml::Node;

/// The longest name that is made of a description.
const LONGEST_NAME: usize = 60;

/// The longest begin of a name that stands for a requirement.
const LONGEST_LABEL: usize = 40;

/// A requirement, or what requirements stand below.
pub(super) struct Requirement {
    pub(super) urn: String,
    pub(super) parent: Option<String>,
    /// Whether it is scored itself.
    pub(super) is_assessable: bool,
    pub(super) ref_id: Option<String>,
    pub(super) name: LibraryText,
    /// What it says; its name where it says nothing.
    pub(super) says: LibraryText,
    /// What helps to score it: its annotation, and the questions that an audit asks about it.
    pub(super) help: Option<LibraryText>,
    pub(super) weight: u32,
    /// The ends of its own scale, as far as it has one.
    pub(super) min: Option<i64>,
    pub(super) max: Option<i64>,
    /// The list of names for its scores.
    pub(super) scale: Option<String>,
    /// The implementation groups it belongs to.
    pub(super) groups: Vec<String>,
    pub(super) place: Place,
}

impl Requirement {
    /// What it is called in a few words: its `ref_id`, or the begin of its name.
    pub(super) fn label(&self) -> LibraryText {
        self.ref_id.clone().map_or_else(|| self.name.shortened(LONGEST_LABEL), LibraryText::same)
    }
}

/// Reads one node.
pub(super) fn requirement(reading: &mut Reading<'_>, file: usize, node: &Node) -> Option<Requirement> {
    let mut fields = Fields::of(reading, file, node, "requirement")?;
    let place = fields.place.clone();
    let translations = fields.take("translations");
    let urn = fields.required(reading, "urn");
    let parent = fields.text(reading, "parent_urn");
    let is_assessable = fields.take("assessable").is_some_and(|node| node.text() == Some("true"));
    let ref_id = fields.text(reading, "ref_id");
    let name = LibraryText::of(reading, &mut fields, "name", translations);
    let description = LibraryText::of(reading, &mut fields, "description", translations);
    let mut annotation = LibraryText::of(reading, &mut fields, "annotation", translations);
    let mut questions = questions(reading, &mut fields).into_iter();
    let weight = weight(reading, &mut fields);
    let min = fields.number(reading, "min_score");
    let max = fields.number(reading, "max_score");
    let scale = fields.text(reading, "scores_definition_ref");
    let mut groups = Vec::new();
    for node in fields.list(reading, "implementation_groups") {
        groups.extend(node.text().map(str::to_owned));
    }
    // How deep it stands its parents tell, and nothing else.
    fields.skip(&["depth"]);
    fields.close(reading);
    let urn = urn?;
    let tail = urn.rsplit(':').next().unwrap_or(&urn).to_owned();
    // What has no words of its own is said by what else there is.
    let others = match (is_assessable, &name) {
        _ if description.is_some() => None,
        (_, None) => questions.next().or_else(|| annotation.take()),
        (false, Some(_)) => annotation.take(),
        (true, Some(_)) => None,
    };
    let says = description.or(others).or_else(|| name.clone());
    let says = says.unwrap_or_else(|| LibraryText::same(ref_id.clone().unwrap_or_else(|| tail.clone())));
    let name = name.unwrap_or_else(|| says.shortened(LONGEST_NAME));
    let questions = LibraryText::joined(questions.as_slice(), "; ");
    let help: Vec<_> = annotation.into_iter().chain(questions).collect();
    let help = LibraryText::joined(&help, " — ");
    let help = help.map(|help| help.cut(reading, "requirement.annotation", &place));
    if !is_assessable && help.is_some() {
        reading.lose("annotation or questions of a heading", &place);
    }
    Some(Requirement { urn, parent, is_assessable, ref_id, name, says, help, weight, min, max, scale, groups, place })
}

/// Its weight: 1 where it has none, or 0, as CISO Assistant takes it.
fn weight(reading: &mut Reading<'_>, fields: &mut Fields<'_>) -> u32 {
    let Some(number) = fields.number(reading, "weight") else { return 1 };
    let weight = u32::try_from(number).ok().filter(|weight| *weight <= MOST_WEIGHT);
    if weight.is_none() {
        let message = text!("a weight of {number}", "权重为 {number}");
        let help = text!("0 to {MOST_WEIGHT} are read", "可读取 0 到 {MOST_WEIGHT}");
        reading.problem(&fields.place, message, Some(help));
    }
    weight.unwrap_or_default().max(1)
}
