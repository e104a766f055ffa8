//! Arguments of the commands that write answers.

use std::path::PathBuf;

use assess::answers::Date;
use assess::text;
use clap::Args;

use super::{date, word};
use crate::completion;
use crate::terminal::say;

#[derive(Debug, Default, Args)]
#[command(next_help_heading = t!("Arguments", "参数"))]
pub struct Interview {
    #[arg(
        value_name = t!("FILE", "文件"),
        help = t!("The answers file; a new one is begun [default: answers.toml]", "答案文件，不存在则新建 [默认：answers.toml]"),
    )]
    pub file: Option<PathBuf>,
    #[arg(
        long, value_name = "A,B", value_parser = word(), value_delimiter = ',', add = completion::areas(), help_heading = t!("Options", "选项"),
        help = t!("Assess these areas, and write that into the file", "评估这些领域，并写入文件"),
    )]
    pub scope: Vec<String>,
    #[arg(
        long, value_name = "ID", value_parser = word(), add = completion::nodes(), help_heading = t!("Options", "选项"),
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
        long, value_name = "A,B", value_parser = word(), value_delimiter = ',', add = completion::areas(), help_heading = t!("Options", "选项"),
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
        value_name = "ID", value_parser = word(), required_unless_present = "date", add = completion::dimensions(),
        help = t!("The dimension, as `assess model list` names it", "维度的 id，见 `assess model list`"),
    )]
    pub id: Option<String>,
    #[arg(
        value_name = t!("VALUE", "值"), value_parser = word(),
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
