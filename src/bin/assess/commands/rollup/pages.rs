//! The report of every team, and how a page over all of them leads there.

use std::collections::HashSet;
use std::path::{Path, PathBuf};

use anyhow::Result;
use assess::diff::Diff;
use assess::plan::{Wish, lead, plan};
use assess::policy::Targets;
use assess::report::Comparison;
use assess::report::html::{Languages, html};
use assess::scoring::Outcome;
use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};

use crate::commands::report::{Beside, with_report};
use crate::files::{self, Found};

/// The page over all teams, among their reports.
pub const INDEX: &str = "index.html";
/// What a link may hold as it is.
const PLAIN: &AsciiSet = &NON_ALPHANUMERIC.remove(b'-').remove(b'_').remove(b'.').remove(b'/');

/// The names of reports: by the files that they are of, each once, also where case makes no difference.
#[derive(Default)]
pub struct Names(HashSet<String>);

impl Names {
    /// The name of the report of a file: `payments.html` of `payments/answers.toml` and of `payments.answers.toml`.
    pub fn of(&mut self, found: &Found) -> String {
        let path = found.below.to_string_lossy().replace('\\', "/");
        let path = path.strip_suffix(".toml").unwrap_or(&path);
        let path = path.strip_suffix("answers").filter(|rest| !rest.is_empty()).unwrap_or(path);
        let plain = |character: char| if character.is_alphanumeric() { character } else { '-' };
        let stem: String = path.trim_matches(['/', '.']).chars().map(plain).collect();
        self.new_name(if stem.is_empty() { "team" } else { &stem })
    }

    /// A name for a file that is not to be known: by its number.
    pub fn of_number(&mut self, number: usize) -> String {
        self.new_name(&format!("file-{number}"))
    }

    fn new_name(&mut self, stem: &str) -> String {
        let names = (1..).map(|count| if count == 1 { format!("{stem}.html") } else { format!("{stem}-{count}.html") });
        let mut names = names.skip_while(|name| name == INDEX || !self.0.insert(name.to_lowercase()));
        names.next().unwrap_or_default()
    }
}

/// Where reports go, and what each is held to.
pub struct Pages {
    pub folder: PathBuf,
    pub targets: Targets,
    pub languages: Languages,
}

impl Pages {
    /// Writes the report of one team.
    ///
    /// # Errors
    ///
    /// What keeps it from being written.
    pub fn write(&self, name: &str, outcome: &Outcome<'_>, earlier: Option<(&Outcome<'_>, &Diff<'_>)>) -> Result<()> {
        let plan = plan(outcome, Wish::default());
        let lead = lead(&outcome.overall, &plan);
        let earlier = earlier.map(|(old, diff)| Comparison { old, new: outcome, diff, model: None });
        let page = with_report(outcome, &plan, &lead, &self.targets, Beside { earlier, trend: None }, |report| {
            html(report, self.languages)
        });
        files::write_document(&self.folder.join(name), page.as_bytes())
    }

    /// What leads from a page in a folder to a report.
    pub fn link(&self, from: &Path, name: &str) -> String {
        let path = files::path_from(from, &self.folder.join(name));
        utf8_percent_encode(&path, PLAIN).to_string()
    }
}
