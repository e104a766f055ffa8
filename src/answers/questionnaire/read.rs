//! Reads a questionnaire that was filled in: every problem of it at once, each with its cell.

use std::collections::{BTreeMap, BTreeSet};

use super::cell::{CellProblem, Place, Unreadable};
use super::field::Field;
use super::head::{Head, head};
use super::question_table::{QuestionTable, find};
use super::row::{self, Row};
use super::sheets::sheets;
use super::text::LocatedText;
use crate::answers::edit::Wish;
use crate::answers::{Answer, Answers, Assessment, Carried, Change, Claim, Value, parse, where_model_is};
use crate::model::{Became, Id, Model, Node, Version};
use crate::problem::{Problem, Refusal, Source, did_you_mean};

/// For so many unknown ids the one that may be meant is looked for: each is compared with all that there are, and of a
/// questionnaire in which more of them are wrong it is the whole that is.
const MOST_SUGGESTIONS: usize = 20;

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
    let table = find(&sheets)?;
    let head = head(&sheets, &table);
    let version = version(&head, model)?;
    let problems = head.problems.clone();
    let (rows, empty) = (BTreeMap::new(), BTreeSet::new());
    let mut reader = Reader { table: &table, model, version, problems, rows, empty, suggestions: MOST_SUGGESTIONS };
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

