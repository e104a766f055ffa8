//! What every file is: a head, one article a language with a switch between them, and its style and scripts within it.

use maud::{DOCTYPE, Markup, PreEscaped, html};

use super::languages::{Languages, tag};
use crate::lang::Lang;

/// A whole file.
pub(super) struct File<'a> {
    /// The languages it can be read in.
    pub languages: Languages,
    pub title: String,
    /// What the file is, in a sentence.
    pub description: String,
    /// What it may do in a browser.
    pub policy: &'a str,
    pub styles: &'a [&'a str],
    pub scripts: &'a [&'a str],
    /// What the scripts read, as JSON; `None` where they read the page alone.
    pub data: Option<String>,
    pub content: Content,
}

/// What stands in a file.
pub(super) enum Content {
    /// An article in each language.
    EachLanguage(Vec<Article>),
    /// What holds all languages.
    AllLanguages(Markup),
}

/// An article in one language.
pub(super) struct Article {
    pub lang: Lang,
    pub class: &'static str,
    pub title: String,
    /// From top to bottom, each written into the file by itself: put together first, all of it would be copied once more.
    pub parts: Vec<Markup>,
}

impl File<'_> {
    /// The file as text.
    pub(super) fn write(&self) -> String {
        let first = self.languages.first();
        let document = html! {
            (DOCTYPE)
            html lang=(tag(first)) {
                head {
                    meta charset="utf-8";
                    meta http-equiv="Content-Security-Policy" content=(self.policy);
                    meta name="viewport" content="width=device-width, initial-scale=1";
                    meta name="color-scheme" content="light dark";
                    meta name="referrer" content="no-referrer";
                    title { (self.title) }
                    meta name="description" content=(self.description);
                    @for style in self.styles { style { (PreEscaped(style)) } }
                }
                body {
                    main {
                        @if self.languages.all().len() > 1 { (switch(first)) }
                        @match &self.content {
                            Content::EachLanguage(articles) => {
                                @for Article { lang, class, title, parts } in articles {
                                    article .(class) id=(lang.tag()) lang=(tag(*lang)) data-title=(title) {
                                        @for part in parts { (part) }
                                    }
                                }
                            }
                            Content::AllLanguages(content) => (content),
                        }
                    }
                    @if let Some(data) = &self.data {
                        // No tag can begin in it: `<` stands in strings alone.
                        script #data type="application/json" { (PreEscaped(data.replace('<', "\\u003c"))) }
                    }
                    @for script in self.scripts { script { (PreEscaped(script)) } }
                }
            }
        };
        document.into_string() + "\n"
    }
}

/// The choice of language: radio buttons, so that it works without a script.
fn switch(first: Lang) -> Markup {
    html! {
        fieldset .switch {
            legend .unseen { "Language · " span lang=(tag(Lang::Zh)) { "语言" } }
            @for (lang, name) in [(Lang::En, "English"), (Lang::Zh, "中文")] {
                label lang=(tag(lang)) {
                    input #{"language-" (lang.tag())} type="radio" name="language" value=(lang.tag()) checked[lang == first];
                    span { (name) }
                }
            }
        }
    }
}
