//! `assess man`: the manual page, made from the arguments themselves, so that it never says anything else than `--help`.

use std::process::ExitCode;

use anyhow::Result;
use assess::lang::Text;
use assess::text;
use clap::{Arg, Command};
use clap_mangen::Man;
use clap_mangen::roff::{Inline, Roff, bold, italic, roman};
use textwrap::WordSeparator;

use crate::output::write_stdout;
use crate::terminal::localize;

/// The day of the newest release in `CHANGELOG.md`, and not that of the build, so that all builds of a version have the same
/// page.
const RELEASED: &str = "2026-11-28";

pub fn run(program: Command) -> Result<ExitCode> {
    write_stdout(&page(program)?)?;
    Ok(ExitCode::SUCCESS)
}

/// The page in roff: the program, then each of its commands with its options, files, variables and exit codes.
///
/// # Errors
///
/// None but those of writing to memory.
fn page(mut program: Command) -> Result<String> {
    program.build();
    let mut page = Vec::new();
    let man = Man::new(program.clone()).date(RELEASED).manual(localize(text!("User commands", "用户命令")));
    man.render_title(&mut page)?;
    // Chinese has no blanks to stretch a line by.
    Roff::new().control("ad", ["l"]).to_writer(&mut page)?;
    man.render_name_section(&mut page)?;
    man.render_synopsis_section(&mut page)?;
    man.render_description_section(&mut page)?;
    man.render_options_section(&mut page)?;
    let mut roff = Roff::new();
    roff.control("SH", [localize(text!("COMMANDS", "命令")).as_str()]);
    for command in program.get_subcommands().filter(|command| !command.is_hide_set()) {
        describe(&mut roff, command);
    }
    for (title, entries) in closing() {
        roff.control("SH", [localize(title).as_str()]);
        for (word, meaning) in entries {
            entry(&mut roff, vec![bold(word)], localize(meaning));
        }
    }
    roff.to_writer(&mut page)?;
    Ok(in_this_language(&String::from_utf8_lossy(&page)))
}

/// The page with the headings that the library writes in English in the language of this run, and with places to break at. Not
/// in the line of the name: `whatis` shows that as it is written.
fn in_this_language(page: &str) -> String {
    let mut lines = String::with_capacity(page.len() * 2);
    let mut is_name = false;
    for line in page.lines() {
        let heading = match line {
            ".SH NAME" => Some(text!("NAME", "名称")),
            ".SH SYNOPSIS" => Some(text!("SYNOPSIS", "概要")),
            ".SH DESCRIPTION" => Some(text!("DESCRIPTION", "描述")),
            _ => None,
        };
        match heading {
            Some(heading) => lines.extend([".SH ", &localize(heading)]),
            None if is_name => lines.push_str(line),
            None => lines.push_str(&breakable(line)),
        }
        lines.push('\n');
        is_name = line == ".SH NAME";
    }
    lines
}

/// A line of roff with `\:` where Chinese may break: `man` (man-db 2.11, mandoc 1.14) breaks at blanks alone, unless it is told.
fn breakable(line: &str) -> String {
    let is_wide = |character: Option<char>| character.is_some_and(|it| text::width(it.encode_utf8(&mut [0; 4])) == 2);
    let words = WordSeparator::UnicodeBreakProperties.find_words(line).collect::<Vec<_>>();
    let mut told = String::with_capacity(line.len() * 2);
    for (at, word) in words.iter().enumerate() {
        told.push_str(word);
        told.push_str(word.whitespace);
        let next = words.get(at + 1).and_then(|next| next.chars().next());
        let may_break = word.whitespace.is_empty() && next.is_some();
        if may_break && !line.starts_with('.') && (is_wide(word.chars().next_back()) || is_wide(next)) {
            told.push_str("\\:");
        }
    }
    told
}

/// A command with what is its own, and the commands below it.
fn describe(roff: &mut Roff, command: &Command) {
    let usage = command.get_overridden_usage().map(ToString::to_string).unwrap_or_default();
    let usages: Vec<_> = usage.lines().map(str::trim).collect();
    roff.control("SS", [usages.join(", ").as_str()]);
    roff.text([roman(command.get_about().map(ToString::to_string).unwrap_or_default())]);
    for argument in command.get_arguments().filter(|argument| !argument.is_global_set()) {
        entry(roff, signature(argument), argument.get_help().map(ToString::to_string).unwrap_or_default());
    }
    command.get_subcommands().for_each(|command| describe(roff, command));
}

