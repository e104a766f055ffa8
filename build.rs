//! Compiles the embedded model in, through the loader that reads any other model: a bad one fails the build.

// The part of the library that reads a model.
#[expect(dead_code, reason = "the library uses all of it")]
#[macro_use]
#[path = "src/lang.rs"]
mod lang;
#[path = "src/full_width.rs"]
mod full_width;
#[expect(dead_code, reason = "the library uses all of it")]
#[path = "src/keyword.rs"]
mod keyword;
#[expect(dead_code, unused_imports, reason = "the library uses all of it")]
#[path = "src"]
mod library {
    // Under a `#[path]` of its own each would look for its parts beside itself.
    pub mod document;
    pub mod model;
    pub mod slips;
}
#[expect(dead_code, reason = "the library uses all of it")]
#[path = "src/problem.rs"]
mod problem;

use std::error::Error;
use std::fmt::Write as _;
use std::path::Path;
use std::{env, fs};

use lang::{Lang, Text};
use library::{document, model, slips};
use model::counting::{Degree, Fraction, Scoring, Shown};
use model::{Cell, Clause, ClauseId, Dimension, Fate, Group, Id, Model, Place, Sentence, Term, Version, VersionChange};
use problem::{Problems, Source};

/// Has the released program linked at a fixed place on Linux with glibc, as its packages are.
///
/// The model is constants that point to each other. Where the program may stand anywhere, each of these 16,000 places is
/// written anew whenever it starts, which takes as long as reading and scoring a file. The price is that its code stands
/// at the same address in each run; this crate forbids `unsafe`.
fn link_at_a_fixed_place() {
    let is = |variable: &str, value: &str| env::var(variable).is_ok_and(|it| it == value);
    // Linked statically, it has no such flag: whether it may stand anywhere is for who builds it so to say.
    let is_static = env::var("CARGO_CFG_TARGET_FEATURE").is_ok_and(|it| it.split(',').any(|it| it == "crt-static"));
    let is_shared_glibc = is("CARGO_CFG_TARGET_OS", "linux") && is("CARGO_CFG_TARGET_ENV", "gnu") && !is_static;
    if is_shared_glibc && is("PROFILE", "release") {
        println!("cargo::rustc-link-arg-bins=-no-pie");
    }
}

fn main() -> Result<(), Box<dyn Error>> {
    println!("cargo::rerun-if-changed=model");
    println!("cargo::rerun-if-changed=src/lang.rs");
    println!("cargo::rerun-if-changed=src/document");
    println!("cargo::rerun-if-changed=src/document.rs");
    println!("cargo::rerun-if-changed=src/full_width.rs");
    println!("cargo::rerun-if-changed=src/keyword.rs");
    println!("cargo::rerun-if-changed=src/model");
    println!("cargo::rerun-if-changed=src/model.rs");
    println!("cargo::rerun-if-changed=src/problem.rs");
    println!("cargo::rerun-if-changed=src/slips.rs");
    println!("cargo::rerun-if-changed=src/slips");
    link_at_a_fixed_place();
    let mut files = Vec::new();
    collect(Path::new("model"), "", &mut files)?;
    let loaded = model::source::load(files);
    let model = loaded.model.map_err(|problems| fail(&problems))?;
    if !loaded.findings.is_empty() {
        return Err(fail(&Problems(loaded.findings)));
    }
    // Other wordings are none that a constant could hold.
    if model.languages[..] != [Lang::En, Lang::Zh].map(Lang::tag) {
        return Err("the embedded model is in the languages of the interface".into());
    }
    // Warnings fail no build: those of the embedded model are reviewed one by one, which a test holds.
    let warnings: usize = loaded.warnings.iter().map(|file| file.problems.len()).sum();
    let code = format!("const FOUND: usize = {warnings};\n{}", Code::default().write(&model));
    fs::write(Path::new(&env::var("OUT_DIR")?).join("embedded.rs"), code)?;
    Ok(())
}

/// Has the build fail with every problem as an error of its own.
fn fail(problems: &Problems) -> Box<dyn Error> {
    for line in problems.to_string().lines() {
        println!("cargo::error=model/{line}");
    }
    "the embedded model has problems".into()
}

