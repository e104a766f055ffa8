//! The program in a terminal of its own: what it draws is read off a screen, what is typed reaches it as keys.

use std::io::{Read, Write as _};
use std::num::NonZeroU16;
use std::path::Path;
use std::process::Command;
use std::sync::{Arc, Condvar, Mutex};
use std::thread::{self, JoinHandle};
use std::time::Duration;

use portable_pty::{Child, CommandBuilder, MasterPty, PtySize, native_pty_system};
use rustix::process::{Pid, Signal, kill_process};
use vt100::{Parser, Screen};

/// How long anything may take before a test fails.
const PATIENCE: Duration = Duration::from_secs(20);
/// The same where nobody tells of a change, and it has to be looked for.
const TRIES: u32 = 2_000;
const PAUSE: Duration = Duration::from_millis(10);
/// The program.
const PROGRAM: &str = env!("CARGO_BIN_EXE_assess");
/// What begins and ends the drawing of one whole screen.
const FRAME: (&[u8], &[u8]) = (b"\x1b[?2026h", b"\x1b[?2026l");

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

/// Who started the program.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Parent {
    /// The terminal itself, as a window of its own does.
    Window,
    /// A shell in the terminal, which waits for it.
    Shell,
}

/// What connects the terminal with the program.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Line {
    Fast,
    /// At 9,600 baud; what is typed takes 300 ms to arrive.
    Slow,
}

/// What a slow line carries in a tenth of a second.
const SLOW: (usize, Duration) = (96, Duration::from_millis(100));
/// How long a key takes on a slow line.
const LATENCY: Duration = Duration::from_millis(300);

/// Runs the rest of the command line as a shell does that somebody types into: what stops is a job, `fg` goes on with it.
const SHELL: &[&str] = &[
    "sh",
    "-c",
    "set -m; \"$0\" \"$@\"; while code=$?; [ $code -gt 143 ]; do
    stty sane; echo $code: stopped; read -r line; $line; done; exit $code",
];
/// What that shell says of a job that has stopped.
const STOPPED: &[u8] = b": stopped\r\n";

#[derive(Default)]
struct Display {
    shown: Mutex<Shown>,
    changed: Condvar,
}

#[derive(Default)]
struct Shown {
    parser: Parser,
    bytes: Vec<u8>,
    is_over: bool,
    /// Whether nobody looks any more.
    is_left: bool,
}

impl Shown {
    fn count(&self, word: &[u8]) -> usize {
        self.bytes.windows(word.len()).filter(|window| *window == word).count()
    }

    /// Whether no screen is half drawn.
    fn is_settled(&self) -> bool {
        self.count(FRAME.0) == self.count(FRAME.1)
    }
}

/// What is left when the program has ended.
pub struct Ended {
    /// The screen as the program leaves it.
    pub screen: Screen,
    /// All that the program ever wrote.
    pub bytes: Vec<u8>,
}

fn size(columns: u16, rows: u16) -> PtySize {
    PtySize { rows, cols: columns, ..PtySize::default() }
}

fn some(count: u16) -> NonZeroU16 {
    NonZeroU16::new(count).expect("a screen shows something")
}

/// Copies what the program writes to the screen until it ends.
fn copy(mut output: impl Read, display: &Display, line: Line) {
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
        let mut shown = display.shown.lock().expect("no reader has failed");
        shown.parser.process(&chunk[..count]);
        shown.bytes.extend(&chunk[..count]);
        shown.is_over = count == 0 || shown.is_left;
        display.changed.notify_all();
        if shown.is_over {
            return;
        }
    }
}

impl Terminal {
    /// Starts the program in a folder, in English, on a screen of 80 × 24, with these variables set.
    pub fn start(folder: &Path, arguments: &[&str], variables: &[(&str, &str)]) -> Self {
        Self::start_program(PROGRAM, folder, arguments, variables)
    }

