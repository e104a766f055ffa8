//! Reads the nodes of a model that names its storeys itself: any number of them, each nested in the one above.
//!
//! `model.toml` holds the areas. What is below an area stands in `<area>.toml`, or in a file of the folder `<area>/` each,
//! which the area then lists.

use std::borrow::Cow;
use std::ops::Range;

use super::dimension::read_dimension;
use super::nodes::GroupChildren;
use super::text::unplaced;
use super::{Author, ROOT};
use crate::document::{Section, Value, is_string};
use crate::lang::{Text, Wording};
use crate::model::lint::Role;
use crate::model::{Dimension, Group, Id, NodeKind, Provenance};
use crate::problem::Problem;

/// The fewest and the most storeys of a model.
const FEWEST_STOREYS: usize = 2;
pub(crate) const MOST_STOREYS: usize = 6;

/// The keys of nodes of any storey.
const NODE_KEYS: [&str; 9] = ["name", "about", "weight", "ref", "question", "source", "telling", "levels", "clauses"];

/// What stands for a name that could not be read, which is told by itself.
const UNREADABLE: &str = "…";

impl Author<'_> {
    /// What the storeys are called, from the areas down; empty where the model does not say, `None` where it cannot be told
    /// how many there are.
    pub(super) fn tree(&mut self, root: &mut Section<'_, '_>) -> Option<Vec<Text>> {
        let Some(value) = root.take("tree") else { return Some(Vec::new()) };
        let values = self.reader.list(value)?;
        if !(FEWEST_STOREYS..=MOST_STOREYS).contains(&values.len()) {
            let count = values.len();
            let some = if count == 1 { "storey" } else { "storeys" };
            let message = text!(
                "{count} {some}; {FEWEST_STOREYS} to {MOST_STOREYS} are allowed",
                "共 {count} 层，应为 {FEWEST_STOREYS} 到 {MOST_STOREYS} 层"
            );
            let help = text!(
                "name the kinds of nodes from above, the last one holds the levels: `tree = [\"Area\", \"Practice\"]`",
                "请自上而下写出各层节点的名称，最后一层含有级别：`tree = [\"领域\", \"实践\"]`"
            );
            return self.reader.reject(Problem::new(value.span(), message).help(help));
        }
        let mut names: Vec<Text> = Vec::new();
        for value in values {
            let name = self.storey_name(value).unwrap_or_else(|| Text::same(UNREADABLE));
            let is_taken = |other: &Text| other.en == name.en || other.zh == name.zh;
            if names.iter().any(is_taken) && name.en != UNREADABLE {
                let (en, zh) = (&name.en, &name.zh);
                let message = text!("a second storey called `{en}`", "有两层都叫“{zh}”");
                let help = text!("give each storey a name of its own", "请为每一层取不同的名称");
                self.reader.problems.push(Problem::new(value.span(), message).help(help));
            }
            names.push(name);
        }
        Some(names)
    }

    /// A name of a kind of nodes: a text, or one word for all languages.
    fn storey_name(&mut self, value: &Value<'_>) -> Option<Text> {
        if is_string(value) {
            let name = self.reader.string(value)?;
            let word =
                |language: &Cow<'static, str>| Wording { language: language.clone(), words: name.to_owned().into() };
            return Text::in_languages(self.folder.languages.iter().map(word).collect());
        }
        self.text_of(value, Role::Name).map(|(name, _)| name)
    }

    /// What stands below an area: in a file of its own, or in those of its folder that it lists.
    pub(super) fn below_area(&mut self, section: &mut Section<'_, '_>, id: &Id) -> Option<GroupChildren> {
        let place = section.span();
        if section.has("nodes") {
            return self.below_in_folder(section, id);
        }
        let file = format!("{id}.toml");
        if file == ROOT {
            return self.reader.reject(in_the_root(id, place));
        }
        if !self.folder.files.contains_key(&file) {
            return self.reader.reject(no_file(&file, id, place));
        }
        self.file(&file, place, |author, mut root| {
            author.id = id.clone();
            let provenance = author.provenance(&mut root).unwrap_or(Provenance::Project);
            let below = author.below(&mut root, id, 2, provenance);
            root.close(&mut author.reader);
            below
        })
    }

    fn below_in_folder(&mut self, section: &mut Section<'_, '_>, id: &Id) -> Option<GroupChildren> {
        let place = section.span();
        if self.kind_on(2) == NodeKind::Dimension {
            let dimensions = self.files(section, "nodes", id, |author, mut root, id| {
                let dimension = author.leaf(&mut root, id, Provenance::Project);
                root.close(&mut author.reader);
                dimension
            })?;
            return Some(self.dimensions(dimensions, place));
        }
        let groups = self.files(section, "nodes", id, |author, mut root, id| {
            author.id = id.clone();
            let provenance = author.provenance(&mut root).unwrap_or(Provenance::Project);
            let group = author.group(&mut root, id, 2, provenance);
            root.close(&mut author.reader);
            group
        })?;
        Some(GroupChildren::Groups(unplaced(groups)))
    }

    /// What stands on `storey` below the node `id`.
    fn below(
        &mut self,
        section: &mut Section<'_, '_>,
        id: &Id,
        storey: usize,
        provenance: Provenance,
    ) -> Option<GroupChildren> {
        let place = section.span();
        if !section.has("nodes") {
            let problem = self.no_nodes(section, id, storey);
            return self.reader.reject(problem);
        }
        if self.kind_on(storey) == NodeKind::Dimension {
            let dimensions =
                self.children(section, "nodes", |author, section, id| author.leaf(section, id, provenance));
            return Some(self.dimensions(dimensions, place));
        }
        let groups =
            self.children(section, "nodes", |author, section, id| author.group(section, id, storey, provenance));
        Some(GroupChildren::Groups(unplaced(groups)))
    }

    fn group(&mut self, section: &mut Section<'_, '_>, id: Id, storey: usize, provenance: Provenance) -> Option<Group> {
        let asked = ["levels", "clauses"].iter().find(|key| section.has(key)).and_then(|key| section.take(*key));
        if let Some(asked) = asked.filter(|_| !section.has("nodes")) {
            let problem = self.asked_above(&id, asked.span());
            return self.give_up(section, problem);
        }
        let name = self.text(section, "name", Role::Name);
        let about = self.text(section, "about", Role::About);
        let (weight, reference) = self.counted(section, &id);
        let below = self.below(section, &id, storey + 1, provenance)?;
        let group = Group { weight, reference, ..Group::new(id, self.kind_on(storey), name?, about?) };
        Some(below.under(group))
    }

    /// A node of the last storey.
    fn leaf(&mut self, section: &mut Section<'_, '_>, id: Id, provenance: Provenance) -> Option<Dimension> {
        if let Some(nodes) = section.take("nodes") {
            let problem = self.too_deep(&id, nodes.span());
            return self.give_up(section, problem);
        }
        read_dimension(self, section, id, provenance)
    }

    /// Passes over a node that stands on another storey than it was written for: one problem, not one for each of its keys.
    fn give_up<T>(&mut self, section: &mut Section<'_, '_>, problem: Problem) -> Option<T> {
        for key in NODE_KEYS {
            section.take(key);
        }
        self.reader.reject(problem)
    }

    /// What is wrong with a node that has nothing on the storey below it.
    fn no_nodes(&self, section: &Section<'_, '_>, id: &Id, storey: usize) -> Problem {
        let Text { en, zh, .. } = self.storey_called(storey);
        let message = text!("`{id}` has no nodes below it", "`{id}` 之下没有节点");
        let help =
            text!("write at least one of the storey {en}, as `[[nodes]]`", "请至少写一个“{zh}”层的节点：`[[nodes]]`");
        Problem::new(section.span(), message).help(help)
    }

    /// What is wrong with a node that asks something above the last storey.
    fn asked_above(&self, id: &Id, place: Range<usize>) -> Problem {
        let Text { en, zh, .. } = self.storey_called(self.folder.tree.len());
        let message = text!(
            "`{id}` asks something and does not stand on the last storey, {en}",
            "`{id}` 含有要求，却不在最后一层（{zh}）"
        );
        Problem::new(place, message).help(text!(
            "write this in `[[nodes]]` below it, or take a storey out of `tree` in `{ROOT}`",
            "请把这些内容写入其下的 `[[nodes]]`，或从 `{ROOT}` 的 `tree` 中去掉一层"
        ))
    }

    /// What is wrong with nodes below the last storey.
    fn too_deep(&self, id: &Id, place: Range<usize>) -> Problem {
        let Text { en, zh, .. } = self.storey_called(self.folder.tree.len());
        let message = text!(
            "nodes below `{id}`, which stands on the last storey, {en}",
            "`{id}` 位于最后一层（{zh}），其下不能再有节点"
        );
        Problem::new(place, message).help(text!(
            "name the storey below it in `tree` of `{ROOT}`, or take the nodes away",
            "请在 `{ROOT}` 的 `tree` 中写出其下一层的名称，或去掉这些节点"
        ))
    }

    fn kind_on(&self, storey: usize) -> NodeKind {
        NodeKind::on(storey, &self.folder.tree)
    }

    fn storey_called(&self, storey: usize) -> Text {
        self.folder.tree.get(storey - 1).cloned().unwrap_or_else(|| Text::same(UNREADABLE))
    }
}

