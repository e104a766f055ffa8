//! Reads an answers file strictly: all problems at once, each with what to write instead.

mod answer;
mod claim;
mod clauses;
mod degrees;
mod except;
mod head;
mod outcomes;

use std::cell::OnceCell;
use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use super::carry::{Old, Written, carry};
use super::gone::Gone;
use super::{Answers, Assessment, FileText, Given, Offset, Outcomes};
use crate::document::{self, Entry, Reader, Section, Value};
use crate::full_width;
use crate::lang::Text;
use crate::model::{Became, ClauseId, Dimension, Id, Model, Node, Place, Version};
use crate::problem::{Lines, Problem, Problems, Refusal, Source, nearest};
pub use claim::read_claim;
pub use degrees::read_degree;

/// Reads the text of an answers file to `model`.
///
/// # Errors
///
/// Every problem of the file. A file of another schema, model or major model version has that one problem only:
/// the rest of it cannot be judged.
pub fn parse(source: &Source, model: &Model) -> Result<Answers, Problems> {
    document::read(source, |reader, text| {
        let words = OnceCell::new();
        let given = Given::with_room_for(model);
        let (written, gone, earlier_ids) = (Vec::new(), Gone::default(), Vec::new());
        let tables = Vec::new();
        Parser { reader, model, text, words, tables, from: None, given, written, gone, earlier_ids }.file()
    })
}

struct Parser<'r, 't> {
    reader: &'r mut Reader,
    model: &'t Model,
    text: &'t str,
    /// The first node of each key and id, for those who write one in the wrong place.
    words: OnceCell<BTreeMap<&'t str, Node<'t>>>,
    /// The version of the file, if it is an older minor version of the model.
    from: Option<Version>,
    /// The answers, if the file is of this version.
    given: Given,
    /// The answers, if it is of an older one.
    written: Vec<Written>,
    gone: Gone,
    /// Parts of the file that stand under ids of an older version.
    earlier_ids: Vec<String>,
    /// Where each table of answers begins in the text.
    tables: Vec<(Id, Offset)>,
}

