//! Targets that are scores: held exactly, decided by open answers, and written without rounding.

use assess::lang::Lang;
use assess::policy::{self, Judgement, Measure};
use assess::problem::Source;
use assess::scoring::score;

use super::{answers, judged, percent, target, verdict};
use crate::counting::checklist;

#[test]
fn a_target_is_held_by_the_score_itself_and_not_by_its_digits() {
    // Two of three clauses: 66.666… percent, shown as 67%.
    let lines = "one = { met = [\"1.1\"] }\ntwo = \"all\"";
    assert_eq!(verdict(lines, "66.6"), (Judgement::Met, String::new()));
    assert_eq!(verdict(lines, "67"), (Judgement::Below, "score 66.7%, target 67".to_owned()));
    assert_eq!(verdict(lines, "66.7"), (Judgement::Below, "score 66.67%, target 66.7".to_owned()));
    assert_eq!(verdict("one = \"all\"\ntwo = \"all\"", "100"), (Judgement::Met, String::new()));
}

#[test]
fn open_answers_decide_between_their_lowest_and_highest_score() {
    // Of three clauses two are open: between 0 and 2/3, or 1/3 and 1.
    assert_eq!(verdict("two = \"none\"", "70").0, Judgement::Below);
    let (judgement, message) = verdict("two = \"all\"", "40");
    assert_eq!(
        (judgement, message.as_str()),
        (Judgement::Unknown, "score 100% so far, target 40: 1 of 2 questions unanswered")
    );
    assert_eq!(verdict("two = \"all\"", "33").0, Judgement::Met);
    assert_eq!(verdict("one = { na = \"so\" }\ntwo = { na = \"so\" }", "40").0, Judgement::NotApplicable);
}

#[test]
fn a_score_as_target_is_written_exactly() {
    let model = percent();
    for word in ["-1", "101", "2.5.1", "", "1e1", "50%", ".5"] {
        assert!(Measure::read(&model, word).is_err(), "{word}");
    }
    let policy = |lines: &str| {
        let text = format!("schema = 1\n[target]\n{lines}\n");
        policy::parse(&Source { name: "assess.toml".to_owned(), text }, &model)
    };
    assert!(policy("default = \"66.5\"\nshop = \"70\"").is_ok());
    let said = policy("default = 66.5\nshop = 70\n[rules]\nevidence-from-level = 1").expect_err("three are wrong");
    let said: Vec<_> = said.0.iter().flat_map(|file| &file.problems).collect();
    let said: Vec<_> = said.iter().map(|it| (&*it.message.en, it.help.as_ref().map(|help| &*help.en))).collect();
    assert_eq!(
        said,
        [
            ("a score is written in quotes, so that it stays exact", Some("write `\"66.5\"`")),
            ("a score is written in quotes, so that it stays exact", Some("write `\"70\"`")),
            (
                "this model has no levels, from which evidence could be asked",
                Some("remove it; `evidence-must-exist` asks that files which are named are there")
            ),
        ]
    );
}

#[test]
fn a_new_policy_is_held_by_the_answers_it_is_for() {
    let model = percent();
    for lines in ["one = { met = [\"1.1\"] }\ntwo = \"all\"", "one = \"all\"", ""] {
        let answers = answers(&model, lines);
        let outcome = score(&model, &answers);
        let options =
            policy::Template { lang: Lang::En, answers: "answers.toml", model_folder: None, outcome: &outcome };
        let text = policy::template(&model, options);
        let policy = policy::parse(&Source { name: "assess.toml".to_owned(), text: text.clone() }, &model);
        let policy = policy.unwrap_or_else(|problems| panic!("{problems}\n{text}"));
        let verdict = judged(&outcome, &policy.targets);
        assert!(verdict.judged.iter().all(|it| it.judgement == Judgement::Met), "{lines}: {text}");
    }
}

#[test]
fn what_is_unanswered_and_counts_as_nothing_is_named_where_the_score_is_too_low() {
    let model = checklist("levels = false\nscore = \"share\"\nunanswered = \"lowest\"").model.expect("it is sound");
    let answers = answers(&model, "one = \"all\"");
    let outcome = score(&model, &answers);
    let verdict = judged(&outcome, &target(&model, "0.9"));
    assert_eq!(verdict.judged[0].judgement, Judgement::Below);
    let named = verdict.reasons.iter().flat_map(|reason| &reason.dimensions);
    let named: Vec<_> = named.map(|(dimension, measure)| (dimension.id.key(), measure.is_some())).collect();
    assert_eq!(named, [("two", false)], "as unanswered");
}
