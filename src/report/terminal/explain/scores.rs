//! How a score came about, in a model without levels.

use super::derivation::note_and_evidence;
use super::page::ExplainDocument;
use crate::answers::{Claim, FileText};
use crate::lang::Text;
use crate::model::counting::{Mean, ScoreRule};
use crate::model::{Model, Node};
use crate::report::kit::{scores, words};
use crate::scoring::Scored;
use crate::text::one_line;

/// The steps, numbered; then the clauses that are not met in full.
pub(super) fn steps(page: &mut ExplainDocument<'_>, model: &Model, result: &Scored<'_>, file: &FileText) {
    let title = page.say(&text!("How the score came about", "得分是怎么得出的"));
    page.title(&title);
    let (lang, signs) = (page.style.lang, page.style.signs());
    for child in &result.children {
        page.paragraph(&format!("  {} ", signs.bullet), &scores::line(child, lang, signs));
    }
    for (step, number) in said(model, result, file).iter().zip(1..) {
        page.paragraph(&format!("{number}. "), step.get(lang));
    }
    let open = result.unmet();
    if open.is_empty() || result.node.sub_domain().is_none() && result.node.dimension().is_none() {
        return;
    }
    page.gap();
    let title = page.say(&text!("Not met in full", "尚未完全满足"));
    page.title(&title);
    for needed in open {
        let (name, clause) = (one_line(needed.dimension.name.get(lang)), one_line(needed.asks.text.get(lang)));
        let words = if result.node.dimension().is_some() {
            Text::same(clause.into_owned())
        } else {
            text!("{name}: {clause}", "{name}：{clause}")
        };
        page.paragraph(&format!("  {}  ", needed.clause), words.get(lang));
    }
}

fn said(model: &Model, result: &Scored<'_>, file: &FileText) -> Vec<Text> {
    let mut steps = Vec::new();
    if let (Node::Dimension(dimension), Some(answer)) = (result.node, result.answer.filter(|it| it.claim.is_some())) {
        let line = file.line(answer.offset);
        let Text { en, zh, .. } = match &answer.claim {
            Some(Claim::NotApplicable { .. }) => words::claim(Some(answer)),
            _ => scores::claim(&model.scoring, dimension, answer),
        };
        steps.push(text!("The answer (line {line}): {en}", "答案（第 {line} 行）：{zh}"));
        for (id, exception) in &answer.except {
            let Text { en, zh, .. } = words::exception(*id, exception);
            steps.push(text!("Excepted, and so not asked: {en}", "例外，因此不作要求：{zh}"));
        }
        steps.extend(note_and_evidence(answer));
    }
    steps.push(match &result.score {
        Some(score) => {
            let Text { en, zh, .. } = rule(model, result.node);
            text!("The score is {score}: {en}", "得分为 {score}：{zh}")
        }
        None if result.not_applicable == result.total => {
            text!("It is left out of every score, and listed as not applicable", "不计入任何得分，并列为不适用")
        }
        None => text!("There is no answer yet, and so no score", "尚未回答，因此没有得分"),
    });
    let (open, not_applicable, excepted) = (result.open(), result.not_applicable, result.excepted);
    if not_applicable > 0 && result.node.dimension().is_none() {
        steps
            .push(text!("Not applicable, and left out: {not_applicable}", "不适用、不计入的维度：{not_applicable} 个"));
    }
    if excepted > 0 {
        steps.push(text!("Clauses excepted, and left out: {excepted}", "列为例外、不计入的要求：{excepted} 条"));
    }
    if open > 0 && result.node.dimension().is_none() {
        steps.push(text!("Unanswered: {open}; the score is provisional", "未回答的维度：{open} 个；得分为暂定值"));
    }
    steps
}

/// What the score of a node is made of.
fn rule(model: &Model, node: Node<'_>) -> Text {
    let is_leaf = node.dimension().is_some() || node.sub_domain().is_some() && model.scoring.mean == Mean::Children;
    match (is_leaf, model.scoring.score, model.scoring.mean) {
        (true, ScoreRule::Share, _) => {
            text!("what is met of all its clauses, by their weights", "其全部要求中已满足的部分，按权重计")
        }
        (true, ..) => text!("what is met of each group of its clauses, added up", "其各组要求中已满足的部分之和"),
        (false, _, Mean::Leaves) => {
            text!("the mean of all dimensions below, by their weights", "其下全部维度的平均值，按权重计")
        }
        (false, ..) => text!("the mean of the parts, by their weights", "各部分的平均值，按权重计"),
    }
}
