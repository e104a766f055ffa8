//! A typed line as an answer to what is asked before the first question.

use super::{Setup, SetupEffect, Step};
use crate::interview::key::plain;
use crate::interview::line::Line;
use crate::lang::Text;
use crate::text::one_line;

impl Setup<'_> {
    /// What a line does now, where lines are typed instead of keys: read as a whole, or not at all.
    ///
    /// # Errors
    ///
    /// What is known instead, if the line is not.
    pub fn read_line(&mut self, line: &str) -> Result<SetupEffect, Text> {
        let line = line.trim();
        if self.step == Step::Team {
            self.team = Line::default();
            self.team.insert(line);
            return Ok(self.take());
        }
        let narrow: String = line.chars().map(plain).collect();
        match narrow.as_str() {
            "" => return Ok(self.take()),
            "q" | "quit" | "退出" => return Ok(SetupEffect::Leave),
            "b" | "back" | "返回" => {
                self.go_back();
                return Ok(SetupEffect::None);
            }
            _ => {}
        }
        let places = self.places(line).ok_or_else(|| self.unknown(line))?;
        match (self.step, places.as_slice()) {
            (Step::Areas, places) => {
                let is_named = |place: usize| places.contains(&place);
                self.choices.iter_mut().enumerate().for_each(|(place, choice)| choice.is_ticked = is_named(place));
                Ok(self.take())
            }
            (_, [place]) => Ok(self.take_number(place + 1)),
            _ => Err(self.unknown(line)),
        }
    }

    /// The places of what is named, by number or, of areas, by id.
    fn places(&self, line: &str) -> Option<Vec<usize>> {
        let words = line.split([' ', ',', '，', '、']).filter(|word| !word.is_empty());
        let by_id = |word: &str| match self.step {
            Step::Area | Step::Areas => self.choices.iter().position(|choice| choice.area.id.as_str() == word),
            Step::Start | Step::Team => None,
        };
        let by_number = |word: &str| {
            let number: usize = word.chars().map(plain).collect::<String>().parse().ok()?;
            (1..=self.line_count()).contains(&number).then(|| number - 1)
        };
        let places: Option<Vec<_>> = words.map(|word| by_id(word).or_else(|| by_number(word))).collect();
        places.filter(|places| !places.is_empty())
    }

    fn unknown(&self, line: &str) -> Text {
        let line: String = one_line(line).chars().take(20).collect();
        let last = self.line_count();
        match self.step {
            Step::Areas => text!(
                "`{line}` is not known here: numbers, 1 to {last}, or ids, separated by commas",
                "这里不认识“{line}”：请输入编号（1 到 {last}）或 id，用逗号分隔"
            ),
            _ => text!(
                "`{line}` is not known here: a number, 1 to {last}, or `quit`",
                "这里不认识“{line}”：请输入编号 1 到 {last}，或“退出”"
            ),
        }
    }
}
