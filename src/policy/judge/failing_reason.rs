//! A failing reason without particulars, and the line of the file that it is about.

use super::case::Case;
use crate::lang::Text;
use crate::model::Node;
use crate::policy::reason::{Code, Reason, Severity};

/// A failing reason without levels, at the head of the file.
pub(super) fn failing_reason<'m>(case: &Case<'_, '_>, code: Code, node: Option<Node<'m>>, message: Text) -> Reason<'m> {
    Reason {
        code,
        severity: Severity::Fail,
        node,
        actual: None,
        target: None,
        line: head(case),
        message,
        evidence: None,
        dimensions: Vec::new(),
        requirements: Vec::new(),
    }
}

/// The line of the table that a node's answers belong in; without one, that of the nearest node above it.
///
/// Each open sub-domain so has a place of its own wherever the file has one, and programs that know findings by their
/// place do not take many for one.
pub(super) fn table_line(case: &Case<'_, '_>, node: Node<'_>) -> usize {
    let path = case.outcome.model.path(node.id());
    path.iter().rev().find_map(|node| case.written.file.table_line(node.id())).unwrap_or_else(|| head(case))
}

/// The line of `[assessment]`, from 1, for reasons about the whole.
fn head(case: &Case<'_, '_>) -> usize {
    case.written.file.line(case.written.assessment.offset)
}
