//! What the script says; `{n}` and the like are filled in by it.

use crate::lang::Text;

/// A text, and the key under which the script knows it.
type Word = (&'static str, Text);

/// Every text of the script.
pub(super) fn words() -> Vec<Word> {
    [progress(), answers(), prompts(), refusals(), repetition(), keeping()].concat()
}

/// How many questions are answered, and what is left to do.
fn progress() -> Vec<Word> {
    vec![
        ("count", text!("{{n}} of {{all}} answered", "已答 {{n}}/{{all}}")),
        ("answered", text!("{{n}} answered", "已答 {{n}} 题")),
        ("minutes", text!("about {{n}} min left", "约剩 {{n}} 分钟")),
        ("hours", text!("about {{n}} h left", "约剩 {{n}} 小时")),
        ("place", text!("{{n}} of {{all}}", "第 {{n}} 题，共 {{all}} 题")),
        ("all_answered", text!("every question is answered", "所有问题均已回答")),
        ("open_left", text!("{{n}} of {{all}} questions have no answer yet", "共 {{all}} 个问题，还有 {{n}} 个未答")),
        ("found_none", text!("no question has these words", "没有问题包含这些文字")),
    ]
}

/// How an answer, and what became of it, is shown.
fn answers() -> Vec<Word> {
    vec![
        ("chosen", text!("{{name}}: {{value}}", "{{name}}：{{value}}")),
        ("level", text!("level {{n}}", "级别 {{n}}")),
        ("and", text!("{{value}}, and {{ids}}", "{{value}}，并满足 {{ids}}")),
        ("excepted", text!("{{value}}, not asked: {{ids}}", "{{value}}，不适用：{{ids}}")),
        (
            "part",
            text!(
                "{{n}}-: level {{below}} and a part of level {{n}}, not said which",
                "{{n}}-：级别 {{below}}，并做到级别 {{n}} 的一部分，未说明哪些"
            ),
        ),
        ("all", text!("all of it", "全部做到")),
        ("none", text!("none of it", "均未做到")),
        ("not_applicable", text!("does not apply: {{why}}", "不适用：{{why}}")),
        (
            "anew",
            text!(
                "asks something new since this was answered: choose again, or press Enter if it still holds",
                "此题的内容在作答之后有变化：请重新选择，或按 Enter 确认仍然成立"
            ),
        ),
        ("dropped", text!("no longer ticked: {{ids}}", "不再勾选：{{ids}}")),
        ("met_elsewhere", text!("met at “{{name}}”", "在“{{name}}”中已做到")),
    ]
}

/// What is asked for while an answer is given.
fn prompts() -> Vec<Word> {
    vec![
        (
            "base",
            text!(
                "Which level holds in full? Choose it, then tick what is true above it",
                "哪个级别已完整做到？请先选择，再勾选更高级别中已做到的要求"
            ),
        ),
        (
            "ticking",
            text!(
                "tick what is true: numbers or Space; x: not asked of us; Enter: done",
                "勾选已做到的：输入编号或按空格；x：不适用；Enter：完成"
            ),
        ),
        ("na_reason", text!("not counted yet: say why it does not apply", "尚未计入：请说明不适用的原因")),
        (
            "except_reason",
            text!(
                "say why {{id}} is not asked of you; without a reason it is asked",
                "请说明 {{id}} 为何不适用；没有原因则照常要求"
            ),
        ),
        (
            "same_words",
            text!(
                "answered elsewhere in the same words, in “{{name}}”: {{value}}; Enter takes it",
                "别处有相同的问题已作答，见“{{name}}”：{{value}}，按 Enter 采用"
            ),
        ),
    ]
}

/// Why a key or a tick does nothing.
fn refusals() -> Vec<Word> {
    vec![
        (
            "every_excepted",
            text!(
                "then nothing would be asked: say that the question does not apply",
                "这样就没有要求了：请改为整题不适用"
            ),
        ),
        ("nothing_above", text!("nothing is asked above level {{n}}", "级别 {{n}} 之上没有要求")),
        ("no_level", text!("there is no level {{n}}", "没有级别 {{n}}")),
        ("no_clause", text!("there is no clause {{id}} to tick here", "这里没有可勾选的要求 {{id}}")),
        (
            "no_part",
            text!(
                "there is no {{n}}- here: level {{n}} asks fewer than two things; {{name}} stays {{value}}",
                "此题没有 {{n}}-：级别 {{n}} 的要求不足两条；{{name}}仍为{{value}}"
            ),
        ),
    ]
}

/// Answers given to several questions at once, and taken back.
fn repetition() -> Vec<Word> {
    vec![
        (
            "excused",
            text!(
                "{{name}}: {{value}}; a: the same for the other {{n}} of this part",
                "{{name}}：{{value}}；按 a 用于本部分其余 {{n}} 题"
            ),
        ),
        ("excused_rest", text!("{{n}} more do not apply", "另有 {{n}} 题不适用")),
        ("cleared", text!("cleared: {{name}}", "已清除：{{name}}")),
        ("undone", text!("undone: {{name}}", "已撤销：{{name}}")),
        ("undone_all", text!("undone: {{n}} answers", "已撤销 {{n}} 个答案")),
        ("nothing_to_undo", text!("nothing to undo", "没有可撤销的操作")),
    ]
}

/// What the browser keeps, and how answers are saved.
fn keeping() -> Vec<Word> {
    vec![
        ("unkept", text!("not kept: save before you close", "未保存在浏览器中：关闭前请保存")),
        ("kept", text!("{{n}} answers given in this browser are shown.", "已显示在此浏览器中作答的 {{n}} 个答案。")),
        ("kept_notes", text!("What was written in this browser is shown.", "已显示在此浏览器中填写的内容。")),
        (
            "kept_by",
            text!(
                "{{n}} answers given in this browser by {{name}} are shown.",
                "已显示 {{name}} 在此浏览器中作答的 {{n}} 个答案。"
            ),
        ),
        (
            "keeping",
            text!(
                "Nothing is sent anywhere. What you answer is kept in this browser on this computer, also when the page is closed, until you clear it.",
                "内容不会发送到任何地方。你的答案保存在这台电脑的此浏览器中，关闭页面也不会丢失，直到你清除。"
            ),
        ),
        (
            "not_keeping",
            text!(
                "This browser keeps nothing for this page: save your answers to a file before you close or reload it.",
                "此浏览器无法为本页面保存内容：关闭或刷新之前，请先把答案保存为文件。"
            ),
        ),
        (
            "no_name",
            text!(
                "Please give your name: the file is called by it, and tells your answers from those of others.",
                "请填写姓名：文件以此命名，也用来区分各人的答案。"
            ),
        ),
        (
            "too_large",
            text!(
                "The answers are larger than 1 MiB, which no command reads: shorten the longest notes.",
                "答案超过 1 MiB，任何命令都无法读取：请缩短最长的备注。"
            ),
        ),
        (
            "saved",
            text!(
                "Saved as {{file}}, in the folder for downloads: send it back. Saving again later writes all answers anew: the newest file counts.",
                "已保存为 {{file}}（在下载目录中），请把它发回。以后可以再次保存，每次都包含全部答案，以最新的文件为准。"
            ),
        ),
    ]
}
