//! The first sheet: what was assessed, the levels down to the domains, and how to read them.

use super::sheet::{Chart, Column, Kind, Row, Sheet, Value, Weight};
use super::values;
use crate::lang::{Lang, Text};
use crate::model::{Model, Node, NodeKind};
use crate::report::input::Comparison;
use crate::report::kit::signs::DRAWN;
use crate::report::kit::{kinds, moves, rules, words};
use crate::scoring::{Outcome, Scored};
use crate::text::one_line;

/// The place of the column of scores.
const SCORE: u16 = 4;
/// The most columns of what was said before and is now.
const WORDS: usize = 400;

pub(super) fn sheet(outcome: &Outcome<'_>, earlier: Option<&Comparison<'_, '_>>, lang: Lang) -> Sheet {
    let title = text!("Maturity self-assessment", "成熟度自评估");
    let mut rows = vec![Row::Title(title.into_string(lang)), Row::Blank];
    rows.extend(about(outcome, lang));
    rows.extend(earlier.into_iter().flat_map(|comparison| compared(comparison, lang)));
    rows.push(Row::Blank);
    rows.extend(levels(outcome, lang));
    let table = rows.iter().rposition(|row| matches!(row, Row::Header(_))).unwrap_or_default();
    rows.push(Row::Chart(Chart {
        title: text!("Scores", "得分").into_string(lang),
        rows: (table + 1, rows.len() - 1),
        columns: (0, SCORE),
        bounds: values::bounds(outcome.model),
    }));
    rows.extend(explanation(outcome.model, lang));
    rows.push(Row::Blank);
    rows.push(Row::Heading(text!("Where the model comes from", "模型的来源").into_string(lang)));
    rows.push(Row::Paragraph(one_line(outcome.model.source.get(lang)).into_owned()));
    let words = |most| Column { kind: Kind::Words, most };
    let level = Column { kind: Kind::Level, most: 12 };
    let (least, most) = values::bounds(outcome.model);
    let score = Column { kind: Kind::Scale(least, most), most: 12 };
    let standing = values::standing_columns(outcome.model).map(|(_, column)| column);
    let columns = [&[words(40), level, words(12), words(20), score][..], &standing, &[words(40)]].concat();
    Sheet { name: text!("Summary", "概览").into_string(lang), columns, rows, choices: Vec::new(), entry: None }
}

/// What it is compared with, and what that comes to.
fn compared(comparison: &Comparison<'_, '_>, lang: Lang) -> Vec<Row> {
    let about = &comparison.old.answers.assessment;
    let undated = text!("no date given", "未注明日期");
    let day = about.date.map_or_else(|| undated.into_string(lang), |date| date.to_string());
    let with = about.team.iter().map(|team| one_line(team).into_owned()).chain([day]).collect::<Vec<_>>();
    let field = |name: Text, words: String| Row::Field(name.into_string(lang), Value::Text(words));
    let mut rows = vec![
        field(text!("Compared with", "对比"), words::list(&with, lang)),
        field(text!("What moved", "变化"), moves::counts(comparison).into_string(lang)),
    ];
    let remarks = moves::remarks(comparison, lang).into_iter();
    let said = moves::about_changes(comparison).into_iter().map(|said| said.line(WORDS, lang, &DRAWN));
    rows.extend(remarks.chain(said).map(Row::Paragraph));
    rows
}

