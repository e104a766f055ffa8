//! Sound files full of one text: whatever is made of them, the text stays a text.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::OnceLock;

use crate::checks::{self, Coloring, Fault};
use crate::corpus::{self, Text};
use crate::lines::{FEW_STYLES, LONG_STYLES, STYLES, Style};
use crate::runs::{Document, Made, Run};
use crate::skeleton::{json, skeleton};
use crate::{in_parallel, no_faults, say};

/// What the program makes of a folder full of one text.
struct Case {
    text: Text,
    runs: Vec<Run>,
    /// The same document is judged once, wherever it came up.
    documents: Vec<Document>,
}

/// Every folder with everything that the program makes of it; made once for all tests.
fn cases() -> &'static [Case] {
    static CASES: OnceLock<Vec<Case>> = OnceLock::new();
    CASES.get_or_init(|| {
        let made = in_parallel(corpus::texts(), |text| {
            let styles = if text.is_long() { LONG_STYLES } else { STYLES };
            let (runs, mut documents) = made_of(&text.text, styles);
            let count = documents.len();
            documents.sort_by(|one, other| key(one).cmp(&key(other)));
            documents.dedup_by(|one, other| key(one) == key(other));
            (Case { text, runs, documents }, count)
        });
        let processes: usize = made.iter().map(|(case, _)| case.runs.len()).sum();
        let documents: usize = made.iter().map(|(_, count)| count).sum();
        let distinct: usize = made.iter().map(|(case, _)| case.documents.len()).sum();
        let texts = made.len();
        say(&format!("{texts} texts, {processes} runs of the program, {documents} documents, {distinct} distinct"));
        made.into_iter().map(|(case, _)| case).collect()
    })
}

fn key(document: &Document) -> (&str, Coloring, &[u8]) {
    (document.form, document.colors, &document.bytes)
}

fn made_of(text: &str, styles: &[Style]) -> (Vec<Run>, Vec<Document>) {
    let folder = tempfile::tempdir().expect("there is room");
    corpus::write(folder.path(), text);
    let made = Made::over(folder.path(), styles, str::to_owned);
    (made.runs, made.documents)
}

/// The structure of documents, by what they are.
pub type Skeletons = BTreeMap<String, String>;

/// The structure of documents in which nobody means harm.
pub fn skeletons(documents: &[Document]) -> Skeletons {
    let skeletons = documents.iter().map(|document| {
        let skeleton = skeleton(document.form, &document.bytes);
        (document.what.clone(), skeleton.expect("a word breaks no document"))
    });
    skeletons.collect()
}

/// Everything that is wrong with runs and documents, whose structure should be this one.
pub fn faults_of(runs: &[Run], documents: &[Document], skeletons: &Skeletons) -> Vec<Fault> {
    let of_runs = runs.iter().map(|run| (&run.what, done(run)));
    let of_documents = documents.iter().map(|document| {
        let fault = harmless(document).and_then(|()| {
            let own = skeleton(document.form, &document.bytes)?;
            same(&own, skeletons.get(&document.what).expect("both are made"))
        });
        (&document.what, fault)
    });
    let faults = of_runs.chain(of_documents);
    faults.filter_map(|(what, fault)| Some(format!("{what}: {}", fault.err()?))).collect()
}

/// Whether a run over sound files made its documents, and said nothing that acts.
fn done(run: &Run) -> Result<(), Fault> {
    run.is_harmless()?;
    if run.code == Some(2) { Err(String::from_utf8_lossy(&run.stderr).into()) } else { Ok(()) }
}

fn harmless(document: &Document) -> Result<(), Fault> {
    if document.bytes.is_empty() {
        return Err("nothing is in it".to_owned());
    }
    let is_text = document.form != "xlsx";
    if is_text && (!document.bytes.ends_with(b"\n") || document.bytes.ends_with(b"\n\n")) {
        return Err("it does not end in exactly one newline".to_owned());
    }
    checks::inert(document.form, &document.bytes, document.colors)
}

/// The structure of every document of a folder full of a word.
fn benign(text: &Text) -> &'static Skeletons {
    static SKELETONS: OnceLock<BTreeMap<&str, Skeletons>> = OnceLock::new();
    let skeletons = SKELETONS.get_or_init(|| {
        let words: BTreeSet<_> = cases().iter().map(|case| case.text.benign()).collect();
        let of_word = |word| (word, skeletons(&made_of(word, STYLES).1));
        in_parallel(words.into_iter().collect(), of_word).into_iter().collect()
    });
    &skeletons[text.benign()]
}

/// Fails with everything that is wrong, by text and document.
#[track_caller]
fn all_hold(judge: impl Fn(&Case, &Document) -> Result<(), Fault> + Sync) {
    no_faults(in_parallel(cases().iter().collect(), |case| {
        let fault = |document: &Document| {
            let fault = judge(case, document).err()?;
            Some(format!("{}: {}: {fault}", case.text.name, document.what))
        };
        case.documents.iter().filter_map(fault).collect()
    }));
}

