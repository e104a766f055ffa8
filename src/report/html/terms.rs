//! What the clauses of a report rely on: each clause with links to what its terms mean.

use maud::{Markup, Render as _, html};

use super::page::Page;
use super::words::Words;
use crate::lang::Text;
use crate::model::{Clause, Term};
use crate::report::kit::words;

/// A clause, with the terms it relies on beside it.
pub(super) fn clause(page: &Page<'_, '_>, clause: &Clause) -> Markup {
    let (asked, terms) = (Words(words::asked(clause, page.lang)), page.model().terms_named(clause.terms.iter()));
    // Most rely on none: these are written at once.
    if terms.is_empty() {
        return asked.render();
    }
    html! {
        (asked)
        @for term in terms {
            " " a .term href=(page.link(&place(term))) { (page.of_model(&term.name)) }
        }
    }
}

pub(super) fn lead() -> Text {
    text!("What clauses rely on, as the model means it.", "各条要求所用术语在本模型中的含义。")
}

/// The terms that questions in scope rely on.
pub(super) fn used<'m>(page: &Page<'_, 'm>) -> Vec<&'m Term> {
    page.model().terms_named(page.outcome().overall.dimensions().flat_map(|(dimension, _)| dimension.terms()))
}

/// What each of them means.
pub(super) fn terms(page: &Page<'_, '_>, terms: &[&Term]) -> Markup {
    html! {
        dl .rules {
            @for term in terms {
                dt id=(page.id(&place(term))) { (page.of_model(&term.name)) }
                dd { (page.of_model(&term.means)) }
            }
        }
    }
}

fn place(term: &Term) -> String {
    ["term-", term.id.as_str()].concat()
}
