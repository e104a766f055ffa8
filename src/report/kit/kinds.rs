//! What documents call the nodes of a storey: by the names that the model gives, else area, domain, sub-domain, dimension.

use std::ops::RangeInclusive;

use crate::lang::{Lang, Text};
use crate::model::Model;
use crate::report::kit::signs::DRAWN;
use crate::text::one_line;

/// The name at the head of a column: `Sub-domain`.
pub(in crate::report) fn heading(model: &Model, storey: usize) -> Text {
    let Text { en, zh, .. } = model.kind_name(storey);
    Text::new(one_line(&en).into_owned(), one_line(&zh).into_owned())
}

/// The head of a column in which nodes of several storeys stand.
pub(in crate::report) fn part() -> Text {
    text!("Part", "部分")
}

/// The names of several storeys at the head of one column, from above.
pub(in crate::report) fn path(model: &Model, storeys: RangeInclusive<usize>, lang: Lang) -> String {
    let names: Vec<_> = storeys.map(|storey| heading(model, storey).into_string(lang)).collect();
    names.join(DRAWN.path)
}

/// The name within a sentence: `sub-domain`, or as the model writes it, quoted where it would touch Chinese.
pub(in crate::report) fn within(model: &Model, storey: usize) -> Text {
    let Text { en, zh, .. } = model.kind_within(storey);
    Text::new(one_line(&en).into_owned(), one_line(&zh).into_owned())
}

/// `one sub-domain`.
pub(in crate::report) fn one(model: &Model, storey: usize) -> Text {
    let Text { en, zh, .. } = within(model, storey);
    text!("one {en}", "一个{zh}")
}

/// `1 question`, `3 questions`.
pub(in crate::report) fn questions(count: usize) -> String {
    let some = if count == 1 { "question" } else { "questions" };
    format!("{count} {some}")
}

/// So many of them: `3 sub-domains`; `3 × Stream` by the model's own name, since no plural of that is known.
pub(in crate::report) fn several(model: &Model, storey: usize, count: usize) -> Text {
    let Text { en, zh, .. } = within(model, storey);
    match (model.has_own_kinds(), count) {
        (true, 0 | 2..) => text!("{count} × {en}", "{count} 个{zh}"),
        (_, 1) => text!("{count} {en}", "{count} 个{zh}"),
        (false, _) => text!("{count} {en}s", "{count} 个{zh}"),
    }
}

/// The title of a list of dimensions.
pub(in crate::report) fn dimensions(model: &Model) -> Text {
    if model.has_own_kinds() { heading(model, model.storeys()) } else { text!("Dimensions", "维度") }
}
