//! A model as its author writes it: a folder of TOML, checked as a whole, every problem located.
//!
//! `model.toml` names the levels, the areas and their domains; `<area>/<domain>.toml` holds a domain.
//! This file alone knows their shape.

mod author;
mod changes;

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use self::author::twice;
use crate::document::{Reader, Section};
use crate::lang::Text;
use crate::model::lint::{self, Role, Term};
use crate::model::{Area, Cell, Dimension, Domain, Id, Kind, Level, List, Model, Provenance, SubDomain};
use crate::problem::{FileProblems, Problem, Problems, Source};

/// The JSON Schema (draft-07) of both kinds of file.
pub const SCHEMA: &str = include_str!("model.schema.json");

/// The file that names everything else.
pub const ROOT: &str = "model.toml";

/// The most children of one node, and the most clauses of one level.
///
/// Enough for any model people can talk through.
const MOST_CHILDREN: usize = 200;
const MOST_CLAUSES: usize = 200;

/// The most bytes of all files of a model together: 16 MiB.
pub const SIZE_LIMIT: usize = 16 << 20;

/// The most dimensions of a whole model, so that what is read of a hostile one is read in seconds.
const MOST_DIMENSIONS: usize = 5_000;

/// The most terms of the glossary, to which each text is held, and the most changes, by which each clause is traced.
const MOST_TERMS: usize = 200;
const MOST_CHANGES: usize = 1_000;

/// What came of reading a folder.
#[derive(Debug)]
pub struct Loaded {
    /// The model, or every problem of every file.
    pub model: Result<Model, Problems>,
    /// What is allowed and yet not good; the findings of `assess model lint`.
    pub findings: Vec<FileProblems>,
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
        let message = text!("`{ROOT}` names no such domain", "`{ROOT}` 未列出该域");
        folder.problem(
            &name,
            Problem::new(0..0, message).help(text!(
                "add it to `domains` of its area, or remove the file",
                "请将其加入所属领域的 `domains`，或删除该文件"
            )),
        );
    }
    if folder.names_telling {
        for (name, place) in std::mem::take(&mut folder.untold) {
            folder.found.entry(name).or_default().findings.push(lint::not_told(place));
        }
    }
    let findings = folder.file_problems(|found| &found.findings);
    let problems = folder.file_problems(|found| &found.problems);
    let model = match model {
        Some(model) if problems.is_empty() => Ok(model),
        _ => Err(Problems(problems)),
    };
    Loaded { model, findings }
}

/// The files of a model while they are read.
struct Folder {
    files: BTreeMap<String, String>,
    done: BTreeSet<String>,
    found: BTreeMap<String, Found>,
    /// The terms that every text keeps to.
    glossary: Vec<Term>,
    /// Whether any dimension is called telling.
    names_telling: bool,
    /// The sub-domains in which none is: their files and places.
    untold: Vec<(String, Range<usize>)>,
    /// How many dimensions were read.
    dimensions: usize,
    /// Whether the root was read far enough to know which files belong to the model.
    is_listed: bool,
}

#[derive(Default)]
struct Found {
    problems: Vec<Problem>,
    findings: Vec<Problem>,
}

impl Folder {
    fn new(files: Vec<Source>) -> Self {
        let files = files.into_iter().map(|source| (source.name, source.text)).collect();
        Self {
            files,
            done: BTreeSet::new(),
            found: BTreeMap::new(),
            glossary: Vec::new(),
            names_telling: false,
            untold: Vec::new(),
            dimensions: 0,
            is_listed: false,
        }
    }

    /// Whether all files together are larger than a model may be, which is noted then.
    fn is_too_large(&mut self) -> bool {
        let mut size = 0;
        let over = self.files.iter().find(|(_, text)| {
            size += text.len();
            size > SIZE_LIMIT
        });
        let Some(name) = over.map(|(name, _)| name.clone()) else { return false };
        self.problem(&name, too_large());
        true
    }

