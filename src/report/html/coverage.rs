//! What is answered and what is not, what does not apply and why, what was left out.

use maud::{Markup, html};

use super::foreign;
use super::page::ReportPage;
use super::terms::clause;
use super::words::Words;
use crate::answers::{Claim, Date};
use crate::lang::Text;
use crate::report::kit::kinds;
use crate::report::kit::lead::asked_anew;
use crate::report::kit::signs::DRAWN;
use crate::report::kit::words;
use crate::scoring::Scored;

/// The questions of one reason that are named at once.
const FEW: usize = 4;

pub(super) fn lead() -> Text {
    text!(
        "What does not apply counts neither for nor against. What is unanswered is never guessed.",
        "不适用的问题不影响级别和得分；未回答的问题不作猜测。",
    )
}

pub(super) fn coverage(page: &ReportPage<'_, '_>) -> Markup {
    let overall = &page.outcome().overall;
    html! {
        (counts(page))
        @if overall.open() > 0 { (open(page)) }
        @if overall.not_applicable > 0 { (not_applicable(page)) }
        @if overall.excepted > 0 { (excepted(page)) }
        (anew(page))
        (out_of_scope(page))
    }
}

fn counts(page: &ReportPage<'_, '_>) -> Markup {
    let overall = &page.outcome().overall;
    let whole = (overall.children.len() > 1).then_some(overall);
    let names = [
        text!("Questions", "问题"),
        text!("Answered", "已回答"),
        text!("Not applicable", "不适用"),
        text!("Open", "未回答"),
    ];
    let names = names.map(|name| page.say(name));
    html! {
        table .cards .counts {
            caption .unseen { (page.say(text!("Questions by area", "各领域的问题数"))) }
            thead {
                tr {
                    th scope="col" { (page.say(kinds::heading(page.model(), 1))) }
                    @for name in &names { th .number scope="col" { (name) } }
                }
            }
            tbody {
                @for area in &overall.children { (count(area, &page.name(area.node), &names)) }
            }
            @if let Some(whole) = whole {
                tfoot { (count(whole, &page.say(text!("All", "合计")), &names)) }
            }
        }
    }
}

fn count(scored: &Scored<'_>, name: &str, names: &[Words<'_>; 4]) -> Markup {
    let numbers = [scored.total, scored.answered, scored.not_applicable, scored.open()];
    html! {
        tr {
            th scope="row" { (name) }
            @for (number, name) in numbers.iter().zip(names) { td .number data-label=(name) { (number) } }
        }
    }
}

/// The open questions, by sub-domain; an untouched area is named as a whole.
fn open(page: &ReportPage<'_, '_>) -> Markup {
    let areas = page.outcome().overall.children.iter().filter(|area| area.open() > 0);
    html! {
        h3 { (page.say(text!("Open questions", "未回答的问题"))) }
        dl .names {
            @for area in areas {
                dt { (page.name(area.node)) }
                @if area.open() == area.total {
                    dd { (page.say(text!("all of them", "全部"))) }
                } @else {
                    @for (_, sub_domain) in area.sub_domains().filter(|(_, it)| it.open() > 0) {
                        dd { (open_in(page, sub_domain)) }
                    }
                }
            }
        }
    }
}

fn open_in(page: &ReportPage<'_, '_>, sub_domain: &Scored<'_>) -> Words<'static> {
    let name = page.name(sub_domain.node);
    if sub_domain.open() == sub_domain.total {
        let open = sub_domain.open();
        return page.say(text!("{name}: all {open}", "{name}：全部 {open} 个"));
    }
    let open = sub_domain.dimensions().filter(|(_, at)| at.open() > 0).map(|(_, at)| page.name(at.node));
    let names = page.list(&open.collect::<Vec<_>>());
    page.say(text!("{name}: {names}", "{name}：{names}"))
}

/// What does not apply, by reason: the same reason is said once, however many questions it is given for.
fn not_applicable(page: &ReportPage<'_, '_>) -> Markup {
    let mut reasons: Vec<(&str, Option<Date>, Vec<String>)> = Vec::new();
    for (_, at) in page.outcome().overall.dimensions() {
        let Some(Claim::NotApplicable { reason, until }) = at.answer.and_then(|answer| answer.claim.as_ref()) else {
            continue;
        };
        let name = path(page, at);
        match reasons.iter_mut().find(|(said, day, _)| said == reason && day == until) {
            Some((.., names)) => names.push(name),
            None => reasons.push((reason, *until, vec![name])),
        }
    }
    html! {
        h3 { (page.say(text!("Not applicable", "不适用"))) }
        dl .names {
            @for (reason, until, names) in &reasons {
                dt {
                    (foreign::words(reason))
                    @if let Some(until) = until { (page.say(text!(" (until {until})", "（截至 {until}）"))) }
                }
                dd { (excused(page, names)) }
            }
        }
    }
}

/// The questions that a reason is given for; many are counted, and folded.
fn excused(page: &ReportPage<'_, '_>, names: &[String]) -> Markup {
    let count = names.len();
    html! {
        @if count <= FEW {
            (page.list(names))
        } @else {
            details {
                summary { (page.say(text!("{count} questions", "{count} 个问题"))) }
                (page.list(names))
            }
        }
    }
}

/// The clauses that are not asked of the team, each with its reason.
fn excepted(page: &ReportPage<'_, '_>) -> Markup {
    let excused = page.outcome().overall.dimensions().filter(|(_, at)| at.excepted > 0);
    html! {
        h3 { (page.say(text!("Clauses excepted", "例外的要求"))) }
        dl .names {
            @for (dimension, scored) in excused {
                dt { (path(page, scored)) }
                @for (id, exception) in scored.answer.into_iter().flat_map(|answer| &answer.except) {
                    dd {
                        @if let Some(excused) = dimension.clause(*id) {
                            b { (id) } " " (clause(page, excused))
                        }
                        (page.say(text!(": ", "：")))
                        (foreign::words(&exception.reason))
                        @if let Some(until) = exception.until { (page.say(text!(" (until {until})", "（截至 {until}）"))) }
                    }
                }
            }
        }
    }
}

/// The answers to be given anew.
fn anew(page: &ReportPage<'_, '_>) -> Markup {
    let found = page.outcome().asked_anew();
    html! {
        @if !found.is_empty() {
            h3 { (page.say(asked_anew())) }
            dl .names { @for scored in found { dt { (path(page, scored)) } } }
        }
    }
}

fn path(page: &ReportPage<'_, '_>, scored: &Scored<'_>) -> String {
    words::path_in_area(page.model(), scored.node, page.lang, &DRAWN)
}

/// The areas of the model that were not assessed.
fn out_of_scope(page: &ReportPage<'_, '_>) -> Markup {
    let left_out = page.outcome().answers.left_out(page.model());
    let names: Vec<_> = left_out.map(|area| page.of_model(&area.name)).collect();
    html! {
        @if !names.is_empty() {
            h3 { (page.say(text!("Not assessed", "未评估"))) }
            p .names { (page.list(&names)) }
        }
    }
}
