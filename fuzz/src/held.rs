//! What must be true of a text that leaves the program.

use std::collections::BTreeMap;
use std::sync::Mutex;

use assess::report::Colors;
use assess::text::inert;

/// What a document is made of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Lines for people.
    Text,
    /// One JSON document.
    Json,
    /// A table for spreadsheets.
    Csv,
    /// XML, as a picture or a test report.
    Xml,
    /// A page for a browser.
    Html,
    /// Workflow commands, which alone may begin with `::`.
    Commands,
}

/// Holds a document to everything that its kind promises.
pub fn hold(kind: Kind, colors: Colors, document: &str) {
    let bare = match colors {
        Colors::On => without_colors(document),
        Colors::Off => document.to_owned(),
    };
    harmless(&bare);
    if kind != Kind::Commands {
        obeyed_by_nobody(&inert(document));
    }
    match kind {
        Kind::Text => {}
        Kind::Json => drop(serde_json::from_str::<serde_json::Value>(document).expect("it is JSON")),
        Kind::Csv => table(document),
        Kind::Xml => drop(roxmltree::Document::parse(document).expect("it is XML")),
        Kind::Html => page(document),
        Kind::Commands => {
            let known = ["::error ", "::warning ", "::notice "];
            assert!(document.lines().all(|line| known.iter().any(|begin| line.starts_with(begin))), "{document:?}");
        }
    }
}

/// No character that a terminal obeys, or that turns the text around it.
pub fn harmless(text: &str) {
    let hostile = |character: char| match character {
        '\n' | '\t' => false,
        '\u{61c}' | '\u{200e}' | '\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{feff}' => true,
        _ => character.is_control(),
    };
    assert!(!text.contains(hostile), "{:?} in {text:?}", text.chars().find(|found| hostile(*found)));
}

/// No line that a build server takes for a command.
fn obeyed_by_nobody(text: &str) {
    assert!(!text.lines().any(|line| line.trim_start().starts_with("::")), "{text:?}");
    assert!(!text.contains("##[") && !text.contains("##vso[") && !text.contains("##teamcity["), "{text:?}");
}

/// The text without this program's own colors: nothing else may begin with an escape.
fn without_colors(text: &str) -> String {
    let mut parts = text.split("\u{1b}[");
    let mut bare = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let (codes, rest) = part.split_once('m').expect("a color ends");
        assert!(codes.bytes().all(|byte| byte.is_ascii_digit() || byte == b';'), "{codes:?} is no color");
        bare.push_str(rest);
    }
    bare
}

/// Rows of one length, and no field that a spreadsheet would work out.
fn table(document: &str) {
    for row in csv::Reader::from_reader(document.as_bytes()).records() {
        let row = row.expect("every row has the columns of the first");
        for field in &row {
            assert!(!field.trim_start().starts_with(['=', '+', '-', '@', '＝', '＋', '－', '＠']), "{field:?}");
        }
    }
}

/// As many scripts, links to elsewhere and handlers as pages of its kind have by themselves: foreign text adds none.
///
/// Pages of one kind let the same styles and scripts run.
fn page(document: &str) {
    static OWN: Mutex<BTreeMap<String, [usize; 4]>> = Mutex::new(BTreeMap::new());
    let policy = document.split_once("Content-Security-Policy\" content=\"").and_then(|(_, rest)| rest.split_once('"'));
    let (policy, _) = policy.expect("a page says what may run in it");
    let count = |what: &str| document.matches(what).count();
    let counts = [count("<script"), count("<style"), count("<iframe"), count("href=\"javascript:")];
    let mut own = OWN.lock().expect("nobody panics with it");
    assert_eq!(counts, *own.entry(policy.to_owned()).or_insert(counts));
}
