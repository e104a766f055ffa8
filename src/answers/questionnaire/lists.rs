//! What people write into one cell when it is several things: clauses, lines, degrees, exceptions with their reasons.

use super::cell::trim;
use crate::answers::Date;
use crate::answers::edit::Wish;
use crate::full_width::narrowed;

/// The degrees of clauses, `2.1 = half`, a line each or parted by commas; `None` if a part is none.
pub(super) fn degrees(text: &str) -> Option<Vec<(String, Wish)>> {
    let parts = text.split(['\n', ',', '，', '、', ';', '；']).map(trim).filter(|part| !part.is_empty());
    let read = parts.map(|part| {
        let (clause, degree) = part.split_once(['=', '＝', ':', '：'])?;
        Some((narrowed(trim(clause)), Wish::Text(narrowed(trim(degree)))))
    });
    read.collect()
}

/// Clauses that are excepted, `3.2 = why` or `3.2 until 2027-06-30 = why`, a line each; other lines go on with the reason
/// before. `None` if the first line begins none, or a reason is empty.
pub(super) fn exceptions(text: &str) -> Option<Vec<(String, Wish)>> {
    let mut read: Vec<(String, String, Option<Date>)> = Vec::new();
    for line in text.lines() {
        if let Some(begun) = exception(line) {
            read.push(begun);
            continue;
        }
        let (_, reason, _) = read.last_mut()?;
        reason.push('\n');
        reason.push_str(line.strip_prefix(' ').unwrap_or(line));
    }
    let has_reasons = read.iter().all(|(_, reason, _)| !trim(reason).is_empty());
    let wishes = read.into_iter().map(|(clause, reason, until)| (clause, Wish::reason(reason, until)));
    has_reasons.then(|| wishes.collect())
}

/// The beginning of an exception: its clause, the reason as far as it goes, and its last day.
fn exception(line: &str) -> Option<(String, String, Option<Date>)> {
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

/// Lines in which something stands.
pub(super) fn lines(text: &str) -> Vec<String> {
    text.lines().map(trim).filter(|line| !line.is_empty()).map(str::to_owned).collect()
}
