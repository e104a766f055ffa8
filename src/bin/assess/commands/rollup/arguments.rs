//! The arguments of `rollup`.

use std::path::PathBuf;

use assess::answers::Date;
use clap::{Args, ValueEnum};

use super::before::BeforeName;
use super::goal::GoalWord;
use crate::arguments::private::Without;
use crate::arguments::{at_least_one, word};
use crate::candidates;
use crate::output::Outputs;

/// The formats of `rollup`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum RollupFormat {
    Table,
    Json,
    Csv,
    Ndjson,
    Markdown,
    Xlsx,
    Html,
}

impl RollupFormat {
    /// Whether it is written file by file, and no more than one file is ever kept.
    pub fn is_rows(self) -> bool {
        matches!(self, Self::Csv | Self::Ndjson)
    }

    /// Whether it names the files that could not be read.
    pub fn names_broken(self) -> bool {
        !self.is_rows() && self != Self::Xlsx
    }
}

#[derive(Debug, Args)]
#[command(next_help_heading = t!("Options", "选项"))]
pub struct Rollup {
    #[arg(
        value_name = t!("PATH", "路径"), help_heading = t!("Arguments", "参数"),
        help = t!(
            "Answers files, or folders in which every answers.toml and *.answers.toml is one [default: .]",
            "答案文件，或目录：其中的 answers.toml 和 *.answers.toml 都会读取 [默认：.]"
        ),
    )]
    pub paths: Vec<PathBuf>,
    #[arg(
        long, value_name = t!("FILE", "文件"),
        help = t!("Read the names of files and folders from this list, one a line; `-` is standard input", "从该列表读取文件和目录的名称，每行一个；`-` 表示标准输入"),
    )]
    pub files_from: Option<PathBuf>,
    #[arg(
        short = '0', long, requires = "files_from",
        help = t!("In the list, a NUL follows each name, not the end of a line", "列表中的名称以 NUL 字符结尾，而不是换行"),
    )]
    pub null: bool,
    #[arg(
        long, value_name = "[ID=]N|policy", add = candidates::targets(),
        help = t!(
            "Show who is below level N, everywhere or at an area, domain or sub-domain, or below the targets of the policy; may be repeated",
            "标出未达到级别 N 的团队，可限定某个领域、域或子域；policy 则按策略中的目标；可重复"
        ),
    )]
    pub target: Vec<GoalWord>,
    #[arg(
        long, value_name = "ID", value_parser = word(), add = candidates::nodes(),
        help = t!("Only this part of the model", "只看模型的这一部分"),
    )]
    pub only: Option<String>,
    #[arg(
        long, value_parser = word(), add = candidates::kinds(), value_name = "area|domain|sub-domain|dimension",
        help = t!("How far down the levels are shown [default: sub-domain]", "级别显示到哪一层 [默认：sub-domain]"),
    )]
    pub depth: Option<String>,
    #[arg(
        long, value_name = t!("DATE", "日期"),
        help = t!("Count ages, and what has expired, as on this day [default: today, UTC]", "按这一天计算距今时间和是否过期 [默认：今天，UTC]"),
    )]
    pub as_of: Option<Date>,
    #[arg(
        long, value_name = t!("git:REV|DIR", "git:REV|目录"),
        help = t!(
            "Show how the same files stood at this revision, or in this folder of earlier ones",
            "与这些文件在该修订版本时的内容，或该目录中的旧文件对比"
        ),
    )]
    pub compare: Option<BeforeName>,
    #[arg(
        long, value_name = t!("N", "数量"), value_parser = at_least_one,
        help = t!("How many files are worked on at once [default: one for each core]", "同时处理的文件数 [默认：每个核心一个]"),
    )]
    pub threads: Option<usize>,
    #[command(flatten)]
    pub without: Without,
    #[arg(
        long, value_name = t!("DIR", "目录"),
        help = t!(
            "Write the report of every team into this folder too, and a page that links them",
            "同时将各团队的报告和链接这些报告的页面写入该目录"
        ),
    )]
    pub reports: Option<PathBuf>,
    #[arg(
        long,
        help = t!("Exit with 0 even when files could not be read", "即使有文件无法读取也以 0 退出"),
    )]
    pub exit_zero: bool,
    #[command(flatten)]
    pub outputs: Outputs<RollupFormat>,
}
