//! Notes of several people as one, and what they show for it.

use super::people::Person;
use crate::answers::{Answer, NOTE_LIMIT};
use crate::text::one_line;

/// What stands between two notes.
pub(super) const BETWEEN: &str = "; ";

/// Notes of several people as one.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Joined {
    /// `Ana: …; Bo: …`; `None` if nobody wrote any.
    pub(super) notes: Option<String>,
    /// Whether it was cut to what a note may hold.
    pub(super) is_cut: bool,
}

/// The note beside what a room agrees on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RoomNote {
    /// What it says.
    pub text: String,
    /// Whether it was cut to what a note may hold.
    pub is_cut: bool,
}

/// The notes of all, each with who wrote it; what stands in a merged file with its author already, once.
pub(super) fn joined_notes(people: &[Person], answers: &[(usize, &Answer)]) -> Joined {
    let notes: Vec<_> = answers.iter().filter_map(|(at, answer)| Some((*at, answer.note.as_deref()?))).collect();
    join(people, &notes)
}

/// Texts with who wrote them, as one.
pub(super) fn join(people: &[Person], texts: &[(usize, &str)]) -> Joined {
    let mut pieces = Vec::new();
    for (at, text) in texts {
        let whole = piece(&people[*at], text.trim());
        let parts = if people[*at].is_merged() { parts(&whole, people) } else { vec![whole.as_str()] };
        pieces.extend(parts.into_iter().map(str::to_owned));
    }
    // Of pieces that are equal the first stays, of one that another holds the other.
    let is_kept = |at: &usize| {
        let is_in = |(other, piece): (usize, &String)| {
            other != *at && holds(piece, &pieces[*at]) && (piece.len() > pieces[*at].len() || other < *at)
        };
        !pieces.iter().enumerate().any(is_in)
    };
    let kept: Vec<_> = (0..pieces.len()).filter(is_kept).map(|at| pieces[at].as_str()).collect();
    let (text, is_cut) = cut_to_limit(&kept.join(BETWEEN));
    Joined { notes: Some(text).filter(|text| !text.is_empty()), is_cut }
}

/// `Ana: …`; a merged file says itself who wrote what.
fn piece(person: &Person, text: &str) -> String {
    let lead = format!("{}: ", one_line(&person.name));
    if person.is_merged() || text.starts_with(&lead) { text.to_owned() } else { format!("{lead}{text}") }
}

/// Joined notes apart again: a part begins with the name of one of those who speak in these files.
pub(super) fn parts<'t>(notes: &'t str, people: &[Person]) -> Vec<&'t str> {
    let names: Vec<_> =
        people.iter().flat_map(Person::assessors).map(|name| format!("{}: ", one_line(&name))).collect();
    let is_part = |at: &usize| names.iter().any(|lead| notes[at + BETWEEN.len()..].starts_with(lead.as_str()));
    let mut parts = Vec::new();
    let mut begin = 0;
    for at in notes.match_indices(BETWEEN).map(|(at, _)| at).filter(is_part) {
        parts.push(&notes[begin..at]);
        begin = at + BETWEEN.len();
    }
    parts.push(&notes[begin..]);
    parts
}

/// What is written already, then the parts of joined notes that it lacks, cut to what a note may hold; and whether it is.
pub(super) fn added(written: &str, notes: &str, people: &[Person]) -> (String, bool) {
    let new = parts(notes, people).into_iter().filter(|part| !holds(written, part));
    let all: Vec<_> = std::iter::once(written).chain(new).collect();
    cut_to_limit(&all.join(BETWEEN))
}

/// Whether joined notes hold a piece as one of them.
fn holds(notes: &str, piece: &str) -> bool {
    notes.match_indices(piece).any(|(at, _)| {
        let (before, after) = (&notes[..at], &notes[at + piece.len()..]);
        (before.is_empty() || before.ends_with(BETWEEN)) && (after.is_empty() || after.starts_with(BETWEEN))
    })
}

/// At most as many characters as a note may hold, with an ellipsis where some are left out; and whether they are.
pub(super) fn cut_to_limit(text: &str) -> (String, bool) {
    if text.chars().count() <= NOTE_LIMIT {
        return (text.to_owned(), false);
    }
    let kept: String = text.chars().take(NOTE_LIMIT - 1).collect();
    (format!("{}…", kept.trim_end()), true)
}

/// All evidence, each once, in the order of the people.
pub(super) fn united_evidence(answers: &[(usize, &Answer)]) -> Vec<String> {
    let mut evidence: Vec<String> = Vec::new();
    for entry in answers.iter().flat_map(|(_, answer)| &answer.evidence) {
        if !evidence.contains(entry) {
            evidence.push(entry.clone());
        }
    }
    evidence
}
