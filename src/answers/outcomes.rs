//! What a team measures of its delivery, as `[outcomes]` says it: never scored, shown beside the levels.

mod measurement;

use std::collections::BTreeMap;
use std::fmt;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::full_width;
use crate::keyword;
use crate::lang::Text;
use crate::problem::{Refusal, did_you_mean};
pub use measurement::{Measurement, Unit};
use measurement::{is_decimal, slip};

/// What `[outcomes]` of an answers file says, in the order in which it is written.
pub type Outcomes = BTreeMap<Metric, Measurement>;

/// What is measured.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Metric {
    /// How often something is deployed.
    DeploymentFrequency,
    /// How long a change takes until it is in use.
    LeadTime,
    /// How many deployments make a repair necessary.
    ChangeFailureRate,
    /// How long it takes until a failed deployment is repaired.
    RecoveryTime,
    /// How many deployments were not planned, and repair what users had met.
    ReworkRate,
}

impl Metric {
    /// Every metric, in the order in which they are written.
    pub fn all() -> impl Iterator<Item = Self> {
        keyword::values()
    }

    /// What it is called where ids of the model are, too: `outcomes.lead-time`.
    #[must_use]
    pub fn id(self) -> String {
        format!("outcomes.{self}")
    }

    /// The metric with this id; `None` where it is no id of an outcome at all.
    ///
    /// # Errors
    ///
    /// If it names no metric; the refusal lists those there are.
    #[must_use]
    pub fn with_id(id: &str) -> Option<Result<Self, Refusal>> {
        let name = id.strip_prefix("outcomes")?;
        let name = if name.is_empty() { name } else { name.strip_prefix('.')? };
        Some(Self::named(name))
    }

    /// The metric of this name, as `lead-time`.
    ///
    /// # Errors
    ///
    /// There is none, and which one may be meant.
    fn named(word: &str) -> Result<Self, Refusal> {
        keyword::parse(word).ok_or_else(|| {
            let names = keyword::words::<Self>();
            let help = did_you_mean(word, names.iter().copied()).unwrap_or_else(|| {
                let Text { en, zh, .. } = Text::list_words(names);
                text!("one of {en}", "可选：{zh}")
            });
            let message = match word {
                "" => text!("no outcome is named", "没有指明成效指标"),
                _ => text!("unknown outcome `{word}`", "未知的成效指标 `{word}`"),
            };
            Refusal::new(message).help(help)
        })
    }

    /// What people call it.
    #[must_use]
    pub fn name(self) -> Text {
        match self {
            Self::DeploymentFrequency => text!("Deployment frequency", "部署频率"),
            Self::LeadTime => text!("Lead time for changes", "变更前置时间"),
            Self::ChangeFailureRate => text!("Change failure rate", "变更失败率"),
            Self::RecoveryTime => text!("Failed deployment recovery time", "部署失败恢复时间"),
            Self::ReworkRate => text!("Deployment rework rate", "部署返工率"),
        }
    }

    /// What it tells, as a question to a team.
    #[must_use]
    pub fn question(self) -> Text {
        match self {
            Self::DeploymentFrequency => {
                text!("How often do you deploy to production?", "多久向生产环境部署一次？")
            }
            Self::LeadTime => text!(
                "How long does a change take from commit to production?",
                "一项变更从提交到进入生产环境需要多长时间？"
            ),
            Self::ChangeFailureRate => text!(
                "What share of deployments needs a rollback or a fix at once?",
                "有多大比例的部署需要立即回滚或修复？"
            ),
            Self::RecoveryTime => {
                text!("How long does it take to recover from a failed deployment?", "部署失败后多久能够恢复？")
            }
            Self::ReworkRate => text!(
                "What share of deployments was unplanned, to mend what users met?",
                "有多大比例的部署是计划外的，用于修复用户遇到的问题？"
            ),
        }
    }

