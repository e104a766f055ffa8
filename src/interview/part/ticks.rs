//! What becomes of the boxes themselves.

use crate::interview::mode::Part;
use crate::model::counting::Scoring;
use crate::model::{Clause, ClauseId};

impl Part {
    /// Whether no clause is met, in full or in part.
    pub(super) fn names_nothing(&self) -> bool {
        self.met.is_empty() && self.degrees.is_empty()
    }

    /// Puts the cursor at a box.
    pub(super) fn move_to(&mut self, place: usize) {
        self.typed.clear();
        self.cursor = place;
    }

    /// Goes some degrees up or down with the clause at the cursor; nothing in a model without degrees.
    pub(super) fn change_degree(&mut self, boxes: &[(ClauseId, &Clause)], scoring: &Scoring, by: isize) {
        let (Some((id, _)), Some(last)) = (boxes.get(self.cursor), scoring.degrees.len().checked_sub(1)) else {
            return;
        };
        let now = match self.degrees.get(id) {
            _ if self.met.contains(id) => last,
            Some(met) => scoring.degrees.iter().position(|degree| degree.id == met.id).unwrap_or_default(),
            None => 0,
        };
        let next = now.saturating_add_signed(by).min(last);
        self.met.remove(*id);
        self.degrees.remove(id);
        self.except.remove(id);
        if next == last {
            self.met.insert(*id);
        } else if next > 0 {
            self.degrees.insert(*id, (&scoring.degrees[next]).into());
        }
    }

    /// Ticks the box at the cursor, or takes its tick away.
    pub(super) fn toggle(&mut self, boxes: &[(ClauseId, &Clause)]) {
        if let Some((id, _)) = boxes.get(self.cursor)
            && !self.met.remove(*id)
        {
            self.except.remove(id);
            self.degrees.remove(id);
            self.met.insert(*id);
        }
    }
}
