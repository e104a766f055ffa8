//! Texts of a library in its languages.

use std::collections::{BTreeMap, BTreeSet};

use crate::frameworks::fields::Fields;
use crate::frameworks::reading::{Place, Reading};
use crate::lang::{Text, Wording};
use crate::model::source::MOST_LANGUAGES;
use crate::yaml::Node;

/// A text in the language of the library and in those it is translated to.
#[derive(Clone, Debug, Default)]
pub(super) struct LibraryText {
    base: String,
    others: BTreeMap<String, String>,
}

impl LibraryText {
    /// A text that all languages share.
    pub(super) fn same(words: impl Into<String>) -> Self {
        Self { base: words.into(), others: BTreeMap::new() }
    }

    pub(super) fn base(&self) -> &str {
        &self.base
    }

    /// The first of a few words, in every language.
    pub(super) fn shortened(&self, longest: usize) -> Self {
        let short = |words: &str| {
            if words.chars().count() <= longest {
                return words.to_owned();
            }
            let start: String = words.chars().take(longest - 1).collect();
            let end = start.rfind(' ').unwrap_or(start.len());
            format!("{}…", &start[..end])
        };
        let others = self.others.iter().map(|(tag, words)| (tag.clone(), short(words))).collect();
        Self { base: short(&self.base), others }
    }

    /// This text, a mark and another one.
    pub(super) fn with(&self, mark: &str, other: &Self) -> Self {
        let tags = self.others.keys().chain(other.others.keys());
        let joined = |tag: &String| (tag.clone(), format!("{}{mark}{}", self.own(tag), other.own(tag)));
        Self { base: format!("{}{mark}{}", self.base, other.base), others: tags.map(joined).collect() }
    }

    /// Texts in a row, with a mark between them, in as many languages as a model has; `None` if there are none.
    ///
    /// All at once: one after the other, a list of many would be copied for each of them.
    pub(super) fn joined(texts: &[Self], mark: &str) -> Option<Self> {
        let join = |tag: &str| texts.iter().map(|text| text.own(tag)).collect::<Vec<_>>().join(mark);
        let base = texts.iter().map(Self::base).collect::<Vec<_>>().join(mark);
        let tags: BTreeSet<_> = texts.iter().flat_map(|text| text.others.keys()).collect();
        let others = tags.into_iter().take(MOST_LANGUAGES).map(|tag| (tag.clone(), join(tag))).collect();
        (!texts.is_empty()).then_some(Self { base, others })
    }

    /// This text where it is no longer than any may be in each of its languages, else cut there, and that is told.
    pub(super) fn cut(self, reading: &mut Reading<'_>, field: &str, place: &Place) -> Self {
        let mut cut = |words: String| reading.words(field, &words, place);
        let base = cut(self.base);
        Self { base, others: self.others.into_iter().map(|(tag, words)| (tag, cut(words))).collect() }
    }

    fn own(&self, tag: &str) -> &str {
        self.others.get(tag).unwrap_or(&self.base)
    }

    /// The text of a field, with its translations in `translations`.
    pub(super) fn of(
        reading: &mut Reading<'_>,
        fields: &mut Fields<'_>,
        key: &str,
        translations: Option<&Node>,
    ) -> Option<Self> {
        let base = fields.text(reading, key)?;
        let mut others = BTreeMap::new();
        for entry in translations.map(Node::entries).unwrap_or_default() {
            let Some(node) = entry.node.get(key).filter(|node| !node.is_blank()) else { continue };
            let place = fields.place_of(node);
            let Some(text) = node.text() else { continue };
            others.insert(tag_of(&entry.key), reading.words(key, text, &place));
        }
        Some(Self { base, others })
    }
}

/// A language tag as models have it.
fn tag_of(word: &str) -> String {
    word.trim().replace('_', "-")
}

/// The languages of a library, its own first.
#[derive(Clone, Debug)]
pub(super) struct LibraryLanguages(pub(super) Vec<String>);

impl LibraryLanguages {
    /// The language of the library, and all that anything of it is translated to.
    pub(super) fn of(locale: &str, root: &Node) -> Self {
        let mut tags = vec![tag_of(locale)];
        collect(root, &mut tags);
        Self(tags)
    }

    /// A text in all languages; one that lacks it has that of the library.
    pub(super) fn text(&self, text: &LibraryText) -> Text {
        self.in_each(|tag| text.own(tag))
    }

    /// How many bytes a text is in all languages.
    pub(super) fn size(&self, text: &LibraryText) -> usize {
        self.0.iter().map(|tag| text.own(tag).len()).sum()
    }

    /// One of a few words of this program, in the languages that it knows.
    pub(super) fn word(&self, en: &str, zh: &str, fr: &str) -> Text {
        self.in_each(|tag| match tag.split('-').next() {
            Some("zh") => zh,
            Some("fr") => fr,
            _ => en,
        })
    }

    fn in_each<'w>(&self, words: impl Fn(&str) -> &'w str) -> Text {
        let wording = |tag: &String| Wording { language: tag.clone().into(), words: words(tag).to_owned().into() };
        Text::in_languages(self.0.iter().map(wording).collect()).expect("there is a language")
    }
}

/// Every key of a mapping called `translations`, anywhere: as many as a model has languages.
fn collect(node: &Node, tags: &mut Vec<String>) {
    if let crate::yaml::Value::List(nodes) = &node.value {
        for node in nodes {
            collect(node, tags);
        }
    }
    for entry in node.entries() {
        if entry.key != "translations" {
            collect(&entry.node, tags);
            continue;
        }
        for language in entry.node.entries() {
            let tag = tag_of(&language.key);
            if tags.len() < MOST_LANGUAGES && !tags.contains(&tag) {
                tags.push(tag);
            }
        }
    }
}
