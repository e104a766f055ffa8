//! The verdict as workflow commands of GitHub Actions: annotations at lines of the answers file.

use std::cmp::Reverse;

use crate::policy::{Reason, Severity};
use crate::report::input::Check;
use crate::report::kit::reasons as wording;
use crate::report::kit::style::Style;
use crate::text::{inert, one_line};

/// GitHub shows ten annotations of a kind for each step; the rest would be lost without a word.
pub(super) const MOST: usize = 10;

/// What it was compared with, the worst reasons first, at most ten, then one line with the whole verdict.
#[must_use]
pub fn github(check: &Check<'_, '_>, style: &Style) -> String {
    let mut reasons: Vec<_> = check.verdict.reasons.iter().collect();
    reasons.sort_by_key(|reason| (reason.severity, Reverse(reason.gap())));
    let mut text = wording::compared(check).map(|compared| notice(compared.get(style.lang))).unwrap_or_default();
    text.extend(reasons.iter().take(MOST).map(|reason| annotate(check, reason, style)));
    let counts = wording::counts(check, style.lang).into_string(style.lang);
    let verdict = wording::verdict(check).into_string(style.lang);
    text + &notice(&format!("{verdict}\n{counts}"))
}

fn annotate(check: &Check<'_, '_>, reason: &Reason<'_>, style: &Style) -> String {
    let command = match reason.severity {
        Severity::Fail => "error",
        Severity::Warn => "warning",
    };
    let title = format!("{} {}", reason.code, wording::id(check.outcome.model, reason));
    let message = wording::whole(check.outcome.model, reason, style.lang);
    annotation(command, (check.file, reason.line), &title, &message)
}

/// A command that marks a line of a file.
pub(super) fn annotation(command: &str, (file, line): (&str, usize), title: &str, message: &str) -> String {
    let (file, title) = (property(&one_line(file)), property(title));
    format!("::{command} file={file},line={line},title={title}::{}\n", data(message))
}

/// A command that says something of no line.
pub(super) fn notice(message: &str) -> String {
    format!("::notice title=assess::{}\n", data(message))
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
