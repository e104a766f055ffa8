//! Wordings that the formats of a check share.

use std::borrow::Cow;

use crate::keyword;
use crate::lang::{Lang, Text};
use crate::model::{Model, Node};
use crate::policy::{Code, Judgement, Reason, Severity};
use crate::report::input::{Baseline, BaselineFile, Check};
use crate::report::kit::kinds;
use crate::report::kit::signs::{DRAWN, Signs};
use crate::report::kit::words;
use crate::scoring::Scored;
use crate::text::one_line;

/// `failed: below-target 3, stale 1`: the verdict in one line.
pub(in crate::report) fn verdict(check: &Check<'_, '_>) -> Text {
    let count = |severity: Severity| {
        let reasons = &check.verdict.reasons;
        let codes = keyword::values::<Code>().filter_map(|code| {
            let matching = reasons.iter().filter(|reason| reason.code == code && reason.severity == severity);
            Some((code.name(), matching.count())).filter(|(_, count)| *count > 0)
        });
        let said = codes.map(|(Text { en, zh, .. }, count)| (format!("{en} {count}"), format!("{zh} {count} 处")));
        let (en, zh): (Vec<_>, Vec<_>) = said.unzip();
        Text::new(en.join(", "), zh.join("，"))
    };
    let (failing, Text { en: warned_en, zh: warned_zh, .. }) = (count(Severity::Fail), count(Severity::Warn));
    let warning = match &*warned_en {
        "" => text!("", ""),
        _ => text!("; warnings: {warned_en}", "；警告：{warned_zh}"),
    };
    let (warn_en, warn_zh) = (warning.en, warning.zh);
    let Text { en, zh, .. } = failing;
    if en.is_empty() {
        return text!("passed{warn_en}", "通过{warn_zh}");
    }
    text!("failed: {en}{warn_en}", "未通过：{zh}{warn_zh}")
}

/// `46 sub-domains with a target: 40 met, 6 below`, and what is not assessed.
pub(in crate::report) fn counts(check: &Check<'_, '_>, lang: Lang) -> Text {
    let total = check.verdict.judged.len();
    let [met, below, unknown, excused] =
        [Judgement::Met, Judgement::Below, Judgement::Unknown, Judgement::NotApplicable]
            .map(|judgement| check.verdict.count(judgement));
    let left_out = left_out(check, lang);
    let outside = if left_out.is_empty() {
        text!("", "")
    } else {
        text!("; not assessed: {left_out}", "；未评估：{left_out}")
    };
    let (en, zh) = (outside.en, outside.zh);
    if total == 0 {
        return text!("no targets{en}", "没有目标{zh}");
    }
    let model = check.outcome.model;
    let Text { en: some, zh: some_zh, .. } = kinds::several(model, model.sub_domain_storey(), total);
    text!(
        "{some} with a target: {met} met, {below} below, {unknown} unknown, {excused} not applicable{en}",
        "{some_zh}设有目标：{met} 个达标，{below} 个未达标，{unknown} 个未知，{excused} 个不适用{zh}"
    )
}

/// `compared with git:main: old.toml, which the policy named there`; `None` if no comparison was asked for.
pub(in crate::report) fn compared(check: &Check<'_, '_>) -> Option<Text> {
    let Baseline { name, file } = check.baseline?;
    let name = one_line(name);
    let file_name = one_line(file.path().unwrap_or_default());
    Some(match file {
        BaselineFile::Named => text!("compared with {name}", "已与 {name} 比较"),
        BaselineFile::NamedByPolicy(_) => text!(
            "compared with {name}: {file_name}, which the policy named there",
            "已与 {name} 比较：{file_name}，即该处策略所指定的文件"
        ),
        BaselineFile::ReadByDefault(_) => text!(
            "compared with {name}: {file_name}, which was read there by default",
            "已与 {name} 比较：{file_name}，即该处默认读取的文件"
        ),
        BaselineFile::Removed(_) => text!(
            "compared with {name}: {file_name}, the one answers file of the team taken away since",
            "已与 {name} 比较：{file_name}，即此后移走的该团队唯一的答案文件"
        ),
        BaselineFile::Missing => text!("nothing to compare with at {name}", "{name} 处无可比较"),
    })
}

