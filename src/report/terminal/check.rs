//! The verdict on a terminal: the verdict first, every reason with what is missing, the count last.

use std::fmt::Write as _;

use anstyle::AnsiColor;

use crate::lang::Text;
use crate::model::Model;
use crate::policy::{Code, Measure, Reason, Severity};
use crate::report::input::{Check, Unjudged};
use crate::report::kit::problems;
use crate::report::kit::reasons as wording;
use crate::report::kit::style::Style;
use crate::report::kit::words;
use crate::report::terminal::requirements::{clause, terms};
use crate::text::{one_line, push_wrapped, wrap};

/// One line when it passes; else, kind by kind, where it fails, what holds it down, and which clauses are missing.
#[must_use]
pub fn check(check: &Check<'_, '_>, style: &Style) -> String {
    document(check, Extent::Whole, style)
}

/// The verdict for a terminal, with a line for each sub-domain that missing answers decide: eight at most, the most urgent
/// first.
#[must_use]
pub fn check_in_short(check: &Check<'_, '_>, style: &Style) -> String {
    document(check, Extent::Short, style)
}

/// How much is said of what missing answers decide.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Extent {
    /// Every sub-domain, with its place and its open questions.
    Whole,
    /// A line each, and not all.
    Short,
}

/// The most sub-domains that are named in short.
const MOST: usize = 8;

fn document(check: &Check<'_, '_>, extent: Extent, style: &Style) -> String {
    let color = if check.verdict.passes() { AnsiColor::Green } else { AnsiColor::Red };
    let verdict = wording::verdict(check);
    let mut text = painted(verdict.get(style.lang), color.on_default().bold(), style);
    let heading = words::heading(check.outcome.model, check.outcome.answers, style.lang, style.signs());
    // What a team calls itself begins no line, which could say something else than the verdict above.
    push_wrapped(&mut text, &heading, style.width, "", "  ");
    if let Some(together) = words::assessed_together(check.outcome.answers, style.lang) {
        push_wrapped(&mut text, &together, style.width, "", "  ");
    }
    if let Some(compared) = wording::compared(check) {
        push_wrapped(&mut text, compared.get(style.lang), style.width, "", "  ");
    }
    let mut last = None;
    for reason in &check.verdict.reasons {
        let kind = (reason.code, reason.severity);
        let is_short = extent == Extent::Short && reason.code == Code::Incomplete;
        if is_short && last == Some(kind) {
            continue;
        }
        if last != Some(kind) {
            last = Some(kind);
            let _ = write!(
                text,
                "\n{}",
                painted(
                    &title(check.outcome.model, reason).into_string(style.lang),
                    anstyle::Style::new().bold(),
                    style
                )
            );
        }
        if is_short {
            undecided(&mut text, check, style);
        } else {
            entry(&mut text, check, reason, style);
        }
    }
    let needed = check.verdict.reasons.iter().flat_map(|reason| &reason.requirements);
    let mut meant = String::new();
    terms(&mut meant, check.outcome.model, needed, style);
    if !meant.is_empty() {
        let _ = write!(text, "\n{}\n", meant.trim_end());
    }
    not_applicable(&mut text, check, style);
    let counts = wording::counts(check, style.lang);
    text.push('\n');
    push_wrapped(&mut text, counts.get(style.lang), style.width, "", "");
    text
}

/// Why nothing could be judged: the problems, each with its place.
#[must_use]
pub fn unjudged(unjudged: &Unjudged<'_>, style: &Style) -> String {
    let verdict = problems::verdict(unjudged);
    let mut text = painted(verdict.get(style.lang), AnsiColor::Red.on_default().bold(), style);
    for problem in unjudged.problems {
        let (file, line) = problems::place(unjudged, problem);
        let sign = style.signs().failed;
        push_wrapped(&mut text, &problems::whole(problem, style.lang), style.width, &format!("{sign} "), "  ");
        push_wrapped(&mut text, &format!("{}:{line}", one_line(file)), style.width, "    ", "    ");
    }
    text
}

