//! One file a command: read, let the library think, write.

mod check;
mod diff;
mod explain;
mod init;
mod interview;
mod model;
mod next;
mod report;
mod schema;
mod score;
mod set;

use std::borrow::Cow;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use anyhow::Result;
use assess::answers::{self, Answers};
use assess::lang::Text;
use assess::model::{Id, Model, Node, source};
use assess::policy::{self, Policy};
use assess::problem::{FileProblems, Problems, Source, nearest};
use assess::report::Drawing;
use assess::{embedded, text};

use crate::cli::{Cli, Command, Interview, Options};
use crate::failure::{Failure, remark};
use crate::files::AtRevision;
use crate::output::to_stdout;
use crate::{completion, files, manual, prompt, terminal, usage};

/// Runs the command that was asked for.
///
/// # Errors
///
/// Whatever keeps it from being done.
pub fn run(cli: Cli) -> Result<ExitCode> {
    let session = Session::new(cli.options)?;
    match cli.command {
        None if prompt::check_terminal().is_ok() => interview::run(&session, &Interview::default()),
        None => Ok(usage::help_on_stderr()),
        Some(Command::Interview(arguments)) => interview::run(&session, &arguments),
        Some(Command::Init(arguments)) => init::run(&session, &arguments),
        Some(Command::Set(arguments)) => set::run(&session, &arguments),
        Some(Command::Score(arguments)) => score::run(&session, &arguments),
        Some(Command::Next(arguments)) => next::run(&session, &arguments),
        Some(Command::Check(arguments)) => check::run(&session, &arguments),
        Some(Command::Diff(arguments)) => diff::run(&session, &arguments),
        Some(Command::Report(arguments)) => report::run(&session, &arguments),
        Some(Command::Explain(arguments)) => explain::run(&session, &arguments),
        Some(Command::Model(arguments)) => model::run(&session, &arguments),
        Some(Command::Schema(arguments)) => schema::run(&session, &arguments),
        Some(Command::Completions(arguments)) => {
            to_stdout(&completion::script(arguments.shell.name())?)?;
            Ok(ExitCode::SUCCESS)
        }
        Some(Command::Man) => {
            to_stdout(&manual::page()?)?;
            Ok(ExitCode::SUCCESS)
        }
    }
}

/// What every command has at hand.
struct Session {
    options: Options,
}

impl Session {
    /// The parser sees contradictions on one side of the command only.
    fn new(options: Options) -> Result<Self> {
        if options.quiet && options.verbose {
            let message =
                text!("`--quiet` and `--verbose` exclude each other", "`--quiet` 与 `--verbose` 不能同时使用");
            return Err(Failure::new(message).help(text!("keep one of them", "请只保留一个")).into());
        }
        Ok(Self { options })
    }

    #[expect(clippy::unused_self, reason = "what a command asks for, it asks its session for")]
    fn drawing(&self) -> Drawing {
        if terminal::is_plain() { Drawing::Plain } else { Drawing::Drawn }
    }

    /// The model to work with: the embedded one, or that of `--model`.
    fn model(&self) -> Result<Cow<'static, Model>> {
        let Some(folder) = &self.options.model else {
            return Ok(Cow::Borrowed(embedded::model()));
        };
        let name = folder.display();
        self.detail(&text!("model: {name}", "模型：{name}"));
        let loaded = source::load(files::read_model(folder)?);
        loaded.model.map(Cow::Owned).map_err(|problems| within(folder, problems).into())
    }

    /// The policy of `--config`, else the nearest one there is.
    fn policy(&self, model: &Model) -> Result<Option<LocatedPolicy>> {
        let Some(path) = self.options.config.clone().or_else(files::policy) else {
            self.detail(&text!("policy: none", "策略：无"));
            return Ok(None);
        };
        let name = path.display();
        self.detail(&text!("policy: {name}", "策略：{name}"));
        let policy = policy::parse(&files::read_policy(&path)?, model)?;
        Ok(Some(LocatedPolicy { path, policy }))
    }

    /// The file that a command works on: the one that is named, else the policy's, else `answers.toml`.
    fn path(&self, named: Option<&Path>, model: &Model) -> Result<PathBuf> {
        let is_needed = named.is_none() || self.options.config.is_some();
        let policy = if is_needed { self.policy(model)? } else { None };
        Ok(self.path_by(named, policy.as_ref()))
    }

    /// The same where the policy is known.
    fn path_by(&self, named: Option<&Path>, policy: Option<&LocatedPolicy>) -> PathBuf {
        let of_policy = || policy.and_then(LocatedPolicy::answers);
        let path = named.map(Path::to_owned).or_else(of_policy).unwrap_or_else(|| PathBuf::from(files::DEFAULT));
        let name = path.display();
        self.detail(&text!("answers: {name}", "答案：{name}"));
        path
    }

    /// Says something only when asked to be talkative.
    fn detail(&self, text: &Text) {
        if self.options.verbose {
            remark(text);
        }
    }

    /// Says something unless asked to be quiet.
    fn note(&self, text: &Text) {
        if !self.options.quiet {
            remark(text);
        }
    }
}

