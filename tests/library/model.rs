//! Loading a model: what is refused, what is found, and that the schema of its files says the same.

use crate::schemas;
use crate::support::{load, market, read_files, tiny};
use assess::lang::Lang;
use assess::model::source::{self, SCHEMA};
use assess::model::{Kind, Level, Model, Node};
use assess::problem::Source;
use assess::report::{Colors, Drawing, Style, terminal};

fn schema() -> jsonschema::Validator {
    let schema = serde_json::from_str(SCHEMA).expect("the schema is JSON");
    jsonschema::draft7::new(&schema).expect("the schema is a schema")
}

/// A TOML file as the JSON value that a schema judges.
fn as_json(path: &str) -> serde_json::Value {
    schemas::as_json(&std::fs::read_to_string(path).expect("the file is there"))
}

#[test]
fn a_model_is_read_as_it_is_written() {
    let model = tiny();
    assert_eq!((model.floor, model.top(), model.major()), (Level(0), Level(2), "2"));
    let ids: Vec<_> = model.nodes().map(|node| node.id().to_string()).collect();
    let selling = "shop.counter.selling";
    assert_eq!(
        ids,
        ["tiny", "shop", "shop.counter", selling, &format!("{selling}.greeting"), &format!("{selling}.paying")]
    );
    let greeting = model.dimensions().next().expect("it has dimensions");
    let top = greeting.cell(Level(2)).expect("it has three levels");
    assert_eq!((top.kind, top.clauses.len(), top.limits.len()), (Kind::States, 2, 1));
}

#[test]
fn a_statement_says_where_else_it_is_asked() {
    let mut model = tiny();
    let dimensions = model.areas.to_mut()[0].groups.to_mut()[0].groups.to_mut()[0].dimensions.to_mut();
    let thanked = dimensions[0].cells[2].clauses[1].clone();
    dimensions[1].cells.change(|cells| cells[1].clauses.to_mut().push(thanked));
    let places = |id: &str| {
        let Some(Node::Dimension(dimension)) = model.find(id) else { panic!("{id} is there") };
        let same = model.same_words(dimension).into_iter();
        same.map(|it| format!("{} {} {}", it.clause, it.other.id.key(), it.there)).collect::<Vec<_>>()
    };
    assert_eq!(places("shop.counter.selling.greeting"), ["2.2 paying 1.3"]);
    assert_eq!(places("shop.counter.selling.paying"), ["1.3 greeting 2.2"]);
    let style = Style { lang: Lang::En, width: 80, colors: Colors::Off, drawing: Drawing::Drawn };
    let paying = model.find("shop.counter.selling.paying").expect("it is there");
    let page = terminal::explain(&model, paying, None, &[], &style);
    assert!(page.contains("to be answered alike\n  shop.counter.selling.greeting  2.2\n"), "{page}");
    let tiny = tiny();
    let alone =
        terminal::explain(&tiny, tiny.find("shop.counter.selling.paying").expect("it is there"), None, &[], &style);
    assert!(!alone.contains("alike"), "{alone}");
}

#[test]
fn one_dimension_of_each_sub_domain_is_telling() {
    let telling = |model: &Model| {
        let sub_domains = model.sub_domains().filter_map(|sub_domain| sub_domain.telling());
        sub_domains.map(|dimension| dimension.id.key().to_owned()).collect::<Vec<_>>()
    };
    assert_eq!(telling(&market()), ["cover", "paying"]);
    assert_eq!(telling(&tiny()), ["greeting"], "the first where the model names none");
}

#[test]
fn every_problem_of_every_file_is_reported_at_once() {
    let problems = load("tests/models/broken").model.expect_err("the fixture is broken").to_string();
    insta::assert_snapshot!(problems);
}

