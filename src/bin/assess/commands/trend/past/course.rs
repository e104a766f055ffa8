//! A trend that grows point by point.

use anyhow::Result;
use assess::answers::{self, Answers, Date, Private};
use assess::diff::moves;
use assess::lang::Text;
use assess::model::Model;
use assess::problem::Source;
use assess::rollup::View;
use assess::scoring::{Outcome, score};
use assess::text;
use assess::trend::{Every, Gap, PointInput, Stamp, Trend};

use crate::advice::commands;
use crate::failure::placed;

/// Which points are taken, and what is left out of them.
#[derive(Clone, Debug, Default)]
pub struct Wanted {
    pub since: Option<Date>,
    pub every: Every,
    pub private: Vec<Private>,
}

impl Wanted {
    /// The answers of a source, without what is left out.
    pub fn parse(&self, source: &Source, model: &Model) -> Result<Answers> {
        Ok(answers::parse(source, model)?.without(&self.private))
    }

    /// What a command line calls answers; `None` where that takes quotes, or names are left out.
    pub fn word(&self, word: &str) -> Option<String> {
        let is_plain = |letter: char| letter.is_alphanumeric() || ":/._-".contains(letter);
        let is_word = !word.starts_with('-') && word.chars().all(is_plain);
        (is_word && !self.private.contains(&Private::Names)).then(|| word.to_owned())
    }
}

/// How many points wait to be scored together.
const MOST_WAITING: usize = 32;

/// What is done with each point on the way.
pub trait Follow {
    fn point(&mut self, stamp: &Stamp, outcome: &Outcome<'_>);
}

/// Nothing.
impl Follow for () {
    fn point(&mut self, _: &Stamp, _: &Outcome<'_>) {}
}

/// A trend that grows.
pub struct Course<'a, 'm, F> {
    trend: Trend<'m>,
    pub model: &'m Model,
    /// The answers of the point before those that wait.
    last: Option<Answers>,
    /// Points that are not scored yet: a few together, so that what a point followed from is not scored twice.
    waiting: Vec<(Stamp, Answers)>,
    pub wanted: &'a Wanted,
    follow: &'a mut F,
}

impl<'a, 'm, F: Follow> Course<'a, 'm, F> {
    pub fn new(view: View<'m>, wanted: &'a Wanted, follow: &'a mut F) -> Self {
        let model = view.model;
        let trend = Trend { commands: commands(), ..Trend::new(view) };
        Self { trend, model, last: None, waiting: Vec::new(), wanted, follow }
    }

    /// The trend of all points that were added.
    pub fn finish(mut self) -> Trend<'m> {
        self.score_waiting();
        self.trend
    }

    /// Adds a point, or leaves a gap if its answers could not be read.
    pub fn add_read(&mut self, stamp: Stamp, answers: Result<Answers>) {
        match answers {
            Ok(answers) => self.add(stamp, answers),
            Err(error) => self.leave_gap(stamp, &error),
        }
    }

    /// Adds a point, later than those before it.
    pub fn add(&mut self, stamp: Stamp, answers: Answers) {
        self.waiting.push((stamp, answers));
        if self.waiting.len() == MOST_WAITING {
            self.score_waiting();
        }
    }

    /// Scores the points that wait, each once, and finds what moved from one to the next.
    fn score_waiting(&mut self) {
        let waiting = std::mem::take(&mut self.waiting);
        let last = self.last.take();
        let mut before = last.as_ref().map(|last| score(self.model, last));
        for (stamp, answers) in &waiting {
            let outcome = score(self.model, answers);
            self.follow.point(stamp, &outcome);
            let moved = before.as_ref().map(|before| moves(before, &outcome));
            self.trend.add(stamp.clone(), PointInput { outcome: &outcome, moved: moved.as_deref() });
            before = Some(outcome);
        }
        drop(before);
        self.last = waiting.into_iter().last().map(|(_, answers)| answers).or(last);
    }

    /// Leaves a gap where a point cannot be read.
    pub fn leave_gap(&mut self, stamp: Stamp, error: &anyhow::Error) {
        self.score_waiting();
        let is_private = self.wanted.private.contains(&Private::Names);
        let first = placed(error, |path| path.display().to_string()).into_iter().next();
        let (message, help) = match first {
            // A message may name the file.
            _ if is_private => (text!("it cannot be read", "无法读取"), None),
            Some(problem) => (problem.message, problem.help),
            None => (Text::same(format!("{error:#}")), None),
        };
        self.trend.leave_gap(Gap { stamp, message, help });
    }
}
