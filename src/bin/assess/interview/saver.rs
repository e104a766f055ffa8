//! Saves what an interview asks for: the file on disk is the truth, and who changed it meanwhile is heard.

use std::path::Path;

use anyhow::Result;
use assess::answers::{self, Answer, Answers};
use assess::interview::{Edit, Effect, Interview as Machine, Key};
use assess::lang::Text;
use assess::model::{Id, Model};
use assess::problem::{Problems, Source, position};
use assess::text;

use super::Shell;
use crate::failure::Failure;
use crate::files;

/// Saves into one file, which is read again before each save.
pub struct Saver<'a> {
    path: &'a Path,
    model: &'a Model,
    /// The file as it was when it was last read or written.
    last: String,
    /// What waits for a yes or a no.
    pending: Option<Pending>,
}

/// A save that has to be agreed to.
struct Pending {
    edits: Vec<Edit>,
    then: Then,
    obstacle: Obstacle,
}

/// What a save met.
enum Obstacle {
    /// The very answer was changed by somebody else.
    Changed,
    /// The file is there no more.
    Gone,
}

/// How the machine is told of a save.
type Then = fn(&mut Machine<'_>, Vec<Edit>);

fn saved(interview: &mut Machine<'_>, edits: Vec<Edit>) {
    interview.saved(edits);
}

fn undone(interview: &mut Machine<'_>, edits: Vec<Edit>) {
    interview.undone(edits);
}

/// How a save went.
enum Saved {
    Done(Answers),
    Conflict { id: Id, theirs: Option<Answer>, answers: Answers },
}

impl Shell for Saver<'_> {
    fn carry_out(&mut self, interview: &mut Machine<'_>, effect: Effect) {
        match effect {
            Effect::Save(edits) => self.save(interview, edits, saved),
            Effect::Undo(edits) => self.save(interview, edits, undone),
            Effect::Date => {
                if let Err(error) = self.confirm() {
                    interview.refused(why(&error));
                }
            }
            Effect::None | Effect::Editor(_) | Effect::Leave => {}
        }
    }

    fn decide(&mut self, interview: &mut Machine<'_>, key: &Key) -> bool {
        let Some(Pending { edits, then, obstacle }) = self.pending.take() else { return false };
        let is_agreed = matches!(key, Key::Char('y' | 'Y' | 'ｙ'));
        match obstacle {
            Obstacle::Changed if is_agreed => {
                let edits = edits.into_iter().map(|edit| {
                    let now = interview.answers.given.get(&edit.id).cloned();
                    interview.redo(edit, now)
                });
                let edits = edits.collect();
                self.save(interview, edits, then);
            }
            Obstacle::Gone if is_agreed => match files::create(self.path, &self.last) {
                Ok(()) => self.save(interview, edits, then),
                Err(error) => interview.refused(why(&error)),
            },
            Obstacle::Changed => interview.dropped(text!("kept what is in the file", "保留文件中的内容")),
            // The file may be back by now: the key is an answer like any other.
            Obstacle::Gone => return false,
        }
        true
    }
}

impl<'a> Saver<'a> {
    /// For a file that was just read, with this text in it.
    pub fn new(path: &'a Path, model: &'a Model, text: String) -> Self {
        Self { path, model, last: text, pending: None }
    }

    fn save(&mut self, interview: &mut Machine<'_>, edits: Vec<Edit>, then: Then) {
        match self.write(&edits, interview) {
            Ok(Saved::Done(answers)) => {
                interview.reread(answers);
                then(interview, edits);
            }
            Ok(Saved::Conflict { id, theirs, answers }) => {
                let ours = edits.iter().find(|edit| edit.id == id).and_then(|edit| edit.after.as_ref());
                let (Text { en: theirs_en, zh: theirs_zh }, Text { en: ours_en, zh: ours_zh }) =
                    (said(theirs.as_ref()), said(ours));
                interview.reread(answers);
                interview.refused(text!(
                    "the file says {theirs_en} meanwhile; y writes {ours_en}, any other key keeps it",
                    "文件中已改为{theirs_zh}；按 y 写入{ours_zh}，其他键保留"
                ));
                self.pending = Some(Pending { edits, then, obstacle: Obstacle::Changed });
            }
            Err(_) if !files::is_there(self.path) => {
                let name = self.path.display();
                interview.refused(text!(
                    "not saved: there is no file `{name}` any more; y writes it again, with all answers",
                    "未保存：文件 `{name}` 已不存在；按 y 连同全部答案重新写入"
                ));
                self.pending = Some(Pending { edits, then, obstacle: Obstacle::Gone });
            }
            Err(error) => interview.refused(why(&error)),
        }
    }

