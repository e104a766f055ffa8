//! What is often written where TOML is expected is known by name, at its place, with what to write instead.

use assess::answers::parse;
use assess::problem::{Problem, Source, position};

use proptest::prelude::*;

use crate::support::{tiny, tiny_answers};

/// The only problem of a file, with the line it marks and what it marks there.
#[track_caller]
fn only(source: &Source) -> (Problem, usize, String) {
    let problems = parse(source, &tiny()).expect_err("it is no answers file");
    let [problem] = &problems.0[0].problems[..] else { panic!("not one problem: {problems}") };
    let (line, _) = position(&source.text, problem.span.start);
    (problem.clone(), line, source.text[problem.span.clone()].to_owned())
}

#[test]
fn values_that_are_no_toml_are_known_by_name() {
    for (line, marked, message, help) in [
        ("greeting = 2-", "2-", "`2-` needs quotes", "write `\"2-\"`"),
        ("greeting = 1-2 # so so", "1-2", "`1-2` is not one level", "write `1`, or `\"2-\"`"),
        ("greeting = n/a", "n/a", "`n/a` is no value", "write `{ na = \"the reason\" }`"),
        ("greeting = N/A", "N/A", "`N/A` is no value", "write `{ na = "),
        ("x = 2026年11月1日", "2026年11月1日", "`2026年11月1日` is not a date", "write `2026-11-01`"),
        ("x = 2026/11/21", "2026/11/21", "`2026/11/21` is not a date", "write `2026-11-21`"),
        ("x = 2026.11.21", "2026.11.21", "`2026.11.21` is not a date", "write `2026-11-21`"),
        ("greeting =", "=", "a value is missing", "write one after `=`"),
    ] {
        let (problem, _, place) = only(&tiny_answers(line));
        assert_eq!((place.as_str(), problem.message.en.as_ref()), (marked, message), "{line}");
        let advice = problem.help.expect("it says what to write");
        assert!(advice.en.starts_with(help), "{line}: {}", advice.en);
        assert_ne!(advice.en, advice.zh, "{line}");
    }
}

#[test]
fn values_in_tables_and_lists_are_known_by_name_too() {
    for (line, marked, message, help) in [
        ("paying = { level = 2- }", "2-", "`2-` needs quotes", "write `\"2-\"`"),
        ("paying = {level=2-}", "2-", "`2-` needs quotes", "write `\"2-\"`"),
        ("paying = { level = 1-2, note = \"so\" }", "1-2", "`1-2` is not one level", "write `1`, or"),
        ("paying = {\n  level = 2-,\n}", "2-", "`2-` needs quotes", "write `\"2-\"`"),
        ("paying = { level = n/a }", "n/a", "`n/a` is no value", "write `na = \"the reason\"` instead of `level`"),
        ("paying = { \"level\" = N/A, note = \"a = b\" }", "N/A", "`N/A` is no value", "write `na = \"the reason\"`"),
        ("paying = { na = n/a }", "n/a", "`n/a` is no value", "write the reason, in quotes"),
        ("paying = { level = 1, except = { \"2.1\" = n/a } }", "n/a", "`n/a` is no value", "write `\"n/a\"`"),
        ("paying = { level = , note = \"so\" }", "=", "a value is missing", "write one after `=`, or remove the key"),
        ("paying = { level = }", "=", "a value is missing", "write one after `=`, or remove the key"),
        ("paying = { level = 1, note = so so }", "so so", "`so so` needs quotes", "write `\"so so\"`"),
        ("paying = { level = 1 met = [\"2.1\"] }", "met", "a comma is missing before `met`", "write `, met`"),
    ] {
        let (problem, _, place) = only(&tiny_answers(line));
        assert_eq!((place.as_str(), problem.message.en.as_ref()), (marked, message), "{line}");
        let advice = problem.help.expect("it says what to write");
        assert!(advice.en.starts_with(help), "{line}: {}", advice.en);
        assert_ne!((&advice.en, &problem.message.en), (&advice.zh, &problem.message.zh), "{line}");
    }
}

/// An input method that was left on writes them, and a word processor the quotes.
#[test]
fn full_width_characters_and_curly_quotes_are_known_by_name() {
    for (line, marked, wrong, help) in [
        ("greeting = ２", "２", "２", "`2`"),
        ("greeting = ２-", "２-", "２", "`\"2-\"`"),
        ("greeting = “2-”", "“2-”", "“”", "`\"2-\"`"),
        ("greeting = “2-\"", "“2-\"", "“", "`\"2-\"`"),
        ("greeting = \"2-”", "\"2-”", "”", "`\"2-\"`"),
        ("greeting＝2", "greeting＝2", "＝", "`greeting=2`"),
        ("greeting = 2 ，", "，", "，", "`,`"),
        ("paying = { level = 1， met = [“2.1”、\"2.2\"] }", "1， met = [“2.1”、", "，“”、", "`1, met = [\"2.1\",`"),
        ("paying = { level = 1, note = “说明：好，对” }", "“说明：好，对”", "“”", "`\"说明：好，对\"`"),
        ("【answers.shop】", "【answers.shop】", "【】", "`[answers.shop]`"),
    ] {
        for (before, after) in [("", ""), ("  ", " # 注：“好”"), ("# “\"\n", "")] {
            let (problem, _, place) = only(&tiny_answers(&format!("{before}{line}{after}")));
            let message = format!("plain characters are needed here, not `{wrong}`");
            assert_eq!((place.as_str(), problem.message.en.as_ref()), (marked, message.as_str()), "{line}");
            assert_eq!(problem.help.expect("it says what to write").en, format!("write {help}"), "{line}");
        }
    }
    let (problem, _, place) = only(&tiny_answers("greeting =\u{3000}2"));
    assert_eq!((place.as_str(), problem.message.en.as_ref()), ("\u{3000}", "a full-width blank"), "nobody sees one");
    let long = format!("paying = {{ level = 1， note = \"{}\"， met = [] }}", "很".repeat(50));
    let (problem, ..) = only(&tiny_answers(&long));
    assert_eq!(problem.help.expect("it says what to write").en, "write `,` in their place");
}

