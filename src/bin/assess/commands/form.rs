//! `assess form`: a questionnaire for people without this program.

use std::path::PathBuf;
use std::process::ExitCode;

use anyhow::Result;
use assess::answers;
use assess::model::{Id, Node};
use assess::report::Form as Questionnaire;
use assess::report::{html, xlsx};
use assess::text;
use clap::{Args, ValueEnum};

use super::next::out_of_scope;
use crate::arguments::word;
use crate::candidates;
use crate::failure::Failure;
use crate::ids::{area, find};
use crate::output::{Document, Outputs, Paging, Unfit, publish};
use crate::session::Session;
use crate::terminal::lang;

/// The formats of `form`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum FormFormat {
    Html,
    Xlsx,
}

/// What a questionnaire leaves out of the answers that it is filled in with.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum FormPrivate {
    Notes,
    Evidence,
}

impl From<FormPrivate> for answers::Private {
    fn from(word: FormPrivate) -> Self {
        match word {
            FormPrivate::Notes => Self::Notes,
            FormPrivate::Evidence => Self::Evidence,
        }
    }
}

#[derive(Debug, Args)]
#[command(next_help_heading = t!("Arguments", "参数"))]
pub struct Form {
    #[arg(
        value_name = t!("FILE", "文件"),
        help = t!("Answers to fill in; `-` is standard input [default: a blank form]", "预先填入的答案，`-` 表示标准输入 [默认：空白问卷]"),
    )]
    pub file: Option<PathBuf>,
    #[arg(
        long, value_name = "A,B", value_parser = word(), value_delimiter = ',', add = candidates::areas(), help_heading = t!("Options", "选项"),
        help = t!("Ask these areas [default: those of FILE]", "只问这些领域 [默认：文件的评估范围]"),
    )]
    pub scope: Vec<String>,
    #[arg(
        long, value_name = "ID", value_parser = word(), add = candidates::nodes(), help_heading = t!("Options", "选项"),
        help = t!("Ask only this part of the model", "只问模型的这一部分"),
    )]
    pub only: Option<String>,
    #[arg(
        long, value_enum, value_name = "notes,evidence", value_delimiter = ',', hide_possible_values = true, help_heading = t!("Options", "选项"),
        help = t!("Leave these out of what is filled in", "不填入这些内容"),
    )]
    pub without: Vec<FormPrivate>,
    #[command(flatten)]
    pub outputs: Outputs<FormFormat>,
}

pub fn run(session: &Session, arguments: &Form) -> Result<ExitCode> {
    match arguments.outputs.on_stdout() {
        Some(FormFormat::Html) => Unfit::Html.refuse_terminal("form")?,
        Some(FormFormat::Xlsx) => Unfit::Xlsx.refuse_terminal("form")?,
        None => {}
    }
    let model = session.model()?;
    let scope = arguments.scope.iter().map(|id| area(&model, id)).collect::<Result<Vec<_>>>()?;
    let answers = match &arguments.file {
        Some(path) => session.answers(path, &model)?,
        None => answers::empty(&model),
    };
    let private: Vec<_> = arguments.without.iter().copied().map(answers::Private::from).collect();
    let mut answers = answers.without(&private);
    if !scope.is_empty() {
        answers.assessment.scope = Some(scope);
    }
    let part = arguments.only.as_deref().map_or(Ok(Node::Model(&model)), |id| find(&model, id))?;
    let form = Questionnaire { model: &model, answers: &answers, part };
    if form.parts().is_empty() {
        let is_of_the_file = arguments.file.is_some() && arguments.scope.is_empty();
        return Err(if is_of_the_file { out_of_scope(part.id()) } else { not_asked(part.id()) }.into());
    }
    let workbook = if arguments.outputs.ask_for(FormFormat::Xlsx) {
        xlsx::form(&form, lang()).map_err(Failure::new)?
    } else {
        Vec::new()
    };
    publish(&arguments.outputs, session.drawing(), Paging::Never, |format, _| match format {
        FormFormat::Html => Document::Text(html::form(&form, session.languages())),
        FormFormat::Xlsx => Document::Bytes(workbook.clone()),
    })?;
    Ok(ExitCode::SUCCESS)
}

/// A part of areas that are not asked: none that is optional is, unless `--scope` names it.
fn not_asked(part: &Id) -> Failure {
    let area = part.upward().last().unwrap_or(part.as_str());
    let failure = Failure::new(text!("`{part}` is not in the areas that are asked", "`{part}` 不在所问的领域之内"));
    failure.help(text!("ask its area too: `--scope {area}`", "请同时问其所属领域：`--scope {area}`"))
}
