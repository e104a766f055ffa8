//! One question: its levels as statements to choose from, or its clauses to tick in a model without levels. What it is
//! answered with is made by the script: without one it would be lost with the page.

use maud::{Markup, html};

use super::page::{FormPage, each};
use crate::interview::statements::{Statement, statements};
use crate::model::{Clause, ClauseId, Dimension, Id, Sentence};
use crate::report::kit::words;

/// A question as it is read.
pub(super) fn question(page: &FormPage<'_>, dimension: &Dimension) -> Markup {
    let model = page.form.model;
    html! {
        section .question id=(dimension.id.as_str()) {
            h3 { (page.say(&dimension.name)) }
            fieldset {
                legend { (page.say(&dimension.question.text)) (terms(page, &dimension.question.terms)) }
                @if model.scoring.has_levels() {
                    ol .levels {
                        @for statement in statements(model, dimension) { (level(page, &statement)) }
                    }
                } @else {
                    ul .boxes {
                        @for (id, it) in dimension.all_clauses() { (ticked(page, id, it)) }
                    }
                }
            }
        }
    }
}

/// A level as a statement that holds or not. Its clauses are numbered by the script: that spares an attribute on each.
fn level(page: &FormPage<'_>, statement: &Statement<'_>) -> Markup {
    html! {
        li {
            b { (statement.digits()) }
            ul {
                @for (_, it) in &statement.clauses { li { (clause(page, it)) } }
                @for limit in statement.limits { li .limit { (sentence(page, limit)) } }
                @if statement.clauses.is_empty() && statement.limits.is_empty() {
                    li .limit { (page.tell(&text!("None of this yet", "以下均未做到"))) }
                }
            }
        }
    }
}

/// A clause to tick, of a model without levels.
fn ticked(page: &FormPage<'_>, id: ClauseId, clause: &Clause) -> Markup {
    html! {
        li {
            b { (id) }
            (self::clause(page, clause))
        }
    }
}

fn clause(page: &FormPage<'_>, clause: &Clause) -> Markup {
    html! { (page.tell(&each(|lang| words::asked(clause, lang).into_owned()))) (terms(page, &clause.terms)) }
}

fn sentence(page: &FormPage<'_>, sentence: &Sentence) -> Markup {
    html! { (page.tell(&sentence.text)) (terms(page, &sentence.terms)) }
}

/// Links to what the terms of a text mean.
fn terms(page: &FormPage<'_>, ids: &[Id]) -> Markup {
    html! {
        @for term in page.form.model.terms_named(ids) { " " a .term href={ "#" (anchor(&term.id)) } { (page.say(&term.name)) } }
    }
}

/// Where a term is explained.
pub(super) fn anchor(term: &Id) -> String {
    format!("term-{term}")
}
