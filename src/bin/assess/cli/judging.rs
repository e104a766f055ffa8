//! Arguments of the commands that compare answers with targets and with other answers.

use assess::answers::Date;
use assess::text;
use clap::{Args, ValueEnum};

use super::reading::{Input, Outputs};
use super::{date, word};
use crate::completion;
use crate::terminal::say;

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
        long, value_name = "[ID=]N", value_parser = word(), add = completion::targets(), help_heading = t!("Options", "选项"),
        help = t!(
            "Hold level N, everywhere or at an area, domain or sub-domain; may be repeated; replaces the targets of the policy",
            "须达到级别 N，可限定某个领域、域或子域；可重复；取代策略中的目标"
        ),
    )]
    pub target: Vec<String>,
    #[arg(
        long, value_name = "FILE|git:REV", value_parser = word(), help_heading = t!("Options", "选项"),
        help = t!(
            "Be no worse than these answers, or than FILE at a revision",
            "不得比该答案文件（或 FILE 在某修订版本时）更差"
        ),
    )]
    pub baseline: Option<String>,
    #[arg(
        long, value_name = "ID", value_parser = word(), requires = "baseline", add = completion::nodes(), help_heading = t!("Options", "选项"),
        help = t!("Let this part be worse than the baseline; may be repeated", "允许该部分比基线差；可重复"),
    )]
    pub allow_drop: Vec<String>,
    #[arg(
        long, value_name = "DATE", value_parser = date, help_heading = t!("Options", "选项"),
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

/// The formats of `diff`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum DiffFormat {
    Table,
    Json,
    Markdown,
}

#[derive(Debug, Args)]
#[command(next_help_heading = t!("Arguments", "参数"))]
pub struct Diff {
    #[arg(
        value_name = t!("OLD", "旧"), value_parser = word(),
        help = t!("The answers before: a file, or git:REV for NEW at that revision", "之前的答案：文件，或 git:REV 表示“新”在该修订版本时的内容"),
    )]
    pub old: String,
    #[arg(value_name = t!("NEW", "新"), help = t!("The answers now; `-` is standard input", "现在的答案，`-` 表示标准输入"))]
    pub new: std::path::PathBuf,
    #[command(flatten)]
    pub outputs: Outputs<DiffFormat>,
}
