//! What the arguments of several commands share: their help template, general options, the file they read, and words.

use std::path::PathBuf;

use assess::full_width;
use assess::problem::Refusal;
use assess::text;
use clap::builder::NonEmptyStringValueParser;
use clap::{ArgAction, Args, ValueEnum};

/// One of two wordings, by the language of the run.
macro_rules! t {
    ($en:literal, $zh:literal) => {
        $crate::terminal::localize(assess::text!($en, $zh))
    };
}

pub mod private;

/// The template of every help page; its own words are translated too.
pub fn template() -> String {
    t!(
        "{{about}}\n\nUsage: {{usage}}\n\n{{all-args}}{{after-help}}",
        "{{about}}\n\n用法：{{usage}}\n\n{{all-args}}{{after-help}}"
    )
}

/// Options that work before and after the command.
#[derive(Debug, Args)]
#[command(next_help_heading = t!("General options", "通用选项"))]
#[expect(clippy::struct_excessive_bools, reason = "each is a switch of the command line")]
pub struct Options {
    /// Another model than the embedded one.
    #[arg(
        long, global = true, value_name = t!("DIR", "目录"),
        help = t!("Use the model in this folder instead of the embedded one", "使用该目录中的模型，而非内置模型"),
    )]
    pub model: Option<PathBuf>,
    /// Another policy than the nearest one.
    #[arg(
        long, global = true, value_name = t!("FILE", "文件"),
        help = t!(
            "Use this policy [default: the nearest assess.toml, up to the root of the repository]",
            "使用该策略文件 [默认：向上直到代码库根目录，最近的 assess.toml]"
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
    /// Read beforehand, by the module that decides about colors.
    #[arg(long, global = true, help = t!("Never show anything page by page", "不使用分页器"))]
    pub no_pager: bool,
    /// Less on standard error.
    #[arg(short, long, global = true, help = t!("Say nothing but errors on standard error", "标准错误只输出错误"))]
    pub quiet: bool,
    /// More on standard error.
    #[arg(short, long, global = true, help = t!("Say which files are used, and list what is otherwise counted", "说明使用了哪些文件，并列出平时只计数的内容"))]
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

impl LangName {
    /// As it is typed.
    pub fn word(self) -> &'static str {
        match self {
            Self::En => "en",
            Self::Zh => "zh",
        }
    }
}

/// When to use colors.
#[derive(Clone, Copy, Debug, ValueEnum)]
pub enum When {
    Auto,
    Always,
    Never,
}

/// The answers file that a command reads.
#[derive(Debug, Args)]
#[command(next_help_heading = t!("Arguments", "参数"))]
pub struct Input {
    #[arg(
        value_name = t!("FILE", "文件"),
        help = t!(
            "The answers; `-` is standard input [default: the policy's, else answers.toml]",
            "答案文件，`-` 表示标准输入 [默认：策略所指定的文件，否则 answers.toml]"
        ),
    )]
    pub file: Option<PathBuf>,
}

/// A word that names something, which an empty one does not.
pub fn word() -> NonEmptyStringValueParser {
    NonEmptyStringValueParser::new()
}

/// How many of something: a whole number, at least 1.
///
/// # Errors
///
/// Anything else.
pub fn at_least_one(word: &str) -> Result<usize, Refusal> {
    if let Some(refusal) = full_width::refuse(word, |meant| at_least_one(meant).is_ok()) {
        return Err(refusal);
    }
    let refusal = match word.parse() {
        Ok(0) => Refusal::new(text!("`{word}` is less than 1", "`{word}` 小于 1")),
        Ok(count) => return Ok(count),
        Err(_) => Refusal::new(text!("`{word}` is not a whole number", "`{word}` 不是整数")),
    };
    Err(refusal.help(text!("write one from 1 up, as `3`", "请写不小于 1 的整数，如 `3`")))
}
