//! Maturity self-assessment: a model, a team's answers, and the levels that follow from them.
//!
//! This library thinks and does not act: it reads no file, no clock and no environment, prints nothing and
//! exits nowhere. The program `assess` does that around it. The map, from the ground up:
//!
//! - [`lang`]: the two languages, and text that exists in both.
//! - [`problem`], [`document`]: located problems, and TOML read strictly.
//! - [`yaml`]: YAML as it is written.
//! - [`commands`]: commands that texts name, completed so that they work.
//! - [`full_width`]: full-width characters where plain ones belong.
//! - [`keyword`]: the fixed words of files and documents.
//! - [`model`]: areas, domains, sub-domains, dimensions, and what each level asks; [`embedded`] is the one shipped.
//! - [`answers`]: a team's answers file, read, edited in place, and started from a template.
//! - [`frameworks`]: models made of the data of other frameworks.
//! - [`scoring`]: levels, grades, scores, and what is still needed.
//! - [`merge`]: what several people answered, side by side.
//! - [`interview`]: what to ask next and what a key means, as a pure machine.
//! - [`plan`]: what to do for the next level, or for one that is named.
//! - [`policy`]: target levels and rules, and whether an assessment holds them.
//! - [`diff`]: what moved between two assessments.
//! - [`highlights`]: strengths and gaps.
//! - [`rollup`]: many teams at once, and what would lift most of them.
//! - [`trend`]: one assessment over time, with what was measured beside it.
//! - [`report`]: results as documents, one folder a format.
//! - [`mod@text`]: making foreign text harmless, widths and wrapping.
//!
//! From the text of an answers file to levels, and to what the next one still asks:
//!
//! ```
//! use assess::problem::{Problems, Source};
//! use assess::{answers, embedded, scoring};
//!
//! let text = r#"
//! schema = 1
//!
//! [assessment]
//! model = "devops"
//! model-version = "1.1"
//! scope = ["delivery"]
//!
//! [answers.delivery.configuration.version-control]
//! branching = { level = 2, met = ["3.1"] }
//! "#;
//! let file = Source { name: "answers.toml".to_owned(), text: text.to_owned() };
//! let model = embedded::model();
//! let answers = answers::parse(&file, model)?;
//!
//! let outcome = scoring::score(model, &answers);
//! let branching = outcome.overall.find("delivery.configuration.version-control.branching").expect("it is in scope");
//! assert_eq!(branching.level.map(|level| level.0), Some(2));
//! assert_eq!(branching.grade.map(|grade| grade.to_string()).as_deref(), Some("3-"));
//!
//! let next = scoring::next_level(model, branching).expect("there is a level 3");
//! let needed: Vec<_> = scoring::requirements(branching, next).iter().map(|it| it.clause.to_string()).collect();
//! assert_eq!(needed, ["3.2", "3.3"]);
//! # Ok::<(), Problems>(())
//! ```

#[cfg(not(unix))]
compile_error!("assess runs on Linux and macOS and, on Windows, inside WSL");

#[macro_use]
pub mod lang;

pub mod answers;
pub mod commands;
pub mod diff;
pub mod document;
pub mod embedded;
pub mod frameworks;
pub mod full_width;
pub mod highlights;
pub mod interview;
pub mod keyword;
pub mod merge;
pub mod model;
pub mod plan;
pub mod policy;
pub mod problem;
pub mod report;
pub mod rollup;
pub mod scoring;
mod slips;
pub mod text;
pub mod trend;
pub mod yaml;
