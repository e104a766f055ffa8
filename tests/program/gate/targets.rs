//! Targets: what holds them, and every way around them that is none.

use std::fs;

use super::folder::{Folder, SUB_DOMAIN, all, first_key, head, small};

#[test]
fn a_target_is_held_or_not() {
    let folder = Folder::new();
    folder.write("answers.toml", &small("3"));
    let target = |level: u8| format!("--target={SUB_DOMAIN}={level}");
    folder.passes(&["check", &target(3)]);
    folder.passes(&["check", &target(2)]);
    folder.fails(&["check", &target(4)], "level 3, target 4");
    folder.passes(&["check", &target(4), "--exit-zero"]);
}

#[test]
fn what_is_below_names_its_dimensions_and_clauses() {
    let folder = Folder::new();
    folder.write("answers.toml", &small("2"));
    let (_, said) = folder.said(&["check", &format!("--target={SUB_DOMAIN}=3")]);
    assert!(said.contains("answers.toml:") && said.contains(" 3.1 "), "{said}");
    let (_, json) = folder.said(&["check", &format!("--target={SUB_DOMAIN}=3"), "--format", "json"]);
    let result: serde_json::Value = serde_json::from_str(&json).expect("it is JSON");
    let reason = &result["verdict"]["reasons"][0];
    assert_eq!((reason["actual"].as_u64(), reason["target"].as_u64()), (Some(2), Some(3)));
    let requirements = reason["requirements"].as_array().expect("they are there");
    assert!(!requirements.is_empty() && !reason["dimensions"].as_array().expect("they are there").is_empty());
}

#[test]
fn a_part_of_a_level_is_not_the_level() {
    let folder = Folder::new();
    folder.write("answers.toml", &small("\"3-\""));
    folder.fails(&["check", &format!("--target={SUB_DOMAIN}=3")], "level 2, target 3");
}

#[test]
fn a_misspelt_target_is_never_passed() {
    let folder = Folder::new();
    folder.write("answers.toml", &small("5"));
    for (target, message) in [
        ("delivery.testin=1", "did you mean `delivery.testing`?"),
        ("Delivery=1", "unknown id `Delivery`"),
        ("delivery.testing.strategy.layering=1", "help: "),
        ("devops=1", "`devops` is the whole model"),
        ("9", "9 is not a level of this model"),
        ("0", "0 is not a level of this model"),
        ("delivery=", "write one, as `delivery=3`"),
        ("delivery", "for this part alone `delivery=3`"),
        ("three", "`three` is not a level"),
        ("3 ", "is not a level"),
        ("+3", "is not a level"),
        ("03", "is not a level"),
        ("", "`--target` needs a value"),
    ] {
        folder.refuses(&["check", "--target", target], message);
        folder.refuses(&["check", "--exit-zero", "--target", target], message);
    }
    folder.refuses(&["check", "--target", "3", "--target", "2"], "a second target");
    folder.refuses(&["check", "--traget", "3"], "did you mean `--target`?");
}

#[test]
fn missing_answers_are_not_taken_for_good_ones() {
    let folder = Folder::new();
    let policy = |way: &str| format!("schema = 1\n[target]\ndefault = 3\n[rules]\nincomplete = \"{way}\"\n");
    // One answer is deleted.
    let whole = head("scope = [\"delivery\"]") + &all("delivery", "4");
    let (lines, last) = whole.trim_end().rsplit_once('\n').expect("there are lines");
    assert!(last.ends_with("= 4"));
    folder.write("answers.toml", lines);
    folder.fails(&["check", "--target", "3"], "incomplete 1");
    folder.write("assess.toml", &policy("fail")).fails(&["check"], "incomplete 1");
    folder.write("assess.toml", &policy("warn")).passes(&["check"]);
    assert!(folder.said(&["check"]).1.starts_with("passed; warnings: incomplete 1"));
    folder.write("assess.toml", &policy("ignore")).passes(&["check"]);
    // All are.
    folder.write("answers.toml", &head("scope = [\"delivery\"]"));
    for way in ["warn", "ignore"] {
        folder.write("assess.toml", &policy(way)).fails(&["check"], "nothing-judged");
    }
    // Where each missing answer fails by itself, that says it.
    folder.write("assess.toml", &policy("fail")).fails(&["check"], "failed: incomplete 15 DevOps");
    folder.fails(&["check", "--target", "agile=3"], "failed: out-of-scope 1 DevOps");
    // What is answered in part can be judged once the rest is.
    folder.write(
        "answers.toml",
        &(head("scope = [\"delivery\"]") + &format!("[answers.{SUB_DOMAIN}]\n{} = 4\n", first_key())),
    );
    folder.fails(&["check", "--target", &format!("{SUB_DOMAIN}=3")], "failed: incomplete 1 DevOps");
}

#[test]
fn missing_answers_do_not_hide_what_is_below() {
    let folder = Folder::new();
    let one_low = head("scope = [\"delivery\"]") + &format!("[answers.{SUB_DOMAIN}]\nmethod = 1\n");
    folder.write("answers.toml", &one_low.replace("method", first_key()));
    folder.write("assess.toml", "schema = 1\n[target]\ndefault = 3\n[rules]\nincomplete = \"ignore\"\n");
    folder.fails(&["check"], "below-target 1");
}

