//! What the texts on the screen rely on, in one line.

use std::borrow::Cow;
use std::collections::BTreeSet;

use super::super::statements::begin_of;
use crate::interview::{Interview, Mode};
use crate::lang::Text;
use crate::report::kit::style::Style;
use crate::report::kit::{terms as wording, words};
use crate::text::{one_line, width};

/// What the texts on the screen rely on, in one line: what the terms mean, or their names where `?` explains them better.
pub(in crate::report::screen) fn terms(interview: &Interview<'_>, style: &Style) -> Option<String> {
    let terms = interview.terms()?;
    let explained = terms.iter().map(|term| wording::explained(term, style.lang)).collect::<Vec<_>>().join("  ");
    let is_asking = matches!(interview.mode(), Mode::Asking);
    let words = if is_asking && terms.len() > 1 {
        let mut names: Vec<_> = terms.iter().map(|term| one_line(term.name.get(style.lang))).collect();
        let mut seen = BTreeSet::new();
        names.retain(|name| seen.insert(name.clone()));
        names_that_fit(&names, style)
    } else {
        explained
    };
    if width(&words) <= style.width {
        return Some(style.colors.dim(&words));
    }
    // Enough of it to know what it is about, and where the rest is.
    let more = if is_asking { text!("… ? shows it", "… 按 ? 查看") } else { Text::same("…") }.into_string(style.lang);
    let begin = begin_of(&words, style.width.saturating_sub(width(&more) + 1));
    Some(style.colors.dim(&format!("{begin} {more}")))
}

/// The names of terms that `?` explains, or as many from the first as there is room for and how many more there are.
fn names_that_fit(names: &[Cow<'_, str>], style: &Style) -> String {
    let written = |shown: usize| {
        let (first, more) = (words::list(&names[..shown], style.lang), names.len() - shown);
        match more {
            0 => text!("? explains {first}", "按 ? 查看含义：{first}"),
            _ => text!("? explains {first} and {more} more", "按 ? 查看含义：{first}，另有 {more} 项"),
        }
        .into_string(style.lang)
    };
    let fitting = (1..=names.len()).rev().map(written).find(|words| width(words) <= style.width);
    fitting.unwrap_or_else(|| {
        let count = names.len();
        text!("? explains {count} terms", "按 ? 查看 {count} 个术语的含义").into_string(style.lang)
    })
}
