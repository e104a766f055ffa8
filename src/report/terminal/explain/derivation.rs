//! How a level came about: which dimension held it, which clauses are missing, what N/A and unanswered do to it.

use super::page::ExplainDocument;
use crate::answers::{Answer, Claim, FileText, Grade};
use crate::lang::Text;
use crate::model::{Dimension, Model, Node};
use crate::report::kit::scores::degrees;
use crate::report::kit::style::Style;
use crate::report::kit::words;
use crate::scoring::{Asked, Derivation, Next, Passage, Scored, Share, Stop};
use crate::text::one_line;

/// The steps, numbered.
pub(super) fn steps(page: &mut ExplainDocument<'_>, model: &Model, result: &Scored<'_>, file: &FileText) {
    let title = page.say(&text!("How the level came about", "级别是怎么得出的"));
    page.title(&title);
    let steps = match result.node {
        Node::Dimension(dimension) => of_dimension(model, dimension, result, file),
        node if node.sub_domain().is_some() => of_sub_domain(page, model, result),
        _ => of_parent(page, model, result),
    };
    for (step, number) in steps.iter().zip(1..) {
        page.paragraph(&format!("{number}. "), step.get(page.style.lang));
    }
    if result.node.sub_domain().is_some() || result.node.dimension().is_some() {
        missing(page, model, result);
    }
}

fn of_dimension(model: &Model, dimension: &Dimension, result: &Scored<'_>, file: &FileText) -> Vec<Text> {
    let Some(answer) = result.answer.filter(|answer| answer.claim.is_some()) else {
        let worst = result.worst.unwrap_or(dimension.floor());
        return vec![
            text!("There is no answer yet", "尚未回答"),
            text!(
                "Until there is, the sub-domain is incomplete; at worst this dimension counts as level {worst}",
                "回答之前，所属子域不完整；最坏情况下该维度按级别 {worst} 计"
            ),
        ];
    };
    let (line, Text { en, zh, .. }) = (file.line(answer.offset), words::claim(Some(answer)));
    let mut steps = vec![text!("The answer (line {line}) claims {en}", "答案（第 {line} 行）：{zh}")];
    let Some(claim) = &answer.claim else { return steps };
    if !answer.degrees.is_empty() {
        let Text { en, zh, .. } = degrees(&model.scoring, answer);
        steps.push(text!("Met so far, by the degrees given: {en}", "所填的满足程度：{zh}"));
    }
    for (id, exception) in &answer.except {
        let Text { en, zh, .. } = words::exception(*id, exception);
        steps.push(text!("Excepted, and so not asked: {en}", "例外，因此不作要求：{zh}"));
    }
    let Some(level) = result.level else {
        steps.push(text!(
            "It is left out of every level and every score, and listed as not applicable",
            "不计入任何级别和得分，并列为不适用"
        ));
        return steps;
    };
    if let Claim::PartOf(part) = claim {
        steps.push(text!(
            "Level {level} is reached; which clauses of level {part} are met is not said, so none counts",
            "达到级别 {level}；级别 {part} 满足了哪些要求没有列明，因此都不计入"
        ));
    }
    if let (Claim::Level { .. }, Some(derivation)) = (claim, result.derivation()) {
        climb(&mut steps, dimension, result, &derivation);
    }
    if let Some(Grade::PartOf(part)) = result.grade {
        steps
            .push(text!("Some of level {part} is met: the grade is {part}-", "级别 {part} 已部分满足：等级为 {part}-"));
    }
    steps.extend(note_and_evidence(answer));
    steps
}

