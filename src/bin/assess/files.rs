//! The file system, standard input, the clock and `git`: nothing else in the program touches them.

mod git;
mod lock;
mod repository;

use std::fs::{self, File, OpenOptions};
use std::io::{self, Read, Write as _};
use std::path::{Path, PathBuf};
use std::sync::Mutex;
use std::time::{SystemTime, UNIX_EPOCH};

use anyhow::Result;
use assess::answers::Date;
use assess::lang::Text;
use assess::problem::{Problem, Problems, Source};
use assess::text;
use tempfile::NamedTempFile;

pub use git::{AtRevision, read_at_revision};
pub use lock::{claim, release};
pub use repository::{EvidenceFinder, name_in_repository, policy};

use crate::failure::Failure;

/// The largest file that is read or written, in bytes.
const LIMIT: u64 = 1 << 20;

/// The file that a command reads when none is named.
pub const DEFAULT: &str = "answers.toml";

/// Reads an answers file; `-` is standard input.
///
/// # Errors
///
/// A file that is not there, is no file, is too large, is not UTF-8, or cannot be read.
pub fn read(path: &Path) -> Result<Source> {
    if path.as_os_str() == "-" {
        return text_of("<stdin>".to_owned(), io::stdin().lock(), 0);
    }
    let name = path.display();
    read_file(path, text!("`assess init {name}` writes one to fill in", "`assess init {name}` 可生成一份供填写"))
}

/// Reads a policy.
///
/// # Errors
///
/// Those of [`read`].
pub fn read_policy(path: &Path) -> Result<Source> {
    read_file(path, text!("name another one with `--config`", "请用 `--config` 指定其他策略文件"))
}

fn read_file(path: &Path, if_missing: Text) -> Result<Source> {
    let name = path.display().to_string();
    if let Ok(mut read) = READ.lock() {
        read.push(path.to_owned());
    }
    let file = File::open(path).map_err(|error| match error.kind() {
        io::ErrorKind::NotFound => {
            Failure::new(text!("there is no file `{name}`", "文件 `{name}` 不存在")).help(if_missing)
        }
        _ => cannot_read(&name, &error),
    })?;
    let metadata = file.metadata().map_err(|error| cannot_read(&name, &error))?;
    if metadata.is_dir() {
        return Err(Failure::new(text!("`{name}` is a folder", "`{name}` 是目录"))
            .help(text!("name the file in it", "请指定其中的文件"))
            .into());
    }
    text_of(name, file, metadata.len())
}

/// Whether two names lead to one file. Two names of standard input do not: it is read once.
pub fn are_same(one: &Path, other: &Path) -> bool {
    let (one, other) = (fs::canonicalize(one), fs::canonicalize(other));
    matches!((one, other), (Ok(one), Ok(other)) if one == other)
}

/// Whether the path is standard input, which a command that writes cannot take.
pub fn refuse_stdin(path: &Path) -> Result<()> {
    if path.as_os_str() == "-" {
        let message = text!("`-` cannot be written to", "`-` 无法写入");
        return Err(Failure::new(message).help(text!("name a file", "请指定文件")).into());
    }
    Ok(())
}

fn cannot_read(name: &str, error: &io::Error) -> Failure {
    let why = why(error);
    let (en, zh) = (&why.en, &why.zh);
    Failure::new(text!("cannot read `{name}`: {en}", "无法读取 `{name}`：{zh}"))
}

fn cannot_write(path: &Path, error: &io::Error) -> Failure {
    let (name, why) = (path.display(), why(error));
    let (en, zh) = (&why.en, &why.zh);
    Failure::new(text!("cannot write `{name}`: {en}", "无法写入 `{name}`：{zh}"))
}

/// The system's reason, the common ones in both languages.
pub fn why(error: &io::Error) -> Text {
    match error.kind() {
        io::ErrorKind::NotFound => text!("no such file or folder", "文件或目录不存在"),
        io::ErrorKind::PermissionDenied => text!("permission denied", "没有权限"),
        io::ErrorKind::StorageFull => text!("the disk is full", "磁盘已满"),
        io::ErrorKind::ReadOnlyFilesystem => text!("the file system is read-only", "文件系统只读"),
        io::ErrorKind::IsADirectory => text!("it is a folder", "这是一个目录"),
        _ => Text::same(error.to_string()),
    }
}

