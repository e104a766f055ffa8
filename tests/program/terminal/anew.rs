//! Questions that ask more than when they were answered: why, confirmed, and what a save carries over.

use std::fs;

use crate::support::folder::{Folder, run, words};
use crate::support::pty::Terminal;

const MARKET: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/models/market");
const WHY: &str = "asked anew: it asks more than when it was answered; Enter keeps the answer";

/// A folder with answers to the first version of the market.
fn older() -> Folder {
    let folder = Folder::empty();
    let head = "[assessment]\nmodel = \"market\"\nmodel-version = \"1.0\"\n";
    let answers = "greeting = 3\npaying = { level = 2, met = [\"3.1\"] }\nqueue = 2";
    folder.write(&format!("schema = 1\n\n{head}\n[answers.shop.counter.selling]\n{answers}\n"));
    folder
}

fn interview(folder: &Folder) -> Terminal {
    Terminal::start(folder.path(), &["interview", "--model", MARKET, "answers.toml"], &[])
}

#[test]
fn what_asks_more_is_confirmed_with_enter() {
    let folder = older();
    let mut terminal = interview(&folder);
    terminal.shows(&["How do people wait?", WHY]).becomes(40, 12).shows(&["asked anew"]).becomes(80, 24);
    terminal.shows(&["How do people wait?", WHY]).types("\r");
    terminal.says("✓ Queue → 2", &["1 of 3 are still to be answered"]).types("u");
    terminal.shows(&["Who is greeted?", WHY]).types("\r");
    terminal.shows(&["All 3 questions are answered."]).types("z");
    terminal.says("undone: Greeting", &["Who is greeted?", WHY]).types("q");
    let left = words(&terminal.ends(0).screen.contents());
    for words in
        ["the file is to version 1.2 of the model now, before to 1.0", "paying: no longer names 3.1; names 3.2 now"]
    {
        assert!(left.contains(words), "`{words}` is not said:\n{left}");
    }
    assert!(
        left.contains("3 of 3 answered, 1 asked anew; go on with `assess interview answers.toml --model "),
        "{left}"
    );
    folder.holds(&["ask-again = [\"shop.counter.selling.greeting\"]", "queue = 2", "model-version = \"1.2\""]);
}

#[test]
fn a_look_at_older_answers_leaves_them_alone() {
    let folder = older();
    let before = folder.text();
    let mut terminal = interview(&folder);
    terminal.shows(&["How do people wait?"]).types("q");
    terminal.ends(0);
    assert_eq!(folder.text(), before);
}

#[test]
fn the_first_set_lists_what_it_carries_over() {
    let folder = older();
    let set = ["set", "--model", MARKET, "answers.toml", "shop.counter.selling.queue", "3"];
    let first = run(folder.path(), &set);
    let told = String::from_utf8_lossy(&first.stderr).into_owned();
    assert!(told.contains("the file is to version 1.2 of the model now, before to 1.0"), "{told}");
    assert!(
        told.contains("paying: no longer names 3.1; names 3.2 now") && told.contains("greeting: asked anew"),
        "{told}"
    );
    let second = run(folder.path(), &set);
    assert!(!String::from_utf8_lossy(&second.stderr).contains("version"), "once is enough");
    folder.holds(&["ask-again = [\"shop.counter.selling.greeting\"]", "queue = 3"]);
}

#[test]
fn the_way_to_go_on_names_model_and_policy() {
    let folder = older();
    fs::write(folder.path().join("ours.toml"), "schema = 1\n").expect("it can be written");
    let line = ["interview", "answers.toml", "--config", "ours.toml", "--model", MARKET];
    let mut terminal = Terminal::start(folder.path(), &line, &[]);
    terminal.shows(&["How do people wait?"]).types("q");
    let left = words(&terminal.ends(0).screen.contents()).replace(' ', "");
    let way = format!("`assess interview answers.toml --model {MARKET} --config ours.toml`").replace(' ', "");
    assert!(left.contains(&way), "{left}");
}

#[test]
fn every_document_lists_what_is_asked_anew() {
    let folder = older();
    let said = "Asked anew: more is asked than when it was answered";
    for (line, names) in [
        (&["score"][..], &["Greeting (shop.counter.selling.greeting)", "Queue (shop.counter.selling.queue)"]),
        (&["score", "--format", "markdown"], &["- Greeting (shop.counter.selling.greeting)", "- Queue (shop"]),
        (&["report", "--format", "markdown"], &["- Greeting (shop.counter.selling.greeting)", "- Queue (shop"]),
        (&["report", "--format", "html"], &["Selling › Greeting</dt>", "Selling › Queue</dt>"]),
    ] {
        let output = run(folder.path(), &[&["--model", MARKET], line].concat());
        let text = String::from_utf8(output.stdout).expect("it is text");
        let (_, listed) = text.split_once(said).unwrap_or_else(|| panic!("{line:?} lists nothing:\n{text}"));
        assert!(names.iter().all(|name| listed.contains(name)), "{line:?}: {listed}");
    }
    let output = run(folder.path(), &["--model", MARKET, "set", "answers.toml", "queue", "2"]);
    assert!(output.status.success());
    let text = String::from_utf8(run(folder.path(), &["--model", MARKET, "score"]).stdout).expect("it is text");
    let (_, listed) = text.split_once(said).expect("one is left");
    assert!(!listed.contains("Queue (shop"), "{listed}");
}
