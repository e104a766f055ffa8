//! Reads a questionnaire that was filled in: every problem of it at once, each with its cell.

use std::collections::{BTreeMap, BTreeSet};

use super::cell::{CellProblem, Place, Sheet, Unreadable};
use super::field::Field;
use super::found::{Found, find};
use super::head::{Head, head};
use super::row::{self, Row};
use super::text::Written;
use super::{csv, unpack, workbook};
use crate::answers::edit::Wish;
use crate::answers::{Answer, Answers, Assessment, Carried, Change, Claim, Value, parse};
use crate::model::{self, Id, Model, Node, Version};
use crate::problem::{Problem, Refusal, Source, did_you_mean};

/// What was filled in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Questionnaire {
    /// Who filled it in and what it is about, as far as it says.
    pub about: Assessment,
    /// What it says of each dimension that has anything filled in.
    pub changes: BTreeMap<Id, Change>,
    /// The dimensions that it asks about and says nothing of.
    pub empty: BTreeSet<Id>,
    /// How it was brought to this version of the model; `None` if it is to this version.
    pub carried: Option<Carried>,
}

/// Reads the bytes of a workbook or of a CSV file as a questionnaire to `model`.
///
/// A row in which nothing is filled in changes nothing. The numbers 3 and 3.0 and the text `3` are level 3, since
/// spreadsheets write them so, and full-width digits are digits; nothing else is taken for what it is not.
///
/// # Errors
///
/// That it is no questionnaire of this model; else every problem of its cells.
pub fn read(bytes: &[u8], model: &Model) -> Result<Questionnaire, Unreadable> {
    let sheets = sheets(bytes)?;
    let found = find(&sheets)?;
    let head = head(&sheets, &found);
    let version = version(&head, model)?;
    let mut reader =
        Reader { found: &found, model, version, problems: Vec::new(), rows: BTreeMap::new(), empty: BTreeSet::new() };
    reader.problems.extend(head.problems.iter().cloned());
    reader.refuse_merged();
    reader.read_rows();
    let written = reader.write(&head);
    let source = Source { name: String::new(), text: written.text.clone() };
    match parse(&source, model) {
        Err(problems) => {
            let all = problems.0.into_iter().flat_map(|file| file.problems);
            all.for_each(|problem| reader.place(problem, &written, &head));
        }
        Ok(answers) if reader.problems.is_empty() => return Ok(reader.made(answers)),
        Ok(_) => {}
    }
    Err(Unreadable::Cells(reader.into_problems()))
}

fn sheets(bytes: &[u8]) -> Result<Vec<Sheet>, Refusal> {
    const ZIP: &[u8] = b"PK\x03\x04";
    const COMPOUND: &[u8] = b"\xd0\xcf\x11\xe0";
    if bytes.starts_with(COMPOUND) {
        let what = text!("an old (.xls) or encrypted workbook", "旧格式（.xls）或加密的工作簿");
        return Err(unpack::another_kind(what));
    }
    if bytes.starts_with(ZIP) { workbook::sheets(bytes) } else { csv::table(bytes).map(|sheet| vec![sheet]) }
}