/// The tiny model with one thing wrong each: a file of it, what stands there, and what stands there instead.
const WRONG: [(&str, &str, &str); 28] = [
    ("model.toml", "schema = 1", ""),
    ("model.toml", "schema = 1", "schema = 2"),
    ("model.toml", "schema = 1", "schema = 256"),
    ("model.toml", "floor = 0", ""),
    ("model.toml", "floor = 0", "floor = \"0\""),
    ("model.toml", "floor = 0", "floor = 0 ]"),
    ("model.toml", "floor = 0", "floor = 0\nscoring = 1"),
    ("model.toml", "floor = 0", "floor = 0\nlanguages = []"),
    ("model.toml", "floor = 0", "floor = 0\nlanguages = [\"en\", \"en\"]"),
    (
        "model.toml",
        "\"2.0.0\"",
        "\"2.1.0\"\nchanges = [{ since = \"2.1\", id = \"attic\", gone = true, to = \"cellar\" }]",
    ),
    ("model.toml", "\"2.0.0\"", "\"2.1.0\"\nchanges = [{ since = \"2.1\", id = \"attic\", asks-more = true }]"),
    ("model.toml", "number = 1", "number = 2"),
    ("model.toml", ", zh = \"小模型\"", ""),
    ("model.toml", "id = \"shop\"", "id = \"tiny\""),
    ("model.toml", "id = \"shop\"", "id = \"default\""),
    ("model.toml", "[\"counter\"]", "[]"),
    ("model.toml", "[\"counter\"]", "[\"counter\", \"cellar\"]"),
    ("model.toml", "[\"counter\"]", "[\"counter\", \"counter\"]"),
    ("shop/counter.toml", "id = \"paying\"", "id = \"greeting\""),
    ("shop/counter.toml", "id = \"paying\"", "id = \"paying\"\ntelling = 1"),
    ("shop/counter.toml", "kind = \"none\"", ""),
    ("shop/counter.toml", "kind = \"none\"", "kind = \"same\""),
    ("shop/counter.toml", "kind = \"none\"", "kind = \"states\""),
    ("shop/counter.toml", "kind = \"none\"", "kind = \"none\"\nlimits = [{ en = \"It is late\", zh = \"太晚\" }]"),
    ("shop/counter.toml", "kind = \"none\"", "kind = \"states\"\nclauses = [{ en = \"It is late\", zh = \"太晚\" }]"),
    ("shop/counter.toml", "kind = \"same\"", "kind = \"adds\""),
    ("shop/counter.toml", "kind = \"same\"", "kind = \"same\"\nclauses = [{ en = \"It is late\", zh = \"太晚\" }]"),
    ("shop/counter.toml", "[sub-domains.dimensions.levels.0]\nkind = \"none\"\n", ""),
];

/// Models in which something larger is wrong.
fn wrong_as_a_whole() -> Vec<Vec<Source>> {
    let mut one_level = read_files("tests/models/tiny");
    for file in &mut one_level {
        let kept = file.text.split("[[levels]]").next().unwrap_or_default();
        file.text = if file.name == "model.toml" { format!("{kept}levels = []") } else { file.text.clone() };
    }
    let mut silent = read_files("tests/models/tiny");
    for file in &mut silent {
        let blocks = file.text.split("\n\n").map(|block| match block.split_once("kind = ") {
            Some((head, _)) => {
                format!("{head}kind = {}", if head.contains("levels.0") { "\"none\"" } else { "\"same\"" })
            }
            None => block.to_owned(),
        });
        file.text = if file.name == "model.toml" { file.text.clone() } else { blocks.collect::<Vec<_>>().join("\n\n") };
    }
    let entry = "[[glossary]]\nen = \"trunk\"\nzh = \"主干\"\n";
    let broken = |_| Source { name: "model.toml".to_owned(), text: "=\n".repeat(2_000) };
    let mut models: Vec<_> =
        ["broken", "felled", "misworded"].map(|it| read_files(&format!("tests/models/{it}"))).into();
    models.extend([one_level, silent, Vec::new(), (0..1).map(broken).collect()]);
    models.extend([model_of(1, 501, ""), model_of(1, 1, &entry.repeat(201))]);
    models
}

