//! The two languages of the interface, and text that exists in both.

use std::borrow::Cow;
use std::fmt;

use serde::Serialize;

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

    /// The language's tag, `en` or `zh`.
    #[must_use]
    pub fn tag(self) -> &'static str {
        match self {
            Self::En => "en",
            Self::Zh => "zh",
        }
    }
}

/// One text in both languages.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub struct Text {
    /// The English wording.
    pub en: Cow<'static, str>,
    /// The Chinese wording.
    pub zh: Cow<'static, str>,
}

impl Text {
    /// The wording in one language.
    #[must_use]
    pub fn get(&self, lang: Lang) -> &str {
        match lang {
            Lang::En => &self.en,
            Lang::Zh => &self.zh,
        }
    }

    /// The wording in one language, as an owned string.
    #[must_use]
    pub fn into_string(self, lang: Lang) -> String {
        match lang {
            Lang::En => self.en,
            Lang::Zh => self.zh,
        }
        .into_owned()
    }

    /// The same words in both languages: an id, a name, a piece of code.
    #[must_use]
    pub fn same(words: impl Into<Cow<'static, str>>) -> Self {
        let words = words.into();
        Self { en: words.clone(), zh: words }
    }

    /// What `text!` expands to: constants are borrowed, the rest is formatted.
    #[must_use]
    pub fn of(en: fmt::Arguments<'_>, zh: fmt::Arguments<'_>) -> Self {
        let word = |arguments: fmt::Arguments<'_>| match arguments.as_str() {
            Some(constant) => Cow::Borrowed(constant),
            None => Cow::Owned(arguments.to_string()),
        };
        Self { en: word(en), zh: word(zh) }
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
