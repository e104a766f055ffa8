//! Foreign text made harmless, and text measured and wrapped for a terminal.

use std::borrow::Cow;
use std::fmt::Write as _;
use std::iter;
use std::ops::Range;

use memchr::memmem;
use textwrap::WordSeparator::{Custom, UnicodeBreakProperties};
use textwrap::core::Word;
use unicode_width::UnicodeWidthStr;

/// Whether a character can change what a terminal shows around it: C0 but newline and tab, C1, DEL, and what
/// reorders text or hides in it; also the two that no XML may hold.
#[inline]
#[must_use]
pub fn is_hostile(character: char) -> bool {
    match character {
        // Nearly all there is, told first: ASCII that is shown, and the scripts of East Asia.
        ' '..='~' | '\n' | '\t' | '\u{2e80}'..='\u{fefe}' | '\u{ff00}'..='\u{fffd}' => false,
        '\u{061c}'
        | '\u{200e}'
        | '\u{200f}'
        | '\u{2028}'..='\u{202e}'
        | '\u{2066}'..='\u{2069}'
        | '\u{feff}'
        | '\u{fffe}'
        | '\u{ffff}' => true,
        _ => character.is_control(),
    }
}

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
    let is_harmless = is_plain(text) || !text.contains(|it| it < ' ' || is_hostile(it));
    let has_ends = text.starts_with(char::is_whitespace) || text.ends_with(char::is_whitespace);
    if is_harmless && !has_ends && !text.contains("  ") {
        return Cow::Borrowed(text);
    }
    // A line break of another system is a break, not a character to be shown.
    let unified = text.replace("\r\n", "\n");
    let visible = visible(&unified);
    Cow::Owned(visible.split_whitespace().collect::<Vec<_>>().join(" "))
}

/// Whether a text is nothing but printable ASCII without `#`: what most text is, and quickly told. Each byte of it takes
/// one column, and nothing in it does anything anywhere.
#[must_use]
pub fn is_plain(text: &str) -> bool {
    const EACH: u64 = 0x0101_0101_0101_0101;
    // Eight bytes at a time: the highest bit of each that is not ASCII, below a blank, above a tilde or `#` is set in a term.
    let are_plain = |eight: &[u8; 8]| {
        let bytes = u64::from_ne_bytes(*eight);
        let (no_control, no_delete) = (bytes.wrapping_sub(EACH * u64::from(b' ')), bytes.wrapping_add(EACH));
        let no_sign = (bytes ^ (EACH * u64::from(b'#'))).wrapping_sub(EACH);
        (bytes | no_control | no_delete | no_sign) & (EACH << 7) == 0
    };
    let (eights, rest) = text.as_bytes().as_chunks();
    eights.iter().all(are_plain) && rest.iter().all(|byte| matches!(byte, b' '..=b'~') && *byte != b'#')
}

/// The narrow character that a full-width one stands for, as an input method that was left on types it; others as they are.
#[must_use]
pub fn narrow(character: char) -> char {
    match character {
        '\u{ff01}'..='\u{ff5e}' => char::from_u32(u32::from(character) - 0xfee0).unwrap_or(character),
        '\u{3000}' => ' ',
        other => other,
    }
}

/// How many columns of a terminal the text takes.
#[must_use]
pub fn width(text: &str) -> usize {
    if is_plain(text) { text.len() } else { text.width() }
}

/// How many columns a text takes that holds this program's own colors.
#[must_use]
pub fn painted_width(text: &str) -> usize {
    width(&anstream::adapter::strip_str(text).to_string())
}

/// The text padded with blanks to `columns`; wider text stays as it is.
#[must_use]
pub fn pad(text: &str, columns: usize) -> String {
    let mut padded = text.to_owned();
    padded.extend(iter::repeat_n(' ', columns.saturating_sub(width(text))));
    padded
}

/// The text cut to `columns`, with an ellipsis where something is left out.
#[must_use]
pub fn cut(text: &str, columns: usize) -> Cow<'_, str> {
    if width(text) <= columns {
        return Cow::Borrowed(text);
    }
    // Characters change each other's width, so that only whole beginnings can be measured: as few of them as can be.
    let ends: Vec<_> = text.char_indices().map(|(at, _)| at).collect();
    let fitting = ends.partition_point(|end| width(&text[..*end]) < columns);
    let kept = &text[..ends[fitting.saturating_sub(1)]];
    Cow::Owned(format!("{kept}…"))
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

/// Breaks a text into lines, each taken with what stands before it.
fn each_line(text: &str, columns: usize, first: &str, rest: &str, mut take: impl FnMut(&str, &str)) {
    if width(first) + width(text) <= columns && !text.contains('\n') {
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

/// The same of a message on a terminal: what stands in backticks is never broken, nor a path or an address that is longer than
/// a line, for a terminal that breaks it still copies it as one.
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

/// The same, and within backticks at blanks alone.
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

/// The same in one pass over plain words with one blank between them, as most English is: finding every place where a text may
/// break takes many times as long. `None` where the library may break otherwise.
fn break_at_blanks<'t>(text: &'t str, columns: usize, first: &str, rest: &str) -> Option<Vec<&'t str>> {
    if text.contains('`') || !text.is_ascii() || text.contains('\n') {
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

    use super::{
        break_at_blanks, cut, inert, is_plain, one_line, options, pad, visible, whole_commands, width, wrap,
        wrap_message,
    };

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

    #[test]
    fn what_is_not_plain_is_told_wherever_it_stands() {
        for other in ["\u{1f}", "\u{7f}", "\n", "é", "\u{0}", "分", "#"] {
            for before in 0..20 {
                let text = format!("{}{other}{}", "~ ".repeat(before), "!".repeat(20 - before));
                assert!(!is_plain(&text), "{text:?}");
                assert!(is_plain(&text.replace(other, "")), "{text:?}");
            }
        }
    }

    #[test]
    fn chinese_is_two_columns_wide() {
        assert_eq!(width("分支 a"), 6);
        assert_eq!(pad("分支", 6), "分支  ");
        assert_eq!(pad("too wide", 3), "too wide");
        assert_eq!(cut("分支管理", 8), "分支管理");
        assert_eq!(cut("分支管理", 7), "分支管…");
        assert_eq!(cut("分支管理", 6), "分支…");
    }

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
    fn what_has_no_width_is_cut_with_what_it_stands_on() {
        let family = "👩\u{200d}👩\u{200d}👧";
        assert_eq!(cut(&format!("{family}abc"), 4), format!("{family}a…"));
        assert_eq!(cut("e\u{301}e\u{301}e\u{301}", 2), "e\u{301}…");
        assert_eq!(cut("☠\u{fe0f}☠\u{fe0f}", 3), "☠\u{fe0f}…");
        assert_eq!(cut("☠\u{fe0f}☠\u{fe0f}", 2), "☠…");
        for marks in ["\u{301}", "\u{200b}", "\u{200d}", "\u{fe0f}", "\u{2060}\u{e0041}"] {
            let stack = format!("e{}", marks.repeat(10_000));
            assert_eq!(cut(&stack, 80), stack);
            let text = stack.clone() + "xyz";
            assert_eq!(cut(&text, 3), stack.clone() + "x…");
            assert_eq!(cut(&text, 2), stack + "…");
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
