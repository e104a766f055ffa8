//! What people write into one cell when it is several things: clauses, lines, exceptions with their reasons.

use super::cell::trim;
use crate::answers::Date;
use crate::full_width::narrowed;

/// The beginning of an exception: its clause, the reason as far as it goes, and its last day.
pub(super) fn exception(line: &str) -> Option<(String, String, Option<Date>)> {
    if line.starts_with(' ') {
        return None;
    }
    let (before, reason) = line.split_once(['=', '＝', ':', '：'])?;
    let before = narrowed(trim(before));
    let (clause, until) = match before.split_once(" until ") {
        Some((clause, day)) => (clause, Some(trim(day).parse().ok()?)),
        None => (before.as_str(), None),
    };
    let clause = trim(clause);
    let is_clause = clause.split_once('.').is_some_and(|(level, number)| {
        [level, number].iter().all(|part| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit()))
    });
    is_clause.then(|| (clause.to_owned(), reason.trim_start().to_owned(), until))
}

/// Clauses as people list them.
pub(super) fn words(text: &str) -> Vec<String> {
    let is_gap = |character: char| matches!(character, ',' | ';' | '，' | '、' | '；') || character.is_whitespace();
    text.split(is_gap).map(|word| narrowed(trim(word))).filter(|word| !word.is_empty()).collect()
}

pub(super) fn lines(text: &str) -> Vec<String> {
    text.lines().map(trim).filter(|line| !line.is_empty()).map(str::to_owned).collect()
}
