//! The arguments of `assess check`.

use assess::answers::Date;
use clap::{Args, ValueEnum};

use super::target::TargetWord;
use crate::arguments::{Input, word};
use crate::candidates;
use crate::earlier::EarlierName;
use crate::output::Outputs;

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
