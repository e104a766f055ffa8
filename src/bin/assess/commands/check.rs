//! `assess check`: whether the answers hold what was promised.

use std::borrow::Cow;
use std::fmt;
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::str::FromStr;

use anyhow::Result;
use assess::answers::{self, Answers, Date};
use assess::diff::diff;
use assess::model::{Id, Level, Model, Node, Version};
use assess::policy::{Case, Measure, Origin, Rules, Target, Targets, judge};
use assess::problem::Refusal;
use assess::report::{self, Style, Unjudged, ci, json, markdown, terminal};
use assess::{scoring, text};
use clap::{Args, ValueEnum};

use crate::advice::commands_called;
use crate::arguments::{Input, word};
use crate::candidates;
use crate::earlier::{Current, Earlier, EarlierName, PathOrigin, read_earlier};
use crate::failure::{Failure, placed_with_advice, write_lines};
use crate::files::{self, EvidenceFinder};
use crate::ids::find;
use crate::output::{Document, Outputs, write_document_to_stdout, write_files};
use crate::session::{LocatedPolicy, Session, refuse_answers_outside};
use crate::terminal::{style_of_stderr, style_of_stdout};

/// The formats of `check`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum CheckFormat {
    Table,
    Json,
    Markdown,
    Junit,
    Sarif,
    Github,
    GithubSummary,
    Gitlab,
}

#[derive(Debug, Args)]
pub struct Check {
    #[command(flatten)]
    pub input: Input,
    #[arg(
        long, value_name = "[ID=]N", add = candidates::targets(), help_heading = t!("Options", "选项"),
        help = t!(
            "Hold level N, or a score where the model has no levels, everywhere or at an area, domain or sub-domain; may be repeated; replaces the targets of the policy",
            "须达到级别 N（或得分）；可限定领域、域或子域；可重复；取代策略的目标"
        ),
    )]
    pub target: Vec<TargetWord>,
    #[arg(
        long, value_name = t!("FILE|git:REV[:PATH]", "文件|git:REV[:PATH]"), help_heading = t!("Options", "选项"),
        help = t!(
            "Be no worse than these answers, than FILE at a revision, or than PATH there",
            "不得比这份答案更差：文件，git:REV 表示所检查的文件在该修订版本时的内容，也可写 git:REV:PATH"
        ),
    )]
    pub baseline: Option<EarlierName>,
    #[arg(
        long, value_name = "ID", value_parser = word(), requires = "baseline", add = candidates::nodes(), help_heading = t!("Options", "选项"),
        help = t!("Let this part be worse than the baseline; may be repeated", "允许该部分比基线差；可重复"),
    )]
    pub allow_drop: Vec<String>,
    #[arg(
        long, value_name = t!("DATE", "日期"), help_heading = t!("Options", "选项"),
        help = t!("Judge as on this day [default: today, UTC]", "按这一天判定 [默认：今天，UTC]"),
    )]
    pub as_of: Option<Date>,
    #[arg(
        long, help_heading = t!("Options", "选项"),
        help = t!("Exit with 0 when the check fails; with 2 still when it could not be done", "检查未通过也以 0 退出；无法判定时仍为 2"),
    )]
    pub exit_zero: bool,
    #[command(flatten)]
    pub outputs: Outputs<CheckFormat>,
}

/// A target on the command line: `3` for the whole model, or `delivery.testing=2`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TargetWord {
    /// `None` for the whole model.
    id: Option<String>,
    /// A level, or in a model without levels a score.
    value: String,
}

impl FromStr for TargetWord {
    type Err = Refusal;

    fn from_str(word: &str) -> Result<Self, Refusal> {
        let (id, value) = word.rsplit_once('=').map_or((None, word), |(id, value)| (Some(id), value));
        if id.is_some_and(|id| id.trim().is_empty()) {
            let message = text!("an id is missing in `{word}`", "`{word}` 缺少 id");
            return Err(Refusal::new(message).help(text!(
                "write `{value}` for everything, or an id before it, as `delivery={value}`",
                "整体目标请写 `{value}`；部分目标请在前面写 id，如 `delivery={value}`"
            )));
        }
        if word == "policy" {
            let message = text!("`policy` is not a level", "`policy` 不是级别");
            return Err(Refusal::new(message).help(text!(
                "leave it out: without `--target` those of the policy count",
                "请去掉它：不写 `--target` 时即采用策略的目标"
            )));
        }
        // Which of both a model knows, is not known before it is read.
        let is_number = !value.is_empty() && value.chars().all(|digit| digit.is_ascii_digit() || digit == '.');
        if !is_number {
            value.parse::<Level>()?;
        }
        Ok(Self { id: id.filter(|id| *id != "default").map(str::to_owned), value: value.to_owned() })
    }
}

