//! `assess diff`: what moved between two assessments.

use std::path::{Path, PathBuf};
use std::process::ExitCode;

use anyhow::Result;
use assess::answers::{self, Answers};
use assess::diff::diff;
use assess::model::Model;
use assess::problem::Source;
use assess::report::{Comparison, ModelChange, json, markdown, terminal};
use assess::{scoring, text};
use clap::{Args, ValueEnum};

use crate::earlier::{Earlier, EarlierName, read_earlier};
use crate::failure::Failure;
use crate::output::{Outputs, Paging, publish};
use crate::session::Session;

/// The formats of `diff`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum DiffFormat {
    Table,
    Json,
    Markdown,
}

#[derive(Debug, Args)]
#[command(next_help_heading = t!("Arguments", "参数"))]
pub struct Diff {
    #[arg(
        value_name = t!("OLD", "旧"),
        help = t!("The answers before: a file, or git:REV for NEW at that revision", "之前的答案：文件，或 git:REV 表示“新”在该修订版本时的内容"),
    )]
    pub old: EarlierName,
    #[arg(value_name = t!("NEW", "新"), help = t!("The answers now; `-` is standard input", "现在的答案，`-` 表示标准输入"))]
    pub new: PathBuf,
    #[command(flatten)]
    pub outputs: Outputs<DiffFormat>,
}

pub fn run(session: &Session, arguments: &Diff) -> Result<ExitCode> {
    let model = session.model()?;
    let (old, path) = (&arguments.old, &arguments.new);
    if path.to_string_lossy().starts_with("git:") && !path.exists() {
        let failure = Failure::new(text!("only the first of the two can be a revision", "只有前者可以是修订版本"));
        return Err(failure.help(text!("name the answers file second", "请将答案文件写在后面")).into());
    }
    let (earlier, change) = earlier(session, old, path, &model)?;
    let later = session.answers(path, &model)?;
    let (before, after) = (scoring::score(&model, &earlier), scoring::score(&model, &later));
    let moved = diff(&before, &after);
    let comparison = Comparison { old: &before, new: &after, diff: &moved, model: change.as_ref() };
    publish(&arguments.outputs, session.drawing(), Paging::Allowed, |format, style| match format {
        DiffFormat::Table => terminal::diff(&comparison, style),
        DiffFormat::Json => json::diff(&comparison),
        DiffFormat::Markdown => markdown::diff(&comparison, style),
    })?;
    Ok(ExitCode::SUCCESS)
}

/// The answers to compare with: a file, or those of `path` at a revision.
pub(super) fn earlier(
    session: &Session,
    old: &EarlierName,
    path: &Path,
    model: &Model,
) -> Result<(Answers, Option<ModelChange>)> {
    if *old == EarlierName::File("-".into()) && path.as_os_str() == "-" {
        let message = text!("both are standard input", "两者都是标准输入");
        return Err(Failure::new(message).help(text!("give one of them a file", "请为其中之一指定文件")).into());
    }
    let Earlier { source, origin } = read_earlier(old, path)?;
    session.detail(&text!("old: {origin}", "旧：{origin}"));
    let source = source.ok_or_else(|| {
        let name = path.display();
        Failure::new(text!("there is no `{name}` at `{old}`", "`{old}` 处没有 `{name}`"))
            .help(text!("name a revision that has it", "请指定包含该文件的修订版本"))
    })?;
    brought_over(&source, model)
}

/// Earlier answers; those to another major version of the model with what this version does not have left out.
fn brought_over(source: &Source, model: &Model) -> Result<(Answers, Option<ModelChange>)> {
    let Some(migration) = answers::migrate(source, model)? else {
        return Ok((answers::parse(source, model)?, None));
    };
    let text = Source { name: source.name.clone(), text: migration.text };
    let change = ModelChange { from: migration.from, to: model.major().to_owned(), gone: migration.gone };
    Ok((answers::parse(&text, model)?, Some(change)))
}
