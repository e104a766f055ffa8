//! The table `[outcomes]`.

use super::Parser;
use crate::answers::{Measurement, Metric, Outcomes};
use crate::document::{Section, Value, is_string};

impl Parser<'_, '_> {
    /// What a team measures of its delivery.
    pub(super) fn outcomes(&mut self, mut section: Section<'_, '_>) -> Outcomes {
        let mut outcomes = Outcomes::new();
        for metric in Metric::all() {
            let Some(value) = section.take(metric.to_string()) else { continue };
            outcomes.extend(self.measurement(metric, value).map(|measured| (metric, measured)));
        }
        section.close(self.reader);
        outcomes
    }

    fn measurement(&mut self, metric: Metric, value: &Value<'_>) -> Option<Measurement> {
        if !is_string(value) {
            return self.reader.expected(value, &text!("a string", "字符串"), metric.help());
        }
        let word = self.reader.string(value)?;
        match metric.read(word) {
            Ok(measured) => Some(measured),
            Err(refusal) => self.reader.reject(refusal.at(value.span())),
        }
    }
}
