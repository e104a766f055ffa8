//! How the requirements of a library are asked, and what their answers count.

use std::collections::BTreeMap;

use super::library::Library;
use super::naming::Naming;
use super::nodes::Requirement;
use super::options::{Ciso, Method};
use super::scale::ScaleRange;
use super::texts::LibraryText;
use crate::frameworks::keys::key_of;
use crate::frameworks::reading::Reading;
use crate::frameworks::wording::cell;
use crate::lang::Text;
use crate::model::counting::{Mean, Rounding, ScoreRule, Scoring, Shown, Unit};
use crate::model::{Cell, Clause, Id, Kind, Level, Sentence};

/// How a model counts, and what its dimensions ask.
pub(super) struct Counting {
    pub(super) floor: Level,
    /// What the levels are called, from the floor up.
    pub(super) levels: Vec<Text>,
    pub(super) scoring: Scoring,
    pub(super) ask: Ask,
}

/// What the levels of a dimension are.
pub(super) enum Ask {
    /// The scores of the framework.
    Scores(ScaleRange),
    /// Steps of a scale from 0 to 100, each with what it adds.
    Steps,
    /// Implementation groups: the requirements of each dimension, with their level.
    Groups(BTreeMap<usize, Vec<(u8, usize)>>),
}

impl Counting {
    /// The requirements that a dimension asks.
    pub(super) fn asked(&self, node: usize) -> Vec<usize> {
        match &self.ask {
            Ask::Groups(below) => {
                below.get(&node).map(|it| it.iter().map(|(_, node)| *node).collect()).unwrap_or_default()
            }
            Ask::Scores(_) | Ask::Steps => vec![node],
        }
    }

    /// The weight of a dimension: that of its requirement, where it asks that alone.
    pub(super) fn weight(&self, requirement: &Requirement) -> u32 {
        match self.ask {
            Ask::Groups(_) => 1,
            Ask::Scores(_) | Ask::Steps => requirement.weight,
        }
    }

    /// The term that helps to answer the question of a dimension: not where each of its clauses is a requirement and has one.
    pub(super) fn help(&self, naming: &mut Naming<'_>, node: usize) -> Option<Id> {
        match self.ask {
            Ask::Groups(_) => None,
            Ask::Scores(_) | Ask::Steps => naming.help(node),
        }
    }

    /// What each level of a dimension says.
    pub(super) fn cells(&self, library: &Library, naming: &mut Naming<'_>, node: usize) -> Vec<Cell> {
        let mut cells: Vec<_> = self.levels.iter().map(|_| cell(Kind::Same, Vec::new())).collect();
        cells[0] = cell(Kind::None, Vec::new());
        match &self.ask {
            Ask::Scores(range) => {
                let own = own_range(&library.nodes[node], *range);
                let stride = range.steps() / own.steps();
                cells[0] = lowest(library, naming, node, own.min);
                for score in own.min + 1..=own.max {
                    let at = place((score - own.min - 1) * stride + 1);
                    cells[at] = cell(Kind::States, vec![score_clause(library, naming, node, score)]);
                }
            }
            Ask::Steps => {
                let scores = steps(library, node).unwrap_or_default();
                let divisor = scores.windows(2).map(|pair| pair[1] - pair[0]).fold(0, common_divisor).max(1);
                for (at, pair) in scores.windows(2).enumerate() {
                    let weight = u32::try_from((pair[1] - pair[0]) / divisor).unwrap_or(1);
                    let clause = Clause { weight, ..score_clause(library, naming, node, pair[1]) };
                    cells[at + 1] = cell(Kind::Adds, vec![clause]);
                }
            }
            Ask::Groups(below) => {
                for (at, asked) in cells.iter_mut().enumerate().skip(1) {
                    let here = below.get(&node).into_iter().flatten().filter(|(level, _)| usize::from(*level) == at);
                    let clauses: Vec<_> = here.map(|(_, node)| group_clause(library, naming, *node)).collect();
                    if !clauses.is_empty() {
                        *asked = cell(Kind::Adds, clauses);
                    }
                }
            }
        }
        cells
    }
}

fn place(number: i64) -> usize {
    usize::try_from(number).unwrap_or_default()
}

fn common_divisor(one: i64, other: i64) -> i64 {
    if other == 0 { one } else { common_divisor(other, one % other) }
}

/// The scale of a requirement: its own ends where it has them.
fn own_range(node: &Requirement, range: ScaleRange) -> ScaleRange {
    ScaleRange { min: node.min.unwrap_or(range.min), max: node.max.unwrap_or(range.max) }
}

/// The scores of a requirement on a scale from 0 to 100: those of its own scale, or those that have names.
fn steps(library: &Library, node: usize) -> Option<Vec<i64>> {
    let requirement = &library.nodes[node];
    if requirement.min.is_some() || requirement.max.is_some() {
        let own = own_range(requirement, ScaleRange::UNSAID);
        return (1..=8).contains(&own.steps()).then(|| (own.min..=own.max).collect());
    }
    let named: Vec<_> = library.scale.entries.iter().map(|entry| entry.score).collect();
    let is_whole = named.first() == Some(&0) && named.last() == Some(&100);
    (is_whole && named.len() <= 9).then_some(named)
}