#[test]
fn every_error_of_a_model_says_what_to_do() {
    let wrong = WRONG.iter().map(|(name, from, to)| {
        let mut files = read_files("tests/models/tiny");
        let file = files.iter_mut().find(|file| file.name == *name).expect("it is there");
        assert!(file.text.contains(from), "{name}: {from}");
        file.text = file.text.replacen(from, to, 1);
        files
    });
    for (place, files) in wrong.chain(wrong_as_a_whole()).enumerate() {
        let problems = source::load(files).model.expect_err(&format!("number {place} is wrong"));
        for problem in problems.0.iter().flat_map(|file| &file.problems) {
            let help =
                problem.help.as_ref().unwrap_or_else(|| panic!("number {place} has no help: {}", problem.message.en));
            assert!(!help.en.is_empty() && help.en != help.zh, "{}", help.en);
        }
    }
}

#[test]
fn every_finding_of_an_untidy_model_is_reported() {
    let loaded = load("tests/models/untidy");
    assert!(loaded.model.is_ok(), "an untidy model can be used");
    insta::assert_snapshot!(assess::problem::Problems(loaded.findings).to_string());
}

#[test]
fn the_schema_accepts_what_the_loader_accepts() {
    let schema = schema();
    let mut files = vec![
        "model/model.toml".to_owned(),
        "tests/models/tiny/model.toml".to_owned(),
        "tests/models/tiny/shop/counter.toml".to_owned(),
        "tests/models/market/model.toml".to_owned(),
        "tests/models/market/shop/counter.toml".to_owned(),
        "tests/models/bakery/model.toml".to_owned(),
        "tests/models/bakery/shop/counter.toml".to_owned(),
    ];
    let of_trees = ["two", "three", "five", "six"].into_iter().flat_map(|name| {
        let folder = format!("tests/models/{name}");
        read_files(&folder).into_iter().map(move |file| format!("{folder}/{}", file.name))
    });
    files.extend(of_trees);
    for area in assess::embedded::model().areas.iter() {
        files.extend(area.groups.iter().map(|domain| format!("model/{}/{}.toml", area.id, domain.id.key())));
    }
    for file in files {
        let findings: Vec<_> = schema.iter_errors(&as_json(&file)).map(|error| error.to_string()).collect();
        assert!(findings.is_empty(), "{file}: {findings:?}");
    }
}

#[test]
fn the_schema_refuses_what_the_loader_refuses() {
    for file in [
        "tests/models/broken/model.toml",
        "tests/models/broken/shop/counter.toml",
        "tests/models/broken/shop/attic.toml",
        "tests/models/felled/model.toml",
        "tests/models/felled/north.toml",
        "tests/models/felled/south/oak.toml",
        "tests/models/misworded/model.toml",
        "tests/models/misworded/shop/counter.toml",
    ] {
        assert!(!schema().is_valid(&as_json(file)), "{file}");
    }
}

#[test]
fn the_schema_refuses_an_area_called_default() {
    let mut model = as_json("tests/models/tiny/model.toml");
    assert!(schema().is_valid(&model));
    model["areas"][0]["id"] = "default".into();
    assert!(!schema().is_valid(&model));
}

#[test]
fn a_folder_without_a_root_is_no_model() {
    let stray = Source { name: "shop/counter.toml".to_owned(), text: String::new() };
    let problems = source::load(vec![stray]).model.expect_err("there is no root").to_string();
    assert_eq!(problems, "model.toml:1:1: no such file\n");
}

