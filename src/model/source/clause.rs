//! Reads the clauses of a level.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::collections::btree_map::Entry;
use std::ops::Range;

use super::text::Placed;
use super::{Author, MOST_WEIGHT};
use crate::document::{Section, Value, is_string, number_of};
use crate::model::lint::Role;
use crate::model::{Clause, ClauseId, Id, Level, Place};
use crate::problem::Problem;

/// The longest `ref`, in characters.
pub(crate) const LONGEST_REF: usize = 200;

/// What every `ref` of a model stands for: a node or a clause.
pub(super) type References = BTreeMap<String, Place>;

impl Author<'_> {
    /// The clauses of a level of the dimension `id`.
    pub(super) fn clauses(&mut self, section: &mut Section<'_, '_>, id: &Id, level: Level) -> Vec<Placed<Clause>> {
        let Some(values) = section.take("clauses").and_then(|value| self.reader.list(value)) else { return Vec::new() };
        // More than have a number are refused as too many.
        let number = |above: usize| u8::try_from(above + 1).unwrap_or(u8::MAX);
        let ids = (0..).map(|above| ClauseId { level, number: number(above) });
        values.iter().zip(ids).filter_map(|(value, clause)| self.clause(value, id, clause)).collect()
    }

    fn clause(&mut self, value: &Value<'_>, dimension: &Id, id: ClauseId) -> Option<Placed<Clause>> {
        self.clauses.insert(Place { id: dimension.clone(), clause: Some(id) }, value.span());
        if is_string(value) {
            return self.text_of(value, Role::Statement).map(|(text, place)| (text.into(), place));
        }
        let mut section = self.reader.section(value)?;
        let text = self.said(&mut section, Role::Statement);
        let terms = self.terms_used(&mut section);
        let reference = self.reference(&mut section, Place { id: dimension.clone(), clause: Some(id) });
        let weight = self.weight(&mut section);
        let up_to = section.take("up-to").and_then(|value| self.up_to(value, id.level));
        section.close(&mut self.reader);
        Some((Clause { text: text?, terms, reference, weight, up_to }, value.span()))
    }

    /// How much a node or a clause counts in means: 1 where it is not said.
    pub(super) fn weight(&mut self, section: &mut Section<'_, '_>) -> u32 {
        let Some(value) = section.take("weight") else { return 1 };
        let Some(number) = self.reader.integer(value) else { return 1 };
        let weight = number_of(number).filter(|weight| (1..=MOST_WEIGHT).contains(weight));
        weight.unwrap_or_else(|| {
            let message = text!("a weight of {number}", "权重为 {number}");
            let help = text!(
                "write a whole number from 1 to {MOST_WEIGHT}; what does not count is left out of the model",
                "请写 1 到 {MOST_WEIGHT} 的整数；不计分的内容不应写入模型"
            );
            self.reader.problems.push(Problem::new(value.span(), message).help(help));
            1
        })
    }

    /// What another framework calls a node or a clause: one line, found nowhere else in the whole model.
    pub(super) fn reference(&mut self, section: &mut Section<'_, '_>, place: Place) -> Option<Cow<'static, str>> {
        let value = section.take("ref")?;
        let word = self.reader.string(value)?;
        let length = word.chars().count();
        if length > LONGEST_REF || word.trim() != word || word.chars().any(char::is_control) {
            return self.reader.reject(not_a_reference(value.span()));
        }
        match self.folder.references.entry(word.to_owned()) {
            Entry::Vacant(free) => free.insert(place),
            Entry::Occupied(taken) => {
                let other = taken.get();
                let message = text!("`{place}` has the `ref` of `{other}`", "`{place}` 与 `{other}` 的 `ref` 相同");
                let help = text!("give each a `ref` of its own, or none", "请使用不同的 `ref`，或去掉其中一个");
                return self.reader.reject(Problem::new(value.span(), message).help(help));
            }
        };
        Some(Cow::Owned(word.to_owned()))
    }

    /// The last level that asks a clause of `level`.
    fn up_to(&mut self, value: &Value<'_>, level: Level) -> Option<Level> {
        let last = self.reader.integer(value)?;
        let top = self.top;
        if let Some(last) = number_of(last).map(Level).filter(|last| (level..=top).contains(last)) {
            return Some(last);
        }
        let message = text!(
            "a clause of level {level} cannot be asked up to level {last}",
            "级别 {level} 的要求不能写到级别 {last} 为止"
        );
        let help = text!("write a level from {level} to {top}", "请写 {level} 到 {top} 的级别");
        self.reader.reject(Problem::new(value.span(), message).help(help))
    }
}

fn not_a_reference(place: Range<usize>) -> Problem {
    let message = text!("not a `ref`", "不是合法的 `ref`");
    let help = text!(
        "write one line of up to {LONGEST_REF} characters, without blanks around it",
        "请写一行，最多 {LONGEST_REF} 个字符，首尾不留空格"
    );
    Problem::new(place, message).help(help)
}
