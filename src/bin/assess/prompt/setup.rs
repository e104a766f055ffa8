//! What is asked before a new file is written: the team, and which areas.

use std::io::{self, BufRead as _, Write as _};

use anyhow::Result;
use assess::lang::Text;
use assess::model::{Id, Model};
use assess::text;
use dialoguer::theme::SimpleTheme;
use dialoguer::{Confirm, MultiSelect};

use crate::terminal::{lang, say};

/// The team's name; nothing when the line is left empty.
///
/// # Errors
///
/// The terminal cannot be read.
pub fn team() -> Result<Option<String>> {
    // The terminal's own line editing: it knows Chinese.
    let mut stderr = io::stderr();
    write!(stderr, "{}", say(text!("Team (may stay empty): ", "团队（可留空）：")))?;
    stderr.flush()?;
    let mut line = String::new();
    io::stdin().lock().read_line(&mut line)?;
    Ok(Some(line.trim().to_owned()).filter(|line| !line.is_empty()))
}

/// A yes or a no; Enter is no.
///
/// # Errors
///
/// The terminal cannot be read.
pub fn confirm(question: Text) -> Result<bool> {
    let confirm = Confirm::with_theme(&SimpleTheme).with_prompt(say(question)).default(false);
    Ok(confirm.interact()?)
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
    let chosen = MultiSelect::with_theme(&SimpleTheme)
        .with_prompt(say(text!("Areas (Space ticks, Enter goes on)", "领域（空格勾选，Enter 继续）")))
        .items(&names)
        .defaults(&vec![true; names.len()])
        .interact()?;
    if chosen.is_empty() || chosen.len() == names.len() {
        return Ok(Vec::new());
    }
    Ok(chosen.into_iter().map(|place| model.areas[place].id.clone()).collect())
}
