//! The head of the page: how many teams, by which model, to which day; and what is left out.

use maud::{Markup, html};

use super::page::RollupPage;
use crate::lang::Text;
use crate::model::Node;
use crate::report::html::foreign;
use crate::report::kit::teams;
use crate::text::one_line;

/// The title of the file in one language.
pub(super) fn title(page: &RollupPage<'_, '_>) -> String {
    let teams = page.say(teams::count(page.rollup.lines.len()));
    page.say(text!("{teams}: maturity assessments", "{teams}：成熟度评估"))
}

/// What the file is, in a sentence.
pub(super) fn description(page: &RollupPage<'_, '_>) -> String {
    let teams = page.say(teams::count(page.rollup.lines.len()));
    let model = one_line(page.model().name.get(page.lang));
    page.say(text!("Maturity self-assessments of {teams} by {model}", "{teams}依据{model}所做的成熟度自评估"))
}

pub(super) fn cover(page: &RollupPage<'_, '_>) -> Markup {
    let part = match page.rollup.view.top {
        Node::Model(_) => None,
        node => Some(page.name(node)),
    };
    html! {
        header .cover {
            p .eyebrow { (page.say(text!("Maturity self-assessments", "成熟度自评估汇总"))) }
            h1 { (page.say(teams::count(page.rollup.lines.len()))) }
            @if let Some(part) = part { p .system { (part) } }
        }
    }
}

/// Day, model, what is compared and left out; then what to know before levels are compared.
pub(super) fn about(page: &RollupPage<'_, '_>) -> Markup {
    let remarks = teams::remarks(page.rollup, page.lang);
    html! {
        div .about {
            dl { @for (name, value) in facts(page) { div { dt { (page.say(name)) } dd { (value) } } } }
            @for remark in remarks { p .remark { (foreign::words(&remark)) } }
        }
    }
}

fn facts(page: &RollupPage<'_, '_>) -> Vec<(Text, Markup)> {
    let rollup = page.rollup;
    let model = format!("{} {}", one_line(page.model().name.get(page.lang)), page.model().version);
    let mut facts = vec![
        (text!("As of", "截至"), html! { time datetime=(rollup.day) { (rollup.day) } }),
        (text!("Model", "模型"), html! { (model) }),
    ];
    if let Some(name) = &rollup.compared {
        facts.push((text!("Compared with", "对比"), foreign::words(name)));
    }
    if let Some((below, all)) = below(page) {
        let words = text!("{below} of {all} teams below", "{all} 个团队中有 {below} 个未达标");
        facts.push((text!("Targets", "目标"), html! { (page.say(words)) }));
    }
    if !rollup.broken.is_empty() {
        let link = html! { a href=(page.link("broken")) { (rollup.broken.len()) } };
        facts.push((text!("Files that could not be read", "无法读取的文件"), link));
    }
    for (team, files) in &rollup.repeated {
        facts.push((
            text!("In {files} files, all of which count", "出现在 {files} 个文件中，均计入"),
            foreign::words(team),
        ));
    }
    facts
}

/// How many teams are below a target somewhere, and how many have one.
fn below(page: &RollupPage<'_, '_>) -> Option<(usize, usize)> {
    let held = page.rollup.lines.iter().filter_map(|line| line.top()?.held);
    let all: Vec<_> = held.collect();
    (!all.is_empty()).then(|| (all.iter().filter(|held| held.below > 0).count(), all.len()))
}

pub(super) fn broken_lead() -> Text {
    text!("They are left out of everything above.", "以上内容均未计入这些文件。")
}

pub(super) fn broken(page: &RollupPage<'_, '_>) -> Markup {
    html! {
        ul .moves { @for it in &page.rollup.broken { li { (foreign::words(&it.line().into_string(page.lang))) } } }
    }
}
