//! Arguments of the commands that read answers and models and write documents.

use std::path::PathBuf;

use assess::text;
use clap::{Args, Subcommand, ValueEnum};

use super::{template, word};
use crate::completion;
use crate::output::Target;
use crate::terminal::say;

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

#[derive(Debug, Args)]
#[command(next_help_heading = t!("Options", "选项"))]
pub struct Outputs<F: ValueEnum + Send + Sync + 'static> {
    #[arg(
        long, value_enum, hide_possible_values = true, value_name = t!("FORMAT", "格式"),
        help = format_help::<F>(),
    )]
    pub format: Option<F>,
    #[arg(
        short, long, value_name = t!("[FORMAT=]PATH", "[格式=]路径"), value_parser = Target::<F>::parse,
        help = t!(
            "Write it to a file as well, in any of the forms; without FORMAT instead of standard output; may be repeated",
            "另写入文件，可指定格式；不写格式时代替标准输出；可重复"
        ),
    )]
    pub output: Vec<Target<F>>,
}

/// What formats there are, the first being what is printed when none is named.
fn format_help<F: ValueEnum>() -> String {
    let values = F::value_variants().iter().filter_map(ValueEnum::to_possible_value);
    let names: Vec<_> = values.map(|value| value.get_name().to_owned()).collect();
    let (en, zh) = (names.join(", "), names.join("、"));
    t!("The form of the document: {en} [default: the first]", "文档的格式：{zh} [默认：第一个]")
}

/// The formats of `score`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum ScoreFormat {
    Table,
    Json,
    Markdown,
    Csv,
    Badge,
    Shields,
}

/// The formats of `next`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum NextFormat {
    Table,
    Json,
    Markdown,
    Csv,
}

#[derive(Debug, Args)]
pub struct Score {
    #[command(flatten)]
    pub input: Input,
    #[command(flatten)]
    pub outputs: Outputs<ScoreFormat>,
}

#[derive(Debug, Args)]
pub struct Next {
    #[command(flatten)]
    pub input: Input,
    #[arg(
        long, value_name = "N|policy", value_parser = word(), help_heading = t!("Options", "选项"),
        help = t!("What level N or the targets of the policy ask, instead of the next level", "列出级别 N 或策略目标的要求，而非下一级"),
    )]
    pub to: Option<String>,
    #[arg(
        long, value_name = "N", help_heading = t!("Options", "选项"),
        help = t!("Only the N sub-domains that are nearest to it", "只列出最接近达标的 N 个子域"),
    )]
    pub top: Option<usize>,
    #[arg(
        long, value_name = "ID", value_parser = word(), add = completion::nodes(), help_heading = t!("Options", "选项"),
        help = t!("Only this part of the model", "只看模型的这一部分"),
    )]
    pub only: Option<String>,
    #[command(flatten)]
    pub outputs: Outputs<NextFormat>,
}

/// The formats of `report`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum ReportFormat {
    Html,
    Markdown,
    Csv,
    Xlsx,
}

#[derive(Debug, Args)]
pub struct Report {
    #[command(flatten)]
    pub input: Input,
    #[arg(
        long, value_name = "FILE|git:REV", value_parser = word(), help_heading = t!("Options", "选项"),
        help = t!(
            "Show beside it how these earlier answers stood, or FILE at a revision",
            "与此前的答案文件（或 FILE 在某修订版本时）对比"
        ),
    )]
    pub compare: Option<String>,
    #[command(flatten)]
    pub outputs: Outputs<ReportFormat>,
}

/// The formats of `explain`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum ExplainFormat {
    Table,
    Json,
    Markdown,
}

#[derive(Debug, Args)]
#[command(next_help_heading = t!("Arguments", "参数"))]
pub struct Explain {
    #[arg(
        value_name = "ID", value_parser = word(), add = completion::nodes(),
        help = t!("A dotted id, as `assess model list` names it", "以点分隔的 id，见 `assess model list`"),
    )]
    pub id: String,
    #[arg(
        value_name = t!("FILE", "文件"),
        help = t!("Answers, to explain how the level came about", "答案文件，用于说明级别的由来"),
    )]
    pub file: Option<PathBuf>,
    #[command(flatten)]
    pub outputs: Outputs<ExplainFormat>,
}

#[derive(Debug, Args)]
pub struct ModelCommand {
    #[command(subcommand)]
    pub action: ModelAction,
}

/// The formats of `model show`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum ModelFormat {
    Json,
    Markdown,
}

#[derive(Debug, Subcommand)]
pub enum ModelAction {
    #[command(
        about = t!("Print the model as a tree of ids and names", "以树形列出 id 和名称"),
        override_usage = t!("assess model list", "assess model list"), help_template = template(),
    )]
    List,
    #[command(
        about = t!("Print every text of the model", "输出模型的全部文字"),
        override_usage = t!("assess model show [OPTIONS]", "assess model show [选项]"),
        help_template = template(),
    )]
    Show {
        #[command(flatten)]
        outputs: Outputs<ModelFormat>,
    },
    #[command(
        about = t!(
            "Judge a model as an author would want; findings give exit code 1",
            "按作者的要求检查模型；有发现时退出码为 1"
        ),
        override_usage = t!("assess model lint --model DIR", "assess model lint --model 目录"),
        help_template = template(),
    )]
    Lint,
}

#[derive(Debug, Args)]
#[command(next_help_heading = t!("Arguments", "参数"))]
pub struct Schema {
    #[arg(
        value_enum, hide_possible_values = true, value_name = "answers|policy|model|result",
        help = t!(
            "What it describes: an answers file, a policy, a model's files, or the JSON of `score` and `check`",
            "描述对象：答案文件、策略文件、模型文件，或 `score` 与 `check` 输出的 JSON"
        ),
    )]
    pub which: SchemaName,
}

/// What there are schemas of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum SchemaName {
    Answers,
    Policy,
    Model,
    Result,
}
