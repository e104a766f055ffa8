//! What stands beside an answer.

use crate::answers::{Answer, Claim};
use crate::lang::Text;
use crate::text::one_line;

/// Why the question does not apply, what else is said of the claim, then the note and the evidence, each as a line.
pub(super) fn added(answer: &Answer, of_claim: impl IntoIterator<Item = Text>) -> Vec<Text> {
    let mut said = Vec::new();
    if let Some(Claim::NotApplicable { reason, .. }) = &answer.claim {
        let reason = one_line(reason);
        said.push(text!("not applicable: {reason}", "不适用：{reason}"));
    }
    said.extend(of_claim);
    if let Some(note) = &answer.note {
        let note = one_line(note);
        said.push(text!("note: {note}", "备注：{note}"));
    }
    if !answer.evidence.is_empty() {
        let list = answer.evidence.iter().map(|entry| one_line(entry)).collect::<Vec<_>>().join(", ");
        said.push(text!("evidence: {list}", "证据：{list}"));
    }
    said
}
