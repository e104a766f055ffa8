//! How many columns of a terminal text takes, and text padded or cut to a number of them.

use std::borrow::Cow;

use unicode_width::UnicodeWidthStr;

use super::scan::is_plain;

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
    push_blanks(&mut padded, columns.saturating_sub(width(text)));
    padded
}

/// More blanks than nearly everything takes that is set in or padded.
const BLANKS: &str = "                                                                ";

/// So many blanks.
#[must_use]
pub fn blanks(count: usize) -> Cow<'static, str> {
    BLANKS.get(..count).map_or_else(|| Cow::Owned(" ".repeat(count)), Cow::Borrowed)
}

/// Appends so many blanks to a text.
pub fn push_blanks(text: &mut String, count: usize) {
    text.push_str(&blanks(count));
}

/// A name as it stands in an outline: set in by two blanks for each of so many names above it.
#[must_use]
pub fn indented(name: &str, depth: usize) -> String {
    let mut text = String::with_capacity(2 * depth + name.len());
    push_blanks(&mut text, 2 * depth);
    text.push_str(name);
    text
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

#[cfg(test)]
mod tests {
    use super::{blanks, cut, indented, pad, width};

    #[test]
    fn chinese_is_two_columns_wide() {
        assert_eq!(width("分支 a"), 6);
        assert_eq!(pad("分支", 6), "分支  ");
        assert_eq!(pad("too wide", 3), "too wide");
        assert_eq!([indented("分支", 0), indented("分支", 2)], ["分支", "    分支"]);
        assert_eq!([blanks(0), blanks(3), blanks(64), blanks(65)].map(|blanks| blanks.len()), [0, 3, 64, 65]);
        assert_eq!(cut("分支管理", 8), "分支管理");
        assert_eq!(cut("分支管理", 7), "分支管…");
        assert_eq!(cut("分支管理", 6), "分支…");
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
}