/// The text of a file of about `size` bytes.
fn text_of(name: String, reader: impl Read, size: u64) -> Result<Source> {
    // One byte more, so that its end is found without making room for more.
    let mut bytes = Vec::with_capacity(usize::try_from(size.min(LIMIT) + 1).unwrap_or_default());
    reader.take(LIMIT + 1).read_to_end(&mut bytes).map_err(|error| cannot_read(&name, &error))?;
    if bytes.len() as u64 > LIMIT {
        let message = text!("`{name}` is larger than 1 MiB", "`{name}` 超过 1 MiB");
        return Err(Failure::new(message).help(text!("is it the right file?", "请确认文件是否正确")).into());
    }
    String::from_utf8(bytes).map(|text| Source { name: name.clone(), text }).map_err(|error| {
        let start = error.utf8_error().valid_up_to();
        let text = String::from_utf8_lossy(error.as_bytes()).into_owned();
        let problem = Problem::new(start..start + 3, text!("not UTF-8", "不是 UTF-8"));
        let help = text!("save the file as UTF-8", "请将文件另存为 UTF-8 编码");
        Problems::in_file(Source { name, text }, vec![problem.help(help)]).into()
    })
}

/// Every TOML file of a model's folder, named by its path in it.
///
/// # Errors
///
/// A folder or a file that cannot be read.
pub fn read_model(folder: &Path) -> Result<Vec<Source>> {
    let mut files = Vec::new();
    collect(folder, "", &mut files)?;
    if files.is_empty() {
        let name = folder.display();
        let message = text!("no model in `{name}`", "`{name}` 中没有模型");
        return Err(Failure::new(message)
            .help(text!("name the folder that holds `model.toml`", "请指定 `model.toml` 所在的目录"))
            .into());
    }
    Ok(files)
}

fn collect(folder: &Path, prefix: &str, files: &mut Vec<Source>) -> Result<()> {
    let unreadable = |error: &io::Error| cannot_read(&folder.display().to_string(), error);
    for entry in fs::read_dir(folder).map_err(|error| unreadable(&error))? {
        let entry = entry.map_err(|error| unreadable(&error))?;
        let name = format!("{prefix}{}", entry.file_name().to_string_lossy());
        let path = entry.path();
        // A model has areas as folders and no deeper ones; what is hidden is somebody else's.
        if path.is_dir() && prefix.is_empty() && !name.starts_with('.') {
            collect(&path, &format!("{name}/"), files)?;
        } else if path.extension().is_some_and(|ending| ending == "toml") && path.is_file() {
            let Source { text, .. } = read(&path)?;
            files.push(Source { name, text });
        }
    }
    Ok(())
}

/// Writes a document to a file of its own, whole or not at all.
///
/// # Errors
///
/// What keeps it from being written; the old file is then as it was.
pub fn write_document(path: &Path, document: &[u8]) -> Result<()> {
    let was_read = || READ.lock().is_ok_and(|read| read.iter().any(|it| are_same(it, path)));
    if path.is_file() && was_read() {
        let name = path.display();
        let message =
            text!("`{name}` is what was read, and would be overwritten", "`{name}` 是本次读取的文件，将被覆盖");
        return Err(Failure::new(message).help(text!("name another file", "请指定其他文件")).into());
    }
    write(path, document)
}

/// The files that were read in this run: no document is written over them.
static READ: Mutex<Vec<PathBuf>> = Mutex::new(Vec::new());

fn write(path: &Path, document: &[u8]) -> Result<()> {
    replace(path, document).map_err(|error| cannot_write(path, &error).into())
}

/// Puts text behind what a file holds; the file is begun where there is none.
///
/// # Errors
///
/// What keeps it from being written.
pub fn append(path: &Path, text: &str) -> Result<()> {
    let open = OpenOptions::new().append(true).create(true).open(path);
    let written = open.and_then(|mut file| file.write_all(text.as_bytes()));
    written.map_err(|error| cannot_write(path, &error).into())
}

/// Writes a file that must not be there yet.
///
/// # Errors
///
/// A file of that name, or what keeps it from being written.
pub fn create(path: &Path, text: &str) -> Result<()> {
    let folder = folder_of(path);
    let write = || {
        let mut file = new_file_in(&folder)?;
        file.write_all(text.as_bytes())?;
        file.as_file().sync_data()?;
        file.persist_noclobber(path).map_err(|error| error.error)?;
        Ok(())
    };
    write().map_err(|error: io::Error| {
        if error.kind() == io::ErrorKind::AlreadyExists {
            let name = path.display();
            let message = text!("`{name}` is there already", "`{name}` 已存在");
            return Failure::new(message)
                .help(text!("name another file, or remove it first", "请指定其他文件，或先将其删除"))
                .into();
        }
        cannot_write(path, &error).into()
    })
}

