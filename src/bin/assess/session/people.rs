//! The answers of several people: their files read, each once, and what there is to know about them.

use std::path::{Path, PathBuf};

use anyhow::Result;
use assess::answers::{self, Carried, GoneAnswers, NOTE_LIMIT};
use assess::lang::{Lang, Text};
use assess::merge::{Cut, Disputed, HeadKey, Merge, Person, Voice};
use assess::model::{Id, Model};
use assess::problem::Problems;
use assess::text;

use super::not_in_scope;
use crate::failure::Failure;
use crate::files;
use crate::session::{Reading, Session};

/// Reads the answers in these files. One that is named twice, by whatever name, counts once, and so do files of the same
/// bytes that name the same assessor; both are said.
///
/// # Errors
///
/// The problems of all files; a file that cannot be read.
pub fn read_voices(session: &Session, paths: &[PathBuf], model: &Model) -> Result<Vec<Voice>> {
    let mut read: Vec<Read<'_>> = Vec::new();
    let mut voices = Vec::new();
    let mut problems = Problems(Vec::new());
    for path in paths {
        let identity = files::Identity::at(path);
        if let Some(other) = read.iter().find(|other| other.is_file(path, identity.as_ref())) {
            say_once(session, path, other.path, &text!("are the same file", "是同一个文件"));
            continue;
        }
        session.refuse_id(path, model)?;
        let source = files::read(path)?;
        let twin = read.iter().find(|other| other.text == source.text).map(|other| other.path);
        let parsed = answers::parse(&source, model);
        read.push(Read { path, identity, text: source.text });
        match parsed {
            // Those who name nobody may be two who say the same.
            Ok(answers) => {
                if let Some(other) = twin.filter(|_| !answers.assessment.assessors.is_empty()) {
                    say_once(session, path, other, &text!("hold the same bytes", "内容完全相同"));
                    continue;
                }
                say_carried(session, path, answers.carried.as_ref());
                voices.push(Voice { path: path.display().to_string(), answers });
            }
            Err(found) => problems.0.extend(found.0),
        }
    }
    if problems.0.is_empty() { Ok(voices) } else { Err(problems.into()) }
}

/// A file that was read.
struct Read<'a> {
    path: &'a Path,
    /// `None` where it is no regular file.
    identity: Option<files::Identity>,
    text: String,
}

impl Read<'_> {
    /// Whether a path leads to this file.
    fn is_file(&self, path: &Path, identity: Option<&files::Identity>) -> bool {
        self.path == path
            || match (&self.identity, identity) {
                (None, None) => files::are_same(self.path, path),
                (own, other) => own.as_ref() == other,
            }
    }
}

fn say_once(session: &Session, path: &Path, other: &Path, why: &Text) {
    let (one, other, en, zh) = (other.display(), path.display(), &why.en, &why.zh);
    session.note(&if path.as_os_str() == one.to_string().as_str() {
        text!("`{one}` is named twice and counts once", "`{one}` 写了两次，只计一次")
    } else {
        text!("`{one}` and `{other}` {en}, which counts once", "`{one}` 与 `{other}` {zh}，只计一次")
    });
}

/// Of several files it has to be said which one was brought to this version of the model.
fn say_carried(session: &Session, path: &Path, carried: Option<&Carried>) {
    if carried.is_some_and(|carried| !carried.lines(GoneAnswers::Kept).is_empty()) {
        let name = path.display();
        session.note(&text!("`{name}`:", "`{name}`："));
        session.say_carried(carried, &Reading::Read);
    }
}

/// The same with evidence as it is named from the folder of another file. What is not there stays as it is, and is said.
pub fn with_evidence_from(session: &Session, mut voices: Vec<Voice>, target: &Path) -> Vec<Voice> {
    for Voice { path, answers } in &mut voices {
        let folders = files::EvidenceFolders::between(Path::new(path), target);
        let mut stay = Vec::new();
        for entry in answers.given.values_mut().flat_map(|answer| &mut answer.evidence) {
            match folders.moved(entry) {
                Some(moved) => *entry = moved,
                None if stay.contains(entry) => {}
                None => stay.push(entry.clone()),
            }
        }
        if !stay.is_empty() {
            let Text { en, zh, .. } = Text::list(&stay);
            session.note(&text!(
                "evidence of `{path}` that is not found beside it stays as it is written: {en}",
                "`{path}` 的以下证据在其所在目录中找不到，保持原样：{zh}"
            ));
        }
    }
    voices
}

/// Refuses what is not at least two people.
///
/// # Errors
///
/// One file alone, or several of which one is left.
pub fn refuse_one_alone(voices: &[Voice]) -> Result<()> {
    let [one] = voices else { return Ok(()) };
    let name = &one.path;
    let message = text!("`{name}` is alone: there is nothing to merge it with", "只有 `{name}`，没有可与之合并的文件");
    let help = text!("name the files of the others too", "请同时指定其他人的文件");
    Err(Failure::new(message).help(help).into())
}

