//! Every point in a table, with the command that shows what moved, and what could not be read.

use maud::{Markup, html};

use super::page::TrendPage;
use crate::lang::Text;
use crate::report::html::foreign;
use crate::report::kit::signs::DRAWN;
use crate::report::kit::{teams, trend as words};
use crate::trend::{Entry, Point};

pub(super) fn lead(page: &TrendPage<'_, '_>) -> Text {
    let Some(Text { en, zh, .. }) = words::of_commands(page.trend) else {
        return text!("How many dimensions moved since the point before.", "各时间点与前一时间点相比有多少维度变化。");
    };
    text!(
        "How many dimensions moved since the point before; the command shows which, down to the clause. {en}",
        "各时间点与前一时间点相比有多少维度变化；所列命令可逐条列出。{zh}"
    )
}

pub(super) fn points(page: &TrendPage<'_, '_>) -> Markup {
    let trend = page.trend;
    let places = trend.places(1);
    let names: Vec<_> = places.iter().map(|place| words::name(trend, *place, page.lang)).collect();
    let [day, origin, moved] =
        [text!("Day", "日期"), text!("Revision or file", "修订版本或文件"), text!("Moved", "变化")]
            .map(|text| page.say(text));
    let answered_heads = teams::answered_heads(trend.points().map(Point::top));
    let answered: Vec<_> = answered_heads.iter().map(|head| head.get(page.lang)).collect();
    let points: Vec<&Point<'_>> = trend.points().collect();
    let told = words::standings_by_entry(trend, &places, &DRAWN);
    let told = trend.entries.iter().zip(told).filter(|(entry, _)| matches!(entry, Entry::Point(_)));
    let before = std::iter::once(None).chain(points.iter().map(|point| Some(*point)));
    html! {
        table .cards .every-point {
            caption .unseen { (page.say(text!("Every point with its results", "各时间点及其结果"))) }
            thead {
                tr {
                    th scope="col" { (day) }
                    th scope="col" { (origin) }
                    @for name in &names { th .number scope="col" { (name) } }
                    @for head in &answered { th .number scope="col" { (head) } }
                    th scope="col" { (moved) }
                }
            }
            tbody {
                @for ((point, before), (_, told)) in points.iter().zip(before).zip(told) {
                    tr {
                        th scope="row" { (words::day(point.stamp.at, &DRAWN)) }
                        td data-label=(origin) { (foreign::words(&page.origin(&point.stamp))) }
                        @for (told, name) in told.iter().zip(&names) { td .number data-label=(name) { (told) } }
                        @for (head, cell) in answered.iter().zip(teams::answered_cells(point.top(), answered.len())) {
                            td .number data-label=(head) { (cell) }
                        }
                        td data-label=(moved) { (shifts(page, point, before)) }
                    }
                }
            }
        }
    }
}

fn shifts(page: &TrendPage<'_, '_>, point: &Point<'_>, before: Option<&Point<'_>>) -> Markup {
    let command = before.and_then(|before| words::command_since(before, point, &page.folder));
    html! {
        @if let Some(moved) = words::moved(point.moved) { (page.say(moved)) }
        @if let Some(command) = command { " " code { (command) } }
    }
}

pub(super) fn gaps(page: &TrendPage<'_, '_>) -> Markup {
    html! {
        @if page.trend.gaps().next().is_some() {
            ul { @for gap in page.trend.gaps() { li { (foreign::words(&words::gap(gap, &DRAWN, page.lang))) } } }
        }
    }
}
