//! A questionnaire to fill in without this program: one row a question, and a sheet that explains.

mod explanation;
mod page;

use super::sheet::{Alert, Choices, Column, Entry as Layout, Kind as Look, Part, Piece, Row, Sheet, Value, Weight};
use super::workbook::Workbook;
use crate::answers::Answer;
use crate::answers::questionnaire::{Entry, Field, Label, choices};
use crate::lang::{Lang, Text};
use crate::model::{Dimension, Group, Kind, Level};
use crate::report::form::Form;
use crate::report::kit::{kinds, words};
use crate::text::one_line;
use page::FormSheets;

/// The bytes of an `.xlsx` file; the same questions and answers give the same bytes.
///
/// # Errors
///
/// More rows than a sheet can have, which takes a model far beyond any known one.
pub fn form(form: &Form<'_>, lang: Lang) -> Result<Vec<u8>, Text> {
    let form = &FormSheets { model: form.model, answers: form.answers, lang, asked: form.parts() };
    let name = one_line(form.model.name.get(form.lang));
    let title = text!("Questionnaire: {name}", "问卷：{name}").into_string(form.lang);
    let workbook = Workbook {
        day: form.answers.assessment.date,
        lang: form.lang,
        shades: Vec::new(),
        sheets: vec![questions(form, &title), explanation::sheet(form)],
        title,
    };
    workbook.bytes()
}

/// The sheet to fill in.
fn questions(form: &FormSheets<'_>, title: &str) -> Sheet {
    let (model, lang) = (form.model, form.lang);
    let levels = form.levels();
    let columns = columns(form, &levels);
    // The id and the names, then the question and the answer.
    let answer = form.storeys().len() + 2;
    let header = Row::Header(columns.iter().map(|(name, _)| name.clone()).collect());
    let mut rows = vec![Row::Title(title.to_owned()), hint(lang), head(form, answer), header];
    rows.extend(form.questions().map(|(sub_domain, dimension)| row(form, &levels, sub_domain, dimension)));
    let words = choices(model, !form.answers.given.is_empty(), lang);
    let refusal = Some(alert(&words, lang));
    Sheet {
        name: text!("Answers", "答案").into_string(lang),
        columns: columns.into_iter().map(|(_, column)| column).collect(),
        rows,
        choices: vec![Choices { column: answer, words, refusal }],
        entry: Some(Layout { in_view: answer + 1 }),
    }
}

fn columns(form: &FormSheets<'_>, levels: &[Level]) -> Vec<(String, Column)> {
    let (model, lang) = (form.model, form.lang);
    let column = |name: Text, kind, most| (name.into_string(lang), Column { kind, most });
    let mut columns = vec![column(Field::Id.name(), Look::Quiet, 7)];
    let most = |storey| if storey == 1 { 11 } else { 15 };
    let above = form.storeys().into_iter();
    columns.extend(above.map(|storey| column(kinds::heading(model, storey), Look::Words, most(storey))));
    columns.push(column(text!("Question", "问题"), Look::Ruled, 34));
    columns.push(column(Field::Answer.name(), Look::Entry, 8));
    let level = Column { kind: Look::Ruled, most: 32 };
    columns.extend(levels.iter().map(|level_of| (words::named_level(model, *level_of, lang), level)));
    columns.extend(Field::beside_answer(model).map(|field| match field {
        Field::Until => column(field.name(), Look::EntryDay, 11),
        Field::Met => column(field.name(), Look::Entry, 14),
        Field::Degrees => column(field.name(), Look::Entry, 18),
        Field::Reason => column(field.name(), Look::Entry, 24),
        _ => column(field.name(), Look::Entry, 30),
    }));
    columns
}

fn hint(lang: Lang) -> Row {
    let words = text!(
        "Choose an answer where you know one, in the yellow column; leave the others empty. The second sheet explains.",
        "请在黄色的答案列中选择答案，不清楚的留空；填写方法见第二张工作表。"
    );
    Row::Pieces(vec![Piece { column: 0, words: words.into_string(lang), part: Part::Fixed }])
}

