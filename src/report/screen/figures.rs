//! The figures of a team's delivery: what they are for, and the one that is asked.

use crate::answers::Metric;
use crate::interview::Interview;
use crate::lang::Text;
use crate::report::kit::style::{Drawing, Style};
use crate::report::kit::words;
use crate::text::{cut, wrap};

/// What is left to ask once everything is answered, and what it is for.
pub(super) fn offer(style: &Style) -> Vec<String> {
    let names: Vec<_> = Metric::all().map(|metric| metric.name().into_string(style.lang)).collect();
    let (count, names) = (names.len(), words::list(&names, style.lang));
    let offer = text!(
        "{count} figures are left, each of which can be skipped: {names}. They stand beside the result over time and among teams; they are not scored, and prove no cause.",
        "还有 {count} 个成效指标，都可以跳过：{names}。它们与结果并列显示，便于与以往、与其他团队对照；不计入得分，也不说明因果。"
    );
    wrap(offer.get(style.lang), style.width, "", "")
}

/// A figure that is asked for, with its place among all.
pub(super) fn asked(interview: &Interview<'_>, metric: Metric, style: &Style) -> Vec<String> {
    let (place, count) = (Metric::all().take_while(|own| *own != metric).count() + 1, Metric::all().count());
    let Text { en, zh, .. } = metric.name();
    let name = text!("{en} ({place} of {count})", "{zh}（{place}/{count}）");
    let mut lines: Vec<_> = wrap(metric.question().get(style.lang), style.width, "", "")
        .iter()
        .map(|line| style.colors.bold(line))
        .collect();
    lines.push(style.colors.dim(&cut(name.get(style.lang), style.width)));
    let now = interview.outcome_text(metric);
    // On a whole screen it stands in the line that is typed.
    if style.drawing == Drawing::Plain && !now.is_empty() {
        lines.push(text!("now {now}", "现为 {now}").into_string(style.lang));
    }
    lines
}
