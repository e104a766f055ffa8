//! Many teams: what is counted where, which wholes are compared, and what is a lever for whom.

use std::collections::{BTreeMap, BTreeSet};
use std::io::Cursor;

use crate::outline::unclosed;
use crate::support::{assessments, market, tiny, tiny_answers};
use assess::answers::{self, Answer, Answers, Claim, Metric, parse};
use assess::diff::diff;
use assess::embedded;
use assess::lang::Lang;
use assess::model::{Level, Model, Node};
use assess::plan::{Wish, goals};
use assess::policy::{Origin, Target, Targets};
use assess::problem::Source;
use assess::report::html::{Languages, rollup as page};
use assess::report::rows::rows;
use assess::report::{Colors, Drawing, Style, json, markdown, terminal, xlsx};
use assess::rollup::{Collection, Counted, Line, LineInput, Rollup, Statements, View};
use assess::scoring::{State, score};
use assess::text::width;
use calamine::{Reader as _, Xlsx};
use proptest::prelude::*;

pub fn read(model: &Model, lines: &str) -> Answers {
    parse(&tiny_answers(lines), model).unwrap_or_else(|problems| panic!("{problems}"))
}

pub fn rollup<'m>(model: &'m Model, teams: &[Answers], targets: Option<Targets>) -> Rollup<'m> {
    let view = View::new(model, Node::Model(model), model.storeys(), targets);
    let (statements, mut collection) = (Statements::of(model), Collection::default());
    for (number, answers) in teams.iter().enumerate() {
        let outcome = score(model, answers);
        let path = format!("{number}.toml");
        collection.add(Line::new(LineInput { path: &path, outcome: &outcome, earlier: None }, &view, &statements));
    }
    collection.finish(view, &statements, "2026-11-21".parse().expect("it is a day"), None)
}

/// For teams with these answers to the tiny model: what is needed, by how many, perhaps by how many, alone for how many.
fn levers(teams: &[&str], targets: Option<Targets>) -> Vec<(String, usize, usize, usize)> {
    let model = tiny();
    let teams: Vec<_> = teams.iter().map(|lines| read(&model, lines)).collect();
    let rollup = rollup(&model, &teams, targets);
    let name = |(dimension, clause): &(&assess::model::Dimension, _)| format!("{} {clause}", dimension.id.key());
    let told = rollup.levers.iter().map(|lever| {
        let names: Vec<_> = lever.places.iter().map(name).collect();
        (names.join(", "), lever.teams, lever.perhaps, lever.alone)
    });
    told.collect()
}

fn lever(name: &str, teams: usize, perhaps: usize, alone: usize) -> (String, usize, usize, usize) {
    (name.to_owned(), teams, perhaps, alone)
}

#[test]
fn what_is_all_that_is_missing_for_most_comes_first() {
    // For level 1 the first lacks one clause, the second all of two, the third one and the same as the first.
    let teams = [
        "greeting = 2\npaying = { level = 0, met = [\"1.1\"] }",
        "greeting = 2\npaying = 0",
        "greeting = 2\npaying = { level = 0, met = [\"1.1\"] }",
    ];
    assert_eq!(levers(&teams, None), [lever("paying 1.2", 3, 0, 2), lever("paying 1.1", 1, 0, 0)]);
}

#[test]
fn what_is_open_excepted_overtaken_or_not_applicable_is_no_lever() {
    assert_eq!(levers(&["greeting = 2"], None), [], "level 2 or lower: open answers decide");
    let certain = levers(&["paying = 0"], None);
    assert_eq!(certain, [lever("paying 1.1", 1, 0, 0), lever("paying 1.2", 1, 0, 0)], "0 whatever greeting is");
    assert_eq!(
        levers(
            &["greeting = 2\npaying = { level = 0, met = [\"1.1\"] }", "paying = { level = 0, met = [\"1.1\"] }"],
            None
        ),
        [lever("paying 1.2", 2, 0, 1)],
        "with greeting open it may not be all"
    );
    let excepted = "greeting = 2\npaying = { level = 0, except = { \"1.2\" = \"no printer\" } }";
    assert_eq!(levers(&[excepted], None), [lever("paying 1.1", 1, 0, 1)]);
    let begun = "greeting = { level = 0, met = [\"2.1\"] }\npaying = { na = \"all is free\" }";
    assert_eq!(levers(&[begun], None), [lever("greeting 2.2", 1, 0, 1)], "2.2 replaces 1.1");
}

