//! Writes a model as the files that an author would go on with.
//!
//! What is read from them is that model again. `[[changes]]` and the glossary are not written: a model that is written is new.

mod nodes;
mod root;
mod values;

use self::nodes::{Nested, area_file, child_file};
use self::root::root_file;
use super::ROOT;
use crate::document::check_size;
use crate::model::{Model, Node};
use crate::problem::{Problem, Problems, Refusal, Source};

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

/// Refuses files of a model of which one is larger than any that is read.
///
/// # Errors
///
/// A problem for each that is.
pub fn check_sizes(files: &[Source]) -> Result<(), Problems> {
    let problem = |file: &Source| {
        let Refusal { message, help } = check_size(&file.name, file.text.len()).err()?;
        Some(Problems::in_file(file.clone(), vec![Problem { span: 0..0, message, help }]).0)
    };
    let problems: Vec<_> = files.iter().filter_map(problem).flatten().collect();
    if problems.is_empty() { Ok(()) } else { Err(Problems(problems)) }
}
