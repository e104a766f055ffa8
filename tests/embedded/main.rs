//! The shipped model: the one suite that looks at it.

mod examples;
mod exclusions;
mod pinned;
mod screens;
mod times;
mod warnings;

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::fs;
use std::path::Path;

use assess::embedded;
use assess::lang::Lang;
use assess::model::source::{self, Loaded};
use assess::model::{Dimension, Kind, Level, Provenance};
use assess::problem::Source;

/// How many clauses a whole flat organization has.
const FLAT: usize = 7;

/// The model as its files in `model` say it.
fn load() -> Loaded {
    let names = |folder: &str| -> Vec<_> {
        let entries = fs::read_dir(Path::new("model").join(folder)).expect("the folder is there");
        entries.map(|entry| entry.expect("it can be listed").file_name().to_string_lossy().into_owned()).collect()
    };
    let areas = names("").into_iter().filter(|name| Path::new("model").join(name).is_dir());
    let domains = areas.flat_map(|area| names(&area).into_iter().map(move |name| format!("{area}/{name}")));
    let file =
        |name: String| Source { text: fs::read_to_string(Path::new("model").join(&name)).expect("it is text"), name };
    source::load(["model.toml".to_owned()].into_iter().chain(domains).map(file).collect())
}

#[test]
fn it_is_what_its_files_say() {
    let loaded = load();
    assert_eq!(loaded.model.as_ref().ok(), Some(embedded::model()));
    assert!(loaded.findings.is_empty(), "{:?}", loaded.findings);
}

/// Ids are never changed or reused, and a clause is known by its number: a difference here breaks answers files.
#[test]
fn ids_kinds_and_clause_counts_are_pinned() {
    let mut pinned = String::new();
    for dimension in embedded::model().dimensions() {
        let cells = dimension.cells.iter().map(|cell| format!("{}{}", cell.kind, cell.clauses.len()));
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
            let sub_domains = || area.sub_domains();
            let dimensions = sub_domains().map(|sub_domain| sub_domain.dimensions.len()).sum::<usize>();
            (area.id.as_str(), (area.groups.len(), sub_domains().count(), dimensions))
        })
        .collect();
    let wanted = [
        ("agile", (3, 11, 53)),
        ("architecture", (4, 9, 29)),
        ("delivery", (7, 15, 52)),
        ("operations", (6, 20, 76)),
        ("organization", (4, 8, 27)),
    ];
    assert_eq!(sizes, BTreeMap::from(wanted));
}

/// Nobody's level changes because an area was added: what is not the standard's is assessed where it is named.
#[test]
fn only_what_the_standard_covers_is_assessed_unasked() {
    let areas = embedded::model().areas.iter().filter(|area| !area.optional);
    assert_eq!(areas.map(|area| area.id.as_str()).collect::<Vec<_>>(), ["agile", "delivery", "operations"]);
}

/// Which question a short interview asks: chosen with care, with its reason in `docs/telling.md`.
#[test]
fn one_dimension_of_each_sub_domain_is_telling_and_said_why() {
    let reasons = fs::read_to_string("docs/telling.md").expect("it is text");
    let rows = reasons.lines().filter_map(|line| line.strip_prefix("| `")?.split_once("` | "));
    let explained: Vec<_> = rows.map(|(id, _)| id.to_owned()).collect();
    let telling: Vec<_> = embedded::model()
        .sub_domains()
        .map(|sub_domain| {
            let telling: Vec<_> = sub_domain.dimensions.iter().filter(|dimension| dimension.telling).collect();
            let [dimension] = telling.as_slice() else { panic!("{}: {} are telling", sub_domain.id, telling.len()) };
            dimension.id.to_string()
        })
        .collect();
    assert_eq!(explained, telling);
}

/// The dimensions of agile development on people: level 5 asks for the powers of a flat organization one by one.
fn people() -> impl Iterator<Item = &'static Dimension> {
    embedded::model().dimensions().filter(|it| it.id.as_str().starts_with("agile.") && it.id.key() == "people")
}