impl fmt::Display for TargetWord {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.id {
            Some(id) => write!(out, "{id}={}", self.value),
            None => self.value.fmt(out),
        }
    }
}

pub fn run(session: &Session, arguments: &Check) -> Result<ExitCode> {
    let outputs = &arguments.outputs;
    for path in inputs(session, arguments) {
        files::keep_from_writing(&path);
    }
    outputs.check()?;
    let judged = with_verdict(session, arguments, |check| {
        write_files(outputs, session.drawing(), |format, style| document(check, format, style))?;
        let Some(format) = outputs.on_stdout_always() else { return Ok(()) };
        let style = style_of_stdout(session.drawing());
        write_document_to_stdout(match format {
            CheckFormat::Table if !session.options.verbose => Document::Text(terminal::check_in_short(check, &style)),
            format => document(check, format, &style),
        })
    });
    match judged {
        Ok(code) => Ok(code),
        Err(Stop::Elsewhere(error)) => Err(error),
        Err(Stop::Unreadable(error)) => {
            say_in_files(session, arguments, &error)?;
            Err(error)
        }
    }
}

/// The files that are to be read, as far as the command line names them: no document is written over them, even where
/// one cannot be read.
fn inputs(session: &Session, arguments: &Check) -> Vec<PathBuf> {
    let baseline = match &arguments.baseline {
        Some(EarlierName::File(path)) => Some(path.clone()),
        _ => None,
    };
    let answers = arguments.input.file.clone().unwrap_or_else(|| files::DEFAULT.into());
    let policy = session.options.config.clone().or_else(files::policy);
    [Some(answers), baseline, policy].into_iter().flatten().collect()
}

/// Writes into every file of `-o` why nothing could be judged: without it a build server takes an old one for the verdict.
fn say_in_files(session: &Session, arguments: &Check, error: &anyhow::Error) -> Result<()> {
    let answers = arguments.input.file.as_deref().unwrap_or(Path::new(files::DEFAULT));
    // What is no file, as a revision or standard input, is called what it is.
    let name = |path: &Path| {
        let word = path.display().to_string();
        let is_file = files::is_there(path) || !(word.starts_with('<') || word.starts_with("git:"));
        if is_file { files::name_in_repository(path) } else { word }
    };
    let problems = placed_with_advice(error, name, &called_in_documents);
    let unjudged = Unjudged { problems: &problems, file: &files::name_in_repository(answers) };
    write_files(&arguments.outputs, session.drawing(), |format, style| match format {
        CheckFormat::Table => Document::Text(terminal::unjudged(&unjudged, style)),
        CheckFormat::Json => Document::Json(json::unjudged(&unjudged)),
        CheckFormat::Markdown => Document::Text(markdown::unjudged(&unjudged, style)),
        CheckFormat::Junit => Document::Text(ci::unjudged::junit(&unjudged, style)),
        CheckFormat::Sarif => Document::Text(ci::unjudged::sarif(&unjudged, style)),
        CheckFormat::Github => Document::Commands(ci::unjudged::github(&unjudged, style)),
        CheckFormat::GithubSummary => Document::Appended(markdown::unjudged(&unjudged, style)),
        CheckFormat::Gitlab => Document::Text(ci::unjudged::gitlab(&unjudged, style)),
    })
}

/// What a command in a document calls a file: as it is named here, but never by where it is on this machine.
fn called_in_documents(path: &Path) -> String {
    if path.is_absolute() { files::name_in_repository(path) } else { path.display().to_string() }
}

/// Why there is no verdict.
enum Stop {
    /// Answers, policy or model cannot be read, which every document says.
    Unreadable(anyhow::Error),
    /// The command line asks for what is not there, or a document cannot be written.
    Elsewhere(anyhow::Error),
}

impl<E: Into<anyhow::Error>> From<E> for Stop {
    fn from(error: E) -> Self {
        Self::Elsewhere(error.into())
    }
}

