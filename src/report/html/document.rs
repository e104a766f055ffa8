//! One language's document: the sections in their order.

use maud::{Markup, html};

use super::file::Article;
use super::page::ReportPage;
use super::section::{self, Section, section};
use super::{
    answers, comparison, cover, coverage, heat, levels, method, origin, plan, profile, result as headline, standout,
    terms, trend::within_report,
};
use crate::report::kit::{rules, terms as wording};

/// The whole page.
pub(super) fn document(page: &ReportPage<'_, '_>) -> Article {
    let sections = sections(page);
    let mut parts = vec![
        cover::cover(page),
        headline::result(page),
        cover::about(page),
        section::contents(&sections, page.lang, |part| page.id(part)),
        print_choice(page),
    ];
    parts.extend(sections.iter().map(|section| show(page, section)));
    parts.push(section::footer(page.lang));
    Article { lang: page.lang, class: "report", title: cover::title(page).into_owned(), parts }
}

/// The sections that are printed without being asked for, beside the result: the summary.
const ON_PAPER: [&str; 2] = ["map", "standout"];

/// Whether everything is printed, or the summary alone: a check box, so that it works without a script.
fn print_choice(page: &ReportPage<'_, '_>) -> Markup {
    html! {
        p .printing {
            label {
                input id=(page.id("print-everything")) type="checkbox";
                " " (page.say(text!("Print everything; else the summary alone", "打印全部内容；不勾选则只打印摘要")))
            }
        }
    }
}

fn show(page: &ReportPage<'_, '_>, section: &Section) -> Markup {
    let rest = if ON_PAPER.contains(&section.id) { "" } else { " rest" };
    section::show(section, page.lang, |part| page.id(part), &format!("{}{rest}", section.id))
}

fn sections(page: &ReportPage<'_, '_>) -> Vec<Section> {
    let mut sections = vec![
        section("map", heat::title(page.model()), heat::lead(page), heat::heat(page)),
        section("standout", text!("Strengths and gaps", "强项与短板"), standout::lead(), standout::standout(page)),
    ];
    if let Some(comparison) = &page.report.earlier {
        sections.push(section(
            "changes",
            text!("What moved", "变化"),
            comparison::lead(),
            comparison::moved(page, comparison),
        ));
    }
    sections.extend(page.report.trend.map(|it| within_report(it, page.lang)));
    sections.extend([
        section("profile", text!("Profile", "得分分布"), profile::lead(page), profile::profile(page)),
        section("levels", text!("All levels", "全部级别"), levels::lead(page), levels::levels(page)),
        section("plan", text!("What the next level asks", "下一级的要求"), plan::lead(page.model()), plan::plan(page)),
        section("answers", text!("Every answer", "全部答案"), answers::lead(), answers::answers(page)),
        section("coverage", text!("What is answered", "回答情况"), coverage::lead(), coverage::coverage(page)),
    ]);
    let used = terms::used(page);
    if !used.is_empty() {
        sections.push(section("terms", wording::title(), terms::lead(), terms::terms(page, &used)));
    }
    sections.extend([
        section("method", rules::title(), method::lead(page.model()), method::method(page)),
        section("origin", text!("Where the model comes from", "模型的来源"), origin::lead(), origin::origin(page)),
    ]);
    sections
}