/// People answer by these: at most four clauses a level, and no more limits than one reads at a glance.
#[test]
fn levels_are_short_enough_to_be_read_in_a_meeting() {
    for dimension in embedded::model().dimensions() {
        for (cell, level) in dimension.cells.iter().zip(1..) {
            let most = if level == 5 && people().any(|it| it.id == dimension.id) { FLAT } else { 4 };
            assert!(cell.clauses.len() <= most && cell.limits.len() <= 4, "{} {level}", dimension.id);
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

/// What adds to the level below needs something there to add to.
#[test]
fn nothing_is_added_to_nothing() {
    for dimension in embedded::model().dimensions() {
        let first = dimension.cells.iter().find(|cell| !cell.clauses.is_empty());
        assert!(first.is_some_and(|cell| cell.kind == Kind::States), "{}", dimension.id);
    }
}

/// What the standard does not say must not pass for the standard; the READMEs name the completed and added ones.
#[test]
fn completed_and_own_levels_are_counted() {
    let mut counts = BTreeMap::new();
    for dimension in embedded::model().dimensions() {
        let area = dimension.id.as_str().split('.').next().unwrap_or_default();
        for cell in dimension.cells.iter() {
            *counts.entry((area, cell.provenance.to_string())).or_insert(0) += 1;
        }
    }
    let wanted = [
        (("agile", "partly-restored"), 13),
        (("agile", "restored"), 3),
        (("agile", "project"), 4),
        (("agile", "standard"), 245),
        (("architecture", "project"), 145),
        (("delivery", "project"), 3),
        (("delivery", "standard"), 257),
        (("operations", "project"), 380),
        (("organization", "project"), 135),
    ];
    assert_eq!(counts, wanted.map(|((area, word), count)| ((area, word.to_owned()), count)).into());
}

/// The clauses on flat organization recur at level 5: an answer to one is an answer to all, so the words are the same.
#[test]
fn the_flat_organization_reads_the_same_everywhere() {
    let mut wordings: BTreeMap<_, BTreeSet<_>> = BTreeMap::new();
    let whole: Vec<_> = people().map(|it| it.clauses(Level(5))).filter(|clauses| clauses.len() == FLAT).collect();
    assert_eq!(whole.len(), 10);
    for (number, clause) in whole.into_iter().flat_map(|clauses| clauses.iter().enumerate()) {
        wordings.entry(number).or_default().insert((clause.text.en.as_ref(), clause.text.zh.as_ref()));
    }
    let elsewhere: BTreeSet<_> = embedded::model()
        .dimensions()
        .filter(|it| it.id.as_str().starts_with("organization."))
        .flat_map(|it| it.all_clauses().map(|(_, clause)| (clause.text.en.as_ref(), clause.text.zh.as_ref())))
        .collect();
    for (number, words) in wordings {
        // Requirements analysis speaks of sub-teams, in its first sentence alone.
        assert_eq!(words.len(), if number == 0 { 2 } else { 1 }, "{words:?}");
        assert_eq!(words.intersection(&elsewhere).count(), 1, "{words:?} is asked by the area of organization too");
    }
}

/// Tables and files show the name alone, without what stands above it.
#[test]
fn no_two_sub_domains_have_the_same_name() {
    let domains = || embedded::model().areas.iter().flat_map(|area| area.groups.iter());
    for lang in [Lang::En, Lang::Zh] {
        let mut names = BTreeMap::new();
        for sub_domain in domains().flat_map(|domain| domain.groups.iter()) {
            let (name, id) = (sub_domain.name.get(lang), &sub_domain.id);
            assert_eq!(names.insert(name, id), None, "{name}: {id}");
        }
    }
}

/// Names of works stay as they are; what is said about them, and the standard's own parts, is not left in English.
#[test]
fn sources_name_the_standard_in_both_languages() {
    let areas = embedded::model().areas.iter().filter(|area| !area.optional);
    let areas: Vec<_> = areas.map(|area| &area.id).collect();
    for dimension in embedded::model().dimensions().filter(|it| areas.iter().any(|area| it.id.is_within(area))) {
        let source = dimension.source.as_ref().expect("every level comes from somewhere");
        for english in ["beta", "draft of", "ladder", "published", "(name", "part "] {
            assert!(!source.zh.contains(english), "{}: {}", dimension.id, source.zh);
        }
    }
}
