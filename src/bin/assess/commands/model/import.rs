//! `assess model import`: a user's copy of another framework, as a folder of a model.

mod ciso;
mod dsomm;
mod paths;
mod samm;
mod version;

use anyhow::Result;
use clap::{Args, Subcommand};

use self::ciso::CisoArguments;
use self::dsomm::DsommArguments;
use self::samm::SammArguments;
use crate::arguments::template;
use crate::session::Session;

#[derive(Debug, Args)]
pub struct Import {
    #[command(subcommand)]
    framework: Which,
}

/// The frameworks.
#[derive(Debug, Subcommand)]
enum Which {
    #[command(
        about = t!("OWASP SAMM: the folder `model` of its core repository", "OWASP SAMM：其 core 仓库的 `model` 目录"),
        override_usage = t!(
            "assess model import samm [OPTIONS] --model-version VERSION FILE... [-o DIR]",
            "assess model import samm [选项] --model-version 版本 文件... [-o 目录]"
        ),
        help_template = template(),
    )]
    Samm(SammArguments),
    #[command(
        about = t!(
            "DSOMM: its `model.yaml`, then overlays; with --answers what a team has said",
            "DSOMM：其 `model.yaml`，其后为叠加文件；加 --answers 时一并导入团队的进展"
        ),
        override_usage = t!(
            "assess model import dsomm [OPTIONS] FILE... [-o DIR]",
            "assess model import dsomm [选项] 文件... [-o 目录]"
        ),
        help_template = template(),
    )]
    Dsomm(DsommArguments),
    #[command(
        about = t!("A library of CISO Assistant, in its YAML", "CISO Assistant 的库（YAML）"),
        override_usage = t!(
            "assess model import ciso [OPTIONS] FILE [-o DIR]",
            "assess model import ciso [选项] 文件 [-o 目录]"
        ),
        help_template = template(),
    )]
    Ciso(CisoArguments),
}

pub fn run(session: &Session, arguments: &Import) -> Result<()> {
    match &arguments.framework {
        Which::Samm(arguments) => samm::run(session, arguments),
        Which::Ciso(arguments) => ciso::run(session, arguments),
        Which::Dsomm(arguments) => dsomm::run(session, arguments),
    }
}
