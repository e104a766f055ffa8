//! Ids that are odd and allowed, in every document.

use std::fs;
use std::path::Path;

use crate::corpus;
use crate::documents::{faults_of, skeletons};
use crate::lines::{FEW_STYLES, STYLES};
use crate::runs::{Document, Made};
use crate::skeleton::json;
use crate::{in_parallel, no_faults};

/// Names for the ids of the corpus.
type Names = fn(&str) -> String;

const FILES: [&str; 6] = [
    "model/model.toml",
    "model/shop/counter.toml",
    "model/yard/gate.toml",
    "answers.toml",
    "before.toml",
    "assess.toml",
];
const IDS: [&str; 8] = ["shop", "counter", "selling", "greeting", "paying", "parting", "yard", "gate"];

/// A word of a file or of a command line with the ids in it called something else.
fn renamed(words: &str, name: fn(&str) -> Option<String>) -> String {
    let parts = words.split_inclusive(|it: char| !it.is_ascii_alphanumeric());
    let named = |part: &str| {
        let id = part.trim_end_matches(|it: char| !it.is_ascii_alphanumeric());
        format!("{}{}", name(id).unwrap_or_else(|| id.to_owned()), &part[id.len()..])
    };
    parts.map(named).collect()
}

/// As long as a file system lets a name be, and beside them far longer than any screen.
fn long(words: &str) -> String {
    renamed(words, |id| {
        let length = match id {
            "shop" | "yard" => 250,
            "counter" | "gate" => 245,
            "selling" => 1_000,
            // So long that a document with all of them still fits a message of a site.
            "greeting" | "paying" | "parting" => 3_000,
            _ => return None,
        };
        Some(format!("{id}{:1<1$}", "", length - id.len()))
    })
}

/// Alike but for hyphens and digits, and the same on every step of the tree.
fn alike(words: &str) -> String {
    renamed(words, |id| {
        let id = match id {
            "shop" | "counter" | "greeting" => "a-1",
            "yard" | "selling" | "gate" => "a1",
            "paying" => "a-11",
            "parting" => "1-a-1",
            _ => return None,
        };
        Some(id.to_owned())
    })
}

/// Words that mean something to programs, and none to a model.
fn meaning(words: &str) -> String {
    renamed(words, |id| {
        let at = IDS.iter().position(|other| *other == id)?;
        Some(["none", "na", "null", "true", "nan", "inf", "0", "default"][at].to_owned())
    })
}

fn write(folder: &Path, names: Names) {
    corpus::write(folder, "word");
    for name in FILES {
        let from = folder.join(name);
        let text = names(&fs::read_to_string(&from).expect("it is text"));
        fs::remove_file(from).expect("it is there");
        let to = folder.join(if name.starts_with("model/") { names(name) } else { name.to_owned() });
        fs::create_dir_all(to.parent().expect("it stands in a folder")).expect("there is room");
        fs::write(to, text).expect("there is room");
    }
}

#[test]
fn every_document_bears_odd_ids() {
    let word = tempfile::tempdir().expect("there is room");
    corpus::write(word.path(), "word");
    let benign = skeletons(&Made::over(word.path(), STYLES, str::to_owned).documents);
    let names: Vec<(&str, Names)> = vec![("long", long), ("alike", alike), ("meaning", meaning)];
    no_faults(in_parallel(names, |(what, names)| {
        let folder = tempfile::tempdir().expect("there is room");
        write(folder.path(), names);
        let Made { runs, documents, .. } = Made::over(folder.path(), FEW_STYLES, names);
        let of_json = |document: &Document| json(&String::from_utf8_lossy(&document.bytes));
        // Ids are keys of schemas, in an order of their own.
        let (schemas, documents): (Vec<_>, Vec<_>) =
            documents.into_iter().partition(|document| document.what.starts_with("schema "));
        assert!(schemas.iter().all(|schema| of_json(schema).is_ok()), "{what}");
        let renamed = benign.iter().map(|(what, skeleton)| (what.clone(), names(skeleton))).collect();
        let faults = faults_of(&runs, &documents, &renamed);
        let show = documents.iter().find(|document| document.what.starts_with("model show --format json"));
        let show = of_json(show.expect("it is made"));
        let id = show.map(|show| show["areas"][0]["domains"][0]["sub_domains"][0]["dimensions"][0]["id"].clone());
        assert_eq!(id, Ok(names("shop.counter.selling.greeting").into()), "{what}: {faults:.1000?}");
        faults.into_iter().map(|fault| format!("{what}: {fault:.1000}")).collect()
    }));
}
