//! How the level of a node came about, for a wiki.

use crate::answers::FileText;
use crate::model::{Model, Node};
use crate::report::kit::color::Colors;
use crate::report::kit::escape::markdown as escape;
use crate::report::kit::style::Style;
use crate::report::terminal;
use crate::scoring::{Addition, Scored};

/// What the terminal shows, as a block that keeps its form.
#[must_use]
pub fn explain(
    model: &Model,
    node: Node<'_>,
    result: Option<(&Scored<'_>, &FileText)>,
    additions: &[Addition],
    style: &Style,
) -> String {
    let text = terminal::explain(model, node, result, additions, &Style { colors: Colors::Off, ..*style });
    let lines: Vec<_> = text.lines().map(|line| format!("    {line}").trim_end().to_owned()).collect();
    let title = escape(node.name().get(style.lang));
    format!("# {title}\n\n{}\n", lines.join("\n"))
}
