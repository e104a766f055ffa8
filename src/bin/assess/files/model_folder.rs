//! The files of a model in their folder.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use anyhow::Result;
use assess::lang::Text;
use assess::model::source;
use assess::problem::{Problems, Source};
use assess::text;

use super::failures::{cannot_read, is_a_folder, is_no_folder, is_no_regular_file, leads_nowhere};
use super::reading::{is_missing, leads_to_nothing, read};
use crate::failure::Failure;

/// A file of a model.
pub struct ModelFile {
    /// Its path in the folder of the model, `/` between folders.
    name: String,
    /// Where it is.
    pub path: PathBuf,
}

/// The texts of [`model_files`], named by their paths in the folder.
///
/// # Errors
///
/// A folder or a file that cannot be read; more than a model may hold.
pub fn read_model(folder: &Path) -> Result<Vec<Source>> {
    let (mut sources, mut size) = (Vec::new(), 0);
    for ModelFile { name, path } in model_files(folder)? {
        refuse_no_file(&path)?;
        let source = read(&path)?;
        size += source.text.len();
        if size > source::MODEL_LIMIT {
            return Err(Problems::in_file(source, vec![source::too_large()]).into());
        }
        sources.push(Source { name, ..source });
    }
    Ok(sources)
}

/// Whatever has the name of a TOML file in a model's folder and is not hidden.
///
/// # Errors
///
/// A folder that cannot be read, or that holds no model.
pub fn model_files(folder: &Path) -> Result<Vec<ModelFile>> {
    if let Some(failure) = why_no_model(folder, &folder.display().to_string()) {
        return Err(failure.into());
    }
    let mut files = Vec::new();
    collect(folder, "", &mut files)?;
    Ok(files)
}

/// Why a folder, which is called `name`, is none of a model; `None` if it is one, as far as it can be looked at.
pub fn why_no_model(folder: &Path, name: &str) -> Option<Failure> {
    let failure = if is_missing(folder) {
        Failure::new(text!("there is no folder `{name}`", "目录 `{name}` 不存在"))
    } else if leads_to_nothing(folder) {
        leads_nowhere(name)
    } else if folder.is_file() {
        is_no_folder(Path::new(name))
    // Before all that is below a folder which was named by mistake is read.
    } else if folder.is_dir() && is_missing(&folder.join(source::ROOT)) {
        Failure::new(text!("no model in `{name}`", "`{name}` 中没有模型"))
    } else {
        return None;
    };
    Some(failure.help(folder_of_a_model()))
}

fn folder_of_a_model() -> Text {
    text!("name the folder that holds `model.toml`", "请指定 `model.toml` 所在的目录")
}

/// Refuses what has the name of a file of a model and is none, which would be called missing.
fn refuse_no_file(path: &Path) -> Result<(), Failure> {
    let name = path.display().to_string();
    let failure = match fs::metadata(path) {
        Ok(metadata) if metadata.is_file() => return Ok(()),
        Ok(metadata) if metadata.is_dir() => is_a_folder(&name),
        Ok(_) => is_no_regular_file(&name),
        Err(_) if leads_to_nothing(path) => leads_nowhere(&name),
        Err(error) => return Err(cannot_read(&name, &error).in_file(&name)),
    };
    let help = text!("put a file of the model in its place, or take it away", "请换成模型文件，或将其移走");
    Err(failure.help(help).in_file(&name))
}

fn collect(folder: &Path, prefix: &str, files: &mut Vec<ModelFile>) -> Result<()> {
    let unreadable = |error: &io::Error| cannot_read(&folder.display().to_string(), error);
    for entry in fs::read_dir(folder).map_err(|error| unreadable(&error))? {
        let entry = entry.map_err(|error| unreadable(&error))?;
        let file_name = entry.file_name().to_string_lossy().into_owned();
        let (name, path) = (format!("{prefix}{file_name}"), entry.path());
        // What is hidden is somebody else's: `._a.toml` of macOS, `.DS_Store`, the swap file of an editor.
        if file_name.starts_with('.') {
            continue;
        }
        // A model has areas as folders and no deeper ones.
        if path.extension().is_some_and(|ending| ending == "toml") {
            files.push(ModelFile { name, path });
        } else if path.is_dir() && prefix.is_empty() {
            collect(&path, &format!("{name}/"), files)?;
        }
    }
    Ok(())
}
