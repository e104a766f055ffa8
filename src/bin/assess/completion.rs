//! Shell completion: the program itself is asked what may come next, so that ids of the model are offered too.

use std::env;
use std::path::Path;

use anyhow::Result;
use assess::lang::Text;
use assess::text;
use clap::Command;
use clap_complete::env::{EnvCompleter, Shells};

use crate::failure::Failure;
use crate::output::{write_bytes_to_stdout, write_stdout};

/// The variable by which a shell's script asks for completions, with the name of the shell.
const VARIABLE: &str = "ASSESS_COMPLETE";

/// Answers a shell that asks what may come next; says whether one did.
///
/// # Errors
///
/// A shell that is not known, or an answer that cannot be written.
pub fn answer(program: fn() -> Command) -> Result<bool> {
    let asked = env::var_os(VARIABLE).filter(|shell| !shell.is_empty() && shell != "0");
    let Some(shell) = asked else { return Ok(false) };
    let shell = shell.to_string_lossy();
    let words: Vec<_> = env::args_os().skip_while(|word| word != "--").skip(1).collect();
    if words.is_empty() {
        write_stdout(&script(&shell)?)?;
        return Ok(true);
    }
    let folder = env::current_dir().ok();
    let mut answer = Vec::new();
    let mut program = program();
    program.build();
    // Nothing to offer is no error.
    let _ = completer(&shell)?.write_complete(&mut program, words, folder.as_deref(), &mut answer);
    write_bytes_to_stdout(&answer)?;
    Ok(true)
}

/// The script that a shell reads at its start.
///
/// # Errors
///
/// A shell that is not known.
pub fn script(shell: &str) -> Result<String> {
    let mut script = Vec::new();
    completer(shell)?.write_registration(VARIABLE, "assess", "assess", "assess", &mut script)?;
    Ok(String::from_utf8_lossy(&script).into_owned())
}

/// What speaks with a shell, by its name or by the path of its program.
fn completer(shell: &str) -> Result<&'static dyn EnvCompleter> {
    let name = Path::new(shell).file_stem().unwrap_or_default().to_string_lossy();
    let known = Shells::builtins().0.iter().copied().find(|known| known.is(&name));
    Ok(known.ok_or_else(|| {
        let Text { en, zh, .. } = Text::list_words(Shells::builtins().names());
        let failure = Failure::new(text!("no completions for `{name}`", "`{name}` 没有补全脚本"));
        failure.help(text!("one of {en}", "可选：{zh}"))
    })?)
}
