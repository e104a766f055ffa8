//! Every command in every form, and the languages and drawings in which it is run.

use crate::checks::Coloring;

/// A command line, and the forms in which it writes its document; `--format` is for more than one.
pub struct Line {
    pub arguments: &'static [&'static str],
    pub forms: &'static [&'static str],
}

pub const fn line(arguments: &'static [&'static str], forms: &'static [&'static str]) -> Line {
    Line { arguments, forms }
}

/// The main documents: every command that offers a choice of forms.
pub const LINES: &[Line] = &[
    line(&["score"], &["table", "json", "markdown", "csv", "badge", "shields"]),
    line(&["next"], &["table", "json", "markdown", "csv"]),
    line(&["check", "-v", "--as-of", "2026-11-21", "--baseline", "before.toml"], VERDICTS),
    line(&["diff", "before.toml", "answers.toml"], TEXTS),
    line(&["explain", "shop.counter.selling.greeting", "answers.toml"], TEXTS),
    line(&["report", "--compare", "before.toml"], &["html", "markdown", "csv", "xlsx"]),
    line(&["form", "answers.toml"], &["html", "xlsx"]),
    line(&["trend", "before.toml", "answers.toml"], &["table", "json", "csv", "ndjson", "markdown", "html"]),
    line(&["rollup", "--as-of", "2026-11-21", "answers.toml", "before.toml"], TEAMS),
    line(&["merge", "answers.toml", "before.toml"], &["table", "json", "markdown", "answers"]),
    line(&["model", "show"], &["json", "markdown"]),
    line(&["model", "list"], &["table"]),
    line(&["model", "lint"], &["table"]),
];

/// What the same commands and others make beside them.
pub const MORE: &[Line] = &[
    line(&["score", "-"], &["table", "json"]),
    line(&["next", "--to", "policy"], &["table", "json", "markdown", "csv"]),
    line(&["next", "--only", "shop", "--top", "1"], &["table", "markdown"]),
    line(&["diff", "answers.toml", "before.toml"], TEXTS),
    line(&["explain", "hostile", "answers.toml"], TEXTS),
    line(&["explain", "shop", "answers.toml"], TEXTS),
    line(&["explain", "shop.counter", "answers.toml"], TEXTS),
    line(&["explain", "shop.counter.selling", "answers.toml"], TEXTS),
    line(&["explain", "shop.counter.selling.paying", "answers.toml"], TEXTS),
    line(&["explain", "shop.counter.selling.greeting"], TEXTS),
    line(&["report", "-"], &["markdown", "html"]),
    line(&["rollup", "--as-of", "2026-11-21", "--depth", "dimension", "--without", "names"], &["table", "csv", "html"]),
    line(&["schema", "answers"], &["json"]),
    line(&["schema", "policy"], &["json"]),
];

/// The forms of what is read by people and programs.
pub const TEXTS: &[&str] = &["table", "json", "markdown"];
/// The forms of `rollup`.
pub const TEAMS: &[&str] = &["table", "json", "csv", "ndjson", "markdown", "xlsx", "html"];
/// The forms of `check`.
pub const VERDICTS: &[&str] = &["table", "json", "markdown", "junit", "sarif", "github", "github-summary", "gitlab"];

/// A language and a drawing, and what is made in it.
#[derive(Clone, Copy)]
pub struct Style {
    pub options: &'static [&'static str],
    pub colors: Coloring,
    pub makes: Makes,
}

#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Makes {
    /// Each form of the main documents and of every other one of the rest in a file, and the first one printed.
    All,
    /// Each form of the main documents in a file, and the first one printed.
    Files,
}

const fn style(options: &'static [&'static str], colors: Coloring, makes: Makes) -> Style {
    Style { options, colors, makes }
}

const ENGLISH: Style = style(&["--lang", "en", "--color", "always"], Coloring::Some, Makes::All);
const CHINESE: Style = style(&["--lang", "zh", "--plain"], Coloring::None, Makes::All);

/// Without `--lang` the environment says English, and a report is in both languages.
pub const STYLES: &[Style] = &[
    ENGLISH,
    CHINESE,
    style(&["--plain"], Coloring::None, Makes::Files),
    // A file has no colors, so that the tables come out both with and without.
    style(&["--lang", "zh", "--color", "always"], Coloring::Some, Makes::Files),
];

/// Those that make all.
pub const FEW_STYLES: &[Style] = &[ENGLISH, CHINESE];

/// Enough where every run takes long.
pub const LONG_STYLES: &[Style] = &[ENGLISH, Style { makes: Makes::Files, ..CHINESE }];