    /// Starts another program in the same way.
    pub fn start_program(program: &str, folder: &Path, arguments: &[&str], variables: &[(&str, &str)]) -> Self {
        Self::launch(folder, &[&[program], arguments].concat(), variables, Parent::Window)
    }

    /// The same, started by a shell.
    pub fn start_from_shell(folder: &Path, arguments: &[&str], variables: &[(&str, &str)]) -> Self {
        Self::launch(folder, &[SHELL, &[PROGRAM], arguments].concat(), variables, Parent::Shell)
    }

    /// The same, started by that shell through another program, which waits for it.
    pub fn start_from_shell_through(wrapper: &[&str], folder: &Path, arguments: &[&str]) -> Self {
        Self::launch(folder, &[SHELL, wrapper, &[PROGRAM], arguments].concat(), &[], Parent::Shell)
    }

    /// The same, with another program before it on the command line, which becomes this one.
    pub fn start_through(wrapper: &[&str], folder: &Path, arguments: &[&str]) -> Self {
        Self::launch(folder, &[wrapper, &[PROGRAM], arguments].concat(), &[], Parent::Window)
    }

    /// Starts the program in a folder, in English, at the end of such a line.
    pub fn start_on(line: Line, folder: &Path, arguments: &[&str]) -> Self {
        Self::launch_on(line, folder, &[&[PROGRAM], arguments].concat(), &[], Parent::Window)
    }

    fn launch(folder: &Path, line: &[&str], variables: &[(&str, &str)], parent: Parent) -> Self {
        Self::launch_on(Line::Fast, folder, line, variables, parent)
    }

    fn launch_on(connection: Line, folder: &Path, line: &[&str], variables: &[(&str, &str)], parent: Parent) -> Self {
        let pair = native_pty_system().openpty(size(80, 24)).expect("the system has terminals");
        let mut command = CommandBuilder::new(line[0]);
        command.cwd(folder);
        command.args(&line[1..]);
        for name in ["NO_COLOR", "CLICOLOR", "CLICOLOR_FORCE", "COLUMNS", "LINES", "VISUAL", "EDITOR"] {
            command.env_remove(name);
        }
        command.env_remove("CI");
        // The machine's own pager would wait for keys.
        for (name, value) in
            [("ASSESS_LANG", "en"), ("TERM", "xterm-256color"), ("ASSESS_PAGER", "")].iter().chain(variables)
        {
            command.env(name, value);
        }
        let settings = format!("{:?}", pair.master.get_termios());
        let child = pair.slave.spawn_command(command).expect("the program runs");
        drop(pair.slave);
        let display = Arc::new(Display::default());
        let output = pair.master.try_clone_reader().expect("it can be read");
        let reader = {
            let display = Arc::clone(&display);
            thread::spawn(move || copy(output, &display, connection))
        };
        let keyboard = Some(pair.master.take_writer().expect("it can be written"));
        Self {
            child,
            parent,
            connection,
            master: Some(pair.master),
            keyboard,
            display,
            reader: Some(reader),
            settings,
            stops: 0,
        }
    }

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
        let (_, screen) = self.watch(|it| it.is_over || it.is_settled() && is_first(&it.parser.screen().contents()));
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

    #[track_caller]
    fn draws_after_times(&mut self, times: usize, act: impl FnOnce(&mut Self) -> &mut Self) -> &mut Self {
        let before = self.display.shown.lock().expect("no reader has failed").count(FRAME.1);
        act(self);
        let (is_drawn, screen) = self.watch(|shown| shown.is_over || shown.count(FRAME.1) >= before + times);
        assert!(is_drawn, "nothing is drawn:\n{}", picture(&screen));
        self
    }

    /// Presses a key, and what that takes of the line.
    #[track_caller]
    pub fn cost_of(&mut self, key: &str) -> Cost {
        self.cost_of_times(1, key)
    }

