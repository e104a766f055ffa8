//! What documents of every format share: styles and colors, escapes, words and paragraphs, each once.

pub(super) mod blocks;
pub(super) mod color;
pub(super) mod escape;
pub(super) mod kinds;
pub(super) mod lead;
pub(super) mod legend;
pub(super) mod levers;
pub(super) mod merge;
pub(super) mod moves;
pub(super) mod outcomes;
pub(super) mod problems;
pub(super) mod ramp;
pub(super) mod reasons;
pub(super) mod rules;
pub(super) mod scores;
pub(super) mod signs;
pub(super) mod steps;
pub(super) mod style;
pub(super) mod teams;
pub(super) mod terms;
pub(super) mod trend;
pub(super) mod words;
