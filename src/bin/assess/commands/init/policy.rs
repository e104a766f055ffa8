//! A commented policy for the answers that are there.

use std::path::Path;

use anyhow::Result;
use assess::model::Model;
use assess::policy::{self, Judgement, Targets, Template, held_to, template};
use assess::problem::Source;
use assess::scoring::Outcome;
use assess::{scoring, text};

use crate::advice::remember_policy;
use crate::files;
use crate::session::Session;
use crate::terminal::lang;

/// Writes a new policy for the answers in the file `answers`.
///
/// # Errors
///
/// Answers that cannot be read, or what keeps the policy from being written.
pub(super) fn write_policy(session: &Session, model: &Model, policy: &Path, answers: &Path) -> Result<()> {
    let given = session.answers(answers, model)?;
    let folder = policy.parent().unwrap_or(Path::new(""));
    let model_folder = session.options.model.as_ref().map(|model| files::path_from(folder, model));
    let options = Template {
        lang: lang(),
        answers: &files::path_from(folder, answers),
        model_folder: model_folder.as_deref(),
        outcome: &scoring::score(model, &given),
    };
    let text = template(model, options);
    files::create(policy, &text)?;
    remember_policy();
    let name = policy.display();
    session.note(&text!("written: {name}", "已写入：{name}"));
    let source = Source { name: name.to_string(), text };
    say_what_fails(session, options.outcome, &policy::parse(&source, model)?.targets);
    Ok(())
}

/// Says what the answers do not hold yet of the targets: the first level above the floor is more than none.
fn say_what_fails(session: &Session, outcome: &Outcome<'_>, targets: &Targets) {
    let judged: Vec<_> = held_to(outcome, targets).map(|(_, judged)| judged.judgement).collect();
    let count = |wanted| judged.iter().filter(|own| **own == wanted).count();
    let (below, open) = (count(Judgement::Below), count(Judgement::Unknown));
    if below + open > 0 {
        session.note(&text!(
            "`assess check` does not pass with it yet: {below} below the target, {open} not known before more is answered",
            "目前 `assess check` 还不会通过：{below} 个未达目标，{open} 个须回答更多问题才能判定"
        ));
    }
}
