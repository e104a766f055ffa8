//! What an assessment is of, and who assessed.

use super::list::{list, shown_of};
use crate::answers::Answers;
use crate::lang::Lang;
use crate::model::Model;
use crate::report::kit::signs::Signs;
use crate::text::{cut, one_line};

/// The most columns that a name takes in a heading.
const HEADING: usize = 120;

/// `payments · DevOps maturity model 1.0.0 · 2026-11-21`: what the assessment is of, in one line.
pub(in crate::report) fn heading(model: &Model, answers: &Answers, lang: Lang, signs: &Signs) -> String {
    let about = &answers.assessment;
    let of_team = [&about.team, &about.system].into_iter().flatten();
    let of_team = of_team.map(|words| cut(&one_line(words), HEADING).into_owned());
    let of_model = format!("{} {}", one_line(model.name.get(lang)), model.version);
    let parts = of_team.chain([of_model]).chain(about.date.map(|date| date.to_string()));
    parts.collect::<Vec<_>>().join(signs.separator)
}

/// The most columns of the name of one of several who assessed.
const ASSESSOR: usize = 40;

/// `assessed together by Ana, Bo, Chen`: that several people stand behind the answers; `None` for one, or where nobody is named.
pub(in crate::report) fn assessed_together(answers: &Answers, lang: Lang) -> Option<String> {
    let all = &answers.assessment.assessors;
    if all.len() < 2 {
        return None;
    }
    let shown = shown_of(all.len());
    let names: Vec<_> = all[..shown].iter().map(|name| cut(&one_line(name), ASSESSOR).into_owned()).collect();
    let (names, more) = (list(&names, lang), all.len() - shown);
    let said = match more {
        0 => text!("assessed together by {names}", "由{names}共同评估"),
        _ => text!("assessed together by {names} and {more} more", "由{names}等共同评估，另有 {more} 人"),
    };
    Some(said.into_string(lang))
}
