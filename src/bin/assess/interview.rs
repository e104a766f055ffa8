//! The terminal of an interview: keys in, screens out. Nothing else in the program moves a cursor or asks a question.

mod lines;
mod saver;
mod setup;
mod terminal_mode;

use std::io::{self, IsTerminal as _, Write as _};
use std::process::ExitCode;
use std::time::Duration;

use anyhow::Result;
use assess::interview::{Effect, Interview, Key};
use assess::lang::Text;
use assess::report::screen::{self, Screen, fits};
use assess::report::{Drawing, Style};
use assess::text;
use crossterm::event::{self, Event, KeyCode, KeyEvent, KeyEventKind, KeyModifiers};
use crossterm::{cursor, queue, terminal};

use crate::failure::Failure;
use crate::terminal::{is_dumb as terminal_is_dumb, style_of_stdout};

use terminal_mode::TerminalMode;

pub use lines::run as run_lines;
pub use saver::Saver;
pub use setup::{areas, areas_by_line, confirm, confirm_by_line, team};
pub use terminal_mode::restore_on_signals;

/// How an interview was left.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Leaving {
    /// By its own key.
    Quit,
    /// By Ctrl-C.
    Interrupted,
    /// By a terminal that is gone.
    CutOff,
}

impl Leaving {
    /// The exit code: 0, or that of the signal which says the same.
    pub fn exit_code(self) -> ExitCode {
        match self {
            Self::Quit => ExitCode::SUCCESS,
            Self::Interrupted => ExitCode::from(130),
            Self::CutOff => ExitCode::from(129),
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

/// Whether the terminal that was there at the start is gone: nothing can be asked, and nothing be said.
pub fn is_gone() -> bool {
    !io::stdin().is_terminal()
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
    let _taken = TerminalMode::begin()?;
    // From now on no change of the window's size goes unnoticed, not even one during the first drawing.
    event::poll(Duration::ZERO)?;
    loop {
        terminal_mode::show(|| draw(interview))?;
        let key = match event::read()? {
            Event::Key(key) if key.kind != KeyEventKind::Release => match meaning(key) {
                Typed::Key(key) => key,
                Typed::Interrupt => return Ok(Leaving::Interrupted),
                Typed::Suspend => {
                    terminal_mode::suspend()?;
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
            Effect::Editor(note) => {
                let written = terminal_mode::lend(|| crate::files::edit_text(&note))?;
                take_note(interview, shell, written);
            }
            effect => shell.carry_out(interview, effect),
        }
    }
}

/// What came of the note in the user's own editor.
fn take_note(interview: &mut Interview<'_>, shell: &mut impl Shell, written: Result<Option<String>>) {
    match written {
        Ok(Some(note)) => {
            let effect = interview.noted(&note);
            shell.carry_out(interview, effect);
        }
        Ok(None) => interview
            .refused(text!("the editor did not end well; the note is as it was", "编辑器未正常结束，备注未改动")),
        Err(error) => interview.refused(Text::same(error.to_string())),
    }
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
fn draw(interview: &Interview<'_>) -> Result<()> {
    let (columns, rows) = terminal::size()?;
    let style = Style { width: usize::from(columns), ..style_of_stdout(Drawing::Drawn) };
    let Screen { lines, cursor } = screen::draw(interview, &style, usize::from(rows));
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
