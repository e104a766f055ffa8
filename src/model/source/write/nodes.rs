//! The files of an area: its nodes, each nested in the one above.

use super::values::{TomlText, list, string, text, word};
use crate::lang::Text;
use crate::model::counting::Levels;
use crate::model::{Cell, Clause, Dimension, Group, Kind, Level, Model, Node, Provenance, Sentence};

/// What the nodes of a model are written by.
pub(super) struct Nested {
    /// Whether a dimension without levels is a list of clauses.
    has_levels: bool,
    floor: Level,
    top: Level,
    /// Whether telling dimensions are named: not where the first of each sub-domain is the telling one.
    names_telling: bool,
}

impl Nested {
    pub(super) fn of(model: &Model) -> Self {
        let is_first = |group: &Group| group.dimensions.first().is_none_or(|dimension| dimension.telling);
        Self {
            has_levels: model.scoring.levels == Levels::Shown,
            floor: model.floor,
            top: model.top(),
            names_telling: !model.sub_domains().all(is_first),
        }
    }
}

/// The file of an area: all that is below it.
pub(super) fn area_file(nested: &Nested, area: &Group) -> String {
    let mut page = TomlText::default();
    let usual = usual_provenance(&mut page, area);
    children(&mut page, nested, Node::Group(area), "nodes", usual);
    page.0
}

/// The file of one node right below an area.
pub(super) fn child_file(nested: &Nested, node: Node<'_>) -> String {
    let mut page = TomlText::default();
    match node {
        Node::Group(group) => {
            let usual = usual_provenance(&mut page, group);
            body(&mut page, nested, node, "", usual);
        }
        _ => body(&mut page, nested, node, "", Provenance::Project),
    }
    page.0
}

/// Where most of what stands below a group comes from, which the file says once.
fn usual_provenance(page: &mut TomlText, group: &Group) -> Provenance {
    let first = group.sub_domains().flat_map(|it| it.dimensions.iter()).flat_map(|it| it.cells.iter());
    let usual = first.filter(|cell| !cell.clauses.is_empty()).map(|cell| cell.provenance).next();
    let usual = usual.unwrap_or(Provenance::Project);
    if usual != Provenance::Project {
        page.entry("provenance", string(&usual.to_string()));
    }
    usual
}

fn children(page: &mut TomlText, nested: &Nested, parent: Node<'_>, path: &str, usual: Provenance) {
    for child in parent.children() {
        page.header(&format!("[[{path}]]"));
        page.entry("id", string(child.id().key()));
        body(page, nested, child, path, usual);
    }
}

/// All of a node but its key.
fn body(page: &mut TomlText, nested: &Nested, node: Node<'_>, path: &str, usual: Provenance) {
    page.entry("name", text(node.name()));
    if let Node::Group(group) = node {
        page.entry("about", text(&group.about));
    }
    page.optional("weight", Some(node.weight()).filter(|weight| *weight != 1));
    page.optional("ref", node.reference().map(|reference| string(reference)));
    if let Node::Dimension(dimension) = node {
        leaf(page, nested, dimension, usual);
        return;
    }
    let below = if path.is_empty() { "nodes".to_owned() } else { format!("{path}.nodes") };
    children(page, nested, node, &below, usual);
}

fn leaf(page: &mut TomlText, nested: &Nested, dimension: &Dimension, usual: Provenance) {
    page.entry("question", sentence(&dimension.question));
    page.optional("source", dimension.source.as_ref().map(word));
    if nested.names_telling && dimension.telling {
        page.entry("telling", true);
    }
    let own: Vec<_> = nested.floor.up_to(nested.top).zip(dimension.cells.iter()).collect();
    if let [(_, floor), (_, only)] = own.as_slice()
        && !nested.has_levels
        && floor.kind == Kind::None
        && only.kind == Kind::Adds
        && only.limits.is_empty()
        && only.provenance == usual
    {
        page.entry("clauses", lines(only.clauses.iter().map(clause)));
        return;
    }
    let is_open = |cell: &Cell| cell.kind != Kind::Same || !cell.clauses.is_empty();
    let last = own.iter().rposition(|(_, cell)| is_open(cell)).unwrap_or_default();
    for (level, cell) in own.iter().take(last + 1) {
        page.entry(&format!("levels.{level}"), cell_table(cell, usual));
    }
}

fn cell_table(cell: &Cell, usual: Provenance) -> String {
    let mut parts = vec![format!("kind = \"{}\"", cell.kind)];
    if cell.provenance != usual {
        parts.push(format!("provenance = \"{}\"", cell.provenance));
    }
    parts.extend(cell.basis.as_ref().map(|basis| format!("basis = {}", text(basis))));
    if !cell.clauses.is_empty() {
        parts.push(format!("clauses = {}", lines(cell.clauses.iter().map(clause))));
    }
    if !cell.limits.is_empty() {
        parts.push(format!("limits = {}", lines(cell.limits.iter().map(sentence))));
    }
    format!("{{ {} }}", parts.join(", "))
}

/// A list with a line for each of its values.
fn lines(values: impl Iterator<Item = String>) -> String {
    let lines: Vec<_> = values.map(|value| format!("  {value},\n")).collect();
    format!("[\n{}]", lines.concat())
}

fn clause(clause: &Clause) -> String {
    let mut more = Vec::new();
    more.extend(clause.reference.as_deref().map(|reference| format!("ref = {}", string(reference))));
    more.extend((clause.weight != 1).then(|| format!("weight = {}", clause.weight)));
    more.extend(clause.up_to.map(|level| format!("up-to = {level}")));
    said(&clause.text, &clause.terms, more)
}

fn sentence(sentence: &Sentence) -> String {
    said(&sentence.text, &sentence.terms, Vec::new())
}

/// A text with what is said of it; the text alone where that is nothing.
fn said(words: &Text, terms: &[crate::model::Id], mut more: Vec<String>) -> String {
    if !terms.is_empty() {
        more.push(format!("terms = {}", list(terms.iter().map(|id| string(id.as_str())))));
    }
    if more.is_empty() {
        return text(words);
    }
    format!("{{ text = {}, {} }}", text(words), more.join(", "))
}