/// Says what has to be known of these files before anybody relies on what they have in common.
pub fn say_remarks(session: &Session, merge: &Merge<'_>) {
    let remarks = [shared_names(merge), merged_files(merge), head(merge), scopes(merge)].concat();
    for remark in &remarks {
        session.note(remark);
    }
    say_left_open(session, merge);
    merge.cut(Cut::Notes).into_iter().for_each(|id| say_cut_note(session, id));
    for id in merge.cut(Cut::Reasons) {
        session.note(&text!(
            "{id}: the reasons together are longer than {NOTE_LIMIT} characters, and cut",
            "{id}：原因合计超过 {NOTE_LIMIT} 个字符，已截断"
        ));
    }
}

/// Says that notes were cut to what one may hold.
pub fn say_cut_note(session: &Session, id: &Id) {
    session.note(&text!(
        "{id}: the notes together are longer than {NOTE_LIMIT} characters, and cut",
        "{id}：备注合计超过 {NOTE_LIMIT} 个字符，已截断"
    ));
}

/// Names what is not taken though somebody answered it.
fn say_left_open(session: &Session, merge: &Merge<'_>) {
    let ids: Vec<_> = merge.left_open().into_iter().map(ToString::to_string).collect();
    let (count, some) = (ids.len(), if ids.len() == 1 { "question stays" } else { "questions stay" });
    let names: Vec<_> = merge.people.iter().filter(|it| it.is_merged()).map(|it| format!("`{}`", it.path)).collect();
    let (en, zh, ids_en, ids_zh) = (names.join(", "), names.join("、"), ids.join(", "), ids.join("、"));
    if count > 0 {
        session.note(&text!(
            "{count} {some} open: one alone answers what the people behind {en} left open: {ids_en}",
            "{count} 题仍未决，仅一人作答，而 {zh} 的评估人未给出一致答案：{ids_zh}"
        ));
    }
}

fn shared_names(merge: &Merge<'_>) -> Vec<Text> {
    let mut names: Vec<_> = merge.people.iter().filter_map(|person| person.shared.as_ref()).collect();
    names.sort();
    names.dedup();
    let said = names.into_iter().map(|name| {
        let twins = merge.people.iter().filter(|person| person.shared.as_ref() == Some(name));
        let called: Vec<_> = twins.map(|person| person.name.as_str()).collect();
        let (count, en, zh) = (called.len(), called.join(", "), called.join("、"));
        text!("{count} files are of somebody called {name}: {en}", "有 {count} 个文件的评估人都叫 {name}：{zh}")
    });
    said.collect()
}

fn merged_files(merge: &Merge<'_>) -> Vec<Text> {
    let merged = merge.people.iter().filter(|person| person.is_merged());
    let said = merged.map(|Person { name, path, answers, .. }| {
        let names = &answers.assessment.assessors;
        let Text { en, zh, .. } = Text::list(names);
        text!(
            "`{path}` is merged already, of {en}; it counts as one, called {name}",
            "`{path}` 已经是合并的结果（{zh}），按一份计，称为 {name}"
        )
    });
    let again = merge.again().into_iter().map(|it| {
        let (name, own, merged) = (it.name, it.own, it.merged);
        text!(
            "{name} answered in `{own}` and stands behind `{merged}`: where both say the same, it counts once",
            "{name} 既在 `{own}` 中作答，也是 `{merged}` 的评估人：两者相同之处只计一次"
        )
    });
    let left_out = merge.left_out.iter().map(|Person { path, answers, .. }| {
        let names = &answers.assessment.assessors;
        let Text { en, zh, .. } = Text::list(names);
        text!(
            "`{path}` is left out: it was merged of {en}, who each answer in a file of their own",
            "`{path}` 不参与比较：它由 {zh} 合并而成，各人都有自己的文件"
        )
    });
    said.chain(again).chain(left_out).collect()
}

/// What files say differently of the assessment as a whole.
fn head(merge: &Merge<'_>) -> Vec<Text> {
    let said = merge.head.disputed.iter().map(|Disputed { key, said }| {
        let Text { en, zh, .. } = Text::list(said);
        match key {
            HeadKey::Team => text!("the team is left out, they name {en}", "团队名称不一致，已略去：{zh}"),
            HeadKey::System => text!("the system is left out, they name {en}", "系统名称不一致，已略去：{zh}"),
            HeadKey::Owner => text!("the owner is left out, they name {en}", "负责人不一致，已略去：{zh}"),
            HeadKey::Outcome(metric) => {
                text!("{metric} is left out, they measure {en}", "{metric} 的数值不一致，已略去：{zh}")
            }
        }
    });
    said.collect()
}

fn scopes(merge: &Merge<'_>) -> Vec<Text> {
    let mut said = Vec::new();
    if merge.head.scopes_differ {
        let areas = merge.model.areas.iter().filter(|area| merge.tallies.iter().any(|it| it.node.id() == &area.id));
        let names = |lang: Lang| areas.clone().map(|area| area.name.get(lang)).collect::<Vec<_>>();
        let (en, zh) = (names(Lang::En).join(", "), names(Lang::Zh).join("、"));
        said.push(text!("they assess different parts, together {en}", "各人评估的范围不同，合起来是{zh}"));
    }
    said.extend(merge.out_of_scope.iter().map(|(area, count)| not_in_scope(area, *count)));
    said
}
