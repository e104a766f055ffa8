//! What an edit of an answers file may touch: the lines of what it changes, and no other.

use std::collections::BTreeSet;
use std::ops::Range;

use assess::problem::Lines;
use toml::Spanned;
use toml::de::{DeTable, DeValue};

/// Fails when a line that has nothing to do with the key at `path` is not there any more after the edit, or is another,
/// or when more is new than an answer takes.
pub fn hold_other_lines(before: &str, after: &str, path: &[&str]) {
    let touched = touched_lines(before, path);
    let mut later = lines(after);
    let mut new = 0;
    for (number, line) in (1..).zip(lines(before)).filter(|(number, _)| !touched.contains(number)) {
        let skipped = later.by_ref().position(|other| bare(other) == bare(line));
        let skipped = skipped.unwrap_or_else(|| panic!("line {number} is lost: {line:?}\n{before:?}\n{after:?}"));
        new += skipped;
    }
    new += later.count();
    // A blank line, a header, the answer itself, and a blank line before a table that followed without one.
    assert!(new <= touched.len() + 4, "{new} new lines for {}\n{before:?}\n{after:?}", touched.len());
}

fn lines(text: &str) -> impl Iterator<Item = &str> {
    text.split_inclusive('\n')
}

/// The line without its end, which the last line of a file may lack, and without the mark before the first.
fn bare(line: &str) -> &str {
    line.trim_start_matches('\u{feff}').trim_end_matches(['\r', '\n'])
}

/// The lines of the key at `path` and of all below it; of the table around it where that is written inline.
fn touched_lines(text: &str, path: &[&str]) -> BTreeSet<usize> {
    let unmarked = text.strip_prefix('\u{feff}').unwrap_or(text);
    let numbers = Lines::new(unmarked);
    let (root, _) = DeTable::parse_recoverable(unmarked);
    let mut table = root.get_ref();
    let mut spans = Vec::new();
    for (depth, part) in path.iter().enumerate() {
        let Some((key, value)) = table.iter().find(|(key, _)| key.get_ref().as_ref() == *part) else { break };
        let is_inline = unmarked[value.span()].starts_with(['{', '[']) && !is_header(unmarked, &value.span());
        if depth + 1 == path.len() || is_inline {
            spans.push(key.span());
            collect(value, &mut spans);
            spans.extend(is_inline.then(|| value.span()));
        }
        match value.get_ref() {
            DeValue::Table(below) => table = below,
            _ => break,
        }
    }
    let whole = |span: Range<usize>| numbers.number(span.start)..=numbers.number(span.end.max(span.start + 1) - 1);
    spans.into_iter().flat_map(whole).collect()
}

/// Whether a place is the header of a table, and not a value.
fn is_header(text: &str, span: &Range<usize>) -> bool {
    let begin = text[..span.start].rfind('\n').map_or(0, |newline| newline + 1);
    text[begin..span.start].trim().is_empty() && text[span.clone()].starts_with('[')
}

fn collect(value: &Spanned<DeValue<'_>>, spans: &mut Vec<Range<usize>>) {
    spans.push(value.span());
    if let DeValue::Table(table) = value.get_ref() {
        for (key, below) in table {
            spans.push(key.span());
            collect(below, spans);
        }
    }
}
