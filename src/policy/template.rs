//! A commented policy to begin with: valid at once, and held by the answers that are there.

use std::fmt::Write as _;

use toml_writer::{ToTomlValue as _, TomlStringBuilder};

use crate::lang::{Lang, Text};
use crate::model::{Level, Model};
use crate::scoring::{self, Bounds, Outcome, Score, Scored, State};
use crate::text::one_line;

/// What a new policy is made for.
#[derive(Clone, Copy, Debug)]
pub struct Template<'a, 'm> {
    /// The language of the comments.
    pub lang: Lang,
    /// The answers file, relative to the policy, with `/` between its folders.
    pub answers: &'a str,
    /// The folder of the model, likewise; `None` for the embedded one.
    pub model_folder: Option<&'a str>,
    /// What follows from the answers.
    pub outcome: &'a Outcome<'m>,
}

/// The text of a new policy for answers to `model`.
///
/// Its target is the level that the answers are sure to have, so that it holds today and nothing may fall below it;
/// without such a level above the floor, the first one above it. Where some areas have answers and others have none, each
/// that has some gets a target of its own, and the others stand in comments.
#[must_use]
pub fn template(model: &Model, options: Template<'_, '_>) -> String {
    let mut page = PolicyText { text: String::new(), lang: options.lang };
    page.comment(&text!("What `assess check` holds the answers to.", "`assess check` 判定答案所用的标准。"));
    page.line("schema = 1");
    page.line(&format!("answers = {}", quoted(options.answers)));
    match options.model_folder {
        Some(folder) => page.line(&format!("model = {}", quoted(folder))),
        None => page.entry("# model = \"model\"", &text!("the folder of a model of your own", "自己的模型所在目录")),
    }
    page.targets(model, options.outcome);
    page.rules(model);
    page.text
}

struct PolicyText {
    text: String,
    lang: Lang,
}

impl PolicyText {
    fn line(&mut self, line: &str) {
        let _ = writeln!(self.text, "{line}");
    }

    fn comment(&mut self, text: &Text) {
        let _ = writeln!(self.text, "# {}", text.get(self.lang));
    }

    /// A line with what it means beside it.
    fn entry(&mut self, line: &str, about: &Text) {
        let _ = writeln!(self.text, "{line:<31} # {}", about.get(self.lang));
    }

    /// The targets: one for all, or for each area that has answers.
    fn targets(&mut self, model: &Model, outcome: &Outcome<'_>) {
        let sure = Sure::of(model, outcome);
        self.line("");
        if model.scoring.has_levels() {
            self.comment(&text!(
                "Levels to hold: the most specific id counts, and is inherited down.",
                "应达到的级别：最具体的 id 优先，并向下继承。"
            ));
        } else {
            self.comment(&text!(
                "Scores to hold, in quotes: the most specific id counts, and is inherited down.",
                "应达到的得分，须加引号：最具体的 id 优先，并向下继承。"
            ));
        }
        let areas: Vec<_> = model.areas.iter().filter_map(|area| outcome.overall.find(area.id.as_str())).collect();
        let is_open = |at: &Scored<'_>| at.state == State::Unanswered;
        let (open, begun) = (areas.iter().any(|at| is_open(at)), areas.iter().any(|at| !is_open(at)));
        if !(open && begun) {
            self.line("[target]");
            self.entry(&format!("default = {}", sure.target(&outcome.overall)), &every(model));
            for area in areas {
                let name = one_line(area.node.name().get(self.lang));
                let about = match sure.now(area) {
                    Some(now) => text!("{name}, now {now}", "{name}，现为 {now}"),
                    None => text!("{name}", "{name}"),
                };
                let id = quoted(area.node.id().as_str());
                self.entry(&format!("# {id} = {}", sure.next(area, &outcome.overall)), &about);
            }
            return;
        }
        self.comment(&text!(
            "What has no answers yet has no target yet: take the `#` away when it has some.",
            "尚无答案的部分暂不设目标：有了答案后去掉行首的 `#`。"
        ));
        self.line("[target]");
        for area in areas {
            let (id, name) = (quoted(area.node.id().as_str()), one_line(area.node.name().get(self.lang)));
            let target = sure.target(area);
            if is_open(area) {
                self.entry(&format!("# {id} = {target}"), &text!("{name}, no answers yet", "{name}，尚无答案"));
            } else {
                self.entry(&format!("{id} = {target}"), &text!("{name}", "{name}"));
            }
        }
    }

