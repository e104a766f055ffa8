//! What a questionnaire says of itself beside its questions: each a label, and what it names in the cell after it.

use super::cell::{Place, Sheet};
use super::found::Found;
use crate::lang::Text;

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
}

impl Label {
    const ALL: [Self; 4] = [Self::Model, Self::Areas, Self::Name, Self::Team];

    /// How it is written.
    #[must_use]
    pub fn name(self) -> Text {
        match self {
            Self::Model => text!("Model and version", "模型与版本"),
            Self::Areas => text!("Areas assessed", "评估的领域"),
            Self::Name => text!("Your name", "姓名"),
            Self::Team => text!("Your team", "所属团队"),
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
pub(super) fn head<'s>(sheets: &'s [Sheet], found: &Found<'s>) -> Head<'s> {
    let mut head = Head::default();
    for (label, place, value) in labels(found.sheet, found.header) {
        let called = found.sheet.called(place);
        match label {
            Label::Model => head.model = head.model.or_else(|| Some((called.clone(), value))),
            Label::Areas => head.areas = head.areas.or_else(|| Some((place, areas(value)))),
            Label::Name => head.name = head.name.or(Some((place, value))),
            Label::Team => head.team = head.team.or(Some((place, value))),
        }
        head.called.push((place, called));
    }
    let models = sheets.iter().flat_map(|sheet| {
        let named = labels(sheet, u32::MAX).into_iter().filter(|(label, ..)| *label == Label::Model);
        named.map(move |(_, place, value)| (sheet.called(place), value))
    });
    head.model = head.model.or_else(|| models.into_iter().next());
    head
}

/// The labels in the rows before one, each with what stands in the next cell that is filled.
fn labels(sheet: &Sheet, before: u32) -> Vec<(Label, Place, &str)> {
    let mut labels = Vec::new();
    for (row, cells) in sheet.rows().take_while(|(row, _)| *row < before) {
        for pair in cells.windows(2) {
            let [(_, label), (column, value)] = pair else { continue };
            let label = label.text().and_then(Label::named);
            let value = value.text().filter(|value| Label::named(value).is_none());
            labels.extend(label.zip(value).map(|(label, value)| (label, (row, *column), value)));
        }
    }
    labels
}

fn areas(text: &str) -> Vec<String> {
    let words = text.split([',', '，', '、', ' ']).map(str::trim).filter(|word| !word.is_empty());
    words.map(str::to_owned).collect()
}
