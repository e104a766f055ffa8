//! Every clause of the shipped model, held to the words it had in the first version: answers files name it by its place.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;

use assess::embedded;
use assess::model::{Node, Place, Version};

/// The version whose clauses `clauses-1.0.txt` lists, a clause a line: its full name, then its words in both languages.
const FIRST: Version = Version { major: 1, minor: 0 };
const FILE: &str = "tests/embedded/clauses-1.0.txt";

fn words(place: &Place) -> Option<String> {
    let Some(Node::Dimension(dimension)) = embedded::model().find(place.id.as_str()) else { return None };
    dimension.clause(place.clause?).map(|clause| format!("{} | {}", clause.text.en, clause.text.zh))
}

/// Clauses that say in other words what they said in the first version, a clause a line: the name and the words of today.
///
/// Written by hand, one file an area, so that a review sees each of them beside what it was.
fn reworded() -> BTreeMap<Place, String> {
    let files = fs::read_dir("tests/embedded/reworded").expect("the folder is there");
    let texts = files.map(|file| fs::read_to_string(file.expect("it can be listed").path()).expect("it is text"));
    let lines: Vec<_> = texts.flat_map(|text| text.lines().map(named).collect::<Vec<_>>()).collect();
    let known: BTreeMap<_, _> = lines.iter().cloned().collect();
    assert_eq!(known.len(), lines.len(), "a clause is listed twice");
    known
}

/// The name and the words of a line.
fn named(line: &str) -> (Place, String) {
    let (name, said) = line.split_once(' ').expect("a name and words");
    (name.parse().expect("it is the full name of a clause"), said.to_owned())
}

/// A clause that moves, goes or comes to mean something else has an entry in `[[changes]]`, or this fails.
#[test]
fn no_clause_changes_its_place_or_meaning_without_an_entry() {
    let model = embedded::model();
    let list = fs::read_to_string(FILE).expect("it is text");
    let reworded = reworded();
    let mut faults = Vec::new();
    let mut known = BTreeSet::new();
    let mut needless: BTreeSet<_> = reworded.keys().collect();
    for (place, said) in list.lines().map(named) {
        for now in model.places_now(&place, FIRST) {
            let asks_more = now.clause.is_some_and(|clause| model.history(FIRST).origin(&now.id, clause).asks_more);
            let fault = match words(&now) {
                None => Some(format!("{now} is not there")),
                Some(words) if words == said || asks_more => None,
                Some(words) if reworded.get(&now) == Some(&words) => {
                    needless.remove(&now);
                    None
                }
                Some(words) => Some(format!("{now} says `{words}`, not `{said}`")),
            };
            faults.extend(fault);
        }
        known.insert(place);
    }
    faults.extend(needless.iter().map(|place| format!("{place} need not be listed as reworded")));
    let dimensions: BTreeSet<_> = known.iter().map(|place| &place.id).collect();
    for dimension in model.dimensions() {
        for (clause, _) in dimension.all_clauses() {
            let origin = model.history(FIRST).origin(&dimension.id, clause);
            let is_new = origin.places.iter().any(|place| dimensions.contains(&place.id) && !known.contains(place));
            if is_new && !origin.asks_more {
                faults.push(format!("{}.{clause} is new: `asks-more = true`", dimension.id));
            }
        }
    }
    assert!(
        faults.is_empty(),
        "write `[[changes]]` in model/model.toml, or, if it means the same, its line in tests/embedded/reworded: {faults:#?}"
    );
}
