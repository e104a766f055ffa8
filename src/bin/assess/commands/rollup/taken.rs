//! What has become of the files so far, in their order.

use std::ops::ControlFlow;

use anyhow::Result;
use assess::rollup::{Broken, Collection, Counted};
use assess::text;

use super::arguments::RollupFormat;
use super::pages::Pages;
use super::progress::{Interrupts, Progress};
use super::read::{Good, Read, Reading, Wanted};
use super::rows::RowFiles;
use crate::commands::in_order::Turn;
use crate::failure::show_remark;
use crate::output::{Outputs, is_read_by_people};
use crate::session::Session;

/// What has become of the files so far.
pub struct Taken<'s, 'm> {
    session: &'s Session,
    rows: RowFiles,
    /// The reports that are written meanwhile.
    pages: Option<&'s Pages>,
    wanted: Wanted,
    sum: Sum<'m>,
    /// Whether standard output gets a document that names the files that could not be read.
    names_broken: bool,
    progress: Progress,
    interrupts: Interrupts,
    carried: usize,
    /// Of how many files earlier answers could not be read.
    without_before: usize,
    failure: Option<anyhow::Error>,
}

/// All that was taken.
pub struct Sum<'m> {
    pub good: usize,
    pub broken: usize,
    /// Why earlier answers could not be read; `None` if all could.
    pub before: Option<anyhow::Error>,
    pub collection: Collection<'m>,
    /// The names of the reports, in the order of the lines.
    pub pages: Vec<String>,
    /// Whether it ended before the last file, since nobody wants any more.
    pub is_cut_short: bool,
}

impl<'s, 'm> Taken<'s, 'm> {
    /// Begins the files of rows.
    ///
    /// # Errors
    ///
    /// A file that cannot be made.
    pub fn begin(session: &'s Session, outputs: &Outputs<RollupFormat>, reading: &'s Reading<'_, 'm>) -> Result<Self> {
        // Before there is a file that a signal could leave behind.
        let interrupts = Interrupts::catch();
        let rows = RowFiles::begin(outputs)?;
        let may_speak = !(session.options.quiet || rows.are_on_stdout() && is_read_by_people());
        Ok(Self {
            session,
            rows,
            pages: reading.pages.as_ref(),
            wanted: reading.wanted,
            sum: Sum {
                good: 0,
                broken: 0,
                before: None,
                collection: Collection::default(),
                pages: Vec::new(),
                is_cut_short: false,
            },
            names_broken: outputs.on_stdout().is_some_and(RollupFormat::names_broken),
            progress: if may_speak { Progress::start() } else { Progress::silent() },
            interrupts,
            carried: 0,
            without_before: 0,
            failure: None,
        })
    }

    /// Takes the next file, or looks whether to go on.
    pub fn take(&mut self, turn: Turn<Read<'m>>) -> ControlFlow<()> {
        let Self { rows, pages, progress, interrupts, .. } = self;
        interrupts.heed(|| {
            progress.clear();
            rows.give_up();
            if let Some(pages) = pages {
                pages.written.give_up();
            }
        });
        let taken = match turn {
            Turn::Pause => Ok(()),
            Turn::Result(Read::Good(good)) => self.take_good(*good),
            Turn::Result(Read::Broken(broken)) => {
                self.take_broken(broken);
                Ok(())
            }
            Turn::Result(Read::Again(path)) => {
                self.progress.clear();
                self.session.note(&text!("counted once: {path}", "只计一次：{path}"));
                Ok(())
            }
            Turn::Result(Read::Fatal(failure)) => Err(failure),
        };
        self.progress.say(self.sum.good + self.sum.broken);
        if let Err(error) = taken {
            self.failure = Some(error);
        }
        // Documents about all teams, and their reports, want every file, whoever reads the rows.
        self.sum.is_cut_short = self.rows.is_in_vain() && !self.wanted.lines;
        if self.failure.is_some() || self.sum.is_cut_short { ControlFlow::Break(()) } else { ControlFlow::Continue(()) }
    }

    fn take_good(&mut self, good: Good<'m>) -> Result<()> {
        self.sum.good += 1;
        self.carried += usize::from(good.is_carried);
        if let Some(error) = good.before {
            self.without_before += 1;
            self.sum.before.get_or_insert(error);
        }
        if let Some(line) = good.line
            && self.sum.collection.add(line) == Counted::In
        {
            self.sum.pages.extend(good.page);
        }
        self.rows.write(&good.csv, &good.ndjson)
    }

    fn take_broken(&mut self, broken: Broken) {
        self.sum.broken += 1;
        if !self.names_broken {
            self.progress.clear();
            show_remark(&broken.line());
        }
        self.sum.collection.add_broken(broken);
    }

    /// Says what there is to say, and gives the rows, which are to be put in their places.
    ///
    /// # Errors
    ///
    /// What cannot be written; a file that is read and would be written over.
    pub fn finish(mut self) -> Result<(Sum<'m>, RowFiles)> {
        self.progress.clear();
        if let Some(error) = self.failure {
            return Err(error);
        }
        self.rows.settle()?;
        let carried = self.carried;
        if carried > 0 {
            let some = if carried == 1 { "file" } else { "files" };
            self.session.note(&text!(
                "read from an older version of the model: {carried} {some}",
                "按旧版模型作答、已换算到当前版本的文件：{carried} 个"
            ));
        }
        let files = self.without_before;
        if files > 0 {
            self.session.note(&text!(
                "files with nothing to compare with, for the reason below: {files}",
                "因下述原因无可比较的文件：{files} 个"
            ));
        }
        Ok((self.sum, self.rows))
    }
}
