//! A library: its head, and one framework of it.

use super::nodes::{Requirement, requirement};
use super::options::Ciso;
use super::scale::Scale;
use super::texts::{LibraryLanguages, LibraryText};
use crate::frameworks::fields::Fields;
use crate::frameworks::license::License;
use crate::frameworks::reading::{Place, Reading};
use crate::frameworks::version::ModelVersion;
use crate::lang::Text;
use crate::yaml::{Node, Value};

/// An implementation group.
pub(super) struct Group {
    pub(super) ref_id: String,
    pub(super) name: LibraryText,
}

/// One framework of a library.
pub(super) struct Library {
    pub(super) languages: LibraryLanguages,
    pub(super) version: ModelVersion,
    pub(super) license: Option<License>,
    pub(super) ref_id: String,
    pub(super) name: LibraryText,
    pub(super) scale: Scale,
    pub(super) groups: Vec<Group>,
    pub(super) nodes: Vec<Requirement>,
    /// The framework itself.
    pub(super) place: Place,
}

impl Library {
    /// The framework that is asked for; `None` if there is none, or not one alone.
    pub(super) fn read(reading: &mut Reading<'_>, files: &[(usize, Vec<Node>)], options: &Ciso) -> Option<Self> {
        let [(file, documents)] = files else {
            if reading.is_sound() {
                let message = text!("a library of CISO Assistant is one file", "一个 CISO Assistant 库是一个文件");
                let help = text!("import one at a time", "请逐个导入");
                reading.problem(&Place { file: files.len().min(1), span: 0..0 }, message, Some(help));
            }
            return None;
        };
        let file = *file;
        let [root] = documents.as_slice() else {
            let count = documents.len();
            let message = text!("{count} documents, where a library is one", "共 {count} 份文档，而一个库应为一份");
            let at = documents.get(1).map_or(0, |document| document.span.start);
            reading.problem(&Place { file, span: at..at }, message, None);
            return None;
        };
        let mut head = Fields::of(reading, file, root, "library")?;
        let locale = head.text(reading, "locale").unwrap_or_else(|| "en".to_owned());
        let languages = LibraryLanguages::of(&locale, root);
        let license = head.text(reading, "copyright").and_then(|words| License::of_words(&words));
        let said_version = head.take("version").map(|node| (node, head.place_of(node)));
        head.skip(&["urn", "ref_id", "name", "description", "translations", "convert_library_version", "dependencies"]);
        let objects = head.take("objects");
        let framework = objects.and_then(|objects| chosen(reading, file, objects, options));
        if objects.is_none() {
            let message = text!("no `objects` are in this file", "此文件中没有 `objects`");
            let help = text!("name a library of CISO Assistant", "请指定 CISO Assistant 的库");
            reading.problem(&head.place, message, Some(help));
        }
        for other in objects.map(Node::entries).unwrap_or_default() {
            if !["framework", "frameworks"].contains(&other.key.as_str()) {
                reading.lose(&format!("objects.{}", other.key), &Place { file, span: other.place.clone() });
            }
        }
        head.close(reading);
        let framework = framework?;
        let version = version(reading, said_version, options, file);
        let mut fields = Fields::of(reading, file, framework, "framework")?;
        let place = fields.place.clone();
        let translations = fields.take("translations");
        let ref_id = fields.text(reading, "ref_id").or_else(|| fields.text(reading, "urn"));
        let name = LibraryText::of(reading, &mut fields, "name", translations);
        fields.skip(&["urn", "description"]);
        let scale = Scale::read(reading, &mut fields);
        let groups = groups(reading, file, &mut fields);
        let nodes = fields.list(reading, "requirement_nodes");
        let nodes: Vec<_> = nodes.iter().filter_map(|node| requirement(reading, file, node)).collect();
        fields.close(reading);
        let ref_id = ref_id.unwrap_or_else(|| "framework".to_owned());
        let name = name.unwrap_or_else(|| LibraryText::same(ref_id.clone()));
        Some(Self { languages, version: version?, license, ref_id, name, scale, groups, nodes, place })
    }
}

/// The one framework, or that which is asked for: under `framework`, or in the list `frameworks`.
fn chosen<'n>(reading: &mut Reading<'_>, file: usize, objects: &'n Node, options: &Ciso) -> Option<&'n Node> {
    let list = |node: &'n Node| match &node.value {
        Value::List(nodes) => nodes.iter().collect(),
        _ => vec![node],
    };
    let all: Vec<_> = ["framework", "frameworks"].iter().filter_map(|key| objects.get(key)).flat_map(list).collect();
    let is_asked = |node: &Node, wanted: &str| {
        ["ref_id", "urn"].iter().any(|key| node.get(key).and_then(Node::text) == Some(wanted))
    };
    let found: Vec<_> = match &options.framework {
        Some(wanted) => all.iter().copied().filter(|node| is_asked(node, wanted)).collect(),
        None => all.clone(),
    };
    if let [framework] = found.as_slice() {
        return Some(framework);
    }
    let place = Place { file, span: objects.span.start..objects.span.start };
    let ids = all.iter().filter_map(|node| node.get("ref_id").and_then(Node::text)).take(20);
    let Text { en, zh, .. } = Text::list_words(ids);
    let message = match (&options.framework, all.len()) {
        (_, 0) => text!("no framework is in this library", "此库中没有框架"),
        (Some(wanted), _) => text!("no framework `{wanted}` is in this library", "此库中没有框架 `{wanted}`"),
        (None, count) => text!("{count} frameworks are in this library", "此库中有 {count} 个框架"),
    };
    let help =
        (!en.is_empty()).then(|| text!("name one with `--framework`: {en}", "请用 `--framework` 指定一个：{zh}"));
    reading.problem(&place, message, help);
    None
}

fn version(
    reading: &mut Reading<'_>,
    said: Option<(&Node, Place)>,
    options: &Ciso,
    file: usize,
) -> Option<ModelVersion> {
    if options.version.is_some() {
        return options.version;
    }
    let help = text!("say it: `--model-version 1.0.0`", "请指定，如 `--model-version 1.0.0`");
    let place = said.as_ref().map_or(Place { file, span: 0..0 }, |(_, place)| place.clone());
    let version = said.and_then(|(node, _)| node.text()?.parse().ok());
    if version.is_none() {
        let message = text!("this library names no version that a model could have", "此库没有写明可用的版本");
        reading.problem(&place, message, Some(help));
    }
    version
}

fn groups(reading: &mut Reading<'_>, file: usize, fields: &mut Fields<'_>) -> Vec<Group> {
    let mut groups = Vec::new();
    for node in fields.list(reading, "implementation_groups_definition") {
        let Some(mut fields) = Fields::of(reading, file, node, "implementationGroup") else { continue };
        let translations = fields.take("translations");
        let ref_id = fields.required(reading, "ref_id");
        let name = LibraryText::of(reading, &mut fields, "name", translations);
        fields.skip(&["description", "default_selected"]);
        fields.close(reading);
        let Some(ref_id) = ref_id else { continue };
        let name = name.unwrap_or_else(|| LibraryText::same(ref_id.clone()));
        groups.push(Group { ref_id, name });
    }
    groups
}
