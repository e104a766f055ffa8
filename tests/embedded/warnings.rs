//! What the linter warns of in the shipped model: each is looked at, and `warnings.txt` says why it stays.

use std::cell::RefCell;
use std::collections::BTreeSet;
use std::fs;

use assess::embedded;
use assess::model::{Place, lint};

use crate::load;

const FILE: &str = "tests/embedded/warnings.txt";

/// Where warnings are, and what they say.
fn warnings() -> Vec<(String, String)> {
    let model = embedded::model();
    let mut all = Vec::new();
    for sub_domain in model.sub_domains() {
        // In place of a place in a file: its number in a list.
        let places = RefCell::new(Vec::new());
        let place_of = |place: &Place| {
            let mut places = places.borrow_mut();
            places.push(place.to_string());
            places.len() - 1..places.len()
        };
        let found = lint::warnings(&model.scoring, model.texts, &sub_domain.dimensions, place_of);
        let places = places.into_inner();
        all.extend(found.into_iter().map(|it| (places[it.span.start].clone(), it.message.en.into_owned())));
    }
    all
}

#[test]
fn every_warning_is_reviewed_and_said_why_it_stays() {
    let list = fs::read_to_string(FILE).expect("it is text");
    let lines = list.lines().filter(|line| !line.is_empty() && !line.starts_with('#'));
    let reviewed = lines.map(|line| line.split_once(" | ").unwrap_or_else(|| panic!("`{line}` gives no reason")));
    let reviewed: Vec<_> = reviewed.map(|(place, reason)| (place.to_owned(), reason)).collect();
    assert!(reviewed.iter().all(|(_, reason)| reason.len() > 20), "a reason is a sentence");
    let found = warnings();
    let places = |all: &mut dyn Iterator<Item = String>| all.collect::<BTreeSet<_>>();
    let (there, listed) = (
        places(&mut found.iter().map(|(place, _)| place.clone())),
        places(&mut reviewed.iter().map(|(place, _)| place.clone())),
    );
    let new: Vec<_> = found.iter().filter(|(place, _)| !listed.contains(place)).collect();
    assert!(new.is_empty(), "mend it in the model, or say in {FILE} why it stays: {new:#?}");
    assert_eq!(listed.difference(&there).collect::<Vec<_>>(), Vec::<&String>::new(), "mended: take it out of {FILE}");
    assert_eq!(reviewed.len(), listed.len(), "one line each");
}

#[test]
fn as_many_are_told_as_its_files_have() {
    let loaded = load();
    let count: usize = loaded.warnings.iter().map(|file| file.problems.len()).sum();
    assert_eq!((embedded::WARNINGS, warnings().len()), (count, count));
}
