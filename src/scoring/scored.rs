//! What follows from the answers for one node of the model, and what is worked out of it only when it is asked for.

use std::{mem, slice};

use super::means::{self, Counted};
use super::standing::Standing;
use super::{Asked, Requirement, Score, Share, State};
use crate::answers::{Answer, Claim, Grade};
use crate::model::counting::{Fraction, Mean, ScoreRule, Scoring};
use crate::model::{Dimension, Group, Level, Model, Node};

/// What follows from the answers for one node of the model.
#[derive(Clone, Debug)]
pub struct Scored<'m> {
    /// The node.
    pub node: Node<'m>,
    /// How far it is answered.
    pub state: State,
    /// The lowest level over what is answered and applies; `None` where nothing does, and where results have no levels.
    pub level: Option<Level>,
    /// The level, or the next one as a part, when some of that is met.
    ///
    /// `None` where the level is not certain, and while something is open unless some of the next level is met already.
    pub grade: Option<Grade>,
    /// The score; `None` where nothing counts, and for a dimension whose score nothing is the mean of.
    pub score: Option<Score>,
    /// The level if every unanswered dimension claimed the floor; `None` where no dimension applies.
    pub worst: Option<Level>,
    /// How many dimensions below claim a level.
    pub answered: usize,
    /// How many dimensions below do not apply.
    pub not_applicable: usize,
    /// How many clauses of the answered dimensions below are excepted.
    pub excepted: usize,
    /// How many dimensions there are below.
    pub total: usize,
    /// For a sub-domain: the level at which it ends whatever is met, since nothing is asked for the one above; `None` where
    /// that does not end it.
    pub ends_at: Option<Level>,
    /// For a dimension: what is said about it.
    pub answer: Option<&'m Answer>,
    /// The nodes below, in the model's order; areas out of scope are left out.
    pub children: Box<[Scored<'m>]>,
    pub(super) model: &'m Model,
    /// What counts, also where results show no levels; above the dimensions, that of those below together.
    pub(super) standing: Standing,
}

impl<'m> Scored<'m> {
    /// Whether the level is the same whatever the open answers will be.
    #[must_use]
    pub fn is_certain(&self) -> bool {
        self.level.is_some() && self.worst == self.level
    }

    /// For a dimension: what is claimed.
    #[must_use]
    pub fn claim(&self) -> Option<&'m Claim> {
        self.answer?.claim.as_ref()
    }

    /// The same alone: as much as a table row says of it, without a copy of all that stands below.
    #[must_use]
    pub fn without_children(&self) -> Self {
        Self { children: Box::default(), score: self.score.clone(), ..*self }
    }

    /// Dimensions neither answered nor said not to apply.
    #[must_use]
    pub fn open(&self) -> usize {
        self.total - self.answered - self.not_applicable
    }

    /// The dimensions that hold the level down, in the model's order: those whose level it is.
    #[must_use]
    pub fn limiting(&self) -> Vec<&'m Dimension> {
        fn collect<'m>(scored: &Scored<'m>, limiting: &mut Vec<&'m Dimension>) {
            limiting.extend(scored.node.dimension());
            for child in scored.children.iter().filter(|child| child.level == scored.level) {
                collect(child, limiting);
            }
        }
        let mut limiting = Vec::new();
        if self.level.is_some() {
            collect(self, &mut limiting);
        }
        limiting
    }

    /// For a sub-domain with a level: what each level above the floor adds to the score, lowest first.
    #[must_use]
    pub fn shares(&self) -> Vec<Share> {
        let Scoring { score, mean, shown, .. } = self.model.scoring;
        let mut shares = Vec::new();
        let has_shares = score == ScoreRule::Levels && mean == Mean::Children;
        if has_shares && self.node.sub_domain().is_some() && self.standing.level.is_some() {
            let dimensions = self.children.iter().filter_map(Counted::of);
            means::shares(self.model, &dimensions, self.standing, |level, met, asked| {
                shares.push(Share { level, met: Score::new(met.clone(), shown), asked });
            });
        }
        shares
    }

    /// For a sub-domain: the levels at which no answered dimension is asked anything.
    pub fn unasked(&self) -> impl Iterator<Item = Level> {
        self.shares().into_iter().filter(|share| share.asked == Asked::Nothing).map(|share| share.level)
    }

    /// This node and every node below, parents first.
    pub fn walk(&self) -> impl Iterator<Item = &Self> {
        Walk { next: slice::from_ref(self).iter(), after: Vec::new() }
    }

    /// The sub-domains from this node down, each as the model has it.
    pub fn sub_domains(&self) -> impl Iterator<Item = (&'m Group, &Self)> {
        self.walk().filter_map(|scored| Some((scored.node.sub_domain()?, scored)))
    }

    /// The dimensions from this node down, each as the model has it.
    pub fn dimensions(&self) -> impl Iterator<Item = (&'m Dimension, &Self)> {
        self.walk().filter_map(|scored| Some((scored.node.dimension()?, scored)))
    }

    /// What the answered dimensions at and below ask and do not meet in full, in the model's order.
    #[must_use]
    pub fn unmet(&self) -> Vec<Requirement<'m>> {
        let answered = self.dimensions().filter(|(_, at)| at.answered > 0);
        let answered = answered.filter_map(|(dimension, at)| Some((dimension, at.answer?)));
        let open = answered.flat_map(|(dimension, answer)| {
            let clauses = dimension.all_clauses().filter(|(id, _)| !answer.excepts(*id));
            let open = clauses.filter(|(id, _)| answer.value_of(*id) < Fraction::ONE);
            open.map(move |(clause, asks)| Requirement { dimension, clause, asks, replaces: Vec::new() })
        });
        open.collect()
    }

    /// The part of the result that stands at `id`.
    #[must_use]
    pub fn find(&self, id: &str) -> Option<&Self> {
        self.walk().find(|scored| scored.node.id().as_str() == id)
    }
}

/// Goes through nodes depth first: those right after each other, and what comes after them on the storeys above.
struct Walk<'a, 'm> {
    next: slice::Iter<'a, Scored<'m>>,
    after: Vec<slice::Iter<'a, Scored<'m>>>,
}

impl<'a, 'm> Iterator for Walk<'a, 'm> {
    type Item = &'a Scored<'m>;

    fn next(&mut self) -> Option<Self::Item> {
        loop {
            match self.next.next() {
                Some(scored) if scored.children.is_empty() => return Some(scored),
                Some(scored) => {
                    self.after.push(mem::replace(&mut self.next, scored.children.iter()));
                    return Some(scored);
                }
                None => self.next = self.after.pop()?,
            }
        }
    }
}
