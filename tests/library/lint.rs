//! What a linter warns of in a model whose levels tell less than they seem to.

use crate::counting::with;
use crate::support::{load, load_files, models, read_files};
use assess::answers::{self, Answer, Claim};
use assess::model::counting::{Mean, ScoreRule};
use assess::model::source::Loaded;
use assess::model::{Group, Model, clause_weights};
use assess::problem::Problems;
use assess::scoring::{additions, level_of, score};
use proptest::prelude::*;

#[test]
fn every_warning_is_located_and_none_is_a_finding() {
    let loaded = load("tests/models/uneven");
    assert!(loaded.model.is_ok() && loaded.findings.is_empty(), "{:?}", loaded.findings);
    insta::assert_snapshot!(Problems(loaded.warnings).to_string());
}

/// The fixture, changed in one place.
fn warnings_after(from: &str, to: &str) -> String {
    let mut files = read_files("tests/models/uneven");
    let file = files.iter_mut().find(|file| file.name.ends_with("counter.toml")).expect("it is there");
    assert!(file.text.contains(from), "{from}");
    file.text = file.text.replacen(from, to, 1);
    Problems(load_files(files).warnings).to_string()
}

#[test]
fn a_figure_that_a_higher_level_takes_up_is_none_that_vanishes() {
    let vanishes = "the figure of this clause vanishes at level 3";
    assert_eq!(warnings_after("The oven is swept", "The oven is clean").matches(vanishes).count(), 1);
    let taken_up = warnings_after("The oven is always hot", "The oven is hot within 10 minutes");
    assert!(!taken_up.contains("vanishes"), "{taken_up}");
    let higher = warnings_after("The oven minds itself", "The oven is hot within one minute");
    assert!(!higher.contains("vanishes"), "{higher}");
}

#[test]
fn what_is_not_replaced_does_not_vanish() {
    let ended =
        warnings_after("{ en = \"The dough rests for one hour\"", "{ up-to = 2, en = \"The dough rests for one hour\"");
    assert_eq!(ended.matches("vanishes at level 3").count(), 2, "what is asked up to a level ends there: {ended}");
}

#[test]
fn the_style_of_texts_that_are_quoted_is_not_judged() {
    let quoted = |name: &str| {
        let mut files = read_files(name);
        let root = files.iter_mut().find(|file| file.name == "model.toml").expect("it is there");
        root.text = root.text.replacen("floor = ", "texts = \"quoted\"\nfloor = ", 1);
        let Loaded { model, findings, warnings } = load_files(files);
        assert!(model.is_ok(), "{model:?}");
        (Problems(findings).to_string(), Problems(warnings).to_string())
    };
    let untidy = Problems(load("tests/models/untidy").findings).to_string();
    let (left, _) = quoted("tests/models/untidy");
    for style in ["a question ends in", "half-width punctuation", "said twice within"] {
        assert!(untidy.contains(style) && !left.contains(style), "{style}: {left}");
    }
    for of_the_model in ["no `source` says", "the glossary says"] {
        assert!(left.contains(of_the_model), "{of_the_model}: {left}");
    }
    let (_, warnings) = quoted("tests/models/uneven");
    assert!(!warnings.contains("vanishes") && warnings.contains("weighs"), "{warnings}");
}

#[test]
fn a_lowest_level_is_described_as_the_warning_says() {
    let nothing = "nothing says what level 1 is like";
    let warnings = load("tests/models/uneven").warnings;
    let mut problems = warnings.iter().flat_map(|file| &file.problems);
    let help = problems.find(|it| it.message.en.contains(nothing)).and_then(|it| it.help.clone()).expect("it helps");
    for words in [help.en, help.zh] {
        assert!(words.contains("`limits`") && words.contains("`kind = \"states\"`"), "{words}");
    }
    let bare = "[sub-domains.dimensions.levels.1]\nkind = \"none\"\n\n[sub-domains.dimensions.levels.2]\nkind = \"states\"\nclauses = [\n  { en = \"The dough rests";
    let described =
        bare.replacen("\"none\"", "\"states\"\nlimits = [{ en = \"It does not rest\", zh = \"不醒发\" }]", 1);
    let after = warnings_after(bare, &described);
    assert!(!after.contains(nothing), "{after}");
}

