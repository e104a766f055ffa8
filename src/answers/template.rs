//! A new answers file to fill in by hand: every question, with every level's text as comments.

use std::fmt::Write as _;

use super::degree::degrees_named;
use super::edit::{Saved, prove, string};
use super::schema_line::BEGINNING;
use super::{Date, Metric};
use crate::document::FILE_LIMIT;
use crate::lang::{Lang, Text};
use crate::model::{Dimension, Group, Id, Level, Model};
use crate::problem::Refusal;
use crate::text::one_line;

/// What a new file is made for.
#[derive(Clone, Copy, Debug)]
pub struct Template<'a> {
    /// The language of the comments.
    pub lang: Lang,
    /// The day it is made; `None` leaves it out.
    pub date: Option<Date>,
    /// The areas to assess; empty means all that are not optional.
    pub scope: &'a [Id],
    /// The path of a JSON Schema beside the file, for editors.
    pub schema: Option<&'a str>,
    /// The team.
    pub team: Option<&'a str>,
    /// What stands below the headings.
    pub detail: Detail,
}

/// How much of the model a new file repeats.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Detail {
    /// Every question with the text of every level, as comments to fill in; the names, where that is too much for a file.
    Levels,
    /// The name of every question, as comments to fill in.
    Names,
    /// The headings of the sub-domains alone, for answers that a program writes.
    Headings,
}

/// A new answers file without answers, called `name` in messages.
///
/// # Errors
///
/// What is wrong with one of the options, such as an area named twice.
pub fn template(name: &str, model: &Model, options: Template<'_>) -> Result<Saved, Refusal> {
    let text = page(model, options);
    // A model may say more than a file of answers can hold.
    let text = if text.len() > FILE_LIMIT { page(model, Template { detail: Detail::Names, ..options }) } else { text };
    prove(name, text, model)
}

fn page(model: &Model, options: Template<'_>) -> String {
    let mut page = Page { text: String::new(), lang: options.lang };
    page.head(model, options);
    let is_chosen = |area: &&Group| match options.scope {
        [] => !area.optional,
        named => named.contains(&area.id),
    };
    for area in model.areas.iter().filter(is_chosen) {
        for sub_domain in area.sub_domains() {
            page.section(sub_domain, model, options.detail);
        }
    }
    if options.detail != Detail::Headings && model.asks_outcomes {
        page.outcomes(model);
    }
    page.text
}

struct Page {
    text: String,
    lang: Lang,
}

impl Page {
    fn head(&mut self, model: &Model, options: Template<'_>) {
        if let Some(schema) = options.schema {
            self.line(format_args!("{BEGINNING}{schema}"));
        }
        let name = one_line(model.name.get(self.lang));
        self.comment(&text!("Answers: {name}.", "《{name}》的答案。"));
        self.legend(model, options.detail);
        self.line(format_args!("schema = 1\n\n[assessment]"));
        self.line(format_args!(
            "model = {:?}\nmodel-version = {:?}",
            model.id.as_str(),
            model.answers_version().to_string()
        ));
        match options.team {
            Some(team) => self.line(format_args!("team = {}", string(team))),
            None => self.comment(&text!("team = \"\"", "team = \"\"")),
        }
        if let Some(date) = options.date {
            self.line(format_args!("date = {date}"));
        }
        if options.scope.is_empty() {
            let quoted = |optional: bool| {
                let areas = model.areas.iter().filter(|area| area.optional == optional);
                areas.map(|area| format!("\"{}\"", area.id)).collect::<Vec<_>>()
            };
            let (all, optional) = (quoted(false).join(", "), quoted(true));
            self.comment(&match optional.as_slice() {
                [] => text!(
                    "scope = [{all}]  # all areas, unless some are named",
                    "scope = [{all}]  # 不写则评估全部领域"
                ),
                some => {
                    let Text { en, zh, .. } = Text::list(some);
                    text!(
                        "scope = [{all}]  # these, unless others are named; there are also {en}",
                        "scope = [{all}]  # 不写则评估这些领域；可另选 {zh}"
                    )
                }
            });
        } else {
            let named: Vec<_> = options.scope.iter().map(|area| format!("\"{area}\"")).collect();
            self.line(format_args!("scope = [{}]", named.join(", ")));
        }
    }

