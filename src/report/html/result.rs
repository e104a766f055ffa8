//! The headline: the level of the whole, and of each part.

use maud::{Markup, html};

use super::marks;
use super::page::ReportPage;
use super::terms::clause;
use super::words::Words;
use crate::answers::Grade;
use crate::lang::Text;
use crate::policy::Judgement;
use crate::report::kit::signs::DRAWN;
use crate::report::kit::{kinds, lead, moves, words};
use crate::scoring::{Requirement, Scored, State};

/// The most sub-domains that are named as missing their target.
const MOST: usize = 3;

/// What somebody who reads nothing else is to know: the level, what holds it down, what to do next, and what moved.
pub(super) fn result(page: &ReportPage<'_, '_>) -> Markup {
    let overall = &page.outcome().overall;
    html! {
        section .result id=(page.id("result")) aria-label=(page.say(text!("Result", "结果"))) {
            div .hero {
                div .total .(marks::fill(page, overall)) {
                    span .of { (page.say(text!("Overall level", "总体级别"))) }
                    span .figure { (words::level(overall, &DRAWN)) }
                    span .called { (called(page, overall)) }
                }
                div .said {
                    p { (statement(page, overall)) }
                    (held(page))
                    dl {
                        @if page.report.earlier.is_some() {
                            div { dt { (page.say(text!("Level", "级别"))) } dd { (marks::level(page, overall)) } }
                        }
                        div { dt { (grade(page, overall)) } dd { (marks::grade(page, overall)) } }
                        div { dt { (page.say(text!("Score", "得分"))) } dd { (marks::score(page, overall)) } }
                        div .drawn {
                            dt { (page.say(text!("Filled: the level. Mark: the score", "填充为级别，竖线为得分"))) }
                            dd { (marks::scale(page, overall)) }
                        }
                    }
                    (targets(page))
                    (since(page))
                }
            }
            (steps(page))
        }
    }
}

/// What holds the whole at its level: a sentence, and names that each lead to the answers.
fn held(page: &ReportPage<'_, '_>) -> Markup {
    let separator = page.say(text!(", ", "、"));
    html! {
        @if let Some(held) = lead::held(page.model(), page.report.lead, page.report.plan, &DRAWN) {
            p .held-by {
                (page.say(held.sentence)) " "
                @for (at, scored) in held.nodes.iter().enumerate() {
                    @if at > 0 { (separator) }
                    a href=(page.link(scored.node.id().as_str())) { (page.name(scored.node)) }
                }
            }
        }
    }
}

/// How many targets of the policy are held, and which are missed.
fn targets(page: &ReportPage<'_, '_>) -> Markup {
    let all = page.report.targets;
    let with = |judgement| all.iter().filter(move |judged| judged.judgement == judgement);
    let [held, missed, unknown] =
        [Judgement::Met, Judgement::Below, Judgement::Unknown].map(|judgement| with(judgement).count());
    let rest = missed.saturating_sub(MOST);
    let words = match unknown {
        0 => text!("Targets: {held} held, {missed} missed", "目标：{held} 个达到，{missed} 个未达到"),
        _ => text!(
            "Targets: {held} held, {missed} missed, {unknown} not known yet",
            "目标：{held} 个达到，{missed} 个未达到，{unknown} 个尚不确定"
        ),
    };
    let separator = page.say(text!(", ", "、"));
    html! {
        @if !all.is_empty() {
            p .targets {
                (page.say(words))
                @for (at, judged) in with(Judgement::Below).take(MOST).enumerate() {
                    @if at == 0 { (page.say(text!(": ", "："))) } @else { (separator) }
                    a href=(page.link(judged.sub_domain.id.as_str())) { (page.of_model(&judged.sub_domain.name)) }
                    (page.say(text!(" (", "（"))) (judged.target.value) (page.say(text!(")", "）")))
                }
                @if rest > 0 { (separator) (page.say(text!("and {rest} more", "另有 {rest} 项"))) }
            }
        }
    }
}

/// What moved since the earlier assessment, in a line.
fn since(page: &ReportPage<'_, '_>) -> Markup {
    html! {
        @if let Some(comparison) = &page.report.earlier {
            p .since {
                (page.say(text!("Since then: ", "与此前相比："))) (page.say(moves::counts(comparison))) " "
                a href=(page.link("changes")) { (page.say(text!("See what moved", "查看变化"))) }
            }
        }
    }
}

/// The nearest steps, with what each takes.
fn steps(page: &ReportPage<'_, '_>) -> Markup {
    let lifts = &page.report.lead.nearest;
    html! {
        @if !lifts.is_empty() {
            div .next {
                h2 { (page.say(lead::title())) }
                ol {
                    @for lift in lifts {
                        li {
                            p .title {
                                a href=(page.link("plan")) { (page.name(lift.node)) } " "
                                span .step { (lift.from) " → " (lift.to) }
                                @if let Some(raises) = lead::raises(lift).filter(|_| lift.raises_whole()) {
                                    span .raises { (page.say(text!("; ", "；"))) (page.say(raises)) }
                                }
                            }
                            @if let [first, more @ ..] = &lift.requirements[..] { p { (needs(page, first)) (and_more(page, more)) } }
                        }
                    }
                }
            }
        }
    }
}

