//! The first picture: one question in each sub-domain, then the levels, then the rest.

use crate::support::folder::{FIRST, Folder, MODEL, SECOND, run, words};
use crate::support::pty::Terminal;

#[test]
fn a_first_picture_is_followed_by_the_rest() {
    let folder = Folder::with("");
    let mut terminal = folder.interview_with(&["--quick"], &[]);
    terminal.says("a first picture: one question in each sub-domain", &[FIRST, "1/1"]).types("2");
    terminal.shows(&["A first picture", "Shop", "0–2", "1/2", "Enter go on with the other 1"]).types("\r");
    terminal.shows(&[SECOND, "2/2"]).types("q");
    let told = words(&terminal.ends(0).screen.contents());
    assert!(told.contains("1 of 2 answered; go on with `assess interview answers.toml --model "), "{told}");
    assert!(!told.contains("--quick"), "the picture is over:\n{told}");
    folder.holds(&["greeting = 2", "date = 2026-01-31"]);
}

#[test]
fn who_leaves_a_first_picture_is_told_how_to_go_on_with_it() {
    let folder = Folder::with("");
    let told = |keys: &str| {
        let mut terminal = folder.interview_with(&["--quick"], &[]);
        terminal.shows(&["1/1"]).types(keys);
        words(&terminal.ends(0).screen.contents())
    };
    let before = told("q");
    assert!(before.contains("0 of 2 answered") && before.contains(" --quick`"), "{before}");
    let after = told("2q");
    assert!(after.contains("A first picture") && after.contains("1 of 2 answered"), "{after}");
    assert!(!after.contains(" --quick`"), "{after}");
}

#[test]
fn a_first_picture_is_printed_line_by_line_too() {
    let folder = Folder::with("");
    let mut terminal = folder.interview_with(&["--plain", "--quick"], &[]);
    terminal.shows(&[FIRST, "1/1"]).types("2\r");
    terminal.shows(&["A first picture", "0-2", "empty: go on with the other 1"]).types("\r");
    terminal.shows(&[SECOND]).types("1\r");
    terminal.shows(&["All 2 questions are answered."]).types("q\r");
    terminal.ends(0);
    folder.holds(&["greeting = 2", "paying = 1"]);
}

#[test]
fn a_new_file_begins_with_a_first_picture_at_enter() {
    let folder = Folder::empty();
    let mut terminal = Terminal::start(folder.path(), &["interview"], &[]);
    terminal
        .shows(&[
            "181 questions in 46 sub-domains",
            "1 Regressive",
            "❯ 1  A first picture",
            "46 questions",
            "about 50 min",
        ])
        .types("\r");
    terminal.shows(&["Team"]).types("\r");
    terminal
        .shows(&["1 [x] Agile", "4 [ ] Application", "optional", "11 questions", "First picture: 46 questions"])
        .types("1")
        .shows(&["1 [ ] Agile"])
        .types("\x1b")
        .shows(&["Team"]);
    terminal.types("\r").shows(&["1 [ ] Agile"]).types("23\r");
    terminal.shows(&["nothing is ticked"]).types("2\r");
    terminal.says("a first picture: one question in each sub-domain", &["1/15"]).types("3");
    terminal.shows(&["2/15"]).types("q").ends(0);
    // The same command goes on, as the first screen says.
    let mut terminal = Terminal::start(folder.path(), &["interview"], &[]);
    terminal.says("going on with the first picture", &["1/14"]).types("q");
    let told = words(&terminal.ends(0).screen.contents());
    assert!(told.contains("1 of 52 answered; go on with `assess interview answers.toml --quick`"), "{told}");
    folder.holds(&["scope = [\"delivery\"]"]);
}

#[test]
fn a_file_without_answers_begins_like_a_new_one() {
    for plain in [false, true] {
        let folder = Folder::empty();
        assert!(run(folder.path(), &["init", "--scope", "agile,delivery"]).status.success());
        let before = folder.text();
        let options = [&["interview"][..], if plain { &["--plain"] } else { &[] }].concat();
        let end = if plain { "\r" } else { "" };
        let mut terminal = Terminal::start(folder.path(), &options, &[]);
        let ways = ["1  A first picture", "2  One area", "3  Everything"];
        terminal.shows(&["DevOps maturity model", "105 questions"]).shows(&ways);
        if !plain {
            terminal.becomes(60, 20).shows(&["DevOps maturity model"]).shows(&ways).becomes(40, 12).shows(&ways);
        }
        terminal.types(&format!("q{end}")).ends(0);
        assert_eq!(folder.text(), before, "nothing is begun");
        let mut terminal = Terminal::start(folder.path(), &options, &[]);
        terminal.shows(&ways).types(&format!("3{end}"));
        terminal.shows(&["1/105"]).types(&format!("q{end}")).ends(0);
        assert_eq!(folder.text(), before, "the file says already what everything is");
        let mut terminal = Terminal::start(folder.path(), &options, &[]);
        terminal.shows(&ways).types("\r");
        terminal.shows(&["a first picture: one question in each sub-domain", "1/26"]).types(&format!("q{end}"));
        assert!(terminal.ends(0).screen.contents().contains("--quick"));
        let mut terminal = Terminal::start(folder.path(), &options, &[]);
        // Tall enough for a question of the shipped model to stand with its heading.
        terminal.shows(&ways).becomes(80, 40).types(&format!("2{end}"));
        terminal.shows(&["Which area?", "2 Continuous delivery"]).types(&format!("2{end}"));
        terminal.shows(&["1/52"]).types(&format!("1{end}")).shows(&["2/52"]).types(&format!("q{end}")).ends(0);
        folder.holds(&["scope = [\"delivery\"]"]);
        let mut terminal = Terminal::start(folder.path(), &options, &[]);
        terminal.shows(&["1 of 52 answered; going on", "2/52"]).types(&format!("q{end}")).ends(0);
    }
}

#[test]
fn what_says_how_to_begin_is_not_asked() {
    for (option, shown) in
        [("--quick", "1/1"), ("--review", "1/2"), ("--only=shop.counter", "1/2"), ("--scope=shop", "1/2")]
    {
        let folder = Folder::with("");
        let mut terminal = folder.interview_with(&[option], &[]);
        terminal.shows(&[FIRST, shown]).types("q").ends(0);
    }
    let folder = Folder::with("paying = { note = \"cash\" }");
    folder.interview().shows(&[FIRST, "1/2"]).types("q").ends(0);
}

#[test]
fn one_area_is_chosen_from_a_list() {
    for (options, keys) in
        [(&["interview"][..], ["2", "j\r", "Ops\r"]), (&["interview", "--plain"], ["2\r", "delivery\r", "Ops\r"])]
    {
        let folder = Folder::empty();
        let mut terminal = Terminal::start(folder.path(), options, &[]);
        terminal.shows(&["One area", "52 to 76 questions"]).types(keys[0]);
        terminal.shows(&["Which area?", "Continuous delivery"]).types(keys[1]);
        terminal.shows(&["Team"]).types(keys[2]);
        terminal.shows(&["What is kept under version control"]).types("q\r");
        terminal.ends(0);
        folder.holds(&["scope = [\"delivery\"]", "team = \"Ops\""]);
    }
}

#[test]
fn a_first_picture_is_no_review() {
    let folder = Folder::with("");
    let output = run(folder.path(), &["interview", "--quick", "--review", "--model", MODEL]);
    assert_eq!(output.status.code(), Some(2));
    let told = String::from_utf8_lossy(&output.stderr);
    assert!(told.contains("exclude each other"), "{told}");
}
