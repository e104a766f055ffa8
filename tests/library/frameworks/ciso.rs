//! CISO Assistant: requirements with scores, and with implementation groups as levels.

mod help;

use std::collections::BTreeMap;

use assess::frameworks::{Ciso, Imported, Ladder, Method, ciso};
use assess::lang::Lang;
use assess::model::Node;
use proptest::prelude::*;
use serde_json::Value;

use super::{counts, file, files, ids, lost, part, refused, result};

pub const AVERAGE: Ciso = Ciso { version: None, framework: None, method: Method::Average, scale: None, ladder: None };
pub const OF_AVERAGES: Ciso = Ciso { method: Method::AverageOfAverages, ..AVERAGE };
const LADDER: Ciso = Ciso { ladder: Some(Ladder { met_from: Some(2) }), ..AVERAGE };

pub fn choir(options: &Ciso) -> Imported {
    ciso(&files(&["ciso/library.yaml"]), options).unwrap_or_else(|problems| panic!("{problems}"))
}

pub fn ferry() -> Imported {
    ciso(&files(&["ciso/ladder.yaml"]), &LADDER).unwrap_or_else(|problems| panic!("{problems}"))
}

#[test]
fn a_requirement_is_a_dimension_with_scores_as_levels() {
    let imported = choir(&AVERAGE);
    let model = &imported.model;
    assert_eq!(
        ids(model),
        [
            "all []",
            "all.all []",
            "all.all.a [urn:made:req_node:choir:c]",
            "a [A]",
            "a.a []",
            "a.a.1 [A.1]",
            "a.a.2 [A.2]",
            "salle [urn:made:req_node:choir:b]",
            "salle.b-1 []",
            "salle.b-1.b-1 [B.1]",
            "salle.b-1.a [urn:made:req_node:choir:b.1.a]",
        ]
    );
    assert_eq!(model.languages.iter().map(AsRef::as_ref).collect::<Vec<&str>>(), ["fr", "en"]);
    let warming = model.find("a.a.1").and_then(Node::dimension).expect("it is there");
    assert_eq!(warming.question.text.get(Lang::En), "Voices are warmed up before singing.");
    assert_eq!(
        warming.question.text.wordings.as_ref().map(|it| it[0].words.as_ref()),
        Some("La voix est échauffée avant de chanter.")
    );
    let clauses: Vec<_> = warming.all_clauses().map(|(id, it)| format!("{id} {}", it.text.en)).collect();
    assert_eq!(clauses, ["1.1 A.1: At times", "2.1 A.1: No", "3.1 A.1: Toujours"]);
    assert_eq!((warming.weight, model.floor.0, model.top().0), (2, 0, 3));
    let means: Vec<_> = model.terms.iter().map(|it| format!("{}: {}", it.name.en, it.means.en)).collect();
    assert_eq!(means, ["At times: By chance.", "No: 2024-01-01", "A.1: Dix minutes."]);
    assert_eq!(imported.account.license.as_deref(), Some("Libre de droits (fait pour les tests)"));
    assert_eq!(counts(&imported), ["requirement 5/5", "heading 2/3", "language 2/2"]);
    assert_eq!(
        lost(&imported),
        [
            "objects.reference_controls 1 library.yaml:90",
            "library.publication_date 1 library.yaml:8",
            "library.provider 1 library.yaml:10",
            "library.packager 1 library.yaml:11",
            "node that nothing assessable stands below 1 library.yaml:86",
        ]
    );
}

const REQUIREMENTS: [(&str, &str, u32); 5] = [
    ("A.1", "a.a.1", 2),
    ("A.2", "a.a.2", 1),
    ("B.1", "salle.b-1.b-1", 1),
    ("b.1.a", "salle.b-1.a", 1),
    ("c", "all.all.a", 1),
];

/// A score as it is shown: cut after one digit, never rounded.
fn cut(parts: u32, whole: u32) -> String {
    let tenths = parts * 10 / whole;
    format!("{}.{}", tenths / 10, tenths % 10)
}