/// From the level claimed upwards: what was replaced, what was passed, and where it stopped.
fn climb(steps: &mut Vec<Text>, dimension: &Dimension, result: &Scored<'_>, derivation: &Derivation) {
    if let Some((stating, overtaken)) = &derivation.replaced {
        let (en, zh) = words::ids(overtaken.iter());
        steps.push(text!(
            "Level {stating} replaces what lower levels ask: {en} is not asked any more",
            "级别 {stating} 取代以下各级的要求：不再要求 {zh}"
        ));
    }
    steps.extend(derivation.passed.iter().map(|(level, passage)| match passage {
        Passage::AsksNothing => text!("Level {level} asks nothing more: passed", "级别 {level} 没有更多要求：通过"),
        Passage::Excepted => text!(
            "Every clause of level {level} is excepted, and some of a higher one is met: passed",
            "级别 {level} 的要求全部列为例外，且更高级别已有要求满足：通过"
        ),
        Passage::Met => text!("Every clause of level {level} is met: passed", "级别 {level} 的要求全部满足：通过"),
    }));
    let top = dimension.top();
    steps.push(match &derivation.stop {
        None => text!("Level {top} is the highest", "级别 {top} 已是最高级别"),
        Some(stop) => stopped(stop),
    });
    let (claimed, reached) = (derivation.claimed, derivation.level);
    steps.push(match result.counts_as() {
        Some(Text { en, zh, .. }) => text!("So the answer is {claimed}, {en}", "因此答案 {claimed} {zh}"),
        None => text!("So the level is {reached}", "因此级别为 {reached}"),
    });
}

/// Why an answer does not reach the level after its own.
fn stopped(stop: &Stop) -> Text {
    let (next, (en, zh)) = (stop.level, words::ids(stop.missing.iter()));
    if stop.missing.is_empty() {
        return text!(
            "Level {next} stops it: what it asks is excepted, and no level is reached by exceptions alone",
            "止于级别 {next}：其要求都列为例外，仅凭例外不能达到任何级别"
        );
    }
    match &stop.instead {
        None => text!("Level {next} stops it: {en} not met", "止于级别 {next}：{zh} 未满足"),
        Some((begun, needed)) => {
            let (needed_en, needed_zh) = words::ids(needed.iter());
            text!(
                "Level {next} stops it: {en} not met. Level {begun} replaces that and is begun, so what is needed is {needed_en}",
                "止于级别 {next}：{zh} 未满足。级别 {begun} 将其取代，且已满足一部分，因此尚需 {needed_zh}"
            )
        }
    }
}

pub(super) fn note_and_evidence(answer: &Answer) -> Vec<Text> {
    let note = answer.note.as_ref().map(|note| {
        let note = one_line(note);
        text!("Note: {note}", "备注：{note}")
    });
    let evidence = (!answer.evidence.is_empty()).then(|| {
        let list = answer.evidence.iter().map(|entry| one_line(entry)).collect::<Vec<_>>();
        let Text { en, zh, .. } = Text::list(&list);
        text!("Evidence: {en}", "证据：{zh}")
    });
    note.into_iter().chain(evidence).collect()
}

fn of_sub_domain(page: &mut ExplainDocument<'_>, model: &Model, result: &Scored<'_>) -> Vec<Text> {
    let lang = page.style.lang;
    for (dimension, at) in result.dimensions() {
        let name = one_line(dimension.name.get(lang));
        let Text { en, zh, .. } = words::counted_claim(at);
        let reached = match at.level {
            None => text!("{name}: {en}", "{name}：{zh}"),
            Some(level) => {
                let grade = words::grade(at, page.style.signs());
                text!("{name}: claims {en}; level {level}, grade {grade}", "{name}：{zh}；得级别 {level}，等级 {grade}")
            }
        };
        let mark = page.style.signs().bullet;
        page.paragraph(&format!("  {mark} "), reached.get(lang));
    }
    let mut steps = minimum(model, result, page.style);
    let shares = result.shares();
    if let Some(score) = &result.score {
        let floor = model.floor;
        let shares = shares.iter().map(|share| (share.level, &share.met));
        let (en, zh): (Vec<_>, Vec<_>) =
            shares.map(|(level, met)| (format!("{met} of level {level}"), format!("级别 {level} 的 {met}"))).unzip();
        let (en, zh) = (en.join(", "), zh.join("、"));
        steps.push(text!(
            "The score is {score}: {floor} to begin with, and the share of each level above that is met: {en}",
            "得分为 {score}：起点为 {floor}，再加上其上各级已满足的比例：{zh}"
        ));
    }
    let emptied = shares.iter().filter(|share| share.asked == Asked::Excepted);
    for Share { level, met, .. } in emptied {
        steps.push(text!(
            "At level {level} all that would be asked is excepted: its share is {met}, since it is reached or not",
            "级别 {level} 的要求全部列为例外：按是否达到该级，其比例为 {met}"
        ));
    }
    for level in result.unasked() {
        steps.push(text!(
            "At level {level} nothing is asked of the answered dimensions: it takes the share of the level below",
            "已回答的维度在级别 {level} 没有要求：沿用低一级的比例"
        ));
    }
    steps.extend(left_out(result, page.style));
    steps
}

