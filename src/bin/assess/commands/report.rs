//! `assess report`: a document for people who were not there.

use std::process::ExitCode;

use anyhow::Result;
use assess::plan::{Wish, plan};
use assess::report::html::{Languages, html};
use assess::report::{html, score};
use assess::{scoring, text};

use super::diff::earlier;
use super::{Session, read_answers};
use crate::cli::{Report, ReportFormat};
use crate::failure::Failure;
use crate::output::{form_on_stdout, is_read_by_people, publish};
use crate::terminal::lang;

pub fn run(session: &Session, arguments: &Report) -> Result<ExitCode> {
    let on_stdout = form_on_stdout(&arguments.outputs, ReportFormat::Html);
    if on_stdout == Some(ReportFormat::Html) && is_read_by_people() {
        let failure = Failure::new(text!("HTML is not for a terminal", "HTML 不适合在终端中显示"));
        return Err(failure
            .help(text!("name a file: `assess report -o report.html`", "请指定文件：`assess report -o report.html`"))
            .into());
    }
    let model = session.model()?;
    let path = session.path(arguments.input.file.as_deref(), &model)?;
    let answers = read_answers(&path, &model)?;
    let outcome = scoring::score(&model, &answers);
    let plan = plan(&outcome, Wish::default());
    let earlier = arguments.compare.as_deref().map(|old| earlier(session, old, &path, &model)).transpose()?;
    if let Some(change) = earlier.as_ref().and_then(|(_, change)| change.as_ref()) {
        let (from, to) = (&change.from, &change.to);
        session.note(&text!(
            "the earlier answers are to version {from} of the model: what version {to} does not have is left out",
            "此前的答案基于模型版本 {from}：版本 {to} 中没有的部分不参与对比"
        ));
    }
    let earlier = earlier.as_ref().map(|(answers, _)| scoring::score(&model, answers));
    let report = html::Report { outcome: &outcome, plan: &plan, earlier: earlier.as_ref() };
    publish(&arguments.outputs, ReportFormat::Html, session.drawing(), |format, style| {
        if format != ReportFormat::Html && earlier.is_some() {
            session.note(&text!("only the HTML report shows a comparison", "只有 HTML 报告显示对比"));
        }
        match format {
            ReportFormat::Html => html(&report, languages(session)),
            ReportFormat::Markdown => score::markdown(&outcome, style),
            ReportFormat::Csv => score::csv(&outcome, style),
        }
    })?;
    Ok(ExitCode::SUCCESS)
}

/// Both, unless one is asked for by name.
fn languages(session: &Session) -> Languages {
    match session.options.lang {
        Some(_) => Languages::One(lang()),
        None => Languages::Both { first: lang() },
    }
}
