//! `assess report`: a document for people who were not there.

use std::path::Path;
use std::process::ExitCode;

use anyhow::Result;
use assess::answers::Private;
use assess::diff::diff;
use assess::highlights::highlights;
use assess::model::{Model, Node};
use assess::plan::{Lead, Plan, PlanOptions, lead, plan};
use assess::policy::{Targets, held_to};
use assess::report::html::html;
use assess::report::rows::rows;
use assess::report::{self, Comparison, Standing, csv, markdown, xlsx};
use assess::rollup::View;
use assess::scoring::{self, Outcome};
use assess::text;
use assess::trend::Trend;
use clap::{Args, ValueEnum};

use super::diff::earlier;
use super::trend::{self, Subject, Wanted};
use crate::arguments::Input;
use crate::arguments::private::{Without, name_of_file};
use crate::earlier::{Current, EarlierName, PathOrigin};
use crate::failure::Failure;
use crate::files;
use crate::output::{Document, Outputs, Paging, Unfit, publish};
use crate::session::Session;
use crate::terminal::lang;

/// The formats of `report`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum ReportFormat {
    Html,
    Markdown,
    Csv,
    Xlsx,
}

#[derive(Debug, Args)]
pub struct Report {
    #[command(flatten)]
    pub input: Input,
    #[arg(
        long, value_name = t!("FILE|git:REV[:PATH]", "文件|git:REV[:PATH]"), help_heading = t!("Options", "选项"),
        help = t!(
            "Show beside it how these earlier answers stood, FILE at a revision, or PATH there",
            "与此前的答案对比：文件，git:REV 表示本文件在该修订版本时的内容，也可写 git:REV:PATH"
        ),
    )]
    pub compare: Option<EarlierName>,
    #[arg(
        long, help_heading = t!("Options", "选项"),
        help = t!("Show how it came to be, by the git history of FILE", "按答案文件的 git 历史显示变化过程"),
    )]
    pub trend: bool,
    #[command(flatten)]
    pub without: Without,
    #[command(flatten)]
    pub outputs: Outputs<ReportFormat>,
}

pub fn run(session: &Session, arguments: &Report) -> Result<ExitCode> {
    refuse_terminal(&arguments.outputs)?;
    let model = session.model()?;
    let named = arguments.input.file.as_deref();
    let path = session.path(named, &model)?;
    if let Some(old) = &arguments.compare {
        old.check_against(&path)?;
    }
    let answers = session.answers(&path, &model)?;
    let team = answers.assessment.team.clone();
    let private = arguments.without.private();
    let answers = answers.without(&private);
    let outcome = scoring::score(&model, &answers);
    let trend = arguments.trend.then(|| over_time(session, &path, &model, &private)).transpose()?;
    let plan = plan(&outcome, PlanOptions::default());
    let lead = lead(&outcome.overall, &plan);
    let team = team.as_deref();
    let current = Current { path: &path, origin: PathOrigin::of(named), session, model: &model, team };
    let earlier = arguments.compare.as_ref().map(|old| earlier(old, &current)).transpose()?;
    let (earlier, change) = earlier.map_or((None, None), |(answers, change)| (Some(answers.without(&private)), change));
    if let Some(change) = &change {
        let (from, to) = (&change.from, &change.to);
        session.note(&text!(
            "the earlier answers are to version {from} of the model: what version {to} does not have is left out",
            "此前的答案基于模型版本 {from}：版本 {to} 中没有的部分不参与对比"
        ));
    }
    let earlier = earlier.as_ref().map(|earlier| scoring::score(&model, earlier));
    let moved = earlier.as_ref().map(|earlier| diff(earlier, &outcome));
    let sides = earlier.as_ref().zip(moved.as_ref());
    let comparison = sides.map(|(old, diff)| Comparison { old, new: &outcome, diff, model: change.as_ref() });
    let results = Results {
        outcome: &outcome,
        plan: &plan,
        lead: &lead,
        targets: &targets(session, &model),
        beside: Beside { earlier: comparison, trend: trend.as_ref() },
        name: &if private.contains(&Private::Names) {
            name_of_file(&path, 1, &private)
        } else {
            files::name_in_repository(&path)
        },
    };
    publish_report(session, &arguments.outputs, &results)?;
    Ok(ExitCode::SUCCESS)
}

/// What the documents are made of.
struct Results<'a, 'm> {
    outcome: &'a Outcome<'m>,
    plan: &'a Plan<'m>,
    lead: &'a Lead<'a, 'm>,
    targets: &'a Targets,
    beside: Beside<'a, 'm>,
    /// What rows call the file.
    name: &'a str,
}

