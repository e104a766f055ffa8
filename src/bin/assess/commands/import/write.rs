//! Writes what was filled in, and says what became of it.

use std::path::Path;

use anyhow::Result;
use assess::answers::questionnaire::Questionnaire;
use assess::answers::{self, Answers, Filled, Update, fill, no_longer_named};
use assess::lang::Text;
use assess::model::Model;
use assess::problem::Source;
use assess::scoring::level_of;
use assess::text;

use crate::failure::{Failure, not_updated, show_remark};
use crate::files;
use crate::output::write_stdout;
use crate::session::{Reading, Session};
use crate::terminal::{lang, localize};

/// Has files say what was filled in, all of them or none; one is begun where there is none.
pub(super) fn write(session: &Session, model: &Model, questionnaire: &Questionnaire, paths: &[&Path]) -> Result<()> {
    let mut told = Vec::new();
    let mut staged = files::StagedFiles::begin();
    staged.change(paths, |path, source| {
        let name = path.display().to_string();
        let filled = match source {
            Some(source) => fill(source, model, questionnaire, level_of).map_err(not_updated)?,
            None => compose(&name, model, questionnaire)?,
        };
        let completed = |source: &&Source| answers::parse(source, model).map(|before| !is_complete(&before, model));
        let is_completed = is_complete(&filled.saved.answers, model) && source.as_ref().map_or(Ok(false), completed)?;
        let text = match (source, files::today().filter(|_| is_completed)) {
            (Some(source), Some(today)) => dated(&filled, source, model, today)?,
            _ => filled.saved.text.clone(),
        };
        told.push((name, filled));
        Ok(text)
    })?;
    staged.finish()?;
    for (name, filled) in told {
        session.say_carried(filled.saved.carried.as_ref(), &Reading::Written);
        tell(session, model, questionnaire, &filled, &name);
    }
    Ok(())
}

/// Prints a new file with what was filled in.
pub(super) fn print(session: &Session, model: &Model, questionnaire: &Questionnaire) -> Result<()> {
    let name = localize(text!("standard output", "标准输出"));
    let filled = compose(&name, model, questionnaire)?;
    write_stdout(&filled.saved.text)?;
    tell(session, model, questionnaire, &filled, &name);
    Ok(())
}

/// A new file with what was filled in.
pub(super) fn compose(name: &str, model: &Model, questionnaire: &Questionnaire) -> Result<Filled> {
    let mut head = Answers { assessment: questionnaire.about.clone(), ..answers::empty(model) };
    // What was there before is as old as it was; what nobody answered has no day.
    let today = || files::today().filter(|_| !questionnaire.changes.is_empty());
    head.assessment.date = questionnaire.about.date.or_else(today);
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
    let mut asked = answers.sub_domains_in_scope(model).flat_map(|sub_domain| sub_domain.dimensions.iter());
    asked.all(|dimension| answers.given.of(dimension).is_some_and(|answer| answer.claim.is_some()))
}

/// Says what became of a questionnaire.
pub(super) fn tell(session: &Session, model: &Model, questionnaire: &Questionnaire, filled: &Filled, name: &str) {
    session.say_carried(questionnaire.carried.as_ref(), &Reading::Imported);
    say_count(session, questionnaire, filled, name);
    say_people(filled, name);
    for (id, dropped) in &filled.dropped {
        let Text { en, zh, .. } = no_longer_named(dropped);
        session.note(&text!("{id}: {en}", "{id}：{zh}"));
    }
    session.say_out_of_scope(&filled.saved.answers, model);
}

/// Says how many answers are others than before, and what became of those that were there.
fn say_count(session: &Session, questionnaire: &Questionnaire, filled: &Filled, name: &str) {
    let (changed, replaced, removed) = (filled.changed.len(), filled.replaced.len(), filled.removed.len());
    let same = questionnaire.changes.len().saturating_sub(changed);
    let written = changed - removed;
    let answers = if written == 1 { "answer" } else { "answers" };
    let mut count = text!("{name}: {written} {answers} written", "{name}：写入 {written} 个答案");
    if replaced > 0 {
        let Text { en, zh, .. } = count;
        count = text!("{en}, {replaced} in place of another answer", "{zh}，其中 {replaced} 个替换了原有答案");
    }
    if removed > 0 {
        let Text { en, zh, .. } = count;
        count = text!("{en}, {removed} removed", "{zh}，移除 {removed} 个");
    }
    if same > 0 {
        let Text { en, zh, .. } = count;
        count = text!("{en}, {same} as before", "{zh}，{same} 个与原来相同");
    }
    session.note(&count);
    let kept = filled.kept.len();
    if kept > 0 {
        let answers = if kept == 1 { "answer stays" } else { "answers stay" };
        session.note(&text!(
            "{kept} {answers}, of which the questionnaire says nothing: `none` there removes one",
            "{kept} 个原有答案在问卷中留空，予以保留；在问卷中填“删除”可移除"
        ));
    }
}

/// Says where the questionnaire is of others than the file, be it quiet or not.
fn say_people(filled: &Filled, name: &str) {
    let file = &filled.saved.answers.assessment;
    if let (Some(other), Some(team)) = (&filled.other_team, &file.team) {
        show_remark(&text!(
            "the questionnaire is of team `{other}`, `{name}` of team `{team}`, which stays",
            "问卷的团队是 `{other}`，而 `{name}` 的团队是 `{team}`，保持不变"
        ));
    }
    if !filled.joined.is_empty() {
        let Text { en, zh, .. } = Text::list_words(&filled.joined);
        show_remark(&text!(
            "the questionnaire is of {en}, added to those who assessed `{name}`; `assess merge` compares two people's answers",
            "问卷由 {zh} 填写，已加入 `{name}` 的评估人；要比较两人的答案，请用 `assess merge`"
        ));
    }
}
