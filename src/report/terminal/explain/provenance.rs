//! Where a level's substance comes from, said plainly: what follows the standard, what was completed, what is our own.

use super::page::ExplainDocument;
use crate::keyword;
use crate::lang::Text;
use crate::model::{Cell, Dimension, Id, Level, Node, Provenance};
use crate::report::kit::words;
use crate::text::one_line;

/// For a dimension: once for all its levels, then those that differ.
pub(super) fn of_dimension(page: &mut ExplainDocument<'_>, dimension: &Dimension) {
    let lang = page.style.lang;
    let mut said: Vec<(String, Vec<String>)> = Vec::new();
    for (level, cell) in cells(dimension) {
        let mut words = words::provenance(cell.provenance).into_string(lang);
        if let Some(basis) = &cell.basis {
            let basis = one_line(basis.get(lang));
            words = text!("{words}. {basis}", "{words}。{basis}").into_string(lang);
        }
        match said.iter_mut().find(|(other, _)| *other == words) {
            Some((_, levels)) => levels.push(level.to_string()),
            None => said.push((words, vec![level.to_string()])),
        }
    }
    for (words, levels) in said {
        let Text { en, zh, .. } = Text::list(&levels);
        let text = if levels.len() == dimension.cells.len() {
            text!("Provenance: {words}", "依据：{words}")
        } else {
            let plural = if levels.len() == 1 { "" } else { "s" };
            text!("Provenance of level{plural} {en}: {words}", "级别 {zh} 的依据：{words}")
        };
        page.paragraph("", text.get(lang));
    }
}

/// For everything above: how many levels are of each kind, and which were completed.
pub(super) fn of_parent(page: &mut ExplainDocument<'_>, node: Node<'_>) {
    let lang = page.style.lang;
    let all = below(node);
    for kind in keyword::values::<Provenance>() {
        let own: Vec<_> = all.iter().filter(|(_, _, provenance)| *provenance == kind).collect();
        let (count, total, what) = (own.len(), all.len(), words::provenance(kind));
        let (en, zh) = (&what.en, &what.zh);
        let line = match kind {
            _ if own.is_empty() => continue,
            _ if count == total => text!("Provenance of all {total} levels: {en}", "全部 {total} 个级别的依据：{zh}"),
            _ => text!("Provenance of {count} of {total} levels: {en}", "{total} 个级别中 {count} 个的依据：{zh}"),
        };
        page.paragraph("", line.get(lang));
        if matches!(kind, Provenance::Restored | Provenance::PartlyRestored) {
            for (id, level, _) in own {
                let place = text!("{id}, level {level}", "{id}，级别 {level}");
                page.paragraph(&format!("  {} ", page.style.signs().bullet), place.get(lang));
            }
        }
    }
}

fn cells(dimension: &Dimension) -> impl Iterator<Item = (Level, &Cell)> {
    (dimension.floor().0..).map(Level).zip(dimension.cells.iter())
}

/// Every cell at and below a node, by its dimension and level.
fn below(node: Node<'_>) -> Vec<(&Id, Level, Provenance)> {
    if let Node::Dimension(dimension) = node {
        return cells(dimension).map(|(level, cell)| (&dimension.id, level, cell.provenance)).collect();
    }
    node.children().into_iter().flat_map(below).collect()
}
