//! Foreign text made harmless, and text measured and wrapped for a terminal.

mod harmless;
mod scan;
mod width;
mod wrap;

pub use harmless::{inert, one_line, visible};
pub use scan::{has_hostile_beyond_c0, is_hostile, is_plain};
pub use width::{blanks, cut, indented, pad, painted_width, push_blanks, width};
pub use wrap::{flow, push_wrapped, wrap, wrap_message};
