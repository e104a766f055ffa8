//! The points of a trend, read one after the other: from the history of one file, or from several dated files.

use std::collections::HashSet;
use std::ops::ControlFlow;
use std::path::{Path, PathBuf};

use anyhow::Result;
use assess::answers::{self, Answers, Date, Private};
use assess::diff::moves;
use assess::lang::Text;
use assess::model::Model;
use assess::problem::Source;
use assess::rollup::View;
use assess::scoring::{Outcome, score};
use assess::text;
use assess::trend::{Every, Gap, PointInput, Stamp, Trend};

use super::missing::{KnownAnswers, unread};
use crate::advice::{commands, shell_word};
use crate::arguments::private::name_of_file;
use crate::commands::in_order::{Turn, cores, in_order};
use crate::failure::{Failure, placed, show_remark};
use crate::files::{self, Change, Contents, History, Kept};
use crate::session::Session;

/// Which points are taken, and what is left out of them.
#[derive(Clone, Debug, Default)]
pub struct Wanted {
    pub since: Option<Date>,
    pub every: Every,
    pub private: Vec<Private>,
}

impl Wanted {
    fn parsed(&self, source: &Source, model: &Model) -> Result<Answers> {
        Ok(answers::parse(source, model)?.without(&self.private))
    }

    /// What a command line calls answers; `None` where that takes quotes, or names are left out.
    fn word(&self, word: &str) -> Option<String> {
        let is_plain = |letter: char| letter.is_alphanumeric() || ":/._-".contains(letter);
        let is_word = !word.starts_with('-') && word.chars().all(is_plain);
        (is_word && !self.private.contains(&Private::Names)).then(|| word.to_owned())
    }
}

/// How many points wait to be scored together.
const MOST_WAITING: usize = 32;

/// What is done with each point on the way.
pub trait Follow {
    fn point(&mut self, stamp: &Stamp, outcome: &Outcome<'_>);
}

/// Nothing.
impl Follow for () {
    fn point(&mut self, _: &Stamp, _: &Outcome<'_>) {}
}

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
    let model = view.model;
    let mut course = Course {
        trend: Trend { commands: commands(), ..Trend::new(view) },
        model,
        last: None,
        waiting: Vec::new(),
        wanted,
        follow,
    };
    match subject {
        Subject::History(path) => course.history(session, path)?,
        Subject::Files(paths) => course.files(paths),
    }
    course.score_waiting();
    let trend = course.trend;
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

/// A trend that grows.
struct Course<'a, 'm, F> {
    trend: Trend<'m>,
    model: &'m Model,
    /// The answers of the point before those that wait.
    last: Option<Answers>,
    /// Points that are not scored yet: a few together, so that what a point followed from is not scored twice.
    waiting: Vec<(Stamp, Answers)>,
    wanted: &'a Wanted,
    follow: &'a mut F,
}

impl<F: Follow> Course<'_, '_, F> {
    fn history(&mut self, session: &Session, path: &Path) -> Result<()> {
        if path.as_os_str() == "-" {
            let failure = Failure::new(text!("standard input has no history", "标准输入没有历史"));
            return Err(failure.help(text!("name the answers file", "请指定答案文件")).into());
        }
        files::refuse_folder(path)?;
        let History { root, changes, renamed_to, is_shallow } =
            History::of(path).map_err(|error| KnownAnswers::default().instead(path, unread(path, error)))?;
        if is_shallow {
            session.note(&text!(
                "this clone has a part of the history only: `git fetch --unshallow` brings the rest",
                "此克隆只有部分历史：`git fetch --unshallow` 可获取其余部分"
            ));
        }
        let newest = changes.last().cloned();
        if let Some(new) = &renamed_to {
            let (old, name) = (path.display(), shell_word(&files::from_working_folder(&root, new)));
            session.note(&text!(
                "`{old}` is called {name} since its last change; all of it: `assess trend {name}`",
                "`{old}` 在最后一次更改时改名为 {name}；完整历史：`assess trend {name}`"
            ));
        }
        let changes = self.taken(changes);
        let names = changes.iter().filter_map(|change| match &change.kept {
            Kept::File(content) => Some(content.clone()),
            _ => None,
        });
        let mut contents = Contents::ask(&root, names.collect())?;
        let is_here = files::is_working_in(&root);
        let sources = (1..).zip(&changes).map(|(number, change)| {
            let name = format!("git:{}:{}", short(&change.commit), change.place.display());
            let source = source_of(
                change,
                &mut contents,
                name.clone(),
                renamed_to.as_deref().filter(|_| newest.as_ref() == Some(change)),
            );
            (number, change, name, source)
        });
        let (model, wanted) = (self.model, self.wanted);
        let parse = |(number, change, name, source): (usize, &Change, String, Result<Source>)| {
            let stamp = Stamp {
                at: Some(change.day),
                revision: Some(change.commit.clone()),
                path: name_of_file(&change.place, number, &wanted.private),
                word: is_here.then(|| wanted.word(&name)).flatten(),
            };
            match source {
                Ok(source) => (stamp, wanted.parsed(&source, model), Some(source.text)),
                Err(error) => (stamp, Err(error), None),
            }
        };
        let mut last_text = None;
        in_order(sources, cores(), parse, |turn| {
            if let Turn::Result((stamp, answers, text)) = turn {
                last_text = text;
                match answers {
                    Ok(answers) => self.add(stamp, answers),
                    Err(error) => self.leave_gap(stamp, &error),
                }
            }
            ControlFlow::Continue(())
        });
        if newest.as_ref() == changes.last() && last_text.is_some_and(|text| is_changed(path, &text)) {
            let name = path.display();
            session.note(&text!(
                "`{name}` has changes that are not committed: they are not shown",
                "`{name}` 有尚未提交的更改，未显示"
            ));
        }
        Ok(())
    }

