//! The same questions as printed lines and typed answers: no cursor movement, for screen readers and simple terminals.

use std::io::{self, BufRead as _, Write as _};

use anyhow::Result;
use assess::interview::{Effect, Interview, Key, Mode, Prompt};
use assess::report::screen::lines;
use assess::report::{Colors, Drawing, Style};

use super::leaving::Leaving;
use super::save::Saver;
use crate::terminal::{lang, style_of_stdout};

/// Interviews line by line: the first character is the key, what follows is typed after it.
///
/// # Errors
///
/// The terminal cannot be read or written.
pub(super) fn run(interview: &mut Interview<'_>, saver: &mut Saver<'_>) -> Result<Leaving> {
    let mut input = io::stdin().lock().lines();
    loop {
        print(interview)?;
        let Some(line) = input.next().transpose()? else { return Ok(Leaving::Quit) };
        for (number, key) in keys(&line, interview.mode()).into_iter().enumerate() {
            // What follows the first key is for what that opened, never for the next question.
            if number > 0 && !matches!(interview.mode(), Mode::Typing(..) | Mode::Part(_) | Mode::Evidence(_)) {
                break;
            }
            if let Some(leaving) = press(interview, saver, key) {
                return Ok(leaving);
            }
        }
    }
}

/// Prints the question, and the sign that a line is waited for.
fn print(interview: &Interview<'_>) -> Result<()> {
    let style = Style { lang: lang(), colors: Colors::Off, drawing: Drawing::Plain, ..style_of_stdout(Drawing::Plain) };
    let mut out = io::stdout().lock();
    for line in lines(interview, &style) {
        writeln!(out, "{line}")?;
    }
    write!(out, "> ")?;
    Ok(out.flush()?)
}

/// Does what a key asks for; how the interview is left, if it is.
fn press(interview: &mut Interview<'_>, saver: &mut Saver<'_>, key: Key) -> Option<Leaving> {
    if saver.decide(interview, &key) {
        return None;
    }
    // A line that is typed replaces what was there: it cannot be edited here.
    if let Key::Paste(_) = key {
        interview.clear_line();
    }
    match interview.press(key) {
        Effect::None => {}
        Effect::Leave => return Some(Leaving::Quit),
        // An editor takes the screen; a note is typed here.
        Effect::Editor(_) => {
            interview.press(Key::Char('n'));
        }
        Effect::Save(save) => {
            saver.save(interview, save);
            // What could not be saved stands above, and is given anew.
            let is_between = matches!(interview.mode(), Mode::Typing(_, line) if line.text().is_empty());
            if !is_between {
                interview.close();
            }
        }
    }
    None
}

/// What a typed line stands for. An empty line is Enter.
fn keys(line: &str, mode: &Mode) -> Vec<Key> {
    let line = line.trim();
    let mut keys = Vec::new();
    match mode {
        // Nothing typed is no reason: the question again.
        Mode::Typing(Prompt::Reason, _) if line.is_empty() => return vec![Key::Escape],
        Mode::Part(_) if line.is_empty() => {}
        Mode::Typing(..) | Mode::Part(_) => keys.push(Key::Paste(line.to_owned())),
        _ => {
            let mut characters = line.chars();
            let Some(first) = characters.next() else { return vec![Key::Enter] };
            keys.push(Key::Char(first));
            let rest = characters.as_str().trim();
            if rest.is_empty() {
                return keys;
            }
            keys.push(Key::Paste(rest.to_owned()));
        }
    }
    keys.push(Key::Enter);
    keys
}