#[test]
fn nothing_acts_on_a_terminal_or_in_a_log() {
    all_hold(|_, document| harmless(document));
    no_faults(in_parallel(cases().iter().collect(), |case| {
        let fault = |run: &Run| Some(format!("{}: {}: {}", case.text.name, run.what, done(run).err()?));
        case.runs.iter().filter_map(fault).collect()
    }));
}

/// What holds of a file holds of what is printed, so that most documents are only looked at in files.
#[test]
fn what_is_printed_is_what_a_file_gets() {
    let texts: Vec<_> = corpus::texts().into_iter().filter(|text| !text.is_long()).step_by(8).collect();
    assert!(texts.len() > 5, "some texts of every kind");
    no_faults(in_parallel(texts, |text| {
        let folder = tempfile::tempdir().expect("there is room");
        corpus::write(folder.path(), &text.text);
        let faults = FEW_STYLES.iter().flat_map(|style| {
            let [printed, written] = Made::printed_and_written(folder.path(), style);
            assert!(printed.len() > 20 && printed.len() == written.len(), "every form is made twice");
            let pairs = printed.into_iter().zip(written);
            pairs.filter(|(one, other)| one.what != other.what || one.bytes != other.bytes || one.bytes.is_empty())
        });
        faults.map(|(printed, _)| format!("{}: {}", text.name, printed.what)).collect()
    }));
}

/// A colored cell is as wide as its column.
fn trimmed(text: &str) -> String {
    text.lines().map(|line| format!("{}\n", line.trim_end())).collect()
}

#[test]
fn colors_are_all_that_colors_add() {
    let counts = in_parallel(cases().iter().collect(), |case| {
        let text = |table: &Document| String::from_utf8_lossy(&table.bytes).into_owned();
        let tables = || case.documents.iter().filter(|document| document.form == "table");
        let plain: BTreeSet<_> =
            tables().filter(|it| it.colors == Coloring::None).map(|it| trimmed(&text(it))).collect();
        let is_colored = |it: &&Document| it.colors == Coloring::Some && it.what.ends_with("--lang zh --color always");
        let colored: Vec<_> = tables().filter(is_colored).collect();
        for table in &colored {
            let without = trimmed(&checks::plain(&text(table)));
            assert!(plain.contains(&without), "{}: {}:\n{without:.2000}", case.text.name, table.what);
        }
        colored.len()
    });
    assert!(counts.iter().max() > Some(&5), "{counts:?}");
}

#[test]
fn a_text_changes_no_structure() {
    all_hold(|case, document| {
        let own = skeleton(document.form, &document.bytes)?;
        let other = benign(&case.text).get(&document.what).expect("both are made");
        // Comments on pull requests have a largest size, and what does not fit is counted.
        let is_cut = case.text.is_long() && matches!(document.form, "markdown" | "github-summary");
        if is_cut { Ok(()) } else { same(&own, other) }
    });
}

fn same(own: &str, other: &str) -> Result<(), Fault> {
    if own == other {
        return Ok(());
    }
    let mut lines = own.lines().zip(other.lines()).enumerate();
    Err(lines.find(|(_, (own, other))| own != other).map_or_else(
        || format!("{} lines instead of {}", own.lines().count(), other.lines().count()),
        |(number, (own, other))| format!("{number}: {own:.300} instead of {other:.300}"),
    ))
}

#[test]
fn a_text_begins_no_line() {
    let case = cases().iter().find(|case| case.text.name == "lines-of-its-own").expect("it is in the corpus");
    let begins = |bytes: &[u8]| String::from_utf8_lossy(bytes).lines().any(|line| line.starts_with("INJECTED"));
    // A page keeps the lines of a note within its element, and what a model says is explained as prose.
    let is_prose = |document: &&Document| document.form == "html" || document.what.starts_with("explain");
    let documents = case.documents.iter().filter(|document| !is_prose(document));
    let documents = documents.filter(|document| begins(&document.bytes)).map(|document| &document.what);
    let runs = case.runs.iter().filter(|run| begins(&run.stderr)).map(|run| &run.what);
    assert_eq!(documents.chain(runs).collect::<Vec<_>>(), Vec::<&String>::new());
}

#[test]
fn programs_read_a_text_exactly_as_it_was_written() {
    for case in cases() {
        let (text, name) = (case.text.text.as_str(), &case.text.name);
        let of = |what: &str| {
            let mut documents = case.documents.iter().filter(|document| document.form == "json");
            let document = documents.find(|document| document.what.starts_with(what)).expect("it is made");
            json(&String::from_utf8_lossy(&document.bytes)).expect("it is JSON")
        };
        let (score, model) = (of("score"), of("model show"));
        let dimensions = &score["areas"][0]["domains"][0]["sub_domains"][0]["dimensions"];
        let said = [&dimensions[0]["note"], &dimensions[0]["evidence"][1], &dimensions[1]["na"]["reason"]];
        for value in ["team", "system", "owner"].map(|key| &score["assessment"][key]).into_iter().chain(said) {
            assert_eq!(value, text, "{name}");
        }
        let start: String = text.chars().take(corpus::START).collect();
        assert_eq!(model["areas"][1]["name"]["zh"], start.as_str(), "{name}");
    }
}
