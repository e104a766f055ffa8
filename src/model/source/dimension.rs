//! Reads a dimension and what each level of it says.

use std::ops::Range;

use super::text::{Placed, unplaced};
use super::{Author, MOST_CLAUSES, MOST_DIMENSIONS};
use crate::document::Section;
use crate::model::counting::Levels;
use crate::model::lint::{self, Role};
use crate::model::{Cell, Cells, Clause, Dimension, Id, Kind, Level, Provenance, Texts};
use crate::problem::{Problem, Refusal};

pub(super) fn read_dimension(
    author: &mut Author<'_>,
    section: &mut Section<'_, '_>,
    id: Id,
    provenance: Provenance,
) -> Option<Dimension> {
    author.folder.dimensions += 1;
    if author.folder.dimensions > MOST_DIMENSIONS {
        return author.one_too_many(section.span());
    }
    let name = author.text(section, "name", Role::Name);
    let question = section.require(&mut author.reader, "question");
    let question = question.and_then(|value| author.sentence(value, Role::Question));
    let source = section.take("source").and_then(|value| author.citation(value));
    if source.is_none() {
        let message = match author.folder.scoring.levels {
            Levels::Shown => text!("no `source` says where the levels come from", "没有用 `source` 说明各级内容的来源"),
            Levels::None => text!("no `source` says where the clauses come from", "没有用 `source` 说明要求的来源"),
        };
        let help = text!("add `source`: a work, a team, an experience", "请加上 `source`：文献、团队或经验");
        author.findings.push(Problem::new(section.span(), message).help(help));
    }
    let telling = author.flag(section, "telling");
    let (weight, reference) = author.counted(section, &id);
    let cells = match author.checklist(section, &id) {
        Some(clauses) => checklist(author, clauses, section.span(), provenance)?,
        None if author.may_be_checklist() && !section.has("levels") => {
            return author.reader.reject(no_clauses(section.span()));
        }
        None => read_cells(author, section, &id, provenance)?,
    };
    let span = section.span();
    if cells.iter().all(|(cell, _)| cell.clauses.is_empty()) {
        let message = text!("this dimension asks nothing at any level", "该维度在任何级别都没有要求");
        let help = text!("write `clauses` at a level, or remove it", "请在某个级别写 `clauses`，或将其删除");
        return author.reader.reject(Problem::new(span, message).help(help));
    }
    author.reader.problems.extend(replaced_by_nothing(&cells, author.floor));
    if author.folder.texts == Texts::Own {
        author.findings.extend(lint::repetitions(cells.iter().flat_map(|(_, texts)| texts)));
    }
    let cells = cells.into_iter().map(|(cell, _)| cell).collect();
    let floor = author.floor;
    Some(Dimension {
        id,
        place: 0,
        name: name?,
        question: question?.0,
        source,
        weight,
        reference,
        telling,
        cells: Cells::new(floor, cells),
    })
}

/// What each level of the model says in a dimension; `None` if something of it cannot be read.
fn read_cells(
    author: &mut Author<'_>,
    section: &mut Section<'_, '_>,
    id: &Id,
    provenance: Provenance,
) -> Option<Vec<(Cell, Vec<Placed>)>> {
    let (_, levels) = author.require(section, "levels")?;
    let mut levels = author.reader.section(levels)?;
    let (floor, top) = (author.floor, author.top);
    let own: Vec<_> = floor.up_to(top).map(|level| (level, levels.take(DIGITS[usize::from(level.0)]))).collect();
    let last = own.iter().rev().find(|(_, value)| value.is_some()).map_or(top, |(level, _)| *level);
    let mut cells = Vec::new();
    for (level, value) in own {
        let Some(value) = value else {
            if level == floor && author.folder.scoring.levels == Levels::None {
                cells.push((Cell::empty(Kind::None), Vec::new()));
            } else if level > last {
                cells.push((Cell::empty(Kind::Same), Vec::new()));
            } else {
                let message = text!("`{level}` is missing", "缺少 `{level}`");
                let kind = if level == floor { Kind::None } else { Kind::Same };
                let help = text!(
                    "write what it says; `{level} = {{ kind = \"{kind}\" }}` where that is nothing new",
                    "请写出其内容；若没有新要求，请写 `{level} = {{ kind = \"{kind}\" }}`"
                );
                author.reader.problems.push(Problem::new(levels.span(), message).help(help));
            }
            continue;
        };
        let Some(mut cell) = author.reader.section(value) else { continue };
        cells.extend(read_cell(author, &mut cell, id, level, provenance));
        cell.close(&mut author.reader);
    }
    levels.close(&mut author.reader);
    (cells.len() > usize::from(top.0 - floor.0)).then_some(cells)
}

