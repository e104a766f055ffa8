//! Answers to an older minor version of the model: how they are read, and what the first save makes of them.

use crate::counting::{DEGREES, checklist};
use crate::support::{load_files, market, read_files, tiny_answers};
use assess::answers::{Answer, Answers, Claim, GoneAnswers, Update, parse, update};
use assess::model::{Fate, Id, Level, Model, VersionChange};
use assess::problem::Source;
use assess::scoring::score;

const SELLING: &str = "shop.counter.selling";

fn file(version: &str, lines: &str) -> Source {
    let head = format!("[assessment]\nmodel = \"market\"\nmodel-version = \"{version}\" # as of spring\n");
    Source { name: "answers.toml".to_owned(), text: format!("schema = 1\n\n{head}\n{lines}\n") }
}

fn selling(version: &str, lines: &str) -> Source {
    file(version, &format!("[answers.{SELLING}]\n{lines}"))
}

fn read(source: &Source) -> Answers {
    parse(source, &market()).unwrap_or_else(|problems| panic!("{problems}"))
}

/// What one line of an older file is read as, and whether the dimension is asked anew.
fn carried(version: &str, line: &str) -> (String, bool) {
    let answers = read(&selling(version, line));
    let key = line.split(' ').next().expect("it has a key");
    let id = Id(format!("{SELLING}.{key}").into());
    let claim = match answers.given[&id].claim.as_ref().expect("it claims something") {
        Claim::Level { level, met } => {
            let met: Vec<_> = met.iter().map(ToString::to_string).collect();
            if met.is_empty() { level.to_string() } else { format!("{level} and {}", met.join(", ")) }
        }
        Claim::PartOf(level) => format!("{level}-"),
        Claim::NotApplicable { .. } => "na".to_owned(),
    };
    (claim, answers.assessment.ask_again.contains(&id))
}

#[test]
fn an_answer_to_an_older_version_is_read_as_one_to_this() {
    for (version, line, claim, is_asked_anew) in [
        // A clause that moved is met at its new place, one that is gone nowhere.
        ("1", "paying = { level = 2, met = [\"3.1\", \"3.3\"] }", "2 and 3.2", false),
        ("1.0", "paying = { level = 2, met = [\"3.1\"] }", "2 and 3.2", false),
        ("1.1", "paying = { level = 2, met = [\"3.1\", \"3.3\"] }", "2 and 3.1", false),
        ("1.2", "paying = { level = 2, met = [\"3.1\"] }", "2 and 3.1", false),
        // One that lies within the claim now is not named any more; a new one there is asked.
        ("1.0", "queue = { level = 2, met = [\"3.2\"] }", "2", false),
        ("1.0", "queue = 2", "2", true),
        ("1.0", "queue = 1", "1", false),
        ("1.0", "queue = 3", "3", false),
        ("1.0", "paying = 3", "3", true),
        ("1.1", "paying = 3", "3", false),
        ("1.0", "paying = 2", "2", false),
        ("1.0", "greeting = 3", "3", true),
        ("1.0", "greeting = 2", "2", false),
        // A grade that this version would refuse is the level below.
        ("1.1", "queue = \"3-\"", "2", true),
        ("1.1", "paying = \"3-\"", "3-", false),
        ("1.0", "queue = { na = \"nobody waits\" }", "na", false),
    ] {
        assert_eq!(carried(version, line), (claim.to_owned(), is_asked_anew), "{version}: {line}");
    }
}

#[test]
fn what_no_version_had_is_still_refused() {
    for (version, line, problem) in [
        ("1.2", "paying = { level = 2, met = [\"3.3\"] }", "no clause `3.3`"),
        ("1.0", "paying = { level = 2, met = [\"3.4\"] }", "no clause `3.4`"),
        ("1.2", "queue = \"3-\"", "single clause"),
        ("1.2", "bowing = 2", "unknown id"),
        ("1.0", "bowin = 2", "unknown id"),
        ("1.0", "queue = \"1-\"", "nothing is asked"),
        ("1.3", "queue = 2", "these answers are to version 1.3 of model `market`; this is version 1.2"),
        ("1.3", "queue = 2", "with an `assess` that has version 1.3 of the model"),
        ("2.0", "queue = 2", "`assess interview` shows what changed"),
        ("1.2.0", "queue = 2", "write `\"1.2\"`"),
        ("1.02", "queue = 2", "write `\"1.2\"`"),
    ] {
        let refused = parse(&selling(version, line), &market()).expect_err("it is wrong");
        let told: Vec<_> = refused.0.iter().flat_map(|file| &file.problems).collect();
        let said = told.iter().map(|it| format!("{} {}", it.message.en, it.help.as_ref().map_or("", |help| &help.en)));
        let told = said.collect::<Vec<_>>().join("; ");
        assert!(told.contains(problem), "{version}: {line}: {told}");
    }
}

