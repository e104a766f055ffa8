//! How long something takes, as people say it.

use crate::lang::Text;

/// `about 35 min`, `about 2½ h`: minutes that are an estimate.
pub(in crate::report) fn about(minutes: u64) -> Text {
    about_range(minutes, minutes)
}

/// `about 45 to 70 min`: an estimate that depends on what is chosen.
pub(in crate::report) fn about_range(least: u64, most: u64) -> Text {
    let ((least_en, least_zh), (most_en, most_zh)) = (span(least), span(most));
    if least == most {
        return text!("about {most_en}", "约 {most_zh}");
    }
    // The unit is said once where both have the same.
    let short = |span: &str, unit: &str| span.strip_suffix(unit).map(str::to_owned);
    let (en, zh) = (short(&least_en, " min"), short(&least_zh, "分钟"));
    let is_same_unit = most_en.ends_with(" min");
    let (least_en, least_zh) =
        (en.filter(|_| is_same_unit).unwrap_or(least_en), zh.filter(|_| is_same_unit).unwrap_or(least_zh));
    text!("about {least_en} to {most_en}", "约 {least_zh}到 {most_zh}")
}

/// Minutes or hours, as people say them, in both languages.
fn span(minutes: u64) -> (String, String) {
    match (minutes / 60, minutes % 60) {
        (0, _) | (1, 0..30) => (format!("{minutes} min"), format!("{minutes} 分钟")),
        (hours, 0..30) => (format!("{hours} h"), format!("{hours} 小时")),
        (hours, _) => (format!("{hours}½ h"), format!("{hours} 个半小时")),
    }
}
