//! The report for people who never open a terminal: one HTML file that needs no network and no script.
//!
//! `page` puts the sections in order, each of which is a file of its own; `figure` holds the pictures.

mod answers;
mod assets;
mod code;
mod comparison;
mod cover;
mod coverage;
mod csp;
mod document;
mod figure;
mod file;
mod foreign;
mod form;
mod heat;
mod languages;
mod levels;
mod marks;
mod method;
mod origin;
mod page;
mod palette;
mod plan;
mod profile;
mod result;
mod rollup;
mod scores;
mod section;
mod standout;
mod terms;
mod trend;
mod words;

use crate::report::input::Report;

use assets::{BASE, SCRIPT, STYLE};
use file::{Content, File};
use page::ReportPage;

pub use form::form;
pub use languages::Languages;
pub use rollup::rollup;
pub use trend::trend;

/// The whole file. The same report gives the same bytes.
#[must_use]
pub fn html(report: &Report<'_, '_>, languages: Languages) -> String {
    let pages: Vec<_> = languages.all().iter().map(|lang| ReportPage::new(*report, *lang)).collect();
    let article = |page: &ReportPage<'_, '_>| {
        if page.model().scoring.has_levels() { document::document(page) } else { scores::document(page) }
    };
    let file = File {
        languages,
        title: pages.iter().map(cover::title).collect::<Vec<_>>().join(" · "),
        description: pages.iter().map(cover::description).collect::<Vec<_>>().join(" · "),
        policy: csp::POLICY,
        styles: &[BASE, STYLE],
        scripts: &[SCRIPT],
        data: None,
        content: Content::EachLanguage(pages.iter().map(article).collect()),
    };
    file.write()
}
