//! The program in a terminal of its own: what it draws is read off a screen, what is typed reaches it as keys.

mod cost;
mod display;
mod keys;
mod start;

use std::process::Command;
use std::sync::Arc;
use std::thread::{self, JoinHandle};
use std::time::Duration;

use portable_pty::{Child, MasterPty, PtySize};
use rustix::process::{Pid, Signal, kill_process};
use vt100::Screen;

pub use cost::Cost;
use display::Display;
pub use display::Line;
use start::{Parent, STOPPED};

/// How often, and how long after one another, to look for what nobody tells of before a test fails.
const TRIES: u32 = 2_000;
const PAUSE: Duration = Duration::from_millis(10);

/// A running program and the terminal it believes in.
pub struct Terminal {
    child: Box<dyn Child + Send + Sync>,
    parent: Parent,
    connection: Line,
    master: Option<Box<dyn MasterPty + Send>>,
    keyboard: Option<Box<dyn std::io::Write + Send>>,
    display: Arc<Display>,
    reader: Option<JoinHandle<()>>,
    /// How the terminal treated keys before the program ran.
    settings: String,
    /// How often it was seen to stop.
    stops: usize,
}

/// What is left when the program has ended.
pub struct Ended {
    /// The screen as the program leaves it.
    pub screen: Screen,
    /// All that the program ever wrote.
    pub bytes: Vec<u8>,
}

/// A window of so many columns and rows.
fn size(columns: u16, rows: u16) -> PtySize {
    PtySize { rows, cols: columns, ..PtySize::default() }
}

impl Terminal {
    /// The process of the program.
    pub fn id(&self) -> u32 {
        let id = self.child.process_id().expect("it was started");
        if self.parent == Parent::Window {
            return id;
        }
        let found = Command::new("pgrep").args(["-x", "assess", "-s", &id.to_string()]).output();
        let found = found.expect("processes can be listed").stdout;
        String::from_utf8_lossy(&found).trim().parse().expect("one such program runs in this terminal")
    }

    fn master(&self) -> &dyn MasterPty {
        self.master.as_deref().expect("the terminal is there")
    }

    /// How many whole screens the program has drawn so far.
    pub fn frames(&self) -> usize {
        self.display.shown().frames()
    }

    /// How many bytes the program has written so far.
    pub fn written(&self) -> usize {
        self.display.shown().bytes.len()
    }

    /// Makes the window larger or smaller.
    pub fn becomes(&mut self, columns: u16, rows: u16) -> &mut Self {
        let mut shown = self.display.shown();
        shown.parser.screen_mut().set_size(display::some(rows), display::some(columns));
        drop(shown);
        self.master().resize(size(columns, rows)).expect("a window changes its size");
        self
    }

    /// Makes the window say that it has no rows and no columns, as serial lines do.
    pub fn says_no_size(&mut self) -> &mut Self {
        self.master().resize(size(0, 0)).expect("a window changes its size");
        self
    }

    /// Sends the process a signal.
    pub fn gets(&mut self, signal: &str) -> &mut Self {
        let sent = Command::new("kill").arg(format!("-{signal}")).arg(self.id().to_string()).status();
        assert!(sent.expect("signals can be sent").success());
        self
    }

    /// Waits until the shell says that what it started is stopped.
    #[track_caller]
    pub fn stops(&mut self) -> &mut Self {
        self.stops += 1;
        let stops = self.stops;
        let (is_stopped, screen) = self.display.wait(|shown| shown.is_over || shown.count(STOPPED) == stops);
        assert!(is_stopped, "it does not stop:\n{}", picture(&screen));
        self
    }

    /// Tells the shell to let it go on, and waits until keys are no longer the shell's.
    #[track_caller]
    pub fn goes_on(&mut self) -> &mut Self {
        self.types("fg\n");
        let shell = self.child.process_id().and_then(|id| i32::try_from(id).ok());
        for _ in 0..TRIES {
            if self.master().process_group_leader() != shell {
                return self;
            }
            thread::sleep(PAUSE);
        }
        panic!("it does not go on");
    }