#[test]
fn not_applicable_is_no_way_around_a_target() {
    let folder = Folder::new();
    folder.write("answers.toml", &(head("scope = [\"delivery\"]") + &all("delivery", "{ na = \"not us\" }")));
    folder.fails(&["check", "--target", "3"], "nothing-judged");
    folder.write("answers.toml", &(head("scope = [\"delivery\"]") + &all("delivery", "4")));
    folder.passes(&["check", "--target", "3"]);
    let excused = all(SUB_DOMAIN, "{ na = \"not us\" }");
    let others = all("delivery", "4").replace(&all(SUB_DOMAIN, "4"), "");
    folder.write("answers.toml", &(head("scope = [\"delivery\"]") + &others + &excused));
    folder.passes(&["check", "--target", "3"]);
    folder.write("assess.toml", "schema = 1\n[target]\ndefault = 3\n[rules]\nallow-na = false\n");
    folder.fails(&["check"], "na-not-allowed 3");
}

#[test]
fn an_exception_runs_out() {
    let folder = Folder::new();
    let others = all("delivery", "4").replace(&all(SUB_DOMAIN, "4"), "");
    let excused = all(SUB_DOMAIN, "{ na = { reason = \"moving\", until = 2026-09-30 } }");
    folder.write("answers.toml", &(head("scope = [\"delivery\"]") + &others + &excused));
    folder.passes(&["check", "--target", "3", "--as-of", "2026-09-30"]);
    folder.fails(&["check", "--target", "3", "--as-of", "2026-10-01"], "na-expired 3");
    // On that day it is unanswered, and so unknown.
    folder.fails(&["check", "--target", "3", "--as-of", "2026-10-01"], "incomplete 1");
    folder.refuses(&["check", "--target", "3", "--as-of", "2026-02-30"], "write it as `2026-11-21`");
}

#[test]
fn a_smaller_scope_is_no_way_around_a_target() {
    let folder = Folder::new();
    folder.write("answers.toml", &(head("scope = [\"delivery\"]") + &all("delivery", "4") + &all("agile", "4")));
    folder.fails(&["check", "--target", "3", "--target", "agile.planning=3"], "out-of-scope 1");
    folder.passes(&["check", "--target", "3"]);
    assert!(
        folder.said(&["check", "--target", "3"]).1.contains("not assessed: Agile development, Technical operations")
    );
    folder.write("main.toml", &(head("") + &all("delivery", "4") + &all("agile", "4") + &all("operations", "4")));
    folder.fails(&["check", "--target", "3", "--baseline", "main.toml"], "regression 2");
}

#[test]
fn what_does_not_apply_is_listed_with_its_reason() {
    let folder = Folder::new();
    let answers = small("3").replacen("= 3", "= { na = { reason = \"no tests yet\", until = 2030-01-31 } }", 1);
    folder.write("answers.toml", &answers);
    let check = ["check", "--target", "delivery.testing.strategy=3"];
    folder.passes(&check);
    for format in ["table", "markdown"] {
        let (_, said) = folder.said(&[&check, ["--format", format].as_slice()].concat());
        assert!(said.contains("no tests yet") && said.contains("2030-01-31"), "{said}");
    }
}

#[test]
fn what_is_open_is_told_in_short_unless_all_is_asked_for() {
    let folder = Folder::new();
    folder.write("answers.toml", &head(""));
    let check = ["check", "--target", "2", "--target", "delivery.testing=4"];
    let lines = |arguments: &[&str]| {
        let output = folder.run_in("", arguments);
        String::from_utf8(output.stdout).expect("it is text").lines().map(str::to_owned).collect::<Vec<_>>()
    };
    let short = lines(&check);
    assert!(short.len() < 24, "one screen: {short:#?}");
    assert!(short.iter().any(|line| line.contains("and 38 more; `-v` lists them all")), "{short:#?}");
    let first = short.iter().find(|line| line.starts_with('✗')).expect("something is open");
    assert!(first.contains("Test management ›"), "the highest target comes first: {first}");
    for whole in [lines(&[&check[..], &["-v"]].concat()), {
        folder.said(&[&check[..], &["-o", "all.txt"]].concat());
        let text = fs::read_to_string(folder.path().join("all.txt")).expect("it is written");
        text.lines().map(str::to_owned).collect()
    }] {
        assert_eq!(whole.iter().filter(|line| line.starts_with('✗')).count(), 46);
        assert!(whole.iter().any(|line| line.ends_with(": unanswered")));
    }
}

#[test]
fn documents_complete_the_commands_that_they_name() {
    let folder = Folder::new();
    folder.write("mine.toml", &small("2")).write("gate.toml", "schema = 1\n[target]\ndefault = 3\n");
    let check = ["check", "mine.toml", "--config", "gate.toml", "--format", "sarif"];
    let (_, said) = folder.said(&check);
    assert!(said.contains("See what is still needed with `assess next mine.toml --config gate.toml`"), "{said}");
    let path = folder.path().join("gate.toml");
    let (_, said) =
        folder.said(&["check", "mine.toml", "--config", path.to_str().expect("it is"), "--format", "sarif"]);
    assert!(said.contains("`assess next mine.toml --config gate.toml`"), "no place on this machine: {said}");
    folder.write("mine.toml", &small("2").replace("model-version = \"1.1\"", "model-version = \"9.0\""));
    let (code, _) = folder.said(&["check", "mine.toml", "--config", "gate.toml", "-o", "out.json"]);
    let json = fs::read_to_string(folder.path().join("out.json")).expect("it is written");
    assert!(code == 2 && json.contains("assess interview mine.toml --config gate.toml`"), "{json}");
}
