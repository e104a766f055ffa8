//! Files of somebody who means harm, through every command and every format: texts stay texts.

#[path = "hostile/arguments.rs"]
mod arguments;
#[path = "hostile/broken.rs"]
mod broken;
#[path = "hostile/checks.rs"]
mod checks;
#[path = "hostile/corpus.rs"]
mod corpus;
#[path = "hostile/runs.rs"]
mod runs;
#[path = "hostile/screen.rs"]
mod screen;
#[path = "hostile/writing.rs"]
mod writing;

use std::collections::{BTreeMap, BTreeSet};
use std::io::{self, Write as _};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Mutex, OnceLock};
use std::thread;

use checks::{Colors, harmless, skeleton};
use corpus::Text;
use runs::{Run, Style};

/// What the program makes of a folder full of one text.
struct Case {
    text: Text,
    runs: Vec<Run>,
}

/// Every folder with everything that the program makes of it; made once for all tests.
fn cases() -> &'static [Case] {
    static CASES: OnceLock<Vec<Case>> = OnceLock::new();
    CASES.get_or_init(|| {
        let cases = in_parallel(corpus::texts(), |text| Case { runs: runs_over(&text), text });
        let processes: usize = cases.iter().map(|case| case.runs.len()).sum();
        let documents: usize = cases.iter().flat_map(|case| &case.runs).map(|run| run.files.len() + 1).sum();
        say(&format!("{} texts, {processes} runs of the program, {documents} documents", cases.len()));
        cases
    })
}

/// The same folder full of a word.
fn benign(text: &Text) -> &'static [Run] {
    static RUNS: OnceLock<BTreeMap<&str, Vec<Run>>> = OnceLock::new();
    let runs = RUNS.get_or_init(|| {
        let words: BTreeSet<_> = cases().iter().map(|case| case.text.benign()).collect();
        words.into_iter().map(|word| (word, runs_in(word, runs::STYLES))).collect()
    });
    &runs[text.benign()]
}

fn runs_over(text: &Text) -> Vec<Run> {
    runs_in(&text.text, if text.is_long() { &runs::STYLES[..1] } else { runs::STYLES })
}

fn runs_in(text: &str, styles: &[Style]) -> Vec<Run> {
    let folder = tempfile::tempdir().expect("there is room");
    corpus::write(folder.path(), text);
    runs::all(folder.path(), styles)
}

/// Says something that a test run shows even when all is well.
fn say(words: &str) {
    let _ = writeln!(io::stderr(), "{words}");
}

/// As many at a time as the machine can do.
fn in_parallel<T: Send, R: Send>(inputs: Vec<T>, work: impl Fn(T) -> R + Sync) -> Vec<R> {
    let count = inputs.len();
    let inputs: Vec<_> = inputs.into_iter().map(|input| Mutex::new(Some(input))).collect();
    let (next, done) = (AtomicUsize::new(0), Mutex::new(Vec::with_capacity(count)));
    let worker = || {
        while let Some(input) = inputs.get(next.fetch_add(1, Ordering::Relaxed)) {
            let input = input.lock().expect("no worker has failed").take().expect("it is taken once");
            let result = work(input);
            done.lock().expect("no worker has failed").push(result);
        }
    };
    thread::scope(|scope| {
        for _ in 0..thread::available_parallelism().map_or(2, usize::from) {
            scope.spawn(worker);
        }
    });
    done.into_inner().expect("no worker has failed")
}

/// Fails with everything that is wrong, by text and run.
#[track_caller]
fn all_hold(judge: impl Fn(&Case, &Run) -> Result<(), String>) {
    let faults = cases().iter().flat_map(|case| {
        let judge = &judge;
        case.runs.iter().filter_map(move |run| {
            let fault = judge(case, run).err()?;
            Some(format!("{}: {}: {fault}", case.text.name, run.what))
        })
    });
    let faults: Vec<_> = faults.collect();
    assert!(faults.is_empty(), "{} faults:\n{}", faults.len(), faults.join("\n"));
}

#[test]
fn nothing_acts_on_a_terminal_or_in_a_log() {
    all_hold(|_, run| {
        run.is_harmless()?;
        if run.code == Some(2) {
            return Err(String::from_utf8_lossy(&run.stderr).into_owned());
        }
        let of_text = run.files.iter().filter(|(format, _)| **format != "xlsx");
        { of_text }.try_for_each(|(format, bytes)| {
            let annotations = checks::without_annotations(&String::from_utf8_lossy(bytes));
            let bytes = if *format == "github" { annotations.as_bytes() } else { bytes };
            harmless(bytes, Colors::None).map(|_| ()).map_err(|fault| format!("{format}: {fault}"))
        })
    });
}

