//! What the program has written so far: the bytes, and the screen they make.

use std::io::Read;
use std::num::NonZeroU16;
use std::sync::{Condvar, Mutex, MutexGuard};
use std::thread;
use std::time::Duration;

use vt100::{Parser, Screen};

/// How long a test waits for a screen before it fails.
const PATIENCE: Duration = Duration::from_secs(20);
/// What begins and ends the drawing of one whole screen.
const FRAME: (&[u8], &[u8]) = (b"\x1b[?2026h", b"\x1b[?2026l");

/// What connects the terminal with the program.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Line {
    Fast,
    /// At 9,600 baud; what is typed takes 300 ms to arrive.
    Slow,
}

/// What a slow line carries in a tenth of a second.
const SLOW: (usize, Duration) = (96, Duration::from_millis(100));
#[derive(Default)]
pub(super) struct Display {
    shown: Mutex<Shown>,
    changed: Condvar,
}

impl Display {
    /// What is shown at this moment; it stays so for as long as this is held.
    pub(super) fn shown(&self) -> MutexGuard<'_, Shown> {
        self.shown.lock().expect("no reader has failed")
    }

    /// Waits for a state of the display; whether it came, and the screen then.
    pub(super) fn wait(&self, is_so: impl Fn(&Shown) -> bool) -> (bool, Screen) {
        let waited = self.changed.wait_timeout_while(self.shown(), PATIENCE, |shown| !is_so(shown));
        let (shown, timeout) = waited.expect("no reader has failed");
        (!timeout.timed_out(), shown.parser.screen().clone())
    }
}

#[derive(Default)]
pub(super) struct Shown {
    /// The screen, and what has only begun to be drawn on it.
    pub(super) parser: Parser,
    /// All that the program ever wrote.
    pub(super) bytes: Vec<u8>,
    /// Whether nothing more comes.
    pub(super) is_over: bool,
    /// Whether nobody looks any more.
    pub(super) is_left: bool,
}

impl Shown {
    /// How often the program has written this.
    pub(super) fn count(&self, word: &[u8]) -> usize {
        self.bytes.windows(word.len()).filter(|window| *window == word).count()
    }

    /// How many whole screens the program has drawn.
    pub(super) fn frames(&self) -> usize {
        self.count(FRAME.1)
    }

    /// Whether no screen is half drawn.
    pub(super) fn is_settled(&self) -> bool {
        self.count(FRAME.0) == self.frames()
    }
}

/// Copies what the program writes to the screen until it ends.
pub(super) fn copy(mut output: impl Read, display: &Display, line: Line) {
    let mut chunk = [0; 4096];
    loop {
        let count = match line {
            Line::Fast => output.read(&mut chunk),
            Line::Slow => {
                thread::sleep(SLOW.1);
                output.read(&mut chunk[..SLOW.0])
            }
        };
        let count = count.unwrap_or_default();
        let mut shown = display.shown();
        shown.parser.process(&chunk[..count]);
        shown.bytes.extend(&chunk[..count]);
        shown.is_over = count == 0 || shown.is_left;
        display.changed.notify_all();
        if shown.is_over {
            return;
        }
    }
}

/// Columns or rows, as a screen counts them.
pub(super) fn some(count: u16) -> NonZeroU16 {
    NonZeroU16::new(count).expect("a screen shows something")
}
