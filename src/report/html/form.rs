//! A questionnaire as a page: it works from a mail attachment, keeps what is answered in the browser, and saves a file
//! that every command reads. Without its script it can be read and printed.

mod cover;
mod data;
mod document;
mod page;
mod question;
mod words;

use super::assets::{BASE, FORM_SCRIPTS, FORM_STYLE};
use super::csp;
use super::file::{Content, File};
use super::languages::Languages;
use crate::report::form::Form;
use page::FormPage;

/// The whole file. The same form gives the same bytes.
#[must_use]
pub fn form(form: &Form<'_>, languages: Languages) -> String {
    let page = FormPage { form, asked: form.parts(), languages };
    let file = File {
        languages,
        title: page.in_every_language(cover::title),
        description: page.in_every_language(cover::description),
        policy: csp::FORM_POLICY,
        styles: &[BASE, FORM_STYLE],
        scripts: &FORM_SCRIPTS,
        data: Some(data::data(&page)),
        content: Content::AllLanguages(document::document(&page)),
    };
    file.write()
}
