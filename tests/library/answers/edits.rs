//! An edit of one answer: what it writes, and what it leaves.

use assess::answers::{self, Answer, Claim, parse};
use assess::embedded;

use super::{HEAD, dimension, edited, level, named, set, set_date};
use crate::support::tiny;

#[test]
fn comments_order_and_formatting_stay() {
    let text = format!(
        "# top\n{HEAD}\n# ours\n[answers.shop.counter.selling] # table\npaying   = 1 # cash\ngreeting = 0   # hello\n# end\n"
    );
    assert_eq!(edited(&text), text.replace("greeting = 0 ", "greeting = 2 "));
}

#[test]
fn line_ends_and_byte_order_mark_stay() {
    let text =
        format!("\u{feff}{HEAD}[answers.shop.counter.selling]\ngreeting = 0\npaying = 1\n").replace('\n', "\r\n");
    assert_eq!(edited(&text), text.replace("greeting = 0", "greeting = 2"));
    let mixed = format!("{HEAD}[answers.shop.counter.selling]\r\ngreeting = 0\npaying = 1\r\n");
    assert_eq!(edited(&mixed), mixed.replace("greeting = 0", "greeting = 2"));
}

#[test]
fn a_new_line_takes_the_line_end_of_the_file() {
    let text = format!("{HEAD}[answers.shop.counter.selling]\npaying = 1\n").replace('\n', "\r\n");
    assert_eq!(edited(&text), text.replace("paying", "greeting = 2\r\npaying"));
}

#[test]
fn a_file_without_a_last_newline_is_continued() {
    assert_eq!(edited(HEAD.trim_end()), format!("{HEAD}\n[answers.shop.counter.selling]\ngreeting = 2\n"));
}

#[test]
fn every_way_to_write_a_table_is_understood() {
    for answers in [
        "[answers]\nshop.counter.selling.paying = 1\n",
        "[answers.shop]\ncounter.selling = { paying = 1 }\n",
        "[answers.shop.counter.selling.paying]\nlevel = 1\n",
        "[answers.shop.counter.selling.greeting]\nlevel = 0\nnote = \"kept\"\n[answers.shop.counter.selling.paying]\nlevel = 1\n",
        "[answers]\n[answers.shop]\n[answers.shop.counter]\n[answers.shop.counter.selling]\npaying = { level = 1 }\n",
    ] {
        let text = format!("{HEAD}{answers}");
        let model = tiny();
        let before = parse(&named(&text), &model).expect("the text is sound");
        let after = parse(&named(&edited(&text)), &model).expect("the edited text is sound");
        let claim = |answers: &answers::Answers, key| {
            answers.given.get(&dimension(&model, key).id).and_then(|answer| answer.claim.clone())
        };
        assert_eq!(claim(&after, "greeting"), level(2).claim, "{answers}");
        assert_eq!(claim(&after, "paying"), claim(&before, "paying"), "{answers}");
    }
}

#[test]
fn removing_an_answer_keeps_the_comments_above_it() {
    let model = tiny();
    let text = format!("{HEAD}[answers.shop.counter.selling]\n# about greeting\ngreeting = 0\npaying = 1\n");
    let without = set(&named(&text), &model, dimension(&model, "greeting"), None).expect("the text is sound");
    assert_eq!(without, text.replace("greeting = 0\n", ""));
}

#[test]
fn new_sections_stand_where_the_model_puts_them() {
    let model = embedded::model();
    let mut text = "schema = 1\n[assessment]\nmodel = \"devops\"\nmodel-version = \"1\"\n".to_owned();
    let mut dimensions: Vec<_> = model.dimensions().collect();
    dimensions.reverse();
    for dimension in dimensions {
        text = set(&named(&text), model, dimension, Some(&level(1))).expect("the text is sound");
    }
    let headers: Vec<_> = text.lines().filter_map(|line| line.strip_prefix("[answers.")?.strip_suffix(']')).collect();
    let wanted: Vec<_> = model.sub_domains().map(|sub_domain| sub_domain.id.as_str()).collect();
    assert_eq!(headers, wanted);
    let keys: Vec<_> =
        text.lines().filter_map(|line| line.strip_suffix(" = 1")).filter(|key| *key != "schema").collect();
    let wanted: Vec<_> = model.dimensions().map(|dimension| dimension.id.key()).collect();
    assert_eq!(keys, wanted);
}

#[test]
fn the_date_is_written_where_it_is_or_added() {
    let model = tiny();
    let day = "2026-11-21".parse().expect("it is a day");
    let text = format!("{HEAD}date = 2026-01-01 # first\n");
    let dated = set_date(&named(&text), &model, day).expect("the text is sound");
    assert_eq!(dated, text.replace("2026-01-01", "2026-11-21"));
    let added = set_date(&named(HEAD), &model, day).expect("the text is sound");
    assert_eq!(added, format!("{HEAD}date = 2026-11-21\n"));
}

#[test]
fn every_comment_outlives_the_answer_it_stands_by() {
    let model = tiny();
    for (answers, left) in [
        ("[answers.shop.counter.selling]\npaying = 1\n# ours\ngreeting = 1 # gone\n# end\n", ["# ours", "# end"]),
        ("[answers.shop.counter.selling]\n# ours\ngreeting = [1, # gone\n]\n\n# end", ["# ours", "# end"]),
        ("[answers]\n# ours\nshop.counter.selling.greeting.level = 1\n# end\n", ["# ours", "# end"]),
        ("# ours\n[answers.shop.counter.selling.greeting]\n# end\nlevel = 1\n", ["# ours", "# end"]),
    ] {
        let text = format!("{HEAD}{answers}").replace("[1, # gone\n]", "{ level = 1, evidence = [\"a\", # gone\n] }");
        let greeting = dimension(&model, "greeting");
        let cleared = set(&named(&text), &model, greeting, None).expect("the text is sound");
        let read = parse(&named(&cleared), &model).expect("the cleared text is sound");
        assert!(!read.given.contains_key(&greeting.id), "{cleared}");
        assert!(left.iter().all(|comment| cleared.contains(comment)) && !cleared.contains("gone"), "{cleared}");
        let na = Claim::NotApplicable { reason: "nobody comes".to_owned(), until: None };
        let changed = set(&named(&text), &model, greeting, Some(&Answer { claim: Some(na), ..Answer::default() }));
        let changed = changed.expect("the text is sound");
        assert!(left.iter().all(|comment| changed.contains(comment)) && changed.contains("nobody"), "{changed}");
    }
}
