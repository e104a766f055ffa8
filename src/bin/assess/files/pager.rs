//! The user's own pager, for what is longer than the screen.

use std::env;
use std::io::{self, Write as _};
use std::path::Path;
use std::process::{Command, Stdio};
use std::sync::Arc;
use std::sync::atomic::AtomicBool;

use signal_hook::consts::{SIGINT, SIGQUIT};

/// What pages where the user has set nothing: it stops at the end, shows colors, and leaves what was read on the screen.
const USUAL: &str = "less -FRX";

/// The pager as a line for the shell, as git takes it; `None` if none is wanted or there is no such program.
pub fn find_pager() -> Option<String> {
    let set = ["ASSESS_PAGER", "PAGER"].iter().find_map(|name| env::var(name).ok());
    let line = set.unwrap_or_else(|| USUAL.to_owned());
    let words = shlex::split(&line)?;
    let is_setting = |word: &&String| word.split_once('=').is_some_and(|(name, _)| !name.contains('/'));
    let program = words.iter().find(|word| !is_setting(word))?;
    (program != "cat" && is_program(program)).then_some(line)
}

/// Whether a shell would find a program of that name.
fn is_program(name: &str) -> bool {
    if name.contains('/') {
        return Path::new(name).is_file();
    }
    let folders = env::var_os("PATH").unwrap_or_default();
    env::split_paths(&folders).any(|folder| folder.join(name).is_file())
}

/// Shows a text in a pager, and waits until that has ended. One that is left before the end has shown what was wanted.
///
/// # Errors
///
/// A shell that cannot be started.
pub fn show_in_pager(line: &str, text: &str) -> io::Result<()> {
    // Ctrl-C is the pager's: it reaches this program too, which would end and leave the pager without its terminal.
    for signal in [SIGINT, SIGQUIT] {
        signal_hook::flag::register(signal, Arc::new(AtomicBool::new(false)))?;
    }
    let mut command = Command::new("sh");
    command.arg("-c").arg(line).stdin(Stdio::piped());
    // By its own rules less shows anything but ASCII as numbers where no locale is set.
    if env::var_os("LESSCHARSET").is_none() {
        command.env("LESSCHARSET", "utf-8");
    }
    let mut pager = command.spawn()?;
    if let Some(mut stdin) = pager.stdin.take() {
        // It takes no more when it is left.
        let _ = stdin.write_all(text.as_bytes());
    }
    pager.wait().map(|_| ())
}
