//! The cell that answers a question: a grade or a word, or why it is neither.

use super::cell::{Cell, trim};
use super::field::Word;
use super::value::unfit;
use crate::answers::Grade;
use crate::full_width::narrowed;
use crate::model::Model;
use crate::problem::Refusal;

/// What the column of answers says.
pub(super) enum AnswerCell {
    Nothing,
    Grade(Grade),
    Word(Word),
    /// Something that is no answer, and was said to be none.
    Wrong,
}

impl AnswerCell {
    /// Reads a cell in which something stands.
    ///
    /// # Errors
    ///
    /// Why that is no answer to a question of this model.
    pub(super) fn read(cell: &Cell, model: &Model) -> Result<Self, Refusal> {
        match cell {
            Cell::Number(number) => Self::of_number(*number, model),
            Cell::Text(text) => Self::of_word(&narrowed(trim(text)), model),
            cell => Err(unfit(cell).unwrap_or_else(|| no_answer("?", model))),
        }
    }

    fn of_number(number: f64, model: &Model) -> Result<Self, Refusal> {
        if number < 0.0 && number.fract() == 0.0 {
            let level = number.abs();
            let message = text!(
                "the number {number}, which spreadsheets make of `{level}-`",
                "数字 {number}：电子表格会把 `{level}-` 变成负数"
            );
            return Err(Refusal::new(message).help(text!(
                "choose `{level}-` in the list, or type `'{level}-` with the apostrophe",
                "请从列表中选择 `{level}-`，或输入带撇号的 `'{level}-`"
            )));
        }
        Self::of_word(&number.to_string(), model)
    }

    fn of_word(word: &str, model: &Model) -> Result<Self, Refusal> {
        let has_levels = model.scoring.has_levels();
        match Word::named(word) {
            Some(Word::All | Word::Nothing) if has_levels => return Err(no_answer(word, model)),
            Some(word) => return Ok(Self::Word(word)),
            None => {}
        }
        // What a program writes for a whole number: `3.0`.
        let whole = word.split_once('.').filter(|(_, rest)| !rest.is_empty() && rest.bytes().all(|byte| byte == b'0'));
        let whole = whole.map_or(word, |(whole, _)| whole);
        match whole.parse::<Grade>() {
            Ok(grade) if has_levels => Ok(Self::Grade(grade)),
            _ => Err(no_answer(word, model)),
        }
    }
}

fn no_answer(word: &str, model: &Model) -> Refusal {
    let refusal = Refusal::new(text!("`{word}` is no answer", "`{word}` 不是答案"));
    if !model.scoring.has_levels() {
        return refusal.help(text!(
            "write `all met`, `none met` or `N/A`, or name what is met in its own column",
            "请写 `全部满足`、`均未满足` 或 `不适用`，或在相应的列中列出已满足的要求"
        ));
    }
    let (floor, top) = (model.floor, model.top());
    refusal.help(text!(
        "write a level from {floor} to {top}, a grade like `3-`, or `N/A`",
        "请写 {floor} 到 {top} 的级别、`3-` 这样的等级，或 `不适用`"
    ))
}
