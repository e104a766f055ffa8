//! Errors as people read them, in the language of the run: what went wrong, and a way out.

use std::fmt::{self, Write as _};
use std::io::Write as _;
use std::ops::Range;
use std::path::Path;
use std::process::ExitCode;
use std::sync::{Mutex, MutexGuard, PoisonError};

use assess::answers::UpdateError;
use assess::answers::questionnaire::Unreadable;
use assess::lang::Text;
use assess::problem::{FileProblems, Problem, Problems, Refusal};
use assess::report::PlacedProblem;
use assess::report::terminal::problems::{Weight, render};
use assess::text;
use assess::text::{inert, one_line, wrap_message};

use crate::advice::{about, as_typed, commands_about, commands_called};
use crate::terminal::{lang, localize, style_of_stderr};

/// What could not be done, and what to do about it: a refusal that ends the program.
#[derive(Clone, Debug)]
pub struct Failure {
    refusal: Box<Refusal>,
    /// The file that cannot be read, by the name people know it by.
    file: Option<String>,
}

impl Failure {
    /// A failure without advice.
    pub fn new(message: Text) -> Self {
        Refusal::new(message).into()
    }

    /// What could not be done, in one line.
    pub fn message(&self) -> &Text {
        &self.refusal.message
    }

    /// Sets the advice on what to do.
    pub fn help(self, help: Text) -> Self {
        Self { refusal: Box::new(self.refusal.help(help)), ..self }
    }

    /// The failure as a problem of a file, at the place that leads to it.
    pub fn at(self, span: Range<usize>) -> Problem {
        self.refusal.at(span)
    }

    /// Sets the file that the failure is about as a whole, which documents for programs name.
    pub fn in_file(self, name: &str) -> Self {
        Self { file: Some(name.to_owned()), ..self }
    }
}

impl From<Refusal> for Failure {
    fn from(refusal: Refusal) -> Self {
        Self { refusal: Box::new(refusal), file: None }
    }
}

/// Why a file was not changed, as the problems of that file or of what was asked for.
pub fn not_updated(error: UpdateError) -> anyhow::Error {
    match error {
        UpdateError::File(problems) => problems.into(),
        UpdateError::Input(refusal) => Failure::from(refusal).into(),
    }
}

impl std::error::Error for Failure {}

impl fmt::Display for Failure {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.refusal.fmt(out)
    }
}

/// Questionnaires that cannot be read, by the names of their files, and why not.
#[derive(Debug)]
pub struct UnreadableForms(pub Vec<(String, Unreadable)>);

impl std::error::Error for UnreadableForms {}

impl fmt::Display for UnreadableForms {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.iter().try_for_each(|(name, unreadable)| writeln!(out, "{name}: {unreadable}"))
    }
}

impl UnreadableForms {
    /// Every problem with its file and cell, the first twenty of them, then a count.
    fn render(&self) -> String {
        /// The most problems that are shown one by one.
        const MOST_SHOWN: usize = 20;
        let all = self.0.iter().flat_map(|(name, unreadable)| match unreadable {
            Unreadable::Whole(Refusal { message, help }) => vec![(name.clone(), message, help)],
            Unreadable::Cells(problems) => {
                let placed = problems.iter().map(|it| (format!("{name}: {}", it.place), &it.message, &it.help));
                placed.collect()
            }
        });
        let all: Vec<_> = all.collect();
        let shown = all.iter().take(MOST_SHOWN).map(|(place, message, help)| at(place, message, help.as_ref()));
        let mut text = shown.collect::<Vec<_>>().join("\n");
        if let Some(more) = all.len().checked_sub(MOST_SHOWN).filter(|more| *more > 0) {
            let words = localize(text!("… and {more} more problems", "……另有 {more} 个问题"));
            let _ = writeln!(text, "\n{words}");
        }
        text
    }
}

/// A copy of an error, to show it once more.
pub fn repeat(error: &anyhow::Error) -> anyhow::Error {
    match (error.downcast_ref::<Problems>(), error.downcast_ref::<Failure>()) {
        (Some(problems), _) => problems.clone().into(),
        (_, Some(failure)) => failure.clone().into(),
        _ => anyhow::anyhow!("{error:#}"),
    }
}

/// The same for documents, in which commands are completed as [`commands_called`] with `called` says.
pub fn placed_with_advice(
    error: &anyhow::Error,
    name: impl Fn(&Path) -> String,
    called: &dyn Fn(&Path) -> String,
) -> Vec<PlacedProblem> {
    let commands = commands_called(called);
    let mut problems = placed(error, name);
    for problem in &mut problems {
        // What is said of a whole file names it where that is needed.
        let file = problem.file.as_ref().filter(|_| problem.position.is_some());
        let commands = file.map_or_else(|| commands.clone(), |file| about(file, commands.clone()));
        problem.help = problem.help.as_ref().map(|help| commands.complete_both(help));
    }
    problems
}

