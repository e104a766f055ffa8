//! Implementation groups as levels: each contains those before it, as in frameworks with maturity levels.
//!
//! The requirements right below a node are clauses of one dimension, each at the level of the first group it is in.

use std::collections::BTreeMap;

use super::counting::{Ask, Counting};
use super::library::Library;
use super::options::{Ciso, Ladder};
use super::scale::ScaleRange;
use super::tree::Tree;
use crate::frameworks::reading::{Place, Reading};
use crate::lang::Text;
use crate::model::counting::{Degree, Fraction, Scoring};
use crate::model::source::MOST_DEGREES;
use crate::model::{Id, Level, List};

/// The most groups.
const MOST_GROUPS: usize = 8;

/// The trees whose leaves are the nodes right above requirements, and how these are asked.
pub(super) fn ladder(
    reading: &mut Reading<'_>,
    library: &Library,
    options: &Ciso,
    wanted: Ladder,
    trees: Vec<Tree>,
) -> Option<(Vec<Tree>, Counting)> {
    let count = library.groups.len();
    if !(1..=MOST_GROUPS).contains(&count) {
        let message = text!(
            "{count} implementation groups: 1 to {MOST_GROUPS} can be levels",
            "共 {count} 个实施组：1 到 {MOST_GROUPS} 个才能作为级别"
        );
        reading.problem(&library.place, message, None);
        return None;
    }
    let degrees = degrees(reading, library, options, wanted)?;
    let mut asked = BTreeMap::new();
    let trees = bundled(reading, library, None, trees, &mut asked);
    let zero = library.languages.word("Not reached", "未达到", "Non atteint");
    let groups = library.groups.iter().map(|group| library.languages.text(&group.name));
    let levels = std::iter::once(zero).chain(groups).collect();
    let scoring = Scoring { degrees, ..Scoring::default() };
    Some((trees, Counting { floor: Level(0), levels, scoring, ask: Ask::Groups(asked) }))
}

/// Has the requirements of each node be one leaf: that node.
fn bundled(
    reading: &mut Reading<'_>,
    library: &Library,
    parent: Option<usize>,
    trees: Vec<Tree>,
    asked: &mut BTreeMap<usize, Vec<(u8, usize)>>,
) -> Vec<Tree> {
    let mut bundled_trees = Vec::new();
    for tree in trees {
        match tree {
            Tree::Leaf(leaf) => {
                let node = &library.nodes[leaf];
                let level = library.groups.iter().position(|group| node.groups.contains(&group.ref_id));
                let Some(level) = level.and_then(|at| u8::try_from(at + 1).ok()) else {
                    reading.lose("requirement of no implementation group", &node.place);
                    continue;
                };
                let place = parent.unwrap_or(leaf);
                let own = asked.entry(place).or_default();
                if own.is_empty() {
                    bundled_trees.push(Tree::Leaf(place));
                }
                own.push((level, leaf));
            }
            Tree::Group { node, below } => {
                let below = bundled(reading, library, Some(node), below, asked);
                let is_one = matches!(below.as_slice(), [Tree::Leaf(leaf)] if *leaf == node);
                if is_one {
                    bundled_trees.extend(below);
                } else if !below.is_empty() {
                    bundled_trees.push(Tree::Group { node, below });
                }
            }
        }
    }
    bundled_trees
}

/// How far a requirement can be met: the scores of the library, if it has some that can be asked for.
fn degrees(reading: &mut Reading<'_>, library: &Library, options: &Ciso, wanted: Ladder) -> Option<List<Degree>> {
    let problem = |reading: &mut Reading<'_>, place: &Place, message: Text| {
        reading.problem(place, message, None);
        None
    };
    let can_be_degrees = |range: &ScaleRange| usize::try_from(range.steps()).is_ok_and(|steps| steps < MOST_DEGREES);
    let Some(range) = options.scale.or(library.scale.range).filter(can_be_degrees) else {
        if wanted.met_from.is_some() {
            let message = text!("no scale says what `--met-from` names", "没有刻度说明 `--met-from` 所指的分数");
            return problem(reading, &library.scale.place, message);
        }
        return Some(List::default());
    };
    let least = wanted.met_from.unwrap_or(range.max);
    if !(range.min + 1..=range.max).contains(&least) {
        let message = text!(
            "`--met-from {least}` is no score above the lowest of {range}",
            "`--met-from {least}` 不是 {range} 中高于最低分的分数"
        );
        return problem(reading, &library.scale.place, message);
    }
    let degrees = (range.min..=range.max).map(|score| {
        let value = format!("{}/{}", score - range.min, range.steps());
        let value: Fraction = value.parse().ok()?;
        let name = library.languages.text(&library.scale.name(None, score));
        Some(Degree { id: Id(format!("score-{score}").into()), value, name, is_enough: score >= least })
    });
    degrees.collect::<Option<Vec<_>>>().map(Into::into)
}