    fn problem(&mut self, name: &str, problem: Problem) {
        self.found.entry(name.to_owned()).or_default().problems.push(problem);
    }

    /// Reads one file with `read`; a file that is not there is a problem of that file.
    fn read<T>(&mut self, name: &str, read: impl FnOnce(&mut Author<'_>, Section<'_, '_>) -> Option<T>) -> Option<T> {
        let Some(text) = self.files.get(name).cloned() else {
            self.problem(name, Problem::new(0..0, text!("no such file", "文件不存在")));
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
            untold: Vec::new(),
            id: Id("".into()),
            floor: Level(0),
            top: Level(0),
        };
        let result = read(&mut author, section);
        let (problems, findings, untold) = (author.reader.problems, author.findings, author.untold);
        self.untold.extend(untold.into_iter().map(|place| (name.to_owned(), place)));
        let found = self.found.entry(name.to_owned()).or_default();
        found.problems.extend(problems);
        found.findings.extend(findings);
        result
    }

    fn file_problems(&self, which: impl Fn(&Found) -> &Vec<Problem>) -> Vec<FileProblems> {
        let files = self.found.iter().filter(|(_, found)| !which(found).is_empty());
        files
            .flat_map(|(name, found)| {
                let text = self.files.get(name).cloned().unwrap_or_default();
                Problems::in_file(Source { name: name.clone(), text }, which(found).clone()).0
            })
            .collect()
    }
}

/// What is wrong with the file by which a model becomes larger than [`SIZE_LIMIT`].
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
    /// The sub-domains without a telling dimension.
    untold: Vec<Range<usize>>,
    /// The node being read.
    id: Id,
    floor: Level,
    top: Level,
}

fn read_model(author: &mut Author<'_>, mut root: Section<'_, '_>) -> Option<Model> {
    author.schema(&mut root);
    let id = author.id(&mut root).map(|(id, _)| id);
    let version = author.version(&mut root);
    let name = author.text(&mut root, "name", Role::Name);
    let source = author.text(&mut root, "source", Role::About);
    let floor = author.require(&mut root, "floor").and_then(|(reader, value)| reader.number(value, 1)).map(Level);
    author.floor = floor.unwrap_or(Level(1));
    let levels = author.levels(&mut root, author.floor)?;
    author.top = author.floor.up_to(Level(9)).take(levels.len()).last().unwrap_or(author.floor);
    author.folder.is_listed = true;
    author.folder.glossary = author.glossary(&mut root);
    let changes = author.changes(&mut root);
    let areas = author.children(&mut root, "areas", read_area);
    if let (Some(id), Some((_, place))) = (&id, areas.iter().find(|(area, _)| Some(&area.id) == id.as_ref())) {
        let message = text!("area `{id}` has the id of the model", "领域 `{id}` 与模型的 id 相同");
        author.reader.problems.push(Problem::new(place.clone(), message));
    }
    if let Some((_, place)) = areas.iter().find(|(area, _)| area.id.as_str() == "default") {
        let message = text!(
            "`default` stands for every target that is not said, and for no area",
            "`default` 代表未单独设置的目标，不能作为领域的 id"
        );
        author.reader.problems.push(Problem::new(place.clone(), message));
    }
    root.close(&mut author.reader);
    let areas = unplaced(areas);
    let levels = levels.into_iter().collect::<Option<List<Text>>>()?;
    let listed = changes.iter().map(|(change, _)| change.clone()).collect();
    let (id, version, name, source) = (id?, version?, name?, source?);
    let model = Model { id, version, name, source, floor: floor?, levels, areas, changes: listed };
    // In a model that lacks what could not be read, nothing can be told of a change.
    if author.is_sound() {
        author.check_changes(&model, &changes);
    }
    Some(model)
}

