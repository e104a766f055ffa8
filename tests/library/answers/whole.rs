//! The file as a whole: templates, scope, other versions.

use assess::answers::{self, Date, Detail, Template, parse, template};
use assess::embedded;
use assess::lang::Lang;
use assess::model::Id;
use assess::scoring::score;

use super::named;
use crate::support::{market, tiny};

#[test]
fn a_template_is_sound_and_empty_until_filled_in() {
    let date = "2026-11-21".parse().expect("it is a day");
    for (model, lang) in [(embedded::model(), Lang::En), (embedded::model(), Lang::Zh), (&tiny(), Lang::En)] {
        let text = template(
            "answers.toml",
            model,
            Template { lang, date: Some(date), scope: &[], schema: None, team: None, detail: Detail::Levels },
        );
        let begun = text.expect("the options are sound");
        assert!(begun.answers.given.is_empty());
        let filled: String = begun
            .text
            .lines()
            .map(|line| match line.strip_prefix("# ").and_then(|line| line.strip_suffix(" =")) {
                Some(key) => format!("{key} = {}\n", model.top()),
                None => format!("{line}\n"),
            })
            .collect();
        let answers = parse(&named(&filled), model).expect("the filled template is sound");
        let asked = model
            .dimensions()
            .filter(|dimension| model.areas.iter().any(|area| !area.optional && dimension.id.is_within(&area.id)));
        assert_eq!(answers.given.len(), asked.count(), "what is optional is left out");
    }
}

#[test]
fn an_optional_area_is_in_a_template_where_it_is_asked_for() {
    let model = market();
    let date: Date = "2026-01-31".parse().expect("it is a day");
    let of = |scope: &[Id]| {
        let detail = Detail::Headings;
        let options = Template { lang: Lang::En, date: Some(date), scope, schema: None, team: None, detail };
        template("answers.toml", &model, options).expect("it is sound").text
    };
    let (usual, chosen) = (of(&[]), of(&[model.areas[0].id.clone()]));
    assert!(!usual.contains("[answers.stall.") && usual.contains("[answers.shop."), "{usual}");
    assert!(
        usual.contains("# scope = [\"shop\"]  # these, unless others are named; there are also \"stall\""),
        "{usual}"
    );
    assert!(chosen.contains("[answers.stall.") && chosen.contains("\nscope = [\"stall\"]\n"), "{chosen}");
}

#[test]
fn an_optional_area_is_in_scope_where_the_scope_names_it() {
    let model = market();
    let read = |head: &str| {
        let text = format!(
            "schema = 1\n[assessment]\nmodel = \"market\"\nmodel-version = \"1.2\"\n{head}\n\
             [answers.stall.awning.rain]\ncover = 1\n[answers.shop.counter.selling]\npaying = 3\n"
        );
        parse(&named(&text), &model).expect("it is sound")
    };
    let counts = |head: &str| {
        let answers = read(head);
        let outside: Vec<_> =
            answers.out_of_scope(&model).iter().map(|(area, count)| (area.id.to_string(), *count)).collect();
        (score(&model, &answers).overall.total, outside)
    };
    assert_eq!(counts(""), (3, vec![("stall".to_owned(), 1)]));
    assert_eq!(counts("scope = [\"stall\"]"), (1, vec![("shop".to_owned(), 1)]));
    assert_eq!(counts("scope = [\"shop\", \"stall\"]"), (4, Vec::new()));
}

#[test]
fn answers_to_another_version_are_brought_over() {
    let model = tiny();
    let text = "schema = 1\n[assessment]\nmodel = \"tiny\"\nmodel-version = \"1\" # as of spring\n\n[answers.shop.counter.selling]\n# hello\ngreeting = 1\nbowing = { level = 1, note = \"low\" }\n\n[answers.shop.cellar.storing]\nwine = 2\n";
    let migration = answers::migrate(&named(text), &model).expect("the rest is sound").expect("it is another version");
    assert_eq!(migration.gone, ["shop.counter.selling.bowing", "shop.cellar.storing.wine"]);
    assert_eq!(migration.open.iter().map(Id::key).collect::<Vec<_>>(), ["paying"]);
    insta::assert_snapshot!(migration.text);
    let current = named(&migration.text);
    assert_eq!(answers::migrate(&current, &model), Ok(None), "once is enough");
}

#[test]
fn what_another_version_has_no_level_or_clause_for_is_kept_as_a_comment() {
    let file = |answers: &str| {
        named(&format!(
            "schema = 1\n[assessment]\nmodel = \"tiny\"\nmodel-version = \"1\"\n\n[answers.shop.counter.selling]\n{answers}\n"
        ))
    };
    for greeting in [
        "3",
        "\"3-\"",
        "{ level = 0, met = [\"2.3\"], note = \"as ever\" }",
        "{ level = 1, except = { \"1.2\" = \"no door\" } }",
    ] {
        let answers = file(&format!("greeting = {greeting}\npaying = 1"));
        for mark in ["", "\u{feff}"] {
            let answers = named(&format!("{mark}{}", answers.text));
            let migration =
                answers::migrate(&answers, &tiny()).expect("the rest is sound").expect("it is another version");
            assert_eq!(migration.gone, ["shop.counter.selling.greeting"], "{greeting}");
            assert!(
                migration.text.ends_with(&format!("\n# shop.counter.selling.greeting = {greeting}\n")),
                "{}",
                migration.text
            );
            assert_eq!(migration.open.iter().map(Id::key).collect::<Vec<_>>(), ["greeting"]);
            assert!(migration.text.contains("\npaying = 1\n"), "{}", migration.text);
        }
    }
    for slip in ["greeting = { level = 1, note = 3 }", "greeting = { level = 1, nte = \"as ever\" }"] {
        assert!(answers::migrate(&file(slip), &tiny()).is_err(), "{slip}");
    }
}

#[test]
fn what_is_asked_anew_stays_so_in_another_version_as_far_as_it_is_there() {
    let text = "schema = 1\n[assessment]\nmodel = \"tiny\"\nmodel-version = \"1\"\nask-again = [\"shop.counter.selling.bowing\", \"shop.counter.selling.greeting\"]\n\n[answers.shop.counter.selling]\ngreeting = 1\n";
    let migration = answers::migrate(&named(text), &tiny()).expect("it is sound then").expect("it is another version");
    let asked: Vec<_> = migration.answers.assessment.ask_again.iter().map(ToString::to_string).collect();
    assert_eq!(asked, ["shop.counter.selling.greeting"]);
}
