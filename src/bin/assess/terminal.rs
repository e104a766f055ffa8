//! What is decided once, before anything else: the language, and whether there are colors.

use std::env;
use std::io::{self, IsTerminal};
use std::os::fd::AsFd;
use std::sync::OnceLock;

use anstream::{AutoStream, ColorChoice};
use assess::lang::{Lang, Text};
use assess::report::{Colors, Drawing, Style};
use rustix::termios::tcgetwinsize;

static LANG: OnceLock<Lang> = OnceLock::new();

/// The columns of what is not a terminal.
const COLUMNS: usize = 80;
/// The columns and rows of a terminal that does not say.
const UNSAID: (u16, u16) = (80, 24);
/// Wider lines are hard to read.
const MOST_COLUMNS: usize = 120;
const MOST_COLUMNS_OF_HELP: usize = 100;

/// Decides the language and the colors, which even an error about the arguments needs.
pub fn decide_language_and_colors() {
    // What is no language is said in the one that people have set.
    let is_known = |name: &String| name == "en" || Lang::of_locale(name) == Lang::Zh;
    let _ =
        LANG.set(option("--lang").filter(is_known).or_else(variable).map_or(Lang::En, |name| Lang::of_locale(&name)));
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

/// Whether nothing is to be shown page by page: by `--no-pager`, `--quiet` or `-q`.
pub fn is_unpaged() -> bool {
    // `-o` takes the rest of its word as a path.
    let is_quiet = |word: &str| !word.starts_with('-') && word.split('o').next().is_some_and(|it| it.contains('q'));
    options().any(|word| match word.strip_prefix('-') {
        Some("-no-pager" | "-quiet") => true,
        Some(letters) => is_quiet(letters),
        None => false,
    })
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
pub fn option(name: &str) -> Option<String> {
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
    Style { lang: lang(), width: width_of(&stdout), colors, drawing }
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
    Style { lang: lang(), width: width_of(&stderr), colors, drawing: Drawing::Drawn }
}

/// The columns and rows of the terminal behind a stream. One that does not say is taken as 80 by 24.
pub fn size_of(stream: impl AsFd) -> (u16, u16) {
    let size = tcgetwinsize(stream).map(|size| (size.ws_col, size.ws_row));
    size.ok().filter(|(columns, rows)| *columns > 0 && *rows > 0).unwrap_or(UNSAID)
}

/// The columns of a help page: those of the terminal that it may end up on, by way of another program too.
pub fn help_columns() -> usize {
    let size =
        tcgetwinsize(io::stdout()).or_else(|_| tcgetwinsize(io::stderr())).or_else(|_| tcgetwinsize(io::stdin()));
    let said = size.ok().map(|size| usize::from(size.ws_col));
    let columns = said.or_else(|| env::var("COLUMNS").ok()?.parse().ok()).filter(|columns| *columns > 0);
    columns.unwrap_or(MOST_COLUMNS_OF_HELP).min(MOST_COLUMNS_OF_HELP)
}

/// The columns of a document that is written to a stream.
fn width_of(stream: &(impl AsFd + IsTerminal)) -> usize {
    if stream.is_terminal() { usize::from(size_of(stream).0).min(MOST_COLUMNS) } else { COLUMNS }
}
