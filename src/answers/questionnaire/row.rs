//! One row of a questionnaire: its cells as what an answers file says, or what is wrong with them.

use std::collections::BTreeSet;

use super::answer_cell::AnswerCell;
use super::cell::{Cell, CellProblem, Place, trim};
use super::field::{Field, Word};
use super::lists::{degrees, exceptions, lines, words};
use super::question_table::QuestionTable;
use super::value::{LONGEST, day, no_day, no_text, too_long, unfit};
use crate::answers::edit::Wish;
use crate::answers::{Date, Grade};
use crate::full_width::narrowed;
use crate::lang::Text;
use crate::model::{ClauseId, Level, Model};
use crate::problem::Refusal;

/// What a row says about its dimension.
#[derive(Debug, Default)]
pub(super) struct Row {
    /// What is to be written, each with the column it comes from and its key in an answers file.
    pub fields: Vec<(Field, &'static str, Wish)>,
    /// The columns in which something stands.
    pub filled: Vec<Field>,
    /// Whether the answer is to be removed.
    pub is_removed: bool,
}

/// Reads the cells of a row; `None` if nothing is filled in.
pub(super) fn read(
    table: &QuestionTable<'_>,
    row: u32,
    model: &Model,
    problems: &mut Vec<(Place, CellProblem)>,
) -> Option<Row> {
    let mut reader = Reader { table, row, model, problems, made: Row::default() };
    reader.read();
    let made = reader.made;
    (!made.filled.is_empty()).then_some(made)
}

struct Reader<'a, 's> {
    table: &'a QuestionTable<'s>,
    row: u32,
    model: &'a Model,
    problems: &'a mut Vec<(Place, CellProblem)>,
    made: Row,
}

impl Reader<'_, '_> {
    fn read(&mut self) {
        let filled = Field::ALL.into_iter().skip(1).filter(|field| self.table.cell(self.row, *field).is_some());
        self.made.filled = filled.collect();
        let said = self.answer();
        let (reason, until) = (self.text(Field::Reason), self.until());
        match &said {
            AnswerCell::Word(Word::Removed) => return self.made.is_removed = true,
            AnswerCell::Word(Word::NotApplicable) => self.not_applicable(reason, until),
            AnswerCell::Wrong => {}
            _ => self.refuse_reason(),
        }
        if !matches!(said, AnswerCell::Wrong | AnswerCell::Word(Word::NotApplicable)) {
            self.claim(&said);
        }
        for (field, key, wish) in [
            (Field::Note, "note", self.text(Field::Note).map(Wish::Text)),
            (Field::Evidence, "evidence", self.text(Field::Evidence).map(|text| Wish::List(lines(&text)))),
        ] {
            self.made.fields.extend(wish.map(|wish| (field, key, wish)));
        }
    }

    /// A level or the clauses that are met, with what stands beside them.
    fn claim(&mut self, said: &AnswerCell) {
        let has_levels = self.model.scoring.has_levels();
        let met = self.text(Field::Met).map(|text| words(&text));
        let (whole, met) = self.named_above(said, met);
        let claim = match (said, whole) {
            (AnswerCell::Grade(_), Some(level)) => Some(("level", Wish::Number(level.0.into()))),
            (AnswerCell::Grade(grade), None) => Some(("level", Wish::Text(grade.to_string()))),
            (AnswerCell::Word(Word::All), _) => Some(("met", Wish::Text("all".to_owned()))),
            (AnswerCell::Word(_), _) => Some(("met", Wish::Set(Vec::new()))),
            (AnswerCell::Nothing | AnswerCell::Wrong, _) => None,
        };
        if claim.is_some() && met.is_some() && !has_levels {
            let message = text!("clauses are named beside an answer for all of them", "在整体答案旁又列出了要求");
            let help = text!("empty one of the two cells", "请清空其中一个单元格");
            return self.refuse(Field::Met, Refusal::new(message).help(help));
        }
        let is_answered = claim.is_some();
        self.made.fields.extend(claim.map(|(key, wish)| (Field::Answer, key, wish)));
        let beside = [
            (Field::Met, "met", met.map(Wish::Set)),
            (Field::Degrees, "degrees", self.degrees()),
            (Field::Except, "except", self.exceptions()),
        ];
        for (field, key, wish) in beside {
            let Some(wish) = wish else { continue };
            if has_levels && !is_answered {
                self.refuse(field, no_answer());
                continue;
            }
            self.made.fields.push((field, key, wish));
        }
    }

    /// The whole level that is claimed, and the clauses that are named above it: what a level holds is met with it, and
    /// `3-` with `3.1` is level 2 with `3.1`. No level for a grade alone, or no grade.
    fn named_above(&mut self, said: &AnswerCell, met: Option<Vec<String>>) -> (Option<Level>, Option<Vec<String>>) {
        let (whole, part) = match said {
            AnswerCell::Grade(Grade::Full(level)) => (*level, None),
            AnswerCell::Grade(Grade::PartOf(level)) if *level > self.model.floor => (Level(level.0 - 1), Some(*level)),
            _ => return (None, met),
        };
        let level_of = |word: &String| word.parse::<ClauseId>().map(|clause| clause.level).ok();
        let is_above = |word: &String| level_of(word).is_none_or(|level| level > whole);
        let above = met.map(|met| met.into_iter().filter(is_above).collect::<Vec<_>>()).filter(|met| !met.is_empty());
        let Some(part) = part else { return (Some(whole), above) };
        let Some(named) = &above else { return (None, None) };
        if let Some(clause) =
            named.first().filter(|_| named.iter().map(level_of).all(|it| it.is_some_and(|it| it > part)))
        {
            let message = text!(
                "`{clause}` beside `{part}-`, and no statement of level {part}",
                "`{part}-` 旁列出了 `{clause}`，却没有级别 {part} 的要求"
            );
            let help = text!(
                "name the statements of level {part} that are true as well",
                "请一并列出级别 {part} 中已做到的要求"
            );
            self.refuse(Field::Met, Refusal::new(message).help(help));
        }
        (Some(whole), above)
    }