/// One clause that is still needed.
fn needs(page: &ReportPage<'_, '_>, needed: &Requirement<'_>) -> Markup {
    html! { b { (words::place(needed, page.lang)) } " " (clause(page, needed.asks)) }
}

fn and_more(page: &ReportPage<'_, '_>, more: &[Requirement<'_>]) -> Markup {
    let count = more.len();
    html! { @if count > 0 { (page.say(text!(" (and {count} more)", "（另有 {count} 条）"))) } }
}

/// What the grade is called, and what it means where it is no level.
fn grade(page: &ReportPage<'_, '_>, scored: &Scored<'_>) -> Words<'static> {
    page.say(match (scored.grade, scored.level) {
        (Some(Grade::PartOf(part)), Some(level)) => {
            text!("Grade: {level} and part of {part}", "等级：{level} 级全部，{part} 级部分")
        }
        _ => text!("Grade", "等级"),
    })
}

/// What the level is called where it is certain; else why it has no name: provisional, not applicable, unanswered.
fn called<'m>(page: &ReportPage<'_, 'm>, scored: &Scored<'_>) -> Words<'m> {
    let word = match (scored.state, scored.level) {
        (_, Some(level)) if scored.is_certain() => {
            return page.model().level_name(level).map(|name| page.of_model(name)).unwrap_or_default();
        }
        (State::Incomplete, _) => text!("provisional", "暂定"),
        (State::NotApplicable, _) => text!("not applicable", "不适用"),
        _ => text!("unanswered", "未回答"),
    };
    page.say(word)
}

/// Why the level is what it is, in a sentence or two.
fn statement(page: &ReportPage<'_, '_>, overall: &Scored<'_>) -> Words<'static> {
    let (limiting, answered) = (overall.limiting().len(), overall.answered);
    let (Some(level), Some(worst), Some(score)) = (overall.level, overall.worst, &overall.score) else {
        return page.say(match overall.state {
            State::NotApplicable => text!("Nothing of the model applies here.", "模型中没有适用于此处的内容。"),
            _ => text!("No question is answered yet.", "尚未回答任何问题。"),
        });
    };
    let are = if limiting == 1 { "is" } else { "are" };
    let (name, top) = (page.named_level(level), page.model().top());
    let words = match overall.state {
        State::Incomplete if overall.is_certain() => text!(
            "Level {name} already, whatever the open answers will be. The provisional score is {score} of {top}.",
            "无论其余问题的答案如何，级别都是 {name}。暂定得分 {score}（最高 {top}）。",
        ),
        State::Incomplete => text!(
            "Between level {worst} and level {level}: {level} by the answers so far, {worst} if everything open were at the lowest level. The provisional score is {score} of {top}.",
            "介于级别 {worst} 和 {level} 之间：按已有答案为 {level}；若未回答的问题都处于最低级别，则为 {worst}。暂定得分 {score}（最高 {top}）。",
        ),
        _ if limiting == answered => text!(
            "Every answer is at level {name}. The score is {score} of {top}.",
            "所有答案都处于级别 {name}。得分 {score}（最高 {top}）。"
        ),
        _ => text!(
            "Level {name}, because {limiting} of the {answered} questions answered {are} still there. The mean score is {score} of {top}.",
            "级别 {name}：已回答的 {answered} 个问题中还有 {limiting} 个处于这一级。平均得分 {score}（最高 {top}）。",
        ),
    };
    page.say(words)
}

/// One row an area, or a domain where there is one area alone.
pub(super) fn parts(page: &ReportPage<'_, '_>) -> Markup {
    let title = kinds::heading(page.model(), page.parts().first().map_or(1, |part| part.node.storey()));
    let [level, grade, score, answered] =
        [text!("Level", "级别"), text!("Grade", "等级"), text!("Score", "得分"), text!("Answered", "已回答")]
            .map(|it| page.say(it));
    html! {
        table .parts .cards {
            caption .unseen { (page.say(text!("The level of each part", "各部分的级别"))) }
            thead {
                tr {
                    th scope="col" { (page.say(title)) }
                    th scope="col" { (level) }
                    th scope="col" { (page.say(text!("Scale", "尺度"))) }
                    th .number scope="col" { (grade) }
                    th .number scope="col" { (score) }
                    th scope="col" { (answered) }
                }
            }
            tbody {
                @for part in page.parts() {
                    tr {
                        th scope="row" { (page.name(part.node)) }
                        td .level { (marks::level(page, part)) " " span .called { (called(page, part)) } }
                        td .drawn { (marks::scale(page, part)) }
                        td .number .grade data-label=(grade) { (marks::grade(page, part)) }
                        td .number .score data-label=(score) { (marks::score(page, part)) }
                        td .covered .full[part.answered == part.total] data-label=(answered) { (coverage(page, part)) }
                    }
                }
            }
        }
    }
}

/// How much is answered, in words.
pub(super) fn coverage(page: &ReportPage<'_, '_>, scored: &Scored<'_>) -> Words<'static> {
    page.say(match (scored.state, words::coverage(scored)) {
        (State::Complete, Some(Text { en, zh, .. })) => text!("all, {en}", "全部，{zh}"),
        (_, Some(words)) => words,
        (_, None) => text!("all", "全部"),
    })
}
