//! A questionnaire in one or both languages, between which the reader chooses: each text stands in it once a language.

use std::borrow::Cow;

use maud::{Markup, html};

use crate::lang::{Lang, Text};
use crate::model::Dimension;
use crate::report::form::{Form, FormPart};
use crate::report::html::languages::Languages;
use crate::text::one_line;

/// What every part of the page needs.
pub(super) struct FormPage<'a> {
    pub form: &'a Form<'a>,
    pub asked: Vec<FormPart<'a>>,
    pub languages: Languages,
}

impl<'a> FormPage<'a> {
    /// The questions in the model's order.
    pub(super) fn questions(&self) -> impl Iterator<Item = &'a Dimension> {
        self.asked.iter().flat_map(|asked| asked.questions.iter().copied())
    }

    /// The same words in every language of the page, for where no markup can stand.
    pub(super) fn in_every_language(&self, words: fn(&Self) -> Text) -> String {
        let words = words(self);
        let all = self.languages.all().iter().map(|lang| one_line(words.get(*lang)));
        all.collect::<Vec<_>>().join(" · ")
    }

    /// Words within a line.
    pub(super) fn say(&self, text: &Text) -> Markup {
        html! {
            @if let Some([en, zh]) = self.both(text) { span lang="en" { (en) } span lang="zh" { (zh) } }
            @else { (one_line(text.get(self.languages.first()))) }
        }
    }

    /// A text that is a paragraph of its own.
    pub(super) fn tell(&self, text: &Text) -> Markup {
        html! {
            @if let Some([en, zh]) = self.both(text) { p lang="en" { (en) } p lang="zh" { (zh) } }
            @else { p { (one_line(text.get(self.languages.first()))) } }
        }
    }

    /// A text in English and Chinese; `None` where one is enough: the page or the text is in one language alone.
    fn both<'t>(&self, text: &'t Text) -> Option<[Cow<'t, str>; 2]> {
        let both = [Lang::En, Lang::Zh].map(|lang| one_line(text.get(lang)));
        (self.languages.all().len() > 1 && both[0] != both[1]).then_some(both)
    }
}

/// A text as one line in each language.
pub(super) fn each(text: impl Fn(Lang) -> String) -> Text {
    Text::new(one_line(&text(Lang::En)).into_owned(), one_line(&text(Lang::Zh)).into_owned())
}
