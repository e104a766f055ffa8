//! A dimension, and what each level of it says.

use std::borrow::Cow;
use std::fmt;

use serde::{Deserialize, Serialize};

use super::{Cells, Clause, ClauseId, Id, Level, List, Sentence};
use crate::lang::Text;

/// What one question asks about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Dimension {
    /// Its id.
    pub id: Id,
    /// Its place among all dimensions of the model, from 0: see [`Model::number_dimensions`].
    ///
    /// [`Model::number_dimensions`]: super::Model::number_dimensions
    pub place: usize,
    /// What people call it.
    pub name: Text,
    /// The question put to a team.
    pub question: Sentence,
    /// Where its levels come from.
    pub source: Option<Text>,
    /// How much it counts in means; 1 or more.
    pub weight: u32,
    /// What another framework calls it, unlike everything else in the model.
    pub reference: Option<Cow<'static, str>>,
    /// Whether its answer tells most about the others of its sub-domain: of exactly one in each.
    pub telling: bool,
    /// What each level says, from the floor up; one cell per level of the model. Those above its last are empty.
    pub cells: Cells,
}

impl Dimension {
    /// The level of the first cell: the model's floor.
    #[must_use]
    pub fn floor(&self) -> Level {
        self.cells.floor()
    }

    /// The level of the last cell.
    #[must_use]
    pub fn top(&self) -> Level {
        let above = u8::try_from(self.cells.len().saturating_sub(1)).unwrap_or(u8::MAX);
        Level(self.floor().0.saturating_add(above))
    }

    /// What a level says; `None` for a level that the model does not have.
    #[must_use]
    pub fn cell(&self, level: Level) -> Option<&Cell> {
        self.cells.get(usize::from(level.0.checked_sub(self.floor().0)?))
    }

    /// What must be true for a level, apart from what other levels ask.
    #[must_use]
    pub fn clauses(&self, level: Level) -> &[Clause] {
        self.cell(level).map_or(&[], |cell| &cell.clauses)
    }

    /// Every clause above the floor with its place, lowest level first.
    pub fn all_clauses(&self) -> impl Iterator<Item = (ClauseId, &Clause)> {
        let floor = self.floor();
        let levels = self.cells.iter().enumerate();
        levels.flat_map(move |(above, cell)| {
            let level = Level(floor.0.saturating_add(u8::try_from(above).unwrap_or(u8::MAX)));
            let numbers = 1..=u8::MAX;
            numbers.zip(cell.clauses.iter()).map(move |(number, clause)| (ClauseId { level, number }, clause))
        })
    }

    /// A clause, if there is one of that number.
    #[must_use]
    pub fn clause(&self, id: ClauseId) -> Option<&Clause> {
        self.clauses(id.level).get(usize::from(id.number.checked_sub(1)?))
    }

    /// The highest level up to `level` whose cell replaces what lower ones ask; the floor where none does.
    #[must_use]
    pub fn last_stating(&self, level: Level) -> Level {
        self.floor().up_to(level).rev().find(|level| self.states(*level)).unwrap_or(self.floor())
    }

    /// Whether a level replaces what lower ones ask.
    #[must_use]
    pub fn states(&self, level: Level) -> bool {
        self.cell(level).is_some_and(|cell| cell.kind == Kind::States && !cell.clauses.is_empty())
    }
}

/// One level of a dimension.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cell {
    /// How it stands to the levels below.
    pub kind: Kind,
    /// Where its substance comes from.
    pub provenance: Provenance,
    /// For a cell that was completed: what was missing, and what it was completed from.
    pub basis: Option<Text>,
    /// What must be true; empty on the floor.
    pub clauses: List<Clause>,
    /// Weaknesses typical of this level, asked of nobody.
    pub limits: List<Sentence>,
}

impl Cell {
    /// A cell in which nothing is written.
    #[must_use]
    pub(super) fn empty(kind: Kind) -> Self {
        let (clauses, limits) = (List::Borrowed(&[]), List::Borrowed(&[]));
        Self { kind, provenance: Provenance::Project, basis: None, clauses, limits }
    }
}

/// How a cell stands to the cells below it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Kind {
    /// Its clauses replace what lower cells asked.
    States,
    /// Everything below, and more.
    Adds,
    /// Nothing new over the level below.
    Same,
    /// Nothing is asked.
    None,
}

impl fmt::Display for Kind {
    /// The word for it in files and JSON.
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.serialize(out)
    }
}

/// Where the substance of a cell comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Provenance {
    /// The standard says it.
    Standard,
    /// The public text of the standard breaks off; the missing part was completed.
    PartlyRestored,
    /// The public text of the standard lacks the cell; it was completed.
    Restored,
    /// The author's own, grounded in the sources named for the dimension.
    Project,
}

impl fmt::Display for Provenance {
    /// The word for it in files and JSON.
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.serialize(out)
    }
}
