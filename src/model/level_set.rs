//! A set of levels.

use super::Level;

/// A set of levels, each a bit of one number: a model has ten at most.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct LevelSet(u16);

impl LevelSet {
    /// No level.
    pub const NONE: Self = Self(0);

    /// One level alone.
    #[must_use]
    pub const fn only(level: Level) -> Self {
        if level.0 < 16 { Self(1 << level.0) } else { Self::NONE }
    }

    /// Whether a level is one of them.
    #[must_use]
    pub const fn contains(self, level: Level) -> bool {
        self.0 & Self::only(level).0 != 0
    }

    /// With one more.
    #[must_use]
    pub const fn with(self, level: Level) -> Self {
        self.union(Self::only(level))
    }

    /// Those that another set does not have.
    #[must_use]
    pub const fn except(self, other: Self) -> Self {
        Self(self.0 & !other.0)
    }

    /// Those of either set.
    #[must_use]
    pub const fn union(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    /// Those of them up to a level.
    #[must_use]
    pub const fn up_to(self, level: Level) -> Self {
        let above = Self::only(Level(level.0.saturating_add(1)));
        Self(self.0 & above.0.wrapping_sub(1))
    }
}
