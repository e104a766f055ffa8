//! `assess model import ciso`.

use anyhow::Result;
use assess::frameworks::{Ciso, Framework, Ladder, Method, ScaleRange, ciso};
use assess::text;
use clap::{Args, ValueEnum};

use super::paths::{Paths, finish};
use super::version::Version;
use crate::failure::Failure;
use crate::files::read_foreign;
use crate::session::Session;

#[derive(Debug, Args)]
#[command(next_help_heading = t!("Options", "选项"))]
pub(super) struct CisoArguments {
    #[command(flatten)]
    paths: Paths,
    #[command(flatten)]
    version: Version,
    #[arg(
        long, value_name = t!("REF", "编号"),
        help = t!("Which framework, where the library has several", "库中有多个框架时指定其中一个"),
    )]
    framework: Option<String>,
    #[arg(
        long, value_enum, default_value_t = MethodArgument::Average, hide_possible_values = true,
        hide_default_value = true, value_name = t!("METHOD", "方式"),
        help = t!(
            "How scores become one, as the audit sets it: average, average-of-averages, sum [default: average]",
            "得分的汇总方式，同审计中的设置：average、average-of-averages、sum [默认：average]"
        ),
    )]
    method: MethodArgument,
    #[arg(
        long, value_name = "MIN-MAX",
        help = t!("Ask on this scale instead of that of the library, as `0-4`", "改用此刻度提问，如 `0-4`"),
    )]
    scale: Option<ScaleRange>,
    #[arg(
        long, value_enum, default_value_t = LevelsArgument::Scores, hide_possible_values = true,
        hide_default_value = true, value_name = "scores|groups",
        help = t!(
            "Whether scores are the levels, or implementation groups, each containing those before it [default: scores]",
            "以分数（scores）为级别，或以实施组（groups，逐组包含）为级别 [默认：scores]"
        ),
    )]
    levels: LevelsArgument,
    #[arg(
        long, value_name = t!("SCORE", "分数"),
        help = t!(
            "With --levels groups: the score from which on a requirement counts for a level [default: the highest]",
            "与 --levels groups 合用：条目从该分数起计为满足 [默认：最高分]"
        ),
    )]
    met_from: Option<i64>,
}

/// How scores become one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum MethodArgument {
    Average,
    AverageOfAverages,
    Sum,
}

/// What the levels of the model are.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum LevelsArgument {
    Scores,
    Groups,
}

pub(super) fn run(session: &Session, arguments: &CisoArguments) -> Result<()> {
    let method = method(arguments)?;
    let ladder = match (arguments.levels, arguments.met_from) {
        (LevelsArgument::Groups, met_from) => Some(Ladder { met_from }),
        (LevelsArgument::Scores, None) => None,
        (LevelsArgument::Scores, Some(_)) => {
            let message = text!("`--met-from` is for levels that are groups", "`--met-from` 只用于以实施组为级别");
            return Err(Failure::new(message).help(text!("add `--levels groups`", "请加上 `--levels groups`")).into());
        }
    };
    let files = read_foreign(&arguments.paths.files)?;
    let (version, framework, scale) = (arguments.version.model_version, arguments.framework.clone(), arguments.scale);
    let options = Ciso { version, framework, method, scale, ladder };
    finish(session, Framework::Ciso, &arguments.paths, &ciso(&files, &options)?, None)
}

fn method(arguments: &CisoArguments) -> Result<Method> {
    match arguments.method {
        MethodArgument::Average => Ok(Method::Average),
        MethodArgument::AverageOfAverages => Ok(Method::AverageOfAverages),
        MethodArgument::Sum => {
            let message = text!("no model has a sum as its score", "模型的得分不能是总和");
            let help = text!(
                "`--method average` tells the same: the sum is it times all weights of what is scored",
                "`--method average` 等价：总和等于平均值乘以已评分条目的权重之和"
            );
            Err(Failure::new(message).help(help).into())
        }
    }
}