#[test]
fn an_unnamed_part_of_a_level_is_perhaps_a_lever() {
    let teams = ["greeting = \"2-\"\npaying = 1", "greeting = 1\npaying = 1"];
    assert_eq!(levers(&teams, None), [lever("greeting 2.1", 1, 1, 0), lever("greeting 2.2", 1, 1, 0)]);
}

#[test]
fn targets_say_what_levers_lead_to() {
    let targets = |level| Targets(vec![Target { id: None, value: Level(level).into(), origin: Origin::Flag }]);
    let teams = ["greeting = 1\npaying = 0"];
    let next = [lever("paying 1.1", 1, 0, 0), lever("paying 1.2", 1, 0, 0)];
    assert_eq!(levers(&teams, Some(targets(1))), next);
    let all = [lever("greeting 2.1", 1, 0, 0), lever("greeting 2.2", 1, 0, 0), next[0].clone(), next[1].clone()];
    assert_eq!(levers(&teams, Some(targets(2))), all);
    assert_eq!(levers(&["greeting = 2\npaying = 1"], Some(targets(2))), [], "1 asks nothing more");
    assert_eq!(levers(&["greeting = 1\npaying = 1"], Some(targets(1))), [], "it holds its target");
}

#[test]
fn the_same_words_are_one_lever() {
    let mut model = tiny();
    let text = model.areas[0].groups[0].groups[0].dimensions[0].cells[1].clauses[0].clone();
    let areas = model.areas.to_mut();
    let dimensions = areas[0].groups.to_mut()[0].groups.to_mut()[0].dimensions.to_mut();
    dimensions[1].cells.to_mut()[1].clauses.to_mut()[0] = text;
    let teams = [
        read(&model, "greeting = 0\npaying = { level = 0, met = [\"1.2\"] }"),
        read(&model, "greeting = 2\npaying = 0"),
    ];
    let rollup = rollup(&model, &teams, None);
    let first = &rollup.levers[0];
    assert_eq!((first.places.len(), first.teams, first.alone), (2, 2, 1), "one investment lifts the first");
}

#[test]
fn levels_are_counted_where_they_are_certain() {
    let model = tiny();
    let teams = ["greeting = 2\npaying = 1", "greeting = 1\npaying = 1", "paying = 0", "greeting = 2", ""];
    let teams = teams.map(|lines| read(&model, lines));
    let targets = Targets(vec![Target { id: None, value: Level(1).into(), origin: Origin::Flag }]);
    let rollup = rollup(&model, &teams, Some(targets));
    let whole = &rollup.distributions[0];
    assert_eq!(whole.levels, [(Level(0), 1), (Level(1), 1), (Level(2), 1)]);
    assert_eq!((whole.teams, whole.unknown, whole.not_applicable), (5, 2, 0));
    assert_eq!((whole.median, whole.lowest), (Some(Level(1)), Some(Level(0))));
    assert_eq!((whole.below, whole.undecided), (Some(1), Some(2)));
    let holding: Vec<_> = rollup.holding.iter().map(|it| (it.teams, it.alone)).collect();
    assert_eq!(holding, [(2, 2)], "those at 0 and 1; nothing holds what is at the top, or unanswered");
}

#[test]
fn wholes_are_compared_among_equal_scopes_only() {
    let model = market();
    let of = |scope: Option<&[usize]>, team: &str| {
        let mut answers = answers::empty(&model);
        answers.assessment.scope = scope.map(|places| places.iter().map(|at| model.areas[*at].id.clone()).collect());
        answers.assessment.team = Some(team.to_owned());
        answers
    };
    let optional = model.areas.iter().position(|area| area.optional).expect("the fixture has one");
    let other = (optional + 1) % model.areas.len();
    let teams = [of(Some(&[optional]), "a"), of(None, "b"), of(None, "c"), of(Some(&[other]), "b")];
    let rollup = rollup(&model, &teams, None);
    let wholes: Vec<_> = rollup.distributions.iter().filter(|it| it.scope.is_some()).map(|it| it.teams).collect();
    assert_eq!(wholes.iter().sum::<usize>(), 4);
    assert_eq!(wholes.len(), rollup.peers.len());
    assert!(wholes.is_sorted_by(|one, other| one >= other), "{wholes:?}");
    let area = rollup.distributions.iter().find(|it| it.node.id() == &model.areas[optional].id).expect("it is shown");
    assert_eq!(area.teams, 1, "out of scope is not unanswered");
    assert_eq!(rollup.optional, [(&model.areas[optional].id, 1)]);
    assert_eq!(rollup.repeated, [("b".to_owned(), 2)]);
}

