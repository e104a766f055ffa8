//! The interview on the whole screen: draw, wait for a key, do what it asks.

use std::time::Duration;

use anyhow::Result;
use assess::interview::input::Input;
use assess::interview::{Effect, Interview, Key, is_quit};
use assess::report::Style;
use assess::report::screen::{self, Screen};
use assess::text;

use super::draw::{Painter, below, has_room};
use super::keyboard::{Event, Keyboard};
use super::leaving::Leaving;
use super::save::{Decision, Saver, reason};
use crate::files::{self, Edited};
use crate::terminal_mode::{self, TerminalMode};

/// The whole terminal: what is drawn on it, and the keys that are pressed.
pub(super) struct FullScreen {
    keyboard: Keyboard,
    painter: Painter,
    /// Given back last.
    _mode: TerminalMode,
}

/// A key, or what leaves whatever is asked.
pub(super) enum Pressed {
    Key(Key),
    Leave(Leaving),
    /// As long as was to be waited nothing was pressed.
    Nothing,
}

impl FullScreen {
    /// Takes the terminal.
    ///
    /// # Errors
    ///
    /// A terminal that cannot be taken.
    pub(super) fn begin() -> Result<Self> {
        let keyboard = Keyboard::open()?;
        Ok(Self { keyboard, painter: Painter::default(), _mode: TerminalMode::begin()? })
    }

    /// Draws, unless a key was pressed ahead, and waits for a key, for so long if that is said. Where there is no room for
    /// a question, none is taken but what leaves.
    ///
    /// # Errors
    ///
    /// The terminal cannot be read or written.
    pub(super) fn ask(
        &mut self,
        patience: Option<Duration>,
        screen: impl Fn(&Style, usize) -> Screen,
    ) -> Result<Pressed> {
        loop {
            if !self.keyboard.is_ahead()? {
                terminal_mode::draw_if_ours(|| self.painter.draw(&screen))?;
            }
            match self.keyboard.read(patience)? {
                Event::Input(Input::Key(key)) if has_room() => return Ok(Pressed::Key(key)),
                Event::Input(Input::Key(key)) if is_quit(&key) => return Ok(Pressed::Leave(Leaving::Quit)),
                Event::Input(Input::Key(_)) => {}
                Event::Input(Input::Interrupt) => return Ok(Pressed::Leave(Leaving::Interrupted)),
                Event::Input(Input::Suspend) => {
                    terminal_mode::suspend()?;
                    self.begin_anew()?;
                }
                Event::Input(Input::Redraw) | Event::Resized => self.painter.forget(),
                Event::Gone => return Ok(Pressed::Leave(Leaving::CutOff)),
                Event::Nothing => return Ok(Pressed::Nothing),
            }
        }
    }

    /// Lends the terminal to another program.
    fn lend<T>(&mut self, run: impl FnOnce() -> T) -> Result<T> {
        let done = terminal_mode::lend(run)?;
        self.begin_anew()?;
        Ok(done)
    }

    /// The terminal was somebody else's: so are the screen and what was sent.
    fn begin_anew(&mut self) -> Result<()> {
        self.painter.forget();
        self.keyboard.forget_pending()
    }
}

/// Interviews until somebody leaves.
///
/// # Errors
///
/// The terminal cannot be read or written.
pub(super) fn run(terminal: &mut FullScreen, interview: &mut Interview<'_>, saver: &mut Saver<'_>) -> Result<Leaving> {
    loop {
        let key = match terminal.ask(interview.patience(), |style, rows| screen::draw(interview, style, rows))? {
            Pressed::Key(key) => key,
            Pressed::Nothing => {
                interview.time_out();
                continue;
            }
            Pressed::Leave(Leaving::CutOff) => return Ok(Leaving::CutOff),
            Pressed::Leave(leaving) if saver.lets_leave(interview) => return Ok(leaving),
            Pressed::Leave(_) => continue,
        };
        match saver.decide(interview, &key) {
            Decision::NotAsked => {}
            Decision::Taken => continue,
            Decision::Leave => return Ok(Leaving::Quit),
        }
        interview.set_below(below(interview));
        match interview.press(key) {
            Effect::Leave if saver.lets_leave(interview) => return Ok(Leaving::Quit),
            Effect::None | Effect::Leave => {}
            Effect::Editor(note) => {
                let written = terminal.lend(|| files::edit_text(&note))?;
                take_note(interview, saver, written);
            }
            Effect::Save(save) => saver.save(interview, save),
        }
    }
}

/// Saves the note that was written in the user's own editor, or says why there is none.
fn take_note(interview: &mut Interview<'_>, saver: &mut Saver<'_>, written: Result<Edited>) {
    match written {
        Ok(Edited::Written(note)) => {
            if let Effect::Save(save) = interview.set_note(&note) {
                saver.save(interview, save);
            }
        }
        Ok(Edited::AtOnce) => interview.refuse(text!(
            "the editor ended at once and nothing was changed; set EDITOR to one that waits, e.g. `code --wait`",
            "编辑器立即结束，内容未改动；请将 EDITOR 设为会等待的编辑器，例如 `code --wait`"
        )),
        Ok(Edited::Failed) => interview
            .refuse(text!("the editor did not end well; the note is as it was", "编辑器未正常结束，备注未改动")),
        Err(error) => interview.refuse(reason(&error)),
    }
}
