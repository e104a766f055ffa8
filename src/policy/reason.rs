//! Why a check fails, or warns.

use std::fmt;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::measure::Measure;
use crate::lang::Text;
use crate::model::{Dimension, Level, Model, Node};
use crate::scoring::Requirement;

/// One reason why an assessment does not hold what was promised.
#[derive(Clone, Debug)]
pub struct Reason<'m> {
    /// What kind of reason.
    pub code: Code,
    /// Whether it fails the check.
    pub severity: Severity,
    /// The node it is about; `None` for the assessment as a whole.
    pub node: Option<Node<'m>>,
    /// The level or score of the node; `None` if it has none or they are not the matter.
    pub actual: Option<Measure>,
    /// The level or score it should have, or for a regression had; `None` if they are not the matter.
    pub target: Option<Measure>,
    /// The line of the answers file to look at, from 1.
    pub line: usize,
    /// What is wrong, without the name of the node.
    pub message: Text,
    /// The entry of the evidence that is not there; `None` if that is not the matter.
    pub evidence: Option<String>,
    /// Of what is below its target, the dimensions that lack something, each with its level or score; of what is incomplete,
    /// those without an answer.
    pub dimensions: Vec<(&'m Dimension, Option<Measure>)>,
    /// The clauses they still lack for the target.
    pub requirements: Vec<Requirement<'m>>,
}

impl Reason<'_> {
    /// Number of levels missing; 0 if levels are not the matter.
    #[must_use]
    pub fn gap(&self) -> u8 {
        let level = |measure: &Option<Measure>| measure.as_ref().and_then(Measure::level);
        let missing = |actual: Level, target: Level| target.0.saturating_sub(actual.0);
        level(&self.actual).zip(level(&self.target)).map_or(0, |(actual, target)| missing(actual, target))
    }
}

/// The kinds of reasons, the gravest first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Code {
    /// There are targets, and no sub-domain with answers that could be held to them.
    NothingJudged,
    /// A target is for what the assessment leaves out.
    OutOfScope,
    /// A sub-domain has a lower level than its target.
    BelowTarget,
    /// A dimension is worse than in the baseline.
    Regression,
    /// There are no earlier answers to compare with, which the policy requires.
    NoBaseline,
    /// Missing answers decide whether a sub-domain holds its target.
    Incomplete,
    /// The assessment is too old, has no date, or one that is yet to come.
    Stale,
    /// A dimension is marked not applicable past the last day on which that is accepted.
    NaExpired,
    /// A clause is excepted past the last day on which that is accepted.
    ExceptionExpired,
    /// A dimension is marked not applicable, or a clause excepted, which the policy does not allow.
    NaNotAllowed,
    /// A dimension is marked not applicable without a last day, which the policy requires.
    NaWithoutUntil,
    /// A dimension needs evidence and has none, or names a file that is not there.
    MissingEvidence,
    /// A dimension asks more than when it was answered.
    AskedAnew,
}

impl fmt::Display for Code {
    /// The word for it in JSON and reports.
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.serialize(out)
    }
}

impl Code {
    /// What a headline calls it: in English its own word, which is one.
    #[must_use]
    pub fn name(self) -> Text {
        let word = self.to_string();
        let zh = match self {
            Self::NothingJudged => "无可判定",
            Self::OutOfScope => "不在评估范围",
            Self::BelowTarget => "低于目标",
            Self::Regression => "比基线差",
            Self::NoBaseline => "没有基线",
            Self::Incomplete => "取决于未回答的问题",
            Self::Stale => "评估过期",
            Self::NaExpired => "“不适用”过期",
            Self::ExceptionExpired => "例外过期",
            Self::NaNotAllowed => "不允许“不适用”",
            Self::NaWithoutUntil => "“不适用”无期限",
            Self::MissingEvidence => "缺少证据",
            Self::AskedAnew => "需重新询问",
        };
        Text::new(word, zh)
    }

