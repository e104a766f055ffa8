//! What a questionnaire says of itself beside its questions: each a label, and what it names in the cell after it.

use super::cell::{Cell, CellProblem, Place, Sheet};
use super::question_table::QuestionTable;
use super::value::{day, no_day, no_text, unfit};
use crate::answers::Date;
use crate::full_width::narrowed;
use crate::lang::Text;
use crate::problem::Refusal;

/// The label of a cell that says something of the whole questionnaire.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Label {
    /// The id and version of the model, `devops 1.1`.
    Model,
    /// The ids of the areas that are assessed.
    Areas,
    /// Who fills it in.
    Name,
    /// The team that it is about.
    Team,
    /// The day of the answers that it was filled in with.
    Date,
}

impl Label {
    const ALL: [Self; 5] = [Self::Model, Self::Areas, Self::Name, Self::Team, Self::Date];

    /// How it is written.
    #[must_use]
    pub fn name(self) -> Text {
        match self {
            Self::Model => text!("Model and version", "模型与版本"),
            Self::Areas => text!("Areas assessed", "评估的领域"),
            Self::Name => text!("Your name", "姓名"),
            Self::Team => text!("Your team", "所属团队"),
            Self::Date => text!("Date of the answers", "答案日期"),
        }
    }

    /// The label with this name in either language.
    #[must_use]
    fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|label| {
            let Text { en, zh, .. } = label.name();
            [en, zh].iter().any(|own| own == name)
        })
    }
}

/// What the labels of a questionnaire name.
#[derive(Debug, Default)]
pub(super) struct Head<'s> {
    /// The model and its version, with what the cell is called.
    pub model: Option<(String, &'s str)>,
    pub areas: Option<(Place, Vec<String>)>,
    pub name: Option<(Place, &'s str)>,
    pub team: Option<(Place, &'s str)>,
    pub date: Option<(Place, Date)>,
    /// What is wrong with these cells.
    pub problems: Vec<(Place, CellProblem)>,
    /// What the cells of the areas are called, which may stand on another sheet.
    called: Vec<(Place, String)>,
}

impl Head<'_> {
    /// What a cell is called if it is one of these.
    pub fn called(&self, place: Place) -> Option<&str> {
        self.called.iter().find(|(other, _)| *other == place).map(|(_, called)| called.as_str())
    }
}

/// Reads the labels: above the questions; what is not there, of the model alone, on the other sheets.
pub(super) fn head<'s>(sheets: &'s [Sheet], table: &QuestionTable<'s>) -> Head<'s> {
    let mut head = Head::default();
    let above = labels(table.sheet, table.header);
    for &Labeled { label, place, cell } in &above {
        head.called.push((place, table.sheet.called(place)));
        let read = match (label, cell) {
            (_, None) => Ok(()),
            (Label::Date, Some(cell)) => date(cell).map(|day| head.date = head.date.or(Some((place, day)))),
            (_, Some(cell)) => words(cell).map(|words| match label {
                Label::Areas => head.areas = head.areas.take().or_else(|| Some((place, areas(words)))),
                Label::Name => head.name = head.name.or(Some((place, words))),
                Label::Team => head.team = head.team.or(Some((place, words))),
                Label::Model | Label::Date => {}
            }),
        };
        if let Err(refusal) = read {
            head.problems.push((place, CellProblem::new(table.sheet.called(place), refusal)));
        }
    }
    let elsewhere = sheets.iter().flat_map(|sheet| models(sheet, labels(sheet, u32::MAX)));
    let mut named = models(table.sheet, above).chain(elsewhere).peekable();
    let first = named.peek().cloned();
    head.model = named.find(|(_, said)| !said.is_empty()).or(first);
    head
}

/// A label, and the next cell that is filled; `None` where that is another label or nothing.
struct Labeled<'s> {
    label: Label,
    /// Where the cell is, or would be.
    place: Place,
    cell: Option<&'s Cell>,
}

/// The labels in the rows before one.
fn labels(sheet: &Sheet, before: u32) -> Vec<Labeled<'_>> {
    let mut labels = Vec::new();
    for (row, cells) in sheet.rows().take_while(|(row, _)| *row < before) {
        for (at, (column, label)) in cells.iter().enumerate() {
            let Some(label) = label.text().and_then(Label::named) else { continue };
            let next = cells.get(at + 1).filter(|(_, cell)| cell.text().and_then(Label::named).is_none());
            let place = (row, next.map_or(column + 1, |(column, _)| *column));
            labels.push(Labeled { label, place, cell: next.map(|(_, cell)| *cell).filter(|cell| !cell.is_blank()) });
        }
    }
    labels
}

/// What labels of a sheet name as the model and its version, with what the cell is called; empty where it holds no text.
fn models<'s>(sheet: &'s Sheet, labels: Vec<Labeled<'s>>) -> impl Iterator<Item = (String, &'s str)> {
    let named = labels.into_iter().filter(|it| it.label == Label::Model);
    named.map(|it| (sheet.called(it.place), it.cell.and_then(Cell::text).unwrap_or_default()))
}

fn words(cell: &Cell) -> Result<&str, Refusal> {
    cell.text().ok_or_else(|| unfit(cell).unwrap_or_else(no_text))
}

fn date(cell: &Cell) -> Result<Date, Refusal> {
    match cell {
        Cell::Day(Some(day)) => Ok(*day),
        Cell::Text(text) => day(&narrowed(text.trim())),
        Cell::Number(number) => Err(no_day(*number)),
        cell => Err(unfit(cell).unwrap_or_else(|| no_day(0.0))),
    }
}

fn areas(text: &str) -> Vec<String> {
    let words = text.split([',', '，', '、', ' ']).map(str::trim).filter(|word| !word.is_empty());
    words.map(str::to_owned).collect()
}
