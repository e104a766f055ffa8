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
        (self.0 as u32).wrapping_shr(level.0 as u32) & 1 != 0
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
    #[expect(clippy::cast_possible_truncation, reason = "the bits above are those of no level")]
    pub const fn up_to(self, level: Level) -> Self {
        let above = 2_u32.wrapping_shl(level.0 as u32);
        Self(self.0 & above.wrapping_sub(1) as u16)
    }
}
