//! The terminal side of the interview: draws, reads keys, saves, and says at the end how to go on.

mod draw;
mod farewell;
mod full_screen;
mod keyboard;
mod leaving;
mod lines;
mod request;
mod save;
mod setup;

use std::path::Path;
use std::process::ExitCode;

use anyhow::Result;
use assess::answers;
use assess::interview::Interview;
use assess::text;

use crate::advice::shell_word;
use crate::ask::{Way, can_ask};
use crate::failure::Failure;
use crate::files::{self, Place};
use crate::session::{Reading, Session};
use crate::terminal::lang;
use crate::terminal_mode::{is_gone, restore_on_signals};

use full_screen::FullScreen;
use leaving::Leaving;
use save::Saver;
use setup::Asked;

pub use request::Request;

/// An interview needs somebody to ask.
fn check_terminal(path: &Path) -> Result<()> {
    if can_ask() {
        return Ok(());
    }
    let word = shell_word(path);
    let help = if files::is_there(path) {
        text!("`assess set {word} ID VALUE` changes one answer", "`assess set {word} ID 值` 修改一个答案")
    } else {
        text!(
            "`assess init {word}` writes a file to fill in by hand, then `assess set {word} ID VALUE` changes one answer",
            "`assess init {word}` 生成供手工填写的文件，之后 `assess set {word} ID 值` 修改一个答案"
        )
    };
    Err(Failure::new(text!("an interview needs a terminal", "访谈需要在终端中进行")).help(help).into())
}

/// Asks until somebody leaves. Every answer is saved before the next question.
///
/// # Errors
///
/// No terminal, a file that cannot be kept or read, a terminal that cannot be read or written.
pub fn run(session: &Session, request: &Request<'_>) -> Result<ExitCode> {
    check_terminal(request.path)?;
    restore_on_signals()?;
    let left = ask(session, request);
    // A terminal that is gone cannot be asked, and is told nothing more.
    Ok(if is_gone() { Leaving::CutOff } else { left? }.exit_code())
}

fn ask(session: &Session, request: &Request<'_>) -> Result<Leaving> {
    let Request { model, path, wish, .. } = request;
    let way = Way::of(session.drawing());
    let place = files::check_place(path)?;
    let _claimed = files::claim(path)?;
    let mut screen = None;
    let mut wish = wish.clone();
    if place == Place::Taken {
        setup::bring_up_to_date(session, request, way)?;
    }
    if let Some(people) = &request.people {
        setup::begin_with_people(request, place, people)?;
    } else if let Some(before) = setup::before(request, place)? {
        let asked = match way {
            Way::Screen => setup::ask_on(screen.insert(FullScreen::begin()?), before)?,
            Way::Lines => setup::ask_by_lines(before)?,
        };
        match asked {
            Asked::Begin(beginning) => {
                setup::begin(session, request, place, &beginning)?;
                wish.pass = beginning.start.pass().unwrap_or(wish.pass);
            }
            Asked::Leave(leaving) => {
                drop(screen);
                session.note(&text!("nothing was begun", "尚未开始"));
                return Ok(leaving);
            }
        }
    }
    let source = files::read(path)?;
    let answers = answers::parse(&source, model)?;
    session.say_carried(answers.carried.as_ref(), &Reading::Read);
    let mut interview = Interview::new(model, answers, wish);
    if let Some(people) = request.people.clone() {
        interview = interview.with_people(people, lang());
    }
    interview.greet();
    if let Some(names) = files::other_names(path) {
        interview.remark(names);
    }
    let mut saver = Saver::new(path, model, source.text);
    let leaving = match (way, screen) {
        (Way::Screen, Some(mut screen)) => full_screen::run(&mut screen, &mut interview, &mut saver)?,
        (Way::Screen, None) => full_screen::run(&mut FullScreen::begin()?, &mut interview, &mut saver)?,
        (Way::Lines, _) => lines::run(&mut interview, &mut saver)?,
    };
    session.say_carried(saver.carried(), &Reading::Written);
    farewell::say_how_to_go_on(session, request, &interview)?;
    Ok(leaving)
}
