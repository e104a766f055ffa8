//! Writes what was filled in, and says what became of it.

use std::path::Path;

use anyhow::Result;
use assess::answers::questionnaire::Questionnaire;
use assess::answers::{self, Answers, Filled, Update, fill, no_longer_named};
use assess::lang::Text;
use assess::model::{Group, Model};
use assess::problem::Source;
use assess::scoring::level_of;
use assess::text;

use crate::failure::{Failure, not_updated};
use crate::files;
use crate::output::write_stdout;
use crate::session::{Reading, Session};
use crate::terminal::lang;

/// Has a file say what was filled in; it is begun where there is none.
pub(super) fn write(session: &Session, model: &Model, questionnaire: &Questionnaire, path: &Path) -> Result<()> {
    files::refuse_input(path)?;
    if !files::is_there(path) {
        return create(session, model, questionnaire, path);
    }
    let (mut told, mut carried) = (None, None);
    files::edit(path, |source| {
        let before = answers::parse(source, model)?;
        let filled = fill(source, model, questionnaire, level_of).map_err(not_updated)?;
        let text = match files::today()
            .filter(|_| is_complete(&filled.saved.answers, model) && !is_complete(&before, model))
        {
            Some(today) => dated(&filled, source, model, today)?,
            None => filled.saved.text.clone(),
        };
        carried.clone_from(&filled.saved.carried);
        told = Some(filled);
        Ok(text)
    })?;
    session.say_carried(carried.as_ref(), &Reading::Written);
    tell(session, model, questionnaire, told.as_ref(), &path.display().to_string());
    Ok(())
}

/// Begins a file with what was filled in.
pub(super) fn create(session: &Session, model: &Model, questionnaire: &Questionnaire, path: &Path) -> Result<()> {
    let name = path.display().to_string();
    let filled = compose(&name, model, questionnaire)?;
    files::create(path, &filled.saved.text)?;
    tell(session, model, questionnaire, Some(&filled), &name);
    Ok(())
}

/// Prints a new file with what was filled in.
pub(super) fn print(session: &Session, model: &Model, questionnaire: &Questionnaire) -> Result<()> {
    let filled = compose("<stdout>", model, questionnaire)?;
    write_stdout(&filled.saved.text)?;
    tell(session, model, questionnaire, Some(&filled), "<stdout>");
    Ok(())
}

/// A new file with what was filled in.
fn compose(name: &str, model: &Model, questionnaire: &Questionnaire) -> Result<Filled> {
    let mut head = Answers { assessment: questionnaire.about.clone(), ..answers::empty(model) };
    head.assessment.date = files::today();
    head.assessment.ask_again.clear();
    let begun = answers::compose(name, model, &head, lang()).map_err(Failure::from)?;
    let source = Source { name: name.to_owned(), text: begun.text };
    fill(&source, model, questionnaire, level_of).map_err(not_updated)
}

/// The text with the day on which the last question in scope was answered.
fn dated(filled: &Filled, source: &Source, model: &Model, today: answers::Date) -> Result<String> {
    let source = Source { name: source.name.clone(), text: filled.saved.text.clone() };
    Ok(answers::update(&source, model, &[Update::Date(today)]).map_err(not_updated)?.text)
}

/// Whether every question in scope has an answer.
fn is_complete(answers: &Answers, model: &Model) -> bool {
    let areas = model.areas.iter().filter(|area| answers.covers(area));
    let mut asked = areas.flat_map(Group::sub_domains).flat_map(|sub_domain| sub_domain.dimensions.iter());
    asked.all(|dimension| answers.given.get(&dimension.id).is_some_and(|answer| answer.claim.is_some()))
}

/// Says what became of a questionnaire.
fn tell(session: &Session, model: &Model, questionnaire: &Questionnaire, filled: Option<&Filled>, name: &str) {
    let Some(filled) = filled else { return };
    if let Some(carried) = &questionnaire.carried {
        let (from, to) = (carried.from, carried.to);
        session.note(&text!(
            "the questionnaire is to version {from} of the model and read as version {to}",
            "问卷针对模型版本 {from}，按版本 {to} 读取"
        ));
        for line in carried.lines() {
            session.note(&line);
        }
    }
    let changed = filled.changed.len();
    let same = questionnaire.changes.len().saturating_sub(changed);
    let answers = if changed == 1 { "answer" } else { "answers" };
    session.note(&match same {
        0 => text!("{name}: {changed} {answers} written", "{name}：写入 {changed} 个答案"),
        _ => text!(
            "{name}: {changed} {answers} written, {same} as before",
            "{name}：写入 {changed} 个答案，{same} 个与原来相同"
        ),
    });
    for (id, dropped) in &filled.dropped {
        let Text { en, zh, .. } = no_longer_named(dropped);
        session.note(&text!("{id}: {en}", "{id}：{zh}"));
    }
    session.say_out_of_scope(&filled.saved.answers, model);
}
