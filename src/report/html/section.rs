//! What every page is made of: sections with a title, the list of them, and the line at the foot.

use maud::{Markup, html};

use super::code::with_code;
use crate::lang::{Lang, Text};

/// One part of a page: a title, what to know when reading it, and the contents.
pub(super) struct Section {
    pub id: &'static str,
    pub title: Text,
    pub lead: Text,
    pub body: Markup,
}

/// A section, as a line of a list of them.
pub(super) fn section(id: &'static str, title: Text, lead: Text, body: Markup) -> Section {
    Section { id, title, lead, body }
}

/// The links to the sections; `id` makes an id that is unique in the file.
pub(super) fn contents(sections: &[Section], lang: Lang, id: impl Fn(&str) -> String) -> Markup {
    html! {
        nav aria-label=(text!("Contents", "目录").into_string(lang)) {
            ol {
                @for section in sections {
                    li { a href=(format!("#{}", id(section.id))) { (section.title.get(lang)) } }
                }
            }
        }
    }
}

/// A section with its head; `classes` are those of its element.
pub(super) fn show(section: &Section, lang: Lang, id: impl Fn(&str) -> String, classes: &str) -> Markup {
    let title = id(&format!("{}-title", section.id));
    html! {
        section class=(classes) id=(id(section.id)) aria-labelledby=(title) {
            div .head {
                h2 id=(title) { (section.title.get(lang)) }
                p { (with_code(section.lead.get(lang))) }
            }
            div .body { (section.body) }
        }
    }
}

/// Who made a page about one team, and from what.
pub(super) fn footer(lang: Lang) -> Markup {
    html! {
        footer {
            p {
                (text!(
                    "Made with assess, from the team's own answers. Nobody outside the team has verified them.",
                    "由 assess 根据团队自己的答案生成，未经团队以外的人员核实。",
                ).into_string(lang))
            }
        }
    }
}
