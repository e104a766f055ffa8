//! The scores as pictures: one of the areas, and one of each area's domains.

use maud::{Markup, html};

use super::figure::{Caption, Certainty, Chart, MOST_AXES, Spoke, bars, radar};
use super::marks;
use super::page::ReportPage;
use super::result::parts;
use crate::lang::Text;
use crate::model::Node;
use crate::report::kit::kinds;
use crate::report::kit::signs::DRAWN;
use crate::report::kit::words;
use crate::scoring::{Scored, State};

/// The values from which on a radar has a shape, and up to which it can be read.
const LEAST_AXES: usize = 5;

pub(super) fn lead(page: &ReportPage<'_, '_>) -> Text {
    let earlier = page.report.earlier.map(|earlier| earlier.old.answers.assessment.date);
    let (en, zh) = match earlier {
        Some(Some(date)) => {
            (format!(" The dashed line is the assessment of {date}."), format!("虚线为 {date} 的评估。"))
        }
        Some(None) => (" The dashed line is the earlier assessment.".to_owned(), "虚线为此前的评估。".to_owned()),
        None => (String::new(), String::new()),
    };
    let open = text!(" A hollow point is provisional.", "空心点为暂定得分。");
    let (en_open, zh_open) = match page.outcome().overall.open() {
        0 => ("", ""),
        _ => (&*open.en, &*open.zh),
    };
    text!(
        "On one scale: the bar ends at the level, the point stands at the score. Five parts or more are a radar of scores, from the lowest level at the center to the highest at the rim.{en_open}{en}",
        "同一刻度上，条形止于级别，圆点为得分。五个及以上部分用雷达图表示得分：中心为最低级别，外圈为最高级别。{zh_open}{zh}",
    )
}

pub(super) fn profile(page: &ReportPage<'_, '_>) -> Markup {
    let overall = &page.outcome().overall;
    let areas: Vec<_> = overall.children.iter().filter(|area| area.node.sub_domain().is_none()).collect();
    let whole = (overall.children.len() > 1 || areas.is_empty()).then_some(overall);
    html! {
        (parts(page))
        div .figures {
            @for scored in whole.into_iter().chain(areas) { (figure(page, scored)) }
        }
    }
}

/// One picture, with its data as a table below.
fn figure(page: &ReportPage<'_, '_>, scored: &Scored<'_>) -> Markup {
    let name = match scored.node {
        Node::Model(_) if page.model().has_own_kinds() => page.of_model(&page.model().name),
        Node::Model(_) => page.say(text!("All areas", "全部领域")),
        node => page.name(node),
    };
    let chart = chart(page, scored, &name);
    let has_scores = chart.spokes.iter().any(|spoke| spoke.now.is_some() || spoke.earlier.is_some());
    let is_radar = (LEAST_AXES..=MOST_AXES).contains(&chart.spokes.len());
    html! {
        figure {
            figcaption { (name) }
            @if !has_scores {
                p .none { (page.say(text!("Nothing here has a score yet.", "暂无得分。"))) }
            } @else {
                @if is_radar { (radar(&chart)) } @else { (bars(&chart)) }
                details .data {
                    summary { (page.say(text!("The same as a table", "以表格查看"))) }
                    (table(page, scored, &name))
                }
            }
        }
    }
}

fn chart(page: &ReportPage<'_, '_>, scored: &Scored<'_>, name: &str) -> Chart {
    let spokes: Vec<_> = scored.children.iter().map(|child| spoke(page, child)).collect();
    let separator = text!("; ", "；");
    let values = spokes.iter().map(|spoke| {
        let (name, said) = (&spoke.name, &spoke.said);
        page.say(text!("{name}: {said}", "{name}：{said}"))
    });
    let about = values.collect::<Vec<_>>().join(separator.get(page.lang));
    let title = page.say(text!("{name}: scores and levels", "{name}：得分与级别")).into_owned();
    let caption = Caption { id: page.id(&format!("chart-{}", scored.node.id())), title, about };
    Chart { caption, levels: page.model().all_levels().map(|level| level.to_string()).collect(), spokes }
}

fn spoke(page: &ReportPage<'_, '_>, scored: &Scored<'_>) -> Spoke {
    let (level, score) = (words::level(scored, &DRAWN), words::score(scored, &DRAWN));
    let said = match scored.state {
        State::NotApplicable => text!("not applicable", "不适用"),
        _ if scored.level.is_none() => text!("unanswered", "未回答"),
        _ => text!("{score} · level {level}", "{score} · 级别 {level}"),
    };
    let certainty = if scored.open() > 0 { Certainty::Provisional } else { Certainty::Final };
    let earlier = page.earlier(scored).and_then(|earlier| earlier.score.as_ref());
    Spoke {
        name: page.name(scored.node).into_owned(),
        said: page.say(said).into_owned(),
        now: scored.score.as_ref().map(|score| along(page, score.rounded())),
        level: scored.worst.map(|level| along(page, f64::from(level.0))),
        earlier: earlier.map(|score| along(page, score.rounded())),
        certainty,
    }
}

/// The place of a score or a level between the lowest level, 0, and the highest, 1.
fn along(page: &ReportPage<'_, '_>, place: f64) -> f64 {
    let [floor, top] = [page.model().floor, page.model().top()].map(|level| f64::from(level.0));
    ((place - floor) / (top - floor).max(1.0)).clamp(0.0, 1.0)
}

fn table(page: &ReportPage<'_, '_>, scored: &Scored<'_>, name: &str) -> Markup {
    let part = kinds::heading(page.model(), scored.node.storey() + 1);
    html! {
        table {
            caption .unseen { (name) }
            thead {
                tr {
                    th scope="col" { (page.say(part)) }
                    th .number scope="col" { (page.say(text!("Level", "级别"))) }
                    th .number scope="col" { (page.say(text!("Score", "得分"))) }
                }
            }
            tbody {
                @for child in &scored.children {
                    tr {
                        th scope="row" { (page.name(child.node)) }
                        td .number { (marks::level(page, child)) }
                        td .number { (marks::score(page, child)) }
                    }
                }
            }
        }
    }
}
