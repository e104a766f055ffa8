//! Reads the nodes of a model from the root down to the sub-domains.

use std::collections::BTreeSet;

use super::Author;
use super::author::twice;
use super::dimension::read_dimension;
use super::text::unplaced;
use crate::document::Section;
use crate::lang::Text;
use crate::model::lint::{self, Role};
use crate::model::{Dimension, Group, Id, Level, List, Model, NodeKind, Provenance};
use crate::problem::Problem;

pub(super) fn read_model(author: &mut Author<'_>, mut root: Section<'_, '_>) -> Option<Model> {
    author.schema(&mut root);
    // Where they cannot be read, nothing is to be told of texts.
    author.folder.languages = author.languages(&mut root)?;
    let id = author.id(&mut root).map(|(id, _)| id);
    let version = author.version(&mut root);
    let name = author.text(&mut root, "name", Role::Name);
    let source = author.text(&mut root, "source", Role::About);
    let scoring = author.scoring(&mut root);
    author.folder.levels = scoring.levels;
    let floor = author.floor(&mut root);
    author.floor = floor.unwrap_or(Level(1));
    let levels = author.levels(&mut root, author.floor)?;
    author.top = author.floor.up_to(Level(9)).take(levels.len()).last().unwrap_or(author.floor);
    author.folder.is_listed = true;
    author.folder.glossary = author.glossary(&mut root);
    let terms = author.terms(&mut root);
    let changes = author.changes(&mut root);
    let areas = author.children(&mut root, "areas", read_area);
    if let (Some(id), Some((_, place))) = (&id, areas.iter().find(|(area, _)| Some(&area.id) == id.as_ref())) {
        let message = text!("area `{id}` has the id of the model", "领域 `{id}` 与模型的 id 相同");
        author.reader.problems.push(Problem::new(place.clone(), message));
    }
    if let Some((_, place)) = areas.iter().find(|(area, _)| area.id.as_str() == "default") {
        let message = text!(
            "`default` stands for every target that is not said, and for no area",
            "`default` 代表未单独设置的目标，不能作为领域的 id"
        );
        author.reader.problems.push(Problem::new(place.clone(), message));
    }
    root.close(&mut author.reader);
    let areas = unplaced(areas);
    let levels = levels.into_iter().collect::<Option<List<Text>>>()?;
    let listed = changes.iter().map(|(change, _)| change.clone()).collect();
    let (id, version, name, source) = (id?, version?, name?, source?);
    let languages = author.folder.languages.to_vec().into();
    let tree = List::default();
    let model = Model {
        id,
        version,
        languages,
        name,
        source,
        floor: floor?,
        levels,
        scoring,
        terms,
        tree,
        areas,
        changes: listed,
    };
    // In a model that lacks what could not be read, nothing can be told of a change.
    if author.is_sound() {
        author.check_changes(&model, &changes);
    }
    Some(model)
}

fn read_area(author: &mut Author<'_>, section: &mut Section<'_, '_>, id: Id) -> Option<Group> {
    let name = author.text(section, "name", Role::Name);
    let about = author.text(section, "about", Role::About);
    let optional = author.flag(section, "optional");
    let mut domains: Vec<Group> = Vec::new();
    let mut seen = BTreeSet::new();
    let listed = author.require(section, "domains")?.1;
    for value in author.reader.list(listed)? {
        let Some(key) = author.reader.string(value).and_then(|key| author.key(key, value.span())) else { continue };
        if !seen.insert(key) {
            author.reader.problems.push(twice(key, value.span()));
            continue;
        }
        let domain = id.child(key);
        let (floor, top) = (author.floor, author.top);
        let file = format!("{id}/{key}.toml");
        if !author.folder.files.contains_key(&file) {
            let message = text!("there is no file `{file}`", "文件 `{file}` 不存在");
            author.reader.problems.push(Problem::new(value.span(), message));
            continue;
        }
        let read = author.folder.read(&file, |inner, root| {
            (inner.floor, inner.top) = (floor, top);
            read_domain(inner, root, domain)
        });
        domains.extend(read);
    }
    author.count(listed.span(), seen.len());
    Some(Group { optional, groups: domains.into(), ..Group::new(id, NodeKind::Area, name?, about?) })
}

fn read_domain(author: &mut Author<'_>, mut root: Section<'_, '_>, id: Id) -> Option<Group> {
    author.id = id.clone();
    let name = author.text(&mut root, "name", Role::Name);
    let about = author.text(&mut root, "about", Role::About);
    let provenance = author.provenance(&mut root).unwrap_or(Provenance::Project);
    let sub_domains = author.children(&mut root, "sub-domains", |author, section, id| {
        let name = author.text(section, "name", Role::Name);
        let about = author.text(section, "about", Role::About);
        let dimensions = author
            .children(section, "dimensions", |author, section, id| read_dimension(author, section, id, provenance));
        author.findings.extend(lint::told_twice(&dimensions));
        if dimensions.iter().any(|(dimension, _)| dimension.telling) {
            author.folder.names_telling = true;
        } else {
            author.untold.push(section.span());
        }
        let mut dimensions: Vec<_> = dimensions.into_iter().map(|(dimension, _)| dimension).collect();
        one_telling(&mut dimensions);
        Some(Group { dimensions: dimensions.into(), ..Group::new(id, NodeKind::SubDomain, name?, about?) })
    });
    root.close(&mut author.reader);
    Some(Group { groups: unplaced(sub_domains), ..Group::new(id, NodeKind::Domain, name?, about?) })
}

/// Has exactly one dimension be the telling one: the first that says so, else the first.
fn one_telling(dimensions: &mut [Dimension]) {
    let chosen = dimensions.iter().position(|dimension| dimension.telling).unwrap_or_default();
    dimensions.iter_mut().enumerate().for_each(|(place, dimension)| dimension.telling = place == chosen);
}
