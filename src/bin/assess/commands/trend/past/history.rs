//! The points of a trend from the git history of one file.

use std::ops::ControlFlow;
use std::path::Path;

use anyhow::Result;
use assess::problem::Source;
use assess::text;
use assess::trend::Stamp;

use super::course::{Course, Follow, Wanted};
use crate::advice::shell_word;
use crate::arguments::private::name_of_file;
use crate::commands::in_order::{Turn, cores, in_order};
use crate::commands::trend::missing::{KnownAnswers, unread};
use crate::failure::Failure;
use crate::files::{self, Change, Contents, History, Kept};
use crate::session::Session;

/// Adds every change of the file that is asked for, the earliest first; what cannot be read leaves a gap.
///
/// # Errors
///
/// Standard input, a folder, a file without a history, and a `git` that fails.
pub fn read(course: &mut Course<'_, '_, impl Follow>, session: &Session, path: &Path) -> Result<()> {
    if path.as_os_str() == "-" {
        let failure = Failure::new(text!("standard input has no history", "标准输入没有历史"));
        return Err(failure.help(text!("name the answers file", "请指定答案文件")).into());
    }
    files::refuse_folder(path)?;
    let history = History::of(path).map_err(|error| KnownAnswers::default().instead(path, unread(path, error)))?;
    note_what_is_not_shown(session, path, &history);
    let newest = history.changes.last();
    let changes = select(course.wanted, &history.changes);
    let last_text = add_changes(course, &history, &changes)?;
    let is_newest_shown = newest == changes.last().copied();
    if is_newest_shown && last_text.is_some_and(|text| is_changed(path, &text)) {
        let name = path.display();
        session.note(&text!(
            "`{name}` has changes that are not committed: they are not shown",
            "`{name}` 有尚未提交的更改，未显示"
        ));
    }
    Ok(())
}

/// Notes that the history is cut, or goes on under another name.
fn note_what_is_not_shown(session: &Session, path: &Path, history: &History) {
    if history.is_shallow {
        session.note(&text!(
            "this clone has a part of the history only: `git fetch --unshallow` brings the rest",
            "此克隆只有部分历史：`git fetch --unshallow` 可获取其余部分"
        ));
    }
    if let Some(new) = &history.renamed_to {
        let (old, name) = (path.display(), shell_word(&files::from_working_folder(&history.root, new)));
        session.note(&text!(
            "`{old}` is called {name} since its last change; all of it: `assess trend {name}`",
            "`{old}` 在最后一次更改时改名为 {name}；完整历史：`assess trend {name}`"
        ));
    }
}

/// The changes that are asked for.
fn select<'a>(wanted: &Wanted, changes: &'a [Change]) -> Vec<&'a Change> {
    let since = |change: &&Change| wanted.since.is_none_or(|since| change.day >= since);
    let changes: Vec<_> = changes.iter().filter(since).collect();
    let days: Vec<_> = changes.iter().map(|change| change.day).collect();
    wanted.every.last_of_each(&days).into_iter().map(|place| changes[place]).collect()
}

/// Adds these changes, read on several threads; the text of the last one, if it is a file.
fn add_changes(
    course: &mut Course<'_, '_, impl Follow>,
    history: &History,
    changes: &[&Change],
) -> Result<Option<String>> {
    let names = changes.iter().filter_map(|change| match &change.kept {
        Kept::File(content) => Some(content.clone()),
        _ => None,
    });
    let mut contents = Contents::ask(&history.root, names.collect())?;
    let is_here = files::is_working_in(&history.root);
    let newest = history.changes.last();
    let sources = (1..).zip(changes).map(|(number, change)| {
        let name = format!("git:{}:{}", short(&change.commit), change.place.display());
        let renamed_to = history.renamed_to.as_deref().filter(|_| newest == Some(change));
        let source = source_of(change, &mut contents, name.clone(), renamed_to);
        (number, *change, name, source)
    });
    let (model, wanted) = (course.model, course.wanted);
    let parse = |(number, change, name, source): (usize, &Change, String, Result<Source>)| {
        let stamp = Stamp {
            at: Some(change.day),
            revision: Some(change.commit.clone()),
            path: name_of_file(&change.place, number, &wanted.private),
            word: is_here.then(|| wanted.word(&name)).flatten(),
        };
        match source {
            Ok(source) => (stamp, wanted.parse(&source, model), Some(source.text)),
            Err(error) => (stamp, Err(error), None),
        }
    };
    let mut last_text = None;
    in_order(sources, cores(), parse, |turn| {
        if let Turn::Result((stamp, answers, text)) = turn {
            last_text = text;
            course.add_read(stamp, answers);
        }
        ControlFlow::Continue(())
    });
    Ok(last_text)
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