/// The score of the whole, as it is shown.
fn whole(result: &Value) -> String {
    result["overall"]["score"].to_string()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(60))]

    #[test]
    fn the_average_is_that_of_an_audit(scores in proptest::collection::vec(proptest::option::of(0_u32..4), 5)) {
        prop_assume!(scores.iter().any(Option::is_some));
        let model = choir(&AVERAGE).model;
        let answers = REQUIREMENTS.iter().zip(&scores).filter_map(|((name, id, _), score)| {
            // The concert is scored on a scale of its own, from 0 to 1.
            score.map(|score| format!("{id} = {}\n", if *name == "c" { score.min(1) } else { score }))
        });
        let result = result(&model, &answers.collect::<String>());
        // Each on its own scale, brought onto that of the audit, by its weight; what has no score is left out.
        let (mut sum, mut weights) = (0, 0);
        for ((name, _, weight), score) in REQUIREMENTS.iter().zip(&scores) {
            let Some(score) = score else { continue };
            let on_scale = if *name == "c" { 3 * score.min(&1) } else { *score };
            sum += on_scale * weight;
            weights += weight;
        }
        prop_assert_eq!(whole(&result), cut(sum, weights));
    }
}

#[test]
fn the_average_of_averages_is_that_of_an_audit() {
    let imported = choir(&OF_AVERAGES);
    let listed = ids(&imported.model);
    let concert = ["a []", "a.a [urn:made:req_node:choir:c]"];
    let others = ["a-2 [A]", "a-2.1 [A.1]", "a-2.2 [A.2]", "salle [urn:made:req_node:choir:b]", "salle.b-1 [B.1]"];
    assert_eq!(listed, [&concert[..], &others].concat());
    let told = lost(&imported);
    assert!(told.contains(&"requirement below one that counts in its place 1 library.yaml:72".to_owned()), "{told:?}");
    // By hand: voices (2 · 3 + 1) / 3, the hall 1, the concert 3 of 3; their mean is 19/9 = 2.11….
    let shown = result(&imported.model, "a-2.1 = 3\na-2.2 = 1\nsalle.b-1 = 1\na.a = 1\n");
    assert_eq!(whole(&shown), "2.1");
    // Without the concert: (7/3 + 1) / 2 = 1.66…, cut and not rounded.
    let shown = result(&imported.model, "a-2.1 = 3\na-2.2 = 1\nsalle.b-1 = 1\n");
    assert_eq!(whole(&shown), "1.6");
}

/// The level of a domain, worked out apart from the model: the highest up to which every practice is done largely or fully.
fn maturity(practices: &[(u8, usize)]) -> u64 {
    let reached = (1..=3).take_while(|level| practices.iter().all(|(at, score)| at > level || *score >= 2));
    u64::try_from(reached.count()).unwrap_or_default()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(60))]

    #[test]
    fn maturity_levels_are_counted_by_practices_done_largely_or_fully(scores in proptest::collection::vec(0_usize..4, 6)) {
        let practices = [
            ("crew.1", "1.1", 1), ("crew.1", "2.1", 2), ("crew.2", "1.1", 1), ("crew.2", "3.1", 3),
            ("boat.1", "1.1", 1), ("boat.1", "2.1", 2),
        ];
        let mut lines: BTreeMap<&str, (Vec<String>, Vec<String>)> = BTreeMap::new();
        for ((id, clause, _), score) in practices.iter().zip(&scores) {
            let (met, degrees) = lines.entry(id).or_default();
            match score {
                0 => {}
                3 => met.push(format!("\"{clause}\"")),
                score => degrees.push(format!("\"{clause}\" = \"score-{score}\"")),
            }
        }
        let answers: String = lines
            .iter()
            .map(|(id, (met, degrees))| format!("{id} = {{ level = 0, met = [{}], degrees = {{ {} }} }}\n", met.join(", "), degrees.join(", ")))
            .collect();
        let result = result(&ferry().model, &answers);
        for domain in ["crew", "boat"] {
            let own = practices.iter().zip(&scores).filter(|((id, _, _), _)| id.starts_with(domain));
            let own: Vec<_> = own.map(|((_, _, level), score)| (*level, *score)).collect();
            prop_assert_eq!(part(&result, domain).map(|it| &it["level"]), Some(&Value::from(maturity(&own))), "{}", domain);
        }
    }
}

#[test]
fn requirements_are_clauses_where_groups_are_levels() {
    let imported = ferry();
    let model = &imported.model;
    assert_eq!(ids(model), ["crew [CREW]", "crew.1 [CREW-1]", "crew.2 [CREW-2]", "boat [BOAT]", "boat.1 [BOAT-1]"]);
    let drill = model.find("crew.1").and_then(Node::dimension).expect("it is there");
    let clauses: Vec<_> = drill
        .all_clauses()
        .map(|(id, it)| format!("{id} {} {}", it.reference.as_deref().unwrap_or_default(), it.text.en))
        .collect();
    assert_eq!(clauses, ["1.1 CREW-1a There is a drill", "2.1 CREW-1b It is held each month"]);
    let enough: Vec<_> = model.scoring.degrees.iter().map(|it| (it.name.en.as_ref(), it.is_enough)).collect();
    assert_eq!(
        enough,
        [
            ("Not implemented", false),
            ("Partially implemented", false),
            ("Largely implemented", true),
            ("Fully implemented", true)
        ]
    );
    assert_eq!(lost(&imported), ["requirement of no implementation group 1 ladder.yaml:36"]);
}

