//! `assess set`: one answer from a script.

mod clauses;
mod outcome;

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};
use std::convert::Infallible;
use std::path::PathBuf;
use std::process::ExitCode;
use std::str::FromStr;

use anyhow::Result;
use assess::answers::{
    self, Answer, Answers, Change, Changed, Claim, Date, DegreeMet, Exception, Grade, Update, Value,
};
use assess::answers::{excepted, no_longer_named};
use assess::lang::Text;
use assess::model::{ClauseId, Dimension, Model, Node};
use assess::problem::{Refusal, Source};
use assess::scoring::{counts_as, grade_of};
use assess::{scoring, text};
use clap::Args;

use crate::arguments::word;
use crate::failure::{Failure, not_updated};
use crate::ids::find;
use crate::session::{Reading, Session};
use crate::{candidates, files};
use clauses::ClauseWord;

#[derive(Debug, Args)]
#[command(next_help_heading = t!("Arguments", "参数"))]
#[expect(clippy::option_option, reason = "the option may stand alone or carry a day")]
pub struct Set {
    #[arg(value_name = t!("FILE", "文件"), help = t!("The answers file", "答案文件"))]
    pub file: PathBuf,
    #[arg(
        value_name = "ID", value_parser = word(), required_unless_present = "date", add = candidates::settable(),
        help = t!(
            "The dimension, as `assess model list` names it, or outcomes.NAME",
            "维度的 id，见 `assess model list`；或 outcomes.名称"
        ),
    )]
    pub id: Option<String>,
    #[arg(
        value_name = t!("VALUE", "值"), value_parser = word(),
        required_unless_present_any = ["date", "note", "evidence", "met", "degree", "except"],
        help = t!(
            "A level (3) or a grade (3-); where the model has no levels, all or nothing of it is met; na:REASON; an outcome like 3/week, 2d or 8%; or none to remove it",
            "级别（3）或等级（3-）；模型没有级别时，写 all（全部满足）或 nothing（均未满足）；na:原因；成效指标写 3/week、2d 或 8%；none 表示删除"
        ),
    )]
    pub value: Option<String>,
    #[arg(
        long, requires = "id", value_name = "DATE",
        help_heading = t!("Options", "选项"),
        help = t!("The last day on which not applicable, or an exception, is accepted", "接受“不适用”或例外的最后一天"),
    )]
    pub until: Option<Date>,
    #[arg(
        long, requires = "id", value_name = t!("TEXT", "文字"), help_heading = t!("Options", "选项"),
        help = t!("Replace the note; an empty one removes it", "替换备注，留空则删除"),
    )]
    pub note: Option<String>,
    #[arg(
        long, requires = "id", value_name = t!("PATH", "路径"), help_heading = t!("Options", "选项"),
        help = t!(
            "Replace the evidence: a path or a link; may be repeated, an empty one removes it",
            "替换证据：路径或链接；可重复，留空则删除"
        ),
    )]
    pub evidence: Vec<String>,
    #[arg(
        long, requires = "id", value_name = "N.M", help_heading = t!("Options", "选项"),
        help = t!(
            "Replace the clauses met above the level; may be repeated, an empty one removes them",
            "替换级别之上已满足的要求；可重复，留空则删除"
        ),
    )]
    pub met: Vec<MetWord>,
    #[arg(
        long, requires = "id", value_name = t!("N.M=DEGREE", "N.M=程度"), help_heading = t!("Options", "选项"),
        help = t!(
            "Replace how far clauses are met; may be repeated, an empty one removes that",
            "替换各要求满足的程度；可重复，留空则删除"
        ),
    )]
    pub degree: Vec<DegreeWord>,
    #[arg(
        long, requires = "id", value_name = t!("N.M=REASON", "N.M=原因"), help_heading = t!("Options", "选项"),
        help = t!(
            "Replace the clauses not asked of this team; may be repeated, an empty one removes them",
            "替换不要求本团队做到的要求；可重复，留空则删除"
        ),
    )]
    pub except: Vec<ExceptWord>,
    #[arg(
        long, value_name = "DATE", num_args = 0..=1, require_equals = true,
        help_heading = t!("Options", "选项"),
        help = t!("Write the day the whole assessment was last confirmed [default: today]", "写入整份评估最近确认的日期 [默认：今天]"),
    )]
    pub date: Option<Option<Date>>,
}

