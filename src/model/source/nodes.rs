//! Reads the nodes of a model from the root down to the sub-domains.

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use super::Author;
use super::dimension::read_dimension;
use super::text::{Placed, unplaced};
use crate::document::Section;
use crate::lang::Text;
use crate::model::lint::{self, Role};
use crate::model::{Dimension, Group, Id, Level, List, Model, NodeKind, Place, Provenance};
use crate::problem::Problem;

pub(super) fn read_model(author: &mut Author<'_>, mut root: Section<'_, '_>) -> Option<Model> {
    author.schema(&mut root);
    // Where they cannot be read, nothing is to be told of texts.
    author.folder.languages = author.languages(&mut root)?;
    author.folder.texts = author.whose(&mut root);
    let asks_outcomes = author.asks_outcomes(&mut root);
    let id = author.id(&mut root).map(|(id, _)| id);
    let version = author.version(&mut root);
    let name = author.text(&mut root, "name", Role::Name);
    let source = author.text(&mut root, "source", Role::About);
    let scoring = author.scoring(&mut root);
    author.folder.scoring = scoring.clone();
    let floor = author.floor(&mut root);
    author.floor = floor.unwrap_or(Level(1));
    let levels = author.levels(&mut root, author.floor)?;
    author.top = author.floor.up_to(Level(9)).take(levels.len()).last().unwrap_or(author.floor);
    author.folder.tree = author.tree(&mut root)?;
    author.folder.is_listed = true;
    author.folder.glossary = author.glossary(&mut root);
    let terms = author.terms(&mut root);
    let changes = author.changes(&mut root);
    let areas = author.children(&mut root, "areas", read_area);
    refuse_area_ids(author, id.as_ref(), &areas);
    root.close(&mut author.reader);
    let areas = unplaced(areas);
    let levels = levels.into_iter().collect::<Option<List<Text>>>()?;
    let listed = changes.iter().map(|(change, _)| change.clone()).collect();
    let (id, version, name, source) = (id?, version?, name?, source?);
    let languages = author.folder.languages.to_vec().into();
    let tree = author.folder.tree.clone().into();
    let mut model = Model {
        id,
        version,
        languages,
        texts: author.folder.texts,
        asks_outcomes,
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
    model.number_dimensions();
    // In a model that lacks what could not be read, nothing can be told of a change.
    if author.is_sound() {
        author.check_changes(&model, &changes);
    }
    Some(model)
}

/// An area called like the model, or like the target for everything, could not be told from it.
fn refuse_area_ids(author: &mut Author<'_>, model: Option<&Id>, areas: &[Placed<Group>]) {
    let mut refuse = |place: &Range<usize>, message| {
        let help = text!("give the area another id", "请为该领域另取 id");
        author.reader.problems.push(Problem::new(place.clone(), message).help(help));
    };
    if let Some((area, place)) = areas.iter().find(|(area, _)| Some(&area.id) == model) {
        let id = &area.id;
        refuse(place, text!("area `{id}` has the id of the model", "领域 `{id}` 与模型的 id 相同"));
    }
    if let Some((_, place)) = areas.iter().find(|(area, _)| area.id.as_str() == "default") {
        let message = text!(
            "`default` stands for every target that is not said, and for no area",
            "`default` 代表未单独设置的目标，不能作为领域的 id"
        );
        refuse(place, message);
    }
}

fn read_area(author: &mut Author<'_>, section: &mut Section<'_, '_>, id: Id) -> Option<Group> {
    let name = author.text(section, "name", Role::Name);
    let about = author.text(section, "about", Role::About);
    let optional = author.flag(section, "optional");
    let (weight, reference) = author.counted(section, &id);
    let below = if author.folder.tree.is_empty() {
        let domains = author.files(section, "domains", &id, read_domain)?;
        GroupChildren::Groups(unplaced(domains))
    } else {
        author.below_area(section, &id)?
    };
    let area = Group { optional, weight, reference, ..Group::new(id, NodeKind::Area, name?, about?) };
    Some(below.under(area))
}

fn read_domain(author: &mut Author<'_>, mut root: Section<'_, '_>, id: Id) -> Option<Group> {
    author.id = id.clone();
    let name = author.text(&mut root, "name", Role::Name);
    let about = author.text(&mut root, "about", Role::About);
    let (weight, reference) = author.counted(&mut root, &id);
    let provenance = author.provenance(&mut root).unwrap_or(Provenance::Project);
    let sub_domains = author.children(&mut root, "sub-domains", |author, section, id| {
        let name = author.text(section, "name", Role::Name);
        let about = author.text(section, "about", Role::About);
        let (weight, reference) = author.counted(section, &id);
        let dimensions = author
            .children(section, "dimensions", |author, section, id| read_dimension(author, section, id, provenance));
        let below = author.dimensions(dimensions, section.span());
        let sub_domain = Group { weight, reference, ..Group::new(id, NodeKind::SubDomain, name?, about?) };
        Some(below.under(sub_domain))
    });
    root.close(&mut author.reader);
    let domain = Group { weight, reference, ..Group::new(id, NodeKind::Domain, name?, about?) };
    Some(GroupChildren::Groups(unplaced(sub_domains)).under(domain))
}

/// What stands right below a group.
pub(super) enum GroupChildren {
    Groups(List<Group>),
    Dimensions(List<Dimension>),
}

impl GroupChildren {
    /// A group with this below it.
    pub(super) fn under(self, group: Group) -> Group {
        match self {
            Self::Groups(groups) => Group { groups, ..group },
            Self::Dimensions(dimensions) => Group { dimensions, ..group },
        }
    }
}

impl Author<'_> {
    /// How much a node counts in means, and what another framework calls it.
    pub(super) fn counted(&mut self, section: &mut Section<'_, '_>, id: &Id) -> (u32, Option<Cow<'static, str>>) {
        let place = Place { id: id.clone(), clause: None };
        (self.weight(section), self.reference(section, place))
    }

    /// The dimensions of the sub-domain at `place`, of which exactly one is the telling one.
    pub(super) fn dimensions(&mut self, dimensions: Vec<Placed<Dimension>>, place: Range<usize>) -> GroupChildren {
        self.findings.extend(lint::told_twice(&dimensions));
        if dimensions.iter().any(|(dimension, _)| dimension.telling) {
            self.folder.names_telling = true;
        } else {
            self.untold.push(place);
        }
        let places: BTreeMap<_, _> = dimensions.iter().map(|(it, place)| (it.id.clone(), place.clone())).collect();
        let mut dimensions: Vec<_> = dimensions.into_iter().map(|(dimension, _)| dimension).collect();
        one_telling(&mut dimensions);
        let clauses = std::mem::take(&mut self.clauses);
        let place_of = |place: &Place| {
            let clause = place.clause.and_then(|_| clauses.get(place));
            clause.or_else(|| places.get(&place.id)).cloned().unwrap_or_default()
        };
        self.warnings.extend(lint::warnings(&self.folder.scoring, self.folder.texts, &dimensions, place_of));
        GroupChildren::Dimensions(dimensions.into())
    }

    /// The files of the folder `id` that a list names, each read by `read`.
    pub(super) fn files<T>(
        &mut self,
        section: &mut Section<'_, '_>,
        key: &'static str,
        id: &Id,
        mut read: impl FnMut(&mut Author<'_>, Section<'_, '_>, Id) -> Option<T>,
    ) -> Option<Vec<Placed<T>>> {
        let listed = self.require(section, key)?.1;
        let mut seen = BTreeSet::new();
        let mut files = Vec::new();
        for value in self.reader.list(listed)? {
            let Some(key) = self.reader.string(value).and_then(|key| self.key(key, value.span())) else { continue };
            if !seen.insert(key) {
                self.reader.problems.push(Problem::twice(value.span(), key));
                continue;
            }
            let file = format!("{id}/{key}.toml");
            let node = id.child(key);
            let found = self.file(&file, value.span(), |author, root| read(author, root, node));
            files.extend(found.map(|found| (found, value.span())));
        }
        self.count(listed.span(), seen.len());
        Some(files)
    }

    /// One file of the model, which the root names at `place`.
    pub(super) fn file<T>(
        &mut self,
        file: &str,
        place: Range<usize>,
        read: impl FnOnce(&mut Author<'_>, Section<'_, '_>) -> Option<T>,
    ) -> Option<T> {
        if !self.folder.files.contains_key(file) {
            let message = text!("there is no file `{file}`", "文件 `{file}` 不存在");
            let help = text!("write it, or take it out of the list", "请创建该文件，或将其从列表中去掉");
            return self.reader.reject(Problem::new(place, message).help(help));
        }
        let (floor, top) = (self.floor, self.top);
        self.folder.read(file, |author, root| {
            (author.floor, author.top) = (floor, top);
            read(author, root)
        })
    }
}

/// Has exactly one dimension be the telling one: the first that says so, else the first.
fn one_telling(dimensions: &mut [Dimension]) {
    let chosen = dimensions.iter().position(|dimension| dimension.telling).unwrap_or_default();
    dimensions.iter_mut().enumerate().for_each(|(place, dimension)| dimension.telling = place == chosen);
}
