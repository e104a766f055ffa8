//! Clauses that are not asked of a team.

use super::{Answer, Claim, Clauses, Date};
use crate::lang::Text;
use crate::model::{ClauseId, Dimension, Level};

/// Why a clause is not asked of a team.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Exception {
    /// Why not.
    pub reason: String,
    /// The last day on which that is accepted; `None` for as long as the answer stands.
    pub until: Option<Date>,
}

impl Exception {
    /// Whether `day` is past the last day on which it is accepted.
    #[must_use]
    pub fn is_expired(&self, day: Date) -> bool {
        self.until.is_some_and(|until| until < day)
    }
}

/// `2 clauses excepted`; `None` if there are none.
#[must_use]
pub fn excepted(count: usize) -> Option<Text> {
    match count {
        0 => None,
        1 => Some(text!("1 clause excepted", "1 条要求例外")),
        _ => Some(text!("{count} clauses excepted", "{count} 条要求例外")),
    }
}

impl Answer {
    /// An answer that says this alone.
    #[must_use]
    pub fn of(claim: Claim) -> Self {
        Self { claim: Some(claim), ..Self::default() }
    }

    /// Whether anything is said beside where it stands.
    #[must_use]
    pub fn says_something(&self) -> bool {
        let is_more = !self.except.is_empty() || !self.evidence.is_empty();
        is_more || self.claim.is_some() || self.note.is_some()
    }

    /// Whether a clause is not asked of this team.
    #[must_use]
    pub fn excepts(&self, clause: ClauseId) -> bool {
        !self.except.is_empty() && self.except.contains_key(&clause)
    }

    /// Whether a clause is met: it lies within the level claimed in full or is named above it, and is not excepted.
    #[must_use]
    pub fn meets(&self, clause: ClauseId) -> bool {
        self.names(clause)
            || self.claim.as_ref().and_then(Claim::level).is_some_and(|level| clause.level <= level)
                && !self.excepts(clause)
    }

    /// How many clauses of a level are asked: those that are not excepted.
    #[must_use]
    pub fn count_asked(&self, dimension: &Dimension, level: Level) -> usize {
        let all = dimension.clauses(level).len();
        if self.except.is_empty() {
            return all;
        }
        let excepted = self.except.keys().filter(|id| id.level == level && dimension.clause(**id).is_some());
        all - excepted.count()
    }

    /// Asks the clauses of some exceptions again.
    ///
    /// They were never met. So where one lies within the level claimed, the claim is said anew without it: the level
    /// below it, and every other clause above that by name.
    pub(super) fn ask_again(&mut self, dimension: &Dimension, is_asked: impl Fn(&Exception) -> bool) {
        let asked: Clauses = self.except.iter().filter(|(_, it)| is_asked(it)).map(|(id, _)| *id).collect();
        self.except.retain(|id, _| !asked.contains(id));
        let Some(claimed) = self.claim.as_ref().and_then(Claim::level) else { return };
        let lowest = asked.iter().map(|id| id.level).filter(|level| *level <= claimed).min();
        let Some(below) = lowest.and_then(|level| level.0.checked_sub(1)).map(Level) else { return };
        let others = dimension.all_clauses().map(|(id, _)| id).filter(|id| id.level > below);
        let met = others.filter(|id| self.meets(*id) && !asked.contains(id)).collect();
        self.claim = Some(Claim::Level { level: below, met });
    }
}
