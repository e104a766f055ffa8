//! Reads the terms of a model, and which of them its texts rely on.

use std::collections::BTreeMap;
use std::ops::Range;

use super::{Author, MOST_TERMS};
use crate::document::{Section, Value};
use crate::model::lint::{self, Role};
use crate::model::{Id, List, Term};
use crate::problem::{Problem, did_you_mean};

/// The terms of a model while its texts are read: where each is defined, and whether any text relies on it.
#[derive(Default)]
pub(super) struct Terms(BTreeMap<Id, Defined>);

struct Defined {
    place: Range<usize>,
    is_used: bool,
}

impl Terms {
    /// What is to be said of terms on which no text relies, at their places in the root.
    pub(super) fn unused(&self) -> impl Iterator<Item = Problem> {
        let unused = self.0.iter().filter(|(_, defined)| !defined.is_used);
        unused.map(|(id, defined)| lint::unused_term(id, defined.place.clone()))
    }
}

impl Author<'_> {
    /// The list `terms` of the root.
    pub(super) fn terms(&mut self, root: &mut Section<'_, '_>) -> List<Term> {
        let values = self.bounded(root, "terms", MOST_TERMS);
        values.iter().filter_map(|value| self.term(value)).collect()
    }

    fn term(&mut self, value: &Value<'_>) -> Option<Term> {
        let mut section = self.reader.section(value)?;
        let id = self.id(&mut section);
        let name = self.text(&mut section, "name", Role::Name);
        let means = self.text(&mut section, "means", Role::About);
        section.close(&mut self.reader);
        let (id, place) = id?;
        // Known by its id even where the rest cannot be read: a text that names it is right to do so.
        let defined = Defined { place: place.clone(), is_used: false };
        if self.folder.terms.0.insert(id.clone(), defined).is_some() {
            return self.reader.reject(Problem::twice(place, id.as_str()));
        }
        Some(Term { id, name: name?, means: means? })
    }

    /// The terms that a text says it relies on.
    pub(super) fn terms_used(&mut self, section: &mut Section<'_, '_>) -> List<Id> {
        let Some(values) = section.take("terms").and_then(|value| self.reader.list(value)) else {
            return List::default();
        };
        let mut used: Vec<Id> = Vec::new();
        for value in values {
            let Some(id) = self.reader.string(value).map(|word| Id(word.to_owned().into())) else { continue };
            if used.contains(&id) {
                self.reader.problems.push(Problem::twice(value.span(), id.as_str()));
                continue;
            }
            match self.folder.terms.0.get_mut(&id) {
                Some(defined) => defined.is_used = true,
                None => self.unknown_term(&id, value.span()),
            }
            used.push(id);
        }
        used.into()
    }

    fn unknown_term(&mut self, id: &Id, place: Range<usize>) {
        let known = self.folder.terms.0.keys().map(Id::as_str);
        let help = did_you_mean(id.as_str(), known).unwrap_or_else(|| {
            text!("define it in `[[terms]]` of `model.toml`", "请在 `model.toml` 的 `[[terms]]` 中定义")
        });
        self.reader.problems.push(Problem::new(place, text!("there is no term `{id}`", "没有术语 `{id}`")).help(help));
    }
}