    /// Presses a key after which the screen is drawn so many times, and what all of that takes of the line.
    #[track_caller]
    pub fn cost_of_times(&mut self, times: usize, key: &str) -> Cost {
        let (_, before) = self.watch(Shown::is_settled);
        let written = self.written();
        self.draws_after_times(times, |terminal| terminal.types(key));
        let (_, after) = self.watch(Shown::is_settled);
        Cost { sent: self.written() - written, changed: changed(&before, &after) }
    }

    /// How many whole screens the program has drawn so far.
    pub fn frames(&self) -> usize {
        self.display.shown.lock().expect("no reader has failed").count(FRAME.1)
    }

    /// How many bytes the program has written so far.
    pub fn written(&self) -> usize {
        self.display.shown.lock().expect("no reader has failed").bytes.len()
    }

    /// Makes the window larger or smaller.
    pub fn becomes(&mut self, columns: u16, rows: u16) -> &mut Self {
        let mut shown = self.display.shown.lock().expect("no reader has failed");
        shown.parser.screen_mut().set_size(some(rows), some(columns));
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
        let (is_stopped, screen) = self.watch(|shown| shown.is_over || shown.count(STOPPED) == stops);
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
        let (is_met, screen) = self.watch(|shown| shown.is_over || shown.is_settled() && is_so(shown.parser.screen()));
        assert!(is_met && is_so(&screen), "waited for {what}, but the screen is:\n{}", picture(&screen));
        self
    }

    /// The program ends by itself with this code, and the terminal is as it was before.
    #[track_caller]
    pub fn ends(&mut self, code: u32) -> Ended {
        let (is_over, screen) = self.watch(|shown| shown.is_over);
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
        let bytes = self.display.shown.lock().expect("no reader has failed").bytes.clone();
        Ended { screen, bytes }
    }

    /// Is gone, with all that is connected to it; the program ends by itself with this code.
    ///
    /// It must have been started where the end of input has no key: this terminal would press it at its end.
    #[track_caller]
    pub fn hangs_up(mut self, code: u32) {
        self.display.shown.lock().expect("no reader has failed").is_left = true;
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

    /// Waits for a state of the display; whether it came, and the screen then.
    fn watch(&self, is_so: impl Fn(&Shown) -> bool) -> (bool, Screen) {
        let shown = self.display.shown.lock().expect("no reader has failed");
        let waited = self.display.changed.wait_timeout_while(shown, PATIENCE, |shown| !is_so(shown));
        let (shown, timeout) = waited.expect("no reader has failed");
        (!timeout.timed_out(), shown.parser.screen().clone())
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

/// What a key takes of the line.
pub struct Cost {
    /// The bytes that the program sends.
    pub sent: usize,
    /// The bytes of what differs on the screen: the characters, and for each of their rows where they stand.
    pub changed: usize,
}

/// What it takes to say where something stands.
const PLACE: usize = "\x1b[12;34H".len();

/// The bytes that a change of the screen takes however it is made; colors are not counted.
fn changed(before: &Screen, after: &Screen) -> usize {
    let (rows, columns) = after.size();
    let seen = |screen: &Screen, row, column| {
        let cell = screen.cell(row, column).expect("it is on the screen");
        let look = cell.has_contents().then(|| (cell.fgcolor(), cell.bold(), cell.dim()));
        let text = if cell.has_contents() { cell.contents() } else { " " }.to_owned();
        (look.filter(|_| text != " "), text, cell.is_wide_continuation())
    };
    let bytes_of_row = |row| {
        let cells = (0..columns.get()).map(|column| (seen(before, row, column), seen(after, row, column)));
        let differing = cells.filter(|(before, after)| before != after && !after.2);
        let bytes: usize = differing.map(|(_, (_, text, _))| text.len()).sum();
        if bytes == 0 { 0 } else { PLACE + bytes }
    };
    (0..rows.get()).map(bytes_of_row).sum()
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