    fn rules(&mut self, model: &Model) {
        self.line("");
        self.line("[rules]");
        self.entry(
            "incomplete = \"fail\"",
            &text!("where open answers decide: fail, warn or ignore", "取决于未回答问题时：fail、warn 或 ignore"),
        );
        self.entry(
            "# max-age-days = 180",
            &text!("`date` of the answers may be no older", "答案的 `date` 最多为多少天前"),
        );
        if model.scoring.has_levels() {
            let level = Level(model.top().0.saturating_sub(1)).max(model.floor.next());
            self.entry(
                &format!("# evidence-from-level = {level}"),
                &text!("claims from this level on need evidence", "从该级别起，所声明的内容须有证据"),
            );
        }
        self.entry(
            "# evidence-must-exist = true",
            &text!("evidence files must be in the repository", "证据文件必须在代码库中"),
        );
        self.entry("# allow-na = false", &text!("nothing may be said not to apply", "不允许“不适用”"));
        self.entry(
            "# na-needs-until = true",
            &text!("what does not apply needs a day to look again", "“不适用”必须写明重新审视的日期"),
        );
        self.entry(
            "# require-baseline = true",
            &text!("fail without earlier answers to compare with", "没有可供比较的更早答案则不通过"),
        );
    }
}

/// What answers are sure to have, as a policy writes it.
enum Sure {
    Levels { first: Level, top: Level },
    Scores { bounds: Bounds, lowest: Score },
}

impl Sure {
    fn of(model: &Model, outcome: &Outcome<'_>) -> Self {
        if model.scoring.has_levels() {
            return Self::Levels { first: model.floor.next(), top: model.top() };
        }
        Self::Scores { bounds: scoring::bounds(outcome), lowest: Score::bounds(model).0 }
    }

    /// What every sub-domain of a part is sure to have: at least the first level above the floor.
    fn target(&self, at: &Scored<'_>) -> String {
        match self {
            Self::Levels { first, .. } => at.worst.filter(|level| level >= first).unwrap_or(*first).to_string(),
            Self::Scores { bounds, lowest } => {
                let own = at.sub_domains().filter_map(|(own, _)| bounds.get(&own.id).map(|(lowest, _)| lowest));
                quoted(&own.min().unwrap_or(lowest).to_target())
            }
        }
    }

    /// What a part has now, for people; of one without any answer that is nothing.
    fn now(&self, at: &Scored<'_>) -> Option<String> {
        match self {
            Self::Levels { .. } => at.worst.filter(|_| at.answered > 0).map(|level| level.to_string()),
            Self::Scores { .. } => at.score.as_ref().map(ToString::to_string),
        }
    }

    /// What a part could be held to next, where the target of all is that of the whole.
    fn next(&self, at: &Scored<'_>, whole: &Scored<'_>) -> String {
        match self {
            Self::Levels { first, top } => {
                let now = at.worst.filter(|_| at.answered > 0);
                let all = whole.worst.filter(|level| level >= first).unwrap_or(*first);
                now.unwrap_or(all).next().min(*top).to_string()
            }
            Self::Scores { .. } => self.target(whole),
        }
    }
}

fn quoted(text: &str) -> String {
    TomlStringBuilder::new(text).as_basic().to_toml_value()
}

/// What a default target is for.
fn every(model: &Model) -> Text {
    let Text { en, zh, .. } = model.kind_within(model.sub_domain_storey());
    let (en, zh) = (one_line(&en), one_line(&zh));
    text!("every {en}", "每个{zh}")
}
