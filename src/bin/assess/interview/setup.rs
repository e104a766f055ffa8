//! What comes before the first question: how to begin, a file that can be kept, its areas, and consent to another version
//! of the model.

use anyhow::Result;
use assess::answers::{self, Detail, Template, Update};
use assess::interview::Pass;
use assess::interview::setup::{Beginning, Setup, SetupEffect, Steps};
use assess::merge::Merge;
use assess::model::Id;
use assess::report::screen::{draw_setup, setup_lines};
use assess::text;

use super::full_screen::{FullScreen, Pressed};
use super::leaving::Leaving;
use super::lines::{self, Typed};
use super::request::Request;
use crate::ask::{Way, confirm};
use crate::failure::{Failure, not_updated, show_remark};
use crate::files::{self, Place};
use crate::session::{Reading, Session};
use crate::terminal::lang;

/// What came of the questions before the first one.
pub(super) enum Asked {
    Begin(Beginning),
    Leave(Leaving),
}

/// Has a file that is there be of this version of the model, and of the areas that were named.
///
/// # Errors
///
/// A file that cannot be written, and consent that was not given.
pub(super) fn bring_up_to_date(session: &Session, request: &Request<'_>, way: Way) -> Result<()> {
    set_scope(session, request, request.scope)?;
    migrate(request, way)
}

/// Has a file that is there be about these areas; about what it is if none is named.
fn set_scope(session: &Session, request: &Request<'_>, scope: &[Id]) -> Result<()> {
    if scope.is_empty() {
        return Ok(());
    }
    let updates = [Update::Scope(scope.to_vec())];
    let mut carried = None;
    files::edit(request.path, |source| {
        let saved = answers::update(source, request.model, &updates).map_err(not_updated)?;
        carried = saved.carried;
        Ok(saved.text)
    })?;
    session.say_carried(carried.as_ref(), &Reading::Written);
    Ok(())
}

/// What is to be asked before the first question; `None` of a file with answers, and of one that is there if the command
/// line says how to begin.
///
/// # Errors
///
/// A file that is there and cannot be read.
pub(super) fn before<'m>(request: &Request<'m>, place: Place) -> Result<Option<Setup<'m>>> {
    let Request { model, path, wish, .. } = request;
    let (steps, answers) = match place {
        Place::Free => (steps(request), answers::empty(model)),
        Place::Taken => (Steps::Start, answers::parse(&files::read(path)?, model)?),
    };
    let is_to_ask = place == Place::Free || self::steps(request) == Steps::All && answers.given.is_empty();
    Ok(is_to_ask.then(|| Setup::new(model, answers, wish.clone(), steps)))
}

/// What is to be asked before the first question of a new file, as far as the command line has not said it.
fn steps(request: &Request<'_>) -> Steps {
    let names_areas = !request.scope.is_empty() || request.wish.only.is_some();
    let names_start = names_areas || request.wish.pass != Pass::Open;
    match (names_areas, names_start) {
        (true, _) => Steps::Team,
        (false, true) => Steps::TeamAndAreas,
        (false, false) => Steps::All,
    }
}

/// Asks on the interview's own screen.
///
/// # Errors
///
/// The terminal cannot be read or written.
pub(super) fn ask_on(terminal: &mut FullScreen, mut setup: Setup<'_>) -> Result<Asked> {
    loop {
        match terminal.ask(None, |style, rows| draw_setup(&setup, style, rows))? {
            Pressed::Nothing => {}
            Pressed::Leave(leaving) => return Ok(Asked::Leave(leaving)),
            Pressed::Key(key) => match setup.press(&key) {
                SetupEffect::None => {}
                SetupEffect::Leave => return Ok(Asked::Leave(Leaving::Quit)),
                SetupEffect::Begin(beginning) => return Ok(Asked::Begin(beginning)),
            },
        }
    }
}

/// Asks by printed lines, each answer read as a whole: what is not known is said, and asked again.
///
/// # Errors
///
/// The terminal cannot be read, or has ended.
pub(super) fn ask_by_lines(mut setup: Setup<'_>) -> Result<Asked> {
    let mut is_new = true;
    loop {
        if is_new {
            lines::write_now(&(setup_lines(&setup, &lines::style()).join("\n") + "\n"))?;
        }
        let line = match lines::read()? {
            Typed::Line(line) => line,
            Typed::NoText => {
                is_new = false;
                continue;
            }
            Typed::End => {
                let why = text!("the input ended before the first question", "输入在第一个问题之前已结束");
                return Err(Failure::new(why).into());
            }
        };
        match setup.read_line(&line) {
            Err(unknown) => lines::say(unknown)?,
            Ok(SetupEffect::Leave) => return Ok(Asked::Leave(Leaving::Quit)),
            Ok(SetupEffect::Begin(beginning)) => return Ok(Asked::Begin(beginning)),
            Ok(SetupEffect::None) => {}
        }
        is_new = true;
    }
}

/// Has the file say what was chosen. A new one has a head worth keeping, and the headings in the model's order.
///
/// # Errors
///
/// A file that cannot be written.
pub(super) fn begin(session: &Session, request: &Request<'_>, place: Place, beginning: &Beginning) -> Result<()> {
    let Request { model, path, scope, .. } = request;
    if place == Place::Taken {
        return set_scope(session, request, &beginning.scope);
    }
    let (scope, team) = (if scope.is_empty() { &beginning.scope } else { *scope }, beginning.team.as_deref());
    let date = files::require_today()?;
    let name = path.display().to_string();
    let template = Template { lang: lang(), date: Some(date), scope, schema: None, team, detail: Detail::Headings };
    files::create(path, &answers::template(&name, model, template).map_err(Failure::from)?.text)
}

/// Begins a new file with what people agree on of the assessment as a whole; the areas may be named on the command line.
///
/// # Errors
///
/// A file that cannot be written.
pub(super) fn begin_with_people(request: &Request<'_>, place: Place, people: &Merge<'_>) -> Result<()> {
    if place == Place::Taken {
        return Ok(());
    }
    let mut head = people.unanswered();
    if !request.scope.is_empty() {
        head.assessment.scope = Some(request.scope.to_vec());
    }
    let name = request.path.display().to_string();
    files::create(request.path, &answers::compose(&name, request.model, &head, lang()).map_err(Failure::from)?.text)
}

/// Brings answers to another version of the model over, on consent.
fn migrate(request: &Request<'_>, way: Way) -> Result<()> {
    let Request { model, path, .. } = request;
    let Some(migration) = answers::migrate(&files::read(path)?, model)? else { return Ok(()) };
    let (from, to, open) = (&migration.from, model.answers_version(), migration.open.len());
    let without = if open == 1 { "question has" } else { "questions have" };
    show_remark(&text!(
        "these answers are to version {from} of the model, this is version {to}; {open} {without} no answer then",
        "这些答案针对模型版本 {from}，当前为版本 {to}；改写后有 {open} 个问题没有答案"
    ));
    for id in &migration.gone {
        show_remark(&text!("gone, kept as a comment: {id}", "已不存在，保留为注释：{id}"));
    }
    if !confirm(text!("Write the new version?", "写入新版本？"), way)? {
        return Err(Failure::new(text!("the file was left as it is", "文件未改动")).into());
    }
    files::edit(path, |source| Ok(answers::migrate(source, model)?.map_or_else(|| source.text.clone(), |it| it.text)))?;
    Ok(())
}