#[test]
fn the_first_save_brings_the_whole_file_to_this_version() {
    let model = market();
    let text = "# ours\npaying = { level = 2, met = [\"3.1\"], note = \"soon\" } # by hand\nqueue = \"3-\"\n\
                greeting = 3 # well\nbowing = { level = 2, note = \"deep\" }\n\n\
                [answers.stall.awning.rain]\nroof = { level = 2, evidence = [\"a.md\"] }";
    let source = selling("1.0", text);
    let greeting = Id(format!("{SELLING}.greeting").into());
    let saved = update(&source, &model, &[Update::Confirmed(greeting.clone())]).expect("it can be written");
    insta::assert_snapshot!(saved.text);
    let lines: Vec<_> =
        saved.carried.expect("it was older").lines(GoneAnswers::Kept).into_iter().map(|line| line.en).collect();
    insta::assert_snapshot!(lines.join("\n"));
    let again = read(&Source { text: saved.text.clone(), ..source.clone() });
    assert_eq!(again.carried, None, "once is enough");
    let before = read(&source);
    assert_eq!(again.given, before.given, "the save says what was read");
    assert!(before.assessment.ask_again.contains(&greeting) && !again.assessment.ask_again.contains(&greeting));
    assert_eq!(score(&model, &before).overall.level, score(&model, &again).overall.level);
}

#[test]
fn a_file_of_this_version_in_which_nothing_changes_stays_as_it_is() {
    let model = market();
    for version in ["1.2", "1.0"] {
        let source = selling(version, "queue = 1 # mine");
        let saved = update(&source, &model, &[]).expect("it can be written");
        assert_eq!(saved.text, source.text.replace(version, "1.2"));
    }
    let tiny = assess::model::source::load(read_files("tests/models/tiny")).model.expect("it is sound");
    let text = "schema = 1\n[assessment]\nmodel = \"tiny\"\nmodel-version = \"2\"\n".to_owned();
    let source = Source { name: "answers.toml".to_owned(), text };
    assert_eq!(update(&source, &tiny, &[]).expect("it can be written").text, source.text);
}

#[test]
fn a_question_that_asks_more_is_asked_until_it_is_answered() {
    let model = market();
    let source = selling("1.0", "paying = 3\nqueue = 2");
    let id = |key: &str| Id(format!("{SELLING}.{key}").into());
    let claim = |level| Some(Answer { claim: Some(Claim::at(Level(level))), ..Answer::default() });
    let updates = [Update::Answer(id("paying"), claim(2)), Update::Confirmed(id("paying"))];
    let saved = update(&source, &model, &updates).expect("it can be written");
    assert_eq!(saved.answers.assessment.ask_again, [id("queue")]);
    let next = Source { text: saved.text, ..source };
    let saved = update(&next, &model, &[Update::Confirmed(id("queue"))]).expect("it can be written");
    assert!(saved.answers.assessment.ask_again.is_empty() && !saved.text.contains("ask-again"), "{}", saved.text);
}

/// The problems of the market model with other changes.
fn problems_of(changes: &str) -> String {
    let mut files = read_files("tests/models/market");
    let root = files.iter_mut().find(|file| file.name == "model.toml").expect("it is there");
    root.text.push_str(changes);
    load_files(files).model.err().map_or_else(String::new, |problems| problems.to_string())
}

#[test]
fn a_first_version_has_changed_nothing() {
    let mut files = read_files("tests/models/tiny");
    for file in files.iter_mut().filter(|file| file.name == "model.toml") {
        file.text += "[[changes]]\nsince = \"2.1\"\nid = \"shop.counter.selling.greeting\"\nasks-more = true\n";
    }
    let said = load_files(files).model.expect_err("it is 2.0").0;
    let help =
        said.iter().flat_map(|file| &file.problems).find_map(|problem| problem.help.clone()).expect("it has one");
    assert_eq!(help.en, "remove it: 2.0 comes before every minor version");
}