#[test]
fn parts_are_compared_whatever_else_is_assessed() {
    let model = embedded::model();
    let teams = [&["delivery"][..], &["agile", "delivery", "organization"]].map(|scope| {
        let areas = model.areas.iter().filter(|area| scope.contains(&area.id.as_str()));
        let mut answers = answers::empty(model);
        answers.assessment.scope = Some(areas.map(|area| area.id.clone()).collect());
        answers
    });
    for part in ["delivery", "delivery.testing.automation"] {
        let view = View::new(model, model.find(part).expect("it is there"), model.storeys(), None);
        let statements = Statements::of(model);
        let mut collection = Collection::default();
        for answers in &teams {
            let line = LineInput { path: "answers.toml", outcome: &score(model, answers), earlier: None };
            assert_eq!(collection.add(Line::new(line, &view, &statements)), Counted::In);
        }
        let rollup = collection.finish(view, &statements, "2026-11-21".parse().expect("it is a day"), None);
        assert_eq!((rollup.peers.len(), rollup.optional.len()), (1, 0), "{part}");
        let style = Style { lang: Lang::En, width: 80, colors: Colors::Off, drawing: Drawing::Drawn };
        let told = terminal::rollup(&rollup, &style);
        assert!(!told.contains("different areas") && !told.contains("Optional"), "{told}");
    }
}

#[test]
fn wholes_are_called_by_what_they_have_or_lack() {
    let model = embedded::model();
    let scopes: [&[&str]; 6] = [
        &["agile", "delivery", "operations"],
        &["agile", "delivery", "operations", "architecture"],
        &["agile", "delivery"],
        &["delivery"],
        &["architecture"],
        &["delivery", "operations", "organization"],
    ];
    let teams = scopes.map(|scope| {
        let mut answers = answers::empty(model);
        answers.assessment.scope = Some(
            scope
                .iter()
                .map(|id| model.areas.iter().find(|area| area.id.as_str() == *id).expect("it is there").id.clone())
                .collect(),
        );
        answers
    });
    let rollup = rollup(model, &teams, None);
    let style = |lang| Style { lang, width: 120, colors: Colors::Off, drawing: Drawing::Drawn };
    let of = |lang| terminal::rollup(&rollup, &style(lang));
    for (lang, names) in [
        (
            Lang::En,
            [
                "Overall: all areas but optional ones  ",
                "Overall with Application architecture  ",
                "Overall without Technical operations  ",
                "Overall: Continuous delivery  ",
                "Overall: Application architecture  ",
                "Overall: Continuous delivery, Technical operations, Organization  ",
            ],
        ),
        (
            Lang::Zh,
            [
                "总体：可选以外的所有领域  ",
                "总体（含应用架构）  ",
                "总体（不含技术运营）  ",
                "总体：持续交付  ",
                "总体：应用架构  ",
                "总体：持续交付、技术运营、组织结构  ",
            ],
        ),
    ] {
        let text = of(lang);
        for name in names {
            assert!(text.lines().any(|line| line.starts_with(name)), "{name}: {text}");
        }
    }
}

#[test]
fn teams_are_compared_with_what_they_were() {
    let model = tiny();
    let (old, new) = (read(&model, "greeting = 1\npaying = 1"), read(&model, "greeting = 2\npaying = 1"));
    let (before, after) = (score(&model, &old), score(&model, &new));
    let view = View::new(&model, Node::Model(&model), model.sub_domain_storey(), None);
    let (statements, mut collection) = (Statements::of(&model), Collection::default());
    let mut add = |before, outcome| {
        let moved = before;
        let input = LineInput { path: "a.toml", outcome, earlier: moved };
        collection.add(Line::new(input, &view, &statements));
    };
    let (up, down, same) = (diff(&before, &after), diff(&after, &before), diff(&after, &after));
    add(Some((&before, &up)), &after);
    add(Some((&after, &down)), &before);
    add(Some((&after, &same)), &after);
    add(None, &after);
    let rollup =
        collection.finish(view.clone(), &statements, "2026-11-21".parse().expect("it is a day"), Some("git:v1".into()));
    for it in &rollup.distributions {
        let moved = it.moved.expect("it is compared");
        assert_eq!((moved.up, moved.down, moved.changed, moved.same, moved.new), (1, 1, 0, 1, 1), "{}", it.node.id());
    }
}

