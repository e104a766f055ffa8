//! What the clauses of a report rely on: each clause with links to what its terms mean.

use maud::{Markup, Render, html};

use super::page::ReportPage;
use super::words::Words;
use crate::lang::Text;
use crate::model::{Clause, Term};
use crate::report::kit::words;

/// A clause, with the terms it relies on beside it.
pub(super) struct ClauseWithTerms<'c> {
    words: Words<'c>,
    /// Most rely on none.
    terms: Option<Markup>,
}

pub(super) fn clause<'c>(page: &ReportPage<'_, '_>, clause: &'c Clause) -> ClauseWithTerms<'c> {
    let words = Words(words::asked(clause, page.lang));
    let terms = (!clause.terms.is_empty()).then(|| {
        html! {
            @for term in page.model().terms_named(clause.terms.iter()) {
                " " a .term href=(page.link(&place(term))) { (page.of_model(&term.name)) }
            }
        }
    });
    ClauseWithTerms { words, terms }
}

impl Render for ClauseWithTerms<'_> {
    fn render_to(&self, page: &mut String) {
        self.words.render_to(page);
        if let Some(terms) = &self.terms {
            terms.render_to(page);
        }
    }
}

pub(super) fn lead() -> Text {
    text!("What clauses rely on, as the model means it.", "各条要求所用术语在本模型中的含义。")
}

/// The terms that questions in scope rely on.
pub(super) fn used<'m>(page: &ReportPage<'_, 'm>) -> Vec<&'m Term> {
    page.model().terms_named(page.outcome().overall.dimensions().flat_map(|(dimension, _)| dimension.terms()))
}

/// What each of them means.
pub(super) fn terms(page: &ReportPage<'_, '_>, terms: &[&Term]) -> Markup {
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
