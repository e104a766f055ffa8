//! `assess trend`: how the levels moved over time.

mod missing;
mod past;
mod rows;

use std::path::PathBuf;
use std::process::ExitCode;

use anyhow::Result;
use assess::answers::Date;
use assess::report::{html, json, markdown, terminal};
use assess::rollup::View;
use assess::text;
use assess::trend::{Every, Gap};
use clap::{Args, ValueEnum};

use crate::arguments::private::Without;
use crate::arguments::word;
use crate::candidates;
use crate::failure::{Failure, show_error};
use crate::files;
use crate::ids::part;
use crate::output::{Document, Outputs, Paging, Unfit, publish};
use crate::session::Session;
pub use past::{Subject, Wanted, read};
use rows::{Rows, TrendFormat};

/// How many points are taken.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
pub enum EveryWord {
    #[default]
    Commit,
    Week,
    Month,
    Quarter,
}

impl From<EveryWord> for Every {
    fn from(word: EveryWord) -> Self {
        match word {
            EveryWord::Commit => Self::Commit,
            EveryWord::Week => Self::Week,
            EveryWord::Month => Self::Month,
            EveryWord::Quarter => Self::Quarter,
        }
    }
}

#[derive(Debug, Args)]
#[command(next_help_heading = t!("Options", "选项"))]
pub struct Trend {
    #[arg(
        value_name = t!("FILE", "文件"), help_heading = t!("Arguments", "参数"),
        help = t!(
            "The answers file, of which the git history is read, or several of different dates [default: the policy's, else answers.toml]",
            "答案文件（读取其 git 历史），或多个日期不同的答案文件 [默认：策略所指定的文件，否则 answers.toml]"
        ),
    )]
    pub files: Vec<PathBuf>,
    #[arg(
        long, value_name = t!("DATE", "日期"),
        help = t!("Only from this day on", "只看这一天及以后"),
    )]
    pub since: Option<Date>,
    #[arg(
        long, value_enum, hide_possible_values = true, value_name = "commit|week|month|quarter",
        help = t!("Take the last of each [default: commit]", "每个间隔取最后一个 [默认：commit]"),
    )]
    pub every: Option<EveryWord>,
    #[arg(
        long, value_name = "ID", value_parser = word(), add = candidates::nodes(),
        help = t!("Only this part of the model", "只看模型的这一部分"),
    )]
    pub only: Option<String>,
    #[arg(
        long, value_parser = word(), add = candidates::kinds(), value_name = "area|domain|sub-domain|dimension",
        help = t!("How far down programs are told [default: sub-domain]", "供程序读取的格式细到哪一层 [默认：sub-domain]"),
    )]
    pub depth: Option<String>,
    #[command(flatten)]
    pub without: Without,
    #[command(flatten)]
    pub outputs: Outputs<TrendFormat>,
}

pub fn run(session: &Session, arguments: &Trend) -> Result<ExitCode> {
    let model = session.model()?;
    let (top, depth) = part(&model, arguments.only.as_deref(), arguments.depth.as_deref())?;
    let view = View::new(&model, top, depth, None);
    for path in &arguments.files {
        files::keep_from_writing(path);
    }
    if arguments.outputs.on_stdout() == Some(TrendFormat::Html) {
        Unfit::Html.refuse_terminal("trend")?;
    }
    arguments.outputs.check()?;
    let wanted = Wanted {
        since: arguments.since,
        every: arguments.every.unwrap_or_default().into(),
        private: arguments.without.private(),
    };
    let mut rows = Rows::new(&arguments.outputs, view.clone());
    let subject = match &arguments.files[..] {
        [] => Subject::History(session.path(None, &model)?),
        [path] => Subject::History(path.clone()),
        paths => Subject::Files(each_once(session, paths)),
    };
    let trend = read(session, &subject, view, &wanted, &mut rows)?;
    publish(&arguments.outputs, session.drawing(), Paging::Allowed, |format, style| {
        if format.is_rows() {
            say_gaps(session, &trend);
        }
        match format {
            TrendFormat::Table => Document::Text(terminal::trend(&trend, style)),
            TrendFormat::Json => Document::Json(json::trend(&trend)),
            TrendFormat::Markdown => Document::Text(markdown::trend(&trend, style)),
            TrendFormat::Html => Document::Text(html::trend(&trend, session.languages())),
            // As those of `rollup`, these begin without a mark: programs read them.
            TrendFormat::Csv => Document::Text(rows.csv()),
            TrendFormat::Ndjson => Document::Text(rows.ndjson()),
        }
    })?;
    Ok(match (&subject, trend.gaps().count()) {
        // What a history lacks, it lacks for good.
        (Subject::History(_), _) | (_, 0) => ExitCode::SUCCESS,
        (Subject::Files(files), gaps) => show_error(&not_read(gaps, files.len()).into()),
    })
}

/// The files that are named, each once: one that stood beside itself would be two points of a time in which nothing moved.
fn each_once(session: &Session, paths: &[PathBuf]) -> Vec<PathBuf> {
    let mut all: Vec<PathBuf> = Vec::new();
    for path in paths {
        if all.iter().any(|other| files::lead_to_one_place(path, other)) {
            let name = path.display();
            session.note(&text!("`{name}` is named twice and counts once", "`{name}` 写了两次，只计一次"));
        } else {
            all.push(path.clone());
        }
    }
    all
}

/// That files which were named are no points.
fn not_read(gaps: usize, files: usize) -> Failure {
    let message = text!("{gaps} of {files} files could not be read", "{files} 个文件中有 {gaps} 个无法读取");
    Failure::new(message).help(text!(
        "the others are shown; mend or leave out what is named above",
        "其余文件均已显示；请修正或去掉上面列出的文件"
    ))
}

/// Rows have no place for what could not be read.
fn say_gaps(session: &Session, trend: &assess::trend::Trend<'_>) {
    for Gap { stamp, message, .. } in trend.gaps() {
        let (path, en, zh) = (stamp.revision.as_ref().unwrap_or(&stamp.path), &message.en, &message.zh);
        session.note(&text!("left out: {path}: {en}", "未计入：{path}：{zh}"));
    }
}