/// Writes every document that is asked for, and notes what its format does not show.
fn publish_report(session: &Session, outputs: &Outputs<ReportFormat>, results: &Results<'_, '_>) -> Result<()> {
    let Results { outcome, plan, lead, targets, beside, name } = *results;
    // A workbook may fail, which nothing may be written before.
    let workbook = if outputs.ask_for(ReportFormat::Xlsx) {
        xlsx::xlsx(outcome, plan, beside.earlier.as_ref(), lang()).map_err(Failure::new)?
    } else {
        Vec::new()
    };
    publish(outputs, session.drawing(), Paging::Never, |format, style| {
        note_what_is_not_shown(session, format, beside);
        match format {
            ReportFormat::Html => Document::Text(with_report(outcome, plan, lead, targets, beside, |report| {
                html(report, session.languages())
            })),
            ReportFormat::Markdown => {
                let depth = outcome.model.sub_domain_storey();
                let standing = Standing { outcome, plan, lead: lead.clone(), depth };
                let comparison = beside.earlier.map(|earlier| markdown::section(&earlier, style));
                let trend = beside.trend.map(|trend| markdown::trend_section(trend, style));
                let sections = [Some(markdown::score(&standing, style)), comparison, trend];
                Document::Text(sections.into_iter().flatten().collect::<Vec<_>>().join("\n"))
            }
            ReportFormat::Csv => Document::Rows(csv::rows(&rows(outcome, name, style.lang))),
            ReportFormat::Xlsx => Document::Bytes(workbook.clone()),
        }
    })
}

fn note_what_is_not_shown(session: &Session, format: ReportFormat, beside: Beside<'_, '_>) {
    if format == ReportFormat::Csv && beside.earlier.is_some() {
        session.note(&text!("a comparison is not shown in CSV", "CSV 报告不显示对比"));
    }
    if matches!(format, ReportFormat::Csv | ReportFormat::Xlsx) && beside.trend.is_some() {
        session.note(&text!(
            "how it came to be is shown in HTML and Markdown only; `assess trend --format csv` has it as rows",
            "变化过程只在 HTML 和 Markdown 中显示；`assess trend --format csv` 以行的形式给出"
        ));
    }
}

/// How the answers came to be as they are, by the history of their file.
fn over_time<'m>(session: &Session, path: &Path, model: &'m Model, private: &[Private]) -> Result<Trend<'m>> {
    let view = View::new(model, Node::Model(model), model.sub_domain_storey(), None);
    let wanted = Wanted { private: private.to_vec(), ..Wanted::default() };
    trend::read(session, &Subject::History(path.to_owned()), view, &wanted, &mut ())
}

/// What stands beside the answers of now.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Beside<'a, 'm> {
    pub earlier: Option<Comparison<'a, 'm>>,
    pub trend: Option<&'a Trend<'m>>,
}

/// Gathers what the long report is made of, and lets it be written.
pub(super) fn with_report<'a, 'm, T>(
    outcome: &'a Outcome<'m>,
    plan: &'a Plan<'m>,
    lead: &'a Lead<'a, 'm>,
    targets: &Targets,
    beside: Beside<'a, 'm>,
    write: impl FnOnce(&report::Report<'_, 'm>) -> T,
) -> T {
    let targets: Vec<_> = held_to(outcome, targets).map(|(_, judged)| judged).collect();
    write(&report::Report {
        outcome,
        plan,
        highlights: &highlights(outcome),
        lead,
        targets: &targets,
        earlier: beside.earlier,
        trend: beside.trend,
    })
}

/// The targets of the policy; none where there is no policy, or one that cannot be read by this model, which is said.
pub(super) fn targets(session: &Session, model: &Model) -> Targets {
    if let Ok(located) = session.policy(model) {
        return located.map(|located| located.policy.targets).unwrap_or_default();
    }
    session.note(&text!(
        "the policy cannot be read with this model, so its targets are left out; `assess check` says why",
        "无法按此模型读取策略，因此不显示其目标；原因见 `assess check`"
    ));
    Targets::default()
}

/// Neither a page nor a workbook can be read on a terminal.
fn refuse_terminal(outputs: &Outputs<ReportFormat>) -> Result<()> {
    let unfit = match outputs.on_stdout() {
        Some(ReportFormat::Html) => Unfit::Html,
        Some(ReportFormat::Xlsx) => Unfit::Xlsx,
        _ => return Ok(()),
    };
    unfit.refuse_terminal("report")
}