/// `-o, --output [FORMAT=]PATH`.
fn signature(argument: &Arg) -> Vec<Inline> {
    let short = argument.get_short().map(|short| format!("-{short}"));
    let long = argument.get_long().map(|long| format!("--{long}"));
    let names: Vec<_> = short.into_iter().chain(long).collect();
    let mut words = vec![bold(names.join(", "))];
    let takes_value = argument.get_action().takes_values();
    let values = argument.get_value_names().unwrap_or_default().iter().map(ToString::to_string).collect::<Vec<_>>();
    if takes_value {
        let values = values.join(" ");
        words.push(italic(match (names.is_empty(), argument.is_require_equals_set()) {
            (true, _) => values,
            (false, true) => format!("[={values}]"),
            (false, false) => format!(" {values}"),
        }));
    }
    words
}

fn entry(roff: &mut Roff, head: Vec<Inline>, meaning: String) {
    roff.control("TP", []);
    roff.text(head);
    roff.text([roman(meaning)]);
}

/// A section of the page: its title, and words with what they mean.
type Section = (Text, Vec<(&'static str, Text)>);

/// What no single command says.
fn closing() -> [Section; 4] {
    [files(), variables(), exit_codes(), examples()]
}

fn files() -> Section {
    let entries = vec![
        ("answers.toml", text!("The answers of a team, beside its code.", "团队的答案，与代码放在一起。")),
        (
            "assess.toml",
            text!(
                "The policy: targets and rules. The nearest one counts, from the working directory up to the root of the repository.",
                "策略：目标和规则。从工作目录向上到代码库根目录，取最近的一份。"
            ),
        ),
    ];
    (text!("FILES", "文件"), entries)
}

fn variables() -> Section {
    let entries = vec![
        (
            "ASSESS_LANG, LC_ALL, LC_MESSAGES, LANG",
            text!("The language; the first that is set decides.", "语言，以第一个已设置的为准。"),
        ),
        ("ASSESS_PLAIN", text!("Anything but 0 is the same as --plain.", "只要不是 0，即等同于 --plain。")),
        (
            "ASSESS_PAGER, PAGER",
            text!(
                "What shows a document longer than the screen; nothing, or cat, shows it at once. Default: less -FRX.",
                "用于显示超出屏幕长度内容的分页器；留空或设为 cat 则直接输出。默认：less -FRX。"
            ),
        ),
        ("VISUAL, EDITOR", text!("The editor for long notes in the interview.", "访谈中编写长备注的编辑器。")),
        ("NO_COLOR, CLICOLOR_FORCE", text!("Never, or always, use colors.", "从不或总是使用颜色。")),
    ];
    (text!("ENVIRONMENT", "环境变量"), entries)
}

fn exit_codes() -> Section {
    let entries = vec![
        ("0", text!("Done; judged and passed.", "完成；判定通过。")),
        ("1", text!("Judged and failed.", "判定未通过。")),
        ("2", text!("It could not be done.", "无法完成。")),
        (
            "129, 130, 143",
            text!("Ended by a signal; what was answered is saved.", "被信号终止，已回答的内容均已保存。"),
        ),
    ];
    (text!("EXIT STATUS", "退出码"), entries)
}

fn examples() -> Section {
    let entries = vec![
        ("assess", text!("Ask the team.", "开始访谈。")),
        ("assess score", text!("Show its levels.", "查看级别。")),
        ("assess next --to 3", text!("Plan for level 3.", "为达到级别 3 制订计划。")),
        (
            "assess check --target 2 --baseline git:main",
            text!("Hold level 2, and be nowhere worse than on main.", "守住级别 2，且任何一项不比 main 分支差。"),
        ),
    ];
    (text!("EXAMPLES", "示例"), entries)
}

#[cfg(test)]
mod tests {
    use super::{RELEASED, breakable};

    #[test]
    fn chinese_may_break_between_characters_and_not_before_a_comma() {
        assert_eq!(breakable("每答一题即保存，可继续"), "每\\:答\\:一\\:题\\:即\\:保\\:存，\\:可\\:继\\:续");
        assert_eq!(breakable("\\fB\\-\\-lang\\fR 语言 [默认：en]"), "\\fB\\-\\-lang\\fR 语\\:言 [默\\:认：\\:en]");
        for line in [".SS \"assess set 文件\"", "Ask the team.", ""] {
            assert_eq!(breakable(line), line);
        }
    }

    #[test]
    fn the_page_has_the_day_of_the_newest_release() {
        let changes = include_str!("../../../../CHANGELOG.md");
        let newest = changes.lines().filter_map(|line| line.strip_prefix("## ")).find(|title| *title != "Unreleased");
        assert_eq!(newest, Some(&*format!("{} - {RELEASED}", env!("CARGO_PKG_VERSION"))));
    }
}