fn title(model: &Model, reason: &Reason<'_>) -> Text {
    let (code, about) = (reason.code, reason.code.about(model));
    let (en, zh) = (one_line(&about.en), one_line(&about.zh));
    match reason.severity {
        Severity::Fail => text!("{en} ({code})", "{zh}"),
        Severity::Warn => text!("{en} ({code}, a warning)", "{zh}（仅警告）"),
    }
}

/// What missing answers decide, in short, and the way to see all of it.
fn undecided(text: &mut String, check: &Check<'_, '_>, style: &Style) {
    let all = check.verdict.undecided();
    all.iter().take(MOST).for_each(|reason| headline(text, check, reason, style));
    let more = match all.len().saturating_sub(MOST) {
        0 => text!("`-v` lists the questions", "加 `-v` 列出各个问题"),
        rest => text!(
            "and {rest} more; `-v` lists them all, with their questions",
            "另有 {rest} 个；加 `-v` 全部列出，并列出各个问题"
        ),
    };
    push_wrapped(text, more.get(style.lang), style.width, "  ", "  ");
}

/// What a reason is about and what is wrong, behind its sign.
fn headline(text: &mut String, check: &Check<'_, '_>, reason: &Reason<'_>, style: &Style) {
    let (sign, color) = match reason.severity {
        Severity::Fail => (style.signs().failed, AnsiColor::Red),
        Severity::Warn => (style.signs().warned, AnsiColor::Yellow),
    };
    let line = wording::line(check.outcome.model, reason, style.lang, style.signs());
    for (number, line) in wrap(&line, style.width.saturating_sub(2), "", "").iter().enumerate() {
        let sign = if number == 0 { style.colors.paint(color.on_default(), sign) } else { " ".to_owned() };
        let _ = writeln!(text, "{sign} {line}");
    }
}

fn entry(text: &mut String, check: &Check<'_, '_>, reason: &Reason<'_>, style: &Style) {
    headline(text, check, reason, style);
    let place = format!("{}:{}", one_line(check.file), reason.line);
    for line in wrap(&place, style.width, "    ", "    ") {
        let _ = writeln!(text, "{}", style.colors.dim(&line));
    }
    for (dimension, level) in &reason.dimensions {
        let name = one_line(dimension.name.get(style.lang));
        let name = match level {
            Some(score @ Measure::Score { .. }) => text!("{name}: score {score}", "{name}：得分 {score}"),
            Some(level) => text!("{name}: level {level}", "{name}：级别 {level}"),
            None => text!("{name}: unanswered", "{name}：未回答"),
        };
        push_wrapped(text, name.get(style.lang), style.width, "    ", "    ");
        let own = reason.requirements.iter().filter(|needed| needed.dimension.id == dimension.id);
        own.for_each(|needed| clause(text, needed, "      ", style));
    }
}

/// What is left out of every minimum, with its reason.
fn not_applicable(text: &mut String, check: &Check<'_, '_>, style: &Style) {
    let title = text!("Not applicable, and so not judged", "不适用，未参与判定");
    excused(text, &title, &wording::not_applicable(check, style.lang, style.signs()), style);
    let title = text!("Excepted, and so not judged", "例外，未参与判定");
    excused(text, &title, &wording::excepted(check, style.lang, style.signs()), style);
}

fn excused(text: &mut String, title: &Text, entries: &[String], style: &Style) {
    if entries.is_empty() {
        return;
    }
    let _ = write!(text, "\n{}", painted(title.get(style.lang), anstyle::Style::new().bold(), style));
    for entry in entries {
        let bullet = style.signs().bullet;
        push_wrapped(text, entry, style.width, &format!("{bullet} "), "  ");
    }
}

fn painted(words: &str, paint: anstyle::Style, style: &Style) -> String {
    let lines = wrap(words, style.width, "", "  ");
    lines.iter().map(|line| format!("{}\n", style.colors.paint(paint, line))).collect()
}
