//! The section of the rules by which levels and scores are worked out.

use maud::{Markup, html};

use super::page::ReportPage;
use crate::lang::Text;
use crate::model::Model;
use crate::report::kit::rules::rules;

pub(super) fn lead(model: &Model) -> Text {
    if model.has_weights() {
        return text!(
            "The same rules for everybody, with the weights of the model and without judgment.",
            "对所有团队使用同一套规则，按模型规定的权重计分，不作主观评判。"
        );
    }
    text!(
        "The same rules for everybody, without weights or judgment.",
        "对所有团队使用同一套规则，没有权重，也不作主观评判。"
    )
}

pub(super) fn method(page: &ReportPage<'_, '_>) -> Markup {
    html! {
        dl .rules {
            @for (name, words) in rules(page.model()) {
                dt { (page.say(name)) }
                dd { (page.say(words)) }
            }
        }
    }
}
