//! Reads the texts of a model: each in its languages, with the terms it relies on.

use std::borrow::Cow;
use std::ops::Range;
use std::rc::Rc;

use super::{Author, MOST_GLOSSARY, ROOT};
use crate::document::{Section, Value, is_string};
use crate::lang::{Text, Wording};
use crate::model::lint::{self, GlossaryEntry, Role};
use crate::model::{List, Sentence, Texts};
use crate::problem::Problem;

/// Something read, and where it stands.
pub(super) type Placed<T = Text> = (T, Range<usize>);

impl Author<'_> {
    pub(super) fn text(&mut self, section: &mut Section<'_, '_>, key: &'static str, role: Role) -> Option<Text> {
        let (_, value) = self.require(section, key)?;
        Some(self.text_of(value, role)?.0)
    }

    /// A text in the languages of the model: a table of them, or one string where there is one.
    pub(super) fn text_of(&mut self, value: &Value<'_>, role: Role) -> Option<Placed> {
        let text = if is_string(value) {
            self.plain(value)?
        } else {
            let mut section = self.reader.section(value)?;
            let text = self.wording(&mut section);
            section.close(&mut self.reader);
            text?
        };
        self.judge(&text, role, value.span());
        Some((text, value.span()))
    }

    /// The sentences of a list that may be left out.
    pub(super) fn sentences(&mut self, section: &mut Section<'_, '_>, key: &'static str) -> Vec<Placed<Sentence>> {
        let Some(values) = section.take(key).and_then(|value| self.reader.list(value)) else { return Vec::new() };
        values.iter().filter_map(|value| self.sentence(value, Role::Statement)).collect()
    }

    /// A text that may name terms.
    pub(super) fn sentence(&mut self, value: &Value<'_>, role: Role) -> Option<Placed<Sentence>> {
        if is_string(value) {
            return self.text_of(value, role).map(|(text, place)| (text.into(), place));
        }
        let mut section = self.reader.section(value)?;
        let text = self.said(&mut section, role);
        let terms = self.terms_used(&mut section);
        section.close(&mut self.reader);
        Some((Sentence { text: text?, terms }, value.span()))
    }

    /// The text of a table that says more than a text: under `text`, or its languages beside the other keys.
    pub(super) fn said(&mut self, section: &mut Section<'_, '_>, role: Role) -> Option<Text> {
        if let Some(value) = section.take("text") {
            return self.text_of(value, role).map(|(text, _)| text);
        }
        let text = self.wording(section)?;
        self.judge(&text, role, section.span());
        Some(text)
    }

    /// Where levels come from: a string, or one in each language. Names of works stay as they are, so no style is judged.
    pub(super) fn citation(&mut self, value: &Value<'_>) -> Option<Text> {
        if is_string(value) {
            return self.reader.string(value).map(|words| Text::same(words.to_owned()));
        }
        let mut section = self.reader.section(value)?;
        let text = self.wording(&mut section);
        section.close(&mut self.reader);
        text
    }

    /// The words that every text keeps to.
    pub(super) fn glossary(&mut self, root: &mut Section<'_, '_>) -> Vec<GlossaryEntry> {
        let values = self.bounded(root, "glossary", MOST_GLOSSARY);
        values.iter().filter_map(|value| self.glossary_entry(value)).collect()
    }

    fn glossary_entry(&mut self, value: &Value<'_>) -> Option<GlossaryEntry> {
        let mut section = self.reader.section(value)?;
        let text = self.wording(&mut section);
        let not = section.take("not").and_then(|value| self.reader.strings(value)).unwrap_or_default();
        let not = not.into_iter().map(str::to_owned).collect();
        section.close(&mut self.reader);
        Some(GlossaryEntry { text: text?, not })
    }

    /// A text that is written as one string: where the model has one language.
    fn plain(&mut self, value: &Value<'_>) -> Option<Text> {
        let languages = Rc::clone(&self.folder.languages);
        if let [language] = &languages[..] {
            let words = self.reader.string(value)?.to_owned().into();
            return Text::in_languages(vec![Wording { language: language.clone(), words }]);
        }
        let keys: Vec<_> = languages.iter().map(|tag| format!("{tag} = \"…\"")).collect();
        let keys = keys.join(", ");
        let help = text!(
            "write `{{ {keys} }}`; a model of one language says so, as `languages = [\"en\"]`",
            "请写成 `{{ {keys} }}`；只有一种语言的模型应写明，如 `languages = [\"en\"]`"
        );
        self.reader.expected(value, &text!("a table", "表"), help)
    }

    /// The languages of a text, in a table.
    fn wording(&mut self, section: &mut Section<'_, '_>) -> Option<Text> {
        let languages = Rc::clone(&self.folder.languages);
        let mut word = |language: &Cow<'static, str>| {
            let Some(value) = section.take(language.clone()) else {
                let help = text!(
                    "add `{language} = \"…\"`; a model in other languages names them in `languages` of `{ROOT}`",
                    "请加上 `{language} = \"…\"`；使用其他语言的模型须在 `{ROOT}` 的 `languages` 中写明"
                );
                return self.reader.reject(section.missing(language).help(help));
            };
            let words = self.reader.string(value)?.to_owned().into();
            Some(Wording { language: language.clone(), words })
        };
        // Every language is read, so that every problem is found.
        let wordings: Vec<_> = languages.iter().map(&mut word).collect();
        Text::in_languages(wordings.into_iter().collect::<Option<_>>()?)
    }

    /// Notes what is not good about a text.
    fn judge(&mut self, text: &Text, role: Role, place: Range<usize>) {
        let style = match self.folder.texts {
            Texts::Own => lint::judge(text, role),
            Texts::Quoted => Vec::new(),
        };
        let found = style.into_iter().chain(lint::glossary(text, role, &self.folder.glossary));
        self.findings.extend(found.map(|found| Problem::new(place.clone(), found)));
    }
}

/// What was read, without the places.
pub(super) fn unplaced<T: Clone>(placed: Vec<Placed<T>>) -> List<T> {
    placed.into_iter().map(|(read, _)| read).collect()
}