/// The version of the model that a questionnaire is to, where it says one.
fn version(head: &Head<'_>, model: &Model) -> Result<Version, Unreadable> {
    let now = model.answers_version();
    let Some((place, said)) = &head.model else { return Ok(now) };
    let problem = |refusal| Unreadable::Cells(vec![CellProblem::new(place.clone(), refusal)]);
    let id = &model.id;
    let anew = || {
        text!(
            "`assess form --format xlsx` writes one of this version",
            "`assess form --format xlsx` 可生成此版本的问卷"
        )
    };
    let (named, version) = said.rsplit_once(' ').unwrap_or((said, ""));
    if said.is_empty() {
        let message = text!("the model and its version are missing", "缺少模型与版本");
        let help = text!("write `{id} {now}` if it is to this version", "若针对当前版本，请填写 `{id} {now}`");
        return Err(problem(Refusal::new(message).help(help)));
    }
    if named != id.as_str() {
        let message =
            text!("this questionnaire is to model `{named}`, not to `{id}`", "此问卷针对模型 `{named}`，而非 `{id}`");
        let help = text!("name the folder of that model with `--model DIR`", "请用 `--model DIR` 指定该模型所在的目录");
        return Err(problem(Refusal::new(message).help(help)));
    }
    if version.is_empty() {
        return Err(problem(Refusal::new(text!("the version of the model is missing", "缺少模型的版本")).help(anew())));
    }
    let Ok(version) = version.parse::<Version>() else {
        return Err(problem(
            Refusal::new(text!("`{version}` is not a version", "`{version}` 不是版本号")).help(anew()),
        ));
    };
    if version.major != now.major || version > now {
        let message = text!(
            "this questionnaire is to version {version} of model `{id}`; this is version {now}",
            "此问卷针对模型 `{id}` 的版本 {version}，当前为版本 {now}"
        );
        return Err(problem(Refusal::new(message).help(anew())));
    }
    Ok(version)
}

struct Reader<'a, 's> {
    found: &'a Found<'s>,
    model: &'a Model,
    version: Version,
    problems: Vec<(Place, CellProblem)>,
    /// What the rows say, by their dimensions, each with the row.
    rows: BTreeMap<Id, (u32, Row)>,
    /// The dimensions of the rows in which nothing is filled in.
    empty: BTreeSet<Id>,
}

impl Reader<'_, '_> {
    /// One cell over several rows answers one of them, whatever it looks like.
    fn refuse_merged(&mut self) {
        for (first, last) in &self.found.sheet.merged {
            let is_filled = |field: &&Field| {
                let column = self.found.columns.get(*field);
                column.is_some_and(|column| (first.1..=last.1).contains(column))
            };
            let is_below = last.0 > self.found.header && last.0 > first.0;
            if is_below && Field::ALL.iter().any(|field| is_filled(&field)) {
                let message = text!("one cell over several rows", "一个单元格合并了多行");
                let help = text!("take it apart, and fill in each row", "请取消合并，并逐行填写");
                self.refuse(*first, Refusal::new(message).help(help));
            }
        }
    }

    fn read_rows(&mut self) {
        for (row, _) in self.found.sheet.rows().filter(|(row, _)| *row > self.found.header) {
            let Some(read) = row::read(self.found, row, self.model, &mut self.problems) else {
                self.empty.extend(self.dimension(row));
                continue;
            };
            match self.dimension(row) {
                Ok(id) => match self.rows.get(&id) {
                    None => drop(self.rows.insert(id, (row, read))),
                    Some((first, _)) => {
                        let first = self.found.sheet.called(self.found.place(*first, Field::Id));
                        let message = text!(
                            "a second answer to `{id}`: the first is at {first}",
                            "`{id}` 的第二个答案，第一个在 {first}"
                        );
                        let help = text!("keep one of them", "请只保留一个");
                        self.refuse(self.found.place(row, Field::Id), Refusal::new(message).help(help));
                    }
                },
                Err(refusal) => self.refuse(self.found.place(row, Field::Id), refusal),
            }
        }
    }

    /// The dimension that a row is about, by this version of the model or the one that the questionnaire is to.
    fn dimension(&self, row: u32) -> Result<Id, Refusal> {
        let Some(cell) = self.found.cell(row, Field::Id) else {
            let message = text!("an answer without the id of its question", "有答案而没有问题的 ID");
            let help = text!("copy the id from the questionnaire, or empty the row", "请从问卷中复制 ID，或清空该行");
            return Err(Refusal::new(message).help(help));
        };
        let id = cell.text().unwrap_or_default();
        let place = whole(Id(id.to_owned().into()));
        match self.model.find(id) {
            Some(Node::Dimension(dimension)) => Ok(dimension.id.clone()),
            None if self.model.names_earlier(&place, self.version) => Ok(place.id),
            _ => {
                let ids = self.model.dimensions().map(|dimension| dimension.id.as_str());
                let help = did_you_mean(id, ids)
                    .unwrap_or_else(|| text!("write the id as the questionnaire had it", "请按问卷原有的 ID 填写"));
                Err(Refusal::new(text!("unknown id `{id}`", "未知的 id `{id}`")).help(help))
            }
        }
    }

