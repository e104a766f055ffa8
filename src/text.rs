//! Foreign text made harmless, and text measured and wrapped for a terminal.

mod harmless;
mod width;
mod wrap;

pub use harmless::{inert, is_hostile, is_plain, one_line, visible};
pub use width::{cut, narrow, pad, painted_width, width};
pub use wrap::{flow, push_wrapped, wrap, wrap_message};