/// Teams with a text for everything that people write.
fn of_text(model: &Model, text: &str) -> Vec<Answers> {
    let mut answers = read(model, "greeting = \"2-\"\npaying = 0");
    let about = &mut answers.assessment;
    (about.team, about.system, about.owner) = (Some(text.into()), Some(text.into()), Some(text.into()));
    vec![answers; 3]
}

#[test]
fn a_page_is_well_formed_in_both_languages_and_links_to_reports() {
    let model = tiny();
    let rollup = rollup(&model, &of_text(&model, "<b>&\"x"), None);
    let links = [Some("a/b%20c.html".to_owned()), None, Some("x.html".to_owned())];
    for languages in [Languages::Both { first: Lang::Zh }, Languages::One(Lang::En)] {
        let page = page(&rollup, &links, languages);
        assert_eq!(unclosed(&page), None);
        assert!(page.contains("<a href=\"a/b%20c.html\">") && !page.contains("<b>&"), "{page}");
        let articles = page.matches("<article ").count();
        assert_eq!(page.matches("<table class=\"matrix").count(), articles);
        for address in ["http:", "https:", "url(", "@import", "src=", "style=\""] {
            assert!(!page.contains(address), "{address}");
        }
    }
}

/// A page over 200 teams, each with every area, targets and a report, in both languages; with what they were compared
/// with and everything they measure, if there is anything to compare with.
fn large_page(compared: Option<&str>) -> String {
    let model = embedded::model();
    let measured: String = Metric::all().map(|it| format!("{it} = \"{}\"\n", it.example())).collect();
    let (version, _) = model.version.split_once('.').expect("it has a major version");
    let head = format!("schema = 1\n[assessment]\nmodel = \"devops\"\nmodel-version = \"{version}\"\n");
    let source = Source { text: format!("{head}[outcomes]\n{measured}"), ..tiny_answers("") };
    let outcomes = parse(&source, model).unwrap_or_else(|problems| panic!("{problems}")).outcomes;
    let team = |number: usize, shift: usize| {
        let mut answers = answers::empty(model);
        answers.assessment.team = Some(format!("a team with quite a long name {number}"));
        answers.assessment.date = "2026-10-01".parse().ok();
        answers.assessment.scope = Some(model.areas.iter().map(|area| area.id.clone()).collect());
        if compared.is_some() {
            answers.outcomes.clone_from(&outcomes);
        }
        let level = |at: usize| Level(u8::try_from(1 + (at * 7 + number * 3 + shift) % 5).expect("it is a digit"));
        let given = model.dimensions().enumerate().map(|(at, it)| (it.id.clone(), Answer::of(Claim::at(level(at)))));
        answers.given = given.collect();
        answers
    };
    let targets = Targets(vec![Target { id: None, value: Level(3).into(), origin: Origin::Flag }]);
    let view = View::new(model, Node::Model(model), model.storeys(), Some(targets));
    let (statements, mut collection) = (Statements::of(model), Collection::default());
    for number in 0..200 {
        let (before, now) = (team(number, 1), team(number, 0));
        let (before, now) = (score(model, &before), score(model, &now));
        let moved = diff(&before, &now);
        let path = format!("platform/team-{number}.answers.toml");
        let earlier = compared.map(|_| (&before, &moved));
        collection.add(Line::new(LineInput { path: &path, outcome: &now, earlier }, &view, &statements));
    }
    let day = "2026-11-21".parse().expect("it is a day");
    let rollup = collection.finish(view, &statements, day, compared.map(str::to_owned));
    let links: Vec<_> = (0..200).map(|number| Some(format!("platform-team-{number}.html"))).collect();
    page(&rollup, &links, Languages::Both { first: Lang::En })
}

