//! What a claim counts as, in words: said alike by `set`, the interview and `explain`.

use super::level_of;
use crate::answers::{Answer, ByClause, Claim};
use crate::lang::Text;
use crate::model::Dimension;

/// `which counts as 5: nothing more is asked`, to stand after what is claimed; `None` where it counts as that.
///
/// Below the top, the levels that ask nothing are named: something is asked above them.
#[must_use]
pub fn counts_as(dimension: &Dimension, answer: &Answer) -> Option<Text> {
    let (claimed, level) = (answer.claim.as_ref()?.level()?, level_of(dimension, answer)?);
    if level == claimed {
        return None;
    }
    let unnamed = Answer { claim: Some(Claim::at(claimed)), degrees: ByClause::new(), ..answer.clone() };
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
