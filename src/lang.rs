//! The two languages of the interface, and text that exists in both.

use std::borrow::Cow;
use std::fmt;
use std::sync::Arc;

use serde::{Serialize, Serializer};

/// A language that people read `assess` in.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Lang {
    /// English.
    #[default]
    En,
    /// Chinese, as written on the mainland.
    Zh,
}

impl Lang {
    /// The language a POSIX locale name (`zh_CN.UTF-8`) asks for: Chinese for `zh` and `zh_*`, else English.
    #[must_use]
    pub fn of_locale(locale: &str) -> Self {
        let language = locale.split(['_', '-', '.', '@']).next();
        if language.is_some_and(|name| name.eq_ignore_ascii_case("zh")) { Self::Zh } else { Self::En }
    }

    /// Whether a language tag (BCP 47) names this language, whatever script or region follows.
    #[must_use]
    pub fn is_in(self, tag: &str) -> bool {
        tag.split('-').next().is_some_and(|language| language == self.tag())
    }

    /// The language's tag, `en` or `zh`.
    #[must_use]
    pub fn tag(self) -> &'static str {
        match self {
            Self::En => "en",
            Self::Zh => "zh",
        }
    }
}

/// One text for both languages of the interface.
///
/// A text of a model that is not in just these two has all its wordings in `wordings` besides: `docs/design.md`, "Languages of
/// a model".
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Text {
    /// What is read in English: the English wording, or that of the model's first language.
    pub en: Cow<'static, str>,
    /// What is read in Chinese: the Chinese wording, or that of the model's first language.
    pub zh: Cow<'static, str>,
    /// The wordings in the languages of the model, in its order; `None` where these are English and Chinese.
    ///
    /// Behind one thin pointer, since hardly any text has them.
    pub wordings: Option<Arc<Vec<Wording>>>,
}

/// A text in one language of a model.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Wording {
    /// The tag of the language (BCP 47).
    pub language: Cow<'static, str>,
    /// The text in it.
    pub words: Cow<'static, str>,
}

impl Text {
    /// A text in English and Chinese.
    #[must_use]
    pub fn new(en: impl Into<Cow<'static, str>>, zh: impl Into<Cow<'static, str>>) -> Self {
        Self { en: en.into(), zh: zh.into(), wordings: None }
    }

    /// A text in the languages of a model, the first of which stands in for those of the interface that it lacks; `None` if there
    /// are no languages.
    #[must_use]
    pub fn in_languages(wordings: Vec<Wording>) -> Option<Self> {
        let first = wordings.first()?;
        let of = |lang: Lang| wordings.iter().find(|it| lang.is_in(&it.language)).unwrap_or(first).words.clone();
        let (en, zh) = (of(Lang::En), of(Lang::Zh));
        let is_both = [Lang::En, Lang::Zh].iter().all(|lang| wordings.iter().any(|it| it.language == lang.tag()));
        let text = Self::new(en, zh);
        Some(if is_both && wordings.len() == 2 { text } else { Self { wordings: Some(Arc::new(wordings)), ..text } })
    }

    /// The wording in one language; `None` if the text is of a model without that language.
    #[must_use]
    pub fn own(&self, lang: Lang) -> Option<&str> {
        let is_among = |wordings: &Arc<Vec<Wording>>| wordings.iter().any(|it| lang.is_in(&it.language));
        let has_it = self.wordings.as_ref().is_none_or(is_among);
        has_it.then(|| self.get(lang))
    }

    /// The wording in one language, or in the first of a model that lacks it.
    #[must_use]
    pub fn get(&self, lang: Lang) -> &str {
        match lang {
            Lang::En => &self.en,
            Lang::Zh => &self.zh,
        }
    }

    /// The words in one language, taken out of the text.
    #[must_use]
    pub fn into_words(self, lang: Lang) -> Cow<'static, str> {
        match lang {
            Lang::En => self.en,
            Lang::Zh => self.zh,
        }
    }

    /// The words in one language as an owned string.
    #[must_use]
    pub fn into_string(self, lang: Lang) -> String {
        self.into_words(lang).into_owned()
    }

    /// The same words in both languages: an id, a name, a piece of code.
    #[must_use]
    pub fn same(words: impl Into<Cow<'static, str>>) -> Self {
        let words = words.into();
        Self::new(words.clone(), words)
    }

    /// Items one after the other, with a comma between them in English and `、` in Chinese; empty if there are none.
    #[must_use]
    pub fn list(items: &[impl AsRef<str>]) -> Self {
        let joined = |mark: &str| items.iter().map(AsRef::as_ref).collect::<Vec<_>>().join(mark);
        Self::new(joined(", "), joined("、"))
    }

    /// The same of words that are typed as they stand, each in backticks.
    #[must_use]
    pub fn list_words<W: fmt::Display>(words: impl IntoIterator<Item = W>) -> Self {
        Self::list(&words.into_iter().map(|word| format!("`{word}`")).collect::<Vec<_>>())
    }

    /// What `text!` expands to: constants are borrowed, the rest is formatted.
    #[must_use]
    pub fn of(en: fmt::Arguments<'_>, zh: fmt::Arguments<'_>) -> Self {
        let word = |arguments: fmt::Arguments<'_>| match arguments.as_str() {
            Some(constant) => Cow::Borrowed(constant),
            None => Cow::Owned(arguments.to_string()),
        };
        Self::new(word(en), word(zh))
    }
}

impl Serialize for Text {
    /// A map from languages to wordings: `en` and `zh`, or the languages of the model.
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match &self.wordings {
            None => serializer.collect_map([(Lang::En.tag(), &self.en), (Lang::Zh.tag(), &self.zh)]),
            Some(wordings) => serializer.collect_map(wordings.iter().map(|it| (&it.language, &it.words))),
        }
    }
}

/// A [`Text`] from an English and a Chinese format string, which may capture variables: `text!("{n} left", "还剩 {n} 个")`.
///
/// A message without its translation does not compile.
#[macro_export]
macro_rules! text {
    ($en:literal, $zh:literal $(,)?) => {
        $crate::lang::Text::of(format_args!($en), format_args!($zh))
    };
}