/// Judges, and lets the verdict be written.
fn with_verdict(
    session: &Session,
    arguments: &Check,
    write: impl FnOnce(&report::Check<'_, '_>) -> Result<()>,
) -> Result<ExitCode, Stop> {
    session.refuse_model_outside().map_err(Stop::Unreadable)?;
    let model = session.model().map_err(Stop::Unreadable)?;
    let named = arguments.input.file.as_deref();
    let policy = session.policy_for(&model, named).map_err(Stop::Unreadable)?;
    let path = session.path_by(named, policy.as_ref());
    match named {
        None => refuse_answers_outside(&path, policy.as_ref()).map_err(Stop::Unreadable)?,
        Some(named) => session.say_missing_answers(&[named]),
    }
    let (targets, rules) = promised(&model, policy.as_ref(), &arguments.target)?;
    if targets.0.is_empty() && !rules.ask_something() && arguments.baseline.is_none() {
        return Err(nothing_to_judge(&model, policy.as_ref().map(|it| it.path.as_path())).into());
    }
    let may_drop = may_drop(&model, &arguments.allow_drop)?;
    let day = arguments.as_of.or_else(files::today).ok_or_else(no_day)?;

    let baseline = arguments.baseline.as_ref();
    if let Some(baseline) = baseline {
        baseline.check_against(&path)?;
    }
    let written = session.answers(&path, &model).map_err(Stop::Unreadable)?;
    let team = written.assessment.team.as_deref();
    let current = Current { path: &path, origin: PathOrigin::of(named), session, model: &model, team };
    let compared = baseline.map(|baseline| earlier(session, baseline, &current)).transpose();
    let (earlier, taken) = compared.map_err(Stop::Unreadable)?.unzip();
    let earlier = earlier.flatten().map(|answers| answers.on(day, &model));
    let counted =
        if written.has_expired(day) { Cow::Owned(written.clone().on(day, &model)) } else { Cow::Borrowed(&written) };
    let outcome = scoring::score(&model, &counted);
    let before = earlier.as_ref().map(|answers| scoring::score(&model, answers));
    let since = before.as_ref().map(|before| diff(before, &outcome));
    if session.options.verbose {
        let place = policy.as_ref().map(|policy| policy.path.display().to_string()).unwrap_or_default();
        write_lines(&terminal::targets(&outcome, &targets, &place, &style_of_stderr()));
    }

    let finder = EvidenceFinder::beside(&path);
    let verdict = judge(Case {
        outcome: &outcome,
        written: &written,
        targets: &targets,
        rules: &rules,
        day,
        since: since.as_ref(),
        may_drop: &may_drop,
        evidence: &|entry| finder.find(entry),
    });
    let file = files::name_in_repository(&path);
    let name = baseline.map(ToString::to_string);
    let baseline = name.as_deref().zip(taken.as_ref());
    let baseline = baseline.map(|(name, file)| report::Baseline { name, file });
    let commands = &commands_called(&called_in_documents);
    let check = report::Check { outcome: &outcome, verdict: &verdict, file: &file, baseline, commands };
    let code = if verdict.passes() || arguments.exit_zero { ExitCode::SUCCESS } else { ExitCode::from(1) };
    write(&check)?;
    Ok(code)
}

fn document(check: &report::Check<'_, '_>, format: CheckFormat, style: &Style) -> Document {
    match format {
        CheckFormat::Table => Document::Text(terminal::check(check, style)),
        CheckFormat::Json => Document::Json(json::check(check)),
        CheckFormat::Markdown => Document::Text(markdown::check(check, style)),
        CheckFormat::Junit => Document::Text(ci::junit(check, style)),
        CheckFormat::Sarif => Document::Text(ci::sarif(check, style)),
        CheckFormat::Github => Document::Commands(ci::github(check, style)),
        CheckFormat::GithubSummary => Document::Appended(markdown::check(check, style)),
        CheckFormat::Gitlab => Document::Text(ci::gitlab(check, style)),
    }
}

/// The parts of the model that may be worse; the whole is all of its areas.
fn may_drop(model: &Model, ids: &[String]) -> Result<Vec<Id>> {
    let mut parts = Vec::new();
    for id in ids {
        match find(model, id)? {
            Node::Model(model) => parts.extend(model.areas.iter().map(|area| area.id.clone())),
            node => parts.push(node.id().clone()),
        }
    }
    Ok(parts)
}

