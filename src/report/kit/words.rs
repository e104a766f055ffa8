//! Wordings that several documents share.

mod claim;
mod clause;
mod duration;
mod head;
mod list;
mod name;
mod result;

pub(in crate::report) use crate::answers::excepted;
pub(in crate::report) use claim::{claim, counted_claim, exception};
pub(in crate::report) use clause::{asked, asked_in_full, place, provenance, relation};
pub(in crate::report) use duration::{about, about_range};
pub(in crate::report) use head::{assessed_together, heading};
pub(in crate::report) use list::{ids, list, shown_of};
pub(in crate::report) use name::{area, called, named_level, names, path, path_in_area, told_apart};
pub(in crate::report) use result::{coverage, grade, level, range, score, score_among, score_beside};
