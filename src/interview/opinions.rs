//! The opinions of people: what they answered by themselves, as an interview keeps it.

use std::sync::Arc;

use crate::lang::Lang;
use crate::merge::Merge;

/// What people answered, and the language in which notes about it are written.
#[derive(Clone, Debug)]
pub(super) struct Opinions<'m> {
    /// Shared, since each save looks ahead on a copy of the interview.
    pub(super) merge: Arc<Merge<'m>>,
    pub(super) lang: Lang,
}
