//! The clock.

use std::time::{Duration, Instant, SystemTime, UNIX_EPOCH};

use assess::answers::Date;

/// Today, in UTC.
pub fn today() -> Option<Date> {
    let since = SystemTime::now().duration_since(UNIX_EPOCH).ok()?;
    Date::after_epoch(since.as_secs() / 86_400)
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
