//! What a library does not say of how it is to be counted.

use super::scale::ScaleRange;
use crate::frameworks::version::ModelVersion;

/// How a library is to be read.
#[derive(Clone, Debug)]
pub struct Ciso {
    /// The version of the model, if it is not to be that of the library.
    pub version: Option<ModelVersion>,
    /// Which of several frameworks of the library, by its `ref_id` or `urn`.
    pub framework: Option<String>,
    /// How scores become one.
    pub method: Method,
    /// The scale to ask on, if it is not to be that of the library.
    pub scale: Option<ScaleRange>,
    /// Whether the implementation groups are the levels.
    pub ladder: Option<Ladder>,
}

/// How the scores of requirements become one, as an audit of CISO Assistant sets it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Method {
    /// The mean of all requirements, by their weights.
    Average,
    /// The mean of means, up to the categories, which count alike.
    AverageOfAverages,
}

/// That implementation groups are levels, each containing those before it.
#[derive(Clone, Copy, Debug)]
pub struct Ladder {
    /// The score from which on a requirement counts for a level; `None` for the highest.
    pub met_from: Option<i64>,
}
