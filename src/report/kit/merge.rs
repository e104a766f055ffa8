//! Wordings about what several people answered, which all documents share.

use super::signs::Signs;
use super::{kinds, words};
use crate::answers::{Answer, Claim};
use crate::lang::{Lang, Text};
use crate::merge::{Agreement, Counts, Merge, Side, Tally, Topic};
use crate::model::Node;
use crate::text::{cut, one_line};

/// The most columns that a name takes.
const NAME: usize = 24;

/// `payments · DevOps maturity model 1.1.0 · 3 people`.
pub(in crate::report) fn heading(merge: &Merge<'_>, lang: Lang, signs: &Signs) -> String {
    let of_team = [&merge.head.assessment.team, &merge.head.assessment.system].into_iter().flatten();
    let of_team = of_team.map(|words| cut(&one_line(words), NAME).into_owned());
    let of_model = format!("{} {}", one_line(merge.model.name.get(lang)), merge.model.version);
    let people = count(merge.people.len()).into_string(lang);
    of_team.chain([of_model, people]).collect::<Vec<_>>().join(signs.separator)
}

fn count(people: usize) -> Text {
    match people {
        1 => text!("1 person", "1 人"),
        _ => text!("{people} people", "{people} 人"),
    }
}

/// Everybody who answered.
pub(in crate::report) fn everybody(merge: &Merge<'_>, lang: Lang) -> String {
    names(merge, &(0..merge.people.len()).collect::<Vec<_>>(), lang)
}

/// The merged files that are not compared, with who is behind each; `None` if there are none.
pub(in crate::report) fn left_out(merge: &Merge<'_>, lang: Lang) -> Option<String> {
    let files = merge.left_out.iter().map(|person| {
        let all: Vec<_> = person.answers.assessment.assessors.iter().map(|name| one_line(name)).collect();
        let (path, names) = (one_line(&person.path), in_a_row(&all, lang));
        text!("{path} ({names})", "{path}（{names}）").into_string(lang)
    });
    let files = words::list(&files.collect::<Vec<_>>(), lang);
    let words = text!(
        "left out, merged of people who each answer in a file of their own: {files}",
        "未参与比较，因其评估人各有自己的文件：{files}"
    );
    (!files.is_empty()).then(|| words.into_string(lang))
}

/// Why nothing is taken of a question that one alone answers; `None` if that is taken.
pub(in crate::report) fn left_open(topic: &Topic<'_>, lang: Lang) -> Option<String> {
    let words = text!("not taken: it was left open in a merged file", "未采用：此题在合并文件中仍未决");
    topic.is_left_open.then(|| words.into_string(lang))
}

/// Names in a row; of many the first, and how many there are more.
pub(in crate::report) fn names(merge: &Merge<'_>, people: &[usize], lang: Lang) -> String {
    in_a_row(&people.iter().map(|at| merge.people[*at].name.as_str()).collect::<Vec<_>>(), lang)
}

fn in_a_row<T: AsRef<str>>(all: &[T], lang: Lang) -> String {
    let shown = words::shown_of(all.len());
    let names: Vec<_> = all[..shown].iter().map(|name| cut(name.as_ref(), NAME).into_owned()).collect();
    let (names, more, all) = (words::list(&names, lang), all.len() - shown, all.len());
    match more {
        0 => names,
        _ => text!("{names} and {more} more", "{names}等共 {all} 人").into_string(lang),
    }
}

/// What somebody is called, in one line that is not too long.
pub(in crate::report) fn name(merge: &Merge<'_>, person: usize) -> String {
    cut(&merge.people[person].name, NAME).into_owned()
}

/// `52 questions: 20 agreed, 6 near, 12 differ, 9 answered by one alone, 5 by nobody`.
pub(in crate::report) fn message(counts: &Counts) -> Text {
    let questions = kinds::questions(counts.questions);
    let Counts { questions: all, agreed, near, differ, alone, nobody } = *counts;
    text!(
        "{questions}: {agreed} agreed, {near} near, {differ} differ, {alone} answered by one alone, {nobody} by nobody",
        "{all} 题：一致 {agreed}，相近 {near}，不同 {differ}，仅一人作答 {alone}，无人作答 {nobody}"
    )
}

/// The heads of the columns that count, in the order of [`Agreement::ALL`].
pub(in crate::report) fn column(agreement: Agreement) -> Text {
    match agreement {
        Agreement::Agreed => text!("Agreed", "一致"),
        Agreement::Near => text!("Near", "相近"),
        Agreement::Differ => text!("Differ", "不同"),
        Agreement::Alone => text!("One alone", "仅一人"),
        Agreement::Nobody => text!("Nobody", "无人"),
    }
}

/// The title over the questions of one kind.
pub(in crate::report) fn title(agreement: Agreement) -> Text {
    match agreement {
        Agreement::Agreed => text!("Agreed", "一致"),
        Agreement::Near => {
            text!("Near: the level is agreed, with the clauses that all name", "相近：级别一致，取各人都列明的要求")
        }
        Agreement::Differ => text!("To talk about, the widest apart first", "需要讨论的问题，差距最大的在前"),
        Agreement::Alone => text!("Answered by one alone", "仅一人作答"),
        Agreement::Nobody => text!("Answered by nobody", "无人作答"),
    }
}

