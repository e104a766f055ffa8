//! A model as its author writes it: a folder of TOML, checked as a whole, every problem located.
//!
//! `model.toml` names the levels, the areas and their domains; `<area>/<domain>.toml` holds a domain.
//! This file alone knows their shape.

mod author;
mod changes;
mod clause;
mod counting;
mod dimension;
mod languages;
mod nodes;
mod terms;
mod text;
mod tree;
mod write;

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use self::clause::References;
use self::languages::Languages;
use self::nodes::read_model;
use self::terms::Terms;
use crate::document::{Reader, Section};
use crate::lang::Text;
use crate::model::counting::Scoring;
use crate::model::lint::{self, GlossaryEntry};
use crate::model::{Id, Level, Model, Place, Texts};
use crate::problem::{FileProblems, Problem, Problems, Source};

pub(crate) use self::clause::LONGEST_REF;
pub(crate) use self::counting::MOST_DEGREES;
pub(crate) use self::languages::MOST_LANGUAGES;
pub(crate) use self::tree::MOST_STOREYS;
pub use self::write::{check_sizes, write};
pub(crate) use crate::document::FILE_LIMIT;
pub use crate::document::TEXT_LIMIT;

/// The JSON Schema (draft-07) of both kinds of file.
pub const SCHEMA: &str = include_str!("model.schema.json");

/// The file that names everything else.
pub const ROOT: &str = "model.toml";

/// The most children of one node: more than any published framework has below one heading.
const MOST_CHILDREN: usize = 500;

/// The most clauses of one level: enough for any that people can talk through.
const MOST_CLAUSES: usize = 200;

/// The most bytes of all files of a model together: 16 MiB.
pub const MODEL_LIMIT: usize = 16 << 20;

/// The most dimensions of a whole model, so that what is read of a hostile one is read in seconds.
const MOST_DIMENSIONS: usize = 5_000;

/// The most entries of the glossary, to which each text is held.
const MOST_GLOSSARY: usize = 200;

/// The most terms: enough for what a framework says beside each of its requirements.
pub const MOST_TERMS: usize = 2_000;

/// The most changes, by which each clause is traced.
const MOST_CHANGES: usize = 1_000;

/// The highest weight of a node or a clause.
pub(crate) const MOST_WEIGHT: u32 = 1_000_000;

/// What came of reading a folder.
#[derive(Debug)]
pub struct Loaded {
    /// The model, or every problem of every file.
    pub model: Result<Model, Problems>,
    /// What is allowed and yet not good; the findings of `assess model lint`.
    pub findings: Vec<FileProblems>,
    /// What may have its reasons, for the author to look at. A finding that is new in a version begins here, so that no model
    /// fails overnight.
    pub warnings: Vec<FileProblems>,
}

/// Reads a model from the TOML files of its folder, named by their path in it (`delivery/testing.toml`).
#[must_use]
pub fn load(files: Vec<Source>) -> Loaded {
    let mut folder = Folder::new(files);
    let model = if folder.is_too_large() { None } else { folder.read(ROOT, read_model) };
    let is_listed = folder.is_listed;
    let unread: Vec<_> =
        folder.files.keys().filter(|name| is_listed && !folder.done.contains(*name)).cloned().collect();
    for name in unread {
        let problem = folder.unlisted();
        folder.problem(&name, problem);
    }
    // Where a text could not be read, nothing can be told of what it relies on.
    if folder.reports.values().all(|found| found.problems.is_empty()) {
        let unused: Vec<_> = folder.terms.unused().collect();
        folder.reports.entry(ROOT.to_owned()).or_default().findings.extend(unused);
    }
    if folder.names_telling {
        for (name, place) in std::mem::take(&mut folder.untold) {
            folder.reports.entry(name).or_default().findings.push(lint::not_told(place));
        }
    }
    let findings = folder.file_problems(|found| &found.findings);
    let warnings = folder.file_problems(|found| &found.warnings);
    let problems = folder.file_problems(|found| &found.problems);
    let model = match model {
        Some(model) if problems.is_empty() => Ok(model),
        _ => Err(Problems(problems)),
    };
    Loaded { model, findings, warnings }
}

/// The files of a model while they are read.
struct Folder {
    files: BTreeMap<String, String>,
    done: BTreeSet<String>,
    reports: BTreeMap<String, FileReport>,
    /// What every text is written in.
    languages: Languages,
    /// Whose words they are.
    texts: Texts,
    /// The words that every text keeps to.
    glossary: Vec<GlossaryEntry>,
    /// What texts may rely on.
    terms: Terms,
    /// What stands for a node or a clause beside its id.
    references: References,
    /// Whether any dimension is called telling.
    names_telling: bool,
    /// The sub-domains in which none is: their files and places.
    untold: Vec<(String, Range<usize>)>,
    /// How answers become results.
    scoring: Scoring,
    /// What the model calls its storeys; empty where it does not say.
    tree: Vec<Text>,
    /// How many dimensions were read.
    dimensions: usize,
    /// Whether the root was read far enough to know which files belong to the model.
    is_listed: bool,
}

