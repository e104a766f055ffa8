//! Models of two to six storeys: what they are read as, how they count, and what documents make of them.

use crate::support::{load, load_files, read_files};
use assess::answers::{Answers, parse};
use assess::interview::{Interview, Key, Pass, Wish as Asked};
use assess::lang::Lang;
use assess::model::NodeKind::{Area, Dimension, Group, SubDomain};
use assess::model::{Id, Level, Model, Node};
use assess::plan::{PlanOptions, lead, plan};
use assess::policy::{Judgement, Targets, held_to};
use assess::problem::Source;
use assess::report::rows::rows;
use assess::report::screen::draw;
use assess::report::xlsx::xlsx;
use assess::report::{Colors, Drawing, Standing, Style, json, markdown, terminal};
use assess::scoring::score;
use calamine::{Reader as _, Xlsx};
use serde_json::Value;

const FIXTURES: [(&str, usize); 4] = [("two", 2), ("three", 3), ("five", 5), ("six", 6)];

pub fn model(name: &str) -> Model {
    load(&format!("tests/models/{name}")).model.unwrap_or_else(|problems| panic!("{problems}"))
}

pub fn answers(model: &Model, lines: &str) -> Answers {
    let (id, version) = (&model.id, model.major());
    let text = format!("schema = 1\n[assessment]\nmodel = \"{id}\"\nmodel-version = \"{version}\"\n{lines}");
    let source = Source { name: "answers.toml".to_owned(), text };
    parse(&source, model).unwrap_or_else(|problems| panic!("{problems}"))
}

/// Every dimension answered, each by the level that its place gives.
pub fn answered(model: &Model) -> Answers {
    let levels = (1..=3).cycle();
    let lines: Vec<_> = model.dimensions().zip(levels).map(|(it, level)| format!("{} = {level}\n", it.id)).collect();
    answers(model, &format!("[answers]\n{}", lines.concat()))
}

#[test]
fn storeys_are_counted_from_below() {
    let kinds = |name: &str| {
        let model = model(name);
        let deepest = model.dimensions().last().expect("it has dimensions");
        model.path(&deepest.id).iter().map(|node| node.kind()).collect::<Vec<_>>()
    };
    assert_eq!(kinds("two"), [Area, Dimension]);
    assert_eq!(kinds("three"), [Area, SubDomain, Dimension]);
    assert_eq!(kinds("five"), [Area, Group, Group, SubDomain, Dimension]);
    assert_eq!(kinds("six"), [Area, Group, Group, Group, SubDomain, Dimension]);
    for (name, storeys) in FIXTURES {
        let model = model(name);
        assert_eq!((model.storeys(), model.sub_domain_storey()), (storeys, storeys - 1));
        assert!(model.nodes().skip(1).all(|node| (1..=storeys).contains(&node.storey())), "{name}");
        assert!(load(&format!("tests/models/{name}")).findings.is_empty(), "{name} is tidy");
        let held = model.sub_domains().map(|it| it.dimensions.len()).sum::<usize>();
        assert_eq!(held, model.dimensions().count());
    }
}

#[test]
fn a_storey_is_named_by_its_kind_or_by_what_the_model_calls_it() {
    let storey = |name: &str, word: &str| model(name).storey_named(word);
    let three = |word| storey("three", word);
    assert_eq!([three("Business function"), three("security-practice"), three("分支")], [Some(1), Some(2), Some(3)]);
    assert_eq!([three("area"), three("domain"), three("sub-domain"), three("dimension")], [1, 1, 2, 3].map(Some));
    assert_eq!(["area", "domain", "sub-domain", "dimension"].map(|word| storey("six", word)), [1, 4, 5, 6].map(Some));
    assert_eq!(["area", "domain", "sub-domain", "dimension"].map(|word| storey("two", word)), [1, 1, 1, 2].map(Some));
    assert_eq!([storey("six", "Town"), storey("six", "city")], [Some(3), None]);
}

#[test]
fn weight_and_ref_stand_on_every_node() {
    let said = |name: &str, id: &str| {
        let model = model(name);
        let node = model.find(id).expect("it is there");
        (node.weight(), node.reference().map(ToString::to_string))
    };
    assert_eq!(said("two", "home"), (3, Some("T-1".to_owned())));
    assert_eq!(said("two", "home.stove"), (2, Some("P-2".to_owned())));
    assert_eq!(said("three", "governance.strategy"), (1, Some("G-SM".to_owned())));
    assert_eq!(said("three", "governance.policy"), (2, None));
}

