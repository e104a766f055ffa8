//! The model as a document with every text.

use std::fmt::Write as _;

use crate::lang::Lang;
use crate::model::{Dimension, Model, Node, Term};
use crate::report::kit::escape::markdown as escape;
use crate::report::kit::signs::DRAWN;
use crate::report::kit::style::Style;
use crate::report::kit::{terms as wording, words};

/// Every text of the model in one language.
#[must_use]
pub fn model(model: &Model, style: &Style) -> String {
    let lang = style.lang;
    let mut text = String::new();
    for node in model.nodes() {
        // Markdown knows six.
        let heading = "#".repeat((1 + node.storey()).min(6));
        let _ = writeln!(
            text,
            "{heading} {}\n\n`{}`{}\n\n{}\n",
            escape(node.name().get(lang)),
            node.id(),
            node.reference().map(|reference| format!(" {}", escape(&format!("[{reference}]")))).unwrap_or_default(),
            escape(node.about().get(lang))
        );
        if let Node::Dimension(dimension) = node {
            ladder(&mut text, model, dimension, lang);
        }
    }
    // Each dimension ends with an empty line, which no file should.
    text.truncate(text.trim_end().len());
    text.push('\n');
    text
}

/// What the texts above mean by the terms they rely on, under a line that says so; empty if they name none.
pub(super) fn terms(terms: &[&Term], title: &str, lang: Lang) -> String {
    if terms.is_empty() {
        return String::new();
    }
    let mut text = format!("\n{title}\n\n");
    for term in terms {
        let (name, means) = (escape(term.name.get(lang)), escape(term.means.get(lang)));
        let _ = writeln!(text, "- {}", text!("**{name}**: {means}", "**{name}**：{means}").get(lang));
    }
    text
}

fn ladder(text: &mut String, model: &Model, dimension: &Dimension, lang: Lang) {
    for level in model.all_levels() {
        let Some(cell) = dimension.cell(level) else { continue };
        let kind = cell.kind;
        if model.scoring.has_levels() {
            let _ = writeln!(text, "- **{}** ({kind})", escape(&words::named_level(model, level, lang)));
        }
        for (clause, number) in cell.clauses.iter().zip(1..) {
            let _ = writeln!(text, "  - {level}.{number} {}", escape(&words::asked_in_full(clause, None, lang)));
        }
        for limit in cell.limits.iter() {
            let _ = writeln!(text, "  - {} *{}*", DRAWN.bullet, escape(limit.text.get(lang)));
        }
    }
    let title = wording::title();
    text.push_str(&terms(&model.terms_named(dimension.terms()), title.get(lang), lang));
    if let Some(source) = &dimension.source {
        let source = escape(source.get(lang));
        let _ = writeln!(text, "\n{}", text!("Source: {source}", "来源：{source}").get(lang));
    }
    text.push('\n');
}
