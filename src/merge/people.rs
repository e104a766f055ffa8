//! Who answered: people by the name they gave, else by their file; those of one name are told apart by their files.

use std::collections::BTreeSet;

use crate::answers::Answers;
use crate::text::one_line;

/// The answers of one file.
#[derive(Clone, Debug)]
pub struct Voice {
    /// The file, as it was named.
    pub path: String,
    /// Its answers.
    pub answers: Answers,
}

/// A person, or a group with one file, whose answers are put side by side.
#[derive(Clone, Debug)]
pub struct Person {
    /// The name, different from that of everybody else here.
    pub name: String,
    /// The name that others have too, before the file's name was added; `None` if nobody has.
    pub shared: Option<String>,
    /// The file, as it was named.
    pub path: String,
    /// Its answers.
    pub answers: Answers,
}

/// Somebody who answered in a file of their own, and is among the assessors of a merged one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Again {
    /// The name that both have.
    pub name: String,
    /// The file of their own.
    pub own: String,
    /// The merged one.
    pub merged: String,
}

impl Person {
    /// Whether the file says what several people agreed on, as `assessors` tells.
    #[must_use]
    pub fn is_merged(&self) -> bool {
        self.answers.assessment.assessors.len() > 1
    }

    /// Whether all who speak in this file, and somebody else, speak in a merged one.
    pub(super) fn is_within(&self, other: &Self) -> bool {
        let own: BTreeSet<_> = self.speakers().collect();
        let theirs: BTreeSet<_> = other.speakers().collect();
        !own.is_empty() && own.len() < theirs.len() && own.is_subset(&theirs)
    }

    /// The names that the file gives itself.
    fn speakers(&self) -> impl Iterator<Item = String> {
        self.answers.assessment.assessors.iter().map(|name| one_line(name).into_owned())
    }

    /// The names to be written as `assessors`: all of a merged file, else this one.
    pub(super) fn assessors(&self) -> Vec<String> {
        if self.is_merged() { self.answers.assessment.assessors.clone() } else { vec![self.name.clone()] }
    }
}

/// The people behind these files, in their order.
pub(super) fn people(voices: Vec<Voice>) -> Vec<Person> {
    let own: Vec<_> = voices.iter().map(own_name).collect();
    let names: Vec<_> = (0..voices.len()).map(|at| told_apart(&voices, &own, at)).collect();
    let all = voices.into_iter().zip(own).zip(names);
    all.map(|((Voice { path, answers }, own), name)| Person {
        shared: (name != own).then_some(own),
        name,
        path,
        answers,
    })
    .collect()
}

/// Those whose answers are put side by side, and the merged files that are left out: everybody in them answers in a file
/// of their own. Where they differ such a file has no answer, or one that they gave later together.
pub(super) fn without_repeated(people: Vec<Person>) -> (Vec<Person>, Vec<Person>) {
    let singles = people.iter().filter(|person| !person.is_merged());
    let own: BTreeSet<_> = singles.flat_map(|it| [Some(it.name.clone()), it.shared.clone()]).flatten().collect();
    people.into_iter().partition(|person| {
        let speakers: BTreeSet<_> = person.speakers().collect();
        !person.is_merged() || speakers.len() < 2 || !speakers.is_subset(&own)
    })
}

/// The one assessor, else the name of the file.
fn own_name(voice: &Voice) -> String {
    match &voice.answers.assessment.assessors[..] {
        [name] => one_line(name).into_owned(),
        _ => file_name(&voice.path),
    }
}

/// The name with that of the file, or with its whole path, as far as that tells it from the others.
fn told_apart(voices: &[Voice], own: &[String], at: usize) -> String {
    let twins = || (0..voices.len()).filter(|other| *other != at && own[*other] == own[at]);
    if twins().next().is_none() {
        return own[at].clone();
    }
    let file = file_name(&voices[at].path);
    let is_alone = twins().all(|other| file_name(&voices[other].path) != file);
    let place = if is_alone { file } else { one_line(&voices[at].path).into_owned() };
    format!("{} ({place})", own[at])
}

/// What a file is called without its ending; `answers.toml` by its folder.
fn file_name(path: &str) -> String {
    let mut parts = path.rsplit('/');
    let last = parts.next().unwrap_or_default();
    let name = last.strip_suffix(".toml").unwrap_or(last);
    let name = name.strip_suffix(".answers").unwrap_or(name);
    let folder = parts.find(|part| !matches!(*part, "" | "." | ".."));
    let name = match (name, folder) {
        ("answers" | "", Some(folder)) => folder,
        ("", None) => path,
        (name, _) => name,
    };
    one_line(name).into_owned()
}

/// Who answered in a file of their own, and is among the assessors of a merged one.
pub(super) fn again(people: &[Person]) -> Vec<Again> {
    let mut found = Vec::new();
    for merged in people.iter().filter(|person| person.is_merged()) {
        for own in people.iter().filter(|person| !person.is_merged()) {
            if let Some(name) = own.speakers().find(|name| merged.speakers().any(|other| other == *name)) {
                found.push(Again { name, own: own.path.clone(), merged: merged.path.clone() });
            }
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::file_name;

    #[test]
    fn a_file_is_called_by_what_tells_it_apart() {
        for (path, name) in [
            ("ana.answers.toml", "ana"),
            ("forms/bo.toml", "bo"),
            ("teams/chen/answers.toml", "chen"),
            ("answers.toml", "answers"),
            ("./answers.toml", "answers"),
            ("-", "-"),
            (".toml", ".toml"),
            ("x/.answers.toml", "x"),
        ] {
            assert_eq!(file_name(path), name, "{path}");
        }
    }
}
