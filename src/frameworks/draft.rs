//! A model as an importer makes it, before it is held to what every model is held to.

use super::account::Account;
use super::reading::Reading;
use crate::model::Model;
use crate::model::source::{Loaded, check_sizes, load, write};
use crate::problem::{Problems, Source};

/// A model made of the data of a framework, with what was counted on the way.
pub(super) struct Draft {
    pub(super) model: Model,
    pub(super) account: Account,
}

/// A model made of the data of a framework, and how it came about.
#[derive(Clone, Debug)]
pub struct Imported {
    /// The model, as it is read from `files`.
    pub model: Model,
    /// The files of its folder.
    pub files: Vec<Source>,
    /// What was found, written and lost.
    pub account: Account,
}

impl Imported {
    /// The model of a draft, written and read again: what is given back is what every command will read.
    ///
    /// # Errors
    ///
    /// Every problem of the files that were read; else every problem of those that would be written.
    pub(super) fn of(reading: Reading<'_>, draft: Option<Draft>) -> Result<Self, Problems> {
        let lost = reading.finish()?;
        let Draft { model, account } = draft.expect("without a problem there is a model");
        let files = write(&model);
        check_sizes(&files)?;
        let Loaded { model, .. } = load(files.clone());
        Ok(Self { model: model?, files, account: Account { lost, ..account } })
    }
}