/// Changes a file: reads it, and replaces it by what `change` makes of it, under a lock that every save holds.
///
/// # Errors
///
/// Those of reading, of `change`, and of writing; the file is then as it was.
pub fn edit(path: &Path, change: impl FnOnce(&Source) -> Result<String>) -> Result<()> {
    let _lock = lock::lock(path)?;
    let source = read(path)?;
    let text = change(&source)?;
    if text.len() as u64 > LIMIT {
        let name = path.display();
        return Err(Failure::new(text!("`{name}` would become larger than 1 MiB", "`{name}` 将超过 1 MiB")).into());
    }
    if text == source.text {
        return Ok(());
    }
    write(path, text.as_bytes())
}

/// Whether a file can be replaced: said at the start of an interview, and not at its fortieth answer.
///
/// # Errors
///
/// What would keep a save from being written.
pub fn check_writable(path: &Path) -> Result<()> {
    let target = target_of(path);
    let metadata = fs::metadata(&target).map_err(|error| cannot_write(path, &error))?;
    if metadata.permissions().readonly() {
        return Err(cannot_write(path, &io::ErrorKind::PermissionDenied.into()).into());
    }
    if metadata.is_file() {
        new_file_in(&folder_of(&target)).map_err(|error| cannot_write(path, &error))?;
    }
    Ok(())
}

/// Replaces a file at once: a new one in the same folder, synced and renamed over the old one.
///
/// Permissions and symbolic links are kept; what is no regular file is written through.
fn replace(path: &Path, document: &[u8]) -> io::Result<()> {
    let target = target_of(path);
    let old = fs::metadata(&target).ok();
    if old.as_ref().is_some_and(|metadata| !metadata.is_file()) {
        return OpenOptions::new().write(true).open(&target)?.write_all(document);
    }
    if old.as_ref().is_some_and(|metadata| metadata.permissions().readonly()) {
        return Err(io::ErrorKind::PermissionDenied.into());
    }
    let mut file = new_file_in(&folder_of(&target))?;
    file.write_all(document)?;
    if let Some(old) = old {
        file.as_file().set_permissions(old.permissions())?;
    }
    file.as_file().sync_data()?;
    file.persist(&target).map_err(|error| error.error)?;
    Ok(())
}

/// Where a symbolic link leads; the path itself when it is none or leads nowhere yet.
fn target_of(path: &Path) -> PathBuf {
    fs::canonicalize(path).unwrap_or_else(|_| path.to_owned())
}

fn folder_of(path: &Path) -> PathBuf {
    match path.parent() {
        Some(parent) if !parent.as_os_str().is_empty() => parent.to_owned(),
        _ => PathBuf::from("."),
    }
}

/// A file of a passing name, with the permissions that the system gives any new file, and not a private one's.
fn new_file_in(folder: &Path) -> io::Result<NamedTempFile> {
    let mut builder = tempfile::Builder::new();
    #[cfg(unix)]
    builder.permissions(std::os::unix::fs::PermissionsExt::from_mode(0o666));
    builder.tempfile_in(folder)
}

/// Lets a text be written in the user's editor, `$VISUAL` or `$EDITOR`; nothing when that did not end well.
///
/// # Errors
///
/// No editor is set, or it cannot be started.
pub fn edit_text(text: &str) -> Result<Option<String>> {
    let editor =
        ["VISUAL", "EDITOR"].iter().filter_map(|name| std::env::var(name).ok()).find(|it| !it.trim().is_empty());
    let words = editor.as_deref().and_then(shlex::split).filter(|words| !words.is_empty());
    let Some(words) = words else {
        return Err(Failure::new(text!("no editor: set `EDITOR`", "没有编辑器：请设置 `EDITOR`")).into());
    };
    let unwritable = |error: io::Error| cannot_write(Path::new("note"), &error);
    let mut file = tempfile::Builder::new().prefix("note-").suffix(".txt").tempfile().map_err(unwritable)?;
    file.write_all(text.as_bytes()).map_err(unwritable)?;
    let status = std::process::Command::new(&words[0]).args(&words[1..]).arg(file.path()).status();
    let editor = &words[0];
    let status = status.map_err(|error| {
        let why = why(&error);
        let (en, zh) = (&why.en, &why.zh);
        Failure::new(text!("cannot start `{editor}`: {en}", "无法启动 `{editor}`：{zh}"))
    })?;
    let written = fs::read_to_string(file.path()).map_err(|error| cannot_read("note", &error))?;
    Ok(status.success().then_some(written))
}

/// Today, in UTC.
pub fn today() -> Option<Date> {
    let since = SystemTime::now().duration_since(UNIX_EPOCH).ok()?;
    Date::after_epoch(since.as_secs() / 86_400)
}
