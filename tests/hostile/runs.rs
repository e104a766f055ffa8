//! The program over a folder of the corpus: what it prints, and what it writes to files.

use std::ffi::OsStr;
use std::fs::{self, File};
use std::path::Path;
use std::process::{Command, Stdio};

pub use crate::checks::Coloring;
use crate::checks::{Fault, harmless, without_annotations};
use crate::lines::{LINES, Line, MORE, Makes, Style};

/// What was printed, or written to a file.
pub struct Document {
    pub what: String,
    pub form: &'static str,
    pub colors: Coloring,
    pub bytes: Vec<u8>,
}

/// What came of one run.
pub struct Run {
    pub what: String,
    pub colors: Coloring,
    pub code: Option<i32>,
    pub stdout: Vec<u8>,
    pub stderr: Vec<u8>,
}

/// Runs the program in a folder; its standard input is empty.
pub fn run<S: AsRef<OsStr>>(folder: &Path, arguments: &[S]) -> Run {
    run_on(Stdio::null(), folder, arguments)
}

/// Runs the program in a folder, with a file of it as standard input.
pub fn run_reading<S: AsRef<OsStr>>(file: &str, folder: &Path, arguments: &[S]) -> Run {
    run_on(File::open(folder.join(file)).expect("it is there").into(), folder, arguments)
}

fn run_on<S: AsRef<OsStr>>(stdin: Stdio, folder: &Path, arguments: &[S]) -> Run {
    let output = Command::new(env!("CARGO_BIN_EXE_assess"))
        .current_dir(folder)
        .args(arguments)
        .env("ASSESS_LANG", "en")
        .env_remove("ASSESS_PLAIN")
        .env_remove("NO_COLOR")
        .stdin(stdin)
        .output()
        .expect("the program runs");
    let words =
        arguments.iter().map(|word| format!("{:.100}", word.as_ref().to_string_lossy().escape_debug().to_string()));
    Run {
        what: words.collect::<Vec<_>>().join(" "),
        colors: Coloring::None,
        code: output.status.code(),
        stdout: output.stdout,
        stderr: output.stderr,
    }
}

/// Every document over a folder, and the runs that made them.
pub struct Made<'f> {
    folder: &'f Path,
    /// What an id of the corpus is called in this folder.
    named: fn(&str) -> String,
    pub runs: Vec<Run>,
    pub documents: Vec<Document>,
}

impl<'f> Made<'f> {
    fn in_folder(folder: &'f Path, named: fn(&str) -> String) -> Self {
        Self { folder, named, runs: Vec::new(), documents: Vec::new() }
    }

    pub fn over(folder: &'f Path, styles: &[Style], named: fn(&str) -> String) -> Self {
        let mut made = Self::in_folder(folder, named);
        for (number, style) in styles.iter().enumerate() {
            match style.makes {
                Makes::All => {
                    let more = MORE.iter().skip(number % 2).step_by(2);
                    LINES.iter().chain(more).for_each(|line| made.make(style, line, line.forms[0], line.forms));
                }
                Makes::Files => LINES.iter().for_each(|line| made.make(style, line, line.forms[0], line.forms)),
            }
        }
        made
    }

    /// These documents in one style: the first form printed, and all in files.
    pub fn of_lines(folder: &'f Path, style: &Style, lines: &[Line]) -> Self {
        let mut made = Self::in_folder(folder, str::to_owned);
        for line in lines {
            made.make(style, line, line.forms[0], line.forms);
        }
        made
    }

    /// The main documents but for the first form of each: printed, and then in files.
    pub fn printed_and_written(folder: &'f Path, style: &Style) -> [Vec<Document>; 2] {
        let (mut printed, mut written) =
            (Self::in_folder(folder, str::to_owned), Self::in_folder(folder, str::to_owned));
        for line in LINES.iter().filter(|line| line.forms.len() > 1) {
            let others = &line.forms[1..];
            for form in others {
                printed.make(style, line, form, &[]);
            }
            written.make(style, line, line.forms[0], others);
            let first = written.documents.len() - line.forms.len();
            written.documents.remove(first);
        }
        [printed.documents, written.documents]
    }

    /// One run, with a form printed and others written to files.
    fn make(&mut self, style: &Style, line: &Line, printed: &'static str, files: &[&'static str]) {
        let has_choice = line.forms.len() > 1;
        let files = if has_choice { files } else { &[] };
        let path = |form: &str| format!("out.{form}");
        let arguments: Vec<_> = { ["--model", "model"].iter().chain(style.options).map(ToString::to_string) }
            .chain(line.arguments.iter().map(|word| (self.named)(word)))
            .chain(has_choice.then(|| format!("-o{printed}=-")))
            .chain(files.iter().map(|form| format!("-o{form}={}", path(form))))
            .collect();
        let reads_input = line.arguments.contains(&"-");
        let mut run = if reads_input {
            run_reading("answers.toml", self.folder, &arguments)
        } else {
            run(self.folder, &arguments)
        };
        let what = |form: &str| format!("{} --format {form} {}", line.arguments.join(" "), style.options.join(" "));
        (run.what, run.colors) = (what(printed), style.colors);
        // What is for programs is never colored.
        let colors = if printed == "table" { style.colors } else { Coloring::None };
        let bytes = std::mem::take(&mut run.stdout);
        self.runs.push(run);
        self.documents.push(Document { what: what(printed), form: printed, colors, bytes });
        for form in files {
            let file = self.folder.join(path(form));
            let bytes = fs::read(&file).unwrap_or_default();
            // Only files of rows begin with a mark; the text is the same.
            let bytes = bytes.strip_prefix("\u{feff}".as_bytes()).map_or_else(|| bytes.clone(), <[u8]>::to_vec);
            // A summary is put behind what is there.
            let _ = fs::remove_file(file);
            self.documents.push(Document { what: what(form), form, colors: Coloring::None, bytes });
        }
    }
}

impl Run {
    /// The same, known to be allowed these colors.
    pub fn with(self, colors: Coloring) -> Self {
        Self { colors, ..self }
    }

    /// Whether it ended by itself and said nothing that acts on a terminal or in a log.
    ///
    /// # Errors
    ///
    /// What is wrong with it.
    pub fn is_harmless(&self) -> Result<(), Fault> {
        let said = harmless(&self.stderr, self.colors).map_err(|fault| format!("standard error: {fault}"))?;
        let commands = without_annotations(&String::from_utf8_lossy(&self.stdout));
        let printed = if self.what.contains("--format github") { commands.as_bytes() } else { &self.stdout };
        harmless(printed, self.colors).map_err(|fault| format!("standard output: {fault}"))?;
        // A check says in the format that is asked for why nothing could be judged.
        let may_print = self.what.contains("check") && self.what.contains("--format ");
        match self.code {
            Some(0 | 1) if !said.contains("panicked") => Ok(()),
            Some(2) if (self.stdout.is_empty() || may_print) && !said.contains("panicked") => Ok(()),
            _ => Err(format!("exit code {:?}, and {} bytes: {said}", self.code, self.stdout.len())),
        }
    }
}
