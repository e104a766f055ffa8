//! Finds the answers at a revision, under another name too: a file that was renamed is compared all the same.
//!
//! What a change request may rename, it must not thereby escape: `docs/design.md` says why in this order.

use std::path::{Path, PathBuf};

use anyhow::Result;
use assess::answers;
use assess::lang::Text;
use assess::policy;
use assess::problem::Source;
use assess::report::BaselineFile;
use assess::text;

use super::current::{Current, PathOrigin};
use crate::failure::Failure;
use crate::files::{self, Revision};
use crate::session::LocatedPaths;

/// Returns the answers at a revision, and which file they are; `None` and `Missing` if it has none.
///
/// # Errors
///
/// A link or another repository on the way, several files that may be meant, a part of the history that is not here.
pub(super) fn find(revision: &Revision, current: &Current<'_>) -> Result<(Option<Source>, BaselineFile)> {
    let place = revision.place(current.path);
    if let Some(source) = place.as_deref().map(|place| revision.read(place)).transpose()?.flatten() {
        return Ok((Some(source), BaselineFile::Named));
    }
    if let Some((source, file)) = of_policy(revision, current, place.as_deref())? {
        return Ok((Some(source), file));
    }
    if let Some((source, path)) = removed(revision, current)? {
        return Ok((Some(source), BaselineFile::Removed(path)));
    }
    Ok((None, BaselineFile::Missing))
}

/// The file that the policy at the revision named as its answers, else the one that was read there by default.
///
/// It is no earlier name of a file that the command line names, as long as it is there itself and the policy names
/// another one than that: a new team is not compared with its neighbor.
fn of_policy(
    revision: &Revision,
    current: &Current<'_>,
    place: Option<&Path>,
) -> Result<Option<(Source, BaselineFile)>> {
    let policy = current.session.policy_paths();
    let (path, file): (PathBuf, fn(String) -> BaselineFile) = match path_in_policy(revision, policy)? {
        Some(path) => (path, BaselineFile::NamedByPolicy),
        None => (files::DEFAULT.into(), BaselineFile::ReadByDefault),
    };
    let Some(earlier) = revision.place(&path).filter(|earlier| Some(earlier.as_path()) != place) else {
        return Ok(None);
    };
    let of_policy_now = policy.and_then(|policy| policy.answers.as_ref());
    let is_named_now = of_policy_now.and_then(|path| revision.place(path)).as_deref() == place;
    let replaces = current.origin == PathOrigin::Default || is_named_now || !revision.is_still_there(&earlier);
    if !replaces {
        return Ok(None);
    }
    let source = revision.read(&earlier)?;
    Ok(source.map(|source| (source, file(name_of(&earlier)))))
}

/// The path, from the working directory, of the answers that the policy at the revision named; `None` if there was no
/// policy, or it named none.
fn path_in_policy(revision: &Revision, policy: Option<&LocatedPaths>) -> Result<Option<PathBuf>> {
    let policies = policy.map_or_else(files::policy_places, |paths| vec![paths.policy.clone()]);
    for policy in policies {
        let Some(place) = revision.place(&policy) else { continue };
        let Some(source) = revision.read(&place)? else { continue };
        let paths = policy::paths(&source.text).ok_or_else(|| unreadable(&source.name, &revision.name))?;
        return Ok(paths.answers.map(|answers| policy.parent().unwrap_or(Path::new("")).join(answers)));
    }
    Ok(None)
}

fn unreadable(policy: &str, revision: &str) -> Failure {
    let message = text!("the policy `{policy}` cannot be read", "无法读取策略 `{policy}`");
    Failure::new(message).help(text!(
        "name the answers to compare with, as `git:{revision}:answers.toml`",
        "请指明用于比较的答案，如 `git:{revision}:answers.toml`"
    ))
}

/// The one TOML file taken away since the revision that holds answers to this model and of this team.
fn removed(revision: &Revision, current: &Current<'_>) -> Result<Option<(Source, String)>> {
    let mut found = Vec::new();
    for place in revision.removed_toml_files()? {
        let source = revision.read(&place)?;
        found.extend(source.filter(|source| is_of_team(source, current)).map(|source| (source, name_of(&place))));
    }
    if found.len() > 1 {
        let revision = &revision.name;
        let names: Vec<_> = found.iter().map(|(_, name)| format!("`git:{revision}:{name}`")).collect();
        let Text { en, zh, .. } = Text::list(&names);
        let message = text!(
            "several answers files were taken away since `git:{revision}`, and any may be the earlier one",
            "自 `git:{revision}` 以来移走了多个答案文件，无法确定哪个是更早的答案"
        );
        return Err(Failure::new(message).help(text!("name one of them: {en}", "请指明其一：{zh}")).into());
    }
    Ok(found.pop())
}

/// Whether a text reads as answers to the model, of this version or another, and names the team.
fn is_of_team(source: &Source, current: &Current<'_>) -> bool {
    let answers = match answers::migrate(source, current.model) {
        Ok(Some(migration)) => Some(migration.answers),
        Ok(None) => answers::parse(source, current.model).ok(),
        Err(_) => None,
    };
    answers.is_some_and(|answers| answers.assessment.team.as_deref() == current.team)
}

/// A path in a repository as people write it.
fn name_of(place: &Path) -> String {
    place.iter().map(|part| part.to_string_lossy()).collect::<Vec<_>>().join("/")
}