    /// How answers are written.
    fn legend(&mut self, model: &Model, detail: Detail) {
        if !model.scoring.has_levels() {
            return self.legend_of_clauses(model, detail);
        }
        let Text { en, zh, .. } = model.kind_within(model.storeys());
        let (en, zh) = (one_line(&en), one_line(&zh));
        self.comment(&match detail {
            Detail::Levels => text!(
                "A line for each {en}: take the `#` away and write the level at which every clause is true.",
                "每个{zh}一行：去掉行首的 `#`，填写所有要求均已做到的级别。"
            ),
            Detail::Names => text!(
                "A line for each {en}: take the `#` away and write its level; `assess explain ID` shows what a level says.",
                "每个{zh}一行：去掉行首的 `#`，填写级别；`assess explain ID` 查看各级内容。"
            ),
            Detail::Headings => text!(
                "A line for each {en}. Edit by hand as you like, comments stay; `assess explain ID` shows what a level says.",
                "每个{zh}一行，可以手工编辑，注释会保留；`assess explain ID` 查看各级内容。"
            ),
        });
        // Levels that the model has.
        let (level, below) = model.example_levels();
        self.comment(&text!(
            "  name = {level}                                   all of level {level}",
            "  name = {level}                                   完整达到级别 {level}"
        ));
        self.comment(&text!(
            "  name = \"{level}-\"                                level {below}, and a part of level {level}",
            "  name = \"{level}-\"                                达到级别 {below}，并做到级别 {level} 的一部分"
        ));
        self.comment(&text!(
            "  name = {{ level = {below}, met = [\"{level}.1\"] }}        level {below}, and the first clause of level {level}",
            "  name = {{ level = {below}, met = [\"{level}.1\"] }}        达到级别 {below}，并满足级别 {level} 的第 1 条要求"
        ));
        self.degrees(model);
        self.comment(&text!(
            "  name = {{ level = {level}, except = {{ \"{level}.2\" = \"why\" }} }}  level {level}, but for a clause not asked of this team",
            "  name = {{ level = {level}, except = {{ \"{level}.2\" = \"原因\" }} }}  级别 {level}，其中一条要求不适用于本团队"
        ));
        self.comment(&text!(
            "  name = {{ na = \"why it does not apply\" }}    not applicable",
            "  name = {{ na = \"为什么不适用\" }}              不适用"
        ));
        self.comment(&text!(
            "`note = \"…\"` and `evidence = [\"…\"]` may stand beside a level. What follows a dot below is asked of nobody.",
            "级别旁边可以写 `note = \"…\"` 和 `evidence = [\"…\"]`。下文圆点后的内容只作描述，不作要求。"
        ));
    }

    /// How answers are written to a model without levels.
    fn legend_of_clauses(&mut self, model: &Model, detail: Detail) {
        let Text { en, zh, .. } = model.kind_within(model.storeys());
        let (en, zh) = (one_line(&en), one_line(&zh));
        self.comment(&match detail {
            Detail::Levels => text!(
                "A line for each {en}: take the `#` away and write which clauses are met.",
                "每个{zh}一行：去掉行首的 `#`，填写已满足的要求。"
            ),
            Detail::Names => text!(
                "A line for each {en}: take the `#` away and write what is met; `assess explain ID` numbers the clauses.",
                "每个{zh}一行：去掉行首的 `#`，填写已满足的要求；`assess explain ID` 列出要求的编号。"
            ),
            Detail::Headings => text!(
                "A line for each {en}. Edit by hand as you like, comments stay; `assess explain ID` numbers the clauses.",
                "每个{zh}一行，可以手工编辑，注释会保留；`assess explain ID` 列出要求的编号。"
            ),
        });
        self.comment(&text!(
            "  name = \"all\"                               every clause is met",
            "  name = \"all\"                               全部要求均已满足"
        ));
        self.comment(&text!(
            "  name = \"none\"                              no clause is met",
            "  name = \"none\"                              一条要求也未满足"
        ));
        self.comment(&text!(
            "  name = {{ met = [\"1.1\"] }}                   the first clause",
            "  name = {{ met = [\"1.1\"] }}                   满足第 1 条要求"
        ));
        self.degrees(model);
        self.comment(&text!(
            "  name = {{ met = [], except = {{ \"1.2\" = \"why\" }} }}  a clause is not asked of this team",
            "  name = {{ met = [], except = {{ \"1.2\" = \"原因\" }} }}  其中一条要求不适用于本团队"
        ));
        self.comment(&text!(
            "  name = {{ na = \"why it does not apply\" }}    not applicable",
            "  name = {{ na = \"为什么不适用\" }}              不适用"
        ));
        self.comment(&text!(
            "`note = \"…\"` and `evidence = [\"…\"]` may stand beside them. What follows a dot below is asked of nobody.",
            "旁边可以写 `note = \"…\"` 和 `evidence = [\"…\"]`。下文圆点后的内容只作描述，不作要求。"
        ));
    }

