//! What a team measures of its delivery: what can be written, and how it is changed in place.

use assess::answers::{Metric, Update, UpdateError, parse, update};
use assess::problem::Source;

use crate::support::tiny;

const HEAD: &str = "schema = 1\n[assessment]\nmodel = \"tiny\"\nmodel-version = \"2\"\n";

fn named(text: &str) -> Source {
    Source { name: "answers.toml".to_owned(), text: text.to_owned() }
}

fn changed(text: &str, metric: Metric, word: Option<&str>) -> Result<String, UpdateError> {
    let measured = word.map(|word| metric.read(word).expect("it is a value"));
    update(&named(text), &tiny(), &[Update::Outcome(metric, measured)]).map(|saved| saved.text)
}

#[test]
fn what_is_wrong_with_a_number_is_told() {
    for (metric, word, fault, help) in [
        (Metric::ChangeFailureRate, "8 %", "`8 %` has a blank in it", "write `8%`"),
        (Metric::ChangeFailureRate, "8,5%", "`8,5%` has a comma in its number", "write `8.5%`"),
        (Metric::DeploymentFrequency, "3/ week", "`3/ week` has a blank in it", "write `3/week`"),
        (Metric::LeadTime, "1e3d", "`1e3d` has an exponent", "write a number and"),
        // It may be a thousand or one.
        (Metric::LeadTime, "1,000h", "`1,000h` has a comma in its number", "write a number and"),
        (Metric::LeadTime, "3 days", "`3 days` has a blank in it", "write a number and"),
        (Metric::LeadTime, "3x", "`3x` has another unit", "write a number and"),
    ] {
        let refusal = metric.read(word).expect_err("it is no value");
        assert_eq!(refusal.message.en, fault);
        assert!(refusal.help.as_ref().is_some_and(|it| it.en.starts_with(help)), "{word}: {:?}", refusal.help);
    }
}

#[test]
fn each_metric_has_units_of_its_own() {
    for (metric, good, bad) in [
        (Metric::DeploymentFrequency, vec!["3/week", "0.5/day", "12/year", "1/month", "0/quarter"], "3d"),
        (Metric::LeadTime, vec!["2d", "45min", "1.5h", "3w"], "3/week"),
        (Metric::RecoveryTime, vec!["4h"], "4%"),
        (Metric::ChangeFailureRate, vec!["8%", "0%", "100%", "100.0%", "0.25%"], "100.1%"),
        (Metric::ReworkRate, vec!["5%"], "5"),
    ] {
        for word in good {
            assert_eq!(metric.read(word).map(|it| it.to_string()).as_deref(), Ok(word), "{metric}");
        }
        assert!(metric.read(bad).is_err_and(|refusal| refusal.help.is_some()), "{metric} {bad}");
    }
}

#[test]
fn only_a_plain_decimal_number_is_a_number() {
    for word in [
        "-1h",
        "+1h",
        ".5h",
        "1.h",
        "1e3h",
        "1,5h",
        "1 h",
        " 1h",
        "1h ",
        "h",
        "",
        "1234567890h",
        "1.1234567h",
        "1..2h",
        "inf h",
        "１h",
    ] {
        assert!(Metric::LeadTime.read(word).is_err(), "{word:?}");
    }
}

#[test]
fn values_of_one_metric_can_be_compared_whatever_their_units() {
    let least = |metric: Metric, word: &str| metric.read(word).expect("it is a value").in_least_unit();
    assert!((least(Metric::LeadTime, "1w") - least(Metric::LeadTime, "168h")).abs() < 1e-9);
    assert!(least(Metric::DeploymentFrequency, "1/week") > least(Metric::DeploymentFrequency, "4/month"));
}

#[test]
fn a_first_one_gets_a_section_at_the_end_and_the_next_stands_in_order() {
    let text = format!("# ours\n{HEAD}[answers.shop.counter.selling]\npaying = 1 # cash\n");
    let once = changed(&text, Metric::LeadTime, Some("2d")).expect("it can be written");
    assert_eq!(once, format!("{text}\n[outcomes]\nlead-time = \"2d\"\n"));
    let twice = changed(&once, Metric::DeploymentFrequency, Some("3/week")).expect("it can be written");
    assert_eq!(twice, format!("{text}\n[outcomes]\ndeployment-frequency = \"3/week\"\nlead-time = \"2d\"\n"));
}

#[test]
fn what_says_the_same_keeps_its_bytes_and_none_takes_one_out() {
    let text = format!(
        "{HEAD}[outcomes] # measured\nlead-time   = '2d' # by the pipeline\n# next year\nrework-rate = \"5%\"\n"
    );
    assert_eq!(changed(&text, Metric::LeadTime, Some("2d")), Ok(text.clone()));
    let other = text.replace("'2d'", "\"1d\"");
    assert_eq!(changed(&text, Metric::LeadTime, Some("1d")), Ok(other));
    let gone = text.replace("lead-time   = '2d' # by the pipeline\n", "");
    assert_eq!(changed(&text, Metric::LeadTime, None), Ok(gone));
    let inline = format!("outcomes = {{ lead-time = \"2d\" }}\n{HEAD}");
    assert_eq!(changed(&inline, Metric::LeadTime, Some("1h")), Ok(inline.replace("2d", "1h")));
}

#[test]
fn no_level_depends_on_them() {
    let model = tiny();
    let with = format!("{HEAD}[answers.shop.counter.selling]\npaying = 1\n[outcomes]\nlead-time = \"2d\"\n");
    let without = with.replace("lead-time = \"2d\"\n", "");
    let score = |text: &str| {
        let answers = parse(&named(text), &model).expect("it is sound");
        format!("{:?}", assess::scoring::score(&model, &answers).overall)
    };
    assert_eq!(score(&with), score(&without));
}
