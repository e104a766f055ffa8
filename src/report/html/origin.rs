//! Where the model comes from: its source, its levels, and how much of each area follows a standard.

use maud::{Markup, html};

use super::page::ReportPage;
use crate::keyword;
use crate::lang::Text;
use crate::model::{Group, Provenance};
use crate::report::kit::{kinds, words};

pub(super) fn lead() -> Text {
    text!(
        "Levels that the public text of a standard lacks, and levels written without one, are counted apart.",
        "标准公开文本缺失、由本模型补全的级别，以及没有标准可依、自行编写的级别，分别统计。",
    )
}

pub(super) fn origin(page: &ReportPage<'_, '_>) -> Markup {
    let model = page.model();
    html! {
        p { (page.of_model(&model.source)) }
        table .cards .counts {
            caption .unseen { (page.say(text!("Levels of all dimensions by provenance", "各维度级别的依据"))) }
            thead {
                tr {
                    th scope="col" { (page.say(kinds::heading(model, 1))) }
                    @for kind in keyword::values::<Provenance>() { th .number scope="col" { (page.say(short(kind))) } }
                }
            }
            tbody {
                @for area in model.areas.iter() {
                    tr {
                        th scope="row" { (page.of_model(&area.name)) }
                        @for kind in keyword::values::<Provenance>() { td .number data-label=(page.say(short(kind))) { (count(area, kind)) } }
                    }
                }
            }
        }
        ul .notes {
            @for kind in keyword::values::<Provenance>() {
                @if model.areas.iter().any(|area| count(area, kind) > 0) { (explained(page, kind)) }
            }
        }
    }
}

/// The heading of a column.
fn short(kind: Provenance) -> Text {
    match kind {
        Provenance::Standard => text!("Standard", "标准"),
        Provenance::Restored => text!("Restored", "补全"),
        Provenance::PartlyRestored => text!("Partly restored", "部分补全"),
        Provenance::Project => text!("Own", "自行编写"),
    }
}

fn explained(page: &ReportPage<'_, '_>, kind: Provenance) -> Markup {
    let (name, words) = (page.say(short(kind)), page.say(words::provenance(kind)));
    html! { li { (page.say(text!("{name}: {words}", "{name}：{words}"))) } }
}

fn count(area: &Group, kind: Provenance) -> usize {
    let dimensions = area.sub_domains().flat_map(|it| it.dimensions.iter());
    dimensions.flat_map(|dimension| dimension.cells.iter()).filter(|cell| cell.provenance == kind).count()
}
