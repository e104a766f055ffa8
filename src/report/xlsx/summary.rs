//! The first sheet: what was assessed, the levels down to the domains, and how to read them.

use super::sheet::{Column, Kind, Row, Sheet, Value, Weight};
use super::values;
use crate::lang::{Lang, Text};
use crate::model::{Model, Node, NodeKind};
use crate::report::kit::{kinds, rules, words};
use crate::scoring::{Outcome, Scored};
use crate::text::one_line;

pub(super) fn sheet(outcome: &Outcome<'_>, lang: Lang) -> Sheet {
    let title = text!("Maturity self-assessment", "成熟度自评估");
    let mut rows = vec![Row::Title(title.into_string(lang)), Row::Blank];
    rows.extend(about(outcome, lang));
    rows.push(Row::Blank);
    rows.extend(levels(outcome, lang));
    rows.push(Row::Blank);
    rows.extend(explanation(outcome.model, lang));
    rows.push(Row::Blank);
    rows.push(Row::Heading(text!("Where the model comes from", "模型的来源").into_string(lang)));
    rows.push(Row::Paragraph(one_line(outcome.model.source.get(lang))));
    let words = |most| Column { kind: Kind::Words, most };
    let level = Column { kind: Kind::Level, most: 12 };
    let number = Column { kind: Kind::Number, most: 12 };
    let columns =
        vec![words(40), level, words(12), words(20), number, number, number, number, number, words(34), words(40)];
    Sheet { name: text!("Summary", "概览").into_string(lang), columns, rows }
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
    let fields = [
        (text!("Team", "团队"), about.team.as_ref().map(line)),
        (text!("System", "系统"), about.system.as_ref().map(line)),
        (text!("Owner", "负责人"), about.owner.as_ref().map(line)),
        (text!("Confirmed on", "确认日期"), about.date.map(Value::Day)),
        (text!("Assessors", "评估人"), (!assessors.is_empty()).then(|| Value::Text(words::list(&assessors, lang)))),
        (areas_called, Some(Value::Text(words::list(&areas, lang)))),
        (text!("Answered", "已回答"), Some(Value::Text(coverage.into_string(lang)))),
        (text!("Exceptions", "例外"), excepted),
        (text!("Asked anew", "重新询问"), (!anew.is_empty()).then(|| Value::Text(words::list(&anew, lang)))),
        (text!("Levels", "级别"), Some(Value::Text(words::list(&levels, lang)))),
        (text!("Model", "模型"), Some(Value::Text(format!("{name} {}", model.version)))),
    ];
    let given = fields.into_iter().filter_map(|(name, value)| Some(Row::Field(name.into_string(lang), value?)));
    given.collect()
}

/// The whole, every area, and every domain below its area.
fn levels(outcome: &Outcome<'_>, lang: Lang) -> Vec<Row> {
    let header = [
        text!("", ""),
        text!("Level", "级别"),
        text!("Range", "区间"),
        text!("Name", "名称"),
        text!("Grade", "等级"),
        text!("Score", "得分"),
        text!("Answered", "已回答"),
        text!("Not applicable", "不适用"),
        kinds::dimensions(outcome.model),
        text!("State", "状态"),
        text!("Id", "ID"),
    ];
    let mut rows = vec![
        Row::Heading(text!("Levels", "级别").into_string(lang)),
        Row::Header(header.into_iter().map(|name| name.into_string(lang)).collect()),
    ];
    let nodes = outcome.overall.walk().into_iter();
    let shown = nodes.filter(|scored| match scored.node {
        Node::Model(_) => outcome.overall.children.len() > 1,
        node => node.kind() < NodeKind::SubDomain,
    });
    rows.extend(shown.map(|scored| row(outcome, scored, lang)));
    rows
}

fn row(outcome: &Outcome<'_>, scored: &Scored<'_>, lang: Lang) -> Row {
    let own = one_line(scored.node.name().get(lang));
    let (weight, name) = match scored.node {
        Node::Model(_) => (Weight::Strong, Value::Text(text!("Overall", "总体").into_string(lang))),
        node if node.area().is_some() => (Weight::Strong, Value::Text(own)),
        _ => (Weight::Normal, Value::Indented(own)),
    };
    let sure = scored.level.filter(|_| scored.is_certain());
    let called = sure.and_then(|level| outcome.model.level_name(level));
    let cells = vec![
        name,
        values::level(scored),
        values::range(scored),
        called.map_or(Value::Blank, |name| Value::line(name.get(lang))),
        values::grade(scored),
        values::score(scored),
        Value::count(scored.answered),
        Value::count(scored.not_applicable),
        Value::count(scored.total),
        values::state(scored, lang),
        Value::line(scored.node.id().as_str()),
    ];
    Row::Cells(weight, cells)
}

/// How the numbers come about.
fn explanation(model: &Model, lang: Lang) -> Vec<Row> {
    let heading = Row::Heading(rules::title().into_string(lang));
    let field = |(name, words): (Text, Text)| Row::Field(name.into_string(lang), Value::Text(words.into_string(lang)));
    std::iter::once(heading).chain(rules::rules(model).map(field)).collect()
}
