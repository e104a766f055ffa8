//! `assess interview`: ask, save after every answer, resume.

use std::path::{Path, PathBuf};
use std::process::ExitCode;

use anyhow::Result;
use assess::answers::{self, Detail, Template};
use assess::interview::{Interview as Machine, Mode, Pass, Wish};
use assess::lang::Text;
use assess::model::{Id, Level, Model};
use assess::report::{Drawing, terminal};
use assess::{scoring, text};
use clap::Args;

use crate::arguments::word;
use crate::candidates;
use crate::failure::{Failure, remark};
use crate::files::{self, Place};
use crate::ids::{area, find};
use crate::interview::{self as terminal_side, Leaving};
use crate::output::to_stdout;
use crate::session::Session;
use crate::terminal::{lang, style_of_stdout};

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
        long, help_heading = t!("Options", "选项"),
        help = t!("Go over answered questions too, and confirm them", "已回答的问题也重新过一遍并确认"),
    )]
    pub review: bool,
    #[arg(
        long, value_name = "N", help_heading = t!("Options", "选项"),
        help = t!("Fold away what lies above level N", "折叠级别 N 以上的内容"),
    )]
    pub target: Option<u8>,
}

pub fn run(session: &Session, arguments: &Interview) -> Result<ExitCode> {
    let model = session.model()?;
    let path = session.path(arguments.file.as_deref(), &model)?;
    files::refuse_stdin(&path)?;
    terminal_side::check_terminal()?;
    terminal_side::restore_on_signals()?;
    let left = ask(session, arguments, &model, &path);
    // A terminal that is gone cannot be asked, and is told nothing more.
    Ok(if terminal_side::is_gone() { Leaving::CutOff } else { left? }.exit_code())
}

fn ask(session: &Session, arguments: &Interview, model: &Model, path: &Path) -> Result<Leaving> {
    let wish = wish(model, arguments)?;
    let scope = arguments.scope.iter().map(|id| area(model, id)).collect::<Result<Vec<_>>>()?;
    let place = files::look_at(path)?;
    let _claimed = files::claim(path)?;
    if place == Place::Free {
        begin(session, arguments, model, path, &scope)?;
    } else if !scope.is_empty() {
        files::edit(path, |source| Ok(answers::set_scope(source, model, &scope)?))?;
    }
    if !brought_over(session, path, model)? {
        return Err(Failure::new(text!("the file was left as it is", "文件未改动")).into());
    }
    let source = files::read(path)?;
    let answers = answers::parse(&source, model)?;
    let mut machine = Machine::new(model, answers, wish);
    machine.said = Some(greeting(&machine));
    let mut saver = terminal_side::Saver::new(path, model, source.text);
    let leaving = if is_plain(session) {
        terminal_side::run_lines(&mut machine, &mut saver)?
    } else {
        terminal_side::run(&mut machine, &mut saver)?
    };
    farewell(session, arguments, path, &machine)?;
    Ok(leaving)
}

/// Offers to bring answers to another version of the model over; false when that was declined.
fn brought_over(session: &Session, path: &Path, model: &Model) -> Result<bool> {
    let Some(migration) = answers::migrate(&files::read(path)?, model)? else { return Ok(true) };
    let (from, to, open) = (&migration.from, model.major(), migration.open.len());
    remark(&text!(
        "these answers are to version {from} of the model, this is version {to}; {open} questions have no answer then",
        "这些答案针对模型版本 {from}，当前为版本 {to}；改写后有 {open} 个问题没有答案"
    ));
    for id in &migration.gone {
        remark(&text!("gone, kept as a comment: {id}", "已不存在，保留为注释：{id}"));
    }
    let question = text!("Write the new version?", "写入新版本？");
    let agreed =
        if is_plain(session) { terminal_side::confirm_by_line(question)? } else { terminal_side::confirm(question)? };
    if !agreed {
        return Ok(false);
    }
    files::edit(path, |source| Ok(answers::migrate(source, model)?.map_or_else(|| source.text.clone(), |it| it.text)))?;
    Ok(true)
}

