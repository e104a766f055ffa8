//! The heat map: every sub-domain with its level on its shade, its score and the share met of every level, and what holds
//! it down.

use super::sheet::{Column, Kind, Sheet, Value};
use super::values;
use crate::lang::{Lang, Text};
use crate::model::Level;
use crate::report::input::Comparison;
use crate::report::kit::{kinds, words};
use crate::scoring::{Asked, Outcome, Scored, Share};
use crate::text::one_line;

pub(super) fn sheet(outcome: &Outcome<'_>, earlier: Option<&Comparison<'_, '_>>, lang: Lang) -> Sheet {
    let sub_domains = outcome.overall.sub_domains().map(|(sub_domain, scored)| (sub_domain, scored, scored.shares()));
    let sub_domains: Vec<_> = sub_domains.collect();
    // The levels of which a share counts anywhere.
    let has_share = |level: &Level| sub_domains.iter().any(|(.., shares)| shares.iter().any(|it| it.level == *level));
    let above: Vec<_> = outcome.model.levels_above_floor().filter(has_share).collect();
    let mut rows = Vec::new();
    let mut before: Vec<String> = Vec::new();
    for (sub_domain, scored, shares) in &sub_domains {
        let names = values::names(outcome.model, &sub_domain.id, lang);
        let mut cells: Vec<_> = (0..names.len()).map(|depth| name(&names, &before, depth)).collect();
        let then = |value: fn(&Scored<'_>) -> Value| {
            earlier.map(|it| it.old.overall.find(sub_domain.id.as_str()).map_or(Value::Blank, value))
        };
        // Where there is an earlier assessment, what stood there comes first.
        cells.extend(then(values::level).into_iter().chain([values::level(scored)]));
        cells.extend(then(values::score).into_iter().chain([values::score(scored)]));
        cells.extend(above.iter().map(|level| share(shares, *level)));
        cells.extend([values::range(scored), values::worst(scored)]);
        cells.extend(values::standing(scored, lang));
        cells.extend([held_by(scored, lang), Value::line(sub_domain.id.as_str())]);
        rows.push(cells);
        before = names;
    }
    Sheet::list(text!("Heat map", "热力图"), &columns(outcome, earlier, &above, lang), rows, lang)
}

fn columns(
    outcome: &Outcome<'_>,
    earlier: Option<&Comparison<'_, '_>>,
    above: &[Level],
    lang: Lang,
) -> Vec<(Text, Column)> {
    let words = |most| Column { kind: Kind::Words, most };
    let narrow = |kind| Column { kind, most: 12 };
    let (lowest, highest) = values::bounds(outcome.model);
    let score = narrow(Kind::Scale(lowest, highest));
    let compared = |column: (Text, Column)| earlier.map(|_| column);
    let last = outcome.model.sub_domain_storey();
    let of_storey = |storey| (kinds::heading(outcome.model, storey), words(width_of(storey, last)));
    let mut columns: Vec<_> = (1..=last).map(of_storey).collect();
    columns.extend(compared((text!("Earlier level", "此前级别"), narrow(Kind::Level))));
    columns.push((text!("Level", "级别"), narrow(Kind::Level)));
    columns.extend(compared((text!("Earlier score", "此前得分"), score)));
    columns.push((text!("Score", "得分"), score));
    columns.extend(above.iter().map(|level| {
        let name = words::named_level(outcome.model, *level, lang);
        (text!("{name}: met", "{name}：已满足"), narrow(Kind::Scale(0.0, 1.0)))
    }));
    columns.extend([(text!("Range", "区间"), words(12)), (text!("At worst", "最坏情况"), narrow(Kind::Number))]);
    columns.extend(values::standing_columns(outcome.model));
    columns.extend([(text!("Weakest dimensions", "受限于"), words(70)), (text!("Id", "ID"), words(70))]);
    columns
}

/// The share met of a level; blank where nothing is asked.
fn share(shares: &[Share], level: Level) -> Value {
    let share = shares.iter().find(|share| share.level == level && share.asked != Asked::Nothing);
    share.map_or(Value::Blank, |share| Value::share(&share.met))
}

/// The most characters of a column of names.
fn width_of(storey: usize, last: usize) -> usize {
    match storey {
        _ if storey == last => 40,
        1 => 28,
        _ => 34,
    }
}

/// A name of the path; one that also stands in the row above, under the same names, is a repetition.
fn name(names: &[String], above: &[String], depth: usize) -> Value {
    let name = names[depth].clone();
    if above.get(..=depth) == names.get(..=depth) { Value::Repeated(name) } else { Value::Text(name) }
}

/// The dimensions whose level is the sub-domain's.
fn held_by(scored: &Scored<'_>, lang: Lang) -> Value {
    let limiting = scored.limiting();
    if limiting.is_empty() {
        return Value::Blank;
    }
    let names: Vec<_> = limiting.iter().map(|dimension| one_line(dimension.name.get(lang))).collect();
    Value::Text(words::list(&names, lang))
}
