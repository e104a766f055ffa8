//! What the signs and the heads in tables of many standings mean, those that occur.

use super::signs::Signs;
use super::{kinds, words};
use crate::lang::Text;
use crate::model::Model;
use crate::rollup::{Distribution, Rollup, Standing};
use crate::scoring::State;

/// What the numbers of teams at the levels leave out: which teams have no level yet, and what counts as below a target.
pub(in crate::report) fn of_levels(rollup: &Rollup<'_>, shown: &[&Distribution<'_>]) -> Vec<Text> {
    let mut said = Vec::new();
    if shown.iter().any(|it| it.unknown > 0) {
        said.push(middle(rollup.view.model));
    }
    if shown.iter().any(|it| it.below.is_some()) {
        let Text { en, zh, .. } = kinds::one(rollup.view.model, rollup.view.model.sub_domain_storey());
        said.push(text!("Below are teams with at least {en} below its target.", "未达标的团队至少有{zh}低于目标。"));
    }
    said
}

/// Which teams the median and the lowest are of, and what is said of the others.
pub(in crate::report) fn middle(model: &Model) -> Text {
    if model.scoring.has_levels() {
        text!(
            "Median and lowest are over the teams whose level is certain, the median being the lower of two; unknown are those for whom open answers still decide it.",
            "中位和最低只计级别已确定的团队，中间有两个时取较低者；级别仍取决于未回答问题的团队为未定。",
        )
    } else {
        text!(
            "Median and lowest are over the scores of teams that have answered everything, the median being the lower of two; unknown are the others.",
            "中位和最低只计已全部回答的团队的得分，中间有两个时取较低者；其余团队为未定。",
        )
    }
}

/// What is marked in levels and scores: `1–2 ~2.19`.
pub(in crate::report) fn of_standings<'a>(all: impl Iterator<Item = &'a Standing>, signs: &Signs) -> Vec<Text> {
    let (mut is_open, mut range) = (false, None);
    for standing in all {
        is_open |= standing.state == State::Incomplete && standing.score.is_some();
        range = range.or_else(|| standing.worst.zip(standing.best).filter(|(worst, best)| worst != best));
    }
    let range = range.map(|(worst, best)| {
        let range = words::range(Some(worst), Some(best), signs);
        text!("{range} as open answers decide", "{range} 取决于未回答的问题")
    });
    let open = is_open.then(|| text!("~ provisional, some is unanswered", "~ 暂定，有问题未回答"));
    range.into_iter().chain(open).collect()
}

/// The same of the teams of a rollup, with what is counted of those that are held to targets.
pub(in crate::report) fn of_teams(rollup: &Rollup<'_>, signs: &Signs) -> Vec<Text> {
    let shown: Vec<_> = std::iter::once(0).chain(rollup.view.parts()).collect();
    let standings =
        rollup.lines.iter().flat_map(|line| shown.iter().filter_map(|place| line.standings[*place].as_ref()));
    let mut said = of_standings(standings, signs);
    if rollup.view.targets.is_some() {
        // A name of the model's own stands without an article: nobody knows which it takes.
        let Text { en, zh, .. } = kinds::within(rollup.view.model, rollup.view.model.sub_domain_storey());
        said.push(text!("Below: targets missed, counted by {en}", "未达标：低于目标的{zh}数"));
    }
    said
}
