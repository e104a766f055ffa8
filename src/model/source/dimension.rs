//! Reads a dimension and what each level of it says.

use super::text::{Placed, unplaced};
use super::{Author, MOST_CLAUSES, MOST_DIMENSIONS};
use crate::document::Section;
use crate::lang::Text;
use crate::model::lint::{self, Role};
use crate::model::{Cell, Dimension, Id, Kind, Level, Provenance};
use crate::problem::Problem;

pub(super) fn read_dimension(
    author: &mut Author<'_>,
    section: &mut Section<'_, '_>,
    id: Id,
    provenance: Provenance,
) -> Option<Dimension> {
    author.folder.dimensions += 1;
    if author.folder.dimensions > MOST_DIMENSIONS {
        return author.one_too_many(section.span());
    }
    let name = author.text(section, "name", Role::Name);
    let question = section.require(&mut author.reader, "question");
    let question = question.and_then(|value| author.sentence(value, Role::Question));
    let source = section.take("source").and_then(|value| author.citation(value));
    if source.is_none() {
        let message = text!("no `source` says where the levels come from", "没有用 `source` 说明各级内容的来源");
        author.findings.push(Problem::new(section.span(), message));
    }
    let telling = author.flag(section, "telling");
    let (_, levels) = author.require(section, "levels")?;
    let mut levels = author.reader.section(levels)?;
    let mut cells = Vec::new();
    for level in author.floor.up_to(author.top) {
        let Some((_, value)) = author.require(&mut levels, DIGITS[usize::from(level.0)]) else { continue };
        let Some(mut cell) = author.reader.section(value) else { continue };
        cells.extend(read_cell(author, &mut cell, &id, level, provenance));
        cell.close(&mut author.reader);
    }
    let span = levels.span();
    levels.close(&mut author.reader);
    let wanted = usize::from(author.top.0 - author.floor.0) + 1;
    if cells.len() < wanted {
        return None;
    }
    if cells.iter().all(|(cell, _)| cell.clauses.is_empty()) {
        let message = text!("this dimension asks nothing at any level", "该维度在任何级别都没有要求");
        return author.reader.reject(Problem::new(span, message));
    }
    author.findings.extend(lint::repetitions(cells.iter().flat_map(|(_, texts)| texts)));
    let cells = cells.into_iter().map(|(cell, _)| cell).collect();
    let (floor, weight, reference) = (author.floor, 1, None);
    Some(Dimension { id, name: name?, question: question?.0, source, weight, reference, telling, floor, cells })
}

fn read_cell(
    author: &mut Author<'_>,
    section: &mut Section<'_, '_>,
    id: &Id,
    level: Level,
    provenance: Provenance,
) -> Option<(Cell, Vec<Placed>)> {
    let kind = author.kind(section);
    let provenance = author.provenance(section).unwrap_or(provenance);
    let basis = section.take("basis").and_then(|value| author.text_of(value, Role::About)).map(|(text, _)| text);
    let clauses = author.clauses(section, id, level);
    let limits = author.sentences(section, "limits");
    if let Some(message) = mismatch(kind?, level == author.floor, clauses.len(), limits.len()) {
        return author.reader.reject(Problem::new(section.span(), message));
    }
    let is_completed = matches!(provenance, Provenance::Restored | Provenance::PartlyRestored);
    if is_completed != basis.is_some() {
        let message =
            text!("a completed level needs `basis`, and no other has it", "补全的级别必须写 `basis`，其他级别不应写");
        author.findings.push(Problem::new(section.span(), message));
    }
    let said = clauses.iter().map(|(clause, place)| (clause.text.clone(), place.clone()));
    let said = said.chain(limits.iter().map(|(limit, place)| (limit.text.clone(), place.clone()))).collect();
    let (clauses, limits) = (unplaced(clauses), unplaced(limits));
    Some((Cell { kind: kind?, provenance, basis, clauses, limits }, said))
}

/// What is wrong with a cell of this kind that has so many clauses and limits.
fn mismatch(kind: Kind, floor: bool, clauses: usize, limits: usize) -> Option<Text> {
    let asks = matches!(kind, Kind::States | Kind::Adds);
    if floor && clauses > 0 {
        return Some(text!(
            "the lowest level asks nothing: write limits, not clauses",
            "最低级别不作要求：请写 limits，不要写 clauses"
        ));
    }
    if floor && kind == Kind::States && limits == 0 {
        return Some(text!("a level that states something needs `limits` here", "此处陈述内容的级别需要写 `limits`"));
    }
    if floor && matches!(kind, Kind::Adds | Kind::Same) {
        return Some(text!("there is no level below the lowest one", "最低级别之下没有其他级别"));
    }
    if !floor && asks && clauses == 0 {
        return Some(text!(
            "a level that states or adds something needs `clauses`",
            "陈述或增加内容的级别需要写 `clauses`"
        ));
    }
    if !asks && clauses + limits > 0 {
        return Some(text!(
            "a level that asks nothing new has no clauses and no limits",
            "没有新要求的级别不应写 clauses 或 limits"
        ));
    }
    if clauses > MOST_CLAUSES {
        return Some(text!(
            "{clauses} clauses; {MOST_CLAUSES} are allowed",
            "{clauses} 条要求，最多 {MOST_CLAUSES} 条"
        ));
    }
    None
}

/// The keys of levels: digits, since a model has at most nine levels from a floor of 0 or 1.
const DIGITS: [&str; 10] = ["0", "1", "2", "3", "4", "5", "6", "7", "8", "9"];