    fn not_applicable(&mut self, reason: Option<String>, until: Option<Date>) {
        let Some(reason) = reason else {
            let message = text!("not applicable needs a reason", "不适用需要说明原因");
            let (field, help) = if self.table.columns.contains_key(&Field::Reason) {
                (Field::Reason, text!("say in this cell why it does not apply", "请在此单元格中说明原因"))
            } else {
                let Text { en, zh, .. } = Field::Reason.name();
                let help = text!("add a column `{en}` and say it there", "请添加“{zh}”列并在其中说明");
                (Field::Answer, help)
            };
            return self.refuse(field, Refusal::new(message).help(help));
        };
        self.made.fields.push((Field::Reason, "na", Wish::reason(reason, until)));
    }

    /// A reason that belongs to no answer would be lost.
    fn refuse_reason(&mut self) {
        for field in [Field::Reason, Field::Until] {
            if self.table.cell(self.row, field).is_some() && !self.is_wrong(field) {
                let message = text!("this goes with the answer N/A alone", "此列只与答案“不适用”同用");
                let help = text!("empty the cell, or write it into the note", "请清空该单元格，或写入备注");
                self.refuse(field, Refusal::new(message).help(help));
            }
        }
    }

    fn answer(&mut self) -> AnswerCell {
        let read = match self.table.cell(self.row, Field::Answer) {
            None => return AnswerCell::Nothing,
            Some(cell) => AnswerCell::read(cell, self.model),
        };
        read.unwrap_or_else(|refusal| {
            self.refuse(Field::Answer, refusal);
            AnswerCell::Wrong
        })
    }

    fn until(&mut self) -> Option<Date> {
        let read = match self.table.cell(self.row, Field::Until)? {
            Cell::Day(Some(day)) => Ok(*day),
            Cell::Text(text) => day(&narrowed(trim(text))),
            Cell::Number(number) => Err(no_day(*number)),
            cell => Err(unfit(cell).unwrap_or_else(|| no_day(0.0))),
        };
        read.map_err(|refusal| self.refuse(Field::Until, refusal)).ok()
    }

    fn degrees(&mut self) -> Option<Wish> {
        let text = self.text(Field::Degrees)?;
        self.map(Field::Degrees, degrees(&text), || {
            let message = text!("no clause and degree stand here", "此处不是要求和程度");
            let example = self.model.scoring.degrees.first().map_or("no", |degree| degree.id.as_str());
            Refusal::new(message)
                .help(text!("write `2.1 = {example}`, a line each", "请写 `2.1 = {example}`，每行一条"))
        })
    }

    fn exceptions(&mut self) -> Option<Wish> {
        let text = self.text(Field::Except)?;
        self.map(Field::Except, exceptions(&text), || {
            let message = text!("an excepted clause needs its number and a reason", "例外的要求需要编号和原因");
            Refusal::new(message)
                .help(text!("write `3.2 = there is only one team`, a line each", "请写 `3.2 = 只有一个团队`，每行一条"))
        })
    }

    /// A table by clauses, each of them once.
    fn map(
        &mut self,
        field: Field,
        read: Option<Vec<(String, Wish)>>,
        refusal: impl FnOnce() -> Refusal,
    ) -> Option<Wish> {
        let Some(entries) = read else {
            let refusal = refusal();
            self.refuse(field, refusal);
            return None;
        };
        let mut seen = BTreeSet::new();
        if let Some((clause, _)) = entries.iter().find(|(clause, _)| !seen.insert(clause)) {
            let message = text!("clause `{clause}` is there twice", "要求 `{clause}` 重复出现");
            let help = text!("keep one of them", "请只保留一个");
            self.refuse(field, Refusal::new(message).help(help));
            return None;
        }
        Some(Wish::Map(entries))
    }

    /// The text in a column, which nothing but text can be.
    fn text(&mut self, field: Field) -> Option<String> {
        match self.table.cell(self.row, field)? {
            Cell::Text(text) if text.chars().nth(LONGEST).is_some() => {
                self.refuse(field, too_long());
                None
            }
            Cell::Text(text) => Some(trim(text).to_owned()),
            cell => {
                let refusal = unfit(cell).unwrap_or_else(no_text);
                self.refuse(field, refusal);
                None
            }
        }
    }

    /// Whether a problem of a cell is told already.
    fn is_wrong(&self, field: Field) -> bool {
        let place = self.table.place(self.row, field);
        // The problems of a row are the last so far, but for those of merged cells, which are told first.
        let own = self.problems.iter().rev().take_while(|((row, _), _)| *row == self.row);
        let below = (place, (place.0 + 1, 0));
        let is_merged = || self.table.sheet.merged.range(below..).next().is_some_and(|(first, _)| *first == place);
        own.map(|(other, _)| other).any(|other| *other == place) || is_merged()
    }

    fn refuse(&mut self, field: Field, refusal: Refusal) {
        if !self.is_wrong(field) {
            let place = self.table.place(self.row, field);
            let called = self.table.sheet.called(place);
            self.problems.push((place, CellProblem::new(called, refusal)));
        }
    }
}

fn no_answer() -> Refusal {
    Refusal::new(text!("clauses are named, and no answer is given", "列出了要求，但没有答案"))
        .help(text!("add the level in the column of answers", "请在答案列中填写级别"))
}
