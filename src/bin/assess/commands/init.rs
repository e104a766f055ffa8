//! `assess init`: a new answers file to fill in by hand.

mod policy;

use std::path::{Path, PathBuf};
use std::process::ExitCode;

use anyhow::Result;
use assess::answers::{self, Detail, Template, schema, template, with_schema};
use assess::model::{Id, Model};
use assess::report::json;
use assess::text;
use clap::Args;

use crate::advice::{await_policy, shell_word};
use crate::arguments::word;
use crate::ask::{Way, ask_areas, can_ask, confirm};
use crate::failure::{Failure, not_updated, show_remark};
use crate::ids::area;
use crate::session::{Reading, Session};
use crate::terminal::lang;
use crate::terminal_mode::restore_on_signals;
use crate::{candidates, files};
use policy::write_policy;

#[derive(Debug, Args)]
#[command(next_help_heading = t!("Arguments", "参数"))]
pub struct Init {
    #[arg(
        value_name = t!("FILE", "文件"),
        help = t!("The file to write [default: answers.toml]", "要写入的文件 [默认：answers.toml]"),
    )]
    pub file: Option<PathBuf>,
    #[arg(
        long, value_name = "A,B", value_parser = word(), value_delimiter = ',', add = candidates::areas(), help_heading = t!("Options", "选项"),
        help = t!("Assess only these areas", "只评估这些领域"),
    )]
    pub scope: Vec<String>,
    #[arg(
        long, help_heading = t!("Options", "选项"),
        help = t!(
            "Write the JSON Schema beside it, for completion in editors; answers that are there stay",
            "同时写出 JSON Schema，供编辑器补全；已有的答案保持不变"
        ),
    )]
    pub schema: bool,
    #[arg(
        long, help_heading = t!("Options", "选项"),
        help = t!(
            "Write a commented policy for these answers: assess.toml, or what --config names; answers that are there stay",
            "为答案写出带注释的策略：assess.toml 或 --config 所指的文件；已有的答案保持不变"
        ),
    )]
    pub policy: bool,
}

/// The name of the schema beside a new file.
const SCHEMA: &str = "answers.schema.json";

pub fn run(session: &Session, arguments: &Init) -> Result<ExitCode> {
    let model = session.model()?;
    if arguments.policy {
        return run_for_policy(session, arguments, &model);
    }
    let path = session.path(arguments.file.as_deref(), &model)?;
    files::refuse_stdin(&path)?;
    if arguments.schema && arguments.scope.is_empty() && files::is_there(&path) {
        add_schema(session, &model, &path)?;
        return Ok(ExitCode::SUCCESS);
    }
    write_answers(session, arguments, &model, &path)?;
    let name = shell_word(&path);
    session.note(&if model.scoring.has_levels() {
        text!(
            "next: take the `#` away where you know the level, then `assess score {name}`",
            "下一步：去掉已知级别所在行的 `#` 并填写，再运行 `assess score {name}`"
        )
    } else {
        text!(
            "next: take the `#` away where you know what is met, then `assess score {name}`",
            "下一步：去掉已知答案所在行的 `#`，填写已满足的要求，再运行 `assess score {name}`"
        )
    });
    Ok(ExitCode::SUCCESS)
}

/// Writes a policy, and a new answers file where there is none; answers that are there stay as they are.
fn run_for_policy(session: &Session, arguments: &Init, model: &Model) -> Result<ExitCode> {
    let policy = session.options.config.clone().unwrap_or_else(|| files::POLICY.into());
    let path = arguments.file.clone().unwrap_or_else(|| files::DEFAULT.into());
    files::refuse_stdin(&policy)?;
    files::refuse_stdin(&path)?;
    if files::is_there(&policy) {
        return Err(files::is_there_already(&policy).into());
    }
    await_policy();
    if !files::is_there(&path) {
        write_answers(session, arguments, model, &path)?;
    } else if !arguments.scope.is_empty() {
        return Err(has_its_scope(&path).into());
    } else if arguments.schema {
        add_schema(session, model, &path)?;
    }
    write_policy(session, model, &policy, &path)?;
    let (zh, en) = (if model.scoring.has_levels() { "级别" } else { "得分" }, "what you promise");
    session.note(&text!(
        "next: raise the targets to {en}, then `assess check`",
        "下一步：把目标改为承诺达到的{zh}，再运行 `assess check`"
    ));
    Ok(ExitCode::SUCCESS)
}

