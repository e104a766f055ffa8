//! No document puts an article before what a model calls its kinds of nodes: nobody knows which it takes.

use assess::lang::Lang;
use assess::model::Model;
use assess::policy::Code;
use assess::report::html::Languages;
use assess::scoring::score;

use crate::outline::words;
use crate::storeys::answered;
use crate::support::{load_files, read_files, report_page};

/// A model whose kinds of nodes have these names.
fn model() -> Model {
    let mut files = read_files("tests/models/three");
    let root = files.iter_mut().find(|file| file.name == "model.toml").expect("it is there");
    let tree = "tree = [\"Organ\", \"Area\", \"Item\"]";
    let lines = root.text.lines().map(|line| if line.starts_with("tree = ") { tree } else { line });
    root.text = lines.collect::<Vec<_>>().join("\n");
    load_files(files).model.unwrap_or_else(|problems| panic!("{problems}"))
}

fn assert_no_article(text: &str) {
    let words: Vec<_> = text.split(|it: char| !it.is_alphanumeric()).filter(|word| !word.is_empty()).collect();
    for pair in words.windows(2) {
        let is_article = ["a", "an"].contains(&pair[0].to_lowercase().as_str());
        assert!(!is_article || !["Organ", "Area", "Item"].contains(&pair[1]), "{pair:?} in {text}");
    }
}

#[test]
fn a_report_has_none() {
    let model = model();
    let given = answered(&model);
    let page = words(&report_page(&score(&model, &given), &[], None, Languages::One(Lang::En)));
    assert!(page.contains("For each Area: ") && page.contains("Level of each Item"), "{page}");
    assert_no_article(&page);
}

#[test]
fn a_check_has_none() {
    let model = model();
    let about = |code: Code| code.about(&model).en;
    assert_eq!(about(Code::BelowTarget), "Area below its target");
    assert_eq!(about(Code::Regression), "Item worse than in the baseline");
    assert_no_article(&about(Code::NothingJudged));
}
