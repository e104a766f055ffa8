//! Files that are wrong throughout, as large as they may be: however much is wrong, it is counted, told briefly, and
//! each line is gone through once. Where that is no longer so, these tests take minutes.

use crate::support::{tiny, tiny_answers};
use assess::answers::{migrate, parse};
use assess::lang::Lang;
use assess::policy;
use assess::problem::{Lines, Problem, Problems, Source, position};
use assess::report::terminal::problems::{Weight, render};
use assess::report::{Colors, Drawing, Style};

const MANY: usize = 20_000;

const STYLE: Style = Style { lang: Lang::En, width: 80, colors: Colors::Off, drawing: Drawing::Drawn };

fn file(text: String) -> Source {
    Source { name: "file.toml".to_owned(), text }
}

fn answers(text: String) -> Vec<Problem> {
    problems(parse(&file(text), &tiny()).expect_err("it is wrong"))
}

fn targets(lines: &str) -> Vec<Problem> {
    problems(policy::parse(&file(format!("schema = 1\n[target]\n{lines}")), &tiny()).expect_err("it is wrong"))
}

fn problems(problems: Problems) -> Vec<Problem> {
    problems.0.into_iter().flat_map(|file| file.problems).collect()
}

/// That a thousand broken places are named one by one, and the others counted.
fn assert_counted(problems: &[Problem]) {
    assert_eq!(problems.len(), 1001);
    let last = problems.last().map(|problem| problem.message.en.as_ref()).unwrap_or_default();
    assert!(last.starts_with("not valid TOML in ") && last.ends_with(" more places"), "{last}");
}

#[test]
fn a_file_that_is_no_toml_is_told_and_counted() {
    for broken in ["=\n", "[a.b]\n", "}\n", "x = \n"] {
        assert_counted(&answers(broken.repeat(MANY)));
        assert_counted(&targets(&broken.repeat(MANY)));
    }
}

#[test]
fn every_unknown_word_of_a_large_file_is_told() {
    let lines: String = (0..MANY).map(|number| format!("unknown-{number} = 1\n")).collect();
    assert_eq!(problems(parse(&tiny_answers(&lines), &tiny()).expect_err("it is wrong")).len(), MANY);
    assert_eq!(targets(&lines).len(), MANY);
    assert_eq!(answers(format!("schema = 1\n{lines}")).len(), MANY + 1);
}

#[test]
fn all_answers_to_a_model_that_is_no_more_become_comments() {
    let gone: String = (0..MANY).map(|number| format!("gone-{number} = 1\n")).collect();
    let text = tiny_answers(&gone).text.replace("model-version = \"2\"", "model-version = \"1\"");
    let migration = migrate(&file(text), &tiny()).expect("the rest is sound").expect("it is to another version");
    assert_eq!(migration.gone.len(), MANY);
    assert_eq!(migration.text.lines().filter(|line| line.starts_with("# shop.counter.selling.gone-")).count(), MANY);
}

#[test]
fn what_is_no_more_stays_a_comment_whatever_it_is_called() {
    let text = tiny_answers("\"x\\npaying = 2\\n#\" = 1\n").text;
    let text = text.replace("model-version = \"2\"", "model-version = \"1\"");
    let migration = migrate(&file(text), &tiny()).expect("the rest is sound").expect("it is to another version");
    assert!(migration.text.ends_with("# shop.counter.selling.x paying = 2 # = 1\n"), "{}", migration.text);
}

#[test]
fn long_lines_and_long_words_are_told_briefly() {
    let long = "a".repeat(500_000);
    for lines in [
        format!("greeting = \"{long}\"\n"),
        format!("{long} = 1\n"),
        format!("greeting = {{ level = 1, met = [{}] }}\n", "\"2.1\",".repeat(MANY)),
        "greeting = {".to_owned() + &"a = {".repeat(MANY),
    ] {
        let told = render(&parse(&tiny_answers(&lines), &tiny()).expect_err("it is wrong"), Weight::Error, &STYLE);
        assert!(told.len() < 40_000, "{} bytes of {}", told.len(), &lines[..40]);
    }
}

#[test]
fn a_mark_on_the_end_of_a_line_is_shown() {
    for text in ["schema = 1\r\r\n", "schema = 1 \r\r\r\nx = \r\r\n", "a\r\r", "\r\r\n"] {
        let told = render(&parse(&file(text.to_owned()), &tiny()).expect_err("it is wrong"), Weight::Error, &STYLE);
        assert!(told.contains("file.toml:1:"), "{told}");
    }
}

#[test]
fn places_of_a_text_are_the_same_one_by_one_and_together() {
    let text = "一\nab\r\n\n文字 x";
    let lines = Lines::new(text);
    for offset in 0..=text.len() + 1 {
        assert_eq!(lines.position(offset), position(text, offset), "{offset}");
    }
    assert_eq!(lines.position(text.len()), (4, 5));
    assert_eq!([0, 4, 7, 8, 9].map(|offset| lines.line(offset)), ["一", "ab\r", "ab\r", "", "文字 x"]);
}
