//! Whether the levels of a sub-domain are a scale that means something: findings that only warn.

use std::ops::Range;

use super::figures;
use crate::lang::Text;
use crate::model::counting::{Levels, Scoring};
use crate::model::{ClauseWeight, Dimension, Level, Place, Texts, clause_weights};
use crate::problem::Problem;

/// How many times another clause one may weigh, in tenths.
const MOST_TENTHS: u128 = 100;

/// A warning for every dimension, every clause that outweighs others and every figure that vanishes; `place_of` tells where a
/// dimension or a clause of it stands.
#[must_use]
pub fn warnings(
    scoring: &Scoring,
    texts: Texts,
    dimensions: &[Dimension],
    place_of: impl Fn(&Place) -> Range<usize>,
) -> Vec<Problem> {
    let place_of = |dimension: &Dimension, clause| place_of(&Place { id: dimension.id.clone(), clause });
    let mut found = Vec::new();
    for dimension in dimensions {
        let is_empty = empty_first_level(dimension, texts).filter(|_| scoring.levels == Levels::Shown);
        found.extend(is_empty.map(|problem| Problem { span: place_of(dimension, None), ..problem }));
        // Figures stand in words, which are not the author's to change where they are quoted.
        let vanishing = if texts == Texts::Own { figures::vanishing(dimension) } else { Vec::new() };
        for (clause, unit, level) in vanishing {
            found.push(vanished(place_of(dimension, Some(clause)), unit, level));
        }
    }
    for (heavy, light) in outweighing(&clause_weights(scoring, dimensions)) {
        found.push(too_heavy(place_of(heavy.dimension, Some(heavy.clause)), heavy, light));
    }
    found
}

/// A first level that tells nobody apart. Where levels are counted from 0, or in words that are quoted, the lowest needs none.
fn empty_first_level(dimension: &Dimension, texts: Texts) -> Option<Problem> {
    let (floor, first) = (dimension.floor(), dimension.floor().next());
    if dimension.clauses(first).is_empty() {
        let message = text!(
            "level {first} asks nothing: who claims level {floor} has it already",
            "级别 {first} 没有要求：处于级别 {floor} 就已计为该级别"
        );
        let help = text!("write what is to be fulfilled for level {first}", "请写出级别 {first} 的要求");
        return Some(Problem::new(0..0, message).help(help));
    }
    let says_nothing = dimension.cell(floor).is_none_or(|cell| cell.limits.is_empty());
    (floor > Level(0) && texts == Texts::Own && says_nothing).then(|| {
        let message = text!("nothing says what level {floor} is like", "级别 {floor} 没有任何描述");
        let help = text!(
            "write what is typical of it as `limits`, with `kind = \"states\"`",
            "请写 `kind = \"states\"`，并在 `limits` 中写出其典型表现"
        );
        Problem::new(0..0, message).help(help)
    })
}

fn vanished(place: Range<usize>, unit: figures::Unit, level: Level) -> Problem {
    let Text { en, zh, .. } = unit.name();
    let message = text!(
        "the figure of this clause vanishes at level {level}: neither that nor a higher one asks for {en}",
        "此项的数值到级别 {level} 就消失了：该级别及以上都没有关于{zh}的要求"
    );
    let help = text!(
        "say at level {level} what becomes of it, or have that level add to what is below it",
        "请在级别 {level} 写明该数值的要求，或让该级别在低一级之上另加要求"
    );
    Problem::new(place, message).help(help)
}

/// The heaviest clause of each level of a dimension that weighs too many times the lightest of all, with that one.
fn outweighing<'a, 'm>(
    weights: &'a [ClauseWeight<'m>],
) -> impl Iterator<Item = (&'a ClauseWeight<'m>, &'a ClauseWeight<'m>)> {
    let lightest = weights.iter().min_by(|one, other| one.compare(other));
    let levels =
        weights.chunk_by(|one, other| one.dimension.id == other.dimension.id && one.clause.level == other.clause.level);
    // Of those that weigh alike, the first stands for all.
    let heaviest = levels.filter_map(|level| level.iter().rev().max_by(|one, other| one.compare(other)));
    let pairs = heaviest.filter_map(move |heavy| Some((heavy, lightest?)));
    pairs.filter(|(heavy, light)| heavy.tenths_of(light) > MOST_TENTHS)
}

fn too_heavy(place: Range<usize>, heavy: &ClauseWeight<'_>, light: &ClauseWeight<'_>) -> Problem {
    let tenths = heavy.tenths_of(light);
    let (whole, rest) = (tenths / 10, tenths % 10);
    let times = if rest == 0 { whole.to_string() } else { format!("{whole}.{rest}") };
    let other = format!("{} {}", light.dimension.id.key(), light.clause);
    let message = text!(
        "this clause weighs {times} times as much as `{other}` in the score of its sub-domain",
        "此项在子域得分中的权重是 `{other}` 的 {times} 倍"
    );
    let help = text!(
        "split it, or join clauses that weigh little; up to ten times is well",
        "请拆分此项，或合并权重小的要求；相差十倍以内为宜"
    );
    Problem::new(place, message).help(help)
}
