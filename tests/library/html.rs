//! The HTML report: what it promises whatever the answers and the model say.
//!
//! `tests/update` writes `examples/report.html` again where its outline is another.

use std::fs;

use assess::answers::{self, Answers, Claim, parse};
use assess::diff::diff;
use assess::embedded;
use assess::lang::Lang;
use assess::model::{Cells, Group, Level, Model};
use assess::policy::{Judged, Origin, Target, Targets, held_to};
use assess::problem::Source;
use assess::report::Comparison;
use assess::report::html::Languages;
use assess::scoring::{Outcome, score};

use crate::outline::{outline, unclosed, words};
use crate::support::{self, report_page, tiny, tiny_answers};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use proptest::prelude::*;
use sha2::{Digest as _, Sha256};

const BOTH: Languages = Languages::Both { first: Lang::En };

/// How an outcome stands to one level everywhere.
fn targets<'m>(outcome: &Outcome<'m>, level: Option<Level>) -> Vec<Judged<'m>> {
    let target = |level: Level| Target { id: None, value: level.into(), origin: Origin::Flag };
    let targets = Targets(level.map(target).into_iter().collect());
    held_to(outcome, &targets).map(|(_, judged)| judged).collect()
}

fn report(model: &Model, answers: &Answers, earlier: Option<&Answers>, languages: Languages) -> String {
    report_held_to(None, model, answers, earlier, languages)
}

fn report_held_to(
    level: Option<Level>,
    model: &Model,
    answers: &Answers,
    earlier: Option<&Answers>,
    languages: Languages,
) -> String {
    let outcome = score(model, answers);
    let earlier = earlier.map(|answers| score(model, answers));
    let moved = earlier.as_ref().map(|earlier| diff(earlier, &outcome));
    let earlier =
        earlier.as_ref().zip(moved.as_ref()).map(|(old, diff)| Comparison { old, new: &outcome, diff, model: None });
    report_page(&outcome, &targets(&outcome, level), earlier, languages)
}

fn read(path: &str, model: &Model) -> Answers {
    let source = Source { name: path.to_owned(), text: fs::read_to_string(path).expect("it is text") };
    parse(&source, model).unwrap_or_else(|problems| panic!("{problems}"))
}

fn example(name: &str) -> Answers {
    read(&format!("examples/{name}.toml"), embedded::model())
}

#[test]
fn the_report_of_a_tiny_model_says_what_it_said() {
    let model = tiny();
    let lines = "greeting = { level = 1, met = [\"2.1\"], note = \"most days\", evidence = [\"https://wiki.example/a\", \"b.md\"] }";
    let now = parse(&tiny_answers(lines), &model).expect("the answers are sound");
    let then =
        parse(&tiny_answers("greeting = 0\npaying = { na = \"free of charge\" }"), &model).expect("they are sound");
    let document = report(&model, &now, Some(&then), BOTH);
    let body = document.split_once("<main>").expect("it has a body").1;
    insta::assert_snapshot!(words(body.split_once("</main>").expect("it ends").0));
}

/// The tiny model, changed below its area.
fn tiny_with(change: impl FnOnce(&mut Group)) -> Model {
    let mut model = tiny();
    change(&mut model.areas.to_mut()[0]);
    model
}

fn first_sub_domain(area: &mut Group) -> &mut Group {
    &mut area.groups.to_mut()[0].groups.to_mut()[0]
}

#[test]
fn the_rules_are_without_weights_only_where_the_model_has_none() {
    let without = ["without weights", "没有权重"];
    let with = ["with the weights of the model", "Both by the weights of the model", "均按模型规定的权重计"];
    let said = |model: &Model, words: &[&str]| {
        let document = report(model, &parse(&tiny_answers("greeting = 1"), model).expect("sound"), None, BOTH);
        words.iter().filter(|words| document.contains(**words)).count()
    };
    let plain = tiny();
    assert!(!plain.has_weights());
    assert_eq!((said(&plain, &without), said(&plain, &with)), (without.len(), 0));
    let weighed = [
        tiny_with(|area| area.weight = 2),
        tiny_with(|area| area.groups.to_mut()[0].weight = 3),
        tiny_with(|area| first_sub_domain(area).weight = 2),
        tiny_with(|area| first_sub_domain(area).dimensions.to_mut()[0].weight = 2),
        tiny_with(|area| {
            first_sub_domain(area).dimensions.to_mut()[0].cells.change(|cells| {
                cells.iter_mut().flat_map(|cell| cell.clauses.to_mut()).take(1).for_each(|clause| clause.weight = 2);
            });
        }),
    ];
    for model in weighed {
        assert!(model.has_weights());
        assert_eq!((said(&model, &without), said(&model, &with)), (0, with.len()));
    }
}

