//! Questions outside the interview's screen: a yes or a no, which areas, one line. Only standard error is written.
//!
//! The terminal has to be given back if a signal ends the program meanwhile: [`restore_on_signals`] comes first.
//!
//! [`restore_on_signals`]: crate::terminal_mode::restore_on_signals

use std::io::{self, BufRead as _, IsTerminal as _, Write as _};

use anyhow::Result;
use assess::lang::Text;
use assess::model::{Group, Id, Model};
use assess::report::Drawing;
use assess::text;
use assess::text::one_line;
use dialoguer::theme::SimpleTheme;
use dialoguer::{Confirm, MultiSelect};

use crate::failure::Failure;
use crate::terminal::{is_dumb, lang, localize, style_of_stderr};
use crate::terminal_mode::ask_without_signal_keys;

/// How questions are asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Way {
    /// With a cursor that moves.
    Screen,
    /// As printed lines and typed answers.
    Lines,
}

impl Way {
    /// By lines where nothing is to be drawn, or this terminal cannot be drawn on.
    pub fn of(drawing: Drawing) -> Self {
        let is_drawable = drawing == Drawing::Drawn && !is_dumb() && io::stdout().is_terminal();
        if is_drawable { Self::Screen } else { Self::Lines }
    }
}

/// Whether anything can be asked: standard input and standard error are a terminal.
pub fn can_ask() -> bool {
    io::stdin().is_terminal() && io::stderr().is_terminal()
}

/// A yes or a no; Enter is no.
///
/// # Errors
///
/// The terminal cannot be read.
pub fn confirm(question: Text, way: Way) -> Result<bool> {
    match way {
        Way::Screen => {
            let confirm = Confirm::with_theme(&SimpleTheme).with_prompt(one_line(&localize(question))).default(false);
            answered(ask_without_signal_keys(|| confirm.interact()))
        }
        Way::Lines => {
            let (en, zh) = (question.en, question.zh);
            let typed = ask_line(text!("{en} (y/n) ", "{zh}（y/n）"))?;
            Ok(matches!(typed.as_str(), "y" | "Y" | "yes" | "是"))
        }
    }
}

/// Which areas to assess; empty if all are that are not optional. A model of one area has nothing to choose.
///
/// # Errors
///
/// The terminal cannot be read.
pub fn ask_areas(model: &Model, way: Way) -> Result<Vec<Id>> {
    if model.areas.len() < 2 {
        return Ok(Vec::new());
    }
    match way {
        Way::Screen => choose_areas(model),
        Way::Lines => type_areas(model),
    }
}

fn choose_areas(model: &Model) -> Result<Vec<Id>> {
    // The optional ones stand apart, below the others, and without a tick.
    let areas: Vec<_> = by_need(model).collect();
    let names: Vec<_> = areas.iter().map(|area| short(&label(area))).collect();
    let ticks: Vec<_> = areas.iter().map(|area| !area.optional).collect();
    let prompt = if ticks.contains(&false) {
        text!(
            "Areas (Space ticks, Enter goes on; no tick: all not optional)",
            "领域（空格勾选，Enter 继续；不选：全部非可选）"
        )
    } else {
        text!("Areas (Space ticks, Enter goes on; no tick: all)", "领域（空格勾选，Enter 继续；不选：全部）")
    };
    let choice = MultiSelect::with_theme(&SimpleTheme).with_prompt(localize(prompt)).items(&names).defaults(&ticks);
    let chosen = answered(ask_without_signal_keys(|| choice.interact()))?;
    let is_chosen = |place: usize| chosen.contains(&place);
    if chosen.is_empty() || ticks.iter().enumerate().all(|(place, tick)| is_chosen(place) == *tick) {
        return Ok(Vec::new());
    }
    // In the order of the model, whatever the order of the question.
    let ids = chosen.iter().map(|place| &areas[*place].id).collect::<Vec<_>>();
    Ok(model.areas.iter().map(|area| &area.id).filter(|id| ids.contains(id)).cloned().collect())
}

/// The areas that are assessed unless others are named, then the optional ones.
fn by_need(model: &Model) -> impl Iterator<Item = &Group> {
    let all = || model.areas.iter();
    all().filter(|area| !area.optional).chain(all().filter(|area| area.optional))
}

/// The name of an area, and whether it is optional.
fn label(area: &Group) -> String {
    let name = one_line(area.name.get(lang()));
    if area.optional { text!("{name} (optional)", "{name}（可选）").into_string(lang()) } else { name.into_owned() }
}

/// A name that takes one line together with its box. Lines are counted by bytes there, of which Chinese has three each.
fn short(name: &str) -> String {
    const BOX: usize = 10;
    let room = style_of_stderr().width.saturating_sub(BOX);
    let mut bytes = 0;
    let fits = |character: &char| {
        bytes += character.len_utf8();
        bytes <= room
    };
    name.chars().take_while(fits).collect()
}

/// The ids of areas, or nothing for all that are not optional.
fn type_areas(model: &Model) -> Result<Vec<Id>> {
    let names = |optional: bool| {
        let areas = model.areas.iter().filter(|area| area.optional == optional);
        areas.map(|area| format!("{} ({})", area.id, one_line(area.name.get(lang())))).collect::<Vec<_>>().join(", ")
    };
    let (all, optional) = (names(false), names(true));
    let question = if optional.is_empty() {
        text!("Areas, of {all}; empty for all: ", "领域，可选 {all}；留空为全部：")
    } else {
        text!(
            "Areas, of {all}; empty for all of these; optional: {optional}: ",
            "领域，可选 {all}；留空为以上全部；另可加选 {optional}："
        )
    };
    loop {
        let typed = ask_line(question.clone())?;
        let words: Vec<_> = typed.split([',', '，', ' ']).filter(|word| !word.is_empty()).collect();
        let found = words.iter().map(|word| model.areas.iter().find(|area| area.id.as_str() == *word));
        if let Some(areas) = found.collect::<Option<Vec<_>>>() {
            return Ok(areas.into_iter().map(|area| area.id.clone()).collect());
        }
    }
}

/// One line, edited as the terminal itself does it: it knows Chinese, which the library's input does not.
///
/// # Errors
///
/// The terminal cannot be read, or has ended.
pub fn ask_line(question: Text) -> Result<String> {
    let mut stderr = io::stderr();
    write!(stderr, "{}", localize(question))?;
    stderr.flush()?;
    let mut line = String::new();
    if io::stdin().lock().read_line(&mut line)? == 0 {
        return Err(
            Failure::new(text!("the input ended before the first question", "输入在第一个问题之前已结束")).into()
        );
    }
    Ok(line.trim().to_owned())
}

/// What was answered. Ctrl-C interrupts the question; the signal that came with it ends the program.
fn answered<T>(answer: dialoguer::Result<T>) -> Result<T> {
    match answer {
        Err(dialoguer::Error::IO(error)) if error.kind() == io::ErrorKind::Interrupted => loop {
            std::thread::park();
        },
        answer => Ok(answer?),
    }
}
