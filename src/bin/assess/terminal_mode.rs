//! The mode of the terminal: taken for an interview, lent to others, and given back whatever ends the program.

use std::io::{self, IsTerminal as _, Write as _};
use std::panic;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, LazyLock, Mutex, MutexGuard, OnceLock, PoisonError};
use std::thread;

use anyhow::Result;
use rustix::process::{Signal, kill_current_process_group};
use rustix::termios::{LocalModes, OptionalActions, Termios, tcgetattr, tcsetattr};
use signal_hook::consts::{SIGCONT, SIGHUP, SIGINT, SIGTERM, SIGWINCH};
use signal_hook::iterator::{Handle, Signals};
use signal_hook::low_level::raise;

/// Who has the terminal.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Owner {
    Shell,
    /// A question before the interview, which hides the cursor.
    Question,
    Interview,
    /// A program that the interview waits for.
    Guest,
}

/// What the interview switches on, and off again.
const ALTERNATE_SCREEN: (&str, &str) = ("\x1b[?1049h", "\x1b[?1049l");
const MARKED_PASTE: (&str, &str) = ("\x1b[?2004h", "\x1b[?2004l");
/// Hidden, and shown.
const CURSOR: (&str, &str) = ("\x1b[?25l", "\x1b[?25h");

/// Held while the terminal is drawn on or changes hands, so that no signal does so in between.
static OWNER: Mutex<Owner> = Mutex::new(Owner::Shell);

/// How the terminal treated keys before the program asked anything.
static BEFORE: OnceLock<Termios> = OnceLock::new();

/// By which further signals are waited for.
static SIGNALS: OnceLock<Handle> = OnceLock::new();

/// Whether an interrupt has come that nobody has heeded yet.
static INTERRUPT: LazyLock<Arc<AtomicBool>> = LazyLock::new(Arc::default);

/// What faults of the program itself have said while the terminal was the interview's, where nobody could read it.
static UNREAD: Mutex<String> = Mutex::new(String::new());

fn owner() -> MutexGuard<'static, Owner> {
    OWNER.lock().unwrap_or_else(PoisonError::into_inner)
}

/// The terminal while it is the interview's; whatever happens, it is given back.
pub struct TerminalMode;

impl TerminalMode {
    /// Takes the terminal. Who stops the program from elsewhere is drawn the screen again later.
    ///
    /// # Errors
    ///
    /// A terminal that cannot be taken.
    pub fn begin() -> Result<Self> {
        let taken = Self;
        panic::set_hook(Box::new(|fault| {
            let mut unread = UNREAD.lock().unwrap_or_else(PoisonError::into_inner);
            *unread = format!("{unread}{fault}\n");
        }));
        take(&mut owner())?;
        if let Some(signals) = SIGNALS.get() {
            signals.add_signal(SIGCONT)?;
        }
        Ok(taken)
    }
}

impl Drop for TerminalMode {
    fn drop(&mut self) {
        give_back(&mut owner());
        crate::failure::write_lines(&UNREAD.lock().unwrap_or_else(PoisonError::into_inner));
        if !thread::panicking() {
            drop(panic::take_hook());
        }
    }
}

/// Draws, unless the terminal was given back meanwhile.
///
/// # Errors
///
/// Those of drawing.
pub fn draw_if_ours(draw: impl FnOnce() -> Result<()>) -> Result<()> {
    let owner = owner();
    if *owner == Owner::Interview { draw() } else { Ok(()) }
}

/// Lends the terminal to another program, and takes it again.
///
/// # Errors
///
/// A terminal that cannot be taken again.
pub fn lend<T>(run: impl FnOnce() -> T) -> Result<T> {
    let mut lent = owner();
    give_back(&mut lent);
    *lent = Owner::Guest;
    drop(lent);
    let done = run();
    // One that came with the guest's end was the guest's.
    while INTERRUPT.load(Ordering::Acquire) {
        thread::yield_now();
    }
    take(&mut owner())?;
    Ok(done)
}

