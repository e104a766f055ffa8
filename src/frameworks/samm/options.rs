//! What is said beside the files of SAMM.

use crate::frameworks::license::License;
use crate::frameworks::version::ModelVersion;
use crate::model::counting::Unanswered;

/// What the files of SAMM do not say.
#[derive(Clone, Debug)]
pub struct Samm {
    /// The version of the model.
    pub version: ModelVersion,
    /// The license that was found beside the files.
    pub license: Option<License>,
    /// What a question without an answer counts as.
    pub unanswered: Unanswered,
}