/// The dimensions that do not apply, each with its reason and the last day on which that is accepted.
pub(in crate::report) fn not_applicable(check: &Check<'_, '_>, lang: Lang, signs: &Signs) -> Vec<String> {
    let all = check.outcome.overall.dimensions().filter(|(_, at)| at.not_applicable > 0);
    all.map(|(_, at)| said_of(check, at, words::claim(at.answer), lang, signs)).collect()
}

/// The clauses that are excepted, each with its reason and the last day on which that is accepted.
pub(in crate::report) fn excepted(check: &Check<'_, '_>, lang: Lang, signs: &Signs) -> Vec<String> {
    let all = check.outcome.overall.dimensions().filter(|(_, at)| at.excepted > 0);
    let exceptions = all
        .flat_map(|(_, at)| at.answer.into_iter().flat_map(move |answer| answer.except.iter().map(move |it| (at, it))));
    exceptions.map(|(at, (id, it))| said_of(check, at, words::exception(*id, it), lang, signs)).collect()
}

/// The path of a node, and these words about it.
fn said_of(check: &Check<'_, '_>, at: &Scored<'_>, said: Text, lang: Lang, signs: &Signs) -> String {
    let (path, Text { en, zh, .. }) = (words::path(check.outcome.model, at.node, lang, signs), said);
    text!("{path}: {en}", "{path}：{zh}").into_string(lang)
}

/// The areas that the assessment leaves out.
fn left_out(check: &Check<'_, '_>, lang: Lang) -> String {
    let areas = check.outcome.answers.left_out(check.outcome.model);
    words::list(&areas.map(|area| one_line(area.name.get(lang))).collect::<Vec<_>>(), lang)
}

/// What a reason is about and what is wrong, in one line: `Test management › Test automation: level 2, target 3`.
pub(in crate::report) fn line(model: &Model, reason: &Reason<'_>, lang: Lang, signs: &Signs) -> String {
    let message = one_line(reason.message.get(lang));
    match reason.node {
        None => message.into_owned(),
        Some(node) => {
            let path = words::path(model, node, lang, signs);
            text!("{path}: {message}", "{path}：{message}").into_string(lang)
        }
    }
}

/// The clauses that are missing, in one line: `still needed: Execution 3.1, 3.2; Analysis 3.1`. Empty where none is.
pub(in crate::report) fn missing(reason: &Reason<'_>, lang: Lang) -> String {
    let mut groups: Vec<(Cow<'_, str>, Vec<String>)> = Vec::new();
    for needed in &reason.requirements {
        let name = one_line(needed.dimension.name.get(lang));
        match groups.last_mut() {
            Some((last, clauses)) if *last == name => clauses.push(words::place(needed, lang)),
            _ => groups.push((name, vec![words::place(needed, lang)])),
        }
    }
    if groups.is_empty() {
        return String::new();
    }
    let list: Vec<_> = groups.iter().map(|(name, clauses)| format!("{name} {}", words::list(clauses, lang))).collect();
    let (en, zh) = (list.join("; "), list.join("；"));
    text!("still needed: {en}", "尚缺：{zh}").into_string(lang)
}

/// The two lines above as one text.
pub(in crate::report) fn whole(model: &Model, reason: &Reason<'_>, lang: Lang) -> String {
    let missing = missing(reason, lang);
    let line = line(model, reason, lang, &DRAWN);
    if missing.is_empty() { line } else { format!("{line}\n{missing}") }
}

/// The id of what a reason is about; the model's own for the assessment as a whole.
pub(in crate::report) fn id<'m>(model: &'m Model, reason: &Reason<'m>) -> &'m str {
    reason.node.map_or(&model.id, Node::id).as_str()
}

/// What a reason is known by for as long as it lasts, whatever line of the file it stands on, whatever else is wrong and in
/// whatever words it is said: the path of the file, the code, the id, and the entry of the evidence that is missing, of
/// which a dimension may have several.
pub(in crate::report) fn fingerprint(check: &Check<'_, '_>, reason: &Reason<'_>) -> String {
    let known = format!("{}:{}:{}", one_line(check.file), reason.code, id(check.outcome.model, reason));
    match &reason.evidence {
        Some(entry) => format!("{known}:{}", one_line(entry)),
        None => known,
    }
}