/// What is wrong, problem by problem: each with its place where it has one, in a file that `name` names.
pub fn placed(error: &anyhow::Error, name: impl Fn(&Path) -> String) -> Vec<PlacedProblem> {
    if let Some(Problems(all)) = error.downcast_ref() {
        let named = |problems: &FileProblems| name(Path::new(&problems.source.name));
        return all.iter().flat_map(|problems| PlacedProblem::in_file(&named(problems), problems)).collect();
    }
    let Some(Failure { refusal, file }) = error.downcast_ref() else {
        return vec![PlacedProblem::whole(None, Text::same(format!("{error:#}")), None)];
    };
    let Refusal { message, help } = &**refusal;
    let Some(path) = file else { return vec![PlacedProblem::whole(None, message.clone(), help.clone())] };
    let name = name(Path::new(path));
    let renamed = |text: &Text| Text::new(text.en.replace(path, &name), text.zh.replace(path, &name));
    let (message, help) = (renamed(message), help.as_ref().map(renamed));
    vec![PlacedProblem::whole(Some(name), message, help)]
}

/// Writes the error to standard error; the exit code is 2.
pub fn show_error(error: &anyhow::Error) -> ExitCode {
    let text = if let Some(problems) = error.downcast_ref::<Problems>() {
        render(&with_advice_as_typed(problems), Weight::Error, &style_of_stderr())
    } else if let Some(forms) = error.downcast_ref::<UnreadableForms>() {
        forms.render()
    } else if let Some(failure) = error.downcast_ref::<Failure>() {
        plain(&failure.refusal.message, failure.refusal.help.as_ref())
    } else {
        let words = format!("{error:#}");
        plain(&Text::same(words), None)
    };
    write(&text);
    ExitCode::from(2)
}

/// The problems with commands in their advice that work as they stand.
fn with_advice_as_typed(Problems(files): &Problems) -> Problems {
    let mut files = files.clone();
    for FileProblems { source, problems } in &mut files {
        let commands = commands_about(&source.name);
        for problem in problems {
            problem.help = problem.help.as_ref().map(|help| commands.complete_both(help));
        }
    }
    Problems(files)
}

/// A message with its label, and the help on a line of its own.
fn plain(message: &Text, help: Option<&Text>) -> String {
    labeled(message, None, help)
}

/// The same with the place it is about between them.
fn at(place: &str, message: &Text, help: Option<&Text>) -> String {
    labeled(message, Some(place), help)
}

fn labeled(message: &Text, place: Option<&str>, help: Option<&Text>) -> String {
    let bold = anstyle::Style::new().bold();
    let red = anstyle::AnsiColor::BrightRed.on_default().bold();
    let label = localize(text!("error", "错误"));
    let colon = localize(text!(": ", "："));
    let message = one_line(message.get(lang()));
    let mut text = format!("{red}{label}{red:#}{bold}{colon}{message}{bold:#}\n");
    if let Some(place) = place {
        let blue = anstyle::AnsiColor::BrightBlue.on_default().bold();
        let _ = writeln!(text, " {blue}-->{blue:#} {}", one_line(place));
    }
    if let Some(help) = help {
        let label = localize(text!("help", "帮助"));
        let _ = writeln!(text, "{label}{colon}{}", one_line(&as_typed(&localize(help.clone()))));
    }
    text
}

/// Lines on standard error that are no error, as they are.
pub fn write_lines(text: &str) {
    write(text);
}

/// A remark on standard error that is no error.
pub fn show_remark(text: &Text) {
    let lines = wrap_message(&one_line(&as_typed(&localize(text.clone()))), style_of_stderr().width, "  ");
    write(&format!("{}\n", lines.join("\n")));
}

/// What is to be said once the pager has ended; `None` if all is said at once.
static HELD: Mutex<Option<String>> = Mutex::new(None);

fn held() -> MutexGuard<'static, Option<String>> {
    HELD.lock().unwrap_or_else(PoisonError::into_inner)
}

/// From now on standard error is written at the end: the pager has the terminal until then.
pub fn hold_messages() {
    held().get_or_insert_default();
}

/// Writes what was held back.
pub fn release_messages() {
    let text = held().take();
    if let Some(text) = text {
        write(&text);
    }
}

/// Standard error may be closed; there is nowhere left to say so.
fn write(text: &str) {
    if let Some(held) = held().as_mut() {
        held.push_str(text);
        return;
    }
    let _ = anstream::stderr().write_all(inert(text).as_bytes());
}
