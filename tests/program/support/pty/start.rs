//! Starting the program at the end of a terminal: by itself, through another program, or from a shell.

use std::path::Path;
use std::sync::Arc;
use std::thread;

use portable_pty::{CommandBuilder, native_pty_system};

use super::display::{Display, Line, copy};
use super::{Terminal, size};

/// The program.
const PROGRAM: &str = env!("CARGO_BIN_EXE_assess");

/// Runs the rest of the command line as a shell does that somebody types into: what stops is a job, `fg` goes on with it.
const SHELL: &[&str] = &[
    "sh",
    "-c",
    "set -m; \"$0\" \"$@\"; while code=$?; [ $code -gt 143 ]; do
    stty sane; echo $code: stopped; read -r line; $line; done; exit $code",
];
/// What that shell says of a job that has stopped.
pub(super) const STOPPED: &[u8] = b": stopped\r\n";

/// Who started the program.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Parent {
    /// The terminal itself, as a window of its own does.
    Window,
    /// A shell in the terminal, which waits for it.
    Shell,
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
}
