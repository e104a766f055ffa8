//! What several people answered, to paste before they meet: how far they agree, then who said what.

use std::fmt::Write as _;

use crate::merge::{Agreement, Merge, Side, Tally, Topic};
use crate::model::Node;
use crate::report::kit::escape::markdown as escape;
use crate::report::kit::kinds;
use crate::report::kit::merge as words;
use crate::report::kit::scores;
use crate::report::kit::signs::DRAWN;
use crate::report::kit::style::Style;
use crate::report::kit::words as shared;
use crate::text::cut;

/// What a message may hold, in bytes, with room to spare: sites refuse 65 536 characters.
const MOST: usize = 60_000;
/// The most columns of what somebody adds.
const WORDS: usize = 400;

/// A heading, the message, the counts by part, and the questions that are not agreed; what does not fit is counted.
#[must_use]
pub fn merge(merge: &Merge<'_>, style: &Style) -> String {
    let lang = style.lang;
    let mut text = format!("# {}\n\n", escape(&words::heading(merge, lang, &DRAWN)));
    let _ = writeln!(text, "{}\n", escape(&words::everybody(merge, lang)));
    if let Some(words) = words::left_out(merge, lang) {
        let _ = writeln!(text, "{}\n", escape(&words));
    }
    let _ = writeln!(text, "**{}**", escape(words::message(&merge.counts()).get(lang)));
    counts(&mut text, merge, style);
    for agreement in [Agreement::Differ, Agreement::Near, Agreement::Alone, Agreement::Nobody] {
        list(&mut text, merge, agreement, style);
    }
    if let Some(command) = words::command(merge) {
        let _ = writeln!(text, "\n{} `{command}`", escape(words::command_title().get(lang)));
    }
    text
}

fn counts(text: &mut String, merge: &Merge<'_>, style: &Style) {
    let heads = Agreement::ALL.map(|agreement| escape(words::column(agreement).get(style.lang)));
    let part = escape(kinds::part().get(style.lang));
    let _ = writeln!(text, "\n| {part} | {} |\n|---|{}", heads.join(" | "), "--:|".repeat(heads.len()));
    // What stands between areas and sub-domains is told by their paths.
    let is_shown = |tally: &&Tally<'_>| tally.node.storey() < 2 || tally.node.sub_domain().is_some();
    for tally in words::tallies(merge).into_iter().filter(is_shown) {
        let name = match tally.node {
            Node::Model(_) => scores::name(tally.node, style.lang),
            node => shared::path(merge.model, node, style.lang, &DRAWN),
        };
        let numbers = Agreement::ALL.map(|agreement| match tally.counts.of(agreement) {
            0 => String::new(),
            count => count.to_string(),
        });
        let _ = writeln!(text, "| {} | {} |", escape(&name), numbers.join(" | "));
    }
}

fn list(text: &mut String, merge: &Merge<'_>, agreement: Agreement, style: &Style) {
    let topics = merge.of(agreement);
    if topics.is_empty() || text.len() > MOST {
        return;
    }
    let _ = writeln!(text, "\n## {}\n", escape(words::title(agreement).get(style.lang)));
    for (number, topic) in topics.iter().enumerate() {
        let entry = entry(merge, topic, style);
        if text.len() + entry.len() > MOST {
            let rest = topics.len() - number;
            let more = text!("and {rest} more", "另有 {rest} 项");
            let _ = writeln!(text, "\n{}", more.get(style.lang));
            return;
        }
        text.push_str(&entry);
    }
}

fn entry(merge: &Merge<'_>, topic: &Topic<'_>, style: &Style) -> String {
    let (path, id) = (escape(&words::path(merge, topic, style.lang, &DRAWN)), &topic.dimension.id);
    if topic.agreement == Agreement::Nobody {
        return format!("- {path}\n");
    }
    let id = escape(id.as_str());
    let mut text = if topic.agreement == Agreement::Alone {
        format!("- **{path}** ({id})\n")
    } else {
        let apart = escape(words::apart(topic).get(style.lang));
        text!("- **{path}**: {apart} ({id})\n", "- **{path}**：{apart}（{id}）\n").into_string(style.lang)
    };
    for side in &topic.sides {
        text.push_str(&of_side(merge, topic, side, style));
    }
    let left_open = words::left_open(topic, style.lang);
    text.extend(left_open.iter().map(|words| format!("  - {}\n", escape(words))));
    if topic.agreement == Agreement::Near {
        let taken = words::taken(topic, style.lang);
        text.extend(taken.iter().map(|taken| format!("  - {}\n", escape(taken))));
    }
    text
}

fn of_side(merge: &Merge<'_>, topic: &Topic<'_>, side: &Side, style: &Style) -> String {
    let (said, names) = (words::side(topic, side, style.lang), words::names(merge, &side.people, style.lang));
    let line = text!("{said}: {names}", "{said}：{names}").into_string(style.lang);
    let mut text = format!("  - {}\n", escape(&line));
    for words in words::added(merge, topic, side, style.lang) {
        let _ = writeln!(text, "    - {}", escape(&cut(&words, WORDS)));
    }
    text
}