/// The targets and rules that count: those on the command line take the place of all targets of the policy.
fn promised(model: &Model, policy: Option<&LocatedPolicy>, flags: &[TargetWord]) -> Result<(Targets, Rules)> {
    let of_policy = policy.map(|located| located.policy.clone()).unwrap_or_default();
    let targets = if flags.is_empty() { of_policy.targets } else { targets_named(model, flags)? };
    Ok((targets, of_policy.rules))
}

/// The targets that the command line names, of which no two are for the same.
pub(super) fn targets_named(model: &Model, flags: &[TargetWord]) -> Result<Targets> {
    let mut targets: Vec<Target> = Vec::new();
    for word in flags {
        let target = target(model, word)?;
        if targets.iter().any(|other| other.id == target.id) {
            let failure =
                Failure::new(text!("`--target {word}`: a second target for the same", "`--target {word}`：目标重复"));
            return Err(failure.help(text!("keep one of them", "请只保留一个")).into());
        }
        targets.push(target);
    }
    Ok(Targets(targets))
}

/// The target that is meant, of this model.
fn target(model: &Model, TargetWord { id, value }: &TargetWord) -> Result<Target> {
    let id = match id {
        Some(word) => Some(Targets::id(model, find(model, word)?.id().as_str()).map_err(Failure::from)?),
        None => None,
    };
    let value = Measure::read(model, value).map_err(Failure::from)?;
    Ok(Target { id, value, origin: Origin::Flag })
}

/// The answers of `--baseline` and which file they are; `None`, which is said, if the revision has no such file.
fn earlier(
    session: &Session,
    baseline: &EarlierName,
    current: &Current<'_>,
) -> Result<(Option<Answers>, report::BaselineFile)> {
    let Earlier { source, file, origin } = read_earlier(baseline, current)?;
    session.detail(&text!("baseline: {origin}", "基线：{origin}"));
    let Some(source) = source else {
        let name = current.path.display();
        session.note(&text!(
            "no `{name}` at `{baseline}`: nothing to compare with",
            "`{baseline}` 处没有 `{name}`，无可比较"
        ));
        return Ok((None, file));
    };
    if let Some(migration) = answers::migrate(&source, current.model)? {
        return Err(other_major(baseline, current, migration.from).into());
    }
    Ok((Some(answers::parse(&source, current.model)?), file))
}

/// Answers to another major version are no measure: what a level asks is another thing there.
fn other_major(baseline: &EarlierName, current: &Current<'_>, from: Version) -> Failure {
    let (to, path) = (current.model.answers_version(), current.path.display());
    let message = text!(
        "the answers at `{baseline}` are to version {from} of the model, and this is version {to}",
        "`{baseline}` 处的答案基于模型版本 {from}，而当前为版本 {to}"
    );
    Failure::new(message).help(text!(
        "name answers to version {to}; `assess diff {baseline} {path}` shows what moved between the two",
        "请指定版本 {to} 的答案；`assess diff {baseline} {path}` 显示两者之间的变化"
    ))
}

/// Neither targets nor rules are there: `policy` is the file that could hold them, where one was read.
fn nothing_to_judge(model: &Model, policy: Option<&Path>) -> Failure {
    let (target, default) = if model.scoring.has_levels() { ("3", "3") } else { ("0.5", "\"0.5\"") };
    let failure = Failure::new(text!("nothing to judge by", "没有判定依据"));
    failure.help(match policy.map(Path::display) {
        None => text!(
            "give `--target {target}`, `--baseline git:REV`, or write a policy `assess.toml` with a `[target]`, as `default = {default}`",
            "请使用 `--target {target}`、`--baseline git:REV`，或编写含 `[target]` 的策略文件 `assess.toml`，如 `default = {default}`"
        ),
        Some(policy) => text!(
            "give `{policy}` a `[target]`, as `default = {default}`, or this run `--target {target}` or `--baseline git:REV`",
            "请在 `{policy}` 中写入 `[target]`，如 `default = {default}`，或使用 `--target {target}`、`--baseline git:REV`"
        ),
    })
}

pub(super) fn no_day() -> Failure {
    Failure::new(text!("the clock shows no day", "系统时钟无效"))
        .help(text!("give `--as-of DATE`", "请使用 `--as-of 日期`"))
}
