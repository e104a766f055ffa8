//! What a questionnaire says as an answers file would say it, so that it is read by the same rules, with the cell of each
//! piece, so that a problem is told where people see it.

use std::ops::Range;

use super::cell::Place;
use crate::answers::edit::{Wish, key};
use crate::model::Id;

/// A text with the cells that its pieces come from.
#[derive(Debug, Default)]
pub(super) struct LocatedText {
    pub text: String,
    pieces: Vec<(Range<usize>, Place)>,
}

impl LocatedText {
    /// Adds what comes from no cell.
    pub fn push(&mut self, text: &str) {
        self.text.push_str(text);
    }

    /// Adds what comes from a cell.
    pub fn push_from(&mut self, place: Place, text: &str) {
        let start = self.text.len();
        self.text.push_str(text);
        self.pieces.push((start..self.text.len(), place));
    }

    /// Adds `key = value` on a line of its own, which comes from a cell.
    pub fn line(&mut self, place: Place, key: &str, wish: &Wish) {
        self.push_from(place, &format!("{key} = {}", wish.to_toml()));
        self.push("\n");
    }

    /// Adds an answer: all of its fields on one line, each from its own cell, the rest from that of the id.
    pub fn answer(&mut self, id: &Id, place: Place, fields: &[(Place, &'static str, Wish)]) {
        let keys: Vec<_> = id.as_str().split('.').map(key).collect();
        self.push_from(place, &format!("{} = {{ ", keys.join(".")));
        for (at, (place, name, wish)) in fields.iter().enumerate() {
            if at > 0 {
                self.push(", ");
            }
            self.push_from(*place, &format!("{name} = {}", wish.to_toml()));
        }
        self.push_from(place, " }");
        self.push("\n");
    }

    /// The cell that a place of the text comes from.
    pub fn cell_at(&self, offset: usize) -> Option<Place> {
        let piece = self.pieces.partition_point(|(piece, _)| piece.end <= offset);
        self.pieces.get(piece).map(|(_, place)| *place)
    }
}
