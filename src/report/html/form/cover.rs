//! What stands around the questions: what this is and how it is answered, the bar, the end, and the dialogs.

use maud::{Markup, html};

use super::page::FormPage;
use crate::interview::minutes_alone;
use crate::lang::{Lang, Text};
use crate::model::Level;
use crate::report::html::foreign;
use crate::report::html::palette;
use crate::report::kit::{kinds, terms, words};
use crate::text::one_line;

pub(super) fn title(page: &FormPage<'_>) -> Text {
    match &page.form.answers.assessment.team {
        Some(team) => {
            let team = one_line(team);
            text!("{team}: questionnaire", "{team}：问卷")
        }
        None => text!("Questionnaire", "问卷"),
    }
}

pub(super) fn description(page: &FormPage<'_>) -> Text {
    let (model, count) = (page.form.model, count(page));
    let (en, zh, version) = (one_line(&model.name.en), one_line(&model.name.zh), &model.version);
    let questions = kinds::questions(count);
    text!("{en} {version}: {questions}", "{zh} {version}：{count} 个问题")
}

fn count(page: &FormPage<'_>) -> usize {
    page.questions().count()
}

/// How long all of it takes somebody alone, in either language.
fn time(page: &FormPage<'_>) -> Text {
    let minutes = |lang| minutes_alone(page.form.model, page.questions(), lang);
    Text::new(words::about(minutes(Lang::En)).en, words::about(minutes(Lang::Zh)).zh)
}

/// What this is, and how it is answered.
pub(super) fn cover(page: &FormPage<'_>) -> Markup {
    let about = &page.form.answers.assessment;
    html! {
        header .cover #cover {
            p .eyebrow { (page.say(&description(page))) }
            h1 {
                @if let Some(team) = &about.team { (foreign::words(team)) " · " }
                (page.say(&text!("Questionnaire", "问卷")))
            }
            @if let Some(system) = &about.system { p .system { (foreign::words(system)) } }
            p .pen { (page.say(&text!("Your name", "姓名"))) span .rule {} (page.say(&text!("date", "日期"))) span .rule {} }
            (how(page))
            noscript {
                p .notice {
                    (page.say(&text!(
                        "Scripts are off here: the questionnaire can be read and printed. To answer it on the screen, open the file in a browser that runs them, not in a preview.",
                        "此处未启用脚本：问卷可以阅读和打印。如需在屏幕上作答，请用启用了脚本的浏览器打开此文件，而不是在预览中查看。"
                    )))
                }
            }
            div .scripted hidden {
                p .notice #kept hidden { span {} " " button type="button" data-do="forget" { (page.say(&text!("Clear them", "清除"))) } }
                p .start {
                    button .main type="button" data-do="start" { (page.say(&text!("Start", "开始"))) kbd { "Enter" } }
                    button type="button" data-do="view" { (page.say(&text!("Show all questions as a list", "以列表显示全部问题"))) kbd { "l" } }
                }
                p .where #keeping {}
            }
        }
    }
}

fn how(page: &FormPage<'_>) -> Markup {
    let questions = kinds::questions(count(page));
    let (count, sub_domains) =
        (count(page), kinds::several(page.form.model, page.form.model.sub_domain_storey(), page.asked.len()));
    let (Text { en: parts_en, zh: parts_zh, .. }, Text { en: time_en, zh: time_zh, .. }) = (sub_domains, time(page));
    html! {
        div .how {
            (page.tell(&text!(
                "{questions} in {parts_en}, {time_en} for one person. Stop anywhere and go on later.",
                "共 {count} 个问题，分属 {parts_zh}，一个人需要{time_zh}。可以随时停下，稍后继续。"
            )))
            @if page.form.model.scoring.has_levels() {
                (page.tell(&text!(
                    "For each question, choose the highest level of which everything is true today. What follows a dot is typical of a level, and asked of nobody.",
                    "每个问题请选择目前已全部做到的最高级别。圆点之后的内容只是该级别的典型表现，不作要求。"
                )))
                ol .names {
                    @for level in page.form.model.all_levels() { li { (named(page, level)) } }
                }
            } @else {
                (page.tell(&text!("For each question, tick what is true today.", "每个问题请勾选目前已做到的各项。")))
            }
            (page.tell(&text!(
                "Answer alone, before you talk about it: what people see differently is worth the most. Then save your answers and send the file back. All files are merged, and you meet for an hour over what differs.",
                "请先独立作答，再一起讨论：看法不同之处最有价值。答完后保存答案并把文件发回；所有人的答案会合并，大家只需用一小时讨论有分歧的问题。"
            )))
        }
    }
}