fn collect(folder: &Path, prefix: &str, files: &mut Vec<Source>) -> std::io::Result<()> {
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        let name = format!("{prefix}{}", path.file_name().unwrap_or_default().to_string_lossy());
        if path.is_dir() {
            collect(&path, &format!("{name}/"), files)?;
        } else if path.extension().is_some_and(|ending| ending == "toml") {
            files.push(Source { name, text: fs::read_to_string(&path)? });
        }
    }
    Ok(())
}

/// Rust source that spells the model out as constants: nothing is left to do when the program starts.
#[derive(Default)]
struct Code {
    lists: String,
    count: usize,
}

impl Code {
    fn write(mut self, model: &Model) -> String {
        let levels = self.list("Text", &model.levels, |_, name| text(name));
        let scoring = self.scoring(&model.scoring);
        let tree = self.list("Text", &model.tree, |_, name| text(name));
        let areas = self.list("Group", &model.areas, Self::group);
        let terms = self.list("crate::model::Term", &model.terms, |_, term| self::term(term));
        let changes = self.list("crate::model::VersionChange", &model.changes, |_, change| self::change(change));
        let languages = self.list("Cow<'static, str>", &model.languages, |_, tag| word(tag));
        let Model { id, version, texts, asks_outcomes, name, source, floor, .. } = model;
        let (name, source) = (text(name), text(source));
        format!(
            "{}static EMBEDDED: Model = Model {{ id: Id(Cow::Borrowed({:?})), version: Cow::Borrowed({version:?}), \
             languages: {languages}, texts: crate::model::Texts::{texts:?}, asks_outcomes: {asks_outcomes}, name: {name}, source: {source}, \
             floor: {floor:?}, levels: {levels}, scoring: {scoring}, terms: {terms}, tree: {tree}, areas: {areas}, \
             changes: {changes} }};\n",
            self.lists,
            id.as_str(),
        )
    }

    fn scoring(&mut self, scoring: &Scoring) -> String {
        let degrees = self.list("crate::model::counting::Degree", &scoring.degrees, |_, degree| self::degree(degree));
        let Scoring { levels, score, mean, unanswered, empty, shown, .. } = scoring;
        let Shown { digits, rounding, unit } = shown;
        let place = "crate::model::counting";
        let shown = format!(
            "{place}::Shown {{ digits: {digits}, rounding: {place}::Rounding::{rounding:?}, unit: {place}::Unit::{unit:?} }}"
        );
        format!(
            "{place}::Scoring {{ levels: {place}::Levels::{levels:?}, score: {place}::ScoreRule::{score:?}, \
             mean: {place}::Mean::{mean:?}, unanswered: {place}::Unanswered::{unanswered:?}, \
             empty: {place}::Empty::{empty:?}, shown: {shown}, degrees: {degrees} }}"
        )
    }

    fn group(&mut self, group: &Group) -> String {
        let groups = self.list("Group", &group.groups, Self::group);
        let dimensions = self.list("Dimension", &group.dimensions, Self::dimension);
        let head = head(group.id.as_str(), &group.name, group.weight, group.reference.as_deref());
        let Group { kind, optional, .. } = group;
        let about = text(&group.about);
        format!(
            "Group {{ {head}, kind: crate::model::NodeKind::{kind:?}, about: {about}, optional: {optional}, \
             groups: {groups}, dimensions: {dimensions} }}"
        )
    }

    fn dimension(&mut self, dimension: &Dimension) -> String {
        let cells = self.list("Cell", &dimension.cells, Self::cell);
        let head = head(dimension.id.as_str(), &dimension.name, dimension.weight, dimension.reference.as_deref());
        let source = dimension.source.as_ref().map_or("None".to_owned(), |source| format!("Some({})", text(source)));
        let Dimension { telling, place, .. } = dimension;
        let (question, floor) = (self.sentence(&dimension.question), dimension.floor());
        format!(
            "Dimension {{ {head}, place: {place}, question: {question}, source: {source}, telling: {telling}, \
             cells: Cells::new({floor:?}, {cells}) }}"
        )
    }

