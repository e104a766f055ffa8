//! The score for a spreadsheet: one row a dimension, with the level of its sub-domain beside it.

use crate::answers::Claim;
use crate::model::Node;
use crate::report::kit::escape::csv as escape;
use crate::report::kit::style::Style;
use crate::scoring::{Outcome, Scored};

/// The columns, in both languages the same: programs read them.
const COLUMNS: [&str; 20] = [
    "id",
    "area",
    "domain",
    "sub_domain",
    "dimension",
    "sub_domain_state",
    "sub_domain_level",
    "sub_domain_worst",
    "sub_domain_grade",
    "sub_domain_score",
    "state",
    "level",
    "grade",
    "answer",
    "met",
    "na_reason",
    "na_until",
    "note",
    "evidence",
    "question",
];

/// Rows in the model's order. Names and questions follow the language; no field is a formula to a spreadsheet.
#[must_use]
pub fn score(outcome: &Outcome<'_>, style: &Style) -> String {
    let mut writer = ::csv::Writer::from_writer(Vec::new());
    // A vector takes every byte, and every row has the same length.
    let mut written = writer.write_record(COLUMNS);
    for area in &outcome.overall.children {
        for domain in &area.children {
            for sub_domain in &domain.children {
                for dimension in &sub_domain.children {
                    let fields = row([area, domain, sub_domain, dimension], style);
                    written = written.and_then(|()| writer.write_record(fields));
                }
            }
        }
    }
    debug_assert!(written.is_ok(), "{written:?}");
    String::from_utf8_lossy(&writer.into_inner().unwrap_or_default()).into_owned()
}

fn row(path: [&Scored<'_>; 4], style: &Style) -> [String; COLUMNS.len()] {
    let [area, domain, sub_domain, dimension] = path.map(|scored| escape(scored.node.name().get(style.lang)));
    let [.., parent, own] = path;
    let claim = own.answer.and_then(|answer| answer.claim.as_ref());
    let (reason, until) = match claim {
        Some(Claim::NotApplicable { reason, until }) => (escape(reason), until.map(|date| date.to_string())),
        _ => (String::new(), None),
    };
    let met = match claim {
        Some(Claim::Level { met, .. }) => met.iter().map(ToString::to_string).collect::<Vec<_>>().join(" "),
        _ => String::new(),
    };
    let note = own.answer.and_then(|answer| answer.note.as_deref()).map(escape).unwrap_or_default();
    let evidence = own.answer.map(|answer| answer.evidence.join(" ; ")).unwrap_or_default();
    let question = match own.node {
        Node::Dimension(dimension) => escape(dimension.question.get(style.lang)),
        _ => String::new(),
    };
    [
        own.node.id().to_string(),
        area,
        domain,
        sub_domain,
        dimension,
        parent.state.to_string(),
        optional(parent.level),
        optional(parent.worst),
        optional(parent.grade),
        optional(parent.score),
        own.state.to_string(),
        optional(own.level),
        optional(own.grade),
        optional(claim.and_then(Claim::grade)),
        met,
        reason,
        optional(until),
        note,
        escape(&evidence),
        question,
    ]
}

fn optional(value: Option<impl ToString>) -> String {
    value.map(|value| value.to_string()).unwrap_or_default()
}