    /// The degrees of the model, where it has any.
    fn degrees(&mut self, model: &Model) {
        let Some(example) = model.scoring.example_degree() else { return };
        let id = &example.id;
        let example = if model.scoring.has_levels() {
            let above = model.top().min(Level(2));
            let below = Level(above.0.saturating_sub(1));
            format!("name = {{ level = {below}, degrees = {{ \"{above}.1\" = \"{id}\" }} }}")
        } else {
            format!("name = {{ degrees = {{ \"1.1\" = \"{id}\" }} }}")
        };
        let Text { en, zh, .. } = degrees_named(&model.scoring);
        self.comment(&text!("  {example}  a clause is met so far: {en}", "  {example}  某条要求满足的程度：{zh}"));
    }

    fn section(&mut self, sub_domain: &Group, model: &Model, detail: Detail) {
        let (name, about) = (one_line(sub_domain.name.get(self.lang)), one_line(sub_domain.about.get(self.lang)));
        self.line(format_args!(""));
        self.comment(&text!("{name}: {about}", "{name}：{about}"));
        self.line(format_args!("[answers.{}]", sub_domain.id));
        for dimension in sub_domain.dimensions.iter().filter(|_| detail != Detail::Headings) {
            self.line(format_args!(""));
            if detail == Detail::Levels {
                self.dimension(dimension, model);
            } else {
                self.line(format_args!("# {}", one_line(dimension.name.get(self.lang))));
            }
            self.line(format_args!("# {} =", dimension.id.key()));
        }
    }

    fn dimension(&mut self, dimension: &Dimension, model: &Model) {
        let (name, question) =
            (one_line(dimension.name.get(self.lang)), one_line(dimension.question.text.get(self.lang)));
        self.comment(&text!("{name}: {question}", "{name}：{question}"));
        for level in model.all_levels() {
            self.level(dimension, level);
        }
        for term in model.terms_named(dimension.terms()) {
            let (name, means) = (one_line(term.name.get(self.lang)), one_line(term.means.get(self.lang)));
            self.comment(&text!("  ({name}: {means})", "  （{name}：{means}）"));
        }
    }

    fn level(&mut self, dimension: &Dimension, level: Level) {
        let Some(cell) = dimension.cell(level) else { return };
        let clauses = cell
            .clauses
            .iter()
            .zip(1..)
            .map(|(clause, number)| format!("{level}.{number} {}", one_line(clause.text.get(self.lang))));
        let limits = cell.limits.iter().map(|limit| format!("{level}  · {}", one_line(limit.text.get(self.lang))));
        for line in clauses.chain(limits).collect::<Vec<_>>() {
            self.line(format_args!("#   {line}"));
        }
    }

    /// What can be measured, as comments.
    fn outcomes(&mut self, model: &Model) {
        self.line(format_args!(""));
        let (en, zh) = if model.scoring.has_levels() { ("levels", "级别") } else { ("scores", "得分") };
        self.comment(&text!(
            "What you measure of your delivery, if you do: never scored, shown over time beside the {en}.",
            "成效指标（如有），由团队自己度量：不计分，与{zh}一起按时间显示。"
        ));
        self.line(format_args!("[outcomes]"));
        for metric in Metric::all() {
            self.comment(&metric.question());
            self.line(format_args!("# {metric} = {:?}", metric.example()));
        }
    }

    fn comment(&mut self, words: &Text) {
        let words = words.get(self.lang);
        self.line(format_args!("# {words}"));
    }

    fn line(&mut self, line: std::fmt::Arguments<'_>) {
        let _ = writeln!(self.text, "{line}");
    }
}
