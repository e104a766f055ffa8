//! The activities of DSOMM, file by file: a later one changes, adds and takes away.

use std::collections::{BTreeMap, BTreeSet};

use crate::frameworks::fields::Fields;
use crate::frameworks::reading::{Place, Reading};
use crate::yaml::{Node, Value};

/// One activity.
pub(super) struct Activity {
    pub(super) dimension: String,
    pub(super) sub_dimension: String,
    pub(super) name: String,
    pub(super) uuid: Option<String>,
    pub(super) level: Option<i64>,
    pub(super) description: Option<String>,
    pub(super) risk: Option<String>,
    pub(super) measure: Option<String>,
    pub(super) assessment: Option<String>,
    pub(super) place: Place,
}

/// All activities, in the order in which they were first met.
#[derive(Default)]
pub(super) struct Activities {
    /// The version that a file says, with its place.
    pub(super) version: Option<(String, Place)>,
    /// What the version is of, and who publishes it.
    pub(super) publisher: Option<String>,
    pub(super) all: Vec<Activity>,
    /// How many there were before some were taken away.
    pub(super) found: usize,
    /// Where in `all` an activity stands, by its name and by its uuid.
    names: BTreeMap<String, usize>,
    uuids: BTreeMap<String, usize>,
}

impl Activities {
    /// Those that all files come to; `None` if one of them is no file of DSOMM.
    pub(super) fn read(reading: &mut Reading<'_>, files: &[(usize, Vec<Node>)]) -> Option<Self> {
        let mut activities = Self::default();
        for (file, documents) in files {
            let data = activities.data(reading, *file, documents)?;
            let mut own = Overlay::default();
            own.read(reading, *file, data);
            activities.take(reading, own);
        }
        reading.is_sound().then_some(activities)
    }

    /// The document with the activities: the only one, or the second of two, the first of which is `meta`.
    fn data<'n>(&mut self, reading: &mut Reading<'_>, file: usize, documents: &'n [Node]) -> Option<&'n Node> {
        let place = |node: &Node| Place { file, span: node.span.start..node.span.start };
        match documents {
            [data] if data.get("meta").is_none() => Some(data),
            [meta, data] if meta.get("meta").is_some() => {
                let meta = meta.get("meta")?;
                let mut fields = Fields::of(reading, file, meta, "meta")?;
                let place = fields.place.clone();
                if let Some(version) = fields.text(reading, "version") {
                    self.version.get_or_insert((version, place));
                }
                let publisher = fields.text(reading, "publisher");
                self.publisher = self.publisher.take().or(publisher);
                fields.close(reading);
                Some(data)
            }
            [] => {
                let message = text!("there is nothing in this file", "此文件没有内容");
                reading.problem(&Place { file, span: 0..0 }, message, None);
                None
            }
            [data] => {
                let message = text!("there is no activity in this file, but `meta`", "此文件只有 `meta`，没有活动");
                reading.problem(&place(data), message, None);
                None
            }
            [_, .., last] => {
                let message = text!("two models in one file", "一个文件中有两个模型");
                let help = text!(
                    "keep one, after a document with `meta` if there is one; overlays are files of their own",
                    "请只保留一个（可在其前保留含 `meta` 的文档）；叠加内容请另存为文件"
                );
                reading.problem(&place(last), message, Some(help));
                None
            }
        }
    }

    /// Changes what is there by what one file says.
    fn take(&mut self, reading: &mut Reading<'_>, overlay: Overlay) {
        // What a file takes away it takes from those before it.
        if !overlay.ignored.is_empty() {
            self.all.retain(|activity| !overlay.ignores(activity));
            let all = || self.all.iter().enumerate();
            self.names = all().map(|(at, it)| (it.name.clone(), at)).collect();
            self.uuids = all().filter_map(|(at, it)| Some((it.uuid.clone()?, at))).collect();
        }
        for new in overlay.activities {
            let same_name = self.names.get(&new.name).copied();
            let same_uuid = new.uuid.as_ref().and_then(|uuid| self.uuids.get(uuid)).copied();
            // One with a uuid is no other than that with the same uuid, whatever it is called.
            if let Some(other) = same_name.filter(|at| new.uuid.is_some() && same_uuid != Some(*at)) {
                refuse_name(reading, &new, &self.all[other]);
                continue;
            }
            let at = same_uuid.or(same_name).unwrap_or(self.all.len());
            let (name, uuid) = (new.name.clone(), new.uuid.clone());
            if let Some(old) = self.all.get_mut(at) {
                self.names.remove(&old.name);
                old.change(new);
            } else {
                self.found += 1;
                self.all.push(new);
            }
            self.names.insert(name, at);
            self.uuids.extend(uuid.map(|uuid| (uuid, at)));
        }
    }
}