/// What is sent around has to stay small.
#[test]
fn a_page_over_two_hundred_teams_is_at_most_a_megabyte_and_a_half() {
    let page = large_page(None);
    assert!(page.len() <= 1_500_000, "{} bytes", page.len());
    let rows = page.matches("<tr><th scope=\"row\"><a ").count();
    assert_eq!(rows, 400, "every team once in each language");
    assert!(page.contains(" l\">"), "what misses a target is marked");
}

#[test]
fn a_page_on_which_everything_moved_and_is_measured_is_at_most_two_megabytes() {
    let page = large_page(Some("git:v1.0"));
    assert!(page.len() <= 2_000_000, "{} bytes", page.len());
    assert!(page.contains(" u\">") && page.matches("3/week").count() == 400, "nothing is left out for it");
}

#[test]
fn what_programs_read_is_what_the_schema_says() {
    let model = tiny();
    let teams = of_text(&model, "a");
    let schema = jsonschema::draft7::new(&json::rollup_schema()).expect("the schema is a schema");
    let outcome = score(&model, &teams[0]);
    let lines = json::rows(&rows(&outcome, "a.toml", Lang::En));
    let documents = lines.lines().map(str::to_owned).chain([json::rollup(&rollup(&model, &teams, None))]);
    for text in documents {
        let mut value = serde_json::from_str::<serde_json::Value>(&text).expect("it is JSON");
        let findings: Vec<_> = schema.iter_errors(&value).map(|error| error.to_string()).collect();
        assert!(findings.is_empty(), "{findings:?}");
        value["more"] = 1.into();
        assert!(!schema.is_valid(&value), "it is closed");
    }
}

#[test]
fn ages_are_counted_in_bands_up_to_their_last_day() {
    let model = tiny();
    let day = "2026-11-21".parse::<answers::Date>().expect("it is a day");
    let mut teams: Vec<_> = [0, 90, 91, 180, 181, 365, 366, 5000]
        .map(|days| {
            let mut answers = answers::empty(&model);
            answers.assessment.date = Some(day.days_before(days));
            answers
        })
        .into();
    teams.push(answers::empty(&model));
    let rollup = rollup(&model, &teams, None);
    let bands: Vec<_> = rollup.ages.iter().map(|band| (band.from, band.to, band.teams)).collect();
    let expected = [
        (Some(0), Some(90), 2),
        (Some(91), Some(180), 2),
        (Some(181), Some(365), 2),
        (Some(366), None, 2),
        (None, None, 1),
    ];
    assert_eq!(bands, expected);
}

#[test]
fn signs_and_heads_are_explained_where_they_occur() {
    let model = tiny();
    let said = |lines: &[&str], level: Option<u8>, lang: Lang| {
        let mut teams: Vec<_> = lines.iter().map(|lines| read(&model, lines)).collect();
        teams[0].assessment.date = "2026-11-01".parse().ok();
        let target = |level| Targets(vec![Target { id: None, value: Level(level).into(), origin: Origin::Flag }]);
        let rollup = rollup(&model, &teams, level.map(target));
        let [drawn, plain] = [Drawing::Drawn, Drawing::Plain]
            .map(|drawing| terminal::rollup(&rollup, &Style { lang, width: 200, colors: Colors::Off, drawing }));
        let style = Style { lang, width: 80, colors: Colors::Off, drawing: Drawing::Drawn };
        [drawn, plain, markdown::rollup(&rollup, &style), page(&rollup, &[], Languages::One(lang))]
    };
    let (open, whole) = (["greeting = 1\npaying = 1", "greeting = 2"], ["greeting = 1\npaying = 1"]);
    for (lang, unknown, range, provisional, below, days) in [
        (
            Lang::En,
            "unknown are those for whom open answers still decide it",
            "2 as open answers decide",
            "~ provisional, some is unanswered",
            "Below are teams with at least one sub-domain below its target.",
            "Days: since the date of the answers",
        ),
        (
            Lang::Zh,
            "级别仍取决于未回答问题的团队为未定",
            "2 取决于未回答的问题",
            "~ 暂定，有问题未回答",
            "未达标的团队至少有一个子域低于目标。",
            "天数：距答案日期",
        ),
    ] {
        let [drawn, plain, pasted, page] = said(&open, Some(2), lang);
        for document in [&drawn, &plain, &pasted] {
            for words in [unknown, range, below] {
                assert!(document.contains(words), "{words}: {document}");
            }
            assert!(document.replace("&#126;", "~").contains(provisional), "{document}");
        }
        assert!(page.contains(unknown), "{page}");
        assert!(drawn.contains(days) && !plain.contains(days), "{drawn}{plain}");
        for document in &said(&whole, None, lang)[..3] {
            for words in [unknown, range, provisional, below] {
                assert!(!document.contains(words), "{words}: {document}");
            }
        }
    }
}

