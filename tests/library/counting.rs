//! How a model says that it counts: what is read, and what is refused.

use crate::support::{load_files, read_files};
use assess::model::counting::{Empty, Levels, Mean, Rounding, ScoreRule, Shown, Unanswered, Unit};
use assess::model::source::Loaded;
use assess::model::{Kind, Level};

/// The tiny model with more in its root, above the first table.
pub fn with(root: &str) -> Loaded {
    let mut files = read_files("tests/models/tiny");
    for file in files.iter_mut().filter(|file| file.name == "model.toml") {
        file.text = file.text.replacen("[[levels]]", &format!("{root}\n[[levels]]"), 1);
    }
    load_files(files)
}

pub const DEGREES: &str = r#"
[[degrees]]
id = "not"
value = "0"
name = { en = "Not", zh = "未做到" }
[[degrees]]
id = "half"
value = "1/2"
name = { en = "Half", zh = "一半" }
[[degrees]]
id = "most"
value = "0.75"
name = { en = "Most", zh = "大部分" }
[[degrees]]
id = "fully"
value = "1"
name = { en = "Fully", zh = "完全" }
"#;

fn refusals(root: &str) -> String {
    with(root).model.expect_err("it is refused").to_string()
}

#[test]
fn a_model_that_says_nothing_counts_as_ever() {
    let model = with("").model.expect("it is sound");
    assert_eq!(model.scoring, assess::model::counting::Scoring::default());
    assert_eq!(assess::embedded::model().scoring, model.scoring);
}

#[test]
fn what_a_model_says_of_its_counting_is_read() {
    let said = "[scoring]\nscore = \"share\"\nmean = \"leaves\"\nunanswered = \"lowest\"\nempty = \"blocks\"\n\
                shown = { digits = 0, rounding = \"down\", of = 100 }\nmet-from = \"most\"\n";
    let loaded = with(&format!("{said}{DEGREES}"));
    assert!(loaded.findings.is_empty(), "{:?}", loaded.findings);
    let scoring = loaded.model.expect("it is sound").scoring;
    assert_eq!((scoring.levels, scoring.score, scoring.mean), (Levels::Shown, ScoreRule::Share, Mean::Leaves));
    assert_eq!((scoring.unanswered, scoring.empty), (Unanswered::Lowest, Empty::Blocks));
    assert_eq!(scoring.shown, Shown { digits: 0, rounding: Rounding::Down, unit: Unit::Percent });
    let degrees: Vec<_> =
        scoring.degrees.iter().map(|it| (it.id.as_str(), it.value.to_string(), it.is_enough)).collect();
    let expected = [("not", "0", false), ("half", "1/2", false), ("most", "3/4", true), ("fully", "1", true)];
    assert_eq!(degrees, expected.map(|(id, value, is_enough)| (id, value.to_owned(), is_enough)));
}

#[test]
fn only_the_last_degree_is_enough_where_none_is_named() {
    let scoring = with(DEGREES).model.expect("it is sound").scoring;
    let enough: Vec<_> = scoring.degrees.iter().map(|degree| degree.is_enough).collect();
    assert_eq!(enough, [false, false, false, true]);
}

#[test]
fn what_is_wrong_with_the_counting_is_said_at_once() {
    let scoring = "[scoring]\nlevels = false\nscore = \"value\"\nempty = \"blocks\"\nmean = \"leafs\"\n\
                   shown = { digits = 9, rounding = \"up\", of = 100 }\nmet-from = \"mostly\"\n";
    let degrees = DEGREES.replacen("\"0\"", "\"1/4\"", 1).replace("0.75", "0.25").replacen("\"1\"", "\"9/10\"", 1);
    insta::assert_snapshot!(refusals(&format!("{scoring}{degrees}")));
}

#[test]
fn a_degree_has_an_id_of_its_own_and_a_fraction() {
    let twice = DEGREES.replace("\"most\"", "\"half\"").replace("1/2", "3/2");
    insta::assert_snapshot!(refusals(&format!("[scoring]\nmet-from = \"not\"\nunanswered = \"lost\"\n{twice}")));
    assert!(refusals("[scoring]\nmet-from = \"most\"\n").contains("unknown degree `most`"));
    for unit in ["10", "-1", "101", "99999999999999999999"] {
        let refused = refusals(&format!("[scoring]\nshown = {{ of = {unit} }}\n"));
        assert!(refused.contains("a score is shown of 1 or of 100"), "{refused}");
    }
}

/// The tiny model with one piece of its domain replaced.
fn with_domain(old: &str, new: &str) -> Loaded {
    let mut files = read_files("tests/models/tiny");
    let domain = files.iter_mut().find(|file| file.name != "model.toml").expect("it has a domain");
    assert!(domain.text.contains(old), "{old}");
    domain.text = domain.text.replacen(old, new, 1);
    load_files(files)
}

