//! Every example is scored in every format, and what programs read is what the schemas say.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use assess::answers::{Answers, Claim, parse, schema};
use assess::embedded;
use assess::lang::Lang;
use assess::model::Node;
use assess::plan::{Plan, PlanOptions, lead, plan};
use assess::policy::{self, Case, Evidence, Judgement};
use assess::problem::Source;
use assess::report::{Colors, Drawing, Standing, Style, json, markdown, terminal};
use assess::rollup::{Collection, Line, LineInput, Statements, View};
use assess::scoring::{self, Outcome};
use assess::text::width;

/// What the strongest example is held to.
const POLICY: &str = "assess.toml";

fn examples() -> Vec<PathBuf> {
    let mut paths: Vec<_> = fs::read_dir("examples")
        .expect("the folder is there")
        .map(|entry| entry.expect("it can be listed").path())
        .filter(|path| path.extension().is_some_and(|ending| ending == "toml") && !path.ends_with(POLICY))
        .collect();
    paths.sort();
    assert!(paths.len() >= 5, "{paths:?}");
    paths
}

fn read(path: &Path) -> Answers {
    let source = Source { name: path.display().to_string(), text: fs::read_to_string(path).expect("it is text") };
    parse(&source, embedded::model()).unwrap_or_else(|problems| panic!("{problems}"))
}

fn standing<'a, 'm>(outcome: &'a Outcome<'m>, plan: &'a Plan<'m>) -> Standing<'a, 'm> {
    Standing { outcome, plan, lead: lead(&outcome.overall, plan), depth: outcome.model.sub_domain_storey() }
}

fn style(lang: Lang, width: usize) -> Style {
    Style { lang, width, colors: Colors::Off, drawing: Drawing::Drawn }
}

fn name(path: &Path) -> String {
    path.file_stem().expect("it has a name").to_string_lossy().into_owned()
}

/// The answers of the ten teams that a rollup is shown with.
fn portfolio() -> Vec<PathBuf> {
    let files = |folder: &str| {
        fs::read_dir(folder).expect("the folder is there").map(|entry| entry.expect("it is listed").path())
    };
    let mut paths: Vec<_> = files("examples/portfolio").chain(files("examples/portfolio/payments")).collect();
    paths.retain(|path| path.to_string_lossy().ends_with("answers.toml"));
    paths.sort();
    paths
}

#[test]
fn the_portfolio_is_ten_teams_in_two_languages_with_scopes_and_days_of_their_own() {
    let teams: Vec<_> = portfolio().iter().map(|path| read(path)).collect();
    assert_eq!(teams.len(), 10);
    let about = || teams.iter().map(|answers| &answers.assessment);
    let is_chinese = |name: &str| !name.is_ascii();
    let names: BTreeSet<_> = about().filter_map(|about| about.team.as_deref()).collect();
    assert!(names.len() == 10 && (3..8).contains(&names.iter().filter(|name| is_chinese(name)).count()), "{names:?}");
    assert!(about().map(|about| &about.scope).collect::<BTreeSet<_>>().len() > 3);
    assert_eq!(about().filter_map(|about| about.date).collect::<BTreeSet<_>>().len(), 10);
    let text = fs::read_to_string("examples/portfolio/assess.toml").expect("it is text");
    let policy = policy::parse(&Source { name: POLICY.to_owned(), text }, embedded::model()).expect("it is sound");
    let below = |answers: &Answers| {
        let outcome = scoring::score(embedded::model(), answers);
        policy::held_to(&outcome, &policy.targets).filter(|(_, judged)| judged.judgement == Judgement::Below).count()
    };
    let below: Vec<_> = teams.iter().map(below).collect();
    assert!(below.iter().min() < Some(&6) && below.iter().max() > Some(&20), "some hold most, some little: {below:?}");
}

#[test]
fn the_table_of_each_is_as_it_was() {
    for path in examples() {
        let answers = read(&path);
        let outcome = scoring::score(embedded::model(), &answers);
        let lang = if name(&path) == "chinese" { Lang::Zh } else { Lang::En };
        insta::assert_snapshot!(
            name(&path),
            terminal::score(&standing(&outcome, &plan(&outcome, PlanOptions::default())), &style(lang, 80))
        );
    }
}

