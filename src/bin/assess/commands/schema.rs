//! `assess schema`: JSON Schemas for editors and programs.

use std::process::ExitCode;

use anyhow::Result;
use assess::model::source;
use assess::report::json;
use assess::{answers, policy};

use super::Session;
use crate::cli::{Schema, SchemaName};
use crate::output::to_stdout;
use crate::terminal::lang;

pub fn run(session: &Session, arguments: &Schema) -> Result<ExitCode> {
    let text = match arguments.which {
        SchemaName::Answers => json::write(&answers::schema(&*session.model()?, lang())),
        SchemaName::Policy => json::write(&policy::schema(&*session.model()?, lang())),
        SchemaName::Model => source::SCHEMA.to_owned(),
        SchemaName::Result => json::write(&json::result_schema()),
    };
    to_stdout(&text)?;
    Ok(ExitCode::SUCCESS)
}