/// A clause that a requirement has reached a score: with what it is called, so that no two are in the same words.
fn score_clause(library: &Library, naming: &mut Naming<'_>, node: usize, score: i64) -> Clause {
    let requirement = &library.nodes[node];
    let list = requirement.scale.as_deref();
    let named = library.scale.name(list, score);
    let means = library.scale.entry(list, score).and_then(|it| it.description.as_ref());
    let id = key_of(&format!("{} score {score}", list.unwrap_or_default()));
    let term = means.and_then(|means| naming.term(&id, &named, means, node));
    let text = naming.languages.text(&requirement.label().with(": ", &named));
    Clause { terms: term.into_iter().collect(), ..Clause::from(text) }
}

/// The lowest score, which asks nothing: what it is like, where the framework says that.
fn lowest(library: &Library, naming: &mut Naming<'_>, node: usize, score: i64) -> Cell {
    let entry = library.scale.entry(library.nodes[node].scale.as_deref(), score);
    if entry.is_none_or(|entry| entry.description.is_none()) {
        return cell(Kind::None, Vec::new());
    }
    let Clause { text, terms, .. } = score_clause(library, naming, node, score);
    Cell { limits: vec![Sentence { text, terms }].into(), ..cell(Kind::States, Vec::new()) }
}

/// A clause that is a requirement itself.
fn group_clause(library: &Library, naming: &mut Naming<'_>, node: usize) -> Clause {
    let text = naming.languages.text(&library.nodes[node].says);
    let (reference, help) = (naming.reference(node), naming.help(node));
    Clause { reference: reference.map(Into::into), terms: help.into_iter().collect(), ..Clause::from(text) }
}

/// How requirements with these numbers are counted by their scores; `None` if nobody could be asked for these, which is noted.
pub(super) fn counting(
    reading: &mut Reading<'_>,
    library: &Library,
    options: &Ciso,
    leaves: &[usize],
) -> Option<Counting> {
    let range = options.scale.or(library.scale.range).unwrap_or(ScaleRange::UNSAID);
    let mean = match options.method {
        Method::Average => Mean::Leaves,
        Method::AverageOfAverages => Mean::Children,
    };
    let shown = Shown { digits: 1, rounding: Rounding::Down, unit: Unit::Score };
    let scoring = Scoring { mean, shown, ..Scoring::default() };
    if range == ScaleRange::UNSAID
        && let Some(all) = leaves.iter().map(|leaf| steps(library, *leaf)).collect::<Option<Vec<_>>>()
        && let Some(most) = all.iter().map(Vec::len).max()
    {
        let of_list = leaves.iter().all(|leaf| library.nodes[*leaf].max.is_none());
        let named = |at: usize| library.scale.entries.get(at).filter(|_| of_list).and_then(|it| it.name.clone());
        let name = |at: usize| named(at).unwrap_or_else(|| LibraryText::same(at.to_string()));
        let levels = (0..most).map(|at| library.languages.text(&name(at))).collect();
        let scoring = Scoring { score: ScoreRule::Share, shown: Shown { unit: Unit::Percent, ..shown }, ..scoring };
        return Some(Counting { floor: Level(0), levels, scoring, ask: Ask::Steps });
    }
    if !range.can_be_levels() {
        refuse_scale(reading, library, range);
        return None;
    }
    for leaf in leaves {
        let node = &library.nodes[*leaf];
        let own = own_range(node, range);
        if own.steps() < 1 || range.steps() % own.steps() != 0 {
            let message = text!(
                "the scale {own} of this requirement does not divide that of the framework, {range}",
                "此条目的刻度 {own} 不能整除框架的刻度 {range}"
            );
            let help = text!(
                "give it one with as many steps, or so few that they divide those of the framework",
                "请使用档数相同、或能整除框架档数的刻度"
            );
            reading.problem(&node.place, message, Some(help));
        }
    }
    let floor = Level(u8::try_from(range.min).unwrap_or_default());
    let name = |score: i64| library.languages.text(&library.scale.name(None, score));
    let levels = (range.min..=range.max).map(name).collect();
    let scoring = Scoring { score: ScoreRule::Value, ..scoring };
    reading.is_sound().then_some(Counting { floor, levels, scoring, ask: Ask::Scores(range) })
}

/// Says what can be done about a scale that nobody can be asked on.
fn refuse_scale(reading: &mut Reading<'_>, library: &Library, range: ScaleRange) {
    let scores = range.steps().saturating_add(1);
    let message = match library.scale.range {
        None => text!(
            "this framework names no scale, which leaves 0-100: nobody can be asked for one of 101 scores",
            "此框架没有写明刻度，因而为 0-100：无法逐条询问 101 个分数"
        ),
        Some(_) => text!(
            "nobody can be asked for one of the {scores} scores of {range}",
            "无法逐条询问 {range} 的 {scores} 个分数"
        ),
    };
    let Text { en, zh, .. } = if library.groups.is_empty() {
        Text::same("")
    } else {
        text!(
            "; `--levels groups` asks what is met, with the implementation groups as levels",
            "；`--levels groups` 则以实施组为级别，只问是否满足"
        )
    };
    let help = text!(
        "`--scale 0-4` asks on another one, as an audit may have it{en}",
        "`--scale 0-4` 改用其他刻度提问（审计中也可这样设置）{zh}"
    );
    reading.problem(&library.scale.place, message, Some(help));
}