    /// Writes that the whole was confirmed today.
    fn confirm(&mut self) -> Result<()> {
        let Some(today) = files::today() else { return Ok(()) };
        self.last = files::edit(self.path, |source| Ok(answers::set_date(source, self.model, today)?))?;
        Ok(())
    }

    /// Reads the file again, sets what is asked for and nothing else, unless that very answer was changed meanwhile.
    fn write(&mut self, edits: &[Edit], interview: &Machine<'_>) -> Result<Saved> {
        let mut saved = None;
        self.last = files::edit(self.path, |source| {
            let on_disk = answers::parse(source, self.model)?;
            let conflict = edits.iter().find(|edit| {
                let now = on_disk.given.get(&edit.id);
                !same(now, edit.before.as_ref()) && !same(now, edit.after.as_ref())
            });
            if let Some(edit) = conflict {
                let theirs = on_disk.given.get(&edit.id).cloned();
                saved = Some(Saved::Conflict { id: edit.id.clone(), theirs, answers: on_disk });
                return Ok(source.text.clone());
            }
            let dimension = |edit: &Edit| self.model.dimensions().find(|it| it.id == edit.id);
            let changes: Vec<_> =
                edits.iter().filter_map(|edit| Some((dimension(edit)?, edit.after.as_ref()))).collect();
            let mut text = answers::set_all(source, self.model, &changes)?;
            if completes(interview, &on_disk, edits)
                && let Some(today) = files::today()
            {
                text = answers::set_date(&named(source, text), self.model, today)?;
            }
            saved = Some(Saved::Done(on_disk));
            Ok(text)
        })?;
        saved.ok_or_else(|| Failure::new(text!("nothing was saved", "未能保存")).into())
    }
}

fn named(source: &Source, text: String) -> Source {
    Source { name: source.name.clone(), text }
}

/// Whether these edits answer the last open question, or end a full review.
fn completes(interview: &Machine<'_>, on_disk: &Answers, edits: &[Edit]) -> bool {
    let mut after = interview.clone();
    after.reread(on_disk.clone());
    after.saved(edits.to_vec());
    after.is_whole() && !interview.is_whole()
}

/// Whether two answers say the same, wherever they stand.
fn same(one: Option<&Answer>, other: Option<&Answer>) -> bool {
    let bare = |answer: Option<&Answer>| answer.map(|answer| Answer { line: 0, ..answer.clone() });
    bare(one) == bare(other)
}

/// An answer in a few words.
fn said(answer: Option<&Answer>) -> Text {
    let claim = match answer.and_then(|answer| answer.claim.as_ref()) {
        None => text!("no answer", "未回答"),
        Some(claim) => match claim.grade() {
            Some(grade) => text!("level {grade}", "级别 {grade}"),
            None => text!("n/a", "不适用"),
        },
    };
    let (en, zh) = (&claim.en, &claim.zh);
    match answer.and_then(|answer| answer.note.as_ref()) {
        Some(note) => text!("{en} ({note})", "{zh}（{note}）"),
        None => claim,
    }
}

/// Why a save failed, in one line.
fn why(error: &anyhow::Error) -> Text {
    let problem = error.downcast_ref::<Problems>().and_then(|problems| problems.0.first());
    if let Some((file, problem)) = problem.and_then(|file| Some((file, file.problems.first()?))) {
        let (line, _) = position(&file.source.text, problem.span.start);
        let (name, en, zh) = (&file.source.name, &problem.message.en, &problem.message.zh);
        return text!(
            "not saved: {name}, line {line}: {en}; mend the file, then answer again",
            "未保存：{name} 第 {line} 行：{zh}；请修正文件后重新作答"
        );
    }
    match error.downcast_ref::<Failure>() {
        Some(failure) => failure.text(),
        None => Text::same(error.to_string()),
    }
}
