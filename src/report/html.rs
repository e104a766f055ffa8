//! The report for people who never open a terminal: one HTML file that needs no network and no script.
//!
//! `page` puts the sections in order, each of which is a file of its own; `figure` holds the pictures.

mod answers;
mod assets;
mod cover;
mod coverage;
mod csp;
mod document;
mod figure;
mod foreign;
mod heat;
mod levels;
mod marks;
mod method;
mod moved;
mod origin;
mod page;
mod palette;
mod plan;
mod profile;
mod result;
mod scores;
mod standout;
mod terms;

use maud::{DOCTYPE, Markup, PreEscaped, html};

use crate::lang::Lang;
use crate::report::input::Report;

use assets::{SCRIPT, STYLE};
use document::tag;
use page::Page;

/// The languages that a report is written in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Languages {
    /// One alone.
    One(Lang),
    /// Both, with a switch between them.
    Both {
        /// The one shown when the file is opened.
        first: Lang,
    },
}

impl Languages {
    fn first(self) -> Lang {
        match self {
            Self::One(lang) | Self::Both { first: lang } => lang,
        }
    }

    fn all(self) -> &'static [Lang] {
        match self {
            Self::One(Lang::En) => &[Lang::En],
            Self::One(Lang::Zh) => &[Lang::Zh],
            Self::Both { .. } => &[Lang::En, Lang::Zh],
        }
    }
}

/// The whole file. The same report gives the same bytes.
#[must_use]
pub fn html(report: &Report<'_, '_>, languages: Languages) -> String {
    let pages: Vec<_> = languages.all().iter().map(|lang| Page::new(*report, *lang)).collect();
    let first = languages.first();
    let titles: Vec<_> = pages.iter().map(cover::title).collect();
    let document = html! {
        (DOCTYPE)
        html lang=(tag(first)) {
            head {
                meta charset="utf-8";
                meta http-equiv="Content-Security-Policy" content=(csp::POLICY);
                meta name="viewport" content="width=device-width, initial-scale=1";
                meta name="color-scheme" content="light dark";
                meta name="referrer" content="no-referrer";
                title { (titles.join(" · ")) }
                meta name="description" content=(pages.iter().map(cover::description).collect::<Vec<_>>().join(" · "));
                style { (PreEscaped(STYLE)) }
            }
            body {
                main {
                    @if pages.len() > 1 { (switch(first)) }
                    @for page in &pages {
                        @if page.model().scoring.has_levels() { (document::document(page)) } @else { (scores::document(page)) }
                    }
                }
                script { (PreEscaped(SCRIPT)) }
            }
        }
    };
    document.into_string() + "\n"
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
