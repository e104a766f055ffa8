//! Saves what an interview asks for: the file on disk is the truth, and who changed it meanwhile is heard.

use std::path::Path;

use anyhow::Result;
use assess::answers::{self, Answer, Answers, Carried};
use assess::interview::{Edit, Interview, Key, Mode, Purpose, Save, is_quit};
use assess::lang::Text;
use assess::model::{Id, Model};
use assess::problem::{Problems, position};
use assess::text;

use crate::failure::{Failure, not_updated};
use crate::files::{self, EvidenceFinder, Stopwatch};

/// Saves into one file, which is read again before each save.
pub struct Saver<'a> {
    path: &'a Path,
    model: &'a Model,
    /// The file as it was when it was last read or written.
    last: String,
    /// What waits for a yes or a no.
    pending: Option<Pending>,
    stopwatch: Stopwatch,
    /// What the first save brought to this version of the model.
    carried: Option<Carried>,
}

/// What has to be agreed to.
enum Pending {
    /// To save what somebody else has changed meanwhile.
    Changed(Save),
    /// To write a file again that is there no more, and to save into it.
    Gone(Save),
    /// To write it again before leaving, with what could not be saved if anything could not.
    Leaving(Option<Save>),
}

/// What came of a key while something waited for a yes or a no.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Decision {
    /// The key is one like any other.
    NotAsked,
    /// The key was used up.
    Taken,
    /// The interview is to be left.
    Leave,
}

/// How a save went.
enum Written {
    Done(Answers),
    Conflict { id: Id, theirs: Option<Answer>, answers: Answers },
}

impl<'a> Saver<'a> {
    /// For a file that was just read, with this text in it.
    pub(super) fn new(path: &'a Path, model: &'a Model, text: String) -> Self {
        Self { path, model, last: text, pending: None, stopwatch: Stopwatch::start(), carried: None }
    }

    /// Saves, and tells the interview how that went.
    pub(super) fn save(&mut self, interview: &mut Interview<'_>, save: Save) {
        match self.write(&save, interview) {
            Ok(Written::Done(answers)) => {
                let missing = self.missing_evidence(&save);
                self.record_pace(interview, &save);
                interview.apply_saved(save, answers);
                if let Some(missing) = missing {
                    interview.remark(missing);
                }
            }
            Ok(Written::Conflict { id, theirs, answers }) => {
                let ours = save.edits.iter().find(|edit| edit.id == id).and_then(|edit| edit.after.as_ref());
                let (Text { en: theirs_en, zh: theirs_zh, .. }, Text { en: ours_en, zh: ours_zh, .. }) =
                    (describe(theirs.as_ref()), describe(ours));
                interview.replace_answers(answers);
                interview.refuse(text!(
                    "the file says {theirs_en} meanwhile; y writes {ours_en}, any other key keeps it",
                    "文件中已改为{theirs_zh}；按 y 写入{ours_zh}，其他键保留"
                ));
                self.pending = Some(Pending::Changed(save));
            }
            Err(_) if !files::is_there(self.path) => {
                let name = self.path.display();
                interview.refuse(text!(
                    "not saved: there is no file `{name}` any more; y writes it again, with all answers",
                    "未保存：文件 `{name}` 已不存在；按 y 连同全部答案重新写入"
                ));
                self.pending = Some(Pending::Gone(save));
            }
            Err(error) => interview.refuse(reason(&error)),
        }
    }

    /// Tells how long an answer took; a note or an undo is none.
    fn record_pace(&mut self, interview: &mut Interview<'_>, save: &Save) {
        let answers = |edit: &Edit| edit.change.as_ref().is_some_and(|change| change.value.is_some());
        if save.edits.iter().any(answers) {
            interview.record_pace(self.stopwatch.lap());
        }
    }

    /// What to say of evidence that was just added and is not there.
    fn missing_evidence(&self, save: &Save) -> Option<Text> {
        if save.purpose == Purpose::Undo {
            return None;
        }
        let mut added = save.edits.iter().flat_map(|edit| {
            let old = edit.before.as_ref().map(|answer| &answer.evidence[..]).unwrap_or_default();
            let new = edit.after.as_ref().map(|answer| &answer.evidence[..]).unwrap_or_default();
            new.iter().filter(|entry| !old.contains(entry))
        });
        let finder = EvidenceFinder::beside(self.path);
        added.find_map(|entry| finder.remark(entry))
    }

    /// What the first save brought to this version of the model; `None` if the file named it already or nothing was saved.
    pub(super) fn carried(&self) -> Option<&Carried> {
        self.carried.as_ref()
    }