/// The clauses that end below a level which asks nothing: that level would be given away.
fn replaced_by_nothing(cells: &[(Cell, Vec<Placed>)], floor: Level) -> Vec<Problem> {
    let asks_nothing = |level: Level| {
        let cell = cells.get(usize::from(level.0.saturating_sub(floor.0)));
        cell.is_some_and(|(cell, _)| cell.clauses.is_empty())
    };
    let clauses = cells.iter().flat_map(|(cell, texts)| cell.clauses.iter().zip(texts));
    let ending = clauses.filter_map(|(clause, (_, place))| Some((clause.up_to?.next(), place)));
    let given_away = ending.filter(|(next, _)| asks_nothing(*next));
    given_away
        .map(|(next, place)| {
            let message = text!("level {next} asks nothing in place of this clause", "级别 {next} 没有要求接替此项");
            let help =
                text!("write what level {next} asks, or remove `up-to`", "请写出级别 {next} 的要求，或删除 `up-to`");
            Problem::new(place.clone(), message).help(help)
        })
        .collect()
}

impl Author<'_> {
    /// The clauses of a dimension that names no levels, which is allowed where the model has but one above the floor,
    /// and results have none; `None` if they are not written so.
    fn checklist(&mut self, section: &mut Section<'_, '_>, id: &Id) -> Option<Vec<Placed<Clause>>> {
        let clauses = self.may_be_checklist().then(|| self.clauses(section, id, self.top))?;
        (!clauses.is_empty()).then_some(clauses)
    }

    /// Whether dimensions need not name the only level that asks anything.
    fn may_be_checklist(&self) -> bool {
        self.top == self.floor.next() && self.folder.scoring.levels == Levels::None
    }
}

/// That a dimension of a checklist asks nothing.
fn no_clauses(span: Range<usize>) -> Problem {
    let message = text!("`clauses` is missing, or names none", "缺少 `clauses`，或其中没有要求");
    Problem::new(span, message)
        .help(text!("write what must be true, as `clauses = [\"…\"]`", "请写出须做到的事，如 `clauses = [\"…\"]`"))
}

/// The cells of a dimension that has clauses and no levels.
fn checklist(
    author: &mut Author<'_>,
    clauses: Vec<Placed<Clause>>,
    span: Range<usize>,
    provenance: Provenance,
) -> Option<Vec<(Cell, Vec<Placed>)>> {
    if let Some(refusal) = mismatch_above_floor(Kind::Adds, clauses.len(), 0) {
        return author.reader.reject(refusal.at(span));
    }
    let said = clauses.iter().map(|(clause, place)| (clause.text.clone(), place.clone())).collect();
    let cell = Cell { provenance, clauses: unplaced(clauses), ..Cell::empty(Kind::Adds) };
    Some(vec![(Cell::empty(Kind::None), Vec::new()), (cell, said)])
}

