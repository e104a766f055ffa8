//! `assess score`: the levels that follow from the answers.

use std::cell::LazyCell;
use std::path::Path;
use std::process::ExitCode;

use anyhow::Result;
use assess::model::{Node, NodeKind};
use assess::plan::{Wish, plan};
use assess::report::rows::rows;
use assess::report::{badge, csv, json, markdown, terminal};
use assess::scoring::{self, Outcome};
use assess::text;
use clap::{Args, ValueEnum};

use crate::advice::shell_word;
use crate::arguments::Input;
use crate::files;
use crate::output::{Document, Outputs, Paging, is_read_by_people, publish};
use crate::session::Session;

/// The formats of `score`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum ScoreFormat {
    Table,
    Json,
    Markdown,
    Csv,
    Badge,
    Shields,
}

#[derive(Debug, Args)]
pub struct Score {
    #[command(flatten)]
    pub input: Input,
    #[command(flatten)]
    pub outputs: Outputs<ScoreFormat>,
}

pub fn run(session: &Session, arguments: &Score) -> Result<ExitCode> {
    let model = session.model()?;
    let path = session.path(arguments.input.file.as_deref(), &model)?;
    let answers = session.answers(&path, &model)?;
    let outcome = scoring::score(&model, &answers);
    let name = files::name_in_repository(&path);
    let plan = LazyCell::new(|| plan(&outcome, Wish::default()));
    publish(&arguments.outputs, session.drawing(), Paging::Allowed, |format, style| match format {
        ScoreFormat::Table => Document::Text(terminal::score(&outcome, &plan, style)),
        ScoreFormat::Json => Document::Text(json::result(&outcome)),
        ScoreFormat::Markdown => Document::Text(markdown::score(&outcome, &plan, style)),
        ScoreFormat::Csv => {
            let all = rows(&outcome, &name, style.lang);
            Document::Rows(csv::rows(all.iter().filter(|row| row.kind != NodeKind::Dimension)))
        }
        ScoreFormat::Badge => Document::Text(badge::badge(&outcome, style)),
        ScoreFormat::Shields => Document::Text(badge::shields(&outcome, style)),
    })?;
    if is_read_by_people() && arguments.outputs.on_stdout() == Some(ScoreFormat::Table) {
        advise(session, &path, &outcome);
    }
    Ok(ExitCode::SUCCESS)
}

/// One line of what to run next: the first open question, else why the weakest sub-domain is where it is.
fn advise(session: &Session, path: &Path, outcome: &Outcome<'_>) {
    let file = shell_word(path);
    let open = outcome.overall.dimensions().find(|(_, at)| at.open() > 0);
    if let Some((dimension, _)) = open {
        let id = &dimension.id;
        session.note(&text!(
            "next: `assess explain {id}` shows the first open question",
            "下一步：`assess explain {id}` 查看第一个未回答的问题"
        ));
        return;
    }
    let weakest =
        outcome.overall.sub_domains().filter(|(_, at)| at.level.is_some()).min_by_key(|(_, at)| (at.level, at.score));
    if let Some((_, weakest)) = weakest {
        let id = Node::id(weakest.node);
        session.note(&text!(
            "next: `assess explain {id} {file}` shows why it is the weakest",
            "下一步：`assess explain {id} {file}` 说明它为何最弱"
        ));
    }
}
