//! Where what is new stands in a file: where the model puts it, written as what stands beside it.

use assess::answers::{Answer, Claim, Update, update};
use assess::model::{Id, Level};
use assess::problem::Source;

use super::{HEAD, edited, with_note};
use crate::support::{market, market_answers};

/// The text after questions of the market are answered with level 2.
fn answered(text: &str, ids: &[&str]) -> String {
    let update_of = |id: &&str| Update::Answer(Id((*id).to_owned().into()), Some(Answer::of(Claim::at(Level(2)))));
    let updates: Vec<_> = ids.iter().map(update_of).collect();
    let source = Source { name: "answers.toml".to_owned(), text: text.to_owned() };
    update(&source, &market(), &updates).unwrap_or_else(|error| panic!("{error}: {text}")).text
}

const COVER: &str = "stall.awning.rain.cover";
const QUEUE: &str = "shop.counter.selling.queue";

#[test]
fn a_new_section_stands_above_the_comments_of_the_next() {
    let text = format!("{HEAD}note\n")
        .replace("note\n", "team = \"\"\"\n# no comment\n# \"\"\"\n[answers]\n# about\n[answers.shop]\n");
    let line = text.replace("team", "# team\nteam");
    let saved = edited(&line, |answer| *answer = with_note("why"));
    let mut section = "[answers.shop.counter.selling]\ngreeting = { level = 1, note = \"why\" }\n".to_owned();
    section.insert(0, '\n');
    assert_eq!(saved, line + &section);
}

#[test]
fn a_section_before_another_stands_above_its_comments() {
    let section = "[answers.stall.awning.rain]\ncover = 2\n";
    let shop = "# of the shop\n  # as it was\n[answers.shop.counter.selling]\npaying = 2\n";
    let head = market_answers("team = \"us\"", "").text;
    assert_eq!(answered(&format!("{head}{shop}"), &[COVER]), format!("{head}{section}\n{shop}"));
    // What ends like a comment is a text.
    let head = market_answers("team = \"\"\"\n# no comment\n# \"\"\"", "").text.trim_end().to_owned();
    let text = format!("{head}\n{shop}");
    assert_eq!(answered(&text, &[COVER]), format!("{head}\n\n{section}\n{shop}"));
    let bare = text.replace("# of the shop\n  # as it was\n", "");
    assert_eq!(answered(&bare, &[COVER]), bare.replace("[answers", &format!("\n{section}\n[answers")));
}

#[test]
fn sections_at_an_open_end_begin_lines_of_their_own() {
    let head = market_answers("team = \"us\"", "").text.trim_end().to_owned();
    let sections = "[answers.stall.awning.rain]\ncover = 2\n\n[answers.shop.counter.selling]\nqueue = 2\n";
    assert_eq!(answered(&head, &[QUEUE, COVER]), format!("{head}\n\n{sections}"));
}

#[test]
fn a_key_beside_sections_of_its_table_has_a_section_of_its_own() {
    let paying = "[answers.shop.counter.selling.paying] # here\nlevel = 2\n";
    let head = market_answers("", "").text;
    let own = "[answers.shop.counter.selling]\nqueue = 2\n";
    assert_eq!(answered(&format!("{head}{paying}"), &[QUEUE]), format!("{head}{own}\n{paying}"));
}

#[test]
fn a_key_is_indented_and_dotted_as_its_neighbors_are() {
    let greeting = |before: &str, after: &str| {
        let text = |answers: &str| format!("{HEAD}{answers}");
        assert_eq!(edited(&text(before), |answer| *answer = with_note("why")), text(after));
    };
    let new = "{ level = 1, note = \"why\" }";
    greeting(
        "  [answers.shop.counter.selling]\n  paying = 1\n",
        &format!("  [answers.shop.counter.selling]\n  greeting = {new}\n  paying = 1\n"),
    );
    greeting(
        "[answers]\n# how\n shop.counter.selling.paying = 1\n",
        &format!("[answers]\n# how\n shop.counter.selling.greeting = {new}\n shop.counter.selling.paying = 1\n"),
    );
    greeting(
        "[answers.shop]\ncounter = { selling.greeting.level = 1, selling.paying = 1 } # all\n",
        "[answers.shop]\ncounter = { selling.greeting.level = 1, selling.greeting.note = \"why\", selling.paying = 1 } # all\n",
    );
}

#[test]
fn what_would_act_in_a_log_is_written_by_its_number() {
    let text =
        edited(&format!("{HEAD}[answers.shop.counter.selling]\n"), |answer| *answer = with_note("##vso[x] \u{1b}"));
    assert!(text.ends_with("greeting = { level = 1, note = \"#\\u0023vso[x] \\u001B\" }\n"), "{text}");
}

#[test]
fn a_key_stands_behind_all_lines_of_the_one_before_it() {
    for before in
        ["paying.level = 1\npaying.note = 'so' # why", "paying = { # open\n  level = 1,\n  note = 'so',\n} # end"]
    {
        let text = market_answers("", &format!("[answers.shop.counter.selling]\n{before}")).text;
        let wanted = format!("{}\nqueue = 2\n", text.trim_end());
        assert_eq!(answered(&text, &[QUEUE]).trim_end(), wanted.trim_end());
    }
}