fn read_area(author: &mut Author<'_>, section: &mut Section<'_, '_>, id: Id) -> Option<Area> {
    let name = author.text(section, "name", Role::Name);
    let about = author.text(section, "about", Role::About);
    let optional = author.flag(section, "optional");
    let mut domains: Vec<Domain> = Vec::new();
    let mut seen = BTreeSet::new();
    let listed = author.require(section, "domains")?.1;
    for value in author.reader.list(listed)? {
        let Some(key) = author.reader.string(value).and_then(|key| author.key(key, value.span())) else { continue };
        if !seen.insert(key) {
            author.reader.problems.push(twice(key, value.span()));
            continue;
        }
        let domain = id.child(key);
        let (floor, top) = (author.floor, author.top);
        let file = format!("{id}/{key}.toml");
        if !author.folder.files.contains_key(&file) {
            let message = text!("there is no file `{file}`", "文件 `{file}` 不存在");
            author.reader.problems.push(Problem::new(value.span(), message));
            continue;
        }
        let read = author.folder.read(&file, |inner, root| {
            (inner.floor, inner.top) = (floor, top);
            read_domain(inner, root, domain)
        });
        domains.extend(read);
    }
    author.count(listed.span(), seen.len());
    Some(Area { id, name: name?, about: about?, optional, domains: domains.into() })
}

fn read_domain(author: &mut Author<'_>, mut root: Section<'_, '_>, id: Id) -> Option<Domain> {
    author.id = id.clone();
    let name = author.text(&mut root, "name", Role::Name);
    let about = author.text(&mut root, "about", Role::About);
    let provenance = author.provenance(&mut root).unwrap_or(Provenance::Project);
    let sub_domains = author.children(&mut root, "sub-domains", |author, section, id| {
        let name = author.text(section, "name", Role::Name);
        let about = author.text(section, "about", Role::About);
        let dimensions = author
            .children(section, "dimensions", |author, section, id| read_dimension(author, section, id, provenance));
        author.findings.extend(lint::told_twice(&dimensions));
        if dimensions.iter().any(|(dimension, _)| dimension.telling) {
            author.folder.names_telling = true;
        } else {
            author.untold.push(section.span());
        }
        let mut dimensions: Vec<_> = dimensions.into_iter().map(|(dimension, _)| dimension).collect();
        one_telling(&mut dimensions);
        Some(SubDomain { id, name: name?, about: about?, dimensions: dimensions.into() })
    });
    root.close(&mut author.reader);
    Some(Domain { id, name: name?, about: about?, sub_domains: unplaced(sub_domains) })
}

/// Has exactly one dimension be the telling one: the first that says so, else the first.
fn one_telling(dimensions: &mut [Dimension]) {
    let chosen = dimensions.iter().position(|dimension| dimension.telling).unwrap_or_default();
    dimensions.iter_mut().enumerate().for_each(|(place, dimension)| dimension.telling = place == chosen);
}

fn read_dimension(
    author: &mut Author<'_>,
    section: &mut Section<'_, '_>,
    id: Id,
    provenance: Provenance,
) -> Option<Dimension> {
    author.folder.dimensions += 1;
    if author.folder.dimensions > MOST_DIMENSIONS {
        return author.one_too_many(section.span());
    }
    let name = author.text(section, "name", Role::Name);
    let question = author.text(section, "question", Role::Question);
    let source = section.take("source").and_then(|value| author.citation(value));
    if source.is_none() {
        let message = text!("no `source` says where the levels come from", "没有用 `source` 说明各级内容的来源");
        author.findings.push(Problem::new(section.span(), message));
    }
    let telling = author.flag(section, "telling");
    let (_, levels) = author.require(section, "levels")?;
    let mut levels = author.reader.section(levels)?;
    let mut cells = Vec::new();
    for level in author.floor.up_to(author.top) {
        let Some((_, value)) = author.require(&mut levels, DIGITS[usize::from(level.0)]) else { continue };
        let Some(mut cell) = author.reader.section(value) else { continue };
        cells.extend(read_cell(author, &mut cell, level, provenance));
        cell.close(&mut author.reader);
    }
    let span = levels.span();
    levels.close(&mut author.reader);
    let wanted = usize::from(author.top.0 - author.floor.0) + 1;
    if cells.len() < wanted {
        return None;
    }
    if cells.iter().all(|(cell, _)| cell.clauses.is_empty()) {
        let message = text!("this dimension asks nothing at any level", "该维度在任何级别都没有要求");
        return author.reader.reject(Problem::new(span, message));
    }
    author.findings.extend(lint::repetitions(cells.iter().flat_map(|(_, texts)| texts)));
    let cells = cells.into_iter().map(|(cell, _)| cell).collect();
    Some(Dimension { id, name: name?, question: question?, source, telling, floor: author.floor, cells })
}

