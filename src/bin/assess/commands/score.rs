//! `assess score`: the levels that follow from the answers.

use std::cell::LazyCell;
use std::path::Path;
use std::process::ExitCode;

use anyhow::Result;
use assess::model::{Model, Node};
use assess::plan::{Lead, Plan, PlanOptions, lead, plan};
use assess::report::rows::{Row, rows};
use assess::report::{Standing, badge, csv, json, markdown, terminal};
use assess::{scoring, text};
use clap::{Args, ValueEnum};

use super::next::out_of_scope;
use crate::advice::{commands, shell_word};
use crate::arguments::{Input, word};
use crate::candidates;
use crate::failure::Failure;
use crate::files;
use crate::ids::{find, storey};
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
    #[arg(
        long, value_name = "ID", value_parser = word(), add = candidates::nodes(), help_heading = t!("Options", "选项"),
        help = t!("Only this part of the model", "只看模型的这一部分"),
    )]
    pub only: Option<String>,
    #[arg(
        long, value_parser = word(), add = candidates::kinds(), help_heading = t!("Options", "选项"),
        value_name = "area|domain|sub-domain|dimension",
        help = t!("How far down the levels are shown [default: sub-domain]", "级别显示到哪一层 [默认：sub-domain]"),
    )]
    pub depth: Option<String>,
    #[command(flatten)]
    pub outputs: Outputs<ScoreFormat>,
}

impl Score {
    /// The last storey that is shown; a sub-domain alone is shown with its dimensions.
    fn depth(&self, model: &Model, at: Node<'_>) -> Result<usize> {
        let last = model.sub_domain_storey();
        let usual = if at.storey() >= last { model.storeys() } else { last };
        self.depth.as_deref().map_or(Ok(usual), |word| storey(model, word))
    }

    /// Refuses to show a part in a format that is always about the whole.
    fn refuse_part_of_whole(&self) -> Result<()> {
        let option = match (&self.only, &self.depth) {
            (Some(_), _) => "--only",
            (None, Some(_)) => "--depth",
            (None, None) => return Ok(()),
        };
        for (format, name) in
            [(ScoreFormat::Json, "json"), (ScoreFormat::Badge, "badge"), (ScoreFormat::Shields, "shields")]
        {
            if self.outputs.ask_for(format) {
                let failure = Failure::new(text!(
                    "`{option}` does not go with the format {name}, which is always about everything",
                    "`{option}` 不能用于 {name} 格式：该格式总是针对全部内容"
                ));
                return Err(failure
                    .help(text!(
                        "leave `{option}` out, or write table, markdown or csv",
                        "请去掉 `{option}`，或改用 table、markdown 或 csv"
                    ))
                    .into());
            }
        }
        Ok(())
    }
}

pub fn run(session: &Session, arguments: &Score) -> Result<ExitCode> {
    arguments.refuse_part_of_whole()?;
    let model = session.model()?;
    let only = arguments.only.as_deref().map(|id| find(&model, id)).transpose()?;
    let depth = arguments.depth(&model, only.unwrap_or(Node::Model(&model)))?;
    let path = session.path(arguments.input.file.as_deref(), &model)?;
    let answers = session.answers(&path, &model)?;
    let outcome = scoring::score(&model, &answers);
    let at = match only {
        None => &outcome.overall,
        Some(node) => outcome.overall.find(node.id().as_str()).ok_or_else(|| out_of_scope(node.id()))?,
    };
    let only = only.map(Node::id).filter(|id| **id != model.id);
    let name = files::name_in_repository(&path);
    let plan = LazyCell::new(|| Plan {
        commands: commands(),
        ..plan(&outcome, PlanOptions { only, ..PlanOptions::default() })
    });
    publish(&arguments.outputs, session.drawing(), Paging::Allowed, |format, style| {
        let standing = || Standing { outcome: &outcome, plan: &plan, lead: lead(at, &plan), depth };
        match format {
            ScoreFormat::Table => Document::Text(terminal::score(&standing(), style)),
            ScoreFormat::Json => Document::Json(json::result(&outcome)),
            ScoreFormat::Markdown => Document::Text(markdown::score(&standing(), style)),
            ScoreFormat::Csv => {
                let all = rows(&outcome, &name, style.lang);
                let is_shown = |row: &&Row<'_>| row.storey() <= depth && only.is_none_or(|only| row.id.is_within(only));
                Document::Rows(csv::rows(all.iter().filter(is_shown)))
            }
            ScoreFormat::Badge => Document::Text(badge::badge(&outcome, style)),
            ScoreFormat::Shields => Document::Text(badge::shields(&outcome, style)),
        }
    })?;
    let is_alone = is_read_by_people() && arguments.outputs.on_stdout() == Some(ScoreFormat::Table);
    // Standard input is used up: no command could read it again.
    if is_alone && path.as_os_str() != "-" {
        advise(session, arguments, &path, &lead(at, &plan), &plan);
    }
    Ok(ExitCode::SUCCESS)
}

/// One line of what to run next: the open questions, else why a part that alone holds down the rest is where it is, else
/// the nearest steps, else how to keep what there is.
fn advise(session: &Session, arguments: &Score, path: &Path, lead: &Lead<'_, '_>, plan: &Plan<'_>) {
    let named = arguments.input.file.as_deref().map(|path| format!(" {}", shell_word(path))).unwrap_or_default();
    let only = arguments.only.as_ref().map(|id| format!(" --only {id}")).unwrap_or_default();
    let open = lead.at.open();
    let advice = match (open, &lead.holding[..], &lead.nearest[..]) {
        (0, ..) if !plan.raises.is_empty() => text!(
            "next: `assess next{named}{only} --top 3` lists what raises the score most",
            "下一步：`assess next{named}{only} --top 3` 列出最能提高得分的要求"
        ),
        (1.., _, _) => text!(
            "next: `assess interview{named}{only}` goes on with what is unanswered: {open}",
            "下一步：`assess interview{named}{only}` 继续回答剩余的 {open} 题"
        ),
        (_, [alone], [_, ..]) => {
            let id = alone.node.id();
            let file = shell_word(path);
            text!(
                "next: `assess explain {id} {file}` shows why it is the lowest",
                "下一步：`assess explain {id} {file}` 说明它为何最低"
            )
        }
        (_, _, [_, ..]) => text!(
            "next: `assess next{named}{only} --top 3` lists what the first steps ask",
            "下一步：`assess next{named}{only} --top 3` 列出先做的几步有何要求"
        ),
        (_, _, []) => match lead.at.level {
            Some(level) => text!(
                "next: `assess check{named} --target {level}` watches that it stays there",
                "下一步：`assess check{named} --target {level}` 防止退步"
            ),
            None => return,
        },
    };
    session.note(&advice);
}
