//! The words and options of `set`.

use std::path::PathBuf;

use assess::answers::Date;
use clap::Args;

use super::words::{DegreeWord, ExceptWord, MetWord};
use crate::arguments::word;
use crate::candidates;

#[derive(Debug, Args)]
#[command(next_help_heading = t!("Arguments", "参数"))]
#[expect(clippy::option_option, reason = "the option may stand alone or carry a day")]
pub struct Set {
    #[arg(value_name = t!("FILE", "文件"), help = t!("The answers file", "答案文件"))]
    pub file: PathBuf,
    #[arg(
        value_name = "ID", value_parser = word(), required_unless_present = "date", add = candidates::settable(),
        help = t!(
            "The dimension, as `assess model list` names it, or an end that only one has; or outcomes.NAME",
            "维度的 id，见 `assess model list`，没有歧义时写结尾即可；或 outcomes.名称"
        ),
    )]
    pub id: Option<String>,
    #[arg(
        value_name = t!("VALUE", "值"), value_parser = word(),
        required_unless_present_any = ["date", "note", "evidence", "met", "degree", "except"],
        help = t!(
            "A level (3) or a grade (3-); where the model has no levels, all or nothing of it is met; na:REASON; an outcome like 3/week, 2d or 8%; or none to remove it",
            "级别（3）或等级（3-）；模型没有级别时，写 all（全部满足）或 nothing（均未满足）；na:原因；成效指标写 3/week、2d 或 8%；none 表示删除"
        ),
    )]
    pub value: Option<String>,
    #[arg(
        long, requires = "id", value_name = t!("DATE", "日期"),
        help_heading = t!("Options", "选项"),
        help = t!("The last day on which not applicable, or an exception, is accepted", "接受“不适用”或例外的最后一天"),
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
    pub met: Vec<MetWord>,
    #[arg(
        long, requires = "id", value_name = t!("N.M=DEGREE", "N.M=程度"), help_heading = t!("Options", "选项"),
        help = t!(
            "Replace how far clauses are met; may be repeated, an empty one removes that",
            "替换各要求满足的程度；可重复，留空则删除"
        ),
    )]
    pub degree: Vec<DegreeWord>,
    #[arg(
        long, requires = "id", value_name = t!("N.M=REASON", "N.M=原因"), help_heading = t!("Options", "选项"),
        help = t!(
            "Replace the clauses not asked of this team; may be repeated, an empty one removes them",
            "替换不要求本团队做到的要求；可重复，留空则删除"
        ),
    )]
    pub except: Vec<ExceptWord>,
    #[arg(
        long, value_name = t!("DATE", "日期"), num_args = 0..=1, require_equals = true,
        help_heading = t!("Options", "选项"),
        help = t!("Write the day the whole assessment was last confirmed [default: today]", "写入整份评估最近确认的日期 [默认：今天]"),
    )]
    pub date: Option<Option<Date>>,
}

impl Set {
    /// Whether options say anything that only answers have.
    pub fn changes_more_than_a_value(&self) -> bool {
        let lists = [self.evidence.len(), self.met.len(), self.degree.len(), self.except.len()];
        self.until.is_some() || self.note.is_some() || lists.iter().any(|count| *count > 0)
    }
}
