//! What is said beside the files of DSOMM.

use crate::frameworks::license::License;
use crate::frameworks::version::ModelVersion;
use crate::problem::Source;

/// What the files of DSOMM do not say, and what is read beside them.
#[derive(Clone, Debug)]
pub struct Dsomm {
    /// The version of the model, if it is not to be what the files say.
    pub version: Option<ModelVersion>,
    /// The license that was found beside the files.
    pub license: Option<License>,
    /// `meta.yaml`, which names the states of an activity and what they count; `None`: it is done or not.
    pub meta: Option<Source>,
    /// What teams have said; `None` for the model alone.
    pub team: Option<TeamProgress>,
}

/// The team whose progress becomes answers.
#[derive(Clone, Debug)]
pub struct TeamProgress {
    /// `team-progress.yaml`.
    pub file: Source,
    /// What the file calls the team.
    pub name: String,
}
