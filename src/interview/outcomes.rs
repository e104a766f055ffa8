//! The figures of a team's delivery, which are asked once everything else is answered: each can be skipped, none is scored.

use super::effect::{Effect, FigureEdit, Purpose, Save, Undo};
use super::line::Line;
use super::mode::{Mode, Prompt};
use super::state::{Figures, Interview};
use super::status::{Sign, Status};
use crate::answers::Metric;
use crate::full_width;
use crate::lang::Text;

impl Interview<'_> {
    /// Whether Enter goes on to the figures: all of the assessment is answered, and they were not gone through yet.
    #[must_use]
    pub fn offers_outcomes(&self) -> bool {
        let is_due = self.mode == Mode::Done && self.is_whole() && self.figures == Figures::NotAsked;
        is_due && self.model.asks_outcomes
    }

    /// Asks for the first of the figures.
    pub(super) fn ask_outcomes(&mut self) -> Effect {
        self.status = None;
        self.figures = Figures::Asked;
        self.ask_next_outcome(Metric::all().next())
    }

    /// Asks for a figure, with what is there to be changed; ends where there is no more to ask.
    fn ask_next_outcome(&mut self, metric: Option<Metric>) -> Effect {
        self.mode = match metric {
            Some(metric) => Mode::Typing(Prompt::Outcome(metric), Line::holding(&self.outcome_text(metric))),
            None => Mode::Done,
        };
        Effect::None
    }

    /// What is given for a metric; empty if nothing is.
    #[must_use]
    pub fn outcome_text(&self, metric: Metric) -> String {
        self.answers.outcomes.get(&metric).map(ToString::to_string).unwrap_or_default()
    }

    /// Takes a line for a figure: the same as before goes on, an empty one removes it, anything else has to be one.
    pub(super) fn take_outcome(&mut self, metric: Metric, text: &str) -> Effect {
        self.status = None;
        if text == self.outcome_text(metric) {
            return self.ask_next_outcome(after(metric));
        }
        let measured = match text {
            "" => None,
            text => match metric.read(&full_width::narrowed(text)) {
                Ok(measured) => Some(measured),
                Err(refusal) => {
                    // How it is written stands below the question.
                    self.status = Some(Status::from(refusal.message));
                    return Effect::None;
                }
            },
        };
        let before = self.answers.outcomes.get(&metric).cloned();
        let figure = FigureEdit { metric, before, after: measured };
        Effect::Save(Save { edits: Vec::new(), purpose: Purpose::Outcome(figure) })
    }

    /// Takes over a figure that was saved, and goes on.
    pub(super) fn apply_outcome(&mut self, figure: FigureEdit) {
        self.set_outcome(&figure);
        let said = match &figure.after {
            Some(measured) => text!("{measured}", "{measured}"),
            None => text!("not given", "未填写"),
        };
        self.ask_next_outcome(after(figure.metric));
        self.status = Some(Status::saved(figure.metric.name()).then(Sign::Arrow, said));
        self.undo.push(Undo::Outcome(figure));
    }

    /// Takes over a figure that is again what it was before.
    pub(super) fn apply_undo_of_outcome(&mut self, figure: &FigureEdit) {
        self.set_outcome(figure);
        self.undo.pop();
        let Text { en, zh, .. } = figure.metric.name();
        self.status = Some(Status::from(text!("undone: {en}", "已撤销：{zh}")));
    }

    fn set_outcome(&mut self, figure: &FigureEdit) {
        match &figure.after {
            Some(measured) => self.answers.outcomes.insert(figure.metric, measured.clone()),
            None => self.answers.outcomes.remove(&figure.metric),
        };
    }
}

/// The metric that is asked next.
fn after(metric: Metric) -> Option<Metric> {
    Metric::all().skip_while(|own| *own != metric).nth(1)
}
