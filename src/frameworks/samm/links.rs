//! What belongs to what: the things of SAMM name each other by id.

use std::collections::BTreeMap;

use super::parts::{Activity, Answer, NamedThing, Parts, PracticeLevel, Question, Thing};
use crate::frameworks::reading::{Place, Reading};
use crate::lang::Text;

/// The things of SAMM by what they belong to, in their order.
pub(super) struct Links<'p> {
    /// The functions.
    pub(super) functions: Vec<&'p Thing<NamedThing>>,
    /// Practices by function, streams by practice.
    children: BTreeMap<&'p str, Vec<&'p Thing<NamedThing>>>,
    /// What is asked in a stream.
    asked: BTreeMap<&'p str, Vec<StreamQuestion<'p>>>,
}

/// A question with what it is about.
pub(super) struct StreamQuestion<'p> {
    /// The number of the maturity level.
    pub(super) level: i64,
    pub(super) activity: &'p Activity,
    pub(super) question: &'p Thing<Question>,
    pub(super) answers: &'p Thing<Vec<Answer>>,
}

impl<'p> Links<'p> {
    /// Follows every id; one that leads nowhere or is there twice is a problem.
    pub(super) fn of(reading: &mut Reading<'_>, parts: &'p Parts) -> Self {
        one_model(reading, parts);
        unique(reading, parts);
        let functions = in_order(reading, parts.functions.iter().collect());
        let mut children: BTreeMap<&str, Vec<&Thing<NamedThing>>> = BTreeMap::new();
        let levels = [(&parts.functions, &parts.practices), (&parts.practices, &parts.streams)];
        for (parents, below) in levels {
            let parents = by_id(parents);
            for thing in below {
                let parent = thing.own.parent.as_deref().unwrap_or_default();
                if let Some(parent) = find(reading, &parents, parent, &thing.place) {
                    children.entry(&parent.id).or_default().push(thing);
                }
            }
        }
        let children = children.into_iter().map(|(id, things)| (id, in_order(reading, things))).collect();
        let mut asked: BTreeMap<&str, Vec<StreamQuestion<'_>>> = BTreeMap::new();
        let asking = Asking::of(parts);
        for question in &parts.questions {
            if let Some((stream, it)) = asking.question(reading, question) {
                asked.entry(stream).or_default().push(it);
            }
        }
        for all in asked.values_mut() {
            all.sort_by_key(|it| (it.level, it.question.own.order));
        }
        Self { functions, children, asked }
    }

    /// What stands right below a function or a practice.
    pub(super) fn below(&self, thing: &Thing<NamedThing>) -> &[&'p Thing<NamedThing>] {
        self.children.get(thing.id.as_str()).map_or(&[], Vec::as_slice)
    }

    /// What is asked in a stream, lowest level first.
    pub(super) fn asked(&self, stream: &Thing<NamedThing>) -> &[StreamQuestion<'p>] {
        self.asked.get(stream.id.as_str()).map_or(&[], Vec::as_slice)
    }
}

/// Things by their ids.
type ById<'p, T> = BTreeMap<&'p str, &'p Thing<T>>;

fn by_id<T>(things: &[Thing<T>]) -> ById<'_, T> {
    // Of two with one id, the first: that there are two is a problem already.
    things.iter().rev().map(|thing| (thing.id.as_str(), thing)).collect()
}

/// What questions are about.
struct Asking<'p> {
    activities: ById<'p, Activity>,
    answer_sets: ById<'p, Vec<Answer>>,
    streams: ById<'p, NamedThing>,
    practice_levels: ById<'p, PracticeLevel>,
    maturity_levels: ById<'p, i64>,
}

impl<'p> Asking<'p> {
    fn of(parts: &'p Parts) -> Self {
        Self {
            activities: by_id(&parts.activities),
            answer_sets: by_id(&parts.answer_sets),
            streams: by_id(&parts.streams),
            practice_levels: by_id(&parts.practice_levels),
            maturity_levels: by_id(&parts.maturity_levels),
        }
    }

