//! How an interview was left.

use std::process::ExitCode;

/// How an interview was left.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Leaving {
    /// By its own key.
    Quit,
    /// By Ctrl-C.
    Interrupted,
    /// By a terminal that is gone.
    CutOff,
}

impl Leaving {
    /// The exit code: 0, or that of the signal which says the same.
    pub(super) fn exit_code(self) -> ExitCode {
        match self {
            Self::Quit => ExitCode::SUCCESS,
            Self::Interrupted => ExitCode::from(130),
            Self::CutOff => ExitCode::from(129),
        }
    }
}
