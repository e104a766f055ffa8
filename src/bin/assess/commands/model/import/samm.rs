//! `assess model import samm`.

use anyhow::Result;
use assess::frameworks::{Framework, License, ModelVersion, Samm, samm};
use assess::model::counting::Unanswered;
use clap::{Args, ValueEnum};

use super::paths::{Paths, finish};
use crate::files::{license_beside, read_foreign};
use crate::session::Session;

#[derive(Debug, Args)]
#[command(next_help_heading = t!("Options", "选项"))]
pub(super) struct SammArguments {
    #[command(flatten)]
    paths: Paths,
    #[arg(
        long, value_name = t!("VERSION", "版本"),
        help = t!("The version of the copy, as `2.0.3`: its files do not say it", "该副本的版本，如 `2.0.3`：其文件中没有写明"),
    )]
    model_version: ModelVersion,
    #[arg(
        long, value_enum, default_value_t = UnansweredArgument::Open, hide_possible_values = true,
        hide_default_value = true, value_name = "open|lowest",
        help = t!(
            "Whether a stream without an answer is left out of scores, or counts as no [default: open]",
            "没有答案的分支：不计入得分（open），或按“否”计（lowest）[默认：open]"
        ),
    )]
    unanswered: UnansweredArgument,
}

/// What a question without an answer counts as.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum UnansweredArgument {
    Open,
    Lowest,
}

pub(super) fn run(session: &Session, arguments: &SammArguments) -> Result<()> {
    let files = read_foreign(&arguments.paths.files)?;
    let license = license_beside(&arguments.paths.files).and_then(|text| License::of_file(&text));
    let unanswered = match arguments.unanswered {
        UnansweredArgument::Open => Unanswered::Open,
        UnansweredArgument::Lowest => Unanswered::Lowest,
    };
    let options = Samm { version: arguments.model_version, license, unanswered };
    finish(session, Framework::Samm, &arguments.paths, &samm(&files, &options)?, None)
}
