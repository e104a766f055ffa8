//! Text broken into lines for a terminal, by the rules of both languages; what is to be typed stays whole.

use std::borrow::Cow;
use std::iter;
use std::ops::Range;

use memchr::{memchr, memchr2};
use textwrap::WordSeparator::{Custom, UnicodeBreakProperties};
use textwrap::core::Word;

use super::width::{cut, width};

/// Wraps text to lines of at most `columns`, the first begun with `first` and the others with `rest`.
///
/// English breaks at blanks, Chinese between characters and never before closing punctuation; what stands in backticks is
/// to be typed, and stays on one line where a line has room for all that does.
#[must_use]
pub fn wrap(text: &str, columns: usize, first: &str, rest: &str) -> Vec<String> {
    let mut lines = Vec::new();
    each_line(text, columns, first, rest, |indent, line| lines.push([indent, line].concat()));
    lines
}

/// Adds the same lines to a text, each with its end.
pub fn push_wrapped(out: &mut String, text: &str, columns: usize, first: &str, rest: &str) {
    each_line(text, columns, first, rest, |indent, line| {
        for part in [indent, line, "\n"] {
            out.push_str(part);
        }
    });
}

/// Entries set side by side, two blanks between them; an entry is never broken over two lines.
#[must_use]
pub fn flow<S: AsRef<str>>(entries: &[S], columns: usize) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for entry in entries.iter().map(AsRef::as_ref) {
        match lines.last_mut() {
            Some(line) if width(line) + 2 + width(entry) <= columns => {
                line.push_str("  ");
                line.push_str(entry);
            }
            _ => lines.push(cut(entry, columns).into_owned()),
        }
    }
    lines
}

/// Breaks a text into lines, each taken with what stands before it.
fn each_line(text: &str, columns: usize, first: &str, rest: &str, mut take: impl FnMut(&str, &str)) {
    if width(first) + width(text) <= columns && memchr(b'\n', text.as_bytes()).is_none() {
        return take(first, text);
    }
    let columns = columns.max(8);
    if let Some(lines) = break_at_blanks(text, columns, first, rest) {
        let indents = iter::once(first).chain(iter::repeat(rest));
        return indents.zip(lines).for_each(|(indent, line)| take(indent, line));
    }
    let fits = |word: Word<'_>| !word.contains('`') || width(&word) + width(rest) <= columns;
    let has_room = text.contains('`') && whole_commands(text).all(fits);
    let options = options(text, columns, if has_room { whole_commands } else { commands_at_blanks });
    let options = options.initial_indent(first).subsequent_indent(rest);
    for line in textwrap::wrap(text, options) {
        take("", &line);
    }
}

/// Wraps a message for a terminal: neither what stands in backticks nor a path or an address longer than a line is broken,
/// since a terminal that breaks it still copies it as one.
#[must_use]
pub fn wrap_message(text: &str, columns: usize, rest: &str) -> Vec<String> {
    let options = options(text, columns.max(8), whole_commands).subsequent_indent(rest).break_words(false);
    textwrap::wrap(text, options).into_iter().map(Cow::into_owned).collect()
}

fn options(text: &str, columns: usize, separate: Separate) -> textwrap::Options<'_> {
    textwrap::Options::new(columns)
        .word_separator(if text.contains('`') { Custom(separate) } else { UnicodeBreakProperties })
        .word_splitter(textwrap::WordSplitter::NoHyphenation)
}

/// How a line comes apart into what is kept together.
type Separate = fn(&str) -> Box<dyn Iterator<Item = Word<'_>> + '_>;

/// By the Unicode rules of line breaking, but never within backticks.
fn whole_commands(line: &str) -> Box<dyn Iterator<Item = Word<'_>> + '_> {
    words(line, |_| true)
}

/// By the Unicode rules of line breaking; within backticks at blanks alone.
fn commands_at_blanks(line: &str) -> Box<dyn Iterator<Item = Word<'_>> + '_> {
    words(line, |before| !before.ends_with(' '))
}

/// The words of a line; those within backticks are kept together where `is_kept` says so of what is before the gap.
fn words(line: &str, is_kept: impl Fn(&str) -> bool) -> Box<dyn Iterator<Item = Word<'_>> + '_> {
    let quoted: Vec<_> = in_backticks(line).collect();
    let (mut words, mut start, mut end) = (Vec::new(), 0, 0);
    for word in UnicodeBreakProperties.find_words(line) {
        end += word.word.len() + word.whitespace.len();
        let next = quoted.partition_point(|range| range.end <= end);
        let is_within = quoted.get(next).is_some_and(|range| range.start < end);
        if !is_within || !is_kept(&line[..end]) {
            words.push(Word::from(&line[start..end]));
            start = end;
        }
    }
    Box::new(words.into_iter())
}

/// Where something stands in backticks, with them.
fn in_backticks(text: &str) -> impl Iterator<Item = Range<usize>> {
    let marks: Vec<_> = text.match_indices('`').map(|(at, _)| at).collect();
    let pairs: Vec<_> = marks.chunks_exact(2).map(|pair| pair[0]..pair[1] + 1).collect();
    pairs.into_iter()
}

