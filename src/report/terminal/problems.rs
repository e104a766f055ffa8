//! Located problems as people read them: the line, the place in it, what is wrong and what to do.

use std::fmt::Write as _;

use annotate_snippets::renderer::DecorStyle;
use annotate_snippets::{AnnotationKind, Group, Level, Renderer, Snippet};

use crate::lang::Lang;
use crate::problem::{FileProblems, Problem, Problems, boundary, position};
use crate::report::kit::color::Colors;
use crate::report::kit::style::Style;
use crate::text::{cut, is_hostile, one_line, width};

/// The most problems that are shown one by one.
const MOST_SHOWN: usize = 20;

/// How many bytes of a line are read from the marked place on, and how many columns of words are shown: what is longer
/// is no longer read by anybody, and slow to lay out.
const MOST_OF_LINE: usize = 400;
const MOST_OF_WORDS: usize = 400;

/// How grave what is shown is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Weight {
    /// It could not be read.
    Error,
    /// It is to be mended.
    Finding,
    /// It is to be looked at.
    Warning,
}

/// Every problem with its line, the first twenty of them, then a count.
#[must_use]
pub fn render(problems: &Problems, weight: Weight, style: &Style) -> String {
    let all = problems.0.iter().flat_map(|file| file.problems.iter().map(move |problem| (file, problem)));
    let count = all.clone().count();
    let shown: Vec<_> = all.take(MOST_SHOWN).map(|(file, problem)| one(file, problem, weight, style)).collect();
    let mut text = shown.join("\n\n");
    text.push('\n');
    if count > MOST_SHOWN {
        let more = count - MOST_SHOWN;
        let words = text!("… and {more} more problems", "……另有 {more} 个问题");
        let _ = writeln!(text, "\n{}", words.get(style.lang));
    }
    text
}

fn one(file: &FileProblems, problem: &Problem, weight: Weight, style: &Style) -> String {
    let text = &file.source.text;
    let start = boundary(text, problem.span.start);
    let (number, _) = position(text, start);
    let line_start = text[..start].rfind('\n').map_or(0, |newline| newline + 1);
    let line_end = text[start..].find('\n').map_or(text.len(), |newline| start + newline);
    let line_end = boundary(text, line_end.min(start + MOST_OF_LINE));
    let line = text[line_start..line_end].trim_end_matches('\r');
    let from = (start - line_start).min(line.len());
    let end = boundary(line, problem.span.end.clamp(start, line_end) - line_start).max(from);
    let marked = from..from + shown(&line[from..end], style.width).len();
    let name = one_line(&file.source.name);
    let message = one_line(problem.message.get(style.lang));
    let message = cut(&message, MOST_OF_WORDS);
    // What is wider than the terminal is not shown; what is of no width at all would be.
    let line = &line[..marked.end + first(&line[marked.end..], style.width).len()];
    let snippet =
        Snippet::source(harmless(line)).line_start(number).path(name).annotation(AnnotationKind::Primary.span(marked));
    let (level, label) = match weight {
        Weight::Error => (Level::ERROR, "错误"),
        Weight::Finding => (Level::WARNING.with_name("finding"), "问题"),
        Weight::Warning => (Level::WARNING, "警告"),
    };
    let title = match style.lang {
        Lang::En => level.primary_title(message),
        // The renderer writes a half-width colon after a label of its own.
        Lang::Zh => level.no_name().primary_title(format!("{label}：{message}")),
    };
    let mut group: Group<'_> = title.element(snippet);
    if let Some(advice) = &problem.help {
        let advice = one_line(advice.get(style.lang));
        group = group.element(match style.lang {
            Lang::En => Level::HELP.message(advice),
            Lang::Zh => Level::HELP.no_name().message(format!("帮助：{advice}")),
        });
    }
    let renderer = match style.colors {
        Colors::On => Renderer::styled(),
        Colors::Off => Renderer::plain(),
    };
    renderer.decor_style(DecorStyle::Ascii).term_width(style.width).render(&[group])
}

/// What is marked of a text: all of it, or its beginning where a line of `columns` does not hold it.
///
/// The renderer cuts in the middle of what is marked, and miscounts where characters are two columns wide.
fn shown(text: &str, columns: usize) -> &str {
    let start = first(text, columns);
    if start == text && width(text) <= columns {
        return text;
    }
    let half = cut(start, columns / 2).trim_end_matches('…').len();
    &text[..half]
}

/// So many characters of a text.
fn first(text: &str, count: usize) -> &str {
    let end = text.char_indices().nth(count).map_or(text.len(), |(at, _)| at);
    &text[..end]
}

/// The line with every hostile character that the renderer would let through replaced by as many bytes: places stay.
fn harmless(line: &str) -> String {
    let replaced = |character: char| match character.len_utf8() {
        _ if !is_hostile(character) || character.is_ascii_control() => character.to_string(),
        3 => "\u{fffd}".to_owned(),
        length => "?".repeat(length),
    };
    line.chars().map(replaced).collect()
}
