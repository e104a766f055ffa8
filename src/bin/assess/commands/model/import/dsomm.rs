//! `assess model import dsomm`.

use std::path::PathBuf;

use anyhow::Result;
use assess::answers::compose;
use assess::frameworks::{Dsomm, Framework, License, TeamProgress, dsomm};
use clap::Args;

use super::paths::{Paths, finish};
use super::version::Version;
use crate::failure::Failure;
use crate::files::{license_beside, read_foreign};
use crate::session::Session;
use crate::terminal::lang;

#[derive(Debug, Args)]
#[command(next_help_heading = t!("Options", "选项"))]
pub(super) struct DsommArguments {
    #[command(flatten)]
    paths: Paths,
    #[command(flatten)]
    version: Version,
    #[arg(
        long, value_name = t!("FILE", "文件"),
        help = t!(
            "`meta.yaml`, which says what the states of an activity count; without it one is done or not",
            "`meta.yaml`，其中写明活动各状态的分值；不写则活动只有完成与未完成"
        ),
    )]
    meta: Option<PathBuf>,
    #[arg(
        long, value_name = t!("FILE", "文件"), requires_all = ["meta", "team"],
        help = t!(
            "`team-progress.yaml`: what the team has said is written as DIR.answers.toml",
            "`team-progress.yaml`：团队的进展写入“目录.answers.toml”"
        ),
    )]
    answers: Option<PathBuf>,
    #[arg(
        long, value_name = t!("NAME", "名称"), requires = "answers",
        help = t!("The team whose answers to write, as the file calls it", "要写出答案的团队，名称同文件中的写法"),
    )]
    team: Option<String>,
}

pub(super) fn run(session: &Session, arguments: &DsommArguments) -> Result<()> {
    let one = |path: &PathBuf| Ok::<_, anyhow::Error>(read_foreign(std::slice::from_ref(path))?.into_iter().next());
    let files = read_foreign(&arguments.paths.files)?;
    let license = license_beside(&arguments.paths.files).and_then(|text| License::of_file(&text));
    let meta = arguments.meta.as_ref().map(one).transpose()?.flatten();
    let progress = arguments.answers.as_ref().map(one).transpose()?.flatten();
    let team = progress.zip(arguments.team.clone()).map(|(file, name)| TeamProgress { file, name });
    let options = Dsomm { version: arguments.version.model_version, license, meta, team };
    let (imported, answers) = dsomm(&files, &options)?;
    let name = arguments.paths.answers().display().to_string();
    let written = answers.map(|answers| compose(&name, &imported.model, &answers, lang()));
    let written = written.transpose().map_err(Failure::from)?.map(|saved| saved.text);
    finish(session, Framework::Dsomm, &arguments.paths, &imported, written.as_deref())
}
