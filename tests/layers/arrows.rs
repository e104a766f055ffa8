//! Arrows run one way: in the library from reports down to texts, and in the program between no two rooms both ways.

use std::collections::{BTreeMap, BTreeSet};

use crate::files;
use crate::paths::{module_of, needs, paths, tokens};

/// The parts of the library: each needs none but those below it.
const LAYERS: &[&str] = &[
    "report",
    "interview",
    "merge",
    "trend",
    "rollup",
    "plan",
    "policy",
    "highlights",
    "diff",
    "scoring",
    "frameworks",
    "answers",
    "embedded",
    "model",
    "document",
    "yaml",
    "slips",
    "full_width",
    "problem",
    "keyword",
    "commands",
    "text",
    "lang",
];

/// What reads a file of its own, strictly; everything else takes what these made of it.
const READERS: &[&str] = &["answers", "model", "policy"];

const PROGRAM: &str = "src/bin/assess/";

/// The part of the library or the room of the program that a file belongs to.
fn part(path: &str) -> &str {
    let path = path.strip_prefix(PROGRAM).or_else(|| path.strip_prefix("src/")).unwrap_or(path);
    path.split(['/', '.']).next().unwrap_or_default()
}

fn is_program(path: &str) -> bool {
    path.starts_with(PROGRAM)
}

/// What no file of the library may need, as `file needs other`; a file that no layer is named for is one too.
fn wrong_ways(files: &[(String, String)]) -> Vec<String> {
    let height = |path: &str| LAYERS.iter().rev().position(|layer| *layer == part(path));
    let mut wrong = Vec::new();
    for (file, others) in needs(files).iter().filter(|(file, _)| !is_program(file) && *file != "src/lib.rs") {
        let Some(own) = height(file) else {
            wrong.push(format!("{file} is in no layer"));
            continue;
        };
        let is_above = |other: &&String| part(other) != part(file) && height(other).is_none_or(|other| other >= own);
        wrong.extend(others.iter().filter(is_above).map(|other| format!("{file} needs {other}")));
    }
    wrong
}

/// Pairs of rooms of the program that need each other, over others too.
fn two_ways(files: &[(String, String)]) -> BTreeSet<(String, String)> {
    let mut rooms: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    for (file, others) in needs(files).iter().filter(|(file, _)| is_program(file)) {
        let others = others.iter().filter(|other| is_program(other)).map(|other| part(other).to_owned());
        rooms.entry(part(file).to_owned()).or_default().extend(others.filter(|other| other != part(file)));
    }
    // Every room that can be reached, a step further each time, until nothing is new.
    let mut reached = rooms.clone();
    loop {
        let further = |room: &String| reached.get(room).cloned().unwrap_or_default();
        let next: BTreeMap<_, BTreeSet<_>> = reached
            .iter()
            .map(|(room, others)| (room.clone(), others.iter().flat_map(further).chain(others.clone()).collect()))
            .collect();
        if next == reached {
            break;
        }
        reached = next;
    }
    let pairs = reached.iter().flat_map(|(room, others)| others.iter().map(move |other| (room, other)));
    let pairs =
        pairs.filter(|(room, other)| room < other && reached.get(*other).is_some_and(|back| back.contains(*room)));
    pairs.map(|(room, other)| (room.clone(), other.clone())).collect()
}

/// The functions of plans, scores and the like that files of reports name, with the file.
fn called(files: &[(String, String)]) -> BTreeSet<(String, String)> {
    let works_out = ["plan", "scoring", "diff", "highlights", "trend", "rollup", "merge"];
    let is_name = |name: &String| name.starts_with(char::is_lowercase);
    let mut called = BTreeSet::new();
    for (file, text) in files.iter().filter(|(file, _)| file.starts_with("src/report")) {
        for path in paths(&module_of(file), &tokens(text)) {
            let [krate, part, rest @ ..] = path.as_slice() else { continue };
            // A part that is named itself could be asked for anything.
            if krate == "lib" && works_out.contains(&part.as_str()) && rest.iter().all(is_name) {
                called.insert((file.clone(), path[1..].join("::")));
            }
        }
    }
    called
}

fn file(path: &str, text: &str) -> Vec<(String, String)> {
    let others = ["src/report/html.rs", "src/model/source.rs", "src/scoring.rs", "src/answers.rs"];
    let others = others.iter().filter(|other| **other != path).map(|other| ((*other).to_owned(), String::new()));
    others.chain([(path.to_owned(), text.to_owned())]).collect()
}

#[test]
fn no_part_of_the_library_needs_one_above_it() {
    assert_eq!(wrong_ways(&files("src")), Vec::<String>::new());
}

#[test]
fn an_arrow_upwards_is_found_however_it_is_written() {
    for way in ["use crate::{lang::Lang, report::{html::{self, Page}}};", "fn f() { super::super::report::html::f() }"]
    {
        assert_eq!(wrong_ways(&file("src/model/id.rs", way)), ["src/model/id.rs needs src/report/html.rs"], "{way}");
    }
    assert_eq!(wrong_ways(&file("src/report/csv.rs", "use crate::scoring::Outcome;")), Vec::<String>::new());
    assert_eq!(wrong_ways(&file("src/gossip.rs", "")), ["src/gossip.rs is in no layer"]);
}

#[test]
fn files_are_read_strictly_by_those_who_know_their_shape_only() {
    for (file, others) in needs(&files("src")).iter().filter(|(file, _)| !is_program(file) && *file != "src/lib.rs") {
        let reads = others.iter().any(|other| part(other) == "document");
        assert!(!reads || READERS.contains(&part(file)) || part(file) == "document", "{file} reads files");
    }
}

#[test]
fn no_two_rooms_of_the_program_need_each_other() {
    assert_eq!(two_ways(&files("src")), BTreeSet::new());
    let both = [("src/bin/assess/a.rs", "use crate::b::B;"), ("src/bin/assess/b/c.rs", "use crate::d::D;")]
        .into_iter()
        .chain([("src/bin/assess/b.rs", "mod c;"), ("src/bin/assess/d.rs", "use super::a::A;")]);
    let both: Vec<_> = both.map(|(path, text)| (path.to_owned(), text.to_owned())).collect();
    let pairs = [("a", "b"), ("a", "d"), ("b", "d")].map(|(one, other)| (one.to_owned(), other.to_owned()));
    assert_eq!(two_ways(&both), BTreeSet::from(pairs), "over others too");
}

#[test]
fn reports_work_nothing_out() {
    assert_eq!(called(&files("src")), BTreeSet::new());
    let one = called(&file(
        "src/report/csv.rs",
        "use crate::plan::{Plan, plan}; fn f() { Plan::of(crate::scoring::Outcome::new()) }",
    ));
    assert_eq!(one, BTreeSet::from([("src/report/csv.rs".to_owned(), "plan::plan".to_owned())]));
    let itself = called(&file("src/report/csv.rs", "use crate::scoring::{self, Outcome}; fn f() { scoring::score() }"));
    assert_eq!(itself, BTreeSet::from([("src/report/csv.rs".to_owned(), "scoring".to_owned())]));
}
