//! The interview: what to ask next, what a key means now, where back and skip lead.
//!
//! A pure machine with private state: [`Interview::press`] is told which key was typed and answers what is to be done,
//! and [`Interview::apply_saved`] is told what came of it. It never asks, saves or draws by itself; [`crate::report::screen`]
//! turns its state into lines.

pub mod command;
pub mod input;
pub mod line;
pub mod setup;
pub mod statements;

mod asking;
mod below;
mod effect;
mod evidence;
mod key;
mod mode;
mod navigation;
mod opinions;
mod outcomes;
mod pace;
mod part;
mod people;
mod press;
mod progress;
mod quick;
mod remarks;
mod review;
mod same_words;
mod saving;
mod search;
mod state;
mod status;
mod tally;
mod terms;
mod time;
mod typing;
mod unfinished;
mod wish;

pub use below::Below;
pub use effect::{AskedAnew, Edit, Effect, FigureEdit, Purpose, Save};
pub use key::{Key, is_quit};
pub use mode::{Mode, Part, Prompt};
pub use people::Stage;
pub use quick::Deepening;
pub use state::Interview;
pub use status::{Sign, Status};
pub use tally::Tally;
pub use time::{minutes_alone, seconds_alone};
pub use wish::{Pass, Wish};
