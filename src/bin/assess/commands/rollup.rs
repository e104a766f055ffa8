//! `assess rollup`: many teams in one picture.

mod arguments;
mod before;
mod goal;
mod in_order;
mod progress;
mod read;
mod rows;
mod taken;

use std::path::Path;
use std::process::ExitCode;
use std::thread::available_parallelism;

use anyhow::Result;
use assess::answers::Private;
use assess::model::{Model, Node};
use assess::report::{Style, json, terminal};
use assess::rollup::{self, Statements, View};
use assess::text;

use super::check::no_day;
use crate::failure::{Failure, show_error};
use crate::files::{self, AnswersFiles, Identity, Separator};
use crate::ids::{find, storey};
use crate::output::{Document, Paging, show_document, write_file};
use crate::session::Session;
use crate::terminal::{style_of_files, style_of_stdout};
pub use arguments::Rollup;
use arguments::RollupFormat;
use before::Before;
use in_order::in_order;
use read::{Numbered, Reading, Wanted};
use rows::RowFiles;
use taken::{Sum, Taken};

pub fn run(session: &Session, arguments: &Rollup) -> Result<ExitCode> {
    let model = session.model()?;
    let view = view(session, arguments, &model)?;
    let statements = Statements::of(&model);
    let day = arguments.as_of.or_else(files::today).ok_or_else(no_day)?;
    let written = check_outputs(arguments)?;
    let reading = Reading {
        view: &view,
        statements: &statements,
        day,
        private: arguments.without.iter().copied().map(Private::from).collect(),
        before: arguments.compare.clone().map(|name| Before::new(name, &arguments.paths)).transpose()?,
        written,
        wanted: Wanted::of(&arguments.outputs),
    };
    let files = answers_files(arguments)?;
    let mut taken = Taken::new(session, &arguments.outputs, RowFiles::begin(&arguments.outputs)?);
    let numbered = (1..).zip(files).map(|(number, found)| Numbered { number, found });
    in_order(numbered, threads(arguments), |file| reading.read(file), |turn| taken.take(turn));
    let sum = taken.finish()?;
    if sum.good + sum.broken == 0 {
        return Err(nothing_found(arguments).into());
    }
    let code = say_end(session, arguments, &sum);
    if reading.wanted.lines {
        let compared = arguments.compare.as_ref().map(ToString::to_string);
        let rollup = sum.collection.finish(view.clone(), &statements, day, compared);
        say_repeated(session, &rollup);
        publish(session, arguments, &rollup)?;
    }
    Ok(code)
}

/// What of the model is shown: the part that is asked for, as far down as is asked for.
fn view<'m>(session: &Session, arguments: &Rollup, model: &'m Model) -> Result<View<'m>> {
    let top = arguments.only.as_deref().map(|id| find(model, id)).transpose()?.unwrap_or(Node::Model(model));
    let depth = arguments.depth.as_deref().map_or(Ok(model.sub_domain_storey()), |word| storey(model, word))?;
    Ok(View::new(model, top, depth, goal::targets(session, model, &arguments.target)?))
}

/// Refuses targets that cannot be written, and gives the files that they replace.
fn check_outputs(arguments: &Rollup) -> Result<Vec<Identity>> {
    for path in arguments.paths.iter().filter(|path| !path.is_dir()) {
        files::keep_from_writing(path);
    }
    arguments.outputs.check()?;
    Ok(arguments.outputs.files().filter_map(|(_, path)| Identity::at(path)).collect())
}

/// The files to read: those that are named, and those of the list; without either what is in the working directory.
fn answers_files(arguments: &Rollup) -> Result<AnswersFiles> {
    let separator = if arguments.null { Separator::Nul } else { Separator::LineEnd };
    let list = arguments.files_from.as_deref().map(|list| files::names_from(list, separator)).transpose()?;
    let is_stdin = |path: &Path| path.as_os_str() == "-";
    if arguments.files_from.as_deref().is_some_and(is_stdin) && arguments.paths.iter().any(|path| is_stdin(path)) {
        let failure = Failure::new(text!("standard input cannot be two things", "标准输入不能同时作两种用途"));
        return Err(failure.help(text!("give the list or the answers a file", "请为列表或答案指定文件")).into());
    }
    let is_unsaid = arguments.paths.is_empty() && list.is_none();
    let paths = if is_unsaid { vec![".".into()] } else { arguments.paths.clone() };
    Ok(AnswersFiles::new(paths, list))
}

fn threads(arguments: &Rollup) -> usize {
    arguments.threads.or_else(|| available_parallelism().ok().map(Into::into)).unwrap_or(1)
}

/// Says which teams stand in several files.
fn say_repeated(session: &Session, rollup: &rollup::Rollup<'_>) {
    for (team, files) in &rollup.repeated {
        session.note(&text!("in {files} files, all of which count: {team}", "出现在 {files} 个文件中，均计入：{team}"));
    }
}

/// Writes every document that is about all teams together; rows are written already.
fn publish(session: &Session, arguments: &Rollup, rollup: &rollup::Rollup<'_>) -> Result<()> {
    let (outputs, drawing) = (&arguments.outputs, session.drawing());
    let document = |format: RollupFormat, style: &Style| match format {
        RollupFormat::Table => Some(Document::Text(terminal::rollup(rollup, style))),
        RollupFormat::Json => Some(Document::Text(json::rollup(rollup))),
        RollupFormat::Csv | RollupFormat::Ndjson => None,
    };
    for (format, path) in outputs.files() {
        if let Some(document) = document(format, &style_of_files(drawing)) {
            write_file(path, document)?;
        }
    }
    let on_stdout = outputs.on_stdout().and_then(|format| document(format, &style_of_stdout(drawing)));
    on_stdout.map_or(Ok(()), |document| show_document(outputs, document, Paging::Allowed))
}

/// Says how it went: all is done, and yet not well where a file, or what it was before, could not be read.
fn say_end(session: &Session, arguments: &Rollup, sum: &Sum<'_>) -> ExitCode {
    let earlier = sum.before.as_ref().map(show_error);
    let (broken, count) = (sum.broken, sum.good + sum.broken);
    if broken == 0 {
        return earlier.unwrap_or(ExitCode::SUCCESS);
    }
    let message = text!("{broken} of {count} files could not be read", "{count} 个文件中有 {broken} 个无法读取");
    if arguments.exit_zero {
        session.note(&message);
        return earlier.unwrap_or(ExitCode::SUCCESS);
    }
    let help = text!(
        "the others are counted; `--exit-zero` says that this is no failure",
        "其余文件均已计入；加 `--exit-zero` 则不视为失败"
    );
    show_error(&Failure::new(message).help(help).into())
}

fn nothing_found(arguments: &Rollup) -> Failure {
    let failure = match (&arguments.paths[..], &arguments.files_from) {
        (_, Some(list)) => {
            let list = list.display();
            Failure::new(text!("the list `{list}` names no file", "列表 `{list}` 中没有文件名"))
        }
        ([path], None) => {
            let path = path.display();
            Failure::new(text!("there are no answers in `{path}`", "`{path}` 中没有答案文件"))
        }
        ([], None) => Failure::new(text!("there are no answers in this folder", "此目录中没有答案文件")),
        _ => Failure::new(text!("there are no answers in any of these folders", "这些目录中都没有答案文件")),
    };
    failure.help(text!(
        "files called `answers.toml` or `*.answers.toml` are read; what is hidden or ignored by git is passed over unless it is named",
        "读取名为 `answers.toml` 或以 `.answers.toml` 结尾的文件；隐藏或被 git 忽略的须直接指定"
    ))
}
