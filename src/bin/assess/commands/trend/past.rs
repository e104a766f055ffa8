//! The points of a trend, read one after the other: from the history of one file, or from several dated files.

mod course;
mod dated;
mod history;

use std::path::PathBuf;

use anyhow::Result;
use assess::rollup::View;
use assess::text;
use assess::trend::{Gap, Trend};

pub use course::{Follow, Wanted};

use crate::failure::{Failure, show_remark};
use crate::session::Session;
use course::Course;

/// What a trend is of.
pub enum Subject {
    /// The history of one file.
    History(PathBuf),
    /// Several dated files.
    Files(Vec<PathBuf>),
}

/// The trend of one file by its history, or of several by their dates.
///
/// # Errors
///
/// No history, nothing since the day, and no point that can be read.
pub fn read<'m>(
    session: &Session,
    subject: &Subject,
    view: View<'m>,
    wanted: &Wanted,
    follow: &mut impl Follow,
) -> Result<Trend<'m>> {
    let mut course = Course::new(view, wanted, follow);
    match subject {
        Subject::History(path) => history::read(&mut course, session, path)?,
        Subject::Files(paths) => dated::read(&mut course, paths),
    }
    let trend = course.finish();
    if trend.points().next().is_some() {
        return Ok(trend);
    }
    // The first is the error itself.
    for Gap { stamp, message, .. } in trend.gaps().skip(1) {
        let (path, en, zh) = (&stamp.path, &message.en, &message.zh);
        show_remark(&text!("`{path}`: {en}", "`{path}`：{zh}"));
    }
    Err(trend.gaps().next().map_or_else(|| nothing_left(wanted), nothing_readable).into())
}

fn nothing_readable(gap: &Gap) -> Failure {
    let (path, message) = (&gap.stamp.path, &gap.message);
    let (en, zh) = (&message.en, &message.zh);
    let failure = Failure::new(text!("no point can be read; `{path}`: {en}", "没有可以读取的时间点；`{path}`：{zh}"));
    match &gap.help {
        Some(help) => failure.help(help.clone()),
        None => failure,
    }
}

fn nothing_left(wanted: &Wanted) -> Failure {
    let failure = match wanted.since {
        Some(since) => Failure::new(text!("nothing changed since {since}", "自 {since} 以来没有变化")),
        None => Failure::new(text!("there is no point", "没有时间点")),
    };
    failure.help(text!("name an earlier day, or leave out `--since`", "请指定更早的日期，或去掉 `--since`"))
}
