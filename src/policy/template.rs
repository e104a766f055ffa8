//! A commented policy to begin with: valid at once, and held by the answers that are there.

use std::fmt::Write as _;

use toml_writer::{ToTomlValue as _, TomlStringBuilder};

use crate::lang::{Lang, Text};
use crate::model::{Level, Model};
use crate::scoring::{self, Outcome, Score, Scored};
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
/// without such a level above the floor, the first one above it.
#[must_use]
pub fn template(model: &Model, options: Template<'_, '_>) -> String {
    let mut page = Page { text: String::new(), lang: options.lang };
    page.comment(&text!("What `assess check` holds the answers to.", "`assess check` 判定答案所用的标准。"));
    page.line("schema = 1");
    page.line(&format!("answers = {}", quoted(options.answers)));
    match options.model_folder {
        Some(folder) => page.line(&format!("model = {}", quoted(folder))),
        None => page.entry("# model = \"model\"", &text!("the folder of a model of your own", "自备模型的目录")),
    }
    page.targets(model, options.outcome);
    page.rules(model);
    page.text
}

struct Page {
    text: String,
    lang: Lang,
}

impl Page {
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

    /// Scores to hold: the default is what every sub-domain is sure to have.
    fn scores(&mut self, model: &Model, outcome: &Outcome<'_>) {
        self.line("");
        self.comment(&text!(
            "Scores to hold, in quotes: the most specific id counts, and is inherited down.",
            "应达到的得分，须加引号：最具体的 id 优先，并向下继承。"
        ));
        self.line("[target]");
        let bounds = scoring::bounds(outcome);
        let sure = outcome.overall.sub_domains().filter_map(|(own, _)| bounds.get(&own.id).map(|(lowest, _)| lowest));
        let lowest = Score::bounds(model).0;
        let sure = sure.min().unwrap_or(&lowest).to_target();
        self.entry(&format!("default = {}", quoted(&sure)), &text!("every sub-domain", "每个子域"));
        for area in model.areas.iter() {
            let Some(at) = outcome.overall.find(area.id.as_str()) else { continue };
            let name = one_line(area.name.get(self.lang));
            let about = match &at.score {
                Some(now) => text!("{name}, now {now}", "{name}，现为 {now}"),
                None => text!("{name}", "{name}"),
            };
            self.entry(&format!("# {} = {}", quoted(area.id.as_str()), quoted(&sure)), &about);
        }
    }

    fn targets(&mut self, model: &Model, outcome: &Outcome<'_>) {
        if !model.scoring.has_levels() {
            return self.scores(model, outcome);
        }
        let first = model.floor.next();
        let sure = |at: &Scored<'_>| at.worst.filter(|level| *level >= first);
        self.line("");
        self.comment(&text!(
            "Levels to hold: the most specific id counts, and is inherited down.",
            "应达到的级别：最具体的 id 优先，并向下继承。"
        ));
        self.line("[target]");
        let level = sure(&outcome.overall).unwrap_or(first);
        self.entry(&format!("default = {level}"), &every(model));
        for area in model.areas.iter() {
            let Some(at) = outcome.overall.find(area.id.as_str()) else { continue };
            // What the answers are sure of; of an area that nobody has answered that is nothing.
            let now = at.worst.filter(|_| at.answered > 0);
            let next = now.unwrap_or(level).next().min(model.top());
            let name = one_line(area.name.get(self.lang));
            let about = match now {
                Some(now) => text!("{name}, now {now}", "{name}，现为 {now}"),
                None => text!("{name}", "{name}"),
            };
            self.entry(&format!("# {} = {next}", quoted(area.id.as_str())), &about);
        }
    }

    fn rules(&mut self, model: &Model) {
        let evidence = Level(model.top().0.saturating_sub(1)).max(model.floor.next());
        self.line("");
        self.line("[rules]");
        for (line, about) in [
            (
                "incomplete = \"fail\"",
                text!("where open answers decide: fail, warn or ignore", "取决于未回答问题时：fail、warn 或 ignore"),
            ),
            ("# max-age-days = 180", text!("`date` of the answers may be no older", "答案的 `date` 最多为多少天前")),
            (
                &*format!("# evidence-from-level = {evidence}"),
                text!("claims from this level on need evidence", "从该级别起，所声明的内容须有证据"),
            ),
            (
                "# evidence-must-exist = true",
                text!("evidence files must be in the repository", "证据文件必须在代码库中"),
            ),
            ("# allow-na = false", text!("nothing may be said not to apply", "不允许“不适用”")),
            (
                "# na-needs-until = true",
                text!("what does not apply needs a day to look again", "“不适用”必须写明重新审视的日期"),
            ),
            (
                "# require-baseline = true",
                text!("fail without earlier answers to compare with", "没有可供比较的更早答案则不通过"),
            ),
        ] {
            if model.scoring.has_levels() || !line.contains("evidence-from-level") {
                self.entry(line, &about);
            }
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