    /// A value of it, as it is written.
    #[must_use]
    pub fn example(self) -> &'static str {
        match self {
            Self::DeploymentFrequency => "3/week",
            Self::LeadTime => "2d",
            Self::ChangeFailureRate => "8%",
            Self::RecoveryTime => "4h",
            Self::ReworkRate => "5%",
        }
    }

    /// What may stand behind its number.
    #[must_use]
    pub fn units(self) -> &'static [Unit] {
        match self {
            Self::DeploymentFrequency => {
                &[Unit::PerDay, Unit::PerWeek, Unit::PerMonth, Unit::PerQuarter, Unit::PerYear]
            }
            Self::LeadTime | Self::RecoveryTime => &[Unit::Minutes, Unit::Hours, Unit::Days, Unit::Weeks],
            Self::ChangeFailureRate | Self::ReworkRate => &[Unit::Percent],
        }
    }

    /// What its values are counted in by [`Measurement::in_least_unit`].
    #[must_use]
    pub fn least_unit(self) -> Text {
        match self {
            Self::DeploymentFrequency => text!("times a year", "次/年"),
            Self::LeadTime | Self::RecoveryTime => text!("minutes", "分钟"),
            Self::ChangeFailureRate | Self::ReworkRate => text!("percent", "百分比"),
        }
    }

    /// Matches what may be written, for JSON Schemas.
    #[must_use]
    pub fn pattern(self) -> String {
        let units: Vec<_> = self.units().iter().map(ToString::to_string).collect();
        let number = match self {
            Self::ChangeFailureRate | Self::ReworkRate => "(100(\\.0{1,6})?|[0-9]{1,2}(\\.[0-9]{1,6})?)",
            _ => "[0-9]{1,9}(\\.[0-9]{1,6})?",
        };
        format!("^{number}({})$", units.join("|"))
    }

    /// Reads a value of it.
    ///
    /// # Errors
    ///
    /// Anything but a decimal number of at most 9 digits before the point and 6 after it, and a unit of this metric.
    pub fn read(self, word: &str) -> Result<Measurement, Refusal> {
        if let Some(refusal) = full_width::refuse(word, |meant| self.read(meant).is_ok()) {
            return Err(refusal);
        }
        let refuse = |message: Text| Err(Refusal::new(message).help(self.help()));
        let end = word.find(|letter: char| !letter.is_ascii_digit() && letter != '.').unwrap_or(word.len());
        let (number, unit) = word.split_at(end);
        if let Some((message, tidy)) = slip(word) {
            let is_meant = tidy.filter(|tidy| self.read(tidy).is_ok());
            let help = is_meant.map_or_else(|| self.help(), |tidy| text!("write `{tidy}`", "请写 `{tidy}`"));
            return Err(Refusal::new(message).help(help));
        }
        if !is_decimal(number) {
            return refuse(text!("`{word}` is not a number with a unit", "`{word}` 不是带单位的数"));
        }
        let Some(unit) = self.units().iter().copied().find(|known| known.to_string() == unit) else {
            return refuse(match unit {
                "" => text!("`{word}` has no unit", "`{word}` 没有单位"),
                _ => text!("`{word}` has another unit", "`{word}` 的单位不对"),
            });
        };
        let measured = Measurement { number: number.to_owned(), unit };
        if unit == Unit::Percent && measured.amount() > 100.0 {
            return refuse(text!("`{word}` is more than 100%", "`{word}` 超过 100%"));
        }
        Ok(measured)
    }

    /// How a value of it is written.
    #[must_use]
    pub fn help(self) -> Text {
        let example = self.example();
        let Text { en, zh, .. } = Text::list_words(self.units());
        match self.units() {
            [unit] => text!(
                "write a number from 0 to 100 and `{unit}`, as `\"{example}\"`",
                "请写 0 到 100 的数和 `{unit}`，如 `\"{example}\"`"
            ),
            _ => {
                text!("write a number and one of {en}, as `\"{example}\"`", "请写数和单位（{zh}），如 `\"{example}\"`")
            }
        }
    }
}

impl fmt::Display for Metric {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.serialize(out)
    }
}