/// What is wrong with a file that no area leads to.
pub(super) fn unlisted() -> Problem {
    let message = text!("no area of `{ROOT}` has this file", "`{ROOT}` 的任何领域都不包含此文件");
    Problem::new(0..0, message).help(text!(
        "name it after an area, list it in `nodes` of the area whose folder it is in, or remove it",
        "请以领域的 id 命名，或将其写入所在目录对应领域的 `nodes`，或删除该文件"
    ))
}

fn no_file(file: &str, id: &Id, place: Range<usize>) -> Problem {
    let message = text!("there is no file `{file}`", "文件 `{file}` 不存在");
    Problem::new(place, message).help(text!(
        "write what is below `{id}` there, or list files of the folder `{id}/`: `nodes = [\"…\"]`",
        "请在其中写出 `{id}` 之下的节点，或列出 `{id}/` 目录中的文件：`nodes = [\"…\"]`"
    ))
}

fn in_the_root(id: &Id, place: Range<usize>) -> Problem {
    let message = text!("the nodes of `{id}` cannot stand in `{ROOT}`", "`{id}` 的节点不能写在 `{ROOT}` 中");
    Problem::new(place, message).help(text!(
        "give them files of the folder `{id}/`, and list these: `nodes = [\"…\"]`",
        "请把它们分别写入 `{id}/` 目录的文件，并列出：`nodes = [\"…\"]`"
    ))
}
