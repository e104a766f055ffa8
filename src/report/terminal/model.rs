//! The model as a tree with counts.

use std::fmt::Write as _;

use crate::model::{Model, Node};
use crate::report::kit::style::Style;
use crate::text::{one_line, pad, width};

/// Every node with its name, indented under its parent, and how many of each kind there are.
#[must_use]
pub fn model(model: &Model, style: &Style) -> String {
    let name = one_line(model.name.get(style.lang));
    let mut text = format!("{} ({} {})\n", style.colors.bold(&name), model.id, model.version);
    let nodes: Vec<_> = model.nodes().skip(1).collect();
    let label = |node: Node<'_>| format!("{}{}", "  ".repeat(depth(node)), node.id().key());
    let column = nodes.iter().map(|node| width(&label(*node))).max().unwrap_or_default() + 2;
    for node in nodes {
        let name = one_line(node.name().get(style.lang));
        let line = format!("{}{name}", pad(&label(node), column));
        let line = if depth(node) == 0 { style.colors.bold(&line) } else { line };
        let _ = writeln!(text, "{line}");
    }
    let (areas, domains, sub_domains, dimensions) = counts(model);
    let [some_areas, some_domains, some_sub_domains, some_dimensions] =
        [(areas, "area"), (domains, "domain"), (sub_domains, "sub-domain"), (dimensions, "dimension")].map(several);
    let counted = text!(
        "{some_areas}, {some_domains}, {some_sub_domains}, {some_dimensions}",
        "{areas} 个领域，{domains} 个域，{sub_domains} 个子域，{dimensions} 个维度"
    );
    let _ = writeln!(text, "\n{}", counted.get(style.lang));
    text
}

fn depth(node: Node<'_>) -> usize {
    node.id().as_str().matches('.').count()
}

fn counts(model: &Model) -> (usize, usize, usize, usize) {
    let domains = model.areas.iter().map(|area| area.groups.len()).sum();
    (model.areas.len(), domains, model.sub_domains().count(), model.dimensions().count())
}

/// `1 area`, `2 areas`.
fn several((count, word): (usize, &str)) -> String {
    let ending = if count == 1 { "" } else { "s" };
    format!("{count} {word}{ending}")
}
