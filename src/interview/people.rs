//! An interview that has heard what people answered by themselves: it takes what they agree on, asks where they differ, and
//! keeps who said something else.

use std::sync::Arc;

use super::effect::{Edit, Effect, Purpose, Save};
use super::key::{Key, plain};
use super::mode::Mode;
use super::opinions::Opinions;
use super::state::Interview;
use super::status::Status;
use super::wish::Pass;
use crate::answers::{Answer, Change, Claim, Value};
use crate::lang::{Lang, Text};
use crate::merge::{Agreement, Distance, Merge, RoomNote, Topic};
use crate::model::Dimension;

/// How far a room is with the questions of one kind.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Stage {
    /// How far people agree on the question.
    pub agreement: Agreement,
    /// Its place among those of its kind, from 1.
    pub place: usize,
    /// How many of its kind are asked.
    pub count: usize,
}

impl<'m> Interview<'m> {
    /// The same with what people answered: the questions on which they differ first, the widest apart before the others, then
    /// those that one alone or nobody answered. What they agree on is offered to be taken. A review asks as ever.
    #[must_use]
    pub fn with_people(mut self, merge: impl Into<Arc<Merge<'m>>>, lang: Lang) -> Self {
        self.opinions = Some(Opinions { merge: merge.into(), lang });
        if self.wish.pass == Pass::Review {
            if self.mode == Mode::Asking {
                self.arrive(self.place);
            }
            return self;
        }
        self.wish.pass = Pass::Open;
        self.questions = self.by_agreement();
        if self.offered().next().is_none() {
            self.go_on_from(0);
        } else {
            self.place = 0;
            self.mode = Mode::Taking;
        }
        self
    }