    fn cell(&mut self, cell: &Cell) -> String {
        let clauses = self.list("Clause", &cell.clauses, Self::clause);
        let limits = self.list("Sentence", &cell.limits, Self::sentence);
        let basis = cell.basis.as_ref().map_or("None".to_owned(), |basis| format!("Some({})", text(basis)));
        let (kind, provenance) = (cell.kind, cell.provenance);
        format!(
            "Cell {{ kind: Kind::{kind:?}, provenance: Provenance::{provenance:?}, basis: {basis}, \
             clauses: {clauses}, limits: {limits} }}"
        )
    }

    fn clause(&mut self, clause: &Clause) -> String {
        let (text, terms) = (text(&clause.text), self.ids(&clause.terms));
        let reference = match &clause.reference {
            Some(reference) => format!("Some(Cow::Borrowed({reference:?}))"),
            None => "None".to_owned(),
        };
        let Clause { weight, up_to, .. } = clause;
        format!("Clause {{ text: {text}, terms: {terms}, reference: {reference}, weight: {weight}, up_to: {up_to:?} }}")
    }

    fn sentence(&mut self, sentence: &Sentence) -> String {
        let (text, terms) = (text(&sentence.text), self.ids(&sentence.terms));
        format!("Sentence {{ text: {text}, terms: {terms} }}")
    }

    fn ids(&mut self, ids: &[Id]) -> String {
        // Most texts have none: a constant for each would be thousands.
        if ids.is_empty() {
            return "Cow::Borrowed(&[])".to_owned();
        }
        self.list("Id", ids, |_, id| self::id(id))
    }

    /// A named constant that holds the items, and the expression that borrows it.
    fn list<T>(&mut self, kind: &str, items: &[T], write: impl Fn(&mut Self, &T) -> String) -> String {
        if items.is_empty() {
            return "Cow::Borrowed(&[])".to_owned();
        }
        let items: Vec<_> = items.iter().map(|item| write(self, item)).collect();
        self.count += 1;
        let name = format!("LIST_{}", self.count);
        let _ = writeln!(self.lists, "static {name}: [{kind}; {}] = [{}];", items.len(), items.join(", "));
        format!("Cow::Borrowed(&{name})")
    }
}

fn degree(degree: &Degree) -> String {
    let Degree { value: Fraction { parts, whole }, is_enough, .. } = degree;
    let (id, name) = (degree.id.as_str(), text(&degree.name));
    format!(
        "crate::model::counting::Degree {{ id: Id(Cow::Borrowed({id:?})), name: {name}, value: crate::model::counting::Fraction {{ parts: {parts}, whole: {whole} }}, \
         is_enough: {is_enough} }}"
    )
}

fn change(change: &VersionChange) -> String {
    let fate = match &change.fate {
        Fate::Moved(to) => format!("Moved({})", place(to)),
        Fate::Gone => "Gone".to_owned(),
        Fate::AsksMore => "AsksMore".to_owned(),
    };
    let (Version { major, minor }, place) = (change.since, place(&change.place));
    format!(
        "crate::model::VersionChange {{ since: crate::model::Version {{ major: {major}, minor: {minor} }}, place: {place}, \
         fate: crate::model::Fate::{fate} }}"
    )
}

fn place(place: &Place) -> String {
    let clause = place.clause.map_or("None".to_owned(), |ClauseId { level, number }| {
        format!("Some(crate::model::ClauseId {{ level: {level:?}, number: {number} }})")
    });
    let id = place.id.as_str();
    format!("crate::model::Place {{ id: Id(Cow::Borrowed({id:?})), clause: {clause} }}")
}

fn term(term: &Term) -> String {
    let (id, name, means) = (id(&term.id), text(&term.name), text(&term.means));
    format!("crate::model::Term {{ id: {id}, name: {name}, means: {means} }}")
}

fn id(id: &Id) -> String {
    format!("Id(Cow::Borrowed({:?}))", id.as_str())
}

fn head(id: &str, name: &Text, weight: u32, reference: Option<&str>) -> String {
    let reference = reference.map_or("None".to_owned(), |reference| format!("Some(Cow::Borrowed({reference:?}))"));
    let name = text(name);
    format!("id: Id(Cow::Borrowed({id:?})), name: {name}, weight: {weight}, reference: {reference}")
}

fn text(Text { en, zh, .. }: &Text) -> String {
    format!("Text {{ en: {}, zh: {}, wordings: None }}", word(en), word(zh))
}

fn word(word: &str) -> String {
    format!("Cow::Borrowed({word:?})")
}
