//! The states of an activity, and what each counts: `progressDefinition` of `meta.yaml`.

use crate::frameworks::fields::Fields;
use crate::frameworks::keys::key_of;
use crate::frameworks::reading::{Place, Reading};
use crate::model::counting::Fraction;
use crate::model::source::MOST_DEGREES;
use crate::yaml::Node;

/// A state.
#[derive(Clone, Debug)]
pub(super) struct State {
    /// What the file calls it.
    pub(super) title: String,
    /// The id of its degree.
    pub(super) id: String,
    pub(super) score: Fraction,
}

/// What `meta.yaml` says.
#[derive(Clone, Debug, Default)]
pub(super) struct States {
    /// The states, from that which counts nothing to that which counts all.
    pub(super) all: Vec<State>,
    /// What the levels are called, the first being level 1.
    pub(super) levels: Vec<String>,
    /// The teams that are listed there.
    pub(super) teams: Vec<String>,
}

impl States {
    /// The states in a file; without any if it cannot be read, which is noted as a problem.
    pub(super) fn read(reading: &mut Reading<'_>, (file, documents): &(usize, Vec<Node>)) -> Self {
        let mut states = Self::default();
        let root = documents.iter().find(|document| document.get("progressDefinition").is_some());
        let Some(root) = root else {
            let message = text!("no `progressDefinition` is in this file", "此文件中没有 `progressDefinition`");
            let help = text!("name the `meta.yaml` of a copy of DSOMM", "请指定 DSOMM 副本的 `meta.yaml`");
            reading.problem(&Place { file: *file, span: 0..0 }, message, Some(help));
            return states;
        };
        let definition = root.get("progressDefinition").map(Node::entries).unwrap_or_default();
        for entry in definition {
            let place = Place { file: *file, span: entry.place.clone() };
            let Some(mut fields) = Fields::of(reading, *file, &entry.node, "state") else { continue };
            let Some(score) = fields.required(reading, "score") else { continue };
            fields.skip(&["definition"]);
            fields.close(reading);
            let Some(score) = percent(&score) else {
                let message = text!("`{score}` is no part from 0% to 100%", "`{score}` 不是 0% 到 100% 之间的比例");
                let help = text!("write it as `50%` or `0.5`", "请写成 `50%` 或 `0.5`");
                reading.problem(&place, message, Some(help));
                continue;
            };
            let title = reading.words("state", &entry.key, &place);
            let id = key_of(&title);
            states.all.push(State { title, id, score });
        }
        states.check(reading, *file, root);
        states.levels = names_of_levels(root);
        let teams = root.get("teams").map(list_of).unwrap_or_default();
        states.teams = teams;
        states
    }

    /// They are a scale: from nothing to all, each of its own value and id.
    fn check(&mut self, reading: &mut Reading<'_>, file: usize, root: &Node) {
        self.all.sort_by_key(|state| state.score);
        let ends = (self.all.first().map(|it| it.score), self.all.last().map(|it| it.score));
        let is_scale = ends == (Some(Fraction::ZERO), Some(Fraction::ONE));
        let is_strict = self.all.windows(2).all(|pair| pair[0].score < pair[1].score);
        let ids: std::collections::BTreeSet<_> = self.all.iter().map(|state| &state.id).collect();
        let has_ids = ids.len() == self.all.len() && !ids.iter().any(|id| id.is_empty());
        if is_scale && is_strict && has_ids && self.all.len() <= MOST_DEGREES || !reading.is_sound() {
            return;
        }
        let span = root.get("progressDefinition").map_or(0..0, |node| node.span.start..node.span.start);
        let message = text!(
            "the states are no scale of two to {MOST_DEGREES} from 0% to 100%, each of its own name and score",
            "各状态应构成 0% 到 100% 之间二至 {MOST_DEGREES} 档的刻度，名称和 score 互不相同"
        );
        reading.problem(&Place { file, span }, message, None);
    }
}

/// `50%`, or `0.5` of the whole.
fn percent(score: &str) -> Option<Fraction> {
    let Some(number) = score.trim().strip_suffix('%') else { return score.trim().parse().ok() };
    // Two places further right: `12.5` percent is `0.125`.
    let (whole, digits) = number.trim().split_once('.').unwrap_or((number.trim(), ""));
    let is_number = !(whole.is_empty() && digits.is_empty());
    if !is_number || !whole.bytes().chain(digits.bytes()).all(|byte| byte.is_ascii_digit()) {
        return None;
    }
    let padded = format!("{whole:0>3}");
    let (ones, hundredths) = padded.split_at(padded.len() - 2);
    format!("{ones}.{hundredths}{digits}").parse().ok()
}

/// The names of the levels in the language that the file prefers, else in the first it has.
fn names_of_levels(root: &Node) -> Vec<String> {
    let lang = root.get("lang").and_then(Node::text).unwrap_or("en");
    let strings = root.get("strings");
    let own = strings.and_then(|it| it.get(lang).or_else(|| it.entries().first().map(|entry| &entry.node)));
    own.and_then(|it| it.get("maturityLevels")).map(list_of).unwrap_or_default()
}

fn list_of(node: &Node) -> Vec<String> {
    match &node.value {
        crate::yaml::Value::List(nodes) => nodes.iter().filter_map(Node::text).map(str::to_owned).collect(),
        _ => Vec::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::percent;

    #[test]
    fn a_score_is_a_part_of_the_whole() {
        for (score, part) in
            [("0%", "0"), ("20%", "1/5"), ("50 %", "1/2"), ("100%", "1"), ("12.5%", "1/8"), ("0.2", "1/5"), ("1", "1")]
        {
            assert_eq!(percent(score).map(|it| it.to_string()), Some(part.to_owned()), "{score}");
        }
        for score in ["", "%", "101%", "-1%", "2", "half", "1e1%", "50%%", "中%", "5.中%", "+1%"] {
            assert_eq!(percent(score), None, "{score}");
        }
    }
}
