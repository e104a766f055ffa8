//! Models as large as they may be: read whole, scored to the last digit, refused beyond.

use std::fmt::Write as _;

use assess::answers::parse;
use assess::model::source::{Loaded, load};
use assess::problem::Source;
use assess::scoring::score;

const ROOT: &str = r#"schema = 1
id = "large"
version = "1.0.0"
name = { en = "Large", zh = "大" }
source = { en = "Made for tests.", zh = "供测试使用。" }
floor = 0
levels = [{ number = 0, name = { en = "No", zh = "否" } }, { number = 1, name = { en = "Yes", zh = "是" } }]
areas = [{ id = "a", name = { en = "A", zh = "甲" }, about = { en = "A", zh = "甲" }, domains = ["d"] }]
"#;

/// A model of sub-domains that have so many dimensions, each dimension with as many clauses as its place says.
fn large(sub_domains: usize, dimensions: usize, clauses: impl Fn(usize) -> usize) -> Loaded {
    let text = |key: &str| format!("{key} = {{ en = \"A\", zh = \"甲\" }}\n");
    let mut domain = text("name") + &text("about");
    for sub_domain in 0..sub_domains {
        let _ = write!(domain, "[[sub-domains]]\nid = \"s{sub_domain}\"\n{}{}", text("name"), text("about"));
        for place in 1..=dimensions {
            let clauses: Vec<_> =
                (1..=clauses(place)).map(|number| format!("{{ en = \"c{number}\", zh = \"第{number}条\" }}")).collect();
            let _ = write!(
                domain,
                "[[sub-domains.dimensions]]\nid = \"q{place}\"\n{}question = {{ en = \"A?\", zh = \"甲？\" }}\n\
                 levels.0 = {{ kind = \"none\" }}\nlevels.1 = {{ kind = \"states\", clauses = [{}] }}\n",
                text("name"),
                clauses.join(", ")
            );
        }
    }
    let file = |name: &str, text: String| Source { name: name.to_owned(), text };
    load(vec![file("model.toml", ROOT.to_owned()), file("a/d.toml", domain)])
}

#[test]
fn the_largest_sub_domain_is_scored_to_the_last_digit() {
    let model = large(1, 500, |place| place.min(200)).model.expect("it is within the bounds");
    let mut text = "schema = 1\n[assessment]\nmodel = \"large\"\nmodel-version = \"1\"\n[answers.a.d.s0]\n".to_owned();
    for place in 1..=500 {
        let _ = writeln!(text, "q{place} = {{ level = 0, met = [\"1.1\"] }}");
    }
    let answers = parse(&Source { name: "answers.toml".to_owned(), text }, &model).expect("they are sound");
    let outcome = score(&model, &answers);
    // The mean of 1/1, 1/2 … 1/200 and 300 times 1/200 is 0.0147…; its denominator has more than 80 digits.
    assert_eq!(outcome.overall.score.expect("all is answered").to_string(), "0.01");
}

#[test]
fn what_is_larger_than_the_bounds_is_refused() {
    let refused = |loaded: Loaded| loaded.model.expect_err("it is too large").to_string();
    assert!(refused(large(1, 501, |_| 1)).contains("501 entries; 1 to 500 are allowed"));
    assert!(refused(large(1, 1, |_| 201)).contains("201 clauses; 200 are allowed"));
    assert!(large(10, 500, |_| 1).model.is_ok(), "as many dimensions as are allowed");
}
