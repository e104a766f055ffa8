//! The interview on the whole screen: draw, wait for a key, do what it asks.

use std::time::Duration;

use anyhow::Result;
use assess::interview::{Effect, Interview};
use assess::lang::Text;
use assess::text;
use crossterm::event;

use super::draw::{draw, has_room, hides_more};
use super::keys::{self, Input};
use super::leaving::Leaving;
use super::save::Saver;
use crate::files::{self, Edited};
use crate::terminal_mode::{self, TerminalMode};

/// Interviews until somebody leaves.
///
/// # Errors
///
/// The terminal cannot be read or written.
pub(super) fn run(interview: &mut Interview<'_>, saver: &mut Saver<'_>) -> Result<Leaving> {
    let _mode = TerminalMode::begin()?;
    // From now on no change of the window's size goes unnoticed, not even one during the first drawing.
    event::poll(Duration::ZERO)?;
    loop {
        terminal_mode::draw_if_ours(|| draw(interview))?;
        let key = match keys::read(event::read()?) {
            Input::Key(key) => key,
            Input::Interrupt => return Ok(Leaving::Interrupted),
            Input::Suspend => {
                terminal_mode::suspend()?;
                continue;
            }
            Input::Redraw => continue,
        };
        if !has_room() || saver.decide(interview, &key) {
            continue;
        }
        interview.set_more_below(hides_more(interview));
        match interview.press(key) {
            Effect::None => {}
            Effect::Leave => return Ok(Leaving::Quit),
            Effect::Editor(note) => {
                let written = terminal_mode::lend(|| files::edit_text(&note))?;
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
        Err(error) => interview.refuse(Text::same(error.to_string())),
    }
}
