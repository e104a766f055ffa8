//! Keys for ids, made of what a framework calls a node.

use std::collections::{BTreeMap, BTreeSet};

use super::account::Renamed;
use crate::model::Id;

/// The longest key, in characters: long enough to be read, short enough to be typed.
const LONGEST: usize = 60;

/// Letters with a mark, and the plain letters they stand for.
const MARKED: [(&str, &str); 19] = [
    ("àáâãäåāăą", "a"),
    ("çćĉċč", "c"),
    ("ďđð", "d"),
    ("èéêëēĕėęě", "e"),
    ("ğģ", "g"),
    ("ìíîïĩīįı", "i"),
    ("ķ", "k"),
    ("łļľ", "l"),
    ("ñńņň", "n"),
    ("òóôõöøōő", "o"),
    ("řŕ", "r"),
    ("śşšș", "s"),
    ("ţťț", "t"),
    ("ùúûüũūŭůűų", "u"),
    ("ýÿ", "y"),
    ("žźż", "z"),
    ("æ", "ae"),
    ("œ", "oe"),
    ("ß", "ss"),
];

/// The keys below one parent, each once.
#[derive(Default)]
pub(super) struct Keys {
    taken: BTreeSet<String>,
    /// The number to try next for a key that is taken.
    next: BTreeMap<String, u32>,
}

impl Keys {
    /// Those of areas, which `default`, `model` and others cannot be.
    pub(super) fn of_areas(model: &str) -> Self {
        let taken = ["default", "model", "outcomes", model].into_iter().map(str::to_owned).collect();
        Self { taken, ..Self::default() }
    }

    /// The key for what a framework calls by one of `names`: the first that makes one.
    ///
    /// One that another has already is numbered, and that is told.
    pub(super) fn take(&mut self, parent: Option<&Id>, names: &[&str], renamed: &mut Vec<Renamed>) -> Id {
        let wanted = names.iter().map(|name| key_of(name)).find(|key| !key.is_empty());
        let wanted = wanted.unwrap_or_else(|| "part".to_owned());
        let mut key = wanted.clone();
        while !self.taken.insert(key.clone()) {
            let number = self.next.entry(wanted.clone()).or_insert(2);
            key = format!("{wanted}-{number}");
            *number += 1;
        }
        let id = parent.map_or_else(|| Id(key.clone().into()), |parent| parent.child(&key));
        if key != wanted {
            let from = names.first().copied().unwrap_or_default().to_owned();
            renamed.push(Renamed { from, id: id.to_string() });
        }
        id
    }
}

/// Lower-case Latin letters and digits, all else a hyphen: `Create and Promote` is `create-and-promote`.
pub(super) fn key_of(name: &str) -> String {
    let mut key = String::new();
    for character in name.chars().flat_map(char::to_lowercase) {
        // An apostrophe parts no word.
        let parts = !push_plain(&mut key, character) && !matches!(character, '\'' | '’');
        if parts && !key.is_empty() && !key.ends_with('-') {
            key.push('-');
        }
    }
    let cut = key.get(..LONGEST).and_then(|start| start.rfind('-')).filter(|_| key.len() > LONGEST);
    key.truncate(cut.unwrap_or(key.len().min(LONGEST)));
    key.trim_matches('-').to_owned()
}

fn push_plain(key: &mut String, character: char) -> bool {
    if character.is_ascii_lowercase() || character.is_ascii_digit() {
        key.push(character);
        return true;
    }
    let marked = MARKED.iter().find(|(letters, _)| letters.contains(character));
    marked.inspect(|(_, letters)| key.push_str(letters)).is_some()
}

#[cfg(test)]
mod tests {
    use super::{Keys, key_of};
    use crate::model::Id;

    #[test]
    fn a_key_is_made_of_what_can_be_typed() {
        for (name, key) in [
            ("Create and Promote", "create-and-promote"),
            ("GV.OC-01", "gv-oc-01"),
            ("Sécurité des systèmes d’information", "securite-des-systemes-dinformation"),
            ("  --  ", ""),
            ("治理", ""),
            ("Łódź & Straße", "lodz-strasse"),
        ] {
            assert_eq!(key_of(name), key, "{name}");
        }
        let long = key_of(&"word ".repeat(40));
        assert!(long.len() <= 60 && long.ends_with("word"), "{long}");
        assert_eq!(key_of(&"w".repeat(90)).len(), 60);
    }

    #[test]
    fn a_key_that_is_taken_is_numbered_and_told() {
        let (mut keys, mut renamed) = (Keys::of_areas("own"), Vec::new());
        let parent = Id("a".into());
        assert_eq!(keys.take(None, &["Default"], &mut renamed).as_str(), "default-2");
        assert_eq!(keys.take(Some(&parent), &["治", "One"], &mut renamed).as_str(), "a.one");
        assert_eq!(keys.take(Some(&parent), &["one"], &mut renamed).as_str(), "a.one-2");
        let told: Vec<_> = renamed.iter().map(|it| (it.from.as_str(), it.id.as_str())).collect();
        assert_eq!(told, [("Default", "default-2"), ("one", "a.one-2")]);
    }
}
