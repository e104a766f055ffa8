//! The terminal of an interview: keys in, screens out. Nothing else in the program moves a cursor or asks a question.

mod plain;
mod setup;

use std::io::{self, IsTerminal as _, Write as _};
use std::process::ExitCode;
use std::sync::OnceLock;
use std::time::Duration;

use anyhow::Result;
use assess::interview::screen::{Screen, draw, fits};
use assess::interview::{Effect, Interview, Key};
use assess::lang::Text;
use assess::report::{Drawing, Style};
use assess::text;
use crossterm::event::{self, Event, KeyCode, KeyEvent, KeyEventKind, KeyModifiers};
use crossterm::{cursor, execute, queue, terminal};
use rustix::termios::{LocalModes, OptionalActions, Termios, tcgetattr, tcsetattr};
use signal_hook::consts::{SIGHUP, SIGINT, SIGTERM, SIGTSTP};

use crate::failure::Failure;
use crate::terminal::{is_dumb as terminal_is_dumb, style_of_stdout};

pub use plain::run as run_plain;
pub use setup::{areas, areas_by_line, confirm, confirm_by_line, team};

/// How an interview was left.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Leaving {
    /// By its own key.
    Quit,
    /// By Ctrl-C.
    Interrupted,
}

impl Leaving {
    /// The exit code: 0, or 130 after Ctrl-C.
    pub fn exit_code(self) -> ExitCode {
        match self {
            Self::Quit => ExitCode::SUCCESS,
            Self::Interrupted => ExitCode::from(130),
        }
    }
}