    /// What people answered; `None` if nobody is heard.
    #[must_use]
    pub fn people(&self) -> Option<&Merge<'m>> {
        self.opinions.as_ref().map(|opinions| &*opinions.merge)
    }

    /// What people say about the question; `None` if nobody is heard.
    #[must_use]
    pub fn topic(&self) -> Option<&Topic<'m>> {
        self.people()?.topic(&self.question()?.id)
    }

    /// How many answers are offered to be taken, since people agree on them.
    #[must_use]
    pub fn offered_count(&self) -> usize {
        self.offered().count()
    }

    /// How many questions of a kind are left to ask.
    #[must_use]
    pub fn left_of(&self, agreement: Agreement) -> usize {
        self.questions.iter().filter(|it| self.is_to_ask(it) && self.agreement_on(it) == Some(agreement)).count()
    }

    /// Where the question stands among those of its kind; `None` if nobody is heard, and in a review.
    #[must_use]
    pub fn stage(&self) -> Option<Stage> {
        let agreement = self.agreement_on(self.question()?).filter(|_| self.wish.pass != Pass::Review)?;
        let is_of_kind = |dimension: &&&Dimension| self.agreement_on(dimension) == Some(agreement);
        let place = self.questions[..=self.place].iter().filter(is_of_kind).count();
        Some(Stage { agreement, place, count: self.questions.iter().filter(is_of_kind).count() })
    }

    /// What is said of the question where it has no answer yet: by one alone, or by all.
    pub(super) fn said_before(&self) -> Option<&Answer> {
        let question = self.question().filter(|question| !self.is_answered(question))?;
        self.people()?.topic(&question.id)?.taken.as_ref().filter(|answer| answer.claim.is_some())
    }

    /// Why one of them says that the question does not apply; empty if nobody does.
    pub(super) fn reason_before(&self) -> String {
        let said = self.topic().into_iter().flat_map(|topic| &topic.said);
        let mut reasons = said.filter_map(|said| match &said.answer.claim {
            Some(Claim::NotApplicable { reason, .. }) => Some(reason.clone()),
            _ => None,
        });
        reasons.next().unwrap_or_default()
    }

    /// The change with what is to be kept beside a new answer: who said something else, the notes and the evidence of all.
    /// What was written since is left alone.
    pub(super) fn keeping_who_differed(&self, dimension: &Dimension, change: Change) -> Change {
        let Some(topic) = self.people().and_then(|people| people.topic(&dimension.id)) else { return change };
        let Some(Value::Claim(_)) = change.value else { return change };
        let before = self.answers.given.of(dimension);
        let note_of = |answer: &Answer| self.note_of_room(dimension, answer).map(|note| note.text);
        let written = before.and_then(|answer| answer.note.clone());
        let is_own = written.is_some() && written != before.and_then(note_of);
        let after = change.apply(before, |answer| crate::scoring::level_of(dimension, answer)).answer;
        let note = after.as_ref().and_then(note_of).or(written.map(|_| String::new()));
        let has_evidence = before.is_some_and(|answer| !answer.evidence.is_empty());
        let evidence = Some(topic.evidence.clone()).filter(|all| !all.is_empty() && !has_evidence);
        Change { note: change.note.or(note.filter(|_| !is_own)), evidence: change.evidence.or(evidence), ..change }
    }

    /// The note beside an answer of the room: who said something else, and what all wrote; `None` if nobody is heard.
    fn note_of_room(&self, dimension: &Dimension, answer: &Answer) -> Option<RoomNote> {
        let Opinions { merge, lang } = self.opinions.as_ref()?;
        merge.note_of_room(merge.topic(&dimension.id)?, answer, *lang)
    }

    /// Whether an answer has the note of the room, which is longer than a note may be.
    pub(super) fn is_note_cut(&self, dimension: &Dimension, answer: &Answer) -> bool {
        let cut = self.note_of_room(dimension, answer).filter(|note| note.is_cut);
        cut.is_some_and(|note| answer.note.as_ref() == Some(&note.text))
    }

    /// A key while what people agree on is offered.
    pub(super) fn taking_key(&mut self, key: &Key) -> Effect {
        let action = match key {
            Key::Enter => 'y',
            Key::Right => 's',
            Key::Char(character) => plain(*character),
            _ => return Effect::None,
        };
        match action {
            'y' | ' ' => Effect::Save(Save { edits: self.to_take(), purpose: Purpose::Change }),
            's' => {
                self.go_on_from(0);
                Effect::None
            }
            'q' => Effect::Leave,
            _ => self.refuse_key(key),
        }
    }

    /// Goes on after what people agree on was taken.
    pub(super) fn begin_after_taking(&mut self, count: usize) {
        let answers = if count == 1 { "answer" } else { "answers" };
        self.status = Some(Status::saved(text!(
            "{count} {answers} taken, on which all agree; z takes that back",
            "已采用 {count} 个一致的答案；按 z 撤销"
        )));
        self.go_on_from(0);
    }

    /// The answers on which people agree and that the file lacks.
    fn offered(&self) -> impl Iterator<Item = (&'m Dimension, &Answer)> {
        self.all.iter().filter_map(|dimension| {
            let topic = self.people()?.topic(&dimension.id)?;
            let is_agreed = matches!(topic.agreement, Agreement::Agreed | Agreement::Near);
            let answer = topic.taken.as_ref().filter(|_| is_agreed && !self.is_answered(dimension))?;
            Some((*dimension, answer))
        })
    }

    /// The edits that take them; a note or evidence that the file has stays as it is.
    fn to_take(&self) -> Vec<Edit> {
        let edits = self.offered().map(|(dimension, answer)| {
            let before = self.answers.given.of(dimension);
            let mut change = Change::bringing(answer);
            change.note = change.note.filter(|_| before.is_none_or(|before| before.note.is_none()));
            change.evidence = change.evidence.filter(|_| before.is_none_or(|before| before.evidence.is_empty()));
            self.edit(dimension, change)
        });
        edits.collect()
    }

    fn agreement_on(&self, dimension: &Dimension) -> Option<Agreement> {
        let topic = self.people()?.topic(&dimension.id);
        Some(topic.map_or(Agreement::Nobody, |topic| topic.agreement))
    }

    /// All questions in the order in which a room talks about them.
    fn by_agreement(&self) -> Vec<&'m Dimension> {
        let rank = |agreement: Agreement| match agreement {
            Agreement::Differ => 0,
            Agreement::Alone => 1,
            Agreement::Nobody => 2,
            Agreement::Near => 3,
            Agreement::Agreed => 4,
        };
        let mut questions = self.all.clone();
        questions.sort_by_cached_key(|question| {
            let topic = self.people().and_then(|people| people.topic(&question.id));
            let (agreement, apart) =
                topic.map_or((Agreement::Nobody, Distance::default()), |it| (it.agreement, it.apart));
            (rank(agreement), std::cmp::Reverse(apart))
        });
        questions
    }

    /// Says what is left to talk about, as the interview begins; `None` if nobody is heard, and before anything is taken.
    pub(super) fn greet_people(&self) -> Option<Text> {
        self.people().filter(|_| self.mode != Mode::Taking && self.wish.pass != Pass::Review)?;
        let (differ, left) = (self.left_of(Agreement::Differ), self.left_count());
        Some(match differ {
            0 => text!("{left} left that one alone or nobody answered", "还有 {left} 题，均为仅一人作答或无人作答"),
            _ => text!(
                "{left} left, {differ} of them on which people differ",
                "还有 {left} 题，其中 {differ} 题意见不同"
            ),
        })
    }
}
