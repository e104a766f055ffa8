//! `assess model`: the model as a tree, as a document, or judged.

use std::process::ExitCode;

use anyhow::Result;
use assess::model::source;
use assess::problem::Problems;
use assess::report::terminal::problems::{Weight, render};
use assess::report::{json, markdown, terminal};
use assess::text;
use clap::{Args, Subcommand, ValueEnum};

use crate::arguments::template;
use crate::files;
use crate::output::{Outputs, Paging, publish, show, write_stdout};
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
    Lint,
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
                ModelFormat::Json => json::model(&model),
                ModelFormat::Markdown => markdown::model(&model, style),
            })?;
        }
        ModelAction::Lint => return lint(session),
    }
    Ok(ExitCode::SUCCESS)
}

/// A folder is read and judged; the embedded model was, when the program was built.
fn lint(session: &Session) -> Result<ExitCode> {
    let Some(folder) = &session.options.model else {
        let model = session.model()?;
        let (id, version) = (&model.id, &model.version);
        let text = text!(
            "{id} {version}: no findings; the embedded model was judged when this program was built",
            "{id} {version}：没有发现问题；内置模型在构建本程序时已检查"
        );
        write_stdout(&format!("{}\n", localize(text)))?;
        return Ok(ExitCode::SUCCESS);
    };
    let loaded = source::load(files::read_model(folder)?);
    let style = style_of_stdout(session.drawing());
    let mut text = String::new();
    if let Err(problems) = loaded.model {
        text.push_str(&render(&within(folder, problems), Weight::Error, &style));
    }
    if !loaded.findings.is_empty() {
        text.push_str(&render(&within(folder, Problems(loaded.findings)), Weight::Warning, &style));
    }
    let sound = text.is_empty();
    if sound {
        text = format!("{}\n", localize(text!("no findings", "没有发现问题")));
    }
    write_stdout(&text)?;
    Ok(if sound { ExitCode::SUCCESS } else { ExitCode::from(1) })
}
