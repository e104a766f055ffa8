//! What comes before the first question: a file that can be kept, its areas, and consent to another version of the model.

use anyhow::Result;
use assess::answers::{self, Detail, Template, Update};
use assess::text;

use super::request::Request;
use crate::ask::{Way, ask_areas, ask_line, confirm};
use crate::failure::{Failure, not_updated, show_remark};
use crate::files::{self, Claimed, Place};
use crate::terminal::lang;

/// Has an answers file of this version of the model stand at the path, claimed until the value is dropped.
///
/// # Errors
///
/// Another interview over the file, a file that cannot be written, and consent that was not given.
pub(super) fn prepare(request: &Request<'_>, way: Way) -> Result<Claimed> {
    let Request { model, path, scope, .. } = request;
    let place = files::check_place(path)?;
    let claimed = files::claim(path)?;
    if place == Place::Free {
        begin(request, way)?;
    } else if !scope.is_empty() {
        let updates = [Update::Scope(scope.to_vec())];
        files::edit(path, |source| Ok(answers::update(source, model, &updates).map_err(not_updated)?.text))?;
    }
    migrate(request, way)?;
    Ok(claimed)
}

/// A new file: a head worth keeping, and the headings in the model's order.
fn begin(request: &Request<'_>, way: Way) -> Result<()> {
    let Request { model, path, scope, wish, .. } = request;
    let team = Some(ask_line(text!("Team (may stay empty): ", "团队（可留空）："))?).filter(|team| !team.is_empty());
    let scope = match scope {
        // Who asks for one part alone has said what is wanted.
        [] if wish.only.is_some() => Vec::new(),
        [] => ask_areas(model, way)?,
        named => named.to_vec(),
    };
    let date = files::today().ok_or_else(|| Failure::new(text!("the clock shows no day", "系统时钟无效")))?;
    let saved = answers::template(
        &path.display().to_string(),
        model,
        Template { lang: lang(), date, scope: &scope, schema: None, team: team.as_deref(), detail: Detail::Headings },
    );
    files::create(path, &saved.map_err(Failure::from)?.text)
}

/// Brings answers to another version of the model over, on consent.
fn migrate(request: &Request<'_>, way: Way) -> Result<()> {
    let Request { model, path, .. } = request;
    let Some(migration) = answers::migrate(&files::read(path)?, model)? else { return Ok(()) };
    let (from, to, open) = (&migration.from, model.answers_version(), migration.open.len());
    show_remark(&text!(
        "these answers are to version {from} of the model, this is version {to}; {open} questions have no answer then",
        "这些答案针对模型版本 {from}，当前为版本 {to}；改写后有 {open} 个问题没有答案"
    ));
    for id in &migration.gone {
        show_remark(&text!("gone, kept as a comment: {id}", "已不存在，保留为注释：{id}"));
    }
    if !confirm(text!("Write the new version?", "写入新版本？"), way)? {
        return Err(Failure::new(text!("the file was left as it is", "文件未改动")).into());
    }
    files::edit(path, |source| Ok(answers::migrate(source, model)?.map_or_else(|| source.text.clone(), |it| it.text)))?;
    Ok(())
}