    /// All of it as an answers file would say it.
    fn write(&self, head: &Head<'_>) -> Written {
        let mut written = Written::default();
        let quoted = |text: &str| Wish::Text(text.to_owned()).to_toml();
        let (id, version) = (quoted(self.model.id.as_str()), quoted(&self.version.to_string()));
        written.push(&format!("schema = 1\n[assessment]\nmodel = {id}\nmodel-version = {version}\n"));
        if let Some((place, team)) = &head.team {
            written.line(*place, "team", &Wish::Text((*team).to_owned()));
        }
        if let Some((place, name)) = &head.name {
            written.line(*place, "assessors", &Wish::List(vec![(*name).to_owned()]));
        }
        if let Some((place, date)) = head.date {
            written.line(place, "date", &Wish::Date(date));
        }
        if let Some((place, areas)) = &head.areas {
            written.line(*place, "scope", &Wish::List(areas.clone()));
        }
        written.push("[answers]\n");
        for (id, (row, read)) in self.rows.iter().filter(|(_, (_, read))| !read.fields.is_empty()) {
            let fields =
                read.fields.iter().map(|(field, key, wish)| (self.found.place(*row, *field), *key, wish.clone()));
            written.answer(id, self.found.place(*row, Field::Id), &fields.collect::<Vec<_>>());
        }
        written
    }

    /// Tells a problem of the text where its cell is.
    fn place(&mut self, problem: Problem, written: &Written, head: &Head<'_>) {
        let place = written.cell_at(problem.span.start).unwrap_or((self.found.header, 0));
        let refusal = Refusal { message: problem.message, help: problem.help };
        match head.called(place) {
            Some(called) => self.problems.push((place, CellProblem::new(called.to_owned(), refusal))),
            None => self.refuse(place, refusal),
        }
    }

    fn refuse(&mut self, place: Place, refusal: Refusal) {
        let called = self.found.sheet.called(place);
        self.problems.push((place, CellProblem::new(called, refusal)));
    }

    fn into_problems(mut self) -> Vec<CellProblem> {
        self.problems.sort_by_key(|(place, _)| *place);
        self.problems.into_iter().map(|(_, problem)| problem).collect()
    }

    fn made(&self, answers: Answers) -> Questionnaire {
        let mut changes = BTreeMap::new();
        for (id, answer) in &answers.given {
            // What an older version calls otherwise has another id by now.
            let filled = self.rows.get(id).map_or(&Field::ALL[..], |(_, read)| &read.filled);
            changes.insert(id.clone(), change(answer, filled));
        }
        let removed = self.rows.iter().filter(|(_, (_, read))| read.is_removed);
        changes
            .extend(removed.map(|(id, _)| (id.clone(), Change { value: Some(Value::Removed), ..Change::default() })));
        let empty = self.empty.iter().filter(|id| !changes.contains_key(*id)).cloned().collect();
        Questionnaire { about: answers.assessment, changes, empty, carried: answers.carried }
    }
}

/// A dimension as a place of an older version.
fn whole(id: Id) -> model::Place {
    model::Place { id, clause: None }
}

/// The change that a row asks for: what stands in none of its cells stays as it is.
fn change(answer: &Answer, filled: &[Field]) -> Change {
    let mut change = Change::bringing(answer);
    let is_filled = |field| filled.contains(&field);
    let names_all = matches!(&answer.claim, Some(Claim::Level { met, .. }) if !met.is_empty());
    change.met = change.met.filter(|_| is_filled(Field::Met) || names_all);
    change.degrees = change.degrees.filter(|_| is_filled(Field::Degrees));
    change.except = change.except.filter(|_| is_filled(Field::Except));
    change
}
