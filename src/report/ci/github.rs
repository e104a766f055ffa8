//! The verdict as workflow commands of GitHub Actions: annotations at lines of the answers file.

use std::cmp::Reverse;
use std::fmt::Write as _;

use crate::policy::{Reason, Severity};
use crate::report::input::Check;
use crate::report::kit::reasons as wording;
use crate::report::kit::style::Style;
use crate::text::{inert, one_line};

/// GitHub shows ten annotations of a kind for each step; the rest would be lost without a word.
const MOST: usize = 10;

/// The worst reasons first, at most ten, then one line with the whole verdict.
#[must_use]
pub fn github(check: &Check<'_, '_>, style: &Style) -> String {
    let mut reasons: Vec<_> = check.verdict.reasons.iter().collect();
    reasons.sort_by_key(|reason| (reason.severity, Reverse(reason.gap())));
    let mut text: String = reasons.iter().take(MOST).map(|reason| annotation(check, reason, style)).collect();
    let counts = wording::counts(check, style.lang).into_string(style.lang);
    let verdict = wording::verdict(check).into_string(style.lang);
    let _ = writeln!(text, "::notice title=assess::{}", data(&format!("{verdict}\n{counts}")));
    text
}

fn annotation(check: &Check<'_, '_>, reason: &Reason<'_>, style: &Style) -> String {
    let command = match reason.severity {
        Severity::Fail => "error",
        Severity::Warn => "warning",
    };
    let title = format!("{} {}", reason.code, wording::id(check.outcome.model, reason));
    let message = wording::whole(check.outcome.model, reason, style.lang);
    format!(
        "::{command} file={},line={},title={}::{}\n",
        property(&one_line(check.file)),
        reason.line,
        property(&title),
        data(&message)
    )
}

/// The message of a command: it ends with the line.
fn data(text: &str) -> String {
    inert(text).replace('%', "%25").replace('\r', "%0D").replace('\n', "%0A")
}

/// A property of a command: it also ends at a colon or a comma.
fn property(text: &str) -> String {
    data(text).replace(':', "%3A").replace(',', "%2C")
}

#[cfg(test)]
mod tests {
    use super::{data, property};

    #[test]
    fn foreign_text_ends_neither_a_command_nor_a_property() {
        assert_eq!(data("100% done\r\n::error::x"), "100%25 done%0D%0A\\::error::x");
        assert_eq!(property("a,b::c%2C"), "a%2Cb%3A%3Ac%252C");
        assert_eq!(data("##[error]x"), "#\\#[error]x");
    }
}
