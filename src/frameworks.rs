//! Models made of the data of other frameworks: a user's own copy is read, strictly, and what cannot be kept is told.
//!
//! Nothing of any framework is in the program. What each counts, and what is lost, is in `docs/frameworks.md`.

mod account;
mod ciso;
mod draft;
mod dsomm;
mod fields;
mod keys;
mod license;
mod reading;
mod samm;
mod version;
mod wording;

pub use account::{Account, Counted, Framework, Loss, Part, Renamed};
pub use ciso::{Ciso, Ladder, Method, ScaleRange, ciso};
pub use draft::Imported;
pub use dsomm::{Dsomm, TeamProgress, dsomm};
pub use license::License;
pub use samm::{Samm, samm};
pub use version::ModelVersion;
