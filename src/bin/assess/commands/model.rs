//! `assess model`: the model as a tree, as a document, judged, or made of another framework's data.

mod import;

use std::process::ExitCode;

use anyhow::Result;
use assess::embedded;
use assess::lang::Text;
use assess::model::source::{self, Loaded};
use assess::problem::{FileProblems, Problems};
use assess::report::terminal::problems::{Weight, render};
use assess::report::{json, markdown, terminal};
use assess::text;
use clap::{Args, Subcommand, ValueEnum};

use self::import::Import;
use crate::arguments::template;
use crate::output::{Document, Outputs, Paging, publish, show, write_stdout};
use crate::session::{Session, within};
use crate::terminal::{localize, style_of_stdout};

#[derive(Debug, Args)]
pub struct ModelCommand {
    #[command(subcommand)]
    pub action: ModelAction,
}

/// The formats of `model show`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum ModelFormat {
    Json,
    Markdown,
}

#[derive(Debug, Subcommand)]
pub enum ModelAction {
    #[command(
        about = t!("Print the model as a tree of ids and names", "以树形列出 id 和名称"),
        override_usage = t!("assess model list [OPTIONS]", "assess model list [选项]"), help_template = template(),
    )]
    List,
    #[command(
        about = t!("Print every text of the model", "输出模型的全部文字"),
        override_usage = t!("assess model show [OPTIONS]", "assess model show [选项]"),
        help_template = template(),
    )]
    Show {
        #[command(flatten)]
        outputs: Outputs<ModelFormat>,
    },
    #[command(
        about = t!(
            "Judge a model as an author would want; findings give exit code 1",
            "按作者的要求检查模型；有发现时退出码为 1"
        ),
        override_usage = t!("assess model lint [OPTIONS] --model DIR", "assess model lint [选项] --model 目录"),
        help_template = template(),
    )]
    Lint {
        #[arg(
            long, help_heading = t!("Options", "选项"),
            help = t!(
                "Fail on warnings too: what is new in a version, or may have its reasons, only warns",
                "有警告时也失败（新版本增加的检查和可能另有原因之处只给出警告）"
            ),
        )]
        strict: bool,
    },
    #[command(
        about = t!("Make a model of another framework's own data", "将其他框架自身的数据转换为模型"),
        override_usage = t!(
            "assess model import [OPTIONS] FRAMEWORK FILE... [-o DIR]",
            "assess model import [选项] 框架 文件... [-o 目录]"
        ),
        help_template = template(), subcommand_help_heading = t!("Frameworks", "框架"),
        disable_help_subcommand = true,
    )]
    Import(Import),
}

/// What makes a model fail.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Strictness {
    /// Findings alone.
    Findings,
    /// Warnings too.
    Warnings,
}

pub fn run(session: &Session, arguments: &ModelCommand) -> Result<ExitCode> {
    match &arguments.action {
        ModelAction::List => {
            let list = terminal::model(&*session.model()?, &style_of_stdout(session.drawing()));
            show(&list, Paging::Allowed)?;
        }
        ModelAction::Show { outputs } => {
            let model = session.model()?;
            publish(outputs, session.drawing(), Paging::Allowed, |format, style| match format {
                ModelFormat::Json => Document::Json(json::model(&model)),
                ModelFormat::Markdown => Document::Text(markdown::model(&model, style)),
            })?;
        }
        ModelAction::Lint { strict } => {
            let strictness = if *strict { Strictness::Warnings } else { Strictness::Findings };
            return lint(session, strictness);
        }
        ModelAction::Import(arguments) => import::run(session, arguments)?,
    }
    Ok(ExitCode::SUCCESS)
}

/// A folder is read and judged; the embedded model was, when the program was built.
fn lint(session: &Session, strictness: Strictness) -> Result<ExitCode> {
    let Some(folder) = session.model_folder() else { return lint_embedded(session, strictness) };
    let Loaded { model, findings, warnings } = source::load(session.read_model(folder)?);
    let style = style_of_stdout(session.drawing());
    let count = |files: &[FileProblems]| files.iter().map(|file| file.problems.len()).sum::<usize>();
    let counts = (count(&findings), count(&warnings));
    let is_read = model.is_ok();
    let groups = [
        (model.err().unwrap_or(Problems(Vec::new())), Weight::Error),
        (Problems(findings), Weight::Finding),
        (Problems(warnings), Weight::Warning),
    ];
    let groups = groups.into_iter().filter(|(problems, _)| !problems.0.is_empty());
    let mut parts: Vec<_> =
        groups.map(|(problems, weight)| render(&within(folder, problems), weight, &style)).collect();
    // Beside errors a count of findings would read as a verdict.
    if is_read && (parts.is_empty() || counts.1 > 0) {
        parts.push(format!("{}\n", localize(counted(counts.0, counts.1))));
    }
    write_stdout(&parts.join("\n"))?;
    Ok(if is_read { code(counts.0, counts.1, strictness) } else { ExitCode::from(1) })
}

fn lint_embedded(session: &Session, strictness: Strictness) -> Result<ExitCode> {
    let model = session.model()?;
    let (id, version, warnings) = (&model.id, &model.version, embedded::WARNINGS);
    let Text { en, zh, .. } = counted(0, warnings);
    let text = text!(
        "{id} {version}: {en}\nThe embedded model was judged when this program was built, and its warnings were reviewed.",
        "{id} {version}：{zh}\n内置模型在构建本程序时已检查，其警告已逐条复核。"
    );
    write_stdout(&format!("{}\n", localize(text)))?;
    Ok(code(0, warnings, strictness))
}

fn code(findings: usize, warnings: usize, strictness: Strictness) -> ExitCode {
    let fails = findings > 0 || warnings > 0 && strictness == Strictness::Warnings;
    if fails { ExitCode::from(1) } else { ExitCode::SUCCESS }
}

/// How much was found, and what becomes of the warnings.
fn counted(findings: usize, warnings: usize) -> Text {
    let Text { en, zh, .. } = match findings {
        0 => text!("no findings", "没有发现问题"),
        1 => text!("1 finding", "发现 1 个问题"),
        _ => text!("{findings} findings", "发现 {findings} 个问题"),
    };
    match warnings {
        0 => text!("{en}", "{zh}"),
        1 => text!("{en}, 1 warning; `--strict` fails on it", "{zh}，1 条警告；加上 `--strict` 时警告也视为失败"),
        _ => text!(
            "{en}, {warnings} warnings; `--strict` fails on them",
            "{zh}，{warnings} 条警告；加上 `--strict` 时警告也视为失败"
        ),
    }
}
