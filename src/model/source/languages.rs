//! Reads the languages of a model.

use std::borrow::Cow;
use std::rc::Rc;

use super::Author;
use crate::document::{Section, Value};
use crate::lang::Lang;
use crate::problem::Problem;

/// The tags of the languages in which every text of a model is written, the default first.
pub(super) type Languages = Rc<[Cow<'static, str>]>;

/// The most languages of a model.
pub(crate) const MOST_LANGUAGES: usize = 20;

/// The longest tag, in characters: longer than any that is in use.
const LONGEST_TAG: usize = 35;

/// What a table may hold beside the languages of a text, and would be taken for one: `not`, `ref`, `up-to`.
const KEYS: [&str; 3] = ["not", "ref", "up"];

/// The languages of a model that names none.
pub(super) fn both() -> Languages {
    [Lang::En, Lang::Zh].map(|lang| Cow::Borrowed(lang.tag())).into()
}

impl Author<'_> {
    /// The list `languages` of the root; English and Chinese where it is left out or cannot be read.
    pub(super) fn languages(&mut self, root: &mut Section<'_, '_>) -> Option<Languages> {
        let Some(value) = root.take("languages") else { return Some(both()) };
        let values = self.reader.list(value)?;
        let count = values.len();
        if !(1..=MOST_LANGUAGES).contains(&count) {
            let message = text!(
                "{count} languages; 1 to {MOST_LANGUAGES} are allowed",
                "共 {count} 种语言，应为 1 到 {MOST_LANGUAGES} 种"
            );
            let help = text!(
                "name those in which every text is there, as `[\"en\"]`",
                "请列出每段文本都有的语言，如 `[\"zh\"]`"
            );
            return self.reader.reject(Problem::new(value.span(), message).help(help));
        }
        let mut languages: Vec<Cow<'static, str>> = Vec::new();
        for value in values {
            let tag = self.language(value)?;
            // `pt-br` and `pt-BR` are one language.
            if languages.iter().any(|other| other.eq_ignore_ascii_case(tag)) {
                return self.reader.reject(Problem::twice(value.span(), tag));
            }
            languages.push(tag.to_owned().into());
        }
        Some(languages.into())
    }

    fn language<'v>(&mut self, value: &'v Value<'_>) -> Option<&'v str> {
        let tag = self.reader.string(value)?;
        if tag.split('-').next().is_some_and(|language| KEYS.contains(&language)) {
            let message = text!("`{tag}` looks like another key of a text", "`{tag}` 会与文本的其他键混淆");
            let help = text!("take a tag for private use, from `qaa` to `qtz`", "请改用私用标签，从 `qaa` 到 `qtz`");
            return self.reader.reject(Problem::new(value.span(), message).help(help));
        }
        if is_well_formed(tag) {
            return Some(tag);
        }
        let message = text!("`{tag}` is not a language tag", "`{tag}` 不是合法的语言标签");
        let help = match mended(tag) {
            Some(tag) => text!("write `{tag}`", "请写 `{tag}`"),
            None => text!("write it as in BCP 47: `en`, `fr`, `pt-BR`", "请按 BCP 47 书写：`en`、`fr`、`pt-BR`"),
        };
        self.reader.reject(Problem::new(value.span(), message).help(help))
    }
}

/// The tag that was meant, if it was written with underscores or its language in capital letters.
fn mended(tag: &str) -> Option<String> {
    let tag = tag.replace('_', "-");
    let (language, rest) = tag.split_at(tag.find('-').unwrap_or(tag.len()));
    let tag = format!("{}{rest}", language.to_ascii_lowercase());
    is_well_formed(&tag).then_some(tag)
}

/// Whether a tag has the form of BCP 47: a language of two or three small letters, then parts of up to eight letters and digits,
/// the last of which is not a single one.
///
/// Whether the language exists is not asked: the registry grows.
fn is_well_formed(tag: &str) -> bool {
    let mut parts = tag.split('-');
    let language = parts.next().unwrap_or_default();
    let is_part = |part: &str| (1..=8).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_alphanumeric());
    (2..=3).contains(&language.len())
        && language.bytes().all(|byte| byte.is_ascii_lowercase())
        && parts.all(is_part)
        && tag.rsplit('-').next().is_some_and(|last| last.len() > 1)
        && tag.len() <= LONGEST_TAG
}

#[cfg(test)]
mod tests {
    use super::is_well_formed;

    #[test]
    fn tags_have_the_form_of_bcp_47() {
        for tag in ["en", "zh", "pt-BR", "zh-Hans-CN", "sl-rozaj-biske", "de-x-plain", "gsw", "es-419"] {
            assert!(is_well_formed(tag), "{tag}");
        }
        for tag in
            ["", "e", "english!", "pt_BR", "en-", "-en", "en--US", "de-x", "123", "EN", "deutsch", "中文", "en US"]
        {
            assert!(!is_well_formed(tag), "{tag}");
        }
    }
}