/// Who assessed what, and when; what is not said is left out.
fn about(outcome: &Outcome<'_>, lang: Lang) -> Vec<Row> {
    let (model, about) = (outcome.model, &outcome.answers.assessment);
    let line = |words: &String| Value::line(words);
    let areas: Vec<_> = outcome.overall.children.iter().map(|area| one_line(area.node.name().get(lang))).collect();
    let assessors: Vec<_> = about.assessors.iter().map(|name| one_line(name)).collect();
    let levels: Vec<_> = model.all_levels().map(|level| words::named_level(model, level, lang)).collect();
    let name = one_line(model.name.get(lang));
    let (answered, total) = (outcome.overall.answered, outcome.overall.total);
    let excused = outcome.overall.not_applicable;
    let coverage = text!("{answered} of {total}, {excused} not applicable", "{answered}/{total}，{excused} 项不适用");
    let excepted = words::excepted(outcome.overall.excepted).map(|words| Value::Text(words.into_string(lang)));
    let anew: Vec<_> = outcome.asked_anew().iter().map(|scored| one_line(scored.node.name().get(lang))).collect();
    let areas_called = if model.has_own_kinds() { kinds::heading(model, 1) } else { text!("Areas", "领域") };
    let outcomes = &outcome.answers.outcomes;
    let measured: Vec<_> =
        outcomes.iter().map(|(metric, value)| format!("{} {value}", metric.name().get(lang))).collect();
    let fields = [
        (text!("Team", "团队"), about.team.as_ref().map(line)),
        (text!("System", "系统"), about.system.as_ref().map(line)),
        (text!("Owner", "负责人"), about.owner.as_ref().map(line)),
        (text!("Confirmed on", "确认日期"), about.date.map(Value::Day)),
        (text!("Assessors", "评估人"), (!assessors.is_empty()).then(|| Value::Text(words::list(&assessors, lang)))),
        (areas_called, Some(Value::Text(words::list(&areas, lang)))),
        (text!("Answered", "已回答"), Some(Value::Text(coverage.into_string(lang)))),
        (text!("Exceptions", "例外"), excepted),
        (text!("Outcomes", "成效指标"), (!measured.is_empty()).then(|| Value::Text(words::list(&measured, lang)))),
        (text!("Asked anew", "重新询问"), (!anew.is_empty()).then(|| Value::Text(words::list(&anew, lang)))),
        (text!("Levels", "级别"), Some(Value::Text(words::list(&levels, lang)))),
        (text!("Model", "模型"), Some(Value::Text(format!("{name} {}", model.version)))),
    ];
    let given = fields.into_iter().filter_map(|(name, value)| Some(Row::Field(name.into_string(lang), value?)));
    given.collect()
}

/// The whole, every area, and every domain below its area.
fn levels(outcome: &Outcome<'_>, lang: Lang) -> Vec<Row> {
    let header =
        [text!("", ""), text!("Level", "级别"), text!("Range", "区间"), text!("Name", "名称"), text!("Score", "得分")];
    let standing = values::standing_columns(outcome.model).map(|(name, _)| name);
    let header = header.into_iter().chain(standing).chain([text!("Id", "ID")]);
    let mut rows = vec![
        Row::Heading(text!("Levels", "级别").into_string(lang)),
        Row::Header(header.map(|name| name.into_string(lang)).collect()),
    ];
    let nodes = outcome.overall.walk();
    let shown = nodes.filter(|scored| match scored.node {
        Node::Model(_) => outcome.overall.children.len() > 1,
        node => node.kind() < NodeKind::SubDomain,
    });
    rows.extend(shown.map(|scored| row(outcome, scored, lang)));
    rows
}

fn row(outcome: &Outcome<'_>, scored: &Scored<'_>, lang: Lang) -> Row {
    let own = one_line(scored.node.name().get(lang)).into_owned();
    let (weight, name) = match scored.node {
        Node::Model(_) => (Weight::Strong, Value::Text(text!("Overall", "总体").into_string(lang))),
        node if node.area().is_some() => (Weight::Strong, Value::Text(own)),
        _ => (Weight::Normal, Value::Indented(own)),
    };
    let sure = scored.level.filter(|_| scored.is_certain());
    let called = sure.and_then(|level| outcome.model.level_name(level));
    let mut cells = vec![
        name,
        values::level(scored),
        values::range(scored),
        called.map_or(Value::Blank, |name| Value::line(name.get(lang))),
        values::score(scored),
    ];
    cells.extend(values::standing(scored, lang));
    cells.push(Value::line(scored.node.id().as_str()));
    Row::Cells(weight, cells)
}

/// How the numbers come about.
fn explanation(model: &Model, lang: Lang) -> Vec<Row> {
    let heading = Row::Heading(rules::title().into_string(lang));
    let field = |(name, words): (Text, Text)| Row::Field(name.into_string(lang), Value::Text(words.into_string(lang)));
    std::iter::once(heading).chain(rules::rules(model).map(field)).collect()
}
