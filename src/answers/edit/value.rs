//! A value with a wish fulfilled: what is the same keeps its spelling, lists and braces their other entries.

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::sequence::Sequence;
use super::wish::{Fields, Wish, key, string, table, there};
use crate::document::Value;

/// Tells the place of a key among those of its table.
pub(super) type Rank<'a> = dyn Fn(&[&str]) -> usize + 'a;

/// The text of a value, which stands at `path`, after a wish.
pub(super) fn fulfil(text: &str, value: &Value<'_>, path: &[&str], wish: &Wish, rank: &Rank<'_>) -> String {
    let written = &text[value.span()];
    match (value.get_ref(), wish) {
        (said, wish) if wish.is_said_by(said) => written.to_owned(),
        (DeValue::Array(said), Wish::List(texts) | Wish::Set(texts)) => {
            list(text, value, said.as_ref(), texts, matches!(wish, Wish::Set(_)))
        }
        (DeValue::Table(said), Wish::Value { fields, .. } | Wish::Map(fields) | Wish::Part(fields))
            if written.starts_with('{') =>
        {
            let mut entries = Vec::new();
            leaves(said, &[], &mut entries);
            braces(text, value, path, entries, wish, fields, rank)
        }
        (DeValue::Table(_) | DeValue::Array(_), _) => wish.to_toml(),
        (_, Wish::Value { short, fields }) => {
            let own = match fields.iter().find(|(key, _)| key == short) {
                Some((_, Wish::Removed)) => None,
                Some((_, wish)) => Some(fulfil(text, value, path, wish, rank)),
                None => Some(written.to_owned()),
            };
            let stands_alone = fields.iter().all(|(key, wish)| key != short || wish.stands_alone());
            let others: Vec<_> = there(fields).into_iter().filter(|(key, _)| key != short).collect();
            match own {
                Some(own) if others.is_empty() && stands_alone => own,
                own => {
                    let others = others.into_iter().map(|(key, wish)| (key.as_str(), wish.to_toml()));
                    table(own.map(|own| (*short, own)).into_iter().chain(others))
                }
            }
        }
        _ => wish.to_toml(),
    }
}

fn list(text: &str, value: &Value<'_>, said: &[Value<'_>], texts: &[String], any_order: bool) -> String {
    let found = said.iter().map(|entry| (Vec::new(), entry.span())).collect();
    let mut sequence = Sequence::read(text, value.span(), found);
    let mut words: Vec<Option<&str>> = said.iter().map(|entry| entry.get_ref().as_str()).collect();
    let mut wanted: Vec<&str> = texts.iter().map(String::as_str).collect();
    if any_order {
        // What is there already comes first, in its own order.
        wanted.sort_by_key(|text| words.iter().position(|word| *word == Some(text)).unwrap_or(usize::MAX));
    }
    for (at, text) in wanted.iter().enumerate() {
        // What stands before the next that stays, and is not wanted there, goes.
        if let Some(ahead) = words[at..].iter().position(|word| *word == Some(text)) {
            for _ in 0..ahead {
                words.remove(at);
                sequence.remove(at);
            }
        } else if words.get(at).is_some_and(|word| word.is_none_or(|word| !wanted[at..].contains(&word))) {
            words[at] = Some(text);
            sequence.entries[at].value = string(text);
        } else {
            words.insert(at, Some(text));
            sequence.insert(at, Vec::new(), String::new(), string(text));
        }
    }
    for at in (wanted.len()..words.len()).rev() {
        sequence.remove(at);
    }
    sequence.write()
}

type Leaf<'v, 't> = (Vec<String>, &'v Value<'t>);

/// The values in a table in braces, those of dotted keys too, in no particular order.
fn leaves<'v, 't>(table: &'v DeTable<'t>, path: &[String], found: &mut Vec<Leaf<'v, 't>>) {
    for (key, value) in table {
        let path: Vec<_> = path.iter().cloned().chain([key.get_ref().to_string()]).collect();
        match value.get_ref() {
            DeValue::Table(below) if is_dotted(key, value) => leaves(below, &path, found),
            _ => found.push((path, value)),
        }
    }
}

