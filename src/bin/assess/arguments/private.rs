//! `--without`: what documents leave out that is not for others.

use std::path::Path;

use assess::answers::Private;
use clap::{Args, ValueEnum};

/// The option.
#[derive(Debug, Args)]
pub struct Without {
    #[arg(
        long, value_enum, value_name = "notes,evidence,names", value_delimiter = ',', hide_possible_values = true,
        help_heading = t!("Options", "选项"),
        help = t!(
            "Leave out what is not for others; names are those of files, team, system, owner and assessors",
            "略去不宜外传的内容；names 指文件、团队、系统、负责人和评估人的名称"
        ),
    )]
    pub without: Vec<PrivateWord>,
}

/// What `--without` leaves out.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum PrivateWord {
    Notes,
    Evidence,
    Names,
}

impl From<PrivateWord> for Private {
    fn from(word: PrivateWord) -> Self {
        match word {
            PrivateWord::Notes => Self::Notes,
            PrivateWord::Evidence => Self::Evidence,
            PrivateWord::Names => Self::Names,
        }
    }
}

impl Without {
    /// What is left out.
    pub fn private(&self) -> Vec<Private> {
        self.without.iter().copied().map(Private::from).collect()
    }
}

/// What documents call a file, the `number`-th of them: its name, or where names are left out a number.
pub fn name_of_file(path: &Path, number: usize, private: &[Private]) -> String {
    if private.contains(&Private::Names) { format!("file-{number}") } else { path.display().to_string() }
}