impl<'t> Parser<'_, 't> {
    fn file(&mut self) -> Option<Answers> {
        let table = self.reader.parse(self.text);
        let mut root = Section::new(table.get_ref(), 0..0);
        if !self.reader.problems.is_empty() {
            self.beside_broken_lines(root);
            return None;
        }
        let schema = self.reader.schema(&mut root);
        let assessment = root.take("assessment").or_else(|| {
            let help = without_assessment(&root);
            self.reader.reject(root.missing("assessment").help(help))
        });
        let assessment = assessment.and_then(|value| self.reader.section(value));
        let assessment = assessment.and_then(|section| self.assessment(section));
        if let Some(answers) = root.take("answers").and_then(|value| self.reader.section(value)) {
            self.answers(answers, Node::Model(self.model), "");
        }
        let outcomes = root.take("outcomes").and_then(|value| self.reader.section(value));
        let outcomes = outcomes.map(|section| self.outcomes(section)).unwrap_or_default();
        root.close(self.reader);
        schema?;
        Some(self.result(assessment?, outcomes))
    }

    /// The answers as they were written, or as this version of the model has them.
    fn result(&mut self, mut assessment: Assessment, outcomes: Outcomes) -> Answers {
        let file = FileText::new(self.text, std::mem::take(&mut self.tables));
        let Some(from) = self.from else {
            return Answers { assessment, given: std::mem::take(&mut self.given), outcomes, file, carried: None };
        };
        let written = std::mem::take(&mut self.written);
        let (gone, earlier_ids) = (std::mem::take(&mut self.gone), std::mem::take(&mut self.earlier_ids));
        let (given, carried) = carry(self.model, Old { from, written, gone, earlier_ids });
        let anew = carried.answers.iter().filter(|answer| answer.is_asked_anew).map(|answer| &answer.id);
        let new: Vec<_> = anew.filter(|id| !assessment.ask_again.contains(id)).cloned().collect();
        assessment.ask_again.extend(new);
        Answers { assessment, given, outcomes, file, carried: Some(carried) }
    }

    /// What else is wrong in a file that is not TOML throughout: the answers on its sound lines.
    fn beside_broken_lines(&mut self, mut root: Section<'_, '_>) {
        let lines = Lines::new(self.text);
        let line_of = |problem: &Problem| lines.number(problem.span.start);
        let broken: BTreeSet<usize> = self.reader.problems.iter().map(line_of).collect();
        let syntax = std::mem::take(&mut self.reader.problems);
        if let Some(answers) = root.take("answers").and_then(|value| self.reader.section(value)) {
            self.answers(answers, Node::Model(self.model), "");
        }
        self.reader.problems.retain(|problem| !broken.contains(&line_of(problem)));
        self.reader.problems.extend(syntax);
    }

    /// Reads the answers below `parent`, which the file has under the id `above`. Ids of the file are followed only where it
    /// is of an older version: elsewhere they are those of the model, and `above` is empty.
    fn answers(&mut self, section: Section<'_, '_>, parent: Node<'t>, above: &str) {
        // Two answers to one dimension can only be in an older version, by two of its ids: the first one counts.
        match self.from {
            None => section.by_name().for_each(|entry| self.entry(entry, parent, above)),
            Some(_) => section.entries().for_each(|entry| self.entry(entry, parent, above)),
        }
    }

    /// Reads what stands right below `parent` under one key: an answer, or a table of more.
    fn entry(&mut self, (key, place, value): Entry<'_, '_>, parent: Node<'t>, above: &str) {
        let at = match (self.from, above) {
            (None, _) => String::new(),
            (_, "") => key.to_owned(),
            _ => format!("{above}.{key}"),
        };
        let node = match parent.child(key) {
            Some(child) => child,
            None => match self.earlier(&at) {
                Became::Moved(node) => {
                    self.earlier_ids.push(at.clone());
                    node
                }
                Became::Gone => {
                    self.gone.collect(self.text, place.start, value, &at);
                    self.earlier_ids.push(at);
                    return;
                }
                Became::Unknown => return self.unknown(key, place, parent),
            },
        };
        if let Node::Dimension(dimension) = node {
            self.answer_to(dimension, at, place, value);
        } else if let Some(section) = self.reader.section(value) {
            self.tables.push((node.id().clone(), Offset(place.start)));
            self.answers(section, node, &at);
        }
    }

    fn answer_to(&mut self, dimension: &Dimension, at: String, place: Range<usize>, value: &Value<'_>) {
        if self.from.is_some() && self.written.iter().any(|other| other.id == dimension.id) {
            let id = &dimension.id;
            let message = text!("a second answer to `{id}`", "`{id}` 的第二个答案");
            let help = text!("keep one of them", "请只保留一个");
            self.reader.problems.push(Problem::new(place, message).help(help));
            return;
        }
        let Some(mut answer) = self.answer(dimension, &at, value) else { return };
        answer.offset = Offset(place.start);
        match self.from {
            None => self.given.put(dimension, answer),
            Some(_) => self.written.push(Written { id: dimension.id.clone(), at, answer }),
        }
    }

    /// What became of an id that this version of the model does not have.
    pub(super) fn earlier(&self, id: &str) -> Became<'t> {
        self.from.map_or(Became::Unknown, |from| self.model.what_became_of(id, from))
    }

    /// No child of `parent` has this key: names the one meant, or where the key belongs.
    fn unknown(&mut self, key: &str, place: Range<usize>, parent: Node<'_>) {
        let children = parent.children();
        let siblings = children.iter().map(|child| child.id().key());
        let id = match parent {
            Node::Model(_) => key.to_owned(),
            _ => format!("{}.{key}", parent.id()),
        };
        // People see names before they see ids.
        let name = key.to_lowercase();
        let named = children.iter().find(|child| child.is_called(&name)).map(|child| child.id().key());
        let elsewhere = || {
            let id = self.words().get(key)?.id();
            if id.as_str() == key {
                return Some(text!("write `{id}` without quotes", "请去掉引号，写 `{id}`"));
            }
            Some(text!("`{id}` is where it belongs", "它应位于 `{id}`"))
        };
        let listed = || {
            let Text { en, zh, .. } = Text::list_words(children.iter().map(|child| child.id().key()));
            text!("known here: {en}", "此处可用：{zh}")
        };
        let help = match named.or_else(|| nearest(key, siblings)) {
            Some(meant) => text!("did you mean `{meant}`?", "是否想写 `{meant}`？"),
            None => elsewhere().unwrap_or_else(listed),
        };
        self.reader.problems.push(Problem::new(place, text!("unknown id `{id}`", "未知的 id `{id}`")).help(help));
    }

    fn words(&self) -> &BTreeMap<&'t str, Node<'t>> {
        self.words.get_or_init(|| {
            let mut words = BTreeMap::new();
            for node in self.model.nodes() {
                words.entry(node.id().key()).or_insert(node);
                words.entry(node.id().as_str()).or_insert(node);
            }
            words
        })
    }

    /// Whether a dimension has a clause, or had it in the older version to which the file is.
    pub(super) fn has_clause(&self, dimension: &Dimension, at: &str, clause: ClauseId) -> bool {
        let earlier = || Place { id: Id(at.to_owned().into()), clause: Some(clause) };
        dimension.clause(clause).is_some() || self.from.is_some_and(|from| self.model.names_earlier(&earlier(), from))
    }
}

/// Refuses a word for naming no clause of a dimension.
fn no_clause(dimension: &Dimension, word: &str) -> Refusal {
    full_width::refuse(word, |meant| meant.parse::<ClauseId>().is_ok()).unwrap_or_else(|| {
        let message = text!("no clause `{word}` in this dimension", "该维度没有要求 `{word}`");
        Refusal::new(message).help(clauses_of(dimension))
    })
}

fn clauses_of(dimension: &Dimension) -> Text {
    let names = dimension.all_clauses().map(|(id, _)| format!("`\"{id}\"`")).collect::<Vec<_>>();
    let Text { en, zh, .. } = Text::list(&names);
    text!("its clauses are {en}", "可写的要求：{zh}")
}

/// What to do about a file without `[assessment]`, which may be one of another kind.
fn without_assessment(root: &Section<'_, '_>) -> Text {
    let has_one_of = |keys: &[&str]| keys.iter().any(|key| root.has(key));
    if has_one_of(&["target", "rules"]) {
        return text!(
            "this is a policy: name it with `--config`, and here the answers",
            "这是策略：请用 `--config` 指定它，此处请指定答案文件"
        );
    }
    if has_one_of(&["areas", "nodes", "sub-domains"]) {
        return text!(
            "this is a file of a model: name its folder with `--model`, and here the answers",
            "这是模型的文件：请用 `--model` 指定其所在的目录，此处请指定答案文件"
        );
    }
    text!(
        "add the table `[assessment]` with `model` and `model-version`; or remove the file, and `assess init` writes a new one",
        "请加上表 `[assessment]` 及其中的 `model` 和 `model-version`；或删除该文件，再用 `assess init` 生成新的"
    )
}
