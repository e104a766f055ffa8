//! Pressing keys, and waiting until the screen was drawn after them.

use std::io::Write as _;
use std::thread;
use std::time::Duration;

use super::display::Line;
use super::{Terminal, picture};

/// How long a key takes on a slow line.
const LATENCY: Duration = Duration::from_millis(300);

impl Terminal {
    /// Types all of these at once.
    pub fn types(&mut self, keys: &str) -> &mut Self {
        self.types_bytes(keys.as_bytes())
    }

    /// Asks for everything on the first screen, where it stands last or is all there is.
    #[track_caller]
    pub fn begins_with_everything(&mut self) -> &mut Self {
        let is_alone = |text: &str| text.contains("All of it takes");
        let is_first = |text: &str| {
            (text.contains("Everything") || is_alone(text)) && (text.contains("q leave") || text.contains("  quit"))
        };
        let (_, screen) =
            self.display.wait(|it| it.is_over || it.is_settled() && is_first(&it.parser.screen().contents()));
        let text = screen.contents();
        assert!(is_first(&text), "this is not the first screen:\n{}", picture(&screen));
        if is_alone(&text) {
            return self.types("\r");
        }
        let line = text.lines().rfind(|line| line.contains("Everything")).unwrap_or_default();
        let digit = line.chars().find(char::is_ascii_digit).expect("it has a number");
        let end = if text.contains("first  quit") { "\r" } else { "" };
        self.types(&format!("{digit}{end}"))
    }

    /// Types bytes that may be no text.
    pub fn types_bytes(&mut self, keys: &[u8]) -> &mut Self {
        if self.connection == Line::Slow {
            thread::sleep(LATENCY);
        }
        let keyboard = self.keyboard.as_mut().expect("the terminal is there");
        keyboard.write_all(keys).expect("it reads");
        keyboard.flush().expect("it reads");
        self
    }

    /// Types keys that are one event, and waits until the screen was drawn after it.
    #[track_caller]
    pub fn presses(&mut self, key: &str) -> &mut Self {
        self.draws_after(|terminal| terminal.types(key))
    }

    /// Waits until a whole screen was drawn after something.
    #[track_caller]
    pub fn draws_after(&mut self, act: impl FnOnce(&mut Self) -> &mut Self) -> &mut Self {
        self.draws_after_times(1, act)
    }

    /// Waits until so many whole screens were drawn after something.
    #[track_caller]
    pub(super) fn draws_after_times(&mut self, times: usize, act: impl FnOnce(&mut Self) -> &mut Self) -> &mut Self {
        let before = self.display.shown().frames();
        act(self);
        let (is_drawn, screen) = self.display.wait(|shown| shown.is_over || shown.frames() >= before + times);
        assert!(is_drawn, "nothing is drawn:\n{}", picture(&screen));
        self
    }
}
