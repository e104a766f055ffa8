//! `assess merge`: what several people answered, side by side, and as one file.

use std::path::{Path, PathBuf};
use std::process::ExitCode;

use anyhow::Result;
use assess::answers::{self, Answers, Carried};
use assess::lang::Text;
use assess::merge::{Kept, Merge as Merged, Onto, merge};
use assess::model::{Id, Model};
use assess::problem::Source;
use assess::report::{Style, json, markdown, terminal};
use assess::text;
use assess::text::inert;
use clap::{Args, ValueEnum};

use crate::advice::{commands, shell_word};
use crate::failure::{Failure, not_updated};
use crate::files::{self, StagedFiles};
use crate::output::{Document, Outputs, Paging, Target, show_document, stage_documents};
use crate::session::people::{read_voices, refuse_one_alone, say_cut_note, say_remarks, with_evidence_from};
use crate::session::{Reading, Session};
use crate::terminal::{lang, style_of_files, style_of_stdout};

/// The formats of `merge`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum MergeFormat {
    Table,
    Json,
    Markdown,
    Answers,
}

#[derive(Debug, Args)]
#[command(next_help_heading = t!("Options", "选项"))]
pub struct Merge {
    #[arg(
        required = true, value_name = t!("FILE", "文件"), help_heading = t!("Arguments", "参数"),
        help = t!(
            "The answers of each, two or more; `-` is standard input",
            "每个人的答案文件，至少两个；`-` 表示标准输入"
        ),
    )]
    pub files: Vec<PathBuf>,
    #[command(flatten)]
    pub outputs: Outputs<MergeFormat>,
}

pub fn run(session: &Session, arguments: &Merge) -> Result<ExitCode> {
    let model = session.model()?;
    for path in &arguments.files {
        files::keep_from_writing(path);
    }
    let outputs = with_answers_as_default(&arguments.outputs);
    outputs.check()?;
    let voices = read_voices(session, &arguments.files, &model)?;
    refuse_one_alone(&voices)?;
    let mut merged = merge(&model, voices.clone());
    merged.commands = commands();
    let for_file = |path: &Path| merge(&model, with_evidence_from(session, voices.clone(), path));
    say_remarks(session, &merged);
    let render = |format, style: &Style| -> Result<Document> {
        Ok(match format {
            MergeFormat::Table => Document::Text(terminal::merge(&merged, style)),
            MergeFormat::Json => Document::Json(json::merge(&merged)),
            MergeFormat::Markdown => Document::Text(markdown::merge(&merged, style)),
            MergeFormat::Answers => Document::Text(composed("-", &model, &for_file(Path::new("-")).answers())?),
        })
    };
    write_files(session, &outputs, for_file, &render)?;
    if let Some(format) = outputs.on_stdout() {
        show_document(&outputs, render(format, &style_of_stdout(session.drawing()))?, Paging::Allowed)?;
    }
    Ok(ExitCode::SUCCESS)
}

/// A file whose name says nothing of its format, and for which none is named, gets the answers.
fn with_answers_as_default(outputs: &Outputs<MergeFormat>) -> Outputs<MergeFormat> {
    let target = |target: &Target<MergeFormat>| {
        let is_unsaid = target.format.is_none() && target.misfit.is_none() && !target.is_stdout();
        let usual = Some(MergeFormat::Answers).filter(|_| is_unsaid && outputs.format.is_none());
        Target { format: target.format.or(usual), ..target.clone() }
    };
    Outputs { format: outputs.format, output: outputs.output.iter().map(target).collect() }
}

/// A whole file of what is agreed, as an interview would have written it; nothing in its comments is a command to anybody.
fn composed(name: &str, model: &Model, agreed: &Answers) -> Result<String> {
    let saved = answers::compose(name, model, agreed, lang()).map_err(Failure::from)?;
    Ok(inert(&saved.text).into_owned())
}

/// Writes every document, and what is agreed into new files or those that are there: all of them, or none.
fn write_files<'m>(
    session: &Session,
    outputs: &Outputs<MergeFormat>,
    for_file: impl Fn(&Path) -> Merged<'m>,
    render: &impl Fn(MergeFormat, &Style) -> Result<Document>,
) -> Result<()> {
    let is_kept = |(format, path): &(MergeFormat, &Path)| *format == MergeFormat::Answers && !files::is_stream(path);
    let (answers, documents): (Vec<_>, Vec<_>) = outputs.files().partition(is_kept);
    let answers: Vec<_> = answers.into_iter().map(|(_, path)| path).collect();
    let style = style_of_files(session.drawing());
    let documents = documents.into_iter().map(|(format, path)| Ok((path, render(format, &style)?)));
    let documents = documents.collect::<Result<_>>()?;
    let mut told = Vec::new();
    let mut staged = StagedFiles::begin();
    staged.change(&answers, |path, source| {
        let (text, written) = agreed(path, source, for_file(path))?;
        told.push((path.to_owned(), written));
        Ok(text)
    })?;
    stage_documents(&mut staged, documents)?;
    staged.finish()?;
    for (path, written) in &told {
        say_written(session, path, written);
    }
    Ok(())
}

