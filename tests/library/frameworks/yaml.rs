//! YAML is read as it is written, within bounds.

use assess::yaml::{Node, Value, parse};

fn one(text: &str) -> Node {
    let mut documents = parse(text).unwrap_or_else(|problems| panic!("{problems:?}"));
    assert_eq!(documents.len(), 1);
    documents.remove(0)
}

fn refused(text: &str) -> Vec<String> {
    let problems = parse(text).expect_err("it is refused");
    let told = problems.into_iter().map(|it| {
        assert!(it.help.is_some(), "there is a way out: {it:?}");
        format!("{}..{} {}", it.span.start, it.span.end, it.message.en)
    });
    told.collect()
}

#[test]
fn scalars_are_what_is_written() {
    let document =
        one("a: No\nb: #993300\nc: 2024-01-01\nd: 1.0\ne: 010\nf: ~\ng: null\nh: ''\ni: \"null\"\nj: 1e3\nk: 12:30");
    let texts: Vec<_> = document.entries().iter().map(|it| (it.key.as_str(), it.node.text())).collect();
    let expected = [
        ("a", Some("No")),
        ("b", None),
        ("c", Some("2024-01-01")),
        ("d", Some("1.0")),
        ("e", Some("010")),
        ("f", None),
        ("g", None),
        ("h", Some("")),
        ("i", Some("null")),
        ("j", Some("1e3")),
        ("k", Some("12:30")),
    ];
    assert_eq!(texts, expected);
}

#[test]
fn places_are_those_of_the_file_whatever_it_begins_with_and_ends_its_lines_with() {
    for text in ["a: é\nbé: [治, x]\n", "a: é\r\nbé: [治, x]\r\n", "\u{feff}a: é\nbé: [治, x]\n"] {
        let document = one(text);
        let [first, second] = document.entries() else { panic!("{document:?}") };
        assert_eq!(&text[first.place.clone()], "a");
        assert_eq!(&text[first.node.span.clone()], "é");
        assert_eq!(&text[second.place.clone()], "bé");
        let Value::List(nodes) = &second.node.value else { panic!("{second:?}") };
        let words: Vec<_> = nodes.iter().map(|node| &text[node.span.clone()]).collect();
        assert_eq!(words, ["治", "x"]);
        assert_eq!(&text[second.node.span.clone()], "[治, x]");
    }
}

#[test]
fn a_stream_is_its_documents() {
    let documents = parse("---\nmeta: 1\n---\na: 2\n...\n").expect("it is YAML");
    assert_eq!(documents.iter().map(|it| it.entries()[0].key.as_str()).collect::<Vec<_>>(), ["meta", "a"]);
    assert_eq!(parse("").expect("nothing is YAML"), []);
}

#[test]
fn an_alias_is_what_it_stands_for() {
    let document = one("a: &x [1, 2]\nb: *x\n");
    assert_eq!(document.get("a").map(|it| &it.value), document.get("b").map(|it| &it.value));
}

#[test]
fn a_key_stands_once() {
    assert_eq!(refused("a: 1\nb:\n  c: 1\n  c: 2\na: 3\n"), ["17..18 `c` stands twice", "22..23 `a` stands twice"]);
    let problems = parse("a: 1\n\na: 2\n").expect_err("it is refused");
    assert!(problems[0].help.as_ref().is_some_and(|help| help.en.contains("line 1")), "{problems:?}");
}

#[test]
fn what_grows_without_measure_is_refused() {
    let mut bomb = "a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n".to_owned();
    for level in 1..10 {
        let below = format!("*a{}", level - 1);
        let line = ["a", &level.to_string(), ": &a", &level.to_string(), " ["].concat();
        bomb.push_str(&[line, vec![below; 10].join(", "), "]\n".to_owned()].concat());
    }
    assert_eq!(refused(&bomb).len(), 1, "one problem, and the reading ends");
    assert!(refused(&bomb)[0].contains("grow without measure"));
    let long = format!("a: &a {}\nb: [{}]\n", "x".repeat(1 << 20), vec!["*a"; 20].join(", "));
    assert!(refused(&long)[0].contains("grow without measure"));
    assert!(refused("a: &a [*a]\n")[0].contains("inside of what it stands for"));
    let around: String = (0..45).map(|level| format!("&b{level} [")).collect();
    let nested = format!("{around}{}{}", "x,".repeat(20_000), "]".repeat(45));
    assert!(refused(&nested)[0].contains("anchors of this file hold too much"), "{:?}", refused(&nested));
    assert_eq!(parse(&format!("&a [&b [{}]]", "x,".repeat(20_000))).map(|it| it.len()), Ok(1));
    let many = format!("[{}]", "x,".repeat(600_000));
    assert!(refused(&many)[0].contains("more than 500000 values"), "{:?}", refused(&many));
    let deep = "[".repeat(100) + &"]".repeat(100);
    assert!(refused(&deep)[0].contains("more than 50 deep"), "{:?}", refused(&deep));
}

#[test]
fn what_is_no_plain_yaml_is_refused_where_it_stands() {
    assert!(refused("a: [1, 2\n")[0].contains("not YAML"));
    assert!(refused("a: 1\n b: 2\n")[0].contains("not YAML"));
    assert!(refused("? [a]\n: 1\n")[0].contains("no text"));
    assert!(refused("<<: {a: 1}\n")[0].contains("merge keys"));
    assert!(refused("a: !own x\n")[0].contains("tag"));
}