#[test]
fn a_clause_may_weigh_ten_others() {
    let heavy = "this clause weighs 12 times as much as `oven 2.1`";
    assert!(warnings_after("The oven is swept", "The oven is clean").contains(heavy));
    let split =
        "clauses = [{ en = \"The oven minds itself\", zh = \"烤箱自动运行\" }, { en = \"It rings\", zh = \"会响铃\" }]";
    let split = warnings_after("clauses = [{ en = \"The oven minds itself\", zh = \"烤箱自动运行\" }]", split);
    assert!(!split.contains("weighs"), "{split}");
}

#[test]
fn where_a_score_is_the_number_of_the_level_no_clause_weighs() {
    let model = with("[scoring]\nscore = \"value\"\n").model.expect("it is sound");
    assert!(model.dimensions().all(|dimension| additions(&model, dimension).is_empty()));
}

#[test]
fn models_without_levels_have_no_first_one() {
    for name in ["two", "three", "five", "six", "tiny"] {
        let warnings = Problems(load(&format!("tests/models/{name}")).warnings).to_string();
        assert!(!warnings.contains("nothing says what level 0"), "{name}: {warnings}");
    }
}

/// With six digits, in the unit of the model.
fn digits(words: &str) -> f64 {
    words.trim_end_matches('%').parse().expect("it is a number")
}

/// The same model, counted so, with weights from 1 to 3.
fn weighed(mut model: Model, score: ScoreRule, mean: Mean) -> Model {
    (model.scoring.score, model.scoring.mean) = (score, mean);
    let domains = model.areas.to_mut().iter_mut().flat_map(|area| area.groups.to_mut());
    let sub_domains = domains.flat_map(|domain| domain.groups.to_mut());
    for (number, dimension) in (0..).zip(sub_domains.flat_map(|it| it.dimensions.to_mut())) {
        dimension.weight = 1 + number % 3;
        dimension.cells.change(|cells| {
            let clauses = cells.iter_mut().flat_map(|cell| cell.clauses.to_mut());
            (0..).zip(clauses).for_each(|(number, clause)| clause.weight = 1 + number % 2);
        });
    }
    model
}

/// The score of a sub-domain where all of it is answered with the floor, but for one answer.
fn score_with(model: &Model, sub_domain: &Group, own: Option<(&assess::model::Id, &Answer)>) -> f64 {
    let mut answers = answers::empty(model);
    answers.assessment.scope = Some(model.areas.iter().map(|area| area.id.clone()).collect());
    for dimension in sub_domain.dimensions.iter() {
        answers.given.insert(dimension.id.clone(), Answer::of(Claim::at(model.floor)));
    }
    if let Some((id, answer)) = own {
        answers.given.insert(id.clone(), answer.clone());
    }
    let outcome = score(model, &answers);
    let scored = outcome.overall.find(sub_domain.id.as_str()).expect("it is in scope");
    digits(&scored.score.as_ref().expect("it is answered").with_digits(6))
}

proptest! {
    /// What a clause is said to add is what the scorer adds for it, where it does not lift the dimension over a level.
    #[test]
    fn a_clause_adds_what_it_weighs(model in models(), rule in 0..2_usize, mean in 0..2_usize) {
        let model = weighed(model, [ScoreRule::Levels, ScoreRule::Share][rule], [Mean::Children, Mean::Leaves][mean]);
        let asking = model.sub_domains().filter(|it| it.dimensions.iter().any(|it| it.all_clauses().next().is_some()));
        for sub_domain in asking.take(4) {
            let before = score_with(&model, sub_domain, None);
            for weight in clause_weights(&model.scoring, &sub_domain.dimensions) {
                let floor = Answer::of(Claim::at(model.floor));
                let named = Answer::of(Claim::Level { level: model.floor, met: [weight.clause].into_iter().collect() });
                if level_of(weight.dimension, &named) != level_of(weight.dimension, &floor) {
                    continue;
                }
                let after = score_with(&model, sub_domain, Some((&weight.dimension.id, &named)));
                let all = additions(&model, weight.dimension);
                let said = all.iter().find(|it| it.clause == weight.clause).expect("each has one");
                let said = digits(&said.score.with_digits(6));
                prop_assert!((after - before - said).abs() < 2e-6, "{} {}: {before} {after} {said}", weight.dimension.id, weight.clause);
            }
        }
    }
}