/// Shares are summed right above the dimensions, wherever that is; above that, means with the weights of the model.
#[test]
fn scores_are_summed_on_the_storey_above_the_dimensions() {
    let two = model("two");
    let given = answers(
        &two,
        "[answers.home]\ndoor = { level = 2, met = [\"3.1\"] }\nstove = 3\n[answers.road]\npacking = 1\ndriving = 2\n",
    );
    let outcome = score(&two, &given);
    let score = |id: &str| outcome.overall.find(id).and_then(|at| at.score.clone()).expect("it has one").to_string();
    // Level 2 in full; of level 3 the door meets one of two, the stove, which counts twice, all.
    assert_eq!(score("home"), "2.83");
    assert_eq!(score("road"), "1.50");
    // Home counts three times.
    assert_eq!(score("two"), "2.50");
    assert_eq!(outcome.overall.level, Some(Level(1)));

    let three = model("three");
    let given = answers(&three, "[answers.governance]\nstrategy.promote = 3\nstrategy.measure = 2\npolicy.rules = 1\n");
    let outcome = assess::scoring::score(&three, &given);
    let score = |id: &str| outcome.overall.find(id).and_then(|at| at.score.clone()).expect("it has one").to_string();
    assert_eq!([score("governance.strategy"), score("governance.policy")], ["2.50", "1.00"]);
    assert_eq!(score("governance"), "1.50", "the policy counts twice");
    assert!(outcome.overall.find("design").is_none(), "it is optional");
}

#[test]
fn json_nests_children_and_says_what_they_are_called() {
    let schema = jsonschema::draft7::new(&json::result_schema()).expect("the schema is a schema");
    for (name, storeys) in FIXTURES {
        let model = model(name);
        let given = answered(&model);
        let result: Value = serde_json::from_str(&json::result(&score(&model, &given))).expect("it is JSON");
        let found: Vec<_> = schema.iter_errors(&result).map(|error| error.to_string()).collect();
        assert_eq!(found, [""; 0], "{name}");
        assert!(result["overall"].get("kind_name").is_none());
        let mut at = &result["areas"][0];
        let mut kinds = vec![at["kind"].as_str().expect("it has a kind")];
        while let Some(child) = at.get("children").map(|children| &children[0]) {
            assert!(["domains", "sub_domains", "dimensions"].iter().all(|key| at.get(key).is_none()), "{name}");
            at = child;
            kinds.push(at["kind"].as_str().expect("it has a kind"));
            assert_eq!(at["kind_name"]["en"], model.tree[kinds.len() - 1].en.as_ref());
        }
        assert_eq!(kinds.len(), storeys);
        assert_eq!((kinds[0], kinds[storeys - 1]), ("area", "dimension"));
        let sums = result["areas"][0].get("unasked").is_some();
        assert_eq!(sums, storeys == 2, "areas right above the dimensions are summed like sub-domains");
    }
}

#[test]
fn rows_have_the_kinds_of_json() {
    let model = model("five");
    let given = answered(&model);
    let outcome = score(&model, &given);
    let all = rows(&outcome, "answers.toml", Lang::En);
    let kinds: Vec<_> = all.iter().take(6).map(|row| (row.kind.to_string(), row.storey())).collect();
    let expected = ["model", "area", "group", "group", "sub-domain", "dimension"].map(str::to_owned);
    assert_eq!(kinds, expected.into_iter().zip(0..).collect::<Vec<_>>());
}

#[test]
fn targets_are_inherited_from_any_storey() {
    let model = model("six");
    let given = answered(&model);
    let outcome = score(&model, &given);
    let target = |id: &str, level| assess::policy::Target {
        id: Some(Targets::id(&model, id).expect("it can have a target")),
        value: Level(level).into(),
        origin: assess::policy::Origin::Flag,
    };
    let targets =
        Targets(vec![target("earth", 1), target("earth.valley.mill", 3), target("earth.valley.mill.main.one", 1)]);
    let judged: Vec<_> =
        held_to(&outcome, &targets).map(|(_, it)| (it.sub_domain.id.to_string(), it.judgement)).collect();
    let expected = [
        ("earth.valley.mill.main.one", Judgement::Met),
        ("earth.valley.mill.main.two", Judgement::Below),
        ("earth.valley.bridge.main.one", Judgement::Met),
    ];
    assert_eq!(judged, expected.map(|(id, judgement)| (id.to_owned(), judgement)));
    assert!(Targets::id(&model, "earth.valley.mill.main.one.hall").is_err(), "no room has a target");
}

