//! What a key means while a question is on the screen.

use super::below::Below;
use super::effect::{Effect, Purpose, Save, Undo};
use super::key::{Key, plain};
use super::mode::{Mode, Prompt};
use super::state::Interview;
use super::statements::Statement;
use super::status::Status;
use super::wish::Pass;
use crate::answers::{Change, Claim, Clauses, Value};
use crate::model::{Dimension, Id, Level};

impl<'m> Interview<'m> {
    pub(super) fn ask_key(&mut self, key: &Key) -> Effect {
        let excuse = self.excuse.take();
        let character = match key {
            Key::Char(character) => plain(*character),
            Key::Up => 'k',
            Key::Down => 'j',
            Key::Left | Key::Backspace => 'b',
            Key::Right => 's',
            Key::Enter => return self.choose(),
            Key::Paste(_) => {
                self.status = Some(Status::from(text!(
                    "what is pasted answers nothing; n opens a note",
                    "粘贴的内容不作为答案；按 n 写备注"
                )));
                return Effect::None;
            }
            _ => return Effect::None,
        };
        if !matches!(character, 'j' | 'k') {
            self.status = None;
        }
        match character {
            '0'..='9' | '.' | '+' | '-' if !self.model.scoring.has_levels() => self.tick_with(key),
            'j' | 'k' if !self.model.scoring.has_levels() => self.open_part(),
            '0' if self.model.floor == Level(1) => self.type_into(Prompt::Reason, &self.reason_before()),
            '0'..='9' => self.digit(character),
            'a' if excuse.is_some() => self.excuse_the_rest(excuse),
            'j' => self.point(1),
            'k' => self.point(-1),
            ' ' if self.can_confirm() => self.confirm(),
            's' | ' ' => self.step(1),
            'b' => self.step(-1),
            'p' => self.open_part(),
            'x' => self.type_into(Prompt::Reason, &self.reason_before()),
            'n' => {
                let note = self.answer().and_then(|answer| answer.note.clone()).unwrap_or_default();
                self.type_into(Prompt::Note, &note)
            }
            'e' => Effect::Editor(self.answer().and_then(|answer| answer.note.clone()).unwrap_or_default()),
            'v' => self.open_evidence(),
            'c' => self.change(Change { value: Some(Value::Removed), ..Change::default() }),
            'z' => self.take_back(),
            'u' => self.next_open(),
            '/' | 'g' => self.open_search(),
            '?' => {
                self.mode = Mode::Help(0);
                Effect::None
            }
            'w' if self.people().is_some() => {
                self.mode = Mode::Opinions(0);
                Effect::None
            }
            'q' => Effect::Leave,
            _ => self.refuse_key(key),
        }
    }

    /// Whether Enter confirms the answer that is there, as in a review or on a question that was gone back to.
    #[must_use]
    pub fn can_confirm(&self) -> bool {
        let is_answered = self.answer().is_some_and(|answer| answer.claim.is_some());
        is_answered && self.highlight.is_none() && (self.revisited || self.wish.pass == Pass::Review)
    }

    /// Takes the answer that is there as given now, where the file is to know that.
    fn confirm(&mut self) -> Effect {
        let claim = self.answer().and_then(|answer| answer.claim.clone());
        let is_for_the_file = self.is_asked_again() || self.wish.pass == Pass::Review;
        if let Some(claim) = claim.filter(|_| is_for_the_file) {
            return self.claim(claim);
        }
        self.go_on_from(self.place + 1);
        Effect::None
    }

    fn digit(&mut self, character: char) -> Effect {
        if let Some(statement) = self.statement_of(character) {
            return self.claim(Claim::Level { level: statement.first, met: Clauses::new() });
        }
        let (floor, top) = (self.model.floor, self.model.top());
        self.status = Some(Status::from(text!("levels are {floor} to {top}", "级别为 {floor} 到 {top}")));
        Effect::None
    }

