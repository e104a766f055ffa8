//! The first picture: the levels as they stand, and what to ask more about first.

use crate::interview::{Deepening, Interview};
use crate::lang::Text;
use crate::model::{Group, Node, NodeKind};
use crate::report::kit::color::level_style;
use crate::report::kit::kinds;
use crate::report::kit::style::Style;
use crate::report::kit::{scores, words};
use crate::scoring::{Outcome, Scored};
use crate::text::{blanks, cut, indented, one_line, pad, width, wrap};

/// The widest column of names.
const MOST_OF_NAME: usize = 44;
/// The columns beside the names of areas: level, score, and how much is answered.
const BESIDE: usize = 28;
/// The columns beside the names of sub-domains: the range, and how much is open.
const BESIDE_LIST: usize = 20;

/// The levels of the areas, of their domains too where `rows` have room, and the sub-domains to go on with.
#[must_use]
pub fn picture(interview: &Interview<'_>, style: &Style, rows: usize) -> Vec<String> {
    let outcome = interview.outcome();
    let mut blocks = vec![heading(interview, style), Vec::new()];
    blocks.extend(deepening(interview, style));
    let taken: usize = blocks.iter().map(Vec::len).sum();
    blocks[1] = levels(&outcome, style, rows.saturating_sub(taken + blocks.len()));
    let blanks = rows.saturating_sub(blocks.iter().map(Vec::len).sum());
    let mut lines = Vec::new();
    for (place, block) in blocks.into_iter().filter(|block| !block.is_empty()).enumerate() {
        // A blank line between two blocks, as far as there is room.
        if place > 0 && place <= blanks {
            lines.push(String::new());
        }
        lines.extend(block);
    }
    lines
}

fn heading(interview: &Interview<'_>, style: &Style) -> Vec<String> {
    let skipped = interview.question_count() - interview.answered_count();
    let first = if interview.model().scoring.has_levels() {
        text!(
            "A first picture: ranges, and scores with ~, change as more is answered.",
            "快速概览：区间和带 ~ 的得分会随更多回答而变化。"
        )
    } else {
        text!("A first picture: scores with ~ change as more is answered.", "快速概览：带 ~ 的得分会随更多回答而变化。")
    };
    let model = interview.model();
    let Text { en, zh, .. } = kinds::several(model, model.sub_domain_storey(), skipped);
    let rest = if skipped == 0 { text!("", "") } else { text!(" {en} were skipped.", " 跳过了 {zh}。") };
    let words = first.into_string(style.lang) + rest.get(style.lang).trim_end();
    wrap(&words, style.width, "", "").iter().map(|line| style.colors.bold(line)).collect()
}

/// The whole, its areas and, in so many rows, their domains: what has an answer.
fn levels(outcome: &Outcome<'_>, style: &Style, rows: usize) -> Vec<String> {
    let has_levels = outcome.model.scoring.has_levels();
    let is_shown = |scored: &&Scored<'_>| scored.score.is_some() && scored.node.kind() < NodeKind::SubDomain;
    let mut shown: Vec<_> = outcome.overall.walk().filter(is_shown).collect();
    if shown.len() + 1 > rows {
        shown.retain(|scored| scored.node.kind() <= NodeKind::Area);
    }
    if outcome.overall.children.len() < 2 {
        shown.retain(|scored| !matches!(scored.node, Node::Model(_)));
    }
    let names: Vec<_> = shown.iter().map(|scored| name_of(scored, style)).collect();
    let columns = column(names.iter(), style);
    let head = if has_levels {
        text!("level  score  answered", "级别   得分   已回答")
    } else {
        text!("score  answered", "得分   已回答")
    };
    let head = head.into_string(style.lang);
    let head = style.colors.dim(&format!("{}  {head}", blanks(columns)));
    let rows = shown.iter().zip(&names).map(|(scored, name)| {
        let name = pad(&cut(name, columns), columns);
        let (level, points) = (words::level(scored, style.signs()), words::score(scored, style.signs()));
        let answered = words::coverage(scored).map(|words| words.into_string(style.lang)).unwrap_or_default();
        let level =
            if has_levels { format!("{}  ", paint(outcome, scored, &pad(&level, 5), style)) } else { String::new() };
        let row = format!("{name}  {level}{points:>5}  {answered}");
        row.trim_end().to_owned()
    });
    core::iter::once(head).chain(rows).collect()
}

fn name_of(scored: &Scored<'_>, style: &Style) -> String {
    indented(&scores::name(scored.node, style.lang), scored.node.storey().saturating_sub(1))
}

fn paint(outcome: &Outcome<'_>, scored: &Scored<'_>, words: &str, style: &Style) -> String {
    match scored.level {
        Some(level) => style.colors.paint(level_style(outcome.model, level), words),
        None => words.to_owned(),
    }
}

/// The sub-domains that the rest begins with: those that hold most down, and those most open.
fn deepening(interview: &Interview<'_>, style: &Style) -> [Vec<String>; 2] {
    let Deepening { lowest, most_open } = interview.deepening();
    [
        list(
            interview,
            &if interview.model().scoring.has_levels() {
                text!("These hold the level down; to be asked first:", "以下部分压低了级别，先继续问：")
            } else {
                text!("These are to be asked first:", "先继续问以下部分：")
            },
            &lowest,
            style,
        ),
        list(
            interview,
            &text!("These are most open; to be asked next:", "以下部分最不确定，随后问："),
            &most_open,
            style,
        ),
    ]
}

fn list(interview: &Interview<'_>, title: &Text, sub_domains: &[&Group], style: &Style) -> Vec<String> {
    if sub_domains.is_empty() {
        return Vec::new();
    }
    let room = style.width.saturating_sub(BESIDE_LIST);
    let name = |it: &&Group| {
        let path = words::path_in_area(interview.model(), Node::Group(it), style.lang, style.signs());
        if width(&path) <= room { path } else { cut(&one_line(it.name.get(style.lang)), room).into_owned() }
    };
    let names: Vec<_> = sub_domains.iter().map(name).collect();
    let columns = names.iter().map(|name| width(name)).max().unwrap_or_default();
    let rows = sub_domains.iter().zip(&names).map(|(sub_domain, name)| {
        let range = match interview.level_of_sub_domain(sub_domain) {
            Some((worst, best)) if worst < best => format!("{worst}{}{best}", style.signs().range),
            Some((_, best)) => best.to_string(),
            None => String::new(),
        };
        let open = interview.open_within(&sub_domain.id);
        let open = text!("{open} open", "未回答 {open} 题").into_string(style.lang);
        format!("  {}  {}  {}", pad(&range, 3), pad(name, columns), style.colors.dim(&open))
    });
    core::iter::once(cut(title.get(style.lang), style.width).into_owned()).chain(rows).collect()
}

fn column<'a>(names: impl Iterator<Item = &'a String>, style: &Style) -> usize {
    let most = MOST_OF_NAME.min(style.width.saturating_sub(BESIDE));
    names.map(|name| width(name)).max().unwrap_or_default().min(most)
}