#[test]
fn a_plan_raises_what_stands_above_the_dimensions() {
    for (name, storeys) in FIXTURES {
        let model = model(name);
        let given = answered(&model);
        let outcome = score(&model, &given);
        let plan = plan(&outcome, PlanOptions::default());
        let lifts: Vec<_> = plan.steps.iter().flat_map(|step| &step.lifts).collect();
        assert!(!lifts.is_empty() && lifts.iter().all(|lift| lift.node.storey() == storeys - 1), "{name}");
        let lead = lead(&outcome.overall, &plan);
        assert!(!lead.holding.is_empty(), "{name}");
    }
}

#[test]
fn what_is_wrong_with_a_tree_is_said_where_it_stands() {
    let problems = load("tests/models/felled").model.expect_err("the fixture is broken").to_string();
    insta::assert_snapshot!(problems);
}

/// The same model with its tree written otherwise.
fn with_tree(name: &str, tree: &str) -> String {
    let mut files = read_files(&format!("tests/models/{name}"));
    for file in files.iter_mut().filter(|file| file.name == "model.toml") {
        let lines = file.text.lines().map(|line| if line.starts_with("tree = ") { tree } else { line });
        file.text = lines.collect::<Vec<_>>().join("\n");
    }
    load_files(files).model.expect_err("it is wrong").to_string()
}

#[test]
fn a_tree_that_does_not_fit_is_refused() {
    insta::assert_snapshot!(with_tree("two", "tree = [\"Topic\"]"));
    insta::assert_snapshot!(with_tree("two", "tree = [\"1\", \"2\", \"3\", \"4\", \"5\", \"6\", \"7\"]"));
    insta::assert_snapshot!(with_tree("two", "tree = [\"Topic\", 2, \"Topic\"]"));
    insta::assert_snapshot!(with_tree("two", "tree = \"Topic\""));
    insta::assert_snapshot!(with_tree("three", "tree = [\"Function\", \"Stream\"]"));
    insta::assert_snapshot!(with_tree("three", "tree = [\"Function\", \"Practice\", \"Stream\", \"Question\"]"));
}

#[test]
fn an_id_leads_to_its_node() {
    let model = model("six");
    let id = Id("earth.valley.mill.main.two.attic".into());
    let names: Vec<_> = model.path(&id).iter().map(|node| node.id().key().to_owned()).collect();
    assert_eq!(names, ["earth", "valley", "mill", "main", "two", "attic"]);
    assert!(matches!(model.find(id.as_str()), Some(Node::Dimension(_))));
    assert!(model.find("earth.valley.mill.main").is_some_and(|node| node.sub_domain().is_none()));
}

const STYLE: Style = Style { lang: Lang::En, width: 80, colors: Colors::Off, drawing: Drawing::Drawn };

/// Every storey above the last stands in the table of the score, further in by each step down.
#[test]
fn documents_show_every_storey() {
    for (name, storeys) in FIXTURES {
        let model = model(name);
        let given = answered(&model);
        let outcome = score(&model, &given);
        let plan = plan(&outcome, PlanOptions::default());
        let depth = model.sub_domain_storey();
        let standing = Standing { outcome: &outcome, plan: &plan, lead: lead(&outcome.overall, &plan), depth };
        let table = terminal::score(&standing, &STYLE);
        let document = markdown::score(&standing, &STYLE);
        // The areas of two storeys stand right below the whole; elsewhere the table begins with the areas.
        let indent = "  ".repeat(if storeys == 2 { 1 } else { storeys - 2 });
        for (sub_domain, _) in outcome.overall.sub_domains() {
            let line = format!("{indent}{}  ", sub_domain.name.en);
            assert!(table.lines().any(|it| it.starts_with(&line)), "no `{line}` in {table}");
            assert!(document.contains(&*sub_domain.name.en), "{document}");
        }
    }
}

#[test]
fn a_workbook_has_a_column_for_every_storey() {
    for (name, storeys) in FIXTURES {
        let model = model(name);
        let given = answered(&model);
        let outcome = score(&model, &given);
        let bytes =
            xlsx(&outcome, &plan(&outcome, PlanOptions::default()), None, Lang::En).expect("it fits into a sheet");
        let mut workbook = Xlsx::new(std::io::Cursor::new(bytes)).expect("it is a workbook");
        let range = workbook.worksheet_range("Answers").expect("it has answers");
        let head: Vec<_> = range.rows().next().expect("it has a head").iter().map(ToString::to_string).collect();
        let names: Vec<_> = model.tree.iter().map(|name| name.en.to_string()).collect();
        assert_eq!(head[..storeys], names, "{name}");
        assert_eq!(range.rows().skip(1).filter(|row| !row[0].to_string().is_empty()).count(), outcome.overall.total);
        let place = head.iter().position(|name| name == "Id").expect("it has ids");
        let ids: Vec<_> = range.rows().skip(1).map(|row| row[place].to_string()).collect();
        let dimensions: Vec<_> = outcome.overall.dimensions().map(|(it, _)| it.id.to_string()).collect();
        assert_eq!(ids, dimensions, "{name}");
    }
}

