//! The shipped model: the one suite that looks at it.

mod support;

use std::collections::BTreeMap;
use std::fmt::Write as _;

use assess::embedded;
use assess::model::{Kind, Level, Provenance};
use support::load;

#[test]
fn it_is_what_its_files_say() {
    let loaded = load("model");
    assert_eq!(loaded.model.as_ref().ok(), Some(embedded::model()));
    assert!(loaded.findings.is_empty(), "{:?}", loaded.findings);
}

/// Ids are never changed or reused, and a clause is known by its number: a difference here breaks answers files.
#[test]
fn ids_kinds_and_clause_counts_are_pinned() {
    let mut pinned = String::new();
    for dimension in embedded::model().dimensions() {
        let cells = dimension.cells.iter().map(|cell| format!("{}{}", cell.kind.word(), cell.clauses.len()));
        let _ = writeln!(pinned, "{}: {}", dimension.id, cells.collect::<Vec<_>>().join(" "));
    }
    insta::assert_snapshot!(pinned);
}

#[test]
fn it_has_its_levels_and_its_parts() {
    let model = embedded::model();
    assert_eq!((model.id.as_str(), model.major(), model.floor, model.top()), ("devops", "1", Level(1), Level(5)));
    let names: Vec<_> = model.levels.iter().map(|name| (name.en.as_ref(), name.zh.as_ref())).collect();
    let wanted = [
        ("Regressive", "阻碍的"),
        ("Repeatable", "可重复的"),
        ("Consistent", "一致的"),
        ("Quantitative", "量化的"),
        ("Optimizing", "优化的"),
    ];
    assert_eq!(names, wanted);
    let sizes: BTreeMap<_, _> = model
        .areas
        .iter()
        .map(|area| {
            let sub_domains = || area.domains.iter().flat_map(|domain| domain.sub_domains.iter());
            let dimensions = sub_domains().map(|sub_domain| sub_domain.dimensions.len()).sum::<usize>();
            (area.id.as_str(), (area.domains.len(), sub_domains().count(), dimensions))
        })
        .collect();
    assert_eq!(sizes, BTreeMap::from([("delivery", (7, 15, 52))]));
}

/// People answer by these: at most four clauses a level, and no more limits than one reads at a glance.
#[test]
fn levels_are_short_enough_to_be_read_in_a_meeting() {
    for dimension in embedded::model().dimensions() {
        for cell in dimension.cells.iter() {
            assert!(cell.clauses.len() <= 4 && cell.limits.len() <= 4, "{}", dimension.id);
        }
    }
}

#[test]
fn every_cell_says_where_it_comes_from() {
    for dimension in embedded::model().dimensions() {
        assert!(dimension.source.is_some(), "{}", dimension.id);
        for cell in dimension.cells.iter() {
            let completed = matches!(cell.provenance, Provenance::Restored | Provenance::PartlyRestored);
            assert_eq!(cell.basis.is_some(), completed, "{}: a completed cell says how it was completed", dimension.id);
        }
    }
}

/// A cell that adds or repeats needs something below it to add to or to repeat.
#[test]
fn nothing_is_added_to_nothing() {
    for dimension in embedded::model().dimensions() {
        let mut asks = false;
        for cell in dimension.cells.iter() {
            assert!(cell.kind != Kind::Adds || asks || !cell.clauses.is_empty(), "{}", dimension.id);
            asks |= !cell.clauses.is_empty();
        }
    }
}