#[test]
fn no_format_acts_on_standard_output() {
    let loud = ["escape-sequences", "line-breaks", "bidirectional", "github-in-lines", "github-old", "azure-command"];
    let texts: Vec<_> = corpus::texts().into_iter().filter(|text| loud.contains(&text.name.as_str())).collect();
    assert_eq!(texts.len(), loud.len());
    let faults = in_parallel(texts, |text| {
        let folder = tempfile::tempdir().expect("there is room");
        corpus::write(folder.path(), &text.text);
        let runs = runs::on_standard_output(folder.path());
        assert!(runs.iter().all(|run| matches!(run.code, Some(0 | 1)) && !run.stdout.is_empty()));
        let fault = |run: &Run| Some(format!("{}: {}: {}", text.name, run.what, run.is_harmless().err()?));
        runs.iter().filter_map(fault).collect::<Vec<_>>()
    });
    let faults = faults.concat();
    assert!(faults.is_empty(), "{} faults:\n{}", faults.len(), faults.join("\n"));
}

#[test]
fn colors_are_all_that_colors_add() {
    let pairs = cases().iter().flat_map(|case| {
        let without = case.runs.iter().filter(|run| run.what.ends_with("--lang en --color never"));
        without.filter_map(move |run| {
            let what = run.what.replace("never", "always");
            Some((case, run, case.runs.iter().find(|other| other.what == what)?))
        })
    });
    let mut count = 0;
    for (case, run, other) in pairs {
        for (never, always) in [(&run.stdout, &other.stdout), (&run.stderr, &other.stderr)] {
            let (never, always) = (String::from_utf8_lossy(never), checks::plain(&String::from_utf8_lossy(always)));
            // A colored cell is as wide as its column.
            let lines = always.lines().map(str::trim_end).zip(never.lines().map(str::trim_end));
            let differing = { lines }.find(|(always, never)| always != never);
            assert_eq!(differing, None, "{}: {}", case.text.name, run.what);
            assert_eq!(always.lines().count(), never.lines().count(), "{}: {}", case.text.name, run.what);
        }
        count += 1;
    }
    assert!(count > cases().len(), "{count} pairs");
}

#[test]
fn a_text_changes_no_structure() {
    all_hold(|case, run| {
        let twin = benign(&case.text).iter().find(|twin| twin.what == run.what).expect("both are run");
        run.files.iter().try_for_each(|(format, bytes)| {
            let own = skeleton(format, bytes).map_err(|fault| format!("{format}: {fault}"))?;
            let other = skeleton(format, &twin.files[format])?;
            let difference = || {
                let mut lines = own.lines().zip(other.lines()).enumerate();
                lines.find(|(_, (own, other))| own != other).map_or_else(
                    || format!("{} lines instead of {}", own.lines().count(), other.lines().count()),
                    |(number, (own, other))| format!("{number}: {own:.300} instead of {other:.300}"),
                )
            };
            // Comments on pull requests have a largest size, and what does not fit is counted.
            let is_cut = case.text.is_long() && matches!(*format, "markdown" | "github-summary");
            if own == other || is_cut { Ok(()) } else { Err(format!("{format}: {}", difference())) }
        })
    });
}

#[test]
fn programs_read_a_text_exactly_as_it_was_written() {
    let count = cases().iter().flat_map(|case| {
        let text = case.text.text.as_str();
        let of = |what: &str| {
            let run = case.runs.iter().find(|run| run.what.starts_with(what)).expect("it is run");
            checks::json(&String::from_utf8_lossy(&run.files["json"])).expect("it is JSON")
        };
        let (score, model) = (of("score"), of("model show"));
        let about = ["team", "system", "owner"].map(|key| score["assessment"][key].clone());
        let dimensions = &score["areas"][0]["domains"][0]["sub_domains"][0]["dimensions"];
        let said = [&dimensions[0]["note"], &dimensions[0]["evidence"][1], &dimensions[1]["na"]["reason"]];
        for value in about.iter().chain(said) {
            assert_eq!(value, text, "{}", case.text.name);
        }
        let start: String = text.chars().take(corpus::START).collect();
        assert_eq!(model["areas"][1]["name"]["zh"], start.as_str(), "{}", case.text.name);
        about
    });
    assert_eq!(count.count(), 3 * cases().len());
}
