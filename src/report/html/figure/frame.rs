//! Where a picture begins and ends, and what it is called.

use maud::{Markup, Render, html};

/// The size of letters in pictures, in units of the picture.
pub(super) const LETTER: f64 = 12.5;
/// The distance from one line of letters to the next.
pub(super) const LINE: f64 = 16.0;

/// What a picture is called, and what it shows, for those who do not see it.
pub(in crate::report::html) struct Caption {
    /// Unique in the file.
    pub id: String,
    pub title: String,
    pub about: String,
}

/// Where a picture ends on each side.
#[derive(Clone, Copy)]
pub(super) struct Frame {
    pub(super) left: f64,
    pub(super) top: f64,
    pub(super) right: f64,
    pub(super) bottom: f64,
}

impl Frame {
    /// The least frame around both.
    pub(super) fn around(self, other: Self) -> Self {
        Self {
            left: self.left.min(other.left),
            top: self.top.min(other.top),
            right: self.right.max(other.right),
            bottom: self.bottom.max(other.bottom),
        }
    }

    /// Whether the two share more than an edge, when kept `apart`.
    pub(super) fn meets(self, other: Self, apart: f64) -> bool {
        self.left < other.right + apart
            && other.left < self.right + apart
            && self.top < other.bottom
            && other.top < self.bottom
    }
}

/// A picture with its title and description.
pub(super) fn drawn(caption: &Caption, class: &str, frame: Frame, contents: &Markup) -> Markup {
    let (width, height) = (frame.right - frame.left, frame.bottom - frame.top);
    let (title, about) = (format!("{}-title", caption.id), format!("{}-about", caption.id));
    html! {
        svg .(class) role="img" aria-labelledby={ (title) " " (about) }
            viewBox={ (px(frame.left)) " " (px(frame.top)) " " (px(width)) " " (px(height)) }
            width=(px(width)) height=(px(height))
        {
            title id=(title) { (caption.title) }
            desc id=(about) { (caption.about) }
            (contents)
        }
    }
}

/// A length that is written with one decimal, none where it is zero.
#[derive(Clone, Copy)]
pub(super) struct Length {
    tenths: i32,
}

impl Render for Length {
    fn render_to(&self, page: &mut String) {
        let (whole, tenth) = (self.tenths.unsigned_abs() / 10, self.tenths.unsigned_abs() % 10);
        if self.tenths < 0 {
            page.push('-');
        }
        whole.render_to(page);
        if tenth > 0 {
            page.push('.');
            tenth.render_to(page);
        }
    }
}

/// A length in units of the picture, rounded to tenths.
pub(super) fn px(length: f64) -> Length {
    // Whole tenths: a report has a thousand lengths, and a fraction takes far longer to write.
    let near = (length * 10.0).round_ties_even();
    // That product is rounded too; this is what it is off by, exactly.
    let tenths = match length.mul_add(10.0, -near) {
        off if off > 0.5 => near + 1.0,
        off if off < -0.5 => near - 1.0,
        _ => near,
    };
    #[expect(clippy::cast_possible_truncation, reason = "no picture is millions wide")]
    let tenths = tenths as i32;
    Length { tenths }
}

#[cfg(test)]
mod tests {
    use maud::Render as _;
    use proptest::prelude::*;

    use super::px;

    proptest! {
        #[test]
        fn lengths_are_rounded_as_the_standard_library_rounds_them(
            length in prop_oneof![-600.0..600.0, (-60_000_i32..60_000).prop_map(|it| f64::from(it) / 100.0)],
        ) {
            let text = format!("{length:.1}");
            let text = text.strip_suffix(".0").unwrap_or(&text);
            prop_assert_eq!(px(length).render().into_string(), if text == "-0" { "0" } else { text });
        }
    }
}