/// What becomes of a file of answers.
struct Written<'m> {
    merged: Merged<'m>,
    /// What stood there, and what became of it; `None` for a new file.
    onto: Option<(Answers, Onto, Option<Carried>)>,
    /// How many answers are others than before.
    changed: usize,
    /// How many are as before.
    same: usize,
}

/// The text of a new file with what is agreed, or of one that is there with it set.
fn agreed<'m>(path: &Path, source: Option<&Source>, merged: Merged<'m>) -> Result<(String, Written<'m>)> {
    let Some(source) = source else {
        let agreed = merged.answers();
        let text = composed(&path.display().to_string(), merged.model, &agreed)?;
        return Ok((text, Written { merged, onto: None, changed: agreed.given.len(), same: 0 }));
    };
    let there = answers::parse(source, merged.model)?;
    let onto = merged.onto(&there);
    let saved = answers::bring(source, merged.model, &onto.answers).map_err(not_updated)?;
    let changed = onto.answers.given.keys().filter(|id| is_other(id, &saved.answers, &there)).count();
    let same = onto.answers.given.len() - changed;
    Ok((saved.text, Written { merged, onto: Some((there, onto, saved.carried)), changed, same }))
}

/// Whether a file says something else of a dimension than before, on whatever line.
fn is_other(id: &Id, now: &Answers, before: &Answers) -> bool {
    now.given.get(id) != before.given.get(id)
}

/// Names what a file says otherwise, and keeps.
fn say_kept(session: &Session, merged: &Merged<'_>, onto: &Onto, there: &Answers) {
    for Kept { id, there, agreed } in &onto.kept {
        let Text { en, zh, .. } = there;
        session.note(&match agreed {
            Some(Text { en: agreed_en, zh: agreed_zh, .. }) => text!(
                "kept: {id}: the file says {en}, agreed is {agreed_en}",
                "保留：{id}：文件中为 {zh}，一致意见为 {agreed_zh}"
            ),
            None => text!("kept: {id}: the file says {en}, people differ", "保留：{id}：文件中为 {zh}，各人意见不同"),
        });
    }
    onto.cut_notes.iter().for_each(|id| say_cut_note(session, id));
    let values = |metric| Some((there.outcomes.get(metric)?, merged.head.outcomes.get(metric)?));
    for (metric, (own, agreed)) in onto.kept_outcomes.iter().filter_map(|metric| Some((metric, values(metric)?))) {
        session.note(&text!(
            "kept: {metric}: the file says {own}, agreed is {agreed}",
            "保留：{metric}：文件中为 {own}，一致意见为 {agreed}"
        ));
    }
}

/// Says how many answers are others than before, what is kept, and how a room goes on with the rest.
fn say_written(session: &Session, path: &Path, written: &Written<'_>) {
    let Written { merged, onto, changed: written, same } = written;
    if let Some((there, onto, carried)) = onto {
        session.say_carried(carried.as_ref(), &Reading::Written);
        say_kept(session, merged, onto, there);
    }
    let counts = merged.counts();
    let name = shell_word(path);
    let answers = if *written == 1 { "answer" } else { "answers" };
    let (differ, nobody) = (counts.differ, counts.nobody);
    let same = if *same > 0 { text!(", {same} as before", "，{same} 个与原来相同") } else { text!("", "") };
    let (same_en, same_zh) = (same.en, same.zh);
    session.note(&text!(
        "{name}: {written} {answers} written{same_en}; {differ} differ, {nobody} nobody answered",
        "{name}：写入 {written} 个答案{same_zh}；{differ} 题意见不同，{nobody} 题无人作答"
    ));
    if differ + nobody + merged.left_open().len() > 0 {
        let people = merged.people.iter().map(|it| shell_word(Path::new(&it.path)));
        let people = people.collect::<Vec<_>>().join(" ");
        session.note(&text!(
            "talk over what is open: `assess interview {name} --with {people}`",
            "一起讨论未决的问题：`assess interview {name} --with {people}`"
        ));
    }
}
