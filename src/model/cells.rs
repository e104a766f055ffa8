//! What the levels of a dimension say, and what follows from that for every answer: worked out once, when it is made.

use std::borrow::Cow;
use std::mem;
use std::ops::Deref;

use super::{Cell, Clause, Kind, Level, LevelSet, List};

/// What each level of a dimension says, from its floor up.
///
/// Most answers claim a level and say nothing of single clauses. What they come to depends on the model alone, so that it
/// is known before anybody answers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cells {
    list: List<Cell>,
    floor: Level,
    asking: LevelSet,
    /// For every level, from 0 on, what claiming it comes to.
    reached: [Level; 10],
}

impl Cells {
    /// The cells of a dimension, one for each level from `floor` up.
    #[must_use]
    pub const fn new(floor: Level, list: List<Cell>) -> Self {
        let (mut asking, mut reached) = (LevelSet::NONE, [Level(0); 10]);
        let cells = slice(&list);
        let mut at = 0;
        while at < cells.len() {
            if !slice(&cells[at].clauses).is_empty() {
                asking = asking.with(level_at(floor, at));
            }
            at += 1;
        }
        let mut claimed = 0;
        while claimed < reached.len() {
            reached[claimed] = reached_from(cells, floor, level_at(Level(0), claimed));
            claimed += 1;
        }
        Self { list, floor, asking, reached }
    }

    /// The level of the first cell.
    #[must_use]
    pub fn floor(&self) -> Level {
        self.floor
    }

    /// The levels that ask something.
    #[must_use]
    pub fn asking(&self) -> LevelSet {
        self.asking
    }

    /// The level that claiming `claimed` comes to where no clause is named and none excepted: the highest one from there on
    /// for which nothing more is needed.
    #[must_use]
    pub fn reached_from(&self, claimed: Level) -> Level {
        self.reached.get(usize::from(claimed.0)).copied().unwrap_or(claimed)
    }

    /// The highest level for which a clause of a level is asked, where none replaces it; 0 for a level that asks nothing.
    #[must_use]
    pub fn asked_up_to(&self, level: Level) -> Level {
        let cell = level.0.checked_sub(self.floor.0).and_then(|above| self.list.get(usize::from(above)));
        cell.map_or(Level(0), |cell| last_asked(&cell.clauses, level_at(self.floor, self.list.len().saturating_sub(1))))
    }

    /// Changes what the levels say; gives what `change` does.
    pub fn change<T>(&mut self, change: impl FnOnce(&mut Vec<Cell>) -> T) -> T {
        let mut list = mem::take(&mut self.list);
        let done = change(list.to_mut());
        *self = Self::new(self.floor, list);
        done
    }
}

impl Deref for Cells {
    type Target = [Cell];

    fn deref(&self) -> &[Cell] {
        &self.list
    }
}

const fn reached_from(cells: &[Cell], floor: Level, claimed: Level) -> Level {
    let top = level_at(floor, cells.len().saturating_sub(1));
    let mut reached = claimed;
    // The highest level up to which a clause above the claim is asked; 0 if there is none.
    let mut lacks_up_to = 0;
    let mut at = 0;
    while at < cells.len() {
        let level = level_at(floor, at);
        let clauses = slice(&cells[at].clauses);
        if level.0 > claimed.0 {
            if !clauses.is_empty() {
                let last = last_asked(clauses, top).0;
                let replaces = matches!(cells[at].kind, Kind::States);
                lacks_up_to = if replaces || last > lacks_up_to { last } else { lacks_up_to };
            }
            if lacks_up_to < level.0 {
                reached = level;
            }
        }
        at += 1;
    }
    reached
}

/// The highest level for which any of these clauses is asked, at most the `top`.
const fn last_asked(clauses: &[Clause], top: Level) -> Level {
    let (mut last, mut at) = (Level(0), 0);
    while at < clauses.len() {
        match clauses[at].up_to {
            None => return top,
            Some(level) if level.0 > last.0 => last = level,
            Some(_) => {}
        }
        at += 1;
    }
    last
}

/// The level so many above another one.
#[expect(clippy::cast_possible_truncation, reason = "a model has ten levels at most; `u8::try_from` is not const")]
const fn level_at(floor: Level, above: usize) -> Level {
    Level(floor.0.saturating_add(if above < 256 { above as u8 } else { u8::MAX }))
}

const fn slice<T: Clone>(list: &List<T>) -> &[T] {
    match list {
        Cow::Borrowed(list) => list,
        Cow::Owned(list) => list.as_slice(),
    }
}
