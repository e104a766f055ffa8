//! The commands, each with what the help says of it.

use clap::Subcommand;

use crate::arguments::template;
use crate::commands::{
    check, completions, diff, explain, form, help, import, init, interview, merge, model, next, report, rollup, schema,
    score, set, trend,
};

/// The commands.
#[derive(Debug, Subcommand)]
pub enum Command {
    #[command(
        about = t!("Ask the team, save after every answer, resume", "向团队提问，每答一题即保存，可随时继续"),
        override_usage = t!("assess interview [OPTIONS] [FILE]", "assess interview [选项] [文件]"),
        help_template = template(),
    )]
    Interview(interview::Interview),
    #[command(
        about = t!("Write a new answers file to fill in by hand", "写一份供手工填写的答案文件"),
        override_usage = t!("assess init [OPTIONS] [FILE]", "assess init [选项] [文件]"),
        help_template = template(),
    )]
    Init(init::Init),
    #[command(
        about = t!("Change one answer", "修改一个答案"),
        override_usage = t!(
            "assess set [OPTIONS] FILE ID [VALUE]\n       assess set [OPTIONS] FILE --date[=DATE]",
            "assess set [选项] 文件 ID [值]\n      assess set [选项] 文件 --date[=日期]"
        ),
        help_template = template(),
    )]
    Set(set::Set),
    #[command(
        about = t!("Write a questionnaire for people without this program", "生成问卷，供没有本程序的人填写"),
        override_usage = t!("assess form [OPTIONS] [FILE]", "assess form [选项] [文件]"),
        help_template = template(),
    )]
    Form(form::Form),
    #[command(
        about = t!("Read questionnaires that were filled in: XLSX or CSV", "读取已填写的问卷：XLSX 或 CSV"),
        override_usage = t!("assess import [OPTIONS] FILE...", "assess import [选项] 文件..."),
        help_template = template(),
    )]
    Import(import::Import),
    #[command(
        about = t!("Show the levels that follow from the answers", "根据答案给出级别"),
        override_usage = t!("assess score [OPTIONS] [FILE]", "assess score [选项] [文件]"),
        help_template = template(),
    )]
    Score(score::Score),
    #[command(
        about = t!("Show what the next level still asks", "列出下一级尚缺的要求"),
        override_usage = t!("assess next [OPTIONS] [FILE]", "assess next [选项] [文件]"),
        help_template = template(),
    )]
    Next(next::Next),
    #[command(
        about = t!("Judge the answers by targets and rules; a failure gives exit code 1", "按目标和规则判定答案；未通过时退出码为 1"),
        override_usage = t!("assess check [OPTIONS] [FILE]", "assess check [选项] [文件]"),
        help_template = template(),
    )]
    Check(check::Check),
    #[command(
        about = t!("Show what moved between two assessments", "列出两次评估之间的变化"),
        override_usage = t!("assess diff [OPTIONS] OLD [NEW]", "assess diff [选项] 旧 [新]"),
        help_template = template(),
    )]
    Diff(diff::Diff),
    #[command(
        about = t!("Show how the levels moved over time", "显示级别随时间的变化"),
        override_usage = t!("assess trend [OPTIONS] [FILE]...", "assess trend [选项] [文件]..."),
        help_template = template(),
    )]
    Trend(trend::Trend),
    #[command(
        about = t!("Write a document for those who were not there", "生成供他人阅读的报告"),
        override_usage = t!("assess report [OPTIONS] [FILE]", "assess report [选项] [文件]"),
        help_template = template(),
    )]
    Report(report::Report),
    #[command(
        about = t!("Show many teams in one picture, and what would lift most of them", "汇总多个团队，并找出能让最多团队升级的要求"),
        override_usage = t!("assess rollup [OPTIONS] [PATH]...", "assess rollup [选项] [路径]..."),
        help_template = template(),
    )]
    Rollup(rollup::Rollup),
    #[command(
        about = t!("Put what several people answered side by side, and write what they agree on", "对照多人的答案，并写出一致的部分"),
        override_usage = t!("assess merge [OPTIONS] FILE FILE...", "assess merge [选项] 文件 文件..."),
        help_template = template(),
    )]
    Merge(merge::Merge),
    #[command(
        about = t!("Show what a part of the model says, and how its level came about", "说明模型某部分的内容及其级别的由来"),
        override_usage = t!("assess explain [OPTIONS] ID [FILE]", "assess explain [选项] ID [文件]"),
        help_template = template(),
    )]
    Explain(explain::Explain),
    #[command(
        about = t!("List, show or judge the model", "列出、查看或检查模型"),
        override_usage = t!("assess model [OPTIONS] COMMAND", "assess model [选项] 命令"),
        help_template = template(), subcommand_help_heading = t!("Commands", "命令"),
    )]
    Model(model::ModelCommand),
    #[command(
        about = t!("Print a JSON Schema, for editors and programs", "输出 JSON Schema，供编辑器和程序使用"),
        override_usage = t!("assess schema [OPTIONS] WHICH", "assess schema [选项] 种类"), help_template = template(),
    )]
    Schema(schema::Schema),
    #[command(
        about = t!("Print a script that completes commands, options and ids in a shell", "输出在 shell 中补全命令、选项和 id 的脚本"),
        override_usage = t!("assess completions [OPTIONS] SHELL", "assess completions [选项] SHELL"), help_template = template(),
    )]
    Completions(completions::Completions),
    #[command(
        about = t!("Print the help of a command", "显示某个命令的帮助"),
        override_usage = t!("assess help [OPTIONS] [COMMAND]...", "assess help [选项] [命令]..."), help_template = template(),
    )]
    Help(help::Help),
    #[command(
        about = t!("Print the manual page", "输出手册页"),
        override_usage = t!("assess man [OPTIONS]", "assess man [选项]"), help_template = template(),
    )]
    Man,
}

impl Command {
    /// Whether `--config` names what is read: `init --policy` writes it, and `check` says in its documents why it cannot.
    pub fn reads_config(&self) -> bool {
        !matches!(self, Self::Check(_) | Self::Init(init::Init { policy: true, .. }))
    }

    /// Whether what it prints may be shown page by page.
    pub fn is_paged(&self) -> bool {
        matches!(
            self,
            Self::Score(_)
                | Self::Next(_)
                | Self::Diff(_)
                | Self::Trend(_)
                | Self::Rollup(_)
                | Self::Merge(_)
                | Self::Explain(_)
                | Self::Model(_)
        )
    }
}