#[derive(Default)]
struct FileReport {
    problems: Vec<Problem>,
    findings: Vec<Problem>,
    warnings: Vec<Problem>,
}

impl Folder {
    fn new(files: Vec<Source>) -> Self {
        let files = files.into_iter().map(|source| (source.name, source.text)).collect();
        Self {
            files,
            done: BTreeSet::new(),
            reports: BTreeMap::new(),
            languages: languages::both(),
            texts: Texts::default(),
            glossary: Vec::new(),
            terms: Terms::default(),
            references: References::new(),
            names_telling: false,
            untold: Vec::new(),
            scoring: Scoring::default(),
            tree: Vec::new(),
            dimensions: 0,
            is_listed: false,
        }
    }

    /// Whether all files together are larger than a model may be, which is noted then.
    fn is_too_large(&mut self) -> bool {
        let mut size = 0;
        let over = self.files.iter().find(|(_, text)| {
            size += text.len();
            size > MODEL_LIMIT
        });
        let Some(name) = over.map(|(name, _)| name.clone()) else { return false };
        self.problem(&name, too_large());
        true
    }

    /// What is wrong with a file that the root does not lead to.
    fn unlisted(&self) -> Problem {
        if !self.tree.is_empty() {
            return tree::unlisted();
        }
        let message = text!("`{ROOT}` names no such domain", "`{ROOT}` 未列出该域");
        Problem::new(0..0, message).help(text!(
            "add it to `domains` of its area, or remove the file",
            "请将其加入所属领域的 `domains`，或删除该文件"
        ))
    }

    fn problem(&mut self, name: &str, problem: Problem) {
        self.reports.entry(name.to_owned()).or_default().problems.push(problem);
    }

    /// Reads one file with `read`; a file that is not there is a problem of that file.
    fn read<T>(&mut self, name: &str, read: impl FnOnce(&mut Author<'_>, Section<'_, '_>) -> Option<T>) -> Option<T> {
        let Some(text) = self.files.get(name).cloned() else {
            let help = text!("name the folder of a model, in which it is", "请指定模型所在的目录，其中应有此文件");
            self.problem(name, Problem::new(0..0, text!("no such file", "文件不存在")).help(help));
            return None;
        };
        self.done.insert(name.to_owned());
        let mut reader = Reader::default();
        let table = reader.parse(&text);
        let section = Section::new(table.get_ref(), 0..0);
        let mut author = Author {
            folder: self,
            reader,
            findings: Vec::new(),
            warnings: Vec::new(),
            clauses: BTreeMap::new(),
            untold: Vec::new(),
            id: Id("".into()),
            floor: Level(0),
            top: Level(0),
        };
        let result = read(&mut author, section);
        let Author { reader: Reader { problems, .. }, findings, warnings, untold, .. } = author;
        self.untold.extend(untold.into_iter().map(|place| (name.to_owned(), place)));
        let found = self.reports.entry(name.to_owned()).or_default();
        found.problems.extend(problems);
        found.findings.extend(findings);
        found.warnings.extend(warnings);
        result
    }

    fn file_problems(&self, which: impl Fn(&FileReport) -> &Vec<Problem>) -> Vec<FileProblems> {
        let files = self.reports.iter().filter(|(_, found)| !which(found).is_empty());
        files
            .flat_map(|(name, found)| {
                let text = self.files.get(name).cloned().unwrap_or_default();
                Problems::in_file(Source { name: name.clone(), text }, which(found).clone()).0
            })
            .collect()
    }
}

/// What is wrong with the file by which a model becomes larger than [`MODEL_LIMIT`].
#[must_use]
pub fn too_large() -> Problem {
    let message = text!("with this file, the model is larger than 16 MiB", "加上此文件，模型超过 16 MiB");
    Problem::new(0..0, message)
        .help(text!("keep less in it: is it the right folder?", "请精简内容，并确认目录是否正确"))
}

/// One file being read: where it stands in the model, and what was found in it.
struct Author<'f> {
    folder: &'f mut Folder,
    reader: Reader,
    findings: Vec<Problem>,
    warnings: Vec<Problem>,
    /// Where the clauses of the sub-domain being read stand.
    clauses: BTreeMap<Place, Range<usize>>,
    /// The sub-domains without a telling dimension.
    untold: Vec<Range<usize>>,
    /// The node being read.
    id: Id,
    floor: Level,
    top: Level,
}
