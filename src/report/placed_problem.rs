//! What keeps answers from being judged, each with its place, and with what it is known by in whatever line it stands.

use std::collections::BTreeMap;

use crate::lang::Text;
use crate::problem::{FileProblems, Lines};
use crate::text::cut;

/// The columns that the name of a place may take.
const PLACE: usize = 200;

/// One thing that keeps answers from being judged.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PlacedProblem {
    /// The file, relative to the repository, with `/` between its folders; `None` if it is in no file.
    pub file: Option<String>,
    /// The line and the column (in characters), both from 1; `None` if it is in no line of a file.
    pub position: Option<(usize, usize)>,
    /// The place by what stands there, `[answers.shop.counter] greeting`: another for each problem of a file, and the same
    /// when lines move or the message is reworded. Empty if it is in no line of a file.
    pub place: String,
    /// What is wrong.
    pub message: Text,
    /// What to do about it.
    pub help: Option<Text>,
}

impl PlacedProblem {
    /// A problem of a whole file, as that it is not there; or of none.
    #[must_use]
    pub fn whole(file: Option<String>, message: Text, help: Option<Text>) -> Self {
        Self { file, position: None, place: String::new(), message, help }
    }

    /// The problems of a file, which is known by this name.
    #[must_use]
    pub fn in_file(name: &str, FileProblems { source, problems }: &FileProblems) -> Vec<Self> {
        let (lines, tables, mut seen) = (Lines::new(&source.text), tables(&source.text), BTreeMap::new());
        let mut place_of = |offset: usize| {
            let place = place(&lines, &tables, offset);
            let count: &mut usize = seen.entry(place.clone()).or_default();
            *count += 1;
            if *count == 1 { place } else { format!("{place} ({count})") }
        };
        let placed = problems.iter().map(|problem| Self {
            file: Some(name.to_owned()),
            position: Some(lines.position(problem.span.start)),
            place: place_of(problem.span.start),
            message: problem.message.clone(),
            help: problem.help.clone(),
        });
        placed.collect()
    }
}

/// Where the lines begin that open a table.
fn tables(text: &str) -> Vec<usize> {
    let starts = std::iter::once(0).chain(text.match_indices('\n').map(|(at, _)| at + 1));
    starts.filter(|start| text[*start..].starts_with('[')).collect()
}

/// The table that a line is in and the key that it sets; the line itself if it sets none.
fn place(lines: &Lines<'_>, tables: &[usize], offset: usize) -> String {
    let line = lines.line(offset).trim();
    let key = line.split('=').next().map(str::trim).filter(|key| !key.is_empty()).unwrap_or(line);
    let before = tables.partition_point(|start| *start <= offset);
    let table = before.checked_sub(1).map_or("", |last| lines.line(tables[last]).trim());
    let place = if table.is_empty() || table == line { key.to_owned() } else { format!("{table} {key}") };
    cut(&place, PLACE).into_owned()
}