/// A model of one area: `files` domains of `dimensions` each, at most 18 of which are in one sub-domain.
fn model_of(domains: usize, sub_domains: usize, root: &str) -> Vec<Source> {
    let text = |words: &str| format!("{{ en = \"{words}\", zh = \"文\" }}");
    let node = |kind: &str, number: usize| {
        let (name, about) = (text("Name"), text("About it."));
        format!("[[{kind}]]\nid = \"n{number}\"\nname = {name}\nabout = {about}\n")
    };
    let levels =
        "levels = { 1 = { kind = \"none\" }, 2 = { kind = \"adds\", clauses = [{ en = \"It is.\", zh = \"是。\" }] } }";
    let dimension = |number: usize| {
        let (name, question) = (text("Name"), text("Is it?"));
        format!("[[sub-domains.dimensions]]\nid = \"n{number}\"\nname = {name}\nquestion = {question}\n{levels}\n")
    };
    let dimensions = (0..18).map(dimension).collect::<String>();
    let parts: String = (0..sub_domains).map(|number| node("sub-domains", number) + &dimensions).collect();
    let domain = format!("name = {}\nabout = {}\n{parts}", text("Name"), text("About it."));
    let (name, first, second) = (text("Name"), text("Low"), text("High"));
    let head = format!("schema = 1\nid = \"wide\"\nversion = \"1.1.0\"\nname = {name}\nsource = {name}\nfloor = 1\n");
    let mut model = format!("{head}levels = [{{ number = 1, name = {first} }}, {{ number = 2, name = {second} }}]\n");
    let keys: Vec<_> = (0..domains).map(|number| format!("\"d{number}\"")).collect();
    let mut files = Vec::new();
    model.push_str(root);
    for area in ["a", "b"] {
        let area_node = node("areas", 0).replace("n0", area);
        model.extend([&area_node, "domains = [", &keys.join(", "), "]\n"]);
        let named = |number| Source { name: format!("{area}/d{number}.toml"), text: domain.clone() };
        files.extend((0..domains).map(named));
    }
    files.push(Source { name: "model.toml".to_owned(), text: model });
    files
}

fn refusal(files: Vec<Source>) -> String {
    source::load(files).model.expect_err("it is too much").to_string()
}

#[test]
fn a_model_has_at_most_five_thousand_dimensions() {
    // 2 areas × 14 domains × 9 sub-domains × 18 dimensions = 4,536; with 10 sub-domains, 5,040.
    assert!(source::load(model_of(14, 9, "")).model.is_ok());
    let said = refusal(model_of(14, 10, ""));
    assert_eq!(said.matches("one dimension too many: 5000 are allowed in a model").count(), 1, "{said}");
    // All but the last domain of the second area fit: 27 × 180 = 4,860.
    assert!(said.starts_with("b/d13.toml:"), "{said}");
}

#[test]
fn glossary_terms_and_changes_of_a_model_are_bounded() {
    let entry = "[[glossary]]\nen = \"trunk\"\nzh = \"主干\"\n";
    let change = "[[changes]]\nsince = \"1.1\"\nid = \"a.d0.n0.n0\"\nasks-more = true\n";
    assert!(source::load(model_of(1, 1, &entry.repeat(200))).model.is_ok());
    let said = refusal(model_of(1, 1, &entry.repeat(201)));
    assert!(said.contains("201 entries; up to 200 are allowed") && said.starts_with("model.toml:"), "{said}");
    let term = "[[terms]]\nid = \"trunk\"\n";
    let said = refusal(model_of(1, 1, &term.repeat(2_001)));
    assert!(said.contains("2001 entries; up to 2000 are allowed"), "{said}");
    let said = refusal(model_of(1, 1, &change.repeat(1_001)));
    assert!(said.contains("1001 entries; up to 1000 are allowed"), "{said}");
}

#[test]
fn the_files_of_a_model_are_bounded_as_a_whole() {
    let filler = |number| Source { name: format!("x/{number:02}.toml"), text: "#".repeat(1 << 20) };
    let mut files = model_of(1, 1, "");
    files.extend((0..16).map(filler));
    assert_eq!(refusal(files), "x/15.toml:1:1: with this file, the model is larger than 16 MiB\n");
}
