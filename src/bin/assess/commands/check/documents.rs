//! What each format of `check` writes: the verdict, or why there is none.

use std::path::Path;

use anyhow::Result;
use assess::report::{self, Style, Unjudged, ci, json, markdown, terminal};

use super::arguments::{Check, CheckFormat};
use crate::advice::is_file_name;
use crate::failure::placed_with_advice;
use crate::files;
use crate::output::{Document, write_document_to_stdout, write_files};
use crate::session::Session;
use crate::terminal::style_of_stdout;

/// The verdict in a format.
pub fn document(check: &report::Check<'_, '_>, format: CheckFormat, style: &Style) -> Document {
    match format {
        CheckFormat::Table => Document::Text(terminal::check(check, style)),
        CheckFormat::Json => Document::Json(json::check(check)),
        CheckFormat::Markdown => Document::Text(markdown::check(check, style)),
        CheckFormat::Junit => Document::Text(ci::junit(check, style)),
        CheckFormat::Sarif => Document::Text(ci::sarif(check, style)),
        CheckFormat::Github => Document::Commands(ci::github(check, style)),
        CheckFormat::GithubSummary => Document::Appended(markdown::check(check, style)),
        CheckFormat::Gitlab => Document::Text(ci::gitlab(check, style)),
    }
}

/// Writes into every document that is asked for why nothing could be judged: without it a build server takes an old file for
/// the verdict, and shows none at its place. A table on standard output is none: people read the error beside it.
///
/// # Errors
///
/// What cannot be written.
pub fn write_unjudged(session: &Session, arguments: &Check, error: &anyhow::Error) -> Result<()> {
    let answers = arguments.input.file.as_deref().unwrap_or(Path::new(files::DEFAULT));
    // What is no file, as a revision or standard input, is called what it is.
    let name = |path: &Path| {
        let word = path.display().to_string();
        if files::is_there(path) || is_file_name(&word) { files::name_in_repository(path) } else { word }
    };
    let problems = placed_with_advice(error, name, &files::name_for_others);
    let unjudged = Unjudged { problems: &problems, file: &files::name_in_repository(answers) };
    let document = |format, style: &Style| match format {
        CheckFormat::Table => Document::Text(terminal::unjudged(&unjudged, style)),
        CheckFormat::Json => Document::Json(json::unjudged(&unjudged)),
        CheckFormat::Markdown => Document::Text(markdown::unjudged(&unjudged, style)),
        CheckFormat::Junit => Document::Text(ci::unjudged::junit(&unjudged, style)),
        CheckFormat::Sarif => Document::Text(ci::unjudged::sarif(&unjudged, style)),
        CheckFormat::Github => Document::Commands(ci::unjudged::github(&unjudged, style)),
        CheckFormat::GithubSummary => Document::Appended(markdown::unjudged(&unjudged, style)),
        CheckFormat::Gitlab => Document::Text(ci::unjudged::gitlab(&unjudged, style)),
    };
    write_files(&arguments.outputs, session.drawing(), document)?;
    match arguments.outputs.on_stdout_always() {
        None | Some(CheckFormat::Table) => Ok(()),
        Some(format) => write_document_to_stdout(document(format, &style_of_stdout(session.drawing()))),
    }
}
