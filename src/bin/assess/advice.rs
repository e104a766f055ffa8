//! Advice as it can be typed: a command that a message names works as it stands, in this folder, with this model and these
//! answers.

use std::path::{Path, PathBuf};
use std::sync::OnceLock;
use std::sync::atomic::{AtomicBool, Ordering};

use assess::commands::Commands;

use crate::terminal::option;

/// The general options without which a command would be about something else.
const OPTIONS: [&str; 2] = ["--model", "--config"];

/// The answers that the command line names.
static FILE: OnceLock<PathBuf> = OnceLock::new();

/// Remembers answers that the command line names and that could be read, for the commands that are named from now on.
pub fn remember_file(path: &Path) {
    if path.as_os_str() != "-" {
        let _ = FILE.set(path.to_owned());
    }
}

/// Whether `--config` names a policy that is still to be written, which no command can read.
static HAS_NO_POLICY_YET: AtomicBool = AtomicBool::new(false);

/// From now on `--config` names what is still to be written.
pub fn await_policy() {
    HAS_NO_POLICY_YET.store(true, Ordering::Relaxed);
}

/// The policy that `--config` names is there now.
pub fn remember_policy() {
    HAS_NO_POLICY_YET.store(false, Ordering::Relaxed);
}

/// What a command lacks that a message or a document of this run names.
pub fn commands() -> Commands {
    commands_called(&|path| path.display().to_string())
}

/// The same where files are called otherwise than on the command line.
pub fn commands_called(name: &dyn Fn(&Path) -> String) -> Commands {
    let called = |path: &Path| quoted(&name(path));
    let is_there = |option: &&&str| **option != "--config" || !HAS_NO_POLICY_YET.load(Ordering::Relaxed);
    let options = OPTIONS
        .iter()
        .filter(is_there)
        .filter_map(|option_name| Some((*option_name, called(Path::new(&option(option_name)?)))));
    Commands { file: FILE.get().map(|path| called(path)), options: options.collect() }
}

/// The same for advice about a file of this name.
pub fn commands_about(name: &str) -> Commands {
    about(name, commands())
}

/// These commands, about a file of this name.
pub fn about(name: &str, commands: Commands) -> Commands {
    Commands { file: is_file_name(name).then(|| quoted(name)).or(commands.file), options: commands.options }
}

/// Whether this is the name of a file, and not of standard input or of a file at a revision.
pub fn is_file_name(name: &str) -> bool {
    !(name.starts_with('<') || name.starts_with("git:"))
}

/// The advice with what each command in backticks lacks.
pub fn as_typed(advice: &str) -> String {
    commands().complete(advice)
}

/// A path as a shell reads it as one word.
pub fn shell_word(path: &Path) -> String {
    quoted(&path.display().to_string())
}

fn quoted(word: &str) -> String {
    shlex::try_quote(word).map_or_else(|_| word.to_owned(), std::borrow::Cow::into_owned)
}
