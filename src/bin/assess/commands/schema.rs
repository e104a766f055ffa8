//! `assess schema`: JSON Schemas for editors and programs.

use std::process::ExitCode;

use anyhow::Result;
use assess::model::source;
use assess::report::json;
use assess::{answers, policy};
use clap::{Args, ValueEnum};

use crate::output::write_stdout;
use crate::session::Session;
use crate::terminal::lang;

#[derive(Debug, Args)]
#[command(next_help_heading = t!("Arguments", "参数"))]
pub struct Schema {
    #[arg(
        value_enum, hide_possible_values = true, value_name = "answers|policy|model|result|rollup|merge",
        help = t!(
            "What it describes: an answers file, a policy, a model's files, the JSON of `score` and `check`, the rows and the JSON of `rollup` and `trend`, or the JSON of `merge`",
            "描述对象：答案文件、策略文件、模型文件、`score` 与 `check` 输出的 JSON，`rollup` 与 `trend` 的行与 JSON，或 `merge` 输出的 JSON"
        ),
    )]
    pub which: SchemaName,
}

/// What there are schemas of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum SchemaName {
    Answers,
    Policy,
    Model,
    Result,
    Rollup,
    Merge,
}

pub fn run(session: &Session, arguments: &Schema) -> Result<ExitCode> {
    let text = match arguments.which {
        SchemaName::Answers => json::write(&answers::schema(&*session.model()?, lang())),
        SchemaName::Policy => json::write(&policy::schema(&*session.model()?, lang())),
        SchemaName::Model => source::SCHEMA.to_owned(),
        SchemaName::Result => json::write(&json::result_schema()),
        SchemaName::Rollup => json::write(&json::rollup_schema()),
        SchemaName::Merge => json::write(&json::merge_schema()),
    };
    write_stdout(&text)?;
    Ok(ExitCode::SUCCESS)
}