#[test]
fn an_interview_goes_through_all_storeys_in_their_order() {
    for (name, _) in FIXTURES {
        let model = model(name);
        let mut interview = Interview::new(&model, answers(&model, ""), Asked::default());
        let mut asked = Vec::new();
        while let Some(question) = interview.question().filter(|it| !asked.contains(&it.id)) {
            asked.push(question.id.clone());
            interview.press(Key::Char('s'));
        }
        let areas: Vec<_> = model.areas.iter().filter(|area| !area.optional).collect();
        let all = model.dimensions().map(|it| it.id.clone());
        let wanted: Vec<_> = all.filter(|id| areas.iter().any(|area| id.is_within(&area.id))).collect();
        assert_eq!(asked, wanted, "{name}");
        let quick = Interview::new(&model, answers(&model, ""), Asked { pass: Pass::Quick, ..Asked::default() });
        let sub_domains = model.sub_domains().filter(|it| areas.iter().any(|area| it.id.is_within(&area.id)));
        assert_eq!(quick.position().1, sub_domains.count(), "one question in each of {name}");
    }
}

#[test]
fn the_question_says_where_it_stands_on_every_storey() {
    let model = model("six");
    let interview = Interview::new(&model, answers(&model, ""), Asked::default());
    let screen = |lang, width, rows| draw(&interview, &Style { lang, width, ..STYLE }, rows).lines.join("\n");
    insta::assert_snapshot!(screen(Lang::En, 80, 24));
    insta::assert_snapshot!(screen(Lang::Zh, 60, 20));
}

/// The files of a model with one file changed.
fn changed(name: &str, file: &str, from: &str, to: &str) -> assess::model::source::Loaded {
    let mut files = read_files(&format!("tests/models/{name}"));
    let text = &mut files.iter_mut().find(|it| it.name == file).expect("it is there").text;
    assert!(text.contains(from), "{file} has no {from}");
    *text = text.replacen(from, to, 1);
    load_files(files)
}

#[test]
fn a_sub_domain_of_any_storey_has_one_telling_dimension() {
    let findings = |from: &str, to: &str| {
        let loaded = changed("five", "south.toml", from, to);
        assert!(loaded.model.is_ok());
        assess::problem::Problems(loaded.findings).to_string()
    };
    let untold = findings("telling = true\n", "");
    assert_eq!(untold, "south.toml:11:1: no dimension of this sub-domain is `telling`\n");
    let twice = findings("id = \"bell\"\n", "id = \"bell\"\ntelling = true\n");
    assert_eq!(twice, "south.toml:35:6: a second `telling` dimension of the sub-domain\n");
}

#[test]
fn every_storey_has_the_bounds_of_a_model() {
    let dimension = |number: usize| {
        format!(
            "[[nodes.nodes]]\nid = \"q{number}\"\nname = {{ en = \"Q\", zh = \"问\" }}\n\
             question = {{ en = \"A?\", zh = \"甲？\" }}\nlevels.1.kind = \"none\"\n\
             levels.2 = {{ kind = \"adds\", clauses = [{{ en = \"A\", zh = \"甲\" }}] }}\nlevels.3.kind = \"same\"\n"
        )
    };
    let group = |number: usize, dimensions: usize| {
        let below: String = (0..dimensions).map(dimension).collect();
        let name = "{ en = \"Name\", zh = \"名称\" }";
        format!("[[nodes]]\nid = \"g{number}\"\nname = {name}\nabout = {name}\n{below}")
    };
    let with = |groups: usize, dimensions: usize| {
        let mut files = read_files("tests/models/three");
        let text: String = (0..groups).map(|number| group(number, dimensions)).collect();
        files.iter_mut().find(|it| it.name == "design.toml").expect("it is there").text = text;
        load_files(files).model.map_err(|problems| problems.to_string())
    };
    let refused = |groups, dimensions| with(groups, dimensions).expect_err("it is too much");
    assert_eq!(with(500, 1).map(|model| model.sub_domains().count()), Ok(502));
    assert_eq!(refused(501, 1), "design.toml:1:1: 501 entries; 1 to 500 are allowed\n");
    assert_eq!(refused(1, 501), "design.toml:5:1: 501 entries; 1 to 500 are allowed\n");
    // The other area has three.
    assert!(with(40, 124).is_ok());
    let refused = refused(42, 119);
    assert_eq!(refused.matches("one dimension too many: 5000 are allowed in a model").count(), 1, "{refused}");
}
