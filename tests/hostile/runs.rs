//! The program over a folder of the corpus: every command that reads it, in every language and style.

use std::collections::BTreeMap;
use std::ffi::OsStr;
use std::fs;
use std::path::Path;
use std::process::{Command, Stdio};

pub use crate::checks::Colors;
use crate::checks::{Fault, harmless};

/// A command line, and the formats that it writes to files beside its document on standard output.
pub struct Line {
    pub arguments: &'static [&'static str],
    pub formats: &'static [&'static str],
}

const fn line(arguments: &'static [&'static str], formats: &'static [&'static str]) -> Line {
    Line { arguments, formats }
}

/// Every command that reads a model or answers; the first ones draw all that there is to be drawn.
const LINES: &[Line] = &[
    line(&["score"], &["json", "markdown", "csv", "badge", "shields"]),
    line(&["next"], &["json", "markdown", "csv"]),
    line(CHECK, CHECK_FORMATS),
    line(&["diff", "before.toml", "answers.toml"], &["json", "markdown"]),
    line(&["explain", "shop.counter.selling.greeting", "answers.toml"], &["json", "markdown"]),
    line(&["model", "lint"], &[]),
    line(&["model", "list"], &[]),
    line(&["model", "show"], &["json", "markdown"]),
    line(&["next", "--to", "policy"], &["json", "markdown", "csv"]),
    line(&["diff", "answers.toml", "before.toml"], &["json", "markdown"]),
    line(&["explain", "shop.counter.selling.paying", "answers.toml"], &["json", "markdown"]),
    line(&["explain", "shop.counter.selling", "answers.toml"], &["json", "markdown"]),
    line(&["explain", "hostile", "answers.toml"], &["json", "markdown"]),
    line(&["explain", "shop.counter.selling.greeting"], &["json", "markdown"]),
    line(&["report", "--compare", "before.toml", "--format", "markdown"], &["html", "markdown", "csv", "xlsx"]),
    line(&["schema", "answers"], &[]),
];
const DRAWING: usize = 6;

const CHECK: &[&str] = &["check", "-v", "--as-of", "2026-11-21", "--baseline", "before.toml"];
const CHECK_FORMATS: &[&str] = &["json", "markdown", "junit", "sarif", "github", "github-summary", "gitlab"];

/// A language and a style.
pub struct Style {
    options: &'static [&'static str],
    colors: Colors,
    lines: &'static [Line],
    /// Whether documents are written to files too, in every format; no style changes what is foreign in them.
    writes: Writes,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Writes {
    Files,
    Nothing,
}

const fn style(options: &'static [&'static str], colors: Colors, lines: &'static [Line], writes: Writes) -> Style {
    Style { options, colors, lines, writes }
}

const DRAWINGS: &[Line] = LINES.split_at(DRAWING).0;

/// The styles, the first of which is enough where time is short.
pub const STYLES: &[Style] = &[
    style(&["--lang", "en", "--color", "always"], Colors::Some, LINES, Writes::Files),
    style(&["--lang", "zh", "--plain"], Colors::None, DRAWINGS, Writes::Nothing),
    style(&["--lang", "en", "--color", "never"], Colors::None, DRAWINGS, Writes::Nothing),
    style(&["--lang", "zh", "--color", "always"], Colors::Some, DRAWINGS, Writes::Nothing),
];

/// What came of one run.
pub struct Run {
    pub what: String,
    pub colors: Colors,
    pub code: Option<i32>,
    pub stdout: Vec<u8>,
    pub stderr: Vec<u8>,
    /// What was written to files, by format.
    pub files: BTreeMap<&'static str, Vec<u8>>,
}

/// Runs the program in a folder; its standard input is empty.
pub fn run<S: AsRef<OsStr>>(folder: &Path, arguments: &[S]) -> Run {
    let output = Command::new(env!("CARGO_BIN_EXE_assess"))
        .current_dir(folder)
        .args(arguments)
        .env("ASSESS_LANG", "en")
        .env_remove("ASSESS_PLAIN")
        .env_remove("NO_COLOR")
        .stdin(Stdio::null())
        .output()
        .expect("the program runs");
    let words =
        arguments.iter().map(|word| format!("{:.100}", word.as_ref().to_string_lossy().escape_debug().to_string()));
    Run {
        what: words.collect::<Vec<_>>().join(" "),
        colors: Colors::None,
        code: output.status.code(),
        stdout: output.stdout,
        stderr: output.stderr,
        files: BTreeMap::new(),
    }
}

/// Every command in these styles over a folder.
pub fn all(folder: &Path, styles: &[Style]) -> Vec<Run> {
    let styles = styles.iter().enumerate();
    styles.flat_map(|(number, style)| style.lines.iter().map(move |line| one(folder, line, style, number))).collect()
}

/// Every document in every format on standard output; what is meant for GitHub is left out.
pub fn on_standard_output(folder: &Path) -> Vec<Run> {
    let documents = LINES.iter().flat_map(|line| line.formats.iter().map(|format| (line.arguments, *format)));
    let documents = documents.filter(|(_, format)| !matches!(*format, "github" | "xlsx"));
    let run = |(line, format): (&[&str], &str)| {
        // The last of two formats would be an error.
        let line = line.split(|word| *word == "--format").next().unwrap_or_default();
        let arguments = [&["--model", "model", "--color", "always"], line, &["--format", format]].concat();
        run(folder, &arguments).with(Colors::Some)
    };
    documents.map(run).collect()
}

fn one(folder: &Path, line: &Line, style: &Style, number: usize) -> Run {
    let formats = if style.writes == Writes::Files { line.formats } else { &[] };
    let name = |format: &str| format!("out-{number}-{}.{format}", line.arguments.join("-"));
    let outputs: Vec<_> = formats.iter().map(|format| format!("-o{format}={}", name(format))).collect();
    let outputs = outputs.iter().map(String::as_str);
    let arguments: Vec<_> = ["--model", "model"]
        .into_iter()
        .chain(style.options.iter().copied())
        .chain(line.arguments.iter().copied())
        .chain(outputs)
        .collect();
    let run = run(folder, &arguments);
    let what = [line.arguments, style.options].concat().join(" ");
    let files = formats.iter().filter_map(|format| Some((*format, fs::read(folder.join(name(format))).ok()?)));
    Run { what, colors: style.colors, files: files.collect(), ..run }
}

impl Run {
    /// The same, known to be allowed these colors.
    pub fn with(self, colors: Colors) -> Self {
        Self { colors, ..self }
    }

    /// Whether it ended by itself and said nothing that acts on a terminal or in a log.
    ///
    /// # Errors
    ///
    /// What is wrong with it.
    pub fn is_harmless(&self) -> Result<(), Fault> {
        let said = harmless(&self.stderr, self.colors).map_err(|fault| format!("standard error: {fault}"))?;
        harmless(&self.stdout, self.colors).map_err(|fault| format!("standard output: {fault}"))?;
        match self.code {
            Some(0 | 1) if !said.contains("panicked") => Ok(()),
            Some(2) if self.stdout.is_empty() && !said.contains("panicked") => Ok(()),
            _ => Err(format!("exit code {:?}, and {} bytes: {said}", self.code, self.stdout.len())),
        }
    }
}
