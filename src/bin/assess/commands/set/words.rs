//! What stands on the command line of `set`, read without the model.

use std::convert::Infallible;
use std::str::FromStr;

use assess::answers::Grade;
use assess::full_width;
use assess::model::Model;
use assess::problem::Refusal;
use assess::text;

use super::clauses::ClauseWord;

/// An answer on the command line: a level, a grade, `na:REASON`, or `none`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ValueWord {
    Grade(Grade),
    /// Every clause is met.
    All,
    /// No clause is met.
    Nothing,
    NotApplicable(String),
    Removed,
}

impl ValueWord {
    /// Reads an answer to a model, which decides what may be written.
    ///
    /// # Errors
    ///
    /// A word that is no answer, and what one of this model is.
    pub fn read(word: &str, model: &Model) -> Result<Self, Refusal> {
        let (floor, top, (example, _)) = (model.floor, model.top(), model.example_levels());
        word.parse().map_err(|refusal: Refusal| match (&refusal.help, model.scoring.has_levels()) {
            (Some(_), _) => refusal,
            (None, true) => refusal.help(text!(
                "write a level from {floor} to {top}, a grade like `{example}-`, `na:` and the reason, or `none`",
                "请写 {floor} 到 {top} 的级别、`{example}-` 这样的等级、`na:` 加原因，或 `none`"
            )),
            (None, false) => refusal.help(text!(
                "write `all`, `nothing`, `na:` and the reason, or `none`; or name what is met with `--met N.M`",
                "请写 `all`、`nothing`、`na:` 加原因，或 `none`；也可用 `--met N.M` 列出已满足的要求"
            )),
        })
    }
}

impl FromStr for ValueWord {
    type Err = Refusal;

    /// Reads an answer to any model.
    fn from_str(word: &str) -> Result<Self, Refusal> {
        match word.strip_prefix("na:") {
            Some(reason) if reason.trim().is_empty() => Err(needs_a_reason()),
            Some(reason) => Ok(Self::NotApplicable(reason.to_owned())),
            None if ["na", "n/a"].iter().any(|it| word.eq_ignore_ascii_case(it)) => Err(needs_a_reason()),
            None if word == "none" => Ok(Self::Removed),
            None if word == "all" => Ok(Self::All),
            None if word == "nothing" => Ok(Self::Nothing),
            None => word.parse().map(Self::Grade).map_err(|_: Refusal| {
                let refusal = full_width::refuse(word, |meant| meant.parse::<Grade>().is_ok());
                refusal
                    .or_else(|| full_width_reason(word))
                    .unwrap_or_else(|| Refusal::new(text!("`{word}` is no answer", "`{word}` 不是答案")))
            }),
        }
    }
}

/// Refuses a reason that stands behind a full-width colon: the reason itself may have such characters.
fn full_width_reason(word: &str) -> Option<Refusal> {
    let (na, reason) = word.split_once('：')?;
    (full_width::narrowed(na) == "na").then(|| {
        Refusal::new(text!("`：` is full-width", "`：` 是全角字符"))
            .help(text!("write `na:{reason}`", "请写 `na:{reason}`"))
    })
}

fn needs_a_reason() -> Refusal {
    Refusal::new(text!("not applicable needs a reason", "不适用需要说明原因"))
        .help(text!("write `\"na:static site, nothing is built\"`", "请写 `\"na:静态站点，无需构建\"`"))
}

/// Clauses on the command line, separated by commas: `3.1,3.2`; none of them is none.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MetWord(pub Vec<ClauseWord>);

impl FromStr for MetWord {
    type Err = Infallible;

    fn from_str(word: &str) -> Result<Self, Infallible> {
        let words = word.split(',').filter(|word| !word.is_empty());
        words.map(str::parse).collect::<Result<_, _>>().map(Self)
    }
}

/// How far a clause is met, on the command line: `1.1=half`; empty for none.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DegreeWord(pub Option<(ClauseWord, String)>);

impl FromStr for DegreeWord {
    type Err = Refusal;

    fn from_str(word: &str) -> Result<Self, Refusal> {
        let no_degree = || {
            Refusal::new(text!("no degree stands beside the clause", "要求旁边没有程度"))
                .help(text!("write a clause and a degree, as `1.1=half`", "请写要求和程度，如 `1.1=half`"))
        };
        clause_with(word, |degree| !degree.is_empty()).map(Self).ok_or_else(no_degree)
    }
}

/// A clause that is not asked of the team, on the command line: `3.2=there is only one team`; empty for none.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ExceptWord(pub Option<(ClauseWord, String)>);

impl FromStr for ExceptWord {
    type Err = Refusal;

    fn from_str(word: &str) -> Result<Self, Refusal> {
        let no_reason = || {
            Refusal::new(text!("an excepted clause needs a reason", "例外的要求需要说明原因"))
                .help(text!("write `\"3.2=there is only one team\"`", "请写 `\"3.2=只有一个团队\"`"))
        };
        clause_with(word, |reason| !reason.trim().is_empty()).map(Self).ok_or_else(no_reason)
    }
}

/// A clause and what is said of it, `N.M=WHAT`, or neither in an empty word; `None` where nothing is said.
#[expect(clippy::option_option, reason = "an empty word says something: that there is none")]
fn clause_with(word: &str, is_said: impl Fn(&str) -> bool) -> Option<Option<(ClauseWord, String)>> {
    if word.is_empty() {
        return Some(None);
    }
    let (clause, what) = word.split_once('=').filter(|(_, what)| is_said(what))?;
    let Ok(clause) = clause.parse();
    Some(Some((clause, what.to_owned())))
}
