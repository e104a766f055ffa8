//! The verdict of a check, beside the result it judges, as `assess check --format json` prints it.

use super::harmless::write;
use super::result::document;
use super::verdict::verdict;
use crate::report::input::Check;

/// The result with the verdict on it.
#[must_use]
pub fn check(check: &Check<'_, '_>) -> String {
    let mut document = document(check.outcome);
    document.verdict = Some(verdict(check));
    write(&document)
}
