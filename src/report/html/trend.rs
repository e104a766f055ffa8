//! One assessment over time as a page: steps for the whole, every area and domain, what was measured, and every point.

mod course;
mod page;
mod points;

use maud::{Markup, html};

use super::assets::{BASE, SCRIPT, STYLE};
use super::code::with_code;
use super::csp;
use super::file::{Article, Content, File};
use super::languages::Languages;
use super::section::{self, Section, section};
use crate::lang::{Lang, Text};
use crate::report::kit::signs::DRAWN;
use crate::report::kit::{outcomes, trend as words};
use crate::trend::Trend;
use page::TrendPage;

/// The whole file. The same trend gives the same bytes.
#[must_use]
pub fn trend(trend: &Trend<'_>, languages: Languages) -> String {
    let pages: Vec<_> = languages.all().iter().map(|lang| TrendPage::new(trend, *lang)).collect();
    let file = File {
        languages,
        title: pages.iter().map(title).collect::<Vec<_>>().join(" · "),
        description: pages
            .iter()
            .map(|page| words::heading(page.trend, page.lang, &DRAWN))
            .collect::<Vec<_>>()
            .join(" · "),
        policy: csp::POLICY,
        styles: &[BASE, STYLE],
        scripts: &[SCRIPT],
        data: None,
        content: Content::EachLanguage(pages.iter().map(document).collect()),
    };
    file.write()
}

fn points_title() -> Text {
    text!("Every point", "各时间点")
}

/// How the pictures are to be read.
fn lead(page: &TrendPage<'_, '_>) -> Text {
    let (more, more_zh) = if course::is_thinned(page) {
        (
            " There are many points: those between two that stand the same are not drawn.",
            "时间点较多，前后数值相同的点未画出。",
        )
    } else {
        ("", "")
    };
    if !page.trend.view.model.scoring.has_levels() {
        return text!(
            "The line is the score; a hollow point is provisional, and where the line is broken nothing could be read. Resting on a point says what stood there.{more}",
            "线条为得分；空心点为暂定得分，断开处表示无法读取。指针停在圆点上可查看当时的数值。{more_zh}"
        );
    }
    text!(
        "The line is the score, the dashed one the level that is sure; a hollow point is provisional, and where the line is broken nothing could be read. Resting on a point says what stood there.{more}",
        "实线为得分，虚线为已确定达到的级别；空心点为暂定得分，断开处表示无法读取。指针停在圆点上可查看当时的数值。{more_zh}"
    )
}

/// What a report shows of it: the pictures, what was measured, every point, and what could not be read.
pub(super) fn within_report(trend: &Trend<'_>, lang: Lang) -> Section {
    let page = &TrendPage::new(trend, lang);
    let body = html! {
        (remarks(page))
        (course::course(page))
        @if !trend.metrics().is_empty() {
            h3 { (page.say(outcomes::title())) }
            p { (page.say(outcomes::no_cause(trend.view.model))) }
            (course::outcomes(page))
        }
        h3 { (page.say(points_title())) }
        p { (with_code(points::lead(page).get(lang))) }
        (points::points(page))
        @if trend.gaps().next().is_some() {
            h3 { (page.say(words::gaps_title(trend.gaps().count()))) }
            (points::gaps(page))
        }
    };
    section("trend", words::title(), lead(page), body)
}

fn title(page: &TrendPage<'_, '_>) -> String {
    match words::subject(page.trend) {
        Some(team) => page.say(text!("{team}: maturity over time", "{team}：成熟度变化")),
        None => page.say(text!("Maturity over time", "成熟度变化")),
    }
}

fn document(page: &TrendPage<'_, '_>) -> Article {
    let sections = sections(page);
    let mut parts = vec![cover(page), section::contents(&sections, page.lang, |part| page.id(part))];
    parts.extend(sections.iter().map(|it| section::show(it, page.lang, |part| page.id(part), it.id)));
    parts.push(section::footer(page.lang));
    Article { lang: page.lang, class: "report", title: title(page), parts }
}

fn cover(page: &TrendPage<'_, '_>) -> Markup {
    html! {
        header .cover {
            p .eyebrow { (page.say(text!("Maturity over time", "成熟度变化"))) }
            h1 { (title(page)) }
            p .system { (words::heading(page.trend, page.lang, &DRAWN)) }
        }
    }
}

fn sections(page: &TrendPage<'_, '_>) -> Vec<Section> {
    let course = html! { (remarks(page)) (course::course(page)) };
    let has_levels = page.trend.view.model.scoring.has_levels();
    let title = if has_levels { text!("Levels and scores", "级别与得分") } else { text!("Scores", "得分") };
    let mut sections = vec![section("course", title, lead(page), course)];
    if !page.trend.metrics().is_empty() {
        sections.push(section(
            "outcomes",
            outcomes::title(),
            outcomes::no_cause(page.trend.view.model),
            course::outcomes(page),
        ));
    }
    sections.push(section("points", points_title(), points::lead(page), points::points(page)));
    if page.trend.gaps().next().is_some() {
        let count = page.trend.gaps().count();
        let lead = text!("Nothing is made up in their place.", "空缺处不作推测。");
        sections.push(section("gaps", words::gaps_title(count), lead, points::gaps(page)));
    }
    sections
}

/// That points are not of the same areas.
fn remarks(page: &TrendPage<'_, '_>) -> Markup {
    html! { @if let Some(remark) = words::of_scope(page.trend) { p { (page.say(remark)) } } }
}
