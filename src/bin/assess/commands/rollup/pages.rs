//! The report of every team, and how a page over all of them leads there.

use std::collections::HashSet;
use std::path::{Path, PathBuf};

use anyhow::Result;
use assess::diff::Diff;
use assess::plan::{PlanOptions, lead, plan};
use assess::policy::Targets;
use assess::report::Comparison;
use assess::report::html::{Languages, html};
use assess::scoring::Outcome;
use assess::text;
use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};

use crate::commands::report::{Beside, with_report};
use crate::failure::Failure;
use crate::files::{self, Found, GatheredFiles, StagedFiles};
use crate::session::Session;

/// The page over all teams, among their reports.
pub const INDEX: &str = "index.html";
/// What a link may hold as it is.
const PLAIN: &AsciiSet = &NON_ALPHANUMERIC.remove(b'-').remove(b'_').remove(b'.').remove(b'/');

/// What a page ends with, so that a later run knows it as its own. A copy of it under another name is none.
fn mark(name: &str) -> String {
    // Encoded, no name can end the comment.
    format!("<!-- a page of assess rollup: {} -->{END}", utf8_percent_encode(name, NON_ALPHANUMERIC))
}

/// The end of every page.
const END: &str = "</html>\n";

fn marked(page: &str, name: &str) -> String {
    page.strip_suffix(END).unwrap_or(page).to_owned() + &mark(name)
}

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
    /// Those that are written, and not yet in the folder by their names.
    pub written: GatheredFiles,
}

impl Pages {
    /// Writes the report of one team, to be put in its place with all others.
    ///
    /// # Errors
    ///
    /// What keeps it from being written.
    pub fn write(&self, name: &str, outcome: &Outcome<'_>, earlier: Option<(&Outcome<'_>, &Diff<'_>)>) -> Result<()> {
        let plan = plan(outcome, PlanOptions::default());
        let lead = lead(&outcome.overall, &plan);
        let earlier = earlier.map(|(old, diff)| Comparison { old, new: outcome, diff, model: None });
        let page = with_report(outcome, &plan, &lead, &self.targets, Beside { earlier, trend: None }, |report| {
            html(report, self.languages)
        });
        self.write_page(name, &page)
    }

    /// Writes the page over all teams, and adds it and all reports to the files that are to be put in their places together.
    ///
    /// # Errors
    ///
    /// What keeps it from being written.
    pub fn stage(&self, staged: &mut StagedFiles, index: &str) -> Result<()> {
        self.write_page(INDEX, index)?;
        staged.adopt(self.written.take());
        Ok(())
    }

    /// Takes away the pages of an earlier run that this one has not written.
    ///
    /// # Errors
    ///
    /// What keeps a page from being removed.
    pub fn remove_stale(&self, session: &Session, names: &[String]) -> Result<()> {
        // Where case makes no difference, a page that was written may have kept another one.
        let written: HashSet<_> = names.iter().map(|name| name.to_lowercase()).chain([INDEX.to_owned()]).collect();
        let (own, _) = self.known_pages()?;
        let stale: Vec<_> = own.into_iter().filter(|name| !written.contains(&name.to_lowercase())).collect();
        stale.iter().try_for_each(|name| files::remove(&self.folder.join(name)))?;
        if !stale.is_empty() {
            let (folder, en, zh) = (self.folder.display(), stale.join(", "), stale.join("、"));
            session.note(&text!(
                "removed from `{folder}`, being of an earlier run: {en}",
                "已从 `{folder}` 移除此前运行留下的页面：{zh}"
            ));
        }
        Ok(())
    }

    fn write_page(&self, name: &str, page: &str) -> Result<()> {
        self.written.add(&self.folder.join(name), marked(page, name).as_bytes())
    }

    /// The pages in the folder: those that an earlier run wrote, and those of others.
    fn known_pages(&self) -> Result<(Vec<String>, Vec<String>)> {
        let names = files::names_ending_with(&self.folder, ".html")?.into_iter();
        Ok(names.partition(|name| !self.is_foreign(name)))
    }

    fn is_foreign(&self, name: &str) -> bool {
        files::is_foreign(&self.folder.join(name), &mark(name))
    }

    /// Whether the folder has pages of others, so that names have to be looked at before the first report is written.
    ///
    /// # Errors
    ///
    /// A folder that cannot be read.
    pub fn has_foreign_pages(&self) -> Result<bool> {
        Ok(self.is_foreign(INDEX) || !self.known_pages()?.1.is_empty())
    }

    /// Refuses names of pages that are those of files of others.
    ///
    /// # Errors
    ///
    /// The first of them.
    pub fn refuse_foreign<'a>(&self, names: impl Iterator<Item = &'a str>) -> Result<()> {
        let mut names = names.chain([INDEX]);
        let Some(name) = names.find(|name| self.is_foreign(name)) else { return Ok(()) };
        let path = self.folder.join(name);
        let (path, folder) = (path.display(), self.folder.display());
        let message = text!(
            "`{path}` was not written by `--reports`, and would be overwritten",
            "`{path}` 不是由 `--reports` 写入的，将被覆盖"
        );
        let help = text!(
            "remove it, or name a folder of its own for the reports instead of `{folder}`",
            "请将其删除，或不用 `{folder}`，另为报告指定一个目录"
        );
        Err(Failure::new(message).help(help).into())
    }

    /// What leads from a page in a folder to a report.
    pub fn link(&self, from: &Path, name: &str) -> String {
        let path = files::path_from(from, &self.folder.join(name));
        utf8_percent_encode(&path, PLAIN).to_string()
    }
}
