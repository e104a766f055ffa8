//! What earlier answers are looked for by: the answers of now.

use std::path::Path;

use assess::model::Model;

use crate::session::Session;

/// The answers that earlier ones are compared with.
pub struct Current<'a> {
    /// Their file.
    pub path: &'a Path,
    /// Who named the file.
    pub origin: PathOrigin,
    /// The run, which knows the policy.
    pub session: &'a Session,
    /// The model that they answer.
    pub model: &'a Model,
    /// The team that they name.
    pub team: Option<&'a str>,
}

/// Who named the answers file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PathOrigin {
    /// The command line.
    CommandLine,
    /// The policy, or nobody.
    Default,
}

impl PathOrigin {
    /// Who named the file of a command whose argument is `named`.
    pub fn of(named: Option<&Path>) -> Self {
        if named.is_some() { Self::CommandLine } else { Self::Default }
    }
}
