//! SAMM: questions of streams at levels, each answered to a part.

use std::collections::BTreeMap;

use assess::frameworks::{Imported, License, Samm, samm};
use assess::model::ClauseId;
use assess::model::counting::Unanswered;
use proptest::prelude::*;

use super::{counts, file, files, ids, lost, part, refused, result};

const FILES: [&str; 3] = ["samm/model/levels.yml", "samm/model/parts.yml", "samm/model/questions.yml"];

fn options() -> Samm {
    Samm { version: "2".parse().expect("it is a version"), license: None, unanswered: Unanswered::Open }
}

pub fn garden() -> Imported {
    samm(&files(&FILES), &options()).unwrap_or_else(|problems| panic!("{problems}"))
}

#[test]
fn a_stream_is_a_dimension_and_a_question_a_clause() {
    let imported = garden();
    assert_eq!(
        ids(&imported.model),
        [
            "harvest [f-harvest]",
            "harvest.fruit [p-fruit]",
            "harvest.fruit.apples [s-apple]",
            "watering [f-water]",
            "watering.rain [p-rain]",
            "watering.rain.barrels [s-barrel]",
            "watering.rain.roofs [s-roof]",
            "watering.hoses-pipes [p-hose]",
            "watering.hoses-pipes.hoses [s-hose]",
        ]
    );
    let barrels = imported.model.dimensions().find(|it| it.id.key() == "barrels").expect("it is there");
    let clauses: Vec<_> = barrels.all_clauses().map(|(id, it)| format!("{id} {}", it.text.en)).collect();
    let expected = ["1.1 Is there a barrel at every roof?", "2.1 Is it cleaned?", "2.2 Is it emptied before frost?"];
    assert_eq!(clauses, expected, "by level, then by the order of questions");
    assert_eq!(
        barrels.clause(ClauseId { level: assess::model::Level(2), number: 2 }).and_then(|it| it.reference.as_deref()),
        Some("q-barrel-2b")
    );
    assert_eq!(imported.model.areas[1].about.en, "How water comes to where it is needed.");
    assert_eq!(imported.model.version, "2.0.0");
}

#[test]
fn answers_are_texts_with_what_they_count() {
    let imported = garden();
    let means = |id: &str| {
        let term = imported.model.terms.iter().find(|term| term.id.as_str() == id);
        term.map(|term| term.means.en.to_string()).unwrap_or_default()
    };
    assert_eq!(means("answers-1"), "Never (0); 2024-01-01 (1/2); Yes (1)");
    assert_eq!(means("answers-2"), "No (0); Yes, some (1/4); Yes, most (1)");
    assert_eq!(means("watering-rain-barrels-1"), "Set up: A barrel stands ready. — It holds 200 litres; It has a lid");
    let degrees: Vec<_> =
        imported.model.scoring.degrees.iter().map(|it| (it.id.as_str(), it.value.to_string())).collect();
    let expected = [("no", "0"), ("quarter", "1/4"), ("half", "1/2"), ("full", "1")];
    assert_eq!(degrees, expected.map(|(id, value)| (id, value.to_owned())));
}

#[test]
fn what_is_found_and_lost_is_told() {
    let imported = garden();
    assert_eq!(
        counts(&imported),
        [
            "business-function 2/2",
            "security-practice 3/3",
            "stream 4/4",
            "maturity-level 2/2",
            "practice-level 4/4",
            "activity 6/6",
            "question 7/7",
            "answer-set 2/2"
        ]
    );
    assert_eq!(
        lost(&imported),
        [
            "maturityLevel.description 1 levels.yml:3",
            "practiceLevel.objective 1 levels.yml:10",
            "practice.longDescription 1 parts.yml:25",
            "practice.progress 1 parts.yml:27",
            "stream.letter 2 parts.yml:46",
            "answer.weight 1 questions.yml:12",
            "activity.benefit 1 questions.yml:18",
        ]
    );
    assert_eq!(imported.account.license, None);
    assert!(imported.model.source.en.contains("No license text was found"));
    let license = License::of_file("\n===\n# Free to copy\nmore\n");
    let imported = samm(&files(&FILES), &Samm { license, ..options() }).expect("it is sound");
    assert!(imported.model.source.en.ends_with("License: Free to copy"), "{}", imported.model.source.en);
}

