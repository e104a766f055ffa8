//! Every argument of the program, once. Help is in the language of the run.

use std::path::PathBuf;

use assess::answers::Date;
use assess::text;
use clap::builder::NonEmptyStringValueParser;
use clap::{ArgAction, Args, Parser, Subcommand, ValueEnum};

use crate::terminal::say;

/// One of two wordings, by the language of the run.
macro_rules! t {
    ($en:literal, $zh:literal) => {
        say(text!($en, $zh))
    };
}

mod answering;
mod judging;
mod reading;

pub use answering::{Init, Interview, Set};
pub use judging::{Check, CheckFormat, Diff, DiffFormat};
pub use reading::{
    Explain, ExplainFormat, ModelAction, ModelCommand, ModelFormat, Next, NextFormat, Outputs, Report, ReportFormat,
    Schema, SchemaName, Score, ScoreFormat,
};

/// The template of every help page; its own words are translated too.
fn template() -> String {
    t!(
        "{{about}}\n\nUsage: {{usage}}\n\n{{all-args}}{{after-help}}",
        "{{about}}\n\n用法：{{usage}}\n\n{{all-args}}{{after-help}}"
    )
}

/// The command line.
#[derive(Debug, Parser)]
#[command(
    name = "assess",
    version,
    about = t!("Maturity self-assessment in the terminal", "在终端中进行成熟度自评估"),
    override_usage = t!("assess [OPTIONS] COMMAND", "assess [选项] 命令"),
    help_template = template(),
    subcommand_help_heading = t!("Commands", "命令"),
    disable_help_flag = true,
    disable_help_subcommand = true,
    disable_version_flag = true,
    after_help = t!("Without a command: the interview. Then `assess score` shows the levels.", "不带命令即开始访谈，之后用 `assess score` 查看级别。"),
)]
pub struct Cli {
    /// Options of every command.
    #[command(flatten)]
    pub options: Options,
    /// What to do.
    #[command(subcommand)]
    pub command: Option<Command>,
}

/// Options that work before and after the command.
#[derive(Debug, Args)]
#[command(next_help_heading = t!("General options", "通用选项"))]
pub struct Options {
    /// Another model than the embedded one.
    #[arg(
        long, global = true, value_name = "DIR",
        help = t!("Use the model in this folder instead of the embedded one", "使用该目录中的模型，而非内置模型"),
    )]
    pub model: Option<PathBuf>,
    /// Another policy than the nearest one.
    #[arg(
        long, global = true, value_name = "FILE",
        help = t!(
            "Use this policy [default: the nearest assess.toml, up to the root of the repository]",
            "使用该策略文件 [默认：直到代码库根目录为止最近的 assess.toml]"
        ),
    )]
    pub config: Option<PathBuf>,
    /// Read beforehand, by the module that decides the language.
    #[arg(
        long, global = true, value_enum, hide_possible_values = true, value_name = "en|zh",
        help = t!(
            "Language [default: from ASSESS_LANG, LC_ALL, LC_MESSAGES or LANG]",
            "语言 [默认取自 ASSESS_LANG、LC_ALL、LC_MESSAGES 或 LANG]"
        ),
    )]
    pub lang: Option<LangName>,
    /// Read beforehand, by the module that decides about colors.
    #[arg(
        long, global = true, value_enum, hide_possible_values = true,
        value_name = "auto|always|never",
        help = t!("Whether to use colors [default: auto]", "是否使用颜色 [默认：auto]"),
    )]
    pub color: Option<When>,
    /// Words instead of drawings.
    #[arg(
        long, global = true,
        help = t!("Words and ASCII only: no tables, no signs", "只输出文字和 ASCII：不画表格，不用符号"),
    )]
    pub plain: bool,
    /// Less on standard error.
    #[arg(short, long, global = true, help = t!("Say nothing but errors on standard error", "标准错误只输出错误"))]
    pub quiet: bool,
    /// More on standard error.
    #[arg(short, long, global = true, help = t!("Say which files are used", "说明使用了哪些文件"))]
    pub verbose: bool,
    #[arg(short, long, global = true, action = ArgAction::Help, help = t!("Print help", "显示帮助"))]
    help: Option<bool>,
    #[arg(short = 'V', long, action = ArgAction::Version, help = t!("Print the version", "显示版本"))]
    version: Option<bool>,
}

/// The names of the languages.
#[derive(Clone, Copy, Debug, ValueEnum)]
pub enum LangName {
    En,
    Zh,
}

/// When to use colors.
#[derive(Clone, Copy, Debug, ValueEnum)]
pub enum When {
    Auto,
    Always,
    Never,
}

