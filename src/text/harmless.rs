//! Foreign text made harmless: for a terminal, for one line of it, for the logs of build servers.

use std::borrow::Cow;
use std::fmt::Write as _;
use std::sync::LazyLock;

use memchr::memmem;

use super::scan::{has_c0, has_hostile_beyond_c0, is_hostile, is_plain};

/// The text with every hostile character made visible, as `\u{1b}`; lines and tabs stay.
#[must_use]
pub fn visible(text: &str) -> Cow<'_, str> {
    if !text.contains(is_hostile) {
        return Cow::Borrowed(text);
    }
    let mut shown = String::with_capacity(text.len() + 8);
    for character in text.chars() {
        if is_hostile(character) {
            let _ = write!(shown, "\\u{{{:x}}}", u32::from(character));
        } else {
            shown.push(character);
        }
    }
    Cow::Owned(shown)
}

/// The text with what build servers would take for a command in a log broken by a backslash: `::` at the beginning of a
/// line, also behind colors, and `##` before a word and a bracket anywhere, as in `##[group]`, `##vso[…]` and `##teamcity[…]`.
#[must_use]
pub fn inert(text: &str) -> Cow<'_, str> {
    if memmem::find(text.as_bytes(), b"##").is_none() && !has_command(text) {
        return Cow::Borrowed(text);
    }
    let mut inert = String::with_capacity(text.len() + 8);
    for line in text.split_inclusive('\n') {
        let mut rest = line;
        if let Some((before, command)) = command_in(line).map(|at| line.split_at(at)) {
            inert.push_str(before);
            inert.push('\\');
            rest = command;
        }
        while let Some(at) = rest.find("##") {
            let (before, after) = rest.split_at(at + 1);
            let word = after.trim_start_matches('#').trim_start_matches(|it: char| it.is_ascii_alphanumeric());
            inert.push_str(before);
            inert.push_str(if word.starts_with('[') { "\\" } else { "" });
            rest = after;
        }
        inert.push_str(rest);
    }
    Cow::Owned(inert)
}

/// Whether a line is a command: only those that hold `::` are looked at, which few texts have.
fn has_command(text: &str) -> bool {
    let mut rest = text;
    while let Some(at) = memmem::find(rest.as_bytes(), b"::") {
        let start = rest[..at].rfind('\n').map_or(0, |before| before + 1);
        if command_in(&rest[start..]).is_some() {
            return true;
        }
        rest = rest[at..].split_once('\n').map_or("", |(_, after)| after);
    }
    false
}

/// Where a line has the `::` that GitHub would take for the beginning of a command, when it is without its colors.
fn command_in(line: &str) -> Option<usize> {
    let mut rest = line.trim_start();
    while let Some(color) = rest.strip_prefix("\u{1b}[") {
        let end = color.trim_start_matches(|it: char| it.is_ascii_digit() || it == ';');
        let Some(after) = end.strip_prefix('m') else { break };
        rest = after.trim_start();
    }
    rest.starts_with("::").then(|| line.len() - rest.len())
}

/// The text made visible and put on one line: each run of blanks, tabs and newlines is one blank.
#[must_use]
pub fn one_line(text: &str) -> Cow<'_, str> {
    static TWO_BLANKS: LazyLock<memmem::Finder<'_>> = LazyLock::new(|| memmem::Finder::new("  "));
    let is_harmless = is_plain(text) || !has_c0(text) && !has_hostile_beyond_c0(text);
    let has_ends = text.starts_with(char::is_whitespace) || text.ends_with(char::is_whitespace);
    if is_harmless && !has_ends && TWO_BLANKS.find(text.as_bytes()).is_none() {
        return Cow::Borrowed(text);
    }
    // A line break of another system is a break, not a character to be shown.
    let unified = text.replace("\r\n", "\n");
    let visible = visible(&unified);
    Cow::Owned(visible.split_whitespace().collect::<Vec<_>>().join(" "))
}

#[cfg(test)]
mod tests {
    use super::{inert, one_line, visible};

    #[test]
    fn hostile_characters_are_shown_not_sent() {
        assert_eq!(visible("plain 文字\n\tkept"), "plain 文字\n\tkept");
        assert_eq!(visible("\u{1b}[31mred\u{7f}\u{9b}\u{202e}"), "\\u{1b}[31mred\\u{7f}\\u{9b}\\u{202e}");
        assert_eq!(one_line("a\r\n  b\tc\rd"), "a b c\\u{d}d");
    }

    #[test]
    fn no_line_is_a_command_to_a_build_server() {
        assert_eq!(inert("a::b # c ## d\n"), "a::b # c ## d\n");
        assert_eq!(inert("a\n  ::error::b\r\n::c"), "a\n  \\::error::b\r\n\\::c");
        assert_eq!(inert("a::b ::c\n d\n \t::e::f\ng::h"), "a::b ::c\n d\n \t\\::e::f\ng::h");
        assert_eq!(inert("x ##[group]y ##vso[task.x]z"), "x #\\#[group]y #\\#vso[task.x]z");
        assert_eq!(inert("\u{1b}[1m::error::x\u{1b}[0m"), "\u{1b}[1m\\::error::x\u{1b}[0m");
        assert_eq!(inert("\u{1b}[::a::m::b"), "\u{1b}[::a::m::b", "no color stands before that");
        assert_eq!(inert("\u{1b}[1m \u{1b}[3;4m ::a ::b"), "\u{1b}[1m \u{1b}[3;4m \\::a ::b");
        assert_eq!(inert("###teamcity[a] ## heading"), "#\\#\\#teamcity[a] ## heading");
    }

    #[test]
    fn a_text_that_is_one_line_stays_as_it_is() {
        for same in ["a b", "分支，a", "", "a\u{3000}b", "12345678 90"] {
            assert_eq!(one_line(same), same);
        }
        for (text, line) in [(" a", "a"), ("a ", "a"), ("a  b", "a b"), ("\u{3000}分\u{3000}", "分"), ("a\tb\n", "a b")]
        {
            assert_eq!(one_line(text), line, "{text:?}");
        }
    }
}
