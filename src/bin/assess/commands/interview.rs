//! `assess interview`: ask, save after every answer, resume.

use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::sync::Arc;

use anyhow::Result;
use assess::interview::{Pass, Wish};
use assess::merge::{Merge, merge};
use assess::model::{Level, Model};
use assess::text;
use clap::Args;

use crate::advice::shell_word;
use crate::arguments::word;
use crate::failure::Failure;
use crate::ids::{area, find};
use crate::interview::{self, Request};
use crate::session::Session;
use crate::session::people::{read_voices, say_remarks, with_evidence_from};
use crate::{candidates, files};

#[derive(Debug, Default, Args)]
#[command(next_help_heading = t!("Arguments", "参数"))]
pub struct Interview {
    #[arg(
        value_name = t!("FILE", "文件"),
        help = t!("The answers file; a new one is begun [default: answers.toml]", "答案文件，不存在则新建 [默认：answers.toml]"),
    )]
    pub file: Option<PathBuf>,
    #[arg(
        long, value_name = "A,B", value_parser = word(), value_delimiter = ',', add = candidates::areas(), help_heading = t!("Options", "选项"),
        help = t!("Assess these areas, and write that into the file", "评估这些领域，并写入文件"),
    )]
    pub scope: Vec<String>,
    #[arg(
        long, value_name = "ID", value_parser = word(), add = candidates::nodes(), help_heading = t!("Options", "选项"),
        help = t!("Ask only this part of the model, this time", "本次只问模型的这一部分"),
    )]
    pub only: Option<String>,
    #[arg(
        long, conflicts_with_all = ["review", "with"], help_heading = t!("Options", "选项"),
        help = t!("A first picture: one question in each sub-domain that has no level yet", "快速概览：每个还没有级别的子域只问一题"),
    )]
    pub quick: bool,
    #[arg(
        long, help_heading = t!("Options", "选项"),
        help = t!("Go over answered questions too, and confirm them", "已回答的问题也重新过一遍并确认"),
    )]
    pub review: bool,
    #[arg(
        long, value_name = "N", help_heading = t!("Options", "选项"),
        help = t!("Fold away what lies above level N", "折叠级别 N 以上的内容"),
    )]
    pub target: Option<Level>,
    #[arg(
        long, value_name = t!("FILE", "文件"), num_args = 1.., help_heading = t!("Options", "选项"),
        help = t!(
            "Show what each of these people answered, ask first where they differ, and keep what you agree on",
            "显示每个人的答案，先问意见不同的问题，保存达成一致的答案"
        ),
    )]
    pub with: Vec<PathBuf>,
}

pub fn run(session: &Session, arguments: &Interview) -> Result<ExitCode> {
    let model = session.model()?;
    let path = session.path(arguments.file.as_deref(), &model)?;
    files::refuse_stdin(&path)?;
    let scope = arguments.scope.iter().map(|id| area(&model, id)).collect::<Result<Vec<_>>>()?;
    let wish = wish(&model, arguments)?;
    let options = options(session, arguments);
    let people = people(session, &path, &arguments.with, &model)?;
    interview::run(session, &Request { model: &model, path: &path, scope: &scope, wish, people, options: &options })
}

/// What these people answered; `None` if nobody is to be heard.
fn people<'m>(session: &Session, path: &Path, with: &[PathBuf], model: &'m Model) -> Result<Option<Arc<Merge<'m>>>> {
    if with.is_empty() {
        return Ok(None);
    }
    if with.iter().any(|other| files::lead_to_one_place(other, path)) {
        let name = path.display();
        let message = text!(
            "`{name}` is one of those who are heard, and what you agree on would be written into it",
            "`{name}` 是听取意见的文件之一，达成一致的答案会写入其中"
        );
        let help = text!(
            "name another file for that, which is begun if it is not there",
            "请为其另指定一个文件，不存在则新建"
        );
        return Err(Failure::new(message).help(help).into());
    }
    let voices = read_voices(session, with, model)?;
    let merged = merge(model, with_evidence_from(session, voices, path));
    say_remarks(session, &merged);
    Ok(Some(Arc::new(merged)))
}

fn wish(model: &Model, arguments: &Interview) -> Result<Wish> {
    let only = arguments.only.as_deref().map(|id| find(model, id)).transpose()?.map(|node| node.id().clone());
    if arguments.target.is_some() && !model.scoring.has_levels() {
        let message =
            text!("`--target` folds levels away, and this model has none", "`--target` 折叠级别，而该模型没有级别");
        let help = text!("leave it out; `--only ID` asks a part", "请去掉它；`--only ID` 只问一部分");
        return Err(Failure::new(message).help(help).into());
    }
    let within = |level: Level| level.within(model.floor..=model.top());
    let target = arguments.target.map(within).transpose().map_err(Failure::from)?;
    let pass = match (arguments.quick, arguments.review) {
        (true, _) => Pass::Quick,
        (_, true) => Pass::Review,
        (false, false) => Pass::Open,
    };
    Ok(Wish { only: only.filter(|id| *id != model.id), target, pass })
}

/// The options that go on with the same interview.
fn options(session: &Session, arguments: &Interview) -> String {
    let model = session.options.model.as_ref().map(|folder| format!(" --model {}", shell_word(folder)));
    let config = session.options.config.as_ref().map(|policy| format!(" --config {}", shell_word(policy)));
    let only = arguments.only.as_ref().map(|id| format!(" --only {id}"));
    let target = arguments.target.map(|level| format!(" --target {level}"));
    let review = arguments.review.then(|| " --review".to_owned());
    let lang = session.options.lang.map(|lang| format!(" --lang {}", lang.word()));
    let people: String = arguments.with.iter().map(|path| format!(" {}", shell_word(path))).collect();
    let with = (!people.is_empty()).then(|| format!(" --with{people}"));
    [model, config, lang, only, target, review, with].into_iter().flatten().collect()
}
