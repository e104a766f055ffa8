//! Located problems as people read them: the line, the place in it, what is wrong and what to do.

use std::fmt::Write as _;
use std::ops::Range;

use annotate_snippets::renderer::DecorStyle;
use annotate_snippets::{AnnotationKind, Group, Level, Renderer, Snippet};

use super::{Colour, Style};
use crate::lang::Lang;
use crate::problem::{FileProblems, Problem, Problems, boundary, position};
use crate::text::{is_hostile, one_line, visible, width};

/// The most problems that are shown one by one.
const MOST_SHOWN: usize = 20;

/// How grave what is shown is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Weight {
    /// It could not be read.
    Error,
    /// It could be better.
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
    let line = text[line_start..line_end].trim_end_matches('\r');
    let end = boundary(text, problem.span.end.clamp(start, line_end));
    let (shown, marked) = excerpt(line, start - line_start..end - line_start, style.width);
    let (error, warning, help) = match style.lang {
        Lang::En => ("error", "warning", "help"),
        Lang::Zh => ("错误", "警告", "帮助"),
    };
    let level = match weight {
        Weight::Error => Level::ERROR.with_name(error),
        Weight::Warning => Level::WARNING.with_name(warning),
    };
    let name = one_line(&file.source.name);
    let message = one_line(problem.message.get(style.lang));
    let annotation = AnnotationKind::Primary.span(marked);
    let snippet = Snippet::source(shown).line_start(number).path(name).annotation(annotation);
    let mut group: Group<'_> = level.primary_title(message).element(snippet);
    if let Some(words) = &problem.help {
        group = group.element(Level::HELP.with_name(help).message(one_line(words.get(style.lang))));
    }
    let renderer = match style.colour {
        Colour::On => Renderer::styled(),
        Colour::Off => Renderer::plain(),
    };
    renderer.decor_style(DecorStyle::Ascii).term_width(style.width).render(&[group])
}

/// The line made visible and cut to what surrounds the marked place, with the place in it.
fn excerpt(line: &str, marked: Range<usize>, columns: usize) -> (String, Range<usize>) {
    let room = columns.saturating_sub(8).max(20);
    let before = line[..marked.start].to_owned();
    let cut = if width(&before) > room / 2 { room / 3 } else { width(&before) };
    let mut from = marked.start;
    let mut seen = 0;
    for (at, character) in line[..marked.start].char_indices().rev() {
        seen += shown_width(character);
        if seen > cut {
            break;
        }
        from = at;
    }
    let lead = if from > 0 { "…" } else { "" };
    let head = format!("{lead}{}", visible(&line[from..marked.start]).replace('\t', " "));
    let mut shown = head.clone();
    let mut end = None;
    for (at, character) in line[marked.start..].char_indices() {
        if marked.start + at >= marked.end && end.is_none() {
            end = Some(shown.len());
        }
        if width(&shown) + shown_width(character) > room {
            shown.push('…');
            break;
        }
        shown.push_str(&visible(character.encode_utf8(&mut [0; 4])).replace('\t', " "));
    }
    let end = end.unwrap_or(shown.len());
    (shown, head.len()..end.max(head.len()))
}

fn shown_width(character: char) -> usize {
    if is_hostile(character) { 8 } else { width(character.encode_utf8(&mut [0; 4])) }
}
