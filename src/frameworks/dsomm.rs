//! DSOMM: `model.yaml`, overlays after it, and what teams have said.
//!
//! Dimensions hold sub-dimensions, these activities, each at a level. What DSOMM shows is how far the activities of a
//! sub-dimension at a level are done, in percent; so a level is a storey here, and an activity has one clause, which is met to a
//! degree.

mod activities;
mod build;
mod options;
mod progress;
mod states;

use self::activities::Activities;
use self::build::build;
use self::progress::progress;
use self::states::States;
use super::draft::Imported;
use super::reading::Reading;
use crate::answers::Answers;
use crate::problem::{Problems, Source};

pub use self::options::{Dsomm, TeamProgress};

/// The model in the files of DSOMM, with the answers of a team where these are asked for.
///
/// # Errors
///
/// Every problem of every file.
pub fn dsomm(files: &[Source], options: &Dsomm) -> Result<(Imported, Option<Answers>), Problems> {
    let of_team = options.team.as_ref().map(|team| &team.file);
    let mut reading = Reading::new(files.iter().chain(&options.meta).chain(of_team));
    let documents = reading.documents();
    let (models, others): (Vec<_>, Vec<_>) = documents.into_iter().partition(|(file, _)| *file < files.len());
    let meta = others.iter().find(|(file, _)| options.meta.is_some() && *file == files.len());
    let states = meta.map(|meta| States::read(&mut reading, meta));
    let activities = Activities::read(&mut reading, &models);
    let draft = activities.and_then(|it| build(&mut reading, &it, states.as_ref(), options));
    let last = others.iter().find(|(file, _)| *file + 1 == reading.files.len());
    let answers = match (&draft, &options.team, last) {
        (Some(draft), Some(team), Some(file)) => progress(&mut reading, &draft.model, states.as_ref(), team, file),
        _ => None,
    };
    let imported = Imported::of(reading, draft)?;
    Ok((imported, answers))
}
