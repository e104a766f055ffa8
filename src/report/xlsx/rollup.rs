//! Many teams as a workbook: where they stand node by node, team by team, and what would lift most.

use super::sheet::{Column, Decimal, Kind, Sheet, Value};
use super::workbook::Workbook;
use crate::lang::{Lang, Text};
use crate::model::{Level, Node};
use crate::report::kit::ramp::shades;
use crate::report::kit::signs::DRAWN;
use crate::report::kit::words;
use crate::report::kit::{levers, teams};
use crate::rollup::{Distribution, Line, Rollup, Standing};
use crate::scoring::{Score, State};
use crate::text::one_line;

/// The bytes of an `.xlsx` file; the same rollup gives the same bytes.
///
/// # Errors
///
/// More rows than a sheet can have.
pub fn rollup(rollup: &Rollup<'_>, lang: Lang) -> Result<Vec<u8>, Text> {
    let mut sheets = vec![parts(rollup, lang), team_sheet(rollup, lang), map(rollup, lang), lever_sheet(rollup, lang)];
    if !rollup.broken.is_empty() {
        sheets.push(broken(rollup, lang));
    }
    let workbook = Workbook {
        title: teams::heading(rollup, lang, &DRAWN),
        day: Some(rollup.day),
        lang,
        shades: shades(rollup.view.model),
        sheets,
    };
    workbook.bytes()
}

const fn words(most: usize) -> Column {
    Column { kind: Kind::Words, most }
}

const NUMBER: Column = Column { kind: Kind::Number, most: 12 };
const LEVEL: Column = Column { kind: Kind::Level, most: 12 };

fn level(level: Option<Level>) -> Value {
    level.map_or(Value::Blank, |level| Value::Number(level.0.into()))
}

fn count(count: Option<usize>) -> Value {
    count.map_or(Value::Blank, Value::count)
}

fn number(score: Option<&Score>) -> Value {
    score.map_or(Value::Blank, |score| Value::Score(Decimal::of(score, None)))
}

/// Every node, with how many teams stand where.
fn parts(rollup: &Rollup<'_>, lang: Lang) -> Sheet {
    let mut columns = vec![(text!("Part", "部分"), words(70)), (text!("Teams", "团队"), NUMBER)];
    columns.extend(rollup.view.levels().into_iter().map(|level| (text!("Level {level}", "级别 {level}"), NUMBER)));
    let has_levels = rollup.view.model.scoring.has_levels();
    let kind = if has_levels { LEVEL } else { NUMBER };
    columns.extend([
        (text!("Median", "中位"), kind),
        (text!("Lowest", "最低"), kind),
        (text!("Below", "未达标"), NUMBER),
        (text!("Unknown", "未定"), NUMBER),
        (text!("Not applicable", "不适用"), NUMBER),
        (text!("Up", "上升"), NUMBER),
        (text!("Down", "下降"), NUMBER),
        (text!("Id", "ID"), words(70)),
    ]);
    let row = |it: &Distribution<'_>| {
        let name = match it.node {
            Node::Model(_) => teams::name(rollup, it, lang),
            node => words::path(rollup.view.model, node, lang, &DRAWN),
        };
        let mut cells = vec![Value::line(&name), Value::count(it.teams)];
        cells.extend(it.levels.iter().map(|(_, teams)| Value::count(*teams)));
        cells.extend(if has_levels {
            [level(it.median), level(it.lowest)]
        } else {
            [number(it.median_score.as_ref()), number(it.lowest_score.as_ref())]
        });
        cells.extend([
            count(it.below),
            Value::count(it.unknown),
            Value::count(it.not_applicable),
            count(it.moved.map(|moved| moved.up)),
            count(it.moved.map(|moved| moved.down)),
            Value::line(it.node.id().as_str()),
        ]);
        cells
    };
    Sheet::list(text!("Parts", "各部分"), &columns, rollup.distributions.iter().map(row).collect(), lang)
}

/// What stands before every team's results.
fn about(line: &Line<'_>) -> [Value; 4] {
    let said = |words: Option<&String>| words.map_or(Value::Blank, |words| Value::line(words));
    let date = line.date.map_or(Value::Blank, Value::Day);
    [said(line.team.as_ref()), said(line.system.as_ref()), Value::line(&line.path), date]
}

fn about_columns() -> [(Text, Column); 4] {
    [
        (text!("Team", "团队"), words(34)),
        (text!("System", "系统"), words(34)),
        (text!("File", "文件"), words(44)),
        (text!("Date", "日期"), NUMBER),
    ]
}