    /// Whether something waits for a yes or a no.
    pub(super) fn is_waiting(&self) -> bool {
        self.pending.is_some()
    }

    /// Takes the key for a yes or a no if something waits for one.
    pub(super) fn decide(&mut self, interview: &mut Interview<'_>, key: &Key) -> Decision {
        let Some(pending) = self.pending.take() else { return Decision::NotAsked };
        let is_agreed = matches!(key, Key::Char('y' | 'Y' | 'ｙ'));
        match pending {
            Pending::Changed(save) if is_agreed => {
                let save = interview.redo(save);
                self.save(interview, save);
            }
            Pending::Changed(_) => interview.give_up(text!("kept what is in the file", "保留文件中的内容")),
            Pending::Gone(save) if is_agreed => self.write_again(interview, Some(save)),
            Pending::Leaving(save) if is_agreed => {
                self.write_again(interview, save);
                return if files::is_there(self.path) && !self.is_waiting() {
                    Decision::Leave
                } else {
                    Decision::Taken
                };
            }
            Pending::Leaving(_) if is_quit(key) => return Decision::Leave,
            Pending::Gone(save) if leaves(interview, key) && !files::is_there(self.path) => {
                self.ask_before_leaving(interview, Some(save));
            }
            // The file may be back by now: the key is an answer like any other.
            Pending::Gone(_) | Pending::Leaving(_) => return Decision::NotAsked,
        }
        Decision::Taken
    }

    /// Whether an interview may be left: not at once while its file is gone, and every answer with it.
    pub(super) fn lets_leave(&mut self, interview: &mut Interview<'_>) -> bool {
        if files::is_there(self.path) || matches!(self.pending, Some(Pending::Leaving(_))) {
            return true;
        }
        let save = match self.pending.take() {
            Some(Pending::Changed(save) | Pending::Gone(save)) => Some(save),
            Some(Pending::Leaving(_)) | None => None,
        };
        self.ask_before_leaving(interview, save);
        false
    }

    fn ask_before_leaving(&mut self, interview: &mut Interview<'_>, save: Option<Save>) {
        let name = self.path.display();
        interview.refuse(text!(
            "`{name}` is gone: y writes it again with all answers, q leaves without",
            "`{name}` 已不存在：按 y 连同全部答案重新写入，按 q 放弃答案并退出"
        ));
        self.pending = Some(Pending::Leaving(save));
    }

    /// Writes the file as it was when it was last there, and saves into it.
    fn write_again(&mut self, interview: &mut Interview<'_>, save: Option<Save>) {
        match (files::create(self.path, &self.last), save) {
            (Ok(()), Some(save)) => self.save(interview, save),
            (Ok(()), None) => {}
            (Err(error), _) => interview.refuse(reason(&error)),
        }
    }

    /// Reads the file again, sets what is asked for and nothing else, unless that very answer was changed meanwhile.
    fn write(&mut self, save: &Save, interview: &Interview<'_>) -> Result<Written> {
        let (mut written, mut carried) = (None, None);
        self.last = files::edit(self.path, |source| {
            let on_disk = answers::parse(source, self.model)?;
            let conflict = save.edits.iter().find(|edit| {
                let now = on_disk.given.get(&edit.id);
                now != edit.before.as_ref() && now != edit.after.as_ref()
            });
            if let Some(edit) = conflict {
                let theirs = on_disk.given.get(&edit.id).cloned();
                written = Some(Written::Conflict { id: edit.id.clone(), theirs, answers: on_disk });
                return Ok(source.text.clone());
            }
            let updates = interview.updates(save, &on_disk, files::today());
            let saved = answers::update(source, self.model, &updates).map_err(not_updated)?;
            written = Some(Written::Done(saved.answers));
            carried = saved.carried;
            Ok(saved.text)
        })?;
        self.carried = self.carried.take().or(carried);
        written.ok_or_else(|| Failure::new(text!("nothing was saved", "未能保存")).into())
    }
}

/// Whether a key is the one that leaves, and no letter of what is being typed.
fn leaves(interview: &Interview<'_>, key: &Key) -> bool {
    is_quit(key) && matches!(interview.mode(), Mode::Asking | Mode::Done | Mode::Taking)
}

/// An answer in a few words.
fn describe(answer: Option<&Answer>) -> Text {
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
pub(super) fn reason(error: &anyhow::Error) -> Text {
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
        Some(failure) => failure.message().clone(),
        None => Text::same(error.to_string()),
    }
}