/// Says that a file calls one activity as another is called already.
fn refuse_name(reading: &mut Reading<'_>, new: &Activity, other: &Activity) {
    let name = &new.name;
    let line = reading.line(&other.place);
    let file = &reading.files[other.place.file].name;
    let message = text!("a second activity called `{name}`", "有第二个名为 `{name}` 的活动");
    let help = text!(
        "the first is in `{file}`, line {line}: rename one, or give it the same `uuid`",
        "第一个位于 `{file}` 第 {line} 行：请改名，或使用相同的 `uuid`"
    );
    reading.problem(&new.place, message, Some(help));
}

impl Activity {
    /// Has it say what a later file says of it.
    fn change(&mut self, new: Self) {
        let Self { dimension, sub_dimension, name, uuid, level, description, risk, measure, assessment, place } = new;
        (self.dimension, self.sub_dimension, self.name, self.place) = (dimension, sub_dimension, name, place);
        let texts = [
            (&mut self.uuid, uuid),
            (&mut self.description, description),
            (&mut self.risk, risk),
            (&mut self.measure, measure),
            (&mut self.assessment, assessment),
        ];
        for (old, new) in texts {
            *old = new.or(old.take());
        }
        self.level = level.or(self.level);
    }
}

/// What one file takes away.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
enum Ignored {
    Dimension(String),
    SubDimension(String),
    Uuid(String),
    Name(String),
}

/// What one file says.
#[derive(Default)]
struct Overlay {
    activities: Vec<Activity>,
    ignored: BTreeSet<Ignored>,
}

impl Overlay {
    fn ignores(&self, activity: &Activity) -> bool {
        let named = [
            Some(Ignored::Dimension(activity.dimension.clone())),
            Some(Ignored::SubDimension(activity.sub_dimension.clone())),
            activity.uuid.clone().map(Ignored::Uuid),
            Some(Ignored::Name(activity.name.clone())),
        ];
        named.into_iter().flatten().any(|ignored| self.ignored.contains(&ignored))
    }

    fn read(&mut self, reading: &mut Reading<'_>, file: usize, data: &Node) -> Option<()> {
        let Value::Map(dimensions) = &data.value else {
            let place = Place { file, span: data.span.clone() };
            reading.problem(&place, text!("expected dimensions", "此处应为各维度"), None);
            return None;
        };
        let mut seen: BTreeMap<String, usize> = BTreeMap::new();
        let mut uuids: BTreeMap<String, usize> = BTreeMap::new();
        for dimension in dimensions {
            let fields = Fields::of(reading, file, &dimension.node, "dimension")?;
            for sub in fields.entries() {
                if sub.key == "ignore" {
                    self.ignored.insert(Ignored::Dimension(dimension.key.clone()));
                    continue;
                }
                let fields = Fields::of(reading, file, &sub.node, "subDimension")?;
                for entry in fields.entries() {
                    if entry.key == "ignore" {
                        self.ignored.insert(Ignored::SubDimension(sub.key.clone()));
                        continue;
                    }
                    let place = Place { file, span: entry.place.clone() };
                    let line = reading.line(&place);
                    if let Some(first) = seen.insert(entry.key.clone(), line) {
                        let name = &entry.key;
                        let message = text!("a second activity called `{name}`", "有第二个名为 `{name}` 的活动");
                        let help = text!("the first is in line {first}: rename one", "第一个位于第 {first} 行：请改名");
                        reading.problem(&place, message, Some(help));
                        continue;
                    }
                    let uuid = entry.node.get("uuid").and_then(Node::text).unwrap_or_default();
                    if let Some(first) = uuids.insert(uuid.to_owned(), line).filter(|_| !uuid.is_empty()) {
                        let message =
                            text!("a second activity with the uuid `{uuid}`", "有第二个 uuid 为 `{uuid}` 的活动");
                        let help = text!("the first is in line {first}", "第一个位于第 {first} 行");
                        reading.problem(&place, message, Some(help));
                        continue;
                    }
                    let names = [&dimension.key, &sub.key, &entry.key];
                    self.activity(reading, names, place, &entry.node);
                }
            }
        }
        Some(())
    }

    fn activity(&mut self, reading: &mut Reading<'_>, names: [&String; 3], place: Place, node: &Node) -> Option<()> {
        let mut fields = Fields::of(reading, place.file, node, "activity")?;
        let uuid = fields.text(reading, "uuid");
        let [dimension, sub_dimension, name] = names.map(|name| reading.words("activity", name, &place));
        if fields.take("ignore").is_some_and(|node| node.text() == Some("true")) {
            self.ignored.insert(uuid.map_or(Ignored::Name(name), Ignored::Uuid));
            return Some(());
        }
        let level = fields.number(reading, "level");
        let description = fields.text(reading, "description");
        let risk = fields.text(reading, "risk");
        let measure = fields.text(reading, "measure");
        let assessment = fields.text(reading, "assessment");
        // Old files say of each activity that it is not done: that is no answer of anybody.
        if fields.take("isImplemented").is_some_and(|node| node.text() != Some("false")) {
            reading.lose("activity.isImplemented", &place);
        }
        fields.close(reading);
        self.activities.push(Activity {
            dimension,
            sub_dimension,
            name,
            uuid,
            level,
            description,
            risk,
            measure,
            assessment,
            place,
        });
        Some(())
    }
}
