//! How wide a text is in the letters of badges, which no terminal's columns tell.

use unicode_width::UnicodeWidthChar;

/// The widths of `' '` to `'~'` in Verdana at 11 px, in hundredths of a px; `DejaVu Sans`, which stands in for it where it is
/// not installed, differs by less than two percent over a few words.
#[rustfmt::skip]
const VERDANA: [usize; 95] = [
    387, 433, 505, 900, 699, 1184, 799, 295, 500, 500, 699, 900, 400, 500, 400, 500,
    699, 699, 699, 699, 699, 699, 699, 699, 699, 699, 500, 500, 900, 900, 900, 600,
    1100, 752, 754, 768, 848, 696, 632, 853, 827, 463, 500, 762, 612, 927, 823, 866,
    663, 866, 765, 752, 678, 805, 752, 1088, 754, 677, 754, 500, 500, 500, 900, 699,
    699, 661, 685, 573, 685, 655, 387, 685, 696, 302, 379, 651, 302, 1070, 696, 668,
    685, 685, 469, 573, 433, 696, 651, 900, 651, 651, 578, 698, 500, 698, 900,
];

/// Any other letter of one column: an en dash, and about the mean of Latin and Cyrillic ones.
const LETTER: usize = 700;
/// A letter of two columns, which is as wide as it is high.
const FULL: usize = 1100;

/// The width of a text at 11 px, in px, rounded up.
pub(super) fn width(text: &str) -> usize {
    text.chars().map(width_of).sum::<usize>().div_ceil(100)
}

fn width_of(letter: char) -> usize {
    let place = usize::try_from(u32::from(letter)).ok().and_then(|code| code.checked_sub(32));
    match (place.and_then(|place| VERDANA.get(place)), letter.width()) {
        (Some(width), _) => *width,
        (None, Some(2)) => FULL,
        (None, Some(1)) => LETTER,
        (None, _) => 0,
    }
}

#[cfg(test)]
mod tests {
    use super::width;

    /// What Chromium measures, in `DejaVu Sans` and `Noto Sans CJK SC`.
    #[test]
    fn a_text_is_as_wide_as_a_browser_draws_it() {
        let measured = [
            ("maturity", 47),
            ("level 3", 37),
            ("not applicable", 78),
            ("level 1–2, provisional", 116),
            ("continuous delivery", 109),
            ("成熟度", 33),
            ("级别 1–2（暂定）", 89),
        ];
        for (text, drawn) in measured {
            let off = width(text).abs_diff(drawn);
            assert!(off * 100 <= drawn * 4, "{text}: {} instead of {drawn}", width(text));
        }
    }
}
