//! What terms mean, beside the texts that rely on them.

use crate::lang::{Lang, Text};
use crate::model::Term;
use crate::text::one_line;

/// The heading over what terms mean.
pub(in crate::report) fn title() -> Text {
    text!("Terms", "术语")
}

/// `low: An upper limit is written down.`
pub(in crate::report) fn explained(term: &Term, lang: Lang) -> String {
    let (name, means) = (one_line(term.name.get(lang)), one_line(term.means.get(lang)));
    text!("{name}: {means}", "{name}：{means}").into_string(lang)
}
