//! What is read and written, and what is told of it, whichever framework it is.

use std::path::PathBuf;

use anyhow::Result;
use assess::frameworks::{Framework, Imported};
use assess::lang::Text;
use assess::report::{json, terminal};
use assess::text;
use clap::{Args, ValueEnum};

use crate::advice::shell_word;
use crate::failure::write_lines;
use crate::files;
use crate::session::Session;
use crate::terminal::style_of_stderr;

/// What is read and written, whichever framework it is.
#[derive(Debug, Args)]
#[command(next_help_heading = t!("Options", "选项"))]
pub(super) struct Paths {
    #[arg(
        value_name = t!("FILE", "文件"), required = true, help_heading = t!("Arguments", "参数"),
        help = t!("YAML files, or folders in which every YAML file is one", "YAML 文件，或包含 YAML 文件的目录"),
    )]
    pub(super) files: Vec<PathBuf>,
    #[arg(
        short, long, value_name = t!("DIR", "目录"),
        help = t!(
            "The folder to write, which must not be there yet; without it only what would be lost is told",
            "要写入的目录，不能已存在；不写则只说明哪些内容不会保留"
        ),
    )]
    output: Option<PathBuf>,
    #[arg(
        long, value_enum, default_value_t = ReportFormat::Table, hide_possible_values = true,
        hide_default_value = true, value_name = t!("FORMAT", "格式"),
        help = t!(
            "How what was found and lost is told on standard error: table, json [default: table]",
            "在标准错误中说明找到与未保留内容的格式：table、json [默认：table]"
        ),
    )]
    format: ReportFormat,
}

/// How it is told what was found, written and lost.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(super) enum ReportFormat {
    Table,
    Json,
}

impl Paths {
    /// The file for answers, beside the folder of the model.
    pub(super) fn answers(&self) -> PathBuf {
        // Without a slash at its end, so that the file does not come to lie in the folder.
        let folder: PathBuf = self.output.iter().flat_map(|path| path.components()).collect();
        let mut name = folder.into_os_string();
        name.push(".answers.toml");
        name.into()
    }
}

/// Writes the model, and answers to it where there are any, and tells what became of the files.
pub(super) fn finish(
    session: &Session,
    framework: Framework,
    paths: &Paths,
    imported: &Imported,
    answers: Option<&str>,
) -> Result<()> {
    if let Some(folder) = &paths.output {
        let answers = answers.map(|text| (paths.answers(), text));
        if let Some((path, _)) = answers.as_ref().filter(|(path, _)| files::is_there(path)) {
            return Err(files::is_there_already(path).into());
        }
        files::create_folder(folder, &imported.files)?;
        if let Some((path, text)) = answers {
            files::create(&path, text)?;
            let name = path.display();
            session.note(&text!("written: {name}", "已写入：{name}"));
        }
    }
    let Imported { model, account, .. } = imported;
    match paths.format {
        ReportFormat::Json => write_lines(&json::import(framework, model, account)),
        ReportFormat::Table if session.options.quiet => {}
        ReportFormat::Table => {
            write_lines(&terminal::import(model, account, &style_of_stderr()));
            session.note(&next(paths));
        }
    }
    Ok(())
}

/// What to run next.
fn next(paths: &Paths) -> Text {
    let Some(folder) = &paths.output else {
        return text!("nothing is written without `-o DIR`", "没有 `-o 目录` 时不写入任何内容");
    };
    let folder = shell_word(folder);
    text!(
        "next: `assess --model {folder} interview`, or `assess --model {folder} model list`",
        "下一步：`assess --model {folder} interview`，或 `assess --model {folder} model list`"
    )
}