/// Answers that are there name their areas themselves.
fn has_its_scope(answers: &Path) -> Failure {
    let name = answers.display();
    let failure = Failure::new(text!(
        "`--scope` is for a new file, and `{name}` is there already",
        "`--scope` 用于新文件，而 `{name}` 已存在"
    ));
    failure.help(text!("leave it out: `scope` in the file names its areas", "请去掉它：领域由文件中的 `scope` 指定"))
}

/// Writes a new answers file, and its schema where that is asked for.
fn write_answers(session: &Session, arguments: &Init, model: &Model, path: &Path) -> Result<()> {
    let scope = arguments.scope.iter().map(|id| area(model, id)).collect::<Result<Vec<_>>>()?;
    let way = way(session)?;
    let is_there = files::is_there(path);
    if is_there && !may_write_over(path, way)? {
        return Err(files::is_there_already(path).into());
    }
    let scope = match way {
        Some(way) if scope.is_empty() => ask_areas(model, way)?,
        _ => scope,
    };
    let text = template_of(path, model, arguments, &scope)?;
    if is_there {
        // Nobody's interview loses its file.
        let _claimed = files::claim(path)?;
        files::edit(path, |_| Ok(text))?;
    } else {
        files::create(path, &text)?;
    }
    let name = path.display();
    session.note(&text!("written: {name}", "已写入：{name}"));
    if arguments.schema {
        write_schema(session, model, path)?;
    }
    Ok(())
}

/// Writes the schema beside answers that are there, and names it in their first line.
fn add_schema(session: &Session, model: &Model, path: &Path) -> Result<()> {
    let (mut carried, mut is_changed) = (None, false);
    files::edit(path, |source| {
        let saved = answers::update(source, model, &[]).map_err(not_updated)?;
        carried = saved.carried;
        let text = with_schema(&saved.text, &reference());
        is_changed = text != source.text;
        Ok(text)
    })?;
    session.say_carried(carried.as_ref(), &Reading::Written);
    if is_changed {
        let name = path.display();
        session.note(&text!("written: {name}", "已写入：{name}"));
    }
    write_schema(session, model, path)
}

fn write_schema(session: &Session, model: &Model, answers: &Path) -> Result<()> {
    let beside = answers.parent().unwrap_or(Path::new("")).join(SCHEMA);
    files::write_document(&beside, json::write(&schema(model, lang())).as_bytes())?;
    let name = beside.display();
    session.note(&text!("written: {name}", "已写入：{name}"));
    Ok(())
}

/// How answers name the schema beside them.
fn reference() -> String {
    format!("./{SCHEMA}")
}

fn template_of(path: &Path, model: &Model, arguments: &Init, scope: &[Id]) -> Result<String> {
    let reference = reference();
    let date = files::require_today()?;
    let schema = arguments.schema.then_some(reference.as_str());
    let options = Template { lang: lang(), date: Some(date), scope, schema, team: None, detail: Detail::Levels };
    Ok(template(&path.display().to_string(), model, options).map_err(Failure::from)?.text)
}

/// How to ask; `None` where nobody is there to answer, or wants to be asked nothing.
fn way(session: &Session) -> Result<Option<Way>> {
    if session.options.quiet || !can_ask() {
        return Ok(None);
    }
    restore_on_signals()?;
    Ok(Some(Way::of(session.drawing())))
}

/// Whether a file that is there may be lost; without anybody to ask it may not.
fn may_write_over(path: &Path, way: Option<Way>) -> Result<bool> {
    let Some(way) = way else { return Ok(false) };
    let name = path.display();
    // A question of more than one line is not taken away whole.
    show_remark(&text!("`{name}` is there already", "`{name}` 已存在"));
    confirm(text!("Write over it, and lose its answers?", "覆盖它并丢弃其中的答案？"), way)
}
