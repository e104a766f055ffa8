//! `model.toml`: what holds for the whole model, and its areas.

use serde::Serialize;

use super::values::{TomlText, keyword, list, string, text, word};
use crate::lang::{Lang, Text};
use crate::model::counting::{Levels, Scoring, Shown};
use crate::model::{Id, Level, Model, Node, Texts};

/// The root file; `split` are the areas with a file for each node below them.
pub(super) fn root_file(model: &Model, split: &[&Id]) -> String {
    let mut page = TomlText::default();
    page.entry("schema", 1);
    page.entry("id", string(model.id.as_str()));
    page.entry("version", string(&model.version));
    if !model.languages.iter().map(AsRef::as_ref).eq([Lang::En.tag(), Lang::Zh.tag()]) {
        page.entry("languages", list(model.languages.iter().map(|language| string(language))));
    }
    page.optional("texts", unusual(&model.texts, &Texts::default()));
    page.optional("outcomes", (!model.asks_outcomes).then_some(false));
    page.entry("name", text(&model.name));
    page.entry("source", text(&model.source));
    page.entry("tree", list(model.tree.iter().map(word)));
    let has_own_levels = model.scoring.has_levels() || has_named_levels(model);
    if has_own_levels {
        page.entry("floor", model.floor);
    }
    scoring(&mut page, &model.scoring);
    for degree in model.scoring.degrees.iter() {
        page.header("[[degrees]]");
        page.entry("id", string(degree.id.as_str()));
        page.entry("value", string(&degree.value.to_string()));
        page.entry("name", text(&degree.name));
    }
    for (level, name) in model.all_levels().zip(model.levels.iter()).filter(|_| has_own_levels) {
        page.header("[[levels]]");
        page.entry("number", level);
        page.entry("name", text(name));
    }
    for term in model.terms.iter() {
        page.header("[[terms]]");
        page.entry("id", string(term.id.as_str()));
        page.entry("name", text(&term.name));
        page.entry("means", text(&term.means));
    }
    areas(&mut page, model, split);
    page.0
}

/// Whether the levels of a model without any in its results are not the two that stand for no and yes.
fn has_named_levels(model: &Model) -> bool {
    let plain = [Level(0), Level(1)].map(|level| Text::same(level.to_string()));
    model.floor != Level(0) || model.levels.as_ref() != plain
}

fn areas(page: &mut TomlText, model: &Model, split: &[&Id]) {
    for area in model.areas.iter() {
        page.header("[[areas]]");
        page.entry("id", string(area.id.as_str()));
        page.entry("name", text(&area.name));
        page.entry("about", text(&area.about));
        page.optional("optional", area.optional.then_some(true));
        page.optional("weight", Some(area.weight).filter(|weight| *weight != 1));
        page.optional("ref", area.reference.as_deref().map(string));
        if split.contains(&&area.id) {
            let keys = Node::Group(area).children().into_iter().map(|node| string(node.id().key()));
            page.entry("nodes", list(keys));
        }
    }
}

/// The table `scoring` with what is otherwise than in a model that says nothing.
fn scoring(page: &mut TomlText, scoring: &Scoring) {
    let usual = Scoring::default();
    let mut own = TomlText::default();
    if scoring.levels == Levels::None {
        own.entry("levels", false);
    }
    own.optional("score", unusual(&scoring.score, &usual.score));
    own.optional("mean", unusual(&scoring.mean, &usual.mean));
    own.optional("unanswered", unusual(&scoring.unanswered, &usual.unanswered));
    own.optional("empty", unusual(&scoring.empty, &usual.empty));
    own.optional("shown", Some(scoring.shown).filter(|it| *it != usual.shown).map(shown));
    let enough = scoring.degrees.iter().find(|degree| degree.is_enough).map(|degree| &degree.id);
    let last = scoring.degrees.last().map(|degree| &degree.id);
    own.optional("met-from", enough.filter(|_| enough != last).map(|id| string(id.as_str())));
    if !own.0.is_empty() {
        page.header("[scoring]");
        page.0.push_str(&own.0);
    }
}

/// The word of a choice; `None` if it is the usual one.
fn unusual<C: PartialEq + Serialize>(choice: &C, usual: &C) -> Option<String> {
    (choice != usual).then(|| keyword(choice))
}

fn shown(shown: Shown) -> String {
    let Shown { digits, rounding, unit } = shown;
    format!("{{ digits = {digits}, rounding = {}, of = {} }}", keyword(&rounding), unit.of())
}
