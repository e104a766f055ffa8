//! One file of many, from its bytes to what it adds: what every thread does.

use std::path::Path;

use anyhow::Result;
use assess::answers::{self, Answers, Date, Private};
use assess::diff::diff;
use assess::lang::Text;
use assess::model::Model;
use assess::report::rows::rows_where;
use assess::report::{csv, json};
use assess::rollup::{Broken, Line, LineInput, Statements, View};
use assess::scoring::{self, Outcome};

use super::arguments::RollupFormat;
use super::before::Before;
use super::pages::{Names, Pages};
use crate::arguments::private::name_of_file;
use crate::failure::placed;
use crate::files::{self, Came, Found, Identity, Unread};
use crate::output::Outputs;
use crate::terminal::lang;

/// What every file is read by.
pub struct Reading<'a, 'm> {
    pub view: &'a View<'m>,
    pub statements: &'a Statements<'m>,
    /// The day on which exceptions end.
    pub day: Date,
    /// What is left out.
    pub private: Vec<Private>,
    pub before: Option<Before>,
    /// The files that documents are to be written over.
    pub written: Vec<Identity>,
    pub wanted: Wanted,
    /// Where the report of every team goes.
    pub pages: Option<Pages>,
}

/// What is made of a file.
#[derive(Clone, Copy, Debug)]
pub struct Wanted {
    pub csv: bool,
    pub ndjson: bool,
    /// What documents about all teams together need.
    pub lines: bool,
}

impl Wanted {
    /// What the documents of these outputs need, and the reports of teams in a folder.
    pub fn of(outputs: &Outputs<RollupFormat>, reports: Option<&Path>) -> Self {
        Self {
            csv: outputs.ask_for(RollupFormat::Csv),
            ndjson: outputs.ask_for(RollupFormat::Ndjson),
            lines: reports.is_some()
                || outputs.files().map(|(format, _)| format).chain(outputs.on_stdout()).any(|it| !it.is_rows()),
        }
    }
}

/// A file in the order of all.
pub struct Numbered {
    /// From 1.
    pub number: usize,
    pub found: Found,
    /// The name of its report, where it is to have one.
    pub page: Option<String>,
}

/// What became of a file.
pub enum Read<'m> {
    Good(Box<Good<'m>>),
    Broken(Broken),
    /// The file came before.
    Again(String),
    /// What ends the whole command.
    Fatal(anyhow::Error),
}

/// What a file adds.
pub struct Good<'m> {
    pub csv: String,
    pub ndjson: String,
    pub line: Option<Line<'m>>,
    /// The name of its report, where it has one.
    pub page: Option<String>,
    /// Whether it was answered under an older version of the model.
    pub is_carried: bool,
    /// Why its earlier answers cannot be read.
    pub before: Option<anyhow::Error>,
}

impl<'m> Reading<'_, 'm> {
    /// The name of the report of a file.
    pub fn page(&self, number: usize, found: &Found, names: &mut Names) -> Option<String> {
        self.pages.as_ref().filter(|_| found.came == Came::First)?;
        let is_private = self.private.contains(&Private::Names);
        Some(if is_private { names.of_number(number) } else { names.of(found) })
    }

    /// Reads, scores, and makes of it what is wanted.
    pub fn read(&self, Numbered { number, mut found, page }: Numbered) -> Read<'m> {
        let (path, name) = (found.path.display().to_string(), name_of_file(&found.path, number, &self.private));
        if found.came == Came::Again {
            return Read::Again(path);
        }
        let broken = |error: anyhow::Error| Read::Broken(broken(&error, &path, &name));
        if let Some(failure) = found.failure.take() {
            return broken(failure);
        }
        let source = match files::read_one_of_many(&found.path, &self.written) {
            Ok(source) => source,
            Err(Unread::Broken(error)) => return broken(error),
            Err(Unread::IsWritten(failure)) => return Read::Fatal(failure.into()),
        };
        match answers::parse(&source, self.view.model) {
            Ok(answers) => match self.made_of(answers, &found, &name, page) {
                Ok(good) => Read::Good(Box::new(good)),
                Err(error) => Read::Fatal(error),
            },
            Err(problems) => broken(problems.into()),
        }
    }

    fn made_of(&self, answers: Answers, found: &Found, name: &str, page: Option<String>) -> Result<Good<'m>> {
        let model: &'m Model = self.view.model;
        let is_carried = answers.carried.is_some();
        let counted = |answers: Answers| answers.on(self.day, model).without(&self.private);
        let before = self.before.as_ref();
        let before = before.map(|before| before.answers(found, model, answers.assessment.team.as_deref())).transpose();
        let (before, failure) = match before {
            Ok(earlier) => (earlier.flatten(), None),
            Err(error) => (None, Some(error)),
        };
        let (before, was_called) = before.map(|before| (counted(before.answers), before.was_called)).unzip();
        let answers = counted(answers);
        let outcome = scoring::score(model, &answers);
        let before = before.as_ref().map(|answers| scoring::score(model, answers));
        let moved = before.as_ref().map(|before| diff(before, &outcome));
        let earlier = before.as_ref().zip(moved.as_ref());
        let [csv, ndjson] = self.rows(&outcome, name);
        let line = LineInput { path: name, outcome: &outcome, earlier };
        let mut line = self.wanted.lines.then(|| Line::new(line, self.view, self.statements));
        if let Some(earlier) = line.as_mut().and_then(|line| line.earlier.as_mut()) {
            earlier.was_called = was_called.flatten().filter(|_| !self.private.contains(&Private::Names));
        }
        // Nothing would lead to the report of a team that does not count.
        let counts = line.as_ref().is_some_and(|line| line.top().is_some());
        if let (Some(pages), Some(page), true) = (&self.pages, &page, counts) {
            pages.write(page, &outcome, earlier)?;
        }
        Ok(Good { csv, ndjson, line, page, is_carried, before: failure })
    }

    fn rows(&self, outcome: &Outcome<'_>, name: &str) -> [String; 2] {
        let Wanted { csv, ndjson, .. } = self.wanted;
        if !csv && !ndjson {
            return [String::new(), String::new()];
        }
        let rows = rows_where(outcome, name, lang(), |id| self.view.shows(id));
        let of = |is_wanted: bool, write: &dyn Fn() -> String| if is_wanted { write() } else { String::new() };
        [of(csv, &|| csv::more_rows(&rows)), of(ndjson, &|| json::rows(&rows))]
    }
}

/// The first problem of a file, which documents call `name`.
fn broken(error: &anyhow::Error, path: &str, name: &str) -> Broken {
    let problems = placed(error, |_| name.to_owned());
    let count = problems.len();
    let first = problems.into_iter().next();
    let (position, message, help) = match first {
        Some(problem) => (problem.position, problem.message, problem.help),
        None => (None, Text::same(error.to_string()), None),
    };
    let renamed = |text: Text| {
        let is_called_so = path == name || path.is_empty();
        let rename = |words: &str| if is_called_so { words.to_owned() } else { words.replace(path, name) };
        Text::new(rename(&text.en), rename(&text.zh))
    };
    Broken { path: name.to_owned(), position, message: renamed(message), help: help.map(renamed), count }
}