    /// A question with its stream.
    fn question(
        &self,
        reading: &mut Reading<'_>,
        question: &'p Thing<Question>,
    ) -> Option<(&'p str, StreamQuestion<'p>)> {
        let activity = find(reading, &self.activities, &question.own.activity, &question.place);
        let answers = find(reading, &self.answer_sets, &question.own.answer_set, &question.place);
        let activity = activity?;
        let stream = find(reading, &self.streams, &activity.own.stream, &activity.place);
        let level = find(reading, &self.practice_levels, &activity.own.level, &activity.place);
        let (stream, level) = (stream?, level?);
        if stream.own.parent.as_ref() != Some(&level.own.practice) {
            let message = text!(
                "the stream and the level of this activity belong to two practices",
                "此活动的分支与级别属于不同的实践"
            );
            reading.problem(&activity.place, message, None);
        }
        let number = find(reading, &self.maturity_levels, &level.own.maturity_level, &level.place)?.own;
        Some((&stream.id, StreamQuestion { level: number, activity: &activity.own, question, answers: answers? }))
    }
}

fn find<'p, T>(reading: &mut Reading<'_>, things: &ById<'p, T>, id: &str, place: &Place) -> Option<&'p Thing<T>> {
    let found = things.get(id).copied();
    if found.is_none() {
        let message = text!("`{id}`, which this belongs to, is in no file", "此项所属的 `{id}` 不在任何文件中");
        reading.problem(place, message, Some(whole_copy()));
    }
    found
}

/// What to name instead of what is not there.
pub(super) fn whole_copy() -> Text {
    text!("name the whole folder `model` of one copy of SAMM", "请指定一份完整的 SAMM `model` 目录")
}

/// Siblings by their order; two of one name are a problem.
fn in_order<'p>(reading: &mut Reading<'_>, mut things: Vec<&'p Thing<NamedThing>>) -> Vec<&'p Thing<NamedThing>> {
    things.sort_by_key(|thing| thing.own.order);
    let mut seen: BTreeMap<&str, &Place> = BTreeMap::new();
    for thing in &things {
        let name = &thing.own.name;
        if let Some(first) = seen.insert(name, &thing.place) {
            let message = text!("a second `{name}`", "有第二个 `{name}`");
            refuse_second(reading, &thing.place, first, message);
        }
    }
    things
}

/// No id stands for two things.
fn unique(reading: &mut Reading<'_>, parts: &Parts) {
    fn ids<T>(things: &[Thing<T>]) -> Vec<(&str, &Place)> {
        things.iter().map(|thing| (thing.id.as_str(), &thing.place)).collect()
    }
    let all = [
        ids(&parts.functions),
        ids(&parts.practices),
        ids(&parts.streams),
        ids(&parts.maturity_levels),
        ids(&parts.practice_levels),
        ids(&parts.activities),
        ids(&parts.questions),
        ids(&parts.answer_sets),
    ];
    let mut seen: BTreeMap<&str, &Place> = BTreeMap::new();
    for (id, place) in all.into_iter().flatten() {
        if let Some(first) = seen.insert(id, place) {
            refuse_second(reading, place, first, text!("the id `{id}` stands for two things", "id `{id}` 用于两项"));
        }
    }
}

fn refuse_second(reading: &mut Reading<'_>, place: &Place, first: &Place, message: Text) {
    let (file, line) = (&reading.files[first.file].name, reading.line(first));
    let help = text!("the first is in `{file}`, line {line}", "第一个位于 `{file}` 第 {line} 行");
    reading.problem(place, message, Some(help));
}

/// All functions belong to one model.
fn one_model(reading: &mut Reading<'_>, parts: &Parts) {
    let Some((first, _)) = parts.models.first() else { return };
    if let Some((other, place)) = parts.models.iter().find(|(model, _)| model != first) {
        let message = text!("two models: `{first}` and `{other}`", "含有两个模型：`{first}` 和 `{other}`");
        let help = text!("import one at a time, each from a folder of its own", "请分开导入，每次只指定一个模型的目录");
        reading.problem(place, message, Some(help));
    }
}