    /// The changes that are asked for.
    fn taken(&self, changes: Vec<Change>) -> Vec<Change> {
        let since = |change: &Change| self.wanted.since.is_none_or(|since| change.day >= since);
        let changes: Vec<_> = changes.into_iter().filter(since).collect();
        let days: Vec<_> = changes.iter().map(|change| change.day).collect();
        let taken = self.wanted.every.last_of_each(&days);
        taken.into_iter().map(|place| changes[place].clone()).collect()
    }

    fn files(&mut self, paths: &[PathBuf]) {
        let (mut dated, mut gaps, mut known) = (Vec::new(), Vec::new(), KnownAnswers::default());
        for (number, path) in (1..).zip(paths) {
            let word = self.wanted.word(&path.display().to_string());
            let mut stamp =
                Stamp { at: None, revision: None, path: name_of_file(path, number, &self.wanted.private), word };
            let read = files::read(path).map_err(|error| known.instead(path, error));
            let read = read.and_then(|source| self.wanted.parsed(&source, self.model));
            match read.and_then(|answers| day_of(answers, path)) {
                Ok((day, answers)) => {
                    stamp.at = Some(day);
                    dated.push((day, stamp, answers));
                }
                Err(error) => gaps.push((stamp, error)),
            }
        }
        dated.sort_by_key(|(day, ..)| *day);
        dated.retain(|(day, ..)| self.wanted.since.is_none_or(|since| *day >= since));
        let days: Vec<_> = dated.iter().map(|(day, ..)| *day).collect();
        let taken: HashSet<_> = self.wanted.every.last_of_each(&days).into_iter().collect();
        for (place, (_, stamp, answers)) in dated.into_iter().enumerate() {
            if taken.contains(&place) {
                self.add(stamp, answers);
            }
        }
        for (stamp, error) in gaps {
            self.leave_gap(stamp, &error);
        }
    }

    fn add(&mut self, stamp: Stamp, answers: Answers) {
        self.waiting.push((stamp, answers));
        if self.waiting.len() == MOST_WAITING {
            self.score_waiting();
        }
    }

    /// Scores the points that wait, each once, and finds what moved from one to the next.
    fn score_waiting(&mut self) {
        let waiting = std::mem::take(&mut self.waiting);
        let last = self.last.take();
        let mut before = last.as_ref().map(|last| score(self.model, last));
        for (stamp, answers) in &waiting {
            let outcome = score(self.model, answers);
            self.follow.point(stamp, &outcome);
            let moved = before.as_ref().map(|before| moves(before, &outcome));
            self.trend.add(stamp.clone(), PointInput { outcome: &outcome, moved: moved.as_deref() });
            before = Some(outcome);
        }
        drop(before);
        self.last = waiting.into_iter().last().map(|(_, answers)| answers).or(last);
    }

    fn leave_gap(&mut self, stamp: Stamp, error: &anyhow::Error) {
        self.score_waiting();
        let is_private = self.wanted.private.contains(&Private::Names);
        let first = placed(error, |path| path.display().to_string()).into_iter().next();
        let (message, help) = match first {
            // A message may name the file.
            _ if is_private => (text!("it cannot be read", "无法读取"), None),
            Some(problem) => (problem.message, problem.help),
            None => (Text::same(format!("{error:#}")), None),
        };
        self.trend.leave_gap(Gap { stamp, message, help });
    }
}

/// The first letters of a commit, as many as name it.
fn short(commit: &str) -> &str {
    commit.get(..8).unwrap_or(commit)
}

fn source_of(change: &Change, contents: &mut Contents, name: String, new: Option<&Path>) -> Result<Source> {
    let failure = match change.kept {
        Kept::File(_) => return contents.next(name),
        Kept::Nothing => Failure::new(match new.map(Path::display) {
            Some(new) => text!("it was renamed to `{new}`", "文件已改名为 `{new}`"),
            None => text!("it was taken away", "文件已移走"),
        }),
        Kept::Link => Failure::new(text!("it is a symbolic link there", "该处是符号链接")),
        Kept::Repository => Failure::new(text!("it is another repository there", "该处是另一个代码库")),
    };
    Err(failure.into())
}

/// Whether a file is another now than it was; one that cannot be read is not compared.
fn is_changed(path: &Path, text: &str) -> bool {
    files::is_there(path) && files::read(path).is_ok_and(|source| source.text != text)
}

fn day_of(answers: Answers, path: &Path) -> Result<(Date, Answers)> {
    let Some(day) = answers.assessment.date else {
        let name = path.display();
        let failure = Failure::new(text!("it names no `date`", "其中没有 `date`"));
        let help = text!(
            "`assess set {name} --date=2026-11-21` writes one",
            "`assess set {name} --date=2026-11-21` 可写入日期"
        );
        return Err(failure.help(help).into());
    };
    Ok((day, answers))
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