#[test]
fn levels_above_the_last_that_a_dimension_has_are_empty() {
    let model = with_domain("\n[sub-domains.dimensions.levels.2]\nkind = \"same\"\n", "").model.expect("it is sound");
    let paying = model.dimensions().last().expect("it has dimensions");
    assert_eq!(paying.cell(Level(2)).map(|cell| cell.kind), Some(Kind::Same));
    let said = with_domain(
        "[sub-domains.dimensions.levels.1]\nkind = \"states\"\nclauses = [{ en = \"Regulars are greeted\", zh = \"问候老顾客\" }]",
        "",
    );
    let said = said.model.expect_err("a level between is missing").to_string();
    assert!(said.contains("`1` is missing"), "{said}");
}

#[test]
fn no_level_is_given_away_by_a_clause_that_ends_below_it() {
    let regulars = "{ en = \"Regulars are greeted\", zh = \"问候老顾客\"";
    let loaded = with_domain(regulars, &format!("{regulars}, up-to = 1"));
    assert!(loaded.model.is_ok(), "level 2 asks something else");
    let receipt = "{ en = \"They get a receipt\", zh = \"顾客拿到收据\"";
    let said =
        with_domain(receipt, &format!("{receipt}, up-to = 1")).model.expect_err("level 2 asks nothing").to_string();
    assert!(said.contains("level 2 asks nothing in place of this clause"), "{said}");
}

/// A model of two dimensions without names of levels.
pub fn checklist(scoring: &str) -> Loaded {
    let text = |en: &str, zh: &str| format!("{{ en = \"{en}\", zh = \"{zh}\" }}");
    let dimension = |id: &str, clauses: &str| {
        let (name, question) = (text("Name", "名"), text("Is it?", "是吗？"));
        format!(
            "[[sub-domains.dimensions]]\nid = \"{id}\"\nname = {name}\nquestion = {question}\nsource = \"A book\"\n{clauses}\n"
        )
    };
    let mut files = read_files("tests/models/tiny");
    for file in &mut files {
        let text = if file.name == "model.toml" {
            let (head, rest) = file.text.split_once("[[levels]]").expect("it has levels");
            let areas = rest.find("[[areas]]").expect("it has areas");
            format!("{}[scoring]\n{scoring}\n{}", head.replace("floor = 0\n", ""), &rest[areas..])
        } else {
            let (head, _) = file.text.split_once("[[sub-domains.dimensions]]").expect("it has dimensions");
            let list = format!("clauses = [{}, {}]", text("It is", "是"), text("It was", "曾是"));
            let table = format!("levels.1 = {{ kind = \"adds\", clauses = [{}] }}", text("It is so", "正是"));
            format!("{head}{}{}", dimension("one", &list), dimension("two", &table))
        };
        file.text = text;
    }
    load_files(files)
}

#[test]
fn a_model_without_levels_needs_no_names_for_them() {
    let loaded = checklist("levels = false");
    assert!(loaded.findings.is_empty(), "{:?}", loaded.findings);
    let model = loaded.model.expect("it is sound");
    assert_eq!((model.floor, model.top()), (Level(0), Level(1)));
    let ids: Vec<_> =
        model.dimensions().flat_map(assess::model::Dimension::all_clauses).map(|(id, _)| id.to_string()).collect();
    assert_eq!(ids, ["1.1", "1.2", "1.1"]);
    let said = checklist("score = \"share\"").model.expect_err("levels need names").to_string();
    assert!(said.contains("`floor` is missing") && said.contains("`levels` is missing"), "{said}");
}

#[test]
fn a_checklist_that_asks_nothing_is_told_to_write_clauses() {
    for clauses in ["", "clauses = []"] {
        let mut files = read_files("examples/models/ten-practices");
        for file in files.iter_mut().filter(|file| file.name == "code.toml") {
            let lines = file.text.lines().map(|line| if line.starts_with("clauses = ") { clauses } else { line });
            file.text = lines.collect::<Vec<_>>().join("\n");
        }
        let said = load_files(files).model.expect_err("it asks nothing").to_string();
        assert!(said.contains("`clauses` is missing, or names none") && !said.contains("levels"), "{said}");
    }
}

#[test]
fn a_model_without_levels_is_linted_without_a_word_of_them() {
    let mut files = read_files("tests/models/tiny");
    for file in files.iter_mut().filter(|file| file.name == "model.toml") {
        file.text = file.text.replacen("[[levels]]", "[scoring]\nlevels = false\n[[levels]]", 1);
    }
    for file in &mut files {
        file.text = file
            .text
            .lines()
            .filter(|line| !line.starts_with("source = \"A"))
            .fold(String::new(), |all, line| all + line + "\n");
    }
    let said = assess::problem::Problems(load_files(files).findings).to_string();
    assert!(said.contains("no `source` says where the clauses come from"), "{said}");
    assert!(!said.contains("levels come from"), "{said}");
}
