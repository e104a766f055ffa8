//! What a person sees and can do while many files are read.

use std::io::{self, IsTerminal as _, Write as _};
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Duration;

use assess::text;
use signal_hook::consts::{SIGHUP, SIGINT, SIGTERM};
use signal_hook::{flag, low_level};

use crate::files::{Stopwatch, block_saves};
use crate::terminal::{is_dumb, localize};

/// Nothing is said before that.
const PATIENCE: Duration = Duration::from_secs(1);
/// How often the count is written anew.
const BEAT: Duration = Duration::from_millis(200);

/// How many files are done, in one line on standard error that is taken away at the end.
pub struct Progress {
    watch: Stopwatch,
    gone: Duration,
    shown: Option<Duration>,
    is_on: bool,
}

impl Progress {
    /// Says something on a terminal only.
    pub fn start() -> Self {
        Self { is_on: io::stderr().is_terminal() && !is_dumb(), ..Self::silent() }
    }

    /// Says nothing.
    pub fn silent() -> Self {
        Self { watch: Stopwatch::start(), gone: Duration::ZERO, shown: None, is_on: false }
    }

    /// Says how many files are done, when it is time.
    pub fn say(&mut self, files: usize) {
        self.gone += self.watch.lap();
        let is_time = self.shown.map_or(self.gone >= PATIENCE, |shown| self.gone >= shown + BEAT);
        if self.is_on && is_time {
            self.shown = Some(self.gone);
            let words = localize(text!("{files} files read", "已读取 {files} 个文件"));
            write(&format!("\r{words}\u{1b}[K"));
        }
    }

    /// Takes the line away.
    pub fn clear(&mut self) {
        if self.shown.take().is_some() {
            write("\r\u{1b}[K");
        }
    }
}

/// Standard error may be closed; there is nowhere left to say so.
fn write(words: &str) {
    let _ = io::stderr().write_all(words.as_bytes());
}

/// Signals that end the program, which are heeded between two files so that none is left half written.
pub struct Interrupts(Arc<AtomicUsize>);

impl Interrupts {
    pub fn catch() -> Self {
        let caught = Arc::new(AtomicUsize::new(0));
        for signal in [SIGHUP, SIGINT, SIGTERM] {
            // Where a signal cannot be caught it ends the program at once, as it would without this.
            let _ = flag::register_usize(signal, Arc::clone(&caught), usize::try_from(signal).unwrap_or_default());
        }
        Self(caught)
    }

    /// Ends the program by the signal that has come, if one has, after `clean`.
    pub fn heed(&self, clean: impl FnOnce()) {
        let Ok(signal @ 1..) = i32::try_from(self.0.load(Ordering::Relaxed)) else { return };
        clean();
        block_saves();
        let _ = low_level::emulate_default_handler(signal);
    }
}
