//! Reads the pieces of a model's file, each checked by itself.

use std::borrow::Cow;
use std::collections::BTreeSet;
use std::ops::Range;

use super::{Author, MOST_CHILDREN, MOST_DIMENSIONS};
use crate::document::{Reader, Section, Value};
use crate::lang::Text;
use crate::model::counting::Levels;
use crate::model::lint::Role;
use crate::model::{Id, Kind, Level, Provenance, Texts};
use crate::problem::Problem;

impl Author<'_> {
    pub(super) fn schema(&mut self, root: &mut Section<'_, '_>) {
        let Some((reader, value)) = self.require(root, "schema") else { return };
        if let Some(number) = reader.number(value, u8::MAX).filter(|number| *number != 1) {
            let message = text!("schema {number} is not known to this version", "此版本不支持 schema {number}");
            let help = text!(
                "this version reads schema 1; a newer `assess` may read it",
                "此版本只能读取 schema 1，请使用更新的 `assess`"
            );
            reader.problems.push(Problem::new(value.span(), message).help(help));
        }
    }

    pub(super) fn version(&mut self, root: &mut Section<'_, '_>) -> Option<Cow<'static, str>> {
        let (reader, value) = self.require(root, "version")?;
        let version = reader.string(value)?;
        let numbers: Vec<_> = version.split('.').collect();
        let is_number = |part: &&str| part.parse::<u32>().is_ok_and(|number| number.to_string() == **part);
        if numbers.len() == 3 && numbers.iter().all(is_number) {
            return Some(version.to_owned().into());
        }
        let message = text!("not a version", "不是合法的版本号");
        reader.reject(Problem::new(value.span(), message).help(text!("write it as `\"1.0.0\"`", "请写成 `\"1.0.0\"`")))
    }

    /// The number of the lowest level; 0 where results have no levels and none is said.
    pub(super) fn floor(&mut self, root: &mut Section<'_, '_>) -> Option<Level> {
        let value = match self.folder.scoring.levels {
            Levels::Shown => self.require(root, "floor")?.1,
            Levels::None => match root.take("floor") {
                Some(value) => value,
                None => return Some(Level(0)),
            },
        };
        self.reader.number(value, 1).map(Level)
    }

    /// The names of the levels, which are numbered without gaps from the floor; two where results have no levels and
    /// none are said.
    pub(super) fn levels(&mut self, root: &mut Section<'_, '_>, floor: Level) -> Option<Vec<Option<Text>>> {
        let value = match self.folder.scoring.levels {
            Levels::Shown => self.require(root, "levels")?.1,
            Levels::None => match root.take("levels") {
                Some(value) => value,
                None => {
                    return Some(floor.up_to(floor.next()).map(|level| Some(Text::same(level.to_string()))).collect());
                }
            },
        };
        let reader = &mut self.reader;
        let values = reader.list(value)?;
        if !(2..=9).contains(&values.len()) {
            let (span, count) = (value.span(), values.len());
            let message = text!("{count} levels; two to nine are allowed", "共 {count} 个级别，应为 2 到 9 个");
            let help = if count < 2 {
                text!("name one to leave and at least one to reach", "请至少写出要离开的和要达到的各一个")
            } else {
                text!("join some of them", "请合并其中几个")
            };
            return self.reader.reject(Problem::new(span, message).help(help));
        }
        let mut names = Vec::new();
        for (value, wanted) in values.iter().zip(floor.0..) {
            let mut level = self.reader.section(value)?;
            if let Some((reader, value)) = self.require(&mut level, "number")
                && let Some(number) = reader.number(value, 9).filter(|number| *number != wanted)
            {
                let message =
                    text!("level {number} where {wanted} comes next", "此处应为级别 {wanted}，实际为 {number}");
                let help = text!("number the levels from {floor} up, without gaps", "请从 {floor} 起为各级别连续编号");
                reader.problems.push(Problem::new(value.span(), message).help(help));
            }
            names.push(self.text(&mut level, "name", Role::Name));
            level.close(&mut self.reader);
        }
        Some(names)
    }

    /// The tables of a list, each with an id of its own, read by `read`.
    pub(super) fn children<T>(
        &mut self,
        section: &mut Section<'_, '_>,
        key: &'static str,
        mut read: impl FnMut(&mut Self, &mut Section<'_, '_>, Id) -> Option<T>,
    ) -> Vec<(T, Range<usize>)> {
        let Some((reader, value)) = self.require(section, key) else { return Vec::new() };
        let Some(values) = reader.list(value) else { return Vec::new() };
        self.count(value.span(), values.len());
        let parent = self.id.clone();
        let mut seen = BTreeSet::new();
        let mut children = Vec::new();
        for value in values {
            let Some(mut child) = self.reader.section(value) else { continue };
            let Some((key, span)) = self.id(&mut child) else { continue };
            if !seen.insert(key.clone()) {
                self.reader.problems.push(Problem::twice(span, key.as_str()));
                continue;
            }
            self.id = if parent.as_str().is_empty() { key } else { parent.child(key.as_str()) };
            let id = self.id.clone();
            children.extend(read(self, &mut child, id).map(|read| (read, span)));
            child.close(&mut self.reader);
        }
        self.id = parent;
        children
    }

    pub(super) fn count(&mut self, span: Range<usize>, count: usize) {
        if !(1..=MOST_CHILDREN).contains(&count) {
            let message = text!(
                "{count} entries; 1 to {MOST_CHILDREN} are allowed",
                "共 {count} 项，应为 1 到 {MOST_CHILDREN} 项"
            );
            let help = if count == 0 {
                text!("add one", "请至少添加一项")
            } else {
                text!("put some of them under another node", "请把其中一部分移到另一个节点之下")
            };
            self.reader.problems.push(Problem::new(span, message).help(help));
        }
    }

    /// Notes the first dimension beyond those allowed; the others are passed over.
    pub(super) fn one_too_many<T>(&mut self, span: Range<usize>) -> Option<T> {
        if self.folder.dimensions == MOST_DIMENSIONS + 1 {
            let message = text!(
                "one dimension too many: {MOST_DIMENSIONS} are allowed in a model",
                "维度过多：一个模型最多 {MOST_DIMENSIONS} 个"
            );
            let help = text!("split the model, or leave out areas", "请拆分模型，或去掉部分领域");
            self.reader.problems.push(Problem::new(span, message).help(help));
        }
        None
    }

    /// The values of a list that the root may leave out, at most `most` of them.
    pub(super) fn bounded<'v, 't>(
        &mut self,
        root: &mut Section<'v, 't>,
        key: &'static str,
        most: usize,
    ) -> &'v [Value<'t>] {
        let Some(value) = root.take(key) else { return &[] };
        let values = self.reader.list(value).unwrap_or_default();
        match values.get(most) {
            None => values,
            Some(first) => {
                let count = values.len();
                let message = text!("{count} entries; up to {most} are allowed", "共 {count} 项，最多 {most} 项");
                let help = text!("leave some of them out", "请去掉其中一部分");
                self.reader.problems.push(Problem::new(first.span(), message).help(help));
                &[]
            }
        }
    }

    pub(super) fn id(&mut self, section: &mut Section<'_, '_>) -> Option<(Id, Range<usize>)> {
        let (reader, value) = self.require(section, "id")?;
        let key = reader.string(value)?;
        let key = self.key(key, value.span())?;
        Some((Id(key.to_owned().into()), value.span()))
    }

    /// One part of an id: lower-case words and digits joined by single hyphens.
    pub(super) fn key<'v>(&mut self, key: &'v str, span: Range<usize>) -> Option<&'v str> {
        let word = |part: &str| {
            !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit())
        };
        if key.split('-').all(word) {
            return Some(key);
        }
        let message = text!("`{key}` is not an id", "`{key}` 不是合法的 id");
        let help = text!(
            "write lower-case words joined by hyphens: `version-control`",
            "请用连字符连接小写单词：`version-control`"
        );
        self.reader.reject(Problem::new(span, message).help(help))
    }

    pub(super) fn kind(&mut self, section: &mut Section<'_, '_>) -> Option<Kind> {
        let Some(value) = section.take("kind") else {
            let help = text!(
                "say how the level stands to those below: `states`, `adds`, `same` or `none`",
                "请写明该级别与以下各级的关系：`states`、`adds`、`same` 或 `none`"
            );
            return self.reader.reject(section.missing("kind").help(help));
        };
        self.reader.word(value, |word| text!("unknown kind `{word}`", "未知的 kind `{word}`"))
    }

    /// Whose words the texts are: the author's where it is not said.
    pub(super) fn whose(&mut self, root: &mut Section<'_, '_>) -> Texts {
        let value = root.take("texts");
        let read = value
            .and_then(|value| self.reader.word(value, |word| text!("unknown texts `{word}`", "未知的 texts `{word}`")));
        read.unwrap_or_default()
    }

    /// Whether the figures of a team's delivery are asked: where it is not said, they are.
    pub(super) fn asks_outcomes(&mut self, root: &mut Section<'_, '_>) -> bool {
        root.take("outcomes").and_then(|value| self.reader.boolean(value)).unwrap_or(true)
    }

    pub(super) fn provenance(&mut self, section: &mut Section<'_, '_>) -> Option<Provenance> {
        let value = section.take("provenance")?;
        self.reader.word(value, |word| text!("unknown provenance `{word}`", "未知的 provenance `{word}`"))
    }

    /// Whether nothing that was read so far has a problem.
    pub(super) fn is_sound(&self) -> bool {
        self.reader.problems.is_empty() && self.folder.reports.values().all(|found| found.problems.is_empty())
    }

    /// `true` or `false`; `false` where it is left out.
    pub(super) fn flag(&mut self, section: &mut Section<'_, '_>, key: &'static str) -> bool {
        section.take(key).and_then(|value| self.reader.boolean(value)).unwrap_or_default()
    }

    pub(super) fn require<'v, 't>(
        &mut self,
        section: &mut Section<'v, 't>,
        key: impl Into<Cow<'static, str>>,
    ) -> Option<(&mut Reader, &'v Value<'t>)> {
        let value = section.require(&mut self.reader, key)?;
        Some((&mut self.reader, value))
    }
}
