//! Every argument of the program, once. Help is in the language of the run.

use std::path::PathBuf;

use assess::answers::Date;
use assess::text;
use clap::{ArgAction, Args, Parser, Subcommand, ValueEnum};

use crate::output::Target;
use crate::terminal::say;

/// One of two wordings, by the language of the run.
macro_rules! t {
    ($en:literal, $zh:literal) => {
        say(text!($en, $zh))
    };
}

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
    /// Read beforehand, by the module that decides the language.
    #[arg(
        long, global = true, value_enum, hide_possible_values = true, value_name = "en|zh",
        help = t!(
            "Language [default: from ASSESS_LANG, LC_ALL, LC_MESSAGES or LANG]",
            "语言 [默认取自 ASSESS_LANG、LC_ALL、LC_MESSAGES 或 LANG]"
        ),
    )]
    pub lang: Option<LangName>,
    /// Read beforehand, by the module that decides about colours.
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
    #[arg(
        short, long, global = true, conflicts_with = "verbose",
        help = t!("Say nothing but errors on standard error", "标准错误只输出错误"),
    )]
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

/// When to use colours.
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
}

/// The answers file that a command reads.
#[derive(Debug, Args)]
#[command(next_help_heading = t!("Arguments", "参数"))]
pub struct Input {
    #[arg(
        value_name = t!("FILE", "文件"),
        help = t!(
            "The answers; `-` is standard input [default: answers.toml]",
            "答案文件，`-` 表示标准输入 [默认：answers.toml]"
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

#[derive(Debug, Default, Args)]
#[command(next_help_heading = t!("Arguments", "参数"))]
pub struct Interview {
    #[arg(
        value_name = t!("FILE", "文件"),
        help = t!("The answers file; a new one is begun [default: answers.toml]", "答案文件，不存在则新建 [默认：answers.toml]"),
    )]
    pub file: Option<PathBuf>,
    #[arg(
        long, value_name = "A,B", value_delimiter = ',', help_heading = t!("Options", "选项"),
        help = t!("Assess these areas, and write that into the file", "评估这些领域，并写入文件"),
    )]
    pub scope: Vec<String>,
    #[arg(
        long, value_name = "ID", help_heading = t!("Options", "选项"),
        help = t!("Ask only this part of the model, this time", "本次只问模型的这一部分"),
    )]
    pub only: Option<String>,
    #[arg(
        long, help_heading = t!("Options", "选项"),
        help = t!("Go over answered questions too, and confirm them", "已回答的问题也重新过一遍并确认"),
    )]
    pub review: bool,
    #[arg(
        long, value_name = "N", help_heading = t!("Options", "选项"),
        help = t!("Fold away what lies above level N", "折叠级别 N 以上的内容"),
    )]
    pub target: Option<u8>,
}

#[derive(Debug, Args)]
#[command(next_help_heading = t!("Arguments", "参数"))]
pub struct Init {
    #[arg(
        value_name = t!("FILE", "文件"),
        help = t!("The file to write [default: answers.toml]", "要写入的文件 [默认：answers.toml]"),
    )]
    pub file: Option<PathBuf>,
    #[arg(
        long, value_name = "A,B", value_delimiter = ',', help_heading = t!("Options", "选项"),
        help = t!("Assess only these areas", "只评估这些领域"),
    )]
    pub scope: Vec<String>,
    #[arg(
        long, help_heading = t!("Options", "选项"),
        help = t!("Write the JSON Schema beside it, for completion in editors", "同时写出 JSON Schema，供编辑器补全"),
    )]
    pub schema: bool,
}

#[derive(Debug, Args)]
#[command(next_help_heading = t!("Arguments", "参数"))]
#[expect(clippy::option_option, reason = "the option may stand alone or carry a day")]
pub struct Set {
    #[arg(value_name = t!("FILE", "文件"), help = t!("The answers file", "答案文件"))]
    pub file: PathBuf,
    #[arg(
        value_name = "ID", required_unless_present = "date",
        help = t!("The dimension, as `assess model list` names it", "维度的 id，见 `assess model list`"),
    )]
    pub id: Option<String>,
    #[arg(
        value_name = t!("VALUE", "值"),
        required_unless_present_any = ["date", "note", "evidence", "met"],
        help = t!(
            "A level (3), a grade (3-), na:REASON, or none to remove the answer",
            "级别（3）、等级（3-）、na:原因，或 none 删除答案"
        ),
    )]
    pub value: Option<String>,
    #[arg(
        long, requires = "id", value_name = "DATE", value_parser = date,
        help_heading = t!("Options", "选项"),
        help = t!("The last day on which not applicable is accepted", "接受“不适用”的最后一天"),
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
    pub met: Vec<String>,
    #[arg(
        long, value_name = "DATE", num_args = 0..=1, require_equals = true, value_parser = date,
        help_heading = t!("Options", "选项"),
        help = t!("Write the day the whole was last confirmed [default: today]", "写入整份评估最近确认的日期 [默认：今天]"),
    )]
    pub date: Option<Option<Date>>,
}

/// The formats of `score`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum ScoreFormat {
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
        long, value_name = "N", help_heading = t!("Options", "选项"),
        help = t!("What level N asks, instead of the next one", "列出级别 N 的要求，而非下一级"),
    )]
    pub to: Option<u8>,
    #[arg(
        long, value_name = "ID", help_heading = t!("Options", "选项"),
        help = t!("Only this part of the model", "只看模型的这一部分"),
    )]
    pub only: Option<String>,
    #[command(flatten)]
    pub outputs: Outputs<ScoreFormat>,
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
        value_name = "ID",
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
        value_enum, hide_possible_values = true, value_name = "answers|model|result",
        help = t!(
            "What it describes: an answers file, a model's files, or the JSON of `score`",
            "描述对象：答案文件、模型文件，或 `score` 输出的 JSON"
        ),
    )]
    pub which: SchemaName,
}

/// What there are schemas of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum SchemaName {
    Answers,
    Model,
    Result,
}

fn date(word: &str) -> Result<Date, String> {
    Date::parse(word).ok_or_else(|| t!("write it as 2026-11-21", "请写成 2026-11-21"))
}