/// A text and where it stands.
type Placed = (Text, Range<usize>);

fn read_cell(
    author: &mut Author<'_>,
    section: &mut Section<'_, '_>,
    level: Level,
    provenance: Provenance,
) -> Option<(Cell, Vec<Placed>)> {
    let kind = author.kind(section);
    let provenance = author.provenance(section).unwrap_or(provenance);
    let basis = section.take("basis").and_then(|value| author.text_of(value, Role::About)).map(|(text, _)| text);
    let clauses = author.texts(section, "clauses");
    let limits = author.texts(section, "limits");
    if let Some(message) = mismatch(kind?, level == author.floor, clauses.len(), limits.len()) {
        return author.reader.reject(Problem::new(section.span(), message));
    }
    let only = |placed: &[Placed]| placed.iter().map(|(text, _)| text.clone()).collect::<List<Text>>();
    let is_completed = matches!(provenance, Provenance::Restored | Provenance::PartlyRestored);
    if is_completed != basis.is_some() {
        let message =
            text!("a completed level needs `basis`, and no other has it", "补全的级别必须写 `basis`，其他级别不应写");
        author.findings.push(Problem::new(section.span(), message));
    }
    let cell = Cell { kind: kind?, provenance, basis, clauses: only(&clauses), limits: only(&limits) };
    Some((cell, clauses.into_iter().chain(limits).collect()))
}

/// What is wrong with a cell of this kind that has so many clauses and limits.
fn mismatch(kind: Kind, floor: bool, clauses: usize, limits: usize) -> Option<Text> {
    let asks = matches!(kind, Kind::States | Kind::Adds);
    if floor && clauses > 0 {
        return Some(text!(
            "the lowest level asks nothing: write limits, not clauses",
            "最低级别不作要求：请写 limits，不要写 clauses"
        ));
    }
    if floor && kind == Kind::States && limits == 0 {
        return Some(text!("a level that states something needs `limits` here", "此处陈述内容的级别需要写 `limits`"));
    }
    if floor && matches!(kind, Kind::Adds | Kind::Same) {
        return Some(text!("there is no level below the lowest one", "最低级别之下没有其他级别"));
    }
    if !floor && asks && clauses == 0 {
        return Some(text!(
            "a level that states or adds something needs `clauses`",
            "陈述或增加内容的级别需要写 `clauses`"
        ));
    }
    if !asks && clauses + limits > 0 {
        return Some(text!(
            "a level that asks nothing new has no clauses and no limits",
            "没有新要求的级别不应写 clauses 或 limits"
        ));
    }
    if clauses > MOST_CLAUSES {
        return Some(text!(
            "{clauses} clauses; {MOST_CLAUSES} are allowed",
            "{clauses} 条要求，最多 {MOST_CLAUSES} 条"
        ));
    }
    None
}

/// The keys of levels: digits, since a model has at most nine levels from a floor of 0 or 1.
const DIGITS: [&str; 10] = ["0", "1", "2", "3", "4", "5", "6", "7", "8", "9"];

fn unplaced<T: Clone>(children: Vec<(T, Range<usize>)>) -> List<T> {
    children.into_iter().map(|(child, _)| child).collect()
}
