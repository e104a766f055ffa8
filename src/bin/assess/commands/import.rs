//! `assess import`: questionnaires that were filled in, as answers.

mod folder;
mod read;
mod write;

use std::path::PathBuf;
use std::process::ExitCode;

use anyhow::Result;
use assess::text;
use clap::{Args, ValueEnum};

use crate::failure::Failure;
use crate::output::Outputs;
use crate::session::Session;
use read::read_all;
use write::{print, write};

/// The formats of `import`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum ImportFormat {
    Answers,
}

#[derive(Debug, Args)]
#[command(next_help_heading = t!("Arguments", "参数"))]
pub struct Import {
    #[arg(
        value_name = t!("FILE", "文件"), required = true,
        help = t!("Filled-in questionnaires: XLSX or CSV; `-` is standard input", "已填写的问卷：XLSX 或 CSV；`-` 表示标准输入"),
    )]
    pub files: Vec<PathBuf>,
    #[command(flatten)]
    pub outputs: Outputs<ImportFormat>,
}

pub fn run(session: &Session, arguments: &Import) -> Result<ExitCode> {
    let model = session.model()?;
    let read = read_all(session, &arguments.files, &model)?;
    arguments.outputs.check()?;
    let targets: Vec<_> = arguments.outputs.output.iter().map(|target| target.path.as_path()).collect();
    match (read.as_slice(), targets.as_slice()) {
        (_, [target]) if folder::is_one(target, arguments.files.len()) => {
            folder::write(session, &model, &read, target)?;
        }
        ([(_, questionnaire)], []) => print(session, &model, questionnaire)?,
        ([(_, questionnaire)], targets) => {
            let (stdout, files): (Vec<_>, Vec<_>) = targets.iter().partition(|target| target.as_os_str() == "-");
            write(session, &model, questionnaire, &files)?;
            stdout.iter().try_for_each(|_| print(session, &model, questionnaire))?;
        }
        (several, _) => return Err(needs_a_folder(several.len()).into()),
    }
    Ok(ExitCode::SUCCESS)
}

fn needs_a_folder(count: usize) -> Failure {
    Failure::new(text!("{count} questionnaires become {count} files", "{count} 份问卷对应 {count} 个文件"))
        .help(text!("name a folder for them: `-o DIR`", "请用 `-o 目录` 指定存放目录"))
}
