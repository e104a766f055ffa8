//! The files of other frameworks, and the license that lies beside them.

use std::fs::{self, File};
use std::io::Read as _;
use std::path::{Path, PathBuf};

use anyhow::Result;
use assess::problem::Source;
use assess::{text, yaml};

use super::failures::cannot_read;
use super::inputs::keep_from_writing;
use super::reading::{bytes_of, utf8};
use crate::failure::Failure;

/// The most bytes of all files of a framework, and the most files.
const MOST_BYTES: usize = 64 << 20;
const MOST_FILES: usize = 10_000;

/// Reads YAML files: those that are named, and all in folders that are named, in the order of their names.
///
/// # Errors
///
/// A file that is not there, is too large, is not UTF-8, or cannot be read; a folder without any; more than there may be.
pub fn read_foreign(paths: &[PathBuf]) -> Result<Vec<Source>> {
    let mut found = Vec::new();
    for path in paths {
        if path.is_dir() {
            let before = found.len();
            collect(path, &mut found)?;
            if found.len() == before {
                let name = path.display();
                let message = text!("no YAML file in `{name}`", "`{name}` 中没有 YAML 文件");
                let help = text!("name the folder that holds them", "请指定 YAML 文件所在的目录");
                return Err(Failure::new(message).help(help).into());
            }
        } else {
            found.push(path.clone());
        }
    }
    let mut files = Vec::new();
    let mut bytes = 0;
    for path in found {
        let file = read_one(&path)?;
        bytes += file.text.len();
        if bytes > MOST_BYTES {
            let message = text!("these files are larger than 64 MiB together", "这些文件合计超过 64 MiB");
            return Err(Failure::new(message).help(is_it_right()).into());
        }
        files.push(file);
    }
    Ok(files)
}

fn is_it_right() -> assess::lang::Text {
    text!("is it the right folder?", "请确认目录是否正确")
}

fn collect(folder: &Path, found: &mut Vec<PathBuf>) -> Result<()> {
    let unreadable = |error: &std::io::Error| cannot_read(&folder.display().to_string(), error);
    let entries = fs::read_dir(folder).map_err(|error| unreadable(&error))?;
    let mut entries = entries.collect::<Result<Vec<_>, _>>().map_err(|error| unreadable(&error))?;
    entries.sort_by_key(fs::DirEntry::file_name);
    for entry in entries {
        let path = entry.path();
        if entry.file_name().to_string_lossy().starts_with('.') {
            continue;
        }
        // Links are not followed, so that no walk goes round.
        let kind = entry.file_type().map_err(|error| unreadable(&error))?;
        if kind.is_dir() {
            collect(&path, found)?;
        } else if path.extension().is_some_and(|ending| ending == "yml" || ending == "yaml") {
            found.push(path);
        }
        if found.len() > MOST_FILES {
            let message = text!("more than {MOST_FILES} files", "超过 {MOST_FILES} 个文件");
            return Err(Failure::new(message).help(is_it_right()).into());
        }
    }
    Ok(())
}

fn read_one(path: &Path) -> Result<Source> {
    let name = path.display().to_string();
    keep_from_writing(path);
    let file = File::open(path).map_err(|error| cannot_read(&name, &error))?;
    let bytes = bytes_of(&name, file, 0, yaml::YAML_LIMIT as u64)?;
    utf8(name, bytes)
}

/// The text of the license in the folder of the first of these paths, or in the one above it; `None` if there is none.
pub fn license_beside(paths: &[PathBuf]) -> Option<String> {
    let first = paths.first()?;
    let own = if first.is_dir() { first.clone() } else { first.parent()?.to_owned() };
    let own = if own.as_os_str().is_empty() { PathBuf::from(".") } else { own };
    let above = own.join("..");
    [own, above].iter().find_map(|folder| license_in(folder))
}

fn license_in(folder: &Path) -> Option<String> {
    let is_license = |path: &PathBuf| {
        let name = path.file_name().map(|name| name.to_string_lossy().to_lowercase()).unwrap_or_default();
        ["license", "licence", "copying"].iter().any(|word| name.starts_with(word)) && path.is_file()
    };
    let mut paths: Vec<_> = fs::read_dir(folder).ok()?.flatten().map(|entry| entry.path()).filter(is_license).collect();
    paths.sort();
    let mut text = Vec::new();
    // What it begins with says which one it is.
    File::open(paths.first()?).ok()?.take(4096).read_to_end(&mut text).ok()?;
    Some(String::from_utf8_lossy(&text).into_owned())
}