impl Set {
    /// Whether options say anything that only answers have.
    fn changes_more_than_a_value(&self) -> bool {
        let lists = [self.evidence.len(), self.met.len(), self.degree.len(), self.except.len()];
        self.until.is_some() || self.note.is_some() || lists.iter().any(|count| *count > 0)
    }
}

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

impl FromStr for ValueWord {
    type Err = Refusal;

    fn from_str(word: &str) -> Result<Self, Refusal> {
        match word.strip_prefix("na:") {
            Some(reason) if reason.trim().is_empty() => {
                Err(Refusal::new(text!("not applicable needs a reason", "不适用需要说明原因"))
                    .help(text!("write `\"na:static site, nothing is built\"`", "请写 `\"na:静态站点，无需构建\"`")))
            }
            Some(reason) => Ok(Self::NotApplicable(reason.to_owned())),
            None if word == "none" => Ok(Self::Removed),
            None if word == "all" => Ok(Self::All),
            None if word == "nothing" => Ok(Self::Nothing),
            // Whether the model has levels, is not known before it is read.
            None => word.parse().map(Self::Grade).map_err(|_: Refusal| {
                Refusal::new(text!("`{word}` is no answer", "`{word}` 不是答案")).help(text!(
                    "write a level like `3`, a grade like `3-`, `na:` and the reason, or `none`; in a model without levels `all` or `nothing`, or name what is met with `--met N.M`",
                    "请写 `3` 这样的级别、`3-` 这样的等级、`na:` 加原因，或 `none`；模型没有级别时请写 `all` 或 `nothing`，或用 `--met N.M` 列出已满足的要求"
                ))
            }),
        }
    }
}

/// Clauses on the command line, separated by commas: `3.1,3.2`; none of them is none.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MetWord(Vec<ClauseWord>);

impl FromStr for MetWord {
    type Err = Infallible;

    fn from_str(word: &str) -> Result<Self, Infallible> {
        let words = word.split(',').filter(|word| !word.is_empty());
        words.map(str::parse).collect::<Result<_, _>>().map(Self)
    }
}

/// How far a clause is met, on the command line: `1.1=half`; empty for none.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DegreeWord(Option<(ClauseWord, String)>);

impl FromStr for DegreeWord {
    type Err = Refusal;

    fn from_str(word: &str) -> Result<Self, Refusal> {
        if word.is_empty() {
            return Ok(Self(None));
        }
        match word.split_once('=') {
            Some((clause, degree)) if !degree.is_empty() => {
                Ok(Self(clause.parse().ok().map(|clause| (clause, degree.to_owned()))))
            }
            _ => Err(Refusal::new(text!("no degree stands beside the clause", "要求旁边没有程度"))
                .help(text!("write a clause and a degree, as `1.1=half`", "请写要求和程度，如 `1.1=half`"))),
        }
    }
}

/// A clause that is not asked of the team, on the command line: `3.2=there is only one team`; empty for none.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ExceptWord(Option<(ClauseWord, String)>);

impl FromStr for ExceptWord {
    type Err = Refusal;

    fn from_str(word: &str) -> Result<Self, Refusal> {
        if word.is_empty() {
            return Ok(Self(None));
        }
        match word.split_once('=') {
            Some((clause, reason)) if !reason.trim().is_empty() => {
                Ok(Self(clause.parse().ok().map(|clause| (clause, reason.to_owned()))))
            }
            _ => Err(Refusal::new(text!("an excepted clause needs a reason", "例外的要求需要说明原因"))
                .help(text!("write `\"3.2=there is only one team\"`", "请写 `\"3.2=只有一个团队\"`"))),
        }
    }
}

