//! The clock.

use std::time::{Duration, Instant, SystemTime, UNIX_EPOCH};

use assess::answers::Date;
use assess::text;

use crate::failure::Failure;

/// Today, in UTC; `None` if the clock shows a day that no date can hold.
pub fn today() -> Option<Date> {
    let since = SystemTime::now().duration_since(UNIX_EPOCH).ok()?;
    Date::after_epoch(since.as_secs() / 86_400)
}

/// Today, in UTC, for what cannot be done without it.
pub fn require_today() -> Result<Date, Failure> {
    today().ok_or_else(|| Failure::new(text!("the clock shows no day", "系统时钟无效")))
}

/// Measures how long something took.
pub struct Stopwatch(Instant);

impl Stopwatch {
    pub fn start() -> Self {
        Self(Instant::now())
    }

    /// What went by since the start or the last lap.
    pub fn lap(&mut self) -> Duration {
        let now = Instant::now();
        now.duration_since(std::mem::replace(&mut self.0, now))
    }
}