/// The version of the model that a questionnaire is to, where it says one.
fn version(head: &Head<'_>, model: &Model) -> Result<Version, Unreadable> {
    let now = model.answers_version();
    let Some((place, said)) = &head.model else { return Ok(now) };
    let problem = |refusal| Unreadable::Cells(vec![CellProblem::new(place.clone(), refusal)]);
    let id = &model.id;
    let anew = || {
        text!(
            "`assess form -o blank.xlsx` writes one of this version",
            "`assess form -o blank.xlsx` 可生成此版本的问卷"
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
        let help = where_model_is(named);
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
    table: &'a QuestionTable<'s>,
    model: &'a Model,
    version: Version,
    problems: Vec<(Place, CellProblem)>,
    /// What the rows say, by their dimensions: those of this version, else as an older one called them.
    rows: BTreeMap<Id, Answered>,
    /// The dimensions of the rows in which nothing is filled in.
    empty: BTreeSet<Id>,
    /// How many more unknown ids are compared with those there are.
    suggestions: usize,
}

/// A row in which something is filled in.
struct Answered {
    row: u32,
    /// The id as it stands there.
    at: Id,
    said: Row,
}

impl Reader<'_, '_> {
    /// One cell over several rows answers one of them, whatever it looks like.
    fn refuse_merged(&mut self) {
        for (first, last) in &self.table.sheet.merged {
            let is_filled = |field: &&Field| {
                let column = self.table.columns.get(*field);
                column.is_some_and(|column| (first.1..=last.1).contains(column))
            };
            let is_below = last.0 > self.table.header && last.0 > first.0;
            if is_below && Field::ALL.iter().any(|field| is_filled(&field)) {
                let message = text!("one cell over several rows", "一个单元格合并了多行");
                let help = text!("take it apart, and fill in each row", "请取消合并，并逐行填写");
                self.refuse(*first, Refusal::new(message).help(help));
            }
        }
    }

    fn read_rows(&mut self) {
        for (row, _) in self.table.sheet.rows().filter(|(row, _)| *row > self.table.header) {
            let said = row::read(self.table, row, self.model, &mut self.problems);
            let at = self.table.cell(row, Field::Id).map(|cell| cell.text().unwrap_or_default());
            let dimension = at.and_then(|at| self.dimension(at));
            let place = self.table.place(row, Field::Id);
            match (said, at, dimension) {
                (None, _, dimension) => self.empty.extend(dimension),
                (Some(_), None, _) => self.refuse(place, no_id()),
                (Some(_), Some(at), None) => self.refuse_unknown(place, at),
                (Some(said), Some(at), Some(id)) => {
                    self.answer(id, Answered { row, at: Id(at.to_owned().into()), said });
                }
            }
        }
    }

    fn answer(&mut self, id: Id, answered: Answered) {
        let Some(first) = self.rows.get(&id) else {
            self.rows.insert(id, answered);
            return;
        };
        let first = self.table.sheet.called(self.table.place(first.row, Field::Id));
        let message =
            text!("a second answer to `{id}`: the first is at {first}", "`{id}` 的第二个答案，第一个在 {first}");
        let help = text!("keep one of them", "请只保留一个");
        self.refuse(self.table.place(answered.row, Field::Id), Refusal::new(message).help(help));
    }

    /// The dimension that an id names: that of this version, else, if it is asked no more, that of the older version to which the
    /// questionnaire is.
    fn dimension(&self, id: &str) -> Option<Id> {
        let node = match self.model.find(id) {
            Some(node) => node,
            None => match self.model.what_became_of(id, self.version) {
                Became::Moved(node) => node,
                Became::Gone => return Some(Id(id.to_owned().into())),
                Became::Unknown => return None,
            },
        };
        match node {
            Node::Dimension(dimension) => Some(dimension.id.clone()),
            _ => None,
        }
    }

    fn refuse_unknown(&mut self, place: Place, id: &str) {
        let refusal = Refusal::new(text!("unknown id `{id}`", "未知的 id `{id}`"));
        let meant = self.suggestions.checked_sub(1).and_then(|left| {
            self.suggestions = left;
            did_you_mean(id, self.model.dimensions().map(|dimension| dimension.id.as_str()))
        });
        let as_it_was = || text!("write the id as the questionnaire had it", "请按问卷原有的 ID 填写");
        self.refuse(place, refusal.help(meant.unwrap_or_else(as_it_was)));
    }

    /// All of it as an answers file would say it.
    fn write(&self, head: &Head<'_>) -> LocatedText {
        let mut written = LocatedText::default();
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
        for Answered { row, at, said } in self.rows.values().filter(|it| !it.said.fields.is_empty()) {
            let fields =
                said.fields.iter().map(|(field, key, wish)| (self.table.place(*row, *field), *key, wish.clone()));
            written.answer(at, self.table.place(*row, Field::Id), &fields.collect::<Vec<_>>());
        }
        written
    }

    /// Tells a problem of the text where its cell is.
    fn place(&mut self, problem: Problem, written: &LocatedText, head: &Head<'_>) {
        let place = written.cell_at(problem.span.start).unwrap_or((self.table.header, 0));
        let refusal = Refusal { message: problem.message, help: problem.help };
        match head.called(place) {
            Some(called) => self.problems.push((place, CellProblem::new(called.to_owned(), refusal))),
            None => self.refuse(place, refusal),
        }
    }

    fn refuse(&mut self, place: Place, refusal: Refusal) {
        let called = self.table.sheet.called(place);
        self.problems.push((place, CellProblem::new(called, refusal)));
    }

    fn into_problems(mut self) -> Vec<CellProblem> {
        self.problems.sort_by_key(|(place, _)| *place);
        self.problems.into_iter().map(|(_, problem)| problem).collect()
    }

    fn made(&self, answers: Answers) -> Questionnaire {
        let removed = || Change { value: Some(Value::Removed), ..Change::default() };
        let change = |id: &Id, said: &Row| match answers.given.get(id) {
            // What is asked no more has no answer to remove.
            None => self.model.find(id.as_str()).filter(|_| said.is_removed).map(|_| removed()),
            Some(answer) => Some(change(answer, &said.filled)),
        };
        let changes: BTreeMap<_, _> =
            self.rows.iter().filter_map(|(id, it)| Some((id.clone(), change(id, &it.said)?))).collect();
        let empty = self.empty.iter().filter(|id| !changes.contains_key(*id)).cloned().collect();
        Questionnaire { about: answers.assessment, changes, empty, carried: answers.carried }
    }
}

fn no_id() -> Refusal {
    let message = text!("an answer without the id of its question", "有答案而没有问题的 ID");
    let help = text!("copy the id from the questionnaire, or empty the row", "请从问卷中复制 ID，或清空该行");
    Refusal::new(message).help(help)
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
