//! Why nothing could be judged, as build servers read it: never an empty file, which they would take for a success.

use maud::html;
use serde_json::json;

use super::github::{MOST, annotation};
use super::sarif::{location, log};
use crate::report::input::Unjudged;
use crate::report::json;
use crate::report::kit::problems as wording;
use crate::report::kit::style::Style;
use crate::text::{one_line, visible};

/// An error at each of the first ten problems, as workflow commands.
#[must_use]
pub fn github(unjudged: &Unjudged<'_>, style: &Style) -> String {
    let problems = unjudged.problems.iter().take(MOST).map(|problem| {
        let message = wording::whole(problem, style.lang);
        annotation("error", wording::place(unjudged, problem), wording::CODE, &message)
    });
    let verdict = wording::verdict(unjudged).into_string(style.lang);
    problems.collect::<String>() + &super::github::notice(&verdict)
}

/// One issue a problem, of the gravest kind.
#[must_use]
pub fn gitlab(unjudged: &Unjudged<'_>, style: &Style) -> String {
    let issues = unjudged.problems.iter().map(|problem| {
        let (path, line) = wording::place(unjudged, problem);
        json!({
            "description": wording::whole(problem, style.lang),
            "check_name": wording::CODE,
            "fingerprint": wording::fingerprint(unjudged, problem),
            "severity": "blocker",
            "location": { "path": path, "lines": { "begin": line } },
        })
    });
    json::write(&issues.collect::<Vec<_>>())
}

/// One result a problem, of a rule of their own.
#[must_use]
pub fn sarif(unjudged: &Unjudged<'_>, style: &Style) -> String {
    let rule = json!({
        "id": wording::CODE,
        "shortDescription": { "text": wording::about().into_string(style.lang) },
        "defaultConfiguration": { "level": "error" },
    });
    let results = unjudged.problems.iter().map(|problem| {
        let (file, line) = wording::place(unjudged, problem);
        let fingerprint = wording::fingerprint(unjudged, problem);
        json!({
            "ruleId": wording::CODE,
            "ruleIndex": 0,
            "level": "error",
            "message": { "text": wording::whole(problem, style.lang) },
            "locations": [{ "physicalLocation": location(file, line) }],
            "partialFingerprints": { "primaryLocationLineHash": fingerprint, "reason/v1": fingerprint },
        })
    });
    log(&[rule], &results.collect::<Vec<_>>(), None, style.lang)
}

/// One suite with an error for each problem.
#[must_use]
pub fn junit(unjudged: &Unjudged<'_>, style: &Style) -> String {
    let count = unjudged.problems.len();
    let document = html! {
        testsuites name="assess" tests=(count) failures="0" errors=(count) {
            "\n  "
            testsuite name="assessment" tests=(count) failures="0" errors=(count) skipped="0" {
                @for problem in unjudged.problems {
                    @let (file, line) = wording::place(unjudged, problem);
                    @let place = format!("{}:{line}", one_line(file));
                    @let message = wording::whole(problem, style.lang);
                    "\n    "
                    testcase classname=(wording::CODE) name=(wording::name(unjudged, problem)) {
                        error type=(wording::CODE) message=(visible(&message)) { (visible(&format!("{message}\n{place}\n"))) }
                    }
                }
                "\n  "
            }
            "\n"
        }
    };
    format!("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n{}\n", document.into_string())
}
