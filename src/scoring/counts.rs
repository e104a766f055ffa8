//! What a claim counts as, in words: said alike by `set`, the interview and `explain`.

use super::level_of;
use crate::answers::{Answer, Claim};
use crate::lang::Text;
use crate::model::Dimension;
use crate::model::counting::Fraction;

/// `which counts as 5: nothing more is asked`, to stand after what is claimed; `None` where it counts as that.
///
/// Below the top, the levels that ask nothing are named: something is asked above them.
#[must_use]
pub fn counts_as(dimension: &Dimension, answer: &Answer) -> Option<Text> {
    let (claimed, level) = (answer.claim.as_ref()?.level()?, level_of(dimension, answer)?);
    if level == claimed {
        return None;
    }
    let unnamed = Answer { claim: Some(Claim::at(claimed)), ..answer.clone() };
    let is_passed = level_of(dimension, &unnamed) == Some(level);
    Some(match (is_passed, level == dimension.top()) {
        (true, true) => text!("which counts as {level}: nothing more is asked", "计为 {level}：没有更多要求"),
        (true, false) if level == claimed.next() => {
            text!("which counts as {level}: level {level} asks nothing more", "计为 {level}：级别 {level} 没有更多要求")
        }
        (true, false) => {
            let first = claimed.next();
            text!(
                "which counts as {level}: levels {first} to {level} ask nothing more",
                "计为 {level}：级别 {first} 到 {level} 没有更多要求"
            )
        }
        (false, _) => text!("which counts as {level} by the clauses named", "凭列明的要求计为 {level}"),
    })
}

/// `2 of 3 clauses met, 1 in part`: what an answer says where results have no levels. Excepted clauses are left out.
#[must_use]
pub fn clauses_met(dimension: &Dimension, answer: &Answer) -> Text {
    let asked: Vec<_> = dimension.all_clauses().map(|(id, _)| id).filter(|id| !answer.excepts(*id)).collect();
    let values = || asked.iter().map(|id| answer.value_of(*id));
    let met = values().filter(|value| *value == Fraction::ONE).count();
    let parts = values().filter(|value| (Fraction::ZERO < *value) && *value < Fraction::ONE).count();
    let all = asked.len();
    let clauses = if all == 1 { "clause" } else { "clauses" };
    match parts {
        0 => text!("{met} of {all} {clauses} met", "{all} 条要求满足 {met} 条"),
        _ => text!("{met} of {all} {clauses} met, {parts} in part", "{all} 条要求满足 {met} 条，部分满足 {parts} 条"),
    }
}
