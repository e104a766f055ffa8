//! What a node is about, and what each level of a dimension says.

use super::adds;
use super::elsewhere::elsewhere;
use super::page::ExplainDocument;
use super::provenance;
use crate::model::{Cell, ClauseId, Dimension, Level, Model, Node, Term};
use crate::report::kit::color::level_style;
use crate::report::kit::signs::DRAWN;
use crate::report::kit::style::Style;
use crate::report::kit::{terms as wording, words};
use crate::scoring::{Addition, Scored};
use crate::text::{one_line, width, wrap};

/// What a node is about, and the nodes below it.
pub(super) fn parent(page: &mut ExplainDocument<'_>, model: &Model, node: Node<'_>) {
    let lang = page.style.lang;
    page.paragraph("", &one_line(node.about().get(lang)));
    page.gap();
    for child in node.children() {
        let name = one_line(child.name().get(lang));
        let about = one_line(child.about().get(lang));
        let words = text!("{name}: {about}", "{name}：{about}");
        page.paragraph(&format!("{} ", page.style.signs().bullet), words.get(lang));
        page.dim(&format!("  {}", words::called(child)));
    }
    page.gap();
    let questions =
        node.children().into_iter().filter_map(Node::dimension).flat_map(|child| child.question.terms.iter());
    terms(page, &model.terms_named(questions));
    if model.scoring.has_levels() {
        provenance::of_parent(page, node);
    }
}

/// What the texts above mean by the terms they rely on.
fn terms(page: &mut ExplainDocument<'_>, terms: &[&Term]) {
    if terms.is_empty() {
        return;
    }
    let title = page.say(&wording::title());
    page.title(&title);
    for term in terms {
        page.paragraph("  ", &wording::explained(term, page.style.lang));
    }
    page.gap();
}

/// The question, every level with its clauses and limits, and where they come from.
pub(super) fn dimension(
    page: &mut ExplainDocument<'_>,
    model: &Model,
    dimension: &Dimension,
    result: Option<&Scored<'_>>,
    additions: &[Addition],
) {
    let lang = page.style.lang;
    let question = one_line(dimension.question.text.get(lang));
    page.title(&question);
    page.gap();
    for level in model.all_levels() {
        if let Some(cell) = dimension.cell(level) {
            self::level(page, model, level, cell, result, additions);
        }
    }
    adds::legend(page, model, dimension, additions);
    elsewhere(page, model, dimension);
    page.gap();
    terms(page, &model.terms_named(dimension.terms()));
    if let Some(source) = &dimension.source {
        // A source names its sections as a path.
        let source = one_line(source.get(lang)).split(DRAWN.path).collect::<Vec<_>>().join(page.style.signs().path);
        let words = text!("Source: {source}", "来源：{source}");
        page.paragraph("", words.get(lang));
    }
    if model.scoring.has_levels() {
        provenance::of_dimension(page, dimension);
    }
}

/// A level by its name, and how it stands to those below: beside it, or in lines of its own where that is too wide.
fn heading(page: &mut ExplainDocument<'_>, model: &Model, level: Level, cell: &Cell) {
    let name = words::named_level(model, level, page.style.lang);
    let relation = words::relation(model, level, cell.kind).map(|text| page.say(&text)).unwrap_or_default();
    let look = level_style(model, level).bold();
    if width(&name) + 2 + width(&relation) <= page.style.width {
        let (name, relation) = (page.style.colors.paint(look, &name), page.style.colors.dim(&relation));
        page.line(format!("{name}  {relation}").trim_end());
        return;
    }
    for line in wrap(&name, page.style.width, "", "  ") {
        page.line(&page.style.colors.paint(look, &line));
    }
    for line in wrap(&relation, page.style.width, "  ", "  ") {
        page.line(&page.style.colors.dim(&line));
    }
}

fn level(
    page: &mut ExplainDocument<'_>,
    model: &Model,
    level: Level,
    cell: &Cell,
    result: Option<&Scored<'_>>,
    additions: &[Addition],
) {
    let lang = page.style.lang;
    if model.scoring.has_levels() {
        heading(page, model, level, cell);
    }
    for (clause, number) in cell.clauses.iter().zip(1..) {
        let place = ClauseId { level, number };
        let added = additions.iter().find(|it| it.clause == place);
        let mark = result.map(|result| mark(result, place, page.style)).unwrap_or_default();
        page.paragraph(&format!("  {mark}{place}  "), &words::asked_in_full(clause, added, lang));
    }
    for limit in cell.limits.iter() {
        page.paragraph(&format!("  {} ", page.style.signs().bullet), &one_line(limit.text.get(lang)));
    }
}

/// Whether a clause is met.
fn mark(result: &Scored<'_>, place: ClauseId, style: &Style) -> String {
    let signs = style.signs();
    let mark = match result.answer {
        Some(answer) if answer.except.contains_key(&place) => signs.none,
        Some(answer) if answer.meets(place) => signs.met,
        _ => signs.unmet,
    };
    format!("{mark} ")
}
