//! `assess diff`: what moved between two assessments.

use std::path::PathBuf;
use std::process::ExitCode;

use anyhow::Result;
use assess::answers::{self, Answers};
use assess::diff::diff;
use assess::model::Model;
use assess::problem::Source;
use assess::report::{Comparison, ModelChange, json, markdown, terminal};
use assess::{scoring, text};
use clap::{Args, ValueEnum};

use crate::earlier::{Current, Earlier, EarlierName, PathOrigin, is_itself, read_earlier};
use crate::failure::Failure;
use crate::files;
use crate::output::{Document, Outputs, Paging, publish};
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
        display_order = 1, value_name = t!("OLD", "旧"),
        help = t!("The answers before: a file, git:REV for NEW at that revision, or git:REV:PATH", "之前的答案：文件，git:REV 表示“新”在该修订版本时的内容，也可写 git:REV:PATH"),
    )]
    pub old: EarlierName,
    #[arg(display_order = 2, value_name = t!("NEW", "新"), help = t!(
        "The answers now: a file, `-` for standard input, or git:REV or git:REV:PATH [default: the policy's, else answers.toml]",
        "现在的答案：文件，`-` 表示标准输入，也可写 git:REV 或 git:REV:PATH [默认：策略所指定的文件，否则 answers.toml]"
    ))]
    pub new: Option<EarlierName>,
    #[command(flatten)]
    pub outputs: Outputs<DiffFormat>,
}

pub fn run(session: &Session, arguments: &Diff) -> Result<ExitCode> {
    let model = session.model()?;
    let old = &arguments.old;
    let Later { answers: later, path, origin, change: of_later } = later(session, arguments, &model)?;
    let current = Current { path: &path, origin, session, model: &model, team: later.assessment.team.as_deref() };
    let (earlier, change) = earlier(old, &current)?;
    let (before, after) = (scoring::score(&model, &earlier), scoring::score(&model, &later));
    let moved = diff(&before, &after);
    let change = change.or(of_later);
    let comparison = Comparison { old: &before, new: &after, diff: &moved, model: change.as_ref() };
    publish(&arguments.outputs, session.drawing(), Paging::Allowed, |format, style| match format {
        DiffFormat::Table => Document::Text(terminal::diff(&comparison, style)),
        DiffFormat::Json => Document::Json(json::diff(&comparison)),
        DiffFormat::Markdown => Document::Text(markdown::diff(&comparison, style)),
    })?;
    Ok(ExitCode::SUCCESS)
}

/// The later of the two.
struct Later {
    answers: Answers,
    /// The file whose past is meant by a revision alone.
    path: PathBuf,
    origin: PathOrigin,
    /// How it was brought to the model, where it was answered under another version.
    change: Option<ModelChange>,
}

/// The later answers: those of a file, or of a revision, where a file that is not named is the one of every command.
fn later(session: &Session, arguments: &Diff, model: &Model) -> Result<Later> {
    let (old, new) = (&arguments.old, arguments.new.as_ref());
    let named = match new {
        Some(EarlierName::File(path)) => Some(path.as_path()),
        _ => None,
    };
    let (path, origin) = (session.path(named, model)?, PathOrigin::of(named));
    let Some(new) = new.filter(|new| !matches!(new, EarlierName::File(_))) else {
        old.check_against(&path)?;
        return Ok(Later { answers: session.answers(&path, model)?, path, origin, change: None });
    };
    if old == new {
        return Err(is_itself(old).into());
    }
    let current = Current { path: &path, origin, session, model, team: None };
    let (answers, change) = earlier(new, &current)?;
    let path = match new {
        EarlierName::FileAtRevision { path: there, .. } => files::path_in_repository(&path, there).unwrap_or(path),
        _ => path,
    };
    Ok(Later { answers, path, origin, change })
}

/// The answers to compare with: a file, or the current ones at a revision, under whatever name.
pub(super) fn earlier(old: &EarlierName, current: &Current<'_>) -> Result<(Answers, Option<ModelChange>)> {
    let Earlier { source, file, origin } = read_earlier(old, current)?;
    current.session.detail(&text!("old: {origin}", "旧：{origin}"));
    if let Some(path) = file.path() {
        current.session.note(&text!("at {old} the answers are `{path}`", "{old} 处的答案是 `{path}`"));
    }
    let source = source.ok_or_else(|| {
        let name = current.path.display();
        Failure::new(text!("there is no `{name}` at `{old}`", "`{old}` 处没有 `{name}`")).help(text!(
            "name a revision that has it, or the file as it was called, as `{old}:answers.toml`",
            "请指定包含该文件的修订版本，或写出它当时的名称，如 `{old}:answers.toml`"
        ))
    })?;
    brought_over(&source, current.model)
}

/// Earlier answers; those to another major version of the model with what this version does not have left out.
pub(super) fn brought_over(source: &Source, model: &Model) -> Result<(Answers, Option<ModelChange>)> {
    let Some(migration) = answers::migrate(source, model)? else {
        return Ok((answers::parse(source, model)?, None));
    };
    let change =
        ModelChange { from: migration.from.to_string(), to: model.answers_version().to_string(), gone: migration.gone };
    Ok((migration.answers, Some(change)))
}
