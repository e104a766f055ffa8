//! A level drawn as a row of dots, one for each level of the model, as wide for every node.

use crate::answers::Grade;
use crate::model::Model;
use crate::report::kit::style::Drawing;
use crate::scoring::{Scored, State};

/// The signs of a drawing.
pub(in crate::report) struct Signs {
    pub reached: char,
    pub partly: char,
    /// Reached as far as it is answered; what is open may lower it.
    pub open: char,
    pub missing: char,
}

impl Signs {
    pub(in crate::report) fn of(drawing: Drawing) -> Self {
        match drawing {
            Drawing::Drawn => Self { reached: '●', partly: '◐', open: '◎', missing: '○' },
            Drawing::Plain => Self { reached: '#', partly: '+', open: '?', missing: '.' },
        }
    }
}

/// One sign a level, from the floor up; blank where nothing applies.
pub(in crate::report) fn dots(model: &Model, scored: &Scored<'_>, drawing: Drawing) -> String {
    let signs = Signs::of(drawing);
    let sign = |level| match scored.grade {
        _ if scored.state == State::NotApplicable => ' ',
        _ if scored.level.is_some() && scored.worst >= Some(level) => signs.reached,
        _ if scored.level >= Some(level) => signs.open,
        Some(Grade::PartOf(part)) if part == level => signs.partly,
        _ => signs.missing,
    };
    model.all_levels().map(sign).collect()
}
