//! What an audit of CISO Assistant asks about a requirement.

use super::texts::LibraryText;
use crate::frameworks::fields::Fields;
use crate::frameworks::reading::Reading;
use crate::yaml::Node;

/// What an answer adds to a score.
const COUNTS: &str = "add_score";

/// The questions of a requirement, each with its answers where these count something.
pub(super) fn questions(reading: &mut Reading<'_>, fields: &mut Fields<'_>) -> Vec<LibraryText> {
    let Some(node) = fields.take("questions") else { return Vec::new() };
    let file = fields.place.file;
    if node.entries().is_empty() {
        reading.lose("requirement.questions", &fields.place_of(node));
    }
    node.entries().iter().filter_map(|entry| question(reading, file, &entry.node)).collect()
}

fn question(reading: &mut Reading<'_>, file: usize, node: &Node) -> Option<LibraryText> {
    let mut fields = Fields::of(reading, file, node, "question")?;
    let translations = fields.take("translations");
    let text = LibraryText::of(reading, &mut fields, "text", translations);
    let choices = fields.list(reading, "choices");
    let place = choices.first().map(|choice| fields.place_of(choice));
    fields.skip(&["type"]);
    fields.close(reading);
    if !choices.iter().any(|choice| choice.get(COUNTS).is_some()) {
        // Nearly all are yes and no. They tell nobody more, and which score they come to is not said.
        place.inspect(|place| reading.lose("question.choices", place));
        return text;
    }
    let choices: Vec<_> = choices.iter().filter_map(|node| choice(reading, file, node)).collect();
    match (text, LibraryText::joined(&choices, "; ")) {
        (Some(text), Some(choices)) => Some(text.with(" (", &choices.with(")", &LibraryText::default()))),
        (text, choices) => text.or(choices),
    }
}

/// An answer with what it counts.
fn choice(reading: &mut Reading<'_>, file: usize, node: &Node) -> Option<LibraryText> {
    let mut fields = Fields::of(reading, file, node, "choice")?;
    let translations = fields.take("translations");
    let value = LibraryText::of(reading, &mut fields, "value", translations);
    let counts = fields.text(reading, COUNTS);
    fields.skip(&["urn", "color"]);
    fields.close(reading);
    let value = value?;
    Some(counts.map_or(value.clone(), |counts| value.with(": ", &LibraryText::same(counts))))
}
