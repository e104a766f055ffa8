//! Words of a page, escaped all at once.

use std::borrow::{Borrow, Cow};
use std::fmt;
use std::ops::Deref;

use maud::Render;
use memchr::{memchr, memchr3};

/// Words of a page, which are escaped as they are written.
///
/// Hardly any hold a sign that has to be, and are copied as they are: `maud` takes many times as long to copy byte by byte.
#[derive(Default)]
pub(super) struct Words<'t>(pub Cow<'t, str>);

impl Words<'_> {
    pub(super) fn into_owned(self) -> String {
        self.0.into_owned()
    }
}

impl Render for Words<'_> {
    fn render_to(&self, page: &mut String) {
        let bytes = self.0.as_bytes();
        if memchr3(b'&', b'<', b'>', bytes).is_none() && memchr(b'"', bytes).is_none() {
            page.push_str(&self.0);
        } else {
            self.0.render_to(page);
        }
    }
}

impl Deref for Words<'_> {
    type Target = str;

    fn deref(&self) -> &str {
        &self.0
    }
}

impl Borrow<str> for Words<'_> {
    fn borrow(&self) -> &str {
        self
    }
}

impl fmt::Display for Words<'_> {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(out)
    }
}

#[cfg(test)]
mod tests {
    use maud::html;
    use proptest::prelude::*;

    use super::Words;

    proptest! {
        #[test]
        fn words_are_escaped_as_any_other_text(text in "[a-z分 &<>\"'#]{0,40}") {
            let words = html! { (Words(text.as_str().into())) };
            prop_assert_eq!(words.into_string(), html! { (text) }.into_string());
        }
    }
}
