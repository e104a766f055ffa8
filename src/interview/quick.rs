//! The first picture: one telling question in each sub-domain of which no level is known, then what to deepen first.

use super::mode::Mode;
use super::state::Interview;
use super::wish::Pass;
use crate::answers::{Answers, Claim};
use crate::model::{Dimension, Group, Id};

/// So many sub-domains of each kind are named.
const NAMED: usize = 3;

/// What to ask more about first, once something is known of every sub-domain.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Deepening<'m> {
    /// The lowest sub-domains with open questions, lowest first; empty if all are at one level.
    pub lowest: Vec<&'m Group>,
    /// The others whose level the open questions can still change most, widest range first.
    pub most_open: Vec<&'m Group>,
}

/// The question that tells most about a sub-domain, of those that are asked and were not said to be not applicable;
/// `None` once a level is known.
fn telling_question<'m>(
    sub_domain: &'m Group,
    answers: &Answers,
    is_asked: impl Fn(&Dimension) -> bool,
) -> Option<&'m Dimension> {
    let claim = |dimension: &Dimension| answers.given.of(dimension).and_then(|answer| answer.claim.as_ref());
    let is_na = |dimension: &Dimension| matches!(claim(dimension), Some(Claim::NotApplicable { .. }));
    let is_seen = sub_domain.dimensions.iter().any(|it| claim(it).is_some() && !is_na(it));
    let mut open = by_telling(sub_domain).filter(|dimension| is_asked(dimension) && !is_na(dimension));
    if is_seen { None } else { open.next() }
}

/// The dimensions of a sub-domain, the telling one first.
fn by_telling(sub_domain: &Group) -> impl Iterator<Item = &Dimension> {
    let others = sub_domain.dimensions.iter().filter(|dimension| !dimension.telling);
    sub_domain.telling().into_iter().chain(others)
}