/// An optional area by itself: all of it is answered, in every way that one can answer.
#[test]
fn one_team_assesses_its_architecture_and_nothing_else() {
    let answers = read(Path::new("examples/architecture.toml"));
    let outcome = scoring::score(embedded::model(), &answers);
    let [area] = &*outcome.overall.children else { panic!("one area is in scope") };
    assert_eq!((area.node.id().as_str(), area.total, area.open(), area.not_applicable), ("architecture", 29, 0, 1));
    assert_eq!(answers.given.len(), 29);
    let given = || answers.given.values();
    let levels: BTreeSet<_> = area.dimensions().filter_map(|(_, scored)| scored.level).collect();
    assert!(levels.len() >= 4, "{levels:?}");
    assert!(given().any(|answer| matches!(answer.claim, Some(Claim::PartOf(_)))));
    assert!(given().filter(|answer| !answer.except.is_empty()).count() >= 2);
    assert!(given().filter(|answer| answer.note.is_some()).count() >= 8);
    assert!(given().filter(|answer| !answer.evidence.is_empty()).count() >= 8);
}

#[test]
fn the_policy_holds_for_the_strongest_one_alone() {
    let text = fs::read_to_string(Path::new("examples").join(POLICY)).expect("it is text");
    let model = embedded::model();
    let policy = policy::parse(&Source { name: POLICY.to_owned(), text }, model).expect("the policy is sound");
    for path in examples() {
        let answers = read(&path);
        let verdict = policy::judge(Case {
            outcome: &scoring::score(model, &answers),
            written: &answers,
            targets: &policy.targets,
            rules: &policy.rules,
            day: "2026-11-21".parse().expect("it is a day"),
            since: None,
            may_drop: &[],
            evidence: &|_| Evidence::Link,
        });
        assert_eq!(verdict.passes(), name(&path) == "strong", "{}", path.display());
    }
}

/// What a head of engineering sees without turning a page: the prompt of the shell takes the last line.
#[test]
fn the_first_screen_tells_how_the_team_stands() {
    let scopes = ["scope = [\"agile\", \"delivery\", \"operations\", \"architecture\", \"organization\"]\n", ""];
    let cases = examples().into_iter().flat_map(|path| scopes.map(|scope| (path.clone(), scope)));
    for (path, scope) in cases {
        let mut text = fs::read_to_string(&path).expect("it is text");
        if !scope.is_empty() {
            let kept = text.lines().filter(|line| !line.starts_with("scope"));
            text = kept.collect::<Vec<_>>().join("\n").replacen("[assessment]\n", &format!("[assessment]\n{scope}"), 1);
        }
        let source = Source { name: path.display().to_string(), text };
        let answers = parse(&source, embedded::model()).unwrap_or_else(|problems| panic!("{problems}"));
        let outcome = scoring::score(embedded::model(), &answers);
        let plan = plan(&outcome, PlanOptions::default());
        let standing = standing(&outcome, &plan);
        let lead = &standing.lead;
        for lang in [Lang::En, Lang::Zh] {
            let text = terminal::score(&standing, &style(lang, 80));
            let first: Vec<_> = text.lines().take(23).collect();
            let first = first.join("\n");
            let whole = if lang == Lang::En { "Overall" } else { "总体" };
            assert!(outcome.overall.children.len() == 1 || first.contains(whole), "{first}");
            for area in &outcome.overall.children {
                assert!(first.contains(area.node.name().get(lang)), "{first}");
            }
            let ids = lead.holding.iter().take(3).map(|held| held.node.id());
            let ids: Vec<_> = ids.chain(lead.nearest.iter().map(|lift| lift.node.id())).collect();
            assert_eq!(lead.nearest.len(), 3);
            let at = ids.iter().map(|id| first.find(&format!("{}{id}{}", open(lang), close(lang))));
            assert!(at.clone().all(|at| at.is_some()), "{ids:?}: {first}");
            assert!(first.contains("\n3. "), "{first}");
        }
    }
}

fn open(lang: Lang) -> char {
    if lang == Lang::En { '(' } else { '（' }
}

fn close(lang: Lang) -> char {
    if lang == Lang::En { ')' } else { '）' }
}

#[test]
fn no_line_is_wider_than_the_terminal() {
    for path in examples() {
        let answers = read(&path);
        let outcome = scoring::score(embedded::model(), &answers);
        for (lang, columns) in [
            (Lang::En, 80),
            (Lang::Zh, 80),
            (Lang::En, 120),
            (Lang::Zh, 120),
            (Lang::En, 60),
            (Lang::Zh, 60),
            (Lang::Zh, 40),
        ] {
            let table =
                terminal::score(&standing(&outcome, &plan(&outcome, PlanOptions::default())), &style(lang, columns));
            let wide: Vec<_> = table.lines().filter(|line| width(line) > columns).collect();
            assert!(wide.is_empty(), "{}: wider than {columns}: {wide:?}", path.display());
        }
    }
}