fn of_parent(page: &mut ExplainDocument<'_>, model: &Model, result: &Scored<'_>) -> Vec<Text> {
    let (lang, signs) = (page.style.lang, page.style.signs());
    for child in &result.children {
        let name = one_line(child.node.name().get(lang));
        let (level, grade, score) =
            (words::level(child, signs), words::grade(child, signs), words::score(child, signs));
        let text = text!(
            "{name}: level {level}, grade {grade}, score {score}",
            "{name}：级别 {level}，等级 {grade}，得分 {score}"
        );
        page.paragraph(&format!("  {} ", page.style.signs().bullet), text.get(lang));
    }
    let mut steps = minimum(model, result, page.style);
    if let Some(score) = &result.score {
        steps.push(text!("The score is their mean: {score}", "得分为各部分得分的平均值：{score}"));
    }
    steps.extend(left_out(result, page.style));
    steps
}

/// The lowest counts, and who holds it.
fn minimum(model: &Model, result: &Scored<'_>, style: &Style) -> Vec<Text> {
    let Some(level) = result.level else {
        return vec![text!(
            "No dimension below has a level, so there is none here",
            "其下没有维度得出级别，因此此处没有级别"
        )];
    };
    let names = words::told_apart(model, &result.limiting(), style.lang, style.signs());
    let Text { en, zh, .. } = Text::list(&names);
    let mut steps = vec![text!(
        "The lowest of them counts: level {level}, because of {en}",
        "取其中最低者：级别 {level}，受限于{zh}"
    )];
    if let Some(Grade::PartOf(part)) = result.grade {
        steps.push(text!(
            "Some clauses of level {part} are met: the grade is {part}-",
            "级别 {part} 已有要求满足：等级为 {part}-"
        ));
    }
    steps
}

/// What N/A and unanswered do to the level.
fn left_out(result: &Scored<'_>, style: &Style) -> Vec<Text> {
    let mut steps = Vec::new();
    let (open, not_applicable, excepted) = (result.open(), result.not_applicable, result.excepted);
    if not_applicable > 0 {
        steps.push(text!(
            "Not applicable, and left out of level and score: {not_applicable}",
            "不适用、不计入级别和得分的维度：{not_applicable} 个"
        ));
    }
    if excepted > 0 {
        steps.push(text!(
            "Clauses excepted, and left out of level and score: {excepted}",
            "列为例外、不计入级别和得分的要求：{excepted} 条"
        ));
    }
    match result.worst {
        Some(worst) if result.is_certain() && open > 0 => steps.push(text!(
            "Unanswered: {open}. Even if each of them were at the lowest level, the level would be {worst}: it is certain, and only the score is provisional",
            "未回答的维度：{open} 个。即使都处于最低级别，级别也是 {worst}：级别已确定，只有得分为暂定值"
        )),
        Some(worst) if result.level.is_some() && open > 0 => {
            let range = words::level(result, style.signs());
            steps.push(text!(
                "Unanswered: {open}. If each of them were at the lowest level, the level would be {worst}; so it is given as {range}, and the score is provisional",
                "未回答的维度：{open} 个。若都处于最低级别，级别将为 {worst}；因此写作 {range}，得分为暂定值"
            ));
        }
        _ => {}
    }
    steps
}

/// What the next level still asks.
fn missing(page: &mut ExplainDocument<'_>, model: &Model, result: &Scored<'_>) {
    let Some(Next { level: target, requirements }) = result.next(model) else { return };
    page.gap();
    let title = page.say(&text!("Still needed for level {target}", "达到级别 {target} 尚需"));
    page.title(&title);
    for requirement in requirements {
        let lang = page.style.lang;
        let words = words::asked(requirement.asks, lang);
        let name = one_line(requirement.dimension.name.get(lang));
        let text = match result.node {
            Node::Dimension(_) => Text::same(words.into_owned()),
            _ => text!("{name}: {words}", "{name}：{words}"),
        };
        page.paragraph(&format!("  {}  ", words::place(&requirement, lang)), text.get(lang));
    }
}