/// A policy and where it stands.
struct LocatedPolicy {
    path: PathBuf,
    policy: Policy,
}

impl LocatedPolicy {
    /// The answers file that it names, as a path from the working directory.
    fn answers(&self) -> Option<PathBuf> {
        let answers = self.policy.answers.as_ref()?;
        Some(self.path.parent().unwrap_or(Path::new("")).join(answers))
    }
}

/// The answers in a file, or every problem of it.
fn read_answers(path: &Path, model: &Model) -> Result<Answers> {
    Ok(answers::parse(&files::read(path)?, model)?)
}

/// Earlier answers as a command line names them.
struct Earlier {
    /// Their text; nothing where the revision that is named has no such file.
    source: Option<Source>,
    /// Where they come from, for `--verbose`.
    origin: String,
}

/// Earlier answers: a file, or `git:REV` for the answers at `path` at that revision.
fn read_earlier(word: &str, path: &Path) -> Result<Earlier> {
    let Some(revision) = word.strip_prefix("git:") else {
        if files::are_same(Path::new(word), path) {
            let message = text!("`{word}` would be compared with itself", "`{word}` 将与自身比较");
            return Err(Failure::new(message).help(text!("name earlier answers", "请指定更早的答案")).into());
        }
        return Ok(Earlier { source: Some(files::read(Path::new(word))?), origin: word.to_owned() });
    };
    if path.as_os_str() == "-" {
        let message = text!("standard input has no revisions", "标准输入没有修订版本");
        let help = text!("name the answers file, or a file to compare with", "请指定答案文件，或指定用于比较的文件");
        return Err(Failure::new(message).help(help).into());
    }
    let AtRevision { commit, source } = files::read_at_revision(path, revision)?;
    Ok(Earlier { source, origin: format!("{word} ({commit})") })
}

/// Problems in the files of a folder, named by where they are for the reader.
fn within(folder: &Path, problems: Problems) -> Problems {
    let placed = problems.0.into_iter().map(|mut file: FileProblems| {
        file.source.name = folder.join(&file.source.name).display().to_string();
        file
    });
    Problems(placed.collect())
}

/// The node of that id, or an error that names the one meant.
fn find<'m>(model: &'m Model, id: &str) -> Result<Node<'m>> {
    model.find(id).ok_or_else(|| {
        let failure = Failure::new(text!("unknown id `{id}`", "未知的 id `{id}`"));
        let ids = || model.nodes().map(|node| node.id().as_str());
        let ending = ids().find(|other| other.ends_with(&format!(".{id}")));
        let by_key = || {
            let last = |id: &'m str| id.rsplit('.').next().unwrap_or(id);
            let key = nearest(id.rsplit('.').next().unwrap_or(id), ids().map(last))?;
            ids().find(|other| last(other) == key)
        };
        match ending.or_else(|| nearest(id, ids())).or_else(by_key) {
            Some(meant) => failure.help(text!("did you mean `{meant}`?", "是否想写 `{meant}`？")).into(),
            None => failure.help(text!("`assess model list` names them all", "`assess model list` 列出全部 id")).into(),
        }
    })
}

/// The id of an area, and of nothing else.
fn area(model: &Model, id: &str) -> Result<Id> {
    if let Node::Area(area) = find(model, id)? {
        return Ok(area.id.clone());
    }
    let failure = Failure::new(text!("`{id}` is not an area", "`{id}` 不是领域"));
    let areas = model.areas.iter().map(|area| format!("`{}`", area.id)).collect::<Vec<_>>().join(", ");
    Err(failure.help(text!("areas are {areas}", "可选的领域：{areas}")).into())
}
