//! Forms of a document that no terminal can show.

use anyhow::Result;
use assess::text;

use super::stdout::is_read_by_people;
use crate::failure::Failure;

/// A form that no terminal can show.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unfit {
    Html,
    Xlsx,
}

impl Unfit {
    /// Refuses to write it to a terminal, with what to call instead.
    ///
    /// # Errors
    ///
    /// Standard output is a terminal.
    pub fn refuse_terminal(self, command: &str) -> Result<()> {
        if !is_read_by_people() {
            return Ok(());
        }
        let (name, ending) = match self {
            Self::Html => ("HTML", "html"),
            Self::Xlsx => ("XLSX", "xlsx"),
        };
        let failure = Failure::new(text!("{name} is not for a terminal", "{name} 不适合在终端中显示"));
        let help = text!(
            "name a file: `assess {command} -o {ending}={command}.{ending}`",
            "请指定文件：`assess {command} -o {ending}={command}.{ending}`"
        );
        Err(failure.help(help).into())
    }
}
