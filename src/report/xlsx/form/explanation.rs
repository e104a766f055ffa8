//! The sheet that says how a questionnaire is filled in.

use super::super::sheet::{Column, Kind, Row, Sheet, Value};
use super::page::FormSheets;
use crate::answers::degrees_named;
use crate::answers::questionnaire::{Field, Label, Word};
use crate::lang::{Lang, Text};
use crate::model::Model;
use crate::report::kit::words;
use crate::text::one_line;

pub(super) fn sheet(form: &FormSheets<'_>) -> Sheet {
    let (model, lang) = (form.model, form.lang);
    let mut rows = vec![Row::Title(text!("How to fill it in", "如何填写").into_string(lang))];
    rows.push(Row::Paragraph(intent(model).into_string(lang)));
    rows.extend(fields(answers(form), lang));
    rows.push(Row::Heading(text!("The other columns", "其他各列").into_string(lang)));
    rows.extend(fields(
        Field::beside_answer(model).filter_map(|field| Some((field.name(), about(field, model)?))),
        lang,
    ));
    rows.push(Row::Heading(text!("When it is filled in", "填写之后").into_string(lang)));
    rows.extend([handed_back(), protection()].map(|words| Row::Paragraph(words.into_string(lang))));
    rows.push(Row::Heading(text!("What it is about", "评估内容").into_string(lang)));
    rows.extend(fields([(Label::Model.name(), Text::same(form.version()))], lang));
    if model.scoring.has_levels() {
        let levels = model.all_levels().map(|level| words::named_level(model, level, lang)).collect::<Vec<_>>();
        rows.extend(fields([(text!("Levels", "级别"), Text::same(words::list(&levels, lang)))], lang));
    }
    let terms = model.terms_named(form.questions().flat_map(|(_, dimension)| dimension.terms()));
    if !terms.is_empty() {
        rows.push(Row::Heading(text!("Words", "用语").into_string(lang)));
        let term = |words: &Text| Text::same(one_line(words.get(lang)).into_owned());
        rows.extend(fields(terms.into_iter().map(|it| (term(&it.name), term(&it.means))), lang));
    }
    let words = |most| Column { kind: Kind::Words, most };
    Sheet {
        name: text!("Explanation", "填写说明").into_string(lang),
        columns: vec![words(26), Column { kind: Kind::Form, most: 90 }],
        rows,
        choices: Vec::new(),
        entry: None,
    }
}

fn fields(fields: impl IntoIterator<Item = (Text, Text)>, lang: Lang) -> impl Iterator<Item = Row> {
    fields
        .into_iter()
        .map(move |(name, words)| Row::Field(name.into_string(lang), Value::Text(words.into_string(lang))))
}

fn intent(model: &Model) -> Text {
    if model.scoring.has_levels() {
        text!(
            "One row is one question. Its levels stand side by side, each with numbered statements. Answer with the highest level of which every statement is true, and every statement of the levels below it that it does not replace. What follows a dot (·) describes and asks nothing.",
            "一行是一个问题，各级别并排列出，每级有若干带编号的要求。请选择全部要求均已做到的最高级别；其下各级的要求，除被更高级别取代的以外，也须做到。圆点（·）后的内容只作描述，不作要求。"
        )
    } else {
        text!(
            "One row is one question, with numbered statements. Say which of them are true. What follows a dot (·) describes and asks nothing.",
            "一行是一个问题，列有若干带编号的要求，请填写其中已做到的。圆点（·）后的内容只作描述，不作要求。"
        )
    }
}