/// What can be broken in several ways by one character is told once.
#[test]
fn full_width_characters_are_told_once_a_line() {
    let lines = "paying = { level = 1, met = [\"2.1\"，\"2.2\"] }\ngreeting＝1";
    let problems = parse(&tiny_answers(lines), &tiny()).expect_err("it is no answers file");
    assert_eq!(problems.0[0].problems.len(), 2, "{problems}");
}

proptest! {
    #[test]
    fn any_mix_of_quotes_and_full_width_characters_is_refused_in_place(
        lines in "[“”‘’「」＂＇，。＝３【】\"'\\\\#\n3a有={}\\[\\], -]{0,60}",
    ) {
        let source = tiny_answers(&format!("paying = {lines}"));
        if let Err(problems) = parse(&source, &tiny()) {
            for problem in &problems.0[0].problems {
                prop_assert!(source.text.get(problem.span.clone()).is_some(), "{problem:?}");
            }
        }
    }
}

/// They see names before they see ids.
#[test]
fn names_in_place_of_ids_are_known() {
    for (line, help) in [
        ("\"问候\" = 1", "did you mean `greeting`?"),
        ("[answers.shop.\"柜台\"]", "did you mean `counter`?"),
        ("[answers.\"SHOP\"]", "did you mean `shop`?"),
    ] {
        let problems = parse(&tiny_answers(line), &tiny()).expect_err("it is no answers file");
        let help_of = problems.0[0].problems[0].help.as_ref().expect("it says what to write");
        assert_eq!(help_of.en, help, "{line}");
    }
    let mut source = tiny_answers("greeting = 1");
    source.text = source.text.replace("model = \"tiny\"", "model = \"小模型\"");
    let (problem, ..) = only(&source);
    assert_eq!(problem.help.expect("it says what to write").en, "did you mean `tiny`?");
}

#[test]
fn full_width_characters_in_values_are_known_by_name() {
    for (line, help) in [
        ("greeting = \"２\"", "write `2`"),
        ("paying = \"２－\"", "write `2-`"),
        ("paying = { level = 1, met = [\"２．1\"] }", "write `2.1`"),
        ("paying = { level = 2, except = { \"２.1\" = \"why\" } }", "write `2.1`"),
        ("[outcomes]\nlead-time = \"２d\"", "write `2d`"),
        ("[outcomes]\nchange-failure-rate = \"8％\"", "write `8%`"),
    ] {
        let (problem, ..) = only(&tiny_answers(line));
        assert!(problem.message.en.ends_with(" has full-width characters"), "{line}: {}", problem.message.en);
        assert_eq!(problem.help.expect("it says what to write").en, help, "{line}");
    }
}

/// They belong in texts, also in those that lack their quotes and in those of several lines.
#[test]
fn full_width_characters_of_a_text_are_no_slip() {
    for (line, message) in [
        ("paying = { level = 1, note = 分支，“主干” }", "`分支，“主干”` needs quotes"),
        ("paying = { level = 1, note = \"（好）\\q\" }", "a backslash that stands for nothing"),
        ("paying = { level = 1, note = \"\"\"\n（好）\\q，“\n\"\"\" }", "a backslash that stands for nothing"),
        ("paying = { level = 1, note = '（好）' extra = 1 }", "a comma is missing"),
    ] {
        let problems = parse(&tiny_answers(line), &tiny()).expect_err("it is no answers file");
        assert_eq!(problems.0[0].problems[0].message.en, message, "{line}");
    }
}

/// A broken text is no slip of the kinds that are known, whatever words stand in it.
#[test]
fn what_stands_in_a_text_is_no_value() {
    for line in [r#"paying = { level = 1, note = "a = 2-\q" }"#, r#"paying = { level = 1, note = "a = b\q c" }"#] {
        let (problem, ..) = only(&tiny_answers(line));
        assert_eq!(problem.message.en, "a backslash that stands for nothing", "{line}");
    }
}

#[test]
fn a_conflict_and_a_pointer_are_all_that_is_said_of_their_file() {
    let conflict = "greeting = 1\n<<<<<<< HEAD\npaying = 1\n=======\npaying = 2\n>>>>>>> theirs";
    let (problem, _, place) = only(&tiny_answers(conflict));
    assert_eq!((place.as_str(), problem.message.en.as_ref()), ("<<<<<<< HEAD", "a merge conflict is not resolved"));
    let text = "version https://git-lfs.github.com/spec/v1\noid sha256:00\nsize 3\n".to_owned();
    let (problem, line, _) = only(&Source { name: "answers.toml".to_owned(), text });
    assert_eq!((line, problem.message.en.as_ref()), (1, "this is a Git LFS pointer, and not the file"));
}
