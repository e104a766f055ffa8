//! The signs that documents draw with, and what stands for each where nothing is drawn: one table, chosen as a text is
//! composed, so that what people wrote is never rewritten.

use crate::answers::Grade;
use crate::model::Model;
use crate::scoring::{Scored, State};

/// The signs of a drawing.
#[derive(Debug)]
pub(in crate::report) struct Signs {
    /// From what was to what is.
    pub arrow: &'static str,
    /// Between the names down to a node, blanks included.
    pub path: &'static str,
    /// Between the parts of a heading, blanks included.
    pub separator: &'static str,
    /// Between the ends of a range.
    pub range: &'static str,
    /// In place of a number that is not there.
    pub none: &'static str,
    /// Before an entry of a list.
    pub bullet: &'static str,
    /// Before what belongs to the line above.
    pub below: &'static str,
    /// Before what fails, and what is only warned of.
    pub failed: &'static str,
    pub warned: &'static str,
    /// Before a clause that is met, and one that is not.
    pub met: &'static str,
    pub unmet: &'static str,
    /// Before what is chosen.
    pub pointer: &'static str,
    /// The keys that choose.
    pub up_and_down: &'static str,
    /// The key that goes on to what is below.
    pub down: &'static str,
    /// A level in a row of dots: reached, partly reached, reached as far as it is answered, not reached, and a level of
    /// what nobody has answered.
    pub reached: char,
    pub partly: char,
    pub open: char,
    pub missing: char,
    pub unanswered: char,
}

/// Where signs may be drawn.
pub(in crate::report) const DRAWN: Signs = Signs {
    arrow: "→",
    path: " › ",
    separator: " · ",
    range: "–",
    none: "–",
    bullet: "·",
    below: "↳",
    failed: "✗",
    warned: "!",
    met: "✓",
    unmet: " ",
    pointer: "❯",
    up_and_down: "↑ ↓",
    down: "↓",
    reached: '●',
    partly: '◐',
    open: '◎',
    missing: '○',
    unanswered: '·',
};

/// ASCII alone, as a screen reader says it.
pub(in crate::report) const PLAIN: Signs = Signs {
    arrow: "->",
    path: " > ",
    separator: ", ",
    range: "-",
    none: "-",
    bullet: "-",
    below: "-",
    failed: "-",
    warned: "-",
    met: "[x]",
    unmet: "[ ]",
    pointer: ">",
    up_and_down: "k j",
    down: "j",
    reached: '#',
    partly: '+',
    open: '?',
    missing: '.',
    unanswered: '_',
};

impl Signs {
    /// Digits or keys that the library wrote with the signs of [`DRAWN`]; never what holds words of people.
    pub(in crate::report) fn spell(&self, own: &str) -> String {
        let signs = [(DRAWN.range, self.range), (DRAWN.up_and_down, self.up_and_down)];
        signs.into_iter().fold(own.to_owned(), |text, (drawn, sign)| text.replace(drawn, sign))
    }
}

/// A level as a row of dots, one for each level of the model from the floor up; blank if the node does not apply.
pub(in crate::report) fn dots(model: &Model, scored: &Scored<'_>, signs: &Signs) -> String {
    let sign = |level| match scored.grade {
        _ if scored.state == State::NotApplicable => ' ',
        _ if scored.level.is_none() => signs.unanswered,
        _ if scored.worst >= Some(level) => signs.reached,
        _ if scored.level >= Some(level) => signs.open,
        Some(Grade::PartOf(part)) if part == level => signs.partly,
        _ => signs.missing,
    };
    let mut dots = String::with_capacity(model.all_levels().count() * signs.reached.len_utf8());
    dots.extend(model.all_levels().map(sign));
    dots
}
