//! The page from top to bottom: what it is, the questions by sub-domain, what the terms mean, and the end.

use maud::{Markup, html};

use super::page::FormPage;
use super::{cover, question};
use crate::lang::{Lang, Text};
use crate::model::{Dimension, Node};
use crate::report::form::FormPart;
use crate::report::html::languages::tag;
use crate::report::kit::signs::DRAWN;
use crate::report::kit::{terms as wording, words};

/// The whole page.
pub(super) fn document(page: &FormPage<'_>) -> Markup {
    html! {
        article .form #form lang=(tag(page.languages.first())) {
            (cover::cover(page))
            div #questions {
                @for asked in &page.asked { (part(page, asked)) }
            }
            (terms(page))
            (cover::end(page))
        }
        (cover::dialogs(page))
    }
}

/// A sub-domain and its questions.
fn part(page: &FormPage<'_>, asked: &FormPart<'_>) -> Markup {
    let node = Node::Group(asked.sub_domain);
    let title = |lang| words::path(page.form.model, node, lang, &DRAWN);
    html! {
        section .part id=(asked.sub_domain.id.as_str()) {
            header {
                h2 { (page.say(&Text::new(title(Lang::En), title(Lang::Zh)))) }
                (page.tell(&asked.sub_domain.about))
            }
            @for dimension in &asked.questions { (question::question(page, dimension)) }
        }
    }
}

/// What the terms of the questions mean; empty if they rely on none.
fn terms(page: &FormPage<'_>) -> Markup {
    let terms = page.form.model.terms_named(page.questions().flat_map(Dimension::terms));
    html! {
        @if !terms.is_empty() {
            section .terms #terms {
                h2 { (page.say(&wording::title())) }
                dl {
                    @for term in terms {
                        dt id=(question::anchor(&term.id)) { (page.say(&term.name)) }
                        dd { (page.tell(&term.means)) }
                    }
                }
            }
        }
    }
}
