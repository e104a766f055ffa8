//! Whether more of what is read lies below what the screen holds.

/// What an arrow down does with what is read: as it was last drawn.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Below {
    /// All of it is shown: an arrow down goes on to what comes next.
    #[default]
    Nothing,
    /// More lies below: an arrow down scrolls.
    More,
}