/// The tallies that documents show: the whole only where there are several areas.
pub(in crate::report) fn tallies<'a, 'm>(merge: &'a Merge<'m>) -> Vec<&'a Tally<'m>> {
    let areas = merge.tallies.iter().filter(|it| it.node.area().is_some()).count();
    merge.tallies.iter().filter(|it| areas > 1 || !matches!(it.node, Node::Model(_))).collect()
}

/// The name of a dimension after that of its sub-domain.
pub(in crate::report) fn path(merge: &Merge<'_>, topic: &Topic<'_>, lang: Lang, signs: &Signs) -> String {
    let path = merge.model.path(&topic.dimension.id);
    words::names(path.into_iter().rev().take(2).rev(), lang, signs)
}

/// `2 levels apart`, `differ about 1 clause`: how wide people are apart.
pub(in crate::report) fn apart(topic: &Topic<'_>) -> Text {
    let (levels, clauses) = (topic.apart.levels, topic.apart.clauses);
    match (topic.is_about_applying(), levels, clauses) {
        (true, ..) => text!("does it apply?", "是否适用？"),
        (false, 0, 1) => text!("differ about 1 clause", "1 条要求看法不同"),
        (false, 0, _) => text!("differ about {clauses} clauses", "{clauses} 条要求看法不同"),
        (false, 1, _) => text!("1 level apart", "相差 1 级"),
        (false, levels, _) => text!("{levels} levels apart", "相差 {levels} 级"),
    }
}

/// What a side says, with the clauses it names: `3- (3.1, 3.2)`.
pub(in crate::report) fn side(topic: &Topic<'_>, side: &Side, lang: Lang) -> String {
    let said = topic.words(side).into_string(lang);
    if side.named.is_empty() {
        return said;
    }
    let (en, zh) = words::ids(side.named.iter());
    text!("{said} ({en})", "{said}（{zh}）").into_string(lang)
}

/// So many of those who say the same are heard on why.
const HEARD: usize = 6;

/// What those on a side add, each with who does; of many the first, and how many there are more.
pub(in crate::report) fn added(merge: &Merge<'_>, topic: &Topic<'_>, side: &Side, lang: Lang) -> Vec<String> {
    let of_side = topic.said.iter().filter(|said| side.people.contains(&said.person));
    let added = of_side.filter_map(|said| {
        let reasons = Some(reasons(&said.answer, lang)).filter(|reasons| !reasons.is_empty())?;
        let (name, reasons) = (name(merge, said.person), reasons.join(text!("; ", "；").get(lang)));
        Some(text!("{name}: {reasons}", "{name}：{reasons}").into_string(lang))
    });
    let mut added: Vec<_> = added.collect();
    let more = added.len().saturating_sub(HEARD);
    if more > 0 {
        added.truncate(HEARD);
        added.push(text!("… {more} more say why", "… 另有 {more} 人说明了原因").into_string(lang));
    }
    added
}

/// What somebody adds to what they say: why it does not apply, which clauses are excepted and why, and their note.
fn reasons(answer: &Answer, lang: Lang) -> Vec<String> {
    let mut said = Vec::new();
    if let Some(Claim::NotApplicable { reason, .. }) = &answer.claim {
        said.push(one_line(reason).into_owned());
    }
    said.extend(answer.except.iter().map(|(id, it)| words::exception(*id, it).into_string(lang)));
    said.extend(answer.note.as_deref().map(|note| one_line(note).into_owned()));
    said
}

/// What is taken of answers that are near.
pub(in crate::report) fn taken(topic: &Topic<'_>, lang: Lang) -> Option<String> {
    let claim = words::claim(Some(topic.taken.as_ref()?)).into_string(lang);
    Some(text!("taken: {claim}", "采用：{claim}").into_string(lang))
}

/// The command with which a room goes on; `None` where a path would need quotes, or there are too many for a line.
pub(in crate::report) fn command(merge: &Merge<'_>) -> Option<String> {
    let is_plain = |path: &str| {
        !path.starts_with('-') && path.chars().all(|letter| letter.is_alphanumeric() || "/._-".contains(letter))
    };
    let paths: Vec<_> = merge.people.iter().map(|person| person.path.as_str()).collect();
    let counts = merge.counts();
    let is_open = counts.differ + counts.alone + counts.nobody > 0;
    let fits = words::shown_of(paths.len()) == paths.len() && paths.iter().all(|path| is_plain(path));
    (is_open && fits)
        .then(|| merge.commands.command(&format!("assess interview agreed.toml --with {}", paths.join(" "))))
}

/// What stands above that command.
pub(in crate::report) fn command_title() -> Text {
    text!("Talk over what is open, and keep what you agree on:", "一起讨论未决的问题，并保存达成一致的答案：")
}
