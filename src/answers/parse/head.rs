//! What stands above the answers: the format, the model, and what the assessment is of.

use toml::de::DeValue;

use super::Parser;
use crate::answers::{Assessment, Date, Offset, Review, where_model_is};
use crate::document::{Section, Value};
use crate::lang::Text;
use crate::model::{Became, Dimension, Id, Node, Version};
use crate::problem::{Problem, did_you_mean};

impl<'t> Parser<'_, 't> {
    /// The `[assessment]` table.
    pub(super) fn assessment(&mut self, mut section: Section<'_, '_>) -> Option<Assessment> {
        let offset = Offset(section.span().start);
        let model = self.model_id(&mut section);
        let model_version = self.model_version(&mut section);
        let mut string = |key| {
            let value = section.take(key)?;
            self.reader.string(value).map(str::to_owned)
        };
        let (team, system, owner) = (string("team"), string("system"), string("owner"));
        let date = section.take("date").and_then(|value| self.date(value));
        let assessors = section.take("assessors").and_then(|value| self.reader.strings(value)).unwrap_or_default();
        let assessors = assessors.into_iter().map(str::to_owned).collect();
        let scope = section.take("scope").and_then(|value| self.scope(value));
        let ask_again = section.take("ask-again").map(|value| self.ask_again(value)).unwrap_or_default();
        let review = section.take("review").and_then(|value| self.review(value));
        section.close(self.reader);
        let (model, model_version) = (model?, model_version?);
        Some(Assessment {
            model,
            model_version,
            team,
            system,
            owner,
            date,
            assessors,
            scope,
            ask_again,
            review,
            offset,
        })
    }

    fn model_id(&mut self, section: &mut Section<'_, '_>) -> Option<String> {
        let value = section.require(self.reader, "model")?;
        let id = self.reader.string(value)?;
        let wanted = &self.model.id;
        if id == wanted.as_str() {
            return Some(id.to_owned());
        }
        let message =
            text!("these answers are to model `{id}`, not to `{wanted}`", "这些答案针对模型 `{id}`，而非 `{wanted}`");
        // People see the name of a model before they see its id.
        let is_its_name = Node::Model(self.model).is_called(&id.to_lowercase());
        let meant = if is_its_name { wanted.as_str() } else { id };
        let help = did_you_mean(meant, [wanted.as_str()]).unwrap_or_else(|| where_model_is(id));
        self.reader.give_up(Problem::new(value.span(), message).help(help))
    }

    fn model_version(&mut self, section: &mut Section<'_, '_>) -> Option<Version> {
        let value = section.require(self.reader, "model-version")?;
        let now = self.model.answers_version();
        let help = || text!("write `\"{now}\"`", "请写 `\"{now}\"`");
        let DeValue::String(word) = value.get_ref() else {
            return self.reader.expected(value, &text!("a string", "字符串"), help());
        };
        let (model, major) = (&self.model.id, word.split('.').next().unwrap_or_default());
        let version = match word.parse::<Version>() {
            Ok(version) => version,
            Err(_) if major == self.model.major() => {
                let message = text!("major and minor version alone belong here", "此处只写主版本号和次版本号");
                return self.reader.reject(Problem::new(value.span(), message).help(help()));
            }
            Err(_) => {
                let message = text!("`{word}` is not a version", "`{word}` 不是版本号");
                return self.reader.give_up(Problem::new(value.span(), message).help(help()));
            }
        };
        if version.major == now.major && version > now {
            let message = text!(
                "these answers are to version {version} of model `{model}`; this is version {now}",
                "这些答案针对模型 `{model}` 的版本 {version}，当前为版本 {now}"
            );
            let help = text!(
                "read them with an `assess` that has version {version} of the model or a later one",
                "请使用带有该模型版本 {version} 或更高版本的 `assess`"
            );
            return self.reader.give_up(Problem::new(value.span(), message).help(help));
        }
        if version.major == now.major {
            self.from = Some(version).filter(|version| *version < now);
            return Some(version);
        }
        let message = text!(
            "these answers are to version {version} of model `{model}`; this is version {now}",
            "这些答案针对模型 `{model}` 的版本 {version}，当前为版本 {now}"
        );
        let help = text!(
            "`assess interview` shows what changed and keeps the answers that still exist",
            "`assess interview` 会列出变化，并保留仍然存在的答案"
        );
        self.reader.give_up(Problem::new(value.span(), message).help(help))
    }

    /// The list `ask-again`: ids of dimensions, of which an older version may have had others.
    fn ask_again(&mut self, value: &Value<'_>) -> Vec<Id> {
        let mut ids: Vec<Id> = Vec::new();
        for value in self.reader.list(value).unwrap_or_default() {
            let Some(dimension) = self.dimension(value) else { continue };
            if ids.contains(&dimension.id) {
                self.reader.problems.push(Problem::twice(value.span(), dimension.id.as_str()));
            } else {
                ids.push(dimension.id.clone());
            }
        }
        ids
    }

    /// The table `review`; `None` too where an older version ended at a dimension that is gone.
    fn review(&mut self, value: &Value<'_>) -> Option<Review> {
        let mut section = self.reader.section(value)?;
        let since = section.require(self.reader, "since").and_then(|value| self.date(value));
        let until = section.require(self.reader, "until").and_then(|value| self.dimension(value));
        section.close(self.reader);
        Some(Review { since: since?, until: until?.id.clone() })
    }

    /// The dimension that an id names, by this version or an older one; `None` without a problem if it is gone since.
    fn dimension(&mut self, value: &Value<'_>) -> Option<&'t Dimension> {
        let word = self.reader.string(value)?;
        let node = match self.model.find(word) {
            None => match self.earlier(word) {
                Became::Gone => return None,
                Became::Moved(node) => Some(node),
                Became::Unknown => None,
            },
            found => found,
        };
        if let Some(Node::Dimension(dimension)) = node {
            return Some(dimension);
        }
        let problem = Problem::new(value.span(), self.no_dimension(word));
        let dimensions = self.model.dimensions().map(|dimension| dimension.id.as_str());
        let help = did_you_mean(word, dimensions);
        let help = help.unwrap_or_else(|| text!("write a full id, as the answers do", "请写完整的 id，与答案中相同"));
        self.reader.reject(problem.help(help))
    }

    fn no_dimension(&self, word: &str) -> Text {
        let Text { en, zh, .. } = self.model.kind_within(self.model.storeys());
        text!("`{word}` is no {en}", "`{word}` 不是{zh}")
    }

    fn scope(&mut self, value: &Value<'_>) -> Option<Vec<Id>> {
        let values = self.reader.list(value)?;
        if values.is_empty() {
            let help =
                text!("name areas, or remove `scope` to assess all", "请列出领域；要评估全部领域，请删除 `scope`");
            return self
                .reader
                .reject(Problem::new(value.span(), text!("the scope is empty", "评估范围为空")).help(help));
        }
        let mut scope: Vec<Id> = Vec::new();
        for value in values {
            let Some(key) = self.reader.string(value) else { continue };
            match self.model.areas.iter().find(|area| area.id.as_str() == key) {
                Some(area) if scope.contains(&area.id) => {
                    self.reader.problems.push(Problem::twice(value.span(), key));
                }
                Some(area) => scope.push(area.id.clone()),
                None => match self.earlier(key) {
                    Became::Gone => {}
                    Became::Moved(node) if node.area().is_some() => {
                        if !scope.contains(node.id()) {
                            scope.push(node.id().clone());
                        }
                    }
                    _ => self.unknown(key, value.span(), Node::Model(self.model)),
                },
            }
        }
        Some(scope).filter(|scope| !scope.is_empty())
    }

    /// A day alone.
    pub(super) fn date(&mut self, value: &Value<'_>) -> Option<Date> {
        let help = text!("write the day alone, without quotes: `2026-11-21`", "请只写日期，不加引号：`2026-11-21`");
        let DeValue::Datetime(moment) = value.get_ref() else {
            return self.reader.expected(value, &text!("a date", "日期"), help);
        };
        match (moment.date, moment.time, moment.offset) {
            (Some(date), None, None) if Date::new(date.year, date.month, date.day).is_some() => {
                Date::new(date.year, date.month, date.day)
            }
            _ => self.reader.reject(Problem::new(value.span(), text!("not a day", "不是日期")).help(help)),
        }
    }
}