pub fn run(session: &Session, arguments: &Set) -> Result<ExitCode> {
    files::refuse_stdin(&arguments.file)?;
    let model = session.model()?;
    let day = match arguments.date {
        Some(Some(date)) => Some(date),
        Some(None) => files::today(),
        None => None,
    };
    if let Some(metric) = arguments.id.as_deref().map(outcome::metric).transpose()?.flatten() {
        if arguments.changes_more_than_a_value() {
            return Err(outcome::is_a_value_alone().into());
        }
        outcome::set(session, &model, &arguments.file, (metric, arguments.value.as_deref()), day)?;
        return Ok(ExitCode::SUCCESS);
    }
    let dimension = arguments.id.as_deref().map(|id| dimension(&model, id)).transpose()?;
    let change = dimension.map(|dimension| change(&model, dimension, arguments)).transpose()?;
    let (mut told, mut carried) = (None, None);
    let other_names = files::other_names(&arguments.file);
    files::edit(&arguments.file, |source| {
        let changed = dimension.zip(change.as_ref());
        let changed = changed.map(|(dimension, change)| answer(source, &model, dimension, change)).transpose()?;
        let (answer, dropped) = changed.unzip();
        let confirmed = dimension.filter(|_| arguments.value.is_some()).map(|it| Update::Confirmed(it.id.clone()));
        let updates: Vec<_> = answer.into_iter().chain(confirmed).chain(day.map(Update::Date)).collect();
        let saved = answers::update(source, &model, &updates).map_err(not_updated)?;
        carried = saved.carried;
        told = dimension.zip(dropped).map(|(dimension, dropped)| outcome(&model, &saved.answers, dimension, &dropped));
        Ok(saved.text)
    })?;
    session.say_carried(carried.as_ref(), &Reading::Written);
    for told in told.into_iter().chain(other_names) {
        session.note(&told);
    }
    Ok(ExitCode::SUCCESS)
}

fn answer(
    source: &Source,
    model: &Model,
    dimension: &Dimension,
    change: &Change,
) -> Result<(Update, BTreeSet<ClauseId>)> {
    let old = answers::parse(source, model)?;
    let old = old.given.of(dimension);
    let Changed { answer, dropped } =
        by_clauses(model, change, old).apply(old, |answer| scoring::level_of(dimension, answer));
    let lacks_level = !matches!(answer.as_ref().and_then(|answer| answer.claim.as_ref()), Some(Claim::Level { .. }));
    if change.met.is_some() && lacks_level {
        return Err(needs_a_level("--met").into());
    }
    if change.degrees.as_ref().is_some_and(|degrees| !degrees.is_empty()) && lacks_level {
        return Err(needs_a_level("--degree").into());
    }
    let claims_a_level = |answer: &Answer| answer.claim.as_ref().is_some_and(|claim| claim.level().is_some());
    if change.except.as_ref().is_some_and(|except| !except.is_empty()) && !answer.as_ref().is_some_and(claims_a_level) {
        return Err(except_needs_an_answer(model).into());
    }
    Ok((Update::Answer(dimension.id.clone(), answer), dropped))
}

/// Without levels, naming clauses is an answer by itself, also where there was none.
fn by_clauses<'c>(model: &Model, change: &'c Change, old: Option<&Answer>) -> Cow<'c, Change> {
    let names_clauses = change.met.is_some() || change.degrees.is_some();
    let is_answered = matches!(old.and_then(|old| old.claim.as_ref()), Some(Claim::Level { .. }));
    if model.scoring.has_levels() || !names_clauses || change.value.is_some() || is_answered {
        return Cow::Borrowed(change);
    }
    Cow::Owned(Change { value: Some(Value::Claim(Claim::at(model.floor))), ..change.clone() })
}

