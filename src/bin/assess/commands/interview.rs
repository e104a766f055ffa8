//! `assess interview`: ask, save after every answer, resume.

use std::path::Path;
use std::process::ExitCode;

use anyhow::Result;
use assess::answers::{self, Answer, Answers, Detail, Template};
use assess::interview::{Edit, Effect, Interview as Machine, Key, Mode, Pass, Wish};
use assess::lang::Text;
use assess::model::{Id, Level, Model};
use assess::problem::{Problems, Source, position};
use assess::report::{Drawing, score};
use assess::{scoring, text};

use super::{Session, area, find, read_answers};
use crate::cli::Interview;
use crate::failure::{Failure, remark};
use crate::files;
use crate::output::to_stdout;
use crate::prompt::{self, Shell};
use crate::terminal::{lang, style_of_stdout};

pub fn run(session: &Session, arguments: &Interview) -> Result<ExitCode> {
    let model = session.model()?;
    let path = session.path(arguments.file.as_deref(), &model)?;
    files::refuse_stdin(&path)?;
    prompt::check_terminal()?;
    prompt::restore_on_signals()?;
    let wish = wish(&model, arguments)?;
    let scope = arguments.scope.iter().map(|id| area(&model, id)).collect::<Result<Vec<_>>>()?;
    let is_new = !path.exists();
    if is_new {
        begin(session, arguments, &model, &path, &scope)?;
    }
    files::check_writable(&path)?;
    let _claimed = files::claim(&path)?;
    if !scope.is_empty() && !is_new {
        files::edit(&path, |source| Ok(answers::set_scope(source, &model, &scope)?))?;
    }
    if !brought_over(session, &path, &model)? {
        return Err(Failure::new(text!("the file was left as it is", "文件未改动")).into());
    }
    let answers = read_answers(&path, &model)?;
    let mut machine = Machine::new(&model, answers, wish);
    machine.said = Some(greeting(&machine));
    let mut saver = Saver { path: &path, model: &model, pending: None };
    let leaving = if is_plain(session) {
        prompt::run_plain(&mut machine, &mut saver)?
    } else {
        prompt::run(&mut machine, &mut saver)?
    };
    farewell(session, arguments, &path, &machine)?;
    Ok(leaving.exit_code())
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
    let agreed = if is_plain(session) { prompt::confirm_by_line(question)? } else { prompt::confirm(question)? };
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
    session.drawing() == Drawing::Plain || prompt::is_dumb()
}

/// A new file: a head worth keeping, and the headings in the model's order.
fn begin(session: &Session, arguments: &Interview, model: &Model, path: &Path, scope: &[Id]) -> Result<()> {
    let team = prompt::team()?;
    let scope = match scope {
        // Who asks for one part alone has said what is wanted.
        [] if arguments.only.is_some() => Vec::new(),
        [] if is_plain(session) => prompt::areas_by_line(model)?,
        [] => prompt::areas(model)?,
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
    let (answered, (_, count)) = (machine.answered(), machine.position());
    let file = path.display();
    if machine.mode == Mode::Done && arguments.only.is_none() {
        let outcome = scoring::score(machine.model, &machine.answers);
        to_stdout(&score::summary(&outcome, &style_of_stdout(session.drawing())))?;
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

/// Saves what the machine asks for; the file on disk is the truth.
struct Saver<'a> {
    path: &'a Path,
    model: &'a Model,
    /// Changes that met somebody else's, until somebody says which are to stand.
    pending: Option<Vec<Edit>>,
}

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
        let Some(edits) = self.pending.take() else { return false };
        if matches!(key, Key::Char('y' | 'Y' | 'ｙ')) {
            let now = |edit: &Edit| interview.answers.given.get(&edit.id).cloned();
            let edits = edits.into_iter().map(|edit| {
                let now = now(&edit);
                edit.onto(now)
            });
            let edits = edits.collect();
            self.save(interview, edits, saved);
        } else {
            interview.refused(text!("kept what is in the file", "保留文件中的内容"));
        }
        true
    }
}

impl Saver<'_> {
    fn save(&mut self, interview: &mut Machine<'_>, edits: Vec<Edit>, then: fn(&mut Machine<'_>, Vec<Edit>)) {
        match self.write(&edits, interview) {
            Ok(Saved::Done(answers)) => {
                interview.reread(answers);
                then(interview, edits);
            }
            Ok(Saved::Conflict { id, theirs, answers }) => {
                let (theirs, ours) = (
                    said(theirs.as_ref()),
                    said(edits.iter().find(|edit| edit.id == id).and_then(|edit| edit.after.as_ref())),
                );
                let (theirs_en, theirs_zh, ours_en, ours_zh) = (&theirs.en, &theirs.zh, &ours.en, &ours.zh);
                interview.reread(answers);
                interview.refused(text!(
                    "the file says {theirs_en} meanwhile; y writes {ours_en}, any other key keeps it",
                    "文件中已改为{theirs_zh}；按 y 写入{ours_zh}，其他键保留"
                ));
                self.pending = Some(edits);
            }
            Err(error) => interview.refused(why(&error)),
        }
    }

    /// Writes that the whole was confirmed today.
    fn confirm(&self) -> Result<()> {
        let Some(today) = files::today() else { return Ok(()) };
        files::edit(self.path, |source| Ok(answers::set_date(source, self.model, today)?))
    }

    /// Reads the file again, sets what is asked for and nothing else, unless that very answer was changed meanwhile.
    fn write(&self, edits: &[Edit], interview: &Machine<'_>) -> Result<Saved> {
        let mut saved = None;
        files::edit(self.path, |source| {
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
