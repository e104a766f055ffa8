//! A YAML file as located values: every scalar is the text that was written, so that `No`, `#993300` and dates stay what they are.
//!
//! Why no library that makes values of its own: `docs/design.md`, "Other frameworks".

mod parse;
mod places;
mod value;

pub use parse::{YAML_LIMIT, parse};
pub use value::{Entry, Node, Value};