/// Every team with the level and the score of the whole and its parts.
fn team_sheet(rollup: &Rollup<'_>, lang: Lang) -> Sheet {
    let (nodes, places) = (rollup.view.nodes(), std::iter::once(0).chain(rollup.view.parts()).collect::<Vec<_>>());
    let has_levels = rollup.view.model.scoring.has_levels();
    let mut columns: Vec<_> = about_columns().into();
    columns.push((text!("Areas", "领域"), words(40)));
    for place in &places {
        let Text { en, zh, .. } = name(nodes[*place]);
        if has_levels {
            columns.push((text!("{en}: level", "{zh}：级别"), LEVEL));
            columns.push((text!("{en}: at best", "{zh}：最好情况"), LEVEL));
        }
        columns.push((text!("{en}: score", "{zh}：得分"), NUMBER));
    }
    columns.extend([
        (text!("Answered", "已回答"), NUMBER),
        (text!("Not applicable", "不适用"), NUMBER),
        (text!("Dimensions", "维度"), NUMBER),
        (text!("Sub-domains below target", "未达标的子域"), NUMBER),
    ]);
    let metrics = rollup.metrics();
    for metric in &metrics {
        let (name, Text { en: unit, zh: unit_zh, .. }) = (metric.name(), metric.least_unit());
        let Text { en, zh, .. } = name.clone();
        columns.push((name, words(16)));
        columns.push((text!("{en}: {unit}", "{zh}：{unit_zh}"), NUMBER));
    }
    let row = |line: &Line<'_>| {
        let mut cells: Vec<_> = about(line).into();
        cells.push(Value::line(&teams::areas(rollup.view.model, &line.scope, lang)));
        for place in &places {
            let own = line.standings[*place].as_ref();
            if has_levels {
                cells.extend([level(own.and_then(Standing::level)), level(own.and_then(|own| own.best))]);
            }
            cells.push(score(own));
        }
        let of_top = |value: fn(&Standing) -> usize| count(line.top().map(value));
        cells.extend([of_top(|top| top.answered), of_top(|top| top.not_applicable), of_top(|top| top.total)]);
        cells.push(count(line.top().and_then(|top| top.held).map(|held| held.below)));
        for metric in &metrics {
            cells.extend(line.outcomes.get(metric).map_or([Value::Blank, Value::Blank], |measured| {
                [Value::line(&measured.to_string()), Value::Score(measured.in_least_unit().into())]
            }));
        }
        cells
    };
    Sheet::list(text!("Teams", "团队"), &columns, rollup.lines.iter().map(row).collect(), lang)
}

fn name(node: Node<'_>) -> Text {
    match node {
        Node::Model(_) => text!("Overall", "总体"),
        node => node.name().clone(),
    }
}

fn score(standing: Option<&Standing>) -> Value {
    let Some((it, score)) = standing.and_then(|it| Some((it, it.score.as_ref()?))) else { return Value::Blank };
    let number = Decimal::of(score, None);
    if it.state == State::Incomplete { Value::Provisional(number) } else { Value::Score(number) }
}

/// Teams by sub-domains, each cell the level where that is certain, or the score.
fn map(rollup: &Rollup<'_>, lang: Lang) -> Sheet {
    let nodes = rollup.view.nodes();
    let places: Vec<_> = (0..nodes.len()).filter(|place| nodes[*place].sub_domain().is_some()).collect();
    let mut columns: Vec<_> = about_columns().into();
    let has_levels = rollup.view.model.scoring.has_levels();
    let kind = if has_levels { LEVEL } else { NUMBER };
    columns.extend(places.iter().map(|place| (name(nodes[*place]), kind)));
    let row = |line: &Line<'_>| {
        let cell = |place: &usize| match line.standings[*place].as_ref() {
            own if has_levels => level(own.and_then(Standing::level)),
            own => score(own),
        };
        about(line).into_iter().chain(places.iter().map(cell)).collect()
    };
    Sheet::list(text!("Heat map", "热力图"), &columns, rollup.lines.iter().map(row).collect(), lang)
}

fn lever_sheet(rollup: &Rollup<'_>, lang: Lang) -> Sheet {
    let columns = [
        (text!("Statement", "要求"), words(80)),
        (text!("Teams", "团队"), NUMBER),
        (text!("All that is missing for", "只差这一条的团队"), NUMBER),
        (text!("Perhaps", "可能"), NUMBER),
        (text!("Adds to scores", "合计提高得分"), NUMBER),
        (text!("Stands in", "所在维度"), words(60)),
        (text!("Clauses", "要求编号"), words(80)),
    ];
    let rows = rollup.levers.iter().map(|lever| {
        let path = lever
            .places
            .first()
            .map(|(dimension, _)| words::path(rollup.view.model, Node::Dimension(dimension), lang, &DRAWN));
        vec![
            Value::Text(one_line(lever.text.get(lang)).into_owned()),
            Value::count(lever.teams),
            Value::count(lever.alone),
            Value::count(lever.perhaps),
            number(lever.added.as_ref()),
            Value::Text(path.unwrap_or_default()),
            Value::Text(levers::clauses(lever).join("\n")),
        ]
    });
    Sheet::list(text!("Levers", "杠杆"), &columns, rows.collect(), lang)
}

fn broken(rollup: &Rollup<'_>, lang: Lang) -> Sheet {
    let columns = [
        (text!("File", "文件"), words(60)),
        (text!("Line", "行"), NUMBER),
        (text!("Column", "列"), NUMBER),
        (text!("Problem", "问题"), words(80)),
        (text!("Problems", "问题数"), NUMBER),
    ];
    let rows = rollup.broken.iter().map(|it| {
        vec![
            Value::line(&it.path),
            count(it.position.map(|(line, _)| line)),
            count(it.position.map(|(_, column)| column)),
            Value::line(it.message.get(lang)),
            Value::count(it.count),
        ]
    });
    Sheet::list(text!("Not read", "未读取"), &columns, rows.collect(), lang)
}