fn wish(model: &Model, arguments: &Interview) -> Result<Wish> {
    let only = arguments.only.as_deref().map(|id| find(model, id)).transpose()?.map(|node| node.id().clone());
    let target = arguments.target.map(Level);
    if let Some(level) = target.filter(|level| !model.all_levels().any(|known| known == *level)) {
        let (floor, top) = (model.floor, model.top());
        let failure = Failure::new(text!("there is no level {level}", "没有级别 {level}"));
        return Err(failure.help(text!("name a level from {floor} to {top}", "请指定 {floor} 到 {top} 的级别")).into());
    }
    let pass = if arguments.review { Pass::Review } else { Pass::Open };
    Ok(Wish { only: only.filter(|id| *id != model.id), target, pass })
}

/// Whether questions are printed line by line.
fn is_plain(session: &Session) -> bool {
    session.drawing() == Drawing::Plain || terminal_side::is_dumb()
}

/// A new file: a head worth keeping, and the headings in the model's order.
fn begin(session: &Session, arguments: &Interview, model: &Model, path: &Path, scope: &[Id]) -> Result<()> {
    let team = terminal_side::team()?;
    let scope = match scope {
        // Who asks for one part alone has said what is wanted.
        [] if arguments.only.is_some() => Vec::new(),
        [] if is_plain(session) => terminal_side::areas_by_line(model)?,
        [] => terminal_side::areas(model)?,
        named => named.to_vec(),
    };
    let date = files::today().ok_or_else(|| Failure::new(text!("the clock shows no day", "系统时钟无效")))?;
    let text = answers::template(
        model,
        Template { lang: lang(), date, scope: &scope, schema: None, team: team.as_deref(), detail: Detail::Headings },
    );
    files::create(path, &text)
}

/// Where the interview stands as it begins.
fn greeting(machine: &Machine<'_>) -> Text {
    let (answered, (_, count)) = (machine.answered(), machine.position());
    match (machine.confirmed(), machine.answers.assessment.date) {
        (Some(_), Some(date)) => text!("last confirmed on {date}", "最近确认于 {date}"),
        _ if answered == 0 => text!("every answer is saved at once", "每个答案都会立即保存"),
        _ => text!("{answered} of {count} answered; going on", "{count} 题中已回答 {answered} 题，继续"),
    }
}

/// Where everything is saved, and what to run next; the table at the end of a whole interview.
fn farewell(session: &Session, arguments: &Interview, path: &Path, machine: &Machine<'_>) -> Result<()> {
    if !files::is_there(path) {
        let name = path.display();
        let failure =
            Failure::new(text!("`{name}` is gone, and every answer with it", "`{name}` 已不存在，答案也随之消失"));
        return Err(failure
            .help(text!("bring the file back, as from version control", "请恢复该文件，例如从版本控制中"))
            .into());
    }
    let (answered, (_, count)) = (machine.answered(), machine.position());
    let file = path.display();
    if machine.mode == Mode::Done && arguments.only.is_none() {
        let outcome = scoring::score(machine.model, &machine.answers);
        to_stdout(&terminal::summary(&outcome, &style_of_stdout(session.drawing())))?;
    }
    if answered == count {
        session.note(&text!(
            "saved in {file}; next: `assess next {file}` lists what the next level asks",
            "已保存到 {file}；下一步：`assess next {file}` 列出下一级的要求"
        ));
        return Ok(());
    }
    let model = session.options.model.as_ref().map(|folder| format!(" --model {}", folder.display()));
    let only = arguments.only.as_ref().map(|id| format!(" --only {id}"));
    let target = arguments.target.map(|level| format!(" --target {level}"));
    let review = arguments.review.then(|| " --review".to_owned());
    let options: String = [model, only, target, review].into_iter().flatten().collect();
    session.note(&text!(
        "saved in {file}: {answered} of {count} answered; go on with `assess interview {file}{options}`",
        "已保存到 {file}：{count} 题中已回答 {answered} 题；继续请运行 `assess interview {file}{options}`"
    ));
    Ok(())
}