#[test]
fn a_table_of_teams_shows_whole_names_and_as_many_parts_as_have_room() {
    let model = embedded::model();
    let team = |scope: &[&str]| {
        let mut answers = answers::empty(model);
        let ids = scope.iter().map(|id| model.find(id).expect("it is in the model").id().clone());
        answers.assessment.scope = Some(ids.collect());
        answers.assessment.team = Some("data platform".to_owned());
        let dimensions =
            model.dimensions().filter(|it| scope.contains(&it.id.as_str().split('.').next().unwrap_or("")));
        let level = || Answer::of(Claim::Level { level: Level(2), met: BTreeSet::new() });
        answers.given = dimensions.map(|dimension| (dimension.id.clone(), level())).collect();
        answers
    };
    let rollup = rollup(model, &[team(&["agile", "delivery", "operations", "architecture", "organization"])], None);
    let table = |lang, columns| {
        let text =
            terminal::rollup(&rollup, &Style { lang, width: columns, colors: Colors::Off, drawing: Drawing::Drawn });
        assert!(text.lines().all(|line| width(line) <= columns), "{columns}: {text}");
        text
    };
    for (lang, columns, count) in [(Lang::En, 80, 6), (Lang::Zh, 80, 6), (Lang::En, 120, 6), (Lang::En, 60, 4)] {
        let text = table(lang, columns);
        let row = text.lines().find(|line| line.starts_with("data platform ")).expect("its name is whole");
        assert_eq!(row.matches("2 2.00").count(), count, "{columns}: {text}");
        let left_out = "Left out for lack of room: Application architecture, Organization";
        assert_eq!(text.replace("\n  ", " ").contains(left_out), columns == 60, "{text}");
        let is_cut = |line: &str| {
            ["developmen", "architectu", "requir", "requirem"]
                .contains(&line.trim().to_lowercase().split(' ').next().unwrap_or(""))
        };
        assert!(!text.lines().any(is_cut), "{columns}: {text}");
    }
    assert!(table(Lang::Zh, 60).contains("因宽度不足未显示：应用架构、组织结构"));
    assert!(table(Lang::En, 120).contains("architecture"), "words above have room");
}

#[test]
fn markdown_and_workbook_say_the_same_numbers() {
    let model = tiny();
    let teams = ["greeting = 2\npaying = 1", "greeting = 1\npaying = 1", "paying = 0"].map(|lines| read(&model, lines));
    let rollup = rollup(&model, &teams, None);
    let style = Style { lang: Lang::En, width: 80, colors: Colors::Off, drawing: Drawing::Drawn };
    let text = markdown::rollup(&rollup, &style);
    assert!(text.contains("| **Overall** | 3 | 1 | 1 | 1 | 1 | 0 | 0 |"), "{text}");
    let bytes = xlsx::rollup(&rollup, Lang::En).expect("it fits into a sheet");
    let mut book: Xlsx<_> = Xlsx::new(Cursor::new(bytes)).expect("it is a workbook");
    let parts = book.worksheet_range("Parts").expect("it is there");
    let first: Vec<_> = parts.rows().nth(1).expect("it has rows").iter().take(7).map(ToString::to_string).collect();
    assert_eq!(first, ["Overall", "3", "1", "1", "1", "1", "0"]);
    assert_eq!(book.worksheet_range("Heat map").expect("it is there").height(), 4);
}

