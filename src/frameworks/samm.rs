//! OWASP SAMM: the `model` folder of its core repository.
//!
//! Business functions hold security practices, these streams; an activity stands at a level of a stream and has questions, each
//! with a set of answers that count a part of it. A stream becomes a dimension, a question a clause.

mod build;
mod links;
mod options;
mod parts;

use self::build::build;
use self::links::{Links, whole_copy};
use self::parts::Parts;
use super::draft::Imported;
use super::reading::{Place, Reading};
use crate::problem::{Problems, Source};

pub use self::options::Samm;

/// The model in the files of SAMM's core repository.
///
/// # Errors
///
/// Every problem of every file.
pub fn samm(files: &[Source], options: &Samm) -> Result<Imported, Problems> {
    let mut reading = Reading::new(files);
    let parts = Parts::read(&mut reading);
    if parts.functions.is_empty() && reading.is_sound() {
        let message = text!("no business function of SAMM is here", "此处没有 SAMM 的业务职能");
        reading.problem(&Place { file: 0, span: 0..0 }, message, Some(whole_copy()));
    }
    let draft = if reading.is_sound() {
        let links = Links::of(&mut reading, &parts);
        build(&mut reading, &parts, &links, options)
    } else {
        None
    };
    Imported::of(reading, draft)
}
