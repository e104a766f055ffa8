//! Many teams as a page, a table, Markdown and a workbook.

use std::io::Cursor;

use crate::outline::unclosed;
use crate::support::{tiny, tiny_answers};
use assess::answers::{self, Answer, Claim, Clauses, Metric, parse};
use assess::diff::diff;
use assess::embedded;
use assess::lang::Lang;
use assess::model::{Level, Node};
use assess::policy::{Origin, Target, Targets};
use assess::problem::Source;
use assess::report::html::{Languages, rollup as page};
use assess::report::{Colors, Drawing, Style, markdown, terminal, xlsx};
use assess::rollup::{Collection, Line, LineInput, Statements, View};
use assess::scoring::score;
use assess::text::width;
use calamine::{Reader as _, Xlsx};

use super::{of_text, read, rollup};

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
        // As long as a name is shown, in letters that take three bytes each.
        answers.assessment.team = Some(format!("{}{number}", "名称很长的团队".repeat(4)));
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
    // With room below what the guides promise: names of parts and levers may be longer than those of this model.
    assert!(page.len() <= 1_400_000, "{} bytes", page.len());
    let rows = page.matches("<tr><th scope=\"row\"><a ").count();
    assert_eq!(rows, 400, "every team once in each language");
    assert!(page.contains(" l\">"), "what misses a target is marked");
}

#[test]
fn a_page_on_which_everything_moved_and_is_measured_is_at_most_two_megabytes() {
    let page = large_page(Some("git:v1.0"));
    assert!(page.len() <= 2_000_000, "{} bytes", page.len());
    assert!(page.contains(" u\">") && page.matches("3/week").count() == 400, "nothing is left out for it");
    let folded = page.split_once("188 more</span></summary>").and_then(|(_, rest)| rest.split_once("</details>"));
    let (table, _) = folded.expect("most teams are folded");
    assert_eq!(table.matches("3/week").count(), 188, "what teams measure is as long as there are teams");
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
        let level = || Answer::of(Claim::Level { level: Level(2), met: Clauses::new() });
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
