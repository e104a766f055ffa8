//! The head of the page, and the facts after the result: what was assessed, by whom, when, and by which model.

use maud::{Markup, html};

use super::foreign;
use super::page::ReportPage;
use super::words::Words;
use crate::answers::Assessment;
use crate::lang::Text;
use crate::report::kit::words;
use crate::scoring::State;
use crate::text::one_line;

/// The title of the file in one language.
pub(super) fn title(page: &ReportPage<'_, '_>) -> Words<'static> {
    let subject = subject(page);
    page.say(text!("{subject}: maturity assessment", "{subject}：成熟度评估"))
}

/// What the file is, in a sentence.
pub(super) fn description(page: &ReportPage<'_, '_>) -> Words<'static> {
    let (subject, model) = (subject(page), page.of_model(&page.model().name));
    page.say(text!("Maturity self-assessment of {subject} by {model}", "成熟度自评估：{subject}（{model}）"))
}

/// The team, else the system, else the model.
fn subject(page: &ReportPage<'_, '_>) -> String {
    let about = &page.outcome().answers.assessment;
    match about.team.as_ref().or(about.system.as_ref()) {
        Some(name) => one_line(name).into_owned(),
        None => page.of_model(&page.model().name).into_owned(),
    }
}

pub(super) fn cover(page: &ReportPage<'_, '_>) -> Markup {
    let about = &page.outcome().answers.assessment;
    html! {
        header .cover {
            p .eyebrow { (page.say(text!("Maturity self-assessment", "成熟度自评估"))) }
            h1 { (foreign::words(&subject(page))) }
            @if let (Some(_), Some(system)) = (&about.team, &about.system) {
                p .system { (foreign::words(system)) }
            }
        }
    }
}

/// When, by whom and by which model, and that something is open: what follows the result.
pub(super) fn about(page: &ReportPage<'_, '_>) -> Markup {
    html! {
        div .about {
            @if page.outcome().overall.open() > 0 { (provisional(page)) }
            dl {
                @for (name, value) in facts(page, &page.outcome().answers.assessment) {
                    div { dt { (name) } dd { (value) } }
                }
            }
        }
    }
}

fn facts(page: &ReportPage<'_, '_>, about: &Assessment) -> Vec<(Words<'static>, Markup)> {
    let model = page.model();
    let assessors = about.assessors.iter().map(|name| html! { li { (foreign::words(name)) } });
    let assessors: Vec<_> = assessors.collect();
    let scope: Vec<_> = page.outcome().overall.children.iter().map(|area| page.name(area.node)).collect();
    let facts = [
        (text!("Date", "日期"), Some(day(page, about))),
        (text!("Owner", "负责人"), about.owner.as_deref().map(foreign::words)),
        (
            text!("Assessed by", "评估人"),
            (!assessors.is_empty()).then(|| html! { ul { @for one in &assessors { (one) } } }),
        ),
        (text!("Scope", "评估范围"), Some(html! { (page.list(&scope)) })),
        (text!("Answered", "已回答"), Some(html! { (answered(page)) })),
        (text!("Outcomes, as the team gives them", "成效指标（团队填写）"), measured(page)),
        (text!("Model", "模型"), Some(html! { (page.of_model(&model.name)) " " (model.version) })),
        (
            text!("Compared with", "对比"),
            page.report.earlier.map(|earlier| compared(page, &earlier.old.answers.assessment)),
        ),
    ];
    facts.into_iter().filter_map(|(name, value)| Some((page.say(name), value?))).collect()
}

/// What the team measures of its delivery.
fn measured(page: &ReportPage<'_, '_>) -> Option<Markup> {
    let outcomes = &page.outcome().answers.outcomes;
    let each = outcomes.iter().map(|(metric, measured)| html! { li { (page.say(metric.name())) " " (measured) } });
    let each: Vec<_> = each.collect();
    (!each.is_empty()).then(|| html! { ul { @for one in &each { (one) } } })
}

/// The day of an assessment; that there is none is said too.
fn day(page: &ReportPage<'_, '_>, about: &Assessment) -> Markup {
    html! {
        @if let Some(date) = about.date {
            time datetime=(date) { (date) }
        } @else {
            (page.say(text!("no date given", "未注明日期")))
        }
    }
}

/// The assessment compared with: its day, and its team where that is another.
fn compared(page: &ReportPage<'_, '_>, about: &Assessment) -> Markup {
    let own = &page.outcome().answers.assessment;
    html! {
        (day(page, about))
        @if let Some(team) = about.team.as_ref().filter(|team| Some(*team) != own.team.as_ref()) {
            (page.say(text!(", ", "，"))) (foreign::words(team))
        }
    }
}

fn answered(page: &ReportPage<'_, '_>) -> Words<'static> {
    let overall = &page.outcome().overall;
    let (answered, total, not_applicable) = (overall.answered, overall.total, overall.not_applicable);
    let Text { en, zh, .. } = match not_applicable {
        0 => text!("{answered} of {total} questions", "{total} 个问题中的 {answered} 个"),
        _ => text!(
            "{answered} of {total} questions, {not_applicable} not applicable",
            "{total} 个问题中的 {answered} 个，{not_applicable} 项不适用"
        ),
    };
    page.say(match words::excepted(overall.excepted) {
        None => Text::new(en, zh),
        Some(Text { en: excepted_en, zh: excepted_zh, .. }) => text!("{en}, {excepted_en}", "{zh}，{excepted_zh}"),
    })
}

/// That something is open, and what that means for everything below.
fn provisional(page: &ReportPage<'_, '_>) -> Markup {
    let overall = &page.outcome().overall;
    let (open, total) = (overall.open(), overall.total);
    let words = match overall.state {
        State::Unanswered if !page.model().scoring.has_levels() => {
            text!("Nothing is answered yet, so there are no scores to show.", "尚未回答任何问题，因此还没有得分。")
        }
        State::Unanswered => {
            text!("Nothing is answered yet, so there are no levels to show.", "尚未回答任何问题，因此还没有级别。")
        }
        _ if !page.model().scoring.has_levels() => text!(
            "Open questions: {open} of {total}. A score that one of them can change is marked with ~.",
            "{total} 个问题中还有 {open} 个未回答。受其影响的得分前加“~”。",
        ),
        _ => text!(
            "Open questions: {open} of {total}. What depends on one has a range as its level, such as 1–3, and a score marked with ~: both can still change.",
            "{total} 个问题中还有 {open} 个未回答。受其影响的级别写作区间（如 1–3），得分前加“~”，之后都可能变化。",
        ),
    };
    html! {
        p .notice {
            strong { (page.say(text!("Provisional.", "暂定结果。"))) }
            " " (page.say(words)) " "
            a href=(page.link("coverage")) { (page.say(text!("What is open", "查看未回答的问题"))) }
        }
    }
}
