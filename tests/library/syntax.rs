//! What breaks the syntax of TOML is told in both languages, with what to do, and not in a parser's words.

use assess::answers::parse;

use crate::support::{tiny, tiny_answers};

#[test]
fn what_is_no_toml_is_told_in_words_of_both_languages() {
    for (lines, marked, message) in [
        ("greeting = 1\ngreeting = 2", "greeting", "`greeting` is there twice"),
        ("paying = \"3", "", "a text is not closed"),
        ("paying = '3", "", "a text is not closed"),
        ("paying = \"C:\\x\"", "", "a backslash that stands for nothing"),
        ("paying = { level = 1", "", "a table in braces is not closed"),
        ("paying = { level = 1, met = [\"2.1\" \"2.2\"] }", "", "a comma is missing"),
        ("paying = { level = 1, met = [\"2.1\"", "", "a list is not closed"),
        ("paying = { level = 1,, note = \"why\" }", "", "one comma too many"),
        ("paying = { na = { reason = \"no\", until = 2027-02-30 } }", "2027-02-30", "there is no such day or time"),
        ("paying", "", "a key without a value"),
        ("[answers.shop", "", "the head of a table is not complete"),
        ("paying = 01", "", "a number begins with 0"),
        ("paying = 1 2", "", "a text without quotes"),
        ("paying = 1.2.3", "", "not a number"),
        ("paying = 2026/13/01", "2026/13/01", "a text without quotes"),
        ("分支 = 1", "分支", "a key that needs quotes"),
        ("# a note\rgreeting = 1", "", "a carriage return without a line feed"),
        ("# \u{1}", "", "a control character in a comment"),
        ("[answers]\nshop = 1", "shop", "`shop` is there twice"),
    ] {
        let source = tiny_answers(lines);
        let problems = parse(&source, &tiny()).expect_err("it is no TOML");
        let told: Vec<_> = problems.0[0].problems.iter().collect();
        let found = told.iter().find(|problem| problem.message.en == message);
        let problem = found.unwrap_or_else(|| panic!("{lines}: {told:#?}"));
        assert!(source.text[problem.span.clone()].contains(marked), "{lines}");
        let help = problem.help.as_ref().expect("it says what to do");
        assert!(problem.message.en != problem.message.zh && help.en != help.zh, "{lines}");
    }
}
