//! Wordings about what would lift most teams.

use super::kinds;
use super::teams::count;
use crate::lang::Text;
use crate::model::Model;
use crate::rollup::{Lever, Rollup};

/// `7 teams, for 2 of them all that is missing, perhaps 1 more`.
pub(in crate::report) fn reach(model: &Model, lever: &Lever<'_>) -> Text {
    let (teams, perhaps, alone) = (count(lever.teams), lever.perhaps, lever.alone);
    if let Some(added) = &lever.added {
        let (added, Text { en, zh, .. }) = (added.above_zero(), teams);
        return text!("{en}, adding {added} to their scores together", "{zh}，合计可提高得分 {added}");
    }
    let Text { mut en, mut zh, .. } = teams;
    let Text { en: part, zh: part_zh, .. } = kinds::within(model, model.sub_domain_storey());
    let one_zh = kinds::one(model, model.sub_domain_storey()).zh;
    if alone == lever.teams && alone > 1 {
        en = format!("{en}, and for each of them all that one {part} lacks").into();
        zh = format!("{zh}，各有{one_zh}只差这一条").into();
    } else if alone == 1 && lever.teams == 1 {
        en = format!("{en}, and all that one {part} of it lacks").into();
        zh = format!("{zh}，其有{part_zh}只差这一条").into();
    } else if alone > 0 {
        en = format!("{en}, for {alone} of them all that one {part} lacks").into();
        zh = format!("{zh}，其中 {alone} 个有{part_zh}只差这一条").into();
    }
    match (lever.teams, perhaps) {
        (_, 0) => Text::new(en, zh),
        (0, _) => text!("perhaps {perhaps}", "可能有 {perhaps} 个团队"),
        _ => text!("{en}, perhaps {perhaps} more", "{zh}，可能还有 {perhaps} 个"),
    }
}

/// What the levers lead to.
pub(in crate::report) fn title(rollup: &Rollup<'_>) -> Text {
    match rollup.view.targets {
        None if !rollup.view.model.scoring.has_levels() => {
            text!("Levers: what would raise the scores of all most", "杠杆：合计最能提高得分的要求")
        }
        None => text!("Levers: what would lift most teams to a next level", "杠杆：能让最多团队升级的要求"),
        Some(_) => text!("Levers: what most teams lack for their targets", "杠杆：最多团队距目标尚缺的要求"),
    }
}

/// The full names of the clauses of a lever: `delivery.configuration.version-control.branching.3.2`.
pub(in crate::report) fn clauses(lever: &Lever<'_>) -> Vec<String> {
    lever.places.iter().map(|(dimension, clause)| format!("{}.{clause}", dimension.id)).collect()
}
