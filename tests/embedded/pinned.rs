//! Every clause of the shipped model, held to the words it had in the first version: answers files name it by its place.

use std::collections::BTreeSet;
use std::fs;

use assess::embedded;
use assess::model::{Node, Place, Version};

/// The version whose clauses `clauses-1.0.txt` lists, a clause a line: its full name, then its words in both languages.
const FIRST: Version = Version { major: 1, minor: 0 };
const FILE: &str = "tests/embedded/clauses-1.0.txt";

fn words(place: &Place) -> Option<String> {
    let Some(Node::Dimension(dimension)) = embedded::model().find(place.id.as_str()) else { return None };
    dimension.clause(place.clause?).map(|text| format!("{} | {}", text.en, text.zh))
}

/// A clause that moves, goes or comes to mean something else has an entry in `[[changes]]`, or this fails.
///
/// Other words for the same thing are a change of the list by hand, which a review sees; no command brings it up to date.
#[test]
fn no_clause_changes_its_place_or_meaning_without_an_entry() {
    let model = embedded::model();
    let list = fs::read_to_string(FILE).expect("it is text");
    let mut faults = Vec::new();
    let mut known = BTreeSet::new();
    for line in list.lines() {
        let (name, said) = line.split_once(' ').expect("a name and words");
        let place: Place = name.parse().expect("it is the full name of a clause");
        for now in model.places_now(&place, FIRST) {
            let asks_more = now.clause.is_some_and(|clause| model.history(FIRST).origin(&now.id, clause).asks_more);
            let fault = match words(&now) {
                None => Some(format!("{now} is not there")),
                Some(words) if words != said && !asks_more => Some(format!("{now} says `{words}`, not `{said}`")),
                Some(_) => None,
            };
            faults.extend(fault);
        }
        known.insert(place);
    }
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
    assert!(faults.is_empty(), "write `[[changes]]` in model/model.toml, or mend {FILE}: {faults:#?}");
}