/// What can be chosen, and what it means.
fn answers(form: &FormSheets<'_>) -> Vec<(Text, Text)> {
    let mut answers = if form.model.scoring.has_levels() {
        let (level, below) = form.model.example_levels();
        vec![
            (Text::same(level.to_string()), text!("all of level {level}", "完整达到级别 {level}")),
            (
                Text::same(format!("{level}-")),
                text!(
                    "level {below}, and a part of level {level}; which part can be said under “Clauses met”",
                    "达到级别 {below}，并做到级别 {level} 的一部分；可在“已满足的要求”中列出是哪些"
                ),
            ),
        ]
    } else {
        let clauses =
            text!("or leave this empty, and write which under “Clauses met”", "或此列留空，在“已满足的要求”中列出");
        let Text { en, zh, .. } = clauses;
        vec![
            (Word::All.name(), text!("every statement is true; {en}", "全部要求均已做到；{zh}")),
            (Word::Nothing.name(), text!("no statement is true", "一条也未做到")),
        ]
    };
    let reason = Field::Reason.name();
    let (en, zh) = (reason.en, reason.zh);
    answers.push((
        Word::NotApplicable.name(),
        text!("the question does not apply to you; say why under “{en}”", "该问题对你们不适用；请在“{zh}”中说明"),
    ));
    let empty = if form.answers.given.is_empty() {
        text!("you do not know, or others answer it", "不清楚，或由他人回答")
    } else {
        let removed = text!(
            "the answer that is there is taken back: emptying its cell does not",
            "撤回已有的答案；只清空单元格并不会撤回"
        );
        answers.push((Word::Removed.name(), removed));
        text!("the answer that is there stays, if there is one", "已有的答案（如有）保持不变")
    };
    answers.push((text!("(empty)", "（留空）"), empty));
    answers
}

/// What a column is for; `None` where its name says it.
fn about(field: Field, model: &Model) -> Option<Text> {
    let (level, _) = model.example_levels();
    Some(match field {
        Field::Id | Field::Answer => return None,
        Field::Reason => text!("needed beside N/A, and only there", "答案为“不适用”时必填，其他答案不填"),
        Field::Until => text!(
            "the day until which N/A holds, if there is one, as 2027-06-30",
            "“不适用”的有效期（如有），如 2027-06-30"
        ),
        Field::Met if model.scoring.has_levels() => text!(
            "the numbers of statements above your level that are true already, as {level}.1, {level}.2",
            "级别之上已经做到的要求的编号，如 {level}.1, {level}.2"
        ),
        Field::Met => {
            text!("the numbers of the statements that are true, as 1.1, 1.2", "已做到的要求的编号，如 1.1, 1.2")
        }
        Field::Degrees => degrees(model)?,
        Field::Except => text!(
            "statements that cannot be asked of you, a line each with the reason: {level}.2 = there is only one team; with a last day: {level}.2 until 2027-06-30 = …",
            "不应要求你们做到的要求，每行一条并写明原因：{level}.2 = 只有一个团队；有截止日期时：{level}.2 until 2027-06-30 = …"
        ),
        Field::Note => text!("whatever helps to talk about it", "便于讨论的任何说明"),
        Field::Evidence => text!("paths and links that show it, a line each", "可作佐证的路径和链接，每行一个"),
    })
}

fn degrees(model: &Model) -> Option<Text> {
    let example = &model.scoring.example_degree()?.id;
    let Text { en, zh, .. } = degrees_named(&model.scoring);
    Some(text!(
        "how far single statements are true, a line each, as 2.1 = {example}: {en}",
        "某条要求做到的程度，每行一条，如 2.1 = {example}：{zh}"
    ))
}

fn handed_back() -> Text {
    text!(
        "Save the file and send it back to whom you have it from. They read it with `assess import FILE`.",
        "保存文件并交还给发来的人，由其用 `assess import 文件` 读取。"
    )
}

fn protection() -> Text {
    text!(
        "Rows can be filtered, rows and columns made larger. The rest is protected against mistakes, without a password: take the protection off to sort rows or to add columns of your own; rows are known by their ids and columns by their names, wherever they stand.",
        "可以筛选行，也可以调整行高列宽。其余部分受保护以防误改，没有密码：要排序或添加自己的列，请先取消工作表保护；导入时按 ID 认行、按列名认列，位置不限。"
    )
}