#[test]
fn the_result_is_what_its_schema_says() {
    let schema = jsonschema::draft7::new(&json::result_schema()).expect("the schema is a schema");
    for path in examples() {
        let answers = read(&path);
        let result = json::result(&scoring::score(embedded::model(), &answers));
        let result = serde_json::from_str(&result).expect("the result is JSON");
        let findings: Vec<_> = schema.iter_errors(&result).map(|error| error.to_string()).collect();
        assert!(findings.is_empty(), "{}: {findings:?}", path.display());
    }
}

#[test]
fn each_is_what_the_schema_of_answers_says() {
    let schema = jsonschema::draft7::new(&schema(embedded::model(), Lang::En)).expect("the schema is a schema");
    for path in examples() {
        // A date is a string to JSON.
        let text = fs::read_to_string(&path).expect("it is text");
        let quoted: String = text.lines().map(|line| quote_dates(line) + "\n").collect();
        let document: toml_edit::DocumentMut = quoted.parse().expect("it is TOML");
        let value: serde_json::Value = toml_edit::de::from_document(document).expect("it is JSON too");
        let findings: Vec<_> = schema.iter_errors(&value).map(|error| error.to_string()).collect();
        assert!(findings.is_empty(), "{}: {findings:?}", path.display());
    }
}

fn quote_dates(line: &str) -> String {
    for key in ["date = ", "until = "] {
        if let Some(at) = line.find(key).map(|at| at + key.len()) {
            return format!("{}\"{}\"{}", &line[..at], &line[at..at + 10], &line[at + 10..]);
        }
    }
    line.to_owned()
}

#[test]
fn a_plan_asks_what_the_result_asks() {
    for path in examples() {
        let answers = read(&path);
        let outcome = scoring::score(embedded::model(), &answers);
        let plan = plan(&outcome, PlanOptions::default());
        let list = markdown::next(&outcome, &plan, &style(Lang::En, 80));
        let clauses: usize = plan.goals.iter().map(|goal| goal.requirements.len()).sum();
        let open = plan.goals.iter().filter(|goal| !goal.unanswered.is_empty()).count();
        assert_eq!(list.matches("- [ ] ").count(), clauses + open, "{}", path.display());
    }
}

#[test]
fn dimensions_of_the_same_name_are_told_apart_where_levels_are_explained() {
    let model = embedded::model();
    let answers = read(Path::new("examples/half-finished.toml"));
    let outcome = scoring::score(model, &answers);
    let id = "agile.requirements";
    let node = model.find(id).expect("it is there");
    let result = outcome.overall.find(id).map(|result| (result, &answers.file));
    let text = terminal::explain(model, node, result, &[], &style(Lang::En, 2_000));
    let (_, names) = text.split_once("because of ").expect("it says why");
    let names: Vec<_> = names.lines().next().unwrap_or_default().split(", ").collect();
    assert!(names.contains(&"Requirements analysis › Requirements management"), "{names:?}");
    assert!(names.iter().enumerate().all(|(at, name)| !names[..at].contains(name)), "{names:?}");
}

#[test]
fn what_is_shown_in_a_narrow_window_fits_into_it() {
    let model = embedded::model();
    let view = View::new(model, Node::Model(model), model.sub_domain_storey(), None);
    let statements = Statements::of(model);
    let mut collection = Collection::default();
    for path in portfolio() {
        let answers = read(&path);
        let outcome = scoring::score(model, &answers);
        collection.add(Line::new(
            LineInput { path: &name(&path), outcome: &outcome, earlier: None },
            &view,
            &statements,
        ));
    }
    let rollup = collection.finish(view, &statements, "2026-11-21".parse().expect("it is a day"), None);
    let answers = read(Path::new("examples/half-finished.toml"));
    let outcome = scoring::score(model, &answers);
    let (planned, branching) = (
        plan(&outcome, PlanOptions::default()),
        model.find("delivery.configuration.version-control.branching").expect("it is there"),
    );
    let result = outcome.overall.find(branching.id().as_str()).map(|result| (result, &answers.file));
    for (lang, columns) in [(Lang::En, 40), (Lang::Zh, 40), (Lang::En, 44), (Lang::En, 60)] {
        let style = style(lang, columns);
        for (what, text) in [
            ("rollup", terminal::rollup(&rollup, &style)),
            ("next", terminal::next(&outcome, &planned, &style)),
            ("explain", terminal::explain(model, branching, result, &[], &style)),
        ] {
            for line in text.lines() {
                assert!(width(line) <= columns, "{what} in {columns} columns: {line}");
            }
        }
    }
}
