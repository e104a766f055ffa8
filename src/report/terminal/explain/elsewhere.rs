//! Where else the clauses of a dimension count.

use super::page::ExplainDocument;
use crate::model::{Dimension, Model};

/// Writes the other dimensions that ask a clause in the same words, each with its places there; nothing if there are none.
pub(super) fn elsewhere(page: &mut ExplainDocument<'_>, model: &Model, dimension: &Dimension) {
    let same = model.same_words(dimension);
    if same.is_empty() {
        return;
    }
    page.gap();
    let title =
        page.say(&text!("Asked in the same words, and to be answered alike", "以下各处有相同的要求，答案应当一致"));
    page.paragraph("", &title);
    for there in same.chunk_by(|one, next| one.other.id == next.other.id) {
        let places: Vec<_> = there.iter().map(|same| same.there.to_string()).collect();
        let first = format!("  {}  ", there[0].other.id);
        page.paragraph(&first, &places.join(" "));
    }
    page.gap();
}
