//! `assess explain`: the texts of a node and, with answers, how its level came about.

use std::path::PathBuf;
use std::process::ExitCode;

use anyhow::Result;
use assess::report::{json, markdown, terminal};
use assess::scoring;
use clap::{Args, ValueEnum};

use super::next::out_of_scope;
use crate::arguments::word;
use crate::candidates;
use crate::ids::find_or_clause;
use crate::output::{Document, Outputs, Paging, publish};
use crate::session::Session;

/// The formats of `explain`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum ExplainFormat {
    Table,
    Json,
    Markdown,
}

#[derive(Debug, Args)]
#[command(next_help_heading = t!("Arguments", "参数"))]
pub struct Explain {
    #[arg(
        display_order = 1, value_name = "ID", value_parser = word(), add = candidates::nodes(),
        help = t!("A dotted id, as `assess model list` names it, or an end that only one has", "以点分隔的 id，见 `assess model list`；没有歧义时写结尾即可"),
    )]
    pub id: String,
    #[arg(
        display_order = 2, value_name = t!("FILE", "文件"),
        help = t!("Answers, to explain how the level came about", "答案文件，用于说明级别的由来"),
    )]
    pub file: Option<PathBuf>,
    #[command(flatten)]
    pub outputs: Outputs<ExplainFormat>,
}

pub fn run(session: &Session, arguments: &Explain) -> Result<ExitCode> {
    let model = session.model()?;
    let node = find_or_clause(&model, &arguments.id)?;
    let answers = match &arguments.file {
        Some(path) => Some(session.answers(path, &model)?),
        None => None,
    };
    let outcome = answers.as_ref().map(|answers| scoring::score(&model, answers));
    let found = match &outcome {
        Some(outcome) => Some(outcome.overall.find(node.id().as_str()).ok_or_else(|| out_of_scope(node.id()))?),
        None => None,
    };
    let result = found.zip(answers.as_ref().map(|answers| &answers.file));
    let additions = node.dimension().map(|it| scoring::additions(&model, it)).unwrap_or_default();
    publish(&arguments.outputs, session.drawing(), Paging::Allowed, |format, style| match format {
        ExplainFormat::Table => Document::Text(terminal::explain(&model, node, result, &additions, style)),
        ExplainFormat::Json => Document::Json(json::explanation(&model, node, found, &additions)),
        ExplainFormat::Markdown => Document::Text(markdown::explain(&model, node, result, &additions, style)),
    })?;
    Ok(ExitCode::SUCCESS)
}
