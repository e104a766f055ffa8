//! Wordings of what keeps answers from being judged, which the formats of a check share.

use crate::lang::{Lang, Text};
use crate::report::input::Unjudged;
use crate::report::placed_problem::PlacedProblem;
use crate::text::one_line;

/// What such a problem is called where a reason has its code.
pub(in crate::report) const CODE: &str = "not-judged";

/// What that code means, in one line.
pub(in crate::report) fn about() -> Text {
    text!("Nothing could be judged", "无法判定")
}

/// `failed: nothing could be judged, 2 problems`.
pub(in crate::report) fn verdict(unjudged: &Unjudged<'_>) -> Text {
    let count = unjudged.problems.len();
    let some = if count == 1 { "problem" } else { "problems" };
    text!("failed: nothing could be judged, {count} {some}", "未通过：无法判定，有 {count} 个问题")
}

/// What is wrong and what to do about it, one after the other.
pub(in crate::report) fn whole(problem: &PlacedProblem, lang: Lang) -> String {
    let message = one_line(problem.message.get(lang));
    match &problem.help {
        None => message.into_owned(),
        Some(help) => {
            let help = one_line(help.get(lang));
            text!("{message}; {help}", "{message}；{help}").into_string(lang)
        }
    }
}

/// The file and the line to look at; where a problem has none, the beginning of the answers.
pub(in crate::report) fn place<'a>(unjudged: &Unjudged<'a>, problem: &'a PlacedProblem) -> (&'a str, usize) {
    (problem.file.as_deref().unwrap_or(unjudged.file), problem.position.map_or(1, |(line, _)| line))
}

/// What a problem is known by for as long as it lasts, whatever line it stands on and in whatever words it is said: the file
/// and the place by what stands there.
pub(in crate::report) fn fingerprint(unjudged: &Unjudged<'_>, problem: &PlacedProblem) -> String {
    let (file, _) = place(unjudged, problem);
    let known = format!("{}:{CODE}", one_line(file));
    if problem.place.is_empty() { known } else { format!("{known}:{}", one_line(&problem.place)) }
}

/// Where a problem is, for people: the file and the place.
pub(in crate::report) fn name(unjudged: &Unjudged<'_>, problem: &PlacedProblem) -> String {
    let (file, _) = place(unjudged, problem);
    let file = one_line(file);
    if problem.place.is_empty() { file.into_owned() } else { format!("{file}: {}", one_line(&problem.place)) }
}