#[test]
fn a_clause_links_to_what_its_terms_mean() {
    let model = support::bakery();
    let answers = read("tests/answers/bakery.toml", &model);
    let document = report(&model, &answers, None, BOTH);
    for (lang, name, means) in [("en", "waste", "Bread that is baked"), ("zh", "损耗", "烤好而未售出的面包")]
    {
        let link = format!("<a class=\"term\" href=\"#{lang}-term-waste\">{name}</a>");
        assert!(document.contains(&link), "{document}");
        let meaning = format!("<dt id=\"{lang}-term-waste\">{name}</dt><dd>{means}");
        assert!(document.contains(&meaning), "{document}");
    }
    assert!(document.contains("Waste is weighed every day [B-2] <a"), "what another framework calls it is shown");
    assert!(!report(&tiny(), &parse(&tiny_answers(""), &tiny()).expect("sound"), None, BOTH).contains("term-"));
}

/// The example is there to be opened. Its outline must be that of what the program writes now, its markup need not:
/// so it is written again when somebody would see the difference, and at a release.
#[test]
fn the_example_has_the_outline_of_what_the_program_writes() {
    let document = report(embedded::model(), &example("strong"), None, BOTH);
    let outline = outline(&document);
    insta::assert_snapshot!(outline);
    let kept = || fs::read_to_string("examples/report.html").map(|kept| super::outline::outline(&kept));
    if std::env::var_os("SNAPSHOTS").is_some_and(|action| action == "overwrite") && kept().ok() != Some(outline.clone())
    {
        fs::write("examples/report.html", &document).expect("it can be written");
    }
    assert_eq!(
        kept().unwrap_or_default(),
        outline,
        "examples/report.html is out of date; tests/update writes it again"
    );
}

/// A browser shows no style whose hash the page's own policy does not name.
#[test]
fn the_example_names_the_hash_of_its_own_style_and_script() {
    let kept = fs::read_to_string("examples/report.html").expect("it is text");
    for (tag, source) in [("style", "style-src"), ("script", "script-src")] {
        let text = kept.split_once(&format!("<{tag}>")).and_then(|(_, rest)| rest.split_once(&format!("</{tag}>")));
        let hash = STANDARD.encode(Sha256::digest(text.expect("it has one").0.as_bytes()));
        assert!(kept.contains(&format!("{source} 'sha256-{hash}'")), "{source} of examples/report.html is another one");
    }
}

#[test]
fn one_language_alone_can_be_asked_for() {
    let answers = example("half-finished");
    let document = report(embedded::model(), &answers, None, Languages::One(Lang::Zh));
    assert!(document.contains("<html lang=\"zh-Hans\">") && document.contains("总体级别"));
    assert!(!document.contains("Overall level") && !document.contains("<fieldset"));
}

#[test]
fn hostile_text_is_shown_and_never_markup() {
    let hostile =
        "<script>alert(1)</script><img src=x onerror=alert(1)> ](javascript:alert(1)) \u{202e}\u{1b}[31m \"' 😀";
    let mut answers = example("half-finished");
    let about = &mut answers.assessment;
    (about.team, about.system, about.owner) = (Some(hostile.into()), Some(hostile.into()), Some(hostile.into()));
    about.assessors = vec![hostile.into(), "w".repeat(10_000)];
    for answer in answers.given.values_mut() {
        answer.note = Some(hostile.repeat(3));
        answer.evidence =
            [hostile, "javascript:alert(1)", "data:text/html,<script>", "https://x/\" onclick=\"alert(1)"]
                .map(Into::into)
                .into();
    }
    let document = report(embedded::model(), &answers, None, BOTH);
    assert_eq!(document.matches("<script").count(), 1, "the one of the report itself");
    assert!(!document.contains("<img") && !document.contains('\u{202e}') && !document.contains('\u{1b}'));
    assert!(!document.contains("href=\"javascript") && !document.contains("href=\"data"));
    assert!(document.contains("&lt;script&gt;alert(1)&lt;/script&gt;") && document.contains("\\u{202e}"));
}

#[test]
fn nothing_is_loaded_and_nothing_is_styled_from_outside_the_policy() {
    for name in ["strong", "half-finished", "chinese", "starting"] {
        let document = report(embedded::model(), &example(name), Some(&example("starting")), BOTH);
        let tags = document.split('<').filter_map(|part| part.split_once('>')).map(|(tag, _)| tag);
        for tag in tags {
            assert!(!tag.contains(" style=") && !tag.contains(" on"), "{tag}");
            assert!(!tag.contains(" src=") && !tag.starts_with("link"), "{tag}");
        }
    }
}

