//! The first screen: what this is, and the ways to begin.

use super::choices::{self, numbered, pointed};
use crate::interview::setup::extent::Extent;
use crate::interview::setup::{Setup, Start, Step};
use crate::lang::Text;
use crate::model::Model;
use crate::report::kit::kinds;
use crate::report::kit::style::Style;
use crate::report::kit::words;
use crate::text::{blanks, one_line, pad, width, wrap};

/// What this is, as far as there is room above the ways to begin.
pub(super) fn draw(setup: &Setup<'_>, style: &Style, room: usize) -> Vec<String> {
    let name = one_line(setup.model().name.get(style.lang));
    let mut about: Vec<_> = wrap(&name, style.width, "", "").iter().map(|line| style.colors.bold(line)).collect();
    let lines = explain(setup, style).into_iter().flat_map(|words| wrap(&words, style.width, "", "  "));
    about.extend(lines.map(|line| line.replace(NO_BREAK, " ")));
    let ways = if let [start] = setup.starts() { the_one_way(setup, *start, style) } else { starts(setup, style) };
    let room = room.saturating_sub(ways.len());
    about.truncate(room);
    if about.len() + 1 < room {
        about.insert(1, String::new());
    }
    if about.len() < room {
        about.push(String::new());
    }
    about.into_iter().chain(ways).collect()
}

/// Keeps the number of a level on the line of its name while lines are made; no terminal is sent one.
const NO_BREAK: &str = "\u{a0}";

fn explain(setup: &Setup<'_>, style: &Style) -> [String; 5] {
    let (model, lang) = (setup.model(), style.lang);
    let Extent { sub_domains, questions, .. } = setup.extent(Start::Everything, lang).0;
    let asked = kinds::questions(questions);
    let areas = setup.choices().iter().filter(|choice| choice.is_ticked).count();
    let Text { en: parts, zh: parts_zh, .. } = kinds::several(model, model.sub_domain_storey(), sub_domains);
    let Text { en: whole, zh: whole_zh, .. } = kinds::several(model, 1, areas);
    let what = match areas {
        // The areas of two storeys are the parts themselves.
        1 | 2.. if areas == 1 || model.storeys() == 2 => text!(
            "{asked} in {parts}: someone reads, the team agrees, one key answers.",
            "{parts_zh}，{questions} 个问题：一人朗读，团队商定，一键作答。"
        ),
        _ => text!(
            "{asked} in {parts} of {whole}: someone reads, the team agrees, one key answers.",
            "{whole_zh}，{parts_zh}，{questions} 个问题：一人朗读，团队商定，一键作答。"
        ),
    };
    let [first, second, third] = how_it_is_answered(model, style);
    let saved = text!(
        "Every answer is saved at once; q stops anywhere, the same command goes on.",
        "每个答案都会立即保存；随时可按 q 停下，再运行同一命令即可继续。"
    );
    [what, first, second, third, saved].map(|text| text.into_string(lang))
}

/// What the levels are and when one holds; without levels, what is ticked.
fn how_it_is_answered(model: &Model, style: &Style) -> [Text; 3] {
    if !model.scoring.has_levels() {
        return [
            text!("Each question is answered by its statements.", "每个问题按其各条陈述作答。"),
            text!(
                "Tick those that hold for you; none of them is an answer too.",
                "勾选符合的陈述；一条也不符合同样是答案。"
            ),
            text!("The score is what is met of all that is asked.", "得分按所问要求中已满足的部分计算。"),
        ];
    }
    let named = |level| words::named_level(model, level, style.lang).replacen(' ', NO_BREAK, 1);
    let levels: Vec<_> = model.all_levels().map(named).collect();
    let (count, levels, dot) = (levels.len(), words::list(&levels, style.lang), style.signs().bullet);
    [
        text!("{count} levels: {levels}.", "{count} 个级别：{levels}。"),
        text!(
            "You are at a level when every statement of it holds for you.",
            "某一级别的每条陈述都符合，才算达到该级别。"
        ),
        text!(
            "What follows a “{dot}” is typical of a level; nobody has to have it.",
            "“{dot}”后面只是该级别的典型表现，不作要求。"
        ),
    ]
}

/// How long it takes, where there is one way to begin.
fn the_one_way(setup: &Setup<'_>, start: Start, style: &Style) -> Vec<String> {
    let Text { en, zh, .. } = words::about(setup.extent(start, style.lang).1.minutes);
    let takes = text!("All of it takes {en}.", "全部答完{zh}。");
    wrap(takes.get(style.lang), style.width, "", "").iter().map(|line| style.colors.bold(line)).collect()
}

/// What is asked, and a line for each way to begin, with how long it takes.
fn starts(setup: &Setup<'_>, style: &Style) -> Vec<String> {
    let names: Vec<_> =
        setup.starts().iter().map(|start| name(*start, setup.model()).into_string(style.lang)).collect();
    let columns = names.iter().map(|name| width(name)).max().unwrap_or_default();
    let mut lines = vec![style.colors.bold(choices::asked(Step::Start, setup.model()).get(style.lang))];
    for (place, (start, name)) in setup.starts().iter().zip(&names).enumerate() {
        let first = format!("{}  {}  ", numbered(setup, place, style), pad(name, columns));
        let indent = blanks(width(&first));
        let words = extent(setup, *start, style);
        let rows = wrap(words.get(style.lang), style.width, &first, &indent);
        lines.extend(rows.iter().map(|row| pointed(setup, place, row, style)));
    }
    lines
}

fn name(start: Start, model: &Model) -> Text {
    let Text { en, zh, .. } = kinds::within(model, 1);
    match start {
        Start::FirstPicture => text!("A first picture", "快速概览"),
        Start::OneArea => text!("One {en}", "一个{zh}"),
        Start::Everything => text!("Everything", "全部"),
    }
}

fn extent(setup: &Setup<'_>, start: Start, style: &Style) -> Text {
    let model = setup.model();
    let (least, most) = setup.extent(start, style.lang);
    let (questions, Text { en, zh, .. }) = (most.questions, words::about_range(least.minutes, most.minutes));
    let asked = kinds::questions(questions);
    match start {
        Start::FirstPicture => {
            let Text { en: part, zh: part_zh, .. } = kinds::within(model, model.sub_domain_storey());
            text!("{asked}, one in each {part}: {en}", "{questions} 题，每个{part_zh}一题：{zh}")
        }
        Start::OneArea => {
            let least = least.questions;
            if least == questions {
                text!("{asked}: {en}", "{questions} 题：{zh}")
            } else {
                text!("{least} to {asked}: {en}", "{least} 到 {questions} 题：{zh}")
            }
        }
        Start::Everything if most.takes_several_sittings() => {
            text!("{asked}, in several sittings: {en}", "{questions} 题，可分几次完成：{zh}")
        }
        Start::Everything => text!("{asked}: {en}", "{questions} 题：{zh}"),
    }
}