#[test]
fn a_change_that_does_not_fit_the_model_is_said_where_it_stands() {
    let entry = |lines: &str| format!("\n[[changes]]\n{lines}\n");
    let changes = [
        "since = \"1.3\"\nclause = \"shop.counter.selling.paying.3.1\"\nasks-more = true",
        "since = \"1.0\"\nclause = \"shop.counter.selling.paying.3.1\"\nasks-more = true",
        "since = \"1.1\"\nclause = \"shop.counter.selling.paying.3.7\"\nasks-more = true",
        "since = \"1.2\"\nclause = \"shop.counter.selling.queue.3.4\"\nto = \"shop.counter.selling.queue.3.9\"",
        "since = \"1.2\"\nclause = \"shop.counter.selling.queue.3.1\"\ngone = true",
        "since = \"1.2\"\nid = \"shop.counter.selling.queue\"\ngone = true",
        "since = \"1.2\"\nid = \"shop.counter.selling.waiting\"\nto = \"shop.counter.selling.queues\"",
        "since = \"1.1\"\nid = \"shop.counter.selling.bowing\"\nto = \"shop.counter.selling.queue\"",
    ];
    let all: String = changes.iter().map(|lines| entry(lines)).collect();
    insta::assert_snapshot!(problems_of(&all));
    let changes = [
        "since = \"1.1\"\nclause = \"3.1\"\ngone = true",
        "since = \"1.1\"\nclause = \"shop.counter.selling.queue.3.1\"",
        "since = \"1.1\"\nclause = \"shop.counter.selling.queue.3.1\"\nid = \"shop\"\ngone = true",
        "since = \"1.1\"\nid = \"Shop\"\ngone = true",
        "since = \"one\"\nid = \"shop.cellar\"\ngone = false",
        "since = \"1.1\"\nid = \"shop.cellar\"\ngone = true\nwhy = \"\"",
    ];
    let all: String = changes.iter().map(|lines| entry(lines)).collect();
    insta::assert_snapshot!(problems_of(&all));
}

/// All of a split clause is met where it was, what was made of two where both were, what replaced one nowhere.
#[test]
fn a_clause_may_come_apart_two_may_come_together_and_one_may_be_replaced() {
    let model = |changes: &str| -> Model {
        let mut files = read_files("tests/models/market");
        files.iter_mut().filter(|file| file.name == "model.toml").for_each(|file| file.text.push_str(changes));
        load_files(files).model.unwrap_or_else(|problems| panic!("{problems}"))
    };
    let met = |model: &Model, line: &str| {
        let source = file("1.1", &format!("[answers.stall.awning.rain]\ncover = {line}"));
        let answers = parse(&source, model).unwrap_or_else(|problems| panic!("{problems}"));
        let (_, answer) = answers.given.iter().next().expect("it is there");
        let asked_anew = !answers.assessment.ask_again.is_empty();
        match answer.claim.as_ref() {
            Some(Claim::Level { level, met }) => (level.0, met.len(), asked_anew),
            claim => panic!("{claim:?}"),
        }
    };
    let apart = model(&(moved("2.1", "2.1") + &moved("2.1", "3.1")));
    assert_eq!(met(&apart, "2"), (2, 1, false), "both halves are met");
    assert_eq!(met(&apart, "1"), (1, 0, false));
    let together = model(&(moved("2.1", "2.1") + &moved("3.1", "2.1") + &moved("3.2", "3.1")));
    assert_eq!(met(&together, "2"), (2, 0, true), "one half is not met");
    assert_eq!(met(&together, "{ level = 2, met = [\"3.1\"] }"), (2, 0, false));
    assert_eq!(met(&together, "{ level = 2, met = [\"3.2\"] }"), (2, 1, true));
    let entry =
        |fate| format!("\n[[changes]]\nsince = \"1.2\"\nclause = \"stall.awning.rain.cover.3.1\"\n{fate} = true\n");
    let replaced = model(&(moved("2.1", "2.1") + &entry("gone") + &entry("asks-more")));
    assert_eq!(met(&replaced, "{ level = 2, met = [\"3.1\"] }"), (2, 0, false), "another clause stands there");
    assert_eq!(met(&replaced, "3"), (3, 0, true));
}

/// The market with degrees, and these changes of its version 1.2.
fn graded(changes: &str) -> Model {
    let mut files = read_files("tests/models/market");
    let root = files.iter_mut().find(|file| file.name == "model.toml").expect("it is there");
    root.text.extend(["\n[scoring]\n", DEGREES, changes]);
    load_files(files).model.unwrap_or_else(|problems| panic!("{problems}"))
}

