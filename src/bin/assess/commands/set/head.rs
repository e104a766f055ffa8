//! What is no dimension, and was taken for one: a line of `[assessment]`, or a day.

use assess::answers::{Date, HEAD};
use assess::text;

use crate::failure::Failure;

/// What to do instead where an id that the model does not have names something of the file besides answers.
pub(super) fn meant_by(id: &str) -> Option<Failure> {
    if id.parse::<Date>().is_ok() {
        let failure = Failure::new(text!("`{id}` is a day, and no id", "`{id}` 是日期，不是 id"));
        let help = text!("the day stands behind `=`: `--date={id}`", "日期应写在 `=` 之后：`--date={id}`");
        return Some(failure.help(help));
    }
    let key = id.strip_prefix("assessment.").unwrap_or(id);
    if !HEAD.contains(&key) {
        return None;
    }
    let failure = Failure::new(text!(
        "`{key}` is a line of `[assessment]`, and no answer",
        "`{key}` 是 `[assessment]` 中的一行，不是答案"
    ));
    Some(failure.help(match key {
        "date" => text!("`--date`, or `--date=2026-11-21`, writes it", "用 `--date` 或 `--date=2026-11-21` 写入"),
        "scope" => text!(
            "change it in the file, or by `--scope` of `assess interview`",
            "请在文件中修改，或用 `assess interview` 的 `--scope`"
        ),
        _ => text!("change it in the file", "请在文件中修改"),
    }))
}
