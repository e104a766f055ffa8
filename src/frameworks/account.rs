//! What an import found, wrote and lost.

use serde::Serialize;

use crate::lang::Text;

/// What an import found, wrote and lost.
#[derive(Clone, Debug, Default, Serialize)]
pub struct Account {
    /// The line of a license or copyright that goes into the model's `source`; `None` if none was found.
    pub license: Option<String>,
    /// What was found and what of it was written, by kind.
    pub parts: Vec<Counted>,
    /// What of it is lost, in the order it was met.
    pub lost: Vec<Loss>,
    /// The ids that are otherwise than what the framework calls the node.
    pub renamed: Vec<Renamed>,
}

/// How many of a kind there are.
#[derive(Clone, Debug, Serialize)]
pub struct Counted {
    /// The kind.
    pub kind: Part,
    /// How many the files hold.
    pub found: usize,
    /// How many of them the model says something of.
    pub written: usize,
}

/// A field that the model has no place for.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Loss {
    /// The kind of thing and its field, as the framework calls it: `activity.benefit`.
    pub field: String,
    /// How often it says something.
    pub count: usize,
    /// The file in which it does so first.
    pub file: String,
    /// The line there, from 1.
    pub line: usize,
}

/// An id that is otherwise than what the framework calls the node.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Renamed {
    /// What the framework calls it.
    pub from: String,
    /// The id in the model.
    pub id: String,
}

/// A framework whose data is read.
#[derive(Clone, Copy, Debug, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Framework {
    /// OWASP SAMM.
    Samm,
    /// A library of CISO Assistant.
    Ciso,
    /// DSOMM, the maturity model of development, security and operations.
    Dsomm,
}

/// The kinds of things that frameworks are made of.
#[derive(Clone, Copy, Debug, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Part {
    /// SAMM: a business function.
    BusinessFunction,
    /// SAMM: a security practice.
    SecurityPractice,
    /// SAMM: a stream of a practice.
    Stream,
    /// SAMM: a level of all practices.
    MaturityLevel,
    /// SAMM: a level of one practice.
    PracticeLevel,
    /// Something that is done: in SAMM one a stream and level, in DSOMM the smallest thing there is.
    Activity,
    /// SAMM: what is asked about an activity.
    Question,
    /// SAMM: what a question can be answered with.
    AnswerSet,
    /// DSOMM: a dimension.
    Dimension,
    /// DSOMM: a part of a dimension.
    SubDimension,
    /// DSOMM: how far an activity is done.
    State,
    /// CISO Assistant: what is scored.
    Requirement,
    /// CISO Assistant: what requirements stand below.
    Heading,
    /// A language of the texts.
    Language,
}

impl Part {
    /// What many of them are called.
    #[must_use]
    pub fn plural(self) -> Text {
        match self {
            Self::BusinessFunction => text!("business functions", "业务职能"),
            Self::SecurityPractice => text!("security practices", "安全实践"),
            Self::Stream => text!("streams", "分支"),
            Self::MaturityLevel => text!("maturity levels", "成熟度级别"),
            Self::PracticeLevel => text!("practice levels", "实践级别"),
            Self::Activity => text!("activities", "活动"),
            Self::Question => text!("questions", "问题"),
            Self::AnswerSet => text!("answer sets", "答案集"),
            Self::Dimension => text!("dimensions", "维度"),
            Self::SubDimension => text!("sub-dimensions", "子维度"),
            Self::State => text!("states", "状态"),
            Self::Requirement => text!("requirements", "条目"),
            Self::Heading => text!("headings", "标题"),
            Self::Language => text!("languages", "语言"),
        }
    }
}