    /// The statement that a digit answers, folded away or not.
    pub(super) fn statement_of(&self, digit: char) -> Option<Statement<'m>> {
        let level = digit.to_digit(10).and_then(|digit| u8::try_from(digit).ok()).map(Level)?;
        let (offered, folded) = self.statements();
        offered.into_iter().chain(folded).find(|statement| statement.stands_for(level))
    }

    fn choose(&mut self) -> Effect {
        if self.can_confirm() {
            return self.confirm();
        }
        if !self.model.scoring.has_levels() {
            return self.open_part();
        }
        let (offered, _) = self.statements();
        let Some(statement) = self.highlight.and_then(|place| offered.get(place)) else {
            let (floor, top) = (self.model.floor, self.model.top());
            self.status = Some(Status::from(text!(
                "{floor} to {top} answers; Enter takes what an arrow points at",
                "按 {floor} 到 {top} 作答；也可用方向键选中，再按 Enter"
            )));
            return Effect::None;
        };
        if let Some(answer) = self.said_before().filter(|_| self.is_suggested) {
            return self.change(Change::bringing(answer));
        }
        let suggested = self.question().and_then(|question| self.suggestion(question)).cloned();
        match suggested.filter(|_| self.is_suggested) {
            Some(claim) => self.claim(claim),
            None => self.claim(Claim::Level { level: statement.first, met: Clauses::new() }),
        }
    }

    /// Moves the highlight; the first arrow starts at the present answer, else at the lowest statement.
    pub(super) fn point(&mut self, by: isize) -> Effect {
        self.is_suggested = false;
        if self.highlight.is_some() && self.scrolls(by) {
            return Effect::None;
        }
        let (offered, _) = self.statements();
        let level = self.level_claimed();
        let present = level.and_then(|level| offered.iter().position(|statement| statement.stands_for(level)));
        let last = offered.len().saturating_sub(1);
        self.highlight = Some(match self.highlight {
            Some(place) => place.saturating_add_signed(by).min(last),
            None => present.unwrap_or(if by > 0 { 0 } else { last }),
        });
        Effect::None
    }

    /// Scrolls the highlighted statement if there is more of it on that side.
    fn scrolls(&mut self, by: isize) -> bool {
        let has_more = if by > 0 { self.below == Below::More } else { self.scroll > 0 };
        self.scroll = if has_more { self.scroll.saturating_add_signed(by) } else { 0 };
        has_more
    }

    /// The question before or after this one, answered or not.
    fn step(&mut self, by: isize) -> Effect {
        match self.place.checked_add_signed(by) {
            Some(place) if place < self.questions.len() => {
                self.revisit(place);
            }
            Some(_) => self.mode = Mode::Done,
            None => self.status = Some(Status::from(text!("this is the first question", "已是第一个问题"))),
        }
        Effect::None
    }

    /// The next question without an answer, from the beginning again where there is none further on.
    pub(super) fn next_open(&mut self) -> Effect {
        let count = self.questions.len();
        let mut order = (1..=count).map(|ahead| (self.place + ahead) % count);
        let open = order.find(|place| self.is_to_ask(self.questions[*place]));
        match open {
            Some(place) => self.arrive(place),
            None if self.is_picture() => self.deepen(),
            None if self.wish.pass == Pass::Review => {
                self.status = Some(Status::from(text!("everything is confirmed", "已全部确认")));
            }
            None => self.status = Some(Status::from(text!("everything is answered", "已全部回答"))),
        }
        Effect::None
    }

    pub(super) fn take_back(&mut self) -> Effect {
        let Some(last) = self.undo.last() else {
            self.status = Some(Status::from(text!("nothing to undo", "没有可撤销的操作")));
            return Effect::None;
        };
        Effect::Save(match last {
            Undo::Answers(edits) => {
                let back = edits.iter().map(|edit| edit.back(self.answers.given.get(&edit.id).cloned()));
                Save { edits: back.collect(), purpose: Purpose::Undo }
            }
            Undo::Outcome(figure) => Save { edits: Vec::new(), purpose: Purpose::UndoOutcome(figure.clone().back()) },
        })
    }

    /// Gives the reason just given to what is unanswered in the same sub-domain.
    pub(super) fn excuse_the_rest(&mut self, excuse: Option<Claim>) -> Effect {
        let Some(claim) = excuse else { return Effect::None };
        let Some(Undo::Answers(edits)) = self.undo.last() else { return Effect::None };
        let Some(edit) = edits.first() else { return Effect::None };
        let change = Change { value: Some(Value::Claim(claim)), ..Change::default() };
        let rest = self.unanswered_beside(&edit.id).into_iter();
        let edits: Vec<_> = rest.map(|dimension| self.edit(dimension, change.clone())).collect();
        if edits.is_empty() { Effect::None } else { Effect::Save(Save { edits, purpose: Purpose::Change }) }
    }

    /// What is asked in the sub-domain of a question, and has no answer.
    pub(super) fn unanswered_beside(&self, question: &Id) -> Vec<&'m Dimension> {
        let sub_domain = self.model.sub_domains().find(|it| question.is_within(&it.id));
        let beside = |dimension: &&&Dimension| sub_domain.is_some_and(|it| dimension.id.is_within(&it.id));
        self.all.iter().filter(beside).filter(|dimension| !self.is_answered(dimension)).copied().collect()
    }
}