fn many() -> impl Strategy<Value = (Model, Vec<Answers>)> {
    assessments().prop_flat_map(|(model, answers)| {
        let level = model.floor.0..=model.top().0;
        let claims = prop::collection::vec(prop::collection::btree_map(0..40_usize, level, 0..40), 0..6);
        (Just(model), Just(answers), claims).prop_map(|(model, first, claims)| {
            let ids: Vec<_> = model.dimensions().map(|dimension| dimension.id.clone()).collect();
            let team = |levels: BTreeMap<usize, u8>| {
                let mut answers = answers::empty(&model);
                let given = levels.into_iter().filter_map(|(at, level)| Some((ids.get(at)?.clone(), level)));
                let answer = |level| Answer::of(Claim::at(Level(level)));
                answers.given = given.map(|(id, level)| (id, answer(level))).collect();
                answers
            };
            let teams = std::iter::once(first).chain(claims.into_iter().map(team)).collect();
            (model, teams)
        })
    })
}

proptest! {
    /// Every team stands somewhere, and the levers are what plans ask for, team by team.
    #[test]
    fn everything_is_counted_once((model, teams) in many()) {
        let rollup = rollup(&model, &teams, None);
        for it in &rollup.distributions {
            let counted: usize = it.levels.iter().map(|(_, teams)| teams).sum();
            prop_assert_eq!(counted + it.unknown + it.not_applicable, it.teams);
            prop_assert_eq!(it.lowest.is_some(), counted > 0);
            prop_assert!(it.lowest <= it.median);
        }
        let mut needed = 0;
        for answers in &teams {
            let outcome = score(&model, answers);
            for goal in goals(&outcome, Wish::default()) {
                let own = outcome.overall.find(goal.sub_domain.id.as_str()).expect("it has a goal");
                if own.state == State::Complete || own.is_certain() {
                    needed += goal.requirements.len();
                }
            }
        }
        let levers: usize = rollup.levers.iter().map(|lever| lever.teams + lever.perhaps).sum();
        prop_assert!(levers <= needed, "a statement needed at several places counts once");
        prop_assert_eq!(levers == 0, needed == 0);
        for lever in &rollup.levers {
            prop_assert!(lever.alone <= lever.teams && lever.teams + lever.perhaps <= teams.len());
        }
        let places: usize = rollup.peers.iter().map(|group| group.lines.len()).sum();
        prop_assert_eq!(places, teams.len());
    }

    #[test]
    fn no_line_is_wider_than_the_terminal((model, teams) in many(), columns in 60_usize..130) {
        let rollup = rollup(&model, &teams, None);
        for lang in [Lang::En, Lang::Zh] {
            let text = terminal::rollup(&rollup, &Style { lang, width: columns, colors: Colors::Off, drawing: Drawing::Drawn });
            let wide: Vec<_> = text.lines().filter(|line| width(line) > columns).collect();
            prop_assert!(wide.is_empty(), "{columns}: {wide:?}");
        }
        let is_json = serde_json::from_str::<serde_json::Value>(&json::rollup(&rollup)).is_ok();
        prop_assert!(is_json && xlsx::rollup(&rollup, Lang::Zh).is_ok());
    }
}

#[test]
fn a_team_without_the_part_that_is_looked_at_is_not_counted() {
    let model = market();
    let area = model.areas.iter().position(|area| area.optional).expect("it has one");
    let node = model.find(model.areas[area].id.as_str()).expect("it is there");
    let view = View::new(&model, node, model.sub_domain_storey(), None);
    let (statements, mut collection) = (Statements::of(&model), Collection::default());
    let mut answers = answers::empty(&model);
    let mut add = |answers: &Answers, path| {
        let outcome = score(&model, answers);
        collection.add(Line::new(LineInput { path, outcome: &outcome, earlier: None }, &view, &statements))
    };
    assert_eq!(add(&answers, "out.toml"), Counted::Out);
    answers.assessment.scope = Some(model.areas.iter().map(|area| area.id.clone()).collect());
    assert_eq!(add(&answers, "in.toml"), Counted::In);
    let rollup = collection.finish(view, &statements, "2026-11-21".parse().expect("it is a day"), None);
    assert_eq!((rollup.lines.len(), rollup.outside), (1, 1));
    let style = Style { lang: Lang::En, width: 80, colors: Colors::Off, drawing: Drawing::Drawn };
    let table = terminal::rollup(&rollup, &style);
    assert!(table.starts_with("1 team · ") && table.contains("1 team does not assess it"), "{table}");
}