fn named(page: &FormPage<'_>, level: Level) -> Markup {
    let name = page.form.model.level_name(level);
    html! {
        b class={ "badge " (palette::class(page.form.model, level)) } { (level) }
        @if let Some(name) = name { (page.say(name)) }
    }
}

/// What comes after the last question.
pub(super) fn end(page: &FormPage<'_>) -> Markup {
    html! {
        section .end #end hidden {
            h2 { (page.say(&text!("That was the last question", "问题到此结束"))) }
            p #left {}
            p .start {
                button .main type="button" data-do="save" { (page.say(&text!("Save answers", "保存答案"))) }
                button type="button" data-do="open" { (page.say(&text!("Next unanswered", "下一个未回答的问题"))) kbd { "u" } }
            }
        }
    }
}

/// What is over the questions, and opens: where one is, finding a question, the keys, saving. Templates are for what the
/// script puts beside every question.
pub(super) fn dialogs(page: &FormPage<'_>) -> Markup {
    html! {
        div .bar #bar hidden {
            p .count #count {}
            progress #progress value="0" max=(count(page)) aria-labelledby="count" {}
            div .told {
                p #status role="status" {}
                button #undo type="button" data-do="undo" hidden { (page.say(&text!("Undo", "撤销"))) kbd { "z" } }
            }
            p .views {
                button type="button" data-do="view" { span .to-list { (page.say(&text!("List", "列表"))) } span .to-one { (page.say(&text!("One at a time", "逐题"))) } }
                button type="button" data-do="find" { (page.say(&text!("Find", "查找"))) kbd { "/" } }
                button type="button" data-do="help" { (page.say(&text!("Keys", "按键"))) kbd { "?" } }
                button .main type="button" data-do="save" { (page.say(&text!("Save answers", "保存答案"))) }
            }
        }
        div .steps #steps hidden {
            button type="button" data-do="back" { (page.say(&text!("Back", "上一题"))) kbd { "b" } }
            button type="button" data-do="open" { (page.say(&text!("Next unanswered", "下一个未回答的问题"))) kbd { "u" } }
            button .main type="button" data-do="skip" { span .skip { (page.say(&text!("Skip", "跳过"))) } span .next { (page.say(&text!("Next", "下一题"))) } kbd { "→" } }
        }
        (finding(page))
        (keys(page))
        (saving(page))
        (forgetting(page))
        template #tools { (tools(page)) }
        template #exception { (exception(page)) }
        template #entry {
            li {
                label { span .unseen { (page.say(&text!("Path or link", "路径或链接"))) } input type="text" maxlength="10000"; }
                button type="button" data-do="remove-entry" { (page.say(&text!("Remove", "删除"))) }
            }
        }
    }
}

fn finding(page: &FormPage<'_>) -> Markup {
    html! {
        dialog #find aria-labelledby="find-title" {
            h2 #find-title { label for="words" { (page.say(&text!("Find a question", "查找问题"))) } }
            input #words type="text" enterkeyhint="search" autocomplete="off" role="combobox" aria-expanded="true" aria-controls="found";
            ul #found role="listbox" aria-labelledby="find-title" {}
            p #found-none role="status" {}
        }
    }
}

fn keys(page: &FormPage<'_>) -> Markup {
    let key = |keys: &str, what: Text| html! { dt { (keys) } dd { (page.say(&what)) } };
    let (floor, top, (level, _)) = (page.form.model.floor, page.form.model.top(), page.form.model.example_levels());
    html! {
        dialog #help aria-labelledby="help-title" {
            section #explained hidden {
                h2 { (page.say(&terms::title())) }
                div {}
            }
            h2 #help-title { (page.say(&text!("Keys", "按键"))) }
            dl {
                @if page.form.model.scoring.has_levels() {
                    (key(&format!("{floor}–{top}"), text!("choose this level and go on; - right after it: only a part of it", "选择该级别并转到下一题；紧接着按 -：只做到一部分")))
                    (key("p", text!("part of a level: tick what is true above a level; {level}.1 or {level}1 ticks a clause, x on one says it is not asked of you", "部分做到：勾选某级别之上已做到的要求；输入 {level}.1 或 {level}1 勾选一条，在某条上按 x 表示不适用")))
                } @else {
                    (key("1.1", text!("tick this clause", "勾选该要求")))
                    (key("a / 0", text!("all of it / none of it", "全部做到 / 均未做到")))
                }
                (key("↑ ↓ j k", text!("move", "移动")))
                (key("Enter", text!("choose what is highlighted, or go on", "选择高亮的一项，或转到下一题")))
                (key("b ← ", text!("the question before", "上一题")))
                (key("s →", text!("skip this question", "跳过本题")))
                @if page.form.model.scoring.has_levels() {
                    (key("x", text!("does not apply: say why; a then says the same of what is unanswered in this part", "不适用：请说明原因；随后按 a 用于本部分其余未回答的问题")))
                } @else {
                    (key("x", text!("does not apply: say why", "不适用：请说明原因")))
                }
                (key("n", text!("note", "备注")))
                (key("v", text!("evidence: a path or a link", "证据：路径或链接")))
                (key("c", text!("clear this answer", "清除本题答案")))
                (key("z", text!("undo", "撤销")))
                (key("u", text!("next unanswered question", "下一个未回答的问题")))
                (key("/ g", text!("find a question", "查找问题")))
                (key("l", text!("list, or one at a time", "列表或逐题显示")))
                (key("Esc", text!("close what is open", "关闭已打开的内容")))
            }
            p { button type="button" data-do="close" { (page.say(&text!("Close", "关闭"))) kbd { "Esc" } } }
        }
    }
}