/// What the change led to, by the answers as they were read back from the new text.
fn outcome(model: &Model, changed: &Answers, dimension: &Dimension, dropped: &BTreeSet<ClauseId>) -> Text {
    let id = &dimension.id;
    let answer = changed.given.get(id);
    let claim = answer.and_then(|answer| answer.claim.as_ref());
    let told = match claim {
        None => text!("{id}: unanswered", "{id}：未回答"),
        Some(Claim::NotApplicable { .. }) => text!("{id}: not applicable", "{id}：不适用"),
        Some(_) if !model.scoring.has_levels() => {
            let Text { en, zh, .. } = answer.unwrap_or(&Answer::default()).clauses_met(dimension);
            text!("{id}: {en}", "{id}：{zh}")
        }
        Some(claim) => {
            let claimed = claim.grade().map(|grade| grade.to_string()).unwrap_or_default();
            let grade = answer.and_then(|answer| grade_of(dimension, answer));
            let part = grade.filter(|grade| matches!(grade, Grade::PartOf(_)));
            match (answer.and_then(|answer| counts_as(dimension, answer)), claim.level(), part) {
                (Some(Text { en, zh, .. }), _, None) => {
                    text!("{id}: level {claimed}, {en}", "{id}：级别 {claimed}，{zh}")
                }
                (Some(Text { en, zh, .. }), _, Some(part)) => {
                    text!("{id}: level {claimed}, {en}, grade {part}", "{id}：级别 {claimed}，{zh}，等级 {part}")
                }
                (None, Some(level), Some(part)) => {
                    text!("{id}: level {level}, grade {part}", "{id}：级别 {level}，等级 {part}")
                }
                _ => text!("{id}: level {claimed}", "{id}：级别 {claimed}"),
            }
        }
    };
    let told = match answer.and_then(|answer| excepted(answer.except.len())) {
        None => told,
        Some(Text { en, zh, .. }) => {
            let Text { en: told_en, zh: told_zh, .. } = told;
            text!("{told_en}, {en}", "{told_zh}，{zh}")
        }
    };
    if dropped.is_empty() {
        return told;
    }
    let (Text { en, zh, .. }, Text { en: dropped_en, zh: dropped_zh, .. }) = (told, no_longer_named(dropped));
    text!("{en}; {dropped_en}", "{zh}；{dropped_zh}")
}

fn dimension<'m>(model: &'m Model, id: &str) -> Result<&'m Dimension> {
    let found = find(model, id).map_err(|error| outcome::meant_by(id).map_or(error, anyhow::Error::from))?;
    if let Node::Dimension(dimension) = found {
        return Ok(dimension);
    }
    let message = text!("`{id}` is not a dimension: only dimensions are answered", "`{id}` 不是维度：只能回答维度");
    let help = text!("`assess explain {id}` names what is below it", "`assess explain {id}` 列出其下的内容");
    Err(Failure::new(message).help(help).into())
}

fn change(model: &Model, dimension: &Dimension, arguments: &Set) -> Result<Change> {
    let word = arguments.value.as_deref().map(str::parse::<ValueWord>).transpose().map_err(Failure::from)?;
    let excepts_some = arguments.except.iter().any(|ExceptWord(word)| word.is_some());
    let is_dated = excepts_some || matches!(word, Some(ValueWord::NotApplicable(_)));
    if arguments.until.is_some() && !is_dated {
        return Err(until_needs_a_reason().into());
    }
    let value = word.as_ref().map(|word| value(model, dimension, word, arguments.until)).transpose()?;
    let is_whole = matches!(word, Some(ValueWord::All | ValueWord::Nothing));
    if is_whole && !(arguments.met.is_empty() && arguments.degree.is_empty()) {
        return Err(whole_and_clauses().into());
    }
    let met = match (&arguments.met[..], &value) {
        ([], Some(Value::Claim(Claim::Level { met, .. }))) if is_whole => Some(met.clone()),
        ([], _) => None,
        (words, value) => Some(met(dimension, words, value.as_ref())?),
    };
    let degrees = match &arguments.degree[..] {
        [] if is_whole => Some(BTreeMap::new()),
        [] => None,
        words => Some(degrees(model, dimension, words)?),
    };
    let evidence = arguments.evidence.iter().filter(|entry| !entry.is_empty()).cloned().collect();
    let evidence = Some(evidence).filter(|_| !arguments.evidence.is_empty());
    let except = match &arguments.except[..] {
        [] => None,
        words => Some(except(dimension, words, arguments.until)?),
    };
    Ok(Change { value, met, degrees, except, note: arguments.note.clone(), evidence })
}

fn until_needs_a_reason() -> Failure {
    let failure = Failure::new(text!(
        "`--until` goes with `na:REASON` and `--except` only",
        "`--until` 只能与 `na:原因` 或 `--except` 一起使用"
    ));
    failure.help(text!("remove it, or write `na:` and the reason", "请将其删除，或写 `na:` 加原因"))
}