/// The commands.
#[derive(Debug, Subcommand)]
pub enum Command {
    #[command(
        about = t!("Ask the team, save after every answer, resume", "向团队提问，每答一题即保存，可随时继续"),
        override_usage = t!("assess interview [OPTIONS] [FILE]", "assess interview [选项] [文件]"),
        help_template = template(),
    )]
    Interview(Interview),
    #[command(
        about = t!("Write a new answers file to fill in by hand", "写一份供手工填写的答案文件"),
        override_usage = t!("assess init [OPTIONS] [FILE]", "assess init [选项] [文件]"),
        help_template = template(),
    )]
    Init(Init),
    #[command(
        about = t!("Change one answer", "修改一个答案"),
        override_usage = t!("assess set [OPTIONS] FILE ID VALUE", "assess set [选项] 文件 ID 值"),
        help_template = template(),
    )]
    Set(Set),
    #[command(
        about = t!("Show the levels that follow from the answers", "根据答案给出级别"),
        override_usage = t!("assess score [OPTIONS] [FILE]", "assess score [选项] [文件]"),
        help_template = template(),
    )]
    Score(Score),
    #[command(
        about = t!("Show what the next level still asks", "列出下一级尚缺的要求"),
        override_usage = t!("assess next [OPTIONS] [FILE]", "assess next [选项] [文件]"),
        help_template = template(),
    )]
    Next(Next),
    #[command(
        about = t!("Judge the answers by targets and rules; a failure gives exit code 1", "按目标和规则判定答案；未通过时退出码为 1"),
        override_usage = t!("assess check [OPTIONS] [FILE]", "assess check [选项] [文件]"),
        help_template = template(),
    )]
    Check(Check),
    #[command(
        about = t!("Show what moved between two assessments", "列出两次评估之间的变化"),
        override_usage = t!("assess diff [OPTIONS] OLD NEW", "assess diff [选项] 旧 新"),
        help_template = template(),
    )]
    Diff(Diff),
    #[command(
        about = t!("Write a document for those who were not there", "生成供他人阅读的报告"),
        override_usage = t!("assess report [OPTIONS] [FILE]", "assess report [选项] [文件]"),
        help_template = template(),
    )]
    Report(Report),
    #[command(
        about = t!("Show what a part of the model says, and how its level came about", "说明模型某部分的内容及其级别的由来"),
        override_usage = t!("assess explain [OPTIONS] ID [FILE]", "assess explain [选项] ID [文件]"),
        help_template = template(),
    )]
    Explain(Explain),
    #[command(
        about = t!("List, show or judge the model", "列出、查看或检查模型"),
        override_usage = t!("assess model [OPTIONS] COMMAND", "assess model [选项] 命令"),
        help_template = template(), subcommand_help_heading = t!("Commands", "命令"),
    )]
    Model(ModelCommand),
    #[command(
        about = t!("Print a JSON Schema, for editors and programs", "输出 JSON Schema，供编辑器和程序使用"),
        override_usage = t!("assess schema WHICH", "assess schema 种类"), help_template = template(),
    )]
    Schema(Schema),
    #[command(
        about = t!("Print a script that completes commands, options and ids in a shell", "输出在 shell 中补全命令、选项和 id 的脚本"),
        override_usage = t!("assess completions SHELL", "assess completions SHELL"), help_template = template(),
    )]
    Completions(Completions),
    #[command(
        about = t!("Print the manual page", "输出手册页"),
        override_usage = t!("assess man", "assess man"), help_template = template(),
    )]
    Man,
}

/// The shells that can complete.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum ShellName {
    Bash,
    Zsh,
    Fish,
    Powershell,
    Elvish,
}

impl ShellName {
    /// The name on the command line.
    pub fn name(self) -> &'static str {
        match self {
            Self::Bash => "bash",
            Self::Zsh => "zsh",
            Self::Fish => "fish",
            Self::Powershell => "powershell",
            Self::Elvish => "elvish",
        }
    }
}

#[derive(Debug, Args)]
#[command(next_help_heading = t!("Arguments", "参数"))]
pub struct Completions {
    #[arg(
        value_enum, hide_possible_values = true, value_name = "bash|zsh|fish|powershell|elvish",
        help = t!("The shell that reads the script", "读取该脚本的 shell"),
    )]
    pub shell: ShellName,
}

/// A word that names something, which an empty one does not.
fn word() -> NonEmptyStringValueParser {
    NonEmptyStringValueParser::new()
}

/// A day on the command line.
fn date(word: &str) -> Result<Date, String> {
    Date::parse(word).ok_or_else(|| t!("write it as 2026-11-21", "请写成 2026-11-21"))
}