    /// What it means, for people who meet the word.
    #[must_use]
    pub fn about(self, model: &Model) -> Text {
        let [of_sub_domains, of_dimensions] = [model.sub_domain_storey(), model.storeys()];
        let Text { en: part, zh: part_zh, .. } = model.kind_within(of_sub_domains);
        let leaf_zh = model.kind_within(of_dimensions).zh;
        // Names of the model's own stand without an article: nobody knows which they take.
        let [first_part, first_leaf] = [of_sub_domains, of_dimensions].map(|storey| model.kind_name(storey).en);
        match self {
            Self::NothingJudged => text!("No {part} could be held to a target", "没有任何{part_zh}可以按目标判定"),
            Self::OutOfScope => text!("A target is for a part that is not assessed", "目标所指的部分不在评估范围内"),
            Self::BelowTarget => text!("{first_part} below its target", "{part_zh}低于目标"),
            Self::Regression => text!("{first_leaf} worse than in the baseline", "{leaf_zh}比基线差"),
            Self::NoBaseline => {
                text!("There are no earlier answers to compare with", "没有可供比较的更早答案")
            }
            Self::Incomplete => {
                text!("Missing answers decide whether the target is held", "是否达到目标取决于尚未回答的问题")
            }
            Self::Stale => {
                text!("The day of the assessment is missing, too old or yet to come", "评估日期缺失、过旧或尚未到来")
            }
            Self::NaExpired => text!("A “not applicable” has run out", "“不适用”已过期"),
            Self::ExceptionExpired => text!("An exception has run out", "例外已过期"),
            Self::NaNotAllowed => text!("“Not applicable” is not allowed", "不允许填写“不适用”"),
            Self::NaWithoutUntil => {
                text!("“Not applicable” has no day to look again", "“不适用”没有写明重新审视的日期")
            }
            Self::MissingEvidence => text!("Evidence is missing", "缺少证据"),
            Self::AskedAnew => text!("A question asks more than when it was answered", "问题的要求比作答时更多"),
        }
    }

    /// What a team can do about it, in one sentence.
    #[must_use]
    pub fn remedy(self) -> Text {
        match self {
            Self::NothingJudged => text!(
                "Answer questions of the parts with a target, or set targets for what is assessed",
                "回答已设目标的部分，或为评估范围内的部分设定目标"
            ),
            Self::OutOfScope => {
                text!(
                    "Add the area to the scope of the assessment, or remove the target",
                    "把该领域加入评估范围，或去掉这个目标"
                )
            }
            Self::BelowTarget => {
                text!("See what is still needed with `assess next`", "用 `assess next` 查看尚缺的要求")
            }
            Self::Regression => {
                text!(
                    "Restore what got worse, or accept it with `--allow-drop`",
                    "恢复变差的部分，或用 `--allow-drop` 接受"
                )
            }
            Self::NoBaseline => {
                text!(
                    "Name the earlier answers with `--baseline git:REV:PATH`, or set `require-baseline = false` in the policy",
                    "用 `--baseline git:REV:PATH` 指定更早的答案，或在策略中设置 `require-baseline = false`"
                )
            }
            Self::Incomplete => {
                text!("Answer the open questions with `assess interview`", "用 `assess interview` 回答剩下的问题")
            }
            Self::Stale => {
                text!(
                    "Go over all answers with `assess interview --review`",
                    "用 `assess interview --review` 重新确认全部答案"
                )
            }
            Self::NaExpired => {
                text!("Answer the question, or let “not applicable” last longer", "回答该问题，或延长“不适用”的期限")
            }
            Self::ExceptionExpired => {
                text!(
                    "Say whether the clause is met, or let the exception last longer",
                    "说明该要求是否已满足，或延长例外的期限"
                )
            }
            Self::NaNotAllowed => {
                text!(
                    "Answer the question, or set `allow-na = true` in the policy",
                    "回答该问题，或在策略中设置 `allow-na = true`"
                )
            }
            Self::NaWithoutUntil => {
                text!(
                    "Write `na = {{ reason = \"…\", until = 2027-06-30 }}`: the day to look again",
                    "请写 `na = {{ reason = \"…\", until = 2027-06-30 }}`，注明重新审视的日期"
                )
            }
            Self::MissingEvidence => {
                text!("Name a file that exists, or a link, as `evidence`", "在 `evidence` 中写明存在的文件或链接")
            }
            Self::AskedAnew => {
                text!("Answer or confirm it with `assess interview`", "用 `assess interview` 重新作答或确认")
            }
        }
    }
}

/// Whether a reason fails the check.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Severity {
    /// Fails the check.
    Fail,
    /// Is reported and passes.
    Warn,
}