    /// Ends the process at once, without a chance to tidy up.
    pub fn dies(&mut self) {
        let id = i32::try_from(self.id()).ok().and_then(Pid::from_raw).expect("it is a process");
        kill_process(id, Signal::KILL).expect("signals can be sent");
        self.child.wait().expect("it can be waited for");
    }

    /// Waits until all of these stand on the screen.
    #[track_caller]
    pub fn shows(&mut self, texts: &[&str]) -> &mut Self {
        self.waits(&format!("{texts:?} on the screen"), |screen| {
            texts.iter().all(|text| screen.contents().contains(text))
        })
    }

    /// Waits until the third line, which tells what the last key did, holds this, and the rest of the screen these.
    #[track_caller]
    pub fn says(&mut self, told: &str, texts: &[&str]) -> &mut Self {
        self.waits(&format!("{told:?} on line 3 and {texts:?}"), |screen| {
            row(screen, 2).contains(told) && texts.iter().all(|text| screen.contents().contains(text))
        })
    }

    /// Waits until a whole screen is as it should be.
    #[track_caller]
    pub fn waits(&mut self, what: &str, is_so: impl Fn(&Screen) -> bool) -> &mut Self {
        let (is_met, screen) =
            self.display.wait(|shown| shown.is_over || shown.is_settled() && is_so(shown.parser.screen()));
        assert!(is_met && is_so(&screen), "waited for {what}, but the screen is:\n{}", picture(&screen));
        self
    }

    /// The program ends by itself with this code, and the terminal is as it was before.
    #[track_caller]
    pub fn ends(&mut self, code: u32) -> Ended {
        let (is_over, screen) = self.display.wait(|shown| shown.is_over);
        assert!(is_over, "it goes on:\n{}", picture(&screen));
        let status = self.child.wait().expect("it can be waited for");
        let by_interrupt = status.signal().is_some_and(|name| name.starts_with("Interrupt"));
        let seen_by_a_shell = if by_interrupt { 130 } else { status.exit_code() };
        assert_eq!(seen_by_a_shell, code, "{status}:\n{}", picture(&screen));
        assert!(!screen.hide_cursor(), "the cursor is hidden:\n{}", picture(&screen));
        assert!(!screen.alternate_screen(), "the alternate screen is not left:\n{}", picture(&screen));
        assert!(!screen.bracketed_paste(), "pasting is still marked:\n{}", picture(&screen));
        assert_eq!(
            format!("{:?}", self.master().get_termios()),
            self.settings,
            "keys are treated otherwise than before"
        );
        let bytes = self.display.shown().bytes.clone();
        Ended { screen, bytes }
    }

    /// Is gone, with all that is connected to it; the program ends by itself with this code.
    ///
    /// It must have been started where the end of input has no key: this terminal would press it at its end.
    #[track_caller]
    pub fn hangs_up(mut self, code: u32) {
        self.display.shown().is_left = true;
        // Is shown by whoever has the terminal, and so wakes the reader.
        self.types("\x0c");
        self.reader.take().expect("it reads").join().expect("the reader does not fail");
        self.keyboard = None;
        self.master = None;
        for _ in 0..TRIES {
            if let Some(status) = self.child.try_wait().expect("it can be waited for") {
                assert_eq!(status.exit_code(), code, "{status}");
                return;
            }
            thread::sleep(PAUSE);
        }
        panic!("it goes on without a terminal");
    }
}

impl Drop for Terminal {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
        if let Some(reader) = self.reader.take() {
            let _ = reader.join();
        }
    }
}

/// One row of a screen, counted from 0.
pub fn row(screen: &Screen, number: usize) -> String {
    let (_, columns) = screen.size();
    screen.rows(0, columns.get()).nth(number).unwrap_or_default()
}

fn picture(screen: &Screen) -> String {
    let (rows, columns) = screen.size();
    let lines: Vec<_> = screen.rows(0, columns.get()).map(|line| format!("| {line}")).collect();
    format!("{columns} × {rows}\n{}", lines.join("\n"))
}
