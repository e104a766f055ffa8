//! The rules by which levels and scores are worked out, in short.

use crate::lang::Text;
use crate::model::Model;
use crate::report::kit::kinds;

/// The title over the rules.
pub(in crate::report) fn title() -> Text {
    text!("How levels are worked out", "级别的计算方法")
}

/// What each word means, in the order in which they build on one another.
pub(in crate::report) fn rules(model: &Model) -> [(Text, Text); 7] {
    let (floor, (level, below)) = (model.floor, model.example_levels());
    let Text { en: leaf, zh: leaf_zh, .. } = kinds::within(model, model.storeys());
    [
        (
            text!("Answer", "答案"),
            text!(
                "Each question is about one {leaf}. Its answer claims a level, and may name single clauses above it that are already true.",
                "每个问题针对一个{leaf_zh}。答案给出一个级别，还可以注明更高级别中已经满足的要求。"
            ),
        ),
        (
            text!("Level of each {leaf}", "{leaf_zh}的级别"),
            text!(
                "The highest level for which nothing is missing. A level may replace what lower ones ask or add to it; what has been replaced is no longer asked, however the level was reached. Where a level asks nothing new, it is passed.",
                "不缺任何要求的最高级别。每一级或取代、或补充以下各级的要求；无论怎样达到这一级，已被取代的都不再要求。某一级没有新要求时自动通过。"
            ),
        ),
        (text!("Level above that", "上层的级别"), levels_above(model)),
        (
            text!("Grade", "等级"),
            text!(
                "{below} means all of level {below}. {level}- means all of level {below} and some of level {level}.",
                "{below} 表示达到级别 {below} 的全部要求；{level}- 表示在此之上还满足级别 {level} 的部分要求。"
            ),
        ),
        (text!("Score", "得分"), score(model)),
        (
            text!("Not applicable", "不适用"),
            text!("Needs a reason, and is left out of every level and score.", "必须说明原因，不计入任何级别和得分。"),
        ),
        (
            text!("Unanswered", "未回答"),
            text!(
                "Makes the result a range: from the level if every open question were at {floor}, to the level by what is answered; where the two are the same, the level is certain. A score marked ~ is provisional.",
                "结果以区间表示：下限假设未回答的问题都处于级别 {floor}，上限仅按已回答的问题计算；两者相同时，级别已确定。带 ~ 的得分为暂定值。"
            ),
        ),
    ]
}

fn levels_above(model: &Model) -> Text {
    if !model.has_own_kinds() {
        return text!(
            "A sub-domain is at the lowest level of its dimensions, a domain at that of its sub-domains, and so on up to the whole.",
            "子域取其各维度中的最低级别，域取其各子域中的最低级别，依此类推直至总体。"
        );
    }
    let Text { en, zh, .. } = kinds::within(model, model.sub_domain_storey());
    text!(
        "Each {en} is at the lowest level of what is below it, and so on up to the whole.",
        "{zh}取其下最低的级别，依此类推直至总体。"
    )
}

fn score(model: &Model) -> Text {
    let floor = model.floor;
    let Text { en: part, zh: part_zh, .. } = kinds::within(model, model.sub_domain_storey());
    if model.has_weights() {
        return text!(
            "For each {part}: {floor}, plus for each higher level the share of its clauses that is met. Above that, the mean. Both by the weights of the model. A score is never below the level.",
            "{part_zh}得分：以 {floor} 为起点，加上其上各级已满足要求的比例；再往上取平均值。两者均按模型规定的权重计。得分不会低于级别。"
        );
    }
    text!(
        "For each {part}: {floor}, plus for each higher level the share of its clauses that is met. Above that, the mean. A score is never below the level.",
        "{part_zh}得分：以 {floor} 为起点，加上其上各级已满足要求的比例；再往上取平均值。得分不会低于级别。"
    )
}
