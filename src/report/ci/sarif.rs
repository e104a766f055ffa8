//! The verdict as SARIF 2.1.0 (OASIS), for code scanning.

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};
use serde_json::{Value, json};

use crate::keyword;
use crate::lang::Lang;
use crate::policy::{Code, Reason, Severity};
use crate::report::input::Check;
use crate::report::json;
use crate::report::kit::reasons as wording;
use crate::report::kit::style::Style;

/// What a path keeps in a relative reference (RFC 3986): unreserved characters and the `/` between folders.
const PATH: &AsciiSet = &NON_ALPHANUMERIC.remove(b'/').remove(b'-').remove(b'.').remove(b'_').remove(b'~');

/// One run: every kind of reason as a rule, every reason as a result at its line, known by a fingerprint without lines.
#[must_use]
pub fn sarif(check: &Check<'_, '_>, style: &Style) -> String {
    let rules = keyword::values::<Code>().map(|code| {
        let about = code.about(check.outcome.model).into_string(style.lang);
        json!({
            "id": code,
            "shortDescription": { "text": about },
            "fullDescription": { "text": about },
            "help": { "text": check.commands.complete(code.remedy().get(style.lang)) },
            "defaultConfiguration": { "level": "error" },
        })
    });
    let results = check.verdict.reasons.iter().map(|reason| result(check, reason, style.lang));
    let compared = wording::compared(check).map(|compared| compared.into_string(style.lang));
    log(&rules.collect::<Vec<_>>(), &results.collect::<Vec<_>>(), compared.as_deref(), style.lang)
}

/// A log of one run of this program, with what was compared as a property of the run.
pub(super) fn log(rules: &[Value], results: &[Value], compared: Option<&str>, lang: Lang) -> String {
    let mut log = json!({
        "$schema": "https://json.schemastore.org/sarif-2.1.0.json",
        "version": "2.1.0",
        "runs": [{
            "tool": { "driver": {
                "name": "assess",
                "semanticVersion": env!("CARGO_PKG_VERSION"),
                "language": lang.tag(),
                "rules": rules,
            } },
            "columnKind": "unicodeCodePoints",
            "results": results,
        }],
    });
    if let Some(compared) = compared {
        log["runs"][0]["properties"] = json!({ "baseline": compared });
    }
    json::write(&log)
}

fn result(check: &Check<'_, '_>, reason: &Reason<'_>, lang: Lang) -> Value {
    let rule = keyword::values::<Code>().position(|code| code == reason.code);
    let identity = wording::fingerprint(check, reason);
    json!({
        "ruleId": reason.code,
        "ruleIndex": rule,
        "level": match reason.severity {
            Severity::Fail => "error",
            Severity::Warn => "warning",
        },
        "message": { "text": wording::whole(check.outcome.model, reason, lang) },
        "locations": [{
            "physicalLocation": location(check.file, reason.line),
            "logicalLocations": [{ "fullyQualifiedName": wording::id(check.outcome.model, reason) }],
        }],
        // The first is the one by which GitHub knows an alert; left out, it is made from the line and its neighbors.
        "partialFingerprints": { "primaryLocationLineHash": identity, "reason/v1": identity },
    })
}

/// A line of a file of the repository.
pub(super) fn location(file: &str, line: usize) -> Value {
    let uri = utf8_percent_encode(file, PATH).to_string();
    json!({
        "artifactLocation": { "uri": uri, "uriBaseId": "%SRCROOT%" },
        "region": { "startLine": line },
    })
}