fn take(owner: &mut Owner) -> Result<()> {
    *owner = Owner::Interview;
    // As they were at the start, whatever a shell or a guest has made of them since.
    let mut raw = BEFORE.get().cloned().map_or_else(|| tcgetattr(io::stdin()), Ok)?;
    raw.make_raw();
    tcsetattr(io::stdin(), OptionalActions::Now, &raw)?;
    write(&[ALTERNATE_SCREEN.0, MARKED_PASTE.0, CURSOR.0])?;
    Ok(())
}

/// Gives the terminal back as it was. It may be gone, and then there is nothing to give back.
fn give_back(owner: &mut Owner) {
    let _ = match *owner {
        Owner::Shell | Owner::Guest => Ok(()),
        Owner::Question => write(&[CURSOR.1]),
        Owner::Interview => write(&[MARKED_PASTE.1, CURSOR.1, ALTERNATE_SCREEN.1]),
    };
    *owner = Owner::Shell;
    treat_keys_as_before();
}

/// Writes control sequences at once.
fn write(sequences: &[&str]) -> io::Result<()> {
    let mut out = io::stdout().lock();
    out.write_all(sequences.concat().as_bytes())?;
    out.flush()
}

fn treat_keys_as_before() {
    if let Some(termios) = BEFORE.get() {
        let _ = tcsetattr(io::stdin(), OptionalActions::Now, termios);
    }
}

/// Asks with keys that end the program read as keys: the program ends itself then, with the terminal given back.
pub fn ask_without_signal_keys<T>(ask: impl FnOnce() -> T) -> T {
    if let Some(mut termios) = BEFORE.get().cloned() {
        termios.local_modes.remove(LocalModes::ISIG);
        let _ = tcsetattr(io::stdin(), OptionalActions::Now, &termios);
    }
    *owner() = Owner::Question;
    let answer = ask();
    give_back(&mut owner());
    answer
}

/// Stops, with all that was started together, until the shell lets us go on.
///
/// Where no shell could, as in a window of its own, the system stops nothing (POSIX, orphaned process groups).
///
/// # Errors
///
/// A terminal that cannot be taken again.
pub fn suspend() -> Result<()> {
    let mut owner = owner();
    give_back(&mut owner);
    kill_current_process_group(Signal::TSTP)?;
    take(&mut owner)
}

/// After a stop that nobody could prepare for: the shell may have changed how keys are treated.
fn take_again() -> Result<()> {
    let mut owner = owner();
    if *owner == Owner::Interview {
        take(&mut owner)?;
        // Who waits for keys draws anew when the window has changed.
        raise(SIGWINCH)?;
    }
    Ok(())
}

/// Whether the terminal that was there at the start is gone: nothing can be asked, and nothing be said.
pub fn is_gone() -> bool {
    !io::stdin().is_terminal()
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
    signal_hook::flag::register(SIGINT, Arc::clone(&INTERRUPT))?;
    let mut signals = Signals::new([SIGINT, SIGTERM, SIGHUP])?;
    let _ = SIGNALS.set(signals.handle());
    thread::spawn(move || {
        for signal in signals.forever() {
            // A terminal that cannot be taken again is gone, of which a signal of its own tells.
            let _ = match signal {
                SIGCONT => take_again(),
                SIGINT if *owner() == Owner::Guest => {
                    INTERRUPT.store(false, Ordering::Release);
                    Ok(())
                }
                ending => end(ending),
            };
        }
    });
    Ok(())
}

/// Ends the program; nobody draws any more.
#[expect(clippy::exit, reason = "only the main thread could return, and it waits for a key")]
fn end(signal: i32) -> ! {
    let mut owner = owner();
    give_back(&mut owner);
    crate::files::block_saves();
    std::process::exit(128 + signal)
}
