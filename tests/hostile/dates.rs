//! Days that no calendar has, and days at the end of it, wherever a day is written.

use std::fs;
use std::path::Path;

use crate::broken::refused;
use crate::checks::Fault;
use crate::corpus;
use crate::documents::{faults_of, skeletons};
use crate::lines::{FEW_STYLES, Line, VERDICTS, line};
use crate::runs::{Coloring, Made, run};
use crate::{in_parallel, no_faults};

/// Days that a calendar has, however far they are away.
const DAYS: &[&str] = &["0000-01-01", "0001-01-01", "0000-02-29", "1582-10-10", "9999-12-31", "2024-02-29"];

/// Words that are no day.
const NO_DAYS: &[&str] = &[
    "10000-01-01",
    "99999999999999999999-01-01",
    "-0001-01-01",
    "2026-02-30",
    "2026-02-29",
    "1900-02-29",
    "2026-00-10",
    "2026-13-01",
    "2026-01-00",
    "2026-01-32",
    "2026-1-1",
    "26-01-01",
    "2026-01-01T00:00:00Z",
    "2026-01-01 00:00:00",
    "2026-01-01T00:00:00+99:99",
    "00:00:00",
    "2026-01-01 \u{202e}",
    "２０２６-01-01",
];

const LINES: &[Line] = &[
    line(&["check", "-v", "--as-of", "2026-11-21"], VERDICTS),
    line(&["check", "--as-of", "0000-01-01"], VERDICTS),
    line(&["check", "--as-of", "9999-12-31"], VERDICTS),
    line(&["score"], &["table", "json", "markdown", "csv", "badge", "shields"]),
    line(&["report"], &["html", "markdown", "csv", "xlsx"]),
    line(&["diff", "before.toml", "answers.toml"], &["table", "json", "markdown"]),
];

/// The corpus with another day for the assessment and for what does not apply.
fn write(folder: &Path, date: &str, until: &str) {
    corpus::write(folder, "word");
    let path = folder.join("answers.toml");
    let text = fs::read_to_string(&path).expect("it is text");
    let text = text.replace("date = 2020-06-01", &format!("date = {date}"));
    fs::write(path, text.replace("until = 2020-01-01", &format!("until = {until}"))).expect("there is room");
}

#[test]
fn a_day_far_away_is_a_day() {
    let pairs = DAYS.iter().flat_map(|day| [(*day, "2020-01-01"), ("2020-06-01", *day)]).collect();
    no_faults(in_parallel(pairs, |(date, until)| {
        let folder = tempfile::tempdir().expect("there is room");
        write(folder.path(), date, until);
        let made = Made::of_lines(folder.path(), &FEW_STYLES[0], LINES);
        let faults = faults_of(&made.runs, &made.documents, &skeletons(&made.documents));
        let set = |options: &[&str]| {
            let arguments = [&["--model", "model", "set", "answers.toml"], options].concat();
            let run = run(folder.path(), &arguments);
            let fault = run.is_harmless().err().or_else(|| (run.code != Some(0)).then(|| "not set".to_owned()));
            Some(format!("{}: {}", run.what, fault?))
        };
        let (date_option, until_option) = (format!("--date={date}"), format!("--until={until}"));
        let id = "shop.counter.selling.paying";
        let sets = [set(&[&date_option]), set(&[id, "na:word", &until_option])];
        faults.into_iter().chain(sets.into_iter().flatten()).collect()
    }));
}

#[test]
fn what_is_no_day_is_refused_wherever_it_stands() {
    no_faults(in_parallel(NO_DAYS.to_vec(), |word| {
        let folder = tempfile::tempdir().expect("there is room");
        let mut faults: Vec<Fault> = Vec::new();
        let mut refuses = |line: &[&str]| {
            let arguments = [&["--model", "model", "--color", "always"], line].concat();
            let fault = refused(&run(folder.path(), &arguments).with(Coloring::Some)).err();
            faults.extend(fault.map(|fault| format!("{word}: {line:?}: {fault}")));
        };
        for (date, until) in [(word, "2020-01-01"), ("2020-06-01", word)] {
            write(folder.path(), date, until);
            refuses(&["score"]);
            refuses(&["check", "--format", "github"]);
            refuses(&["diff", "before.toml", "answers.toml"]);
        }
        corpus::write(folder.path(), "word");
        let (as_of, date, until) = (format!("--as-of={word}"), format!("--date={word}"), format!("--until={word}"));
        refuses(&["check", &as_of]);
        refuses(&["set", "answers.toml", &date]);
        refuses(&["set", "answers.toml", "shop.counter.selling.paying", "na:word", &until]);
        faults
    }));
}