/// Wraps plain words with one blank between them, as most English is, in one pass: finding every place where a text may
/// break takes many times as long. `None` for a text that the library might break otherwise.
fn break_at_blanks<'t>(text: &'t str, columns: usize, first: &str, rest: &str) -> Option<Vec<&'t str>> {
    if !text.is_ascii() || memchr2(b'`', b'\n', text.as_bytes()).is_some() {
        return None;
    }
    let room_of_rest = columns.checked_sub(width(rest))?;
    let mut room = columns.checked_sub(width(first))?;
    let (mut lines, mut start, mut at) = (Vec::new(), 0, 0);
    for word in text.as_bytes().split(|byte| *byte == b' ') {
        let end = at + word.len();
        let stands_free = word.first().copied().is_some_and(is_start) && word.last().copied().is_some_and(is_end);
        // What is too long for a line is broken somewhere within.
        if !stands_free || word.len() > room_of_rest || at == 0 && word.len() > room {
            return None;
        }
        if end - start > room {
            if !is_unbroken(word) {
                return None;
            }
            lines.push(&text[start..at - 1]);
            (room, start) = (room_of_rest, at);
        }
        at = end + 1;
    }
    lines.push(&text[start..]);
    Some(lines)
}

/// Whether a text may always break before a blank and this character.
fn is_start(character: u8) -> bool {
    character.is_ascii_alphanumeric() || character == b'('
}

/// Whether a text may always break after this character and a blank.
fn is_end(character: u8) -> bool {
    character.is_ascii_alphanumeric() || matches!(character, b',' | b'.' | b':' | b';' | b')' | b'%')
}

/// Whether there is no place within a word where a text may break.
fn is_unbroken(word: &[u8]) -> bool {
    let is_known = |byte: &u8| byte.is_ascii_alphanumeric() || matches!(byte, b',' | b'.' | b':' | b';' | b'-' | b'\'');
    let mut core = word.strip_prefix(b"(").unwrap_or(word);
    while let [before @ .., b')' | b',' | b'.' | b':' | b';'] = core {
        core = before;
    }
    core.iter().all(is_known)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::super::width::width;
    use super::{break_at_blanks, options, whole_commands, wrap, wrap_message};

    proptest! {
        #[test]
        fn one_pass_breaks_where_the_library_does(
            words in prop::collection::vec("[(]?[`]?[A-Za-z0-9'./%\"éß分\n-]{1,9}[`]?[,.;:)%'!?，]{0,2}", 1..20),
            columns in 8_usize..50,
            indents in prop::sample::select(vec![("", ""), ("  - ", "    "), ("1. ", ""), ("", "  "), ("多 ", "   ")]),
        ) {
            let (text, (first, rest)) = (words.join(" "), indents);
            let options = options(&text, columns, whole_commands).initial_indent(first).subsequent_indent(rest);
            if break_at_blanks(&text, columns, first, rest).is_some() {
                prop_assert_eq!(wrap(&text, columns, first, rest), textwrap::wrap(&text, options));
            }
        }

        #[test]
        fn plain_words_are_wrapped_in_one_pass(
            words in prop::collection::vec("[(]?[A-Za-z0-9][A-Za-z0-9'.:-]{0,7}[A-Za-z0-9][,.;:)]{0,2}", 1..20),
            columns in 14_usize..50,
        ) {
            prop_assert!(break_at_blanks(&words.join(" "), columns, "", "").is_some());
        }
    }

    #[test]
    fn what_is_to_be_typed_is_not_broken() {
        let text = "saved in team/a-b.toml; go on with `program begin team/a-b.toml --only x.y` when you like";
        let command = "`program begin team/a-b.toml --only x.y`";
        let of = |columns| wrap(text, columns, "", "  ");
        for columns in 45..100 {
            let lines = of(columns);
            assert!(lines.iter().any(|line| line.contains(command)), "{columns}: {lines:?}");
            assert!(lines.iter().all(|line| width(line) <= columns), "{columns}: {lines:?}");
        }
        assert!(
            of(30).iter().any(|line| line.contains("team/a-b.toml --only")),
            "a path is whole at least: {:?}",
            of(30)
        );
        assert!(of(30).iter().all(|line| width(line) <= 30));
        let zh = "已保存到 team/a-b.toml；继续请运行 `program begin team/a-b.toml --only x.y`，随时可以停下。";
        for columns in [12, 30, 60] {
            for text in [text, zh] {
                let lines = wrap_message(text, columns, "  ");
                assert!(lines.iter().any(|line| line.contains(command)), "{columns}: {lines:?}");
            }
        }
        let glued = "判定不通过（`assess check --target 2`），请先补充答案。";
        for columns in 24..40 {
            let lines = wrap(glued, columns, "", "");
            assert!(lines.iter().all(|line| width(line) <= columns), "{columns}: {lines:?}");
            assert!(!lines.iter().any(|line| line.starts_with(['）', '，', '。'])), "{columns}: {lines:?}");
            assert_eq!(lines.iter().any(|line| line.contains("`assess check --target 2`")), columns >= 31, "{lines:?}");
        }
        let lone = wrap("a ` alone is no beginning of anything that would be kept together", 20, "", "");
        assert!(lone.iter().all(|line| width(line) <= 20) && lone.len() == 4, "{lone:?}");
    }

    #[test]
    fn no_line_begins_with_closing_punctuation() {
        let lines = wrap("合并时冲突多，错误也多。分支存活时间短，提交频繁（每天一次）。", 12, "", "  ");
        assert!(lines.iter().all(|line| width(line) <= 12), "{lines:?}");
        assert!(!lines.iter().any(|line| line.trim_start().starts_with(['，', '。', '）'])), "{lines:?}");
    }
}
