//! `assess check`: whether the answers hold what was promised.

mod arguments;
mod baseline;
mod documents;
mod measures;
mod target;

use std::borrow::Cow;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use anyhow::Result;
use assess::diff::diff;
use assess::policy::judge;
use assess::report::{self, terminal};
use assess::scoring;

pub use arguments::{Check, CheckFormat};
pub use measures::judging_day;
pub use target::{TargetWord, targets_named};

use crate::advice::commands_called;
use crate::earlier::{Current, EarlierName, PathOrigin};
use crate::failure::write_lines;
use crate::files::{self, EvidenceFinder};
use crate::output::{Document, write_document_to_stdout, write_files};
use crate::session::{LocatedPolicy, Session, refuse_answers_outside};
use crate::terminal::{style_of_stderr, style_of_stdout};
use baseline::Baseline;
use documents::{document, write_unjudged};
use measures::Measures;

pub fn run(session: &Session, arguments: &Check) -> Result<ExitCode> {
    let outputs = &arguments.outputs;
    for path in inputs(session, arguments) {
        files::keep_from_writing(&path);
    }
    outputs.check()?;
    let judged = with_verdict(session, arguments, |check| {
        write_files(outputs, session.drawing(), |format, style| document(check, format, style))?;
        let Some(format) = outputs.on_stdout_always() else { return Ok(()) };
        let style = style_of_stdout(session.drawing());
        write_document_to_stdout(match format {
            CheckFormat::Table if !session.options.verbose => Document::Text(terminal::check_in_short(check, &style)),
            format => document(check, format, &style),
        })
    });
    match judged {
        Ok(code) => Ok(code),
        Err(Stop::Elsewhere(error)) => Err(error),
        Err(Stop::Unreadable(error)) => {
            write_unjudged(session, arguments, &error)?;
            Err(error)
        }
    }
}

/// The files that are to be read, as far as the command line names them: no document is written over them, even where
/// one cannot be read.
fn inputs(session: &Session, arguments: &Check) -> Vec<PathBuf> {
    let baseline = match &arguments.baseline {
        Some(EarlierName::File(path)) => Some(path.clone()),
        _ => None,
    };
    let answers = arguments.input.file.clone().unwrap_or_else(|| files::DEFAULT.into());
    let policy = session.options.config.clone().or_else(files::policy);
    [Some(answers), baseline, policy].into_iter().flatten().collect()
}

/// Why there is no verdict.
enum Stop {
    /// Answers, policy or model cannot be read, which every document says.
    Unreadable(anyhow::Error),
    /// The command line asks for what is not there, or a document cannot be written.
    Elsewhere(anyhow::Error),
}

impl<E: Into<anyhow::Error>> From<E> for Stop {
    fn from(error: E) -> Self {
        Self::Elsewhere(error.into())
    }
}

/// Judges, and lets the verdict be written.
fn with_verdict(
    session: &Session,
    arguments: &Check,
    write: impl FnOnce(&report::Check<'_, '_>) -> Result<()>,
) -> Result<ExitCode, Stop> {
    session.refuse_model_outside().map_err(Stop::Unreadable)?;
    let model = session.model().map_err(Stop::Unreadable)?;
    let named = arguments.input.file.as_deref();
    let policy = session.policy_for(&model, named).map_err(Stop::Unreadable)?;
    let path = answers_path(session, named, policy.as_ref()).map_err(Stop::Unreadable)?;
    let measures = Measures::read(arguments, &model, policy.as_ref())?;
    if let Some(name) = &arguments.baseline {
        name.check_against(&path)?;
    }

    let written = session.answers(&path, &model).map_err(Stop::Unreadable)?;
    let team = written.assessment.team.as_deref();
    let current = Current { path: &path, origin: PathOrigin::of(named), session, model: &model, team };
    let baseline = arguments.baseline.as_ref().map(|name| Baseline::read(session, name, &current)).transpose();
    let baseline = baseline.map_err(Stop::Unreadable)?;
    let earlier = baseline.as_ref().and_then(|baseline| baseline.answers_on(measures.day, &model));
    let counted = if written.has_expired(measures.day) {
        Cow::Owned(written.clone().on(measures.day, &model))
    } else {
        Cow::Borrowed(&written)
    };
    let outcome = scoring::score(&model, &counted);
    let before = earlier.as_ref().map(|answers| scoring::score(&model, answers));
    let since = before.as_ref().map(|before| diff(before, &outcome));
    if session.options.verbose {
        let place = policy.as_ref().map(|policy| policy.path.display().to_string()).unwrap_or_default();
        write_lines(&terminal::targets(&outcome, &measures.targets, &place, &style_of_stderr()));
    }

    let finder = EvidenceFinder::beside(&path);
    let verdict = judge(measures.case(&outcome, &written, since.as_ref(), &|entry| finder.find(entry)));
    let check = report::Check {
        outcome: &outcome,
        verdict: &verdict,
        file: &files::name_in_repository(&path),
        baseline: baseline.as_ref().map(Baseline::named),
        commands: &commands_called(&files::name_for_others),
    };
    write(&check)?;
    Ok(if verdict.passes() || arguments.exit_zero { ExitCode::SUCCESS } else { ExitCode::from(1) })
}

/// The answers file to judge.
///
/// # Errors
///
/// A policy names one that lies outside of the repository.
fn answers_path(session: &Session, named: Option<&Path>, policy: Option<&LocatedPolicy>) -> Result<PathBuf> {
    let path = session.path_by(named, policy);
    match named {
        None => refuse_answers_outside(&path, policy)?,
        Some(named) => session.say_missing_answers(&[named]),
    }
    Ok(path)
}