fn read_cell(
    author: &mut Author<'_>,
    section: &mut Section<'_, '_>,
    id: &Id,
    level: Level,
    provenance: Provenance,
) -> Option<(Cell, Vec<Placed>)> {
    let kind = author.kind(section);
    let provenance = author.provenance(section).unwrap_or(provenance);
    let basis = section.take("basis").and_then(|value| author.text_of(value, Role::About)).map(|(text, _)| text);
    let clauses = author.clauses(section, id, level);
    let limits = author.sentences(section, "limits");
    let mismatch = if level == author.floor { mismatch_at_floor } else { mismatch_above_floor };
    if let Some(refusal) = mismatch(kind?, clauses.len(), limits.len()) {
        return author.reader.reject(refusal.at(section.span()));
    }
    let is_completed = matches!(provenance, Provenance::Restored | Provenance::PartlyRestored);
    if is_completed != basis.is_some() {
        let message =
            text!("a completed level needs `basis`, and no other has it", "补全的级别必须写 `basis`，其他级别不应写");
        let help = if is_completed {
            text!("say in `basis` what it was completed from", "请在 `basis` 中说明补全的依据")
        } else {
            text!("remove it, or set `provenance`", "请将其删除，或设置 `provenance`")
        };
        author.findings.push(Problem::new(section.span(), message).help(help));
    }
    let said = clauses.iter().map(|(clause, place)| (clause.text.clone(), place.clone()));
    let said = said.chain(limits.iter().map(|(limit, place)| (limit.text.clone(), place.clone()))).collect();
    let (clauses, limits) = (unplaced(clauses), unplaced(limits));
    Some((Cell { kind: kind?, provenance, basis, clauses, limits }, said))
}

/// What is wrong with the lowest level, of this kind and with so many clauses and limits.
fn mismatch_at_floor(kind: Kind, clauses: usize, limits: usize) -> Option<Refusal> {
    let (message, help) = match kind {
        _ if clauses > 0 => (
            text!("the lowest level asks nothing, and has `clauses`", "最低级别不作要求，却写了 `clauses`"),
            text!(
                "write what is typical of it as `limits`, or what is asked at a higher level",
                "请把其典型表现写入 `limits`，把要求写入更高的级别"
            ),
        ),
        Kind::States if limits == 0 => (
            text!("a level that states something needs `limits` here", "此处陈述内容的级别需要写 `limits`"),
            text!(
                "write what is typical of it, or set `kind = \"none\"`",
                "请写出其典型表现，或改为 `kind = \"none\"`"
            ),
        ),
        Kind::Adds | Kind::Same => (
            text!("there is no level below the lowest one", "最低级别之下没有其他级别"),
            text!("set `kind` to `states` or `none`", "请将 `kind` 改为 `states` 或 `none`"),
        ),
        Kind::None if limits > 0 => return Some(asks_nothing_new(Kind::States)),
        Kind::States | Kind::None => return None,
    };
    Some(Refusal::new(message).help(help))
}

/// What is wrong with a level above the lowest, of this kind and with so many clauses and limits.
fn mismatch_above_floor(kind: Kind, clauses: usize, limits: usize) -> Option<Refusal> {
    let (message, help) = match kind {
        Kind::States | Kind::Adds if clauses == 0 => (
            text!("a level that states or adds something needs `clauses`", "陈述或增加内容的级别需要写 `clauses`"),
            text!("write what must be true, or set `kind = \"same\"`", "请写出要求，或改为 `kind = \"same\"`"),
        ),
        Kind::Same | Kind::None if clauses + limits > 0 => return Some(asks_nothing_new(Kind::Adds)),
        _ if clauses > MOST_CLAUSES => (
            text!("{clauses} clauses; {MOST_CLAUSES} are allowed", "{clauses} 条要求，最多 {MOST_CLAUSES} 条"),
            text!("put some of them in another dimension", "请把其中一部分移到另一个维度"),
        ),
        _ => return None,
    };
    Some(Refusal::new(message).help(help))
}

/// A level has clauses or limits that its kind has no place for; a level with them is of the kind `asking`.
fn asks_nothing_new(asking: Kind) -> Refusal {
    let message =
        text!("a level that asks nothing new has no clauses and no limits", "没有新要求的级别不应写 clauses 或 limits");
    Refusal::new(message)
        .help(text!("remove them, or set `kind = \"{asking}\"`", "请将其删除，或改为 `kind = \"{asking}\"`"))
}

/// The keys of levels: digits, since a model has at most nine levels from a floor of 0 or 1.
const DIGITS: [&str; 10] = ["0", "1", "2", "3", "4", "5", "6", "7", "8", "9"];
