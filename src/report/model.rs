//! The model for people: as a tree with counts, or as a document with every text.

use std::fmt::Write as _;

use super::escape::markdown as escape;
use super::{Drawing, Style, words};
use crate::lang::Lang;
use crate::model::{Dimension, Model, Node};
use crate::text::{one_line, pad, width};

/// Every node with its name, indented under its parent, and how many of each kind there are.
#[must_use]
pub fn tree(model: &Model, style: &Style) -> String {
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
    let domains = model.areas.iter().map(|area| area.domains.len()).sum();
    (model.areas.len(), domains, model.sub_domains().count(), model.dimensions().count())
}

/// `1 area`, `2 areas`.
fn several((count, word): (usize, &str)) -> String {
    let ending = if count == 1 { "" } else { "s" };
    format!("{count} {word}{ending}")
}

/// Every text of the model in one language.
#[must_use]
pub fn markdown(model: &Model, style: &Style) -> String {
    let lang = style.lang;
    let mut text = String::new();
    for node in model.nodes() {
        let heading = "#".repeat(match node {
            Node::Model(_) => 1,
            Node::Area(_) => 2,
            Node::Domain(_) => 3,
            Node::SubDomain(_) => 4,
            Node::Dimension(_) => 5,
        });
        let _ = writeln!(
            text,
            "{heading} {}\n\n`{}`\n\n{}\n",
            escape(node.name().get(lang)),
            node.id(),
            escape(node.about().get(lang))
        );
        if let Node::Dimension(dimension) = node {
            ladder(&mut text, model, dimension, lang);
        }
    }
    text
}

fn ladder(text: &mut String, model: &Model, dimension: &Dimension, lang: Lang) {
    for level in model.all_levels() {
        let Some(cell) = dimension.cell(level) else { continue };
        let kind = cell.kind;
        let _ = writeln!(text, "- **{}** ({kind})", escape(&words::named_level(model, level, lang)));
        for (clause, number) in cell.clauses.iter().zip(1..) {
            let _ = writeln!(text, "  - {level}.{number} {}", escape(clause.get(lang)));
        }
        for limit in cell.limits.iter() {
            let _ = writeln!(text, "  - {} *{}*", words::bullet(Drawing::Drawn), escape(limit.get(lang)));
        }
    }
    if let Some(source) = &dimension.source {
        let label = text!("Source", "来源");
        let _ = writeln!(text, "\n{}: {}", label.get(lang), escape(source));
    }
    text.push('\n');
}
