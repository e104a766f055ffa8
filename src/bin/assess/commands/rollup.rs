//! `assess rollup`: many teams in one picture.

mod arguments;
mod before;
mod documents;
mod goal;
mod pages;
mod progress;
mod read;
mod rows;
mod taken;

use std::path::{Path, PathBuf};
use std::process::ExitCode;

use anyhow::Result;
use assess::model::Model;
use assess::rollup::{self, Statements, View};
use assess::text;

use super::check::judging_day;
use super::report::targets;
use crate::commands::in_order::{cores, in_order};
use crate::failure::{Failure, show_error};
use crate::files::{self, AnswersFiles, GatheredFiles, Identity, Separator};
use crate::ids::part;
use crate::output::{Outputs, Unfit};
use crate::session::Session;
pub use arguments::Rollup;
use arguments::RollupFormat;
use before::Before;
use documents::Documents;
use pages::{Names, Pages};
use read::{Numbered, Reading, Wanted};
use taken::{Sum, Taken};

pub fn run(session: &Session, arguments: &Rollup) -> Result<ExitCode> {
    refuse_terminal(arguments)?;
    session.say_missing_answers(&arguments.paths.iter().map(PathBuf::as_path).collect::<Vec<_>>());
    let model = session.model()?;
    let view = view(session, arguments, &model)?;
    let statements = Statements::of(&model);
    let day = judging_day(arguments.as_of)?;
    let written = check_outputs(arguments)?;
    let wanted = Wanted::of(&arguments.outputs, arguments.reports.as_deref());
    if !wanted.lines {
        say_what_rows_leave_out(session, arguments);
    }
    let reading = Reading {
        view: &view,
        statements: &statements,
        day,
        private: arguments.without.private(),
        before: arguments.compare.clone().map(|name| Before::new(name, &arguments.paths)).transpose()?,
        written,
        wanted,
        pages: pages(session, arguments, &model)?,
    };
    let files = answers_files(arguments)?;
    let mut names = Names::default();
    let mut numbered = (1..).zip(files).map(|(number, found)| Numbered {
        number,
        page: reading.page(number, &found, &mut names),
        found,
    });
    let listed = listed_beforehand(reading.pages.as_ref(), &mut numbered)?;
    let mut taken = Taken::begin(session, &arguments.outputs, &reading)?;
    in_order(
        listed.into_iter().chain(numbered),
        threads(arguments),
        |file| reading.read(file),
        |turn| taken.take(turn),
    );
    let (mut sum, rows) = taken.finish()?;
    if sum.good + sum.broken == 0 && !sum.is_cut_short {
        return Err(nothing_found(arguments).into());
    }
    let published = if reading.wanted.lines {
        let compared = arguments.compare.as_ref().map(ToString::to_string);
        let rollup = std::mem::take(&mut sum.collection).finish(view.clone(), &statements, day, compared);
        say_repeated(session, &rollup);
        let (pages, languages, drawing) = (reading.pages.as_ref(), session.languages(), session.drawing());
        let documents = Documents { rollup: &rollup, names: &sum.pages, pages, languages, drawing };
        documents.publish(session, &arguments.outputs, rows)
    } else {
        rows.finish()
    };
    // Behind the documents, where it is seen, and which name the files that could not be read.
    let code = say_end(session, arguments, &sum);
    published.map(|()| code)
}

/// Rows have what each file says on its own: what was before and what is held to is in no row.
fn say_what_rows_leave_out(session: &Session, arguments: &Rollup) {
    if arguments.compare.is_some() {
        session.note(&text!(
            "a comparison is not shown in CSV and NDJSON; `assess trend` has rows of several days",
            "CSV 和 NDJSON 不显示对比；`assess trend` 可给出多个日期的数据行"
        ));
    }
    if !arguments.target.is_empty() {
        session.note(&text!("targets are not shown in CSV and NDJSON", "CSV 和 NDJSON 不显示目标"));
    }
}

/// Neither a page nor a workbook can be read on a terminal.
fn refuse_terminal(arguments: &Rollup) -> Result<()> {
    match arguments.outputs.on_stdout() {
        Some(RollupFormat::Html) => Unfit::Html.refuse_terminal("rollup"),
        Some(RollupFormat::Xlsx) => Unfit::Xlsx.refuse_terminal("rollup"),
        _ => Ok(()),
    }
}

/// Where the report of every team goes; `None` if nobody asked for them.
fn pages(session: &Session, arguments: &Rollup, model: &Model) -> Result<Option<Pages>> {
    let Some(folder) = arguments.reports.clone() else { return Ok(None) };
    files::make_folder(&folder)?;
    let written = GatheredFiles::default();
    Ok(Some(Pages { folder, targets: targets(session, model), languages: session.languages(), written }))
}

