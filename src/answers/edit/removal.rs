//! Takes entries out of the text of a file by their lines alone, so that every comment around them stays where it is.

use std::collections::BTreeSet;
use std::ops::Range;

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use crate::problem::Lines;

/// The text without the lines of the entries at these paths.
///
/// What stands in an inline table shares its lines with others, and stays.
pub(super) fn without(text: &str, paths: &[Vec<&str>]) -> String {
    let unmarked = text.trim_start_matches('\u{feff}');
    let (mark, lines) = (&text[..text.len() - unmarked.len()], Lines::new(unmarked));
    let (root, _) = DeTable::parse_recoverable(unmarked);
    let mut gone = BTreeSet::new();
    for path in paths {
        for span in spans(unmarked, root.get_ref(), path) {
            gone.extend(lines.number(span.start)..=lines.number(span.end));
        }
    }
    let kept = (1..).zip(unmarked.split_inclusive('\n')).filter(|(number, _)| !gone.contains(number));
    std::iter::once(mark).chain(kept.map(|(_, line)| line)).collect()
}

/// Where an entry stands: its keys, wherever they are written, and its values.
fn spans(text: &str, root: &DeTable<'_>, path: &[&str]) -> Vec<Range<usize>> {
    let mut spans = Vec::new();
    let mut table = root;
    for (depth, part) in path.iter().enumerate() {
        let Some((key, value)) = table.iter().find(|(key, _)| key.get_ref() == part) else { break };
        if depth + 1 == path.len() {
            spans.push(key.span());
            collect(text, value, &mut spans);
            break;
        }
        match value.get_ref() {
            DeValue::Table(below) if !is_inline(text, value) => table = below,
            _ => break,
        }
    }
    spans
}

fn collect(text: &str, value: &Spanned<DeValue<'_>>, spans: &mut Vec<Range<usize>>) {
    match value.get_ref() {
        DeValue::Table(table) if !is_inline(text, value) => {
            for (key, below) in table {
                spans.push(key.span());
                collect(text, below, spans);
            }
        }
        _ => spans.push(value.span()),
    }
}

/// Whether a table is written in braces, and not below a header or by dotted keys.
fn is_inline(text: &str, value: &Spanned<DeValue<'_>>) -> bool {
    text.get(value.span()).is_some_and(|written| written.starts_with('{'))
}
