//! What the clauses of a dimension add to the score of its sub-domain.

use super::page::ExplainDocument;
use crate::lang::{Lang, Text};
use crate::model::{Dimension, Model, Node};
use crate::scoring::Addition;
use crate::text::one_line;

/// What the figures behind the clauses mean; writes nothing if there are none.
pub(super) fn legend(page: &mut ExplainDocument<'_>, model: &Model, dimension: &Dimension, additions: &[Addition]) {
    let path = model.path(&dimension.id);
    let Some(sub_domain) = path.into_iter().rev().find(|node| node.sub_domain().is_some()) else { return };
    if additions.is_empty() {
        return;
    }
    page.gap();
    let words = said(sub_domain);
    page.paragraph("", words.get(page.style.lang));
}

fn said(sub_domain: Node<'_>) -> Text {
    let (en, zh) = (one_line(sub_domain.name().get(Lang::En)), one_line(sub_domain.name().get(Lang::Zh)));
    text!(
        "In brackets: what a clause alone adds to the score of {en}, if all of it is answered",
        "括号内：“{zh}”全部作答时，单独满足该项要求所增加的得分"
    )
}