/// Carries out what the machine asks for; the machine is told how it went.
pub trait Shell {
    /// Saves, or takes back, what an effect names.
    fn carry_out(&mut self, interview: &mut Interview<'_>, effect: Effect);
    /// Whether something waits for a yes or a no, and what to do with the key that answers.
    fn decide(&mut self, interview: &mut Interview<'_>, key: &Key) -> bool;
}

/// Whether questions can be asked at all.
///
/// # Errors
///
/// Standard input or standard error is no terminal.
pub fn check_terminal() -> Result<()> {
    if io::stdin().is_terminal() && io::stderr().is_terminal() {
        return Ok(());
    }
    let failure = Failure::new(text!("an interview needs a terminal", "访谈需要在终端中进行"));
    Err(failure
        .help(text!(
            "`assess init` writes a file to fill in by hand, `assess set` changes one answer",
            "`assess init` 生成供手工填写的文件，`assess set` 修改一个答案"
        ))
        .into())
}

/// Whether this terminal can be drawn on.
pub fn is_dumb() -> bool {
    terminal_is_dumb() || !io::stdout().is_terminal()
}

/// Interviews on the whole screen until somebody leaves.
///
/// # Errors
///
/// The terminal cannot be read or written.
pub fn run(interview: &mut Interview<'_>, shell: &mut impl Shell) -> Result<Leaving> {
    let _screen = Takeover::begin()?;
    // From now on no change of the window's size goes unnoticed, not even one during the first drawing.
    event::poll(Duration::ZERO)?;
    loop {
        show(interview)?;
        let key = match event::read()? {
            Event::Key(key) if key.kind != KeyEventKind::Release => match meaning(key) {
                Typed::Key(key) => key,
                Typed::Interrupt => return Ok(Leaving::Interrupted),
                Typed::Suspend => {
                    suspend()?;
                    continue;
                }
                Typed::Nothing => continue,
            },
            Event::Paste(text) => Key::Paste(text),
            _ => continue,
        };
        // A question that cannot be seen cannot be answered.
        let (columns, rows) = terminal::size()?;
        let is_seen = fits(usize::from(columns), usize::from(rows));
        if !is_seen || shell.decide(interview, &key) {
            continue;
        }
        match interview.press(key) {
            Effect::None => {}
            Effect::Leave => return Ok(Leaving::Quit),
            Effect::Editor(note) => write_note(interview, shell, &note)?,
            effect => shell.carry_out(interview, effect),
        }
    }
}

/// The note in the user's own editor, with the terminal as it was before.
fn write_note(interview: &mut Interview<'_>, shell: &mut impl Shell, note: &str) -> Result<()> {
    restore();
    let written = crate::files::edit_text(note);
    take_over()?;
    match written {
        Ok(Some(note)) => {
            let effect = interview.noted(&note);
            shell.carry_out(interview, effect);
        }
        Ok(None) => interview
            .refused(text!("the editor did not end well; the note is as it was", "编辑器未正常结束，备注未改动")),
        Err(error) => interview.refused(Text::same(error.to_string())),
    }
    Ok(())
}

/// What a key event means to an interview.
enum Typed {
    Key(Key),
    Interrupt,
    Suspend,
    Nothing,
}

/// Keys with Ctrl or Alt are commands of the terminal, never answers.
fn meaning(event: KeyEvent) -> Typed {
    let has_modifier = event.modifiers.intersects(!KeyModifiers::SHIFT);
    let is_arrow_with_shift = event.modifiers == KeyModifiers::SHIFT && !matches!(event.code, KeyCode::Char(_));
    let key = match event.code {
        KeyCode::Char('c') if event.modifiers == KeyModifiers::CONTROL => return Typed::Interrupt,
        KeyCode::Char('z') if event.modifiers == KeyModifiers::CONTROL => return Typed::Suspend,
        _ if has_modifier || is_arrow_with_shift => return Typed::Nothing,
        KeyCode::Char(character) => Key::Char(character),
        KeyCode::Enter => Key::Enter,
        KeyCode::Esc => Key::Escape,
        KeyCode::Backspace => Key::Backspace,
        KeyCode::Delete => Key::Delete,
        KeyCode::Up => Key::Up,
        KeyCode::Down => Key::Down,
        KeyCode::Left => Key::Left,
        KeyCode::Right => Key::Right,
        KeyCode::Home => Key::Home,
        KeyCode::End => Key::End,
        _ => return Typed::Nothing,
    };
    Typed::Key(key)
}

/// Draws the whole screen at once.
fn show(interview: &Interview<'_>) -> Result<()> {
    let (columns, rows) = terminal::size()?;
    let style = Style { width: usize::from(columns), ..style_of_stdout(Drawing::Drawn) };
    let Screen { lines, cursor } = draw(interview, &style, usize::from(rows));
    let mut out = io::stdout().lock();
    queue!(out, terminal::BeginSynchronizedUpdate, cursor::Hide, cursor::MoveTo(0, 0))?;
    for row in 0..rows {
        queue!(out, cursor::MoveTo(0, row), terminal::Clear(terminal::ClearType::CurrentLine))?;
        if let Some(line) = lines.get(usize::from(row)) {
            out.write_all(line.as_bytes())?;
        }
    }
    if let Some((row, column)) = cursor {
        let narrow = |place: usize| u16::try_from(place).unwrap_or(u16::MAX);
        queue!(out, cursor::MoveTo(narrow(column), narrow(row)), cursor::Show)?;
    }
    queue!(out, terminal::EndSynchronizedUpdate)?;
    out.flush()?;
    Ok(())
}

/// The terminal while it is ours; whatever happens, it is given back.
struct Takeover;

impl Takeover {
    fn begin() -> Result<Self> {
        let taken = Self;
        take_over()?;
        Ok(taken)
    }
}

impl Drop for Takeover {
    fn drop(&mut self) {
        restore();
    }
}

fn take_over() -> Result<()> {
    terminal::enable_raw_mode()?;
    execute!(io::stdout(), terminal::EnterAlternateScreen, event::EnableBracketedPaste, cursor::Hide)?;
    Ok(())
}

/// How the terminal treated keys before the program asked anything.
static BEFORE: OnceLock<Termios> = OnceLock::new();

/// Asks with keys that end the program read as keys: the program ends itself then, with the terminal given back.
fn with_keys_as_keys<T>(ask: impl FnOnce() -> T) -> T {
    if let Some(mut termios) = BEFORE.get().cloned() {
        termios.local_modes.remove(LocalModes::ISIG);
        let _ = tcsetattr(io::stdin(), OptionalActions::Now, &termios);
    }
    let answer = ask();
    treat_keys_as_before();
    answer
}

fn treat_keys_as_before() {
    if let Some(termios) = BEFORE.get() {
        let _ = tcsetattr(io::stdin(), OptionalActions::Now, termios);
    }
}

/// Gives the terminal back as it was. It may be gone, and then there is nothing to give back.
fn restore() {
    let _ = execute!(io::stdout(), event::DisableBracketedPaste, cursor::Show, terminal::LeaveAlternateScreen);
    let _ = terminal::disable_raw_mode();
    treat_keys_as_before();
}

/// Stops until the shell lets us go on.
fn suspend() -> Result<()> {
    restore();
    signal_hook::low_level::emulate_default_handler(SIGTSTP)?;
    take_over()
}

/// From now on a signal that ends the program gives the terminal back first. Every answer is saved by then.
///
/// # Errors
///
/// The system takes no such wish.
pub fn restore_on_signals() -> Result<()> {
    if let Ok(termios) = tcgetattr(io::stdin()) {
        let _ = BEFORE.set(termios);
    }
    let mut signals = signal_hook::iterator::Signals::new([SIGINT, SIGTERM, SIGHUP])?;
    std::thread::spawn(move || {
        if let Some(signal) = signals.forever().next() {
            restore();
            crate::files::release();
            end(128 + signal);
        }
    });
    Ok(())
}

#[expect(clippy::exit, reason = "only the main thread could return, and it waits for a key")]
fn end(code: i32) -> ! {
    std::process::exit(code)
}