fn braces(
    text: &str,
    value: &Value<'_>,
    path: &[&str],
    mut found: Vec<Leaf<'_, '_>>,
    wish: &Wish,
    fields: &Fields,
    rank: &Rank<'_>,
) -> String {
    found.sort_by_key(|(_, value)| value.span().start);
    let values: Vec<_> = found.iter().map(|(path, value)| (path.clone(), *value)).collect();
    let places = found.into_iter().map(|(path, value)| (path, value.span())).collect();
    let mut braces = Braces { text, path, values, rank, sequence: Sequence::read(text, value.span(), places) };
    let count = braces.sequence.entries.len();
    braces.change(&[], fields);
    let entries = &braces.sequence.entries;
    if let (Wish::Value { short, .. }, [last]) = (wish, &entries[..])
        && count > 1
        && last.path == [*short]
        && !last.value.starts_with(['[', '{'])
        && !has_comment(text, value)
    {
        return last.value.clone();
    }
    braces.sequence.write()
}

/// Whether anything but blanks, commas, keys and values stands in the braces.
fn has_comment(text: &str, value: &Value<'_>) -> bool {
    text[value.span()].contains('\n')
}

struct Braces<'a, 't> {
    text: &'t str,
    /// Where the table stands in the file.
    path: &'a [&'a str],
    values: Vec<Leaf<'a, 't>>,
    rank: &'a Rank<'a>,
    sequence: Sequence<'t>,
}

impl Braces<'_, '_> {
    fn change(&mut self, prefix: &[String], fields: &Fields) {
        for (name, wish) in fields {
            let path: Vec<_> = prefix.iter().cloned().chain([name.clone()]).collect();
            let exact = self.values.iter().find(|(other, _)| *other == path).map(|(_, value)| *value);
            let is_below = |other: &[String]| other.starts_with(&path);
            let below: Vec<_> =
                (0..self.sequence.entries.len()).filter(|at| is_below(&self.sequence.entries[*at].path)).collect();
            match (exact, wish, &below[..]) {
                (_, Wish::Removed, below) => below.iter().rev().for_each(|at| self.sequence.remove(*at)),
                (Some(value), wish, [at]) => {
                    let full: Vec<_> = self.path.iter().copied().chain(path.iter().map(String::as_str)).collect();
                    self.sequence.entries[*at].value = fulfil(self.text, value, &full, wish, self.rank);
                }
                (None, Wish::Value { fields, .. } | Wish::Map(fields) | Wish::Part(fields), [_, ..]) => {
                    self.change(&path, fields);
                }
                (_, wish, below) => {
                    below.iter().rev().for_each(|at| self.sequence.remove(*at));
                    self.insert(path, wish);
                }
            }
        }
    }

    /// Puts a new entry before the first of its table that belongs behind it.
    fn insert(&mut self, path: Vec<String>, wish: &Wish) {
        let depth = path.len();
        let rank = |own: &[String]| {
            let full: Vec<_> = self.path.iter().copied().chain(own.iter().map(String::as_str)).collect();
            (self.rank)(&full)
        };
        let own = rank(&path);
        let entries = &self.sequence.entries;
        let is_sibling = |other: &[String]| other.len() >= depth && other[..depth - 1] == path[..depth - 1];
        let later = entries.iter().position(|it| is_sibling(&it.path) && rank(&it.path[..depth]) > own);
        let last = || entries.iter().rposition(|it| is_sibling(&it.path)).map(|at| at + 1);
        let at = later.or_else(last).unwrap_or(entries.len());
        let keys: Vec<_> = path.iter().map(|part| key(part)).collect();
        self.sequence.insert(at, path, format!("{} = ", keys.join(".")), wish.to_toml());
    }
}

/// Whether a table is there by its children alone, whose keys or headers name it: its place is then its name.
pub(super) fn is_dotted<T>(key: &Spanned<T>, value: &Value<'_>) -> bool {
    key.span() == value.span()
}
