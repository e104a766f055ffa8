//! The verdict as a code quality report of GitLab.

use serde::Serialize;

use crate::policy::{Code, Severity};
use crate::report::input::Check;
use crate::report::json;
use crate::report::kit::reasons as wording;
use crate::report::kit::style::Style;

#[derive(Debug, Serialize)]
struct Issue<'a> {
    description: String,
    check_name: Code,
    fingerprint: String,
    severity: Gravity,
    location: Location<'a>,
}

/// GitLab's words for how grave an issue is; it has graver and lighter ones too.
#[derive(Debug, Serialize)]
#[serde(rename_all = "kebab-case")]
enum Gravity {
    Major,
    Minor,
}

#[derive(Debug, Serialize)]
struct Location<'a> {
    path: &'a str,
    lines: Lines,
}

#[derive(Debug, Serialize)]
struct Lines {
    begin: usize,
}

/// One issue a reason, at its line of the answers file; an empty list when there is none.
#[must_use]
pub fn gitlab(check: &Check<'_, '_>, style: &Style) -> String {
    let issues = check.verdict.reasons.iter().map(|reason| Issue {
        description: wording::whole(check.outcome.model, reason, style.lang)
            .replace('\n', text!("; ", "；").get(style.lang)),
        check_name: reason.code,
        fingerprint: wording::fingerprint(check, reason),
        severity: match reason.severity {
            Severity::Fail => Gravity::Major,
            Severity::Warn => Gravity::Minor,
        },
        location: Location { path: check.file, lines: Lines { begin: reason.line } },
    });
    json::write(&issues.collect::<Vec<_>>())
}
