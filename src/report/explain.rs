//! The texts of a node and, with answers, how its level came about, step by step.

mod derivation;
mod provenance;
mod texts;

use super::{Colors, Style, words};
use crate::model::{Model, Node};
use crate::scoring::Scored;
use crate::text::{one_line, wrap};

/// For a terminal. Without a result, the texts alone.
#[must_use]
pub fn table(model: &Model, node: Node<'_>, result: Option<&Scored<'_>>, style: &Style) -> String {
    let mut page = Page { text: String::new(), style };
    let path = words::path(model, node, style.lang);
    let title = if path.is_empty() { one_line(node.name().get(style.lang)) } else { path };
    page.title(&words::arrow(&title, style.drawing));
    page.dim(node.id().as_str());
    page.gap();
    match node {
        Node::Dimension(dimension) => texts::dimension(&mut page, model, dimension, result),
        _ => texts::parent(&mut page, node),
    }
    if let Some(result) = result {
        page.gap();
        derivation::steps(&mut page, model, result);
    }
    page.text
}

/// For a wiki: the same words, as a block that keeps their form.
#[must_use]
pub fn markdown(model: &Model, node: Node<'_>, result: Option<&Scored<'_>>, style: &Style) -> String {
    let text = table(model, node, result, &Style { colors: Colors::Off, ..*style });
    let lines: Vec<_> = text.lines().map(|line| format!("    {line}").trim_end().to_owned()).collect();
    let title = super::escape::markdown(node.name().get(style.lang));
    format!("# {title}\n\n{}\n", lines.join("\n"))
}

/// Text being written, wrapped to the width of its style.
struct Page<'s> {
    text: String,
    style: &'s Style,
}

impl Page<'_> {
    fn say(&mut self, text: &crate::lang::Text) -> String {
        text.get(self.style.lang).to_owned()
    }

    /// A paragraph; `first` begins it and is as wide as what its other lines are indented by.
    fn paragraph(&mut self, first: &str, words: &str) {
        let rest = " ".repeat(crate::text::width(first));
        for line in wrap(words, self.style.width, first, &rest) {
            self.line(&line);
        }
    }

    fn title(&mut self, words: &str) {
        for line in wrap(words, self.style.width, "", "  ") {
            let bold = self.style.colors.bold(&line);
            self.line(&bold);
        }
    }

    fn dim(&mut self, words: &str) {
        for line in wrap(words, self.style.width, "", "  ") {
            let dim = self.style.colors.dim(&line);
            self.line(&dim);
        }
    }

    fn line(&mut self, line: &str) {
        self.text.push_str(line);
        self.text.push('\n');
    }

    fn gap(&mut self) {
        if !self.text.ends_with("\n\n") {
            self.text.push('\n');
        }
    }
}