#[test]
fn other_ways_to_write_a_library_are_read() {
    let text = files(&["ciso/library.yaml"]).remove(0).text;
    let change = |pairs: &[(&str, &str)]| {
        let text = pairs.iter().fold(text.clone(), |text, (from, to)| {
            assert!(text.contains(from), "{from}");
            text.replace(from, to)
        });
        ciso(&file(&text), &AVERAGE).map_or_else(|problems| panic!("{problems}"), |it| it.model)
    };
    let usual = choir(&AVERAGE).model;
    // A list of frameworks, of which there is one.
    let moved = text
        .split("  framework:\n")
        .nth(1)
        .and_then(|it| it.split("  reference_controls").next())
        .expect("it is there");
    let listed = format!("  frameworks:\n  - {}", moved.trim_start());
    assert_eq!(change(&[(&format!("  framework:\n{moved}"), &listed)]), usual);
    // The scores as the list of a mapping, with other names beside it for whom names them.
    let scale = text
        .split("scores_definition:\n")
        .nth(1)
        .and_then(|it| it.split("    requirement_nodes").next())
        .expect("it is there");
    let indented: String = scale.lines().map(|line| format!("    {line}\n")).collect();
    let wrapped = format!(
        "scores_definition:\n      alternatives:\n        ja-nein: [{{ score: 0, name: Nein }}, {{ score: 1, name: Ja }}]\n      scale:\n{indented}"
    );
    let model = change(&[
        (&format!("scores_definition:\n{scale}"), &wrapped),
        (
            "      min_score: 0\n      max_score: 1\n",
            "      min_score: 0\n      max_score: 1\n      scores_definition_ref: ja-nein\n",
        ),
    ]);
    let concert = model.dimensions().next().expect("it has dimensions");
    assert_eq!(concert.all_clauses().map(|(id, it)| format!("{id} {}", it.text.en)).collect::<Vec<_>>(), ["1.1 a: Ja"]);
    // 0 to 100 with five names for all: percent.
    let hundred = "scores_definition: [{ score: 0 }, { score: 25 }, { score: 50 }, { score: 100, name: all }]\n";
    let model = change(&[
        (&format!("scores_definition:\n{scale}"), hundred),
        ("max_score: 3", "max_score: 100"),
        ("      min_score: 0\n      max_score: 1\n", ""),
    ]);
    // By hand: (2 · 25 + 50 + 100) / 4.
    assert_eq!(whole(&result(&model, "a.a.1 = 1\na.a.2 = 2\nall.all.a = 3\n")), "50.0");
}

#[test]
fn what_cannot_be_a_model_is_refused_with_places() {
    let text = files(&["ciso/library.yaml"]).remove(0).text;
    let with = |from: &str, to: &str, options: &Ciso| {
        assert!(text.contains(from), "{from}");
        refused(ciso(&file(&text.replacen(from, to, 1)), options))
    };
    insta::assert_snapshot!(
        "ciso_refused",
        [
            with("    min_score: 0\n    max_score: 3\n    scores_definition:", "    not_read:", &AVERAGE),
            with("    max_score: 3", "    max_score: 30", &AVERAGE),
            with("    max_score: 3", "    max_score: 0", &AVERAGE),
            with("      max_score: 1", "      max_score: 2", &AVERAGE),
            with(
                "      assessable: false\n      depth: 1\n      ref_id: A",
                "      parent_urn: urn:made:req_node:choir:a.1\n      ref_id: A",
                &AVERAGE
            ),
            with("urn: urn:made:req_node:choir:a.2", "urn: urn:made:req_node:choir:a.1", &AVERAGE),
            with("version: 3", "version: third", &AVERAGE),
            with("weight: 2", "weight: -1", &AVERAGE),
            with("    - score: 2", "    - score: 1", &AVERAGE),
            with("  framework:", "  frameworkes:", &AVERAGE),
            refused(ciso(&file("a: 1\n"), &AVERAGE)),
            refused(ciso(&file(&format!("{text}---\n{text}")), &AVERAGE)),
            refused(ciso(&[file(&text), file(&text)].concat(), &AVERAGE)),
            with("urn", "urn", &LADDER),
            with("urn", "urn", &Ciso { framework: Some("other".to_owned()), ..AVERAGE }),
        ]
        .join("\n")
    );
}
