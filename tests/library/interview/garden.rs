//! The model that screens are tested on: as long as one that teams work with, with levels, terms, and texts too long for a
//! small window, out of two sub-domains that are written down once.

use std::sync::OnceLock;

use super::Session;
use crate::support::load;
use assess::interview::Wish;
use assess::lang::Text;
use assess::model::{Group, Id, Model};

/// Its areas, of which the last is optional; each has the same domains.
const AREAS: [(&str, &str, &str); 4] = [
    ("beds", "Beds", "花圃"),
    ("orchard", "Orchard", "果园"),
    ("glass", "Greenhouse", "温室"),
    ("hives", "Hives", "蜂箱"),
];
const DOMAINS: [(&str, &str, &str); 3] =
    [("vegetables", "Vegetables", "蔬菜"), ("flowers", "Flowers", "花卉"), ("herbs", "Herbs", "香草")];

/// Three areas of fifteen questions each, and an optional one.
pub fn garden() -> &'static Model {
    static GARDEN: OnceLock<Model> = OnceLock::new();
    GARDEN.get_or_init(|| {
        let mut model = load("tests/models/garden").model.expect("the fixture is sound");
        let one = model.areas[0].clone();
        let area = |(key, en, zh): &(&'static str, &'static str, &'static str)| {
            let mut area = moved(&one, &Id((*key).into()), Text::new(*en, *zh));
            let domain = one.groups[0].clone();
            let id = area.id.clone();
            let domain = |(key, en, zh): &(&'static str, &'static str, &'static str)| {
                moved(&domain, &id.child(key), Text::new(*en, *zh))
            };
            area.groups = DOMAINS.iter().map(domain).collect::<Vec<_>>().into();
            area.optional = *key == "hives";
            area
        };
        model.areas = AREAS.iter().map(area).collect::<Vec<_>>().into();
        model
    })
}

/// The same group, with all that is in it, under another id and name.
fn moved(group: &Group, id: &Id, name: Text) -> Group {
    let mut group = Group { id: id.clone(), name, ..group.clone() };
    for inner in group.groups.to_mut() {
        *inner = moved(inner, &id.child(inner.id.key()), inner.name.clone());
    }
    for dimension in group.dimensions.to_mut() {
        dimension.id = id.child(dimension.id.key());
    }
    group
}

/// The second question of the beds, with the first answered.
pub fn watering() -> Session<'static> {
    let mut session = Session::new(garden(), Wish { only: Some(Id("beds".into())), ..Wish::default() });
    session.keys("3");
    session
}