#[test]
fn a_copy_that_is_not_whole_is_refused_with_places() {
    let whole = files(&FILES);
    let without = |name: &str| whole.iter().filter(|file| file.name != name).cloned().collect::<Vec<_>>();
    let change = |from: &str, to: &str| {
        let mut files = whole.clone();
        let file = files.iter_mut().find(|file| file.text.contains(from)).expect("it is there");
        file.text = file.text.replacen(from, to, 1);
        refused(samm(&files, &options()))
    };
    insta::assert_snapshot!(
        "samm_refused",
        [
            refused(samm(&without("levels.yml"), &options())),
            refused(samm(&file("a: 1\n"), &options())),
            change("model: GARDEN1", "model: GARDEN2"),
            change("id: q-roof-2, text", "id: q-roof-1, text"),
            change("name: Roofs", "name: Barrels"),
            change("number: 2", "number: 3"),
            change("value: 0.25", "value: a quarter"),
            change("value: 0.5", "value: 1.5"),
            change("text: Is it cleaned?, ", ""),
            change("stream: s-hose", "stream: s-roof"),
        ]
        .join("\n")
    );
}

/// The score of every practice and function and of the whole, worked out apart from the model: of each level the mean over
/// the streams that are asked something at it, of the mean of their answers.
///
/// All in parts of [`WHOLE`], of which every mean here is a whole number.
fn by_hand(answers: &BTreeMap<&str, u32>) -> BTreeMap<&'static str, u32> {
    let mean = |[one, other]: [u32; 2]| u32::midpoint(one, other);
    let of = |question: &str| answers[question];
    let barrels_2 = mean([of("q-barrel-2a"), of("q-barrel-2b")]);
    let rain = mean([of("q-barrel-1"), of("q-roof-1")]) + mean([barrels_2, of("q-roof-2")]);
    // At level 1 nothing is asked of hoses, at level 2 nothing of fruit: such a level counts as the one below.
    let hoses = WHOLE + of("q-hose-2");
    let fruit = 2 * of("q-apple-1");
    let (water, harvest) = (mean([rain, hoses]), fruit);
    BTreeMap::from([
        ("watering.rain", rain),
        ("watering.hoses-pipes", hoses),
        ("watering", water),
        ("harvest", harvest),
        ("owasp-samm", mean([water, harvest])),
    ])
}

/// What an answer in full counts.
const WHOLE: u32 = 64;

const QUESTIONS: [(&str, &str, &str); 7] = [
    ("q-barrel-1", "watering.rain.barrels", "1.1"),
    ("q-barrel-2a", "watering.rain.barrels", "2.1"),
    ("q-barrel-2b", "watering.rain.barrels", "2.2"),
    ("q-roof-1", "watering.rain.roofs", "1.1"),
    ("q-roof-2", "watering.rain.roofs", "2.1"),
    ("q-hose-2", "watering.hoses-pipes.hoses", "2.1"),
    ("q-apple-1", "harvest.fruit.apples", "1.1"),
];

proptest! {
    #![proptest_config(ProptestConfig::with_cases(60))]

    #[test]
    fn scores_are_those_of_the_published_calculators(chosen in proptest::collection::vec(0_usize..4, 7)) {
        let degrees = [("no", 0), ("quarter", WHOLE / 4), ("half", WHOLE / 2), ("full", WHOLE)];
        let mut lines: BTreeMap<&str, Vec<String>> = BTreeMap::new();
        let mut values = BTreeMap::new();
        for ((question, dimension, clause), degree) in QUESTIONS.iter().zip(&chosen) {
            let (id, value) = degrees[*degree];
            values.insert(*question, value);
            let named = lines.entry(dimension).or_default();
            if (1..WHOLE).contains(&value) {
                named.push(format!("\"{clause}\" = \"{id}\""));
            }
        }
        let met = |dimension: &str| {
            let full = QUESTIONS.iter().zip(&chosen).filter(|((_, it, _), degree)| *it == dimension && **degree == 3);
            full.map(|((_, _, clause), _)| format!("\"{clause}\"")).collect::<Vec<_>>().join(", ")
        };
        let answers: Vec<_> = lines
            .iter()
            .map(|(id, degrees)| {
                format!("{id} = {{ level = 0, met = [{}], degrees = {{ {} }} }}\n", met(id), degrees.join(", "))
            })
            .collect();
        let result = result(&garden().model, &answers.concat());
        for (id, expected) in by_hand(&values) {
            let shown = part(&result, id).and_then(|it| it["score"].as_f64()).expect("it has a score");
            // Two digits, a half rounded up.
            let cents = (expected * 200 + WHOLE) / (2 * WHOLE);
            prop_assert_eq!(format!("{shown:.2}"), format!("{}.{:02}", cents / 100, cents % 100), "{}", id);
        }
    }
}
