//! The style sheet and the script, which stand within the file.

pub(super) const BASE: &str = include_str!("base.css");
pub(super) const STYLE: &str = include_str!("style.css");
pub(super) const SCRIPT: &str = include_str!("script.js");
pub(super) const ROLLUP_STYLE: &str = include_str!("rollup.css");
pub(super) const ROLLUP_SCRIPT: &str = include_str!("rollup.js");
pub(super) const FORM_STYLE: &str = include_str!("form/form.css");
/// In the order in which each needs those before it.
pub(super) const FORM_SCRIPTS: [&str; 9] = [
    include_str!("form/file.js"),
    include_str!("form/controls.js"),
    include_str!("form/answers.js"),
    include_str!("form/words.js"),
    include_str!("form/screen.js"),
    include_str!("form/places.js"),
    include_str!("form/actions.js"),
    include_str!("form/dialogs.js"),
    include_str!("form/page.js"),
];