#[test]
fn ids_are_unique_and_links_lead_somewhere() {
    let document = report(embedded::model(), &example("half-finished"), Some(&example("strong")), BOTH);
    let ids: Vec<_> = document.split(" id=\"").skip(1).filter_map(|rest| rest.split('"').next()).collect();
    let known: std::collections::BTreeSet<_> = ids.iter().copied().collect();
    assert_eq!(known.len(), ids.len(), "an id stands there twice");
    for target in document.split("href=\"#").skip(1).filter_map(|rest| rest.split('"').next()) {
        assert!(known.contains(target), "#{target}");
    }
}

#[test]
fn what_is_open_is_called_provisional() {
    let document = report(embedded::model(), &example("half-finished"), None, Languages::One(Lang::En));
    for words in ["<strong>Provisional.", ">1–2<", ">~2.19<", "Open questions: 107 of 181"] {
        assert!(document.contains(words), "{words}");
    }
    let complete = report(embedded::model(), &example("strong"), None, Languages::One(Lang::En));
    assert!(!complete.contains("<strong>Provisional.") && !complete.contains(">~"));
}

#[test]
fn an_assessment_without_any_level_has_a_report() {
    let model = tiny();
    let nothing = answers::empty(&model);
    let document = report(&model, &nothing, Some(&nothing), BOTH);
    assert!(document.contains("Nothing is answered yet") && document.contains("尚未回答任何问题"));
    let excused = "greeting = { na = \"closed\" }\npaying = { na = { reason = \"closed\", until = 2027-01-31 } }";
    let excused = parse(&tiny_answers(excused), &model).expect("they are sound");
    let document = report(&model, &excused, None, BOTH);
    assert!(document.contains("Nothing of the model applies here") && document.contains("(until 2027-01-31)"));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn any_model_and_answers_have_a_report_and_always_the_same((model, answers) in support::assessments()) {
        let document = report(&model, &answers, Some(&answers), BOTH);
        prop_assert!(document.ends_with("</html>\n"));
        prop_assert_eq!(unclosed(&document), None);
        prop_assert!(!document.contains("NaN") && !document.contains("\"-0\""));
        prop_assert_eq!(&document, &report(&model, &answers, Some(&answers), BOTH));
    }
}

#[test]
fn models_of_two_and_of_nine_levels_have_a_report() {
    for count in [2_usize, 9] {
        let small = tiny();
        let levels: Vec<_> = small.levels.iter().cycle().take(count).cloned().collect();
        let mut model = Model { levels: levels.into(), ..small };
        for area in model.areas.to_mut() {
            for domain in area.groups.to_mut() {
                for sub_domain in domain.groups.to_mut() {
                    for dimension in sub_domain.dimensions.to_mut() {
                        let cells: Vec<_> = dimension.cells.iter().cycle().take(count).cloned().collect();
                        dimension.cells = Cells::new(dimension.floor(), cells.into());
                    }
                }
            }
        }
        let top = model.top();
        let answered = parse(&tiny_answers(&format!("greeting = {top}\npaying = 0")), &model).expect("they are sound");
        let document = report(&model, &answered, None, BOTH);
        assert!(document.contains("class=\"badge r16\"") && document.contains("class=\"badge r0\""), "{count} levels");
    }
}

#[test]
fn a_report_stays_small_enough_to_send() {
    let document = report(embedded::model(), &example("strong"), None, BOTH);
    assert!(document.len() < 500_000, "{} bytes", document.len());
}

/// The words of a report's article in one language, as they follow one another.
fn words_of(document: &str) -> String {
    words(document.split_once("<main>").expect("it has a body").1)
}

#[test]
fn the_result_comes_before_who_assessed_and_the_contents() {
    let document = report(embedded::model(), &example("strong"), None, Languages::One(Lang::En));
    let at = |part: &str| document.find(part).unwrap_or_else(|| panic!("{part}"));
    let order = ["Overall level", "class=\"held-by\"", "<h2>First steps</h2>", "class=\"about\"", "<nav"].map(at);
    assert!(order.is_sorted(), "{order:?}");
    assert_eq!(
        document
            .split_once("<div class=\"next\">")
            .expect("it is there")
            .1
            .split("</ol>")
            .next()
            .expect("it ends")
            .matches("<li>")
            .count(),
        3
    );
}

