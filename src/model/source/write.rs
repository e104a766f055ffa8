//! Writes a model as the files that an author would go on with.
//!
//! What is read from them is that model again. `[[changes]]` and the glossary are not written: a model that is written is new.

mod nodes;
mod root;
mod values;

use self::nodes::{Nested, area_file, child_file};
use self::root::root_file;
use super::ROOT;
use crate::model::{Model, Node};
use crate::problem::Source;

/// The most bytes of the file of an area; one that would be larger is written as a file for each node below it.
const LARGE: usize = 256 << 10;

/// The files of a model that names its storeys, by their paths in its folder; the root first.
#[must_use]
pub fn write(model: &Model) -> Vec<Source> {
    let nested = Nested::of(model);
    let mut files = Vec::new();
    let mut split = Vec::new();
    for area in model.areas.iter() {
        let text = area_file(&nested, area);
        if text.len() <= LARGE {
            files.push(Source { name: format!("{}.toml", area.id), text });
            continue;
        }
        split.push(&area.id);
        files.extend(Node::Group(area).children().into_iter().map(|node| Source {
            name: format!("{}/{}.toml", area.id, node.id().key()),
            text: child_file(&nested, node),
        }));
    }
    files.insert(0, Source { name: ROOT.to_owned(), text: root_file(model, &split) });
    files
}
