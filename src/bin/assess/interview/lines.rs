//! The same questions as printed lines and typed answers: no cursor movement, for screen readers and simple terminals.

use std::io::{self, BufRead as _, Write as _};

use anyhow::Result;
use assess::interview::command::Command;
use assess::interview::{Effect, Interview, Key, Mode};
use assess::lang::Text;
use assess::report::screen::lines;
use assess::report::{Colors, Drawing, Style};
use assess::text;
use assess::text::wrap;

use super::leaving::Leaving;
use super::save::{Decision, Saver};
use crate::terminal::{lang, localize, style_of_stdout};

/// Interviews line by line, each read as a whole: what is not known is said, and asked again.
///
/// # Errors
///
/// The terminal cannot be read or written.
pub(super) fn run(interview: &mut Interview<'_>, saver: &mut Saver<'_>) -> Result<Leaving> {
    print(interview)?;
    loop {
        let line = match read()? {
            Typed::Line(line) => line,
            Typed::NoText => continue,
            Typed::End => return Ok(Leaving::Quit),
        };
        match saver.decide(interview, &decided(&line)) {
            Decision::NotAsked => {}
            Decision::Taken => {
                print(interview)?;
                continue;
            }
            Decision::Leave => return Ok(Leaving::Quit),
        }
        match interview.read_command(&line) {
            Err(unknown) => say(unknown)?,
            Ok(command) => {
                if let Some(leaving) = obey(interview, saver, command) {
                    return Ok(leaving);
                }
                print(interview)?;
            }
        }
    }
}

/// What was typed.
pub(super) enum Typed {
    Line(String),
    /// What is no text, which was said.
    NoText,
    /// The terminal has ended.
    End,
}

/// Waits for a line.
///
/// # Errors
///
/// The terminal cannot be read or written.
pub(super) fn read() -> Result<Typed> {
    write_now("> ")?;
    let mut bytes = Vec::new();
    if io::stdin().lock().read_until(b'\n', &mut bytes)? == 0 {
        return Ok(Typed::End);
    }
    Ok(if let Ok(line) = String::from_utf8(bytes) {
        Typed::Line(line)
    } else {
        say(text!("that line is not UTF-8 text; type it again", "这一行不是 UTF-8 文本，请重新输入"))?;
        Typed::NoText
    })
}

/// How lines are printed.
pub(super) fn style() -> Style {
    Style { lang: lang(), colors: Colors::Off, drawing: Drawing::Plain, ..style_of_stdout(Drawing::Plain) }
}

/// A yes, or the wish to leave, as the key that says so; anything else is a no.
fn decided(line: &str) -> Key {
    match line.trim() {
        "y" | "Y" | "ｙ" | "yes" | "是" => Key::Char('y'),
        "q" | "Q" | "ｑ" | "quit" | "退出" => Key::Char('q'),
        _ => Key::Escape,
    }
}

fn obey(interview: &mut Interview<'_>, saver: &mut Saver<'_>, command: Command) -> Option<Leaving> {
    let keys = match command {
        Command::Keys(keys) => keys,
        Command::PartOf(level) => {
            let effect = interview.answer_part_of(level);
            return take(interview, saver, effect);
        }
    };
    for (number, key) in keys.into_iter().enumerate() {
        // What follows the first key is for what that opened, never for the next question.
        if number > 0
            && !matches!(interview.mode(), Mode::Typing(..) | Mode::Part(_) | Mode::Excepting(..) | Mode::Evidence(_))
        {
            break;
        }
        // A line that is typed replaces what was there: it cannot be edited here.
        if let Key::Paste(_) = key {
            interview.clear_line();
        }
        let effect = interview.press(key);
        if let Some(leaving) = take(interview, saver, effect) {
            return Some(leaving);
        }
    }
    None
}

/// Does what is to be done; how the interview is left, if it is.
fn take(interview: &mut Interview<'_>, saver: &mut Saver<'_>, effect: Effect) -> Option<Leaving> {
    match effect {
        Effect::None => {}
        Effect::Leave => return saver.lets_leave(interview).then_some(Leaving::Quit),
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

/// Prints where the interview is; what help says is followed by the question again.
fn print(interview: &mut Interview<'_>) -> Result<()> {
    let style = style();
    let mut text = lines(interview, &style).join("\n") + "\n";
    if let Mode::Help(_) | Mode::Opinions(_) = interview.mode() {
        interview.press(Key::Escape);
        text = text + "\n" + &lines(interview, &style).join("\n") + "\n";
    }
    write_now(&text)
}

pub(super) fn say(words: Text) -> Result<()> {
    let lines = wrap(&localize(words), style_of_stdout(Drawing::Plain).width, "", "  ");
    write_now(&(lines.join("\n") + "\n"))
}

pub(super) fn write_now(text: &str) -> Result<()> {
    let mut out = io::stdout().lock();
    out.write_all(text.as_bytes())?;
    Ok(out.flush()?)
}
