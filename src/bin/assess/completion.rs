//! Shell completion: the program itself is asked what may come next, so that ids of the model are offered too.

use std::env;
use std::ffi::OsStr;

use anyhow::Result;
use assess::embedded;
use assess::lang::Text;
use assess::model::Node;
use assess::text;
use clap::CommandFactory as _;
use clap_complete::CompleteEnv;
use clap_complete::engine::{ArgValueCompleter, CompletionCandidate};
use clap_complete::env::Shells;

use crate::cli::{Cli, ShellName};
use crate::failure::Failure;
use crate::terminal::lang;

/// The variable by which a shell's script asks for completions, with the name of the shell.
const VARIABLE: &str = "ASSESS_COMPLETE";

/// Answers a shell that asks what may come next; says whether one did.
///
/// # Errors
///
/// A shell that is not known, or an answer that cannot be written.
pub fn answer() -> Result<bool> {
    if env::var_os(VARIABLE).is_none() {
        return Ok(false);
    }
    let folder = env::current_dir().ok();
    let asked = CompleteEnv::with_factory(Cli::command).var(VARIABLE);
    asked.try_complete(env::args_os(), folder.as_deref()).map_err(|error| {
        let words = error.to_string();
        Failure::new(Text::same(words.trim().trim_start_matches("error: ").to_owned())).into()
    })
}

/// The script that a shell reads at its start.
///
/// # Errors
///
/// None for the shells that have a name here.
pub fn script(shell: ShellName) -> Result<String> {
    let name = shell.name();
    let shells = Shells::builtins();
    let known = shells.completer(name);
    let known = known.ok_or_else(|| Failure::new(text!("no completions for `{name}`", "`{name}` 没有补全脚本")))?;
    let mut script = Vec::new();
    known.write_registration(VARIABLE, "assess", "assess", "assess", &mut script)?;
    Ok(String::from_utf8_lossy(&script).into_owned())
}

/// Completes the id of any node of the embedded model.
pub fn nodes() -> ArgValueCompleter {
    ArgValueCompleter::new(|current: &OsStr| candidates(current, |_| true, ""))
}

/// Completes the id of a dimension.
pub fn dimensions() -> ArgValueCompleter {
    ArgValueCompleter::new(|current: &OsStr| candidates(current, |node| matches!(node, Node::Dimension(_)), ""))
}

/// Completes the id of an area.
pub fn areas() -> ArgValueCompleter {
    ArgValueCompleter::new(|current: &OsStr| candidates(current, |node| matches!(node, Node::Area(_)), ""))
}

/// Completes the id of a target, after which its level is written.
pub fn targets() -> ArgValueCompleter {
    let has_target = |node: Node<'_>| !matches!(node, Node::Dimension(_));
    ArgValueCompleter::new(move |current: &OsStr| candidates(current, has_target, "="))
}

/// The ids that go on from what is typed, step by step down the tree: `delivery.` offers the domains of an area.
fn candidates(current: &OsStr, wanted: fn(Node<'_>) -> bool, ending: &str) -> Vec<CompletionCandidate> {
    let typed = current.to_string_lossy();
    let nodes = embedded::model().nodes().skip(1);
    let fitting = nodes.filter(|node| wanted(*node) && node.id().as_str().starts_with(typed.as_ref()));
    fitting
        .map(|node| {
            let help = node.name().get(lang()).to_owned();
            CompletionCandidate::new(format!("{}{ending}", node.id())).help(Some(help.into()))
        })
        .collect()
}