fn value(model: &Model, dimension: &Dimension, word: &ValueWord, until: Option<Date>) -> Result<Value> {
    Ok(match word {
        ValueWord::NotApplicable(reason) => Value::Claim(Claim::NotApplicable { reason: reason.to_owned(), until }),
        ValueWord::Removed => Value::Removed,
        ValueWord::All | ValueWord::Nothing if model.scoring.has_levels() => {
            let message = text!("this model is answered by levels", "该模型按级别作答");
            let help = text!("write a level like `3`, or a grade like `3-`", "请写 `3` 这样的级别，或 `3-` 这样的等级");
            return Err(Failure::new(message).help(help).into());
        }
        ValueWord::All => {
            let met = dimension.all_clauses().map(|(id, _)| id).collect();
            Value::Claim(Claim::Level { level: model.floor, met })
        }
        ValueWord::Nothing => Value::Claim(Claim::at(model.floor)),
        ValueWord::Grade(_) if !model.scoring.has_levels() => return Err(no_levels().into()),
        ValueWord::Grade(grade) => {
            let levels = model.floor..=model.top();
            Value::Claim(answers::read_claim(dimension, *grade, levels).map_err(Failure::from)?)
        }
    })
}

fn met(dimension: &Dimension, words: &[MetWord], value: Option<&Value>) -> Result<BTreeSet<ClauseId>> {
    let mut met = BTreeSet::new();
    for word in words.iter().flat_map(|MetWord(words)| words) {
        let id = word.find(dimension)?;
        if let Some(Value::Claim(Claim::Level { level, .. })) =
            value.filter(|value| matches!(value, Value::Claim(Claim::Level { level, .. }) if id.level <= *level))
        {
            let message = text!(
                "clause `{id}` is not above level {level}, which is claimed in full",
                "要求 `{id}` 不高于已完整达到的级别 {level}"
            );
            return Err(Failure::new(message)
                .help(text!("remove it, or claim a lower level", "请将其删除，或改写为更低的级别"))
                .into());
        }
        met.insert(id);
    }
    Ok(met)
}

fn degrees(model: &Model, dimension: &Dimension, words: &[DegreeWord]) -> Result<BTreeMap<ClauseId, DegreeMet>> {
    let mut degrees = BTreeMap::new();
    for (clause, word) in words.iter().filter_map(|DegreeWord(word)| word.as_ref()) {
        degrees.insert(clause.find(dimension)?, answers::read_degree(&model.scoring, word).map_err(Failure::from)?);
    }
    Ok(degrees)
}

fn no_levels() -> Failure {
    let failure =
        Failure::new(text!("this model has no levels: clauses are met or not", "该模型没有级别：要求只有满足或未满足"));
    failure.help(text!(
        "write `all` or `nothing`, or name what is met with `--met N.M`",
        "请写 `all` 或 `nothing`，或用 `--met N.M` 列出已满足的要求"
    ))
}

fn whole_and_clauses() -> Failure {
    let failure = Failure::new(text!(
        "`all` and `nothing` stand alone, without `--met` and `--degree`",
        "`all` 和 `nothing` 单独使用，不与 `--met`、`--degree` 同用"
    ));
    failure.help(text!("leave out the one or the other", "请去掉其中之一"))
}

fn except(dimension: &Dimension, words: &[ExceptWord], until: Option<Date>) -> Result<BTreeMap<ClauseId, Exception>> {
    let mut except = BTreeMap::new();
    for (clause, reason) in words.iter().filter_map(|ExceptWord(word)| word.clone()) {
        except.insert(clause.find(dimension)?, Exception { reason, until });
    }
    Ok(except)
}

fn except_needs_an_answer(model: &Model) -> Failure {
    if !model.scoring.has_levels() {
        let failure = Failure::new(text!(
            "`--except` stands beside what is met, and nothing is said of that",
            "`--except` 须与已满足的要求一起写，而此处没有"
        ));
        return failure
            .help(text!("add `--met N.M`, or `nothing` as the value", "请加上 `--met N.M`，或以 `nothing` 作为值"));
    }
    let failure = Failure::new(text!(
        "`--except` names clauses that a level leaves out, and there is none",
        "`--except` 列出级别不包含的要求，而此处没有级别"
    ));
    failure.help(text!("give the level as the value", "请以级别作为值"))
}

fn needs_a_level(option: &str) -> Failure {
    let failure = Failure::new(text!(
        "`{option}` names clauses above a level, and there is none",
        "`{option}` 列出级别之上的要求，而此处没有级别"
    ));
    failure.help(text!("give the level below them as the value", "请以其下的级别作为值"))
}