fn saving(page: &FormPage<'_>) -> Markup {
    html! {
        dialog #saving aria-labelledby="saving-title" {
            form method="dialog" {
                h2 #saving-title { (page.say(&text!("Save answers", "保存答案"))) }
                p #summary {}
                label { span { (page.say(&text!("Your name", "姓名"))) } input #name type="text" maxlength="200" autocomplete="name" aria-describedby="name-problem"; }
                p .problem #name-problem role="alert" {}
                p .start {
                    button .main type="submit" { (page.say(&text!("Save", "保存"))) }
                    button type="button" data-do="close" { (page.say(&text!("Not yet", "暂不"))) }
                }
            }
        }
    }
}

fn forgetting(page: &FormPage<'_>) -> Markup {
    html! {
        dialog #forgetting aria-labelledby="forgetting-title" {
            h2 #forgetting-title { (page.say(&text!("Clear what this browser keeps?", "清除此浏览器中保存的答案？"))) }
            (page.tell(&text!(
                "All that was answered here and not saved to a file is lost. What the questionnaire came with stays.",
                "在此回答而未保存为文件的内容都会丢失；问卷原有的答案保留。"
            )))
            p .start {
                button type="button" data-do="forget-all" { (page.say(&text!("Clear", "清除"))) }
                button .main type="button" data-do="close" { (page.say(&text!("Keep", "保留"))) }
            }
        }
    }
}

/// What stands below every question.
fn tools(page: &FormPage<'_>) -> Markup {
    let action = |name: &str, key: &str, what: Text| html! { button type="button" data-do=(name) { (page.say(&what)) kbd { (key) } } };
    html! {
        p .said {}
        p .actions {
            @if page.form.model.scoring.has_levels() { (action("part", "p", text!("Part of a level", "部分做到"))) }
            @else { (action("all", "a", text!("All of it", "全部做到"))) (action("none", "0", text!("None of it", "均未做到"))) }
            (action("na", "x", text!("Does not apply", "不适用")))
            (action("note", "n", text!("Note", "备注")))
            (action("evidence", "v", text!("Evidence", "证据")))
            (action("clear", "c", text!("Clear", "清除")))
        }
        div .na hidden {
            label .long { span { (page.say(&text!("Why it does not apply", "不适用的原因"))) } input .reason type="text" maxlength="10000"; }
            label { span { (page.say(&text!("until (may stay empty)", "截至（可不填）"))) } input .until type="date" max="9999-12-31"; }
            @if page.form.model.scoring.has_levels() {
                button type="button" data-do="rest" hidden { (page.say(&text!("The same for the rest of this part", "本部分其余未回答的问题同样不适用"))) }
            }
            p .problem role="alert" {}
        }
        div .note hidden { label .long { span { (page.say(&text!("Note", "备注"))) } textarea rows="2" maxlength="10000" enterkeyhint="done" {} } }
        div .evidence hidden {
            p { (page.say(&text!("Evidence: paths and links", "证据：路径和链接"))) }
            ul {}
            button type="button" data-do="add-entry" { (page.say(&text!("Add", "添加"))) kbd { "v" } }
        }
    }
}

/// What stands beside a clause while clauses are ticked.
fn exception(page: &FormPage<'_>) -> Markup {
    html! {
        div .exception {
            button type="button" data-do="except" aria-pressed="false" { (page.say(&text!("not asked of us", "不适用于我们"))) }
            label .long hidden { span { (page.say(&text!("Why it is not asked", "不适用的原因"))) } input .reason type="text" maxlength="10000"; }
            label hidden { span { (page.say(&text!("until (may stay empty)", "截至（可不填）"))) } input .until type="date" max="9999-12-31"; }
        }
    }
}
