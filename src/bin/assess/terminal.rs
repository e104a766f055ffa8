//! What is decided once, before anything else: the language, and whether there are colors.

use std::env;
use std::io::{self, IsTerminal as _};
use std::sync::OnceLock;

use anstream::{AutoStream, ColorChoice};
use assess::lang::{Lang, Text};
use assess::report::{Colors, Drawing, Style};

static LANG: OnceLock<Lang> = OnceLock::new();

/// The columns of what is not a terminal, and of one that does not say.
const COLUMNS: usize = 80;
/// Wider lines are hard to read.
const MOST_COLUMNS: usize = 120;

/// Decides the language and the colors, which even an error about the arguments needs.
pub fn decide_language_and_colors() {
    let _ = LANG.set(option("--lang").or_else(variable).map_or(Lang::En, |name| Lang::of_locale(&name)));
    let choice = match option("--color").as_deref() {
        // Nothing but text, whatever else is said.
        _ if is_plain() => ColorChoice::Never,
        Some("always") => ColorChoice::Always,
        Some("never") => ColorChoice::Never,
        // Whatever else speaks for colors, this terminal knows none.
        _ if is_dumb() => ColorChoice::Never,
        _ => ColorChoice::Auto,
    };
    choice.write_global();
}

/// Whether words and ASCII alone are wanted: by `--plain`, or by `ASSESS_PLAIN` with anything but `0`.
pub fn is_plain() -> bool {
    let by_variable = || env::var_os("ASSESS_PLAIN").is_some_and(|value| !value.is_empty() && value != "0");
    options().any(|argument| argument == "--plain") || by_variable()
}

/// Whether the terminal says that it knows nothing but text.
pub fn is_dumb() -> bool {
    env::var("TERM").is_ok_and(|term| term == "dumb")
}

/// The arguments before `--`, among which options may stand; the command line proper is checked later.
fn options() -> impl Iterator<Item = String> {
    let arguments = env::args_os().skip(1).map(|argument| argument.to_string_lossy().into_owned());
    arguments.take_while(|argument| argument != "--")
}

/// The value of an option anywhere among the arguments.
fn option(name: &str) -> Option<String> {
    let mut arguments = options();
    let mut found = None;
    while let Some(argument) = arguments.next() {
        match argument.strip_prefix(name) {
            Some("") => found = arguments.next(),
            Some(rest) if rest.starts_with('=') => found = Some(rest[1..].to_owned()),
            _ => {}
        }
    }
    found
}

/// The language that the environment asks for.
fn variable() -> Option<String> {
    let named = ["ASSESS_LANG", "LC_ALL", "LC_MESSAGES", "LANG"];
    named.iter().filter_map(|name| env::var(name).ok()).find(|value| !value.is_empty())
}

/// The language of this run.
pub fn lang() -> Lang {
    LANG.get().copied().unwrap_or_default()
}

/// A text in the language of this run.
pub fn localize(text: Text) -> String {
    text.into_string(lang())
}

/// How a document on standard output looks.
pub fn style_of_stdout(drawing: Drawing) -> Style {
    let stdout = io::stdout();
    let colors = match AutoStream::choice(&stdout) {
        ColorChoice::Never => Colors::Off,
        _ => Colors::On,
    };
    let width = if stdout.is_terminal() { columns() } else { COLUMNS };
    Style { lang: lang(), width, colors, drawing }
}

/// How a document in a file looks: the same on every machine.
pub fn style_of_files(drawing: Drawing) -> Style {
    Style { lang: lang(), width: COLUMNS, colors: Colors::Off, drawing }
}

/// How messages look.
pub fn style_of_stderr() -> Style {
    let stderr = io::stderr();
    let colors = match AutoStream::choice(&stderr) {
        ColorChoice::Never => Colors::Off,
        _ => Colors::On,
    };
    let width = if stderr.is_terminal() { columns() } else { COLUMNS };
    Style { lang: lang(), width, colors, drawing: Drawing::Drawn }
}

fn columns() -> usize {
    let size = terminal_size::terminal_size().map(|(width, _)| usize::from(width.0));
    size.filter(|width| *width > 0).unwrap_or(COLUMNS).min(MOST_COLUMNS)
}