impl<'m> Interview<'m> {
    /// The questions that a first picture asks now, in model order.
    pub(super) fn quick_questions(&self) -> Vec<&'m Dimension> {
        let is_asked = |dimension: &Dimension| self.all.iter().any(|it| it.id == dimension.id);
        self.model.sub_domains().filter_map(|it| telling_question(it, &self.answers, is_asked)).collect()
    }

    /// Has a first picture ask what an answer leads to: another question where one does not apply.
    pub(super) fn update_quick_questions(&mut self) {
        let Some(current) = self.question().filter(|_| self.wish.pass == Pass::Quick) else { return };
        let next = self.quick_questions();
        let stays = |dimension: &Dimension| {
            let was_asked = self.questions.iter().any(|it| it.id == dimension.id);
            was_asked && (self.is_answered(dimension) || dimension.id == current.id)
        };
        let all = self.model.sub_domains().flat_map(by_telling);
        let asked = |it: &&Dimension| stays(it) || next.iter().any(|next| next.id == it.id);
        self.questions = all.filter(asked).collect();
        self.place = self.questions.iter().position(|it| it.id == current.id).unwrap_or_default();
    }

    /// Whether this is the end of a first picture, with more to be asked.
    #[must_use]
    pub fn is_picture(&self) -> bool {
        self.wish.pass == Pass::Quick && self.is_done() && self.open_count() > 0
    }

    /// Whether the questions of a first picture are still open: what goes on has to ask for it again.
    #[must_use]
    pub fn is_picture_open(&self) -> bool {
        self.wish.pass == Pass::Quick && !self.quick_questions().is_empty()
    }

    /// Whether a first picture was begun and left: what goes on without another wish goes on with it.
    pub(super) fn is_picture_left(&self) -> bool {
        self.wish.pass == Pass::Open
            && self.wish.only.is_none()
            && self.is_begun_picture()
            && !self.quick_questions().is_empty()
    }

    /// Whether the answers are those that a first picture gives. The first of all questions, in their order, are none: they are
    /// the beginning of everything.
    pub(super) fn is_begun_picture(&self) -> bool {
        let count = self.all.iter().filter(|dimension| self.is_answered(dimension)).count();
        let in_order = self.all.iter().take_while(|dimension| self.is_answered(dimension)).count();
        let asks_several = self.all.windows(2).any(|two| two[0].id.parent() != two[1].id.parent());
        asks_several && count > in_order && self.model.sub_domains().all(|it| self.is_as_in_picture(it))
    }

    /// Whether no more of a sub-domain is answered than its telling question and, where that does not apply, the next one.
    fn is_as_in_picture(&self, sub_domain: &Group) -> bool {
        let asked = by_telling(sub_domain).filter(|dimension| self.all.iter().any(|it| it.id == dimension.id));
        let is_na = |it: &&Dimension| matches!(self.claim_of(it), Some(Claim::NotApplicable { .. }));
        asked.skip_while(is_na).skip(1).all(|dimension| !self.is_answered(dimension))
    }

    /// What to ask more about first.
    #[must_use]
    pub fn deepening(&self) -> Deepening<'m> {
        let known = self.model.sub_domains().filter_map(|it| Some((it, self.level_of_sub_domain(it)?)));
        let mut known: Vec<_> = known.collect();
        let highest = known.iter().map(|(_, (_, best))| *best).max();
        let open_of = |sub_domain: &Group| self.open_within(&sub_domain.id);
        known.retain(|(it, _)| open_of(it) > 0);
        known.sort_by_key(|(it, (_, best))| (*best, usize::MAX - open_of(it)));
        let low = known.iter().take(NAMED).filter(|(_, (_, best))| Some(*best) < highest);
        let lowest: Vec<_> = low.map(|(it, _)| *it).collect();
        known.retain(|(it, (worst, best))| worst < best && lowest.iter().all(|low| low.id != it.id));
        known.sort_by_key(|(it, (worst, best))| (u8::MAX - (best.0 - worst.0), usize::MAX - open_of(it)));
        Deepening { lowest, most_open: known.iter().take(NAMED).map(|(it, _)| *it).collect() }
    }

    /// The questions of a sub-domain that have no answer.
    #[must_use]
    pub fn open_within(&self, id: &Id) -> usize {
        self.all.iter().filter(|it| it.id.is_within(id) && self.is_open(it)).count()
    }

    /// How many questions can be asked, in this pass or another.
    #[must_use]
    pub fn all_count(&self) -> usize {
        self.all.len()
    }

    /// How many of all that can be asked has no answer, asked in this pass or not.
    #[must_use]
    pub fn open_count(&self) -> usize {
        self.all.iter().filter(|dimension| self.is_open(dimension)).count()
    }

    /// All questions, those of the sub-domains to deepen first before the others.
    pub(super) fn deepened(&self) -> Vec<&'m Dimension> {
        let Deepening { lowest, most_open } = self.deepening();
        let first: Vec<_> = lowest.into_iter().chain(most_open).collect();
        let rank = |dimension: &Dimension| first.iter().position(|it| dimension.id.is_within(&it.id));
        let mut questions = self.all.clone();
        questions.sort_by_key(|dimension| rank(dimension).unwrap_or(first.len()));
        questions
    }

    /// Whether something is known of every sub-domain, and more than one of them has open questions.
    pub(super) fn is_to_be_deepened(&self) -> bool {
        let has_open = |sub_domain: &&Group| self.open_within(&sub_domain.id) > 0;
        self.quick_questions().is_empty() && self.model.sub_domains().filter(has_open).count() > 1
    }

    /// Goes on from a first picture with the rest.
    pub(super) fn deepen(&mut self) {
        self.wish.pass = Pass::Open;
        self.questions = self.deepened();
        self.mode = Mode::Done;
        self.status = None;
        if let Some(place) = self.questions.iter().position(|dimension| self.is_open(dimension)) {
            self.arrive(place);
        }
    }
}
