//! How long what is left will take, by this team's own pace.

use core::time::Duration;

use super::state::Interview;
use super::time::whole_minutes;

/// What a question takes before a team has shown its own pace.
const USUAL: Duration = Duration::from_secs(70);
/// So many answers show a pace.
const ENOUGH: usize = 5;
/// Only the last answers count: people become faster.
const LAST: usize = 15;

impl Interview<'_> {
    /// Tells how long an answer took. The interview itself reads no clock.
    pub fn record_pace(&mut self, took: Duration) {
        self.paces.push(took);
    }

    /// Minutes that the open questions take, rounded up; above ten minutes to five. `None` if none is open.
    #[must_use]
    pub fn minutes_left(&self) -> Option<u64> {
        let open = Some(self.left_count()).filter(|open| *open > 0)?;
        Some(self.minutes_for(open))
    }

    /// Minutes that so many questions take, rounded likewise.
    #[must_use]
    pub fn minutes_for(&self, count: usize) -> u64 {
        whole_minutes(self.pace().saturating_mul(u32::try_from(count).unwrap_or(u32::MAX)))
    }

    /// The median of the last answers: a break for lunch is no pace.
    fn pace(&self) -> Duration {
        let mut last: Vec<_> = self.paces.iter().rev().take(LAST).collect();
        last.sort();
        if last.len() < ENOUGH { USUAL } else { *last[last.len() / 2] }
    }
}
