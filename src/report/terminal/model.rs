//! The model as a tree with counts.

use std::fmt::Write as _;

use crate::lang::{Lang, Text};
use crate::model::{Model, Node};
use crate::report::kit::kinds;
use crate::report::kit::style::Style;
use crate::text::{indented, one_line, pad, width};

/// Every node with its name, indented under its parent, and how many of each kind there are.
#[must_use]
pub fn model(model: &Model, style: &Style) -> String {
    let name = one_line(model.name.get(style.lang));
    let mut text = format!("{} ({} {})\n", style.colors.bold(&name), model.id, model.version);
    let nodes: Vec<_> = model.nodes().skip(1).collect();
    let label = |node: Node<'_>| indented(node.id().key(), depth(node));
    let column = nodes.iter().map(|node| width(&label(*node))).max().unwrap_or_default() + 2;
    for node in nodes {
        let name = one_line(node.name().get(style.lang));
        let reference = node.reference().map(|reference| format!(" [{}]", one_line(reference))).unwrap_or_default();
        let line = format!("{}{name}{reference}", pad(&label(node), column));
        let line = if depth(node) == 0 { style.colors.bold(&line) } else { line };
        let _ = writeln!(text, "{line}");
    }
    let _ = writeln!(text, "\n{}", counted(model).get(style.lang));
    text
}

fn depth(node: Node<'_>) -> usize {
    node.id().as_str().matches('.').count()
}

/// How many nodes each storey has.
fn counted(model: &Model) -> Text {
    let mut counts = vec![0; model.storeys()];
    for node in model.nodes().skip(1) {
        counts[node.storey() - 1] += 1;
    }
    let said: Vec<_> = (1..).zip(counts).map(|(storey, count)| kinds::several(model, storey, count)).collect();
    let joined = |lang: Lang, between: &str| said.iter().map(|text| text.get(lang)).collect::<Vec<_>>().join(between);
    let (en, zh) = (joined(Lang::En, ", "), joined(Lang::Zh, "，"));
    text!("{en}", "{zh}")
}