/// All files, where their reports could take the place of pages of others: that is refused before the first is written.
fn listed_beforehand(pages: Option<&Pages>, files: &mut impl Iterator<Item = Numbered>) -> Result<Vec<Numbered>> {
    let Some(pages) = pages else { return Ok(Vec::new()) };
    if !pages.has_foreign_pages()? {
        return Ok(Vec::new());
    }
    let listed: Vec<_> = files.collect();
    pages.refuse_foreign(listed.iter().filter_map(|file| file.page.as_deref()))?;
    Ok(listed)
}

/// What of the model is shown: the part that is asked for, as far down as is asked for.
fn view<'m>(session: &Session, arguments: &Rollup, model: &'m Model) -> Result<View<'m>> {
    let (top, depth) = part(model, arguments.only.as_deref(), arguments.depth.as_deref())?;
    Ok(View::new(model, top, depth, goal::targets(session, model, &arguments.target)?))
}

/// Refuses targets that cannot be written, and gives the files that they replace.
fn check_outputs(arguments: &Rollup) -> Result<Vec<Identity>> {
    for path in arguments.paths.iter().filter(|path| !path.is_dir()) {
        files::keep_from_writing(path);
    }
    arguments.outputs.check()?;
    if let Some(folder) = &arguments.reports {
        refuse_pages(&arguments.outputs, folder)?;
    }
    Ok(arguments.outputs.files().filter_map(|(_, path)| Identity::at(path)).collect())
}

/// Refuses a document among the pages of the reports: which names they have is known when all files are read.
fn refuse_pages(outputs: &Outputs<RollupFormat>, folder: &Path) -> Result<()> {
    let is_page = |path: &Path| {
        path.extension().is_some_and(|ending| ending.eq_ignore_ascii_case("html"))
            && files::lead_to_one_place(&files::folder_of(path), folder)
    };
    let Some((_, path)) = outputs.files().find(|(_, path)| is_page(path)) else { return Ok(()) };
    let (page, folder) = (path.display(), folder.display());
    let message = text!(
        "`{page}` could be one of the pages that `--reports {folder}` writes",
        "`{page}` 可能与 `--reports {folder}` 写入的页面重名"
    );
    let help = text!("write it into another folder", "请写入其他目录");
    Err(Failure::new(message).help(help).into())
}

/// The files to read: those that are named, and those of the list; without either what is in the working directory.
fn answers_files(arguments: &Rollup) -> Result<AnswersFiles> {
    let separator = if arguments.null { Separator::Nul } else { Separator::LineEnd };
    let read = if arguments.paths.is_empty() { files::names_from } else { files::names_beside };
    let list = arguments.files_from.as_deref().map(|list| read(list, separator)).transpose()?;
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
    arguments.threads.unwrap_or_else(cores)
}

/// Says which teams stand in several files.
fn say_repeated(session: &Session, rollup: &rollup::Rollup<'_>) {
    for (team, files) in &rollup.repeated {
        session.note(&text!("in {files} files, all of which count: {team}", "出现在 {files} 个文件中，均计入：{team}"));
    }
}

/// Says how it went: all is done, and yet not well where a file, or what it was before, could not be read.
fn say_end(session: &Session, arguments: &Rollup, sum: &Sum<'_>) -> ExitCode {
    if sum.is_cut_short {
        // Nobody wants to know any more.
        return ExitCode::SUCCESS;
    }
    let earlier = sum.before.as_ref().map(show_error);
    let (broken, count) = (sum.broken, sum.good + sum.broken);
    if broken == 0 {
        return earlier.unwrap_or(ExitCode::SUCCESS);
    }
    let message = match (sum.good, count) {
        (0, 1) => text!("the only file could not be read", "唯一的文件无法读取"),
        (0, _) => text!("none of {count} files could be read", "{count} 个文件均无法读取"),
        _ => text!("{broken} of {count} files could not be read", "{count} 个文件中有 {broken} 个无法读取"),
    };
    if arguments.exit_zero {
        session.note(&message);
        return earlier.unwrap_or(ExitCode::SUCCESS);
    }
    let help = if sum.good == 0 {
        text!("nothing is counted; what is wrong is said of each file above", "没有计入任何文件；各文件的问题见上")
    } else {
        text!(
            "the others are counted; `--exit-zero` says that this is no failure",
            "其余文件均已计入；加 `--exit-zero` 则不视为失败"
        )
    };
    show_error(&Failure::new(message).help(help).into())
}

fn nothing_found(arguments: &Rollup) -> Failure {
    let failure = match (&arguments.paths[..], &arguments.files_from) {
        (_, Some(list)) => return files::names_nothing(list),
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