#[test]
fn what_holds_the_whole_down_is_named_and_leads_to_its_answers() {
    let model = tiny();
    let now = parse(&tiny_answers("greeting = 1\npaying = 2"), &model).expect("the answers are sound");
    let document = report(&model, &now, None, Languages::One(Lang::En));
    assert!(
        document
            .contains("Shop is at level 1 because of one sub-domain: <a href=\"#en-shop.counter.selling\">Selling</a>"),
        "{document}"
    );
}

#[test]
fn targets_held_and_missed_are_counted_on_the_first_page() {
    let model = tiny();
    let now = parse(&tiny_answers("greeting = 1\npaying = 2"), &model).expect("the answers are sound");
    let with = |level| words_of(&report_held_to(Some(Level(level)), &model, &now, None, Languages::One(Lang::En)));
    assert!(with(1).contains("Targets: 1 held, 0 missed"));
    assert!(with(2).contains("Targets: 0 held, 1 missed:\nSelling"), "{}", with(2));
    assert!(!words_of(&report(&model, &now, None, BOTH)).contains("Targets:"));
}

#[test]
fn a_comparison_tells_what_moved_in_a_section_and_in_every_answer() {
    let model = tiny();
    let now = parse(&tiny_answers("greeting = { level = 1, met = [\"2.1\"] }\npaying = 2"), &model).expect("sound");
    let then = parse(&tiny_answers("greeting = 1\npaying = 0"), &model).expect("sound");
    let said = words_of(&report(&model, &now, Some(&then), Languages::One(Lang::En)));
    for part in ["Since then: 2 dimensions differ: 2 up, 0 down, 0 changed", "\nWhat moved\n", "\n0 → 2\n", "Moved: ↑ "]
    {
        assert!(said.contains(part), "{part}: {said}");
    }
    assert!(!words_of(&report(&model, &now, None, Languages::One(Lang::En))).contains("What moved"));
}

#[test]
fn many_dimensions_that_moved_are_folded_by_area() {
    let model = embedded::model();
    let then = example("half-finished");
    let folded = |now: &Answers| {
        let page = report(model, now, Some(&then), Languages::One(Lang::Zh));
        let (_, rest) = page.split_once("id=\"zh-changes\"").expect("something moved");
        let (section, _) = rest.split_once("</section>").expect("it ends");
        assert!(section.contains("团队：data pipelines → "), "what is said of the assessment is named in Chinese");
        (section.matches("<details").count(), section.matches("<li>").count())
    };
    let (parts, lines) = folded(&example("strong"));
    assert!(parts == 3 && lines > 100, "{parts} areas, {lines} dimensions");
    let mut now = then.clone();
    now.assessment.team = Some("pipes".to_owned());
    let first = model.dimensions().find(|it| now.given.contains_key(&it.id)).expect("something is answered");
    now.given.remove(&first.id);
    assert_eq!(folded(&now), (0, 1), "a few are not");
}

#[test]
fn a_gap_shows_what_is_missing() {
    let model = tiny();
    let now = parse(&tiny_answers("greeting = 1\npaying = 2"), &model).expect("the answers are sound");
    let document = report(&model, &now, None, Languages::One(Lang::En));
    let gaps = document.split_once("<ul class=\"missing\">").expect("a gap lacks something").1;
    assert!(gaps.starts_with("<li><b>2.1</b> "), "{gaps:.80}");
}

#[test]
fn a_reason_given_for_many_questions_is_said_once() {
    let mut answers = example("starting");
    for answer in answers.given.values_mut() {
        answer.claim = Some(Claim::NotApplicable { reason: "no such thing here".to_owned(), until: None });
    }
    let count = answers.given.len();
    let document = report(embedded::model(), &answers, None, Languages::One(Lang::En));
    let coverage = document.split_once("id=\"en-coverage\"").expect("it is there").1;
    assert_eq!(coverage.matches("no such thing here").count(), 1);
    assert!(coverage.contains(&format!("<summary>{count} questions</summary>")));
}

#[test]
fn the_summary_alone_is_printed_unless_everything_is_asked_for() {
    let document = report(embedded::model(), &example("strong"), None, Languages::One(Lang::En));
    assert!(document.contains("id=\"en-print-everything\" type=\"checkbox\""));
    let rest = |section: &str| document.contains(&format!("class=\"{section} rest\""));
    assert!(["answers", "plan", "levels", "method"].into_iter().all(rest));
    assert!(!["map", "standout", "result"].into_iter().any(rest));
}
