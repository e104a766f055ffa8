//! What is asked before a new file is written: the team, and which areas.

use std::io::{self, BufRead as _, Write as _};

use anyhow::Result;
use assess::lang::Text;
use assess::model::{Id, Model};
use assess::text;
use dialoguer::theme::SimpleTheme;
use dialoguer::{Confirm, MultiSelect};

use super::terminal_mode::with_keys_as_keys;
use crate::failure::Failure;
use crate::terminal::{lang, say};

/// The team's name; nothing when the line is left empty.
///
/// # Errors
///
/// The terminal cannot be read.
pub fn team() -> Result<Option<String>> {
    let team = line(text!("Team (may stay empty): ", "团队（可留空）："))?;
    Ok(Some(team).filter(|team| !team.is_empty()))
}

/// One line, edited as the terminal itself does it: it knows Chinese.
fn line(question: Text) -> Result<String> {
    let mut stderr = io::stderr();
    write!(stderr, "{}", say(question))?;
    stderr.flush()?;
    let mut line = String::new();
    if io::stdin().lock().read_line(&mut line)? == 0 {
        return Err(
            Failure::new(text!("the input ended before the first question", "输入在第一个问题之前已结束")).into()
        );
    }
    Ok(line.trim().to_owned())
}

/// The same choice as [`areas`], typed: names of areas, or nothing for all.
///
/// # Errors
///
/// The terminal cannot be read.
pub fn areas_by_line(model: &Model) -> Result<Vec<Id>> {
    if model.areas.len() < 2 {
        return Ok(Vec::new());
    }
    let names = model.areas.iter().map(|area| format!("{} ({})", area.id, area.name.get(lang())));
    let names = names.collect::<Vec<_>>().join(", ");
    loop {
        let typed = line(text!("Areas, of {names}; empty for all: ", "领域，可选 {names}；留空为全部："))?;
        let words: Vec<_> = typed.split([',', '，', ' ']).filter(|word| !word.is_empty()).collect();
        let found = words.iter().map(|word| model.areas.iter().find(|area| area.id.as_str() == *word));
        if let Some(areas) = found.collect::<Option<Vec<_>>>() {
            return Ok(areas.into_iter().map(|area| area.id.clone()).collect());
        }
    }
}

/// A yes or a no; Enter is no.
///
/// # Errors
///
/// The terminal cannot be read.
pub fn confirm(question: Text) -> Result<bool> {
    let confirm = Confirm::with_theme(&SimpleTheme).with_prompt(say(question)).default(false);
    asked(with_keys_as_keys(|| confirm.interact()))
}

/// The same, typed: `y`, or anything else for no.
///
/// # Errors
///
/// The terminal cannot be read.
pub fn confirm_by_line(question: Text) -> Result<bool> {
    let (en, zh) = (question.en, question.zh);
    let typed = line(text!("{en} (y/n) ", "{zh}（y/n）"))?;
    Ok(matches!(typed.as_str(), "y" | "Y" | "yes" | "是"))
}

/// The areas to assess; nothing when all are. A model of one area has nothing to choose.
///
/// # Errors
///
/// The terminal cannot be read.
pub fn areas(model: &Model) -> Result<Vec<Id>> {
    if model.areas.len() < 2 {
        return Ok(Vec::new());
    }
    let names: Vec<_> = model.areas.iter().map(|area| area.name.get(lang())).collect();
    let choice = MultiSelect::with_theme(&SimpleTheme)
        .with_prompt(say(text!("Areas (Space ticks, Enter goes on)", "领域（空格勾选，Enter 继续）")))
        .items(&names)
        .defaults(&vec![true; names.len()]);
    let chosen = asked(with_keys_as_keys(|| choice.interact()))?;
    if chosen.is_empty() || chosen.len() == names.len() {
        return Ok(Vec::new());
    }
    Ok(chosen.into_iter().map(|place| model.areas[place].id.clone()).collect())
}

/// What was answered. Ctrl-C interrupts the question; the signal that came with it ends the program.
fn asked<T>(answer: dialoguer::Result<T>) -> Result<T> {
    match answer {
        Err(dialoguer::Error::IO(error)) if error.kind() == io::ErrorKind::Interrupted => loop {
            std::thread::park();
        },
        answer => Ok(answer?),
    }
}
