//! Earlier answers to compare with, as a command line names them.

mod current;
mod name;
mod search;

use std::path::Path;

use anyhow::Result;
use assess::problem::Source;
use assess::report::BaselineFile;
use assess::text;

pub use current::{Current, PathOrigin};
pub use name::{EarlierName, is_itself};

use crate::failure::Failure;
use crate::files::{self, Revision};

/// Earlier answers, not parsed yet.
pub struct Earlier {
    /// Their text; `None` if the revision that is named has no such file.
    pub source: Option<Source>,
    /// Which file was taken.
    pub file: BaselineFile,
    /// Where they come from, for `--verbose`.
    pub origin: String,
}

/// Reads earlier answers: a file, a file at a revision, or the current answers at a revision, whatever they were called
/// there.
///
/// # Errors
///
/// A file that cannot be read, a revision that is not known or has no such file, several files
/// that may be meant.
pub fn read_earlier(name: &EarlierName, current: &Current<'_>) -> Result<Earlier> {
    match name {
        EarlierName::File(file) => {
            let is_revision = || Revision::find(current.path, &file.display().to_string()).is_ok();
            let source = files::read_earlier_file(file, is_revision)?;
            Ok(Earlier { source: Some(source), file: BaselineFile::Named, origin: name.to_string() })
        }
        EarlierName::Revision(revision) => {
            let revision = Revision::find(current.path, revision)?;
            let (source, file) = search::find(&revision, current)?;
            Ok(Earlier { source, file, origin: format!("{name} ({})", revision.commit) })
        }
        EarlierName::FileAtRevision { revision, path } => {
            let beside = if current.path.as_os_str() == "-" { Path::new(files::DEFAULT) } else { current.path };
            let revision = Revision::find(beside, revision)?;
            let source = read_named(&revision, path)?;
            let origin = format!("{name} ({})", revision.commit);
            Ok(Earlier { source: Some(source), file: BaselineFile::Named, origin })
        }
    }
}

/// Reads the file that `git:REV:PATH` names.
fn read_named(revision: &Revision, path: &str) -> Result<Source> {
    let (name, below) = (&revision.name, Path::new(path));
    let place =
        if path.starts_with("./") || path.starts_with("../") { revision.place(below) } else { files::plain(below) };
    let outside = || {
        let message = text!("`{path}` is not inside the repository", "`{path}` 不在代码库之内");
        Failure::new(message)
            .help(text!("write the path from the root of the repository", "请写出自代码库根目录起的路径"))
    };
    let place = place.filter(|place| place.is_relative() && !place.as_os_str().is_empty()).ok_or_else(outside)?;
    let missing = || {
        let message = text!("there is no `{path}` at `git:{name}`", "`git:{name}` 处没有 `{path}`");
        Failure::new(message).help(text!(
            "the path counts from the root of the repository, with `./` from the working directory",
            "路径自代码库根目录算起；以 `./` 开头则自当前目录算起"
        ))
    };
    Ok(revision.read(&place)?.ok_or_else(missing)?)
}
