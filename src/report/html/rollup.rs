//! A page over many teams: one picture of teams and sub-domains, how many stand where, what would lift most, and when.

mod ages;
mod bars;
mod comparison;
mod document;
mod facts;
mod levels;
mod levers;
mod matrix;
mod outcomes;
mod page;

use super::assets::{BASE, ROLLUP_SCRIPT, ROLLUP_STYLE, SCRIPT, STYLE};
use super::csp;
use super::file::{Content, File};
use super::languages::Languages;
use crate::rollup::Rollup;
use page::RollupPage;

/// The whole file. `links` leads to the report of each line of the rollup; `None` where there is none.
#[must_use]
pub fn rollup(rollup: &Rollup<'_>, links: &[Option<String>], languages: Languages) -> String {
    let pages: Vec<_> = languages.all().iter().map(|lang| RollupPage { rollup, links, lang: *lang }).collect();
    let file = File {
        languages,
        title: pages.iter().map(facts::title).collect::<Vec<_>>().join(" · "),
        description: pages.iter().map(facts::description).collect::<Vec<_>>().join(" · "),
        policy: csp::ROLLUP_POLICY,
        styles: &[BASE, STYLE, ROLLUP_STYLE],
        scripts: &[SCRIPT, ROLLUP_SCRIPT],
        data: None,
        content: Content::EachLanguage(pages.iter().map(document::document).collect()),
    };
    file.write()
}
