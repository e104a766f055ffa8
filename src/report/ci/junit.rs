//! The verdict as `JUnit` XML: every sub-domain in scope is a test case, one more stands for the assessment as a whole.

use maud::{Markup, PreEscaped, html};

use crate::lang::Text;
use crate::model::{Id, Node};
use crate::policy::{Judgement, Reason, Severity};
use crate::report::input::Check;
use crate::report::kit::blocks::blocks;
use crate::report::kit::reasons as wording;
use crate::report::kit::style::Style;
use crate::scoring::{Scored, State};
use crate::text::{one_line, visible};

/// The suite of the assessment as a whole; ids of domains have a dot.
const WHOLE: &str = "assessment";

/// One suite a domain, and one for the assessment; what has no target, does not apply or is not answered is skipped.
///
/// Suites and cases bear the name of the team, or of the file, since programs that collect many reports know a case by
/// these two names alone.
///
/// No test case has a duration: nothing ran.
#[must_use]
pub fn junit(check: &Check<'_, '_>, style: &Style) -> String {
    let is_about_part = |node: Node<'_>| node.sub_domain().is_some() || node.dimension().is_some();
    let about_no_sub_domain = |reason: &&Reason<'_>| !reason.node.is_some_and(is_about_part);
    let who = who(check);
    let whole = text!("the assessment as a whole", "整份评估");
    let whole = Case {
        name: format!("{who}: {}", whole.get(style.lang)),
        reasons: check.verdict.reasons.iter().filter(about_no_sub_domain).collect(),
        skipped: unanswered(&check.outcome.overall).map(|words| words.into_string(style.lang)),
    };
    let mut suites = vec![(format!("{who}: {WHOLE}"), vec![whole])];
    for block in blocks(&check.outcome.overall) {
        let cases = block.sub_domains.iter().map(|sub_domain| case(check, &who, sub_domain, style)).collect();
        suites.push((format!("{who}: {}", block.parent.node.id()), cases));
    }
    let all: Vec<&Case<'_, '_>> = suites.iter().flat_map(|(_, cases)| cases).collect();
    // The escaping of HTML is that of XML for text and quoted attributes.
    let document = html! {
        testsuites name="assess" tests=(all.len()) failures=(failures(&all)) errors="0" {
            @for (name, cases) in &suites { "\n  " (suite(check, name, cases, style)) }
            "\n"
        }
    };
    format!("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n{}\n", document.into_string())
}

/// One test case.
struct Case<'a, 'm> {
    name: String,
    reasons: Vec<&'a Reason<'m>>,
    /// Why nothing was judged; `None` if something was.
    skipped: Option<String>,
}

impl Case<'_, '_> {
    fn of(&self, severity: Severity) -> impl Iterator<Item = &Reason<'_>> {
        self.reasons.iter().copied().filter(move |reason| reason.severity == severity)
    }

    fn fails(&self) -> bool {
        self.of(Severity::Fail).next().is_some()
    }

    fn is_skipped(&self) -> bool {
        self.skipped.is_some() && !self.fails()
    }
}

/// The team and its system; the file where the answers name neither.
fn who(check: &Check<'_, '_>) -> String {
    let about = &check.outcome.answers.assessment;
    let names: Vec<_> = [&about.team, &about.system].into_iter().flatten().map(|name| one_line(name)).collect();
    if names.is_empty() { one_line(check.file).into_owned() } else { names.join(", ") }
}

/// Why what has no answer at all is no success, even if the lowest level would do.
fn unanswered(scored: &Scored<'_>) -> Option<Text> {
    (scored.state == State::Unanswered).then(|| open(scored))
}

fn open(scored: &Scored<'_>) -> Text {
    let (open, total) = (scored.open(), scored.total);
    let some = if total == 1 { "question" } else { "questions" };
    text!("{open} of {total} {some} unanswered", "{total} 题中有 {open} 题未回答")
}

fn failures(cases: &[&Case<'_, '_>]) -> usize {
    cases.iter().filter(|case| case.fails()).count()
}

fn case<'a, 'm>(check: &Check<'a, 'm>, who: &str, sub_domain: &Scored<'m>, style: &Style) -> Case<'a, 'm> {
    let id = sub_domain.node.id();
    let concerns = |other: &Id| other.is_within(id);
    let judged = check.verdict.judged.iter().find(|judged| judged.sub_domain.id == *id);
    let skipped = match judged.map(|judged| judged.judgement) {
        None => Some(text!("no target", "没有目标")),
        Some(Judgement::NotApplicable) => Some(text!("not applicable", "不适用")),
        Some(Judgement::Unknown) => Some(open(sub_domain)),
        Some(Judgement::Met | Judgement::Below) => unanswered(sub_domain),
    };
    let reasons = &check.verdict.reasons;
    let key = id.key();
    Case {
        name: format!("{who}: {key} ({})", one_line(sub_domain.node.name().get(style.lang))),
        reasons: reasons.iter().filter(|reason| reason.node.is_some_and(|node| concerns(node.id()))).collect(),
        skipped: skipped.map(|words| words.into_string(style.lang)),
    }
}

fn suite(check: &Check<'_, '_>, name: &str, cases: &[Case<'_, '_>], style: &Style) -> Markup {
    let compared = wording::compared(check).filter(|_| name.ends_with(&format!(": {WHOLE}")));
    let compared = compared.as_ref().map(|compared| compared.get(style.lang));
    let all: Vec<_> = cases.iter().collect();
    let skipped = cases.iter().filter(|case| case.is_skipped()).count();
    html! {
        testsuite name=(name) tests=(cases.len()) failures=(failures(&all)) errors="0" skipped=(skipped) {
            @if let Some(compared) = compared {
                "\n    " properties { property name="baseline" value=(visible(compared)) {} }
            }
            @for case in cases { "\n    " (test_case(check, name, case, style)) }
            "\n  "
        }
    }
}

fn test_case(check: &Check<'_, '_>, suite: &str, case: &Case<'_, '_>, style: &Style) -> Markup {
    let told = |severity: Severity| {
        let reasons = case.of(severity).map(|reason| {
            let place = format!("{}:{}", one_line(check.file), reason.line);
            let words = wording::whole(check.outcome.model, reason, style.lang);
            visible(&format!("{}: {words}\n{place}\n", reason.code)).into_owned()
        });
        reasons.collect::<String>()
    };
    let warnings = told(Severity::Warn);
    html! {
        testcase classname=(suite) name=(visible(&case.name)) {
            @if let Some(first) = case.of(Severity::Fail).next() {
                failure type=(first.code) message=(one_line(first.message.get(style.lang))) { (told(Severity::Fail)) }
            } @else if let Some(why) = &case.skipped {
                skipped message=(why) {}
            }
            @if !warnings.is_empty() {
                (PreEscaped("<system-out>")) (warnings) (PreEscaped("</system-out>"))
            }
        }
    }
}
