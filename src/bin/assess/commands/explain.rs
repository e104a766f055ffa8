//! `assess explain`: the texts of a node and, with answers, how its level came about.

use std::process::ExitCode;

use anyhow::Result;
use assess::report::{explain, json};
use assess::scoring;

use super::next::out_of_scope;
use super::{Session, find, read_answers};
use crate::cli::{Explain, ExplainFormat};
use crate::output::publish;

pub fn run(session: &Session, arguments: &Explain) -> Result<ExitCode> {
    let model = session.model()?;
    let node = find(&model, &arguments.id)?;
    let answers = match &arguments.file {
        Some(path) => Some(read_answers(path, &model)?),
        None => None,
    };
    let outcome = answers.as_ref().map(|answers| scoring::score(&model, answers));
    let result = match &outcome {
        Some(outcome) => Some(outcome.overall.find(node.id().as_str()).ok_or_else(|| out_of_scope(node.id()))?),
        None => None,
    };
    publish(&arguments.outputs, ExplainFormat::Table, session.drawing(), |format, style| match format {
        ExplainFormat::Table => explain::table(&model, node, result, style),
        ExplainFormat::Json => json::explanation(&model, node, result),
        ExplainFormat::Markdown => explain::markdown(&model, node, result, style),
    })?;
    Ok(ExitCode::SUCCESS)
}