/// Who fills it in, and what it is to: the label of each before the cell that it names.
fn head(form: &FormSheets<'_>, answer: usize) -> Row {
    let about = &form.answers.assessment;
    let areas = about.scope.as_ref().map(|scope| scope.iter().map(ToString::to_string).collect::<Vec<_>>().join(", "));
    // A file in which nothing is answered is as old as its first answers.
    let date = about.date.filter(|_| !form.answers.given.is_empty()).map(|date| date.to_string());
    let name = about.assessors.first().filter(|_| about.assessors.len() == 1);
    let fields = [
        (Label::Name, name.cloned(), Part::Entry),
        (Label::Team, about.team.clone(), Part::Entry),
        (Label::Model, Some(form.version()), Part::Fixed),
        (Label::Areas, areas, Part::Fixed),
        (Label::Date, date, Part::Fixed),
    ];
    let mut pieces = Vec::new();
    let first = u16::try_from(answer).unwrap_or(u16::MAX).saturating_sub(2);
    for (at, (label, value, part)) in (first..).step_by(2).zip(fields) {
        if part == Part::Fixed && value.is_none() {
            continue;
        }
        let name = label.name().into_string(form.lang);
        pieces.push(Piece { column: at, words: name, part: Part::Label });
        pieces.push(Piece { column: at + 1, words: one_line(&value.unwrap_or_default()).into_owned(), part });
    }
    Row::Pieces(pieces)
}

fn row(form: &FormSheets<'_>, levels: &[Level], sub_domain: &Group, dimension: &Dimension) -> Row {
    let (model, lang) = (form.model, form.lang);
    let path = model.path(&sub_domain.id);
    let above = form.storeys().into_iter().filter_map(|storey| path.get(storey - 1));
    let (name, question) = (one_line(dimension.name.get(lang)), one_line(dimension.question.text.get(lang)));
    let none = Answer::default();
    let entry = Entry::of(form.answers.given.of(dimension).unwrap_or(&none), dimension, model, lang);
    let filled = |field: Field| match (field, entry.until) {
        (Field::Until, Some(day)) => Value::Day(day),
        _ if entry.text(field).is_empty() => Value::Blank,
        _ => Value::Text(entry.text(field).to_owned()),
    };
    let mut cells = vec![Value::Text(dimension.id.to_string())];
    cells.extend(above.map(|node| Value::line(node.name().get(lang))));
    cells.extend([Value::Text(format!("{name}\n{question}")), filled(Field::Answer)]);
    cells.extend(levels.iter().map(|level| Value::Text(sentences(form, dimension, *level).join("\n"))));
    cells.extend(Field::beside_answer(model).map(filled));
    Row::Cells(Weight::Normal, cells)
}

/// What a level says: how it stands to those before it where it does not add to them, its clauses by their numbers, then
/// what is asked of nobody.
fn sentences(form: &FormSheets<'_>, dimension: &Dimension, level: Level) -> Vec<String> {
    let (model, lang) = (form.model, form.lang);
    let Some(cell) = dimension.cell(level) else { return Vec::new() };
    let clauses = (1..).zip(cell.clauses.iter());
    let clauses = clauses.map(|(number, clause)| format!("{level}.{number} {}", one_line(clause.text.get(lang))));
    let limits = cell.limits.iter().map(|limit| format!("· {}", one_line(limit.text.get(lang))));
    let is_plain = cell.kind == Kind::Adds || level == model.floor;
    let relation = words::relation(model, level, cell.kind).filter(|_| model.scoring.has_levels() && !is_plain);
    let relation = relation.map(|Text { en, zh, .. }| text!("({en})", "（{zh}）").into_string(lang));
    relation.into_iter().chain(clauses).chain(limits).collect()
}

fn alert(words: &[String], lang: Lang) -> Alert {
    let listed = words::list(words, lang);
    Alert {
        title: text!("Not an answer", "不是答案").into_string(lang),
        message: text!("Choose one of: {listed}", "请选择：{listed}").into_string(lang),
    }
}
