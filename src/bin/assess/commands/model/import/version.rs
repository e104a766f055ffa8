//! The version of a model, for frameworks whose files have one.

use assess::frameworks::ModelVersion;
use clap::Args;

/// `--model-version`, which may be left out.
#[derive(Debug, Args)]
#[command(next_help_heading = t!("Options", "选项"))]
pub(super) struct Version {
    #[arg(
        long, value_name = t!("VERSION", "版本"),
        help = t!("The version of the model [default: that of the files]", "模型的版本 [默认：文件中写明的版本]"),
    )]
    pub(super) model_version: Option<ModelVersion>,
}
