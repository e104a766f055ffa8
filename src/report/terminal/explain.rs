//! The texts of a node and, with answers, how its level came about, step by step.

mod adds;
mod derivation;
mod elsewhere;
mod page;
mod provenance;
mod scores;
mod texts;

use crate::answers::FileText;
use crate::model::{Model, Node};
use crate::report::kit::kinds;
use crate::report::kit::style::Style;
use crate::report::kit::words;
use crate::scoring::{Addition, Scored};
use crate::text::one_line;
use page::ExplainDocument;

/// For a terminal. Without a result, and the file of the answers it follows from, the texts alone; `additions` are what the
/// clauses of a dimension add to the score.
#[must_use]
pub fn explain(
    model: &Model,
    node: Node<'_>,
    result: Option<(&Scored<'_>, &FileText)>,
    additions: &[Addition],
    style: &Style,
) -> String {
    let mut page = ExplainDocument::new(style);
    let path = words::path(model, node, style.lang, style.signs());
    let title = if path.is_empty() { one_line(node.name().get(style.lang)) } else { path.into() };
    page.title(&title);
    page.dim(&identity(model, node, style));
    page.gap();
    match node {
        Node::Dimension(dimension) => {
            texts::dimension(&mut page, model, dimension, result.map(|(result, _)| result), additions);
        }
        _ => texts::parent(&mut page, model, node),
    }
    if let Some((result, file)) = result {
        page.gap();
        if model.scoring.has_levels() {
            derivation::steps(&mut page, model, result, file);
        } else {
            scores::steps(&mut page, model, result, file);
        }
    }
    page.text()
}

/// The id, what another framework calls it, and what the model calls this kind of node if it names its kinds.
fn identity(model: &Model, node: Node<'_>, style: &Style) -> String {
    let id = words::called(node);
    match model.own_kind_name(node) {
        Some(_) => format!("{id}  {}", kinds::heading(model, node.storey()).get(style.lang)),
        None => id,
    }
}
