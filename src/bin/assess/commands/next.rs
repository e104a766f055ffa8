//! `assess next`: what the next level, or one that is named, still asks.

use std::process::ExitCode;
use std::str::FromStr;

use anyhow::Result;
use assess::model::{Id, Level, Model, Node};
use assess::plan::{Aim, Order, Plan, PlanOptions, plan};
use assess::policy::Targets;
use assess::problem::Refusal;
use assess::report::{csv, json, markdown, terminal};
use assess::{scoring, text};
use clap::{Args, ValueEnum};

use crate::advice::commands;
use crate::arguments::{Input, at_least_one, word};
use crate::candidates;
use crate::failure::Failure;
use crate::ids::find;
use crate::output::{Document, Outputs, Paging, publish};
use crate::session::Session;

/// The formats of `next`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum NextFormat {
    Table,
    Json,
    Markdown,
    Csv,
}

#[derive(Debug, Args)]
pub struct Next {
    #[command(flatten)]
    pub input: Input,
    #[arg(
        long, value_name = "N|policy", help_heading = t!("Options", "选项"),
        help = t!("What level N or the targets of the policy ask, instead of the next level", "列出级别 N 或策略目标的要求，而非下一级"),
    )]
    pub to: Option<AimWord>,
    #[arg(
        long, value_name = "N", value_parser = at_least_one, help_heading = t!("Options", "选项"),
        help = t!("Only the first N sub-domains of the plan", "只列出计划中最前面的 N 个子域"),
    )]
    pub top: Option<usize>,
    #[arg(
        long, value_name = "ID", value_parser = word(), add = candidates::nodes(), help_heading = t!("Options", "选项"),
        help = t!("Only this part of the model", "只看模型的这一部分"),
    )]
    pub only: Option<String>,
    #[arg(
        long, value_enum, hide_possible_values = true, value_name = "effort|effect", help_heading = t!("Options", "选项"),
        help = t!(
            "What comes first: the fewest clauses, or what raises most above it [default: effort]",
            "先列要求最少的（effort），还是先列能带动上层最多的（effect）[默认：effort]"
        ),
    )]
    pub by: Option<OrderWord>,
    #[command(flatten)]
    pub outputs: Outputs<NextFormat>,
}

/// In which order the steps are listed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum OrderWord {
    Effort,
    Effect,
}

impl Next {
    /// Refuses what is asked for by levels.
    fn refuse_levels(&self) -> Result<(), Failure> {
        let helped = |message| {
            let help = text!("without it, what raises the score most is listed", "去掉它，即按提高得分的多少列出");
            Err(Failure::new(message).help(help))
        };
        if let Some(AimWord::Level(_)) = self.to {
            return helped(text!("`--to` names a level, and this model has none", "`--to` 指定级别，而该模型没有级别"));
        }
        if self.by.is_some() {
            return helped(text!(
                "`--by` orders steps between levels, and this model has none",
                "`--by` 排列升级步骤，而该模型没有级别"
            ));
        }
        Ok(())
    }

    fn by(&self) -> Order {
        match self.by {
            Some(OrderWord::Effect) => Order::Effect,
            Some(OrderWord::Effort) | None => Order::Effort,
        }
    }
}

/// What is to be reached, on the command line: a level, or `policy`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AimWord {
    Level(Level),
    Policy,
}

impl FromStr for AimWord {
    type Err = Refusal;

    fn from_str(word: &str) -> Result<Self, Refusal> {
        if word == "policy" {
            return Ok(Self::Policy);
        }
        let level = word.parse().map(Self::Level);
        level.map_err(|refusal: Refusal| {
            refusal.help(text!("write one digit, as `3`, or `policy`", "请写一位数字，如 `3`，或写 `policy`"))
        })
    }
}

pub fn run(session: &Session, arguments: &Next) -> Result<ExitCode> {
    let model = session.model()?;
    if !model.scoring.has_levels() {
        arguments.refuse_levels()?;
    }
    let of_policy;
    let to = match arguments.to {
        Some(AimWord::Policy) => {
            of_policy = targets(session, &model)?;
            Aim::Targets(&of_policy)
        }
        Some(AimWord::Level(level)) => Aim::Level(reachable(&model, level)?),
        None => Aim::Next,
    };
    let only = arguments.only.as_deref().map(|id| find(&model, id)).transpose()?;
    let path = session.path(arguments.input.file.as_deref(), &model)?;
    let answers = session.answers(&path, &model)?;
    let outcome = scoring::score(&model, &answers);
    let only = only.map(Node::id).filter(|id| **id != model.id);
    if let Some(id) = only.filter(|id| outcome.overall.find(id.as_str()).is_none()) {
        return Err(out_of_scope(id).into());
    }
    let plan = Plan {
        commands: commands(),
        ..plan(&outcome, PlanOptions { to, only, top: arguments.top, by: arguments.by() })
    };
    publish(&arguments.outputs, session.drawing(), Paging::Allowed, |format, style| match format {
        NextFormat::Table => Document::Text(terminal::next(&outcome, &plan, style)),
        NextFormat::Json => Document::Json(json::plan(&outcome, &plan)),
        NextFormat::Markdown => Document::Text(markdown::next(&outcome, &plan, style)),
        NextFormat::Csv => Document::Text(csv::next(&outcome, &plan, style)),
    })?;
    Ok(ExitCode::SUCCESS)
}

/// The targets of the policy, of which there must be some.
pub(super) fn targets(session: &Session, model: &Model) -> Result<Targets> {
    let targets = session.policy(model)?.map(|located| located.policy.targets).unwrap_or_default();
    if targets.0.is_empty() {
        let failure = Failure::new(text!("no policy with targets", "没有设置目标的策略"));
        return Err(failure
            .help(text!(
                "write an `assess.toml` with a `[target]`, or name a level",
                "请编写含 `[target]` 的 `assess.toml`，或指定级别"
            ))
            .into());
    }
    Ok(targets)
}

/// A level above the floor, for which something can be needed.
fn reachable(model: &Model, level: Level) -> Result<Level> {
    if model.levels_above_floor().any(|known| known == level) {
        return Ok(level);
    }
    let (first, top) = (model.floor.next(), model.top());
    let failure = Failure::new(text!("there is no level {level} to reach", "没有可达到的级别 {level}"));
    Err(failure
        .help(text!("name a level from {first} to {top}, or `policy`", "请指定 {first} 到 {top} 的级别，或 `policy`"))
        .into())
}

/// A node that the assessment leaves out.
pub fn out_of_scope(id: &Id) -> Failure {
    let failure = Failure::new(text!("`{id}` is not in the scope of these answers", "`{id}` 不在这份答案的评估范围内"));
    failure.help(text!("add its area to `scope` in the file", "请在文件的 `scope` 中加入其所属领域"))
}