/// A change of version 1.2: the clause of `cover` at one place is one at another since then.
fn moved(clause: &str, to: &str) -> String {
    let place = |clause| format!("\"stall.awning.rain.cover.{clause}\"");
    format!("\n[[changes]]\nsince = \"1.2\"\nclause = {}\nto = {}\n", place(clause), place(to))
}

/// Answers to version 1.1 that say this of `cover`.
fn covered(model: &Model, cover: &str) -> Answers {
    let answers = parse(&file("1.1", &format!("[answers.stall.awning.rain]\ncover = {{ {cover} }}")), model);
    answers.unwrap_or_else(|problems| panic!("{problems}"))
}

#[test]
fn an_answer_of_which_degrees_alone_stand_elsewhere_now_is_named_and_counted() {
    let model = graded(&(moved("2.1", "3.1") + &moved("3.1", "2.1")));
    let carried = covered(&model, "level = 1, degrees = { \"3.1\" = \"half\" }").carried.expect("it was older");
    assert_eq!(carried.lines(GoneAnswers::Kept)[0].en, "stall.awning.rain.cover: other degrees of clauses");
    assert!(carried.summary().en.ends_with("(other clauses or levels 1)"), "{}", carried.summary().en);
}

#[test]
fn a_clause_is_met_to_the_degree_that_is_known_of_all_it_was_made_of() {
    let said = |model: &Model, cover: &str| {
        let answers = covered(model, cover);
        let (_, answer) = answers.given.iter().next().expect("it is there");
        let degrees: Vec<_> = answer.degrees.iter().map(|(id, degree)| format!("{id} {}", degree.id)).collect();
        (degrees.join(", "), !answers.assessment.ask_again.is_empty())
    };
    let another = "\n[[changes]]\nsince = \"1.2\"\nclause = \"stall.awning.rain.cover.2.1\"\nasks-more = true\n";
    let together = graded(&(moved("2.1", "3.1") + &moved("3.1", "3.1") + another));
    for (cover, degrees) in [
        ("level = 1, degrees = { \"3.1\" = \"half\" }", ""),
        ("level = 1, met = [\"2.1\"], degrees = { \"3.1\" = \"half\" }", "3.1 half"),
        ("level = 1, degrees = { \"2.1\" = \"not\", \"3.1\" = \"half\" }", "3.1 not"),
    ] {
        assert_eq!(said(&together, cover), (degrees.to_owned(), false), "{cover}");
    }
    let swapped = graded(&(moved("2.1", "3.1") + &moved("3.1", "2.1")));
    let within = "level = 2, degrees = { \"3.1\" = \"half\" }";
    assert_eq!(said(&swapped, within), (String::new(), true), "what lies within the claim is met or asked anew");
}

#[test]
fn an_answer_that_says_the_same_by_this_version_is_not_told() {
    let answers = read(&selling("1.0", "greeting = 2\npaying = 2\nqueue = { na = \"nobody waits\" }"));
    let carried = answers.carried.expect("it was older");
    assert!(carried.lines(GoneAnswers::Kept).is_empty(), "{carried:?}");
}

#[test]
fn without_levels_whoever_answered_is_asked_anew_for_a_clause_that_is_new() {
    let mut model = checklist("levels = false").model.expect("it is sound");
    let place = "shop.counter.selling.one.1.2".parse().expect("it names a clause");
    let since = "2.1".parse().expect("it is a version");
    model.version = "2.1.0".into();
    model.changes = vec![VersionChange { since, place, fate: Fate::AsksMore }].into();
    let asked_anew = |lines: &str| {
        let answers = parse(&tiny_answers(lines), &model).unwrap_or_else(|problems| panic!("{problems}"));
        answers.assessment.ask_again.iter().map(|id| id.key().to_owned()).collect::<Vec<_>>()
    };
    assert_eq!(asked_anew("one = { met = [\"1.1\"] }\ntwo = \"all\""), ["one"], "the second is as it was");
}

#[test]
fn an_exception_of_a_clause_that_stands_elsewhere_now_is_told() {
    let answers = read(&selling("1.1", "queue = { level = 1, except = { \"3.2\" = \"a kiosk\" } }"));
    let (_, answer) = answers.given.iter().next().expect("it is there");
    assert_eq!(answer.except.keys().map(ToString::to_string).collect::<Vec<_>>(), ["2.1"]);
    let lines = answers.carried.expect("it was older").lines(GoneAnswers::Kept);
    assert_eq!(
        lines.iter().map(|line| &*line.en).collect::<Vec<_>>(),
        ["shop.counter.selling.queue: other clauses excepted"]
    );
}
